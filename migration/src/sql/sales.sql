-- Sales, and the batches that the sold goods of plants came from.

CREATE TABLE sale (
    id UUID PRIMARY KEY,
    sold_on DATE NOT NULL CONSTRAINT sale_sold_on_range CHECK (sold_on >= '1949-01-01'),
    channel TEXT NOT NULL CONSTRAINT sale_channel_known CHECK (channel IN ('FARM_GATE', 'MARKET', 'ONLINE', 'WHOLESALE', 'FESTIVAL')),
    region_code TEXT NOT NULL CONSTRAINT sale_region_exists REFERENCES region (code),
    variety_code TEXT CONSTRAINT sale_variety_exists REFERENCES variety (code),
    season INTEGER,
    product_code TEXT CONSTRAINT sale_product_exists REFERENCES product (code),
    plant_code TEXT CONSTRAINT sale_plant_exists REFERENCES processing_plant (code),
    grower_id UUID CONSTRAINT sale_grower_exists REFERENCES grower (id),
    grower_kind TEXT CONSTRAINT sale_grower_kind_known CHECK (grower_kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    lot_id UUID CONSTRAINT sale_lot_exists REFERENCES harvest_lot (id),
    quantity_g BIGINT NOT NULL CONSTRAINT sale_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    amount_fen BIGINT NOT NULL CONSTRAINT sale_amount_fen_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT sale_recorded_by_exists REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CONSTRAINT sale_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID CONSTRAINT sale_voided_by_exists REFERENCES account (id),
    CONSTRAINT sale_variety_or_product CHECK ((variety_code IS NULL) <> (product_code IS NULL)),
    CONSTRAINT sale_season_of_variety CHECK ((variety_code IS NULL) = (season IS NULL)),
    CONSTRAINT sale_plant_of_product CHECK ((product_code IS NULL) = (plant_code IS NULL)),
    CONSTRAINT sale_kind_of_grower CHECK ((grower_id IS NULL) = (grower_kind IS NULL)),
    CONSTRAINT sale_product_without_grower CHECK (product_code IS NULL OR (grower_id IS NULL AND lot_id IS NULL)),
    CONSTRAINT sale_lot_has_grower CHECK (lot_id IS NULL OR grower_id IS NOT NULL),
    CONSTRAINT sale_voided_after_recording CHECK (voided_at >= recorded_at),
    CONSTRAINT sale_void_is_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
-- Pages of a township's sales in the order of days, without sorting all of them.
CREATE INDEX sale_township ON sale (substr(region_code, 1, 9), sold_on, id);
CREATE INDEX sale_day ON sale (sold_on, id);
CREATE INDEX sale_county ON sale (substr(region_code, 1, 6), sold_on, id);
CREATE INDEX sale_variety ON sale (substr(region_code, 1, 6), variety_code, sold_on, id) WHERE variety_code IS NOT NULL;
CREATE INDEX sale_product ON sale (product_code, sold_on, id) WHERE product_code IS NOT NULL;
CREATE INDEX sale_grower ON sale (grower_id, sold_on, id);
CREATE INDEX sale_lot ON sale (lot_id);

-- What a sale of a plant's goods took from a batch. Voiding the sale gives it back.
CREATE TABLE sale_batch (
    id UUID PRIMARY KEY,
    sale_id UUID NOT NULL CONSTRAINT sale_batch_sale_exists REFERENCES sale (id),
    batch_id UUID NOT NULL CONSTRAINT sale_batch_batch_exists REFERENCES production_batch (id),
    quantity_g BIGINT NOT NULL CONSTRAINT sale_batch_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    CONSTRAINT sale_batch_sale_batch_unique UNIQUE (sale_id, batch_id)
);
CREATE INDEX sale_batch_batch ON sale_batch (batch_id);
