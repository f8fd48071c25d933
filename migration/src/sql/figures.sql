-- The entries of one kind that are booked on one region, by day: a figure's entries are read region by region, each page from where the
-- last one ended, whatever else the ledger holds.
CREATE INDEX ledger_entry_booked ON ledger_entry (kind, region_code, day, id);
