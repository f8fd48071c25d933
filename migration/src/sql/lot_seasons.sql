-- The season of a lot, which its sales and deliveries follow, and the sale that replaces a voided one.
ALTER TABLE harvest_lot ADD COLUMN season INTEGER NOT NULL DEFAULT 0 CONSTRAINT harvest_lot_season_range CHECK (season >= 0);
ALTER TABLE sale ADD COLUMN replaces_id UUID CONSTRAINT sale_replaces_exists REFERENCES sale (id)
    CONSTRAINT sale_replaces_another CHECK (replaces_id <> id);
CREATE UNIQUE INDEX sale_replaces ON sale (replaces_id) WHERE replaces_id IS NOT NULL;
-- Of two indexes that seem equally good to it, SQLite takes the older one. For a county's sales of a variety that shall be the
-- one that has the variety, `sale_variety`.
DROP INDEX sale_county;
CREATE INDEX sale_county ON sale (substr(region_code, 1, 6), sold_on, id);
