-- Establishments that do business no more, and festivals that are taken back.

ALTER TABLE catering_establishment ADD COLUMN closed_on DATE CONSTRAINT catering_establishment_closed_on_range CHECK (closed_on >= '1949-01-01');

-- From which day an establishment does business no more, as known since a given instant. Rows are only added, and the
-- latest applies. An establishment without a row was not known yet.
CREATE TABLE catering_days (
    id UUID PRIMARY KEY,
    establishment_code TEXT NOT NULL CONSTRAINT catering_days_establishment_exists REFERENCES catering_establishment (code),
    region_code TEXT NOT NULL CONSTRAINT catering_days_region_exists REFERENCES region (code),
    closed_on DATE CONSTRAINT catering_days_closed_on_range CHECK (closed_on >= '1949-01-01'),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX catering_days_region ON catering_days (region_code, recorded_at);

-- A voided edition stays. Its number is free again.
ALTER TABLE festival ADD COLUMN voided_at BIGINT;
ALTER TABLE festival ADD COLUMN void_reason TEXT CONSTRAINT festival_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500);
ALTER TABLE festival ADD COLUMN voided_by UUID CONSTRAINT festival_voided_by_exists REFERENCES account (id)
    CONSTRAINT festival_void_is_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL));
CREATE UNIQUE INDEX festival_in_force ON festival (region_code, edition) WHERE voided_at IS NULL;
