-- What became more or less of a lot, an intake or a batch without being sold or used.
CREATE TABLE stock_adjustment (
    id UUID PRIMARY KEY,
    lot_id UUID CONSTRAINT stock_adjustment_lot_exists REFERENCES harvest_lot (id),
    intake_id UUID CONSTRAINT stock_adjustment_intake_exists REFERENCES intake (id),
    batch_id UUID CONSTRAINT stock_adjustment_batch_exists REFERENCES production_batch (id),
    plant_code TEXT CONSTRAINT stock_adjustment_plant_exists REFERENCES processing_plant (code),
    region_code TEXT NOT NULL CONSTRAINT stock_adjustment_region_exists REFERENCES region (code),
    change_g BIGINT NOT NULL
        CONSTRAINT stock_adjustment_change_g_range CHECK (change_g <> 0 AND change_g BETWEEN -100000000000 AND 100000000000),
    adjusted_on DATE NOT NULL CONSTRAINT stock_adjustment_adjusted_on_range CHECK (adjusted_on >= '1949-01-01'),
    reason TEXT NOT NULL
        CONSTRAINT stock_adjustment_reason_known CHECK (reason IN ('SPOILED', 'LOST', 'GIVEN_AWAY', 'OWN_USE', 'COUNTED')),
    note TEXT CONSTRAINT stock_adjustment_note_length CHECK (length(note) BETWEEN 1 AND 500),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT stock_adjustment_recorded_by_exists REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CONSTRAINT stock_adjustment_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID CONSTRAINT stock_adjustment_voided_by_exists REFERENCES account (id),
    CONSTRAINT stock_adjustment_of_one CHECK (
        CASE WHEN lot_id IS NULL THEN 0 ELSE 1 END + CASE WHEN intake_id IS NULL THEN 0 ELSE 1 END
            + CASE WHEN batch_id IS NULL THEN 0 ELSE 1 END = 1
    ),
    CONSTRAINT stock_adjustment_plant_unless_of_lot CHECK ((plant_code IS NULL) = (lot_id IS NOT NULL)),
    CONSTRAINT stock_adjustment_more_is_counted CHECK (change_g < 0 OR reason = 'COUNTED'),
    CONSTRAINT stock_adjustment_voided_after_recording CHECK (voided_at >= recorded_at),
    CONSTRAINT stock_adjustment_void_is_whole CHECK (
        (voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL)
    )
);
CREATE INDEX stock_adjustment_day ON stock_adjustment (adjusted_on, id);
CREATE INDEX stock_adjustment_county ON stock_adjustment (substr(region_code, 1, 6), adjusted_on, id);
CREATE INDEX stock_adjustment_township ON stock_adjustment (substr(region_code, 1, 9), adjusted_on, id);
CREATE INDEX stock_adjustment_plant ON stock_adjustment (plant_code, adjusted_on, id) WHERE plant_code IS NOT NULL;
CREATE INDEX stock_adjustment_lot ON stock_adjustment (lot_id) WHERE lot_id IS NOT NULL;
CREATE INDEX stock_adjustment_intake ON stock_adjustment (intake_id) WHERE intake_id IS NOT NULL;
CREATE INDEX stock_adjustment_batch ON stock_adjustment (batch_id) WHERE batch_id IS NOT NULL;
