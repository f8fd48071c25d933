-- The ledger behind every figure. Entries are only added. The totals are their sums, kept in the same transaction. In
-- the totals, '' and 0 mean "does not apply", because a key must not contain nulls.

CREATE TABLE ledger_entry (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    month DATE NOT NULL,
    region_code TEXT NOT NULL CONSTRAINT ledger_entry_region_exists REFERENCES region (code),
    variety_code TEXT CONSTRAINT ledger_entry_variety_exists REFERENCES variety (code),
    product_code TEXT CONSTRAINT ledger_entry_product_exists REFERENCES product (code),
    season INTEGER,
    channel TEXT,
    plant_code TEXT CONSTRAINT ledger_entry_plant_exists REFERENCES processing_plant (code),
    site_code TEXT CONSTRAINT ledger_entry_site_exists REFERENCES site (code),
    establishment_code TEXT CONSTRAINT ledger_entry_establishment_exists REFERENCES catering_establishment (code),
    grower_id UUID CONSTRAINT ledger_entry_grower_exists REFERENCES grower (id),
    grower_kind TEXT,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    source_kind TEXT NOT NULL,
    source_id UUID NOT NULL,
    recorded_at BIGINT NOT NULL
);
-- The entries of one kind that are booked on one region, by day. A figure's entries are read region by region. Each
-- page begins where the last one ended, at a cost independent of the rest of the ledger.
CREATE INDEX ledger_entry_booked ON ledger_entry (kind, region_code, day, id);
CREATE INDEX ledger_entry_source ON ledger_entry (source_id);
CREATE INDEX ledger_entry_recorded ON ledger_entry (recorded_at);
-- SQLite uses a partial index only if the WHERE clause of the query implies its condition, and `grower_id = ?`
-- implies that it is not null.
CREATE INDEX ledger_entry_grower ON ledger_entry (grower_id, kind, variety_code) WHERE grower_id IS NOT NULL;

CREATE TABLE daily_total (
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    region_code TEXT NOT NULL,
    variety_code TEXT NOT NULL,
    product_code TEXT NOT NULL,
    season INTEGER NOT NULL,
    channel TEXT NOT NULL,
    plant_code TEXT NOT NULL,
    site_code TEXT NOT NULL,
    establishment_code TEXT NOT NULL,
    grower_kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    PRIMARY KEY (kind, day, region_code, variety_code, product_code, season, channel, plant_code, site_code, establishment_code,
        grower_kind, slot)
);

CREATE TABLE monthly_total (
    kind TEXT NOT NULL,
    month DATE NOT NULL,
    region_code TEXT NOT NULL,
    variety_code TEXT NOT NULL,
    product_code TEXT NOT NULL,
    season INTEGER NOT NULL,
    channel TEXT NOT NULL,
    plant_code TEXT NOT NULL,
    site_code TEXT NOT NULL,
    establishment_code TEXT NOT NULL,
    grower_kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    PRIMARY KEY (kind, month, region_code, variety_code, product_code, season, channel, plant_code, site_code, establishment_code,
        grower_kind, slot)
);

-- The monthly sums of entries for whole regions. Each region includes everything below it, so that a report of a
-- county costs no more than one of a village. The number of growers does not add up over regions, so growers count
-- only in the region they are booked on.
CREATE TABLE regional_total (
    kind TEXT NOT NULL,
    month DATE NOT NULL,
    region_code TEXT NOT NULL,
    variety_code TEXT NOT NULL,
    product_code TEXT NOT NULL,
    channel TEXT NOT NULL,
    slot INTEGER NOT NULL,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    PRIMARY KEY (region_code, kind, month, variety_code, product_code, channel, slot)
);

-- The newest instant for which a figure has been given. Nothing is recorded at or before it any more.
CREATE TABLE ledger_bound (
    id INTEGER PRIMARY KEY CONSTRAINT ledger_bound_one_row CHECK (id = 1),
    closed_at BIGINT NOT NULL
);
INSERT INTO ledger_bound (id, closed_at) VALUES (1, 0);
