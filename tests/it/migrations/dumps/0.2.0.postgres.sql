SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.account (
    id uuid NOT NULL,
    username text NOT NULL,
    password_hash text NOT NULL,
    role text NOT NULL,
    region_code text,
    plant_code text,
    grower_id uuid,
    created_at bigint NOT NULL,
    password_set_at bigint NOT NULL,
    disabled_at bigint,
    refusal_noted_at bigint,
    CONSTRAINT account_grower_has_grower CHECK (((role = 'GROWER'::text) = (grower_id IS NOT NULL))),
    CONSTRAINT account_office_has_region CHECK (((role <> ALL (ARRAY['OFFICIAL'::text, 'CLERK'::text])) OR (region_code IS NOT NULL))),
    CONSTRAINT account_operator_has_plant CHECK (((role = 'PLANT_OPERATOR'::text) = (plant_code IS NOT NULL))),
    CONSTRAINT account_role_known CHECK ((role = ANY (ARRAY['ADMIN'::text, 'OFFICIAL'::text, 'CLERK'::text, 'PLANT_OPERATOR'::text, 'GROWER'::text, 'BUYER'::text]))),
    CONSTRAINT account_username_length CHECK (((length(username) >= 1) AND (length(username) <= 100)))
);
CREATE TABLE public.audit_entry (
    id uuid NOT NULL,
    at bigint NOT NULL,
    account_id uuid,
    address text,
    request_id text,
    action text NOT NULL,
    record_kind text,
    record_id text,
    region_code text,
    changes text NOT NULL,
    CONSTRAINT audit_entry_record_is_whole CHECK (((record_kind IS NULL) = (record_id IS NULL)))
);
CREATE TABLE public.audit_seal (
    entry_id uuid NOT NULL,
    "position" bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT audit_seal_hash_length CHECK ((length(hash) = 64)),
    CONSTRAINT audit_seal_position_range CHECK (("position" >= 1))
);
CREATE TABLE public.batch_by_product (
    id uuid NOT NULL,
    batch_id uuid NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    quantity_g bigint NOT NULL,
    CONSTRAINT batch_by_product_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT batch_by_product_position_range CHECK (("position" >= 1)),
    CONSTRAINT batch_by_product_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint)))
);
CREATE TABLE public.batch_ingredient (
    id uuid NOT NULL,
    batch_id uuid NOT NULL,
    "position" integer NOT NULL,
    intake_id uuid,
    source_batch_id uuid,
    from_batch_id uuid,
    quantity_g bigint NOT NULL,
    CONSTRAINT batch_ingredient_from_another CHECK ((from_batch_id <> batch_id)),
    CONSTRAINT batch_ingredient_from_is_source CHECK (((source_batch_id IS NULL) OR (source_batch_id = from_batch_id))),
    CONSTRAINT batch_ingredient_intake_or_batch CHECK (((intake_id IS NULL) <> (source_batch_id IS NULL))),
    CONSTRAINT batch_ingredient_position_range CHECK (("position" >= 1)),
    CONSTRAINT batch_ingredient_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint)))
);
CREATE TABLE public.batch_step (
    id uuid NOT NULL,
    batch_id uuid NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    days integer NOT NULL,
    CONSTRAINT batch_step_days_range CHECK (((days >= 1) AND (days <= 3650))),
    CONSTRAINT batch_step_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT batch_step_position_range CHECK (("position" >= 1))
);
CREATE TABLE public.catering_baseline (
    id uuid NOT NULL,
    region_code text NOT NULL,
    baseline_year integer,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    CONSTRAINT catering_baseline_baseline_year_range CHECK (((baseline_year >= 1949) AND (baseline_year <= 9999)))
);
CREATE TABLE public.catering_establishment (
    code text NOT NULL,
    name text NOT NULL,
    region_code text NOT NULL,
    CONSTRAINT catering_establishment_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE TABLE public.catering_takings (
    id uuid NOT NULL,
    establishment_code text NOT NULL,
    region_code text NOT NULL,
    year integer NOT NULL,
    month integer NOT NULL,
    amount_fen bigint NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    replaced_at bigint,
    CONSTRAINT catering_takings_amount_fen_range CHECK (((amount_fen >= 1) AND (amount_fen <= '100000000000'::bigint))),
    CONSTRAINT catering_takings_month_range CHECK (((month >= 1) AND (month <= 12))),
    CONSTRAINT catering_takings_replaced_at_after_recorded_at CHECK ((replaced_at >= recorded_at)),
    CONSTRAINT catering_takings_year_range CHECK (((year >= 1949) AND (year <= 9999)))
);
CREATE TABLE public.certificate (
    id uuid NOT NULL,
    code text NOT NULL,
    status text NOT NULL,
    lot_id uuid,
    batch_id uuid,
    region_code text NOT NULL,
    grower_id uuid,
    plant_code text,
    product_name text NOT NULL,
    quantity_g bigint NOT NULL,
    issuer_name text NOT NULL,
    issuer_contact text NOT NULL,
    issuer_is_person boolean NOT NULL,
    public_issuer_name text NOT NULL,
    basis text NOT NULL,
    audit_salt text NOT NULL,
    issued_at bigint NOT NULL,
    issued_by uuid NOT NULL,
    replaced_at bigint,
    withdrawn_at bigint,
    withdrawal_reason text,
    withdrawn_by uuid,
    CONSTRAINT certificate_basis_known CHECK ((basis = ANY (ARRAY['SELF_TEST'::text, 'COMMISSIONED_TEST'::text, 'INTERNAL_CONTROL'::text, 'SELF_PLEDGE'::text]))),
    CONSTRAINT certificate_issuer_of_source CHECK ((((lot_id IS NULL) = (grower_id IS NULL)) AND ((batch_id IS NULL) = (plant_code IS NULL)))),
    CONSTRAINT certificate_lot_or_batch CHECK (((lot_id IS NULL) <> (batch_id IS NULL))),
    CONSTRAINT certificate_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint))),
    CONSTRAINT certificate_replaced_at_after_issued_at CHECK ((replaced_at >= issued_at)),
    CONSTRAINT certificate_replaced_is_dated CHECK (((status <> 'REPLACED'::text) OR (replaced_at IS NOT NULL))),
    CONSTRAINT certificate_status_known CHECK ((status = ANY (ARRAY['VALID'::text, 'WITHDRAWN'::text, 'REPLACED'::text]))),
    CONSTRAINT certificate_withdrawal_is_whole CHECK ((((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))),
    CONSTRAINT certificate_withdrawal_reason_length CHECK (((length(withdrawal_reason) >= 1) AND (length(withdrawal_reason) <= 500))),
    CONSTRAINT certificate_withdrawn_at_after_issued_at CHECK ((withdrawn_at >= issued_at)),
    CONSTRAINT certificate_withdrawn_is_dated CHECK (((status = 'WITHDRAWN'::text) = (withdrawn_at IS NOT NULL)))
);
CREATE TABLE public.certificate_origin (
    id uuid NOT NULL,
    certificate_id uuid NOT NULL,
    region_code text NOT NULL
);
CREATE TABLE public.certificate_replacement (
    id uuid NOT NULL,
    certificate_id uuid NOT NULL,
    replaced_code text NOT NULL
);
CREATE TABLE public.daily_total (
    kind text NOT NULL,
    day date NOT NULL,
    region_code text NOT NULL,
    variety_code text NOT NULL,
    product_code text NOT NULL,
    season integer NOT NULL,
    channel text NOT NULL,
    plant_code text NOT NULL,
    site_code text NOT NULL,
    establishment_code text NOT NULL,
    grower_kind text NOT NULL,
    slot integer NOT NULL,
    amount_fen bigint NOT NULL,
    quantity_g bigint NOT NULL,
    item_count bigint NOT NULL,
    area_mu_hundredths bigint NOT NULL,
    record_count bigint NOT NULL
);
CREATE TABLE public.festival (
    id uuid NOT NULL,
    region_code text NOT NULL,
    edition integer NOT NULL,
    name text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CONSTRAINT festival_edition_range CHECK (((edition >= 1) AND (edition <= 1000))),
    CONSTRAINT festival_ends_on_after_starts_on CHECK ((ends_on >= starts_on)),
    CONSTRAINT festival_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE TABLE public.festival_days (
    id uuid NOT NULL,
    festival_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    recorded_at bigint NOT NULL,
    CONSTRAINT festival_days_ends_on_after_starts_on CHECK ((ends_on >= starts_on))
);
CREATE TABLE public.grower (
    id uuid NOT NULL,
    name text NOT NULL,
    display_name text,
    kind text NOT NULL,
    region_code text NOT NULL,
    phone text,
    registered_at bigint NOT NULL,
    audit_salt text NOT NULL,
    CONSTRAINT grower_display_name_length CHECK (((length(display_name) >= 1) AND (length(display_name) <= 100))),
    CONSTRAINT grower_kind_known CHECK ((kind = ANY (ARRAY['HOUSEHOLD'::text, 'FAMILY_FARM'::text, 'COOPERATIVE'::text, 'COMPANY'::text]))),
    CONSTRAINT grower_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT grower_phone_length CHECK (((length(phone) >= 10) AND (length(phone) <= 12)))
);
CREATE TABLE public.harvest_estimate (
    id uuid NOT NULL,
    region_code text NOT NULL,
    variety_code text NOT NULL,
    season integer NOT NULL,
    quantity_g bigint NOT NULL,
    note text,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    replaced_at bigint,
    CONSTRAINT harvest_estimate_note_length CHECK (((length(note) >= 1) AND (length(note) <= 500))),
    CONSTRAINT harvest_estimate_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint))),
    CONSTRAINT harvest_estimate_replaced_at_after_recorded_at CHECK ((replaced_at >= recorded_at)),
    CONSTRAINT harvest_estimate_season_range CHECK (((season >= 1949) AND (season <= 9999)))
);
CREATE TABLE public.harvest_lot (
    id uuid NOT NULL,
    code text NOT NULL,
    plot_id uuid NOT NULL,
    grower_id uuid NOT NULL,
    region_code text NOT NULL,
    variety_code text NOT NULL,
    harvested_on date NOT NULL,
    quantity_g bigint NOT NULL,
    available_g bigint NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    voided_at bigint,
    void_reason text,
    voided_by uuid,
    CONSTRAINT harvest_lot_available_within_quantity CHECK (((available_g >= 0) AND (available_g <= quantity_g))),
    CONSTRAINT harvest_lot_harvested_on_range CHECK ((harvested_on >= '1949-01-01'::date)),
    CONSTRAINT harvest_lot_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint))),
    CONSTRAINT harvest_lot_void_is_whole CHECK ((((voided_at IS NULL) = (void_reason IS NULL)) AND ((voided_at IS NULL) = (voided_by IS NULL)))),
    CONSTRAINT harvest_lot_void_reason_length CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 500))),
    CONSTRAINT harvest_lot_voided_after_recording CHECK ((voided_at >= recorded_at)),
    CONSTRAINT harvest_lot_voided_is_empty CHECK (((voided_at IS NULL) OR (available_g = 0)))
);
CREATE TABLE public.honour (
    code text NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    region_code text NOT NULL,
    awarded_on date NOT NULL,
    ended_on date,
    CONSTRAINT honour_ended_on_after_awarded_on CHECK ((ended_on > awarded_on)),
    CONSTRAINT honour_kind_known CHECK ((kind = ANY (ARRAY['LANDMARK_DISH'::text, 'FAMOUS_SNACK'::text, 'HERITAGE_PROJECT'::text]))),
    CONSTRAINT honour_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE TABLE public.idempotency (
    scope text NOT NULL,
    mutation text NOT NULL,
    key text NOT NULL,
    digest text NOT NULL,
    record_id text NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.installation (
    id integer NOT NULL,
    is_demo boolean NOT NULL,
    needs_step integer NOT NULL,
    CONSTRAINT installation_one_row CHECK ((id = 1))
);
CREATE TABLE public.intake (
    id uuid NOT NULL,
    plant_code text NOT NULL,
    region_code text NOT NULL,
    material text NOT NULL,
    lot_id uuid,
    bought_batch_id uuid,
    grower_id uuid,
    grower_kind text,
    supplier_name text,
    certificate_code text,
    paper_certificate_number text,
    paper_certificate_issuer text,
    quantity_g bigint NOT NULL,
    available_g bigint NOT NULL,
    received_on date NOT NULL,
    audit_salt text NOT NULL,
    client_recorded_at bigint,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    voided_at bigint,
    void_reason text,
    voided_by uuid,
    CONSTRAINT intake_available_within_quantity CHECK (((available_g >= 0) AND (available_g <= quantity_g))),
    CONSTRAINT intake_bought_has_supplier CHECK (((bought_batch_id IS NULL) OR (supplier_name IS NOT NULL))),
    CONSTRAINT intake_grower_kind_known CHECK ((grower_kind = ANY (ARRAY['HOUSEHOLD'::text, 'FAMILY_FARM'::text, 'COOPERATIVE'::text, 'COMPANY'::text]))),
    CONSTRAINT intake_grower_or_supplier CHECK (((grower_id IS NULL) <> (supplier_name IS NULL))),
    CONSTRAINT intake_kind_of_grower CHECK (((grower_id IS NULL) = (grower_kind IS NULL))),
    CONSTRAINT intake_lot_has_grower CHECK (((lot_id IS NULL) OR (grower_id IS NOT NULL))),
    CONSTRAINT intake_material_length CHECK (((length(material) >= 1) AND (length(material) <= 100))),
    CONSTRAINT intake_one_certificate CHECK (((certificate_code IS NULL) OR (paper_certificate_number IS NULL))),
    CONSTRAINT intake_paper_certificate_issuer_length CHECK (((length(paper_certificate_issuer) >= 1) AND (length(paper_certificate_issuer) <= 100))),
    CONSTRAINT intake_paper_certificate_number_length CHECK (((length(paper_certificate_number) >= 1) AND (length(paper_certificate_number) <= 100))),
    CONSTRAINT intake_paper_is_whole CHECK (((paper_certificate_number IS NULL) = (paper_certificate_issuer IS NULL))),
    CONSTRAINT intake_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint))),
    CONSTRAINT intake_received_on_range CHECK ((received_on >= '1949-01-01'::date)),
    CONSTRAINT intake_supplier_name_length CHECK (((length(supplier_name) >= 1) AND (length(supplier_name) <= 100))),
    CONSTRAINT intake_void_is_whole CHECK ((((voided_at IS NULL) = (void_reason IS NULL)) AND ((voided_at IS NULL) = (voided_by IS NULL)))),
    CONSTRAINT intake_void_reason_length CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 500))),
    CONSTRAINT intake_voided_after_recording CHECK ((voided_at >= recorded_at)),
    CONSTRAINT intake_voided_is_empty CHECK (((voided_at IS NULL) OR (available_g = 0)))
);
CREATE TABLE public.ledger_bound (
    id integer NOT NULL,
    closed_at bigint NOT NULL,
    CONSTRAINT ledger_bound_one_row CHECK ((id = 1))
);
CREATE TABLE public.ledger_entry (
    id uuid NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    month date NOT NULL,
    region_code text NOT NULL,
    variety_code text,
    product_code text,
    season integer,
    channel text,
    plant_code text,
    site_code text,
    establishment_code text,
    grower_id uuid,
    grower_kind text,
    amount_fen bigint NOT NULL,
    quantity_g bigint NOT NULL,
    item_count bigint NOT NULL,
    area_mu_hundredths bigint NOT NULL,
    record_count bigint NOT NULL,
    source_kind text NOT NULL,
    source_id uuid NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE TABLE public.monthly_total (
    kind text NOT NULL,
    month date NOT NULL,
    region_code text NOT NULL,
    variety_code text NOT NULL,
    product_code text NOT NULL,
    season integer NOT NULL,
    channel text NOT NULL,
    plant_code text NOT NULL,
    site_code text NOT NULL,
    establishment_code text NOT NULL,
    grower_kind text NOT NULL,
    slot integer NOT NULL,
    amount_fen bigint NOT NULL,
    quantity_g bigint NOT NULL,
    item_count bigint NOT NULL,
    area_mu_hundredths bigint NOT NULL,
    record_count bigint NOT NULL
);
CREATE TABLE public.plot (
    id uuid NOT NULL,
    grower_id uuid NOT NULL,
    region_code text NOT NULL,
    variety_code text NOT NULL,
    area_mu_hundredths bigint NOT NULL,
    planted_year integer NOT NULL,
    tree_count integer,
    out_of_use_from date,
    registered_at bigint NOT NULL,
    CONSTRAINT plot_area_mu_hundredths_range CHECK (((area_mu_hundredths >= 1) AND (area_mu_hundredths <= 100000000))),
    CONSTRAINT plot_planted_year_range CHECK (((planted_year >= 1949) AND (planted_year <= 9999))),
    CONSTRAINT plot_tree_count_range CHECK (((tree_count >= 1) AND (tree_count <= 10000000)))
);
CREATE TABLE public.plot_term (
    id uuid NOT NULL,
    plot_id uuid NOT NULL,
    "position" integer NOT NULL,
    starts_on date NOT NULL,
    is_in_use boolean NOT NULL,
    grower_id uuid NOT NULL,
    grower_kind text NOT NULL,
    region_code text NOT NULL,
    variety_code text NOT NULL,
    area_mu_hundredths bigint NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    CONSTRAINT plot_term_area_mu_hundredths_range CHECK (((area_mu_hundredths >= 1) AND (area_mu_hundredths <= 100000000))),
    CONSTRAINT plot_term_grower_kind_known CHECK ((grower_kind = ANY (ARRAY['HOUSEHOLD'::text, 'FAMILY_FARM'::text, 'COOPERATIVE'::text, 'COMPANY'::text]))),
    CONSTRAINT plot_term_position_range CHECK (("position" >= 1)),
    CONSTRAINT plot_term_starts_on_range CHECK ((starts_on >= '1949-01-01'::date))
);
CREATE TABLE public.preorder (
    id uuid NOT NULL,
    code text NOT NULL,
    offer_id uuid NOT NULL,
    region_code text NOT NULL,
    status text NOT NULL,
    buyer_account_id uuid,
    buyer_name text NOT NULL,
    buyer_phone text NOT NULL,
    audit_salt text NOT NULL,
    fulfilment text NOT NULL,
    delivery_address text,
    quantity_g bigint NOT NULL,
    fulfillable_g bigint NOT NULL,
    amount_fen bigint NOT NULL,
    deposit_fen bigint NOT NULL,
    freight_fen bigint NOT NULL,
    compensated_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    for_refund_fen bigint NOT NULL,
    refunded_fen bigint NOT NULL,
    kept_fen bigint NOT NULL,
    refund_due_since bigint,
    placed_at bigint NOT NULL,
    hold_until bigint NOT NULL,
    confirmed_at bigint,
    delivered_on date,
    tracking_number text,
    cancelled_at bigint,
    cancellation_cause text,
    changed_at bigint NOT NULL,
    CONSTRAINT preorder_amount_fen_range CHECK (((amount_fen >= 0) AND (amount_fen <= '100000000000'::bigint))),
    CONSTRAINT preorder_amount_while_fulfillable CHECK (((fulfillable_g > 0) OR (amount_fen = 0))),
    CONSTRAINT preorder_cancellation_cause_known CHECK ((cancellation_cause = ANY (ARRAY['BUYER'::text, 'TOWN'::text, 'SHORTFALL'::text, 'UNCOLLECTED'::text]))),
    CONSTRAINT preorder_cancelled_is_explained CHECK ((((status = 'CANCELLED'::text) = (cancelled_at IS NOT NULL)) AND ((cancelled_at IS NULL) = (cancellation_cause IS NULL)))),
    CONSTRAINT preorder_compensated_fen_range CHECK ((compensated_fen >= 0)),
    CONSTRAINT preorder_compensated_when_delivered CHECK (((compensated_fen = 0) OR (status = 'DELIVERED'::text))),
    CONSTRAINT preorder_confirmed_is_dated CHECK (((status <> ALL (ARRAY['CONFIRMED'::text, 'DELIVERED'::text])) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT preorder_delivered_is_dated CHECK (((status = 'DELIVERED'::text) = (delivered_on IS NOT NULL))),
    CONSTRAINT preorder_deposit_fen_range CHECK (((deposit_fen >= 0) AND (deposit_fen <= '100000000000'::bigint))),
    CONSTRAINT preorder_for_refund_fen_within_paid_fen CHECK (((for_refund_fen >= 0) AND (for_refund_fen <= paid_fen))),
    CONSTRAINT preorder_freight_fen_range CHECK (((freight_fen >= 0) AND (freight_fen <= '100000000000'::bigint))),
    CONSTRAINT preorder_freight_where_shipped CHECK (((fulfilment = 'SHIP'::text) OR (freight_fen = 0))),
    CONSTRAINT preorder_fulfillable_while_alive CHECK (((status = ANY (ARRAY['PLACED'::text, 'CONFIRMED'::text, 'DELIVERED'::text])) = (fulfillable_g > 0))),
    CONSTRAINT preorder_fulfillable_within_quantity CHECK (((fulfillable_g >= 0) AND (fulfillable_g <= quantity_g))),
    CONSTRAINT preorder_fulfilment_known CHECK ((fulfilment = ANY (ARRAY['PICK_UP'::text, 'SHIP'::text]))),
    CONSTRAINT preorder_hold_after_placing CHECK ((hold_until > placed_at)),
    CONSTRAINT preorder_kept_fen_range CHECK ((kept_fen >= 0)),
    CONSTRAINT preorder_kept_when_cancelled CHECK (((kept_fen = 0) OR (status = 'CANCELLED'::text))),
    CONSTRAINT preorder_money_within_paid CHECK (((refunded_fen + kept_fen) <= paid_fen)),
    CONSTRAINT preorder_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint))),
    CONSTRAINT preorder_refunded_fen_range CHECK ((refunded_fen >= 0)),
    CONSTRAINT preorder_shipped_has_address CHECK (((fulfilment = 'SHIP'::text) = (delivery_address IS NOT NULL))),
    CONSTRAINT preorder_status_known CHECK ((status = ANY (ARRAY['PLACED'::text, 'CONFIRMED'::text, 'DELIVERED'::text, 'CANCELLED'::text, 'EXPIRED'::text])))
);
CREATE TABLE public.preorder_event (
    id uuid NOT NULL,
    preorder_id uuid NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    account_id uuid,
    amount_fen bigint,
    quantity_g bigint,
    method text,
    reference text,
    reason text,
    day date NOT NULL,
    presale_fen bigint NOT NULL,
    presale_g bigint NOT NULL,
    presale_items bigint NOT NULL,
    presale_records bigint NOT NULL
);
CREATE TABLE public.preorder_lot (
    id uuid NOT NULL,
    preorder_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    quantity_g bigint NOT NULL,
    CONSTRAINT preorder_lot_quantity_g_range CHECK ((quantity_g >= 1))
);
CREATE TABLE public.preorder_payment (
    id uuid NOT NULL,
    preorder_id uuid NOT NULL,
    region_code text NOT NULL,
    amount_fen bigint NOT NULL,
    method text NOT NULL,
    reference text NOT NULL,
    is_for_refund boolean NOT NULL,
    paid_at bigint NOT NULL,
    day date NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    reversed_at bigint,
    reversal_reason text,
    reversed_by uuid,
    CONSTRAINT preorder_payment_amount_fen_range CHECK (((amount_fen >= 1) AND (amount_fen <= '100000000000'::bigint))),
    CONSTRAINT preorder_payment_method_known CHECK ((method = ANY (ARRAY['CASH'::text, 'WECHAT'::text, 'ALIPAY'::text, 'BANK'::text]))),
    CONSTRAINT preorder_payment_reversal_is_whole CHECK ((((reversed_at IS NULL) = (reversal_reason IS NULL)) AND ((reversed_at IS NULL) = (reversed_by IS NULL)))),
    CONSTRAINT preorder_payment_reversal_reason_length CHECK (((length(reversal_reason) >= 1) AND (length(reversal_reason) <= 500))),
    CONSTRAINT preorder_payment_reversed_at_after_recorded_at CHECK ((reversed_at >= recorded_at))
);
CREATE TABLE public.preorder_refund (
    id uuid NOT NULL,
    preorder_id uuid NOT NULL,
    region_code text NOT NULL,
    amount_fen bigint NOT NULL,
    method text NOT NULL,
    reference text NOT NULL,
    day date NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    CONSTRAINT preorder_refund_amount_fen_range CHECK (((amount_fen >= 1) AND (amount_fen <= '100000000000'::bigint))),
    CONSTRAINT preorder_refund_method_known CHECK ((method = ANY (ARRAY['CASH'::text, 'WECHAT'::text, 'ALIPAY'::text, 'BANK'::text])))
);
CREATE TABLE public.presale_offer (
    id uuid NOT NULL,
    region_code text NOT NULL,
    variety_code text NOT NULL,
    season integer NOT NULL,
    quota_g bigint NOT NULL,
    taken_g bigint NOT NULL,
    unit_price_fen bigint NOT NULL,
    pack_g bigint,
    deposit_rate integer NOT NULL,
    opens_at bigint NOT NULL,
    closes_at bigint NOT NULL,
    hold_microseconds bigint NOT NULL,
    terms text,
    pick_up_place text,
    pick_up_from date,
    pick_up_to date,
    ships boolean NOT NULL,
    freight_fen bigint NOT NULL,
    cancel_until bigint,
    kept_rate integer NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    CONSTRAINT presale_offer_deposit_rate_range CHECK (((deposit_rate >= 0) AND (deposit_rate <= 10000))),
    CONSTRAINT presale_offer_freight_fen_range CHECK (((freight_fen >= 0) AND (freight_fen <= '100000000000'::bigint))),
    CONSTRAINT presale_offer_freight_where_shipped CHECK ((ships OR (freight_fen = 0))),
    CONSTRAINT presale_offer_hold_microseconds_range CHECK ((hold_microseconds > 0)),
    CONSTRAINT presale_offer_kept_rate_range CHECK (((kept_rate >= 0) AND (kept_rate <= 10000))),
    CONSTRAINT presale_offer_opens_before_closing CHECK ((opens_at <= closes_at)),
    CONSTRAINT presale_offer_pack_g_range CHECK (((pack_g >= 1) AND (pack_g <= '100000000000'::bigint))),
    CONSTRAINT presale_offer_pick_up_days_in_order CHECK ((pick_up_from <= pick_up_to)),
    CONSTRAINT presale_offer_pick_up_place_length CHECK (((length(pick_up_place) >= 1) AND (length(pick_up_place) <= 200))),
    CONSTRAINT presale_offer_quota_g_range CHECK ((quota_g <= '100000000000'::bigint)),
    CONSTRAINT presale_offer_season_range CHECK (((season >= 1949) AND (season <= 9999))),
    CONSTRAINT presale_offer_taken_within_quota CHECK (((taken_g >= 0) AND (taken_g <= quota_g))),
    CONSTRAINT presale_offer_terms_length CHECK (((length(terms) >= 1) AND (length(terms) <= 2000))),
    CONSTRAINT presale_offer_unit_price_fen_range CHECK (((unit_price_fen >= 1) AND (unit_price_fen <= '100000000000'::bigint)))
);
CREATE TABLE public.processing_plant (
    code text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    region_code text NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    stock_from date,
    phone text,
    CONSTRAINT processing_plant_closed_on_after_opened_on CHECK ((closed_on > opened_on)),
    CONSTRAINT processing_plant_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE TABLE public.processing_project (
    code text NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    region_code text NOT NULL,
    plant_code text,
    began_on date NOT NULL,
    ended_on date,
    CONSTRAINT processing_project_ended_on_after_began_on CHECK ((ended_on > began_on)),
    CONSTRAINT processing_project_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE TABLE public.product (
    code text NOT NULL,
    plant_code text NOT NULL,
    name text NOT NULL,
    is_fresh_produce boolean NOT NULL,
    needs_ingredients boolean NOT NULL,
    usual_yield_from bigint,
    usual_yield_to bigint,
    CONSTRAINT product_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT product_usual_yield_from_range CHECK (((usual_yield_from >= 0) AND (usual_yield_from <= 1000000))),
    CONSTRAINT product_usual_yield_to_range CHECK (((usual_yield_to >= 0) AND (usual_yield_to <= 1000000)))
);
CREATE TABLE public.product_step (
    id uuid NOT NULL,
    product_code text NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    days integer NOT NULL,
    CONSTRAINT product_step_days_range CHECK (((days >= 1) AND (days <= 3650))),
    CONSTRAINT product_step_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT product_step_position_range CHECK (("position" >= 1))
);
CREATE TABLE public.production_batch (
    id uuid NOT NULL,
    code text NOT NULL,
    plant_code text NOT NULL,
    region_code text NOT NULL,
    product_code text NOT NULL,
    produced_on date NOT NULL,
    began_on date NOT NULL,
    output_g bigint NOT NULL,
    input_g bigint NOT NULL,
    loss_g bigint NOT NULL,
    available_g bigint NOT NULL,
    replaces_id uuid,
    client_recorded_at bigint,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    voided_at bigint,
    void_reason text,
    voided_by uuid,
    CONSTRAINT production_batch_available_within_output CHECK (((available_g >= 0) AND (available_g <= output_g))),
    CONSTRAINT production_batch_began_on_before_produced_on CHECK ((began_on <= produced_on)),
    CONSTRAINT production_batch_input_g_range CHECK ((input_g >= 0)),
    CONSTRAINT production_batch_loss_g_range CHECK (((loss_g >= 0) AND (loss_g <= '100000000000'::bigint))),
    CONSTRAINT production_batch_output_g_range CHECK (((output_g >= 1) AND (output_g <= '100000000000'::bigint))),
    CONSTRAINT production_batch_produced_on_range CHECK ((produced_on >= '1949-01-01'::date)),
    CONSTRAINT production_batch_replaces_another CHECK ((replaces_id <> id)),
    CONSTRAINT production_batch_void_is_whole CHECK ((((voided_at IS NULL) = (void_reason IS NULL)) AND ((voided_at IS NULL) = (voided_by IS NULL)))),
    CONSTRAINT production_batch_void_reason_length CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 500))),
    CONSTRAINT production_batch_voided_after_recording CHECK ((voided_at >= recorded_at)),
    CONSTRAINT production_batch_voided_is_empty CHECK (((voided_at IS NULL) OR (available_g = 0)))
);
CREATE TABLE public.published_report (
    id uuid NOT NULL,
    region_code text NOT NULL,
    year integer NOT NULL,
    period text NOT NULL,
    edition integer NOT NULL,
    is_provisional boolean NOT NULL,
    figures text NOT NULL,
    names text NOT NULL,
    sellers text NOT NULL,
    definitions text NOT NULL,
    bound bigint NOT NULL,
    salt text NOT NULL,
    hash text NOT NULL,
    published_at bigint NOT NULL,
    published_by uuid NOT NULL,
    office text NOT NULL,
    CONSTRAINT published_report_edition_range CHECK ((edition > 0)),
    CONSTRAINT published_report_hash_length CHECK ((length(hash) = 64)),
    CONSTRAINT published_report_period_known CHECK ((period = ANY (ARRAY['YEAR'::text, 'H1'::text, 'H2'::text, 'Q1'::text, 'Q2'::text, 'Q3'::text, 'Q4'::text, 'M01'::text, 'M02'::text, 'M03'::text, 'M04'::text, 'M05'::text, 'M06'::text, 'M07'::text, 'M08'::text, 'M09'::text, 'M10'::text, 'M11'::text, 'M12'::text]))),
    CONSTRAINT published_report_published_at_after_bound CHECK ((published_at > bound)),
    CONSTRAINT published_report_salt_length CHECK ((length(salt) = 64)),
    CONSTRAINT published_report_year_range CHECK (((year >= 1949) AND (year <= 9999)))
);
CREATE TABLE public.region (
    code text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    parent_code text,
    CONSTRAINT region_code_length CHECK ((length(code) = ANY (ARRAY[2, 6, 9, 12]))),
    CONSTRAINT region_level_known CHECK ((level = ANY (ARRAY['PROVINCE'::text, 'COUNTY'::text, 'TOWNSHIP'::text, 'VILLAGE'::text]))),
    CONSTRAINT region_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT region_province_has_no_parent CHECK (((parent_code IS NULL) = (level = 'PROVINCE'::text)))
);
CREATE TABLE public.regional_total (
    kind text NOT NULL,
    month date NOT NULL,
    region_code text NOT NULL,
    variety_code text NOT NULL,
    product_code text NOT NULL,
    channel text NOT NULL,
    slot integer NOT NULL,
    amount_fen bigint NOT NULL,
    quantity_g bigint NOT NULL,
    item_count bigint NOT NULL,
    area_mu_hundredths bigint NOT NULL,
    record_count bigint NOT NULL
);
CREATE TABLE public.removed_certificate (
    id uuid NOT NULL,
    lot_id uuid,
    batch_id uuid,
    CONSTRAINT removed_certificate_lot_or_batch CHECK (((lot_id IS NULL) <> (batch_id IS NULL)))
);
CREATE TABLE public.report_submission (
    id uuid NOT NULL,
    region_code text NOT NULL,
    year integer NOT NULL,
    period text NOT NULL,
    status text NOT NULL,
    bound bigint NOT NULL,
    submitted_at bigint NOT NULL,
    submitted_by uuid NOT NULL,
    decided_at bigint,
    decided_by uuid,
    reason text,
    CONSTRAINT report_submission_decided_at_after_submitted_at CHECK ((decided_at >= submitted_at)),
    CONSTRAINT report_submission_decided_is_dated CHECK (((status = 'SUBMITTED'::text) = (decided_at IS NULL))),
    CONSTRAINT report_submission_decision_is_whole CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
    CONSTRAINT report_submission_period_known CHECK ((period = ANY (ARRAY['YEAR'::text, 'H1'::text, 'H2'::text, 'Q1'::text, 'Q2'::text, 'Q3'::text, 'Q4'::text, 'M01'::text, 'M02'::text, 'M03'::text, 'M04'::text, 'M05'::text, 'M06'::text, 'M07'::text, 'M08'::text, 'M09'::text, 'M10'::text, 'M11'::text, 'M12'::text]))),
    CONSTRAINT report_submission_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
    CONSTRAINT report_submission_region_code_length CHECK ((length(region_code) = 12)),
    CONSTRAINT report_submission_sent_back_has_reason CHECK (((status = 'SENT_BACK'::text) = (reason IS NOT NULL))),
    CONSTRAINT report_submission_status_known CHECK ((status = ANY (ARRAY['SUBMITTED'::text, 'APPROVED'::text, 'SENT_BACK'::text]))),
    CONSTRAINT report_submission_submitted_at_after_bound CHECK ((submitted_at > bound)),
    CONSTRAINT report_submission_year_range CHECK (((year >= 1949) AND (year <= 9999)))
);
CREATE TABLE public.sale (
    id uuid NOT NULL,
    sold_on date NOT NULL,
    channel text NOT NULL,
    region_code text NOT NULL,
    variety_code text,
    season integer,
    product_code text,
    plant_code text,
    grower_id uuid,
    grower_kind text,
    lot_id uuid,
    quantity_g bigint NOT NULL,
    amount_fen bigint NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    voided_at bigint,
    void_reason text,
    voided_by uuid,
    CONSTRAINT sale_amount_fen_range CHECK (((amount_fen >= 1) AND (amount_fen <= '100000000000'::bigint))),
    CONSTRAINT sale_channel_known CHECK ((channel = ANY (ARRAY['FARM_GATE'::text, 'MARKET'::text, 'ONLINE'::text, 'WHOLESALE'::text, 'FESTIVAL'::text]))),
    CONSTRAINT sale_grower_kind_known CHECK ((grower_kind = ANY (ARRAY['HOUSEHOLD'::text, 'FAMILY_FARM'::text, 'COOPERATIVE'::text, 'COMPANY'::text]))),
    CONSTRAINT sale_kind_of_grower CHECK (((grower_id IS NULL) = (grower_kind IS NULL))),
    CONSTRAINT sale_lot_has_grower CHECK (((lot_id IS NULL) OR (grower_id IS NOT NULL))),
    CONSTRAINT sale_plant_of_product CHECK (((product_code IS NULL) = (plant_code IS NULL))),
    CONSTRAINT sale_product_without_grower CHECK (((product_code IS NULL) OR ((grower_id IS NULL) AND (lot_id IS NULL)))),
    CONSTRAINT sale_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint))),
    CONSTRAINT sale_season_of_variety CHECK (((variety_code IS NULL) = (season IS NULL))),
    CONSTRAINT sale_sold_on_range CHECK ((sold_on >= '1949-01-01'::date)),
    CONSTRAINT sale_variety_or_product CHECK (((variety_code IS NULL) <> (product_code IS NULL))),
    CONSTRAINT sale_void_is_whole CHECK ((((voided_at IS NULL) = (void_reason IS NULL)) AND ((voided_at IS NULL) = (voided_by IS NULL)))),
    CONSTRAINT sale_void_reason_length CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 500))),
    CONSTRAINT sale_voided_after_recording CHECK ((voided_at >= recorded_at))
);
CREATE TABLE public.sale_batch (
    id uuid NOT NULL,
    sale_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    quantity_g bigint NOT NULL,
    CONSTRAINT sale_batch_quantity_g_range CHECK (((quantity_g >= 1) AND (quantity_g <= '100000000000'::bigint)))
);
CREATE TABLE public.seaql_migrations (
    version character varying NOT NULL,
    applied_at bigint NOT NULL
);
CREATE TABLE public.session (
    id uuid NOT NULL,
    token_hash text NOT NULL,
    account_id uuid NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    last_used_at bigint NOT NULL
);
CREATE TABLE public.shortfall_run (
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    region_code text NOT NULL,
    policy text NOT NULL,
    available_g bigint NOT NULL,
    promised_g bigint NOT NULL,
    quota_before_g bigint NOT NULL,
    refund_due_fen bigint NOT NULL,
    preorders_reduced integer NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    CONSTRAINT shortfall_run_available_g_range CHECK ((available_g >= 0)),
    CONSTRAINT shortfall_run_available_within_promised CHECK ((promised_g >= available_g)),
    CONSTRAINT shortfall_run_policy_known CHECK ((policy = ANY (ARRAY['PRO_RATA'::text, 'FIRST_COME'::text]))),
    CONSTRAINT shortfall_run_preorders_reduced_range CHECK ((preorders_reduced >= 0)),
    CONSTRAINT shortfall_run_refund_due_fen_range CHECK ((refund_due_fen >= 0))
);
CREATE TABLE public.shortfall_share (
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    "position" integer NOT NULL,
    preorder_id uuid NOT NULL,
    ordered_g bigint NOT NULL,
    promised_g bigint NOT NULL,
    fulfillable_g bigint NOT NULL,
    refund_due_fen bigint NOT NULL,
    CONSTRAINT shortfall_share_fulfillable_within_promised CHECK (((fulfillable_g >= 0) AND (fulfillable_g <= promised_g))),
    CONSTRAINT shortfall_share_position_range CHECK (("position" >= 1)),
    CONSTRAINT shortfall_share_promised_within_ordered CHECK ((promised_g <= ordered_g))
);
CREATE TABLE public.site (
    code text NOT NULL,
    name text NOT NULL,
    region_code text NOT NULL,
    counts_towards_total boolean NOT NULL,
    CONSTRAINT site_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE TABLE public.site_counting (
    id uuid NOT NULL,
    site_code text NOT NULL,
    starts_on date NOT NULL,
    counts_towards_total boolean NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL
);
CREATE TABLE public.undertaking_days (
    id uuid NOT NULL,
    source_kind text NOT NULL,
    source_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    recorded_at bigint NOT NULL,
    CONSTRAINT undertaking_days_ends_on_after_starts_on CHECK ((ends_on > starts_on)),
    CONSTRAINT undertaking_days_source_kind_known CHECK ((source_kind = ANY (ARRAY['PROCESSING_PLANT'::text, 'PROCESSING_PROJECT'::text, 'HONOUR'::text])))
);
CREATE TABLE public.variety (
    code text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    harvest_start_month integer NOT NULL,
    harvest_end_month integer NOT NULL,
    CONSTRAINT variety_harvest_end_month_range CHECK (((harvest_end_month >= 1) AND (harvest_end_month <= 12))),
    CONSTRAINT variety_harvest_start_month_range CHECK (((harvest_start_month >= 1) AND (harvest_start_month <= 12))),
    CONSTRAINT variety_name_en_length CHECK (((length(name_en) >= 1) AND (length(name_en) <= 100))),
    CONSTRAINT variety_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE TABLE public.visitor_count (
    id uuid NOT NULL,
    site_code text NOT NULL,
    region_code text NOT NULL,
    day date NOT NULL,
    visitors integer NOT NULL,
    counts_towards_total boolean NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_by uuid NOT NULL,
    replaced_at bigint,
    CONSTRAINT visitor_count_day_range CHECK ((day >= '1949-01-01'::date)),
    CONSTRAINT visitor_count_replaced_at_after_recorded_at CHECK ((replaced_at >= recorded_at)),
    CONSTRAINT visitor_count_visitors_range CHECK (((visitors >= 0) AND (visitors <= 1000000)))
);
INSERT INTO public.account VALUES ('01a2164d-3da5-70dc-b433-e1d3956b918b', 'admin-0', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a2164d-54e9-7242-a5fe-0498b01cd6d5', 'admin-1', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a2164d-5e50-752f-8b6a-1898f57c4cbf', 'town-clerk', '$argon2id$v=19$m=19456,t=2,p=1$Sg7aMjBv+wXAhzLbyn6WUQ$JtUAmkw36qSRbjvbBi6JAQRmh9xXuQbkpiq8Jr2taR0', 'CLERK', '500235136', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a2164d-6035-7758-9afc-d79a06d043a8', 'village-clerk', '$argon2id$v=19$m=19456,t=2,p=1$NfMLOJGi3//1fW2EcaptpA$W+uZ/1sHhLNpXsQLBE8Pr90JKon2nlcPy8ubOhd4PAM', 'CLERK', '500235136001', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a2164d-6241-739b-a7fb-020734cf7db7', 'town-official', '$argon2id$v=19$m=19456,t=2,p=1$upLrMVixp2DbIAhZzVq75Q$TuIXPs5OUE//deIyro1U80AnvnlhUQJJh3lCD5KqV14', 'OFFICIAL', '500235136', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a2164d-6441-72a9-a76c-0e107ddb887c', 'operator', '$argon2id$v=19$m=19456,t=2,p=1$B2Gvow8bTr07y4YMZq7jPA$6J2MpjiZKYiyH97k7DB+5cQ1cmQvEXBqpWKVPiHIecM', 'PLANT_OPERATOR', '500235136001', 'pickles', NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a2164d-64b1-700a-95cd-e4f2db4b02a8', 'admin-2', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a2164d-71ab-70c9-9e49-69206d0b8590', 'grower-3', 'none', 'GROWER', '500235136001', NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a2164d-7b2d-74b2-9f44-645dc38ce897', 'admin-4', 'none', 'ADMIN', NULL, NULL, NULL, 1795492800000000, 1795492800000000, NULL, NULL);
INSERT INTO public.audit_entry VALUES ('01a2164d-512d-72cd-8104-1535e8a8161e', 1764561600000000, '01a2164d-3da5-70dc-b433-e1d3956b918b', '192.0.2.7', '01a2164d-3dea-757d-9227-b6efdf6936b6', 'addSite', 'site', 'gate', '500235136001', '{"records":[{"kind":"site","id":"gate","fields":{"code":[null,"gate"],"counts_towards_total":[null,true],"name":[null,"梨园大门"],"region_code":[null,"500235136001"]}},{"kind":"site_counting","id":"01a2164d-5111-707f-9851-64fbbb2e15db","fields":{"counts_towards_total":[null,true],"id":[null,"01a2164d-5111-707f-9851-64fbbb2e15db"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-3da5-70dc-b433-e1d3956b918b"],"site_code":[null,"gate"],"starts_on":[null,"1949-01-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-521a-711c-9312-6224f6fa35d9', 1764561600000000, '01a2164d-3da5-70dc-b433-e1d3956b918b', '192.0.2.7', '01a2164d-5161-77a0-ba14-e070367e1923', 'addSite', 'site', 'pavilion', '500235136001', '{"records":[{"kind":"site","id":"pavilion","fields":{"code":[null,"pavilion"],"counts_towards_total":[null,false],"name":[null,"观花亭"],"region_code":[null,"500235136001"]}},{"kind":"site_counting","id":"01a2164d-51fe-7473-ae5a-eeec006a2437","fields":{"counts_towards_total":[null,false],"id":[null,"01a2164d-51fe-7473-ae5a-eeec006a2437"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-3da5-70dc-b433-e1d3956b918b"],"site_code":[null,"pavilion"],"starts_on":[null,"1949-01-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-52d7-70bd-80cf-43080abcb99f', 1764561600000000, '01a2164d-3da5-70dc-b433-e1d3956b918b', '192.0.2.7', '01a2164d-5243-716a-b67f-07fc81bf3a1f', 'addCateringEstablishment', 'catering_establishment', 'kitchen', '500235136001', '{"records":[{"kind":"catering_establishment","id":"kitchen","fields":{"code":[null,"kitchen"],"name":[null,"梨花农家乐"],"region_code":[null,"500235136001"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-5409-733a-bbbc-19b29351c6e0', 1764561600000000, '01a2164d-3da5-70dc-b433-e1d3956b918b', '192.0.2.7', '01a2164d-52fa-70a0-be95-12d4b8e9b846', 'addProcessingPlant', 'processing_plant', 'pickles', '500235136001', '{"records":[{"kind":"processing_plant","id":"pickles","fields":{"code":[null,"pickles"],"id":[null,"01a2164d-535d-7301-a174-9e9984dc2b7c"],"name":[null,"云安泡菜厂"],"opened_on":[null,"2020-05-01"],"region_code":[null,"500235136001"]}},{"kind":"undertaking_days","id":"01a2164d-5385-72ef-8beb-3f7a873ac331","fields":{"id":[null,"01a2164d-5385-72ef-8beb-3f7a873ac331"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a2164d-535d-7301-a174-9e9984dc2b7c"],"source_kind":[null,"PROCESSING_PLANT"],"starts_on":[null,"2020-05-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-54a9-77d9-ac24-a705506e4491', 1764561600000000, '01a2164d-3da5-70dc-b433-e1d3956b918b', '192.0.2.7', '01a2164d-542a-77b9-9bf5-a7a23ca91747', 'addProduct', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product","id":"paocai","fields":{"code":[null,"paocai"],"is_fresh_produce":[null,false],"name":[null,"洗澡泡菜"],"needs_ingredients":[null,true],"plant_code":[null,"pickles"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-5e61-7177-8dc0-b83508650d36', 1764561600000000, '01a2164d-54e9-7242-a5fe-0498b01cd6d5', '192.0.2.7', '01a2164d-5516-7408-94af-bc112aa4f3a5', 'createAccount', 'account', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '500235136', '{"records":[{"kind":"account","id":"01a2164d-5e50-752f-8b6a-1898f57c4cbf","fields":{"created_at":[null,1764561600000000],"id":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136"],"role":[null,"CLERK"],"username":[null,"town-clerk"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6041-76ad-88ec-10a2ae8ed1be', 1764561600000000, '01a2164d-54e9-7242-a5fe-0498b01cd6d5', '192.0.2.7', '01a2164d-5e79-74e6-94ef-f85c476ca122', 'createAccount', 'account', '01a2164d-6035-7758-9afc-d79a06d043a8', '500235136001', '{"records":[{"kind":"account","id":"01a2164d-6035-7758-9afc-d79a06d043a8","fields":{"created_at":[null,1764561600000000],"id":[null,"01a2164d-6035-7758-9afc-d79a06d043a8"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136001"],"role":[null,"CLERK"],"username":[null,"village-clerk"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6245-76cb-b660-71548933d51b', 1764561600000000, '01a2164d-54e9-7242-a5fe-0498b01cd6d5', '192.0.2.7', '01a2164d-6056-777f-abaa-159953445f03', 'createAccount', 'account', '01a2164d-6241-739b-a7fb-020734cf7db7', '500235136', '{"records":[{"kind":"account","id":"01a2164d-6241-739b-a7fb-020734cf7db7","fields":{"created_at":[null,1764561600000000],"id":[null,"01a2164d-6241-739b-a7fb-020734cf7db7"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136"],"role":[null,"OFFICIAL"],"username":[null,"town-official"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-644b-77bf-b22c-4c444c21d0ec', 1764561600000000, '01a2164d-54e9-7242-a5fe-0498b01cd6d5', '192.0.2.7', '01a2164d-6273-71e8-a8cd-f38a4e535b3b', 'createAccount', 'account', '01a2164d-6441-72a9-a76c-0e107ddb887c', '500235136001', '{"records":[{"kind":"account","id":"01a2164d-6441-72a9-a76c-0e107ddb887c","fields":{"created_at":[null,1764561600000000],"id":[null,"01a2164d-6441-72a9-a76c-0e107ddb887c"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"plant_code":[null,"pickles"],"region_code":[null,"500235136001"],"role":[null,"PLANT_OPERATOR"],"username":[null,"operator"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6749-724d-afe5-678bcc9d2791', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-64bd-705d-8529-af168996eb95', 'signIn', 'session', '01a2164d-6739-71ca-ac06-32435f00d72a', '500235136', '{"records":[{"kind":"session","id":"01a2164d-6739-71ca-ac06-32435f00d72a","fields":{"account_id":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a2164d-6739-71ca-ac06-32435f00d72a"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6971-732e-831c-4572f3fa6019', 1764561600000000, '01a2164d-6035-7758-9afc-d79a06d043a8', '192.0.2.7', '01a2164d-676a-7194-b1d5-75b774e42bb9', 'signIn', 'session', '01a2164d-68f6-7762-9019-16cba8ebf5cc', '500235136001', '{"records":[{"kind":"session","id":"01a2164d-68f6-7762-9019-16cba8ebf5cc","fields":{"account_id":[null,"01a2164d-6035-7758-9afc-d79a06d043a8"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a2164d-68f6-7762-9019-16cba8ebf5cc"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6afd-7797-986f-44c9a986812e', 1764561600000000, '01a2164d-6241-739b-a7fb-020734cf7db7', '192.0.2.7', '01a2164d-6986-7596-bc22-a34bf259ddd8', 'signIn', 'session', '01a2164d-6ae2-74b9-9b69-6967c97a4584', '500235136', '{"records":[{"kind":"session","id":"01a2164d-6ae2-74b9-9b69-6967c97a4584","fields":{"account_id":[null,"01a2164d-6241-739b-a7fb-020734cf7db7"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a2164d-6ae2-74b9-9b69-6967c97a4584"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6c91-7587-9e8d-70ae8a81c1c5', 1764561600000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', '192.0.2.7', '01a2164d-6b1e-7733-ad87-80f7382b0cd8', 'signIn', 'session', '01a2164d-6c81-71d9-9bcd-c7e23f2cac89', '500235136001', '{"records":[{"kind":"session","id":"01a2164d-6c81-71d9-9bcd-c7e23f2cac89","fields":{"account_id":[null,"01a2164d-6441-72a9-a76c-0e107ddb887c"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a2164d-6c81-71d9-9bcd-c7e23f2cac89"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6d3f-75f5-bc1c-7abb1388dd46', 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8', '192.0.2.7', '01a2164d-6ca2-75ec-b4f0-11e4e7044098', 'addHonour', 'honour', 'soup', '500235136', '{"records":[{"kind":"honour","id":"soup","fields":{"awarded_on":[null,"2025-06-01"],"code":[null,"soup"],"id":[null,"01a2164d-6ced-71b6-a3e0-d6f334a0272d"],"kind":[null,"LANDMARK_DISH"],"name":[null,"羊肉汤"],"region_code":[null,"500235136"]}},{"kind":"undertaking_days","id":"01a2164d-6d0b-71af-b4f9-37b827bad735","fields":{"id":[null,"01a2164d-6d0b-71af-b4f9-37b827bad735"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a2164d-6ced-71b6-a3e0-d6f334a0272d"],"source_kind":[null,"HONOUR"],"starts_on":[null,"2025-06-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6e16-742e-a975-85ca754fa959', 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8', '192.0.2.7', '01a2164d-6d62-73ae-b0a6-de61852dd55e', 'addProcessingProject', 'processing_project', 'line', '500235136', '{"records":[{"kind":"processing_project","id":"line","fields":{"began_on":[null,"2025-03-01"],"code":[null,"line"],"id":[null,"01a2164d-6db1-71f4-9645-54d61137f49e"],"name":[null,"泡菜生产线"],"region_code":[null,"500235136"]}},{"kind":"undertaking_days","id":"01a2164d-6dbe-737d-8e3b-bcb696f2eb5a","fields":{"id":[null,"01a2164d-6dbe-737d-8e3b-bcb696f2eb5a"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a2164d-6db1-71f4-9645-54d61137f49e"],"source_kind":[null,"PROCESSING_PROJECT"],"starts_on":[null,"2025-03-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6f49-72bd-8bdb-5d5345689d58', 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8', '192.0.2.7', '01a2164d-6eee-7002-b0f1-5db29a2208b0', 'setCateringBaseline', 'catering_baseline', '01a2164d-6f35-708d-ba0f-dedea6306434', '500235136', '{"records":[{"kind":"catering_baseline","id":"01a2164d-6f35-708d-ba0f-dedea6306434","fields":{"baseline_year":[null,2024],"id":[null,"01a2164d-6f35-708d-ba0f-dedea6306434"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-64b1-700a-95cd-e4f2db4b02a8"],"region_code":[null,"500235136"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-707c-71bc-baa8-180cf8c2bd2f', 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8', '192.0.2.7', '01a2164d-7006-770a-8e1f-20507a88b6b9', 'updateProcessingPlant', 'processing_plant', 'pickles', '500235136001', '{"records":[{"kind":"processing_plant","id":"pickles","fields":{"phone":[null,"***"],"stock_from":[null,"2025-11-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7125-76e3-ac5d-b83a95c28b54', 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8', '192.0.2.7', '01a2164d-709f-72b6-9f90-b796249c64d1', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a2164d-70fe-723e-90c4-6ace7a5bb751","fields":{"days":[null,7],"id":[null,"01a2164d-70fe-723e-90c4-6ace7a5bb751"],"name":[null,"腌制"],"position":[null,1],"product_code":[null,"paocai"]}},{"kind":"product","id":"paocai","fields":{"usual_yield_from":[null,5000],"usual_yield_to":[null,9000]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7469-725d-b98c-72282d2962a5', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-73d7-700f-8e42-cad5c638fb67', 'recordHarvest', 'harvest_lot', '01a2164d-7439-72a2-9c2a-d7c8d92a050c', '500235136001', '{"records":[{"kind":"harvest_lot","id":"01a2164d-7439-72a2-9c2a-d7c8d92a050c","fields":{"available_g":[null,800000],"code":[null,"HR5G-EHEY-WQHH"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"harvested_on":[null,"2025-09-10"],"id":[null,"01a2164d-7439-72a2-9c2a-d7c8d92a050c"],"plot_id":[null,"01a2164d-724e-7712-b87b-3be27d1a20e8"],"quantity_g":[null,800000],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7536-7264-8a74-b2d419fc9e4a', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-747a-719d-a675-4a6907aa3254', 'issueCertificate', 'certificate', '01a2164d-7515-7763-9826-c2edd1573789', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164d-7515-7763-9826-c2edd1573789","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"C831-2SS6-TESD"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"id":[null,"01a2164d-7515-7763-9826-c2edd1573789"],"issued_at":[null,1764561600000000],"issued_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"issuer_contact":[null,"sha256:adb672c01179d1c4b5b4d5d55890788b254cd71fa20f3e64cf8849c8ec8156f4"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:f3aeeac4c10504ffe8ac87503f11b148433b4ccd51525282b12f7387ab8a8110"],"lot_id":[null,"01a2164d-7439-72a2-9c2a-d7c8d92a050c"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:20162ecaf530cb876bc133886b17571d76373c6b5c4b7d78288b6d9698c499d1"],"quantity_g":[null,10000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-77f6-758b-afba-d61b7bbbee58', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-7747-71c9-ab6f-13cc3b5715f4', 'voidSale', 'sale', '01a2164d-76e5-76b0-94ee-57f436219a34', '500235136001', '{"records":[{"kind":"sale","id":"01a2164d-76e5-76b0-94ee-57f436219a34","fields":{"void_reason":[null,"误录"],"voided_at":[null,1764561600000000],"voided_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7996-73ce-87d6-72663e222cfb', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-78da-743e-b59b-31dca270f345', 'recordVisitors', 'visitor_count', '01a2164d-794d-77d6-bb1c-3d1842810b8c', '500235136001', '{"records":[{"kind":"visitor_count","id":"01a2164d-7871-70fc-a957-d2ca5e2cb3ba","fields":{"replaced_at":[null,1764561600000000]}},{"kind":"visitor_count","id":"01a2164d-794d-77d6-bb1c-3d1842810b8c","fields":{"counts_towards_total":[null,true],"day":[null,"2025-10-01"],"id":[null,"01a2164d-794d-77d6-bb1c-3d1842810b8c"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"site_code":[null,"gate"],"visitors":[null,320]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7b0c-70f1-8890-521ad7cb2784', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-7a6b-7253-8670-a6500fd408fa', 'recordCateringTakings', 'catering_takings', '01a2164d-7ac9-72d7-bdbd-5f2908e1a198', '500235136001', '{"records":[{"kind":"catering_takings","id":"01a2164d-7ac9-72d7-bdbd-5f2908e1a198","fields":{"amount_fen":[null,150050],"establishment_code":[null,"kitchen"],"id":[null,"01a2164d-7ac9-72d7-bdbd-5f2908e1a198"],"month":[null,10],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"year":[null,2025]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7f49-707e-901f-286a2fc0d2f0', 1795492800000000, '01a2164d-6241-739b-a7fb-020734cf7db7', '192.0.2.7', '01a2164d-7e0a-71aa-8269-e22650ffe6d9', 'signIn', 'session', '01a2164d-7f3a-744f-bb10-947fe585b36e', '500235136', '{"records":[{"kind":"session","id":"01a2164d-7f3a-744f-bb10-947fe585b36e","fields":{"account_id":[null,"01a2164d-6241-739b-a7fb-020734cf7db7"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a2164d-7f3a-744f-bb10-947fe585b36e"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-809e-7500-ba89-b108d11143c0', 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', '192.0.2.7', '01a2164d-7f56-757c-89b1-eb02ecb2d045', 'signIn', 'session', '01a2164d-809d-72e7-a688-d3c1edcbb7ab', '500235136001', '{"records":[{"kind":"session","id":"01a2164d-809d-72e7-a688-d3c1edcbb7ab","fields":{"account_id":[null,"01a2164d-6441-72a9-a76c-0e107ddb887c"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a2164d-809d-72e7-a688-d3c1edcbb7ab"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8269-7618-8698-c5cb6adfbf6c', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-8239-7740-9064-5b9cf68e8350', 'recordHarvest', 'harvest_lot', '01a2164d-8267-76d1-acb1-09c3cc0a1c27', '500235136001', '{"records":[{"kind":"harvest_lot","id":"01a2164d-8267-76d1-acb1-09c3cc0a1c27","fields":{"available_g":[null,500000],"code":[null,"H4B6-3WTQ-3ET6"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"harvested_on":[null,"2026-08-20"],"id":[null,"01a2164d-8267-76d1-acb1-09c3cc0a1c27"],"plot_id":[null,"01a2164d-724e-7712-b87b-3be27d1a20e8"],"quantity_g":[null,500000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9875-7261-a93a-6c304b370416', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-97ee-71a1-9534-55ba80dcf9e8', 'recordRefund', 'preorder', '01a2164d-963a-77c9-92f7-a4307816994d', '500235136', '{"records":[{"kind":"preorder_refund","id":"01a2164d-9836-7452-a824-8996ad161fae","fields":{"amount_fen":[null,1200],"day":[null,"2026-11-24"],"id":[null,"01a2164d-9836-7452-a824-8996ad161fae"],"method":[null,"BANK"],"preorder_id":[null,"01a2164d-963a-77c9-92f7-a4307816994d"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"reference":[null,"out-1"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164d-963a-77c9-92f7-a4307816994d","fields":{"refund_due_since":[1795492800000000,null],"refunded_fen":[0,1200]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6ed9-7389-93e7-a8ce5996915b', 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8', '192.0.2.7', '01a2164d-6e3e-7308-b618-d2ab5e7402c9', 'addFestival', 'festival', '01a2164d-6e74-7043-bd20-48fa4ed7b0dc', '500235136', '{"records":[{"kind":"festival","id":"01a2164d-6e74-7043-bd20-48fa4ed7b0dc","fields":{"edition":[null,17],"ends_on":[null,"2025-04-02"],"id":[null,"01a2164d-6e74-7043-bd20-48fa4ed7b0dc"],"name":[null,"云安梨花节"],"region_code":[null,"500235136"],"starts_on":[null,"2025-03-20"]}},{"kind":"festival_days","id":"01a2164d-6e95-73fb-b975-82729b58f13a","fields":{"ends_on":[null,"2025-04-02"],"festival_id":[null,"01a2164d-6e74-7043-bd20-48fa4ed7b0dc"],"id":[null,"01a2164d-6e95-73fb-b975-82729b58f13a"],"recorded_at":[null,1764561600000000],"starts_on":[null,"2025-03-20"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-6ff9-71a9-a86e-2249e6737b69', 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8', '192.0.2.7', '01a2164d-6f62-7248-9649-4035bca6c7c5', 'updateSite', 'site', 'pavilion', '500235136001', '{"records":[{"kind":"site_counting","id":"01a2164d-6fcd-76b7-85b5-29691c120c14","fields":{"counts_towards_total":[null,true],"id":[null,"01a2164d-6fcd-76b7-85b5-29691c120c14"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-64b1-700a-95cd-e4f2db4b02a8"],"site_code":[null,"pavilion"],"starts_on":[null,"2025-11-01"]}},{"kind":"site","id":"pavilion","fields":{"counts_towards_total":[false,true]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7172-7115-b52a-9b38f15ca3ee', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-7139-7294-8c01-bd3f609a56f3', 'registerGrower', 'grower', '01a2164d-7169-747a-bf58-f18c2dcd9348', '500235136001', '{"records":[{"kind":"grower","id":"01a2164d-7169-747a-bf58-f18c2dcd9348","fields":{"id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"kind":[null,"COMPANY"],"name":[null,"sha256:e241578ca6603e4318f9acf4aa6115411067a95f49ce436e285642ad16ce8dc5"],"phone":[null,"sha256:b73e6d7ae23500f987bd7b9596412567fc74709d5c055afc013079b8a1cb2c2a"],"region_code":[null,"500235136001"],"registered_at":[null,1764561600000000]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-72e1-71c7-b8e0-3133df1f0834', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-71c9-74c3-a8ce-769df9c1737e', 'registerPlot', 'plot', '01a2164d-724e-7712-b87b-3be27d1a20e8', '500235136001', '{"records":[{"kind":"plot","id":"01a2164d-724e-7712-b87b-3be27d1a20e8","fields":{"area_mu_hundredths":[null,1000],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"id":[null,"01a2164d-724e-7712-b87b-3be27d1a20e8"],"planted_year":[null,2015],"region_code":[null,"500235136001"],"registered_at":[null,1764561600000000],"variety_code":[null,"fengshui-pear"]}},{"kind":"plot_term","id":"01a2164d-7255-722e-bb04-37918da58e81","fields":{"area_mu_hundredths":[null,1000],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164d-7255-722e-bb04-37918da58e81"],"is_in_use":[null,true],"plot_id":[null,"01a2164d-724e-7712-b87b-3be27d1a20e8"],"position":[null,1],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"starts_on":[null,"2015-01-01"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-73c9-77d1-bcb9-d6f4b18aab3a', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-72e8-74eb-b2f2-5fc1c7fcda17', 'changePlot', 'plot', '01a2164d-724e-7712-b87b-3be27d1a20e8', '500235136001', '{"records":[{"kind":"plot","id":"01a2164d-724e-7712-b87b-3be27d1a20e8","fields":{"area_mu_hundredths":[1000,1250]}},{"kind":"plot_term","id":"01a2164d-7385-72e7-ae04-384094f2fcdb","fields":{"area_mu_hundredths":[null,1250],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164d-7385-72e7-ae04-384094f2fcdb"],"is_in_use":[null,true],"plot_id":[null,"01a2164d-724e-7712-b87b-3be27d1a20e8"],"position":[null,2],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"starts_on":[null,"2025-06-01"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-762e-74f4-b7b0-1a7977306afc', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-7552-745f-a3af-02fccf7d76da', 'recordSale', 'sale', '01a2164d-75ed-75f0-9524-818b14772e5c', '500235136001', '{"records":[{"kind":"sale","id":"01a2164d-75ed-75f0-9524-818b14772e5c","fields":{"amount_fen":[null,60300],"channel":[null,"MARKET"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164d-75ed-75f0-9524-818b14772e5c"],"lot_id":[null,"01a2164d-7439-72a2-9c2a-d7c8d92a050c"],"quantity_g":[null,100500],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"season":[null,2025],"sold_on":[null,"2025-09-15"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7739-7086-a7b2-834e4aeee01b', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-7649-7749-aa17-94c7d89ee4f1', 'recordSale', 'sale', '01a2164d-76e5-76b0-94ee-57f436219a34', '500235136001', '{"records":[{"kind":"sale","id":"01a2164d-76e5-76b0-94ee-57f436219a34","fields":{"amount_fen":[null,600],"channel":[null,"MARKET"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164d-76e5-76b0-94ee-57f436219a34"],"lot_id":[null,"01a2164d-7439-72a2-9c2a-d7c8d92a050c"],"quantity_g":[null,1000],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"season":[null,2025],"sold_on":[null,"2025-09-15"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-78bd-7262-bfea-e3ef8d58feb6', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-7812-745f-93b7-0812129b84de', 'recordVisitors', 'visitor_count', '01a2164d-7871-70fc-a957-d2ca5e2cb3ba', '500235136001', '{"records":[{"kind":"visitor_count","id":"01a2164d-7871-70fc-a957-d2ca5e2cb3ba","fields":{"counts_towards_total":[null,true],"day":[null,"2025-10-01"],"id":[null,"01a2164d-7871-70fc-a957-d2ca5e2cb3ba"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"site_code":[null,"gate"],"visitors":[null,300]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7a51-775e-a2f7-6787e5b50acf', 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-79ae-7423-b07a-4c1a4ac469aa', 'recordCateringTakings', 'catering_takings', '01a2164d-7a09-7309-ac58-cfd9b875c29a', '500235136001', '{"records":[{"kind":"catering_takings","id":"01a2164d-7a09-7309-ac58-cfd9b875c29a","fields":{"amount_fen":[null,100000],"establishment_code":[null,"kitchen"],"id":[null,"01a2164d-7a09-7309-ac58-cfd9b875c29a"],"month":[null,10],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"year":[null,2024]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7ca5-7323-8e7b-5f100dc32c57', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-7b4d-709a-b152-e9b323baa71d', 'signIn', 'session', '01a2164d-7c96-77bb-88fb-0a3098ac67ec', '500235136', '{"records":[{"kind":"session","id":"01a2164d-7c96-77bb-88fb-0a3098ac67ec","fields":{"account_id":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a2164d-7c96-77bb-88fb-0a3098ac67ec"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-7dfd-746a-84a2-9c52c662f878', 1795492800000000, '01a2164d-6035-7758-9afc-d79a06d043a8', '192.0.2.7', '01a2164d-7cbe-71d1-b750-b59f480f4eb2', 'signIn', 'session', '01a2164d-7df5-73eb-82dc-fcb90d2e7b65', '500235136001', '{"records":[{"kind":"session","id":"01a2164d-7df5-73eb-82dc-fcb90d2e7b65","fields":{"account_id":[null,"01a2164d-6035-7758-9afc-d79a06d043a8"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a2164d-7df5-73eb-82dc-fcb90d2e7b65"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-818f-74c0-8e57-e8f9794893ec', 1795492800000000, NULL, NULL, NULL, 'removeCertificates', 'certificate', '01a2164d-7515-7763-9826-c2edd1573789', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164d-7515-7763-9826-c2edd1573789","fields":{"basis":["SELF_PLEDGE",null],"code":["C831-2SS6-TESD",null],"grower_id":["01a2164d-7169-747a-bf58-f18c2dcd9348",null],"id":["01a2164d-7515-7763-9826-c2edd1573789",null],"issued_at":[1764561600000000,null],"issued_by":["01a2164d-5e50-752f-8b6a-1898f57c4cbf",null],"issuer_contact":["sha256:adb672c01179d1c4b5b4d5d55890788b254cd71fa20f3e64cf8849c8ec8156f4",null],"issuer_is_person":[false,null],"issuer_name":["sha256:f3aeeac4c10504ffe8ac87503f11b148433b4ccd51525282b12f7387ab8a8110",null],"lot_id":["01a2164d-7439-72a2-9c2a-d7c8d92a050c",null],"product_name":["丰水梨",null],"public_issuer_name":["sha256:20162ecaf530cb876bc133886b17571d76373c6b5c4b7d78288b6d9698c499d1",null],"quantity_g":[10000,null],"region_code":["500235136001",null],"status":["VALID",null]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8329-76d6-97cc-b4db97882a47', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-828e-7155-b935-279f78e8b110', 'issueCertificate', 'certificate', '01a2164d-8300-75f3-a0c9-5635fafe78ef', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164d-8300-75f3-a0c9-5635fafe78ef","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"C3RZ-76R1-31FA"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"id":[null,"01a2164d-8300-75f3-a0c9-5635fafe78ef"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"issuer_contact":[null,"sha256:31cc667360e9d63c8b4c874bea8f95bd4f5885a7ea1d9b16a7ac9550c78cf856"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:2996295414c5f8a458c121c423fbe76b1ee83ed3ba7e3fb905e98267692bb01e"],"lot_id":[null,"01a2164d-8267-76d1-acb1-09c3cc0a1c27"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:be477664b47fab41eae727a9a40c4068bc34c0de7e8433c3384959b4ccd2d964"],"quantity_g":[null,100000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-84ce-776d-8a4c-897cb5c6d9e7', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-8486-719e-b02a-4a4450024923', 'withdrawCertificate', 'certificate', '01a2164d-8465-767a-ad3c-7410f12f2e0a', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164d-8465-767a-ad3c-7410f12f2e0a","fields":{"status":["VALID","WITHDRAWN"],"withdrawal_reason":[null,"误开"],"withdrawn_at":[null,1795492800000000],"withdrawn_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-85ec-710c-aa19-46dd7b626656', 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', '192.0.2.7', '01a2164d-85b2-77b2-8577-5b943131cc95', 'recordIntake', 'intake', '01a2164d-85e2-701f-b099-ab0cc74784b3', '500235136001', '{"records":[{"kind":"intake","id":"01a2164d-85e2-701f-b099-ab0cc74784b3","fields":{"available_g":[null,100000],"id":[null,"01a2164d-85e2-701f-b099-ab0cc74784b3"],"material":[null,"青菜"],"plant_code":[null,"pickles"],"quantity_g":[null,100000],"received_on":[null,"2026-08-01"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-6441-72a9-a76c-0e107ddb887c"],"region_code":[null,"500235136001"],"supplier_name":[null,"sha256:60ea9a3d56e60271444c9aba1c9c467ef90a85f1c151d905f052ef425ca7e4a6"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8ce3-7043-bda2-6a8f8aa1558a', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-8bef-747f-b5cf-04367757f249', 'recordHarvestEstimate', 'harvest_estimate', '01a2164d-8cb0-7424-8942-79ef7bba718d', '500235136', '{"records":[{"kind":"harvest_estimate","id":"01a2164d-8cb0-7424-8942-79ef7bba718d","fields":{"id":[null,"01a2164d-8cb0-7424-8942-79ef7bba718d"],"note":[null,"霜冻"],"quantity_g":[null,400000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136"],"season":[null,2026],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9011-754e-ba7e-32c8eeda3782', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-8ee3-739d-85db-83d714d4c57e', 'recordPreorderPayment', 'preorder', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a2164d-8f74-7716-ab1f-2e76de658b6f","fields":{"amount_fen":[null,7200],"day":[null,"2026-11-24"],"id":[null,"01a2164d-8f74-7716-ab1f-2e76de658b6f"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a2164d-8e61-77f5-879a-f6e3bbe2ed82"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"reference":[null,"R3NB-272M-QPFG"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164d-8e61-77f5-879a-f6e3bbe2ed82","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,7200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9192-74e1-93dd-ed5f2a5c45b4', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-90e2-745f-b22d-0d6c8962430d', 'recordPreorderPayment', 'preorder', '01a2164d-907d-7481-a0e6-b3397c22354f', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a2164d-9133-7386-919b-14e8abb90c11","fields":{"amount_fen":[null,7200],"day":[null,"2026-11-24"],"id":[null,"01a2164d-9133-7386-919b-14e8abb90c11"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a2164d-907d-7481-a0e6-b3397c22354f"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"reference":[null,"R9GQ-6Q0B-DVVM"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164d-907d-7481-a0e6-b3397c22354f","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,7200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-943d-71fe-a881-6dde5ca91d50', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-938b-72fb-9b41-ec2fba771a63', 'placePreorder', 'preorder', '01a2164d-93f4-717e-bd97-896e7560af51', '500235136', '{"records":[{"kind":"preorder","id":"01a2164d-93f4-717e-bd97-896e7560af51","fields":{"amount_fen":[null,8000],"buyer_name":[null,"sha256:2454e49ef3bb807deed84441d2db64d424739e4c1efec073f341133f71c0a5f6"],"buyer_phone":[null,"sha256:bb1e63997c6258f79a19a9473fc3ba94aa7e3c4969024e2cad2ea771288de399"],"changed_at":[null,1795492800000000],"code":[null,"PSF5-Q9HW"],"compensated_fen":[null,0],"deposit_fen":[null,2400],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,10000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164d-93f4-717e-bd97-896e7560af51"],"kept_fen":[null,0],"offer_id":[null,"01a2164d-936d-70eb-b8c7-b2015669f84a"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,10000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-95f1-7022-88cc-89870dc04f4c', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-9544-74d5-bf16-5b0641c2359b', 'deliverPreorder', 'preorder', '01a2164d-93f4-717e-bd97-896e7560af51', '500235136', '{"records":[{"kind":"preorder_lot","id":"01a2164d-95bd-7786-b4e5-3575a4adc8de","fields":{"id":[null,"01a2164d-95bd-7786-b4e5-3575a4adc8de"],"lot_id":[null,"01a2164d-8267-76d1-acb1-09c3cc0a1c27"],"preorder_id":[null,"01a2164d-93f4-717e-bd97-896e7560af51"],"quantity_g":[null,10000]}},{"kind":"preorder","id":"01a2164d-93f4-717e-bd97-896e7560af51","fields":{"delivered_on":[null,"2026-11-24"],"status":["CONFIRMED","DELIVERED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9721-74a5-9c57-46afba6096dc', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-9691-72da-abd5-59e76be7518f', 'recordPreorderPayment', 'preorder', '01a2164d-963a-77c9-92f7-a4307816994d', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a2164d-96e5-72e8-baf0-85a400be6642","fields":{"amount_fen":[null,1200],"day":[null,"2026-11-24"],"id":[null,"01a2164d-96e5-72e8-baf0-85a400be6642"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a2164d-963a-77c9-92f7-a4307816994d"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"reference":[null,"RM20-SEFR-MHQQ"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164d-963a-77c9-92f7-a4307816994d","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,1200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-83d2-71e4-ae96-e62470658aa2', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-8334-76cc-b682-0e596b4c3a0a', 'issueCertificate', 'certificate', '01a2164d-8395-7199-b913-e4d351904c90', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164d-8395-7199-b913-e4d351904c90","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CEH1-F23B-CS3E"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"id":[null,"01a2164d-8395-7199-b913-e4d351904c90"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"issuer_contact":[null,"sha256:40d53781c67643d2505e211989cff70f41817275ee3ea693dc49e00290121507"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:5cc368ec9a6c5245ba2738e2276ac0ffb7072644d0e55bd76afd4eec8443ad8e"],"lot_id":[null,"01a2164d-8267-76d1-acb1-09c3cc0a1c27"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:8bbeb20efcb6da83ad45454781d0b45fff9f96e239cc9ce929e95459b11dadc7"],"quantity_g":[null,100000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}},{"kind":"certificate","id":"01a2164d-8300-75f3-a0c9-5635fafe78ef","fields":{"replaced_at":[null,1795492800000000],"status":["VALID","REPLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8477-7674-9379-63d10e7010d0', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-83e6-73ca-9c98-22334b159d9c', 'issueCertificate', 'certificate', '01a2164d-8465-767a-ad3c-7410f12f2e0a', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164d-8465-767a-ad3c-7410f12f2e0a","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"C7PP-4XBV-N9BY"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"id":[null,"01a2164d-8465-767a-ad3c-7410f12f2e0a"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"issuer_contact":[null,"sha256:c2637790c959c679c3cad68a91025d6922518fbac9cc23773d6a0e2e9f203586"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:43add1967b8fb6cef5371b3ede7ce9853186590e8a0ff23deeccc36c852c7165"],"lot_id":[null,"01a2164d-7439-72a2-9c2a-d7c8d92a050c"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:f075b2a806e90238728c7b2294a3ac7bd385edc855c605359a3a7cae6c80b8e9"],"quantity_g":[null,5000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-858a-727a-b1d0-f07f3cf37def', 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', '192.0.2.7', '01a2164d-84ea-7791-a842-90142d273d9b', 'recordIntake', 'intake', '01a2164d-857d-75b7-8549-f6617cb22d29', '500235136001', '{"records":[{"kind":"intake","id":"01a2164d-857d-75b7-8549-f6617cb22d29","fields":{"available_g":[null,50000],"certificate_code":[null,"CEH1-F23B-CS3E"],"grower_id":[null,"01a2164d-7169-747a-bf58-f18c2dcd9348"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164d-857d-75b7-8549-f6617cb22d29"],"lot_id":[null,"01a2164d-8267-76d1-acb1-09c3cc0a1c27"],"material":[null,"丰水梨"],"plant_code":[null,"pickles"],"quantity_g":[null,50000],"received_on":[null,"2026-11-24"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-6441-72a9-a76c-0e107ddb887c"],"region_code":[null,"500235136001"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8731-7379-98c4-681167cdc81b', 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', '192.0.2.7', '01a2164d-8608-7203-b192-331e4ca77a32', 'recordProductionBatch', 'production_batch', '01a2164d-869b-77fa-b02c-7f684ad35987', '500235136001', '{"records":[{"kind":"production_batch","id":"01a2164d-869b-77fa-b02c-7f684ad35987","fields":{"available_g":[null,60000],"began_on":[null,"2026-08-02"],"code":[null,"BT58-W544-9C1M"],"id":[null,"01a2164d-869b-77fa-b02c-7f684ad35987"],"input_g":[null,80000],"loss_g":[null,0],"output_g":[null,60000],"plant_code":[null,"pickles"],"produced_on":[null,"2026-08-10"],"product_code":[null,"paocai"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-6441-72a9-a76c-0e107ddb887c"],"region_code":[null,"500235136001"]}},{"kind":"batch_ingredient","id":"01a2164d-86bd-70c4-90d1-03338bdab1b5","fields":{"batch_id":[null,"01a2164d-869b-77fa-b02c-7f684ad35987"],"id":[null,"01a2164d-86bd-70c4-90d1-03338bdab1b5"],"intake_id":[null,"01a2164d-85e2-701f-b099-ab0cc74784b3"],"position":[null,1],"quantity_g":[null,80000]}},{"kind":"batch_by_product","id":"01a2164d-86cb-712a-832e-60fc50a94558","fields":{"batch_id":[null,"01a2164d-869b-77fa-b02c-7f684ad35987"],"id":[null,"01a2164d-86cb-712a-832e-60fc50a94558"],"name":[null,"菜叶"],"position":[null,1],"quantity_g":[null,5000]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-87ee-7596-b87a-5c905ffc1694', 1795492800000000, '01a2164d-7b2d-74b2-9f44-645dc38ce897', '192.0.2.7', '01a2164d-8742-7363-85bd-474b1d50c8a1', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a2164d-70fe-723e-90c4-6ace7a5bb751","fields":{"days":[7,null],"id":["01a2164d-70fe-723e-90c4-6ace7a5bb751",null],"name":["腌制",null],"position":[1,null],"product_code":["paocai",null]}},{"kind":"product","id":"paocai","fields":{"usual_yield_from":[5000,null],"usual_yield_to":[9000,null]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8987-7701-a8f0-ebc1d25b37f9', 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', '192.0.2.7', '01a2164d-87fa-75dc-b11f-d0f921f87aff', 'recordProductionBatch', 'production_batch', '01a2164d-88ee-72fb-8648-69d50eaed645', '500235136001', '{"records":[{"kind":"production_batch","id":"01a2164d-88ee-72fb-8648-69d50eaed645","fields":{"available_g":[null,30000],"began_on":[null,"2026-11-24"],"code":[null,"B9WV-EM9S-YFY9"],"id":[null,"01a2164d-88ee-72fb-8648-69d50eaed645"],"input_g":[null,40000],"loss_g":[null,0],"output_g":[null,30000],"plant_code":[null,"pickles"],"produced_on":[null,"2026-11-24"],"product_code":[null,"paocai"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-6441-72a9-a76c-0e107ddb887c"],"region_code":[null,"500235136001"]}},{"kind":"batch_ingredient","id":"01a2164d-8910-7481-98c6-90e2b3fe5da1","fields":{"batch_id":[null,"01a2164d-88ee-72fb-8648-69d50eaed645"],"from_batch_id":[null,"01a2164d-869b-77fa-b02c-7f684ad35987"],"id":[null,"01a2164d-8910-7481-98c6-90e2b3fe5da1"],"position":[null,1],"quantity_g":[null,20000],"source_batch_id":[null,"01a2164d-869b-77fa-b02c-7f684ad35987"]}},{"kind":"batch_ingredient","id":"01a2164d-8925-7144-9819-df128098c11d","fields":{"batch_id":[null,"01a2164d-88ee-72fb-8648-69d50eaed645"],"id":[null,"01a2164d-8925-7144-9819-df128098c11d"],"intake_id":[null,"01a2164d-857d-75b7-8549-f6617cb22d29"],"position":[null,2],"quantity_g":[null,20000]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8a0d-7617-89a7-059de80171a8', 1795492800000000, '01a2164d-7b2d-74b2-9f44-645dc38ce897', '192.0.2.7', '01a2164d-8997-72ba-97a2-b833470befec', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a2164d-8a01-7275-b289-fed102f96dd3","fields":{"days":[null,7],"id":[null,"01a2164d-8a01-7275-b289-fed102f96dd3"],"name":[null,"腌制"],"position":[null,1],"product_code":[null,"paocai"]}},{"kind":"product","id":"paocai","fields":{}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8be5-7009-9c8f-61814073bfdc', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-8a1e-7635-aa5b-48e5504fe4b9', 'recordSale', 'sale', '01a2164d-8ab9-74d8-8ff1-35ffd021452a', '500235136001', '{"records":[{"kind":"sale","id":"01a2164d-8ab9-74d8-8ff1-35ffd021452a","fields":{"amount_fen":[null,25000],"channel":[null,"ONLINE"],"id":[null,"01a2164d-8ab9-74d8-8ff1-35ffd021452a"],"plant_code":[null,"pickles"],"product_code":[null,"paocai"],"quantity_g":[null,10000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136001"],"sold_on":[null,"2026-11-24"]}},{"kind":"sale_batch","id":"01a2164d-8acd-734a-bcf7-c2ebbf98585d","fields":{"batch_id":[null,"01a2164d-869b-77fa-b02c-7f684ad35987"],"id":[null,"01a2164d-8acd-734a-bcf7-c2ebbf98585d"],"quantity_g":[null,10000],"sale_id":[null,"01a2164d-8ab9-74d8-8ff1-35ffd021452a"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8dab-72b5-ae28-0561a965ed53', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-8d03-70c7-9ecd-9db457ef741f', 'openPresaleOffer', 'presale_offer', '01a2164d-8d71-7021-8957-edf0883a86b9', '500235136', '{"records":[{"kind":"presale_offer","id":"01a2164d-8d71-7021-8957-edf0883a86b9","fields":{"closes_at":[null,1795996800000000],"deposit_rate":[null,3000],"freight_fen":[null,0],"hold_microseconds":[null,172800000000],"id":[null,"01a2164d-8d71-7021-8957-edf0883a86b9"],"kept_rate":[null,0],"opens_at":[null,1795132800000000],"quota_g":[null,60000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136"],"season":[null,2026],"ships":[null,true],"taken_g":[null,0],"unit_price_fen":[null,800],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-92f9-759a-966e-6f59a216694b', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-91a3-7095-baa5-3f59d1238d3b', 'settleHarvestShortfall', 'shortfall_run', '01a2164d-9259-7333-a5ca-2a1e9ed6fa14', '500235136', '{"records":[{"kind":"preorder","id":"01a2164d-8e61-77f5-879a-f6e3bbe2ed82","fields":{"amount_fen":[24000,12000],"fulfillable_g":[30000,15000]}},{"kind":"preorder","id":"01a2164d-907d-7481-a0e6-b3397c22354f","fields":{"amount_fen":[16000,8000],"fulfillable_g":[20000,10000]}},{"kind":"presale_offer","id":"01a2164d-8d71-7021-8957-edf0883a86b9","fields":{"closes_at":[1795996800000000,1795492800000000],"quota_g":[60000,25000],"taken_g":[50000,25000]}},{"kind":"shortfall_run","id":"01a2164d-9259-7333-a5ca-2a1e9ed6fa14","fields":{"available_g":[null,25000],"id":[null,"01a2164d-9259-7333-a5ca-2a1e9ed6fa14"],"offer_id":[null,"01a2164d-8d71-7021-8957-edf0883a86b9"],"policy":[null,"PRO_RATA"],"preorders_reduced":[null,2],"promised_g":[null,50000],"quota_before_g":[null,60000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"refund_due_fen":[null,0],"region_code":[null,"500235136"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9379-74f8-9b5c-2dbe727023c0', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-9324-75b2-91d9-31aede2c1288', 'openPresaleOffer', 'presale_offer', '01a2164d-936d-70eb-b8c7-b2015669f84a', '500235136', '{"records":[{"kind":"presale_offer","id":"01a2164d-936d-70eb-b8c7-b2015669f84a","fields":{"closes_at":[null,1795996800000000],"deposit_rate":[null,3000],"freight_fen":[null,0],"hold_microseconds":[null,172800000000],"id":[null,"01a2164d-936d-70eb-b8c7-b2015669f84a"],"kept_rate":[null,0],"opens_at":[null,1795132800000000],"pick_up_place":[null,"镇政府"],"quota_g":[null,100000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"region_code":[null,"500235136"],"season":[null,2026],"ships":[null,true],"taken_g":[null,0],"unit_price_fen":[null,800],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9b1a-73ab-ad4d-ccfc09d48477', 1795492800000001, '01a2164d-6035-7758-9afc-d79a06d043a8', '192.0.2.7', '01a2164d-991b-7699-ad0d-60d131fac29a', 'submitReport', 'report_submission', '01a2164d-9b06-7541-890b-a8c49ff63a01', '500235136001', '{"records":[{"kind":"report_submission","id":"01a2164d-9b06-7541-890b-a8c49ff63a01","fields":{"bound":[null,1795492800000000],"id":[null,"01a2164d-9b06-7541-890b-a8c49ff63a01"],"period":[null,"H2"],"region_code":[null,"500235136001"],"status":[null,"SUBMITTED"],"submitted_at":[null,1795492800000001],"submitted_by":[null,"01a2164d-6035-7758-9afc-d79a06d043a8"],"year":[null,2025]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-8ed5-72be-aa64-0dd9f196643c', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-8dca-70b0-9510-c80de12d0dca', 'placePreorder', 'preorder', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', '500235136', '{"records":[{"kind":"preorder","id":"01a2164d-8e61-77f5-879a-f6e3bbe2ed82","fields":{"amount_fen":[null,24000],"buyer_name":[null,"sha256:a995ec5f2424201298754122588ed0eb9b4a6acda93c619a693983b6ae620b1c"],"buyer_phone":[null,"sha256:49fbf0f76038e7c28c484dc41942f1c7be1c66aad4a59de21a0fc326af0e9e1b"],"changed_at":[null,1795492800000000],"code":[null,"P55B-TE1M"],"compensated_fen":[null,0],"deposit_fen":[null,7200],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,30000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164d-8e61-77f5-879a-f6e3bbe2ed82"],"kept_fen":[null,0],"offer_id":[null,"01a2164d-8d71-7021-8957-edf0883a86b9"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,30000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-90bf-7475-96af-a747f2f7d1cf', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-9023-770b-bdca-e41a36c32820', 'placePreorder', 'preorder', '01a2164d-907d-7481-a0e6-b3397c22354f', '500235136', '{"records":[{"kind":"preorder","id":"01a2164d-907d-7481-a0e6-b3397c22354f","fields":{"amount_fen":[null,16000],"buyer_name":[null,"sha256:0f4be799717e3415653bc6484b902989ed4d4e13399c6e806b961656421db8cf"],"buyer_phone":[null,"sha256:78e4a04b722605caef1e02f180902f698491c1228006f0d683969f267f2c6302"],"changed_at":[null,1795492800000000],"code":[null,"PTQD-NZWT"],"compensated_fen":[null,0],"deposit_fen":[null,4800],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,20000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164d-907d-7481-a0e6-b3397c22354f"],"kept_fen":[null,0],"offer_id":[null,"01a2164d-8d71-7021-8957-edf0883a86b9"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,20000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9527-7377-b0d3-640cdc6342db', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-9456-7117-ac04-8bc8cef8e9d9', 'recordPreorderPayment', 'preorder', '01a2164d-93f4-717e-bd97-896e7560af51', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a2164d-94be-7484-93da-66bc6b62db73","fields":{"amount_fen":[null,8000],"day":[null,"2026-11-24"],"id":[null,"01a2164d-94be-7484-93da-66bc6b62db73"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a2164d-93f4-717e-bd97-896e7560af51"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164d-5e50-752f-8b6a-1898f57c4cbf"],"reference":[null,"RAGB-V6R2-Z1VJ"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164d-93f4-717e-bd97-896e7560af51","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,8000],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-966d-745f-99d9-a4e3f5beaf63', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-960a-759a-af30-d78b92693fd0', 'placePreorder', 'preorder', '01a2164d-963a-77c9-92f7-a4307816994d', '500235136', '{"records":[{"kind":"preorder","id":"01a2164d-963a-77c9-92f7-a4307816994d","fields":{"amount_fen":[null,4000],"buyer_name":[null,"sha256:d929ae025fcbf35f5655665a50f79d7e6fbc7b3f3a08e6ee97d6ab1ee2874a53"],"buyer_phone":[null,"sha256:c502635401d65906605b6b4d2ddc1118ba48636343b9c9b84a2dfec4d5d48697"],"changed_at":[null,1795492800000000],"code":[null,"PHX6-H0W5"],"compensated_fen":[null,0],"deposit_fen":[null,1200],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,5000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164d-963a-77c9-92f7-a4307816994d"],"kept_fen":[null,0],"offer_id":[null,"01a2164d-936d-70eb-b8c7-b2015669f84a"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,5000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-97d5-7542-a87c-8f7465f83b30', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-9726-72ff-981e-a426fe73bd85', 'cancelPreorder', 'preorder', '01a2164d-963a-77c9-92f7-a4307816994d', '500235136', '{"records":[{"kind":"preorder","id":"01a2164d-963a-77c9-92f7-a4307816994d","fields":{"amount_fen":[4000,0],"cancellation_cause":[null,"TOWN"],"cancelled_at":[null,1795492800000000],"fulfillable_g":[5000,0],"refund_due_since":[null,1795492800000000],"status":["CONFIRMED","CANCELLED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-98fa-7225-bfa2-344b950890e2', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', '192.0.2.7', '01a2164d-989a-7394-bf22-74c77865d1c8', 'placePreorder', 'preorder', '01a2164d-98c4-7592-bd10-424adf306d50', '500235136', '{"records":[{"kind":"preorder","id":"01a2164d-98c4-7592-bd10-424adf306d50","fields":{"amount_fen":[null,2400],"buyer_name":[null,"sha256:0b58818c868f3fb0ea4cf00cb4c097680a41a895d2bfd69a6205abe1e2452dc4"],"buyer_phone":[null,"sha256:9ad12f32ec36ed0ff39c0a1f1ae7e3d08f035371010c725a8320b1b65848d989"],"changed_at":[null,1795492800000000],"code":[null,"PDJ1-6VNE"],"compensated_fen":[null,0],"deposit_fen":[null,720],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,3000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164d-98c4-7592-bd10-424adf306d50"],"kept_fen":[null,0],"offer_id":[null,"01a2164d-936d-70eb-b8c7-b2015669f84a"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,3000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9b9e-773d-8052-9a46734c6247', 1795492800000001, '01a2164d-6241-739b-a7fb-020734cf7db7', '192.0.2.7', '01a2164d-9b41-73f1-a9e5-d85061f82abb', 'approveReport', 'report_submission', '01a2164d-9b06-7541-890b-a8c49ff63a01', '500235136001', '{"records":[{"kind":"report_submission","id":"01a2164d-9b06-7541-890b-a8c49ff63a01","fields":{"decided_at":[null,1795492800000001],"decided_by":[null,"01a2164d-6241-739b-a7fb-020734cf7db7"],"status":["SUBMITTED","APPROVED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-9e51-7077-8da2-6ec659f2d041', 1795492800000001, '01a2164d-6241-739b-a7fb-020734cf7db7', '192.0.2.7', '01a2164d-9bba-7354-a470-f4cc26c5eefa', 'publishReport', 'published_report', '01a2164d-9e1d-773e-9a29-74580c7f952b', '500235136', '{"records":[{"kind":"published_report","id":"01a2164d-9e1d-773e-9a29-74580c7f952b","fields":{"bound":[null,1795492800000000],"definitions":[null,"{\"cateringIncreaseYuan\":1,\"cateringTakingsYuan\":1,\"festivalEditions\":1,\"growers\":1,\"honours\":1,\"plantOutput\":1,\"plantedAreaByVariety\":1,\"plantedAreaMu\":1,\"presaleRevenueYuan\":1,\"processingPlants\":1,\"processingProjects\":1,\"produceRevenueYuan\":1,\"revenueByChannel\":1,\"revenueByMonth\":1,\"revenueByProduct\":1,\"revenueByVariety\":1,\"salesRevenueYuan\":1,\"visitors\":1,\"visitorsByMonth\":1}"],"edition":[null,1],"figures":[null,"{\"version\":\"1\",\"regionCode\":\"500235136\",\"year\":2025,\"period\":\"YEAR\",\"plantedAreaMuHundredths\":1250,\"plantedAreaByVariety\":[{\"variety\":\"fengshui-pear\",\"muHundredths\":1250,\"growers\":1}],\"visitors\":320,\"visitorsByMonth\":[{\"month\":1,\"visitors\":0},{\"month\":2,\"visitors\":0},{\"month\":3,\"visitors\":0},{\"month\":4,\"visitors\":0},{\"month\":5,\"visitors\":0},{\"month\":6,\"visitors\":0},{\"month\":7,\"visitors\":0},{\"month\":8,\"visitors\":0},{\"month\":9,\"visitors\":0},{\"month\":10,\"visitors\":320},{\"month\":11,\"visitors\":0},{\"month\":12,\"visitors\":0}],\"salesRevenueFen\":60300,\"presaleRevenueFen\":0,\"revenueByVariety\":[{\"variety\":\"fengshui-pear\",\"salesFen\":60300,\"presaleFen\":0,\"salesG\":100500,\"presaleG\":0}],\"revenueByProduct\":[],\"revenueByChannel\":[{\"channel\":\"MARKET\",\"salesFen\":60300}],\"revenueByMonth\":[{\"month\":1,\"salesFen\":0,\"presaleFen\":0},{\"month\":2,\"salesFen\":0,\"presaleFen\":0},{\"month\":3,\"salesFen\":0,\"presaleFen\":0},{\"month\":4,\"salesFen\":0,\"presaleFen\":0},{\"month\":5,\"salesFen\":0,\"presaleFen\":0},{\"month\":6,\"salesFen\":0,\"presaleFen\":0},{\"month\":7,\"salesFen\":0,\"presaleFen\":0},{\"month\":8,\"salesFen\":0,\"presaleFen\":0},{\"month\":9,\"salesFen\":60300,\"presaleFen\":0},{\"month\":10,\"salesFen\":0,\"presaleFen\":0},{\"month\":11,\"salesFen\":0,\"presaleFen\":0},{\"month\":12,\"salesFen\":0,\"presaleFen\":0}],\"plantOutput\":[],\"cateringTakingsFen\":150050,\"cateringIncreaseFen\":50050,\"festivalEditions\":1,\"processingPlants\":1,\"processingProjects\":1,\"honours\":[{\"kind\":\"LANDMARK_DISH\",\"count\":1},{\"kind\":\"FAMOUS_SNACK\",\"count\":0},{\"kind\":\"HERITAGE_PROJECT\",\"count\":0}],\"asOf\":1795492800000000}"],"hash":[null,"799ba0dfa7569ff5706d66625e2da6dea682942aa3387d3e5cd41fb3810b3ab5"],"id":[null,"01a2164d-9e1d-773e-9a29-74580c7f952b"],"is_provisional":[null,false],"names":[null,"{\"version\":\"1\",\"region\":\"云安镇\",\"varieties\":{\"fengshui-pear\":{\"zh\":\"丰水梨\",\"en\":\"Hosui pear\"}},\"products\":{},\"plants\":{}}"],"office":[null,"云阳县云安镇"],"period":[null,"YEAR"],"published_at":[null,1795492800000001],"published_by":[null,"01a2164d-6241-739b-a7fb-020734cf7db7"],"region_code":[null,"500235136"],"salt":[null,"***"],"sellers":[null,"{\"version\":\"1\",\"varieties\":{\"fengshui-pear\":1},\"products\":{},\"channels\":{\"MARKET\":1}}"],"year":[null,2025]}}]}');
INSERT INTO public.audit_entry VALUES ('01a2164d-d05a-746e-b158-3b945dd49de1', 1795492800000002, '01a2164d-6241-739b-a7fb-020734cf7db7', '192.0.2.7', '01a2164d-ce8a-70e2-94c2-e9297e381748', 'signIn', 'session', '01a2164d-d040-7694-a1f0-510263a112b9', '500235136', '{"records":[{"kind":"session","id":"01a2164d-d040-7694-a1f0-510263a112b9","fields":{"account_id":[null,"01a2164d-6241-739b-a7fb-020734cf7db7"],"created_at":[null,1795492800000002],"expires_at":[null,1798084800000002],"id":[null,"01a2164d-d040-7694-a1f0-510263a112b9"],"last_used_at":[null,1795492800000002],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_seal VALUES ('01a2164d-512d-72cd-8104-1535e8a8161e', 1, '107ea30c7adad0c0f8502d4406c7212cec263421d676c3228bc84abb34c5f706');
INSERT INTO public.audit_seal VALUES ('01a2164d-521a-711c-9312-6224f6fa35d9', 2, '7d8841e2caf087f135d9ce218934beec38df24821c55b44365b47837e6b54cb3');
INSERT INTO public.audit_seal VALUES ('01a2164d-52d7-70bd-80cf-43080abcb99f', 3, 'dc2dec08db204a18bd7600503ad3e6022c90c69fcc6f24e1142e123722ed827c');
INSERT INTO public.audit_seal VALUES ('01a2164d-5409-733a-bbbc-19b29351c6e0', 4, '3dc5099afded34f5cd69359f07d50437c4714885f4af6b99c9c3e0b8991bc9e1');
INSERT INTO public.audit_seal VALUES ('01a2164d-54a9-77d9-ac24-a705506e4491', 5, '1e0b9dd6fc222709b4a8f06fac794a1615a40fa3960958fa88a1e258563d80ff');
INSERT INTO public.audit_seal VALUES ('01a2164d-5e61-7177-8dc0-b83508650d36', 6, '077308969683a75b7ceb7619054e4f4402d6caa985695666d4f704c305ce7566');
INSERT INTO public.audit_seal VALUES ('01a2164d-6041-76ad-88ec-10a2ae8ed1be', 7, 'f8266ca8347e585d31226cae383eb9c41b6587c582afdf7f96b393aa7eaa11f7');
INSERT INTO public.audit_seal VALUES ('01a2164d-6245-76cb-b660-71548933d51b', 8, '09eaccf408e92304a328c1d813a47afb74825b29589a71ac00e252b53ff2c365');
INSERT INTO public.audit_seal VALUES ('01a2164d-644b-77bf-b22c-4c444c21d0ec', 9, '1858f43e6455c39fec32d12c2648e0668cec5df85dfbb9b6b09ffb4956f5163c');
INSERT INTO public.audit_seal VALUES ('01a2164d-6749-724d-afe5-678bcc9d2791', 10, 'b4e4d18c9ca48b48f2716c3e6092cd8869e32c63b3c38ba2e6b527e328e6dc8b');
INSERT INTO public.audit_seal VALUES ('01a2164d-6971-732e-831c-4572f3fa6019', 11, '8331d6d62259993af0db658cca001b138e4fd9703dcd6b82562453d6723db797');
INSERT INTO public.audit_seal VALUES ('01a2164d-6afd-7797-986f-44c9a986812e', 12, 'f935ca15f33677481f216df413f38062354c3e75c956356788d6f819f1aac5bb');
INSERT INTO public.audit_seal VALUES ('01a2164d-6c91-7587-9e8d-70ae8a81c1c5', 13, '1371040e8e7a56fc757480d322071fa8121ca0bc5660f039e55a89cd5049e59c');
INSERT INTO public.audit_seal VALUES ('01a2164d-6d3f-75f5-bc1c-7abb1388dd46', 14, '3bc35da049d2342d039e5110da0f1101314dbaa1b54b3995e552bed57f5ceeba');
INSERT INTO public.audit_seal VALUES ('01a2164d-6e16-742e-a975-85ca754fa959', 15, '2ad88b886a8482ef2224f66bc6f89cc50b864d34ed713980b041e54d8627fb02');
INSERT INTO public.audit_seal VALUES ('01a2164d-6ed9-7389-93e7-a8ce5996915b', 16, 'bed6a391d066f6237faf2cba601ffb897f2c7a80b1ee5ecebb0e3f000ef5919e');
INSERT INTO public.audit_seal VALUES ('01a2164d-6f49-72bd-8bdb-5d5345689d58', 17, '4f7c9d5e37be8ab9ab1abcfe09cc5db156d1de25db6099dc3c988a975cc07647');
INSERT INTO public.audit_seal VALUES ('01a2164d-6ff9-71a9-a86e-2249e6737b69', 18, '6330416e75a77c204a826936a9256fce3ce9588044c3428b2018efafff7b2718');
INSERT INTO public.audit_seal VALUES ('01a2164d-707c-71bc-baa8-180cf8c2bd2f', 19, '52394fd643444afb484cc7cd10d19a1b3d5e452523118f66b8cf91b786f77f3e');
INSERT INTO public.audit_seal VALUES ('01a2164d-7125-76e3-ac5d-b83a95c28b54', 20, '9179fd93173478774bdd63f1f3dc10b24844e0a2fb9f3e4c86f2c0523e24b2d3');
INSERT INTO public.audit_seal VALUES ('01a2164d-7172-7115-b52a-9b38f15ca3ee', 21, 'c6cdf3b74eba593917946d0a353d765ccedf0bd6539825ac33317e60c45f7868');
INSERT INTO public.audit_seal VALUES ('01a2164d-72e1-71c7-b8e0-3133df1f0834', 22, '89df89d824343ff169663a3a17d86f9a05f7d437e1ebfbf040921c0421c899f6');
INSERT INTO public.audit_seal VALUES ('01a2164d-73c9-77d1-bcb9-d6f4b18aab3a', 23, 'ff4b1a420ae4864f650f8d248462394cb5ac397f9b8030b83a83d83d58047804');
INSERT INTO public.audit_seal VALUES ('01a2164d-7469-725d-b98c-72282d2962a5', 24, '93e53743377295e48d364ff9b3bc375df1e52b70f9da005a61f4cc327bc5ff33');
INSERT INTO public.audit_seal VALUES ('01a2164d-7536-7264-8a74-b2d419fc9e4a', 25, '9f22a0e94b8bb55d6787a5421a10334b7ffba422da17f9840743c6464811c223');
INSERT INTO public.audit_seal VALUES ('01a2164d-762e-74f4-b7b0-1a7977306afc', 26, '9137d2a319828bfc740d2b2ab3a41a3c37ba90cfb63d0e414eed51d361ba7b54');
INSERT INTO public.audit_seal VALUES ('01a2164d-7739-7086-a7b2-834e4aeee01b', 27, 'd46e8462215cd2bdd7195aa269f052652d74c198cb6c9a80d73edd491161f933');
INSERT INTO public.audit_seal VALUES ('01a2164d-77f6-758b-afba-d61b7bbbee58', 28, '1bcc1144fd33261693d6d44ea689d5463179f42038bdcdd7b93d02e98434f04b');
INSERT INTO public.audit_seal VALUES ('01a2164d-78bd-7262-bfea-e3ef8d58feb6', 29, 'b4491af2fa0056ee468359161700c61cd4a364f837cfe5f35b91b115cfb8cbba');
INSERT INTO public.audit_seal VALUES ('01a2164d-7996-73ce-87d6-72663e222cfb', 30, 'dcd06d44418dd3fe09e6fef4efcf6626843a03cc55b25b794b325a4596893d9b');
INSERT INTO public.audit_seal VALUES ('01a2164d-7a51-775e-a2f7-6787e5b50acf', 31, 'ffb7da53db2cf1638cf73d1eb3bf3f4b3090a8b496b111a84f29e01777bc9479');
INSERT INTO public.audit_seal VALUES ('01a2164d-7b0c-70f1-8890-521ad7cb2784', 32, '48245735e8a2ec4007f98721f18cb4e91829af0db07f2cb86ff78505e02b9612');
INSERT INTO public.audit_seal VALUES ('01a2164d-7ca5-7323-8e7b-5f100dc32c57', 33, '85185c31787af5fbf7288d0887d3ffbe4650effee5ae79d025f9a4439d37de47');
INSERT INTO public.audit_seal VALUES ('01a2164d-7dfd-746a-84a2-9c52c662f878', 34, '0bf1c7e4e84013288529f0933525c21ccddc0050d1924a26e778f22723f3d6c1');
INSERT INTO public.audit_seal VALUES ('01a2164d-7f49-707e-901f-286a2fc0d2f0', 35, 'a87d3601d363df4c01fb08622fa3dd987819401b493710dd018aa6b5e9b77e44');
INSERT INTO public.audit_seal VALUES ('01a2164d-809e-7500-ba89-b108d11143c0', 36, 'fc795537df993b1e24b1e612245f3962808682a728d46bcc71ff285306e3e36d');
INSERT INTO public.audit_seal VALUES ('01a2164d-818f-74c0-8e57-e8f9794893ec', 37, '5c946619d3ef992448e84c39a40f112b4501cff3181a8d458e0bc7ffc1608c5b');
INSERT INTO public.audit_seal VALUES ('01a2164d-8269-7618-8698-c5cb6adfbf6c', 38, '4983eae87c99d457fafb3f0a0620607fef59c2e0ded22e6befb3acbd28236f22');
INSERT INTO public.audit_seal VALUES ('01a2164d-8329-76d6-97cc-b4db97882a47', 39, '17c8e73c908f3cd473d054e31d5f003482eea93d883325b2a64b4dd3a7c37ba9');
INSERT INTO public.audit_seal VALUES ('01a2164d-83d2-71e4-ae96-e62470658aa2', 40, '78b4b686e58987aade3b491a678936b85aa79cb67aad67ccf22440ca2adec58c');
INSERT INTO public.audit_seal VALUES ('01a2164d-8477-7674-9379-63d10e7010d0', 41, '66b015255af70533db55782aff66afdd0acd3d7efb592a57e549ae32e5a5dc61');
INSERT INTO public.audit_seal VALUES ('01a2164d-84ce-776d-8a4c-897cb5c6d9e7', 42, 'd7a284c70dcadc952355fc5f207a3d480383e23ce166d9f2c9722f83b4a7d620');
INSERT INTO public.audit_seal VALUES ('01a2164d-858a-727a-b1d0-f07f3cf37def', 43, 'f601f6d098b18d44fa2160925de0f6d371873b8db0620f862a6de05b828dff11');
INSERT INTO public.audit_seal VALUES ('01a2164d-85ec-710c-aa19-46dd7b626656', 44, '83ef3a452f0b127748907aded40cc93b48cab735106eb5664cd45b6164a05e95');
INSERT INTO public.audit_seal VALUES ('01a2164d-8731-7379-98c4-681167cdc81b', 45, 'b442ef7df2c6e960054bd4eeb0ac0d033825a94e94cad9b4775d904a5b1beb3e');
INSERT INTO public.audit_seal VALUES ('01a2164d-87ee-7596-b87a-5c905ffc1694', 46, '6919975902d7f511a751c1b88dbaeb1e22d83d087cfa5ab43a3507f3a83807eb');
INSERT INTO public.audit_seal VALUES ('01a2164d-8987-7701-a8f0-ebc1d25b37f9', 47, '6ad0c7b482b014813161b323ba1e8eddee004bec68ba5d96eecf496735f72f65');
INSERT INTO public.audit_seal VALUES ('01a2164d-8a0d-7617-89a7-059de80171a8', 48, 'b3b8c28197b63bc4a0ccd521384028211789a428b49610159375c8bed04ff236');
INSERT INTO public.audit_seal VALUES ('01a2164d-8be5-7009-9c8f-61814073bfdc', 49, '96d15092b298316a131715af70654dbea7417629b6c06b64892f4396dcf2ab07');
INSERT INTO public.audit_seal VALUES ('01a2164d-8ce3-7043-bda2-6a8f8aa1558a', 50, '894afce7027521c4004162b56fe7230faf188a3ac47765758464e388882b5b93');
INSERT INTO public.audit_seal VALUES ('01a2164d-8dab-72b5-ae28-0561a965ed53', 51, '0b81891d50bc30deb32315bd5819085ea9ea3f35075ae688ea2d11c8b070bd0e');
INSERT INTO public.audit_seal VALUES ('01a2164d-8ed5-72be-aa64-0dd9f196643c', 52, '9f274f4eefe683dbe0fb60133f2dd3a41618d198e7b5ac3795b6dc04324d10d1');
INSERT INTO public.audit_seal VALUES ('01a2164d-9011-754e-ba7e-32c8eeda3782', 53, '02217f7bdaec38a66bfb121ab246d185a25e4915c63e935b4aa75585ab9d38c0');
INSERT INTO public.audit_seal VALUES ('01a2164d-90bf-7475-96af-a747f2f7d1cf', 54, 'b24a0b5f3397ccfadd34a153e23f1723c531c1d919ffeffaf6a95a2d27099698');
INSERT INTO public.audit_seal VALUES ('01a2164d-9192-74e1-93dd-ed5f2a5c45b4', 55, 'be9ce7edbac5fb328a66f5244b12a9cd717764490e1f03eb95a310dfb6d88e5a');
INSERT INTO public.audit_seal VALUES ('01a2164d-92f9-759a-966e-6f59a216694b', 56, 'ce4096d8c4d0e1079e9b36958ebaefa7804e3bc664c31f178f5e7aa3061c838a');
INSERT INTO public.audit_seal VALUES ('01a2164d-9379-74f8-9b5c-2dbe727023c0', 57, '4f13636c7d3e17082df611395c345de171fae799f2f2fbfe0cc6031d6a5af102');
INSERT INTO public.audit_seal VALUES ('01a2164d-943d-71fe-a881-6dde5ca91d50', 58, 'f6f1ff200ca192fe0e9911d52935ed49d401e89c0ea74f43405f956816254b91');
INSERT INTO public.audit_seal VALUES ('01a2164d-9527-7377-b0d3-640cdc6342db', 59, '0f14cb3c818c8cee4af92b99271800a45d069859510f22b0d69d2c0c4a11af73');
INSERT INTO public.audit_seal VALUES ('01a2164d-95f1-7022-88cc-89870dc04f4c', 60, '6993eedf16f1e4a0bcad33635585eb8eef72d5c587455562c9026598d378be62');
INSERT INTO public.audit_seal VALUES ('01a2164d-966d-745f-99d9-a4e3f5beaf63', 61, '0fe960b54c104f8402a07c0006942c1b4ef999209ed58cade81dacb678cd82c2');
INSERT INTO public.audit_seal VALUES ('01a2164d-9721-74a5-9c57-46afba6096dc', 62, 'c713e521bfaf2240bbf730d2a6040a9fdf1a12dc9ad24e010f180cb751571682');
INSERT INTO public.audit_seal VALUES ('01a2164d-97d5-7542-a87c-8f7465f83b30', 63, '185784477b386d548e51f4e6bbddd52d68d24602bc50fdfa5061536403f71fea');
INSERT INTO public.audit_seal VALUES ('01a2164d-9875-7261-a93a-6c304b370416', 64, '748dbbf23ba3d1e219e2bb5b5c6387234f5e7b06fbce21c9405199fb29dadf94');
INSERT INTO public.audit_seal VALUES ('01a2164d-98fa-7225-bfa2-344b950890e2', 65, '0d8ed89b750b8582b2f8764a1a1bad96d25b8a6c0353e8c92fe3d9f7adfe2c6d');
INSERT INTO public.audit_seal VALUES ('01a2164d-9b1a-73ab-ad4d-ccfc09d48477', 66, '552e154a77d6c1222204c1effe028a6badf5fa07fd9796659c23c8f3d0c53363');
INSERT INTO public.audit_seal VALUES ('01a2164d-9b9e-773d-8052-9a46734c6247', 67, 'a08aedcb6d8d40db978043fc512599deb68e21a12a381186f1cba1e8a8d3c993');
INSERT INTO public.audit_seal VALUES ('01a2164d-9e51-7077-8da2-6ec659f2d041', 68, 'be9d8bc5917eed205cce7ea43c88913054390da26fbf9aa557bfbf2536363457');
INSERT INTO public.batch_by_product VALUES ('01a2164d-86cb-712a-832e-60fc50a94558', '01a2164d-869b-77fa-b02c-7f684ad35987', 1, '菜叶', 5000);
INSERT INTO public.batch_ingredient VALUES ('01a2164d-86bd-70c4-90d1-03338bdab1b5', '01a2164d-869b-77fa-b02c-7f684ad35987', 1, '01a2164d-85e2-701f-b099-ab0cc74784b3', NULL, NULL, 80000);
INSERT INTO public.batch_ingredient VALUES ('01a2164d-8910-7481-98c6-90e2b3fe5da1', '01a2164d-88ee-72fb-8648-69d50eaed645', 1, NULL, '01a2164d-869b-77fa-b02c-7f684ad35987', '01a2164d-869b-77fa-b02c-7f684ad35987', 20000);
INSERT INTO public.batch_ingredient VALUES ('01a2164d-8925-7144-9819-df128098c11d', '01a2164d-88ee-72fb-8648-69d50eaed645', 2, '01a2164d-857d-75b7-8549-f6617cb22d29', NULL, NULL, 20000);
INSERT INTO public.batch_step VALUES ('01a2164d-86e5-7219-aba4-5ba64776de67', '01a2164d-869b-77fa-b02c-7f684ad35987', 1, '腌制', 7);
INSERT INTO public.catering_baseline VALUES ('01a2164d-6f35-708d-ba0f-dedea6306434', '500235136', 2024, 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8');
INSERT INTO public.catering_establishment VALUES ('kitchen', '梨花农家乐', '500235136001');
INSERT INTO public.catering_takings VALUES ('01a2164d-7a09-7309-ac58-cfd9b875c29a', 'kitchen', '500235136001', 2024, 10, 100000, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL);
INSERT INTO public.catering_takings VALUES ('01a2164d-7ac9-72d7-bdbd-5f2908e1a198', 'kitchen', '500235136001', 2025, 10, 150050, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL);
INSERT INTO public.certificate VALUES ('01a2164d-8395-7199-b913-e4d351904c90', 'CEH1-F23B-CS3E', 'VALID', '01a2164d-8267-76d1-acb1-09c3cc0a1c27', NULL, '500235136001', '01a2164d-7169-747a-bf58-f18c2dcd9348', NULL, '丰水梨', 100000, '云安果业', '13800001234', false, '云安果业', 'SELF_PLEDGE', '3d3a56ee72939bcf5a35728152f9130790e7f1d63c02c031c8eb00d82da2437c', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL, NULL);
INSERT INTO public.certificate VALUES ('01a2164d-8300-75f3-a0c9-5635fafe78ef', 'C3RZ-76R1-31FA', 'REPLACED', '01a2164d-8267-76d1-acb1-09c3cc0a1c27', NULL, '500235136001', '01a2164d-7169-747a-bf58-f18c2dcd9348', NULL, '丰水梨', 100000, '云安果业', '13800001234', false, '云安果业', 'SELF_PLEDGE', '61facbcdbe65bc632dc20235d37f761ec686f5d5c250e1ce519f573a6aabc11e', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 1795492800000000, NULL, NULL, NULL);
INSERT INTO public.certificate VALUES ('01a2164d-8465-767a-ad3c-7410f12f2e0a', 'C7PP-4XBV-N9BY', 'WITHDRAWN', '01a2164d-7439-72a2-9c2a-d7c8d92a050c', NULL, '500235136001', '01a2164d-7169-747a-bf58-f18c2dcd9348', NULL, '丰水梨', 5000, '云安果业', '13800001234', false, '云安果业', 'SELF_PLEDGE', '28f32b888b13937e942b0c6f4f4e35069e624ebd09bf02a9cef90cfac0d280f1', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, 1795492800000000, '误开', '01a2164d-5e50-752f-8b6a-1898f57c4cbf');
INSERT INTO public.certificate_origin VALUES ('01a2164d-8307-7002-a627-fecd40a075d2', '01a2164d-8300-75f3-a0c9-5635fafe78ef', '500235136001');
INSERT INTO public.certificate_origin VALUES ('01a2164d-839d-72ac-9e4c-f659d55296bf', '01a2164d-8395-7199-b913-e4d351904c90', '500235136001');
INSERT INTO public.certificate_origin VALUES ('01a2164d-846d-7167-99d1-2a9361444bbb', '01a2164d-8465-767a-ad3c-7410f12f2e0a', '500235136001');
INSERT INTO public.certificate_replacement VALUES ('01a2164d-83b1-717f-8fb3-44962bc7d5d4', '01a2164d-8395-7199-b913-e4d351904c90', 'C3RZ-76R1-31FA');
INSERT INTO public.daily_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('FESTIVAL', '2025-03-20', '500235136', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('AREA', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 4, 0, 0, 1, 1000, 1);
INSERT INTO public.daily_total VALUES ('GROWERS', '2015-01-01', '50', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.daily_total VALUES ('GROWERS', '2015-01-01', '500235', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.daily_total VALUES ('GROWERS', '2015-01-01', '500235136', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.daily_total VALUES ('GROWERS', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.daily_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 3, 0, 0, 0, 250, 0);
INSERT INTO public.daily_total VALUES ('SALE', '2025-09-15', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 6, 60300, 100500, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('SALE', '2025-09-15', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 1, 600, 1000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('SALE', '2025-09-15', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 7, -600, -1000, -1, 0, -1);
INSERT INTO public.daily_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', 0, '', '', 'gate', '', '', 3, 0, 0, 320, 0, 1);
INSERT INTO public.daily_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('OUTPUT', '2026-08-10', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 2, 0, 60000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('OUTPUT', '2026-11-24', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('SALE', '2026-11-24', '500235136001', '', 'paocai', 0, 'ONLINE', 'pickles', '', '', '', 7, 25000, 10000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('PRESALE', '2026-11-24', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 4, 24000, 30000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('PRESALE', '2026-11-24', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 7, 4000, 5000, 2, 0, 4);
INSERT INTO public.daily_total VALUES ('PRESALE', '2026-11-24', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 2, 4000, 5000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('PRESALE', '2026-11-24', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 3, -4000, -5000, -1, 0, 1);
INSERT INTO public.festival VALUES ('01a2164d-6e74-7043-bd20-48fa4ed7b0dc', '500235136', 17, '云安梨花节', '2025-03-20', '2025-04-02');
INSERT INTO public.festival_days VALUES ('01a2164d-6e95-73fb-b975-82729b58f13a', '01a2164d-6e74-7043-bd20-48fa4ed7b0dc', '2025-03-20', '2025-04-02', 1764561600000000);
INSERT INTO public.grower VALUES ('01a2164d-7169-747a-bf58-f18c2dcd9348', '云安果业', NULL, 'COMPANY', '500235136001', '13800001234', 1764561600000000, 'd5c84acddecebcf99bf6cbe037c1bf4a77643c4061aebe5f939cf3b78d0f0729');
INSERT INTO public.harvest_estimate VALUES ('01a2164d-8cb0-7424-8942-79ef7bba718d', '500235136', 'fengshui-pear', 2026, 400000, '霜冻', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL);
INSERT INTO public.harvest_lot VALUES ('01a2164d-7439-72a2-9c2a-d7c8d92a050c', 'HR5G-EHEY-WQHH', '01a2164d-724e-7712-b87b-3be27d1a20e8', '01a2164d-7169-747a-bf58-f18c2dcd9348', '500235136001', 'fengshui-pear', '2025-09-10', 800000, 699500, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL);
INSERT INTO public.harvest_lot VALUES ('01a2164d-8267-76d1-acb1-09c3cc0a1c27', 'H4B6-3WTQ-3ET6', '01a2164d-724e-7712-b87b-3be27d1a20e8', '01a2164d-7169-747a-bf58-f18c2dcd9348', '500235136001', 'fengshui-pear', '2026-08-20', 500000, 440000, 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL);
INSERT INTO public.honour VALUES ('soup', '01a2164d-6ced-71b6-a3e0-d6f334a0272d', 'LANDMARK_DISH', '羊肉汤', '500235136', '2025-06-01', NULL);
INSERT INTO public.idempotency VALUES ('01a2164d-5e50-752f-8b6a-1898f57c4cbf', 'recordSale', 'autumn', '1:4bd043744542f1c501ae5293f09b4414436b7b344403de09033ed369cff5d95e', '01a2164d-75ed-75f0-9524-818b14772e5c', 1764561600000000);
INSERT INTO public.idempotency VALUES ('01a2164d-5e50-752f-8b6a-1898f57c4cbf', 'recordSale', 'mistaken', '1:0e55ca7e04a3435317fb430e550764c488b8208c71d0d9980c61bc99047a5d56', '01a2164d-76e5-76b0-94ee-57f436219a34', 1764561600000000);
INSERT INTO public.idempotency VALUES ('01a2164d-6441-72a9-a76c-0e107ddb887c', 'recordProductionBatch', 'jar', '1:5df8097169940e0f5c8c66b926bdec7912f78ece9040172db1a53bf7e6649482', '01a2164d-869b-77fa-b02c-7f684ad35987', 1795492800000000);
INSERT INTO public.idempotency VALUES ('01a2164d-5e50-752f-8b6a-1898f57c4cbf', 'placePreorder', 'claim', '1:7438bbedc4ba2001ce2918f974bc2b039cc0a5bd0f80587f42666d705824bf7e', '01a2164d-93f4-717e-bd97-896e7560af51', 1795492800000000);
INSERT INTO public.installation VALUES (1, false, 2);
INSERT INTO public.intake VALUES ('01a2164d-85e2-701f-b099-ab0cc74784b3', 'pickles', '500235136001', '青菜', NULL, NULL, NULL, NULL, '菜市场', NULL, NULL, NULL, 100000, 20000, '2026-08-01', '328dfa34e3e1cf63216e71bab7327d4636cda9a43b5c67473c3fe6bc2a90c81c', NULL, 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', NULL, NULL, NULL);
INSERT INTO public.intake VALUES ('01a2164d-857d-75b7-8549-f6617cb22d29', 'pickles', '500235136001', '丰水梨', '01a2164d-8267-76d1-acb1-09c3cc0a1c27', NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', NULL, 'CEH1-F23B-CS3E', NULL, NULL, 50000, 30000, '2026-11-24', '6dbd48704c79ee2902976caf0f3cce27a8b91a61e42a51ac8061528fb2f0c4dd', NULL, 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', NULL, NULL, NULL);
INSERT INTO public.ledger_bound VALUES (1, 1795492800000001);
INSERT INTO public.ledger_entry VALUES ('01a2164d-539b-73e8-9873-32d6b67b0678', 'PLANT', '2020-05-01', '2020-05-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'PROCESSING_PLANT', '01a2164d-535d-7301-a174-9e9984dc2b7c', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-6d11-74ac-9897-cad8a801be82', 'LANDMARK_DISH', '2025-06-01', '2025-06-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'HONOUR', '01a2164d-6ced-71b6-a3e0-d6f334a0272d', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-6dd1-773f-a528-309dab7c970c', 'PROJECT', '2025-03-01', '2025-03-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'PROCESSING_PROJECT', '01a2164d-6db1-71f4-9645-54d61137f49e', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-6eae-7476-85a4-086eda84c041', 'FESTIVAL', '2025-03-20', '2025-03-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'FESTIVAL', '01a2164d-6e74-7043-bd20-48fa4ed7b0dc', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7295-70d7-8e03-90ea7454e656', 'AREA', '2015-01-01', '2015-01-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', 0, 0, 1, 1000, 1, 'PLOT_TERM', '01a2164d-7255-722e-bb04-37918da58e81', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7295-70d7-8e03-90eb9669a78a', 'GROWERS', '2015-01-01', '2015-01-01', '50', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', '01a2164d-7255-722e-bb04-37918da58e81', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7295-70d7-8e03-90ec3bdbca3b', 'GROWERS', '2015-01-01', '2015-01-01', '500235', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', '01a2164d-7255-722e-bb04-37918da58e81', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7295-70d7-8e03-90ed616f133c', 'GROWERS', '2015-01-01', '2015-01-01', '500235136', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', '01a2164d-7255-722e-bb04-37918da58e81', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7295-70d7-8e03-90ee32a7364b', 'GROWERS', '2015-01-01', '2015-01-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', '01a2164d-7255-722e-bb04-37918da58e81', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-73a1-77d7-ae9b-0cb1cbf73890', 'AREA', '2025-06-01', '2025-06-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', 0, 0, 0, 250, 0, 'PLOT_TERM', '01a2164d-7385-72e7-ae04-384094f2fcdb', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7601-74c6-8b14-9df2dce4de4a', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', 60300, 100500, 1, 0, 1, 'SALE', '01a2164d-75ed-75f0-9524-818b14772e5c', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-76e9-70e3-b0a2-0a0799619230', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', 600, 1000, 1, 0, 1, 'SALE', '01a2164d-76e5-76b0-94ee-57f436219a34', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-77be-740a-a5cb-183953ef1a96', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', -600, -1000, -1, 0, -1, 'SALE', '01a2164d-76e5-76b0-94ee-57f436219a34', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7881-72dd-9bd5-2f312936d192', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, 300, 0, 1, 'VISITOR_COUNT', '01a2164d-7871-70fc-a957-d2ca5e2cb3ba', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7965-72c2-be9c-433116cf008c', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, -300, 0, -1, 'VISITOR_COUNT', '01a2164d-7871-70fc-a957-d2ca5e2cb3ba', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7965-72c2-be9c-4332b6578fdb', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, 320, 0, 1, 'VISITOR_COUNT', '01a2164d-794d-77d6-bb1c-3d1842810b8c', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7a22-779e-9d44-fec55976ecb9', 'CATERING', '2024-10-01', '2024-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, 'kitchen', NULL, NULL, 100000, 0, 1, 0, 1, 'CATERING_TAKINGS', '01a2164d-7a09-7309-ac58-cfd9b875c29a', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-7ad9-7358-9954-4407b97a0070', 'CATERING', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, 'kitchen', NULL, NULL, 150050, 0, 1, 0, 1, 'CATERING_TAKINGS', '01a2164d-7ac9-72d7-bdbd-5f2908e1a198', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-86ee-7668-8dcd-e508cd9b9f84', 'OUTPUT', '2026-08-10', '2026-08-01', '500235136001', NULL, 'paocai', NULL, NULL, 'pickles', NULL, NULL, NULL, NULL, 0, 60000, 1, 0, 1, 'PRODUCTION_BATCH', '01a2164d-869b-77fa-b02c-7f684ad35987', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-8931-76d5-baca-dba639cbd6e3', 'OUTPUT', '2026-11-24', '2026-11-01', '500235136001', NULL, 'paocai', NULL, NULL, 'pickles', NULL, NULL, NULL, NULL, 0, 30000, 1, 0, 1, 'PRODUCTION_BATCH', '01a2164d-88ee-72fb-8648-69d50eaed645', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-8b26-72fe-946e-78930e23527b', 'SALE', '2026-11-24', '2026-11-01', '500235136001', NULL, 'paocai', NULL, 'ONLINE', 'pickles', NULL, NULL, NULL, NULL, 25000, 10000, 1, 0, 1, 'SALE', '01a2164d-8ab9-74d8-8ff1-35ffd021452a', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-8fcd-715f-9b9d-9c2ae150ac86', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 24000, 30000, 1, 0, 1, 'PREORDER', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-9161-7744-8271-6b4a2e5b52f0', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 16000, 20000, 1, 0, 1, 'PREORDER', '01a2164d-907d-7481-a0e6-b3397c22354f', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-92d2-70a6-bf81-d8632bcc8fe2', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -12000, -15000, 0, 0, 1, 'PREORDER', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-92d2-70a6-bf81-d864b1c2d693', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -8000, -10000, 0, 0, 1, 'PREORDER', '01a2164d-907d-7481-a0e6-b3397c22354f', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-94f4-7050-91cb-e52c3917fa25', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 8000, 10000, 1, 0, 1, 'PREORDER', '01a2164d-93f4-717e-bd97-896e7560af51', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-9701-7223-8da0-e5cd636171a9', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 4000, 5000, 1, 0, 1, 'PREORDER', '01a2164d-963a-77c9-92f7-a4307816994d', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a2164d-97b2-7443-ad3d-8e4465cb9c19', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -4000, -5000, -1, 0, 1, 'PREORDER', '01a2164d-963a-77c9-92f7-a4307816994d', 1795492800000000);
INSERT INTO public.monthly_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('FESTIVAL', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('AREA', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 4, 0, 0, 1, 1000, 1);
INSERT INTO public.monthly_total VALUES ('GROWERS', '2015-01-01', '50', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.monthly_total VALUES ('GROWERS', '2015-01-01', '500235', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.monthly_total VALUES ('GROWERS', '2015-01-01', '500235136', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.monthly_total VALUES ('GROWERS', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.monthly_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 3, 0, 0, 0, 250, 0);
INSERT INTO public.monthly_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 6, 60300, 100500, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 1, 600, 1000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 7, -600, -1000, -1, 0, -1);
INSERT INTO public.monthly_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', 0, '', '', 'gate', '', '', 3, 0, 0, 320, 0, 1);
INSERT INTO public.monthly_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('OUTPUT', '2026-08-01', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 2, 0, 60000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('OUTPUT', '2026-11-01', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('SALE', '2026-11-01', '500235136001', '', 'paocai', 0, 'ONLINE', 'pickles', '', '', '', 7, 25000, 10000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 4, 24000, 30000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 7, 4000, 5000, 2, 0, 4);
INSERT INTO public.monthly_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 2, 4000, 5000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 3, -4000, -5000, -1, 0, 1);
INSERT INTO public.plot VALUES ('01a2164d-724e-7712-b87b-3be27d1a20e8', '01a2164d-7169-747a-bf58-f18c2dcd9348', '500235136001', 'fengshui-pear', 1250, 2015, NULL, NULL, 1764561600000000);
INSERT INTO public.plot_term VALUES ('01a2164d-7255-722e-bb04-37918da58e81', '01a2164d-724e-7712-b87b-3be27d1a20e8', 1, '2015-01-01', true, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', '500235136001', 'fengshui-pear', 1000, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf');
INSERT INTO public.plot_term VALUES ('01a2164d-7385-72e7-ae04-384094f2fcdb', '01a2164d-724e-7712-b87b-3be27d1a20e8', 2, '2025-06-01', true, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', '500235136001', 'fengshui-pear', 1250, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf');
INSERT INTO public.preorder VALUES ('01a2164d-8e61-77f5-879a-f6e3bbe2ed82', 'P55B-TE1M', '01a2164d-8d71-7021-8957-edf0883a86b9', '500235136', 'CONFIRMED', NULL, '陈晓', '13900000000', 'f260b6ad2b5db3117f8711f45e1fe29596806ae6a583603625c5202375449d4f', 'PICK_UP', NULL, 30000, 15000, 12000, 7200, 0, 0, 7200, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO public.preorder VALUES ('01a2164d-907d-7481-a0e6-b3397c22354f', 'PTQD-NZWT', '01a2164d-8d71-7021-8957-edf0883a86b9', '500235136', 'CONFIRMED', NULL, '陈晓', '13900000001', 'c5ddc200a4eaace66fa31df25149661b6bc240d3ef5cea2392b2663458aded56', 'PICK_UP', NULL, 20000, 10000, 8000, 4800, 0, 0, 7200, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO public.preorder VALUES ('01a2164d-93f4-717e-bd97-896e7560af51', 'PSF5-Q9HW', '01a2164d-936d-70eb-b8c7-b2015669f84a', '500235136', 'DELIVERED', NULL, '陈晓', '13900000002', 'b6d6f82c47046fe14112277800af77d0f5bdedcc9d678ec31e7cae9f47aa69b5', 'PICK_UP', NULL, 10000, 10000, 8000, 2400, 0, 0, 8000, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, '2026-11-24', NULL, NULL, NULL, 1795492800000000);
INSERT INTO public.preorder VALUES ('01a2164d-963a-77c9-92f7-a4307816994d', 'PHX6-H0W5', '01a2164d-936d-70eb-b8c7-b2015669f84a', '500235136', 'CANCELLED', NULL, '陈晓', '13900000003', '68f892ddf820309332cc66181884b7745073771a2239a22c41465b261200b797', 'PICK_UP', NULL, 5000, 0, 0, 1200, 0, 0, 1200, 0, 1200, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, 1795492800000000, 'TOWN', 1795492800000000);
INSERT INTO public.preorder VALUES ('01a2164d-98c4-7592-bd10-424adf306d50', 'PDJ1-6VNE', '01a2164d-936d-70eb-b8c7-b2015669f84a', '500235136', 'PLACED', NULL, '陈晓', '13900000004', 'fd75987db6ecff366f1311f1ecd157596ba54dcee93fa53c4f462db6451b7289', 'PICK_UP', NULL, 3000, 3000, 2400, 720, 0, 0, 0, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, NULL, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO public.preorder_event VALUES ('01a2164d-8e85-72cd-8674-3cadb93a251e', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', 1795492800000000, 'PLACED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 24000, 30000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-8fb1-7559-9b0b-ed5db98742d5', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', 1795492800000000, 'PAID', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 7200, NULL, 'CASH', 'R3NB-272M-QPFG', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-8fb1-7559-9b0b-ed5e8200f31e', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', 1795492800000000, 'CONFIRMED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 24000, 30000, NULL, NULL, NULL, '2026-11-24', 24000, 30000, 1, 1);
INSERT INTO public.preorder_event VALUES ('01a2164d-90a0-7536-8be3-c74a91dfa68b', '01a2164d-907d-7481-a0e6-b3397c22354f', 1795492800000000, 'PLACED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 16000, 20000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-9159-7495-a91a-ea30173782bb', '01a2164d-907d-7481-a0e6-b3397c22354f', 1795492800000000, 'PAID', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 7200, NULL, 'CASH', 'R9GQ-6Q0B-DVVM', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-9159-7495-a91a-ea31de5ac106', '01a2164d-907d-7481-a0e6-b3397c22354f', 1795492800000000, 'CONFIRMED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 16000, 20000, NULL, NULL, NULL, '2026-11-24', 16000, 20000, 1, 1);
INSERT INTO public.preorder_event VALUES ('01a2164d-9272-7332-9b8d-9495956aab54', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', 1795492800000000, 'FELL_SHORT', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 12000, 15000, NULL, NULL, NULL, '2026-11-24', -12000, -15000, 0, 1);
INSERT INTO public.preorder_event VALUES ('01a2164d-9272-7332-9b8d-9496f1bf1982', '01a2164d-907d-7481-a0e6-b3397c22354f', 1795492800000000, 'FELL_SHORT', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 8000, 10000, NULL, NULL, NULL, '2026-11-24', -8000, -10000, 0, 1);
INSERT INTO public.preorder_event VALUES ('01a2164d-9405-7542-afe7-af87d0200450', '01a2164d-93f4-717e-bd97-896e7560af51', 1795492800000000, 'PLACED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 8000, 10000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-94ea-7551-8aa0-87c76f918b73', '01a2164d-93f4-717e-bd97-896e7560af51', 1795492800000000, 'PAID', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 8000, NULL, 'CASH', 'RAGB-V6R2-Z1VJ', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-94ea-7551-8aa0-87c8c36933ad', '01a2164d-93f4-717e-bd97-896e7560af51', 1795492800000000, 'CONFIRMED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 8000, 10000, NULL, NULL, NULL, '2026-11-24', 8000, 10000, 1, 1);
INSERT INTO public.preorder_event VALUES ('01a2164d-95d5-7732-83cc-6174174dae5c', '01a2164d-93f4-717e-bd97-896e7560af51', 1795492800000000, 'DELIVERED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, 10000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-965d-7534-876d-34da2b139e3b', '01a2164d-963a-77c9-92f7-a4307816994d', 1795492800000000, 'PLACED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 4000, 5000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-96ed-710a-8434-1e2c57243113', '01a2164d-963a-77c9-92f7-a4307816994d', 1795492800000000, 'PAID', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 1200, NULL, 'CASH', 'RM20-SEFR-MHQQ', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-96ed-710a-8434-1e2d964ce75b', '01a2164d-963a-77c9-92f7-a4307816994d', 1795492800000000, 'CONFIRMED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 4000, 5000, NULL, NULL, NULL, '2026-11-24', 4000, 5000, 1, 1);
INSERT INTO public.preorder_event VALUES ('01a2164d-97a9-75f6-b64a-71abd5ea8dfd', '01a2164d-963a-77c9-92f7-a4307816994d', 1795492800000000, 'CANCELLED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, 5000, NULL, NULL, '冻害', '2026-11-24', -4000, -5000, -1, 1);
INSERT INTO public.preorder_event VALUES ('01a2164d-9866-777f-ab20-4654068470eb', '01a2164d-963a-77c9-92f7-a4307816994d', 1795492800000000, 'REFUNDED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 1200, NULL, 'BANK', 'out-1', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a2164d-98e1-7524-93c3-41d46f5e79f3', '01a2164d-98c4-7592-bd10-424adf306d50', 1795492800000000, 'PLACED', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 2400, 3000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_lot VALUES ('01a2164d-95bd-7786-b4e5-3575a4adc8de', '01a2164d-93f4-717e-bd97-896e7560af51', '01a2164d-8267-76d1-acb1-09c3cc0a1c27', 10000);
INSERT INTO public.preorder_payment VALUES ('01a2164d-8f74-7716-ab1f-2e76de658b6f', '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', '500235136', 7200, 'CASH', 'R3NB-272M-QPFG', false, 1795492800000000, '2026-11-24', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL);
INSERT INTO public.preorder_payment VALUES ('01a2164d-9133-7386-919b-14e8abb90c11', '01a2164d-907d-7481-a0e6-b3397c22354f', '500235136', 7200, 'CASH', 'R9GQ-6Q0B-DVVM', false, 1795492800000000, '2026-11-24', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL);
INSERT INTO public.preorder_payment VALUES ('01a2164d-94be-7484-93da-66bc6b62db73', '01a2164d-93f4-717e-bd97-896e7560af51', '500235136', 8000, 'CASH', 'RAGB-V6R2-Z1VJ', false, 1795492800000000, '2026-11-24', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL);
INSERT INTO public.preorder_payment VALUES ('01a2164d-96e5-72e8-baf0-85a400be6642', '01a2164d-963a-77c9-92f7-a4307816994d', '500235136', 1200, 'CASH', 'RM20-SEFR-MHQQ', false, 1795492800000000, '2026-11-24', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL);
INSERT INTO public.preorder_refund VALUES ('01a2164d-9836-7452-a824-8996ad161fae', '01a2164d-963a-77c9-92f7-a4307816994d', '500235136', 1200, 'BANK', 'out-1', '2026-11-24', 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf');
INSERT INTO public.presale_offer VALUES ('01a2164d-8d71-7021-8957-edf0883a86b9', '500235136', 'fengshui-pear', 2026, 25000, 25000, 800, NULL, 3000, 1795132800000000, 1795492800000000, 172800000000, NULL, NULL, NULL, NULL, true, 0, NULL, 0, 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf');
INSERT INTO public.presale_offer VALUES ('01a2164d-936d-70eb-b8c7-b2015669f84a', '500235136', 'fengshui-pear', 2026, 100000, 13000, 800, NULL, 3000, 1795132800000000, 1795996800000000, 172800000000, NULL, '镇政府', NULL, NULL, true, 0, NULL, 0, 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf');
INSERT INTO public.processing_plant VALUES ('pickles', '01a2164d-535d-7301-a174-9e9984dc2b7c', '云安泡菜厂', '500235136001', '2020-05-01', NULL, '2025-11-01', '02355551234');
INSERT INTO public.processing_project VALUES ('line', '01a2164d-6db1-71f4-9645-54d61137f49e', '泡菜生产线', '500235136', NULL, '2025-03-01', NULL);
INSERT INTO public.product VALUES ('paocai', 'pickles', '洗澡泡菜', false, true, NULL, NULL);
INSERT INTO public.product_step VALUES ('01a2164d-8a01-7275-b289-fed102f96dd3', 'paocai', 1, '腌制', 7);
INSERT INTO public.production_batch VALUES ('01a2164d-88ee-72fb-8648-69d50eaed645', 'B9WV-EM9S-YFY9', 'pickles', '500235136001', 'paocai', '2026-11-24', '2026-11-24', 30000, 40000, 0, 30000, NULL, NULL, 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', NULL, NULL, NULL);
INSERT INTO public.production_batch VALUES ('01a2164d-869b-77fa-b02c-7f684ad35987', 'BT58-W544-9C1M', 'pickles', '500235136001', 'paocai', '2026-08-10', '2026-08-02', 60000, 80000, 0, 30000, NULL, NULL, 1795492800000000, '01a2164d-6441-72a9-a76c-0e107ddb887c', NULL, NULL, NULL);
INSERT INTO public.published_report VALUES ('01a2164d-9e1d-773e-9a29-74580c7f952b', '500235136', 2025, 'YEAR', 1, false, '{"version":"1","regionCode":"500235136","year":2025,"period":"YEAR","plantedAreaMuHundredths":1250,"plantedAreaByVariety":[{"variety":"fengshui-pear","muHundredths":1250,"growers":1}],"visitors":320,"visitorsByMonth":[{"month":1,"visitors":0},{"month":2,"visitors":0},{"month":3,"visitors":0},{"month":4,"visitors":0},{"month":5,"visitors":0},{"month":6,"visitors":0},{"month":7,"visitors":0},{"month":8,"visitors":0},{"month":9,"visitors":0},{"month":10,"visitors":320},{"month":11,"visitors":0},{"month":12,"visitors":0}],"salesRevenueFen":60300,"presaleRevenueFen":0,"revenueByVariety":[{"variety":"fengshui-pear","salesFen":60300,"presaleFen":0,"salesG":100500,"presaleG":0}],"revenueByProduct":[],"revenueByChannel":[{"channel":"MARKET","salesFen":60300}],"revenueByMonth":[{"month":1,"salesFen":0,"presaleFen":0},{"month":2,"salesFen":0,"presaleFen":0},{"month":3,"salesFen":0,"presaleFen":0},{"month":4,"salesFen":0,"presaleFen":0},{"month":5,"salesFen":0,"presaleFen":0},{"month":6,"salesFen":0,"presaleFen":0},{"month":7,"salesFen":0,"presaleFen":0},{"month":8,"salesFen":0,"presaleFen":0},{"month":9,"salesFen":60300,"presaleFen":0},{"month":10,"salesFen":0,"presaleFen":0},{"month":11,"salesFen":0,"presaleFen":0},{"month":12,"salesFen":0,"presaleFen":0}],"plantOutput":[],"cateringTakingsFen":150050,"cateringIncreaseFen":50050,"festivalEditions":1,"processingPlants":1,"processingProjects":1,"honours":[{"kind":"LANDMARK_DISH","count":1},{"kind":"FAMOUS_SNACK","count":0},{"kind":"HERITAGE_PROJECT","count":0}],"asOf":1795492800000000}', '{"version":"1","region":"云安镇","varieties":{"fengshui-pear":{"zh":"丰水梨","en":"Hosui pear"}},"products":{},"plants":{}}', '{"version":"1","varieties":{"fengshui-pear":1},"products":{},"channels":{"MARKET":1}}', '{"cateringIncreaseYuan":1,"cateringTakingsYuan":1,"festivalEditions":1,"growers":1,"honours":1,"plantOutput":1,"plantedAreaByVariety":1,"plantedAreaMu":1,"presaleRevenueYuan":1,"processingPlants":1,"processingProjects":1,"produceRevenueYuan":1,"revenueByChannel":1,"revenueByMonth":1,"revenueByProduct":1,"revenueByVariety":1,"salesRevenueYuan":1,"visitors":1,"visitorsByMonth":1}', 1795492800000000, 'fce867a5b033a2dafcf3f6e1491f3c09de9f060c05c3f08cccd8b81dac4985a3', '799ba0dfa7569ff5706d66625e2da6dea682942aa3387d3e5cd41fb3810b3ab5', 1795492800000001, '01a2164d-6241-739b-a7fb-020734cf7db7', '云阳县云安镇');
INSERT INTO public.region VALUES ('50', '重庆市', 'PROVINCE', NULL);
INSERT INTO public.region VALUES ('500235', '云阳县', 'COUNTY', '50');
INSERT INTO public.region VALUES ('500235001', '双江街道', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235002', '青龙街道', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235003', '人和街道', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235004', '盘龙街道', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235105', '龙角镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235107', '故陵镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235108', '红狮镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235115', '路阳镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235116', '农坝镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235118', '渠马镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235121', '黄石镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235122', '巴阳镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235123', '沙市镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235124', '鱼泉镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235125', '凤鸣镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235127', '宝坪镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235128', '南溪镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235129', '双土镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235130', '桑坪镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235131', '江口镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235132', '高阳镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235133', '平安镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235135', '云阳镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235136', '云安镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235137', '栖霞镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235138', '双龙镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235139', '泥溪镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235140', '蔈草镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235141', '养鹿镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235142', '水口镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235143', '堰坪镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235144', '龙洞镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235145', '后叶镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235146', '耀灵镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235147', '大阳镇', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235208', '外郎乡', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235215', '新津乡', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235216', '普安乡', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235218', '洞鹿乡', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235219', '石门乡', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235239', '上坝乡', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235242', '清水土家族乡', 'TOWNSHIP', '500235');
INSERT INTO public.region VALUES ('500235001001', '杏家湾社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001003', '黄金包社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001004', '大雁社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001005', '桂湾社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001006', '梨园社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001007', '稻场社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001008', '外滩社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001009', '蜀光社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001010', '莲花池社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001011', '东风社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001012', '白鹭社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235001202', '石云村村民委员会', 'VILLAGE', '500235001');
INSERT INTO public.region VALUES ('500235002001', '青龙嘴社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002002', '磨子岭社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002003', '柏杨湾社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002004', '民德社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002005', '张家坝社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002006', '天鹅社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002007', '白鹤社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002008', '白云社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002009', '滨江社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002010', '复兴社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002011', '杨沙社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002012', '道湾社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002013', '亮水坪社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002014', '锦绣社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002202', '马沱村村民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002203', '建民村村民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235002204', '龙溪村村民委员会', 'VILLAGE', '500235002');
INSERT INTO public.region VALUES ('500235003001', '立新社区居民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003004', '莲花社区居民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003005', '人和社区居民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003006', '桃园社区居民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003201', '长河村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003202', '龙水村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003211', '民治村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003212', '民权村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003213', '中兴村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003214', '千峰村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003215', '晒经村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003217', '凤岭村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235003218', '牌坊村村民委员会', 'VILLAGE', '500235003');
INSERT INTO public.region VALUES ('500235004001', '盘石社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004002', '龙安社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004003', '活龙社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004004', '三龙社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004005', '长安社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004006', '柳桥社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004203', '阳明村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004204', '龙水村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004205', '四民村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004206', '永兴村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004207', '永安村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004208', '石楼村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004209', '古桑村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004210', '革岭村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004211', '亲睦村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004212', '革新村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004213', '黑马村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004214', '石狮村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004215', '青春村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004216', '帽合村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004218', '双龙村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004219', '金龙村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004220', '腾龙村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235004221', '旺龙村村民委员会', 'VILLAGE', '500235004');
INSERT INTO public.region VALUES ('500235105002', '五龙社区居民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105204', '张家村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105205', '高家村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105206', '永富村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105207', '长沙村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105210', '栏坪村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105211', '泉水村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105214', '杨寨村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105215', '新立村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105216', '龙堰村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105217', '军家村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235105218', '木甫村村民委员会', 'VILLAGE', '500235105');
INSERT INTO public.region VALUES ('500235107002', '故陵社区居民委员会', 'VILLAGE', '500235107');
INSERT INTO public.region VALUES ('500235107210', '红椿村村民委员会', 'VILLAGE', '500235107');
INSERT INTO public.region VALUES ('500235107217', '高坪村村民委员会', 'VILLAGE', '500235107');
INSERT INTO public.region VALUES ('500235107218', '桥亭村村民委员会', 'VILLAGE', '500235107');
INSERT INTO public.region VALUES ('500235107219', '双店村村民委员会', 'VILLAGE', '500235107');
INSERT INTO public.region VALUES ('500235107220', '兰草村村民委员会', 'VILLAGE', '500235107');
INSERT INTO public.region VALUES ('500235107221', '宝兴村村民委员会', 'VILLAGE', '500235107');
INSERT INTO public.region VALUES ('500235107222', '红坪村村民委员会', 'VILLAGE', '500235107');
INSERT INTO public.region VALUES ('500235108003', '咏梧社区居民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108210', '中坪村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108215', '梅柏村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108222', '保健村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108223', '临江村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108224', '宝丰村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108225', '永福村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108226', '向阳村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108227', '水田村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235108228', '石宝村村民委员会', 'VILLAGE', '500235108');
INSERT INTO public.region VALUES ('500235115004', '龙王桥社区居民委员会', 'VILLAGE', '500235115');
INSERT INTO public.region VALUES ('500235115226', '文武村村民委员会', 'VILLAGE', '500235115');
INSERT INTO public.region VALUES ('500235115227', '迎瑞村村民委员会', 'VILLAGE', '500235115');
INSERT INTO public.region VALUES ('500235115228', '中和村村民委员会', 'VILLAGE', '500235115');
INSERT INTO public.region VALUES ('500235115229', '南海村村民委员会', 'VILLAGE', '500235115');
INSERT INTO public.region VALUES ('500235116002', '农坝社区居民委员会', 'VILLAGE', '500235116');
INSERT INTO public.region VALUES ('500235116003', '龙堰社区居民委员会', 'VILLAGE', '500235116');
INSERT INTO public.region VALUES ('500235116206', '红梁村村民委员会', 'VILLAGE', '500235116');
INSERT INTO public.region VALUES ('500235116216', '幸福村村民委员会', 'VILLAGE', '500235116');
INSERT INTO public.region VALUES ('500235116217', '水竹村村民委员会', 'VILLAGE', '500235116');
INSERT INTO public.region VALUES ('500235116218', '云山村村民委员会', 'VILLAGE', '500235116');
INSERT INTO public.region VALUES ('500235116219', '云峰村村民委员会', 'VILLAGE', '500235116');
INSERT INTO public.region VALUES ('500235118001', '将军梁社区居民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118201', '土岩村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118202', '龙胜村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118203', '大梁村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118205', '白岭村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118207', '惠龙村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118208', '红河村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118209', '天岭村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118215', '白银村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118216', '柴林村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118217', '渠富村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235118218', '促进村村民委员会', 'VILLAGE', '500235118');
INSERT INTO public.region VALUES ('500235121001', '黄石社区居民委员会', 'VILLAGE', '500235121');
INSERT INTO public.region VALUES ('500235121002', '平安寨社区居民委员会', 'VILLAGE', '500235121');
INSERT INTO public.region VALUES ('500235121003', '中湾社区居民委员会', 'VILLAGE', '500235121');
INSERT INTO public.region VALUES ('500235121204', '杨柳村村民委员会', 'VILLAGE', '500235121');
INSERT INTO public.region VALUES ('500235121205', '老屋村村民委员会', 'VILLAGE', '500235121');
INSERT INTO public.region VALUES ('500235121211', '铁炉村村民委员会', 'VILLAGE', '500235121');
INSERT INTO public.region VALUES ('500235121212', '迎新村村民委员会', 'VILLAGE', '500235121');
INSERT INTO public.region VALUES ('500235122001', '巴阳社区居民委员会', 'VILLAGE', '500235122');
INSERT INTO public.region VALUES ('500235122205', '官塘村村民委员会', 'VILLAGE', '500235122');
INSERT INTO public.region VALUES ('500235122215', '双峰村村民委员会', 'VILLAGE', '500235122');
INSERT INTO public.region VALUES ('500235122216', '巴阳村村民委员会', 'VILLAGE', '500235122');
INSERT INTO public.region VALUES ('500235122218', '望丰村村民委员会', 'VILLAGE', '500235122');
INSERT INTO public.region VALUES ('500235122219', '永利村村民委员会', 'VILLAGE', '500235122');
INSERT INTO public.region VALUES ('500235122220', '天山村村民委员会', 'VILLAGE', '500235122');
INSERT INTO public.region VALUES ('500235122221', '阳坪村村民委员会', 'VILLAGE', '500235122');
INSERT INTO public.region VALUES ('500235123002', '汤溪源社区居民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235123202', '新楼村村民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235123205', '龙池村村民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235123206', '兴家村村民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235123210', '新桥村村民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235123213', '秀家村村民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235123216', '富柿村村民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235123217', '上坪村村民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235123218', '复垭村村民委员会', 'VILLAGE', '500235123');
INSERT INTO public.region VALUES ('500235124001', '鱼泉社区居民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124201', '马槽村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124202', '燕子村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124206', '龙湾村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124207', '白果村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124208', '花楼村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124209', '建坪村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124210', '鹿鸣村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124211', '望鹿村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124212', '茨菇村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124213', '八一村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124216', '木瓜村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235124217', '三星村村民委员会', 'VILLAGE', '500235124');
INSERT INTO public.region VALUES ('500235125001', '凤凰岭社区居民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125003', '院庄社区居民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125005', '凤桥社区居民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125006', '里市社区居民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125201', '黄龙村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125202', '马岭村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125203', '阳凤村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125204', '清江村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125205', '农建村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125206', '马轩村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125208', '平顶村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125209', '民主村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125210', '福禄村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125211', '玉带村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125212', '锦屏村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125213', '桂泉村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125215', '太地村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125216', '黎明村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125218', '长城村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125220', '上游村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125221', '双桂村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125222', '五同村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125223', '陈园村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235125224', '梧桐村村民委员会', 'VILLAGE', '500235125');
INSERT INTO public.region VALUES ('500235127002', '朝阳社区居民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127003', '水磨社区居民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127203', '桂坪村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127204', '地坪村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127205', '富强村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127216', '江南村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127217', '凤凰村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127222', '永高村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127224', '红电村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127225', '枣树村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127226', '梅滩村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127227', '大石村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127228', '双坝村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235127229', '荷花村村民委员会', 'VILLAGE', '500235127');
INSERT INTO public.region VALUES ('500235128001', '水市社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128002', '南溪社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128003', '长洪社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128004', '新阳社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128005', '卫星社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128202', '花果村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128203', '金银村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128204', '水市村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128205', '天河村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128206', '火脉村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128208', '青云村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128209', '方家村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128210', '桂溪村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128211', '青印村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128212', '吉仙村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128213', '盐渠村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128214', '红岩村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128215', '拱桥村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128216', '大吉村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128217', '西林村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128218', '福桥村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128219', '蒲山村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128220', '西云村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128221', '新阳村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128238', '塔棚村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128239', '南木村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128240', '黄高村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128241', '盐东村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128244', '富家村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128245', '石渠村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128246', '青山村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128247', '猫儿梁村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128248', '宏实村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235128249', '平安村村民委员会', 'VILLAGE', '500235128');
INSERT INTO public.region VALUES ('500235129002', '双土社区居民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129201', '长保村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129205', '保证村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129213', '枫树村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129216', '土垣村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129217', '坪东村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129218', '营鹤村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129219', '五台村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129220', '古佛村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129221', '无量村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235129222', '吉星村村民委员会', 'VILLAGE', '500235129');
INSERT INTO public.region VALUES ('500235130002', '桑坪社区居民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130003', '塘塆社区居民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130220', '大树村村民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130221', '木南村村民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130222', '泰合村村民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130223', '长坪村村民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130224', '兴梨村村民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130225', '咸池村村民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130226', '团坝村村民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235130227', '百柳村村民委员会', 'VILLAGE', '500235130');
INSERT INTO public.region VALUES ('500235131005', '胜元社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131007', '滨河社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131008', '和平社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131009', '向家坪社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131010', '帆水社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131011', '千丘社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131201', '五星村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131202', '九龙村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131203', '泥湾村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131204', '金子村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131205', '新里村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131207', '团滩村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131208', '三湾村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131209', '新华村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131210', '双龙村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131211', '沙溪村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131213', '火地村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131215', '皂坪村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131216', '小水村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131217', '田垭村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131218', '上元村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131219', '四季村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131222', '蓼叶村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131223', '沈家村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131224', '慈竹村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131225', '黄土村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131226', '旺盛村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131231', '大面村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131235', '六坪村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131236', '西牛村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131238', '龙王村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131239', '佛桂村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131240', '东方村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131242', '双义村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131243', '马乐村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235131244', '柏坪村村民委员会', 'VILLAGE', '500235131');
INSERT INTO public.region VALUES ('500235132001', '荣华街社区居民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132002', '高新街社区居民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132204', '梨树村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132205', '小安村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132206', '乐公村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132207', '鹿头村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132208', '青树村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132214', '团结村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132218', '皇城村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132219', '光明村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132220', '桂林村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132221', '白元村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132222', '明冲村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132223', '团堡村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132224', '建全村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132225', '金惠村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235132226', '海坝村村民委员会', 'VILLAGE', '500235132');
INSERT INTO public.region VALUES ('500235133001', '平安社区居民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133004', '白龙社区居民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133005', '龙塘社区居民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133201', '红关村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133202', '忠诚村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133203', '双平村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133204', '前面村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133206', '牛门村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133207', '民安村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133212', '黄木村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133214', '七一村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133215', '双花村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133216', '五湖村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133217', '山花村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133218', '同德村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133222', '联高村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133223', '太合村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235133224', '向阳村村民委员会', 'VILLAGE', '500235133');
INSERT INTO public.region VALUES ('500235135004', '硐村社区居民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135201', '云硐村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135202', '三坪村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135203', '古寺村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135204', '梅树村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135205', '水库村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135206', '蔬菜村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135207', '宝塔村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135208', '光华村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135209', '民强村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235135210', '桐盛村村民委员会', 'VILLAGE', '500235135');
INSERT INTO public.region VALUES ('500235136001', '杉树林社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136002', '大院坝社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136003', '箭楼社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136004', '演易台社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136005', '白水社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136201', '毛坝村村民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136202', '铜鼓村村民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136203', '三湾村村民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136204', '大华村村民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136205', '新建村村民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235136206', '翠田村村民委员会', 'VILLAGE', '500235136');
INSERT INTO public.region VALUES ('500235137001', '小丫口社区居民委员会', 'VILLAGE', '500235137');
INSERT INTO public.region VALUES ('500235137201', '栖霞村村民委员会', 'VILLAGE', '500235137');
INSERT INTO public.region VALUES ('500235137202', '吉平村村民委员会', 'VILLAGE', '500235137');
INSERT INTO public.region VALUES ('500235137203', '古城村村民委员会', 'VILLAGE', '500235137');
INSERT INTO public.region VALUES ('500235137204', '红龙村村民委员会', 'VILLAGE', '500235137');
INSERT INTO public.region VALUES ('500235137205', '小山村村民委员会', 'VILLAGE', '500235137');
INSERT INTO public.region VALUES ('500235137206', '福星村村民委员会', 'VILLAGE', '500235137');
INSERT INTO public.region VALUES ('500235138001', '双河社区居民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235138002', '文龙社区居民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235138201', '永丰村村民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235138202', '玉龙村村民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235138203', '沿溪村村民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235138204', '长兴村村民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235138205', '六合村村民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235138206', '三堂村村民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235138207', '竹坪村村民委员会', 'VILLAGE', '500235138');
INSERT INTO public.region VALUES ('500235139001', '泥溪社区居民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139002', '桐林社区居民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139201', '鱼鳞村村民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139202', '协合村村民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139203', '石蛋村村民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139204', '长柏村村民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139205', '联坪村村民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139206', '枞林村村民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139207', '胜利村村民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235139208', '石缸村村民委员会', 'VILLAGE', '500235139');
INSERT INTO public.region VALUES ('500235140001', '蔈草社区居民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140002', '长岭社区居民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140201', '石笋村村民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140202', '双竹村村民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140203', '双丰村村民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140204', '生田村村民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140205', '西阳村村民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140206', '歧柳村村民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140207', '兴坪村村民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235140208', '丰乐村村民委员会', 'VILLAGE', '500235140');
INSERT INTO public.region VALUES ('500235141001', '养鹿社区居民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235141201', '桐林村村民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235141202', '同发村村民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235141203', '大同村村民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235141204', '宝寨村村民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235141205', '青杠村村民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235141206', '小寨村村民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235141207', '中山村村民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235141208', '新禾村村民委员会', 'VILLAGE', '500235141');
INSERT INTO public.region VALUES ('500235142001', '夜合社区居民委员会', 'VILLAGE', '500235142');
INSERT INTO public.region VALUES ('500235142201', '水口村村民委员会', 'VILLAGE', '500235142');
INSERT INTO public.region VALUES ('500235142202', '老林村村民委员会', 'VILLAGE', '500235142');
INSERT INTO public.region VALUES ('500235142203', '枣子村村民委员会', 'VILLAGE', '500235142');
INSERT INTO public.region VALUES ('500235142204', '佛安村村民委员会', 'VILLAGE', '500235142');
INSERT INTO public.region VALUES ('500235143001', '百福社区居民委员会', 'VILLAGE', '500235143');
INSERT INTO public.region VALUES ('500235143201', '堰坪村村民委员会', 'VILLAGE', '500235143');
INSERT INTO public.region VALUES ('500235143202', '曲溪村村民委员会', 'VILLAGE', '500235143');
INSERT INTO public.region VALUES ('500235143203', '高银村村民委员会', 'VILLAGE', '500235143');
INSERT INTO public.region VALUES ('500235143204', '高新村村民委员会', 'VILLAGE', '500235143');
INSERT INTO public.region VALUES ('500235143205', '中升村村民委员会', 'VILLAGE', '500235143');
INSERT INTO public.region VALUES ('500235144001', '大麦沱社区居民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235144201', '桂花村村民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235144202', '朝阳村村民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235144203', '坝上村村民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235144204', '龙升村村民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235144205', '金道村村民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235144206', '云奉村村民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235144207', '高建村村民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235144208', '龙槽村村民委员会', 'VILLAGE', '500235144');
INSERT INTO public.region VALUES ('500235145001', '后叶社区居民委员会', 'VILLAGE', '500235145');
INSERT INTO public.region VALUES ('500235145002', '后河社区居民委员会', 'VILLAGE', '500235145');
INSERT INTO public.region VALUES ('500235145201', '杉湾村村民委员会', 'VILLAGE', '500235145');
INSERT INTO public.region VALUES ('500235145202', '吉庆村村民委员会', 'VILLAGE', '500235145');
INSERT INTO public.region VALUES ('500235145203', '平进村村民委员会', 'VILLAGE', '500235145');
INSERT INTO public.region VALUES ('500235145204', '凤鸣村村民委员会', 'VILLAGE', '500235145');
INSERT INTO public.region VALUES ('500235145205', '良民村村民委员会', 'VILLAGE', '500235145');
INSERT INTO public.region VALUES ('500235145206', '清顺村村民委员会', 'VILLAGE', '500235145');
INSERT INTO public.region VALUES ('500235146001', '大兴社区居民委员会', 'VILLAGE', '500235146');
INSERT INTO public.region VALUES ('500235146201', '柏木村村民委员会', 'VILLAGE', '500235146');
INSERT INTO public.region VALUES ('500235146202', '鸣凤村村民委员会', 'VILLAGE', '500235146');
INSERT INTO public.region VALUES ('500235146203', '协力村村民委员会', 'VILLAGE', '500235146');
INSERT INTO public.region VALUES ('500235147001', '庆霞社区居民委员会', 'VILLAGE', '500235147');
INSERT INTO public.region VALUES ('500235147201', '黄陵村村民委员会', 'VILLAGE', '500235147');
INSERT INTO public.region VALUES ('500235147202', '鸡鸣村村民委员会', 'VILLAGE', '500235147');
INSERT INTO public.region VALUES ('500235147203', '民富村村民委员会', 'VILLAGE', '500235147');
INSERT INTO public.region VALUES ('500235147204', '紫藤村村民委员会', 'VILLAGE', '500235147');
INSERT INTO public.region VALUES ('500235147205', '大树村村民委员会', 'VILLAGE', '500235147');
INSERT INTO public.region VALUES ('500235147206', '大阳村村民委员会', 'VILLAGE', '500235147');
INSERT INTO public.region VALUES ('500235208001', '金竹沟社区居民委员会', 'VILLAGE', '500235208');
INSERT INTO public.region VALUES ('500235208214', '外郎村村民委员会', 'VILLAGE', '500235208');
INSERT INTO public.region VALUES ('500235208215', '大花村村民委员会', 'VILLAGE', '500235208');
INSERT INTO public.region VALUES ('500235208216', '五龙村村民委员会', 'VILLAGE', '500235208');
INSERT INTO public.region VALUES ('500235208217', '五峰村村民委员会', 'VILLAGE', '500235208');
INSERT INTO public.region VALUES ('500235215001', '和平社区居民委员会', 'VILLAGE', '500235215');
INSERT INTO public.region VALUES ('500235215201', '太胜村村民委员会', 'VILLAGE', '500235215');
INSERT INTO public.region VALUES ('500235215202', '作坊村村民委员会', 'VILLAGE', '500235215');
INSERT INTO public.region VALUES ('500235215207', '永河村村民委员会', 'VILLAGE', '500235215');
INSERT INTO public.region VALUES ('500235215209', '紫荆村村民委员会', 'VILLAGE', '500235215');
INSERT INTO public.region VALUES ('500235215210', '五间村村民委员会', 'VILLAGE', '500235215');
INSERT INTO public.region VALUES ('500235215212', '新津村村民委员会', 'VILLAGE', '500235215');
INSERT INTO public.region VALUES ('500235215213', '石松村村民委员会', 'VILLAGE', '500235215');
INSERT INTO public.region VALUES ('500235216001', '马安社区居民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216205', '丰河村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216206', '郎家村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216210', '老君村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216211', '回龙村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216212', '三台村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216215', '回营村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216216', '共和村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216217', '姚坪村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216219', '佛手村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235216220', '双门村村民委员会', 'VILLAGE', '500235216');
INSERT INTO public.region VALUES ('500235218001', '洞鹿社区居民委员会', 'VILLAGE', '500235218');
INSERT INTO public.region VALUES ('500235218201', '青康村村民委员会', 'VILLAGE', '500235218');
INSERT INTO public.region VALUES ('500235218208', '双河村村民委员会', 'VILLAGE', '500235218');
INSERT INTO public.region VALUES ('500235218209', '三元村村民委员会', 'VILLAGE', '500235218');
INSERT INTO public.region VALUES ('500235218211', '三池村村民委员会', 'VILLAGE', '500235218');
INSERT INTO public.region VALUES ('500235219001', '石门社区居民委员会', 'VILLAGE', '500235219');
INSERT INTO public.region VALUES ('500235219201', '广益村村民委员会', 'VILLAGE', '500235219');
INSERT INTO public.region VALUES ('500235219207', '兴柳村村民委员会', 'VILLAGE', '500235219');
INSERT INTO public.region VALUES ('500235219208', '清溪村村民委员会', 'VILLAGE', '500235219');
INSERT INTO public.region VALUES ('500235239001', '石梁社区居民委员会', 'VILLAGE', '500235239');
INSERT INTO public.region VALUES ('500235239208', '生基村村民委员会', 'VILLAGE', '500235239');
INSERT INTO public.region VALUES ('500235239209', '治安村村民委员会', 'VILLAGE', '500235239');
INSERT INTO public.region VALUES ('500235239212', '药场村村民委员会', 'VILLAGE', '500235239');
INSERT INTO public.region VALUES ('500235239214', '东阳村村民委员会', 'VILLAGE', '500235239');
INSERT INTO public.region VALUES ('500235239215', '龙凤村村民委员会', 'VILLAGE', '500235239');
INSERT INTO public.region VALUES ('500235242201', '磁溪村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242202', '大堰村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242203', '龙洞村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242206', '清水村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242207', '宝台村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242208', '火埠村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242209', '竹台村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242210', '钢厂村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242214', '盐坝村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242217', '桐麻村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242218', '歧山村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242219', '庙塆村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242220', '建兴村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.region VALUES ('500235242221', '七里村村民委员会', 'VILLAGE', '500235242');
INSERT INTO public.regional_total VALUES ('PLANT', '2020-05-01', '50', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PLANT', '2020-05-01', '500235', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PLANT', '2020-05-01', '500235136', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '50', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', '', 4, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PROJECT', '2025-03-01', '50', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PROJECT', '2025-03-01', '500235', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('FESTIVAL', '2025-03-01', '50', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('FESTIVAL', '2025-03-01', '500235', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('FESTIVAL', '2025-03-01', '500235136', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('AREA', '2015-01-01', '50', 'fengshui-pear', '', '', 4, 0, 0, 1, 1000, 1);
INSERT INTO public.regional_total VALUES ('AREA', '2015-01-01', '500235', 'fengshui-pear', '', '', 4, 0, 0, 1, 1000, 1);
INSERT INTO public.regional_total VALUES ('AREA', '2015-01-01', '500235136', 'fengshui-pear', '', '', 4, 0, 0, 1, 1000, 1);
INSERT INTO public.regional_total VALUES ('AREA', '2015-01-01', '500235136001', 'fengshui-pear', '', '', 4, 0, 0, 1, 1000, 1);
INSERT INTO public.regional_total VALUES ('GROWERS', '2015-01-01', '50', 'fengshui-pear', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.regional_total VALUES ('GROWERS', '2015-01-01', '500235', 'fengshui-pear', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.regional_total VALUES ('GROWERS', '2015-01-01', '500235136', 'fengshui-pear', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.regional_total VALUES ('GROWERS', '2015-01-01', '500235136001', 'fengshui-pear', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.regional_total VALUES ('AREA', '2025-06-01', '50', 'fengshui-pear', '', '', 3, 0, 0, 0, 250, 0);
INSERT INTO public.regional_total VALUES ('AREA', '2025-06-01', '500235', 'fengshui-pear', '', '', 3, 0, 0, 0, 250, 0);
INSERT INTO public.regional_total VALUES ('AREA', '2025-06-01', '500235136', 'fengshui-pear', '', '', 3, 0, 0, 0, 250, 0);
INSERT INTO public.regional_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', '', 3, 0, 0, 0, 250, 0);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '50', 'fengshui-pear', '', 'MARKET', 6, 60300, 100500, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235', 'fengshui-pear', '', 'MARKET', 6, 60300, 100500, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136', 'fengshui-pear', '', 'MARKET', 6, 60300, 100500, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 'MARKET', 6, 60300, 100500, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '50', 'fengshui-pear', '', 'MARKET', 1, 600, 1000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235', 'fengshui-pear', '', 'MARKET', 1, 600, 1000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136', 'fengshui-pear', '', 'MARKET', 1, 600, 1000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 'MARKET', 1, 600, 1000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '50', 'fengshui-pear', '', 'MARKET', 7, -600, -1000, -1, 0, -1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235', 'fengshui-pear', '', 'MARKET', 7, -600, -1000, -1, 0, -1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136', 'fengshui-pear', '', 'MARKET', 7, -600, -1000, -1, 0, -1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 'MARKET', 7, -600, -1000, -1, 0, -1);
INSERT INTO public.regional_total VALUES ('VISITORS', '2025-10-01', '50', '', '', '', 3, 0, 0, 320, 0, 1);
INSERT INTO public.regional_total VALUES ('VISITORS', '2025-10-01', '500235', '', '', '', 3, 0, 0, 320, 0, 1);
INSERT INTO public.regional_total VALUES ('VISITORS', '2025-10-01', '500235136', '', '', '', 3, 0, 0, 320, 0, 1);
INSERT INTO public.regional_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', '', 3, 0, 0, 320, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2024-10-01', '50', '', '', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2024-10-01', '500235', '', '', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2024-10-01', '500235136', '', '', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2025-10-01', '50', '', '', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2025-10-01', '500235', '', '', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2025-10-01', '500235136', '', '', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-08-01', '50', '', 'paocai', '', 2, 0, 60000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-08-01', '500235', '', 'paocai', '', 2, 0, 60000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-08-01', '500235136', '', 'paocai', '', 2, 0, 60000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-08-01', '500235136001', '', 'paocai', '', 2, 0, 60000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-11-01', '50', '', 'paocai', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-11-01', '500235', '', 'paocai', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-11-01', '500235136', '', 'paocai', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-11-01', '500235136001', '', 'paocai', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2026-11-01', '50', '', 'paocai', 'ONLINE', 7, 25000, 10000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2026-11-01', '500235', '', 'paocai', 'ONLINE', 7, 25000, 10000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2026-11-01', '500235136', '', 'paocai', 'ONLINE', 7, 25000, 10000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2026-11-01', '500235136001', '', 'paocai', 'ONLINE', 7, 25000, 10000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '50', 'fengshui-pear', '', '', 4, 24000, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235', 'fengshui-pear', '', '', 4, 24000, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', '', 4, 24000, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '50', 'fengshui-pear', '', '', 7, 4000, 5000, 2, 0, 4);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235', 'fengshui-pear', '', '', 7, 4000, 5000, 2, 0, 4);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', '', 7, 4000, 5000, 2, 0, 4);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '50', 'fengshui-pear', '', '', 2, 4000, 5000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235', 'fengshui-pear', '', '', 2, 4000, 5000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', '', 2, 4000, 5000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '50', 'fengshui-pear', '', '', 3, -4000, -5000, -1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235', 'fengshui-pear', '', '', 3, -4000, -5000, -1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', '', 3, -4000, -5000, -1, 0, 1);
INSERT INTO public.removed_certificate VALUES ('01a2164d-8165-7565-81e8-d721a8ae9a17', '01a2164d-7439-72a2-9c2a-d7c8d92a050c', NULL);
INSERT INTO public.report_submission VALUES ('01a2164d-9b06-7541-890b-a8c49ff63a01', '500235136001', 2025, 'H2', 'APPROVED', 1795492800000000, 1795492800000001, '01a2164d-6035-7758-9afc-d79a06d043a8', 1795492800000001, '01a2164d-6241-739b-a7fb-020734cf7db7', NULL);
INSERT INTO public.sale VALUES ('01a2164d-75ed-75f0-9524-818b14772e5c', '2025-09-15', 'MARKET', '500235136001', 'fengshui-pear', 2025, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', '01a2164d-7439-72a2-9c2a-d7c8d92a050c', 100500, 60300, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL);
INSERT INTO public.sale VALUES ('01a2164d-76e5-76b0-94ee-57f436219a34', '2025-09-15', 'MARKET', '500235136001', 'fengshui-pear', 2025, NULL, NULL, '01a2164d-7169-747a-bf58-f18c2dcd9348', 'COMPANY', '01a2164d-7439-72a2-9c2a-d7c8d92a050c', 1000, 600, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 1764561600000000, '误录', '01a2164d-5e50-752f-8b6a-1898f57c4cbf');
INSERT INTO public.sale VALUES ('01a2164d-8ab9-74d8-8ff1-35ffd021452a', '2026-11-24', 'ONLINE', '500235136001', NULL, NULL, 'paocai', 'pickles', NULL, NULL, NULL, 10000, 25000, 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL, NULL, NULL);
INSERT INTO public.sale_batch VALUES ('01a2164d-8acd-734a-bcf7-c2ebbf98585d', '01a2164d-8ab9-74d8-8ff1-35ffd021452a', '01a2164d-869b-77fa-b02c-7f684ad35987', 10000);
INSERT INTO public.seaql_migrations VALUES ('0001_baseline', 1795670486);
INSERT INTO public.seaql_migrations VALUES ('0002_regions', 1795670486);
INSERT INTO public.session VALUES ('01a2164d-3db5-7362-a816-0de561746cd3', 'e81069fe125ddc0f311791575baac2264f3c06036f16f3c8e59441230c8d6488', '01a2164d-3da5-70dc-b433-e1d3956b918b', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO public.session VALUES ('01a2164d-54f5-771a-8009-60459621b279', '736547b3b485b1646109fa7a2f93652036efbf86a6fd152cea2f9b111fd56fcd', '01a2164d-54e9-7242-a5fe-0498b01cd6d5', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO public.session VALUES ('01a2164d-64b2-725e-925b-792a3b8aa0b8', '37e99f8ad24d543d6921cd88a7527621e23412fb4fff048558eff4aea088226e', '01a2164d-64b1-700a-95cd-e4f2db4b02a8', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO public.session VALUES ('01a2164d-71bd-73d5-88f2-3a278d83cb98', 'c2513d467ca3241493bdd22814ff3461f5756fee4ac9ee6efdecd50edd6e66d9', '01a2164d-71ab-70c9-9e49-69206d0b8590', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO public.session VALUES ('01a2164d-7b3d-7364-bf77-f44676c19bce', '6db2646f15fd24c16931a6f2a769d6af7c2f942c0af8ed5e6b0f9ca07838d093', '01a2164d-7b2d-74b2-9f44-645dc38ce897', 1795492800000000, 2795492800000000, 2795492800000000);
INSERT INTO public.session VALUES ('01a2164d-7c96-77bb-88fb-0a3098ac67ec', '85838223faf987839e6e5885cfd5e4c92dd3ddb158a99978031ed19d01526e78', '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO public.session VALUES ('01a2164d-7df5-73eb-82dc-fcb90d2e7b65', '738590d86c22af015cee7c44cdf94974dd2605131c136b783f2a2e9108915995', '01a2164d-6035-7758-9afc-d79a06d043a8', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO public.session VALUES ('01a2164d-7f3a-744f-bb10-947fe585b36e', '0bd5c28dda313fc594cf5169ed02d84b4d55e17a73a1a5f79ab20226c1848435', '01a2164d-6241-739b-a7fb-020734cf7db7', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO public.session VALUES ('01a2164d-809d-72e7-a688-d3c1edcbb7ab', '78f9147195da031b06da5e795f8ff0cc17c7b422ddbee32b23798f668e6bb653', '01a2164d-6441-72a9-a76c-0e107ddb887c', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO public.session VALUES ('01a2164d-d040-7694-a1f0-510263a112b9', '5770266a275d948c3bcb9cb46e0fa9ed466e72b9c328aecc458e4dee2fd1ea17', '01a2164d-6241-739b-a7fb-020734cf7db7', 1795492800000002, 1798084800000002, 1795492800000002);
INSERT INTO public.shortfall_run VALUES ('01a2164d-9259-7333-a5ca-2a1e9ed6fa14', '01a2164d-8d71-7021-8957-edf0883a86b9', '500235136', 'PRO_RATA', 25000, 50000, 60000, 0, 2, 1795492800000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf');
INSERT INTO public.shortfall_share VALUES ('01a2164d-9259-7333-a5ca-2a1f08c96393', '01a2164d-9259-7333-a5ca-2a1e9ed6fa14', 1, '01a2164d-8e61-77f5-879a-f6e3bbe2ed82', 30000, 30000, 15000, 0);
INSERT INTO public.shortfall_share VALUES ('01a2164d-9259-7333-a5ca-2a205574bf4e', '01a2164d-9259-7333-a5ca-2a1e9ed6fa14', 2, '01a2164d-907d-7481-a0e6-b3397c22354f', 20000, 20000, 10000, 0);
INSERT INTO public.site VALUES ('gate', '梨园大门', '500235136001', true);
INSERT INTO public.site VALUES ('pavilion', '观花亭', '500235136001', true);
INSERT INTO public.site_counting VALUES ('01a2164d-5111-707f-9851-64fbbb2e15db', 'gate', '1949-01-01', true, 1764561600000000, '01a2164d-3da5-70dc-b433-e1d3956b918b');
INSERT INTO public.site_counting VALUES ('01a2164d-51fe-7473-ae5a-eeec006a2437', 'pavilion', '1949-01-01', false, 1764561600000000, '01a2164d-3da5-70dc-b433-e1d3956b918b');
INSERT INTO public.site_counting VALUES ('01a2164d-6fcd-76b7-85b5-29691c120c14', 'pavilion', '2025-11-01', true, 1764561600000000, '01a2164d-64b1-700a-95cd-e4f2db4b02a8');
INSERT INTO public.undertaking_days VALUES ('01a2164d-5385-72ef-8beb-3f7a873ac331', 'PROCESSING_PLANT', '01a2164d-535d-7301-a174-9e9984dc2b7c', '2020-05-01', NULL, 1764561600000000);
INSERT INTO public.undertaking_days VALUES ('01a2164d-6d0b-71af-b4f9-37b827bad735', 'HONOUR', '01a2164d-6ced-71b6-a3e0-d6f334a0272d', '2025-06-01', NULL, 1764561600000000);
INSERT INTO public.undertaking_days VALUES ('01a2164d-6dbe-737d-8e3b-bcb696f2eb5a', 'PROCESSING_PROJECT', '01a2164d-6db1-71f4-9645-54d61137f49e', '2025-03-01', NULL, 1764561600000000);
INSERT INTO public.variety VALUES ('fengshui-pear', '丰水梨', 'Hosui pear', 7, 9);
INSERT INTO public.variety VALUES ('sanhong-pomelo', '三红蜜柚', 'Sanhong pomelo', 9, 11);
INSERT INTO public.variety VALUES ('yunan-navel-orange', '云安脐橙', 'Yun''an navel orange', 11, 3);
INSERT INTO public.variety VALUES ('yellow-peach', '黄桃', 'Yellow peach', 6, 8);
INSERT INTO public.visitor_count VALUES ('01a2164d-7871-70fc-a957-d2ca5e2cb3ba', 'gate', '500235136001', '2025-10-01', 300, true, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', 1764561600000000);
INSERT INTO public.visitor_count VALUES ('01a2164d-794d-77d6-bb1c-3d1842810b8c', 'gate', '500235136001', '2025-10-01', 320, true, 1764561600000000, '01a2164d-5e50-752f-8b6a-1898f57c4cbf', NULL);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_username_unique UNIQUE (username);
ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_position_unique UNIQUE ("position");
ALTER TABLE ONLY public.batch_by_product
    ADD CONSTRAINT batch_by_product_batch_position_unique UNIQUE (batch_id, "position");
ALTER TABLE ONLY public.batch_by_product
    ADD CONSTRAINT batch_by_product_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.batch_ingredient
    ADD CONSTRAINT batch_ingredient_batch_intake_unique UNIQUE (batch_id, intake_id);
ALTER TABLE ONLY public.batch_ingredient
    ADD CONSTRAINT batch_ingredient_batch_position_unique UNIQUE (batch_id, "position");
ALTER TABLE ONLY public.batch_ingredient
    ADD CONSTRAINT batch_ingredient_batch_source_batch_unique UNIQUE (batch_id, source_batch_id);
ALTER TABLE ONLY public.batch_ingredient
    ADD CONSTRAINT batch_ingredient_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.batch_step
    ADD CONSTRAINT batch_step_batch_position_unique UNIQUE (batch_id, "position");
ALTER TABLE ONLY public.batch_step
    ADD CONSTRAINT batch_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catering_baseline
    ADD CONSTRAINT catering_baseline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catering_establishment
    ADD CONSTRAINT catering_establishment_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.catering_takings
    ADD CONSTRAINT catering_takings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_code_unique UNIQUE (code);
ALTER TABLE ONLY public.certificate_origin
    ADD CONSTRAINT certificate_origin_certificate_region_unique UNIQUE (certificate_id, region_code);
ALTER TABLE ONLY public.certificate_origin
    ADD CONSTRAINT certificate_origin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.certificate_replacement
    ADD CONSTRAINT certificate_replacement_certificate_replaced_unique UNIQUE (certificate_id, replaced_code);
ALTER TABLE ONLY public.certificate_replacement
    ADD CONSTRAINT certificate_replacement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.daily_total
    ADD CONSTRAINT daily_total_pkey PRIMARY KEY (kind, day, region_code, variety_code, product_code, season, channel, plant_code, site_code, establishment_code, grower_kind, slot);
ALTER TABLE ONLY public.festival_days
    ADD CONSTRAINT festival_days_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.festival
    ADD CONSTRAINT festival_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.festival
    ADD CONSTRAINT festival_region_edition_unique UNIQUE (region_code, edition);
ALTER TABLE ONLY public.grower
    ADD CONSTRAINT grower_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.harvest_estimate
    ADD CONSTRAINT harvest_estimate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.harvest_lot
    ADD CONSTRAINT harvest_lot_code_unique UNIQUE (code);
ALTER TABLE ONLY public.harvest_lot
    ADD CONSTRAINT harvest_lot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.honour
    ADD CONSTRAINT honour_id_unique UNIQUE (id);
ALTER TABLE ONLY public.honour
    ADD CONSTRAINT honour_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (scope, mutation, key);
ALTER TABLE ONLY public.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ledger_bound
    ADD CONSTRAINT ledger_bound_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.monthly_total
    ADD CONSTRAINT monthly_total_pkey PRIMARY KEY (kind, month, region_code, variety_code, product_code, season, channel, plant_code, site_code, establishment_code, grower_kind, slot);
ALTER TABLE ONLY public.plot
    ADD CONSTRAINT plot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plot_term
    ADD CONSTRAINT plot_term_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plot_term
    ADD CONSTRAINT plot_term_plot_position_unique UNIQUE (plot_id, "position");
ALTER TABLE ONLY public.preorder
    ADD CONSTRAINT preorder_code_unique UNIQUE (code);
ALTER TABLE ONLY public.preorder_event
    ADD CONSTRAINT preorder_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.preorder_lot
    ADD CONSTRAINT preorder_lot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.preorder_lot
    ADD CONSTRAINT preorder_lot_preorder_lot_unique UNIQUE (preorder_id, lot_id);
ALTER TABLE ONLY public.preorder_payment
    ADD CONSTRAINT preorder_payment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.preorder
    ADD CONSTRAINT preorder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.preorder_refund
    ADD CONSTRAINT preorder_refund_method_reference_unique UNIQUE (method, reference);
ALTER TABLE ONLY public.preorder_refund
    ADD CONSTRAINT preorder_refund_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.presale_offer
    ADD CONSTRAINT presale_offer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.processing_plant
    ADD CONSTRAINT processing_plant_id_unique UNIQUE (id);
ALTER TABLE ONLY public.processing_plant
    ADD CONSTRAINT processing_plant_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.processing_project
    ADD CONSTRAINT processing_project_id_unique UNIQUE (id);
ALTER TABLE ONLY public.processing_project
    ADD CONSTRAINT processing_project_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.product
    ADD CONSTRAINT product_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.product_step
    ADD CONSTRAINT product_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.product_step
    ADD CONSTRAINT product_step_product_position_unique UNIQUE (product_code, "position");
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_code_unique UNIQUE (code);
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_replaces_id_unique UNIQUE (replaces_id);
ALTER TABLE ONLY public.published_report
    ADD CONSTRAINT published_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.published_report
    ADD CONSTRAINT published_report_region_year_period_edition_unique UNIQUE (region_code, year, period, edition);
ALTER TABLE ONLY public.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.regional_total
    ADD CONSTRAINT regional_total_pkey PRIMARY KEY (region_code, kind, month, variety_code, product_code, channel, slot);
ALTER TABLE ONLY public.removed_certificate
    ADD CONSTRAINT removed_certificate_batch_id_unique UNIQUE (batch_id);
ALTER TABLE ONLY public.removed_certificate
    ADD CONSTRAINT removed_certificate_lot_id_unique UNIQUE (lot_id);
ALTER TABLE ONLY public.removed_certificate
    ADD CONSTRAINT removed_certificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.report_submission
    ADD CONSTRAINT report_submission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sale_batch
    ADD CONSTRAINT sale_batch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sale_batch
    ADD CONSTRAINT sale_batch_sale_batch_unique UNIQUE (sale_id, batch_id);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.seaql_migrations
    ADD CONSTRAINT seaql_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_hash_unique UNIQUE (token_hash);
ALTER TABLE ONLY public.shortfall_run
    ADD CONSTRAINT shortfall_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shortfall_share
    ADD CONSTRAINT shortfall_share_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shortfall_share
    ADD CONSTRAINT shortfall_share_run_position_unique UNIQUE (run_id, "position");
ALTER TABLE ONLY public.site_counting
    ADD CONSTRAINT site_counting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.undertaking_days
    ADD CONSTRAINT undertaking_days_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.variety
    ADD CONSTRAINT variety_name_unique UNIQUE (name);
ALTER TABLE ONLY public.variety
    ADD CONSTRAINT variety_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.visitor_count
    ADD CONSTRAINT visitor_count_pkey PRIMARY KEY (id);
CREATE INDEX audit_entry_account ON public.audit_entry USING btree (account_id, at, id);
CREATE INDEX audit_entry_action ON public.audit_entry USING btree (action, at, id);
CREATE INDEX audit_entry_at ON public.audit_entry USING btree (at, id);
CREATE INDEX audit_entry_county ON public.audit_entry USING btree (substr(region_code, 1, 6), at, id);
CREATE INDEX audit_entry_record ON public.audit_entry USING btree (record_id, at, id);
CREATE INDEX audit_entry_township ON public.audit_entry USING btree (substr(region_code, 1, 9), at, id);
CREATE INDEX batch_ingredient_from ON public.batch_ingredient USING btree (from_batch_id);
CREATE INDEX batch_ingredient_intake ON public.batch_ingredient USING btree (intake_id);
CREATE INDEX batch_ingredient_source ON public.batch_ingredient USING btree (source_batch_id);
CREATE INDEX catering_baseline_region ON public.catering_baseline USING btree (region_code, recorded_at);
CREATE INDEX catering_establishment_region ON public.catering_establishment USING btree (region_code, code);
CREATE UNIQUE INDEX catering_takings_in_force ON public.catering_takings USING btree (establishment_code, year, month) WHERE (replaced_at IS NULL);
CREATE INDEX certificate_batch ON public.certificate USING btree (batch_id, issued_at);
CREATE INDEX certificate_county ON public.certificate USING btree (substr(region_code, 1, 6), issued_at, id);
CREATE INDEX certificate_grower ON public.certificate USING btree (grower_id, issued_at, id);
CREATE INDEX certificate_issuing ON public.certificate USING btree (issued_at, id);
CREATE INDEX certificate_lot ON public.certificate USING btree (lot_id, issued_at);
CREATE INDEX certificate_plant ON public.certificate USING btree (plant_code, issued_at, id);
CREATE INDEX certificate_replacement_code ON public.certificate_replacement USING btree (replaced_code);
CREATE INDEX certificate_township ON public.certificate USING btree (substr(region_code, 1, 9), issued_at, id);
CREATE INDEX festival_days_festival ON public.festival_days USING btree (festival_id, recorded_at);
CREATE INDEX grower_county ON public.grower USING btree (substr(region_code, 1, 6), id);
CREATE INDEX grower_township ON public.grower USING btree (substr(region_code, 1, 9), id);
CREATE UNIQUE INDEX harvest_estimate_latest ON public.harvest_estimate USING btree (variety_code, season, region_code) WHERE (replaced_at IS NULL);
CREATE INDEX harvest_estimate_recording ON public.harvest_estimate USING btree (recorded_at, id);
CREATE INDEX harvest_estimate_region ON public.harvest_estimate USING btree (region_code, recorded_at, id);
CREATE INDEX harvest_lot_county ON public.harvest_lot USING btree (substr(region_code, 1, 6), harvested_on, id);
CREATE INDEX harvest_lot_day ON public.harvest_lot USING btree (harvested_on, id);
CREATE INDEX harvest_lot_grower ON public.harvest_lot USING btree (grower_id, harvested_on, id);
CREATE INDEX harvest_lot_plot ON public.harvest_lot USING btree (plot_id, harvested_on);
CREATE INDEX harvest_lot_township ON public.harvest_lot USING btree (substr(region_code, 1, 9), harvested_on, id);
CREATE INDEX idempotency_age ON public.idempotency USING btree (created_at);
CREATE INDEX intake_bought ON public.intake USING btree (bought_batch_id) WHERE (bought_batch_id IS NOT NULL);
CREATE INDEX intake_certificate ON public.intake USING btree (certificate_code) WHERE (certificate_code IS NOT NULL);
CREATE INDEX intake_county ON public.intake USING btree (substr(region_code, 1, 6), received_on, id);
CREATE INDEX intake_day ON public.intake USING btree (received_on, id);
CREATE INDEX intake_lot ON public.intake USING btree (lot_id);
CREATE INDEX intake_plant ON public.intake USING btree (plant_code, received_on, id);
CREATE INDEX intake_stock ON public.intake USING btree (plant_code, received_on, id) WHERE (available_g > 0);
CREATE INDEX intake_township ON public.intake USING btree (substr(region_code, 1, 9), received_on, id);
CREATE INDEX ledger_entry_booked ON public.ledger_entry USING btree (kind, region_code, day, id);
CREATE INDEX ledger_entry_grower ON public.ledger_entry USING btree (grower_id, kind, variety_code) WHERE (grower_id IS NOT NULL);
CREATE INDEX ledger_entry_recorded ON public.ledger_entry USING btree (recorded_at);
CREATE INDEX ledger_entry_source ON public.ledger_entry USING btree (source_id);
CREATE INDEX plot_county ON public.plot USING btree (substr(region_code, 1, 6), id);
CREATE INDEX plot_grower ON public.plot USING btree (grower_id, id);
CREATE INDEX plot_township ON public.plot USING btree (substr(region_code, 1, 9), id);
CREATE INDEX preorder_buyer ON public.preorder USING btree (buyer_account_id, placed_at, id);
CREATE INDEX preorder_county ON public.preorder USING btree (substr(region_code, 1, 6), placed_at, id);
CREATE INDEX preorder_delivery ON public.preorder USING btree (delivered_on, id) WHERE (delivered_on IS NOT NULL);
CREATE INDEX preorder_event_preorder ON public.preorder_event USING btree (preorder_id, id);
CREATE INDEX preorder_hold ON public.preorder USING btree (offer_id, status, hold_until);
CREATE INDEX preorder_lot_lot ON public.preorder_lot USING btree (lot_id);
CREATE INDEX preorder_offer ON public.preorder USING btree (offer_id, placed_at, id);
CREATE INDEX preorder_payment_day ON public.preorder_payment USING btree (day, region_code);
CREATE INDEX preorder_payment_preorder ON public.preorder_payment USING btree (preorder_id, id);
CREATE UNIQUE INDEX preorder_payment_proof ON public.preorder_payment USING btree (method, reference) WHERE (reversed_at IS NULL);
CREATE INDEX preorder_placing ON public.preorder USING btree (placed_at, id);
CREATE INDEX preorder_refund_day ON public.preorder_refund USING btree (day, region_code);
CREATE INDEX preorder_refund_due ON public.preorder USING btree (refund_due_since, id) WHERE (refund_due_since IS NOT NULL);
CREATE INDEX preorder_refund_preorder ON public.preorder_refund USING btree (preorder_id, id);
CREATE INDEX preorder_township ON public.preorder USING btree (substr(region_code, 1, 9), placed_at, id);
CREATE INDEX preorder_unpaid ON public.preorder USING btree (offer_id, buyer_phone) WHERE (status = 'PLACED'::text);
CREATE INDEX presale_offer_crop ON public.presale_offer USING btree (variety_code, season, region_code);
CREATE INDEX presale_offer_opening ON public.presale_offer USING btree (opens_at, id);
CREATE INDEX presale_offer_region ON public.presale_offer USING btree (region_code, opens_at, id);
CREATE INDEX product_plant ON public.product USING btree (plant_code, code);
CREATE INDEX production_batch_county ON public.production_batch USING btree (substr(region_code, 1, 6), produced_on, id);
CREATE INDEX production_batch_day ON public.production_batch USING btree (produced_on, id);
CREATE INDEX production_batch_plant ON public.production_batch USING btree (plant_code, produced_on, id);
CREATE INDEX production_batch_product ON public.production_batch USING btree (product_code, produced_on, id);
CREATE INDEX production_batch_recording ON public.production_batch USING btree (recorded_at, id);
CREATE INDEX production_batch_stock ON public.production_batch USING btree (plant_code, product_code, produced_on, id) WHERE (available_g > 0);
CREATE INDEX production_batch_township ON public.production_batch USING btree (substr(region_code, 1, 9), produced_on, id);
CREATE INDEX published_report_newest ON public.published_report USING btree (published_at, id);
CREATE INDEX published_report_region ON public.published_report USING btree (region_code, published_at, id);
CREATE INDEX published_report_year ON public.published_report USING btree (region_code, year, published_at, id);
CREATE INDEX region_parent ON public.region USING btree (parent_code, code);
CREATE INDEX report_submission_period ON public.report_submission USING btree (region_code, year, period, submitted_at, id);
CREATE INDEX report_submission_region ON public.report_submission USING btree (region_code, submitted_at, id);
CREATE INDEX report_submission_submitting ON public.report_submission USING btree (submitted_at, id);
CREATE UNIQUE INDEX report_submission_waiting ON public.report_submission USING btree (region_code, year, period) WHERE (status = 'SUBMITTED'::text);
CREATE INDEX sale_batch_batch ON public.sale_batch USING btree (batch_id);
CREATE INDEX sale_county ON public.sale USING btree (substr(region_code, 1, 6), sold_on, id);
CREATE INDEX sale_day ON public.sale USING btree (sold_on, id);
CREATE INDEX sale_grower ON public.sale USING btree (grower_id, sold_on, id);
CREATE INDEX sale_lot ON public.sale USING btree (lot_id);
CREATE INDEX sale_product ON public.sale USING btree (product_code, sold_on, id) WHERE (product_code IS NOT NULL);
CREATE INDEX sale_township ON public.sale USING btree (substr(region_code, 1, 9), sold_on, id);
CREATE INDEX sale_variety ON public.sale USING btree (substr(region_code, 1, 6), variety_code, sold_on, id) WHERE (variety_code IS NOT NULL);
CREATE INDEX session_account ON public.session USING btree (account_id);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
CREATE INDEX shortfall_run_offer ON public.shortfall_run USING btree (offer_id, id);
CREATE INDEX site_counting_site ON public.site_counting USING btree (site_code, id);
CREATE INDEX undertaking_days_source ON public.undertaking_days USING btree (source_id, recorded_at);
CREATE UNIQUE INDEX visitor_count_in_force ON public.visitor_count USING btree (site_code, day) WHERE (replaced_at IS NULL);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_grower_exists FOREIGN KEY (grower_id) REFERENCES public.grower(id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_plant_exists FOREIGN KEY (plant_code) REFERENCES public.processing_plant(code);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_account_exists FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_entry_exists FOREIGN KEY (entry_id) REFERENCES public.audit_entry(id);
ALTER TABLE ONLY public.batch_by_product
    ADD CONSTRAINT batch_by_product_batch_exists FOREIGN KEY (batch_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.batch_ingredient
    ADD CONSTRAINT batch_ingredient_batch_exists FOREIGN KEY (batch_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.batch_ingredient
    ADD CONSTRAINT batch_ingredient_from_batch_exists FOREIGN KEY (from_batch_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.batch_ingredient
    ADD CONSTRAINT batch_ingredient_intake_exists FOREIGN KEY (intake_id) REFERENCES public.intake(id);
ALTER TABLE ONLY public.batch_ingredient
    ADD CONSTRAINT batch_ingredient_source_batch_exists FOREIGN KEY (source_batch_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.batch_step
    ADD CONSTRAINT batch_step_batch_exists FOREIGN KEY (batch_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.catering_baseline
    ADD CONSTRAINT catering_baseline_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.catering_baseline
    ADD CONSTRAINT catering_baseline_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.catering_establishment
    ADD CONSTRAINT catering_establishment_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.catering_takings
    ADD CONSTRAINT catering_takings_establishment_exists FOREIGN KEY (establishment_code) REFERENCES public.catering_establishment(code);
ALTER TABLE ONLY public.catering_takings
    ADD CONSTRAINT catering_takings_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.catering_takings
    ADD CONSTRAINT catering_takings_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_batch_exists FOREIGN KEY (batch_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_grower_exists FOREIGN KEY (grower_id) REFERENCES public.grower(id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_issued_by_exists FOREIGN KEY (issued_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_lot_exists FOREIGN KEY (lot_id) REFERENCES public.harvest_lot(id);
ALTER TABLE ONLY public.certificate_origin
    ADD CONSTRAINT certificate_origin_certificate_exists FOREIGN KEY (certificate_id) REFERENCES public.certificate(id);
ALTER TABLE ONLY public.certificate_origin
    ADD CONSTRAINT certificate_origin_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_plant_exists FOREIGN KEY (plant_code) REFERENCES public.processing_plant(code);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.certificate_replacement
    ADD CONSTRAINT certificate_replacement_certificate_exists FOREIGN KEY (certificate_id) REFERENCES public.certificate(id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT certificate_withdrawn_by_exists FOREIGN KEY (withdrawn_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.festival_days
    ADD CONSTRAINT festival_days_festival_exists FOREIGN KEY (festival_id) REFERENCES public.festival(id);
ALTER TABLE ONLY public.festival
    ADD CONSTRAINT festival_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.grower
    ADD CONSTRAINT grower_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.harvest_estimate
    ADD CONSTRAINT harvest_estimate_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.harvest_estimate
    ADD CONSTRAINT harvest_estimate_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.harvest_estimate
    ADD CONSTRAINT harvest_estimate_variety_exists FOREIGN KEY (variety_code) REFERENCES public.variety(code);
ALTER TABLE ONLY public.harvest_lot
    ADD CONSTRAINT harvest_lot_grower_exists FOREIGN KEY (grower_id) REFERENCES public.grower(id);
ALTER TABLE ONLY public.harvest_lot
    ADD CONSTRAINT harvest_lot_plot_exists FOREIGN KEY (plot_id) REFERENCES public.plot(id);
ALTER TABLE ONLY public.harvest_lot
    ADD CONSTRAINT harvest_lot_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.harvest_lot
    ADD CONSTRAINT harvest_lot_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.harvest_lot
    ADD CONSTRAINT harvest_lot_variety_exists FOREIGN KEY (variety_code) REFERENCES public.variety(code);
ALTER TABLE ONLY public.harvest_lot
    ADD CONSTRAINT harvest_lot_voided_by_exists FOREIGN KEY (voided_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.honour
    ADD CONSTRAINT honour_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_grower_exists FOREIGN KEY (grower_id) REFERENCES public.grower(id);
ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_lot_exists FOREIGN KEY (lot_id) REFERENCES public.harvest_lot(id);
ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_plant_exists FOREIGN KEY (plant_code) REFERENCES public.processing_plant(code);
ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.intake
    ADD CONSTRAINT intake_voided_by_exists FOREIGN KEY (voided_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_establishment_exists FOREIGN KEY (establishment_code) REFERENCES public.catering_establishment(code);
ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_grower_exists FOREIGN KEY (grower_id) REFERENCES public.grower(id);
ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_plant_exists FOREIGN KEY (plant_code) REFERENCES public.processing_plant(code);
ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_product_exists FOREIGN KEY (product_code) REFERENCES public.product(code);
ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_site_exists FOREIGN KEY (site_code) REFERENCES public.site(code);
ALTER TABLE ONLY public.ledger_entry
    ADD CONSTRAINT ledger_entry_variety_exists FOREIGN KEY (variety_code) REFERENCES public.variety(code);
ALTER TABLE ONLY public.plot
    ADD CONSTRAINT plot_grower_exists FOREIGN KEY (grower_id) REFERENCES public.grower(id);
ALTER TABLE ONLY public.plot
    ADD CONSTRAINT plot_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.plot_term
    ADD CONSTRAINT plot_term_grower_exists FOREIGN KEY (grower_id) REFERENCES public.grower(id);
ALTER TABLE ONLY public.plot_term
    ADD CONSTRAINT plot_term_plot_exists FOREIGN KEY (plot_id) REFERENCES public.plot(id);
ALTER TABLE ONLY public.plot_term
    ADD CONSTRAINT plot_term_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.plot_term
    ADD CONSTRAINT plot_term_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.plot_term
    ADD CONSTRAINT plot_term_variety_exists FOREIGN KEY (variety_code) REFERENCES public.variety(code);
ALTER TABLE ONLY public.plot
    ADD CONSTRAINT plot_variety_exists FOREIGN KEY (variety_code) REFERENCES public.variety(code);
ALTER TABLE ONLY public.preorder
    ADD CONSTRAINT preorder_buyer_account_exists FOREIGN KEY (buyer_account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.preorder_event
    ADD CONSTRAINT preorder_event_account_exists FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.preorder_event
    ADD CONSTRAINT preorder_event_preorder_exists FOREIGN KEY (preorder_id) REFERENCES public.preorder(id);
ALTER TABLE ONLY public.preorder_lot
    ADD CONSTRAINT preorder_lot_lot_exists FOREIGN KEY (lot_id) REFERENCES public.harvest_lot(id);
ALTER TABLE ONLY public.preorder_lot
    ADD CONSTRAINT preorder_lot_preorder_exists FOREIGN KEY (preorder_id) REFERENCES public.preorder(id);
ALTER TABLE ONLY public.preorder
    ADD CONSTRAINT preorder_offer_exists FOREIGN KEY (offer_id) REFERENCES public.presale_offer(id);
ALTER TABLE ONLY public.preorder_payment
    ADD CONSTRAINT preorder_payment_preorder_exists FOREIGN KEY (preorder_id) REFERENCES public.preorder(id);
ALTER TABLE ONLY public.preorder_payment
    ADD CONSTRAINT preorder_payment_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.preorder_payment
    ADD CONSTRAINT preorder_payment_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.preorder_payment
    ADD CONSTRAINT preorder_payment_reversed_by_exists FOREIGN KEY (reversed_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.preorder_refund
    ADD CONSTRAINT preorder_refund_preorder_exists FOREIGN KEY (preorder_id) REFERENCES public.preorder(id);
ALTER TABLE ONLY public.preorder_refund
    ADD CONSTRAINT preorder_refund_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.preorder_refund
    ADD CONSTRAINT preorder_refund_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.preorder
    ADD CONSTRAINT preorder_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.presale_offer
    ADD CONSTRAINT presale_offer_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.presale_offer
    ADD CONSTRAINT presale_offer_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.presale_offer
    ADD CONSTRAINT presale_offer_variety_exists FOREIGN KEY (variety_code) REFERENCES public.variety(code);
ALTER TABLE ONLY public.processing_plant
    ADD CONSTRAINT processing_plant_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.processing_project
    ADD CONSTRAINT processing_project_plant_exists FOREIGN KEY (plant_code) REFERENCES public.processing_plant(code);
ALTER TABLE ONLY public.processing_project
    ADD CONSTRAINT processing_project_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.product
    ADD CONSTRAINT product_plant_exists FOREIGN KEY (plant_code) REFERENCES public.processing_plant(code);
ALTER TABLE ONLY public.product_step
    ADD CONSTRAINT product_step_product_exists FOREIGN KEY (product_code) REFERENCES public.product(code);
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_plant_exists FOREIGN KEY (plant_code) REFERENCES public.processing_plant(code);
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_product_exists FOREIGN KEY (product_code) REFERENCES public.product(code);
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_replaces_exists FOREIGN KEY (replaces_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.production_batch
    ADD CONSTRAINT production_batch_voided_by_exists FOREIGN KEY (voided_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.published_report
    ADD CONSTRAINT published_report_published_by_exists FOREIGN KEY (published_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.published_report
    ADD CONSTRAINT published_report_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.region
    ADD CONSTRAINT region_parent_exists FOREIGN KEY (parent_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.removed_certificate
    ADD CONSTRAINT removed_certificate_batch_exists FOREIGN KEY (batch_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.removed_certificate
    ADD CONSTRAINT removed_certificate_lot_exists FOREIGN KEY (lot_id) REFERENCES public.harvest_lot(id);
ALTER TABLE ONLY public.report_submission
    ADD CONSTRAINT report_submission_decided_by_exists FOREIGN KEY (decided_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.report_submission
    ADD CONSTRAINT report_submission_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.report_submission
    ADD CONSTRAINT report_submission_submitted_by_exists FOREIGN KEY (submitted_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.sale_batch
    ADD CONSTRAINT sale_batch_batch_exists FOREIGN KEY (batch_id) REFERENCES public.production_batch(id);
ALTER TABLE ONLY public.sale_batch
    ADD CONSTRAINT sale_batch_sale_exists FOREIGN KEY (sale_id) REFERENCES public.sale(id);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_grower_exists FOREIGN KEY (grower_id) REFERENCES public.grower(id);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_lot_exists FOREIGN KEY (lot_id) REFERENCES public.harvest_lot(id);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_plant_exists FOREIGN KEY (plant_code) REFERENCES public.processing_plant(code);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_product_exists FOREIGN KEY (product_code) REFERENCES public.product(code);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_variety_exists FOREIGN KEY (variety_code) REFERENCES public.variety(code);
ALTER TABLE ONLY public.sale
    ADD CONSTRAINT sale_voided_by_exists FOREIGN KEY (voided_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_exists FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.shortfall_run
    ADD CONSTRAINT shortfall_run_offer_exists FOREIGN KEY (offer_id) REFERENCES public.presale_offer(id);
ALTER TABLE ONLY public.shortfall_run
    ADD CONSTRAINT shortfall_run_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.shortfall_run
    ADD CONSTRAINT shortfall_run_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.shortfall_share
    ADD CONSTRAINT shortfall_share_preorder_exists FOREIGN KEY (preorder_id) REFERENCES public.preorder(id);
ALTER TABLE ONLY public.shortfall_share
    ADD CONSTRAINT shortfall_share_run_exists FOREIGN KEY (run_id) REFERENCES public.shortfall_run(id);
ALTER TABLE ONLY public.site_counting
    ADD CONSTRAINT site_counting_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.site_counting
    ADD CONSTRAINT site_counting_site_exists FOREIGN KEY (site_code) REFERENCES public.site(code);
ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.visitor_count
    ADD CONSTRAINT visitor_count_recorded_by_exists FOREIGN KEY (recorded_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.visitor_count
    ADD CONSTRAINT visitor_count_region_exists FOREIGN KEY (region_code) REFERENCES public.region(code);
ALTER TABLE ONLY public.visitor_count
    ADD CONSTRAINT visitor_count_site_exists FOREIGN KEY (site_code) REFERENCES public.site(code);
