PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE "seaql_migrations" ( "version" varchar NOT NULL PRIMARY KEY, "applied_at" integer NOT NULL );
CREATE TABLE region (
    code TEXT PRIMARY KEY CONSTRAINT region_code_length CHECK (length(code) IN (2, 6, 9, 12)),
    name TEXT NOT NULL CONSTRAINT region_name_length CHECK (length(name) BETWEEN 1 AND 100),
    level TEXT NOT NULL CONSTRAINT region_level_known CHECK (level IN ('PROVINCE', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    parent_code TEXT CONSTRAINT region_parent_exists REFERENCES region (code),
    CONSTRAINT region_province_has_no_parent CHECK ((parent_code IS NULL) = (level = 'PROVINCE'))
);
CREATE TABLE variety (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT variety_name_unique UNIQUE CONSTRAINT variety_name_length CHECK (length(name) BETWEEN 1 AND 100),
    name_en TEXT NOT NULL CONSTRAINT variety_name_en_length CHECK (length(name_en) BETWEEN 1 AND 100),
    harvest_start_month INTEGER NOT NULL CONSTRAINT variety_harvest_start_month_range CHECK (harvest_start_month BETWEEN 1 AND 12),
    harvest_end_month INTEGER NOT NULL CONSTRAINT variety_harvest_end_month_range CHECK (harvest_end_month BETWEEN 1 AND 12)
);
CREATE TABLE grower (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT grower_name_length CHECK (length(name) BETWEEN 1 AND 100),
    display_name TEXT CONSTRAINT grower_display_name_length CHECK (length(display_name) BETWEEN 1 AND 100),
    kind TEXT NOT NULL CONSTRAINT grower_kind_known CHECK (kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    region_code TEXT NOT NULL CONSTRAINT grower_region_exists REFERENCES region (code),
    phone TEXT CONSTRAINT grower_phone_length CHECK (length(phone) BETWEEN 10 AND 12),
    registered_at BIGINT NOT NULL,
    -- With it, hashed values of the grower in the audit log can be proven; without it nobody can try them out.
    audit_salt TEXT NOT NULL
);
CREATE TABLE plot (
    id UUID PRIMARY KEY,
    grower_id UUID NOT NULL CONSTRAINT plot_grower_exists REFERENCES grower (id),
    region_code TEXT NOT NULL CONSTRAINT plot_region_exists REFERENCES region (code),
    variety_code TEXT NOT NULL CONSTRAINT plot_variety_exists REFERENCES variety (code),
    area_mu_hundredths BIGINT NOT NULL CONSTRAINT plot_area_mu_hundredths_range CHECK (area_mu_hundredths BETWEEN 1 AND 100000000),
    planted_year INTEGER NOT NULL CONSTRAINT plot_planted_year_range CHECK (planted_year BETWEEN 1949 AND 9999),
    tree_count INTEGER CONSTRAINT plot_tree_count_range CHECK (tree_count BETWEEN 1 AND 10000000),
    out_of_use_from DATE,
    registered_at BIGINT NOT NULL
);
CREATE TABLE processing_plant (
    code TEXT PRIMARY KEY,
    id UUID NOT NULL CONSTRAINT processing_plant_id_unique UNIQUE,
    name TEXT NOT NULL CONSTRAINT processing_plant_name_length CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL CONSTRAINT processing_plant_region_exists REFERENCES region (code),
    opened_on DATE NOT NULL,
    closed_on DATE CONSTRAINT processing_plant_closed_on_after_opened_on CHECK (closed_on > opened_on),
    stock_from DATE,
    phone TEXT
);
CREATE TABLE processing_project (
    code TEXT PRIMARY KEY,
    id UUID NOT NULL CONSTRAINT processing_project_id_unique UNIQUE,
    name TEXT NOT NULL CONSTRAINT processing_project_name_length CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL CONSTRAINT processing_project_region_exists REFERENCES region (code),
    plant_code TEXT CONSTRAINT processing_project_plant_exists REFERENCES processing_plant (code),
    began_on DATE NOT NULL,
    ended_on DATE CONSTRAINT processing_project_ended_on_after_began_on CHECK (ended_on > began_on)
);
CREATE TABLE product (
    code TEXT PRIMARY KEY,
    plant_code TEXT NOT NULL CONSTRAINT product_plant_exists REFERENCES processing_plant (code),
    name TEXT NOT NULL CONSTRAINT product_name_length CHECK (length(name) BETWEEN 1 AND 100),
    is_fresh_produce BOOLEAN NOT NULL,
    needs_ingredients BOOLEAN NOT NULL,
    -- The usual yield is of ten thousand: 8500 is 0.85 kg of goods from a kilogram of ingredients.
    usual_yield_from BIGINT CONSTRAINT product_usual_yield_from_range CHECK (usual_yield_from BETWEEN 0 AND 1000000),
    usual_yield_to BIGINT CONSTRAINT product_usual_yield_to_range CHECK (usual_yield_to BETWEEN 0 AND 1000000)
);
CREATE TABLE product_step (
    id UUID PRIMARY KEY,
    product_code TEXT NOT NULL CONSTRAINT product_step_product_exists REFERENCES product (code),
    position INTEGER NOT NULL CONSTRAINT product_step_position_range CHECK (position >= 1),
    name TEXT NOT NULL CONSTRAINT product_step_name_length CHECK (length(name) BETWEEN 1 AND 100),
    days INTEGER NOT NULL CONSTRAINT product_step_days_range CHECK (days BETWEEN 1 AND 3650),
    CONSTRAINT product_step_product_position_unique UNIQUE (product_code, position)
);
CREATE TABLE site (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT site_name_length CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL CONSTRAINT site_region_exists REFERENCES region (code),
    counts_towards_total BOOLEAN NOT NULL
);
CREATE TABLE festival (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL CONSTRAINT festival_region_exists REFERENCES region (code),
    edition INTEGER NOT NULL CONSTRAINT festival_edition_range CHECK (edition BETWEEN 1 AND 1000),
    name TEXT NOT NULL CONSTRAINT festival_name_length CHECK (length(name) BETWEEN 1 AND 100),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL CONSTRAINT festival_ends_on_after_starts_on CHECK (ends_on >= starts_on),
    CONSTRAINT festival_region_edition_unique UNIQUE (region_code, edition)
);
CREATE TABLE festival_days (
    id UUID PRIMARY KEY,
    festival_id UUID NOT NULL CONSTRAINT festival_days_festival_exists REFERENCES festival (id),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL CONSTRAINT festival_days_ends_on_after_starts_on CHECK (ends_on >= starts_on),
    recorded_at BIGINT NOT NULL
);
CREATE TABLE catering_establishment (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT catering_establishment_name_length CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL CONSTRAINT catering_establishment_region_exists REFERENCES region (code)
);
CREATE TABLE honour (
    code TEXT PRIMARY KEY,
    id UUID NOT NULL CONSTRAINT honour_id_unique UNIQUE,
    kind TEXT NOT NULL CONSTRAINT honour_kind_known CHECK (kind IN ('LANDMARK_DISH', 'FAMOUS_SNACK', 'HERITAGE_PROJECT')),
    name TEXT NOT NULL CONSTRAINT honour_name_length CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL CONSTRAINT honour_region_exists REFERENCES region (code),
    awarded_on DATE NOT NULL,
    ended_on DATE CONSTRAINT honour_ended_on_after_awarded_on CHECK (ended_on > awarded_on)
);
CREATE TABLE undertaking_days (
    id UUID PRIMARY KEY,
    source_kind TEXT NOT NULL
        CONSTRAINT undertaking_days_source_kind_known CHECK (source_kind IN ('PROCESSING_PLANT', 'PROCESSING_PROJECT', 'HONOUR')),
    source_id UUID NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE CONSTRAINT undertaking_days_ends_on_after_starts_on CHECK (ends_on > starts_on),
    recorded_at BIGINT NOT NULL
);
CREATE TABLE account (
    id UUID PRIMARY KEY,
    username TEXT NOT NULL
        CONSTRAINT account_username_unique UNIQUE
        CONSTRAINT account_username_length CHECK (length(username) BETWEEN 1 AND 100),
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL CONSTRAINT account_role_known CHECK (role IN ('ADMIN', 'OFFICIAL', 'CLERK', 'PLANT_OPERATOR', 'GROWER', 'BUYER')),
    region_code TEXT CONSTRAINT account_region_exists REFERENCES region (code),
    plant_code TEXT CONSTRAINT account_plant_exists REFERENCES processing_plant (code),
    grower_id UUID CONSTRAINT account_grower_exists REFERENCES grower (id),
    created_at BIGINT NOT NULL,
    password_set_at BIGINT NOT NULL,
    disabled_at BIGINT,
    refusal_noted_at BIGINT,
    CONSTRAINT account_office_has_region CHECK (role NOT IN ('OFFICIAL', 'CLERK') OR region_code IS NOT NULL),
    CONSTRAINT account_operator_has_plant CHECK ((role = 'PLANT_OPERATOR') = (plant_code IS NOT NULL)),
    CONSTRAINT account_grower_has_grower CHECK ((role = 'GROWER') = (grower_id IS NOT NULL))
);
CREATE TABLE session (
    id UUID PRIMARY KEY,
    token_hash TEXT NOT NULL CONSTRAINT session_token_hash_unique UNIQUE,
    account_id UUID NOT NULL CONSTRAINT session_account_exists REFERENCES account (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);
CREATE TABLE idempotency (
    scope TEXT NOT NULL,
    mutation TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    record_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (scope, mutation, key)
);
CREATE TABLE installation (
    id INTEGER PRIMARY KEY CONSTRAINT installation_one_row CHECK (id = 1),
    is_demo BOOLEAN NOT NULL,
    -- How many steps of the tables a program must know, at least, to work on them. Each migration sets it.
    needs_step INTEGER NOT NULL
);
CREATE TABLE audit_entry (
    id UUID PRIMARY KEY,
    at BIGINT NOT NULL,
    account_id UUID CONSTRAINT audit_entry_account_exists REFERENCES account (id),
    address TEXT,
    request_id TEXT,
    action TEXT NOT NULL,
    record_kind TEXT,
    record_id TEXT,
    region_code TEXT CONSTRAINT audit_entry_region_exists REFERENCES region (code),
    changes TEXT NOT NULL,
    CONSTRAINT audit_entry_record_is_whole CHECK ((record_kind IS NULL) = (record_id IS NULL))
);
CREATE TABLE audit_seal (
    entry_id UUID PRIMARY KEY CONSTRAINT audit_seal_entry_exists REFERENCES audit_entry (id),
    position BIGINT NOT NULL CONSTRAINT audit_seal_position_unique UNIQUE CONSTRAINT audit_seal_position_range CHECK (position >= 1),
    hash TEXT NOT NULL CONSTRAINT audit_seal_hash_length CHECK (length(hash) = 64)
);
CREATE TABLE plot_term (
    id UUID PRIMARY KEY,
    plot_id UUID NOT NULL CONSTRAINT plot_term_plot_exists REFERENCES plot (id),
    position INTEGER NOT NULL CONSTRAINT plot_term_position_range CHECK (position >= 1),
    starts_on DATE NOT NULL CONSTRAINT plot_term_starts_on_range CHECK (starts_on >= '1949-01-01'),
    is_in_use BOOLEAN NOT NULL,
    grower_id UUID NOT NULL CONSTRAINT plot_term_grower_exists REFERENCES grower (id),
    grower_kind TEXT NOT NULL
        CONSTRAINT plot_term_grower_kind_known CHECK (grower_kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    region_code TEXT NOT NULL CONSTRAINT plot_term_region_exists REFERENCES region (code),
    variety_code TEXT NOT NULL CONSTRAINT plot_term_variety_exists REFERENCES variety (code),
    area_mu_hundredths BIGINT NOT NULL CONSTRAINT plot_term_area_mu_hundredths_range CHECK (area_mu_hundredths BETWEEN 1 AND 100000000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT plot_term_recorded_by_exists REFERENCES account (id),
    CONSTRAINT plot_term_plot_position_unique UNIQUE (plot_id, position)
);
CREATE TABLE harvest_lot (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT harvest_lot_code_unique UNIQUE,
    plot_id UUID NOT NULL CONSTRAINT harvest_lot_plot_exists REFERENCES plot (id),
    grower_id UUID NOT NULL CONSTRAINT harvest_lot_grower_exists REFERENCES grower (id),
    region_code TEXT NOT NULL CONSTRAINT harvest_lot_region_exists REFERENCES region (code),
    variety_code TEXT NOT NULL CONSTRAINT harvest_lot_variety_exists REFERENCES variety (code),
    harvested_on DATE NOT NULL CONSTRAINT harvest_lot_harvested_on_range CHECK (harvested_on >= '1949-01-01'),
    quantity_g BIGINT NOT NULL CONSTRAINT harvest_lot_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    available_g BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT harvest_lot_recorded_by_exists REFERENCES account (id),
    voided_at BIGINT,
    void_reason TEXT CONSTRAINT harvest_lot_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500),
    voided_by UUID CONSTRAINT harvest_lot_voided_by_exists REFERENCES account (id),
    CONSTRAINT harvest_lot_available_within_quantity CHECK (available_g BETWEEN 0 AND quantity_g),
    CONSTRAINT harvest_lot_voided_after_recording CHECK (voided_at >= recorded_at),
    CONSTRAINT harvest_lot_voided_is_empty CHECK (voided_at IS NULL OR available_g = 0),
    CONSTRAINT harvest_lot_void_is_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
CREATE TABLE site_counting (
    id UUID PRIMARY KEY,
    site_code TEXT NOT NULL CONSTRAINT site_counting_site_exists REFERENCES site (code),
    starts_on DATE NOT NULL,
    counts_towards_total BOOLEAN NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT site_counting_recorded_by_exists REFERENCES account (id)
);
CREATE TABLE visitor_count (
    id UUID PRIMARY KEY,
    site_code TEXT NOT NULL CONSTRAINT visitor_count_site_exists REFERENCES site (code),
    region_code TEXT NOT NULL CONSTRAINT visitor_count_region_exists REFERENCES region (code),
    day DATE NOT NULL CONSTRAINT visitor_count_day_range CHECK (day >= '1949-01-01'),
    visitors INTEGER NOT NULL CONSTRAINT visitor_count_visitors_range CHECK (visitors BETWEEN 0 AND 1000000),
    counts_towards_total BOOLEAN NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT visitor_count_recorded_by_exists REFERENCES account (id),
    replaced_at BIGINT CONSTRAINT visitor_count_replaced_at_after_recorded_at CHECK (replaced_at >= recorded_at)
);
CREATE TABLE catering_takings (
    id UUID PRIMARY KEY,
    establishment_code TEXT NOT NULL CONSTRAINT catering_takings_establishment_exists REFERENCES catering_establishment (code),
    region_code TEXT NOT NULL CONSTRAINT catering_takings_region_exists REFERENCES region (code),
    year INTEGER NOT NULL CONSTRAINT catering_takings_year_range CHECK (year BETWEEN 1949 AND 9999),
    month INTEGER NOT NULL CONSTRAINT catering_takings_month_range CHECK (month BETWEEN 1 AND 12),
    amount_fen BIGINT NOT NULL CONSTRAINT catering_takings_amount_fen_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT catering_takings_recorded_by_exists REFERENCES account (id),
    replaced_at BIGINT CONSTRAINT catering_takings_replaced_at_after_recorded_at CHECK (replaced_at >= recorded_at)
);
CREATE TABLE catering_baseline (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL CONSTRAINT catering_baseline_region_exists REFERENCES region (code),
    baseline_year INTEGER CONSTRAINT catering_baseline_baseline_year_range CHECK (baseline_year BETWEEN 1949 AND 9999),
    recorded_at BIGINT NOT NULL,
    recorded_by UUID NOT NULL CONSTRAINT catering_baseline_recorded_by_exists REFERENCES account (id)
);
CREATE TABLE ledger_entry (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    month DATE NOT NULL,
    region_code TEXT NOT NULL CONSTRAINT ledger_entry_region_exists REFERENCES region (code),
    variety_code TEXT CONSTRAINT ledger_entry_variety_exists REFERENCES variety (code),
    product_code TEXT CONSTRAINT ledger_entry_product_exists REFERENCES product (code),
    season INTEGER,
    channel TEXT,
    plant_code TEXT CONSTRAINT ledger_entry_plant_exists REFERENCES processing_plant (code),
    site_code TEXT CONSTRAINT ledger_entry_site_exists REFERENCES site (code),
    establishment_code TEXT CONSTRAINT ledger_entry_establishment_exists REFERENCES catering_establishment (code),
    grower_id UUID CONSTRAINT ledger_entry_grower_exists REFERENCES grower (id),
    grower_kind TEXT,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    source_kind TEXT NOT NULL,
    source_id UUID NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE TABLE daily_total (
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    region_code TEXT NOT NULL,
    variety_code TEXT NOT NULL,
    product_code TEXT NOT NULL,
    season INTEGER NOT NULL,
    channel TEXT NOT NULL,
    plant_code TEXT NOT NULL,
    site_code TEXT NOT NULL,
    establishment_code TEXT NOT NULL,
    grower_kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    PRIMARY KEY (kind, day, region_code, variety_code, product_code, season, channel, plant_code, site_code, establishment_code,
        grower_kind, slot)
);
CREATE TABLE monthly_total (
    kind TEXT NOT NULL,
    month DATE NOT NULL,
    region_code TEXT NOT NULL,
    variety_code TEXT NOT NULL,
    product_code TEXT NOT NULL,
    season INTEGER NOT NULL,
    channel TEXT NOT NULL,
    plant_code TEXT NOT NULL,
    site_code TEXT NOT NULL,
    establishment_code TEXT NOT NULL,
    grower_kind TEXT NOT NULL,
    slot INTEGER NOT NULL,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    PRIMARY KEY (kind, month, region_code, variety_code, product_code, season, channel, plant_code, site_code, establishment_code,
        grower_kind, slot)
);
CREATE TABLE regional_total (
    kind TEXT NOT NULL,
    month DATE NOT NULL,
    region_code TEXT NOT NULL,
    variety_code TEXT NOT NULL,
    product_code TEXT NOT NULL,
    channel TEXT NOT NULL,
    slot INTEGER NOT NULL,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    PRIMARY KEY (region_code, kind, month, variety_code, product_code, channel, slot)
);
CREATE TABLE ledger_bound (
    id INTEGER PRIMARY KEY CONSTRAINT ledger_bound_one_row CHECK (id = 1),
    closed_at BIGINT NOT NULL
);
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
CREATE TABLE batch_ingredient (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL CONSTRAINT batch_ingredient_batch_exists REFERENCES production_batch (id),
    position INTEGER NOT NULL CONSTRAINT batch_ingredient_position_range CHECK (position >= 1),
    intake_id UUID CONSTRAINT batch_ingredient_intake_exists REFERENCES intake (id),
    source_batch_id UUID CONSTRAINT batch_ingredient_source_batch_exists REFERENCES production_batch (id),
    -- The batch that it goes back to: the source, or the one that the intake was bought of.
    from_batch_id UUID CONSTRAINT batch_ingredient_from_batch_exists REFERENCES production_batch (id),
    quantity_g BIGINT NOT NULL CONSTRAINT batch_ingredient_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    CONSTRAINT batch_ingredient_batch_position_unique UNIQUE (batch_id, position),
    CONSTRAINT batch_ingredient_batch_intake_unique UNIQUE (batch_id, intake_id),
    CONSTRAINT batch_ingredient_batch_source_batch_unique UNIQUE (batch_id, source_batch_id),
    CONSTRAINT batch_ingredient_intake_or_batch CHECK ((intake_id IS NULL) <> (source_batch_id IS NULL)),
    CONSTRAINT batch_ingredient_from_is_source CHECK (source_batch_id IS NULL OR source_batch_id = from_batch_id),
    CONSTRAINT batch_ingredient_from_another CHECK (from_batch_id <> batch_id)
);
CREATE TABLE batch_by_product (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL CONSTRAINT batch_by_product_batch_exists REFERENCES production_batch (id),
    position INTEGER NOT NULL CONSTRAINT batch_by_product_position_range CHECK (position >= 1),
    name TEXT NOT NULL CONSTRAINT batch_by_product_name_length CHECK (length(name) BETWEEN 1 AND 100),
    quantity_g BIGINT NOT NULL CONSTRAINT batch_by_product_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    CONSTRAINT batch_by_product_batch_position_unique UNIQUE (batch_id, position)
);
CREATE TABLE batch_step (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL CONSTRAINT batch_step_batch_exists REFERENCES production_batch (id),
    position INTEGER NOT NULL CONSTRAINT batch_step_position_range CHECK (position >= 1),
    name TEXT NOT NULL CONSTRAINT batch_step_name_length CHECK (length(name) BETWEEN 1 AND 100),
    days INTEGER NOT NULL CONSTRAINT batch_step_days_range CHECK (days BETWEEN 1 AND 3650),
    CONSTRAINT batch_step_batch_position_unique UNIQUE (batch_id, position)
);
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
CREATE TABLE sale_batch (
    id UUID PRIMARY KEY,
    sale_id UUID NOT NULL CONSTRAINT sale_batch_sale_exists REFERENCES sale (id),
    batch_id UUID NOT NULL CONSTRAINT sale_batch_batch_exists REFERENCES production_batch (id),
    quantity_g BIGINT NOT NULL CONSTRAINT sale_batch_quantity_g_range CHECK (quantity_g BETWEEN 1 AND 100000000000),
    CONSTRAINT sale_batch_sale_batch_unique UNIQUE (sale_id, batch_id)
);
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
CREATE TABLE preorder_lot (
    id UUID PRIMARY KEY,
    preorder_id UUID NOT NULL CONSTRAINT preorder_lot_preorder_exists REFERENCES preorder (id),
    lot_id UUID NOT NULL CONSTRAINT preorder_lot_lot_exists REFERENCES harvest_lot (id),
    quantity_g BIGINT NOT NULL CONSTRAINT preorder_lot_quantity_g_range CHECK (quantity_g >= 1),
    CONSTRAINT preorder_lot_preorder_lot_unique UNIQUE (preorder_id, lot_id)
);
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
CREATE TABLE certificate_origin (
    id UUID PRIMARY KEY,
    certificate_id UUID NOT NULL CONSTRAINT certificate_origin_certificate_exists REFERENCES certificate (id),
    region_code TEXT NOT NULL CONSTRAINT certificate_origin_region_exists REFERENCES region (code),
    CONSTRAINT certificate_origin_certificate_region_unique UNIQUE (certificate_id, region_code)
);
CREATE TABLE certificate_replacement (
    id UUID PRIMARY KEY,
    certificate_id UUID NOT NULL CONSTRAINT certificate_replacement_certificate_exists REFERENCES certificate (id),
    replaced_code TEXT NOT NULL,
    CONSTRAINT certificate_replacement_certificate_replaced_unique UNIQUE (certificate_id, replaced_code)
);
CREATE TABLE removed_certificate (
    id UUID PRIMARY KEY,
    lot_id UUID CONSTRAINT removed_certificate_lot_id_unique UNIQUE CONSTRAINT removed_certificate_lot_exists REFERENCES harvest_lot (id),
    batch_id UUID
        CONSTRAINT removed_certificate_batch_id_unique UNIQUE
        CONSTRAINT removed_certificate_batch_exists REFERENCES production_batch (id),
    CONSTRAINT removed_certificate_lot_or_batch CHECK ((lot_id IS NULL) <> (batch_id IS NULL))
);
CREATE TABLE published_report (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL CONSTRAINT published_report_region_exists REFERENCES region (code),
    year INTEGER NOT NULL CONSTRAINT published_report_year_range CHECK (year BETWEEN 1949 AND 9999),
    period TEXT NOT NULL
        CONSTRAINT published_report_period_known CHECK (period IN ('YEAR', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'M01', 'M02', 'M03', 'M04',
            'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12')),
    edition INTEGER NOT NULL CONSTRAINT published_report_edition_range CHECK (edition > 0),
    is_provisional BOOLEAN NOT NULL,
    figures TEXT NOT NULL,
    names TEXT NOT NULL,
    sellers TEXT NOT NULL,
    definitions TEXT NOT NULL,
    bound BIGINT NOT NULL,
    salt TEXT NOT NULL CONSTRAINT published_report_salt_length CHECK (length(salt) = 64),
    hash TEXT NOT NULL CONSTRAINT published_report_hash_length CHECK (length(hash) = 64),
    published_at BIGINT NOT NULL CONSTRAINT published_report_published_at_after_bound CHECK (published_at > bound),
    published_by UUID NOT NULL CONSTRAINT published_report_published_by_exists REFERENCES account (id),
    office TEXT NOT NULL,
    CONSTRAINT published_report_region_year_period_edition_unique UNIQUE (region_code, year, period, edition)
);
CREATE TABLE report_submission (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL
        CONSTRAINT report_submission_region_exists REFERENCES region (code)
        CONSTRAINT report_submission_region_code_length CHECK (length(region_code) = 12),
    year INTEGER NOT NULL CONSTRAINT report_submission_year_range CHECK (year BETWEEN 1949 AND 9999),
    period TEXT NOT NULL
        CONSTRAINT report_submission_period_known CHECK (period IN ('YEAR', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'M01', 'M02', 'M03', 'M04',
            'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12')),
    status TEXT NOT NULL CONSTRAINT report_submission_status_known CHECK (status IN ('SUBMITTED', 'APPROVED', 'SENT_BACK')),
    bound BIGINT NOT NULL,
    submitted_at BIGINT NOT NULL CONSTRAINT report_submission_submitted_at_after_bound CHECK (submitted_at > bound),
    submitted_by UUID NOT NULL CONSTRAINT report_submission_submitted_by_exists REFERENCES account (id),
    decided_at BIGINT CONSTRAINT report_submission_decided_at_after_submitted_at CHECK (decided_at >= submitted_at),
    decided_by UUID CONSTRAINT report_submission_decided_by_exists REFERENCES account (id),
    reason TEXT CONSTRAINT report_submission_reason_length CHECK (length(reason) BETWEEN 1 AND 500),
    CONSTRAINT report_submission_decided_is_dated CHECK ((status = 'SUBMITTED') = (decided_at IS NULL)),
    CONSTRAINT report_submission_decision_is_whole CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CONSTRAINT report_submission_sent_back_has_reason CHECK ((status = 'SENT_BACK') = (reason IS NOT NULL))
);
INSERT INTO seaql_migrations VALUES ('0001_baseline', 1795670448);
INSERT INTO seaql_migrations VALUES ('0002_regions', 1795670448);
INSERT INTO region VALUES ('50', '重庆市', 'PROVINCE', NULL);
INSERT INTO region VALUES ('500235', '云阳县', 'COUNTY', '50');
INSERT INTO region VALUES ('500235001', '双江街道', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235002', '青龙街道', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235003', '人和街道', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235004', '盘龙街道', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235105', '龙角镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235107', '故陵镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235108', '红狮镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235115', '路阳镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235116', '农坝镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235118', '渠马镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235121', '黄石镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235122', '巴阳镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235123', '沙市镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235124', '鱼泉镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235125', '凤鸣镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235127', '宝坪镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235128', '南溪镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235129', '双土镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235130', '桑坪镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235131', '江口镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235132', '高阳镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235133', '平安镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235135', '云阳镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235136', '云安镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235137', '栖霞镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235138', '双龙镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235139', '泥溪镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235140', '蔈草镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235141', '养鹿镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235142', '水口镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235143', '堰坪镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235144', '龙洞镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235145', '后叶镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235146', '耀灵镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235147', '大阳镇', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235208', '外郎乡', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235215', '新津乡', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235216', '普安乡', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235218', '洞鹿乡', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235219', '石门乡', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235239', '上坝乡', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235242', '清水土家族乡', 'TOWNSHIP', '500235');
INSERT INTO region VALUES ('500235001001', '杏家湾社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001003', '黄金包社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001004', '大雁社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001005', '桂湾社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001006', '梨园社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001007', '稻场社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001008', '外滩社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001009', '蜀光社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001010', '莲花池社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001011', '东风社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001012', '白鹭社区居民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235001202', '石云村村民委员会', 'VILLAGE', '500235001');
INSERT INTO region VALUES ('500235002001', '青龙嘴社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002002', '磨子岭社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002003', '柏杨湾社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002004', '民德社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002005', '张家坝社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002006', '天鹅社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002007', '白鹤社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002008', '白云社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002009', '滨江社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002010', '复兴社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002011', '杨沙社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002012', '道湾社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002013', '亮水坪社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002014', '锦绣社区居民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002202', '马沱村村民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002203', '建民村村民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235002204', '龙溪村村民委员会', 'VILLAGE', '500235002');
INSERT INTO region VALUES ('500235003001', '立新社区居民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003004', '莲花社区居民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003005', '人和社区居民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003006', '桃园社区居民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003201', '长河村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003202', '龙水村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003211', '民治村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003212', '民权村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003213', '中兴村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003214', '千峰村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003215', '晒经村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003217', '凤岭村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235003218', '牌坊村村民委员会', 'VILLAGE', '500235003');
INSERT INTO region VALUES ('500235004001', '盘石社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004002', '龙安社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004003', '活龙社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004004', '三龙社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004005', '长安社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004006', '柳桥社区居民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004203', '阳明村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004204', '龙水村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004205', '四民村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004206', '永兴村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004207', '永安村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004208', '石楼村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004209', '古桑村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004210', '革岭村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004211', '亲睦村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004212', '革新村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004213', '黑马村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004214', '石狮村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004215', '青春村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004216', '帽合村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004218', '双龙村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004219', '金龙村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004220', '腾龙村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235004221', '旺龙村村民委员会', 'VILLAGE', '500235004');
INSERT INTO region VALUES ('500235105002', '五龙社区居民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105204', '张家村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105205', '高家村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105206', '永富村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105207', '长沙村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105210', '栏坪村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105211', '泉水村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105214', '杨寨村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105215', '新立村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105216', '龙堰村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105217', '军家村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235105218', '木甫村村民委员会', 'VILLAGE', '500235105');
INSERT INTO region VALUES ('500235107002', '故陵社区居民委员会', 'VILLAGE', '500235107');
INSERT INTO region VALUES ('500235107210', '红椿村村民委员会', 'VILLAGE', '500235107');
INSERT INTO region VALUES ('500235107217', '高坪村村民委员会', 'VILLAGE', '500235107');
INSERT INTO region VALUES ('500235107218', '桥亭村村民委员会', 'VILLAGE', '500235107');
INSERT INTO region VALUES ('500235107219', '双店村村民委员会', 'VILLAGE', '500235107');
INSERT INTO region VALUES ('500235107220', '兰草村村民委员会', 'VILLAGE', '500235107');
INSERT INTO region VALUES ('500235107221', '宝兴村村民委员会', 'VILLAGE', '500235107');
INSERT INTO region VALUES ('500235107222', '红坪村村民委员会', 'VILLAGE', '500235107');
INSERT INTO region VALUES ('500235108003', '咏梧社区居民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108210', '中坪村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108215', '梅柏村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108222', '保健村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108223', '临江村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108224', '宝丰村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108225', '永福村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108226', '向阳村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108227', '水田村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235108228', '石宝村村民委员会', 'VILLAGE', '500235108');
INSERT INTO region VALUES ('500235115004', '龙王桥社区居民委员会', 'VILLAGE', '500235115');
INSERT INTO region VALUES ('500235115226', '文武村村民委员会', 'VILLAGE', '500235115');
INSERT INTO region VALUES ('500235115227', '迎瑞村村民委员会', 'VILLAGE', '500235115');
INSERT INTO region VALUES ('500235115228', '中和村村民委员会', 'VILLAGE', '500235115');
INSERT INTO region VALUES ('500235115229', '南海村村民委员会', 'VILLAGE', '500235115');
INSERT INTO region VALUES ('500235116002', '农坝社区居民委员会', 'VILLAGE', '500235116');
INSERT INTO region VALUES ('500235116003', '龙堰社区居民委员会', 'VILLAGE', '500235116');
INSERT INTO region VALUES ('500235116206', '红梁村村民委员会', 'VILLAGE', '500235116');
INSERT INTO region VALUES ('500235116216', '幸福村村民委员会', 'VILLAGE', '500235116');
INSERT INTO region VALUES ('500235116217', '水竹村村民委员会', 'VILLAGE', '500235116');
INSERT INTO region VALUES ('500235116218', '云山村村民委员会', 'VILLAGE', '500235116');
INSERT INTO region VALUES ('500235116219', '云峰村村民委员会', 'VILLAGE', '500235116');
INSERT INTO region VALUES ('500235118001', '将军梁社区居民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118201', '土岩村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118202', '龙胜村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118203', '大梁村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118205', '白岭村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118207', '惠龙村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118208', '红河村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118209', '天岭村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118215', '白银村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118216', '柴林村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118217', '渠富村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235118218', '促进村村民委员会', 'VILLAGE', '500235118');
INSERT INTO region VALUES ('500235121001', '黄石社区居民委员会', 'VILLAGE', '500235121');
INSERT INTO region VALUES ('500235121002', '平安寨社区居民委员会', 'VILLAGE', '500235121');
INSERT INTO region VALUES ('500235121003', '中湾社区居民委员会', 'VILLAGE', '500235121');
INSERT INTO region VALUES ('500235121204', '杨柳村村民委员会', 'VILLAGE', '500235121');
INSERT INTO region VALUES ('500235121205', '老屋村村民委员会', 'VILLAGE', '500235121');
INSERT INTO region VALUES ('500235121211', '铁炉村村民委员会', 'VILLAGE', '500235121');
INSERT INTO region VALUES ('500235121212', '迎新村村民委员会', 'VILLAGE', '500235121');
INSERT INTO region VALUES ('500235122001', '巴阳社区居民委员会', 'VILLAGE', '500235122');
INSERT INTO region VALUES ('500235122205', '官塘村村民委员会', 'VILLAGE', '500235122');
INSERT INTO region VALUES ('500235122215', '双峰村村民委员会', 'VILLAGE', '500235122');
INSERT INTO region VALUES ('500235122216', '巴阳村村民委员会', 'VILLAGE', '500235122');
INSERT INTO region VALUES ('500235122218', '望丰村村民委员会', 'VILLAGE', '500235122');
INSERT INTO region VALUES ('500235122219', '永利村村民委员会', 'VILLAGE', '500235122');
INSERT INTO region VALUES ('500235122220', '天山村村民委员会', 'VILLAGE', '500235122');
INSERT INTO region VALUES ('500235122221', '阳坪村村民委员会', 'VILLAGE', '500235122');
INSERT INTO region VALUES ('500235123002', '汤溪源社区居民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235123202', '新楼村村民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235123205', '龙池村村民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235123206', '兴家村村民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235123210', '新桥村村民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235123213', '秀家村村民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235123216', '富柿村村民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235123217', '上坪村村民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235123218', '复垭村村民委员会', 'VILLAGE', '500235123');
INSERT INTO region VALUES ('500235124001', '鱼泉社区居民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124201', '马槽村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124202', '燕子村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124206', '龙湾村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124207', '白果村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124208', '花楼村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124209', '建坪村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124210', '鹿鸣村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124211', '望鹿村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124212', '茨菇村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124213', '八一村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124216', '木瓜村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235124217', '三星村村民委员会', 'VILLAGE', '500235124');
INSERT INTO region VALUES ('500235125001', '凤凰岭社区居民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125003', '院庄社区居民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125005', '凤桥社区居民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125006', '里市社区居民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125201', '黄龙村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125202', '马岭村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125203', '阳凤村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125204', '清江村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125205', '农建村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125206', '马轩村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125208', '平顶村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125209', '民主村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125210', '福禄村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125211', '玉带村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125212', '锦屏村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125213', '桂泉村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125215', '太地村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125216', '黎明村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125218', '长城村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125220', '上游村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125221', '双桂村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125222', '五同村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125223', '陈园村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235125224', '梧桐村村民委员会', 'VILLAGE', '500235125');
INSERT INTO region VALUES ('500235127002', '朝阳社区居民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127003', '水磨社区居民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127203', '桂坪村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127204', '地坪村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127205', '富强村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127216', '江南村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127217', '凤凰村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127222', '永高村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127224', '红电村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127225', '枣树村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127226', '梅滩村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127227', '大石村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127228', '双坝村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235127229', '荷花村村民委员会', 'VILLAGE', '500235127');
INSERT INTO region VALUES ('500235128001', '水市社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128002', '南溪社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128003', '长洪社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128004', '新阳社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128005', '卫星社区居民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128202', '花果村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128203', '金银村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128204', '水市村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128205', '天河村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128206', '火脉村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128208', '青云村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128209', '方家村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128210', '桂溪村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128211', '青印村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128212', '吉仙村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128213', '盐渠村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128214', '红岩村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128215', '拱桥村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128216', '大吉村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128217', '西林村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128218', '福桥村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128219', '蒲山村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128220', '西云村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128221', '新阳村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128238', '塔棚村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128239', '南木村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128240', '黄高村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128241', '盐东村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128244', '富家村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128245', '石渠村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128246', '青山村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128247', '猫儿梁村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128248', '宏实村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235128249', '平安村村民委员会', 'VILLAGE', '500235128');
INSERT INTO region VALUES ('500235129002', '双土社区居民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129201', '长保村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129205', '保证村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129213', '枫树村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129216', '土垣村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129217', '坪东村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129218', '营鹤村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129219', '五台村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129220', '古佛村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129221', '无量村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235129222', '吉星村村民委员会', 'VILLAGE', '500235129');
INSERT INTO region VALUES ('500235130002', '桑坪社区居民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130003', '塘塆社区居民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130220', '大树村村民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130221', '木南村村民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130222', '泰合村村民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130223', '长坪村村民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130224', '兴梨村村民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130225', '咸池村村民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130226', '团坝村村民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235130227', '百柳村村民委员会', 'VILLAGE', '500235130');
INSERT INTO region VALUES ('500235131005', '胜元社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131007', '滨河社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131008', '和平社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131009', '向家坪社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131010', '帆水社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131011', '千丘社区居民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131201', '五星村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131202', '九龙村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131203', '泥湾村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131204', '金子村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131205', '新里村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131207', '团滩村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131208', '三湾村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131209', '新华村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131210', '双龙村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131211', '沙溪村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131213', '火地村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131215', '皂坪村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131216', '小水村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131217', '田垭村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131218', '上元村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131219', '四季村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131222', '蓼叶村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131223', '沈家村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131224', '慈竹村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131225', '黄土村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131226', '旺盛村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131231', '大面村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131235', '六坪村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131236', '西牛村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131238', '龙王村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131239', '佛桂村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131240', '东方村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131242', '双义村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131243', '马乐村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235131244', '柏坪村村民委员会', 'VILLAGE', '500235131');
INSERT INTO region VALUES ('500235132001', '荣华街社区居民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132002', '高新街社区居民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132204', '梨树村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132205', '小安村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132206', '乐公村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132207', '鹿头村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132208', '青树村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132214', '团结村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132218', '皇城村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132219', '光明村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132220', '桂林村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132221', '白元村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132222', '明冲村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132223', '团堡村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132224', '建全村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132225', '金惠村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235132226', '海坝村村民委员会', 'VILLAGE', '500235132');
INSERT INTO region VALUES ('500235133001', '平安社区居民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133004', '白龙社区居民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133005', '龙塘社区居民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133201', '红关村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133202', '忠诚村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133203', '双平村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133204', '前面村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133206', '牛门村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133207', '民安村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133212', '黄木村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133214', '七一村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133215', '双花村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133216', '五湖村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133217', '山花村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133218', '同德村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133222', '联高村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133223', '太合村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235133224', '向阳村村民委员会', 'VILLAGE', '500235133');
INSERT INTO region VALUES ('500235135004', '硐村社区居民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135201', '云硐村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135202', '三坪村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135203', '古寺村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135204', '梅树村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135205', '水库村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135206', '蔬菜村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135207', '宝塔村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135208', '光华村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135209', '民强村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235135210', '桐盛村村民委员会', 'VILLAGE', '500235135');
INSERT INTO region VALUES ('500235136001', '杉树林社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136002', '大院坝社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136003', '箭楼社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136004', '演易台社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136005', '白水社区居民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136201', '毛坝村村民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136202', '铜鼓村村民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136203', '三湾村村民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136204', '大华村村民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136205', '新建村村民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235136206', '翠田村村民委员会', 'VILLAGE', '500235136');
INSERT INTO region VALUES ('500235137001', '小丫口社区居民委员会', 'VILLAGE', '500235137');
INSERT INTO region VALUES ('500235137201', '栖霞村村民委员会', 'VILLAGE', '500235137');
INSERT INTO region VALUES ('500235137202', '吉平村村民委员会', 'VILLAGE', '500235137');
INSERT INTO region VALUES ('500235137203', '古城村村民委员会', 'VILLAGE', '500235137');
INSERT INTO region VALUES ('500235137204', '红龙村村民委员会', 'VILLAGE', '500235137');
INSERT INTO region VALUES ('500235137205', '小山村村民委员会', 'VILLAGE', '500235137');
INSERT INTO region VALUES ('500235137206', '福星村村民委员会', 'VILLAGE', '500235137');
INSERT INTO region VALUES ('500235138001', '双河社区居民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235138002', '文龙社区居民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235138201', '永丰村村民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235138202', '玉龙村村民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235138203', '沿溪村村民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235138204', '长兴村村民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235138205', '六合村村民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235138206', '三堂村村民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235138207', '竹坪村村民委员会', 'VILLAGE', '500235138');
INSERT INTO region VALUES ('500235139001', '泥溪社区居民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139002', '桐林社区居民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139201', '鱼鳞村村民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139202', '协合村村民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139203', '石蛋村村民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139204', '长柏村村民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139205', '联坪村村民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139206', '枞林村村民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139207', '胜利村村民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235139208', '石缸村村民委员会', 'VILLAGE', '500235139');
INSERT INTO region VALUES ('500235140001', '蔈草社区居民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140002', '长岭社区居民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140201', '石笋村村民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140202', '双竹村村民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140203', '双丰村村民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140204', '生田村村民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140205', '西阳村村民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140206', '歧柳村村民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140207', '兴坪村村民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235140208', '丰乐村村民委员会', 'VILLAGE', '500235140');
INSERT INTO region VALUES ('500235141001', '养鹿社区居民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235141201', '桐林村村民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235141202', '同发村村民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235141203', '大同村村民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235141204', '宝寨村村民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235141205', '青杠村村民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235141206', '小寨村村民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235141207', '中山村村民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235141208', '新禾村村民委员会', 'VILLAGE', '500235141');
INSERT INTO region VALUES ('500235142001', '夜合社区居民委员会', 'VILLAGE', '500235142');
INSERT INTO region VALUES ('500235142201', '水口村村民委员会', 'VILLAGE', '500235142');
INSERT INTO region VALUES ('500235142202', '老林村村民委员会', 'VILLAGE', '500235142');
INSERT INTO region VALUES ('500235142203', '枣子村村民委员会', 'VILLAGE', '500235142');
INSERT INTO region VALUES ('500235142204', '佛安村村民委员会', 'VILLAGE', '500235142');
INSERT INTO region VALUES ('500235143001', '百福社区居民委员会', 'VILLAGE', '500235143');
INSERT INTO region VALUES ('500235143201', '堰坪村村民委员会', 'VILLAGE', '500235143');
INSERT INTO region VALUES ('500235143202', '曲溪村村民委员会', 'VILLAGE', '500235143');
INSERT INTO region VALUES ('500235143203', '高银村村民委员会', 'VILLAGE', '500235143');
INSERT INTO region VALUES ('500235143204', '高新村村民委员会', 'VILLAGE', '500235143');
INSERT INTO region VALUES ('500235143205', '中升村村民委员会', 'VILLAGE', '500235143');
INSERT INTO region VALUES ('500235144001', '大麦沱社区居民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235144201', '桂花村村民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235144202', '朝阳村村民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235144203', '坝上村村民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235144204', '龙升村村民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235144205', '金道村村民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235144206', '云奉村村民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235144207', '高建村村民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235144208', '龙槽村村民委员会', 'VILLAGE', '500235144');
INSERT INTO region VALUES ('500235145001', '后叶社区居民委员会', 'VILLAGE', '500235145');
INSERT INTO region VALUES ('500235145002', '后河社区居民委员会', 'VILLAGE', '500235145');
INSERT INTO region VALUES ('500235145201', '杉湾村村民委员会', 'VILLAGE', '500235145');
INSERT INTO region VALUES ('500235145202', '吉庆村村民委员会', 'VILLAGE', '500235145');
INSERT INTO region VALUES ('500235145203', '平进村村民委员会', 'VILLAGE', '500235145');
INSERT INTO region VALUES ('500235145204', '凤鸣村村民委员会', 'VILLAGE', '500235145');
INSERT INTO region VALUES ('500235145205', '良民村村民委员会', 'VILLAGE', '500235145');
INSERT INTO region VALUES ('500235145206', '清顺村村民委员会', 'VILLAGE', '500235145');
INSERT INTO region VALUES ('500235146001', '大兴社区居民委员会', 'VILLAGE', '500235146');
INSERT INTO region VALUES ('500235146201', '柏木村村民委员会', 'VILLAGE', '500235146');
INSERT INTO region VALUES ('500235146202', '鸣凤村村民委员会', 'VILLAGE', '500235146');
INSERT INTO region VALUES ('500235146203', '协力村村民委员会', 'VILLAGE', '500235146');
INSERT INTO region VALUES ('500235147001', '庆霞社区居民委员会', 'VILLAGE', '500235147');
INSERT INTO region VALUES ('500235147201', '黄陵村村民委员会', 'VILLAGE', '500235147');
INSERT INTO region VALUES ('500235147202', '鸡鸣村村民委员会', 'VILLAGE', '500235147');
INSERT INTO region VALUES ('500235147203', '民富村村民委员会', 'VILLAGE', '500235147');
INSERT INTO region VALUES ('500235147204', '紫藤村村民委员会', 'VILLAGE', '500235147');
INSERT INTO region VALUES ('500235147205', '大树村村民委员会', 'VILLAGE', '500235147');
INSERT INTO region VALUES ('500235147206', '大阳村村民委员会', 'VILLAGE', '500235147');
INSERT INTO region VALUES ('500235208001', '金竹沟社区居民委员会', 'VILLAGE', '500235208');
INSERT INTO region VALUES ('500235208214', '外郎村村民委员会', 'VILLAGE', '500235208');
INSERT INTO region VALUES ('500235208215', '大花村村民委员会', 'VILLAGE', '500235208');
INSERT INTO region VALUES ('500235208216', '五龙村村民委员会', 'VILLAGE', '500235208');
INSERT INTO region VALUES ('500235208217', '五峰村村民委员会', 'VILLAGE', '500235208');
INSERT INTO region VALUES ('500235215001', '和平社区居民委员会', 'VILLAGE', '500235215');
INSERT INTO region VALUES ('500235215201', '太胜村村民委员会', 'VILLAGE', '500235215');
INSERT INTO region VALUES ('500235215202', '作坊村村民委员会', 'VILLAGE', '500235215');
INSERT INTO region VALUES ('500235215207', '永河村村民委员会', 'VILLAGE', '500235215');
INSERT INTO region VALUES ('500235215209', '紫荆村村民委员会', 'VILLAGE', '500235215');
INSERT INTO region VALUES ('500235215210', '五间村村民委员会', 'VILLAGE', '500235215');
INSERT INTO region VALUES ('500235215212', '新津村村民委员会', 'VILLAGE', '500235215');
INSERT INTO region VALUES ('500235215213', '石松村村民委员会', 'VILLAGE', '500235215');
INSERT INTO region VALUES ('500235216001', '马安社区居民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216205', '丰河村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216206', '郎家村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216210', '老君村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216211', '回龙村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216212', '三台村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216215', '回营村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216216', '共和村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216217', '姚坪村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216219', '佛手村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235216220', '双门村村民委员会', 'VILLAGE', '500235216');
INSERT INTO region VALUES ('500235218001', '洞鹿社区居民委员会', 'VILLAGE', '500235218');
INSERT INTO region VALUES ('500235218201', '青康村村民委员会', 'VILLAGE', '500235218');
INSERT INTO region VALUES ('500235218208', '双河村村民委员会', 'VILLAGE', '500235218');
INSERT INTO region VALUES ('500235218209', '三元村村民委员会', 'VILLAGE', '500235218');
INSERT INTO region VALUES ('500235218211', '三池村村民委员会', 'VILLAGE', '500235218');
INSERT INTO region VALUES ('500235219001', '石门社区居民委员会', 'VILLAGE', '500235219');
INSERT INTO region VALUES ('500235219201', '广益村村民委员会', 'VILLAGE', '500235219');
INSERT INTO region VALUES ('500235219207', '兴柳村村民委员会', 'VILLAGE', '500235219');
INSERT INTO region VALUES ('500235219208', '清溪村村民委员会', 'VILLAGE', '500235219');
INSERT INTO region VALUES ('500235239001', '石梁社区居民委员会', 'VILLAGE', '500235239');
INSERT INTO region VALUES ('500235239208', '生基村村民委员会', 'VILLAGE', '500235239');
INSERT INTO region VALUES ('500235239209', '治安村村民委员会', 'VILLAGE', '500235239');
INSERT INTO region VALUES ('500235239212', '药场村村民委员会', 'VILLAGE', '500235239');
INSERT INTO region VALUES ('500235239214', '东阳村村民委员会', 'VILLAGE', '500235239');
INSERT INTO region VALUES ('500235239215', '龙凤村村民委员会', 'VILLAGE', '500235239');
INSERT INTO region VALUES ('500235242201', '磁溪村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242202', '大堰村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242203', '龙洞村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242206', '清水村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242207', '宝台村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242208', '火埠村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242209', '竹台村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242210', '钢厂村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242214', '盐坝村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242217', '桐麻村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242218', '歧山村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242219', '庙塆村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242220', '建兴村村民委员会', 'VILLAGE', '500235242');
INSERT INTO region VALUES ('500235242221', '七里村村民委员会', 'VILLAGE', '500235242');
INSERT INTO variety VALUES ('fengshui-pear', '丰水梨', 'Hosui pear', 7, 9);
INSERT INTO variety VALUES ('sanhong-pomelo', '三红蜜柚', 'Sanhong pomelo', 9, 11);
INSERT INTO variety VALUES ('yunan-navel-orange', '云安脐橙', 'Yun''an navel orange', 11, 3);
INSERT INTO variety VALUES ('yellow-peach', '黄桃', 'Yellow peach', 6, 8);
INSERT INTO grower VALUES (X'01A2164CCE457479B8823D0EF3ED1BB6', '云安果业', NULL, 'COMPANY', '500235136001', '13800001234', 1764561600000000, 'b5356845f0b1f618e7df14aec1c731f22f98c485cb41cacaf31cccd86941c101');
INSERT INTO plot VALUES (X'01A2164CCED97117A1845B16E7DD611F', X'01A2164CCE457479B8823D0EF3ED1BB6', '500235136001', 'fengshui-pear', 1250, 2015, NULL, NULL, 1764561600000000);
INSERT INTO processing_plant VALUES ('pickles', X'01A2164CAF9D7671A1690F2F2ECC567E', '云安泡菜厂', '500235136001', '2020-05-01', NULL, '2025-11-01', '02355551234');
INSERT INTO processing_project VALUES ('line', X'01A2164CC9F576A59F8E87305129F138', '泡菜生产线', '500235136', NULL, '2025-03-01', NULL);
INSERT INTO product VALUES ('paocai', 'pickles', '洗澡泡菜', 0, 1, NULL, NULL);
INSERT INTO product_step VALUES (X'01A2164CDB6D756485F45567001B4D95', 'paocai', 1, '腌制', 7);
INSERT INTO site VALUES ('gate', '梨园大门', '500235136001', 1);
INSERT INTO site VALUES ('pavilion', '观花亭', '500235136001', 1);
INSERT INTO festival VALUES (X'01A2164CCA3A77A5B254B12E2047567D', '500235136', 17, '云安梨花节', '2025-03-20', '2025-04-02');
INSERT INTO festival_days VALUES (X'01A2164CCA4075B0A38F7A14BD4DF3CA', X'01A2164CCA3A77A5B254B12E2047567D', '2025-03-20', '2025-04-02', 1764561600000000);
INSERT INTO catering_establishment VALUES ('kitchen', '梨花农家乐', '500235136001');
INSERT INTO honour VALUES ('soup', X'01A2164CC99872CC9B9DAE72B7FE51EB', 'LANDMARK_DISH', '羊肉汤', '500235136', '2025-06-01', NULL);
INSERT INTO undertaking_days VALUES (X'01A2164CAFA970F6B693AF34247B6FEC', 'PROCESSING_PLANT', X'01A2164CAF9D7671A1690F2F2ECC567E', '2020-05-01', NULL, 1764561600000000);
INSERT INTO undertaking_days VALUES (X'01A2164CC9A1762A9C0F0B373322C296', 'HONOUR', X'01A2164CC99872CC9B9DAE72B7FE51EB', '2025-06-01', NULL, 1764561600000000);
INSERT INTO undertaking_days VALUES (X'01A2164CC9F6725894A3F151E1A0FB66', 'PROCESSING_PROJECT', X'01A2164CC9F576A59F8E87305129F138', '2025-03-01', NULL, 1764561600000000);
INSERT INTO account VALUES (X'01A2164C9D19717D80AEF9A93EC1EF09', 'admin-0', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A2164CB0D2737589C8F9FAC635F078', 'admin-1', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A2164CBA9670FE86CE29D8A0F9D25C', 'town-clerk', '$argon2id$v=19$m=19456,t=2,p=1$qzQkA576wWQoNVce1Gt91g$b+sUGkkV/cXcu6nVVCU7sUnKnCQE6LDEyBiuLNmMEzk', 'CLERK', '500235136', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A2164CBDC677069ED76387234DEDF6', 'village-clerk', '$argon2id$v=19$m=19456,t=2,p=1$WzdRCSXSoZYif73Fd5B6gQ$PJ/LBSJ0UDm9XFv4ySbdAb749ut1a1SRlVSWR9bk47Q', 'CLERK', '500235136001', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A2164CC1FC7486942A0354050E738C', 'town-official', '$argon2id$v=19$m=19456,t=2,p=1$8hLOL36XwhVttBygMg4JdQ$+K9zkhyX5+HmxcXQ8glYKoUDNVn9q/kdx/lT64qaIk0', 'OFFICIAL', '500235136', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A2164CC53B769B8049594B3976A7A6', 'operator', '$argon2id$v=19$m=19456,t=2,p=1$HKQvceafKcPV67+7IblYhg$38qCjP8fvb8nEjX/n9yNFgU/GBNjT2yAH4m62GziRMg', 'PLANT_OPERATOR', '500235136001', 'pickles', NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A2164CC57D70B4AADD6F0BE76AD31B', 'admin-2', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A2164CCE637497814B351D0A2CD15D', 'grower-3', 'none', 'GROWER', '500235136001', NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A2164CD27177CFA6292599F51A0124', 'admin-4', 'none', 'ADMIN', NULL, NULL, NULL, 1795492800000000, 1795492800000000, NULL, NULL);
INSERT INTO session VALUES (X'01A2164C9D28773EB63B042596D56A21', '481cdbfe9231ea027e8e47ac16fff4ad4d15dfb8047665de77586231f3c2d458', X'01A2164C9D19717D80AEF9A93EC1EF09', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO session VALUES (X'01A2164CB0D2737589C8F9FBA3C9779D', 'd71df3f77d92e060389ee0b68887b5e7628760091a01ecb38edbc76e88a23249', X'01A2164CB0D2737589C8F9FAC635F078', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO session VALUES (X'01A2164CC57E75768D3E55F62F54F82D', '7a1aa4683b8b33fb8fd1fc2c676ea18c2e40d1ae0b63de0001d7d7c3c72e8fc5', X'01A2164CC57D70B4AADD6F0BE76AD31B', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO session VALUES (X'01A2164CCE6976A7961805CA52D4E6E1', '64be5a4788ec53190299b807eebd3b6afdfc9179030e0cf96384c3f8b44881c6', X'01A2164CCE637497814B351D0A2CD15D', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO session VALUES (X'01A2164CD272778C8A24BFD2E7494FCB', 'e1c4104564517a9d94af338ee8be226233322a726361e51e2e351594cac6ca76', X'01A2164CD27177CFA6292599F51A0124', 1795492800000000, 2795492800000000, 2795492800000000);
INSERT INTO session VALUES (X'01A2164CD3CD7542B909581C7D8926F2', '58da255d408ed6bd8f15be4de6fd7a2665b73600259e0836a24371b04cedf22b', X'01A2164CBA9670FE86CE29D8A0F9D25C', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO session VALUES (X'01A2164CD4CD74B3BB1A7A4472E872A0', '98198b4ec3e2dd2e36f84c7bdf506239b3ab9dee8c65fb872f7ccd739b1372d5', X'01A2164CBDC677069ED76387234DEDF6', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO session VALUES (X'01A2164CD5DA70C999F9A092B47D60B2', 'f0783c0a9dc12c15c08ebf2e6d9476ebbaa20d5153a5e904eaaa66ba93c9c89d', X'01A2164CC1FC7486942A0354050E738C', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO session VALUES (X'01A2164CD7FC7170855CE3BDFDFBC38E', '7e6fcb24b5791fdadccae1b908e858ee975b35e40cbbfc545978b08a5135a10b', X'01A2164CC53B769B8049594B3976A7A6', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO session VALUES (X'01A2164CE67C7617B2504E83DEE6701D', '008d0d7a2eddce3b857506c7923169f737061f99cb457aeb95521562bdf25398', X'01A2164CC1FC7486942A0354050E738C', 1795492800000002, 1798084800000002, 1795492800000002);
INSERT INTO idempotency VALUES ('01a2164c-ba96-70fe-86ce-29d8a0f9d25c', 'recordSale', 'autumn', '1:970c64ce2613fd070eab27a82ba2e6d14dd03dd229e6e53c90891c12306d19b4', '01a2164c-d052-7189-9d0d-1c906bb323a8', 1764561600000000);
INSERT INTO idempotency VALUES ('01a2164c-ba96-70fe-86ce-29d8a0f9d25c', 'recordSale', 'mistaken', '1:37977000146c5187a0d42eabbbe42bd5ccf94b4db313753b0fbb36ef0f607319', '01a2164c-d0b1-7190-b85b-3f10ef82a719', 1764561600000000);
INSERT INTO idempotency VALUES ('01a2164c-c53b-769b-8049-594b3976a7a6', 'recordProductionBatch', 'jar', '1:f6e05dd2513fd0c94baf3848561b8d5b146293ab1eb85637981ec2067ce62541', '01a2164c-da31-754c-b5a9-a855e6d394af', 1795492800000000);
INSERT INTO idempotency VALUES ('01a2164c-ba96-70fe-86ce-29d8a0f9d25c', 'placePreorder', 'claim', '1:5fdf16ebd3edb65f78017c7e065e9628695b03617eb1f7ac892f15d16e833e2e', '01a2164c-dcee-75cd-bd35-26efd026b247', 1795492800000000);
INSERT INTO installation VALUES (1, 0, 2);
INSERT INTO audit_entry VALUES (X'01A2164CAD9A70A280F21050E5D7D17C', 1764561600000000, X'01A2164C9D19717D80AEF9A93EC1EF09', '192.0.2.7', '01a2164c-9d43-754d-bc50-b9e0bfc32bfd', 'addSite', 'site', 'gate', '500235136001', '{"records":[{"kind":"site","id":"gate","fields":{"code":[null,"gate"],"counts_towards_total":[null,true],"name":[null,"梨园大门"],"region_code":[null,"500235136001"]}},{"kind":"site_counting","id":"01a2164c-ad99-7300-a771-2fe87e9ba24c","fields":{"counts_towards_total":[null,true],"id":[null,"01a2164c-ad99-7300-a771-2fe87e9ba24c"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-9d19-717d-80ae-f9a93ec1ef09"],"site_code":[null,"gate"],"starts_on":[null,"1949-01-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CAE557651A84D754670BB6859', 1764561600000000, X'01A2164C9D19717D80AEF9A93EC1EF09', '192.0.2.7', '01a2164c-adc9-7782-9894-b7a5573ada9b', 'addSite', 'site', 'pavilion', '500235136001', '{"records":[{"kind":"site","id":"pavilion","fields":{"code":[null,"pavilion"],"counts_towards_total":[null,false],"name":[null,"观花亭"],"region_code":[null,"500235136001"]}},{"kind":"site_counting","id":"01a2164c-ae41-77a7-ae1d-c41ec62502ca","fields":{"counts_towards_total":[null,false],"id":[null,"01a2164c-ae41-77a7-ae1d-c41ec62502ca"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-9d19-717d-80ae-f9a93ec1ef09"],"site_code":[null,"pavilion"],"starts_on":[null,"1949-01-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CAF0675C283671F96A0A01DDB', 1764561600000000, X'01A2164C9D19717D80AEF9A93EC1EF09', '192.0.2.7', '01a2164c-ae76-72e7-8fd9-3518eeb60373', 'addCateringEstablishment', 'catering_establishment', 'kitchen', '500235136001', '{"records":[{"kind":"catering_establishment","id":"kitchen","fields":{"code":[null,"kitchen"],"name":[null,"梨花农家乐"],"region_code":[null,"500235136001"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CAFF176AEBC21ECE19857BC97', 1764561600000000, X'01A2164C9D19717D80AEF9A93EC1EF09', '192.0.2.7', '01a2164c-af2e-774b-94b6-cbc9cb128a5d', 'addProcessingPlant', 'processing_plant', 'pickles', '500235136001', '{"records":[{"kind":"processing_plant","id":"pickles","fields":{"code":[null,"pickles"],"id":[null,"01a2164c-af9d-7671-a169-0f2f2ecc567e"],"name":[null,"云安泡菜厂"],"opened_on":[null,"2020-05-01"],"region_code":[null,"500235136001"]}},{"kind":"undertaking_days","id":"01a2164c-afa9-70f6-b693-af34247b6fec","fields":{"id":[null,"01a2164c-afa9-70f6-b693-af34247b6fec"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a2164c-af9d-7671-a169-0f2f2ecc567e"],"source_kind":[null,"PROCESSING_PLANT"],"starts_on":[null,"2020-05-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CB0977052824240D9BEF57263', 1764561600000000, X'01A2164C9D19717D80AEF9A93EC1EF09', '192.0.2.7', '01a2164c-b018-73aa-8eb4-5a74b7f9c964', 'addProduct', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product","id":"paocai","fields":{"code":[null,"paocai"],"is_fresh_produce":[null,false],"name":[null,"洗澡泡菜"],"needs_ingredients":[null,true],"plant_code":[null,"pickles"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CBA99773F80BE936F6B028704', 1764561600000000, X'01A2164CB0D2737589C8F9FAC635F078', '192.0.2.7', '01a2164c-b0e4-7488-ad67-449e3f5ceff4', 'createAccount', 'account', '01a2164c-ba96-70fe-86ce-29d8a0f9d25c', '500235136', '{"records":[{"kind":"account","id":"01a2164c-ba96-70fe-86ce-29d8a0f9d25c","fields":{"created_at":[null,1764561600000000],"id":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136"],"role":[null,"CLERK"],"username":[null,"town-clerk"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CBDD170699F2C6DD6D663792F', 1764561600000000, X'01A2164CB0D2737589C8F9FAC635F078', '192.0.2.7', '01a2164c-baee-746d-ac46-861183d61aca', 'createAccount', 'account', '01a2164c-bdc6-7706-9ed7-6387234dedf6', '500235136001', '{"records":[{"kind":"account","id":"01a2164c-bdc6-7706-9ed7-6387234dedf6","fields":{"created_at":[null,1764561600000000],"id":[null,"01a2164c-bdc6-7706-9ed7-6387234dedf6"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136001"],"role":[null,"CLERK"],"username":[null,"village-clerk"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CC20573FC8499496D79C3E727', 1764561600000000, X'01A2164CB0D2737589C8F9FAC635F078', '192.0.2.7', '01a2164c-be90-77cc-9130-6e257728b062', 'createAccount', 'account', '01a2164c-c1fc-7486-942a-0354050e738c', '500235136', '{"records":[{"kind":"account","id":"01a2164c-c1fc-7486-942a-0354050e738c","fields":{"created_at":[null,1764561600000000],"id":[null,"01a2164c-c1fc-7486-942a-0354050e738c"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136"],"role":[null,"OFFICIAL"],"username":[null,"town-official"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CC54573DD903117401F840BCB', 1764561600000000, X'01A2164CB0D2737589C8F9FAC635F078', '192.0.2.7', '01a2164c-c253-7744-80bb-9529c26be1b0', 'createAccount', 'account', '01a2164c-c53b-769b-8049-594b3976a7a6', '500235136001', '{"records":[{"kind":"account","id":"01a2164c-c53b-769b-8049-594b3976a7a6","fields":{"created_at":[null,1764561600000000],"id":[null,"01a2164c-c53b-769b-8049-594b3976a7a6"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"plant_code":[null,"pickles"],"region_code":[null,"500235136001"],"role":[null,"PLANT_OPERATOR"],"username":[null,"operator"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CC76073BC8B68B78406D09932', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-c596-733f-82d7-f116d82cbe89', 'signIn', 'session', '01a2164c-c759-7595-b3b2-8693ca0f2675', '500235136', '{"records":[{"kind":"session","id":"01a2164c-c759-7595-b3b2-8693ca0f2675","fields":{"account_id":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a2164c-c759-7595-b3b2-8693ca0f2675"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CC84575219D2A98A90A8F3E33', 1764561600000000, X'01A2164CBDC677069ED76387234DEDF6', '192.0.2.7', '01a2164c-c76e-73a5-845d-e7c940442966', 'signIn', 'session', '01a2164c-c83b-711a-9d84-3db4a18ab8e9', '500235136001', '{"records":[{"kind":"session","id":"01a2164c-c83b-711a-9d84-3db4a18ab8e9","fields":{"account_id":[null,"01a2164c-bdc6-7706-9ed7-6387234dedf6"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a2164c-c83b-711a-9d84-3db4a18ab8e9"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CC8E070FDB0CD693CB5E0C2EF', 1764561600000000, X'01A2164CC1FC7486942A0354050E738C', '192.0.2.7', '01a2164c-c852-7230-b1f9-9e26b7f1325f', 'signIn', 'session', '01a2164c-c8e0-70fd-b0cd-693b9c1b462a', '500235136', '{"records":[{"kind":"session","id":"01a2164c-c8e0-70fd-b0cd-693b9c1b462a","fields":{"account_id":[null,"01a2164c-c1fc-7486-942a-0354050e738c"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a2164c-c8e0-70fd-b0cd-693b9c1b462a"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CC96575D688D4F2AF1A801B81', 1764561600000000, X'01A2164CC53B769B8049594B3976A7A6', '192.0.2.7', '01a2164c-c8e3-71f5-b748-125d2b36e8a6', 'signIn', 'session', '01a2164c-c95d-7225-9704-8c443cedf0c3', '500235136001', '{"records":[{"kind":"session","id":"01a2164c-c95d-7225-9704-8c443cedf0c3","fields":{"account_id":[null,"01a2164c-c53b-769b-8049-594b3976a7a6"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a2164c-c95d-7225-9704-8c443cedf0c3"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CC9AD7002814B0A3C12BAAF9A', 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B', '192.0.2.7', '01a2164c-c976-7079-bc48-eb0b8d1bea5e', 'addHonour', 'honour', 'soup', '500235136', '{"records":[{"kind":"honour","id":"soup","fields":{"awarded_on":[null,"2025-06-01"],"code":[null,"soup"],"id":[null,"01a2164c-c998-72cc-9b9d-ae72b7fe51eb"],"kind":[null,"LANDMARK_DISH"],"name":[null,"羊肉汤"],"region_code":[null,"500235136"]}},{"kind":"undertaking_days","id":"01a2164c-c9a1-762a-9c0f-0b373322c296","fields":{"id":[null,"01a2164c-c9a1-762a-9c0f-0b373322c296"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a2164c-c998-72cc-9b9d-ae72b7fe51eb"],"source_kind":[null,"HONOUR"],"starts_on":[null,"2025-06-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCA017582AB265A2A5571DBD5', 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B', '192.0.2.7', '01a2164c-c9be-7738-9186-2b7d8efb7e8a', 'addProcessingProject', 'processing_project', 'line', '500235136', '{"records":[{"kind":"processing_project","id":"line","fields":{"began_on":[null,"2025-03-01"],"code":[null,"line"],"id":[null,"01a2164c-c9f5-76a5-9f8e-87305129f138"],"name":[null,"泡菜生产线"],"region_code":[null,"500235136"]}},{"kind":"undertaking_days","id":"01a2164c-c9f6-7258-94a3-f151e1a0fb66","fields":{"id":[null,"01a2164c-c9f6-7258-94a3-f151e1a0fb66"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a2164c-c9f5-76a5-9f8e-87305129f138"],"source_kind":[null,"PROCESSING_PROJECT"],"starts_on":[null,"2025-03-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCA8D7235A50B3E4F266B716C', 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B', '192.0.2.7', '01a2164c-ca0b-7766-8aef-b36c7a3503c3', 'addFestival', 'festival', '01a2164c-ca3a-77a5-b254-b12e2047567d', '500235136', '{"records":[{"kind":"festival","id":"01a2164c-ca3a-77a5-b254-b12e2047567d","fields":{"edition":[null,17],"ends_on":[null,"2025-04-02"],"id":[null,"01a2164c-ca3a-77a5-b254-b12e2047567d"],"name":[null,"云安梨花节"],"region_code":[null,"500235136"],"starts_on":[null,"2025-03-20"]}},{"kind":"festival_days","id":"01a2164c-ca40-75b0-a38f-7a14bd4df3ca","fields":{"ends_on":[null,"2025-04-02"],"festival_id":[null,"01a2164c-ca3a-77a5-b254-b12e2047567d"],"id":[null,"01a2164c-ca40-75b0-a38f-7a14bd4df3ca"],"recorded_at":[null,1764561600000000],"starts_on":[null,"2025-03-20"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCCC973B89E6EC185B7120A69', 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B', '192.0.2.7', '01a2164c-cac2-7670-846e-b066be48e112', 'setCateringBaseline', 'catering_baseline', '01a2164c-ccc8-7566-b316-59abbe8e4077', '500235136', '{"records":[{"kind":"catering_baseline","id":"01a2164c-ccc8-7566-b316-59abbe8e4077","fields":{"baseline_year":[null,2024],"id":[null,"01a2164c-ccc8-7566-b316-59abbe8e4077"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-c57d-70b4-aadd-6f0be76ad31b"],"region_code":[null,"500235136"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCD4D7581AD8A8AD190E86A8E', 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B', '192.0.2.7', '01a2164c-ccf2-747c-b495-9bf49609c6fa', 'updateSite', 'site', 'pavilion', '500235136001', '{"records":[{"kind":"site_counting","id":"01a2164c-cd3b-7258-9ceb-cadc4997db6b","fields":{"counts_towards_total":[null,true],"id":[null,"01a2164c-cd3b-7258-9ceb-cadc4997db6b"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-c57d-70b4-aadd-6f0be76ad31b"],"site_code":[null,"pavilion"],"starts_on":[null,"2025-11-01"]}},{"kind":"site","id":"pavilion","fields":{"counts_towards_total":[false,true]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCDB27681AF1ABE4D56665054', 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B', '192.0.2.7', '01a2164c-cd69-714b-8c78-f4c5e324c060', 'updateProcessingPlant', 'processing_plant', 'pickles', '500235136001', '{"records":[{"kind":"processing_plant","id":"pickles","fields":{"phone":[null,"***"],"stock_from":[null,"2025-11-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCE01706A8EA4DD6B466390F7', 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B', '192.0.2.7', '01a2164c-cdd2-7785-be0f-2a58d7fdaf62', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a2164c-cdfe-7572-985f-f38fa3d8bc7f","fields":{"days":[null,7],"id":[null,"01a2164c-cdfe-7572-985f-f38fa3d8bc7f"],"name":[null,"腌制"],"position":[null,1],"product_code":[null,"paocai"]}},{"kind":"product","id":"paocai","fields":{"usual_yield_from":[null,5000],"usual_yield_to":[null,9000]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCE4672248872AA2B9D2D06FE', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-ce1a-763e-84f2-41690068b200', 'registerGrower', 'grower', '01a2164c-ce45-7479-b882-3d0ef3ed1bb6', '500235136001', '{"records":[{"kind":"grower","id":"01a2164c-ce45-7479-b882-3d0ef3ed1bb6","fields":{"id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"kind":[null,"COMPANY"],"name":[null,"sha256:71f7c465dee68177769868b96df9baddab31bd0394282ed9dc8155617ee9508f"],"phone":[null,"sha256:39953d6f627a69260e7046859f521d397ba235bb5d2355a0fb9f9d783965d501"],"region_code":[null,"500235136001"],"registered_at":[null,1764561600000000]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCF747382B64454A91319A720', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-ce7a-77bc-bee6-fe578cff255b', 'registerPlot', 'plot', '01a2164c-ced9-7117-a184-5b16e7dd611f', '500235136001', '{"records":[{"kind":"plot","id":"01a2164c-ced9-7117-a184-5b16e7dd611f","fields":{"area_mu_hundredths":[null,1000],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"id":[null,"01a2164c-ced9-7117-a184-5b16e7dd611f"],"planted_year":[null,2015],"region_code":[null,"500235136001"],"registered_at":[null,1764561600000000],"variety_code":[null,"fengshui-pear"]}},{"kind":"plot_term","id":"01a2164c-cefc-7274-93dc-6931bc54a0ef","fields":{"area_mu_hundredths":[null,1000],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164c-cefc-7274-93dc-6931bc54a0ef"],"is_in_use":[null,true],"plot_id":[null,"01a2164c-ced9-7117-a184-5b16e7dd611f"],"position":[null,1],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"starts_on":[null,"2015-01-01"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCFA373CD9FEB0F378BC1FBC2', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-cf7b-734d-92df-5fd0d3631a50', 'changePlot', 'plot', '01a2164c-ced9-7117-a184-5b16e7dd611f', '500235136001', '{"records":[{"kind":"plot","id":"01a2164c-ced9-7117-a184-5b16e7dd611f","fields":{"area_mu_hundredths":[1000,1250]}},{"kind":"plot_term","id":"01a2164c-cfa0-705d-97fa-f5e7e21e5755","fields":{"area_mu_hundredths":[null,1250],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164c-cfa0-705d-97fa-f5e7e21e5755"],"is_in_use":[null,true],"plot_id":[null,"01a2164c-ced9-7117-a184-5b16e7dd611f"],"position":[null,2],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"starts_on":[null,"2025-06-01"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CCFCD749986C1A7376EFAC931', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-cfa9-73ea-adc3-8c48206bbbd6', 'recordHarvest', 'harvest_lot', '01a2164c-cfcb-730e-86d5-59bbd8b44b5f', '500235136001', '{"records":[{"kind":"harvest_lot","id":"01a2164c-cfcb-730e-86d5-59bbd8b44b5f","fields":{"available_g":[null,800000],"code":[null,"H8NC-QTW9-070C"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"harvested_on":[null,"2025-09-10"],"id":[null,"01a2164c-cfcb-730e-86d5-59bbd8b44b5f"],"plot_id":[null,"01a2164c-ced9-7117-a184-5b16e7dd611f"],"quantity_g":[null,800000],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD00E7257A5FDA58FA2808662', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-cfd3-759e-9ccb-1b189a023cab', 'issueCertificate', 'certificate', '01a2164c-d001-737a-b04d-0eadb946996d', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164c-d001-737a-b04d-0eadb946996d","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CD0W-6RNE-Q7RV"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"id":[null,"01a2164c-d001-737a-b04d-0eadb946996d"],"issued_at":[null,1764561600000000],"issued_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"issuer_contact":[null,"sha256:57b8f8d32c4186716c09d5cb4a898c8766d80e506f52c9b027af0be180fca7b3"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:d988d84deb2d7030fe410de89783b390b0f66866ddb30d61f23c59fa149c7859"],"lot_id":[null,"01a2164c-cfcb-730e-86d5-59bbd8b44b5f"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:eec2b51828728429a64aaf81682b98611c5eb6294a37acde113807377e37a72d"],"quantity_g":[null,10000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD07275739E66CCBF2D5976A2', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d01f-72c0-8e3f-ab5e6b44a722', 'recordSale', 'sale', '01a2164c-d052-7189-9d0d-1c906bb323a8', '500235136001', '{"records":[{"kind":"sale","id":"01a2164c-d052-7189-9d0d-1c906bb323a8","fields":{"amount_fen":[null,60300],"channel":[null,"MARKET"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164c-d052-7189-9d0d-1c906bb323a8"],"lot_id":[null,"01a2164c-cfcb-730e-86d5-59bbd8b44b5f"],"quantity_g":[null,100500],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"season":[null,2025],"sold_on":[null,"2025-09-15"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD0C370749397F34E3867CA63', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d084-7436-891c-04f7cb56f7af', 'recordSale', 'sale', '01a2164c-d0b1-7190-b85b-3f10ef82a719', '500235136001', '{"records":[{"kind":"sale","id":"01a2164c-d0b1-7190-b85b-3f10ef82a719","fields":{"amount_fen":[null,600],"channel":[null,"MARKET"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164c-d0b1-7190-b85b-3f10ef82a719"],"lot_id":[null,"01a2164c-cfcb-730e-86d5-59bbd8b44b5f"],"quantity_g":[null,1000],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"season":[null,2025],"sold_on":[null,"2025-09-15"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD0FF717F90D6623829655C85', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d0c9-7632-8b41-633b963d5aa5', 'voidSale', 'sale', '01a2164c-d0b1-7190-b85b-3f10ef82a719', '500235136001', '{"records":[{"kind":"sale","id":"01a2164c-d0b1-7190-b85b-3f10ef82a719","fields":{"void_reason":[null,"误录"],"voided_at":[null,1764561600000000],"voided_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD15A74BC905D707D1ABA3E5E', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d116-71df-9f74-04229ebd4bfe', 'recordVisitors', 'visitor_count', '01a2164c-d149-76cc-a8b0-558d87792c3b', '500235136001', '{"records":[{"kind":"visitor_count","id":"01a2164c-d149-76cc-a8b0-558d87792c3b","fields":{"counts_towards_total":[null,true],"day":[null,"2025-10-01"],"id":[null,"01a2164c-d149-76cc-a8b0-558d87792c3b"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"site_code":[null,"gate"],"visitors":[null,300]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD1B1748EAFB641B2CDFD3EA7', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d16d-743f-9675-6fcdf1f48303', 'recordVisitors', 'visitor_count', '01a2164c-d19d-772d-b06a-372dd32d83ec', '500235136001', '{"records":[{"kind":"visitor_count","id":"01a2164c-d149-76cc-a8b0-558d87792c3b","fields":{"replaced_at":[null,1764561600000000]}},{"kind":"visitor_count","id":"01a2164c-d19d-772d-b06a-372dd32d83ec","fields":{"counts_towards_total":[null,true],"day":[null,"2025-10-01"],"id":[null,"01a2164c-d19d-772d-b06a-372dd32d83ec"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"site_code":[null,"gate"],"visitors":[null,320]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD202751388E2E9EE9DA1BD4B', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d1c2-739d-bb9e-322ed72c4e08', 'recordCateringTakings', 'catering_takings', '01a2164c-d1f4-7452-bee3-4b4f60a4f5a1', '500235136001', '{"records":[{"kind":"catering_takings","id":"01a2164c-d1f4-7452-bee3-4b4f60a4f5a1","fields":{"amount_fen":[null,100000],"establishment_code":[null,"kitchen"],"id":[null,"01a2164c-d1f4-7452-bee3-4b4f60a4f5a1"],"month":[null,10],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"year":[null,2024]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD24F7280AF2B39A2B39E15E5', 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d21c-7462-a01e-46fc6c2440b5', 'recordCateringTakings', 'catering_takings', '01a2164c-d249-7001-85b7-b5a3604ee096', '500235136001', '{"records":[{"kind":"catering_takings","id":"01a2164c-d249-7001-85b7-b5a3604ee096","fields":{"amount_fen":[null,150050],"establishment_code":[null,"kitchen"],"id":[null,"01a2164c-d249-7001-85b7-b5a3604ee096"],"month":[null,10],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"year":[null,2025]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD3D573C8808FF2BB4E79F351', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d281-736a-8296-0998f6ac791e', 'signIn', 'session', '01a2164c-d3cd-7542-b909-581c7d8926f2', '500235136', '{"records":[{"kind":"session","id":"01a2164c-d3cd-7542-b909-581c7d8926f2","fields":{"account_id":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a2164c-d3cd-7542-b909-581c7d8926f2"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD4CD74B3BB1A7A454922AF78', 1795492800000000, X'01A2164CBDC677069ED76387234DEDF6', '192.0.2.7', '01a2164c-d3e7-751f-a25f-b2c2d828ce61', 'signIn', 'session', '01a2164c-d4cd-74b3-bb1a-7a4472e872a0', '500235136001', '{"records":[{"kind":"session","id":"01a2164c-d4cd-74b3-bb1a-7a4472e872a0","fields":{"account_id":[null,"01a2164c-bdc6-7706-9ed7-6387234dedf6"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a2164c-d4cd-74b3-bb1a-7a4472e872a0"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD63E777FB1847766987E376C', 1795492800000000, X'01A2164CC1FC7486942A0354050E738C', '192.0.2.7', '01a2164c-d4e6-756c-bf6d-80bed2d19ab4', 'signIn', 'session', '01a2164c-d5da-70c9-99f9-a092b47d60b2', '500235136', '{"records":[{"kind":"session","id":"01a2164c-d5da-70c9-99f9-a092b47d60b2","fields":{"account_id":[null,"01a2164c-c1fc-7486-942a-0354050e738c"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a2164c-d5da-70c9-99f9-a092b47d60b2"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD7FD724DBDAB4F437DDBDF2B', 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', '192.0.2.7', '01a2164c-d67f-77c8-98f7-2729099a3beb', 'signIn', 'session', '01a2164c-d7fc-7170-855c-e3bdfdfbc38e', '500235136001', '{"records":[{"kind":"session","id":"01a2164c-d7fc-7170-855c-e3bdfdfbc38e","fields":{"account_id":[null,"01a2164c-c53b-769b-8049-594b3976a7a6"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a2164c-d7fc-7170-855c-e3bdfdfbc38e"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD90577F3A0B43D975F75F492', 1795492800000000, NULL, NULL, NULL, 'removeCertificates', 'certificate', '01a2164c-d001-737a-b04d-0eadb946996d', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164c-d001-737a-b04d-0eadb946996d","fields":{"basis":["SELF_PLEDGE",null],"code":["CD0W-6RNE-Q7RV",null],"grower_id":["01a2164c-ce45-7479-b882-3d0ef3ed1bb6",null],"id":["01a2164c-d001-737a-b04d-0eadb946996d",null],"issued_at":[1764561600000000,null],"issued_by":["01a2164c-ba96-70fe-86ce-29d8a0f9d25c",null],"issuer_contact":["sha256:57b8f8d32c4186716c09d5cb4a898c8766d80e506f52c9b027af0be180fca7b3",null],"issuer_is_person":[false,null],"issuer_name":["sha256:d988d84deb2d7030fe410de89783b390b0f66866ddb30d61f23c59fa149c7859",null],"lot_id":["01a2164c-cfcb-730e-86d5-59bbd8b44b5f",null],"product_name":["丰水梨",null],"public_issuer_name":["sha256:eec2b51828728429a64aaf81682b98611c5eb6294a37acde113807377e37a72d",null],"quantity_g":[10000,null],"region_code":["500235136001",null],"status":["VALID",null]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD931744C8A8CF7E4D877AFAE', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d91c-7545-9697-e3abaf909f61', 'recordHarvest', 'harvest_lot', '01a2164c-d930-718d-83b5-c39d966dee4d', '500235136001', '{"records":[{"kind":"harvest_lot","id":"01a2164c-d930-718d-83b5-c39d966dee4d","fields":{"available_g":[null,500000],"code":[null,"HYVA-WR83-NM7D"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"harvested_on":[null,"2026-08-20"],"id":[null,"01a2164c-d930-718d-83b5-c39d966dee4d"],"plot_id":[null,"01a2164c-ced9-7117-a184-5b16e7dd611f"],"quantity_g":[null,500000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD93B70FEBBAF54544CAFE4C3', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d936-73ae-a30e-3e001ad45cad', 'issueCertificate', 'certificate', '01a2164c-d93a-77fe-83a1-874515bc268b', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164c-d93a-77fe-83a1-874515bc268b","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CKYW-S93Z-4GMT"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"id":[null,"01a2164c-d93a-77fe-83a1-874515bc268b"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"issuer_contact":[null,"sha256:1824748aade0d85fa08420d8b1ab8f37b00c59b50efb61bc3d6c2bd63f7e7498"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:2f0201a33c810352c8778be241347350706483678122bb0f2b3f0a90ba148272"],"lot_id":[null,"01a2164c-d930-718d-83b5-c39d966dee4d"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:4a50fcfc1d4ab634ae2db5c2c60dd1b25dcded239f1c09d287ac8622346c25c4"],"quantity_g":[null,100000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD9767390ACAD2681AD56FFD0', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d94e-751e-99b8-fd52dde585f5', 'issueCertificate', 'certificate', '01a2164c-d96d-723f-8bdd-da4aedd80414', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164c-d96d-723f-8bdd-da4aedd80414","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"C2KD-GA3Z-K4XW"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"id":[null,"01a2164c-d96d-723f-8bdd-da4aedd80414"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"issuer_contact":[null,"sha256:9e9b75019683714c46c734887e50c061f094123e9e571c6e30b0f5bbf2a2a41e"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:ae2bb840e71538c5b367489a030484238476808b84873322f0d41e1dc4974afc"],"lot_id":[null,"01a2164c-d930-718d-83b5-c39d966dee4d"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:47a0f3731df88ab2740f60da78ebf3542d89e6404db098836725146e4f3e2872"],"quantity_g":[null,100000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}},{"kind":"certificate","id":"01a2164c-d93a-77fe-83a1-874515bc268b","fields":{"replaced_at":[null,1795492800000000],"status":["VALID","REPLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD9B076549F6F07475E57E550', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d99a-73d1-b26d-3cee3f249015', 'issueCertificate', 'certificate', '01a2164c-d9af-7607-957f-488b8c18489e', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164c-d9af-7607-957f-488b8c18489e","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CFM8-078B-YRDQ"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"id":[null,"01a2164c-d9af-7607-957f-488b8c18489e"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"issuer_contact":[null,"sha256:abdfff154b90ff54c59edf684431fa23d5f14d58134fc4ba99e5dfe5db3d7fca"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:ad9ac4562d86d03b2383ab18aff9fe82e0d8a46d8a32f165c46126ead7c83a54"],"lot_id":[null,"01a2164c-cfcb-730e-86d5-59bbd8b44b5f"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:334f7e861042ed3bb92ed1b092f8a28fcbd069897600527144787349ad262fcf"],"quantity_g":[null,5000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD9BF755C8EFB56EDCE82201C', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-d9b4-748b-8e0f-21b8c9de2332', 'withdrawCertificate', 'certificate', '01a2164c-d9af-7607-957f-488b8c18489e', '500235136001', '{"records":[{"kind":"certificate","id":"01a2164c-d9af-7607-957f-488b8c18489e","fields":{"status":["VALID","WITHDRAWN"],"withdrawal_reason":[null,"误开"],"withdrawn_at":[null,1795492800000000],"withdrawn_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD9C97413AA0C9EE9A65E34A9', 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', '192.0.2.7', '01a2164c-d9c2-76d9-8818-d79aae2cfb87', 'recordIntake', 'intake', '01a2164c-d9c8-723d-8659-aa8c1f7028a1', '500235136001', '{"records":[{"kind":"intake","id":"01a2164c-d9c8-723d-8659-aa8c1f7028a1","fields":{"available_g":[null,50000],"certificate_code":[null,"C2KD-GA3Z-K4XW"],"grower_id":[null,"01a2164c-ce45-7479-b882-3d0ef3ed1bb6"],"grower_kind":[null,"COMPANY"],"id":[null,"01a2164c-d9c8-723d-8659-aa8c1f7028a1"],"lot_id":[null,"01a2164c-d930-718d-83b5-c39d966dee4d"],"material":[null,"丰水梨"],"plant_code":[null,"pickles"],"quantity_g":[null,50000],"received_on":[null,"2026-11-24"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-c53b-769b-8049-594b3976a7a6"],"region_code":[null,"500235136001"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CD9ED774EB8DA498D1F6DC3F1', 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', '192.0.2.7', '01a2164c-d9cc-7661-b48b-325a50efbb57', 'recordIntake', 'intake', '01a2164c-d9e2-76a9-b292-4b78f5470311', '500235136001', '{"records":[{"kind":"intake","id":"01a2164c-d9e2-76a9-b292-4b78f5470311","fields":{"available_g":[null,100000],"id":[null,"01a2164c-d9e2-76a9-b292-4b78f5470311"],"material":[null,"青菜"],"plant_code":[null,"pickles"],"quantity_g":[null,100000],"received_on":[null,"2026-08-01"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-c53b-769b-8049-594b3976a7a6"],"region_code":[null,"500235136001"],"supplier_name":[null,"sha256:1e3a222f602077b5dff3f216c00133d7714c0849ff1f118dc0c58f0010a44a2b"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDAAD7370821EF00587FF6340', 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', '192.0.2.7', '01a2164c-d9fe-74bb-bd77-c24a8c0c1f34', 'recordProductionBatch', 'production_batch', '01a2164c-da31-754c-b5a9-a855e6d394af', '500235136001', '{"records":[{"kind":"production_batch","id":"01a2164c-da31-754c-b5a9-a855e6d394af","fields":{"available_g":[null,60000],"began_on":[null,"2026-08-02"],"code":[null,"B9KV-4SSW-ME96"],"id":[null,"01a2164c-da31-754c-b5a9-a855e6d394af"],"input_g":[null,80000],"loss_g":[null,0],"output_g":[null,60000],"plant_code":[null,"pickles"],"produced_on":[null,"2026-08-10"],"product_code":[null,"paocai"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-c53b-769b-8049-594b3976a7a6"],"region_code":[null,"500235136001"]}},{"kind":"batch_ingredient","id":"01a2164c-da3d-71f3-a45c-eeca49af0814","fields":{"batch_id":[null,"01a2164c-da31-754c-b5a9-a855e6d394af"],"id":[null,"01a2164c-da3d-71f3-a45c-eeca49af0814"],"intake_id":[null,"01a2164c-d9e2-76a9-b292-4b78f5470311"],"position":[null,1],"quantity_g":[null,80000]}},{"kind":"batch_by_product","id":"01a2164c-da42-7725-98b3-8f8bce53a05c","fields":{"batch_id":[null,"01a2164c-da31-754c-b5a9-a855e6d394af"],"id":[null,"01a2164c-da42-7725-98b3-8f8bce53a05c"],"name":[null,"菜叶"],"position":[null,1],"quantity_g":[null,5000]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDAF176F3B31680230F05B1FC', 1795492800000000, X'01A2164CD27177CFA6292599F51A0124', '192.0.2.7', '01a2164c-daca-763d-adaf-3a0ca58b2dd5', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a2164c-cdfe-7572-985f-f38fa3d8bc7f","fields":{"days":[7,null],"id":["01a2164c-cdfe-7572-985f-f38fa3d8bc7f",null],"name":["腌制",null],"position":[1,null],"product_code":["paocai",null]}},{"kind":"product","id":"paocai","fields":{"usual_yield_from":[5000,null],"usual_yield_to":[9000,null]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDB3E73D3BA2A3F1798470847', 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', '192.0.2.7', '01a2164c-dafe-739e-981b-acd88dd0a436', 'recordProductionBatch', 'production_batch', '01a2164c-db2b-750d-b7d7-46217386935f', '500235136001', '{"records":[{"kind":"production_batch","id":"01a2164c-db2b-750d-b7d7-46217386935f","fields":{"available_g":[null,30000],"began_on":[null,"2026-11-24"],"code":[null,"B3RP-EJDC-JVEG"],"id":[null,"01a2164c-db2b-750d-b7d7-46217386935f"],"input_g":[null,40000],"loss_g":[null,0],"output_g":[null,30000],"plant_code":[null,"pickles"],"produced_on":[null,"2026-11-24"],"product_code":[null,"paocai"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-c53b-769b-8049-594b3976a7a6"],"region_code":[null,"500235136001"]}},{"kind":"batch_ingredient","id":"01a2164c-db2c-7759-8055-f68efc74792c","fields":{"batch_id":[null,"01a2164c-db2b-750d-b7d7-46217386935f"],"from_batch_id":[null,"01a2164c-da31-754c-b5a9-a855e6d394af"],"id":[null,"01a2164c-db2c-7759-8055-f68efc74792c"],"position":[null,1],"quantity_g":[null,20000],"source_batch_id":[null,"01a2164c-da31-754c-b5a9-a855e6d394af"]}},{"kind":"batch_ingredient","id":"01a2164c-db31-7299-9b00-7b16f9d882fa","fields":{"batch_id":[null,"01a2164c-db2b-750d-b7d7-46217386935f"],"id":[null,"01a2164c-db31-7299-9b00-7b16f9d882fa"],"intake_id":[null,"01a2164c-d9c8-723d-8659-aa8c1f7028a1"],"position":[null,2],"quantity_g":[null,20000]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDB7173628316AEC958CF6333', 1795492800000000, X'01A2164CD27177CFA6292599F51A0124', '192.0.2.7', '01a2164c-db4f-7119-8043-28697d95d618', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a2164c-db6d-7564-85f4-5567001b4d95","fields":{"days":[null,7],"id":[null,"01a2164c-db6d-7564-85f4-5567001b4d95"],"name":[null,"腌制"],"position":[null,1],"product_code":[null,"paocai"]}},{"kind":"product","id":"paocai","fields":{}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDBB5713DBE39CA5A7AB16AA5', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-db7a-73ba-888c-56cd029a30fe', 'recordSale', 'sale', '01a2164c-dba1-71b6-82b5-1d292704103c', '500235136001', '{"records":[{"kind":"sale","id":"01a2164c-dba1-71b6-82b5-1d292704103c","fields":{"amount_fen":[null,25000],"channel":[null,"ONLINE"],"id":[null,"01a2164c-dba1-71b6-82b5-1d292704103c"],"plant_code":[null,"pickles"],"product_code":[null,"paocai"],"quantity_g":[null,10000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136001"],"sold_on":[null,"2026-11-24"]}},{"kind":"sale_batch","id":"01a2164c-dba2-7001-ad56-1e735f57ad4d","fields":{"batch_id":[null,"01a2164c-da31-754c-b5a9-a855e6d394af"],"id":[null,"01a2164c-dba2-7001-ad56-1e735f57ad4d"],"quantity_g":[null,10000],"sale_id":[null,"01a2164c-dba1-71b6-82b5-1d292704103c"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDBE574B89AA688673D147E94', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dbbe-737f-845f-1555cacb5287', 'recordHarvestEstimate', 'harvest_estimate', '01a2164c-dbdc-736f-9915-f9d7d8047e86', '500235136', '{"records":[{"kind":"harvest_estimate","id":"01a2164c-dbdc-736f-9915-f9d7d8047e86","fields":{"id":[null,"01a2164c-dbdc-736f-9915-f9d7d8047e86"],"note":[null,"霜冻"],"quantity_g":[null,400000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136"],"season":[null,2026],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDC05718DBA106C1F92054987', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dbf0-7740-bbdc-c250361db4f4', 'openPresaleOffer', 'presale_offer', '01a2164c-dc02-75e0-8249-a09abcc652e4', '500235136', '{"records":[{"kind":"presale_offer","id":"01a2164c-dc02-75e0-8249-a09abcc652e4","fields":{"closes_at":[null,1795996800000000],"deposit_rate":[null,3000],"freight_fen":[null,0],"hold_microseconds":[null,172800000000],"id":[null,"01a2164c-dc02-75e0-8249-a09abcc652e4"],"kept_rate":[null,0],"opens_at":[null,1795132800000000],"quota_g":[null,60000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136"],"season":[null,2026],"ships":[null,true],"taken_g":[null,0],"unit_price_fen":[null,800],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDC4471F591C7352934DDCB69', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dc1b-7381-84d0-392b0e819391', 'placePreorder', 'preorder', '01a2164c-dc3f-7492-a48e-1337923fa621', '500235136', '{"records":[{"kind":"preorder","id":"01a2164c-dc3f-7492-a48e-1337923fa621","fields":{"amount_fen":[null,24000],"buyer_name":[null,"sha256:098201334cbd89bbb21d1660a9a1cb13f59872d45e39323fdc2bd4fa8f5478c5"],"buyer_phone":[null,"sha256:0c2474b6ca03998ffa21b068d4fb192bece1ebfbd72164a28de1eaa9d5bafec7"],"changed_at":[null,1795492800000000],"code":[null,"PZNS-HPT2"],"compensated_fen":[null,0],"deposit_fen":[null,7200],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,30000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164c-dc3f-7492-a48e-1337923fa621"],"kept_fen":[null,0],"offer_id":[null,"01a2164c-dc02-75e0-8249-a09abcc652e4"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,30000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDC5572279D352D87C1570F07', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dc48-7550-9756-a73e9d4faf4e', 'recordPreorderPayment', 'preorder', '01a2164c-dc3f-7492-a48e-1337923fa621', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a2164c-dc50-72d0-99a8-46392d3006c6","fields":{"amount_fen":[null,7200],"day":[null,"2026-11-24"],"id":[null,"01a2164c-dc50-72d0-99a8-46392d3006c6"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a2164c-dc3f-7492-a48e-1337923fa621"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"reference":[null,"RFVF-42FC-VX74"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164c-dc3f-7492-a48e-1337923fa621","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,7200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDC9677A9845ADE056C4B2A1E', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dc59-778d-b548-6a07b7224fac', 'placePreorder', 'preorder', '01a2164c-dc80-74d8-a908-9a5e0ae93098', '500235136', '{"records":[{"kind":"preorder","id":"01a2164c-dc80-74d8-a908-9a5e0ae93098","fields":{"amount_fen":[null,16000],"buyer_name":[null,"sha256:686152059dd6d29819eb1056f06835b349c51b1f9b53a23af9eef67fe7aa7ba9"],"buyer_phone":[null,"sha256:33c71eee5962a5995fc5abf0bcbd707fd016bfae23dc847a664f8eb5e5081116"],"changed_at":[null,1795492800000000],"code":[null,"P4E0-57KV"],"compensated_fen":[null,0],"deposit_fen":[null,4800],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,20000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164c-dc80-74d8-a908-9a5e0ae93098"],"kept_fen":[null,0],"offer_id":[null,"01a2164c-dc02-75e0-8249-a09abcc652e4"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,20000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDCCB74FBAE8FF2B144A48716', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dcaa-70fd-a8d1-50bdc4dec24e', 'recordPreorderPayment', 'preorder', '01a2164c-dc80-74d8-a908-9a5e0ae93098', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a2164c-dcc7-714e-a33a-e17c068a26da","fields":{"amount_fen":[null,7200],"day":[null,"2026-11-24"],"id":[null,"01a2164c-dcc7-714e-a33a-e17c068a26da"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a2164c-dc80-74d8-a908-9a5e0ae93098"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"reference":[null,"R0CA-AV8E-XQEJ"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164c-dc80-74d8-a908-9a5e0ae93098","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,7200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDCDD7266B5E7F74CD0558A6E', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dccf-767f-a593-2e76b84fdc1a', 'settleHarvestShortfall', 'shortfall_run', '01a2164c-dcd7-7563-a370-995eae1b3442', '500235136', '{"records":[{"kind":"preorder","id":"01a2164c-dc3f-7492-a48e-1337923fa621","fields":{"amount_fen":[24000,12000],"fulfillable_g":[30000,15000]}},{"kind":"preorder","id":"01a2164c-dc80-74d8-a908-9a5e0ae93098","fields":{"amount_fen":[16000,8000],"fulfillable_g":[20000,10000]}},{"kind":"presale_offer","id":"01a2164c-dc02-75e0-8249-a09abcc652e4","fields":{"closes_at":[1795996800000000,1795492800000000],"quota_g":[60000,25000],"taken_g":[50000,25000]}},{"kind":"shortfall_run","id":"01a2164c-dcd7-7563-a370-995eae1b3442","fields":{"available_g":[null,25000],"id":[null,"01a2164c-dcd7-7563-a370-995eae1b3442"],"offer_id":[null,"01a2164c-dc02-75e0-8249-a09abcc652e4"],"policy":[null,"PRO_RATA"],"preorders_reduced":[null,2],"promised_g":[null,50000],"quota_before_g":[null,60000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"refund_due_fen":[null,0],"region_code":[null,"500235136"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDCE7747AA72519380A226E04', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dce3-7370-9865-ea2a197828df', 'openPresaleOffer', 'presale_offer', '01a2164c-dce6-7282-979b-db06a71bd5d2', '500235136', '{"records":[{"kind":"presale_offer","id":"01a2164c-dce6-7282-979b-db06a71bd5d2","fields":{"closes_at":[null,1795996800000000],"deposit_rate":[null,3000],"freight_fen":[null,0],"hold_microseconds":[null,172800000000],"id":[null,"01a2164c-dce6-7282-979b-db06a71bd5d2"],"kept_rate":[null,0],"opens_at":[null,1795132800000000],"pick_up_place":[null,"镇政府"],"quota_g":[null,100000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"region_code":[null,"500235136"],"season":[null,2026],"ships":[null,true],"taken_g":[null,0],"unit_price_fen":[null,800],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDCF171B593CB4B72E5E8F3EC', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dce9-7655-b5ff-a35ded86c571', 'placePreorder', 'preorder', '01a2164c-dcee-75cd-bd35-26efd026b247', '500235136', '{"records":[{"kind":"preorder","id":"01a2164c-dcee-75cd-bd35-26efd026b247","fields":{"amount_fen":[null,8000],"buyer_name":[null,"sha256:2b2ccc8dd47f3f94ca4871311cd4663f2d4f5c52c08830ac55823c3e05ff7a05"],"buyer_phone":[null,"sha256:40de283af656b8aa3ed74a624efb0418355c942eb3eb59fb153860979e33aaaa"],"changed_at":[null,1795492800000000],"code":[null,"PDRZ-F5ZM"],"compensated_fen":[null,0],"deposit_fen":[null,2400],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,10000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164c-dcee-75cd-bd35-26efd026b247"],"kept_fen":[null,0],"offer_id":[null,"01a2164c-dce6-7282-979b-db06a71bd5d2"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,10000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDD0D741587116C1D96A61BE3', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dcf4-778a-a10a-d6b9c6b804c6', 'recordPreorderPayment', 'preorder', '01a2164c-dcee-75cd-bd35-26efd026b247', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a2164c-dd0a-71ac-8d63-9fe8c8497c37","fields":{"amount_fen":[null,8000],"day":[null,"2026-11-24"],"id":[null,"01a2164c-dd0a-71ac-8d63-9fe8c8497c37"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a2164c-dcee-75cd-bd35-26efd026b247"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"reference":[null,"R22X-BBRE-Z6F9"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164c-dcee-75cd-bd35-26efd026b247","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,8000],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDD197012B2896459CBF3D5C3', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dd10-701d-9c38-f20a5e50f87a', 'deliverPreorder', 'preorder', '01a2164c-dcee-75cd-bd35-26efd026b247', '500235136', '{"records":[{"kind":"preorder_lot","id":"01a2164c-dd17-7576-9f0e-8ec9c1032ddd","fields":{"id":[null,"01a2164c-dd17-7576-9f0e-8ec9c1032ddd"],"lot_id":[null,"01a2164c-d930-718d-83b5-c39d966dee4d"],"preorder_id":[null,"01a2164c-dcee-75cd-bd35-26efd026b247"],"quantity_g":[null,10000]}},{"kind":"preorder","id":"01a2164c-dcee-75cd-bd35-26efd026b247","fields":{"delivered_on":[null,"2026-11-24"],"status":["CONFIRMED","DELIVERED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDD2174A3A9EDA211C9F01C1B', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dd1c-7786-b3d3-259f00ab5c52', 'placePreorder', 'preorder', '01a2164c-dd1f-71ac-bdec-178176b7505c', '500235136', '{"records":[{"kind":"preorder","id":"01a2164c-dd1f-71ac-bdec-178176b7505c","fields":{"amount_fen":[null,4000],"buyer_name":[null,"sha256:a0a3329ca22b1de23d02abdc103f9cc9e17222ef3fe1200fc0085227eacc1ba5"],"buyer_phone":[null,"sha256:41687e35c55f39594690ecda6fd9b52878fb25f0105cfa4aaa52753b86b9d7fb"],"changed_at":[null,1795492800000000],"code":[null,"PK24-81QR"],"compensated_fen":[null,0],"deposit_fen":[null,1200],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,5000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164c-dd1f-71ac-bdec-178176b7505c"],"kept_fen":[null,0],"offer_id":[null,"01a2164c-dce6-7282-979b-db06a71bd5d2"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,5000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDD2A738DA12633750A1EA307', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dd24-76b9-80ae-e8f1d0fbee4b', 'recordPreorderPayment', 'preorder', '01a2164c-dd1f-71ac-bdec-178176b7505c', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a2164c-dd28-7408-9ba7-fbb63b6a82fd","fields":{"amount_fen":[null,1200],"day":[null,"2026-11-24"],"id":[null,"01a2164c-dd28-7408-9ba7-fbb63b6a82fd"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a2164c-dd1f-71ac-bdec-178176b7505c"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"reference":[null,"RWY3-KTWX-F3ZW"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164c-dd1f-71ac-bdec-178176b7505c","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,1200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDD3572FA98BDFA26336AC8CD', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dd2e-72a0-af2f-b2011650514d', 'cancelPreorder', 'preorder', '01a2164c-dd1f-71ac-bdec-178176b7505c', '500235136', '{"records":[{"kind":"preorder","id":"01a2164c-dd1f-71ac-bdec-178176b7505c","fields":{"amount_fen":[4000,0],"cancellation_cause":[null,"TOWN"],"cancelled_at":[null,1795492800000000],"fulfillable_g":[5000,0],"refund_due_since":[null,1795492800000000],"status":["CONFIRMED","CANCELLED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDD6975A8A56887B47BDB0C59', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dd37-7204-886a-9e6ff3c1521c', 'recordRefund', 'preorder', '01a2164c-dd1f-71ac-bdec-178176b7505c', '500235136', '{"records":[{"kind":"preorder_refund","id":"01a2164c-dd56-71a8-99d6-8287cd3a343e","fields":{"amount_fen":[null,1200],"day":[null,"2026-11-24"],"id":[null,"01a2164c-dd56-71a8-99d6-8287cd3a343e"],"method":[null,"BANK"],"preorder_id":[null,"01a2164c-dd1f-71ac-bdec-178176b7505c"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a2164c-ba96-70fe-86ce-29d8a0f9d25c"],"reference":[null,"out-1"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a2164c-dd1f-71ac-bdec-178176b7505c","fields":{"refund_due_since":[1795492800000000,null],"refunded_fen":[0,1200]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDD9D759EB676A257CC61EB91', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', '192.0.2.7', '01a2164c-dd72-7301-a235-ac0c82531689', 'placePreorder', 'preorder', '01a2164c-dd8d-71e7-a966-77004c67987f', '500235136', '{"records":[{"kind":"preorder","id":"01a2164c-dd8d-71e7-a966-77004c67987f","fields":{"amount_fen":[null,2400],"buyer_name":[null,"sha256:2b2e97db8a265681e4fa88301bfc0a86ebc213497bc31c62e640c175818c6f33"],"buyer_phone":[null,"sha256:7a96cf2203db52254da868cd9389999b06c74f60f55859f188c55dde7fbc5302"],"changed_at":[null,1795492800000000],"code":[null,"PETG-7JV9"],"compensated_fen":[null,0],"deposit_fen":[null,720],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,3000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a2164c-dd8d-71e7-a966-77004c67987f"],"kept_fen":[null,0],"offer_id":[null,"01a2164c-dce6-7282-979b-db06a71bd5d2"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,3000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDE1973FEA482BF088A764C33', 1795492800000001, X'01A2164CBDC677069ED76387234DEDF6', '192.0.2.7', '01a2164c-ddad-7218-87b2-abc06c8c0751', 'submitReport', 'report_submission', '01a2164c-de11-738b-ab35-b7e170abea51', '500235136001', '{"records":[{"kind":"report_submission","id":"01a2164c-de11-738b-ab35-b7e170abea51","fields":{"bound":[null,1795492800000000],"id":[null,"01a2164c-de11-738b-ab35-b7e170abea51"],"period":[null,"H2"],"region_code":[null,"500235136001"],"status":[null,"SUBMITTED"],"submitted_at":[null,1795492800000001],"submitted_by":[null,"01a2164c-bdc6-7706-9ed7-6387234dedf6"],"year":[null,2025]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDE3D76BE8BCE2B6643454D6D', 1795492800000001, X'01A2164CC1FC7486942A0354050E738C', '192.0.2.7', '01a2164c-de25-73e0-88a0-fbbf2654fc21', 'approveReport', 'report_submission', '01a2164c-de11-738b-ab35-b7e170abea51', '500235136001', '{"records":[{"kind":"report_submission","id":"01a2164c-de11-738b-ab35-b7e170abea51","fields":{"decided_at":[null,1795492800000001],"decided_by":[null,"01a2164c-c1fc-7486-942a-0354050e738c"],"status":["SUBMITTED","APPROVED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CDEBA76C8BF7A83CD5F51F070', 1795492800000001, X'01A2164CC1FC7486942A0354050E738C', '192.0.2.7', '01a2164c-de46-73b0-9644-4394cd031b33', 'publishReport', 'published_report', '01a2164c-deb2-7205-af8e-2f17a0930f89', '500235136', '{"records":[{"kind":"published_report","id":"01a2164c-deb2-7205-af8e-2f17a0930f89","fields":{"bound":[null,1795492800000000],"definitions":[null,"{\"cateringIncreaseYuan\":1,\"cateringTakingsYuan\":1,\"festivalEditions\":1,\"growers\":1,\"honours\":1,\"plantOutput\":1,\"plantedAreaByVariety\":1,\"plantedAreaMu\":1,\"presaleRevenueYuan\":1,\"processingPlants\":1,\"processingProjects\":1,\"produceRevenueYuan\":1,\"revenueByChannel\":1,\"revenueByMonth\":1,\"revenueByProduct\":1,\"revenueByVariety\":1,\"salesRevenueYuan\":1,\"visitors\":1,\"visitorsByMonth\":1}"],"edition":[null,1],"figures":[null,"{\"version\":\"1\",\"regionCode\":\"500235136\",\"year\":2025,\"period\":\"YEAR\",\"plantedAreaMuHundredths\":1250,\"plantedAreaByVariety\":[{\"variety\":\"fengshui-pear\",\"muHundredths\":1250,\"growers\":1}],\"visitors\":320,\"visitorsByMonth\":[{\"month\":1,\"visitors\":0},{\"month\":2,\"visitors\":0},{\"month\":3,\"visitors\":0},{\"month\":4,\"visitors\":0},{\"month\":5,\"visitors\":0},{\"month\":6,\"visitors\":0},{\"month\":7,\"visitors\":0},{\"month\":8,\"visitors\":0},{\"month\":9,\"visitors\":0},{\"month\":10,\"visitors\":320},{\"month\":11,\"visitors\":0},{\"month\":12,\"visitors\":0}],\"salesRevenueFen\":60300,\"presaleRevenueFen\":0,\"revenueByVariety\":[{\"variety\":\"fengshui-pear\",\"salesFen\":60300,\"presaleFen\":0,\"salesG\":100500,\"presaleG\":0}],\"revenueByProduct\":[],\"revenueByChannel\":[{\"channel\":\"MARKET\",\"salesFen\":60300}],\"revenueByMonth\":[{\"month\":1,\"salesFen\":0,\"presaleFen\":0},{\"month\":2,\"salesFen\":0,\"presaleFen\":0},{\"month\":3,\"salesFen\":0,\"presaleFen\":0},{\"month\":4,\"salesFen\":0,\"presaleFen\":0},{\"month\":5,\"salesFen\":0,\"presaleFen\":0},{\"month\":6,\"salesFen\":0,\"presaleFen\":0},{\"month\":7,\"salesFen\":0,\"presaleFen\":0},{\"month\":8,\"salesFen\":0,\"presaleFen\":0},{\"month\":9,\"salesFen\":60300,\"presaleFen\":0},{\"month\":10,\"salesFen\":0,\"presaleFen\":0},{\"month\":11,\"salesFen\":0,\"presaleFen\":0},{\"month\":12,\"salesFen\":0,\"presaleFen\":0}],\"plantOutput\":[],\"cateringTakingsFen\":150050,\"cateringIncreaseFen\":50050,\"festivalEditions\":1,\"processingPlants\":1,\"processingProjects\":1,\"honours\":[{\"kind\":\"LANDMARK_DISH\",\"count\":1},{\"kind\":\"FAMOUS_SNACK\",\"count\":0},{\"kind\":\"HERITAGE_PROJECT\",\"count\":0}],\"asOf\":1795492800000000}"],"hash":[null,"61c00af58114f05791cf728769ef6db2fbc381a4ad0573e25e875d141c7d07f9"],"id":[null,"01a2164c-deb2-7205-af8e-2f17a0930f89"],"is_provisional":[null,false],"names":[null,"{\"version\":\"1\",\"region\":\"云安镇\",\"varieties\":{\"fengshui-pear\":{\"zh\":\"丰水梨\",\"en\":\"Hosui pear\"}},\"products\":{},\"plants\":{}}"],"office":[null,"云阳县云安镇"],"period":[null,"YEAR"],"published_at":[null,1795492800000001],"published_by":[null,"01a2164c-c1fc-7486-942a-0354050e738c"],"region_code":[null,"500235136"],"salt":[null,"***"],"sellers":[null,"{\"version\":\"1\",\"varieties\":{\"fengshui-pear\":1},\"products\":{},\"channels\":{\"MARKET\":1}}"],"year":[null,2025]}}]}');
INSERT INTO audit_entry VALUES (X'01A2164CE67C7617B2504E84823E1954', 1795492800000002, X'01A2164CC1FC7486942A0354050E738C', '192.0.2.7', '01a2164c-e4f6-769c-8a0a-5e8dd0ec372c', 'signIn', 'session', '01a2164c-e67c-7617-b250-4e83dee6701d', '500235136', '{"records":[{"kind":"session","id":"01a2164c-e67c-7617-b250-4e83dee6701d","fields":{"account_id":[null,"01a2164c-c1fc-7486-942a-0354050e738c"],"created_at":[null,1795492800000002],"expires_at":[null,1798084800000002],"id":[null,"01a2164c-e67c-7617-b250-4e83dee6701d"],"last_used_at":[null,1795492800000002],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_seal VALUES (X'01A2164CAD9A70A280F21050E5D7D17C', 1, '74e45cdb1c71b0f1bd3084399f110558000dc1cc338e73b7de5900f0e7ae049a');
INSERT INTO audit_seal VALUES (X'01A2164CAE557651A84D754670BB6859', 2, 'ac830613bec685e8230cdc375954830fb09d50fcf08ca2375492b93c46fa16b5');
INSERT INTO audit_seal VALUES (X'01A2164CAF0675C283671F96A0A01DDB', 3, '1cd47d8de56c7fa10fd237326ff62265ab72eac98f645e4ccb64a047e657b514');
INSERT INTO audit_seal VALUES (X'01A2164CAFF176AEBC21ECE19857BC97', 4, '514d7dbd6a1484cc6702dab6f51581bb55e6d23a585c1f9b66d6644d16d56a15');
INSERT INTO audit_seal VALUES (X'01A2164CB0977052824240D9BEF57263', 5, 'e1b1c6872d3a345ed1c1f230c3055e6f76c71718683527d93c427643f4fd5487');
INSERT INTO audit_seal VALUES (X'01A2164CBA99773F80BE936F6B028704', 6, '5835705ee66711c2261dc56ada243709aa2ca9420f60454958ba9d64770d9a56');
INSERT INTO audit_seal VALUES (X'01A2164CBDD170699F2C6DD6D663792F', 7, '9a2d0c8d29482ecab3bf66f18026a8f0f55718cbd763946a2033a352e96bb185');
INSERT INTO audit_seal VALUES (X'01A2164CC20573FC8499496D79C3E727', 8, '0878cd1da51386886a76fda43b26ee6b2706b8395f1dc678cdcf10a97a5a55b2');
INSERT INTO audit_seal VALUES (X'01A2164CC54573DD903117401F840BCB', 9, 'a76b3591ae4e73701cd62b521cd66a16c2ff3d02dbf4bf07223872ee840af63f');
INSERT INTO audit_seal VALUES (X'01A2164CC76073BC8B68B78406D09932', 10, '85ff6f0ce290ab7cd28e8a65ad7b11017967c5aa372bf50a1a4a2597474f6249');
INSERT INTO audit_seal VALUES (X'01A2164CC84575219D2A98A90A8F3E33', 11, '641c7eceb662bd8183bcd18696508cccdbe06a6462838f1fddc863fab11aa279');
INSERT INTO audit_seal VALUES (X'01A2164CC8E070FDB0CD693CB5E0C2EF', 12, '09fa67b86eca82dedd6ce74decd877dbb1a22f7f03f6e8c743e5d31d8d10454f');
INSERT INTO audit_seal VALUES (X'01A2164CC96575D688D4F2AF1A801B81', 13, 'b41265ee2538d5e71516131fef230340b82cb837edc377b3d7a5c81a74b54305');
INSERT INTO audit_seal VALUES (X'01A2164CC9AD7002814B0A3C12BAAF9A', 14, 'cb5c1a7b13958b75e1bdaf5adab25bbf70c569518cd1740d5bc4cfa3745b13b6');
INSERT INTO audit_seal VALUES (X'01A2164CCA017582AB265A2A5571DBD5', 15, '38ec40701df248683c9c958db11f0885686cc70b685d6ea9f763956172191d69');
INSERT INTO audit_seal VALUES (X'01A2164CCA8D7235A50B3E4F266B716C', 16, '156c4bea0b0155cdccb78f7ae9ae6bb34f69a219641fb56221e132b98da15155');
INSERT INTO audit_seal VALUES (X'01A2164CCCC973B89E6EC185B7120A69', 17, '57180c327a760a6225c250d57965166d36e268532c01cc9429c818f3598b2448');
INSERT INTO audit_seal VALUES (X'01A2164CCD4D7581AD8A8AD190E86A8E', 18, '4dadfc8b019b16c729d3bbd11ef1d59774e47068411ddc651a3d99564892466d');
INSERT INTO audit_seal VALUES (X'01A2164CCDB27681AF1ABE4D56665054', 19, '07fdb94b45ad84fe7efb997c1ddbdd33650162b505ba2d790b5936d42e68df81');
INSERT INTO audit_seal VALUES (X'01A2164CCE01706A8EA4DD6B466390F7', 20, 'd672bf143ebf8409bb1aea1ec408724790f7f8a283896f89d7e9881b674af565');
INSERT INTO audit_seal VALUES (X'01A2164CCE4672248872AA2B9D2D06FE', 21, '06689f78d411a1f767c101cec956bd3515f3e00c6d217a571304096e69484bbe');
INSERT INTO audit_seal VALUES (X'01A2164CCF747382B64454A91319A720', 22, '24a87636d97d93bc1232a0a3ea358c3dcffd66237571099e06199df2ffb395d0');
INSERT INTO audit_seal VALUES (X'01A2164CCFA373CD9FEB0F378BC1FBC2', 23, 'be0143d3a4241ae60faed0b15e21ee8d32b3bf0bad079a123fad120439212027');
INSERT INTO audit_seal VALUES (X'01A2164CCFCD749986C1A7376EFAC931', 24, '8012a9733159936cf39b657cdde2734d9fb75b464e1da9e23f85daebafc280f8');
INSERT INTO audit_seal VALUES (X'01A2164CD00E7257A5FDA58FA2808662', 25, '58d8a7a79f49db0ce7c7edabfbd06f8d55c18b945d74f520602dd064d2fdd2ef');
INSERT INTO audit_seal VALUES (X'01A2164CD07275739E66CCBF2D5976A2', 26, '417fab1d4e75a1a26c6a9954d516d166a9d20614a0aa4fa00d7105555f76d8f0');
INSERT INTO audit_seal VALUES (X'01A2164CD0C370749397F34E3867CA63', 27, 'fe97c26c4bcf2cbc386c8d32f7081258370815991b730168c9460e70d4a3cb50');
INSERT INTO audit_seal VALUES (X'01A2164CD0FF717F90D6623829655C85', 28, '8d6bda43213a553b6ba3d944465120087cfc3aca5735d653228795a350ac6cb3');
INSERT INTO audit_seal VALUES (X'01A2164CD15A74BC905D707D1ABA3E5E', 29, '549b948f889077492ecaf7934d6281da8cd05d0efb13ec5a1407d0c48a756c5a');
INSERT INTO audit_seal VALUES (X'01A2164CD1B1748EAFB641B2CDFD3EA7', 30, '10ce4bb97ab8aae78a57f0cea184e57f3a7e2a6611f6011c6325436d356d872d');
INSERT INTO audit_seal VALUES (X'01A2164CD202751388E2E9EE9DA1BD4B', 31, '5d8f59b58c93444063083770e4263500dbc2b05650d42a45633b780d00bdefc5');
INSERT INTO audit_seal VALUES (X'01A2164CD24F7280AF2B39A2B39E15E5', 32, '0f329d5f4adaa6e0422348af15a8d1294eba8f4253ae0f0d08b6ab9ff80d9543');
INSERT INTO audit_seal VALUES (X'01A2164CD3D573C8808FF2BB4E79F351', 33, '47f4f728f6b3050253eab5a70c5d4693b9726a3c77c825c3fd7ef1f844b12d32');
INSERT INTO audit_seal VALUES (X'01A2164CD4CD74B3BB1A7A454922AF78', 34, '717df8bc687ea12c27e403c6ede0bef5ce8b540562c9e4a3a412f65cc4a538ac');
INSERT INTO audit_seal VALUES (X'01A2164CD63E777FB1847766987E376C', 35, 'fe534b3c1dcbe24c345812a4232703bd11ce7e9de9d540c6b4ef428816d61122');
INSERT INTO audit_seal VALUES (X'01A2164CD7FD724DBDAB4F437DDBDF2B', 36, '1d09ce5266698182f441982de31c6dcf72b10b5a948eb6535c223fb091447e91');
INSERT INTO audit_seal VALUES (X'01A2164CD90577F3A0B43D975F75F492', 37, '73565e0c1787061744022b4cb759ea3c3e6f09d339b129d66520cdd9e1bff091');
INSERT INTO audit_seal VALUES (X'01A2164CD931744C8A8CF7E4D877AFAE', 38, '7853ffaf739b086782430032d04cceb723170ae3b487493cabd6b9607909589e');
INSERT INTO audit_seal VALUES (X'01A2164CD93B70FEBBAF54544CAFE4C3', 39, 'b90b87c8fb7307566f40e0ad32d2652e96ccf6fae86ad0a341130eefd9f4c388');
INSERT INTO audit_seal VALUES (X'01A2164CD9767390ACAD2681AD56FFD0', 40, 'bf173ce69d342a12d15e235f09f2103c79b73cced4b601041722ccbdca2fedcc');
INSERT INTO audit_seal VALUES (X'01A2164CD9B076549F6F07475E57E550', 41, 'ea3afc8244542b23f0d1074139b0bfc868c34aff9b50030c5b7e40a7ccb1d448');
INSERT INTO audit_seal VALUES (X'01A2164CD9BF755C8EFB56EDCE82201C', 42, '802caf0b8ea50880812027ffdced5f3023e21c03ac04c2155b799e5629420e2f');
INSERT INTO audit_seal VALUES (X'01A2164CD9C97413AA0C9EE9A65E34A9', 43, '2df318f5804e3c5757c3de0219c5cfdba43f7f68245fd3c558ec8b00d42ce013');
INSERT INTO audit_seal VALUES (X'01A2164CD9ED774EB8DA498D1F6DC3F1', 44, 'b4b1e8a59e94eded1f223e37784e4c1a7bf646233fd8d88c6fbf066922cc6eaa');
INSERT INTO audit_seal VALUES (X'01A2164CDAAD7370821EF00587FF6340', 45, 'd96f6c8d320ff7347e27874f499c0cbe7ef45fa0a4d7f8aeb4004c792da60bdf');
INSERT INTO audit_seal VALUES (X'01A2164CDAF176F3B31680230F05B1FC', 46, '7a62c4ed15f33f362470e185119664c8a8df80ce180068508c68b3a7666eab79');
INSERT INTO audit_seal VALUES (X'01A2164CDB3E73D3BA2A3F1798470847', 47, '52557ea8f44fb32a72ee779b392dbaa290d2df99bb04d6ce6887f94dc5f1ab4a');
INSERT INTO audit_seal VALUES (X'01A2164CDB7173628316AEC958CF6333', 48, 'e40fe7ca18cedba5a097b61b753dbadd41f0cba95c6ea53f55959d11c495608d');
INSERT INTO audit_seal VALUES (X'01A2164CDBB5713DBE39CA5A7AB16AA5', 49, 'ce759d930b870e90637ef9c68394f3045cd8ab959c66ab791ff696ea8f261c0f');
INSERT INTO audit_seal VALUES (X'01A2164CDBE574B89AA688673D147E94', 50, 'a2834711d880e8791872f94527c8c9248bf6deb45946aa6e8fd55b81ded8d2f5');
INSERT INTO audit_seal VALUES (X'01A2164CDC05718DBA106C1F92054987', 51, '6a26c2688c90d4e41131328d00d1bfd47d2fbef7fffad945ba4b435a30152fe6');
INSERT INTO audit_seal VALUES (X'01A2164CDC4471F591C7352934DDCB69', 52, '4ae5448a30226f170980e1feb9ca64366dc15f70d7a999bac9c0b8bbe81c888e');
INSERT INTO audit_seal VALUES (X'01A2164CDC5572279D352D87C1570F07', 53, 'bd772307cb11c5df6bd56015e64e7f748061ca68c90108124976580decd66e9b');
INSERT INTO audit_seal VALUES (X'01A2164CDC9677A9845ADE056C4B2A1E', 54, '8503439a200c1542061eb828a78ee7c1b15281cf1c949d29f3bb7702761591e0');
INSERT INTO audit_seal VALUES (X'01A2164CDCCB74FBAE8FF2B144A48716', 55, 'e613b1afbe3742f72b4b5635b5facb7702b83547ed02659699a80490b37aec44');
INSERT INTO audit_seal VALUES (X'01A2164CDCDD7266B5E7F74CD0558A6E', 56, '2f61b0d62cdcd1a09f31c47e168c13b7f53c180fa49f0b95f332dfd37d1802dc');
INSERT INTO audit_seal VALUES (X'01A2164CDCE7747AA72519380A226E04', 57, '465ec885706cc54f8adeca0af879c07f56af287bf586bd35c3dc738641f70e12');
INSERT INTO audit_seal VALUES (X'01A2164CDCF171B593CB4B72E5E8F3EC', 58, 'e677fc7e1e1c9c3e384cd8e23df833c09dd992a8d2437211faa27956588d79a2');
INSERT INTO audit_seal VALUES (X'01A2164CDD0D741587116C1D96A61BE3', 59, '9640eb54f4365190eebfc438592751562e30da0bd2368895e816326730277d2e');
INSERT INTO audit_seal VALUES (X'01A2164CDD197012B2896459CBF3D5C3', 60, '2a36eb1f802df3a1c40a5d572d01da607ee62e259bd9614dcac5676eda5e6c10');
INSERT INTO audit_seal VALUES (X'01A2164CDD2174A3A9EDA211C9F01C1B', 61, 'a212e9800a5f6f95e2ca5b50b79504ac121ed76cef4cf394ab34310b632697dc');
INSERT INTO audit_seal VALUES (X'01A2164CDD2A738DA12633750A1EA307', 62, '4f2d6fa4d76a0aced7e4b69c4cba067b8b01311cd792c0dd12cccf715e607450');
INSERT INTO audit_seal VALUES (X'01A2164CDD3572FA98BDFA26336AC8CD', 63, '23374e2013dbf8e068c0e9b8aefb91f4ae2588a004fffc2c5faca33c16813171');
INSERT INTO audit_seal VALUES (X'01A2164CDD6975A8A56887B47BDB0C59', 64, '85b7889df4bcd12a7ebec4f1a47c6f7909b6b9575fb3a0a646d00cad7b1b7aac');
INSERT INTO audit_seal VALUES (X'01A2164CDD9D759EB676A257CC61EB91', 65, 'aa4bf3c90b0ee642b7f56b709e18b7d0ee6f8e2e5e84434e0a70d7132e02f63d');
INSERT INTO audit_seal VALUES (X'01A2164CDE1973FEA482BF088A764C33', 66, '6b89fff60b1a650c046d5042b286392055ab09b456b8f06fb3f8b7fe49bb859d');
INSERT INTO audit_seal VALUES (X'01A2164CDE3D76BE8BCE2B6643454D6D', 67, '4f6863cab3ce16c783c3246158cd723027e58a1c76614d511bb694dbacfc0ee5');
INSERT INTO audit_seal VALUES (X'01A2164CDEBA76C8BF7A83CD5F51F070', 68, '4d06e86b8fc054a05eddd0c8de31968b5688bc558ec713d9165c464cb9712ed8');
INSERT INTO plot_term VALUES (X'01A2164CCEFC727493DC6931BC54A0EF', X'01A2164CCED97117A1845B16E7DD611F', 1, '2015-01-01', 1, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', '500235136001', 'fengshui-pear', 1000, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C');
INSERT INTO plot_term VALUES (X'01A2164CCFA0705D97FAF5E7E21E5755', X'01A2164CCED97117A1845B16E7DD611F', 2, '2025-06-01', 1, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', '500235136001', 'fengshui-pear', 1250, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C');
INSERT INTO harvest_lot VALUES (X'01A2164CCFCB730E86D559BBD8B44B5F', 'H8NC-QTW9-070C', X'01A2164CCED97117A1845B16E7DD611F', X'01A2164CCE457479B8823D0EF3ED1BB6', '500235136001', 'fengshui-pear', '2025-09-10', 800000, 699500, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL);
INSERT INTO harvest_lot VALUES (X'01A2164CD930718D83B5C39D966DEE4D', 'HYVA-WR83-NM7D', X'01A2164CCED97117A1845B16E7DD611F', X'01A2164CCE457479B8823D0EF3ED1BB6', '500235136001', 'fengshui-pear', '2026-08-20', 500000, 440000, 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL);
INSERT INTO site_counting VALUES (X'01A2164CAD997300A7712FE87E9BA24C', 'gate', '1949-01-01', 1, 1764561600000000, X'01A2164C9D19717D80AEF9A93EC1EF09');
INSERT INTO site_counting VALUES (X'01A2164CAE4177A7AE1DC41EC62502CA', 'pavilion', '1949-01-01', 0, 1764561600000000, X'01A2164C9D19717D80AEF9A93EC1EF09');
INSERT INTO site_counting VALUES (X'01A2164CCD3B72589CEBCADC4997DB6B', 'pavilion', '2025-11-01', 1, 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B');
INSERT INTO visitor_count VALUES (X'01A2164CD14976CCA8B0558D87792C3B', 'gate', '500235136001', '2025-10-01', 300, 1, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', 1764561600000000);
INSERT INTO visitor_count VALUES (X'01A2164CD19D772DB06A372DD32D83EC', 'gate', '500235136001', '2025-10-01', 320, 1, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL);
INSERT INTO catering_takings VALUES (X'01A2164CD1F47452BEE34B4F60A4F5A1', 'kitchen', '500235136001', 2024, 10, 100000, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL);
INSERT INTO catering_takings VALUES (X'01A2164CD249700185B7B5A3604EE096', 'kitchen', '500235136001', 2025, 10, 150050, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL);
INSERT INTO catering_baseline VALUES (X'01A2164CCCC87566B31659ABBE8E4077', '500235136', 2024, 1764561600000000, X'01A2164CC57D70B4AADD6F0BE76AD31B');
INSERT INTO ledger_entry VALUES (X'01A2164CAFB97129B3A3A53031689D19', 'PLANT', '2020-05-01', '2020-05-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'PROCESSING_PLANT', X'01A2164CAF9D7671A1690F2F2ECC567E', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CC9A27416A56FE47ED30785CD', 'LANDMARK_DISH', '2025-06-01', '2025-06-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'HONOUR', X'01A2164CC99872CC9B9DAE72B7FE51EB', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CC9F6725894A3F152E6E0543A', 'PROJECT', '2025-03-01', '2025-03-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'PROCESSING_PROJECT', X'01A2164CC9F576A59F8E87305129F138', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CCA49761EB227736367BFC7EE', 'FESTIVAL', '2025-03-20', '2025-03-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'FESTIVAL', X'01A2164CCA3A77A5B254B12E2047567D', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CCF5371B48AD1AFDAC5779134', 'AREA', '2015-01-01', '2015-01-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', 0, 0, 1, 1000, 1, 'PLOT_TERM', X'01A2164CCEFC727493DC6931BC54A0EF', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CCF5371B48AD1AFDB395A5423', 'GROWERS', '2015-01-01', '2015-01-01', '50', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', X'01A2164CCEFC727493DC6931BC54A0EF', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CCF5371B48AD1AFDC09614412', 'GROWERS', '2015-01-01', '2015-01-01', '500235', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', X'01A2164CCEFC727493DC6931BC54A0EF', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CCF5371B48AD1AFDDA1E7A8EA', 'GROWERS', '2015-01-01', '2015-01-01', '500235136', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', X'01A2164CCEFC727493DC6931BC54A0EF', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CCF5371B48AD1AFDE7547F458', 'GROWERS', '2015-01-01', '2015-01-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', X'01A2164CCEFC727493DC6931BC54A0EF', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CCFA17641929E1F5BAF2CC8BA', 'AREA', '2025-06-01', '2025-06-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', 0, 0, 0, 250, 0, 'PLOT_TERM', X'01A2164CCFA0705D97FAF5E7E21E5755', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CD05D70F283E6997618C710EC', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', 60300, 100500, 1, 0, 1, 'SALE', X'01A2164CD05271899D0D1C906BB323A8', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CD0B975C1A50B85782660966A', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', 600, 1000, 1, 0, 1, 'SALE', X'01A2164CD0B17190B85B3F10EF82A719', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CD0FD71EEB304A7098D0FA1CA', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', -600, -1000, -1, 0, -1, 'SALE', X'01A2164CD0B17190B85B3F10EF82A719', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CD1517095A509B08A473BFA71', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, 300, 0, 1, 'VISITOR_COUNT', X'01A2164CD14976CCA8B0558D87792C3B', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CD1A17120A8FED957FB2CC1FA', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, -300, 0, -1, 'VISITOR_COUNT', X'01A2164CD14976CCA8B0558D87792C3B', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CD1A17120A8FED95861F185C7', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, 320, 0, 1, 'VISITOR_COUNT', X'01A2164CD19D772DB06A372DD32D83EC', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CD1F671A8B6A3B94F90121109', 'CATERING', '2024-10-01', '2024-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, 'kitchen', NULL, NULL, 100000, 0, 1, 0, 1, 'CATERING_TAKINGS', X'01A2164CD1F47452BEE34B4F60A4F5A1', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CD24A74859A2A1AB2BC38AAED', 'CATERING', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, 'kitchen', NULL, NULL, 150050, 0, 1, 0, 1, 'CATERING_TAKINGS', X'01A2164CD249700185B7B5A3604EE096', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDA46717EA01C07DDE364B3DC', 'OUTPUT', '2026-08-10', '2026-08-01', '500235136001', NULL, 'paocai', NULL, NULL, 'pickles', NULL, NULL, NULL, NULL, 0, 60000, 1, 0, 1, 'PRODUCTION_BATCH', X'01A2164CDA31754CB5A9A855E6D394AF', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDB3172999B007B1783773237', 'OUTPUT', '2026-11-24', '2026-11-01', '500235136001', NULL, 'paocai', NULL, NULL, 'pickles', NULL, NULL, NULL, NULL, 0, 30000, 1, 0, 1, 'PRODUCTION_BATCH', X'01A2164CDB2B750DB7D746217386935F', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDBA97175A5C83516C19A12F1', 'SALE', '2026-11-24', '2026-11-01', '500235136001', NULL, 'paocai', NULL, 'ONLINE', 'pickles', NULL, NULL, NULL, NULL, 25000, 10000, 1, 0, 1, 'SALE', X'01A2164CDBA171B682B51D292704103C', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDC5477E3A1EA11BC557219E1', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 24000, 30000, 1, 0, 1, 'PREORDER', X'01A2164CDC3F7492A48E1337923FA621', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDCC977A5ADC8828ECB9E9FAC', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 16000, 20000, 1, 0, 1, 'PREORDER', X'01A2164CDC8074D8A9089A5E0AE93098', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDCDC7032BAB9CCFA01A3F591', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -12000, -15000, 0, 0, 1, 'PREORDER', X'01A2164CDC3F7492A48E1337923FA621', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDCDC7032BAB9CCFBCAF2B17E', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -8000, -10000, 0, 0, 1, 'PREORDER', X'01A2164CDC8074D8A9089A5E0AE93098', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDD0B71E3A2D82F792FEAF115', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 8000, 10000, 1, 0, 1, 'PREORDER', X'01A2164CDCEE75CDBD3526EFD026B247', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDD2972448ADF0B8ED914D351', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 4000, 5000, 1, 0, 1, 'PREORDER', X'01A2164CDD1F71ACBDEC178176B7505C', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A2164CDD3372AA8E1930B87709ECE6', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -4000, -5000, -1, 0, 1, 'PREORDER', X'01A2164CDD1F71ACBDEC178176B7505C', 1795492800000000);
INSERT INTO daily_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO daily_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO daily_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO daily_total VALUES ('FESTIVAL', '2025-03-20', '500235136', '', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO daily_total VALUES ('AREA', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 0, 0, 0, 1, 1000, 1);
INSERT INTO daily_total VALUES ('GROWERS', '2015-01-01', '50', 'fengshui-pear', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO daily_total VALUES ('GROWERS', '2015-01-01', '500235', 'fengshui-pear', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO daily_total VALUES ('GROWERS', '2015-01-01', '500235136', 'fengshui-pear', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO daily_total VALUES ('GROWERS', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO daily_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 0, 0, 0, 0, 250, 0);
INSERT INTO daily_total VALUES ('SALE', '2025-09-15', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 0, 60300, 100500, 1, 0, 1);
INSERT INTO daily_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', 0, '', '', 'gate', '', '', 0, 0, 0, 320, 0, 1);
INSERT INTO daily_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 0, 100000, 0, 1, 0, 1);
INSERT INTO daily_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO daily_total VALUES ('OUTPUT', '2026-08-10', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 0, 0, 60000, 1, 0, 1);
INSERT INTO daily_total VALUES ('OUTPUT', '2026-11-24', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 0, 0, 30000, 1, 0, 1);
INSERT INTO daily_total VALUES ('SALE', '2026-11-24', '500235136001', '', 'paocai', 0, 'ONLINE', 'pickles', '', '', '', 0, 25000, 10000, 1, 0, 1);
INSERT INTO daily_total VALUES ('PRESALE', '2026-11-24', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 0, 28000, 35000, 3, 0, 7);
INSERT INTO monthly_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO monthly_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO monthly_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO monthly_total VALUES ('FESTIVAL', '2025-03-01', '500235136', '', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO monthly_total VALUES ('AREA', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 0, 0, 0, 1, 1000, 1);
INSERT INTO monthly_total VALUES ('GROWERS', '2015-01-01', '50', 'fengshui-pear', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO monthly_total VALUES ('GROWERS', '2015-01-01', '500235', 'fengshui-pear', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO monthly_total VALUES ('GROWERS', '2015-01-01', '500235136', 'fengshui-pear', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO monthly_total VALUES ('GROWERS', '2015-01-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO monthly_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', 0, '', '', '', '', 'COMPANY', 0, 0, 0, 0, 250, 0);
INSERT INTO monthly_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 2025, 'MARKET', '', '', '', 'COMPANY', 0, 60300, 100500, 1, 0, 1);
INSERT INTO monthly_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', 0, '', '', 'gate', '', '', 0, 0, 0, 320, 0, 1);
INSERT INTO monthly_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 0, 100000, 0, 1, 0, 1);
INSERT INTO monthly_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', 0, '', '', '', 'kitchen', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO monthly_total VALUES ('OUTPUT', '2026-08-01', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 0, 0, 60000, 1, 0, 1);
INSERT INTO monthly_total VALUES ('OUTPUT', '2026-11-01', '500235136001', '', 'paocai', 0, '', 'pickles', '', '', '', 0, 0, 30000, 1, 0, 1);
INSERT INTO monthly_total VALUES ('SALE', '2026-11-01', '500235136001', '', 'paocai', 0, 'ONLINE', 'pickles', '', '', '', 0, 25000, 10000, 1, 0, 1);
INSERT INTO monthly_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', 2026, '', '', '', '', '', 0, 28000, 35000, 3, 0, 7);
INSERT INTO regional_total VALUES ('PLANT', '2020-05-01', '50', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('PLANT', '2020-05-01', '500235', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('PLANT', '2020-05-01', '500235136', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('PLANT', '2020-05-01', '500235136001', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '50', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('LANDMARK_DISH', '2025-06-01', '500235136', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('PROJECT', '2025-03-01', '50', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('PROJECT', '2025-03-01', '500235', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('PROJECT', '2025-03-01', '500235136', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('FESTIVAL', '2025-03-01', '50', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('FESTIVAL', '2025-03-01', '500235', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('FESTIVAL', '2025-03-01', '500235136', '', '', '', 0, 0, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('AREA', '2015-01-01', '50', 'fengshui-pear', '', '', 0, 0, 0, 1, 1000, 1);
INSERT INTO regional_total VALUES ('AREA', '2015-01-01', '500235', 'fengshui-pear', '', '', 0, 0, 0, 1, 1000, 1);
INSERT INTO regional_total VALUES ('AREA', '2015-01-01', '500235136', 'fengshui-pear', '', '', 0, 0, 0, 1, 1000, 1);
INSERT INTO regional_total VALUES ('AREA', '2015-01-01', '500235136001', 'fengshui-pear', '', '', 0, 0, 0, 1, 1000, 1);
INSERT INTO regional_total VALUES ('GROWERS', '2015-01-01', '50', 'fengshui-pear', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO regional_total VALUES ('GROWERS', '2015-01-01', '500235', 'fengshui-pear', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO regional_total VALUES ('GROWERS', '2015-01-01', '500235136', 'fengshui-pear', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO regional_total VALUES ('GROWERS', '2015-01-01', '500235136001', 'fengshui-pear', '', '', 0, 0, 0, 1, 0, 0);
INSERT INTO regional_total VALUES ('AREA', '2025-06-01', '50', 'fengshui-pear', '', '', 0, 0, 0, 0, 250, 0);
INSERT INTO regional_total VALUES ('AREA', '2025-06-01', '500235', 'fengshui-pear', '', '', 0, 0, 0, 0, 250, 0);
INSERT INTO regional_total VALUES ('AREA', '2025-06-01', '500235136', 'fengshui-pear', '', '', 0, 0, 0, 0, 250, 0);
INSERT INTO regional_total VALUES ('AREA', '2025-06-01', '500235136001', 'fengshui-pear', '', '', 0, 0, 0, 0, 250, 0);
INSERT INTO regional_total VALUES ('SALE', '2025-09-01', '50', 'fengshui-pear', '', 'MARKET', 0, 60300, 100500, 1, 0, 1);
INSERT INTO regional_total VALUES ('SALE', '2025-09-01', '500235', 'fengshui-pear', '', 'MARKET', 0, 60300, 100500, 1, 0, 1);
INSERT INTO regional_total VALUES ('SALE', '2025-09-01', '500235136', 'fengshui-pear', '', 'MARKET', 0, 60300, 100500, 1, 0, 1);
INSERT INTO regional_total VALUES ('SALE', '2025-09-01', '500235136001', 'fengshui-pear', '', 'MARKET', 0, 60300, 100500, 1, 0, 1);
INSERT INTO regional_total VALUES ('VISITORS', '2025-10-01', '50', '', '', '', 0, 0, 0, 320, 0, 1);
INSERT INTO regional_total VALUES ('VISITORS', '2025-10-01', '500235', '', '', '', 0, 0, 0, 320, 0, 1);
INSERT INTO regional_total VALUES ('VISITORS', '2025-10-01', '500235136', '', '', '', 0, 0, 0, 320, 0, 1);
INSERT INTO regional_total VALUES ('VISITORS', '2025-10-01', '500235136001', '', '', '', 0, 0, 0, 320, 0, 1);
INSERT INTO regional_total VALUES ('CATERING', '2024-10-01', '50', '', '', '', 0, 100000, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('CATERING', '2024-10-01', '500235', '', '', '', 0, 100000, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('CATERING', '2024-10-01', '500235136', '', '', '', 0, 100000, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('CATERING', '2024-10-01', '500235136001', '', '', '', 0, 100000, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('CATERING', '2025-10-01', '50', '', '', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('CATERING', '2025-10-01', '500235', '', '', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('CATERING', '2025-10-01', '500235136', '', '', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('CATERING', '2025-10-01', '500235136001', '', '', '', 0, 150050, 0, 1, 0, 1);
INSERT INTO regional_total VALUES ('OUTPUT', '2026-08-01', '50', '', 'paocai', '', 0, 0, 60000, 1, 0, 1);
INSERT INTO regional_total VALUES ('OUTPUT', '2026-08-01', '500235', '', 'paocai', '', 0, 0, 60000, 1, 0, 1);
INSERT INTO regional_total VALUES ('OUTPUT', '2026-08-01', '500235136', '', 'paocai', '', 0, 0, 60000, 1, 0, 1);
INSERT INTO regional_total VALUES ('OUTPUT', '2026-08-01', '500235136001', '', 'paocai', '', 0, 0, 60000, 1, 0, 1);
INSERT INTO regional_total VALUES ('OUTPUT', '2026-11-01', '50', '', 'paocai', '', 0, 0, 30000, 1, 0, 1);
INSERT INTO regional_total VALUES ('OUTPUT', '2026-11-01', '500235', '', 'paocai', '', 0, 0, 30000, 1, 0, 1);
INSERT INTO regional_total VALUES ('OUTPUT', '2026-11-01', '500235136', '', 'paocai', '', 0, 0, 30000, 1, 0, 1);
INSERT INTO regional_total VALUES ('OUTPUT', '2026-11-01', '500235136001', '', 'paocai', '', 0, 0, 30000, 1, 0, 1);
INSERT INTO regional_total VALUES ('SALE', '2026-11-01', '50', '', 'paocai', 'ONLINE', 0, 25000, 10000, 1, 0, 1);
INSERT INTO regional_total VALUES ('SALE', '2026-11-01', '500235', '', 'paocai', 'ONLINE', 0, 25000, 10000, 1, 0, 1);
INSERT INTO regional_total VALUES ('SALE', '2026-11-01', '500235136', '', 'paocai', 'ONLINE', 0, 25000, 10000, 1, 0, 1);
INSERT INTO regional_total VALUES ('SALE', '2026-11-01', '500235136001', '', 'paocai', 'ONLINE', 0, 25000, 10000, 1, 0, 1);
INSERT INTO regional_total VALUES ('PRESALE', '2026-11-01', '50', 'fengshui-pear', '', '', 0, 28000, 35000, 3, 0, 7);
INSERT INTO regional_total VALUES ('PRESALE', '2026-11-01', '500235', 'fengshui-pear', '', '', 0, 28000, 35000, 3, 0, 7);
INSERT INTO regional_total VALUES ('PRESALE', '2026-11-01', '500235136', 'fengshui-pear', '', '', 0, 28000, 35000, 3, 0, 7);
INSERT INTO ledger_bound VALUES (1, 1795492800000001);
INSERT INTO intake VALUES (X'01A2164CD9C8723D8659AA8C1F7028A1', 'pickles', '500235136001', '丰水梨', X'01A2164CD930718D83B5C39D966DEE4D', NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', NULL, 'C2KD-GA3Z-K4XW', NULL, NULL, 50000, 30000, '2026-11-24', '23300041b8cf9b61731bea73c271c3ac62ac13bebb75f65adae3c8f61ca5fb10', NULL, 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', NULL, NULL, NULL);
INSERT INTO intake VALUES (X'01A2164CD9E276A9B2924B78F5470311', 'pickles', '500235136001', '青菜', NULL, NULL, NULL, NULL, '菜市场', NULL, NULL, NULL, 100000, 20000, '2026-08-01', 'cd687e99f0e52bfec46526188d0100f025328bab55e6ce33d46bfa14bf1d61c7', NULL, 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', NULL, NULL, NULL);
INSERT INTO production_batch VALUES (X'01A2164CDA31754CB5A9A855E6D394AF', 'B9KV-4SSW-ME96', 'pickles', '500235136001', 'paocai', '2026-08-10', '2026-08-02', 60000, 80000, 0, 30000, NULL, NULL, 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', NULL, NULL, NULL);
INSERT INTO production_batch VALUES (X'01A2164CDB2B750DB7D746217386935F', 'B3RP-EJDC-JVEG', 'pickles', '500235136001', 'paocai', '2026-11-24', '2026-11-24', 30000, 40000, 0, 30000, NULL, NULL, 1795492800000000, X'01A2164CC53B769B8049594B3976A7A6', NULL, NULL, NULL);
INSERT INTO batch_ingredient VALUES (X'01A2164CDA3D71F3A45CEECA49AF0814', X'01A2164CDA31754CB5A9A855E6D394AF', 1, X'01A2164CD9E276A9B2924B78F5470311', NULL, NULL, 80000);
INSERT INTO batch_ingredient VALUES (X'01A2164CDB2C77598055F68EFC74792C', X'01A2164CDB2B750DB7D746217386935F', 1, NULL, X'01A2164CDA31754CB5A9A855E6D394AF', X'01A2164CDA31754CB5A9A855E6D394AF', 20000);
INSERT INTO batch_ingredient VALUES (X'01A2164CDB3172999B007B16F9D882FA', X'01A2164CDB2B750DB7D746217386935F', 2, X'01A2164CD9C8723D8659AA8C1F7028A1', NULL, NULL, 20000);
INSERT INTO batch_by_product VALUES (X'01A2164CDA42772598B38F8BCE53A05C', X'01A2164CDA31754CB5A9A855E6D394AF', 1, '菜叶', 5000);
INSERT INTO batch_step VALUES (X'01A2164CDA45763AB5E63ACA1F8CC9CC', X'01A2164CDA31754CB5A9A855E6D394AF', 1, '腌制', 7);
INSERT INTO sale VALUES (X'01A2164CD05271899D0D1C906BB323A8', '2025-09-15', 'MARKET', '500235136001', 'fengshui-pear', 2025, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', X'01A2164CCFCB730E86D559BBD8B44B5F', 100500, 60300, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL);
INSERT INTO sale VALUES (X'01A2164CD0B17190B85B3F10EF82A719', '2025-09-15', 'MARKET', '500235136001', 'fengshui-pear', 2025, NULL, NULL, X'01A2164CCE457479B8823D0EF3ED1BB6', 'COMPANY', X'01A2164CCFCB730E86D559BBD8B44B5F', 1000, 600, 1764561600000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', 1764561600000000, '误录', X'01A2164CBA9670FE86CE29D8A0F9D25C');
INSERT INTO sale VALUES (X'01A2164CDBA171B682B51D292704103C', '2026-11-24', 'ONLINE', '500235136001', NULL, NULL, 'paocai', 'pickles', NULL, NULL, NULL, 10000, 25000, 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL);
INSERT INTO sale_batch VALUES (X'01A2164CDBA27001AD561E735F57AD4D', X'01A2164CDBA171B682B51D292704103C', X'01A2164CDA31754CB5A9A855E6D394AF', 10000);
INSERT INTO presale_offer VALUES (X'01A2164CDC0275E08249A09ABCC652E4', '500235136', 'fengshui-pear', 2026, 25000, 25000, 800, NULL, 3000, 1795132800000000, 1795492800000000, 172800000000, NULL, NULL, NULL, NULL, 1, 0, NULL, 0, 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C');
INSERT INTO presale_offer VALUES (X'01A2164CDCE67282979BDB06A71BD5D2', '500235136', 'fengshui-pear', 2026, 100000, 13000, 800, NULL, 3000, 1795132800000000, 1795996800000000, 172800000000, NULL, '镇政府', NULL, NULL, 1, 0, NULL, 0, 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C');
INSERT INTO preorder VALUES (X'01A2164CDC3F7492A48E1337923FA621', 'PZNS-HPT2', X'01A2164CDC0275E08249A09ABCC652E4', '500235136', 'CONFIRMED', NULL, '陈晓', '13900000000', '9278f9b2d8cff31eda49185b84392eb3f6e67887e2d7e632c284eae9520b37b3', 'PICK_UP', NULL, 30000, 15000, 12000, 7200, 0, 0, 7200, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO preorder VALUES (X'01A2164CDC8074D8A9089A5E0AE93098', 'P4E0-57KV', X'01A2164CDC0275E08249A09ABCC652E4', '500235136', 'CONFIRMED', NULL, '陈晓', '13900000001', 'cee862843833fa8a3a85ea24522d6b57e87fe6050d3ee001ae9f4a14ca3090eb', 'PICK_UP', NULL, 20000, 10000, 8000, 4800, 0, 0, 7200, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO preorder VALUES (X'01A2164CDCEE75CDBD3526EFD026B247', 'PDRZ-F5ZM', X'01A2164CDCE67282979BDB06A71BD5D2', '500235136', 'DELIVERED', NULL, '陈晓', '13900000002', 'fff3ad198c975c0c0ab4b9f4b08d8e94f7fe09205c4bda0ba78f14291e9e25d5', 'PICK_UP', NULL, 10000, 10000, 8000, 2400, 0, 0, 8000, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, '2026-11-24', NULL, NULL, NULL, 1795492800000000);
INSERT INTO preorder VALUES (X'01A2164CDD1F71ACBDEC178176B7505C', 'PK24-81QR', X'01A2164CDCE67282979BDB06A71BD5D2', '500235136', 'CANCELLED', NULL, '陈晓', '13900000003', '4402182e070289f8a86ec1db2f915eaa10376985cb21c5e052ead91c086fad7d', 'PICK_UP', NULL, 5000, 0, 0, 1200, 0, 0, 1200, 0, 1200, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, 1795492800000000, 'TOWN', 1795492800000000);
INSERT INTO preorder VALUES (X'01A2164CDD8D71E7A96677004C67987F', 'PETG-7JV9', X'01A2164CDCE67282979BDB06A71BD5D2', '500235136', 'PLACED', NULL, '陈晓', '13900000004', 'd0279dc9b280cf2c3258d6bd3569e3c7434ab99bdb17f935d6db7d7474a5c38f', 'PICK_UP', NULL, 3000, 3000, 2400, 720, 0, 0, 0, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, NULL, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO preorder_event VALUES (X'01A2164CDC41745BB2BD22B19521B2CE', X'01A2164CDC3F7492A48E1337923FA621', 1795492800000000, 'PLACED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 24000, 30000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDC537185B002419E3A23E867', X'01A2164CDC3F7492A48E1337923FA621', 1795492800000000, 'PAID', X'01A2164CBA9670FE86CE29D8A0F9D25C', 7200, NULL, 'CASH', 'RFVF-42FC-VX74', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDC537185B002419FDB53E413', X'01A2164CDC3F7492A48E1337923FA621', 1795492800000000, 'CONFIRMED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 24000, 30000, NULL, NULL, NULL, '2026-11-24', 24000, 30000, 1, 1);
INSERT INTO preorder_event VALUES (X'01A2164CDC8177C28C98061DECDD45A8', X'01A2164CDC8074D8A9089A5E0AE93098', 1795492800000000, 'PLACED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 16000, 20000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDCC977A5ADC8828C9EED6F3A', X'01A2164CDC8074D8A9089A5E0AE93098', 1795492800000000, 'PAID', X'01A2164CBA9670FE86CE29D8A0F9D25C', 7200, NULL, 'CASH', 'R0CA-AV8E-XQEJ', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDCC977A5ADC8828D0AFB2846', X'01A2164CDC8074D8A9089A5E0AE93098', 1795492800000000, 'CONFIRMED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 16000, 20000, NULL, NULL, NULL, '2026-11-24', 16000, 20000, 1, 1);
INSERT INTO preorder_event VALUES (X'01A2164CDCD973BEA6B43662FF66C22B', X'01A2164CDC3F7492A48E1337923FA621', 1795492800000000, 'FELL_SHORT', X'01A2164CBA9670FE86CE29D8A0F9D25C', 12000, 15000, NULL, NULL, NULL, '2026-11-24', -12000, -15000, 0, 1);
INSERT INTO preorder_event VALUES (X'01A2164CDCD973BEA6B43663E2B4997C', X'01A2164CDC8074D8A9089A5E0AE93098', 1795492800000000, 'FELL_SHORT', X'01A2164CBA9670FE86CE29D8A0F9D25C', 8000, 10000, NULL, NULL, NULL, '2026-11-24', -8000, -10000, 0, 1);
INSERT INTO preorder_event VALUES (X'01A2164CDCEF753EBCBC147CCCC95D6A', X'01A2164CDCEE75CDBD3526EFD026B247', 1795492800000000, 'PLACED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 8000, 10000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDD0B71E3A2D82F779FE8AFB3', X'01A2164CDCEE75CDBD3526EFD026B247', 1795492800000000, 'PAID', X'01A2164CBA9670FE86CE29D8A0F9D25C', 8000, NULL, 'CASH', 'R22X-BBRE-Z6F9', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDD0B71E3A2D82F78EC042B4B', X'01A2164CDCEE75CDBD3526EFD026B247', 1795492800000000, 'CONFIRMED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 8000, 10000, NULL, NULL, NULL, '2026-11-24', 8000, 10000, 1, 1);
INSERT INTO preorder_event VALUES (X'01A2164CDD18723388EE9EA4A90BFD8E', X'01A2164CDCEE75CDBD3526EFD026B247', 1795492800000000, 'DELIVERED', X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, 10000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDD20765CAA7A2F41B25A3FB5', X'01A2164CDD1F71ACBDEC178176B7505C', 1795492800000000, 'PLACED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 4000, 5000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDD2972448ADF0B8CBD260170', X'01A2164CDD1F71ACBDEC178176B7505C', 1795492800000000, 'PAID', X'01A2164CBA9670FE86CE29D8A0F9D25C', 1200, NULL, 'CASH', 'RWY3-KTWX-F3ZW', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDD2972448ADF0B8D197C3F68', X'01A2164CDD1F71ACBDEC178176B7505C', 1795492800000000, 'CONFIRMED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 4000, 5000, NULL, NULL, NULL, '2026-11-24', 4000, 5000, 1, 1);
INSERT INTO preorder_event VALUES (X'01A2164CDD3372AA8E1930B7A384E788', X'01A2164CDD1F71ACBDEC178176B7505C', 1795492800000000, 'CANCELLED', X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, 5000, NULL, NULL, '冻害', '2026-11-24', -4000, -5000, -1, 1);
INSERT INTO preorder_event VALUES (X'01A2164CDD60710E97B3AA8285D001CE', X'01A2164CDD1F71ACBDEC178176B7505C', 1795492800000000, 'REFUNDED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 1200, NULL, 'BANK', 'out-1', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A2164CDD91743EA0B8069799004407', X'01A2164CDD8D71E7A96677004C67987F', 1795492800000000, 'PLACED', X'01A2164CBA9670FE86CE29D8A0F9D25C', 2400, 3000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_payment VALUES (X'01A2164CDC5072D099A846392D3006C6', X'01A2164CDC3F7492A48E1337923FA621', '500235136', 7200, 'CASH', 'RFVF-42FC-VX74', 0, 1795492800000000, '2026-11-24', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL);
INSERT INTO preorder_payment VALUES (X'01A2164CDCC7714EA33AE17C068A26DA', X'01A2164CDC8074D8A9089A5E0AE93098', '500235136', 7200, 'CASH', 'R0CA-AV8E-XQEJ', 0, 1795492800000000, '2026-11-24', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL);
INSERT INTO preorder_payment VALUES (X'01A2164CDD0A71AC8D639FE8C8497C37', X'01A2164CDCEE75CDBD3526EFD026B247', '500235136', 8000, 'CASH', 'R22X-BBRE-Z6F9', 0, 1795492800000000, '2026-11-24', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL);
INSERT INTO preorder_payment VALUES (X'01A2164CDD2874089BA7FBB63B6A82FD', X'01A2164CDD1F71ACBDEC178176B7505C', '500235136', 1200, 'CASH', 'RWY3-KTWX-F3ZW', 0, 1795492800000000, '2026-11-24', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL);
INSERT INTO preorder_refund VALUES (X'01A2164CDD5671A899D68287CD3A343E', X'01A2164CDD1F71ACBDEC178176B7505C', '500235136', 1200, 'BANK', 'out-1', '2026-11-24', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C');
INSERT INTO preorder_lot VALUES (X'01A2164CDD1775769F0E8EC9C1032DDD', X'01A2164CDCEE75CDBD3526EFD026B247', X'01A2164CD930718D83B5C39D966DEE4D', 10000);
INSERT INTO shortfall_run VALUES (X'01A2164CDCD77563A370995EAE1B3442', X'01A2164CDC0275E08249A09ABCC652E4', '500235136', 'PRO_RATA', 25000, 50000, 60000, 0, 2, 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C');
INSERT INTO shortfall_share VALUES (X'01A2164CDCD77563A370995F7C5A8C7C', X'01A2164CDCD77563A370995EAE1B3442', 1, X'01A2164CDC3F7492A48E1337923FA621', 30000, 30000, 15000, 0);
INSERT INTO shortfall_share VALUES (X'01A2164CDCD77563A37099607C42E8B8', X'01A2164CDCD77563A370995EAE1B3442', 2, X'01A2164CDC8074D8A9089A5E0AE93098', 20000, 20000, 10000, 0);
INSERT INTO harvest_estimate VALUES (X'01A2164CDBDC736F9915F9D7D8047E86', '500235136', 'fengshui-pear', 2026, 400000, '霜冻', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL);
INSERT INTO certificate VALUES (X'01A2164CD93A77FE83A1874515BC268B', 'CKYW-S93Z-4GMT', 'REPLACED', X'01A2164CD930718D83B5C39D966DEE4D', NULL, '500235136001', X'01A2164CCE457479B8823D0EF3ED1BB6', NULL, '丰水梨', 100000, '云安果业', '13800001234', 0, '云安果业', 'SELF_PLEDGE', '2334139476d42f53e1dfb27a1fdf61abcaeb8bc27579d059b389db945f17d12a', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', 1795492800000000, NULL, NULL, NULL);
INSERT INTO certificate VALUES (X'01A2164CD96D723F8BDDDA4AEDD80414', 'C2KD-GA3Z-K4XW', 'VALID', X'01A2164CD930718D83B5C39D966DEE4D', NULL, '500235136001', X'01A2164CCE457479B8823D0EF3ED1BB6', NULL, '丰水梨', 100000, '云安果业', '13800001234', 0, '云安果业', 'SELF_PLEDGE', 'f2c6771194607fb643a63ce7f9fef9518856bdaca836d1362782e333a748461b', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, NULL, NULL, NULL);
INSERT INTO certificate VALUES (X'01A2164CD9AF7607957F488B8C18489E', 'CFM8-078B-YRDQ', 'WITHDRAWN', X'01A2164CCFCB730E86D559BBD8B44B5F', NULL, '500235136001', X'01A2164CCE457479B8823D0EF3ED1BB6', NULL, '丰水梨', 5000, '云安果业', '13800001234', 0, '云安果业', 'SELF_PLEDGE', '560ab2c3384c4026029b5b4b5de0c716786d4198274826baf9541cb4ba70ca2c', 1795492800000000, X'01A2164CBA9670FE86CE29D8A0F9D25C', NULL, 1795492800000000, '误开', X'01A2164CBA9670FE86CE29D8A0F9D25C');
INSERT INTO certificate_origin VALUES (X'01A2164CD93B70FEBBAF5453B81A9AB4', X'01A2164CD93A77FE83A1874515BC268B', '500235136001');
INSERT INTO certificate_origin VALUES (X'01A2164CD96E70D89C3C0697ABB95A59', X'01A2164CD96D723F8BDDDA4AEDD80414', '500235136001');
INSERT INTO certificate_origin VALUES (X'01A2164CD9B076549F6F0746345F0CCF', X'01A2164CD9AF7607957F488B8C18489E', '500235136001');
INSERT INTO certificate_replacement VALUES (X'01A2164CD97572B5B4A91A12ED77B54D', X'01A2164CD96D723F8BDDDA4AEDD80414', 'CKYW-S93Z-4GMT');
INSERT INTO removed_certificate VALUES (X'01A2164CD8FD71DF87E5199A97A685BF', X'01A2164CCFCB730E86D559BBD8B44B5F', NULL);
INSERT INTO published_report VALUES (X'01A2164CDEB27205AF8E2F17A0930F89', '500235136', 2025, 'YEAR', 1, 0, '{"version":"1","regionCode":"500235136","year":2025,"period":"YEAR","plantedAreaMuHundredths":1250,"plantedAreaByVariety":[{"variety":"fengshui-pear","muHundredths":1250,"growers":1}],"visitors":320,"visitorsByMonth":[{"month":1,"visitors":0},{"month":2,"visitors":0},{"month":3,"visitors":0},{"month":4,"visitors":0},{"month":5,"visitors":0},{"month":6,"visitors":0},{"month":7,"visitors":0},{"month":8,"visitors":0},{"month":9,"visitors":0},{"month":10,"visitors":320},{"month":11,"visitors":0},{"month":12,"visitors":0}],"salesRevenueFen":60300,"presaleRevenueFen":0,"revenueByVariety":[{"variety":"fengshui-pear","salesFen":60300,"presaleFen":0,"salesG":100500,"presaleG":0}],"revenueByProduct":[],"revenueByChannel":[{"channel":"MARKET","salesFen":60300}],"revenueByMonth":[{"month":1,"salesFen":0,"presaleFen":0},{"month":2,"salesFen":0,"presaleFen":0},{"month":3,"salesFen":0,"presaleFen":0},{"month":4,"salesFen":0,"presaleFen":0},{"month":5,"salesFen":0,"presaleFen":0},{"month":6,"salesFen":0,"presaleFen":0},{"month":7,"salesFen":0,"presaleFen":0},{"month":8,"salesFen":0,"presaleFen":0},{"month":9,"salesFen":60300,"presaleFen":0},{"month":10,"salesFen":0,"presaleFen":0},{"month":11,"salesFen":0,"presaleFen":0},{"month":12,"salesFen":0,"presaleFen":0}],"plantOutput":[],"cateringTakingsFen":150050,"cateringIncreaseFen":50050,"festivalEditions":1,"processingPlants":1,"processingProjects":1,"honours":[{"kind":"LANDMARK_DISH","count":1},{"kind":"FAMOUS_SNACK","count":0},{"kind":"HERITAGE_PROJECT","count":0}],"asOf":1795492800000000}', '{"version":"1","region":"云安镇","varieties":{"fengshui-pear":{"zh":"丰水梨","en":"Hosui pear"}},"products":{},"plants":{}}', '{"version":"1","varieties":{"fengshui-pear":1},"products":{},"channels":{"MARKET":1}}', '{"cateringIncreaseYuan":1,"cateringTakingsYuan":1,"festivalEditions":1,"growers":1,"honours":1,"plantOutput":1,"plantedAreaByVariety":1,"plantedAreaMu":1,"presaleRevenueYuan":1,"processingPlants":1,"processingProjects":1,"produceRevenueYuan":1,"revenueByChannel":1,"revenueByMonth":1,"revenueByProduct":1,"revenueByVariety":1,"salesRevenueYuan":1,"visitors":1,"visitorsByMonth":1}', 1795492800000000, 'ad5d2eb5adaae8001a7030629211ab705e77826aac110df0012d7fa7bb879d54', '61c00af58114f05791cf728769ef6db2fbc381a4ad0573e25e875d141c7d07f9', 1795492800000001, X'01A2164CC1FC7486942A0354050E738C', '云阳县云安镇');
INSERT INTO report_submission VALUES (X'01A2164CDE11738BAB35B7E170ABEA51', '500235136001', 2025, 'H2', 'APPROVED', 1795492800000000, 1795492800000001, X'01A2164CBDC677069ED76387234DEDF6', 1795492800000001, X'01A2164CC1FC7486942A0354050E738C', NULL);
CREATE INDEX region_parent ON region (parent_code, code);
CREATE INDEX grower_township ON grower (substr(region_code, 1, 9), id);
CREATE INDEX grower_county ON grower (substr(region_code, 1, 6), id);
CREATE INDEX plot_grower ON plot (grower_id, id);
CREATE INDEX plot_township ON plot (substr(region_code, 1, 9), id);
CREATE INDEX plot_county ON plot (substr(region_code, 1, 6), id);
CREATE INDEX product_plant ON product (plant_code, code);
CREATE INDEX festival_days_festival ON festival_days (festival_id, recorded_at);
CREATE INDEX catering_establishment_region ON catering_establishment (region_code, code);
CREATE INDEX undertaking_days_source ON undertaking_days (source_id, recorded_at);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expiry ON session (expires_at);
CREATE INDEX idempotency_age ON idempotency (created_at);
CREATE INDEX audit_entry_at ON audit_entry (at, id);
CREATE INDEX audit_entry_account ON audit_entry (account_id, at, id);
CREATE INDEX audit_entry_action ON audit_entry (action, at, id);
CREATE INDEX audit_entry_record ON audit_entry (record_id, at, id);
CREATE INDEX audit_entry_township ON audit_entry (substr(region_code, 1, 9), at, id);
CREATE INDEX audit_entry_county ON audit_entry (substr(region_code, 1, 6), at, id);
CREATE INDEX harvest_lot_township ON harvest_lot (substr(region_code, 1, 9), harvested_on, id);
CREATE INDEX harvest_lot_plot ON harvest_lot (plot_id, harvested_on);
CREATE INDEX harvest_lot_grower ON harvest_lot (grower_id, harvested_on, id);
CREATE INDEX harvest_lot_county ON harvest_lot (substr(region_code, 1, 6), harvested_on, id);
CREATE INDEX harvest_lot_day ON harvest_lot (harvested_on, id);
CREATE INDEX site_counting_site ON site_counting (site_code, id);
CREATE UNIQUE INDEX visitor_count_in_force ON visitor_count (site_code, day) WHERE replaced_at IS NULL;
CREATE UNIQUE INDEX catering_takings_in_force ON catering_takings (establishment_code, year, month) WHERE replaced_at IS NULL;
CREATE INDEX catering_baseline_region ON catering_baseline (region_code, recorded_at);
CREATE INDEX ledger_entry_booked ON ledger_entry (kind, region_code, day, id);
CREATE INDEX ledger_entry_source ON ledger_entry (source_id);
CREATE INDEX ledger_entry_recorded ON ledger_entry (recorded_at);
CREATE INDEX ledger_entry_grower ON ledger_entry (grower_id, kind, variety_code) WHERE grower_id IS NOT NULL;
CREATE INDEX intake_day ON intake (received_on, id);
CREATE INDEX intake_plant ON intake (plant_code, received_on, id);
CREATE INDEX intake_township ON intake (substr(region_code, 1, 9), received_on, id);
CREATE INDEX intake_county ON intake (substr(region_code, 1, 6), received_on, id);
CREATE INDEX intake_stock ON intake (plant_code, received_on, id) WHERE available_g > 0;
CREATE INDEX intake_lot ON intake (lot_id);
CREATE INDEX intake_bought ON intake (bought_batch_id) WHERE bought_batch_id IS NOT NULL;
CREATE INDEX intake_certificate ON intake (certificate_code) WHERE certificate_code IS NOT NULL;
CREATE INDEX production_batch_day ON production_batch (produced_on, id);
CREATE INDEX production_batch_plant ON production_batch (plant_code, produced_on, id);
CREATE INDEX production_batch_product ON production_batch (product_code, produced_on, id);
CREATE INDEX production_batch_township ON production_batch (substr(region_code, 1, 9), produced_on, id);
CREATE INDEX production_batch_county ON production_batch (substr(region_code, 1, 6), produced_on, id);
CREATE INDEX production_batch_recording ON production_batch (recorded_at, id);
CREATE INDEX production_batch_stock ON production_batch (plant_code, product_code, produced_on, id) WHERE available_g > 0;
CREATE INDEX batch_ingredient_intake ON batch_ingredient (intake_id);
CREATE INDEX batch_ingredient_source ON batch_ingredient (source_batch_id);
CREATE INDEX batch_ingredient_from ON batch_ingredient (from_batch_id);
CREATE INDEX sale_township ON sale (substr(region_code, 1, 9), sold_on, id);
CREATE INDEX sale_day ON sale (sold_on, id);
CREATE INDEX sale_county ON sale (substr(region_code, 1, 6), sold_on, id);
CREATE INDEX sale_variety ON sale (substr(region_code, 1, 6), variety_code, sold_on, id) WHERE variety_code IS NOT NULL;
CREATE INDEX sale_product ON sale (product_code, sold_on, id) WHERE product_code IS NOT NULL;
CREATE INDEX sale_grower ON sale (grower_id, sold_on, id);
CREATE INDEX sale_lot ON sale (lot_id);
CREATE INDEX sale_batch_batch ON sale_batch (batch_id);
CREATE INDEX presale_offer_opening ON presale_offer (opens_at, id);
CREATE INDEX presale_offer_region ON presale_offer (region_code, opens_at, id);
CREATE INDEX presale_offer_crop ON presale_offer (variety_code, season, region_code);
CREATE INDEX preorder_delivery ON preorder (delivered_on, id) WHERE delivered_on IS NOT NULL;
CREATE INDEX preorder_placing ON preorder (placed_at, id);
CREATE INDEX preorder_township ON preorder (substr(region_code, 1, 9), placed_at, id);
CREATE INDEX preorder_county ON preorder (substr(region_code, 1, 6), placed_at, id);
CREATE INDEX preorder_offer ON preorder (offer_id, placed_at, id);
CREATE INDEX preorder_buyer ON preorder (buyer_account_id, placed_at, id);
CREATE INDEX preorder_hold ON preorder (offer_id, status, hold_until);
CREATE INDEX preorder_unpaid ON preorder (offer_id, buyer_phone) WHERE status = 'PLACED';
CREATE INDEX preorder_refund_due ON preorder (refund_due_since, id) WHERE refund_due_since IS NOT NULL;
CREATE INDEX preorder_event_preorder ON preorder_event (preorder_id, id);
CREATE UNIQUE INDEX preorder_payment_proof ON preorder_payment (method, reference) WHERE reversed_at IS NULL;
CREATE INDEX preorder_payment_preorder ON preorder_payment (preorder_id, id);
CREATE INDEX preorder_payment_day ON preorder_payment (day, region_code);
CREATE INDEX preorder_refund_preorder ON preorder_refund (preorder_id, id);
CREATE INDEX preorder_refund_day ON preorder_refund (day, region_code);
CREATE INDEX preorder_lot_lot ON preorder_lot (lot_id);
CREATE INDEX shortfall_run_offer ON shortfall_run (offer_id, id);
CREATE UNIQUE INDEX harvest_estimate_latest ON harvest_estimate (variety_code, season, region_code) WHERE replaced_at IS NULL;
CREATE INDEX harvest_estimate_recording ON harvest_estimate (recorded_at, id);
CREATE INDEX harvest_estimate_region ON harvest_estimate (region_code, recorded_at, id);
CREATE INDEX certificate_lot ON certificate (lot_id, issued_at);
CREATE INDEX certificate_batch ON certificate (batch_id, issued_at);
CREATE INDEX certificate_issuing ON certificate (issued_at, id);
CREATE INDEX certificate_grower ON certificate (grower_id, issued_at, id);
CREATE INDEX certificate_plant ON certificate (plant_code, issued_at, id);
CREATE INDEX certificate_township ON certificate (substr(region_code, 1, 9), issued_at, id);
CREATE INDEX certificate_county ON certificate (substr(region_code, 1, 6), issued_at, id);
CREATE INDEX certificate_replacement_code ON certificate_replacement (replaced_code);
CREATE INDEX published_report_newest ON published_report (published_at, id);
CREATE INDEX published_report_region ON published_report (region_code, published_at, id);
CREATE INDEX published_report_year ON published_report (region_code, year, published_at, id);
CREATE UNIQUE INDEX report_submission_waiting ON report_submission (region_code, year, period) WHERE status = 'SUBMITTED';
CREATE INDEX report_submission_submitting ON report_submission (submitted_at, id);
CREATE INDEX report_submission_region ON report_submission (region_code, submitted_at, id);
CREATE INDEX report_submission_period ON report_submission (region_code, year, period, submitted_at, id);
COMMIT;
