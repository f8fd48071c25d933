-- The first day on which a variety, a site or a product is no longer in use. What was recorded keeps it.
ALTER TABLE variety ADD COLUMN retired_on DATE;
ALTER TABLE site ADD COLUMN retired_on DATE;
ALTER TABLE product ADD COLUMN retired_on DATE;

-- When a site was said to be retired, and from which day on. Rows are only added, and the latest applies: how many counts
-- are expected, as of an instant, stays the same when somebody says otherwise later.
CREATE TABLE site_retirement (
    id UUID PRIMARY KEY,
    site_code TEXT NOT NULL CONSTRAINT site_retirement_site_exists REFERENCES site (code),
    retired_on DATE,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT site_retirement_recorded_by_exists REFERENCES account (id)
);
