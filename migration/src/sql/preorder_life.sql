-- A pre-order is delivered in parts, its goods may come back, and each step can be taken back. One transfer may pay for
-- several pre-orders. An offer keeps what it said before a change.

-- The weight handed over, what of it came back, and what was handed over beyond the quota. Without a delivery, 0.
ALTER TABLE preorder ADD COLUMN delivered_g BIGINT NOT NULL DEFAULT 0 CONSTRAINT preorder_delivered_g_range CHECK (delivered_g >= 0);
ALTER TABLE preorder ADD COLUMN returned_g BIGINT NOT NULL DEFAULT 0
    CONSTRAINT preorder_returned_within_delivered CHECK (returned_g BETWEEN 0 AND delivered_g);
ALTER TABLE preorder ADD COLUMN over_quota_g BIGINT NOT NULL DEFAULT 0
    CONSTRAINT preorder_over_quota_within_fulfillable CHECK (over_quota_g BETWEEN 0 AND fulfillable_g);
ALTER TABLE preorder ADD COLUMN recorded_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE preorder ADD COLUMN recorded_by UUID CONSTRAINT preorder_recorded_by_exists REFERENCES account (id);
UPDATE preorder SET delivered_g = fulfillable_g WHERE status = 'DELIVERED';
UPDATE preorder SET recorded_at = placed_at, recorded_by =
    (SELECT event.account_id FROM preorder_event event WHERE event.preorder_id = preorder.id AND event.kind = 'PLACED');
-- A buyer is found by telephone.
CREATE INDEX preorder_phone ON preorder (buyer_phone, placed_at, id);

ALTER TABLE presale_offer ADD COLUMN charged_by_weight BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE presale_offer ADD COLUMN weight_tolerance INTEGER NOT NULL DEFAULT 0
    CONSTRAINT presale_offer_weight_tolerance_range CHECK (weight_tolerance BETWEEN 0 AND 10000);

CREATE TABLE presale_offer_version (
    id UUID PRIMARY KEY,
    offer_id UUID NOT NULL CONSTRAINT presale_offer_version_offer_exists REFERENCES presale_offer (id),
    quota_g BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    terms TEXT,
    pick_up_place TEXT,
    pick_up_from DATE,
    pick_up_to DATE,
    ships BOOLEAN NOT NULL,
    freight_fen BIGINT NOT NULL,
    replaced_at BIGINT NOT NULL,
    replaced_by UUID NOT NULL CONSTRAINT presale_offer_version_replaced_by_exists REFERENCES account (id)
);
CREATE INDEX presale_offer_version_offer ON presale_offer_version (offer_id, id);

-- Deliveries of their own. The one of a pre-order that was delivered before has its id.
DROP INDEX preorder_delivery;
CREATE TABLE preorder_delivery (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL CONSTRAINT preorder_delivery_preorder_exists REFERENCES preorder (id),
    region_code TEXT NOT NULL CONSTRAINT preorder_delivery_region_exists REFERENCES region (code),
    delivered_on DATE NOT NULL,
    quantity_g BIGINT NOT NULL CONSTRAINT preorder_delivery_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    tracking_number TEXT,
    changed_g BIGINT NOT NULL,
    changed_fen BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT preorder_delivery_recorded_by_exists REFERENCES account (id),
    reversed_at BIGINT CONSTRAINT preorder_delivery_reversed_at_after_recorded_at CHECK (reversed_at >= recorded_at),
    reversal_reason TEXT CONSTRAINT preorder_delivery_reversal_reason_length CHECK (length(reversal_reason) BETWEEN 1 AND 500),
    reversed_by UUID CONSTRAINT preorder_delivery_reversed_by_exists REFERENCES account (id),
    CONSTRAINT preorder_delivery_reversal_is_whole CHECK ((reversed_at IS NULL) = (reversal_reason IS NULL) AND (reversed_at IS NULL) =
        (reversed_by IS NULL))
);
INSERT INTO preorder_delivery (id, preorder_id, region_code, delivered_on, quantity_g, tracking_number, changed_g, changed_fen,
        recorded_at, recorded_by)
    SELECT preorder.id, preorder.id, preorder.region_code, preorder.delivered_on, preorder.fulfillable_g, preorder.tracking_number, 0, 0,
        event.at, event.account_id
    FROM preorder JOIN preorder_event event ON event.preorder_id = preorder.id AND event.kind = 'DELIVERED'
    WHERE preorder.status = 'DELIVERED';
CREATE INDEX preorder_delivery_preorder ON preorder_delivery (preorder_id, id);
-- For finding deliveries without a certificate, by day.
CREATE INDEX preorder_delivery_day ON preorder_delivery (delivered_on, id) WHERE reversed_at IS NULL;

CREATE TABLE preorder_delivery_lot (
    id UUID PRIMARY KEY,
    delivery_id UUID NOT NULL CONSTRAINT preorder_delivery_lot_delivery_exists REFERENCES preorder_delivery (id),
    lot_id UUID NOT NULL CONSTRAINT preorder_delivery_lot_lot_exists REFERENCES harvest_lot (id),
    quantity_g BIGINT NOT NULL CONSTRAINT preorder_delivery_lot_quantity_g_range CHECK (quantity_g >= 1),
    CONSTRAINT preorder_delivery_lot_delivery_lot_unique UNIQUE (delivery_id, lot_id)
);
INSERT INTO preorder_delivery_lot (id, delivery_id, lot_id, quantity_g) SELECT id, preorder_id, lot_id, quantity_g FROM preorder_lot;
DROP TABLE preorder_lot;
CREATE INDEX preorder_delivery_lot_lot ON preorder_delivery_lot (lot_id);

CREATE TABLE preorder_return (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL CONSTRAINT preorder_return_preorder_exists REFERENCES preorder (id),
    region_code TEXT NOT NULL CONSTRAINT preorder_return_region_exists REFERENCES region (code),
    returned_on DATE NOT NULL,
    quantity_g BIGINT NOT NULL CONSTRAINT preorder_return_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    changed_fen BIGINT NOT NULL,
    over_quota_g BIGINT NOT NULL,
    is_back_in_stock BOOLEAN NOT NULL,
    reason TEXT NOT NULL CONSTRAINT preorder_return_reason_length CHECK (length(reason) BETWEEN 1 AND 500),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT preorder_return_recorded_by_exists REFERENCES account (id),
    reversed_at BIGINT CONSTRAINT preorder_return_reversed_at_after_recorded_at CHECK (reversed_at >= recorded_at),
    reversal_reason TEXT CONSTRAINT preorder_return_reversal_reason_length CHECK (length(reversal_reason) BETWEEN 1 AND 500),
    reversed_by UUID CONSTRAINT preorder_return_reversed_by_exists REFERENCES account (id),
    CONSTRAINT preorder_return_reversal_is_whole CHECK ((reversed_at IS NULL) = (reversal_reason IS NULL) AND (reversed_at IS NULL) =
        (reversed_by IS NULL))
);
CREATE INDEX preorder_return_preorder ON preorder_return (preorder_id, id);

CREATE TABLE preorder_return_lot (
    id UUID PRIMARY KEY,
    return_id UUID NOT NULL CONSTRAINT preorder_return_lot_return_exists REFERENCES preorder_return (id),
    lot_id UUID NOT NULL CONSTRAINT preorder_return_lot_lot_exists REFERENCES harvest_lot (id),
    quantity_g BIGINT NOT NULL CONSTRAINT preorder_return_lot_quantity_g_range CHECK (quantity_g >= 1),
    CONSTRAINT preorder_return_lot_return_lot_unique UNIQUE (return_id, lot_id)
);
CREATE INDEX preorder_return_lot_lot ON preorder_return_lot (lot_id);

-- All that came under one reference, and how much of it payments use. They never use more.
CREATE TABLE preorder_transfer (
    id UUID PRIMARY KEY,
    method TEXT NOT NULL CONSTRAINT preorder_transfer_method_known CHECK (method IN ('CASH', 'WECHAT', 'ALIPAY', 'BANK')),
    reference TEXT NOT NULL,
    counted_within TEXT NOT NULL,
    amount_fen BIGINT NOT NULL CONSTRAINT preorder_transfer_amount_fen_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    used_fen BIGINT NOT NULL CONSTRAINT preorder_transfer_used_within_amount CHECK (used_fen BETWEEN 0 AND amount_fen),
    CONSTRAINT preorder_transfer_reference_unique UNIQUE (method, reference, counted_within)
);
INSERT INTO preorder_transfer (id, method, reference, counted_within, amount_fen, used_fen)
    SELECT id, method, reference,
        CASE WHEN method = 'CASH' THEN region_code || '/' || substr(CAST(day AS TEXT), 1, 4) ELSE '' END, amount_fen, amount_fen
    FROM preorder_payment WHERE reversed_at IS NULL;
DROP INDEX preorder_payment_proof;
ALTER TABLE preorder_payment ADD COLUMN transfer_fen BIGINT NOT NULL DEFAULT 0;
-- None for a payment that was reversed before there were transfers.
ALTER TABLE preorder_payment ADD COLUMN transfer_id UUID CONSTRAINT preorder_payment_transfer_exists REFERENCES preorder_transfer (id);
UPDATE preorder_payment SET transfer_fen = amount_fen, transfer_id = CASE WHEN reversed_at IS NULL THEN id END;
CREATE INDEX preorder_payment_transfer ON preorder_payment (transfer_id) WHERE transfer_id IS NOT NULL;

-- A refund can be reversed, and its reference is free again. The table is made anew without the constraint that
-- forbade it, since SQLite cannot drop one.
CREATE TABLE preorder_refund_reversible (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL CONSTRAINT preorder_refund_preorder_exists REFERENCES preorder (id),
    region_code TEXT NOT NULL CONSTRAINT preorder_refund_region_exists REFERENCES region (code),
    amount_fen BIGINT NOT NULL CONSTRAINT preorder_refund_amount_fen_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    method TEXT NOT NULL CONSTRAINT preorder_refund_method_known CHECK (method IN ('CASH', 'WECHAT', 'ALIPAY', 'BANK')),
    reference TEXT NOT NULL,
    counted_within TEXT NOT NULL,
    day DATE NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT preorder_refund_recorded_by_exists REFERENCES account (id),
    reversed_at BIGINT CONSTRAINT preorder_refund_reversed_at_after_recorded_at CHECK (reversed_at >= recorded_at),
    reversal_reason TEXT CONSTRAINT preorder_refund_reversal_reason_length CHECK (length(reversal_reason) BETWEEN 1 AND 500),
    reversed_by UUID CONSTRAINT preorder_refund_reversed_by_exists REFERENCES account (id),
    CONSTRAINT preorder_refund_reversal_is_whole CHECK ((reversed_at IS NULL) = (reversal_reason IS NULL) AND (reversed_at IS NULL) =
        (reversed_by IS NULL))
);
INSERT INTO preorder_refund_reversible (id, preorder_id, region_code, amount_fen, method, reference, counted_within, day, recorded_at,
        recorded_by)
    SELECT id, preorder_id, region_code, amount_fen, method, reference,
        CASE WHEN method = 'CASH' THEN region_code || '/' || substr(CAST(day AS TEXT), 1, 4) ELSE '' END, day, recorded_at, recorded_by
    FROM preorder_refund;
DROP TABLE preorder_refund;
ALTER TABLE preorder_refund_reversible RENAME TO preorder_refund;
CREATE UNIQUE INDEX preorder_refund_proof ON preorder_refund (method, reference, counted_within) WHERE reversed_at IS NULL;
CREATE INDEX preorder_refund_preorder ON preorder_refund (preorder_id, id);
CREATE INDEX preorder_refund_day ON preorder_refund (day, region_code);
