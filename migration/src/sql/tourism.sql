-- Visitors and catering takings, and the records that decide how they count.

CREATE TABLE site_counting (
    id UUID PRIMARY KEY,
    site_code TEXT NOT NULL CONSTRAINT site_counting_site_exists REFERENCES site (code),
    starts_on DATE NOT NULL,
    counts_towards_total BOOLEAN NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT site_counting_recorded_by_exists REFERENCES account (id)
);
CREATE INDEX site_counting_site ON site_counting (site_code, id);

CREATE TABLE visitor_count (
    id UUID PRIMARY KEY,
    site_code TEXT NOT NULL CONSTRAINT visitor_count_site_exists REFERENCES site (code),
    region_code TEXT NOT NULL CONSTRAINT visitor_count_region_exists REFERENCES region (code),
    day DATE NOT NULL CONSTRAINT visitor_count_day_range CHECK (day >= '1949-01-01'),
    visitors INTEGER NOT NULL CONSTRAINT visitor_count_visitors_range CHECK (visitors BETWEEN 0 AND 1000000),
    counts_towards_total BOOLEAN NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT visitor_count_recorded_by_exists REFERENCES account (id),
    replaced_at BIGINT CONSTRAINT visitor_count_replaced_at_after_recorded_at CHECK (replaced_at >= recorded_at)
);
CREATE UNIQUE INDEX visitor_count_in_force ON visitor_count (site_code, day) WHERE replaced_at IS NULL;

CREATE TABLE catering_takings (
    id UUID PRIMARY KEY,
    establishment_code TEXT NOT NULL CONSTRAINT catering_takings_establishment_exists REFERENCES catering_establishment (code),
    region_code TEXT NOT NULL CONSTRAINT catering_takings_region_exists REFERENCES region (code),
    year INTEGER NOT NULL CONSTRAINT catering_takings_year_range CHECK (year BETWEEN 1949 AND 9999),
    month INTEGER NOT NULL CONSTRAINT catering_takings_month_range CHECK (month BETWEEN 1 AND 12),
    amount_fen BIGINT NOT NULL CONSTRAINT catering_takings_amount_fen_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT catering_takings_recorded_by_exists REFERENCES account (id),
    replaced_at BIGINT CONSTRAINT catering_takings_replaced_at_after_recorded_at CHECK (replaced_at >= recorded_at)
);
CREATE UNIQUE INDEX catering_takings_in_force ON catering_takings (establishment_code, year, month) WHERE replaced_at IS NULL;

CREATE TABLE catering_baseline (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL CONSTRAINT catering_baseline_region_exists REFERENCES region (code),
    baseline_year INTEGER CONSTRAINT catering_baseline_baseline_year_range CHECK (baseline_year BETWEEN 1949 AND 9999),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT catering_baseline_recorded_by_exists REFERENCES account (id)
);
CREATE INDEX catering_baseline_region ON catering_baseline (region_code, recorded_at);
