-- Reports as they were published. Rows are only added: another edition is another row.
CREATE TABLE published_report (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL REFERENCES region (code),
    year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 9999),
    period TEXT NOT NULL CHECK (period IN ('YEAR', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08',
        'M09', 'M10', 'M11', 'M12')),
    edition INTEGER NOT NULL CHECK (edition > 0),
    is_provisional BOOLEAN NOT NULL,
    figures TEXT NOT NULL,
    names TEXT NOT NULL,
    sellers TEXT NOT NULL,
    definitions TEXT NOT NULL,
    bound BIGINT NOT NULL,
    salt TEXT NOT NULL CHECK (length(salt) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    published_at BIGINT NOT NULL CHECK (published_at > bound),
    published_by UUID NOT NULL REFERENCES account (id),
    office TEXT NOT NULL,
    UNIQUE (region_code, year, period, edition)
);
-- The newest first, of a region and of a year.
CREATE INDEX published_report_region ON published_report (region_code, published_at, id);
CREATE INDEX published_report_year ON published_report (region_code, year, published_at, id);
