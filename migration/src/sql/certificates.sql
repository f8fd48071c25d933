-- The pledge certificates that go with fresh produce.

CREATE TABLE certificate (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT certificate_code_unique UNIQUE,
    status TEXT NOT NULL CONSTRAINT certificate_status_known CHECK (status IN ('VALID', 'WITHDRAWN', 'REPLACED')),
    lot_id UUID CONSTRAINT certificate_lot_exists REFERENCES harvest_lot (id),
    batch_id UUID CONSTRAINT certificate_batch_exists REFERENCES production_batch (id),
    region_code TEXT NOT NULL CONSTRAINT certificate_region_exists REFERENCES region (code),
    grower_id UUID CONSTRAINT certificate_grower_exists REFERENCES grower (id),
    plant_code TEXT CONSTRAINT certificate_plant_exists REFERENCES processing_plant (code),
    product_name TEXT NOT NULL,
    quantity_g BIGINT NOT NULL CONSTRAINT certificate_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    issuer_name TEXT NOT NULL,
    issuer_contact TEXT NOT NULL,
    issuer_is_person BOOLEAN NOT NULL,
    public_issuer_name TEXT NOT NULL,
    basis TEXT NOT NULL
        CONSTRAINT certificate_basis_known CHECK (basis IN ('SELF_TEST', 'COMMISSIONED_TEST', 'INTERNAL_CONTROL', 'SELF_PLEDGE')),
    audit_salt TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    issued_by UUID NOT NULL CONSTRAINT certificate_issued_by_exists REFERENCES account (id),
    replaced_at BIGINT CONSTRAINT certificate_replaced_at_after_issued_at CHECK (replaced_at >= issued_at),
    withdrawn_at BIGINT CONSTRAINT certificate_withdrawn_at_after_issued_at CHECK (withdrawn_at >= issued_at),
    withdrawal_reason TEXT CONSTRAINT certificate_withdrawal_reason_length CHECK (length(withdrawal_reason) BETWEEN 1 AND 500),
    withdrawn_by UUID CONSTRAINT certificate_withdrawn_by_exists REFERENCES account (id),
    CONSTRAINT certificate_lot_or_batch CHECK ((lot_id IS NULL) <> (batch_id IS NULL)),
    CONSTRAINT certificate_issuer_of_source CHECK ((lot_id IS NULL) = (grower_id IS NULL) AND (batch_id IS NULL) = (plant_code IS NULL)),
    CONSTRAINT certificate_withdrawn_is_dated CHECK ((status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
    CONSTRAINT certificate_replaced_is_dated CHECK (status <> 'REPLACED' OR replaced_at IS NOT NULL),
    CONSTRAINT certificate_withdrawal_is_whole CHECK (
        (withdrawn_at IS NULL) = (withdrawal_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL)
    )
);
CREATE INDEX certificate_lot ON certificate (lot_id, issued_at);
CREATE INDEX certificate_batch ON certificate (batch_id, issued_at);
CREATE INDEX certificate_issuing ON certificate (issued_at, id);
CREATE INDEX certificate_grower ON certificate (grower_id, issued_at, id);
CREATE INDEX certificate_plant ON certificate (plant_code, issued_at, id);
CREATE INDEX certificate_township ON certificate (substr(region_code, 1, 9), issued_at, id);
CREATE INDEX certificate_county ON certificate (substr(region_code, 1, 6), issued_at, id);

CREATE TABLE certificate_origin (
    id UUID PRIMARY KEY,
    certificate_id UUID NOT NULL CONSTRAINT certificate_origin_certificate_exists REFERENCES certificate (id),
    region_code TEXT NOT NULL CONSTRAINT certificate_origin_region_exists REFERENCES region (code),
    CONSTRAINT certificate_origin_certificate_region_unique UNIQUE (certificate_id, region_code)
);

-- The certificates that another one replaced. They are named by code, so that an old one can be removed after its
-- retention.
CREATE TABLE certificate_replacement (
    id UUID PRIMARY KEY,
    certificate_id UUID NOT NULL CONSTRAINT certificate_replacement_certificate_exists REFERENCES certificate (id),
    replaced_code TEXT NOT NULL,
    CONSTRAINT certificate_replacement_certificate_replaced_unique UNIQUE (certificate_id, replaced_code)
);
CREATE INDEX certificate_replacement_code ON certificate_replacement (replaced_code);

-- The lots and batches that had a certificate which has since been removed. They count as having had one.
CREATE TABLE removed_certificate (
    id UUID PRIMARY KEY,
    lot_id UUID CONSTRAINT removed_certificate_lot_id_unique UNIQUE CONSTRAINT removed_certificate_lot_exists REFERENCES harvest_lot (id),
    batch_id UUID
        CONSTRAINT removed_certificate_batch_id_unique UNIQUE
        CONSTRAINT removed_certificate_batch_exists REFERENCES production_batch (id),
    CONSTRAINT removed_certificate_lot_or_batch CHECK ((lot_id IS NULL) <> (batch_id IS NULL))
);
