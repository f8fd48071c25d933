-- What plants take in, make and keep in stock. Constraints guarantee that nothing releases more than it contains,
-- whatever the code does.

CREATE TABLE intake (
    id UUID PRIMARY KEY,
    plant_code TEXT NOT NULL CONSTRAINT intake_plant_exists REFERENCES processing_plant (code),
    region_code TEXT NOT NULL CONSTRAINT intake_region_exists REFERENCES region (code),
    material TEXT NOT NULL CONSTRAINT intake_material_length CHECK (length(material) BETWEEN 1 AND 100),
    lot_id UUID CONSTRAINT intake_lot_exists REFERENCES harvest_lot (id),
    bought_batch_id UUID,
    grower_id UUID CONSTRAINT intake_grower_exists REFERENCES grower (id),
    grower_kind TEXT CONSTRAINT intake_grower_kind_known CHECK (grower_kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    supplier_name TEXT CONSTRAINT intake_supplier_name_length CHECK (length(supplier_name) BETWEEN 1 AND 100),
    certificate_code TEXT,
    paper_certificate_number TEXT
        CONSTRAINT intake_paper_certificate_number_length CHECK (length(paper_certificate_number) BETWEEN 1 AND 100),
    paper_certificate_issuer TEXT
        CONSTRAINT intake_paper_certificate_issuer_length CHECK (length(paper_certificate_issuer) BETWEEN 1 AND 100),
    quantity_g BIGINT NOT NULL CONSTRAINT intake_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    available_g BIGINT NOT NULL,
    received_on DATE NOT NULL CONSTRAINT intake_received_on_range CHECK (received_on >= '1949-01-01'),
    audit_salt TEXT NOT NULL,
    client_recorded_at BIGINT,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT intake_recorded_by_exists REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CONSTRAINT intake_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID CONSTRAINT intake_voided_by_exists REFERENCES account (id),
    CONSTRAINT intake_available_within_quantity CHECK (available_g BETWEEN 0 AND quantity_g),
    CONSTRAINT intake_grower_or_supplier CHECK ((grower_id IS NULL) <> (supplier_name IS NULL)),
    CONSTRAINT intake_kind_of_grower CHECK ((grower_id IS NULL) = (grower_kind IS NULL)),
    CONSTRAINT intake_lot_has_grower CHECK (lot_id IS NULL OR grower_id IS NOT NULL),
    CONSTRAINT intake_bought_has_supplier CHECK (bought_batch_id IS NULL OR supplier_name IS NOT NULL),
    CONSTRAINT intake_one_certificate CHECK (certificate_code IS NULL OR paper_certificate_number IS NULL),
    CONSTRAINT intake_paper_is_whole CHECK ((paper_certificate_number IS NULL) = (paper_certificate_issuer IS NULL)),
    CONSTRAINT intake_voided_after_recording CHECK (voided_at >= recorded_at),
    CONSTRAINT intake_voided_is_empty CHECK (voided_at IS NULL OR available_g = 0),
    CONSTRAINT intake_void_is_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
CREATE INDEX intake_day ON intake (received_on, id);
CREATE INDEX intake_plant ON intake (plant_code, received_on, id);
CREATE INDEX intake_township ON intake (substr(region_code, 1, 9), received_on, id);
CREATE INDEX intake_county ON intake (substr(region_code, 1, 6), received_on, id);
CREATE INDEX intake_stock ON intake (plant_code, received_on, id) WHERE available_g > 0;
CREATE INDEX intake_lot ON intake (lot_id);
CREATE INDEX intake_bought ON intake (bought_batch_id) WHERE bought_batch_id IS NOT NULL;
CREATE INDEX intake_certificate ON intake (certificate_code) WHERE certificate_code IS NOT NULL;

CREATE TABLE production_batch (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT production_batch_code_unique UNIQUE,
    plant_code TEXT NOT NULL CONSTRAINT production_batch_plant_exists REFERENCES processing_plant (code),
    region_code TEXT NOT NULL CONSTRAINT production_batch_region_exists REFERENCES region (code),
    product_code TEXT NOT NULL CONSTRAINT production_batch_product_exists REFERENCES product (code),
    produced_on DATE NOT NULL CONSTRAINT production_batch_produced_on_range CHECK (produced_on >= '1949-01-01'),
    began_on DATE NOT NULL CONSTRAINT production_batch_began_on_before_produced_on CHECK (began_on <= produced_on),
    output_g BIGINT NOT NULL CONSTRAINT production_batch_output_g_range CHECK (output_g BETWEEN 1 AND 100000000000),
    input_g BIGINT NOT NULL CONSTRAINT production_batch_input_g_range CHECK (input_g >= 0),
    loss_g BIGINT NOT NULL CONSTRAINT production_batch_loss_g_range CHECK (loss_g BETWEEN 0 AND 100000000000),
    available_g BIGINT NOT NULL,
    replaces_id UUID
        CONSTRAINT production_batch_replaces_id_unique UNIQUE
        CONSTRAINT production_batch_replaces_exists REFERENCES production_batch (id),
    client_recorded_at BIGINT,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT production_batch_recorded_by_exists REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CONSTRAINT production_batch_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID CONSTRAINT production_batch_voided_by_exists REFERENCES account (id),
    CONSTRAINT production_batch_available_within_output CHECK (available_g BETWEEN 0 AND output_g),
    CONSTRAINT production_batch_replaces_another CHECK (replaces_id <> id),
    CONSTRAINT production_batch_voided_after_recording CHECK (voided_at >= recorded_at),
    CONSTRAINT production_batch_voided_is_empty CHECK (voided_at IS NULL OR available_g = 0),
    CONSTRAINT production_batch_void_is_whole CHECK (
        (voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL)
    )
);
CREATE INDEX production_batch_day ON production_batch (produced_on, id);
CREATE INDEX production_batch_plant ON production_batch (plant_code, produced_on, id);
CREATE INDEX production_batch_product ON production_batch (product_code, produced_on, id);
CREATE INDEX production_batch_township ON production_batch (substr(region_code, 1, 9), produced_on, id);
CREATE INDEX production_batch_county ON production_batch (substr(region_code, 1, 6), produced_on, id);
CREATE INDEX production_batch_recording ON production_batch (recorded_at, id);
CREATE INDEX production_batch_stock ON production_batch (plant_code, product_code, produced_on, id) WHERE available_g > 0;

CREATE TABLE batch_ingredient (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL CONSTRAINT batch_ingredient_batch_exists REFERENCES production_batch (id),
    position INTEGER NOT NULL CONSTRAINT batch_ingredient_position_range CHECK (position >= 1),
    intake_id UUID CONSTRAINT batch_ingredient_intake_exists REFERENCES intake (id),
    source_batch_id UUID CONSTRAINT batch_ingredient_source_batch_exists REFERENCES production_batch (id),
    -- The batch that it originates from: the source batch, or the one that the intake was bought from.
    from_batch_id UUID CONSTRAINT batch_ingredient_from_batch_exists REFERENCES production_batch (id),
    quantity_g BIGINT NOT NULL CONSTRAINT batch_ingredient_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    CONSTRAINT batch_ingredient_batch_position_unique UNIQUE (batch_id, position),
    CONSTRAINT batch_ingredient_batch_intake_unique UNIQUE (batch_id, intake_id),
    CONSTRAINT batch_ingredient_batch_source_batch_unique UNIQUE (batch_id, source_batch_id),
    CONSTRAINT batch_ingredient_intake_or_batch CHECK ((intake_id IS NULL) <> (source_batch_id IS NULL)),
    CONSTRAINT batch_ingredient_from_is_source CHECK (source_batch_id IS NULL OR source_batch_id = from_batch_id),
    CONSTRAINT batch_ingredient_from_another CHECK (from_batch_id <> batch_id)
);
CREATE INDEX batch_ingredient_intake ON batch_ingredient (intake_id);
CREATE INDEX batch_ingredient_source ON batch_ingredient (source_batch_id);
CREATE INDEX batch_ingredient_from ON batch_ingredient (from_batch_id);

CREATE TABLE batch_by_product (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL CONSTRAINT batch_by_product_batch_exists REFERENCES production_batch (id),
    position INTEGER NOT NULL CONSTRAINT batch_by_product_position_range CHECK (position >= 1),
    name TEXT NOT NULL CONSTRAINT batch_by_product_name_length CHECK (length(name) BETWEEN 1 AND 100),
    quantity_g BIGINT NOT NULL CONSTRAINT batch_by_product_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    CONSTRAINT batch_by_product_batch_position_unique UNIQUE (batch_id, position)
);

-- The steps of a batch, as its product required them when the batch was recorded.
CREATE TABLE batch_step (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL CONSTRAINT batch_step_batch_exists REFERENCES production_batch (id),
    position INTEGER NOT NULL CONSTRAINT batch_step_position_range CHECK (position >= 1),
    name TEXT NOT NULL CONSTRAINT batch_step_name_length CHECK (length(name) BETWEEN 1 AND 100),
    days INTEGER NOT NULL CONSTRAINT batch_step_days_range CHECK (days BETWEEN 1 AND 3650),
    CONSTRAINT batch_step_batch_position_unique UNIQUE (batch_id, position)
);
