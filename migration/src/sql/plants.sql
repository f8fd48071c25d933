-- What plants take in, make and keep, and the pledge certificates that go with fresh produce. Nothing gives out more than it holds: that
-- stands here as constraints, whatever the code does.

-- The day from which a plant keeps stock: sales before it draw on no batch.
ALTER TABLE processing_plant ADD COLUMN stock_from DATE;
ALTER TABLE processing_plant ADD COLUMN phone TEXT;

-- The usual yield is of ten thousand: 8500 is 0.85 kg of goods from a kilogram of ingredients.
ALTER TABLE product ADD COLUMN needs_ingredients BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE product ADD COLUMN usual_yield_from BIGINT CHECK (usual_yield_from BETWEEN 0 AND 1000000);
ALTER TABLE product ADD COLUMN usual_yield_to BIGINT CHECK (usual_yield_to BETWEEN 0 AND 1000000);

CREATE TABLE product_step (
    id UUID PRIMARY KEY,
    product_code TEXT NOT NULL REFERENCES product (code),
    position INTEGER NOT NULL CHECK (position >= 1),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3650),
    UNIQUE (product_code, position)
);

CREATE TABLE intake (
    id UUID PRIMARY KEY,
    plant_code TEXT NOT NULL REFERENCES processing_plant (code),
    region_code TEXT NOT NULL REFERENCES region (code),
    material TEXT NOT NULL CHECK (length(material) BETWEEN 1 AND 100),
    lot_id UUID REFERENCES harvest_lot (id),
    bought_batch_id UUID,
    grower_id UUID REFERENCES grower (id),
    grower_kind TEXT CHECK (grower_kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    supplier_name TEXT CHECK (length(supplier_name) BETWEEN 1 AND 100),
    certificate_code TEXT,
    paper_certificate_number TEXT CHECK (length(paper_certificate_number) BETWEEN 1 AND 100),
    paper_certificate_issuer TEXT CHECK (length(paper_certificate_issuer) BETWEEN 1 AND 100),
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    available_g BIGINT NOT NULL,
    received_on DATE NOT NULL CHECK (received_on >= '1949-01-01'),
    audit_salt TEXT NOT NULL,
    client_recorded_at BIGINT,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID REFERENCES account (id),
    CHECK (available_g BETWEEN 0 AND quantity_g),
    CHECK ((grower_id IS NULL) <> (supplier_name IS NULL)),
    CHECK ((grower_id IS NULL) = (grower_kind IS NULL)),
    CHECK (lot_id IS NULL OR grower_id IS NOT NULL),
    CHECK (bought_batch_id IS NULL OR supplier_name IS NOT NULL),
    CHECK (certificate_code IS NULL OR paper_certificate_number IS NULL),
    CHECK ((paper_certificate_number IS NULL) = (paper_certificate_issuer IS NULL)),
    CHECK (voided_at >= recorded_at),
    CHECK (voided_at IS NULL OR available_g = 0),
    CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
CREATE INDEX intake_day ON intake (received_on, id);
CREATE INDEX intake_plant ON intake (plant_code, received_on, id);
CREATE INDEX intake_region ON intake (region_code, received_on, id);
CREATE INDEX intake_stock ON intake (plant_code, received_on, id) WHERE available_g > 0;
CREATE INDEX intake_lot ON intake (lot_id);
CREATE INDEX intake_bought ON intake (bought_batch_id) WHERE bought_batch_id IS NOT NULL;
CREATE INDEX intake_certificate ON intake (certificate_code) WHERE certificate_code IS NOT NULL;

CREATE TABLE production_batch (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    plant_code TEXT NOT NULL REFERENCES processing_plant (code),
    region_code TEXT NOT NULL REFERENCES region (code),
    product_code TEXT NOT NULL REFERENCES product (code),
    produced_on DATE NOT NULL CHECK (produced_on >= '1949-01-01'),
    began_on DATE NOT NULL CHECK (began_on <= produced_on),
    output_g BIGINT NOT NULL CHECK (output_g BETWEEN 1 AND 100000000000),
    input_g BIGINT NOT NULL CHECK (input_g >= 0),
    loss_g BIGINT NOT NULL CHECK (loss_g BETWEEN 0 AND 100000000000),
    available_g BIGINT NOT NULL,
    replaces_id UUID UNIQUE REFERENCES production_batch (id),
    client_recorded_at BIGINT,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID REFERENCES account (id),
    CHECK (available_g BETWEEN 0 AND output_g),
    CHECK (replaces_id <> id),
    CHECK (voided_at >= recorded_at),
    CHECK (voided_at IS NULL OR available_g = 0),
    CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
CREATE INDEX production_batch_day ON production_batch (produced_on, id);
CREATE INDEX production_batch_plant ON production_batch (plant_code, produced_on, id);
CREATE INDEX production_batch_product ON production_batch (product_code, produced_on, id);
CREATE INDEX production_batch_region ON production_batch (region_code, produced_on, id);
CREATE INDEX production_batch_recording ON production_batch (recorded_at, id);
CREATE INDEX production_batch_stock ON production_batch (plant_code, product_code, produced_on, id) WHERE available_g > 0;

CREATE TABLE batch_ingredient (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES production_batch (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    intake_id UUID REFERENCES intake (id),
    source_batch_id UUID REFERENCES production_batch (id),
    -- The batch that it goes back to: the source, or the one that the intake was bought of.
    from_batch_id UUID REFERENCES production_batch (id),
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    UNIQUE (batch_id, position),
    UNIQUE (batch_id, intake_id),
    UNIQUE (batch_id, source_batch_id),
    CHECK ((intake_id IS NULL) <> (source_batch_id IS NULL)),
    CHECK (source_batch_id IS NULL OR source_batch_id = from_batch_id),
    CHECK (from_batch_id <> batch_id)
);
CREATE INDEX batch_ingredient_intake ON batch_ingredient (intake_id);
CREATE INDEX batch_ingredient_source ON batch_ingredient (source_batch_id);
CREATE INDEX batch_ingredient_from ON batch_ingredient (from_batch_id);

CREATE TABLE batch_by_product (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES production_batch (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    UNIQUE (batch_id, position)
);

-- The steps of a batch as its product required them when it was recorded.
CREATE TABLE batch_step (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES production_batch (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3650),
    UNIQUE (batch_id, position)
);

-- What a sale of a plant's goods drew from a batch; a voided sale has given it back.
CREATE TABLE sale_batch (
    id UUID PRIMARY KEY,
    sale_id UUID NOT NULL REFERENCES sale (id),
    batch_id UUID NOT NULL REFERENCES production_batch (id),
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    UNIQUE (sale_id, batch_id)
);
CREATE INDEX sale_batch_batch ON sale_batch (batch_id);

CREATE TABLE certificate (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('VALID', 'WITHDRAWN', 'REPLACED')),
    lot_id UUID REFERENCES harvest_lot (id),
    batch_id UUID REFERENCES production_batch (id),
    region_code TEXT NOT NULL REFERENCES region (code),
    grower_id UUID REFERENCES grower (id),
    plant_code TEXT REFERENCES processing_plant (code),
    product_name TEXT NOT NULL,
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    issuer_name TEXT NOT NULL,
    issuer_contact TEXT NOT NULL,
    issuer_is_person BOOLEAN NOT NULL,
    public_issuer_name TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('SELF_TEST', 'COMMISSIONED_TEST', 'INTERNAL_CONTROL', 'SELF_PLEDGE')),
    audit_salt TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    issued_by UUID NOT NULL REFERENCES account (id),
    replaced_at BIGINT CHECK (replaced_at >= issued_at),
    withdrawn_at BIGINT CHECK (withdrawn_at >= issued_at),
    withdrawal_reason TEXT CHECK (length(withdrawal_reason) BETWEEN 1 AND 500),
    withdrawn_by UUID REFERENCES account (id),
    CHECK ((lot_id IS NULL) <> (batch_id IS NULL)),
    CHECK ((lot_id IS NULL) = (grower_id IS NULL) AND (batch_id IS NULL) = (plant_code IS NULL)),
    CHECK ((status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
    CHECK (status <> 'REPLACED' OR replaced_at IS NOT NULL),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX certificate_lot ON certificate (lot_id, issued_at);
CREATE INDEX certificate_batch ON certificate (batch_id, issued_at);
CREATE INDEX certificate_issuing ON certificate (issued_at, id);
CREATE INDEX certificate_grower ON certificate (grower_id, issued_at, id);
CREATE INDEX certificate_plant ON certificate (plant_code, issued_at, id);
CREATE INDEX certificate_region ON certificate (region_code, issued_at, id);

CREATE TABLE certificate_origin (
    id UUID PRIMARY KEY,
    certificate_id UUID NOT NULL REFERENCES certificate (id),
    region_code TEXT NOT NULL REFERENCES region (code),
    UNIQUE (certificate_id, region_code)
);

-- The certificates that one was issued instead of. By code, so that an old one can be removed when its time is over.
CREATE TABLE certificate_replacement (
    id UUID PRIMARY KEY,
    certificate_id UUID NOT NULL REFERENCES certificate (id),
    replaced_code TEXT NOT NULL,
    UNIQUE (certificate_id, replaced_code)
);
CREATE INDEX certificate_replacement_code ON certificate_replacement (replaced_code);

-- Deliveries without a certificate are looked for by their day.
CREATE INDEX preorder_delivery ON preorder (delivered_on, id) WHERE delivered_on IS NOT NULL;
