-- Which variety grows on which plot, and what was picked. Every row is a record that somebody entered. A correction
-- marks the old row and adds a new one.

CREATE TABLE plot_term (
    id UUID PRIMARY KEY,
    plot_id UUID NOT NULL CONSTRAINT plot_term_plot_exists REFERENCES plot (id),
    position INTEGER NOT NULL CONSTRAINT plot_term_position_range CHECK (position >= 1),
    starts_on DATE NOT NULL CONSTRAINT plot_term_starts_on_range CHECK (starts_on >= '1949-01-01'),
    is_in_use BOOLEAN NOT NULL,
    grower_id UUID NOT NULL CONSTRAINT plot_term_grower_exists REFERENCES grower (id),
    grower_kind TEXT NOT NULL
        CONSTRAINT plot_term_grower_kind_known CHECK (grower_kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    region_code TEXT NOT NULL CONSTRAINT plot_term_region_exists REFERENCES region (code),
    variety_code TEXT NOT NULL CONSTRAINT plot_term_variety_exists REFERENCES variety (code),
    area_mu_hundredths BIGINT NOT NULL CONSTRAINT plot_term_area_mu_hundredths_range CHECK (area_mu_hundredths BETWEEN 1 AND 100000000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT plot_term_recorded_by_exists REFERENCES account (id),
    CONSTRAINT plot_term_plot_position_unique UNIQUE (plot_id, position)
);

CREATE TABLE harvest_lot (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT harvest_lot_code_unique UNIQUE,
    plot_id UUID NOT NULL CONSTRAINT harvest_lot_plot_exists REFERENCES plot (id),
    grower_id UUID NOT NULL CONSTRAINT harvest_lot_grower_exists REFERENCES grower (id),
    region_code TEXT NOT NULL CONSTRAINT harvest_lot_region_exists REFERENCES region (code),
    variety_code TEXT NOT NULL CONSTRAINT harvest_lot_variety_exists REFERENCES variety (code),
    harvested_on DATE NOT NULL CONSTRAINT harvest_lot_harvested_on_range CHECK (harvested_on >= '1949-01-01'),
    quantity_g BIGINT NOT NULL CONSTRAINT harvest_lot_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    available_g BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT harvest_lot_recorded_by_exists REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CONSTRAINT harvest_lot_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID CONSTRAINT harvest_lot_voided_by_exists REFERENCES account (id),
    CONSTRAINT harvest_lot_available_within_quantity CHECK (available_g BETWEEN 0 AND quantity_g),
    CONSTRAINT harvest_lot_voided_after_recording CHECK (voided_at >= recorded_at),
    CONSTRAINT harvest_lot_voided_is_empty CHECK (voided_at IS NULL OR available_g = 0),
    CONSTRAINT harvest_lot_void_is_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
-- Pages of a township's lots in the order of days, without sorting all of them.
CREATE INDEX harvest_lot_township ON harvest_lot (substr(region_code, 1, 9), harvested_on, id);
CREATE INDEX harvest_lot_plot ON harvest_lot (plot_id, harvested_on);
CREATE INDEX harvest_lot_grower ON harvest_lot (grower_id, harvested_on, id);
CREATE INDEX harvest_lot_county ON harvest_lot (substr(region_code, 1, 6), harvested_on, id);
CREATE INDEX harvest_lot_day ON harvest_lot (harvested_on, id);
