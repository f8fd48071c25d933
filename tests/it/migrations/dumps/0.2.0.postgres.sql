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
    settling_run_id uuid,
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
INSERT INTO public.account VALUES ('01a217ac-caef-7707-b1ca-7d23e3255b6e', 'admin-0', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a217ac-cc88-7502-bbfb-cbe35cceb773', 'admin-1', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a217ac-cd7d-7660-be9d-946a55ff6b17', 'town-clerk', '$argon2id$v=19$m=19456,t=2,p=1$TF+9ix5688NbS3MgeHDmLg$cSYXqi/IHBtHl0O/YWXd5YuLb+urP7LcG3xJu+fLAqY', 'CLERK', '500235136', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a217ac-cdac-71b3-a25b-a2c9d3c1debb', 'village-clerk', '$argon2id$v=19$m=19456,t=2,p=1$2Q9Q6v8KGAVxKgoTxH7CzA$EVEd42ksxE7tqbrGNfjz6NIgEh9i6PZzBzBdrTMH2cw', 'CLERK', '500235136001', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a217ac-cddd-7623-82f1-a4153f9f0a2e', 'town-official', '$argon2id$v=19$m=19456,t=2,p=1$oXmmp4ZaDEeLAgBqxp8dCw$DCGEuHv0Pk13yrkLqlEVGp9U1S54IUoIDfv+CWpzQZY', 'OFFICIAL', '500235136', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a217ac-ce08-77f2-b36a-a7caf43d6393', 'operator', '$argon2id$v=19$m=19456,t=2,p=1$Ox+IbOQq90hHWjpGnAN68Q$BbzYuR06gHcisrYjWK2SvXnZYEVC9FRWtqnUb+zzDLQ', 'PLANT_OPERATOR', '500235136001', 'pickles', NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a217ac-ce0c-728e-afb4-ef456d79b3b3', 'admin-2', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a217ac-cf0c-7214-ac0c-26fe3f400612', 'grower-3', 'none', 'GROWER', '500235136001', NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO public.account VALUES ('01a217ac-cfbb-7540-b757-1d5a1b586f44', 'admin-4', 'none', 'ADMIN', NULL, NULL, NULL, 1795492800000000, 1795492800000000, NULL, NULL);
INSERT INTO public.audit_entry VALUES ('01a217ac-cc50-70b9-a0eb-e62bfb06aef8', 1764561600000000, '01a217ac-caef-7707-b1ca-7d23e3255b6e', '192.0.2.7', '01a217ac-caf5-70ac-aee9-db58fb5ec69f', 'addSite', 'site', 'gate', '500235136001', '{"records":[{"kind":"site","id":"gate","fields":{"code":[null,"gate"],"counts_towards_total":[null,true],"name":[null,"梨园大门"],"region_code":[null,"500235136001"]}},{"kind":"site_counting","id":"01a217ac-cc4f-70cc-a324-c999387491e2","fields":{"counts_towards_total":[null,true],"id":[null,"01a217ac-cc4f-70cc-a324-c999387491e2"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-caef-7707-b1ca-7d23e3255b6e"],"site_code":[null,"gate"],"starts_on":[null,"1949-01-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cc5c-703c-b2ac-d0039c3592df', 1764561600000000, '01a217ac-caef-7707-b1ca-7d23e3255b6e', '192.0.2.7', '01a217ac-cc55-753a-9597-37438ea38715', 'addSite', 'site', 'pavilion', '500235136001', '{"records":[{"kind":"site","id":"pavilion","fields":{"code":[null,"pavilion"],"counts_towards_total":[null,false],"name":[null,"观花亭"],"region_code":[null,"500235136001"]}},{"kind":"site_counting","id":"01a217ac-cc5b-7299-b78b-5761ef97c697","fields":{"counts_towards_total":[null,false],"id":[null,"01a217ac-cc5b-7299-b78b-5761ef97c697"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-caef-7707-b1ca-7d23e3255b6e"],"site_code":[null,"pavilion"],"starts_on":[null,"1949-01-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cc66-716b-995b-a78d09098dd5', 1764561600000000, '01a217ac-caef-7707-b1ca-7d23e3255b6e', '192.0.2.7', '01a217ac-cc5f-7121-a67e-e857e685163a', 'addCateringEstablishment', 'catering_establishment', 'kitchen', '500235136001', '{"records":[{"kind":"catering_establishment","id":"kitchen","fields":{"code":[null,"kitchen"],"name":[null,"梨花农家乐"],"region_code":[null,"500235136001"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cc77-731c-876c-57f41a4eeb37', 1764561600000000, '01a217ac-caef-7707-b1ca-7d23e3255b6e', '192.0.2.7', '01a217ac-cc68-766b-9cdd-b20a12508da9', 'addProcessingPlant', 'processing_plant', 'pickles', '500235136001', '{"records":[{"kind":"processing_plant","id":"pickles","fields":{"code":[null,"pickles"],"id":[null,"01a217ac-cc6d-75e7-87b6-07410b3f7bef"],"name":[null,"云安泡菜厂"],"opened_on":[null,"2020-05-01"],"region_code":[null,"500235136001"]}},{"kind":"undertaking_days","id":"01a217ac-cc6f-725d-bf57-8e7827995eb8","fields":{"id":[null,"01a217ac-cc6f-725d-bf57-8e7827995eb8"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a217ac-cc6d-75e7-87b6-07410b3f7bef"],"source_kind":[null,"PROCESSING_PLANT"],"starts_on":[null,"2020-05-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cc84-7652-a3d4-9f93eea23c0e', 1764561600000000, '01a217ac-caef-7707-b1ca-7d23e3255b6e', '192.0.2.7', '01a217ac-cc7a-760f-80dd-91b8b9fa2a3e', 'addProduct', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product","id":"paocai","fields":{"code":[null,"paocai"],"is_fresh_produce":[null,false],"name":[null,"洗澡泡菜"],"needs_ingredients":[null,true],"plant_code":[null,"pickles"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cd7f-7038-9a93-fbffd28ce2ad', 1764561600000000, '01a217ac-cc88-7502-bbfb-cbe35cceb773', '192.0.2.7', '01a217ac-cc8c-75a2-9702-e0379fce0a68', 'createAccount', 'account', '01a217ac-cd7d-7660-be9d-946a55ff6b17', '500235136', '{"records":[{"kind":"account","id":"01a217ac-cd7d-7660-be9d-946a55ff6b17","fields":{"created_at":[null,1764561600000000],"id":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136"],"role":[null,"CLERK"],"username":[null,"town-clerk"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cdad-7785-a3cb-308ae6fe3cd4', 1764561600000000, '01a217ac-cc88-7502-bbfb-cbe35cceb773', '192.0.2.7', '01a217ac-cd83-7583-bb1f-8a6507c9bb72', 'createAccount', 'account', '01a217ac-cdac-71b3-a25b-a2c9d3c1debb', '500235136001', '{"records":[{"kind":"account","id":"01a217ac-cdac-71b3-a25b-a2c9d3c1debb","fields":{"created_at":[null,1764561600000000],"id":[null,"01a217ac-cdac-71b3-a25b-a2c9d3c1debb"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136001"],"role":[null,"CLERK"],"username":[null,"village-clerk"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cdde-71c1-a15c-7a0b53e6c4da', 1764561600000000, '01a217ac-cc88-7502-bbfb-cbe35cceb773', '192.0.2.7', '01a217ac-cdb0-70fb-b357-f86fdb714819', 'createAccount', 'account', '01a217ac-cddd-7623-82f1-a4153f9f0a2e', '500235136', '{"records":[{"kind":"account","id":"01a217ac-cddd-7623-82f1-a4153f9f0a2e","fields":{"created_at":[null,1764561600000000],"id":[null,"01a217ac-cddd-7623-82f1-a4153f9f0a2e"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136"],"role":[null,"OFFICIAL"],"username":[null,"town-official"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-ce09-7731-b290-e1cecdc8dcca', 1764561600000000, '01a217ac-cc88-7502-bbfb-cbe35cceb773', '192.0.2.7', '01a217ac-cde0-773e-b0c9-f05ddfcabf8d', 'createAccount', 'account', '01a217ac-ce08-77f2-b36a-a7caf43d6393', '500235136001', '{"records":[{"kind":"account","id":"01a217ac-ce08-77f2-b36a-a7caf43d6393","fields":{"created_at":[null,1764561600000000],"id":[null,"01a217ac-ce08-77f2-b36a-a7caf43d6393"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"plant_code":[null,"pickles"],"region_code":[null,"500235136001"],"role":[null,"PLANT_OPERATOR"],"username":[null,"operator"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-ce33-7537-9c7e-36b0689dd669', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-ce0e-7323-bbc0-30d3134555a1', 'signIn', 'session', '01a217ac-ce32-7174-ba1a-6c1acce892d7', '500235136', '{"records":[{"kind":"session","id":"01a217ac-ce32-7174-ba1a-6c1acce892d7","fields":{"account_id":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a217ac-ce32-7174-ba1a-6c1acce892d7"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-ce59-76ad-83a0-12a41772b59b', 1764561600000000, '01a217ac-cdac-71b3-a25b-a2c9d3c1debb', '192.0.2.7', '01a217ac-ce35-73f8-bc87-ed6a962a6a34', 'signIn', 'session', '01a217ac-ce58-7680-8c7d-f847ab77d363', '500235136001', '{"records":[{"kind":"session","id":"01a217ac-ce58-7680-8c7d-f847ab77d363","fields":{"account_id":[null,"01a217ac-cdac-71b3-a25b-a2c9d3c1debb"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a217ac-ce58-7680-8c7d-f847ab77d363"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-ce7e-72eb-b678-2e28e4cb15b5', 1764561600000000, '01a217ac-cddd-7623-82f1-a4153f9f0a2e', '192.0.2.7', '01a217ac-ce5b-73d5-984b-7cc6e159142e', 'signIn', 'session', '01a217ac-ce7e-72eb-b678-2e2728b114f0', '500235136', '{"records":[{"kind":"session","id":"01a217ac-ce7e-72eb-b678-2e2728b114f0","fields":{"account_id":[null,"01a217ac-cddd-7623-82f1-a4153f9f0a2e"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a217ac-ce7e-72eb-b678-2e2728b114f0"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cea8-739c-abc7-35e20ed46c48', 1764561600000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', '192.0.2.7', '01a217ac-ce81-72ff-9522-9dab014d5dac', 'signIn', 'session', '01a217ac-cea7-758d-ad0d-91a0e124df51', '500235136001', '{"records":[{"kind":"session","id":"01a217ac-cea7-758d-ad0d-91a0e124df51","fields":{"account_id":[null,"01a217ac-ce08-77f2-b36a-a7caf43d6393"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a217ac-cea7-758d-ad0d-91a0e124df51"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-ceb6-76e9-8ec8-aaede89ddfda', 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3', '192.0.2.7', '01a217ac-ceab-7008-af64-1ca186a91874', 'addHonour', 'honour', 'soup', '500235136', '{"records":[{"kind":"honour","id":"soup","fields":{"awarded_on":[null,"2025-06-01"],"code":[null,"soup"],"id":[null,"01a217ac-ceb0-72fb-992c-b6c6dd6d2d0b"],"kind":[null,"LANDMARK_DISH"],"name":[null,"羊肉汤"],"region_code":[null,"500235136"]}},{"kind":"undertaking_days","id":"01a217ac-ceb2-76d3-bb79-2ad7d38b3469","fields":{"id":[null,"01a217ac-ceb2-76d3-bb79-2ad7d38b3469"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a217ac-ceb0-72fb-992c-b6c6dd6d2d0b"],"source_kind":[null,"HONOUR"],"starts_on":[null,"2025-06-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cec3-726d-92dc-e83e0461a697', 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3', '192.0.2.7', '01a217ac-ceb9-77b3-8a83-05bc5e33bf46', 'addProcessingProject', 'processing_project', 'line', '500235136', '{"records":[{"kind":"processing_project","id":"line","fields":{"began_on":[null,"2025-03-01"],"code":[null,"line"],"id":[null,"01a217ac-cebe-74d1-881d-dd86deb3d8a9"],"name":[null,"泡菜生产线"],"region_code":[null,"500235136"]}},{"kind":"undertaking_days","id":"01a217ac-cec0-75e0-ba43-ae3ef07c41f0","fields":{"id":[null,"01a217ac-cec0-75e0-ba43-ae3ef07c41f0"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a217ac-cebe-74d1-881d-dd86deb3d8a9"],"source_kind":[null,"PROCESSING_PROJECT"],"starts_on":[null,"2025-03-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-ced0-70b7-99d3-7234a0d020a8', 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3', '192.0.2.7', '01a217ac-cec5-76a2-9b99-ed65e189d8d0', 'addFestival', 'festival', '01a217ac-ceca-72a6-be80-64757b9703ba', '500235136', '{"records":[{"kind":"festival","id":"01a217ac-ceca-72a6-be80-64757b9703ba","fields":{"edition":[null,17],"ends_on":[null,"2025-04-02"],"id":[null,"01a217ac-ceca-72a6-be80-64757b9703ba"],"name":[null,"云安梨花节"],"region_code":[null,"500235136"],"starts_on":[null,"2025-03-20"]}},{"kind":"festival_days","id":"01a217ac-cecc-76e2-ae49-8e4e50825958","fields":{"ends_on":[null,"2025-04-02"],"festival_id":[null,"01a217ac-ceca-72a6-be80-64757b9703ba"],"id":[null,"01a217ac-cecc-76e2-ae49-8e4e50825958"],"recorded_at":[null,1764561600000000],"starts_on":[null,"2025-03-20"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cedb-7200-ba1b-1037064ae472', 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3', '192.0.2.7', '01a217ac-ced3-757b-9c2d-5dbd392f5633', 'setCateringBaseline', 'catering_baseline', '01a217ac-ced9-7615-ac09-c27bf71fe2d2', '500235136', '{"records":[{"kind":"catering_baseline","id":"01a217ac-ced9-7615-ac09-c27bf71fe2d2","fields":{"baseline_year":[null,2024],"id":[null,"01a217ac-ced9-7615-ac09-c27bf71fe2d2"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-ce0c-728e-afb4-ef456d79b3b3"],"region_code":[null,"500235136"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf26-70af-8e96-8331bc1234c6', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf0e-74a7-b710-588744eabf92', 'registerPlot', 'plot', '01a217ac-cf18-7052-9188-5dc778f4ae01', '500235136001', '{"records":[{"kind":"plot","id":"01a217ac-cf18-7052-9188-5dc778f4ae01","fields":{"area_mu_hundredths":[null,1000],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"id":[null,"01a217ac-cf18-7052-9188-5dc778f4ae01"],"planted_year":[null,2015],"region_code":[null,"500235136001"],"registered_at":[null,1764561600000000],"variety_code":[null,"fengshui-pear"]}},{"kind":"plot_term","id":"01a217ac-cf1a-7426-b6b0-22651fc0c9e8","fields":{"area_mu_hundredths":[null,1000],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-cf1a-7426-b6b0-22651fc0c9e8"],"is_in_use":[null,true],"plot_id":[null,"01a217ac-cf18-7052-9188-5dc778f4ae01"],"position":[null,1],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"starts_on":[null,"2015-01-01"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf34-7590-8664-502321cd41bc', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf28-7624-b7ff-2df86dfbdce8', 'changePlot', 'plot', '01a217ac-cf18-7052-9188-5dc778f4ae01', '500235136001', '{"records":[{"kind":"plot","id":"01a217ac-cf18-7052-9188-5dc778f4ae01","fields":{"area_mu_hundredths":[1000,1250]}},{"kind":"plot_term","id":"01a217ac-cf30-72cd-a9b2-381c979870b6","fields":{"area_mu_hundredths":[null,1250],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-cf30-72cd-a9b2-381c979870b6"],"is_in_use":[null,true],"plot_id":[null,"01a217ac-cf18-7052-9188-5dc778f4ae01"],"position":[null,2],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"starts_on":[null,"2025-06-01"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf3f-734f-9fc5-c16dee327543', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf36-70f7-8fe9-a01899079612', 'recordHarvest', 'harvest_lot', '01a217ac-cf3c-7310-8cc2-e10fbabf5656', '500235136001', '{"records":[{"kind":"harvest_lot","id":"01a217ac-cf3c-7310-8cc2-e10fbabf5656","fields":{"available_g":[null,800000],"code":[null,"HM49-8ETW-KP28"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"harvested_on":[null,"2025-09-10"],"id":[null,"01a217ac-cf3c-7310-8cc2-e10fbabf5656"],"plot_id":[null,"01a217ac-cf18-7052-9188-5dc778f4ae01"],"quantity_g":[null,800000],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf51-71cb-abd7-2c755eb7d146', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf42-722d-b10c-12677adeabe4', 'issueCertificate', 'certificate', '01a217ac-cf4c-7693-99ef-91859b4fec6e', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-cf4c-7693-99ef-91859b4fec6e","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CRW0-Q9XG-5NCX"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"id":[null,"01a217ac-cf4c-7693-99ef-91859b4fec6e"],"issued_at":[null,1764561600000000],"issued_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"issuer_contact":[null,"sha256:a48e1d356cb91f42452e11b4e7f272d9f1f5d8502ec627f2fcae50a7f8fcde45"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:4edea479b6815a2c5345e7016d7995f4c2af9332b1978ca7e22dde2b4ebe40ef"],"lot_id":[null,"01a217ac-cf3c-7310-8cc2-e10fbabf5656"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:4108b1ba7ec18466dbe4c3e5966a9ec7e564a79c259a77f1f4bd7994a4b9017e"],"quantity_g":[null,10000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf65-766f-821b-a2d6d8c6207b', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf53-7562-8a30-f90f55144742', 'recordSale', 'sale', '01a217ac-cf5e-7102-bc8c-af4e652bc865', '500235136001', '{"records":[{"kind":"sale","id":"01a217ac-cf5e-7102-bc8c-af4e652bc865","fields":{"amount_fen":[null,60300],"channel":[null,"MARKET"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-cf5e-7102-bc8c-af4e652bc865"],"lot_id":[null,"01a217ac-cf3c-7310-8cc2-e10fbabf5656"],"quantity_g":[null,100500],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"season":[null,2025],"sold_on":[null,"2025-09-15"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf75-7385-89a1-51e40af29918', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf68-71ab-9148-fd045f6b7426', 'recordSale', 'sale', '01a217ac-cf70-767c-98d1-a266815047e2', '500235136001', '{"records":[{"kind":"sale","id":"01a217ac-cf70-767c-98d1-a266815047e2","fields":{"amount_fen":[null,600],"channel":[null,"MARKET"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-cf70-767c-98d1-a266815047e2"],"lot_id":[null,"01a217ac-cf3c-7310-8cc2-e10fbabf5656"],"quantity_g":[null,1000],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"season":[null,2025],"sold_on":[null,"2025-09-15"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf84-720d-99a1-c8fd98c5cb67', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf78-71fa-b050-71cd2d9fe227', 'voidSale', 'sale', '01a217ac-cf70-767c-98d1-a266815047e2', '500235136001', '{"records":[{"kind":"sale","id":"01a217ac-cf70-767c-98d1-a266815047e2","fields":{"void_reason":[null,"误录"],"voided_at":[null,1764561600000000],"voided_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cee8-76b8-83be-69fb535f772e', 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3', '192.0.2.7', '01a217ac-cedc-76f4-830d-117c3112ed21', 'updateSite', 'site', 'pavilion', '500235136001', '{"records":[{"kind":"site_counting","id":"01a217ac-cee4-7109-a42e-5faae18e7c24","fields":{"counts_towards_total":[null,true],"id":[null,"01a217ac-cee4-7109-a42e-5faae18e7c24"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-ce0c-728e-afb4-ef456d79b3b3"],"site_code":[null,"pavilion"],"starts_on":[null,"2025-11-01"]}},{"kind":"site","id":"pavilion","fields":{"counts_towards_total":[false,true]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cef4-7284-b3e3-86cd162a997a', 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3', '192.0.2.7', '01a217ac-ceeb-7191-a45d-618bc01510a7', 'updateProcessingPlant', 'processing_plant', 'pickles', '500235136001', '{"records":[{"kind":"processing_plant","id":"pickles","fields":{"phone":[null,"***"],"stock_from":[null,"2025-11-01"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf01-7537-bbd7-6eee6a984b42', 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3', '192.0.2.7', '01a217ac-cef7-7093-8d4d-197a97a7701a', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a217ac-ceff-7548-b1e3-9000de36e483","fields":{"days":[null,7],"id":[null,"01a217ac-ceff-7548-b1e3-9000de36e483"],"name":[null,"腌制"],"position":[null,1],"product_code":[null,"paocai"]}},{"kind":"product","id":"paocai","fields":{"usual_yield_from":[null,5000],"usual_yield_to":[null,9000]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf09-7104-a802-d8594989c21e', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf03-7223-9035-b99213168a86', 'registerGrower', 'grower', '01a217ac-cf07-720b-9b7b-013886805e17', '500235136001', '{"records":[{"kind":"grower","id":"01a217ac-cf07-720b-9b7b-013886805e17","fields":{"id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"kind":[null,"COMPANY"],"name":[null,"sha256:1fc0c017df223a2c0bff4bf76e490b8316d194f0f237e23d8c389e0cd57482bf"],"phone":[null,"sha256:ad96efa52de217ff209d6d5222976cf69b4f74fe78c1567ce815207d379a6769"],"region_code":[null,"500235136001"],"registered_at":[null,1764561600000000]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cfdc-7288-9bcc-337e8268e52a', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cfbd-731b-ad32-4b67d333eb6a', 'signIn', 'session', '01a217ac-cfdb-73b5-83de-3cc3613baaf5', '500235136', '{"records":[{"kind":"session","id":"01a217ac-cfdb-73b5-83de-3cc3613baaf5","fields":{"account_id":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a217ac-cfdb-73b5-83de-3cc3613baaf5"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cffd-7379-b5a3-23f57abfdabc', 1795492800000000, '01a217ac-cdac-71b3-a25b-a2c9d3c1debb', '192.0.2.7', '01a217ac-cfde-7626-af3b-d54229f8de61', 'signIn', 'session', '01a217ac-cffc-7416-b5a1-ece6050786fa', '500235136001', '{"records":[{"kind":"session","id":"01a217ac-cffc-7416-b5a1-ece6050786fa","fields":{"account_id":[null,"01a217ac-cdac-71b3-a25b-a2c9d3c1debb"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a217ac-cffc-7416-b5a1-ece6050786fa"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d01d-7130-9d74-30b64ffa3eeb', 1795492800000000, '01a217ac-cddd-7623-82f1-a4153f9f0a2e', '192.0.2.7', '01a217ac-cfff-7083-b44a-7b7182835849', 'signIn', 'session', '01a217ac-d01d-7130-9d74-30b5a4ac2a8b', '500235136', '{"records":[{"kind":"session","id":"01a217ac-d01d-7130-9d74-30b5a4ac2a8b","fields":{"account_id":[null,"01a217ac-cddd-7623-82f1-a4153f9f0a2e"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a217ac-d01d-7130-9d74-30b5a4ac2a8b"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d03a-7013-ab7b-0bb0ef3036b6', 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', '192.0.2.7', '01a217ac-d01f-73fc-8003-5db39eabecbc', 'signIn', 'session', '01a217ac-d03a-7013-ab7b-0bafd12fcf6f', '500235136001', '{"records":[{"kind":"session","id":"01a217ac-d03a-7013-ab7b-0bafd12fcf6f","fields":{"account_id":[null,"01a217ac-ce08-77f2-b36a-a7caf43d6393"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a217ac-d03a-7013-ab7b-0bafd12fcf6f"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d06b-7781-859f-21fe8570667a', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d063-7725-8c52-c2411943fe8e', 'recordHarvest', 'harvest_lot', '01a217ac-d069-76ff-9d58-6048ad9e6e79', '500235136001', '{"records":[{"kind":"harvest_lot","id":"01a217ac-d069-76ff-9d58-6048ad9e6e79","fields":{"available_g":[null,500000],"code":[null,"H1JK-V06X-CGQD"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"harvested_on":[null,"2026-08-20"],"id":[null,"01a217ac-d069-76ff-9d58-6048ad9e6e79"],"plot_id":[null,"01a217ac-cf18-7052-9188-5dc778f4ae01"],"quantity_g":[null,500000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d077-766f-8785-713db836835b', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d06d-779b-b0e7-e2af6703fb5f', 'issueCertificate', 'certificate', '01a217ac-d074-77fc-bafa-71366e45f7e1', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-d074-77fc-bafa-71366e45f7e1","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CV1H-NNJM-70N8"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"id":[null,"01a217ac-d074-77fc-bafa-71366e45f7e1"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"issuer_contact":[null,"sha256:6d5494bf26572546f5a369ecce8c5bd7cb665ad4132323a278eea8f32099e05a"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:7df4418b941142d994265aa1acfdce1cc4102c957b17373051cb8ea2b2bcdbe9"],"lot_id":[null,"01a217ac-d069-76ff-9d58-6048ad9e6e79"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:d1a770cb384703d4010991c91b78fb845d7d6ca157cca161f0d76c11b66214a5"],"quantity_g":[null,100000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d084-7309-b045-9e18b4dfc09a', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d079-717c-8103-e80202fd3309', 'issueCertificate', 'certificate', '01a217ac-d080-7404-a4eb-3fb6801fc4b4', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-d080-7404-a4eb-3fb6801fc4b4","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"C5H6-KKZ9-MJ7F"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"id":[null,"01a217ac-d080-7404-a4eb-3fb6801fc4b4"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"issuer_contact":[null,"sha256:a106e83b3a613fd6b99b117b4c94ef6b6aa005e15b17f8efca36476646af48ac"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:7c24b6c5c5417a53a27cb80d37ce547754b664dd0ac8b97745cc7935e0be2346"],"lot_id":[null,"01a217ac-d069-76ff-9d58-6048ad9e6e79"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:1f2acb2dc3f4b1fe6b3c8538b1290dbf527940cc80ed085b62d5dc6d2f29de27"],"quantity_g":[null,100000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}},{"kind":"certificate","id":"01a217ac-d074-77fc-bafa-71366e45f7e1","fields":{"replaced_at":[null,1795492800000000],"status":["VALID","REPLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d08e-73f4-9d22-1d0cef00a578', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d087-737f-8f02-5d8e24538fa9', 'issueCertificate', 'certificate', '01a217ac-d08c-737b-a063-ca0f82c8dd73', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-d08c-737b-a063-ca0f82c8dd73","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CBYZ-0MPD-EKSH"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"id":[null,"01a217ac-d08c-737b-a063-ca0f82c8dd73"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"issuer_contact":[null,"sha256:78aa40aa59fa2194bf8cce737434730e0f6636bff00cbfa08fa25f9be8ae72ca"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:83070ba7beeb86b955403fbcba1ac23b13cd7757ea46ea775dce467b2293a05a"],"lot_id":[null,"01a217ac-cf3c-7310-8cc2-e10fbabf5656"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:df717d6f4e04b3f8f953be00ef35bd89e3a572a48c396cc94ec8338c0084b2fa"],"quantity_g":[null,5000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cf95-719e-b97d-47eddac2344b', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf87-7318-b93e-3517243db156', 'recordVisitors', 'visitor_count', '01a217ac-cf8f-70a2-8e61-4c7044cbb9f8', '500235136001', '{"records":[{"kind":"visitor_count","id":"01a217ac-cf8f-70a2-8e61-4c7044cbb9f8","fields":{"counts_towards_total":[null,true],"day":[null,"2025-10-01"],"id":[null,"01a217ac-cf8f-70a2-8e61-4c7044cbb9f8"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"site_code":[null,"gate"],"visitors":[null,300]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cfa2-7791-81a4-76b140c09dd6', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cf97-76ab-813e-7f1f0ebcf251', 'recordVisitors', 'visitor_count', '01a217ac-cf9e-7518-b327-578938563fdd', '500235136001', '{"records":[{"kind":"visitor_count","id":"01a217ac-cf8f-70a2-8e61-4c7044cbb9f8","fields":{"replaced_at":[null,1764561600000000]}},{"kind":"visitor_count","id":"01a217ac-cf9e-7518-b327-578938563fdd","fields":{"counts_towards_total":[null,true],"day":[null,"2025-10-01"],"id":[null,"01a217ac-cf9e-7518-b327-578938563fdd"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"site_code":[null,"gate"],"visitors":[null,320]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cfaf-75ee-a336-50f82f3f3b31', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cfa4-7080-a578-11ef677bd50c', 'recordCateringTakings', 'catering_takings', '01a217ac-cfab-76f6-97fb-5ace8b2b284e', '500235136001', '{"records":[{"kind":"catering_takings","id":"01a217ac-cfab-76f6-97fb-5ace8b2b284e","fields":{"amount_fen":[null,100000],"establishment_code":[null,"kitchen"],"id":[null,"01a217ac-cfab-76f6-97fb-5ace8b2b284e"],"month":[null,10],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"year":[null,2024]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-cfb9-772a-9aad-3ebb829310cc', 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-cfb1-77b2-8b00-48ef31ac7006', 'recordCateringTakings', 'catering_takings', '01a217ac-cfb5-705d-8a54-ce76edf4d388', '500235136001', '{"records":[{"kind":"catering_takings","id":"01a217ac-cfb5-705d-8a54-ce76edf4d388","fields":{"amount_fen":[null,150050],"establishment_code":[null,"kitchen"],"id":[null,"01a217ac-cfb5-705d-8a54-ce76edf4d388"],"month":[null,10],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"year":[null,2025]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d053-738e-9813-18f443c6b3da', 1795492800000000, NULL, NULL, NULL, 'removeCertificates', 'certificate', '01a217ac-cf4c-7693-99ef-91859b4fec6e', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-cf4c-7693-99ef-91859b4fec6e","fields":{"basis":["SELF_PLEDGE",null],"code":["CRW0-Q9XG-5NCX",null],"grower_id":["01a217ac-cf07-720b-9b7b-013886805e17",null],"id":["01a217ac-cf4c-7693-99ef-91859b4fec6e",null],"issued_at":[1764561600000000,null],"issued_by":["01a217ac-cd7d-7660-be9d-946a55ff6b17",null],"issuer_contact":["sha256:a48e1d356cb91f42452e11b4e7f272d9f1f5d8502ec627f2fcae50a7f8fcde45",null],"issuer_is_person":[false,null],"issuer_name":["sha256:4edea479b6815a2c5345e7016d7995f4c2af9332b1978ca7e22dde2b4ebe40ef",null],"lot_id":["01a217ac-cf3c-7310-8cc2-e10fbabf5656",null],"product_name":["丰水梨",null],"public_issuer_name":["sha256:4108b1ba7ec18466dbe4c3e5966a9ec7e564a79c259a77f1f4bd7994a4b9017e",null],"quantity_g":[10000,null],"region_code":["500235136001",null],"status":["VALID",null]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d111-7445-bf2e-18a2ec4eeb57', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d10a-766d-8d61-fd442d645f64', 'openPresaleOffer', 'presale_offer', '01a217ac-d10f-722d-8695-0a10be4d62ce', '500235136', '{"records":[{"kind":"presale_offer","id":"01a217ac-d10f-722d-8695-0a10be4d62ce","fields":{"closes_at":[null,1795996800000000],"deposit_rate":[null,3000],"freight_fen":[null,0],"hold_microseconds":[null,172800000000],"id":[null,"01a217ac-d10f-722d-8695-0a10be4d62ce"],"kept_rate":[null,0],"opens_at":[null,1795132800000000],"quota_g":[null,60000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136"],"season":[null,2026],"ships":[null,true],"taken_g":[null,0],"unit_price_fen":[null,800],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d14d-7044-b91d-69729671330a', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d141-7067-bc7a-780bdc9801e5', 'placePreorder', 'preorder', '01a217ac-d147-70f9-8c00-e82e4be0b109', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-d147-70f9-8c00-e82e4be0b109","fields":{"amount_fen":[null,16000],"buyer_name":[null,"sha256:4868a8afa8654541298cd07fdae559b80b587bf333f3a4c3919c86d32af962f4"],"buyer_phone":[null,"sha256:fabdb0f41c45713f7776db8a8e5e5797893040a6b8fb2c5e72c6760135d046a0"],"changed_at":[null,1795492800000000],"code":[null,"PFJG-H65W"],"compensated_fen":[null,0],"deposit_fen":[null,4800],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,20000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-d147-70f9-8c00-e82e4be0b109"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-d10f-722d-8695-0a10be4d62ce"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,20000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d185-77cf-9f24-574a13c23e3c', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d17e-7367-8cb3-8789d7dc5760', 'openPresaleOffer', 'presale_offer', '01a217ac-d183-77ef-b068-5fb4c06f0d46', '500235136', '{"records":[{"kind":"presale_offer","id":"01a217ac-d183-77ef-b068-5fb4c06f0d46","fields":{"closes_at":[null,1795996800000000],"deposit_rate":[null,3000],"freight_fen":[null,0],"hold_microseconds":[null,172800000000],"id":[null,"01a217ac-d183-77ef-b068-5fb4c06f0d46"],"kept_rate":[null,0],"opens_at":[null,1795132800000000],"pick_up_place":[null,"镇政府"],"quota_g":[null,100000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136"],"season":[null,2026],"ships":[null,true],"taken_g":[null,0],"unit_price_fen":[null,800],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d1bc-7458-90af-992644f36c12', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d1a8-7284-8336-1340ee480e7a', 'deliverPreorder', 'preorder', '01a217ac-d191-725a-ba1f-339595283492', '500235136', '{"records":[{"kind":"preorder_lot","id":"01a217ac-d1b4-738a-b196-6543d29a5612","fields":{"id":[null,"01a217ac-d1b4-738a-b196-6543d29a5612"],"lot_id":[null,"01a217ac-d069-76ff-9d58-6048ad9e6e79"],"preorder_id":[null,"01a217ac-d191-725a-ba1f-339595283492"],"quantity_g":[null,10000]}},{"kind":"preorder","id":"01a217ac-d191-725a-ba1f-339595283492","fields":{"delivered_on":[null,"2026-11-24"],"status":["CONFIRMED","DELIVERED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d1f8-7280-b4ad-a7f17aa7488c', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d1e5-7637-ad28-935a21aff996', 'cancelPreorder', 'preorder', '01a217ac-d1c7-7357-b455-085dc48b3dd3', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-d1c7-7357-b455-085dc48b3dd3","fields":{"amount_fen":[4000,0],"cancellation_cause":[null,"TOWN"],"cancelled_at":[null,1795492800000000],"fulfillable_g":[5000,0],"refund_due_since":[null,1795492800000000],"status":["CONFIRMED","CANCELLED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d25b-774a-a79f-cb4e470239fa', 1795492800000001, '01a217ac-cddd-7623-82f1-a4153f9f0a2e', '192.0.2.7', '01a217ac-d252-7130-999a-f7d308c06331', 'approveReport', 'report_submission', '01a217ac-d24d-710a-9d10-2abb81040c07', '500235136001', '{"records":[{"kind":"report_submission","id":"01a217ac-d24d-710a-9d10-2abb81040c07","fields":{"decided_at":[null,1795492800000001],"decided_by":[null,"01a217ac-cddd-7623-82f1-a4153f9f0a2e"],"status":["SUBMITTED","APPROVED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d095-7472-bf7d-6240a2046a71', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d090-70c6-89eb-8d1a6ce8b03a', 'withdrawCertificate', 'certificate', '01a217ac-d08c-737b-a063-ca0f82c8dd73', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-d08c-737b-a063-ca0f82c8dd73","fields":{"status":["VALID","WITHDRAWN"],"withdrawal_reason":[null,"误开"],"withdrawn_at":[null,1795492800000000],"withdrawn_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d0a2-731e-90dd-90aaebdc5bb0', 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', '192.0.2.7', '01a217ac-d097-70b9-ad3f-38c7dd29a35a', 'recordIntake', 'intake', '01a217ac-d0a0-75ef-a42d-e9170903e9e9', '500235136001', '{"records":[{"kind":"intake","id":"01a217ac-d0a0-75ef-a42d-e9170903e9e9","fields":{"available_g":[null,50000],"certificate_code":[null,"C5H6-KKZ9-MJ7F"],"grower_id":[null,"01a217ac-cf07-720b-9b7b-013886805e17"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-d0a0-75ef-a42d-e9170903e9e9"],"lot_id":[null,"01a217ac-d069-76ff-9d58-6048ad9e6e79"],"material":[null,"丰水梨"],"plant_code":[null,"pickles"],"quantity_g":[null,50000],"received_on":[null,"2026-11-24"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-ce08-77f2-b36a-a7caf43d6393"],"region_code":[null,"500235136001"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d0a8-752b-93ae-779705ad7688', 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', '192.0.2.7', '01a217ac-d0a4-72d5-9630-d0e63edd3ad4', 'recordIntake', 'intake', '01a217ac-d0a7-773e-8d64-48d74924a048', '500235136001', '{"records":[{"kind":"intake","id":"01a217ac-d0a7-773e-8d64-48d74924a048","fields":{"available_g":[null,100000],"id":[null,"01a217ac-d0a7-773e-8d64-48d74924a048"],"material":[null,"青菜"],"plant_code":[null,"pickles"],"quantity_g":[null,100000],"received_on":[null,"2026-08-01"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-ce08-77f2-b36a-a7caf43d6393"],"region_code":[null,"500235136001"],"supplier_name":[null,"sha256:14f6d286cd62eccb2d724befc16f487b9ee872815c029752b4b6eef1cf64e764"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d0c1-72e0-8c25-1b577ca21703', 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', '192.0.2.7', '01a217ac-d0aa-74b6-a46a-652380b851b9', 'recordProductionBatch', 'production_batch', '01a217ac-d0b5-72f1-8c97-436b9e8385e0', '500235136001', '{"records":[{"kind":"production_batch","id":"01a217ac-d0b5-72f1-8c97-436b9e8385e0","fields":{"available_g":[null,60000],"began_on":[null,"2026-08-02"],"code":[null,"BW93-WVA3-YJX4"],"id":[null,"01a217ac-d0b5-72f1-8c97-436b9e8385e0"],"input_g":[null,80000],"loss_g":[null,0],"output_g":[null,60000],"plant_code":[null,"pickles"],"produced_on":[null,"2026-08-10"],"product_code":[null,"paocai"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-ce08-77f2-b36a-a7caf43d6393"],"region_code":[null,"500235136001"]}},{"kind":"batch_ingredient","id":"01a217ac-d0b8-72a5-a037-15ae7749da0f","fields":{"batch_id":[null,"01a217ac-d0b5-72f1-8c97-436b9e8385e0"],"id":[null,"01a217ac-d0b8-72a5-a037-15ae7749da0f"],"intake_id":[null,"01a217ac-d0a7-773e-8d64-48d74924a048"],"position":[null,1],"quantity_g":[null,80000]}},{"kind":"batch_by_product","id":"01a217ac-d0b9-72a4-853a-bfe9f670c045","fields":{"batch_id":[null,"01a217ac-d0b5-72f1-8c97-436b9e8385e0"],"id":[null,"01a217ac-d0b9-72a4-853a-bfe9f670c045"],"name":[null,"菜叶"],"position":[null,1],"quantity_g":[null,5000]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d0d5-7607-9d2b-f2268068e955', 1795492800000000, '01a217ac-cfbb-7540-b757-1d5a1b586f44', '192.0.2.7', '01a217ac-d0c5-757e-97c5-7f805b13b5bd', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a217ac-ceff-7548-b1e3-9000de36e483","fields":{"days":[7,null],"id":["01a217ac-ceff-7548-b1e3-9000de36e483",null],"name":["腌制",null],"position":[1,null],"product_code":["paocai",null]}},{"kind":"product","id":"paocai","fields":{"usual_yield_from":[5000,null],"usual_yield_to":[9000,null]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d0e5-7061-97fb-8ed892ced3bc', 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', '192.0.2.7', '01a217ac-d0d8-7062-9141-78e08e875236', 'recordProductionBatch', 'production_batch', '01a217ac-d0e0-72cf-b29c-51b1dd2ead11', '500235136001', '{"records":[{"kind":"production_batch","id":"01a217ac-d0e0-72cf-b29c-51b1dd2ead11","fields":{"available_g":[null,30000],"began_on":[null,"2026-11-24"],"code":[null,"BYHS-6MQ7-37N2"],"id":[null,"01a217ac-d0e0-72cf-b29c-51b1dd2ead11"],"input_g":[null,40000],"loss_g":[null,0],"output_g":[null,30000],"plant_code":[null,"pickles"],"produced_on":[null,"2026-11-24"],"product_code":[null,"paocai"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-ce08-77f2-b36a-a7caf43d6393"],"region_code":[null,"500235136001"]}},{"kind":"batch_ingredient","id":"01a217ac-d0e1-7420-a388-58230394f60a","fields":{"batch_id":[null,"01a217ac-d0e0-72cf-b29c-51b1dd2ead11"],"from_batch_id":[null,"01a217ac-d0b5-72f1-8c97-436b9e8385e0"],"id":[null,"01a217ac-d0e1-7420-a388-58230394f60a"],"position":[null,1],"quantity_g":[null,20000],"source_batch_id":[null,"01a217ac-d0b5-72f1-8c97-436b9e8385e0"]}},{"kind":"batch_ingredient","id":"01a217ac-d0e2-7610-a2d2-4a5d63c3ed8b","fields":{"batch_id":[null,"01a217ac-d0e0-72cf-b29c-51b1dd2ead11"],"id":[null,"01a217ac-d0e2-7610-a2d2-4a5d63c3ed8b"],"intake_id":[null,"01a217ac-d0a0-75ef-a42d-e9170903e9e9"],"position":[null,2],"quantity_g":[null,20000]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d0ee-77df-8684-a1740373246e', 1795492800000000, '01a217ac-cfbb-7540-b757-1d5a1b586f44', '192.0.2.7', '01a217ac-d0e7-70dd-bde8-82e6677b9a0d', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a217ac-d0ec-7452-ae87-19d091d352b8","fields":{"days":[null,7],"id":[null,"01a217ac-d0ec-7452-ae87-19d091d352b8"],"name":[null,"腌制"],"position":[null,1],"product_code":[null,"paocai"]}},{"kind":"product","id":"paocai","fields":{}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d0fc-7006-927b-fc789bfdeb80', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d0f0-75f0-b844-2ba2d80e1c59', 'recordSale', 'sale', '01a217ac-d0f5-711c-bdcb-42fc6711e209', '500235136001', '{"records":[{"kind":"sale","id":"01a217ac-d0f5-711c-bdcb-42fc6711e209","fields":{"amount_fen":[null,25000],"channel":[null,"ONLINE"],"id":[null,"01a217ac-d0f5-711c-bdcb-42fc6711e209"],"plant_code":[null,"pickles"],"product_code":[null,"paocai"],"quantity_g":[null,10000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136001"],"sold_on":[null,"2026-11-24"]}},{"kind":"sale_batch","id":"01a217ac-d0f8-71e0-b621-98f66082667d","fields":{"batch_id":[null,"01a217ac-d0b5-72f1-8c97-436b9e8385e0"],"id":[null,"01a217ac-d0f8-71e0-b621-98f66082667d"],"quantity_g":[null,10000],"sale_id":[null,"01a217ac-d0f5-711c-bdcb-42fc6711e209"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d107-70fd-880c-fc040c71fb6a', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d0fe-73cc-9344-ed21573c9f2e', 'recordHarvestEstimate', 'harvest_estimate', '01a217ac-d105-724e-9d07-ed84c94bcd27', '500235136', '{"records":[{"kind":"harvest_estimate","id":"01a217ac-d105-724e-9d07-ed84c94bcd27","fields":{"id":[null,"01a217ac-d105-724e-9d07-ed84c94bcd27"],"note":[null,"霜冻"],"quantity_g":[null,400000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"region_code":[null,"500235136"],"season":[null,2026],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d126-71e8-b4ce-34fdc17497dc', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d113-71e4-a0c2-7f5a74e2f816', 'placePreorder', 'preorder', '01a217ac-d11e-725b-a80e-318133b99cbe', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-d11e-725b-a80e-318133b99cbe","fields":{"amount_fen":[null,24000],"buyer_name":[null,"sha256:c57fb9935b0beade96b855bc874f8b10e77c2a81766c3b4ded2e535c32493740"],"buyer_phone":[null,"sha256:3bcd5cb463fd86a9bfa12aaab3969628ae24d0477a8f7cfb378451af01f8e6d6"],"changed_at":[null,1795492800000000],"code":[null,"PF55-CDN5"],"compensated_fen":[null,0],"deposit_fen":[null,7200],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,30000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-d11e-725b-a80e-318133b99cbe"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-d10f-722d-8695-0a10be4d62ce"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,30000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d13e-74a9-b98b-ea691424e457', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d128-7037-b675-d0fec26dfb3a', 'recordPreorderPayment', 'preorder', '01a217ac-d11e-725b-a80e-318133b99cbe', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a217ac-d133-73fd-81cf-efebe84c6636","fields":{"amount_fen":[null,7200],"day":[null,"2026-11-24"],"id":[null,"01a217ac-d133-73fd-81cf-efebe84c6636"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a217ac-d11e-725b-a80e-318133b99cbe"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"reference":[null,"RNJX-X8PP-E474"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-d11e-725b-a80e-318133b99cbe","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,7200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d177-7374-aeeb-f4e181aa58bd', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d15f-70ad-9432-789c55caa534', 'settleHarvestShortfall', 'shortfall_run', '01a217ac-d16b-707c-9917-ee49e6542365', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-d11e-725b-a80e-318133b99cbe","fields":{"amount_fen":[24000,12000],"fulfillable_g":[30000,15000]}},{"kind":"preorder","id":"01a217ac-d147-70f9-8c00-e82e4be0b109","fields":{"amount_fen":[16000,8000],"fulfillable_g":[20000,10000]}},{"kind":"presale_offer","id":"01a217ac-d10f-722d-8695-0a10be4d62ce","fields":{"closes_at":[1795996800000000,1795492800000000],"quota_g":[60000,25000],"taken_g":[50000,25000]}},{"kind":"shortfall_run","id":"01a217ac-d16b-707c-9917-ee49e6542365","fields":{"available_g":[null,25000],"id":[null,"01a217ac-d16b-707c-9917-ee49e6542365"],"offer_id":[null,"01a217ac-d10f-722d-8695-0a10be4d62ce"],"policy":[null,"PRO_RATA"],"preorders_reduced":[null,2],"promised_g":[null,50000],"quota_before_g":[null,60000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"refund_due_fen":[null,0],"region_code":[null,"500235136"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d1a5-7177-a6a8-1f75e95c8c4a', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d199-7577-b070-f8bdbd9c9dff', 'recordPreorderPayment', 'preorder', '01a217ac-d191-725a-ba1f-339595283492', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a217ac-d19e-760a-8e6b-199813cab674","fields":{"amount_fen":[null,8000],"day":[null,"2026-11-24"],"id":[null,"01a217ac-d19e-760a-8e6b-199813cab674"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a217ac-d191-725a-ba1f-339595283492"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"reference":[null,"R5KC-W8W3-QRQ4"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-d191-725a-ba1f-339595283492","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,8000],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d1e2-7397-a50a-51d51a122f49', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d1d2-765b-85c0-e742557202cf', 'recordPreorderPayment', 'preorder', '01a217ac-d1c7-7357-b455-085dc48b3dd3', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a217ac-d1da-73d2-b016-a37061739250","fields":{"amount_fen":[null,1200],"day":[null,"2026-11-24"],"id":[null,"01a217ac-d1da-73d2-b016-a37061739250"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a217ac-d1c7-7357-b455-085dc48b3dd3"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"reference":[null,"RHF7-CSPB-F50D"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-d1c7-7357-b455-085dc48b3dd3","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,1200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d21c-77f0-8a5a-7c49dda51691', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d20f-715d-b93b-0c4a6186b2a1', 'placePreorder', 'preorder', '01a217ac-d215-7514-b05e-b84cff0eae0b', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-d215-7514-b05e-b84cff0eae0b","fields":{"amount_fen":[null,2400],"buyer_name":[null,"sha256:90a3f26842819ff216ccd364b772bbd510d114374dfa5912f122c9ee74ad5314"],"buyer_phone":[null,"sha256:055fe1f9905d4782835b276c17bb268acd224a118722ba24754bbab8a69d3b8c"],"changed_at":[null,1795492800000000],"code":[null,"P3YB-XFE2"],"compensated_fen":[null,0],"deposit_fen":[null,720],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,3000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-d215-7514-b05e-b84cff0eae0b"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-d183-77ef-b068-5fb4c06f0d46"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,3000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d24f-745b-b0fd-2596429bc3a6', 1795492800000001, '01a217ac-cdac-71b3-a25b-a2c9d3c1debb', '192.0.2.7', '01a217ac-d21f-77e7-b61f-c522e31bd590', 'submitReport', 'report_submission', '01a217ac-d24d-710a-9d10-2abb81040c07', '500235136001', '{"records":[{"kind":"report_submission","id":"01a217ac-d24d-710a-9d10-2abb81040c07","fields":{"bound":[null,1795492800000000],"id":[null,"01a217ac-d24d-710a-9d10-2abb81040c07"],"period":[null,"H2"],"region_code":[null,"500235136001"],"status":[null,"SUBMITTED"],"submitted_at":[null,1795492800000001],"submitted_by":[null,"01a217ac-cdac-71b3-a25b-a2c9d3c1debb"],"year":[null,2025]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d15d-7438-8db7-5a82e355bc53', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d14f-7333-b20b-84ad8e597a18', 'recordPreorderPayment', 'preorder', '01a217ac-d147-70f9-8c00-e82e4be0b109', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a217ac-d156-706b-8fae-08da16484867","fields":{"amount_fen":[null,7200],"day":[null,"2026-11-24"],"id":[null,"01a217ac-d156-706b-8fae-08da16484867"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a217ac-d147-70f9-8c00-e82e4be0b109"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"reference":[null,"R8JK-ZZEJ-P5AX"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-d147-70f9-8c00-e82e4be0b109","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,7200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d196-7454-aa5c-05183e27dfb8', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d189-7195-92a8-bd1925f253ce', 'placePreorder', 'preorder', '01a217ac-d191-725a-ba1f-339595283492', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-d191-725a-ba1f-339595283492","fields":{"amount_fen":[null,8000],"buyer_name":[null,"sha256:6254e456e963c202bc34826d68d193e71cb02aa0d4d5a3a49852d521835ea832"],"buyer_phone":[null,"sha256:6a19d350d80e4f0ba03ca0b3afbcb36c8d6ab245d6e52923d0e74620a026eab7"],"changed_at":[null,1795492800000000],"code":[null,"P4FG-GCMB"],"compensated_fen":[null,0],"deposit_fen":[null,2400],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,10000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-d191-725a-ba1f-339595283492"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-d183-77ef-b068-5fb4c06f0d46"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,10000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d1ce-77e4-8e6d-9f4de8540582', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d1bf-7465-bb98-f4f188087657', 'placePreorder', 'preorder', '01a217ac-d1c7-7357-b455-085dc48b3dd3', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-d1c7-7357-b455-085dc48b3dd3","fields":{"amount_fen":[null,4000],"buyer_name":[null,"sha256:c117cc5ea554d8a9b27ca0eae5484b0a4a7fe8703c40ee59aae31067cadc1de4"],"buyer_phone":[null,"sha256:c6dec04294798c6bf59d4887b4fdc308bd8ea36aeec77658ea560f74f63ebfa4"],"changed_at":[null,1795492800000000],"code":[null,"PCKR-AVNE"],"compensated_fen":[null,0],"deposit_fen":[null,1200],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,5000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-d1c7-7357-b455-085dc48b3dd3"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-d183-77ef-b068-5fb4c06f0d46"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,5000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d20c-7435-b61b-23b37cc7bc72', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', '192.0.2.7', '01a217ac-d1fa-73dc-afbb-f46dc30ea4eb', 'recordRefund', 'preorder', '01a217ac-d1c7-7357-b455-085dc48b3dd3', '500235136', '{"records":[{"kind":"preorder_refund","id":"01a217ac-d205-751b-adf4-b5da20ace3e3","fields":{"amount_fen":[null,1200],"day":[null,"2026-11-24"],"id":[null,"01a217ac-d205-751b-adf4-b5da20ace3e3"],"method":[null,"BANK"],"preorder_id":[null,"01a217ac-d1c7-7357-b455-085dc48b3dd3"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-cd7d-7660-be9d-946a55ff6b17"],"reference":[null,"out-1"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-d1c7-7357-b455-085dc48b3dd3","fields":{"refund_due_since":[1795492800000000,null],"refunded_fen":[0,1200]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d298-76cd-b6d0-ddee021763af', 1795492800000001, '01a217ac-cddd-7623-82f1-a4153f9f0a2e', '192.0.2.7', '01a217ac-d25e-762f-94b6-b6f95e2545ff', 'publishReport', 'published_report', '01a217ac-d292-73fc-9881-213c96e55829', '500235136', '{"records":[{"kind":"published_report","id":"01a217ac-d292-73fc-9881-213c96e55829","fields":{"bound":[null,1795492800000000],"definitions":[null,"{\"cateringIncreaseYuan\":1,\"cateringTakingsYuan\":1,\"festivalEditions\":1,\"growers\":1,\"honours\":1,\"plantOutput\":1,\"plantedAreaByVariety\":1,\"plantedAreaMu\":1,\"presaleRevenueYuan\":1,\"processingPlants\":1,\"processingProjects\":1,\"produceRevenueYuan\":1,\"revenueByChannel\":1,\"revenueByMonth\":1,\"revenueByProduct\":1,\"revenueByVariety\":1,\"salesRevenueYuan\":1,\"visitors\":1,\"visitorsByMonth\":1}"],"edition":[null,1],"figures":[null,"{\"version\":\"1\",\"regionCode\":\"500235136\",\"year\":2025,\"period\":\"YEAR\",\"plantedAreaMuHundredths\":1250,\"plantedAreaByVariety\":[{\"variety\":\"fengshui-pear\",\"muHundredths\":1250,\"growers\":1}],\"visitors\":320,\"visitorsByMonth\":[{\"month\":1,\"visitors\":0},{\"month\":2,\"visitors\":0},{\"month\":3,\"visitors\":0},{\"month\":4,\"visitors\":0},{\"month\":5,\"visitors\":0},{\"month\":6,\"visitors\":0},{\"month\":7,\"visitors\":0},{\"month\":8,\"visitors\":0},{\"month\":9,\"visitors\":0},{\"month\":10,\"visitors\":320},{\"month\":11,\"visitors\":0},{\"month\":12,\"visitors\":0}],\"salesRevenueFen\":60300,\"presaleRevenueFen\":0,\"revenueByVariety\":[{\"variety\":\"fengshui-pear\",\"salesFen\":60300,\"presaleFen\":0,\"salesG\":100500,\"presaleG\":0}],\"revenueByProduct\":[],\"revenueByChannel\":[{\"channel\":\"MARKET\",\"salesFen\":60300}],\"revenueByMonth\":[{\"month\":1,\"salesFen\":0,\"presaleFen\":0},{\"month\":2,\"salesFen\":0,\"presaleFen\":0},{\"month\":3,\"salesFen\":0,\"presaleFen\":0},{\"month\":4,\"salesFen\":0,\"presaleFen\":0},{\"month\":5,\"salesFen\":0,\"presaleFen\":0},{\"month\":6,\"salesFen\":0,\"presaleFen\":0},{\"month\":7,\"salesFen\":0,\"presaleFen\":0},{\"month\":8,\"salesFen\":0,\"presaleFen\":0},{\"month\":9,\"salesFen\":60300,\"presaleFen\":0},{\"month\":10,\"salesFen\":0,\"presaleFen\":0},{\"month\":11,\"salesFen\":0,\"presaleFen\":0},{\"month\":12,\"salesFen\":0,\"presaleFen\":0}],\"plantOutput\":[],\"cateringTakingsFen\":150050,\"cateringIncreaseFen\":50050,\"festivalEditions\":1,\"processingPlants\":1,\"processingProjects\":1,\"honours\":[{\"kind\":\"LANDMARK_DISH\",\"count\":1},{\"kind\":\"FAMOUS_SNACK\",\"count\":0},{\"kind\":\"HERITAGE_PROJECT\",\"count\":0}],\"asOf\":1795492800000000}"],"hash":[null,"8a315554c0ce91a74ecd4f5c1d12bfaf37952d048bc500b139a3f52cae7d03b3"],"id":[null,"01a217ac-d292-73fc-9881-213c96e55829"],"is_provisional":[null,false],"names":[null,"{\"version\":\"1\",\"region\":\"云安镇\",\"varieties\":{\"fengshui-pear\":{\"zh\":\"丰水梨\",\"en\":\"Hosui pear\"}},\"products\":{},\"plants\":{}}"],"office":[null,"云阳县云安镇"],"period":[null,"YEAR"],"published_at":[null,1795492800000001],"published_by":[null,"01a217ac-cddd-7623-82f1-a4153f9f0a2e"],"region_code":[null,"500235136"],"salt":[null,"***"],"sellers":[null,"{\"version\":\"1\",\"varieties\":{\"fengshui-pear\":1},\"products\":{},\"channels\":{\"MARKET\":1}}"],"year":[null,2025]}}]}');
INSERT INTO public.audit_entry VALUES ('01a217ac-d4a6-7380-a79d-dca77d94edcf', 1795492800000002, '01a217ac-cddd-7623-82f1-a4153f9f0a2e', '192.0.2.7', '01a217ac-d45f-70ac-9471-d3da28417779', 'signIn', 'session', '01a217ac-d4a5-73cd-a1c1-050ba33f9c96', '500235136', '{"records":[{"kind":"session","id":"01a217ac-d4a5-73cd-a1c1-050ba33f9c96","fields":{"account_id":[null,"01a217ac-cddd-7623-82f1-a4153f9f0a2e"],"created_at":[null,1795492800000002],"expires_at":[null,1798084800000002],"id":[null,"01a217ac-d4a5-73cd-a1c1-050ba33f9c96"],"last_used_at":[null,1795492800000002],"token_hash":[null,"***"]}}]}');
INSERT INTO public.audit_seal VALUES ('01a217ac-cc50-70b9-a0eb-e62bfb06aef8', 1, 'bcf7f088f858ef01a70dab94b7c6944e90ff289590d6023c2ac738a4de720449');
INSERT INTO public.audit_seal VALUES ('01a217ac-cc5c-703c-b2ac-d0039c3592df', 2, '5db7b01394de6c755e3444ebab056b21790bbb571aaa667c63f11833ef5e568a');
INSERT INTO public.audit_seal VALUES ('01a217ac-cc66-716b-995b-a78d09098dd5', 3, '231371c141267f6cf26f614a7d6b19d8939a908723a4a0b6332a6a6c8c80b8ab');
INSERT INTO public.audit_seal VALUES ('01a217ac-cc77-731c-876c-57f41a4eeb37', 4, '106452e06655c5af81e28beadf37fc36b5e46b480318341d3441f12b60aeb252');
INSERT INTO public.audit_seal VALUES ('01a217ac-cc84-7652-a3d4-9f93eea23c0e', 5, '5dbd2e20bd423af66c8591488fdfdb1360b1b2db8be02331d14f5a50003eee91');
INSERT INTO public.audit_seal VALUES ('01a217ac-cd7f-7038-9a93-fbffd28ce2ad', 6, '1e293f24ac68be020c637c39003397eba7268cb42915f9e3d7ee50eb2cddb8b9');
INSERT INTO public.audit_seal VALUES ('01a217ac-cdad-7785-a3cb-308ae6fe3cd4', 7, 'ca7ccac0bddb38a0217c90ad7f58b9cfeabc1d547b7cdebf625801a0f1e025f1');
INSERT INTO public.audit_seal VALUES ('01a217ac-cdde-71c1-a15c-7a0b53e6c4da', 8, 'e3e1e1bc13c9d547f7a640fe17583d2d6fe58ae3e3ccceaa0fd05539931b28ed');
INSERT INTO public.audit_seal VALUES ('01a217ac-ce09-7731-b290-e1cecdc8dcca', 9, '3d8af399408003aa5b3ee7e2a6b08e7e303810fbcc5de6bd449648f616f1ab8b');
INSERT INTO public.audit_seal VALUES ('01a217ac-ce33-7537-9c7e-36b0689dd669', 10, '07d93d108bda53f3837dc046f3fb1c61fb044f87c0d16a111015a946a2e8b165');
INSERT INTO public.audit_seal VALUES ('01a217ac-ce59-76ad-83a0-12a41772b59b', 11, '37952990a4b0cb6ac33bf55d28e1431ae1692586efdf2a33eccc524a4e7b3208');
INSERT INTO public.audit_seal VALUES ('01a217ac-ce7e-72eb-b678-2e28e4cb15b5', 12, '27a475244423fdf33099ca2be4ea9fb26b46af3b1bec728866429ea08963f125');
INSERT INTO public.audit_seal VALUES ('01a217ac-cea8-739c-abc7-35e20ed46c48', 13, 'ceb7f14f20fb47b3f80bd59a3783b83657b3994d38fe64047257c3c2648ed468');
INSERT INTO public.audit_seal VALUES ('01a217ac-ceb6-76e9-8ec8-aaede89ddfda', 14, '7c6ba057b2958228fa21ff49125b0a3dc02c3d7d7b375ce16b95b02dcc6578fc');
INSERT INTO public.audit_seal VALUES ('01a217ac-cec3-726d-92dc-e83e0461a697', 15, '11287ccc76a12ed513a92889d5ae5a2759535cb72efe1e5d1bd29540a7d55f28');
INSERT INTO public.audit_seal VALUES ('01a217ac-ced0-70b7-99d3-7234a0d020a8', 16, 'c062acbf40b958007cdba2c174b2e2071097e59d0b0b443dcb8f549f783ef669');
INSERT INTO public.audit_seal VALUES ('01a217ac-cedb-7200-ba1b-1037064ae472', 17, 'a5bcc9715029b7951c1af00053ac904942eff397bb953fc5e9fe52f49a3763b6');
INSERT INTO public.audit_seal VALUES ('01a217ac-cee8-76b8-83be-69fb535f772e', 18, '6700d57ea4042172bcfa02d32508ef528a1cd1b3cdfac2fba1bce81c6c281e6e');
INSERT INTO public.audit_seal VALUES ('01a217ac-cef4-7284-b3e3-86cd162a997a', 19, '5386cfe3c642b00e3dc452e5f7efa563f1acc8dcfef6d4c610760dba885d94bd');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf01-7537-bbd7-6eee6a984b42', 20, '9f5dd14e52026ab147be8ef2d84b061950ade1d8e7ad7d9c9d0574dc691deee9');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf09-7104-a802-d8594989c21e', 21, '62a79500f520e6d1016ed8d999ce2c7ab38040da668f0144a35e585b3087b4a0');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf26-70af-8e96-8331bc1234c6', 22, '0f4b8b6b246701504672eae5d542fd011348db35712ee1672a53ef7add655378');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf34-7590-8664-502321cd41bc', 23, 'ffcdfe7495d9ebfe360b6215988bed952b552b8b979fa7b3b2e95ce00d7071ec');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf3f-734f-9fc5-c16dee327543', 24, 'bfe7bb44b59a340ea0d02426c3f65795d936b8656d492cd333b8092bdb152405');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf51-71cb-abd7-2c755eb7d146', 25, 'b7bb7dcc4e9b913a7a1dc624f2fa2a93f935f8e2ca69c3e2161d2675f4351b14');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf65-766f-821b-a2d6d8c6207b', 26, '2aa9efee10b65e9e467d2229cdec5651b442211b1d9e25bb4c6159feecd5881f');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf75-7385-89a1-51e40af29918', 27, 'd0d12f258301c0b0ddd4ce1c9e377131e002e4bf1ca69a893c6341b3e2254f4c');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf84-720d-99a1-c8fd98c5cb67', 28, '94dbaf6d6bd6aec483f417ee0d5d94538595524a848e87a07e55a7a0525cfa57');
INSERT INTO public.audit_seal VALUES ('01a217ac-cf95-719e-b97d-47eddac2344b', 29, 'c562d2b18912f4673b5f1689cbc7cecaa706857d1cbdc9832665bdb1c7a30f2e');
INSERT INTO public.audit_seal VALUES ('01a217ac-cfa2-7791-81a4-76b140c09dd6', 30, 'a993cae4310c34bc11331ec91088d273f1fd2f607f9b85a7a86062025052aabe');
INSERT INTO public.audit_seal VALUES ('01a217ac-cfaf-75ee-a336-50f82f3f3b31', 31, 'be461a5dd66e8a95599dcbccbbd5bc691669719623c6782161d6646119ef7782');
INSERT INTO public.audit_seal VALUES ('01a217ac-cfb9-772a-9aad-3ebb829310cc', 32, '842f441c5d22a72d9fff4e2c7ec369b67b9b2e1405c803ca28de6eab4e2e5921');
INSERT INTO public.audit_seal VALUES ('01a217ac-cfdc-7288-9bcc-337e8268e52a', 33, '5817250f8b682c4a10af3030e70acda256867869acef0c72b773fee0f5579463');
INSERT INTO public.audit_seal VALUES ('01a217ac-cffd-7379-b5a3-23f57abfdabc', 34, '231a6f62dcd49005bd1359ac77003fac864e73c71e83e167729265440035ec3a');
INSERT INTO public.audit_seal VALUES ('01a217ac-d01d-7130-9d74-30b64ffa3eeb', 35, '436b67fd827549905fa7475f1b4d9b4bfbf46b5218db215a159fae404a341479');
INSERT INTO public.audit_seal VALUES ('01a217ac-d03a-7013-ab7b-0bb0ef3036b6', 36, '22cb9c087a2101d7cbc20d047f291643d18290c512cf424893b2bcfdec5ec8af');
INSERT INTO public.audit_seal VALUES ('01a217ac-d053-738e-9813-18f443c6b3da', 37, '7eba4646b85fc78eabb474f1143a0ef481cda2d4a10ec3ed3ee5a1a0b596d18c');
INSERT INTO public.audit_seal VALUES ('01a217ac-d06b-7781-859f-21fe8570667a', 38, '5c900d86ea6b4cb4fba6e6ef046b0ebc8c5571142ad0b50e2a72ad668fdfe979');
INSERT INTO public.audit_seal VALUES ('01a217ac-d077-766f-8785-713db836835b', 39, 'f6ad28660e3b34ea94f9b769ce9a3c116526ed10c24c6b6c35eaf2d58e794c3f');
INSERT INTO public.audit_seal VALUES ('01a217ac-d084-7309-b045-9e18b4dfc09a', 40, 'f3abdc98121f353922cdcbb8b75790d571e1151d74038d6f093d17ea5f1f8ea1');
INSERT INTO public.audit_seal VALUES ('01a217ac-d08e-73f4-9d22-1d0cef00a578', 41, 'eb1d7f8eca64bfd37ca623e903f6ff24e0c4a5dc5ad2c3d31b214a93d916bddd');
INSERT INTO public.audit_seal VALUES ('01a217ac-d095-7472-bf7d-6240a2046a71', 42, '9a62e4190ec3f52b2b8ae2ae64f9a13d384f43252d8dbcb24959694da269a146');
INSERT INTO public.audit_seal VALUES ('01a217ac-d0a2-731e-90dd-90aaebdc5bb0', 43, 'a241afae0edadb0205b1d5f55d96ba617c441c02accecb4a1e3265569d8c6e5c');
INSERT INTO public.audit_seal VALUES ('01a217ac-d0a8-752b-93ae-779705ad7688', 44, '86e9daf50ce8f387b84761e6aa99d55a24afd4c46566d424dfce928a900ce0a3');
INSERT INTO public.audit_seal VALUES ('01a217ac-d0c1-72e0-8c25-1b577ca21703', 45, 'fd55f5f4ac800aa82f6e7833d0b47d8d6ce67ac0a7fa6efdb22817b737ed08a0');
INSERT INTO public.audit_seal VALUES ('01a217ac-d0d5-7607-9d2b-f2268068e955', 46, '077f8a86733fbf7aac23298970396d0ffad3976d8fe5815d67030ba34ad00c90');
INSERT INTO public.audit_seal VALUES ('01a217ac-d0e5-7061-97fb-8ed892ced3bc', 47, '7f5d22a5b9a8dba8f2bb9512ac868b42a26848edea0b325aeee735a65d09e895');
INSERT INTO public.audit_seal VALUES ('01a217ac-d0ee-77df-8684-a1740373246e', 48, 'ac44a07531f21b1534024d479488c45d7b2c30df17d53cb9abd3f32b3851bbb0');
INSERT INTO public.audit_seal VALUES ('01a217ac-d0fc-7006-927b-fc789bfdeb80', 49, 'c7098a25732b9aefba36e9fd480d47fe583e6934264a9c67165ad47466007578');
INSERT INTO public.audit_seal VALUES ('01a217ac-d107-70fd-880c-fc040c71fb6a', 50, 'aadba9f686ab7afc887faac139cdf35058b48ce0221243a22c49396121836dcc');
INSERT INTO public.audit_seal VALUES ('01a217ac-d111-7445-bf2e-18a2ec4eeb57', 51, 'af2da67615643f449a4fc57312983c9f7de62cef127d6d986116c27584abcc28');
INSERT INTO public.audit_seal VALUES ('01a217ac-d126-71e8-b4ce-34fdc17497dc', 52, '8b11f63d134e1578b127460acb9c630db9f4e165c804028292cff54cc4785de3');
INSERT INTO public.audit_seal VALUES ('01a217ac-d13e-74a9-b98b-ea691424e457', 53, '5feb5461fcc6cd417b02a0a8c3ea6362f25b3d620dbb62bcfad770fd2dc70962');
INSERT INTO public.audit_seal VALUES ('01a217ac-d14d-7044-b91d-69729671330a', 54, '27bf225350718dccc625c6ad924c70d3350236db0eb493b91974f58a526b5b60');
INSERT INTO public.audit_seal VALUES ('01a217ac-d15d-7438-8db7-5a82e355bc53', 55, 'a66595e1c66b0bea22c3db7cc7016151eb427fc2ed471f740b116a51c7e8ca15');
INSERT INTO public.audit_seal VALUES ('01a217ac-d177-7374-aeeb-f4e181aa58bd', 56, '837cd051f3b858bb14fcea5d678627620bd7fada94ad49bbf79b2af6eb051f32');
INSERT INTO public.audit_seal VALUES ('01a217ac-d185-77cf-9f24-574a13c23e3c', 57, '4f4dbd46f71ed505c8a0b2979dd61fa43b2d6e3c9a9e82d0f72efc0926103c75');
INSERT INTO public.audit_seal VALUES ('01a217ac-d196-7454-aa5c-05183e27dfb8', 58, '05dd84ad9526c74d1e52d2c8640b26b14eed74dbf92fc53fbb815a782bd845c4');
INSERT INTO public.audit_seal VALUES ('01a217ac-d1a5-7177-a6a8-1f75e95c8c4a', 59, 'aa1f6b037935e94d7740a26288acc7c34c99655b4cc41af0ba8f7737145c4929');
INSERT INTO public.audit_seal VALUES ('01a217ac-d1bc-7458-90af-992644f36c12', 60, '9a130e713d3b4207c277a22f806e5cdd28e57d93d0fbe9da9c93a19731c00cda');
INSERT INTO public.audit_seal VALUES ('01a217ac-d1ce-77e4-8e6d-9f4de8540582', 61, '6063a86c2d8489bd0a247c9b55b6d03a8976d9a9f80bfc8e722263110d419293');
INSERT INTO public.audit_seal VALUES ('01a217ac-d1e2-7397-a50a-51d51a122f49', 62, 'e3798e9d45b6570c7362651fa8886741cebb72ec3247ed50a5764ce17039bb2b');
INSERT INTO public.audit_seal VALUES ('01a217ac-d1f8-7280-b4ad-a7f17aa7488c', 63, '47111fb7c60be66f6e88895dea53f3321e07646f15b1debc96ac5a5c6d1e2183');
INSERT INTO public.audit_seal VALUES ('01a217ac-d20c-7435-b61b-23b37cc7bc72', 64, '2b2095d912e6f8b466534ab4291a9d4777cbe06180dd1a6fbc251ebfefca664c');
INSERT INTO public.audit_seal VALUES ('01a217ac-d21c-77f0-8a5a-7c49dda51691', 65, 'c4c0eb3208fcb199238392fb71fccca9abd3b41c977e34f80bc50daa0b198667');
INSERT INTO public.audit_seal VALUES ('01a217ac-d24f-745b-b0fd-2596429bc3a6', 66, '469133cfdee2ef20519ab5a5e0552e9980637663ca1421bb1051b925caf3b6bc');
INSERT INTO public.audit_seal VALUES ('01a217ac-d25b-774a-a79f-cb4e470239fa', 67, 'ef192bed1a3a6a5f5103d0d25a5eb0757f0993594f5ea9e74fc6218f1ac11151');
INSERT INTO public.audit_seal VALUES ('01a217ac-d298-76cd-b6d0-ddee021763af', 68, 'a614ffc97695ba1271572b30dfa3ecd59877885359ef575b3e6468993a3e3f78');
INSERT INTO public.batch_by_product VALUES ('01a217ac-d0b9-72a4-853a-bfe9f670c045', '01a217ac-d0b5-72f1-8c97-436b9e8385e0', 1, '菜叶', 5000);
INSERT INTO public.batch_ingredient VALUES ('01a217ac-d0b8-72a5-a037-15ae7749da0f', '01a217ac-d0b5-72f1-8c97-436b9e8385e0', 1, '01a217ac-d0a7-773e-8d64-48d74924a048', NULL, NULL, 80000);
INSERT INTO public.batch_ingredient VALUES ('01a217ac-d0e1-7420-a388-58230394f60a', '01a217ac-d0e0-72cf-b29c-51b1dd2ead11', 1, NULL, '01a217ac-d0b5-72f1-8c97-436b9e8385e0', '01a217ac-d0b5-72f1-8c97-436b9e8385e0', 20000);
INSERT INTO public.batch_ingredient VALUES ('01a217ac-d0e2-7610-a2d2-4a5d63c3ed8b', '01a217ac-d0e0-72cf-b29c-51b1dd2ead11', 2, '01a217ac-d0a0-75ef-a42d-e9170903e9e9', NULL, NULL, 20000);
INSERT INTO public.batch_step VALUES ('01a217ac-d0bb-7204-a882-62db4f2e444c', '01a217ac-d0b5-72f1-8c97-436b9e8385e0', 1, '腌制', 7);
INSERT INTO public.catering_baseline VALUES ('01a217ac-ced9-7615-ac09-c27bf71fe2d2', '500235136', 2024, 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3');
INSERT INTO public.catering_establishment VALUES ('kitchen', '梨花农家乐', '500235136001');
INSERT INTO public.catering_takings VALUES ('01a217ac-cfab-76f6-97fb-5ace8b2b284e', 'kitchen', '500235136001', 2024, 10, 100000, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL);
INSERT INTO public.catering_takings VALUES ('01a217ac-cfb5-705d-8a54-ce76edf4d388', 'kitchen', '500235136001', 2025, 10, 150050, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL);
INSERT INTO public.certificate VALUES ('01a217ac-d080-7404-a4eb-3fb6801fc4b4', 'C5H6-KKZ9-MJ7F', 'VALID', '01a217ac-d069-76ff-9d58-6048ad9e6e79', NULL, '500235136001', '01a217ac-cf07-720b-9b7b-013886805e17', NULL, '丰水梨', 100000, '云安果业', '13800001234', false, '云安果业', 'SELF_PLEDGE', '77b2b6d9aafa823754cae41798e6e555f07f8fe2e85c0c8b4aafc4c8c1b9bc9d', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL, NULL);
INSERT INTO public.certificate VALUES ('01a217ac-d074-77fc-bafa-71366e45f7e1', 'CV1H-NNJM-70N8', 'REPLACED', '01a217ac-d069-76ff-9d58-6048ad9e6e79', NULL, '500235136001', '01a217ac-cf07-720b-9b7b-013886805e17', NULL, '丰水梨', 100000, '云安果业', '13800001234', false, '云安果业', 'SELF_PLEDGE', 'e7048a43306116851cef8960117ae6c638c9a7f15fd8abfc13abd22fa62ea3a1', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', 1795492800000000, NULL, NULL, NULL);
INSERT INTO public.certificate VALUES ('01a217ac-d08c-737b-a063-ca0f82c8dd73', 'CBYZ-0MPD-EKSH', 'WITHDRAWN', '01a217ac-cf3c-7310-8cc2-e10fbabf5656', NULL, '500235136001', '01a217ac-cf07-720b-9b7b-013886805e17', NULL, '丰水梨', 5000, '云安果业', '13800001234', false, '云安果业', 'SELF_PLEDGE', '4b2ac62da1ad5a4d7c6026ad8841671f69cd71a3e1927ce22dcdacce3645b467', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, 1795492800000000, '误开', '01a217ac-cd7d-7660-be9d-946a55ff6b17');
INSERT INTO public.certificate_origin VALUES ('01a217ac-d076-770e-9550-5b3cac4704c5', '01a217ac-d074-77fc-bafa-71366e45f7e1', '500235136001');
INSERT INTO public.certificate_origin VALUES ('01a217ac-d081-7510-a0a2-867341a0e7e5', '01a217ac-d080-7404-a4eb-3fb6801fc4b4', '500235136001');
INSERT INTO public.certificate_origin VALUES ('01a217ac-d08d-767c-ba70-3c07184de34c', '01a217ac-d08c-737b-a063-ca0f82c8dd73', '500235136001');
INSERT INTO public.certificate_replacement VALUES ('01a217ac-d082-73a7-8310-5af285e83fba', '01a217ac-d080-7404-a4eb-3fb6801fc4b4', 'CV1H-NNJM-70N8');
INSERT INTO public.daily_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 2, 0, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('FESTIVAL', '2025-03-20', '500235136', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('AREA', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 4, 0, 0, 1, 1000, 1);
INSERT INTO public.daily_total VALUES ('GROWERS', '2015-01-01', '50', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.daily_total VALUES ('GROWERS', '2015-01-01', '500235', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.daily_total VALUES ('GROWERS', '2015-01-01', '500235136', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.daily_total VALUES ('GROWERS', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.daily_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 0, 0, 0, 0, 250, 0);
INSERT INTO public.daily_total VALUES ('SALE', '2025-09-15', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 4, 60300, 100500, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('SALE', '2025-09-15', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 3, 600, 1000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('SALE', '2025-09-15', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 6, -600, -1000, -1, 0, -1);
INSERT INTO public.daily_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', 0, '', '', 'gate', '', '', 5, 0, 0, 320, 0, 1);
INSERT INTO public.daily_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 1, 150050, 0, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('OUTPUT', '2026-08-10', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 3, 0, 60000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('OUTPUT', '2026-11-24', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('SALE', '2026-11-24', '500235136001', '', 'paocai', 0, 'ONLINE', 'pickles', '', '', '', 1, 25000, 10000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('PRESALE', '2026-11-24', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 7, 24000, 30000, 1, 0, 1);
INSERT INTO public.daily_total VALUES ('PRESALE', '2026-11-24', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 0, 8000, 10000, 3, 0, 5);
INSERT INTO public.daily_total VALUES ('PRESALE', '2026-11-24', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 4, -4000, -5000, -1, 0, 1);
INSERT INTO public.festival VALUES ('01a217ac-ceca-72a6-be80-64757b9703ba', '500235136', 17, '云安梨花节', '2025-03-20', '2025-04-02');
INSERT INTO public.festival_days VALUES ('01a217ac-cecc-76e2-ae49-8e4e50825958', '01a217ac-ceca-72a6-be80-64757b9703ba', '2025-03-20', '2025-04-02', 1764561600000000);
INSERT INTO public.grower VALUES ('01a217ac-cf07-720b-9b7b-013886805e17', '云安果业', NULL, 'COMPANY', '500235136001', '13800001234', 1764561600000000, 'f3d9b84926719ee3f414861e10c141f6d1c33177016e25ced43ee54ac17e9a43');
INSERT INTO public.harvest_estimate VALUES ('01a217ac-d105-724e-9d07-ed84c94bcd27', '500235136', 'fengshui-pear', 2026, 400000, '霜冻', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL);
INSERT INTO public.harvest_lot VALUES ('01a217ac-cf3c-7310-8cc2-e10fbabf5656', 'HM49-8ETW-KP28', '01a217ac-cf18-7052-9188-5dc778f4ae01', '01a217ac-cf07-720b-9b7b-013886805e17', '500235136001', 'fengshui-pear', '2025-09-10', 800000, 699500, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL);
INSERT INTO public.harvest_lot VALUES ('01a217ac-d069-76ff-9d58-6048ad9e6e79', 'H1JK-V06X-CGQD', '01a217ac-cf18-7052-9188-5dc778f4ae01', '01a217ac-cf07-720b-9b7b-013886805e17', '500235136001', 'fengshui-pear', '2026-08-20', 500000, 440000, 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL);
INSERT INTO public.honour VALUES ('soup', '01a217ac-ceb0-72fb-992c-b6c6dd6d2d0b', 'LANDMARK_DISH', '羊肉汤', '500235136', '2025-06-01', NULL);
INSERT INTO public.idempotency VALUES ('01a217ac-cd7d-7660-be9d-946a55ff6b17', 'recordSale', 'autumn', '1:09d8336dfd6b312bc729100982c95ee05fe9c1aed604b5848207ca3bdc8fa581', '01a217ac-cf5e-7102-bc8c-af4e652bc865', 1764561600000000);
INSERT INTO public.idempotency VALUES ('01a217ac-cd7d-7660-be9d-946a55ff6b17', 'recordSale', 'mistaken', '1:d20deed82bb48f89c466001f4b5158e218103f8139dd0f2f7a175d9acfb017d8', '01a217ac-cf70-767c-98d1-a266815047e2', 1764561600000000);
INSERT INTO public.idempotency VALUES ('01a217ac-ce08-77f2-b36a-a7caf43d6393', 'recordProductionBatch', 'jar', '1:e5415e0a245af3bb3bd5c18fb83334ceba5850451642160820b5619a028bf502', '01a217ac-d0b5-72f1-8c97-436b9e8385e0', 1795492800000000);
INSERT INTO public.idempotency VALUES ('01a217ac-cd7d-7660-be9d-946a55ff6b17', 'placePreorder', 'claim', '1:159f6776642d367e59ae86056303df4ecd483e013c834537e001582882b6e5a0', '01a217ac-d191-725a-ba1f-339595283492', 1795492800000000);
INSERT INTO public.installation VALUES (1, false, 2);
INSERT INTO public.intake VALUES ('01a217ac-d0a7-773e-8d64-48d74924a048', 'pickles', '500235136001', '青菜', NULL, NULL, NULL, NULL, '菜市场', NULL, NULL, NULL, 100000, 20000, '2026-08-01', '8fbc464c9b841cb374fc971f15413ee2342770a7a20123e53604b87b7890034b', NULL, 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', NULL, NULL, NULL);
INSERT INTO public.intake VALUES ('01a217ac-d0a0-75ef-a42d-e9170903e9e9', 'pickles', '500235136001', '丰水梨', '01a217ac-d069-76ff-9d58-6048ad9e6e79', NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', NULL, 'C5H6-KKZ9-MJ7F', NULL, NULL, 50000, 30000, '2026-11-24', '1cd02aee92f964ba5a935e5e2a77abe97af3a99f18a0d32bbb4f1378e0508f73', NULL, 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', NULL, NULL, NULL);
INSERT INTO public.ledger_bound VALUES (1, 1795492800000001);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cc70-70fa-b26f-f33d3375db41', 'PLANT', '2020-05-01', '2020-05-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'PROCESSING_PLANT', '01a217ac-cc6d-75e7-87b6-07410b3f7bef', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-ceb3-765c-81c8-c36352ddee5a', 'LANDMARK_DISH', '2025-06-01', '2025-06-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'HONOUR', '01a217ac-ceb0-72fb-992c-b6c6dd6d2d0b', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cec0-75e0-ba43-ae3f41decd22', 'PROJECT', '2025-03-01', '2025-03-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'PROCESSING_PROJECT', '01a217ac-cebe-74d1-881d-dd86deb3d8a9', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cecd-7766-b127-63204f58beed', 'FESTIVAL', '2025-03-20', '2025-03-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'FESTIVAL', '01a217ac-ceca-72a6-be80-64757b9703ba', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf1f-7134-803c-87e307757427', 'AREA', '2015-01-01', '2015-01-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', 0, 0, 1, 1000, 1, 'PLOT_TERM', '01a217ac-cf1a-7426-b6b0-22651fc0c9e8', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf1f-7134-803c-87e49a07ac5e', 'GROWERS', '2015-01-01', '2015-01-01', '50', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', '01a217ac-cf1a-7426-b6b0-22651fc0c9e8', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf1f-7134-803c-87e51a00545f', 'GROWERS', '2015-01-01', '2015-01-01', '500235', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', '01a217ac-cf1a-7426-b6b0-22651fc0c9e8', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf1f-7134-803c-87e63989aa41', 'GROWERS', '2015-01-01', '2015-01-01', '500235136', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', '01a217ac-cf1a-7426-b6b0-22651fc0c9e8', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf1f-7134-803c-87e78d617cd8', 'GROWERS', '2015-01-01', '2015-01-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', '01a217ac-cf1a-7426-b6b0-22651fc0c9e8', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf32-70fa-815b-bfbcaa7919fe', 'AREA', '2025-06-01', '2025-06-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', 0, 0, 0, 250, 0, 'PLOT_TERM', '01a217ac-cf30-72cd-a9b2-381c979870b6', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf61-729a-88d9-50f594ca1c97', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', 60300, 100500, 1, 0, 1, 'SALE', '01a217ac-cf5e-7102-bc8c-af4e652bc865', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf72-7796-a95e-4adb4237272b', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', 600, 1000, 1, 0, 1, 'SALE', '01a217ac-cf70-767c-98d1-a266815047e2', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf82-766f-a0dd-9064028d208a', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', -600, -1000, -1, 0, -1, 'SALE', '01a217ac-cf70-767c-98d1-a266815047e2', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf92-7494-a4b7-cc71894a98dd', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, 300, 0, 1, 'VISITOR_COUNT', '01a217ac-cf8f-70a2-8e61-4c7044cbb9f8', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf9f-7757-b0a1-719fac4d9502', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, -300, 0, -1, 'VISITOR_COUNT', '01a217ac-cf8f-70a2-8e61-4c7044cbb9f8', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cf9f-7757-b0a1-71a0bc03707f', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, 320, 0, 1, 'VISITOR_COUNT', '01a217ac-cf9e-7518-b327-578938563fdd', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cfad-77cb-98e7-1a794a55fc5d', 'CATERING', '2024-10-01', '2024-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, 'kitchen', NULL, NULL, 100000, 0, 1, 0, 1, 'CATERING_TAKINGS', '01a217ac-cfab-76f6-97fb-5ace8b2b284e', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-cfb6-7560-a0f0-cd5b1e2109fd', 'CATERING', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, 'kitchen', NULL, NULL, 150050, 0, 1, 0, 1, 'CATERING_TAKINGS', '01a217ac-cfb5-705d-8a54-ce76edf4d388', 1764561600000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d0bc-721a-a7eb-6c3e79118b5e', 'OUTPUT', '2026-08-10', '2026-08-01', '500235136001', NULL, 'paocai', NULL, NULL, 'pickles', NULL, NULL, NULL, NULL, 0, 60000, 1, 0, 1, 'PRODUCTION_BATCH', '01a217ac-d0b5-72f1-8c97-436b9e8385e0', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d0e3-73fe-8b88-0ac0255c82f6', 'OUTPUT', '2026-11-24', '2026-11-01', '500235136001', NULL, 'paocai', NULL, NULL, 'pickles', NULL, NULL, NULL, NULL, 0, 30000, 1, 0, 1, 'PRODUCTION_BATCH', '01a217ac-d0e0-72cf-b29c-51b1dd2ead11', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d0fa-7487-b5ce-13ed19093c60', 'SALE', '2026-11-24', '2026-11-01', '500235136001', NULL, 'paocai', NULL, 'ONLINE', 'pickles', NULL, NULL, NULL, NULL, 25000, 10000, 1, 0, 1, 'SALE', '01a217ac-d0f5-711c-bdcb-42fc6711e209', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d139-72a7-be28-e3c205f31175', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 24000, 30000, 1, 0, 1, 'PREORDER', '01a217ac-d11e-725b-a80e-318133b99cbe', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d15a-7731-b976-a9416d8a553d', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 16000, 20000, 1, 0, 1, 'PREORDER', '01a217ac-d147-70f9-8c00-e82e4be0b109', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d173-74d3-8b34-bf34eb81ed98', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -12000, -15000, 0, 0, 1, 'PREORDER', '01a217ac-d11e-725b-a80e-318133b99cbe', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d173-74d3-8b34-bf356add5bd7', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -8000, -10000, 0, 0, 1, 'PREORDER', '01a217ac-d147-70f9-8c00-e82e4be0b109', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d1a2-7268-94ff-6349811b4c14', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 8000, 10000, 1, 0, 1, 'PREORDER', '01a217ac-d191-725a-ba1f-339595283492', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d1df-7477-b965-0cdaabd699e5', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 4000, 5000, 1, 0, 1, 'PREORDER', '01a217ac-d1c7-7357-b455-085dc48b3dd3', 1795492800000000);
INSERT INTO public.ledger_entry VALUES ('01a217ac-d1f4-77b7-8497-78f749532acb', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -4000, -5000, -1, 0, 1, 'PREORDER', '01a217ac-d1c7-7357-b455-085dc48b3dd3', 1795492800000000);
INSERT INTO public.monthly_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 2, 0, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('FESTIVAL', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('AREA', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 4, 0, 0, 1, 1000, 1);
INSERT INTO public.monthly_total VALUES ('GROWERS', '2015-01-01', '50', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.monthly_total VALUES ('GROWERS', '2015-01-01', '500235', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.monthly_total VALUES ('GROWERS', '2015-01-01', '500235136', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.monthly_total VALUES ('GROWERS', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', '', 4, 0, 0, 1, 0, 0);
INSERT INTO public.monthly_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 0, 0, 0, 0, 250, 0);
INSERT INTO public.monthly_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 4, 60300, 100500, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 3, 600, 1000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 6, -600, -1000, -1, 0, -1);
INSERT INTO public.monthly_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', 0, '', '', 'gate', '', '', 5, 0, 0, 320, 0, 1);
INSERT INTO public.monthly_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 1, 150050, 0, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('OUTPUT', '2026-08-01', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 3, 0, 60000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('OUTPUT', '2026-11-01', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('SALE', '2026-11-01', '500235136001', '', 'paocai', 0, 'ONLINE', 'pickles', '', '', '', 1, 25000, 10000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 7, 24000, 30000, 1, 0, 1);
INSERT INTO public.monthly_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 0, 8000, 10000, 3, 0, 5);
INSERT INTO public.monthly_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 4, -4000, -5000, -1, 0, 1);
INSERT INTO public.plot VALUES ('01a217ac-cf18-7052-9188-5dc778f4ae01', '01a217ac-cf07-720b-9b7b-013886805e17', '500235136001', 'fengshui-pear', 1250, 2015, NULL, NULL, 1764561600000000);
INSERT INTO public.plot_term VALUES ('01a217ac-cf1a-7426-b6b0-22651fc0c9e8', '01a217ac-cf18-7052-9188-5dc778f4ae01', 1, '2015-01-01', true, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', '500235136001', 'fengshui-pear', 1000, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17');
INSERT INTO public.plot_term VALUES ('01a217ac-cf30-72cd-a9b2-381c979870b6', '01a217ac-cf18-7052-9188-5dc778f4ae01', 2, '2025-06-01', true, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', '500235136001', 'fengshui-pear', 1250, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17');
INSERT INTO public.preorder VALUES ('01a217ac-d11e-725b-a80e-318133b99cbe', 'PF55-CDN5', '01a217ac-d10f-722d-8695-0a10be4d62ce', '500235136', 'CONFIRMED', NULL, '陈晓', '13900000000', 'c076c9176d2c46f0dea52cde160a5cf06c263f71b58063882949e4ce22a9939a', 'PICK_UP', NULL, 30000, 15000, 12000, 7200, 0, 0, 7200, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO public.preorder VALUES ('01a217ac-d147-70f9-8c00-e82e4be0b109', 'PFJG-H65W', '01a217ac-d10f-722d-8695-0a10be4d62ce', '500235136', 'CONFIRMED', NULL, '陈晓', '13900000001', '06b14bbe451c2aa91adb81586065875ca16a5b7febc777dfaa96e78fc9dc9d95', 'PICK_UP', NULL, 20000, 10000, 8000, 4800, 0, 0, 7200, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO public.preorder VALUES ('01a217ac-d191-725a-ba1f-339595283492', 'P4FG-GCMB', '01a217ac-d183-77ef-b068-5fb4c06f0d46', '500235136', 'DELIVERED', NULL, '陈晓', '13900000002', 'ad547c3c8df5b0c79045b4a80ba0bd52082b4dad2f7c5c621b8ef8b1252354d1', 'PICK_UP', NULL, 10000, 10000, 8000, 2400, 0, 0, 8000, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, '2026-11-24', NULL, NULL, NULL, 1795492800000000);
INSERT INTO public.preorder VALUES ('01a217ac-d1c7-7357-b455-085dc48b3dd3', 'PCKR-AVNE', '01a217ac-d183-77ef-b068-5fb4c06f0d46', '500235136', 'CANCELLED', NULL, '陈晓', '13900000003', 'b5b710bc78a147ebe38149839dccc1ebeea4e018d79c95810be74c0f95143bbc', 'PICK_UP', NULL, 5000, 0, 0, 1200, 0, 0, 1200, 0, 1200, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, 1795492800000000, 'TOWN', 1795492800000000);
INSERT INTO public.preorder VALUES ('01a217ac-d215-7514-b05e-b84cff0eae0b', 'P3YB-XFE2', '01a217ac-d183-77ef-b068-5fb4c06f0d46', '500235136', 'PLACED', NULL, '陈晓', '13900000004', '5daef039e2495fd9cca404fd11264777719b085f9355217415d5cb6446632c5d', 'PICK_UP', NULL, 3000, 3000, 2400, 720, 0, 0, 0, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, NULL, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO public.preorder_event VALUES ('01a217ac-d121-76a5-9cfb-8fd6678a470d', '01a217ac-d11e-725b-a80e-318133b99cbe', 1795492800000000, 'PLACED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 24000, 30000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d137-7485-baf4-b615fe4d199d', '01a217ac-d11e-725b-a80e-318133b99cbe', 1795492800000000, 'PAID', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 7200, NULL, 'CASH', 'RNJX-X8PP-E474', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d137-7485-baf4-b6166dddd907', '01a217ac-d11e-725b-a80e-318133b99cbe', 1795492800000000, 'CONFIRMED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 24000, 30000, NULL, NULL, NULL, '2026-11-24', 24000, 30000, 1, 1);
INSERT INTO public.preorder_event VALUES ('01a217ac-d14a-75f3-a61d-953f12b70ae1', '01a217ac-d147-70f9-8c00-e82e4be0b109', 1795492800000000, 'PLACED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 16000, 20000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d159-7259-a3e3-7f5435babac2', '01a217ac-d147-70f9-8c00-e82e4be0b109', 1795492800000000, 'PAID', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 7200, NULL, 'CASH', 'R8JK-ZZEJ-P5AX', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d159-7259-a3e3-7f5540245d78', '01a217ac-d147-70f9-8c00-e82e4be0b109', 1795492800000000, 'CONFIRMED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 16000, 20000, NULL, NULL, NULL, '2026-11-24', 16000, 20000, 1, 1);
INSERT INTO public.preorder_event VALUES ('01a217ac-d16d-73ba-aee7-0487282b0ec1', '01a217ac-d11e-725b-a80e-318133b99cbe', 1795492800000000, 'FELL_SHORT', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 12000, 15000, NULL, NULL, NULL, '2026-11-24', -12000, -15000, 0, 1);
INSERT INTO public.preorder_event VALUES ('01a217ac-d16d-73ba-aee7-0488de20b716', '01a217ac-d147-70f9-8c00-e82e4be0b109', 1795492800000000, 'FELL_SHORT', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 8000, 10000, NULL, NULL, NULL, '2026-11-24', -8000, -10000, 0, 1);
INSERT INTO public.preorder_event VALUES ('01a217ac-d193-714c-92f0-8cd57bbe702d', '01a217ac-d191-725a-ba1f-339595283492', 1795492800000000, 'PLACED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 8000, 10000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d1a1-70ef-bbf0-069a1b949162', '01a217ac-d191-725a-ba1f-339595283492', 1795492800000000, 'PAID', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 8000, NULL, 'CASH', 'R5KC-W8W3-QRQ4', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d1a1-70ef-bbf0-069b1e77d08d', '01a217ac-d191-725a-ba1f-339595283492', 1795492800000000, 'CONFIRMED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 8000, 10000, NULL, NULL, NULL, '2026-11-24', 8000, 10000, 1, 1);
INSERT INTO public.preorder_event VALUES ('01a217ac-d1ba-713c-9b18-338de0cb7e5a', '01a217ac-d191-725a-ba1f-339595283492', 1795492800000000, 'DELIVERED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, 10000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d1ca-7187-8b5f-9bb423cf9d37', '01a217ac-d1c7-7357-b455-085dc48b3dd3', 1795492800000000, 'PLACED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 4000, 5000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d1de-7142-a0c7-6eab6ab612c9', '01a217ac-d1c7-7357-b455-085dc48b3dd3', 1795492800000000, 'PAID', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 1200, NULL, 'CASH', 'RHF7-CSPB-F50D', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d1de-7142-a0c7-6eaccc53a584', '01a217ac-d1c7-7357-b455-085dc48b3dd3', 1795492800000000, 'CONFIRMED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 4000, 5000, NULL, NULL, NULL, '2026-11-24', 4000, 5000, 1, 1);
INSERT INTO public.preorder_event VALUES ('01a217ac-d1f3-76a9-8855-2ab95dfb694d', '01a217ac-d1c7-7357-b455-085dc48b3dd3', 1795492800000000, 'CANCELLED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, 5000, NULL, NULL, '冻害', '2026-11-24', -4000, -5000, -1, 1);
INSERT INTO public.preorder_event VALUES ('01a217ac-d20b-75be-9499-756732afa306', '01a217ac-d1c7-7357-b455-085dc48b3dd3', 1795492800000000, 'REFUNDED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 1200, NULL, 'BANK', 'out-1', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_event VALUES ('01a217ac-d219-706e-ac82-cbb4e7d18c13', '01a217ac-d215-7514-b05e-b84cff0eae0b', 1795492800000000, 'PLACED', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 2400, 3000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO public.preorder_lot VALUES ('01a217ac-d1b4-738a-b196-6543d29a5612', '01a217ac-d191-725a-ba1f-339595283492', '01a217ac-d069-76ff-9d58-6048ad9e6e79', 10000);
INSERT INTO public.preorder_payment VALUES ('01a217ac-d133-73fd-81cf-efebe84c6636', '01a217ac-d11e-725b-a80e-318133b99cbe', '500235136', 7200, 'CASH', 'RNJX-X8PP-E474', false, 1795492800000000, '2026-11-24', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL);
INSERT INTO public.preorder_payment VALUES ('01a217ac-d156-706b-8fae-08da16484867', '01a217ac-d147-70f9-8c00-e82e4be0b109', '500235136', 7200, 'CASH', 'R8JK-ZZEJ-P5AX', false, 1795492800000000, '2026-11-24', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL);
INSERT INTO public.preorder_payment VALUES ('01a217ac-d19e-760a-8e6b-199813cab674', '01a217ac-d191-725a-ba1f-339595283492', '500235136', 8000, 'CASH', 'R5KC-W8W3-QRQ4', false, 1795492800000000, '2026-11-24', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL);
INSERT INTO public.preorder_payment VALUES ('01a217ac-d1da-73d2-b016-a37061739250', '01a217ac-d1c7-7357-b455-085dc48b3dd3', '500235136', 1200, 'CASH', 'RHF7-CSPB-F50D', false, 1795492800000000, '2026-11-24', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL);
INSERT INTO public.preorder_refund VALUES ('01a217ac-d205-751b-adf4-b5da20ace3e3', '01a217ac-d1c7-7357-b455-085dc48b3dd3', '500235136', 1200, 'BANK', 'out-1', '2026-11-24', 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17');
INSERT INTO public.presale_offer VALUES ('01a217ac-d10f-722d-8695-0a10be4d62ce', '500235136', 'fengshui-pear', 2026, 25000, 25000, 800, NULL, 3000, 1795132800000000, 1795492800000000, 172800000000, NULL, NULL, NULL, NULL, true, 0, NULL, 0, 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL);
INSERT INTO public.presale_offer VALUES ('01a217ac-d183-77ef-b068-5fb4c06f0d46', '500235136', 'fengshui-pear', 2026, 100000, 13000, 800, NULL, 3000, 1795132800000000, 1795996800000000, 172800000000, NULL, '镇政府', NULL, NULL, true, 0, NULL, 0, 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL);
INSERT INTO public.processing_plant VALUES ('pickles', '01a217ac-cc6d-75e7-87b6-07410b3f7bef', '云安泡菜厂', '500235136001', '2020-05-01', NULL, '2025-11-01', '02355551234');
INSERT INTO public.processing_project VALUES ('line', '01a217ac-cebe-74d1-881d-dd86deb3d8a9', '泡菜生产线', '500235136', NULL, '2025-03-01', NULL);
INSERT INTO public.product VALUES ('paocai', 'pickles', '洗澡泡菜', false, true, NULL, NULL);
INSERT INTO public.product_step VALUES ('01a217ac-d0ec-7452-ae87-19d091d352b8', 'paocai', 1, '腌制', 7);
INSERT INTO public.production_batch VALUES ('01a217ac-d0e0-72cf-b29c-51b1dd2ead11', 'BYHS-6MQ7-37N2', 'pickles', '500235136001', 'paocai', '2026-11-24', '2026-11-24', 30000, 40000, 0, 30000, NULL, NULL, 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', NULL, NULL, NULL);
INSERT INTO public.production_batch VALUES ('01a217ac-d0b5-72f1-8c97-436b9e8385e0', 'BW93-WVA3-YJX4', 'pickles', '500235136001', 'paocai', '2026-08-10', '2026-08-02', 60000, 80000, 0, 30000, NULL, NULL, 1795492800000000, '01a217ac-ce08-77f2-b36a-a7caf43d6393', NULL, NULL, NULL);
INSERT INTO public.published_report VALUES ('01a217ac-d292-73fc-9881-213c96e55829', '500235136', 2025, 'YEAR', 1, false, '{"version":"1","regionCode":"500235136","year":2025,"period":"YEAR","plantedAreaMuHundredths":1250,"plantedAreaByVariety":[{"variety":"fengshui-pear","muHundredths":1250,"growers":1}],"visitors":320,"visitorsByMonth":[{"month":1,"visitors":0},{"month":2,"visitors":0},{"month":3,"visitors":0},{"month":4,"visitors":0},{"month":5,"visitors":0},{"month":6,"visitors":0},{"month":7,"visitors":0},{"month":8,"visitors":0},{"month":9,"visitors":0},{"month":10,"visitors":320},{"month":11,"visitors":0},{"month":12,"visitors":0}],"salesRevenueFen":60300,"presaleRevenueFen":0,"revenueByVariety":[{"variety":"fengshui-pear","salesFen":60300,"presaleFen":0,"salesG":100500,"presaleG":0}],"revenueByProduct":[],"revenueByChannel":[{"channel":"MARKET","salesFen":60300}],"revenueByMonth":[{"month":1,"salesFen":0,"presaleFen":0},{"month":2,"salesFen":0,"presaleFen":0},{"month":3,"salesFen":0,"presaleFen":0},{"month":4,"salesFen":0,"presaleFen":0},{"month":5,"salesFen":0,"presaleFen":0},{"month":6,"salesFen":0,"presaleFen":0},{"month":7,"salesFen":0,"presaleFen":0},{"month":8,"salesFen":0,"presaleFen":0},{"month":9,"salesFen":60300,"presaleFen":0},{"month":10,"salesFen":0,"presaleFen":0},{"month":11,"salesFen":0,"presaleFen":0},{"month":12,"salesFen":0,"presaleFen":0}],"plantOutput":[],"cateringTakingsFen":150050,"cateringIncreaseFen":50050,"festivalEditions":1,"processingPlants":1,"processingProjects":1,"honours":[{"kind":"LANDMARK_DISH","count":1},{"kind":"FAMOUS_SNACK","count":0},{"kind":"HERITAGE_PROJECT","count":0}],"asOf":1795492800000000}', '{"version":"1","region":"云安镇","varieties":{"fengshui-pear":{"zh":"丰水梨","en":"Hosui pear"}},"products":{},"plants":{}}', '{"version":"1","varieties":{"fengshui-pear":1},"products":{},"channels":{"MARKET":1}}', '{"cateringIncreaseYuan":1,"cateringTakingsYuan":1,"festivalEditions":1,"growers":1,"honours":1,"plantOutput":1,"plantedAreaByVariety":1,"plantedAreaMu":1,"presaleRevenueYuan":1,"processingPlants":1,"processingProjects":1,"produceRevenueYuan":1,"revenueByChannel":1,"revenueByMonth":1,"revenueByProduct":1,"revenueByVariety":1,"salesRevenueYuan":1,"visitors":1,"visitorsByMonth":1}', 1795492800000000, '1efe52087f414881564ff93bb2a7e763f41e0749440906dff2e54c40552526b3', '8a315554c0ce91a74ecd4f5c1d12bfaf37952d048bc500b139a3f52cae7d03b3', 1795492800000001, '01a217ac-cddd-7623-82f1-a4153f9f0a2e', '云阳县云安镇');
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
INSERT INTO public.regional_total VALUES ('PLANT', '2020-05-01', '50', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PLANT', '2020-05-01', '500235', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PLANT', '2020-05-01', '500235136', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '50', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', '', 6, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PROJECT', '2025-03-01', '50', '', '', '', 2, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PROJECT', '2025-03-01', '500235', '', '', '', 2, 0, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', '', 2, 0, 0, 1, 0, 1);
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
INSERT INTO public.regional_total VALUES ('AREA', '2025-06-01', '50', 'fengshui-pear', '', '', 0, 0, 0, 0, 250, 0);
INSERT INTO public.regional_total VALUES ('AREA', '2025-06-01', '500235', 'fengshui-pear', '', '', 0, 0, 0, 0, 250, 0);
INSERT INTO public.regional_total VALUES ('AREA', '2025-06-01', '500235136', 'fengshui-pear', '', '', 0, 0, 0, 0, 250, 0);
INSERT INTO public.regional_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', '', 0, 0, 0, 0, 250, 0);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '50', 'fengshui-pear', '', 'MARKET', 4, 60300, 100500, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235', 'fengshui-pear', '', 'MARKET', 4, 60300, 100500, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136', 'fengshui-pear', '', 'MARKET', 4, 60300, 100500, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 'MARKET', 4, 60300, 100500, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '50', 'fengshui-pear', '', 'MARKET', 3, 600, 1000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235', 'fengshui-pear', '', 'MARKET', 3, 600, 1000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136', 'fengshui-pear', '', 'MARKET', 3, 600, 1000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 'MARKET', 3, 600, 1000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '50', 'fengshui-pear', '', 'MARKET', 6, -600, -1000, -1, 0, -1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235', 'fengshui-pear', '', 'MARKET', 6, -600, -1000, -1, 0, -1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136', 'fengshui-pear', '', 'MARKET', 6, -600, -1000, -1, 0, -1);
INSERT INTO public.regional_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 'MARKET', 6, -600, -1000, -1, 0, -1);
INSERT INTO public.regional_total VALUES ('VISITORS', '2025-10-01', '50', '', '', '', 5, 0, 0, 320, 0, 1);
INSERT INTO public.regional_total VALUES ('VISITORS', '2025-10-01', '500235', '', '', '', 5, 0, 0, 320, 0, 1);
INSERT INTO public.regional_total VALUES ('VISITORS', '2025-10-01', '500235136', '', '', '', 5, 0, 0, 320, 0, 1);
INSERT INTO public.regional_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', '', 5, 0, 0, 320, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2024-10-01', '50', '', '', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2024-10-01', '500235', '', '', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2024-10-01', '500235136', '', '', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', '', 7, 100000, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2025-10-01', '50', '', '', '', 1, 150050, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2025-10-01', '500235', '', '', '', 1, 150050, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2025-10-01', '500235136', '', '', '', 1, 150050, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', '', 1, 150050, 0, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-08-01', '50', '', 'paocai', '', 3, 0, 60000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-08-01', '500235', '', 'paocai', '', 3, 0, 60000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-08-01', '500235136', '', 'paocai', '', 3, 0, 60000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-08-01', '500235136001', '', 'paocai', '', 3, 0, 60000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-11-01', '50', '', 'paocai', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-11-01', '500235', '', 'paocai', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-11-01', '500235136', '', 'paocai', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('OUTPUT', '2026-11-01', '500235136001', '', 'paocai', '', 3, 0, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2026-11-01', '50', '', 'paocai', 'ONLINE', 1, 25000, 10000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2026-11-01', '500235', '', 'paocai', 'ONLINE', 1, 25000, 10000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2026-11-01', '500235136', '', 'paocai', 'ONLINE', 1, 25000, 10000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('SALE', '2026-11-01', '500235136001', '', 'paocai', 'ONLINE', 1, 25000, 10000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '50', 'fengshui-pear', '', '', 7, 24000, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235', 'fengshui-pear', '', '', 7, 24000, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', '', 7, 24000, 30000, 1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '50', 'fengshui-pear', '', '', 0, 8000, 10000, 3, 0, 5);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235', 'fengshui-pear', '', '', 0, 8000, 10000, 3, 0, 5);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', '', 0, 8000, 10000, 3, 0, 5);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '50', 'fengshui-pear', '', '', 4, -4000, -5000, -1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235', 'fengshui-pear', '', '', 4, -4000, -5000, -1, 0, 1);
INSERT INTO public.regional_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', '', 4, -4000, -5000, -1, 0, 1);
INSERT INTO public.removed_certificate VALUES ('01a217ac-d050-7498-b4b8-ddc845733e9a', '01a217ac-cf3c-7310-8cc2-e10fbabf5656', NULL);
INSERT INTO public.report_submission VALUES ('01a217ac-d24d-710a-9d10-2abb81040c07', '500235136001', 2025, 'H2', 'APPROVED', 1795492800000000, 1795492800000001, '01a217ac-cdac-71b3-a25b-a2c9d3c1debb', 1795492800000001, '01a217ac-cddd-7623-82f1-a4153f9f0a2e', NULL);
INSERT INTO public.sale VALUES ('01a217ac-cf5e-7102-bc8c-af4e652bc865', '2025-09-15', 'MARKET', '500235136001', 'fengshui-pear', 2025, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', '01a217ac-cf3c-7310-8cc2-e10fbabf5656', 100500, 60300, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL);
INSERT INTO public.sale VALUES ('01a217ac-cf70-767c-98d1-a266815047e2', '2025-09-15', 'MARKET', '500235136001', 'fengshui-pear', 2025, NULL, NULL, '01a217ac-cf07-720b-9b7b-013886805e17', 'COMPANY', '01a217ac-cf3c-7310-8cc2-e10fbabf5656', 1000, 600, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', 1764561600000000, '误录', '01a217ac-cd7d-7660-be9d-946a55ff6b17');
INSERT INTO public.sale VALUES ('01a217ac-d0f5-711c-bdcb-42fc6711e209', '2026-11-24', 'ONLINE', '500235136001', NULL, NULL, 'paocai', 'pickles', NULL, NULL, NULL, 10000, 25000, 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL, NULL, NULL);
INSERT INTO public.sale_batch VALUES ('01a217ac-d0f8-71e0-b621-98f66082667d', '01a217ac-d0f5-711c-bdcb-42fc6711e209', '01a217ac-d0b5-72f1-8c97-436b9e8385e0', 10000);
INSERT INTO public.seaql_migrations VALUES ('0001_baseline', 1795693529);
INSERT INTO public.seaql_migrations VALUES ('0002_regions', 1795693529);
INSERT INTO public.session VALUES ('01a217ac-caf2-7753-bdee-aa6e0ec45583', 'c1dab5be1b02ad43f3a692ed8bbb1bdd5d66bf771450725f108bd5db4f960c7c', '01a217ac-caef-7707-b1ca-7d23e3255b6e', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO public.session VALUES ('01a217ac-cc8a-72e5-9b79-0e4999ae7aad', '93c3bf8644e7ee48bd0c4166e1652cfd4d889c8dc386cc80c3992dc54d72537c', '01a217ac-cc88-7502-bbfb-cbe35cceb773', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO public.session VALUES ('01a217ac-ce0d-7179-bb85-d6aeb807543c', '261a4daae2210e4fe9e3396a68887d54b0e931d363597efaf91b60316a0242ff', '01a217ac-ce0c-728e-afb4-ef456d79b3b3', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO public.session VALUES ('01a217ac-cf0d-733f-83cf-ea47ee5f37a6', 'ada68d592bdb76c8c2564085e1f6ad9d2af3b017a3b79ae6d9133213c3d16b00', '01a217ac-cf0c-7214-ac0c-26fe3f400612', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO public.session VALUES ('01a217ac-cfbc-73d1-b415-a0363c303439', '2d2438490a273c0ffcbda021c20e6d8856b2e15308b23f04f8a4c9debc3868f4', '01a217ac-cfbb-7540-b757-1d5a1b586f44', 1795492800000000, 2795492800000000, 2795492800000000);
INSERT INTO public.session VALUES ('01a217ac-cfdb-73b5-83de-3cc3613baaf5', '5a16a34f1c2f111047ed60edd9038f6234ca5950e49fd54e9a593edd38f59f31', '01a217ac-cd7d-7660-be9d-946a55ff6b17', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO public.session VALUES ('01a217ac-cffc-7416-b5a1-ece6050786fa', 'a3a9fbb5570d5e70a3b46ba6ca926f56a25215965b2ed0862e7a4beb51c7269e', '01a217ac-cdac-71b3-a25b-a2c9d3c1debb', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO public.session VALUES ('01a217ac-d01d-7130-9d74-30b5a4ac2a8b', '72620171440130e5f6abb6db7f2293a9a3be6397e79143aead410722a8916af8', '01a217ac-cddd-7623-82f1-a4153f9f0a2e', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO public.session VALUES ('01a217ac-d03a-7013-ab7b-0bafd12fcf6f', 'c267218a52ffa3ebdca71f4ecd219da7471fc9af68cd16f77122c9855f1817f2', '01a217ac-ce08-77f2-b36a-a7caf43d6393', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO public.session VALUES ('01a217ac-d4a5-73cd-a1c1-050ba33f9c96', '041a2496961f55c4db10872210fccd948ef8bfd6215478593f07d5a702e07aaa', '01a217ac-cddd-7623-82f1-a4153f9f0a2e', 1795492800000002, 1798084800000002, 1795492800000002);
INSERT INTO public.shortfall_run VALUES ('01a217ac-d16b-707c-9917-ee49e6542365', '01a217ac-d10f-722d-8695-0a10be4d62ce', '500235136', 'PRO_RATA', 25000, 50000, 60000, 0, 2, 1795492800000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17');
INSERT INTO public.shortfall_share VALUES ('01a217ac-d16b-707c-9917-ee4a74ecf50d', '01a217ac-d16b-707c-9917-ee49e6542365', 1, '01a217ac-d11e-725b-a80e-318133b99cbe', 30000, 30000, 15000, 0);
INSERT INTO public.shortfall_share VALUES ('01a217ac-d16b-707c-9917-ee4bafd8fbda', '01a217ac-d16b-707c-9917-ee49e6542365', 2, '01a217ac-d147-70f9-8c00-e82e4be0b109', 20000, 20000, 10000, 0);
INSERT INTO public.site VALUES ('gate', '梨园大门', '500235136001', true);
INSERT INTO public.site VALUES ('pavilion', '观花亭', '500235136001', true);
INSERT INTO public.site_counting VALUES ('01a217ac-cc4f-70cc-a324-c999387491e2', 'gate', '1949-01-01', true, 1764561600000000, '01a217ac-caef-7707-b1ca-7d23e3255b6e');
INSERT INTO public.site_counting VALUES ('01a217ac-cc5b-7299-b78b-5761ef97c697', 'pavilion', '1949-01-01', false, 1764561600000000, '01a217ac-caef-7707-b1ca-7d23e3255b6e');
INSERT INTO public.site_counting VALUES ('01a217ac-cee4-7109-a42e-5faae18e7c24', 'pavilion', '2025-11-01', true, 1764561600000000, '01a217ac-ce0c-728e-afb4-ef456d79b3b3');
INSERT INTO public.undertaking_days VALUES ('01a217ac-cc6f-725d-bf57-8e7827995eb8', 'PROCESSING_PLANT', '01a217ac-cc6d-75e7-87b6-07410b3f7bef', '2020-05-01', NULL, 1764561600000000);
INSERT INTO public.undertaking_days VALUES ('01a217ac-ceb2-76d3-bb79-2ad7d38b3469', 'HONOUR', '01a217ac-ceb0-72fb-992c-b6c6dd6d2d0b', '2025-06-01', NULL, 1764561600000000);
INSERT INTO public.undertaking_days VALUES ('01a217ac-cec0-75e0-ba43-ae3ef07c41f0', 'PROCESSING_PROJECT', '01a217ac-cebe-74d1-881d-dd86deb3d8a9', '2025-03-01', NULL, 1764561600000000);
INSERT INTO public.variety VALUES ('fengshui-pear', '丰水梨', 'Hosui pear', 7, 9);
INSERT INTO public.variety VALUES ('sanhong-pomelo', '三红蜜柚', 'Sanhong pomelo', 9, 11);
INSERT INTO public.variety VALUES ('yunan-navel-orange', '云安脐橙', 'Yun''an navel orange', 11, 3);
INSERT INTO public.variety VALUES ('yellow-peach', '黄桃', 'Yellow peach', 6, 8);
INSERT INTO public.visitor_count VALUES ('01a217ac-cf8f-70a2-8e61-4c7044cbb9f8', 'gate', '500235136001', '2025-10-01', 300, true, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', 1764561600000000);
INSERT INTO public.visitor_count VALUES ('01a217ac-cf9e-7518-b327-578938563fdd', 'gate', '500235136001', '2025-10-01', 320, true, 1764561600000000, '01a217ac-cd7d-7660-be9d-946a55ff6b17', NULL);
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
CREATE INDEX presale_offer_settling ON public.presale_offer USING btree (settling_run_id) WHERE (settling_run_id IS NOT NULL);
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
    ADD CONSTRAINT presale_offer_settling_run_exists FOREIGN KEY (settling_run_id) REFERENCES public.shortfall_run(id);
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
