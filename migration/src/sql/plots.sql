-- The day from which a plot counts, if it is not 1 January of its planted year.
ALTER TABLE plot ADD COLUMN counts_from DATE CONSTRAINT plot_counts_from_range CHECK (counts_from >= '1949-01-01');
-- Terms that were taken back: the end of a plot that was put back in use, and all terms of a plot that was corrected
-- from the beginning. A voided term stays with its entries and those that reverse them.
ALTER TABLE plot_term ADD COLUMN voided_at BIGINT CONSTRAINT plot_term_voided_after_recording CHECK (voided_at >= recorded_at);
ALTER TABLE plot_term ADD COLUMN void_reason TEXT
    CONSTRAINT plot_term_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500);
ALTER TABLE plot_term ADD COLUMN voided_by UUID CONSTRAINT plot_term_voided_by_exists REFERENCES account (id)
    CONSTRAINT plot_term_void_is_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL));
-- From which plots a plot was made by dividing or joining. It is undone once the origin is back in use.
CREATE TABLE plot_origin (
    id UUID PRIMARY KEY,
    plot_id UUID NOT NULL CONSTRAINT plot_origin_plot_exists REFERENCES plot (id),
    origin_id UUID NOT NULL CONSTRAINT plot_origin_origin_exists REFERENCES plot (id),
    recorded_at BIGINT NOT NULL,
    undone_at BIGINT CONSTRAINT plot_origin_undone_after_recording CHECK (undone_at > recorded_at),
    CONSTRAINT plot_origin_origin_is_another CHECK (origin_id <> plot_id),
    CONSTRAINT plot_origin_plot_origin_unique UNIQUE (plot_id, origin_id)
);
CREATE INDEX plot_origin_origin ON plot_origin (origin_id, plot_id);
