-- What happened: every row is a record that somebody entered. A correction marks the old row and adds a new one.

CREATE TABLE plot_term (
    id UUID PRIMARY KEY,
    plot_id UUID NOT NULL REFERENCES plot (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    starts_on DATE NOT NULL CHECK (starts_on >= '1949-01-01'),
    is_in_use BOOLEAN NOT NULL,
    grower_id UUID NOT NULL REFERENCES grower (id),
    grower_kind TEXT NOT NULL CHECK (grower_kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    region_code TEXT NOT NULL REFERENCES region (code),
    variety_code TEXT NOT NULL REFERENCES variety (code),
    area_mu_hundredths BIGINT NOT NULL CHECK (area_mu_hundredths BETWEEN 1 AND 100000000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    UNIQUE (plot_id, position)
);

CREATE TABLE harvest_lot (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    plot_id UUID NOT NULL REFERENCES plot (id),
    grower_id UUID NOT NULL REFERENCES grower (id),
    region_code TEXT NOT NULL REFERENCES region (code),
    variety_code TEXT NOT NULL REFERENCES variety (code),
    harvested_on DATE NOT NULL CHECK (harvested_on >= '1949-01-01'),
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    available_g BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID REFERENCES account (id),
    CHECK (available_g BETWEEN 0 AND quantity_g),
    CHECK (voided_at >= recorded_at),
    CHECK (voided_at IS NULL OR available_g = 0),
    CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
CREATE INDEX harvest_lot_plot ON harvest_lot (plot_id, harvested_on);
CREATE INDEX harvest_lot_grower ON harvest_lot (grower_id, harvested_on, id);
CREATE INDEX harvest_lot_region ON harvest_lot (region_code, harvested_on, id);
CREATE INDEX harvest_lot_day ON harvest_lot (harvested_on, id);

CREATE TABLE sale (
    id UUID PRIMARY KEY,
    sold_on DATE NOT NULL CHECK (sold_on >= '1949-01-01'),
    channel TEXT NOT NULL CHECK (channel IN ('FARM_GATE', 'MARKET', 'ONLINE', 'WHOLESALE', 'FESTIVAL')),
    region_code TEXT NOT NULL REFERENCES region (code),
    variety_code TEXT REFERENCES variety (code),
    season INTEGER,
    product_code TEXT REFERENCES product (code),
    plant_code TEXT REFERENCES processing_plant (code),
    grower_id UUID REFERENCES grower (id),
    grower_kind TEXT CHECK (grower_kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    lot_id UUID REFERENCES harvest_lot (id),
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    amount_fen BIGINT NOT NULL CHECK (amount_fen BETWEEN 1 AND 100000000000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID REFERENCES account (id),
    CHECK ((variety_code IS NULL) <> (product_code IS NULL)),
    CHECK ((variety_code IS NULL) = (season IS NULL)),
    CHECK ((product_code IS NULL) = (plant_code IS NULL)),
    CHECK ((grower_id IS NULL) = (grower_kind IS NULL)),
    CHECK (product_code IS NULL OR (grower_id IS NULL AND lot_id IS NULL)),
    CHECK (lot_id IS NULL OR grower_id IS NOT NULL),
    CHECK (voided_at >= recorded_at),
    CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
CREATE INDEX sale_day ON sale (sold_on, id);
CREATE INDEX sale_region ON sale (region_code, sold_on, id);
CREATE INDEX sale_grower ON sale (grower_id, sold_on, id);
CREATE INDEX sale_lot ON sale (lot_id);

CREATE TABLE site_counting (
    id UUID PRIMARY KEY,
    site_code TEXT NOT NULL REFERENCES site (code),
    starts_on DATE NOT NULL,
    counts_towards_total BOOLEAN NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id)
);
CREATE INDEX site_counting_site ON site_counting (site_code, id);

CREATE TABLE visitor_count (
    id UUID PRIMARY KEY,
    site_code TEXT NOT NULL REFERENCES site (code),
    region_code TEXT NOT NULL REFERENCES region (code),
    day DATE NOT NULL CHECK (day >= '1949-01-01'),
    visitors INTEGER NOT NULL CHECK (visitors BETWEEN 0 AND 1000000),
    counts_towards_total BOOLEAN NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    replaced_at BIGINT CHECK (replaced_at >= recorded_at)
);
CREATE UNIQUE INDEX visitor_count_in_force ON visitor_count (site_code, day) WHERE replaced_at IS NULL;

CREATE TABLE catering_takings (
    id UUID PRIMARY KEY,
    establishment_code TEXT NOT NULL REFERENCES catering_establishment (code),
    region_code TEXT NOT NULL REFERENCES region (code),
    year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 9999),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    amount_fen BIGINT NOT NULL CHECK (amount_fen BETWEEN 1 AND 100000000000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    replaced_at BIGINT CHECK (replaced_at >= recorded_at)
);
CREATE UNIQUE INDEX catering_takings_in_force ON catering_takings (establishment_code, year, month) WHERE replaced_at IS NULL;

CREATE TABLE catering_baseline (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL REFERENCES region (code),
    baseline_year INTEGER CHECK (baseline_year BETWEEN 1949 AND 9999),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id)
);
CREATE INDEX catering_baseline_region ON catering_baseline (region_code, recorded_at);
