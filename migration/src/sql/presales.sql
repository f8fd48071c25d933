-- Offers and pre-orders, and what happens to them. Constraints guarantee what must never break, whatever the code
-- does: an offer never promises more than its quota, and every fen of a pre-order is accounted for.

CREATE TABLE presale_offer (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL CONSTRAINT presale_offer_region_exists REFERENCES region (code),
    variety_code TEXT NOT NULL CONSTRAINT presale_offer_variety_exists REFERENCES variety (code),
    season INTEGER NOT NULL CONSTRAINT presale_offer_season_range CHECK (season BETWEEN 1949 AND 9999),
    quota_g BIGINT NOT NULL CONSTRAINT presale_offer_quota_g_range CHECK (quota_g <= 100000000000),
    taken_g BIGINT NOT NULL,
    unit_price_fen BIGINT NOT NULL CONSTRAINT presale_offer_unit_price_fen_range CHECK (unit_price_fen BETWEEN 1 AND 100000000000),
    pack_g BIGINT CONSTRAINT presale_offer_pack_g_range CHECK (pack_g BETWEEN 1 AND 100000000000),
    deposit_rate INTEGER NOT NULL CONSTRAINT presale_offer_deposit_rate_range CHECK (deposit_rate BETWEEN 0 AND 10000),
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    hold_microseconds BIGINT NOT NULL CONSTRAINT presale_offer_hold_microseconds_range CHECK (hold_microseconds > 0),
    terms TEXT CONSTRAINT presale_offer_terms_length CHECK (length(terms) BETWEEN 1 AND 2000),
    pick_up_place TEXT CONSTRAINT presale_offer_pick_up_place_length CHECK (length(pick_up_place) BETWEEN 1 AND 200),
    pick_up_from DATE,
    pick_up_to DATE,
    ships BOOLEAN NOT NULL,
    freight_fen BIGINT NOT NULL CONSTRAINT presale_offer_freight_fen_range CHECK (freight_fen BETWEEN 0 AND 100000000000),
    cancel_until BIGINT,
    kept_rate INTEGER NOT NULL CONSTRAINT presale_offer_kept_rate_range CHECK (kept_rate BETWEEN 0 AND 10000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT presale_offer_recorded_by_exists REFERENCES account (id),
    CONSTRAINT presale_offer_taken_within_quota CHECK (taken_g BETWEEN 0 AND quota_g),
    CONSTRAINT presale_offer_opens_before_closing CHECK (opens_at <= closes_at),
    CONSTRAINT presale_offer_freight_where_shipped CHECK (ships OR freight_fen = 0),
    CONSTRAINT presale_offer_pick_up_days_in_order CHECK (pick_up_from <= pick_up_to)
);
CREATE INDEX presale_offer_opening ON presale_offer (opens_at, id);
CREATE INDEX presale_offer_region ON presale_offer (region_code, opens_at, id);
CREATE INDEX presale_offer_crop ON presale_offer (variety_code, season, region_code);

CREATE TABLE preorder (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT preorder_code_unique UNIQUE,
    offer_id UUID NOT NULL CONSTRAINT preorder_offer_exists REFERENCES presale_offer (id),
    region_code TEXT NOT NULL CONSTRAINT preorder_region_exists REFERENCES region (code),
    status TEXT NOT NULL CONSTRAINT preorder_status_known CHECK (status IN ('PLACED', 'CONFIRMED', 'DELIVERED', 'CANCELLED', 'EXPIRED')),
    buyer_account_id UUID CONSTRAINT preorder_buyer_account_exists REFERENCES account (id),
    buyer_name TEXT NOT NULL,
    buyer_phone TEXT NOT NULL,
    audit_salt TEXT NOT NULL,
    fulfilment TEXT NOT NULL CONSTRAINT preorder_fulfilment_known CHECK (fulfilment IN ('PICK_UP', 'SHIP')),
    delivery_address TEXT,
    quantity_g BIGINT NOT NULL CONSTRAINT preorder_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    fulfillable_g BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL CONSTRAINT preorder_amount_fen_range CHECK (amount_fen BETWEEN 0 AND 100000000000),
    deposit_fen BIGINT NOT NULL CONSTRAINT preorder_deposit_fen_range CHECK (deposit_fen BETWEEN 0 AND 100000000000),
    freight_fen BIGINT NOT NULL CONSTRAINT preorder_freight_fen_range CHECK (freight_fen BETWEEN 0 AND 100000000000),
    compensated_fen BIGINT NOT NULL CONSTRAINT preorder_compensated_fen_range CHECK (compensated_fen >= 0),
    paid_fen BIGINT NOT NULL,
    for_refund_fen BIGINT NOT NULL CONSTRAINT preorder_for_refund_fen_within_paid_fen CHECK (for_refund_fen BETWEEN 0 AND paid_fen),
    refunded_fen BIGINT NOT NULL CONSTRAINT preorder_refunded_fen_range CHECK (refunded_fen >= 0),
    kept_fen BIGINT NOT NULL CONSTRAINT preorder_kept_fen_range CHECK (kept_fen >= 0),
    refund_due_since BIGINT,
    placed_at BIGINT NOT NULL,
    hold_until BIGINT NOT NULL,
    confirmed_at BIGINT,
    delivered_on DATE,
    tracking_number TEXT,
    cancelled_at BIGINT,
    cancellation_cause TEXT
        CONSTRAINT preorder_cancellation_cause_known CHECK (cancellation_cause IN ('BUYER', 'TOWN', 'SHORTFALL', 'UNCOLLECTED')),
    changed_at BIGINT NOT NULL,
    CONSTRAINT preorder_fulfillable_within_quantity CHECK (fulfillable_g BETWEEN 0 AND quantity_g),
    CONSTRAINT preorder_fulfillable_while_alive CHECK ((status IN ('PLACED', 'CONFIRMED', 'DELIVERED')) = (fulfillable_g > 0)),
    CONSTRAINT preorder_amount_while_fulfillable CHECK (fulfillable_g > 0 OR amount_fen = 0),
    CONSTRAINT preorder_money_within_paid CHECK (refunded_fen + kept_fen <= paid_fen),
    CONSTRAINT preorder_kept_when_cancelled CHECK (kept_fen = 0 OR status = 'CANCELLED'),
    CONSTRAINT preorder_compensated_when_delivered CHECK (compensated_fen = 0 OR status = 'DELIVERED'),
    CONSTRAINT preorder_confirmed_is_dated CHECK (status NOT IN ('CONFIRMED', 'DELIVERED') OR confirmed_at IS NOT NULL),
    CONSTRAINT preorder_delivered_is_dated CHECK ((status = 'DELIVERED') = (delivered_on IS NOT NULL)),
    CONSTRAINT preorder_cancelled_is_explained CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) =
        (cancellation_cause IS NULL)),
    CONSTRAINT preorder_shipped_has_address CHECK ((fulfilment = 'SHIP') = (delivery_address IS NOT NULL)),
    CONSTRAINT preorder_freight_where_shipped CHECK (fulfilment = 'SHIP' OR freight_fen = 0),
    CONSTRAINT preorder_hold_after_placing CHECK (hold_until > placed_at)
);
-- For finding deliveries without a certificate, by day.
CREATE INDEX preorder_delivery ON preorder (delivered_on, id) WHERE delivered_on IS NOT NULL;
CREATE INDEX preorder_placing ON preorder (placed_at, id);
CREATE INDEX preorder_township ON preorder (substr(region_code, 1, 9), placed_at, id);
CREATE INDEX preorder_county ON preorder (substr(region_code, 1, 6), placed_at, id);
CREATE INDEX preorder_offer ON preorder (offer_id, placed_at, id);
CREATE INDEX preorder_buyer ON preorder (buyer_account_id, placed_at, id);
CREATE INDEX preorder_hold ON preorder (offer_id, status, hold_until);
CREATE INDEX preorder_unpaid ON preorder (offer_id, buyer_phone) WHERE status = 'PLACED';
CREATE INDEX preorder_refund_due ON preorder (refund_due_since, id) WHERE refund_due_since IS NOT NULL;

CREATE TABLE preorder_event (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL CONSTRAINT preorder_event_preorder_exists REFERENCES preorder (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    account_id UUID CONSTRAINT preorder_event_account_exists REFERENCES account (id),
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
    preorder_id UUID NOT NULL CONSTRAINT preorder_payment_preorder_exists REFERENCES preorder (id),
    region_code TEXT NOT NULL CONSTRAINT preorder_payment_region_exists REFERENCES region (code),
    amount_fen BIGINT NOT NULL CONSTRAINT preorder_payment_amount_fen_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    method TEXT NOT NULL CONSTRAINT preorder_payment_method_known CHECK (method IN ('CASH', 'WECHAT', 'ALIPAY', 'BANK')),
    reference TEXT NOT NULL,
    is_for_refund BOOLEAN NOT NULL,
    paid_at BIGINT NOT NULL,
    day DATE NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT preorder_payment_recorded_by_exists REFERENCES account (id),
    reversed_at BIGINT CONSTRAINT preorder_payment_reversed_at_after_recorded_at CHECK (reversed_at >= recorded_at),
    reversal_reason TEXT CONSTRAINT preorder_payment_reversal_reason_length CHECK (length(reversal_reason) BETWEEN 1 AND 500),
    reversed_by UUID CONSTRAINT preorder_payment_reversed_by_exists REFERENCES account (id),
    CONSTRAINT preorder_payment_reversal_is_whole CHECK ((reversed_at IS NULL) = (reversal_reason IS NULL) AND (reversed_at IS NULL) =
        (reversed_by IS NULL))
);
CREATE UNIQUE INDEX preorder_payment_proof ON preorder_payment (method, reference) WHERE reversed_at IS NULL;
CREATE INDEX preorder_payment_preorder ON preorder_payment (preorder_id, id);
CREATE INDEX preorder_payment_day ON preorder_payment (day, region_code);

CREATE TABLE preorder_refund (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL CONSTRAINT preorder_refund_preorder_exists REFERENCES preorder (id),
    region_code TEXT NOT NULL CONSTRAINT preorder_refund_region_exists REFERENCES region (code),
    amount_fen BIGINT NOT NULL CONSTRAINT preorder_refund_amount_fen_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    method TEXT NOT NULL CONSTRAINT preorder_refund_method_known CHECK (method IN ('CASH', 'WECHAT', 'ALIPAY', 'BANK')),
    reference TEXT NOT NULL,
    day DATE NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT preorder_refund_recorded_by_exists REFERENCES account (id),
    CONSTRAINT preorder_refund_method_reference_unique UNIQUE (method, reference)
);
CREATE INDEX preorder_refund_preorder ON preorder_refund (preorder_id, id);
CREATE INDEX preorder_refund_day ON preorder_refund (day, region_code);

CREATE TABLE preorder_lot (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL CONSTRAINT preorder_lot_preorder_exists REFERENCES preorder (id),
    lot_id UUID NOT NULL CONSTRAINT preorder_lot_lot_exists REFERENCES harvest_lot (id),
    quantity_g BIGINT NOT NULL CONSTRAINT preorder_lot_quantity_g_range CHECK (quantity_g >= 1),
    CONSTRAINT preorder_lot_preorder_lot_unique UNIQUE (preorder_id, lot_id)
);
CREATE INDEX preorder_lot_lot ON preorder_lot (lot_id);

CREATE TABLE shortfall_run (
    id UUID PRIMARY KEY,
    offer_id UUID NOT NULL CONSTRAINT shortfall_run_offer_exists REFERENCES presale_offer (id),
    region_code TEXT NOT NULL CONSTRAINT shortfall_run_region_exists REFERENCES region (code),
    policy TEXT NOT NULL CONSTRAINT shortfall_run_policy_known CHECK (policy IN ('PRO_RATA', 'FIRST_COME')),
    available_g BIGINT NOT NULL CONSTRAINT shortfall_run_available_g_range CHECK (available_g >= 0),
    promised_g BIGINT NOT NULL CONSTRAINT shortfall_run_available_within_promised CHECK (promised_g >= available_g),
    quota_before_g BIGINT NOT NULL,
    refund_due_fen BIGINT NOT NULL CONSTRAINT shortfall_run_refund_due_fen_range CHECK (refund_due_fen >= 0),
    preorders_reduced INTEGER NOT NULL CONSTRAINT shortfall_run_preorders_reduced_range CHECK (preorders_reduced >= 0),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT shortfall_run_recorded_by_exists REFERENCES account (id)
);
CREATE INDEX shortfall_run_offer ON shortfall_run (offer_id, id);
-- An offer and its shortfall refer to each other while the shortfall is being settled, so this column is added after
-- both tables.
ALTER TABLE presale_offer ADD COLUMN settling_run_id UUID CONSTRAINT presale_offer_settling_run_exists REFERENCES shortfall_run (id);
CREATE INDEX presale_offer_settling ON presale_offer (settling_run_id) WHERE settling_run_id IS NOT NULL;

CREATE TABLE shortfall_share (
    id UUID PRIMARY KEY,
    run_id UUID NOT NULL CONSTRAINT shortfall_share_run_exists REFERENCES shortfall_run (id),
    position INTEGER NOT NULL CONSTRAINT shortfall_share_position_range CHECK (position >= 1),
    preorder_id UUID NOT NULL CONSTRAINT shortfall_share_preorder_exists REFERENCES preorder (id),
    ordered_g BIGINT NOT NULL,
    promised_g BIGINT NOT NULL,
    fulfillable_g BIGINT NOT NULL,
    refund_due_fen BIGINT NOT NULL,
    CONSTRAINT shortfall_share_run_position_unique UNIQUE (run_id, position),
    CONSTRAINT shortfall_share_fulfillable_within_promised CHECK (fulfillable_g BETWEEN 0 AND promised_g),
    CONSTRAINT shortfall_share_promised_within_ordered CHECK (promised_g <= ordered_g)
);

CREATE TABLE harvest_estimate (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL CONSTRAINT harvest_estimate_region_exists REFERENCES region (code),
    variety_code TEXT NOT NULL CONSTRAINT harvest_estimate_variety_exists REFERENCES variety (code),
    season INTEGER NOT NULL CONSTRAINT harvest_estimate_season_range CHECK (season BETWEEN 1949 AND 9999),
    quantity_g BIGINT NOT NULL CONSTRAINT harvest_estimate_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    note TEXT CONSTRAINT harvest_estimate_note_length CHECK (length(note) BETWEEN 1 AND 500),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT harvest_estimate_recorded_by_exists REFERENCES account (id),
    replaced_at BIGINT CONSTRAINT harvest_estimate_replaced_at_after_recorded_at CHECK (replaced_at >= recorded_at)
);
CREATE UNIQUE INDEX harvest_estimate_latest ON harvest_estimate (variety_code, season, region_code) WHERE replaced_at IS NULL;
CREATE INDEX harvest_estimate_recording ON harvest_estimate (recorded_at, id);
CREATE INDEX harvest_estimate_region ON harvest_estimate (region_code, recorded_at, id);
