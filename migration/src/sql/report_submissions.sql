-- What communities submit to their town: the report of a period as of a closed bound, and what the town decided.
CREATE TABLE report_submission (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL REFERENCES region (code) CHECK (length(region_code) = 12),
    year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 9999),
    period TEXT NOT NULL CHECK (period IN ('YEAR', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08',
        'M09', 'M10', 'M11', 'M12')),
    status TEXT NOT NULL CHECK (status IN ('SUBMITTED', 'APPROVED', 'SENT_BACK')),
    bound BIGINT NOT NULL,
    submitted_at BIGINT NOT NULL CHECK (submitted_at > bound),
    submitted_by UUID NOT NULL REFERENCES account (id),
    decided_at BIGINT CHECK (decided_at >= submitted_at),
    decided_by UUID REFERENCES account (id),
    reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
    CHECK ((status = 'SUBMITTED') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK ((status = 'SENT_BACK') = (reason IS NOT NULL))
);
-- A period waits for one decision at a time.
CREATE UNIQUE INDEX report_submission_waiting ON report_submission (region_code, year, period) WHERE status = 'SUBMITTED';
-- The newest first: of all, of a region, and of a region's period.
CREATE INDEX report_submission_submitting ON report_submission (submitted_at, id);
CREATE INDEX report_submission_region ON report_submission (region_code, submitted_at, id);
CREATE INDEX report_submission_period ON report_submission (region_code, year, period, submitted_at, id);
