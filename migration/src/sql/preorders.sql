-- Offers, pre-orders and what becomes of them. What must never break stands here as constraints, whatever the code does: an offer never
-- promises more than its quota, and no fen of a pre-order is lost sight of.

CREATE TABLE presale_offer (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL REFERENCES region (code),
    variety_code TEXT NOT NULL REFERENCES variety (code),
    season INTEGER NOT NULL CHECK (season BETWEEN 1949 AND 9999),
    quota_g BIGINT NOT NULL CHECK (quota_g <= 100000000000),
    taken_g BIGINT NOT NULL,
    unit_price_fen BIGINT NOT NULL CHECK (unit_price_fen BETWEEN 1 AND 100000000000),
    pack_g BIGINT CHECK (pack_g BETWEEN 1 AND 100000000000),
    deposit_rate INTEGER NOT NULL CHECK (deposit_rate BETWEEN 0 AND 10000),
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    hold_microseconds BIGINT NOT NULL CHECK (hold_microseconds > 0),
    terms TEXT CHECK (length(terms) BETWEEN 1 AND 2000),
    pick_up_place TEXT CHECK (length(pick_up_place) BETWEEN 1 AND 200),
    pick_up_from DATE,
    pick_up_to DATE,
    ships BOOLEAN NOT NULL,
    freight_fen BIGINT NOT NULL CHECK (freight_fen BETWEEN 0 AND 100000000000),
    cancel_until BIGINT,
    kept_rate INTEGER NOT NULL CHECK (kept_rate BETWEEN 0 AND 10000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    CHECK (taken_g BETWEEN 0 AND quota_g),
    CHECK (opens_at <= closes_at),
    CHECK (ships OR freight_fen = 0),
    CHECK (pick_up_from <= pick_up_to)
);
CREATE INDEX presale_offer_opening ON presale_offer (opens_at, id);
CREATE INDEX presale_offer_region ON presale_offer (region_code, opens_at, id);
CREATE INDEX presale_offer_crop ON presale_offer (variety_code, season, region_code);

CREATE TABLE preorder (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    offer_id UUID NOT NULL REFERENCES presale_offer (id),
    region_code TEXT NOT NULL REFERENCES region (code),
    status TEXT NOT NULL CHECK (status IN ('PLACED', 'CONFIRMED', 'DELIVERED', 'CANCELLED', 'EXPIRED')),
    buyer_account_id UUID REFERENCES account (id),
    buyer_name TEXT NOT NULL,
    buyer_phone TEXT NOT NULL,
    audit_salt TEXT NOT NULL,
    fulfilment TEXT NOT NULL CHECK (fulfilment IN ('PICK_UP', 'SHIP')),
    delivery_address TEXT,
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    fulfillable_g BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL CHECK (amount_fen BETWEEN 0 AND 100000000000),
    deposit_fen BIGINT NOT NULL CHECK (deposit_fen BETWEEN 0 AND 100000000000),
    freight_fen BIGINT NOT NULL CHECK (freight_fen BETWEEN 0 AND 100000000000),
    compensated_fen BIGINT NOT NULL CHECK (compensated_fen >= 0),
    paid_fen BIGINT NOT NULL,
    for_refund_fen BIGINT NOT NULL CHECK (for_refund_fen BETWEEN 0 AND paid_fen),
    refunded_fen BIGINT NOT NULL CHECK (refunded_fen >= 0),
    kept_fen BIGINT NOT NULL CHECK (kept_fen >= 0),
    refund_due_since BIGINT,
    placed_at BIGINT NOT NULL,
    hold_until BIGINT NOT NULL,
    confirmed_at BIGINT,
    delivered_on DATE,
    tracking_number TEXT,
    cancelled_at BIGINT,
    cancellation_cause TEXT CHECK (cancellation_cause IN ('BUYER', 'TOWN', 'SHORTFALL', 'UNCOLLECTED')),
    changed_at BIGINT NOT NULL,
    CHECK (fulfillable_g BETWEEN 0 AND quantity_g),
    CHECK ((status IN ('PLACED', 'CONFIRMED', 'DELIVERED')) = (fulfillable_g > 0)),
    CHECK (fulfillable_g > 0 OR amount_fen = 0),
    CHECK (refunded_fen + kept_fen <= paid_fen),
    CHECK (kept_fen = 0 OR status = 'CANCELLED'),
    CHECK (compensated_fen = 0 OR status = 'DELIVERED'),
    CHECK (status NOT IN ('CONFIRMED', 'DELIVERED') OR confirmed_at IS NOT NULL),
    CHECK ((status = 'DELIVERED') = (delivered_on IS NOT NULL)),
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancellation_cause IS NULL)),
    CHECK ((fulfilment = 'SHIP') = (delivery_address IS NOT NULL)),
    CHECK (fulfilment = 'SHIP' OR freight_fen = 0),
    CHECK (hold_until > placed_at)
);
CREATE INDEX preorder_placing ON preorder (placed_at, id);
CREATE INDEX preorder_region ON preorder (region_code, placed_at, id);
CREATE INDEX preorder_offer ON preorder (offer_id, placed_at, id);
CREATE INDEX preorder_buyer ON preorder (buyer_account_id, placed_at, id);
CREATE INDEX preorder_hold ON preorder (offer_id, status, hold_until);
CREATE INDEX preorder_unpaid ON preorder (offer_id, buyer_phone) WHERE status = 'PLACED';
CREATE INDEX preorder_refund_due ON preorder (refund_due_since, id) WHERE refund_due_since IS NOT NULL;

CREATE TABLE preorder_event (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL REFERENCES preorder (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    account_id UUID REFERENCES account (id),
    amount_fen BIGINT,
    quantity_g BIGINT,
    method TEXT,
    reference TEXT,
    reason TEXT,
    day DATE NOT NULL,
    presale_fen BIGINT NOT NULL,
    presale_g BIGINT NOT NULL,
    presale_items BIGINT NOT NULL,
    presale_records BIGINT NOT NULL
);
CREATE INDEX preorder_event_preorder ON preorder_event (preorder_id, id);

CREATE TABLE preorder_payment (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL REFERENCES preorder (id),
    region_code TEXT NOT NULL REFERENCES region (code),
    amount_fen BIGINT NOT NULL CHECK (amount_fen BETWEEN 1 AND 100000000000),
    method TEXT NOT NULL CHECK (method IN ('CASH', 'WECHAT', 'ALIPAY', 'BANK')),
    reference TEXT NOT NULL,
    is_for_refund BOOLEAN NOT NULL,
    paid_at BIGINT NOT NULL,
    day DATE NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    reversed_at BIGINT CHECK (reversed_at >= recorded_at),
    reversal_reason TEXT CHECK (length(reversal_reason) BETWEEN 1 AND 500),
    reversed_by UUID REFERENCES account (id),
    CHECK ((reversed_at IS NULL) = (reversal_reason IS NULL) AND (reversed_at IS NULL) = (reversed_by IS NULL))
);
CREATE UNIQUE INDEX preorder_payment_proof ON preorder_payment (method, reference) WHERE reversed_at IS NULL;
CREATE INDEX preorder_payment_preorder ON preorder_payment (preorder_id, id);
CREATE INDEX preorder_payment_day ON preorder_payment (day, region_code);

CREATE TABLE preorder_refund (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL REFERENCES preorder (id),
    region_code TEXT NOT NULL REFERENCES region (code),
    amount_fen BIGINT NOT NULL CHECK (amount_fen BETWEEN 1 AND 100000000000),
    method TEXT NOT NULL CHECK (method IN ('CASH', 'WECHAT', 'ALIPAY', 'BANK')),
    reference TEXT NOT NULL,
    day DATE NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    UNIQUE (method, reference)
);
CREATE INDEX preorder_refund_preorder ON preorder_refund (preorder_id, id);
CREATE INDEX preorder_refund_day ON preorder_refund (day, region_code);

CREATE TABLE preorder_lot (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL REFERENCES preorder (id),
    lot_id UUID NOT NULL REFERENCES harvest_lot (id),
    quantity_g BIGINT NOT NULL CHECK (quantity_g >= 1),
    UNIQUE (preorder_id, lot_id)
);
CREATE INDEX preorder_lot_lot ON preorder_lot (lot_id);

CREATE TABLE shortfall_run (
    id UUID PRIMARY KEY,
    offer_id UUID NOT NULL REFERENCES presale_offer (id),
    region_code TEXT NOT NULL REFERENCES region (code),
    policy TEXT NOT NULL CHECK (policy IN ('PRO_RATA', 'FIRST_COME')),
    available_g BIGINT NOT NULL CHECK (available_g >= 0),
    promised_g BIGINT NOT NULL CHECK (promised_g >= available_g),
    quota_before_g BIGINT NOT NULL,
    refund_due_fen BIGINT NOT NULL CHECK (refund_due_fen >= 0),
    preorders_reduced INTEGER NOT NULL CHECK (preorders_reduced >= 0),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id)
);
CREATE INDEX shortfall_run_offer ON shortfall_run (offer_id, id);

CREATE TABLE shortfall_share (
    id UUID PRIMARY KEY,
    run_id UUID NOT NULL REFERENCES shortfall_run (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    preorder_id UUID NOT NULL REFERENCES preorder (id),
    ordered_g BIGINT NOT NULL,
    promised_g BIGINT NOT NULL,
    fulfillable_g BIGINT NOT NULL,
    refund_due_fen BIGINT NOT NULL,
    UNIQUE (run_id, position),
    CHECK (fulfillable_g BETWEEN 0 AND promised_g),
    CHECK (promised_g <= ordered_g)
);

CREATE TABLE harvest_estimate (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL REFERENCES region (code),
    variety_code TEXT NOT NULL REFERENCES variety (code),
    season INTEGER NOT NULL CHECK (season BETWEEN 1949 AND 9999),
    quantity_g BIGINT NOT NULL CHECK (quantity_g BETWEEN 1 AND 100000000000),
    note TEXT CHECK (length(note) BETWEEN 1 AND 500),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES account (id),
    replaced_at BIGINT CHECK (replaced_at >= recorded_at)
);
CREATE UNIQUE INDEX harvest_estimate_latest ON harvest_estimate (variety_code, season, region_code) WHERE replaced_at IS NULL;
CREATE INDEX harvest_estimate_recording ON harvest_estimate (recorded_at, id);
CREATE INDEX harvest_estimate_region ON harvest_estimate (region_code, recorded_at, id);
