-- Goods of a sale that came back later. The sale says how much of it that is, so that no more comes back than was sold,
-- and no sale is voided of which something came back.
ALTER TABLE sale ADD COLUMN returned_g BIGINT NOT NULL DEFAULT 0
    CONSTRAINT sale_returned_within_quantity CHECK (returned_g BETWEEN 0 AND quantity_g);
ALTER TABLE sale ADD COLUMN returned_fen BIGINT NOT NULL DEFAULT 0
    CONSTRAINT sale_returned_within_amount CHECK (returned_fen BETWEEN 0 AND amount_fen)
    CONSTRAINT sale_voided_without_returns CHECK (voided_at IS NULL OR (returned_g = 0 AND returned_fen = 0));

CREATE TABLE sale_return (
    id UUID PRIMARY KEY,
    sale_id UUID NOT NULL CONSTRAINT sale_return_sale_exists REFERENCES sale (id),
    region_code TEXT NOT NULL CONSTRAINT sale_return_region_exists REFERENCES region (code),
    returned_on DATE NOT NULL CONSTRAINT sale_return_returned_on_range CHECK (returned_on >= '1949-01-01'),
    quantity_g BIGINT NOT NULL CONSTRAINT sale_return_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    amount_fen BIGINT NOT NULL CONSTRAINT sale_return_amount_fen_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    is_back_in_stock BOOLEAN NOT NULL,
    reason TEXT NOT NULL CONSTRAINT sale_return_reason_length CHECK (length(reason) BETWEEN 1 AND 500),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT sale_return_recorded_by_exists REFERENCES account (id),
    voided_at BIGINT CONSTRAINT sale_return_voided_after_recording CHECK (voided_at >= recorded_at),
    void_reason TEXT CONSTRAINT sale_return_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID CONSTRAINT sale_return_voided_by_exists REFERENCES account (id),
    CONSTRAINT sale_return_void_is_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
CREATE INDEX sale_return_sale ON sale_return (sale_id, id);
-- For counting the sellers of what came back in a period.
CREATE INDEX sale_return_day ON sale_return (returned_on, id);

-- From which batches goods are that came back. Written off or not, their buyers have them no more.
CREATE TABLE sale_return_batch (
    id UUID PRIMARY KEY,
    return_id UUID NOT NULL CONSTRAINT sale_return_batch_return_exists REFERENCES sale_return (id),
    batch_id UUID NOT NULL CONSTRAINT sale_return_batch_batch_exists REFERENCES production_batch (id),
    quantity_g BIGINT NOT NULL CONSTRAINT sale_return_batch_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    CONSTRAINT sale_return_batch_return_batch_unique UNIQUE (return_id, batch_id)
);
CREATE INDEX sale_return_batch_batch ON sale_return_batch (batch_id);
