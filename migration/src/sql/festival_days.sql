-- When an edition is, as it was known from when on. Rows are only added, the latest holds: what is said of an edition's days as of an
-- instant stays the same when they are corrected.
CREATE TABLE festival_days (
    id UUID PRIMARY KEY,
    festival_id UUID NOT NULL REFERENCES festival (id),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL CHECK (ends_on >= starts_on),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX festival_days_festival ON festival_days (festival_id, recorded_at);
-- Editions of before count as known by their present days since their first entry.
INSERT INTO festival_days (id, festival_id, starts_on, ends_on, recorded_at)
SELECT id, id, starts_on, ends_on, COALESCE((SELECT MIN(recorded_at) FROM ledger_entry WHERE source_id = festival.id), 0) FROM festival;

-- From when until when a plant, a project or an honour counts, as it was known from when on. Rows are only added, the latest holds.
CREATE TABLE undertaking_days (
    id UUID PRIMARY KEY,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('PROCESSING_PLANT', 'PROCESSING_PROJECT', 'HONOUR')),
    source_id UUID NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE CHECK (ends_on > starts_on),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX undertaking_days_source ON undertaking_days (source_id, recorded_at);
