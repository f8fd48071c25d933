-- What the town publishes, and what communities submit to it.

-- Published reports. Rows are only added: another edition is another row.
CREATE TABLE published_report (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL CONSTRAINT published_report_region_exists REFERENCES region (code),
    year INTEGER NOT NULL CONSTRAINT published_report_year_range CHECK (year BETWEEN 1949 AND 9999),
    period TEXT NOT NULL
        CONSTRAINT published_report_period_known CHECK (period IN ('YEAR', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'M01', 'M02', 'M03', 'M04',
            'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12')),
    edition INTEGER NOT NULL CONSTRAINT published_report_edition_range CHECK (edition > 0),
    is_provisional BOOLEAN NOT NULL,
    figures TEXT NOT NULL,
    names TEXT NOT NULL,
    sellers TEXT NOT NULL,
    definitions TEXT NOT NULL,
    bound BIGINT NOT NULL,
    salt TEXT NOT NULL CONSTRAINT published_report_salt_length CHECK (length(salt) = 64),
    hash TEXT NOT NULL CONSTRAINT published_report_hash_length CHECK (length(hash) = 64),
    published_at BIGINT NOT NULL CONSTRAINT published_report_published_at_after_bound CHECK (published_at > bound),
    published_by UUID NOT NULL CONSTRAINT published_report_published_by_exists REFERENCES account (id),
    office TEXT NOT NULL,
    CONSTRAINT published_report_region_year_period_edition_unique UNIQUE (region_code, year, period, edition)
);
-- Newest first: of all regions, of a region, and of a year.
CREATE INDEX published_report_newest ON published_report (published_at, id);
CREATE INDEX published_report_region ON published_report (region_code, published_at, id);
CREATE INDEX published_report_year ON published_report (region_code, year, published_at, id);

-- What communities submit to their town: the report of a period as of a closed bound, and what the town decided.
CREATE TABLE report_submission (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL
        CONSTRAINT report_submission_region_exists REFERENCES region (code)
        CONSTRAINT report_submission_region_code_length CHECK (length(region_code) = 12),
    year INTEGER NOT NULL CONSTRAINT report_submission_year_range CHECK (year BETWEEN 1949 AND 9999),
    period TEXT NOT NULL
        CONSTRAINT report_submission_period_known CHECK (period IN ('YEAR', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'M01', 'M02', 'M03', 'M04',
            'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12')),
    status TEXT NOT NULL CONSTRAINT report_submission_status_known CHECK (status IN ('SUBMITTED', 'APPROVED', 'SENT_BACK')),
    bound BIGINT NOT NULL,
    submitted_at BIGINT NOT NULL CONSTRAINT report_submission_submitted_at_after_bound CHECK (submitted_at > bound),
    submitted_by UUID NOT NULL CONSTRAINT report_submission_submitted_by_exists REFERENCES account (id),
    decided_at BIGINT CONSTRAINT report_submission_decided_at_after_submitted_at CHECK (decided_at >= submitted_at),
    decided_by UUID CONSTRAINT report_submission_decided_by_exists REFERENCES account (id),
    reason TEXT CONSTRAINT report_submission_reason_length CHECK (length(reason) BETWEEN 1 AND 500),
    CONSTRAINT report_submission_decided_is_dated CHECK ((status = 'SUBMITTED') = (decided_at IS NULL)),
    CONSTRAINT report_submission_decision_is_whole CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CONSTRAINT report_submission_sent_back_has_reason CHECK ((status = 'SENT_BACK') = (reason IS NOT NULL))
);
-- At most one submission of a period waits for a decision.
CREATE UNIQUE INDEX report_submission_waiting ON report_submission (region_code, year, period) WHERE status = 'SUBMITTED';
-- Newest first: of all, of a region, and of the period of a region.
CREATE INDEX report_submission_submitting ON report_submission (submitted_at, id);
CREATE INDEX report_submission_region ON report_submission (region_code, submitted_at, id);
CREATE INDEX report_submission_period ON report_submission (region_code, year, period, submitted_at, id);
