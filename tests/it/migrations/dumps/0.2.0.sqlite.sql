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
    recorded_by UUID NOT NULL CONSTRAINT presale_offer_recorded_by_exists REFERENCES account (id), settling_run_id UUID CONSTRAINT presale_offer_settling_run_exists REFERENCES shortfall_run (id),
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
INSERT INTO seaql_migrations VALUES ('0001_baseline', 1795693525);
INSERT INTO seaql_migrations VALUES ('0002_regions', 1795693525);
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
INSERT INTO grower VALUES (X'01A217ACBED975C1A46964F0CB3F2A15', '云安果业', NULL, 'COMPANY', '500235136001', '13800001234', 1764561600000000, 'd351d1ddc184a4e77e4592a55b29a77dee6de997dae53e4ecb006a318d21dde7');
INSERT INTO plot VALUES (X'01A217ACBEE673B6BE75B50171DF6705', X'01A217ACBED975C1A46964F0CB3F2A15', '500235136001', 'fengshui-pear', 1250, 2015, NULL, NULL, 1764561600000000);
INSERT INTO processing_plant VALUES ('pickles', X'01A217ACBC8A77EABC4DD8F58992361A', '云安泡菜厂', '500235136001', '2020-05-01', NULL, '2025-11-01', '02355551234');
INSERT INTO processing_project VALUES ('line', X'01A217ACBEA37054AB6CA09C5C5D42A8', '泡菜生产线', '500235136', NULL, '2025-03-01', NULL);
INSERT INTO product VALUES ('paocai', 'pickles', '洗澡泡菜', 0, 1, NULL, NULL);
INSERT INTO product_step VALUES (X'01A217ACC07976FC878BA45A382FCCB5', 'paocai', 1, '腌制', 7);
INSERT INTO site VALUES ('gate', '梨园大门', '500235136001', 1);
INSERT INTO site VALUES ('pavilion', '观花亭', '500235136001', 1);
INSERT INTO festival VALUES (X'01A217ACBEAD72E6866F0794DC78B444', '500235136', 17, '云安梨花节', '2025-03-20', '2025-04-02');
INSERT INTO festival_days VALUES (X'01A217ACBEAE705A946141CE86D28877', X'01A217ACBEAD72E6866F0794DC78B444', '2025-03-20', '2025-04-02', 1764561600000000);
INSERT INTO catering_establishment VALUES ('kitchen', '梨花农家乐', '500235136001');
INSERT INTO honour VALUES ('soup', X'01A217ACBE9672E287D7B2F65C591D8E', 'LANDMARK_DISH', '羊肉汤', '500235136', '2025-06-01', NULL);
INSERT INTO undertaking_days VALUES (X'01A217ACBC8A77EABC4DD8F6DF740ACE', 'PROCESSING_PLANT', X'01A217ACBC8A77EABC4DD8F58992361A', '2020-05-01', NULL, 1764561600000000);
INSERT INTO undertaking_days VALUES (X'01A217ACBE977289AAA19F1DB02971D7', 'HONOUR', X'01A217ACBE9672E287D7B2F65C591D8E', '2025-06-01', NULL, 1764561600000000);
INSERT INTO undertaking_days VALUES (X'01A217ACBEA471828EE21B237FD36F99', 'PROCESSING_PROJECT', X'01A217ACBEA37054AB6CA09C5C5D42A8', '2025-03-01', NULL, 1764561600000000);
INSERT INTO account VALUES (X'01A217ACBB1875A28E6E04245861580F', 'admin-0', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A217ACBC997064AB833F6336F24A8C', 'admin-1', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A217ACBD7A75309F0CEC83D3ECF867', 'town-clerk', '$argon2id$v=19$m=19456,t=2,p=1$BN+vHKnIkfu8FA6UHPwOFw$0mZ0BAlGsfwB4Ysik2Qa26i5Hm5LOHJMQ2+LDAjx+7k', 'CLERK', '500235136', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A217ACBDA6736BA5240745C0319089', 'village-clerk', '$argon2id$v=19$m=19456,t=2,p=1$FBcPaX5WAvB5uQnn28OrUg$xT1aCgILjkFjLDj8U69PnMW2DEJw5uwD2PpYnxeZc2w', 'CLERK', '500235136001', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A217ACBDCE71099050F5D6A7B775CC', 'town-official', '$argon2id$v=19$m=19456,t=2,p=1$FTBbKftIAaKVuwdMbP4VYw$O4SW9u7+xMhoPdft6X6j6Pz3SystsMM70t6OvDG7vPY', 'OFFICIAL', '500235136', NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A217ACBDF774218DA48965C6E13458', 'operator', '$argon2id$v=19$m=19456,t=2,p=1$JNtFCgQyQXch2JMLVVDWEQ$fGdOoUJQp877SN2vHGtkZe22DzWh/HKuNVz8q4JzqaA', 'PLANT_OPERATOR', '500235136001', 'pickles', NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A217ACBDFB70209EC3FB4A2EDFADA4', 'admin-2', 'none', 'ADMIN', NULL, NULL, NULL, 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A217ACBEDE74CEA872FCB7656CA1DC', 'grower-3', 'none', 'GROWER', '500235136001', NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 1764561600000000, 1764561600000000, NULL, NULL);
INSERT INTO account VALUES (X'01A217ACBF64762899593AFD530340B3', 'admin-4', 'none', 'ADMIN', NULL, NULL, NULL, 1795492800000000, 1795492800000000, NULL, NULL);
INSERT INTO session VALUES (X'01A217ACBB197307903E5F8E26EA1D33', '8ea10534351b2a09573afa8c266c3d284d083b82468f4b00d217cd4685a04b10', X'01A217ACBB1875A28E6E04245861580F', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO session VALUES (X'01A217ACBC997064AB833F6405661772', 'f5c9b0279b650e71979c9691d15ac8fa77ecf9fade94778cadf76de1fdda0ff8', X'01A217ACBC997064AB833F6336F24A8C', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO session VALUES (X'01A217ACBDFC774F839481C0185B2F5B', '4ccd9e5252c07a07009ced31995f4d8dc8d020261576225335d2488f1db57e24', X'01A217ACBDFB70209EC3FB4A2EDFADA4', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO session VALUES (X'01A217ACBEDE74CEA872FCB8D4CE2860', 'e88f50edcdaed52fdcdf2097b695630579bebc3118b23eaf651c36c762db8811', X'01A217ACBEDE74CEA872FCB7656CA1DC', 1764561600000000, 2764561600000000, 2764561600000000);
INSERT INTO session VALUES (X'01A217ACBF65721F813C77E583693AF2', '676292f782568941182e4b0b6fbf32e29c8a8fc572de8d5e84007e95017b7de5', X'01A217ACBF64762899593AFD530340B3', 1795492800000000, 2795492800000000, 2795492800000000);
INSERT INTO session VALUES (X'01A217ACBF89776AA2FA988599E5EC1A', 'f4844f4882bb03b09435bc6673eefadcea443e060a22c80a5ce7661e5da4d1dc', X'01A217ACBD7A75309F0CEC83D3ECF867', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO session VALUES (X'01A217ACBFAE709AA682DDDC3FBDE4E4', '7906c4b8e194952f609532c0c96eca7c47d3230af2189405cdd23d416896772a', X'01A217ACBDA6736BA5240745C0319089', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO session VALUES (X'01A217ACBFD473EAB1CF6836CB27E19A', 'a4f46147abd57037475afa032b1a82feb764e67df46fb220ae685e8c6146164e', X'01A217ACBDCE71099050F5D6A7B775CC', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO session VALUES (X'01A217ACBFFB74C09F421CFAA3C9F522', 'b82bda5c043c700554ccceb5e103d159712d3109c99c790824c47ea24bdb4d93', X'01A217ACBDF774218DA48965C6E13458', 1795492800000000, 1798084800000000, 1795492800000000);
INSERT INTO session VALUES (X'01A217ACC27A7485B80C84D5FDF88653', '9e770cdc7a87eae5dae29f71396b0b4a02b295348ce0b324e18e23f865dd6299', X'01A217ACBDCE71099050F5D6A7B775CC', 1795492800000002, 1798084800000002, 1795492800000002);
INSERT INTO idempotency VALUES ('01a217ac-bd7a-7530-9f0c-ec83d3ecf867', 'recordSale', 'autumn', '1:261615ffb5a67983eb32cc7225d04ce62845ac59b3df5071c6ab7b63e5ea9a80', '01a217ac-bf17-7081-829e-8e60ba61fde3', 1764561600000000);
INSERT INTO idempotency VALUES ('01a217ac-bd7a-7530-9f0c-ec83d3ecf867', 'recordSale', 'mistaken', '1:a87101d81a6c4170fce2f7bb8de3119a226f9b5bbd1a38f5be432e1bf40b552d', '01a217ac-bf25-74bb-ad1c-c98e32d7e586', 1764561600000000);
INSERT INTO idempotency VALUES ('01a217ac-bdf7-7421-8da4-8965c6e13458', 'recordProductionBatch', 'jar', '1:6ddfa5f3728df70ada817885095a0d9044f6177008e064fa4196d0db666e9e75', '01a217ac-c051-71d8-82a5-3befc17d8003', 1795492800000000);
INSERT INTO idempotency VALUES ('01a217ac-bd7a-7530-9f0c-ec83d3ecf867', 'placePreorder', 'claim', '1:15d51df9e15c840f1f0abcc3b4f26e1e955e59a6275d82052b1641e9e5f33f03', '01a217ac-c0fd-769d-92eb-c4652ccbf3ce', 1795492800000000);
INSERT INTO installation VALUES (1, 0, 2);
INSERT INTO audit_entry VALUES (X'01A217ACBC74717DBD0CC5888551477B', 1764561600000000, X'01A217ACBB1875A28E6E04245861580F', '192.0.2.7', '01a217ac-bb1c-763b-bb7f-5054950bac79', 'addSite', 'site', 'gate', '500235136001', '{"records":[{"kind":"site","id":"gate","fields":{"code":[null,"gate"],"counts_towards_total":[null,true],"name":[null,"梨园大门"],"region_code":[null,"500235136001"]}},{"kind":"site_counting","id":"01a217ac-bc73-7187-92e4-fd12a76c9763","fields":{"counts_towards_total":[null,true],"id":[null,"01a217ac-bc73-7187-92e4-fd12a76c9763"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bb18-75a2-8e6e-04245861580f"],"site_code":[null,"gate"],"starts_on":[null,"1949-01-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBC7C726889668B931FC47C82', 1764561600000000, X'01A217ACBB1875A28E6E04245861580F', '192.0.2.7', '01a217ac-bc77-773e-b671-9cbafedb770a', 'addSite', 'site', 'pavilion', '500235136001', '{"records":[{"kind":"site","id":"pavilion","fields":{"code":[null,"pavilion"],"counts_towards_total":[null,false],"name":[null,"观花亭"],"region_code":[null,"500235136001"]}},{"kind":"site_counting","id":"01a217ac-bc7b-70b3-8ca8-3adaa52235f4","fields":{"counts_towards_total":[null,false],"id":[null,"01a217ac-bc7b-70b3-8ca8-3adaa52235f4"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bb18-75a2-8e6e-04245861580f"],"site_code":[null,"pavilion"],"starts_on":[null,"1949-01-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBC83715EB04CE6A90E48CFD2', 1764561600000000, X'01A217ACBB1875A28E6E04245861580F', '192.0.2.7', '01a217ac-bc7e-7058-811a-7e3235d68d91', 'addCateringEstablishment', 'catering_establishment', 'kitchen', '500235136001', '{"records":[{"kind":"catering_establishment","id":"kitchen","fields":{"code":[null,"kitchen"],"name":[null,"梨花农家乐"],"region_code":[null,"500235136001"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBC8D72AC84F6A7F336C694A2', 1764561600000000, X'01A217ACBB1875A28E6E04245861580F', '192.0.2.7', '01a217ac-bc86-70a4-93d3-70a3bdc5c823', 'addProcessingPlant', 'processing_plant', 'pickles', '500235136001', '{"records":[{"kind":"processing_plant","id":"pickles","fields":{"code":[null,"pickles"],"id":[null,"01a217ac-bc8a-77ea-bc4d-d8f58992361a"],"name":[null,"云安泡菜厂"],"opened_on":[null,"2020-05-01"],"region_code":[null,"500235136001"]}},{"kind":"undertaking_days","id":"01a217ac-bc8a-77ea-bc4d-d8f6df740ace","fields":{"id":[null,"01a217ac-bc8a-77ea-bc4d-d8f6df740ace"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a217ac-bc8a-77ea-bc4d-d8f58992361a"],"source_kind":[null,"PROCESSING_PLANT"],"starts_on":[null,"2020-05-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBC9570BBA50149D6BDD463B9', 1764561600000000, X'01A217ACBB1875A28E6E04245861580F', '192.0.2.7', '01a217ac-bc90-7360-89cf-d4e67f393a17', 'addProduct', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product","id":"paocai","fields":{"code":[null,"paocai"],"is_fresh_produce":[null,false],"name":[null,"洗澡泡菜"],"needs_ingredients":[null,true],"plant_code":[null,"pickles"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBD7B7221BBC03186FD9B3AE5', 1764561600000000, X'01A217ACBC997064AB833F6336F24A8C', '192.0.2.7', '01a217ac-bc9b-770e-aab9-75ef84e9b3f5', 'createAccount', 'account', '01a217ac-bd7a-7530-9f0c-ec83d3ecf867', '500235136', '{"records":[{"kind":"account","id":"01a217ac-bd7a-7530-9f0c-ec83d3ecf867","fields":{"created_at":[null,1764561600000000],"id":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136"],"role":[null,"CLERK"],"username":[null,"town-clerk"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBDA77006B3EDB0B4B4D74D9C', 1764561600000000, X'01A217ACBC997064AB833F6336F24A8C', '192.0.2.7', '01a217ac-bd7d-717e-a273-5acec23da335', 'createAccount', 'account', '01a217ac-bda6-736b-a524-0745c0319089', '500235136001', '{"records":[{"kind":"account","id":"01a217ac-bda6-736b-a524-0745c0319089","fields":{"created_at":[null,1764561600000000],"id":[null,"01a217ac-bda6-736b-a524-0745c0319089"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136001"],"role":[null,"CLERK"],"username":[null,"village-clerk"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBDCF72CA93DBA7390FDE115B', 1764561600000000, X'01A217ACBC997064AB833F6336F24A8C', '192.0.2.7', '01a217ac-bdaa-756e-be43-73641330bb34', 'createAccount', 'account', '01a217ac-bdce-7109-9050-f5d6a7b775cc', '500235136', '{"records":[{"kind":"account","id":"01a217ac-bdce-7109-9050-f5d6a7b775cc","fields":{"created_at":[null,1764561600000000],"id":[null,"01a217ac-bdce-7109-9050-f5d6a7b775cc"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"region_code":[null,"500235136"],"role":[null,"OFFICIAL"],"username":[null,"town-official"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBDF774218DA48966219C4A1E', 1764561600000000, X'01A217ACBC997064AB833F6336F24A8C', '192.0.2.7', '01a217ac-bdd1-726f-90ee-039cd4f23ca5', 'createAccount', 'account', '01a217ac-bdf7-7421-8da4-8965c6e13458', '500235136001', '{"records":[{"kind":"account","id":"01a217ac-bdf7-7421-8da4-8965c6e13458","fields":{"created_at":[null,1764561600000000],"id":[null,"01a217ac-bdf7-7421-8da4-8965c6e13458"],"password_hash":[null,"***"],"password_set_at":[null,1764561600000000],"plant_code":[null,"pickles"],"region_code":[null,"500235136001"],"role":[null,"PLANT_OPERATOR"],"username":[null,"operator"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBE217043A5C49A8288835BE1', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bdfe-76be-aace-a7ac27ab1ad8', 'signIn', 'session', '01a217ac-be20-74c9-9b79-599cc2b83fe6', '500235136', '{"records":[{"kind":"session","id":"01a217ac-be20-74c9-9b79-599cc2b83fe6","fields":{"account_id":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a217ac-be20-74c9-9b79-599cc2b83fe6"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBE45775D8C42B80CC402CF34', 1764561600000000, X'01A217ACBDA6736BA5240745C0319089', '192.0.2.7', '01a217ac-be24-726e-90fd-235097b77bd6', 'signIn', 'session', '01a217ac-be44-73c6-abee-63d31898d220', '500235136001', '{"records":[{"kind":"session","id":"01a217ac-be44-73c6-abee-63d31898d220","fields":{"account_id":[null,"01a217ac-bda6-736b-a524-0745c0319089"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a217ac-be44-73c6-abee-63d31898d220"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBE6A7033AFE38E8CC5ACB82F', 1764561600000000, X'01A217ACBDCE71099050F5D6A7B775CC', '192.0.2.7', '01a217ac-be48-77b7-b453-0b5f04bf4532', 'signIn', 'session', '01a217ac-be69-71bf-a322-96213a910014', '500235136', '{"records":[{"kind":"session","id":"01a217ac-be69-71bf-a322-96213a910014","fields":{"account_id":[null,"01a217ac-bdce-7109-9050-f5d6a7b775cc"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a217ac-be69-71bf-a322-96213a910014"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBE8F7182B39484487887166D', 1764561600000000, X'01A217ACBDF774218DA48965C6E13458', '192.0.2.7', '01a217ac-be6c-7126-b128-6f3f3151fd8e', 'signIn', 'session', '01a217ac-be8e-75cf-b3ff-d62e8c7bef29', '500235136001', '{"records":[{"kind":"session","id":"01a217ac-be8e-75cf-b3ff-d62e8c7bef29","fields":{"account_id":[null,"01a217ac-bdf7-7421-8da4-8965c6e13458"],"created_at":[null,1764561600000000],"expires_at":[null,1767153600000000],"id":[null,"01a217ac-be8e-75cf-b3ff-d62e8c7bef29"],"last_used_at":[null,1764561600000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBE997489AFF92F1BD79F1892', 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4', '192.0.2.7', '01a217ac-be92-7192-9626-1356f24f807a', 'addHonour', 'honour', 'soup', '500235136', '{"records":[{"kind":"honour","id":"soup","fields":{"awarded_on":[null,"2025-06-01"],"code":[null,"soup"],"id":[null,"01a217ac-be96-72e2-87d7-b2f65c591d8e"],"kind":[null,"LANDMARK_DISH"],"name":[null,"羊肉汤"],"region_code":[null,"500235136"]}},{"kind":"undertaking_days","id":"01a217ac-be97-7289-aaa1-9f1db02971d7","fields":{"id":[null,"01a217ac-be97-7289-aaa1-9f1db02971d7"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a217ac-be96-72e2-87d7-b2f65c591d8e"],"source_kind":[null,"HONOUR"],"starts_on":[null,"2025-06-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBEA677109C6C89A2CE49BB60', 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4', '192.0.2.7', '01a217ac-be9d-74b0-aef8-afb66692a13f', 'addProcessingProject', 'processing_project', 'line', '500235136', '{"records":[{"kind":"processing_project","id":"line","fields":{"began_on":[null,"2025-03-01"],"code":[null,"line"],"id":[null,"01a217ac-bea3-7054-ab6c-a09c5c5d42a8"],"name":[null,"泡菜生产线"],"region_code":[null,"500235136"]}},{"kind":"undertaking_days","id":"01a217ac-bea4-7182-8ee2-1b237fd36f99","fields":{"id":[null,"01a217ac-bea4-7182-8ee2-1b237fd36f99"],"recorded_at":[null,1764561600000000],"source_id":[null,"01a217ac-bea3-7054-ab6c-a09c5c5d42a8"],"source_kind":[null,"PROCESSING_PROJECT"],"starts_on":[null,"2025-03-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBEB0775A9690E520AD1FA421', 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4', '192.0.2.7', '01a217ac-bea9-76e1-a8b8-f4460a09664d', 'addFestival', 'festival', '01a217ac-bead-72e6-866f-0794dc78b444', '500235136', '{"records":[{"kind":"festival","id":"01a217ac-bead-72e6-866f-0794dc78b444","fields":{"edition":[null,17],"ends_on":[null,"2025-04-02"],"id":[null,"01a217ac-bead-72e6-866f-0794dc78b444"],"name":[null,"云安梨花节"],"region_code":[null,"500235136"],"starts_on":[null,"2025-03-20"]}},{"kind":"festival_days","id":"01a217ac-beae-705a-9461-41ce86d28877","fields":{"ends_on":[null,"2025-04-02"],"festival_id":[null,"01a217ac-bead-72e6-866f-0794dc78b444"],"id":[null,"01a217ac-beae-705a-9461-41ce86d28877"],"recorded_at":[null,1764561600000000],"starts_on":[null,"2025-03-20"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBEB87718AE709552D755CC04', 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4', '192.0.2.7', '01a217ac-beb3-73c6-8d0b-4b872e8e59dd', 'setCateringBaseline', 'catering_baseline', '01a217ac-beb7-72f1-83a0-ddd6ea8c62c0', '500235136', '{"records":[{"kind":"catering_baseline","id":"01a217ac-beb7-72f1-83a0-ddd6ea8c62c0","fields":{"baseline_year":[null,2024],"id":[null,"01a217ac-beb7-72f1-83a0-ddd6ea8c62c0"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bdfb-7020-9ec3-fb4a2edfada4"],"region_code":[null,"500235136"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBEC07254970B94CD05BBC8A2', 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4', '192.0.2.7', '01a217ac-beba-70e3-b7e7-86f04b8efde1', 'updateSite', 'site', 'pavilion', '500235136001', '{"records":[{"kind":"site_counting","id":"01a217ac-bebf-7032-a326-af94a3d04e15","fields":{"counts_towards_total":[null,true],"id":[null,"01a217ac-bebf-7032-a326-af94a3d04e15"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bdfb-7020-9ec3-fb4a2edfada4"],"site_code":[null,"pavilion"],"starts_on":[null,"2025-11-01"]}},{"kind":"site","id":"pavilion","fields":{"counts_towards_total":[false,true]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBEC970228FE5A3DE1183ADA8', 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4', '192.0.2.7', '01a217ac-bec3-761d-8ba7-2eec672bfd39', 'updateProcessingPlant', 'processing_plant', 'pickles', '500235136001', '{"records":[{"kind":"processing_plant","id":"pickles","fields":{"phone":[null,"***"],"stock_from":[null,"2025-11-01"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBED2774D8C93C000B6A8AAA1', 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4', '192.0.2.7', '01a217ac-becc-72d3-a613-d9417e3f8075', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a217ac-bed1-735c-8105-b3de438aba93","fields":{"days":[null,7],"id":[null,"01a217ac-bed1-735c-8105-b3de438aba93"],"name":[null,"腌制"],"position":[null,1],"product_code":[null,"paocai"]}},{"kind":"product","id":"paocai","fields":{"usual_yield_from":[null,5000],"usual_yield_to":[null,9000]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBEDA727FB7ADDA62CE16330A', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bed5-7768-a6ce-b7caa1b1c595', 'registerGrower', 'grower', '01a217ac-bed9-75c1-a469-64f0cb3f2a15', '500235136001', '{"records":[{"kind":"grower","id":"01a217ac-bed9-75c1-a469-64f0cb3f2a15","fields":{"id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"kind":[null,"COMPANY"],"name":[null,"sha256:ddf93ce5ede07451043382875b469da4076f2bd70441db6fbafe463472581c8f"],"phone":[null,"sha256:d6ccea0d41cca5aba2ad9e416ededc147fa80300664ff2bd348d6217de96d330"],"region_code":[null,"500235136001"],"registered_at":[null,1764561600000000]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBEEB77C5BD15A5D9C7215E17', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bee0-7313-b046-6d926ae46bf3', 'registerPlot', 'plot', '01a217ac-bee6-73b6-be75-b50171df6705', '500235136001', '{"records":[{"kind":"plot","id":"01a217ac-bee6-73b6-be75-b50171df6705","fields":{"area_mu_hundredths":[null,1000],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"id":[null,"01a217ac-bee6-73b6-be75-b50171df6705"],"planted_year":[null,2015],"region_code":[null,"500235136001"],"registered_at":[null,1764561600000000],"variety_code":[null,"fengshui-pear"]}},{"kind":"plot_term","id":"01a217ac-bee7-76a3-a08c-e343c1ddd495","fields":{"area_mu_hundredths":[null,1000],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-bee7-76a3-a08c-e343c1ddd495"],"is_in_use":[null,true],"plot_id":[null,"01a217ac-bee6-73b6-be75-b50171df6705"],"position":[null,1],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"starts_on":[null,"2015-01-01"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBEF9760A9F154676AA613CAF', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-beef-71de-a381-ff1a20c62e99', 'changePlot', 'plot', '01a217ac-bee6-73b6-be75-b50171df6705', '500235136001', '{"records":[{"kind":"plot","id":"01a217ac-bee6-73b6-be75-b50171df6705","fields":{"area_mu_hundredths":[1000,1250]}},{"kind":"plot_term","id":"01a217ac-bef6-708c-ad63-b03f43a5979c","fields":{"area_mu_hundredths":[null,1250],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-bef6-708c-ad63-b03f43a5979c"],"is_in_use":[null,true],"plot_id":[null,"01a217ac-bee6-73b6-be75-b50171df6705"],"position":[null,2],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"starts_on":[null,"2025-06-01"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF027478A152DE5825C2DB39', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-befc-7381-9ac1-4fb071bcf61d', 'recordHarvest', 'harvest_lot', '01a217ac-bf01-728e-90e2-525fdc48ebc7', '500235136001', '{"records":[{"kind":"harvest_lot","id":"01a217ac-bf01-728e-90e2-525fdc48ebc7","fields":{"available_g":[null,800000],"code":[null,"HRWA-PR4G-J0MQ"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"harvested_on":[null,"2025-09-10"],"id":[null,"01a217ac-bf01-728e-90e2-525fdc48ebc7"],"plot_id":[null,"01a217ac-bee6-73b6-be75-b50171df6705"],"quantity_g":[null,800000],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF0E775BB94CECFE520C8320', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf05-72e5-9783-f2d4bef77f63', 'issueCertificate', 'certificate', '01a217ac-bf0c-7362-b8b8-9dd2c018b180', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-bf0c-7362-b8b8-9dd2c018b180","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CVQA-4W5P-SE2B"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"id":[null,"01a217ac-bf0c-7362-b8b8-9dd2c018b180"],"issued_at":[null,1764561600000000],"issued_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"issuer_contact":[null,"sha256:c834c2e1bcb88f785cda8dcb08bae101609dc7818ee77ddf57180d45ab7f635d"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:0954b5599890074c86b72404b54d58b0dfbc860b535c082152bb58d760d396c9"],"lot_id":[null,"01a217ac-bf01-728e-90e2-525fdc48ebc7"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:6a3e5f390c7720746144a3af76cad6b5169615c49bb2c6cbf7e8296f71139b3f"],"quantity_g":[null,10000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF1B71D084263F4AB30B1BC6', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf11-71fc-b06f-0b9248e84a28', 'recordSale', 'sale', '01a217ac-bf17-7081-829e-8e60ba61fde3', '500235136001', '{"records":[{"kind":"sale","id":"01a217ac-bf17-7081-829e-8e60ba61fde3","fields":{"amount_fen":[null,60300],"channel":[null,"MARKET"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-bf17-7081-829e-8e60ba61fde3"],"lot_id":[null,"01a217ac-bf01-728e-90e2-525fdc48ebc7"],"quantity_g":[null,100500],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"season":[null,2025],"sold_on":[null,"2025-09-15"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF2777658A53F15F84DE97B5', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf1f-7707-99d6-996881cb91d9', 'recordSale', 'sale', '01a217ac-bf25-74bb-ad1c-c98e32d7e586', '500235136001', '{"records":[{"kind":"sale","id":"01a217ac-bf25-74bb-ad1c-c98e32d7e586","fields":{"amount_fen":[null,600],"channel":[null,"MARKET"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-bf25-74bb-ad1c-c98e32d7e586"],"lot_id":[null,"01a217ac-bf01-728e-90e2-525fdc48ebc7"],"quantity_g":[null,1000],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"season":[null,2025],"sold_on":[null,"2025-09-15"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF3372EE9CA7222C06429DE4', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf2b-7773-abf4-71f161f426cd', 'voidSale', 'sale', '01a217ac-bf25-74bb-ad1c-c98e32d7e586', '500235136001', '{"records":[{"kind":"sale","id":"01a217ac-bf25-74bb-ad1c-c98e32d7e586","fields":{"void_reason":[null,"误录"],"voided_at":[null,1764561600000000],"voided_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF3F7142B5337DEFDBD8310A', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf36-742d-80ac-1685ebaf1d91', 'recordVisitors', 'visitor_count', '01a217ac-bf3b-710d-badd-5c2c14671948', '500235136001', '{"records":[{"kind":"visitor_count","id":"01a217ac-bf3b-710d-badd-5c2c14671948","fields":{"counts_towards_total":[null,true],"day":[null,"2025-10-01"],"id":[null,"01a217ac-bf3b-710d-badd-5c2c14671948"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"site_code":[null,"gate"],"visitors":[null,300]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF4C734882DC6B08DE056960', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf42-7654-aeba-de888786a751', 'recordVisitors', 'visitor_count', '01a217ac-bf49-76d8-9ba8-06d62ab6e959', '500235136001', '{"records":[{"kind":"visitor_count","id":"01a217ac-bf3b-710d-badd-5c2c14671948","fields":{"replaced_at":[null,1764561600000000]}},{"kind":"visitor_count","id":"01a217ac-bf49-76d8-9ba8-06d62ab6e959","fields":{"counts_towards_total":[null,true],"day":[null,"2025-10-01"],"id":[null,"01a217ac-bf49-76d8-9ba8-06d62ab6e959"],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"site_code":[null,"gate"],"visitors":[null,320]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF57744B932A91FCBF4251D2', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf4f-70f5-94e2-e7286634edf8', 'recordCateringTakings', 'catering_takings', '01a217ac-bf54-7629-a853-39757f2ade47', '500235136001', '{"records":[{"kind":"catering_takings","id":"01a217ac-bf54-7629-a853-39757f2ade47","fields":{"amount_fen":[null,100000],"establishment_code":[null,"kitchen"],"id":[null,"01a217ac-bf54-7629-a853-39757f2ade47"],"month":[null,10],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"year":[null,2024]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF60765AA922A99389456F8C', 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf5a-7230-9a0f-91507d6078ae', 'recordCateringTakings', 'catering_takings', '01a217ac-bf5e-770d-acf7-e46aea0ecaf4', '500235136001', '{"records":[{"kind":"catering_takings","id":"01a217ac-bf5e-770d-acf7-e46aea0ecaf4","fields":{"amount_fen":[null,150050],"establishment_code":[null,"kitchen"],"id":[null,"01a217ac-bf5e-770d-acf7-e46aea0ecaf4"],"month":[null,10],"recorded_at":[null,1764561600000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"year":[null,2025]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBF8A73AE83FBF86D90CB5F2B', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-bf66-7124-9dd2-d1428299eec7', 'signIn', 'session', '01a217ac-bf89-776a-a2fa-988599e5ec1a', '500235136', '{"records":[{"kind":"session","id":"01a217ac-bf89-776a-a2fa-988599e5ec1a","fields":{"account_id":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a217ac-bf89-776a-a2fa-988599e5ec1a"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBFAF7258B09CCABE3DBC2363', 1795492800000000, X'01A217ACBDA6736BA5240745C0319089', '192.0.2.7', '01a217ac-bf8c-71e6-a4ba-ddf207f6e29e', 'signIn', 'session', '01a217ac-bfae-709a-a682-dddc3fbde4e4', '500235136001', '{"records":[{"kind":"session","id":"01a217ac-bfae-709a-a682-dddc3fbde4e4","fields":{"account_id":[null,"01a217ac-bda6-736b-a524-0745c0319089"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a217ac-bfae-709a-a682-dddc3fbde4e4"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBFD473EAB1CF6837006F35EB', 1795492800000000, X'01A217ACBDCE71099050F5D6A7B775CC', '192.0.2.7', '01a217ac-bfb2-7331-82bd-fe75192d485a', 'signIn', 'session', '01a217ac-bfd4-73ea-b1cf-6836cb27e19a', '500235136', '{"records":[{"kind":"session","id":"01a217ac-bfd4-73ea-b1cf-6836cb27e19a","fields":{"account_id":[null,"01a217ac-bdce-7109-9050-f5d6a7b775cc"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a217ac-bfd4-73ea-b1cf-6836cb27e19a"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACBFFB74C09F421CFB85D3675C', 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', '192.0.2.7', '01a217ac-bfd7-76eb-b89c-c621b121d752', 'signIn', 'session', '01a217ac-bffb-74c0-9f42-1cfaa3c9f522', '500235136001', '{"records":[{"kind":"session","id":"01a217ac-bffb-74c0-9f42-1cfaa3c9f522","fields":{"account_id":[null,"01a217ac-bdf7-7421-8da4-8965c6e13458"],"created_at":[null,1795492800000000],"expires_at":[null,1798084800000000],"id":[null,"01a217ac-bffb-74c0-9f42-1cfaa3c9f522"],"last_used_at":[null,1795492800000000],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC00371A683005BCE6F3A8A52', 1795492800000000, NULL, NULL, NULL, 'removeCertificates', 'certificate', '01a217ac-bf0c-7362-b8b8-9dd2c018b180', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-bf0c-7362-b8b8-9dd2c018b180","fields":{"basis":["SELF_PLEDGE",null],"code":["CVQA-4W5P-SE2B",null],"grower_id":["01a217ac-bed9-75c1-a469-64f0cb3f2a15",null],"id":["01a217ac-bf0c-7362-b8b8-9dd2c018b180",null],"issued_at":[1764561600000000,null],"issued_by":["01a217ac-bd7a-7530-9f0c-ec83d3ecf867",null],"issuer_contact":["sha256:c834c2e1bcb88f785cda8dcb08bae101609dc7818ee77ddf57180d45ab7f635d",null],"issuer_is_person":[false,null],"issuer_name":["sha256:0954b5599890074c86b72404b54d58b0dfbc860b535c082152bb58d760d396c9",null],"lot_id":["01a217ac-bf01-728e-90e2-525fdc48ebc7",null],"product_name":["丰水梨",null],"public_issuer_name":["sha256:6a3e5f390c7720746144a3af76cad6b5169615c49bb2c6cbf7e8296f71139b3f",null],"quantity_g":[10000,null],"region_code":["500235136001",null],"status":["VALID",null]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC00E70ACA4B858AE00CE433E', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c00a-758b-9f9b-824969437c1a', 'recordHarvest', 'harvest_lot', '01a217ac-c00e-70ac-a4b8-58add8750f8c', '500235136001', '{"records":[{"kind":"harvest_lot","id":"01a217ac-c00e-70ac-a4b8-58add8750f8c","fields":{"available_g":[null,500000],"code":[null,"HQFZ-ZD5W-9NVS"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"harvested_on":[null,"2026-08-20"],"id":[null,"01a217ac-c00e-70ac-a4b8-58add8750f8c"],"plot_id":[null,"01a217ac-bee6-73b6-be75-b50171df6705"],"quantity_g":[null,500000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC017754D859082DCB6437621', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c011-7426-95eb-dab9b774b97b', 'issueCertificate', 'certificate', '01a217ac-c016-7601-89bd-fb804eebbdf4', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-c016-7601-89bd-fb804eebbdf4","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CZ8E-3MYK-0V06"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"id":[null,"01a217ac-c016-7601-89bd-fb804eebbdf4"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"issuer_contact":[null,"sha256:4d2b936a3febd526a0d11e27e30f01f2b49fca1655374e5f0b9b5642cedd32b2"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:e70b7b5a5fc58ba1cc49460cde44e2f2bfcafc791673ac682d31939d73debc63"],"lot_id":[null,"01a217ac-c00e-70ac-a4b8-58add8750f8c"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:0bf7fd94feee6949fca048d5a4140430faa2732b103e3e2d7b0f1aa04789e998"],"quantity_g":[null,100000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC02176ED9B915F9B8427A6E8', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c01a-7545-b7dd-409278a69129', 'issueCertificate', 'certificate', '01a217ac-c01f-7756-9151-a48869df7e56', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-c01f-7756-9151-a48869df7e56","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CDS5-Y7A8-1RNY"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"id":[null,"01a217ac-c01f-7756-9151-a48869df7e56"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"issuer_contact":[null,"sha256:854bd0914a35060991f7f0854ce1dc53b1e52e622d8ebe0404cd57a04635f74e"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:7b46a1257724f271b7e795496eda342e56904238b6437efca346f78057101158"],"lot_id":[null,"01a217ac-c00e-70ac-a4b8-58add8750f8c"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:e4a3a00f346e4adda58e373638435289aee585e216786e46f276857d8b5f03ea"],"quantity_g":[null,100000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}},{"kind":"certificate","id":"01a217ac-c016-7601-89bd-fb804eebbdf4","fields":{"replaced_at":[null,1795492800000000],"status":["VALID","REPLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC02A7277963932E2790E3E14', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c025-74f5-9863-efb2f3dc521c', 'issueCertificate', 'certificate', '01a217ac-c029-7234-bc6c-d853ad232404', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-c029-7234-bc6c-d853ad232404","fields":{"basis":[null,"SELF_PLEDGE"],"code":[null,"CFGB-Q1YW-VDKS"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"id":[null,"01a217ac-c029-7234-bc6c-d853ad232404"],"issued_at":[null,1795492800000000],"issued_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"issuer_contact":[null,"sha256:d7c7d7ec2105aa359c8788513977b7c45b4983f206f8962b12f57e02144ebbf5"],"issuer_is_person":[null,false],"issuer_name":[null,"sha256:2e41266f097fee8278bef20726d11d50c711ca3dff5c5e5498b4c356c79ee89d"],"lot_id":[null,"01a217ac-bf01-728e-90e2-525fdc48ebc7"],"product_name":[null,"丰水梨"],"public_issuer_name":[null,"sha256:1e21454c3be84b64a77c27126ca42727168b675032f30b2a0f07ca6110e1358d"],"quantity_g":[null,5000],"region_code":[null,"500235136001"],"status":[null,"VALID"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0337231B059EC43E711B881', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c02d-736b-b7d5-f21411660985', 'withdrawCertificate', 'certificate', '01a217ac-c029-7234-bc6c-d853ad232404', '500235136001', '{"records":[{"kind":"certificate","id":"01a217ac-c029-7234-bc6c-d853ad232404","fields":{"status":["VALID","WITHDRAWN"],"withdrawal_reason":[null,"误开"],"withdrawn_at":[null,1795492800000000],"withdrawn_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC03D7150BC29ADD34A93D90F', 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', '192.0.2.7', '01a217ac-c035-704a-8893-62385f336c08', 'recordIntake', 'intake', '01a217ac-c03c-72dd-a593-40f6967383da', '500235136001', '{"records":[{"kind":"intake","id":"01a217ac-c03c-72dd-a593-40f6967383da","fields":{"available_g":[null,50000],"certificate_code":[null,"CDS5-Y7A8-1RNY"],"grower_id":[null,"01a217ac-bed9-75c1-a469-64f0cb3f2a15"],"grower_kind":[null,"COMPANY"],"id":[null,"01a217ac-c03c-72dd-a593-40f6967383da"],"lot_id":[null,"01a217ac-c00e-70ac-a4b8-58add8750f8c"],"material":[null,"丰水梨"],"plant_code":[null,"pickles"],"quantity_g":[null,50000],"received_on":[null,"2026-11-24"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bdf7-7421-8da4-8965c6e13458"],"region_code":[null,"500235136001"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0467575A057CA2C6F0F251A', 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', '192.0.2.7', '01a217ac-c041-706c-b1b6-aace4d6b1da6', 'recordIntake', 'intake', '01a217ac-c045-70d2-a2c8-6f0acd5147c4', '500235136001', '{"records":[{"kind":"intake","id":"01a217ac-c045-70d2-a2c8-6f0acd5147c4","fields":{"available_g":[null,100000],"id":[null,"01a217ac-c045-70d2-a2c8-6f0acd5147c4"],"material":[null,"青菜"],"plant_code":[null,"pickles"],"quantity_g":[null,100000],"received_on":[null,"2026-08-01"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bdf7-7421-8da4-8965c6e13458"],"region_code":[null,"500235136001"],"supplier_name":[null,"sha256:fd98766cdcc69b12040c98c98a1f0edaf2641903b10e28f8aad18fabc0336edc"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC05773C1BCC2B553FBFD4C31', 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', '192.0.2.7', '01a217ac-c049-743d-8ace-3647e9f65912', 'recordProductionBatch', 'production_batch', '01a217ac-c051-71d8-82a5-3befc17d8003', '500235136001', '{"records":[{"kind":"production_batch","id":"01a217ac-c051-71d8-82a5-3befc17d8003","fields":{"available_g":[null,60000],"began_on":[null,"2026-08-02"],"code":[null,"B1D9-46BB-YC0E"],"id":[null,"01a217ac-c051-71d8-82a5-3befc17d8003"],"input_g":[null,80000],"loss_g":[null,0],"output_g":[null,60000],"plant_code":[null,"pickles"],"produced_on":[null,"2026-08-10"],"product_code":[null,"paocai"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bdf7-7421-8da4-8965c6e13458"],"region_code":[null,"500235136001"]}},{"kind":"batch_ingredient","id":"01a217ac-c053-75f6-9972-2fd937a93de8","fields":{"batch_id":[null,"01a217ac-c051-71d8-82a5-3befc17d8003"],"id":[null,"01a217ac-c053-75f6-9972-2fd937a93de8"],"intake_id":[null,"01a217ac-c045-70d2-a2c8-6f0acd5147c4"],"position":[null,1],"quantity_g":[null,80000]}},{"kind":"batch_by_product","id":"01a217ac-c053-75f6-9972-2fda4b88a258","fields":{"batch_id":[null,"01a217ac-c051-71d8-82a5-3befc17d8003"],"id":[null,"01a217ac-c053-75f6-9972-2fda4b88a258"],"name":[null,"菜叶"],"position":[null,1],"quantity_g":[null,5000]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0627433A7109E494750EEEE', 1795492800000000, X'01A217ACBF64762899593AFD530340B3', '192.0.2.7', '01a217ac-c05c-779d-8ee6-8fd5a2d86923', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a217ac-bed1-735c-8105-b3de438aba93","fields":{"days":[7,null],"id":["01a217ac-bed1-735c-8105-b3de438aba93",null],"name":["腌制",null],"position":[1,null],"product_code":["paocai",null]}},{"kind":"product","id":"paocai","fields":{"usual_yield_from":[5000,null],"usual_yield_to":[9000,null]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC07076FBB121F47149F010D6', 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', '192.0.2.7', '01a217ac-c064-7536-b63e-2714b94dc2d9', 'recordProductionBatch', 'production_batch', '01a217ac-c06d-71c2-b450-135197f35165', '500235136001', '{"records":[{"kind":"production_batch","id":"01a217ac-c06d-71c2-b450-135197f35165","fields":{"available_g":[null,30000],"began_on":[null,"2026-11-24"],"code":[null,"BFD3-VZ6Z-AK78"],"id":[null,"01a217ac-c06d-71c2-b450-135197f35165"],"input_g":[null,40000],"loss_g":[null,0],"output_g":[null,30000],"plant_code":[null,"pickles"],"produced_on":[null,"2026-11-24"],"product_code":[null,"paocai"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bdf7-7421-8da4-8965c6e13458"],"region_code":[null,"500235136001"]}},{"kind":"batch_ingredient","id":"01a217ac-c06d-71c2-b450-1352f56723cc","fields":{"batch_id":[null,"01a217ac-c06d-71c2-b450-135197f35165"],"from_batch_id":[null,"01a217ac-c051-71d8-82a5-3befc17d8003"],"id":[null,"01a217ac-c06d-71c2-b450-1352f56723cc"],"position":[null,1],"quantity_g":[null,20000],"source_batch_id":[null,"01a217ac-c051-71d8-82a5-3befc17d8003"]}},{"kind":"batch_ingredient","id":"01a217ac-c06e-7328-9090-e3425c917230","fields":{"batch_id":[null,"01a217ac-c06d-71c2-b450-135197f35165"],"id":[null,"01a217ac-c06e-7328-9090-e3425c917230"],"intake_id":[null,"01a217ac-c03c-72dd-a593-40f6967383da"],"position":[null,2],"quantity_g":[null,20000]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC07A7309AEB1057D7020539E', 1795492800000000, X'01A217ACBF64762899593AFD530340B3', '192.0.2.7', '01a217ac-c074-7579-aa56-24e94fab2001', 'setProductMaking', 'product', 'paocai', '500235136001', '{"records":[{"kind":"product_step","id":"01a217ac-c079-76fc-878b-a45a382fccb5","fields":{"days":[null,7],"id":[null,"01a217ac-c079-76fc-878b-a45a382fccb5"],"name":[null,"腌制"],"position":[null,1],"product_code":[null,"paocai"]}},{"kind":"product","id":"paocai","fields":{}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC08775308A6DC1FB7C850981', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c07c-744b-a2ad-81b4104ad964', 'recordSale', 'sale', '01a217ac-c084-769c-a68d-cc1ef7888d50', '500235136001', '{"records":[{"kind":"sale","id":"01a217ac-c084-769c-a68d-cc1ef7888d50","fields":{"amount_fen":[null,25000],"channel":[null,"ONLINE"],"id":[null,"01a217ac-c084-769c-a68d-cc1ef7888d50"],"plant_code":[null,"pickles"],"product_code":[null,"paocai"],"quantity_g":[null,10000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136001"],"sold_on":[null,"2026-11-24"]}},{"kind":"sale_batch","id":"01a217ac-c084-769c-a68d-cc1f08aa3dd0","fields":{"batch_id":[null,"01a217ac-c051-71d8-82a5-3befc17d8003"],"id":[null,"01a217ac-c084-769c-a68d-cc1f08aa3dd0"],"quantity_g":[null,10000],"sale_id":[null,"01a217ac-c084-769c-a68d-cc1ef7888d50"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC09271BFA1CF7743DE3E4A48', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c08b-72d4-afe4-32bf455477c1', 'recordHarvestEstimate', 'harvest_estimate', '01a217ac-c091-73db-b101-88a0fde072b6', '500235136', '{"records":[{"kind":"harvest_estimate","id":"01a217ac-c091-73db-b101-88a0fde072b6","fields":{"id":[null,"01a217ac-c091-73db-b101-88a0fde072b6"],"note":[null,"霜冻"],"quantity_g":[null,400000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136"],"season":[null,2026],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC09D75F381E4EEADC1AA9AA9', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c095-7715-9125-d2dab7f6ffda', 'openPresaleOffer', 'presale_offer', '01a217ac-c09c-7464-8a1f-66f72743cd7c', '500235136', '{"records":[{"kind":"presale_offer","id":"01a217ac-c09c-7464-8a1f-66f72743cd7c","fields":{"closes_at":[null,1795996800000000],"deposit_rate":[null,3000],"freight_fen":[null,0],"hold_microseconds":[null,172800000000],"id":[null,"01a217ac-c09c-7464-8a1f-66f72743cd7c"],"kept_rate":[null,0],"opens_at":[null,1795132800000000],"quota_g":[null,60000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136"],"season":[null,2026],"ships":[null,true],"taken_g":[null,0],"unit_price_fen":[null,800],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0AC76989B02348DA3988C26', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c0a1-7103-8f3b-52f64b12e746', 'placePreorder', 'preorder', '01a217ac-c0a8-733c-975c-3ea4d9695577', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-c0a8-733c-975c-3ea4d9695577","fields":{"amount_fen":[null,24000],"buyer_name":[null,"sha256:40a0e08b9022ae6f26bce4c9973e2f31f5de0a78810908c2a3a4e22c68343403"],"buyer_phone":[null,"sha256:ed9ba7030d2419d6d6a1582c93e2cfee5f94393c302c415ffdfaa4bf7bd717b9"],"changed_at":[null,1795492800000000],"code":[null,"P6F5-6RZ7"],"compensated_fen":[null,0],"deposit_fen":[null,7200],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,30000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-c0a8-733c-975c-3ea4d9695577"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-c09c-7464-8a1f-66f72743cd7c"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,30000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0C17764835DBA9CC04502A2', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c0b4-71a5-a3fe-50cb7c9f76ba', 'recordPreorderPayment', 'preorder', '01a217ac-c0a8-733c-975c-3ea4d9695577', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a217ac-c0bc-75a8-b70f-8030b8ccc6b1","fields":{"amount_fen":[null,7200],"day":[null,"2026-11-24"],"id":[null,"01a217ac-c0bc-75a8-b70f-8030b8ccc6b1"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a217ac-c0a8-733c-975c-3ea4d9695577"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"reference":[null,"RPV8-P2S5-63X9"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-c0a8-733c-975c-3ea4d9695577","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,7200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0CC724D900185D02D60BA2E', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c0c4-7396-a4cb-ac0bae148bc9', 'placePreorder', 'preorder', '01a217ac-c0c9-7080-b25a-8c73798a4217', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-c0c9-7080-b25a-8c73798a4217","fields":{"amount_fen":[null,16000],"buyer_name":[null,"sha256:e77ceee249626358d73e85f4e2f7560a5cbb1ed8a7cfbce0cdbd0e82981f5d1b"],"buyer_phone":[null,"sha256:a443b78986370b2377156dee5f761f09f1273a488795306416ecd9c57bd0a6bc"],"changed_at":[null,1795492800000000],"code":[null,"P7G0-Z36X"],"compensated_fen":[null,0],"deposit_fen":[null,4800],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,20000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-c0c9-7080-b25a-8c73798a4217"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-c09c-7464-8a1f-66f72743cd7c"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,20000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0D87401AB79008E00E665EB', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c0cf-7562-83d1-0db934e3693b', 'recordPreorderPayment', 'preorder', '01a217ac-c0c9-7080-b25a-8c73798a4217', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a217ac-c0d4-7418-b39f-d6976eef1349","fields":{"amount_fen":[null,7200],"day":[null,"2026-11-24"],"id":[null,"01a217ac-c0d4-7418-b39f-d6976eef1349"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a217ac-c0c9-7080-b25a-8c73798a4217"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"reference":[null,"RQ6Z-8KP4-PQNA"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-c0c9-7080-b25a-8c73798a4217","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,7200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0E9735796352E538E61B88B', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c0db-75a2-98da-583da1ee3b96', 'settleHarvestShortfall', 'shortfall_run', '01a217ac-c0e3-7065-a733-6d66556e58f4', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-c0a8-733c-975c-3ea4d9695577","fields":{"amount_fen":[24000,12000],"fulfillable_g":[30000,15000]}},{"kind":"preorder","id":"01a217ac-c0c9-7080-b25a-8c73798a4217","fields":{"amount_fen":[16000,8000],"fulfillable_g":[20000,10000]}},{"kind":"presale_offer","id":"01a217ac-c09c-7464-8a1f-66f72743cd7c","fields":{"closes_at":[1795996800000000,1795492800000000],"quota_g":[60000,25000],"taken_g":[50000,25000]}},{"kind":"shortfall_run","id":"01a217ac-c0e3-7065-a733-6d66556e58f4","fields":{"available_g":[null,25000],"id":[null,"01a217ac-c0e3-7065-a733-6d66556e58f4"],"offer_id":[null,"01a217ac-c09c-7464-8a1f-66f72743cd7c"],"policy":[null,"PRO_RATA"],"preorders_reduced":[null,2],"promised_g":[null,50000],"quota_before_g":[null,60000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"refund_due_fen":[null,0],"region_code":[null,"500235136"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC0F5749A830D486B8BA2F5E3', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c0f0-740d-82a0-ac040d06974c', 'openPresaleOffer', 'presale_offer', '01a217ac-c0f4-70c2-a652-d2839f2d0eaf', '500235136', '{"records":[{"kind":"presale_offer","id":"01a217ac-c0f4-70c2-a652-d2839f2d0eaf","fields":{"closes_at":[null,1795996800000000],"deposit_rate":[null,3000],"freight_fen":[null,0],"hold_microseconds":[null,172800000000],"id":[null,"01a217ac-c0f4-70c2-a652-d2839f2d0eaf"],"kept_rate":[null,0],"opens_at":[null,1795132800000000],"pick_up_place":[null,"镇政府"],"quota_g":[null,100000],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"region_code":[null,"500235136"],"season":[null,2026],"ships":[null,true],"taken_g":[null,0],"unit_price_fen":[null,800],"variety_code":[null,"fengshui-pear"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC100710D8C91029F2B7DA7D8', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c0f7-763f-9846-c53eaf83d3d9', 'placePreorder', 'preorder', '01a217ac-c0fd-769d-92eb-c4652ccbf3ce', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-c0fd-769d-92eb-c4652ccbf3ce","fields":{"amount_fen":[null,8000],"buyer_name":[null,"sha256:84c2d9d6b7d7da945d9ec45c8c855586355e8c3c2a3ffc912eb4f6d47df9ddc9"],"buyer_phone":[null,"sha256:784b2eef82c5f008640028e78ca2ded7a5209433c4fc32b20fab03a09bfe33db"],"changed_at":[null,1795492800000000],"code":[null,"PCJ8-TKHF"],"compensated_fen":[null,0],"deposit_fen":[null,2400],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,10000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-c0fd-769d-92eb-c4652ccbf3ce"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-c0f4-70c2-a652-d2839f2d0eaf"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,10000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC10B76A1880229F693453615', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c103-75be-8be1-880471318208', 'recordPreorderPayment', 'preorder', '01a217ac-c0fd-769d-92eb-c4652ccbf3ce', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a217ac-c108-7572-af96-d51035e0b92c","fields":{"amount_fen":[null,8000],"day":[null,"2026-11-24"],"id":[null,"01a217ac-c108-7572-af96-d51035e0b92c"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a217ac-c0fd-769d-92eb-c4652ccbf3ce"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"reference":[null,"R8HF-J00Y-ZM9D"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-c0fd-769d-92eb-c4652ccbf3ce","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,8000],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC11972179C58251DB8474339', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c10f-71bd-95ec-016f4021395b', 'deliverPreorder', 'preorder', '01a217ac-c0fd-769d-92eb-c4652ccbf3ce', '500235136', '{"records":[{"kind":"preorder_lot","id":"01a217ac-c117-71d5-bb46-e8b08d7f1b42","fields":{"id":[null,"01a217ac-c117-71d5-bb46-e8b08d7f1b42"],"lot_id":[null,"01a217ac-c00e-70ac-a4b8-58add8750f8c"],"preorder_id":[null,"01a217ac-c0fd-769d-92eb-c4652ccbf3ce"],"quantity_g":[null,10000]}},{"kind":"preorder","id":"01a217ac-c0fd-769d-92eb-c4652ccbf3ce","fields":{"delivered_on":[null,"2026-11-24"],"status":["CONFIRMED","DELIVERED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC12373098A1C054DAFA8F87F', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c11c-72c7-a6c9-6b73a3871be9', 'placePreorder', 'preorder', '01a217ac-c120-7547-973f-b6b0cb82babc', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-c120-7547-973f-b6b0cb82babc","fields":{"amount_fen":[null,4000],"buyer_name":[null,"sha256:6e8d1a57804f1409c55bc228971e5a2a964297a641eac84232bd5cb5d7dba577"],"buyer_phone":[null,"sha256:87f6cb23350453e354993026433f2706c6b5e522c9456f653e4346d03ad7f427"],"changed_at":[null,1795492800000000],"code":[null,"PFHP-VW88"],"compensated_fen":[null,0],"deposit_fen":[null,1200],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,5000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-c120-7547-973f-b6b0cb82babc"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-c0f4-70c2-a652-d2839f2d0eaf"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,5000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC1307754A5181BCF35AAB7AD', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c127-71f9-a1c8-65db7cddb4ca', 'recordPreorderPayment', 'preorder', '01a217ac-c120-7547-973f-b6b0cb82babc', '500235136', '{"records":[{"kind":"preorder_payment","id":"01a217ac-c12d-7261-a81c-37ab4d3d7da9","fields":{"amount_fen":[null,1200],"day":[null,"2026-11-24"],"id":[null,"01a217ac-c12d-7261-a81c-37ab4d3d7da9"],"is_for_refund":[null,false],"method":[null,"CASH"],"paid_at":[null,1795492800000000],"preorder_id":[null,"01a217ac-c120-7547-973f-b6b0cb82babc"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"reference":[null,"R3FJ-8HGQ-FYDD"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-c120-7547-973f-b6b0cb82babc","fields":{"confirmed_at":[null,1795492800000000],"paid_fen":[0,1200],"status":["PLACED","CONFIRMED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC13E74628FE625A9ECC29852', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c134-7544-b91e-91c654099541', 'cancelPreorder', 'preorder', '01a217ac-c120-7547-973f-b6b0cb82babc', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-c120-7547-973f-b6b0cb82babc","fields":{"amount_fen":[4000,0],"cancellation_cause":[null,"TOWN"],"cancelled_at":[null,1795492800000000],"fulfillable_g":[5000,0],"refund_due_since":[null,1795492800000000],"status":["CONFIRMED","CANCELLED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC14B700EB8DA8FF09F58CA9D', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c142-759c-a9b2-ba4f3e963244', 'recordRefund', 'preorder', '01a217ac-c120-7547-973f-b6b0cb82babc', '500235136', '{"records":[{"kind":"preorder_refund","id":"01a217ac-c148-7272-89ff-f496a7867134","fields":{"amount_fen":[null,1200],"day":[null,"2026-11-24"],"id":[null,"01a217ac-c148-7272-89ff-f496a7867134"],"method":[null,"BANK"],"preorder_id":[null,"01a217ac-c120-7547-973f-b6b0cb82babc"],"recorded_at":[null,1795492800000000],"recorded_by":[null,"01a217ac-bd7a-7530-9f0c-ec83d3ecf867"],"reference":[null,"out-1"],"region_code":[null,"500235136"]}},{"kind":"preorder","id":"01a217ac-c120-7547-973f-b6b0cb82babc","fields":{"refund_due_since":[1795492800000000,null],"refunded_fen":[0,1200]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC15672D4B9FDD61A94D332E8', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', '192.0.2.7', '01a217ac-c14f-74bc-8b13-325a18e89597', 'placePreorder', 'preorder', '01a217ac-c153-74df-9f1e-4eb76d790281', '500235136', '{"records":[{"kind":"preorder","id":"01a217ac-c153-74df-9f1e-4eb76d790281","fields":{"amount_fen":[null,2400],"buyer_name":[null,"sha256:771b1905fb347d1022f94661f6556e706671816e0d27768465f12887fcbf33bc"],"buyer_phone":[null,"sha256:01abf0ead68673e99d46a6526108363dfa42fed68b1fe879e9b81032113373e0"],"changed_at":[null,1795492800000000],"code":[null,"P908-VV3A"],"compensated_fen":[null,0],"deposit_fen":[null,720],"for_refund_fen":[null,0],"freight_fen":[null,0],"fulfillable_g":[null,3000],"fulfilment":[null,"PICK_UP"],"hold_until":[null,1795665600000000],"id":[null,"01a217ac-c153-74df-9f1e-4eb76d790281"],"kept_fen":[null,0],"offer_id":[null,"01a217ac-c0f4-70c2-a652-d2839f2d0eaf"],"paid_fen":[null,0],"placed_at":[null,1795492800000000],"quantity_g":[null,3000],"refunded_fen":[null,0],"region_code":[null,"500235136"],"status":[null,"PLACED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC16B70E881B58E3B31102DFC', 1795492800000001, X'01A217ACBDA6736BA5240745C0319089', '192.0.2.7', '01a217ac-c15b-7120-b5ec-3912c876fc92', 'submitReport', 'report_submission', '01a217ac-c16a-761c-8742-051184fb6be5', '500235136001', '{"records":[{"kind":"report_submission","id":"01a217ac-c16a-761c-8742-051184fb6be5","fields":{"bound":[null,1795492800000000],"id":[null,"01a217ac-c16a-761c-8742-051184fb6be5"],"period":[null,"H2"],"region_code":[null,"500235136001"],"status":[null,"SUBMITTED"],"submitted_at":[null,1795492800000001],"submitted_by":[null,"01a217ac-bda6-736b-a524-0745c0319089"],"year":[null,2025]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC173757C84754B01A9658A62', 1795492800000001, X'01A217ACBDCE71099050F5D6A7B775CC', '192.0.2.7', '01a217ac-c16d-75aa-995f-f11443305f7c', 'approveReport', 'report_submission', '01a217ac-c16a-761c-8742-051184fb6be5', '500235136001', '{"records":[{"kind":"report_submission","id":"01a217ac-c16a-761c-8742-051184fb6be5","fields":{"decided_at":[null,1795492800000001],"decided_by":[null,"01a217ac-bdce-7109-9050-f5d6a7b775cc"],"status":["SUBMITTED","APPROVED"]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC18673A792E9ACDD8B5175AD', 1795492800000001, X'01A217ACBDCE71099050F5D6A7B775CC', '192.0.2.7', '01a217ac-c176-7577-9230-39e4c9d0c0eb', 'publishReport', 'published_report', '01a217ac-c184-7008-b756-36f83c4ee33a', '500235136', '{"records":[{"kind":"published_report","id":"01a217ac-c184-7008-b756-36f83c4ee33a","fields":{"bound":[null,1795492800000000],"definitions":[null,"{\"cateringIncreaseYuan\":1,\"cateringTakingsYuan\":1,\"festivalEditions\":1,\"growers\":1,\"honours\":1,\"plantOutput\":1,\"plantedAreaByVariety\":1,\"plantedAreaMu\":1,\"presaleRevenueYuan\":1,\"processingPlants\":1,\"processingProjects\":1,\"produceRevenueYuan\":1,\"revenueByChannel\":1,\"revenueByMonth\":1,\"revenueByProduct\":1,\"revenueByVariety\":1,\"salesRevenueYuan\":1,\"visitors\":1,\"visitorsByMonth\":1}"],"edition":[null,1],"figures":[null,"{\"version\":\"1\",\"regionCode\":\"500235136\",\"year\":2025,\"period\":\"YEAR\",\"plantedAreaMuHundredths\":1250,\"plantedAreaByVariety\":[{\"variety\":\"fengshui-pear\",\"muHundredths\":1250,\"growers\":1}],\"visitors\":320,\"visitorsByMonth\":[{\"month\":1,\"visitors\":0},{\"month\":2,\"visitors\":0},{\"month\":3,\"visitors\":0},{\"month\":4,\"visitors\":0},{\"month\":5,\"visitors\":0},{\"month\":6,\"visitors\":0},{\"month\":7,\"visitors\":0},{\"month\":8,\"visitors\":0},{\"month\":9,\"visitors\":0},{\"month\":10,\"visitors\":320},{\"month\":11,\"visitors\":0},{\"month\":12,\"visitors\":0}],\"salesRevenueFen\":60300,\"presaleRevenueFen\":0,\"revenueByVariety\":[{\"variety\":\"fengshui-pear\",\"salesFen\":60300,\"presaleFen\":0,\"salesG\":100500,\"presaleG\":0}],\"revenueByProduct\":[],\"revenueByChannel\":[{\"channel\":\"MARKET\",\"salesFen\":60300}],\"revenueByMonth\":[{\"month\":1,\"salesFen\":0,\"presaleFen\":0},{\"month\":2,\"salesFen\":0,\"presaleFen\":0},{\"month\":3,\"salesFen\":0,\"presaleFen\":0},{\"month\":4,\"salesFen\":0,\"presaleFen\":0},{\"month\":5,\"salesFen\":0,\"presaleFen\":0},{\"month\":6,\"salesFen\":0,\"presaleFen\":0},{\"month\":7,\"salesFen\":0,\"presaleFen\":0},{\"month\":8,\"salesFen\":0,\"presaleFen\":0},{\"month\":9,\"salesFen\":60300,\"presaleFen\":0},{\"month\":10,\"salesFen\":0,\"presaleFen\":0},{\"month\":11,\"salesFen\":0,\"presaleFen\":0},{\"month\":12,\"salesFen\":0,\"presaleFen\":0}],\"plantOutput\":[],\"cateringTakingsFen\":150050,\"cateringIncreaseFen\":50050,\"festivalEditions\":1,\"processingPlants\":1,\"processingProjects\":1,\"honours\":[{\"kind\":\"LANDMARK_DISH\",\"count\":1},{\"kind\":\"FAMOUS_SNACK\",\"count\":0},{\"kind\":\"HERITAGE_PROJECT\",\"count\":0}],\"asOf\":1795492800000000}"],"hash":[null,"c53785b5fd9ec71c88176aba9434d46666d501e8ac64a7ea1ef4878e3ce71d1c"],"id":[null,"01a217ac-c184-7008-b756-36f83c4ee33a"],"is_provisional":[null,false],"names":[null,"{\"version\":\"1\",\"region\":\"云安镇\",\"varieties\":{\"fengshui-pear\":{\"zh\":\"丰水梨\",\"en\":\"Hosui pear\"}},\"products\":{},\"plants\":{}}"],"office":[null,"云阳县云安镇"],"period":[null,"YEAR"],"published_at":[null,1795492800000001],"published_by":[null,"01a217ac-bdce-7109-9050-f5d6a7b775cc"],"region_code":[null,"500235136"],"salt":[null,"***"],"sellers":[null,"{\"version\":\"1\",\"varieties\":{\"fengshui-pear\":1},\"products\":{},\"channels\":{\"MARKET\":1}}"],"year":[null,2025]}}]}');
INSERT INTO audit_entry VALUES (X'01A217ACC27B778D9904D83D62575CDC', 1795492800000002, X'01A217ACBDCE71099050F5D6A7B775CC', '192.0.2.7', '01a217ac-c24e-7357-928e-856acb8341fb', 'signIn', 'session', '01a217ac-c27a-7485-b80c-84d5fdf88653', '500235136', '{"records":[{"kind":"session","id":"01a217ac-c27a-7485-b80c-84d5fdf88653","fields":{"account_id":[null,"01a217ac-bdce-7109-9050-f5d6a7b775cc"],"created_at":[null,1795492800000002],"expires_at":[null,1798084800000002],"id":[null,"01a217ac-c27a-7485-b80c-84d5fdf88653"],"last_used_at":[null,1795492800000002],"token_hash":[null,"***"]}}]}');
INSERT INTO audit_seal VALUES (X'01A217ACBC74717DBD0CC5888551477B', 1, '43b0bb920d8b741be792f76c416428315a7dc68122a65a8390e4ace6e12049ea');
INSERT INTO audit_seal VALUES (X'01A217ACBC7C726889668B931FC47C82', 2, '20f44bb6c4c8961f8e9f9045e75fecae2b88d17bae5dc34185bac0666a378fba');
INSERT INTO audit_seal VALUES (X'01A217ACBC83715EB04CE6A90E48CFD2', 3, '2a0aae473d1f844ce75bcb5834f255193ae844a9a5f055f0538c6d1412dee6f7');
INSERT INTO audit_seal VALUES (X'01A217ACBC8D72AC84F6A7F336C694A2', 4, '07bbaddfde17580c5bf103755a1d563610980b53578268e20f25ffe6305cca92');
INSERT INTO audit_seal VALUES (X'01A217ACBC9570BBA50149D6BDD463B9', 5, '9cd896894c5c02b237700d266ede77505e5613c5ac14596c29ab200a47a443d4');
INSERT INTO audit_seal VALUES (X'01A217ACBD7B7221BBC03186FD9B3AE5', 6, 'e4229acfe1cefe3f54a3c4669ff51ab8b1d202a0850b8dbbd1a65b258ff258b3');
INSERT INTO audit_seal VALUES (X'01A217ACBDA77006B3EDB0B4B4D74D9C', 7, '6883805468fb1ffc558439a84f0eb631bce0a6d1474feae9c63360ab7e47713e');
INSERT INTO audit_seal VALUES (X'01A217ACBDCF72CA93DBA7390FDE115B', 8, 'bea09e8f74cb48d31c494adc9a09620fd651333668a9f9e60d7134da8f562776');
INSERT INTO audit_seal VALUES (X'01A217ACBDF774218DA48966219C4A1E', 9, 'da15fc10da293a73dff77308a72c855924f88cc61379eb2639d7db7a46767f4a');
INSERT INTO audit_seal VALUES (X'01A217ACBE217043A5C49A8288835BE1', 10, '4dee556e5675d099e5f232b40c118a5d9c55a6300e3618dbd5d26f139118cd47');
INSERT INTO audit_seal VALUES (X'01A217ACBE45775D8C42B80CC402CF34', 11, '9c564cab819d46cea5b53ddeaabbfb5d438edf1103cc477c00e4098278b81deb');
INSERT INTO audit_seal VALUES (X'01A217ACBE6A7033AFE38E8CC5ACB82F', 12, '93a024ac53baabbc250d95f54d04122a63d8584f533c69de09dc7cf0e9d7a518');
INSERT INTO audit_seal VALUES (X'01A217ACBE8F7182B39484487887166D', 13, '016e878a188c7a623561661e4fc4c7dc5574743a19729fccf165c6071b7f99ec');
INSERT INTO audit_seal VALUES (X'01A217ACBE997489AFF92F1BD79F1892', 14, '3dc8eb83f873b852f3960c131e3697787bc52b7c909041d34b4ab00d5957f01f');
INSERT INTO audit_seal VALUES (X'01A217ACBEA677109C6C89A2CE49BB60', 15, '1b0578775223128123292e16bf931184e5396d147a7465cd9273ea7c759ce253');
INSERT INTO audit_seal VALUES (X'01A217ACBEB0775A9690E520AD1FA421', 16, 'b894df7097d19c8c4f9ece1b59cb29d1318fa8d4b6b47ab1e89264d0866563f7');
INSERT INTO audit_seal VALUES (X'01A217ACBEB87718AE709552D755CC04', 17, 'be7b0e473685b3be91abda27679d7287154c9c1775888da93f39d30f22e540ad');
INSERT INTO audit_seal VALUES (X'01A217ACBEC07254970B94CD05BBC8A2', 18, '7740ac6a578bbb310794efac46ed6630f532726e54790bd8d64369719886b19f');
INSERT INTO audit_seal VALUES (X'01A217ACBEC970228FE5A3DE1183ADA8', 19, '0a62e9dca80edbdd62bb7012b3fcb1a6f737abed568dfd51a5d3f970dd9b3e98');
INSERT INTO audit_seal VALUES (X'01A217ACBED2774D8C93C000B6A8AAA1', 20, '9814b461f798c680dce5f8c5ab15450a3b368442bdb92c32ed9caf08b267bc6e');
INSERT INTO audit_seal VALUES (X'01A217ACBEDA727FB7ADDA62CE16330A', 21, 'b3f7246474c88ff704a018bb4a83351670470de52cc17be746fc1fa6ae612c93');
INSERT INTO audit_seal VALUES (X'01A217ACBEEB77C5BD15A5D9C7215E17', 22, '9c457e2f599f71d7855d91f7b1f0afe9d65dc44d7ea77de2d1c6e726220e7381');
INSERT INTO audit_seal VALUES (X'01A217ACBEF9760A9F154676AA613CAF', 23, '6cef6455e00315131d823e0d359458a16b506caf460cea283fc200758a2e662c');
INSERT INTO audit_seal VALUES (X'01A217ACBF027478A152DE5825C2DB39', 24, 'ec62a00f83462bb3a886cb1bb8d838471657bec638ef93f9823b051019fc9ca0');
INSERT INTO audit_seal VALUES (X'01A217ACBF0E775BB94CECFE520C8320', 25, 'c1ea6a019223451fb9a62fc424d32e73354c9ddc4ce89283e879577a731eb621');
INSERT INTO audit_seal VALUES (X'01A217ACBF1B71D084263F4AB30B1BC6', 26, 'd4abacb17547bddc156d7d412f47e9071f57966157b06081e852a9a3f7f3e95b');
INSERT INTO audit_seal VALUES (X'01A217ACBF2777658A53F15F84DE97B5', 27, '0ff2448528e5c5136b6bc3dc9b59f46cdb7c4f3412721c2bbe83a9c9ead20e7f');
INSERT INTO audit_seal VALUES (X'01A217ACBF3372EE9CA7222C06429DE4', 28, 'c90512e45e19117a1a63e98e53c3ba26adfd45dc2eccddc4420e59c929c5f732');
INSERT INTO audit_seal VALUES (X'01A217ACBF3F7142B5337DEFDBD8310A', 29, 'f8b12b60f50ba09586d5a23f13193cab74937b3b035c9ca0bc55678ce5e8cc68');
INSERT INTO audit_seal VALUES (X'01A217ACBF4C734882DC6B08DE056960', 30, '2ac8fd8fe5dd7534f183ff249c5f9a9e2441cbe80ce31b0a27a5e02e9bf4a4e5');
INSERT INTO audit_seal VALUES (X'01A217ACBF57744B932A91FCBF4251D2', 31, '1c5a5812e9e73e3daf0768e3a4aaa1c93ba518c172980fbf69ce09ee46334d1b');
INSERT INTO audit_seal VALUES (X'01A217ACBF60765AA922A99389456F8C', 32, '5522c9b1c3424644baa74b98ebe94a2fab648437d32235307f122371a6f1488f');
INSERT INTO audit_seal VALUES (X'01A217ACBF8A73AE83FBF86D90CB5F2B', 33, '3cd2676c49332c21aa0c38ca8eafd1af8eacef1fe2fb31a10c7b6ed6b15e001f');
INSERT INTO audit_seal VALUES (X'01A217ACBFAF7258B09CCABE3DBC2363', 34, '25c963b556229f0eaab7f0dc1f7059b1bf0f8101ccafa6ccafcbbb0261ed928e');
INSERT INTO audit_seal VALUES (X'01A217ACBFD473EAB1CF6837006F35EB', 35, '8ca2f3b5c900ed8f034ddc60febdf80c26f63de9653cefb8ea19c559fe341cf9');
INSERT INTO audit_seal VALUES (X'01A217ACBFFB74C09F421CFB85D3675C', 36, '20e15ee8c1a564127e73ecd9fc48363de2a2a9421c80be5cb36116964f414048');
INSERT INTO audit_seal VALUES (X'01A217ACC00371A683005BCE6F3A8A52', 37, 'da5134888cbd68597ce4155b45141d72c76a3a0af0bc30d7678e59b91bb3ffa0');
INSERT INTO audit_seal VALUES (X'01A217ACC00E70ACA4B858AE00CE433E', 38, '45b25a1fc69150c86453f056838f970813c061b6973fcf0cc5f3671ab7187372');
INSERT INTO audit_seal VALUES (X'01A217ACC017754D859082DCB6437621', 39, '0beea524ece6fe81e0468c29ce745cd1cb6afbcb4d3a9c7008574fcc68b484c4');
INSERT INTO audit_seal VALUES (X'01A217ACC02176ED9B915F9B8427A6E8', 40, 'bccac88f55a49444ee8fee42a717199ef8c05503ac0c62664a60758ba6c0df4e');
INSERT INTO audit_seal VALUES (X'01A217ACC02A7277963932E2790E3E14', 41, '2b1f4120171341f0fc499eb1e3c769000e970e5392ac414295e336218c7ccff8');
INSERT INTO audit_seal VALUES (X'01A217ACC0337231B059EC43E711B881', 42, 'ddd2d6485bc3d046421efd1ed8a4fcd1dcfd40af71fd3c3b52b8f5b8f12f8ad6');
INSERT INTO audit_seal VALUES (X'01A217ACC03D7150BC29ADD34A93D90F', 43, '12da1ab7837688e5082de34627f3b204e2c8630f5f2eafa29b63f573b6605b9c');
INSERT INTO audit_seal VALUES (X'01A217ACC0467575A057CA2C6F0F251A', 44, 'c1fb0a472ee44b46b61ff24cac91b81886b4b799470a2a5e39acfb070e275c28');
INSERT INTO audit_seal VALUES (X'01A217ACC05773C1BCC2B553FBFD4C31', 45, 'f88a855002d8524970c225ba719480427232da434bf6c9d23c8e0033a888c6d9');
INSERT INTO audit_seal VALUES (X'01A217ACC0627433A7109E494750EEEE', 46, '0f2a20e424c664ad2eb50b3f5998a9c4a9d1cd61b244f7ef815d1e33026dd7f0');
INSERT INTO audit_seal VALUES (X'01A217ACC07076FBB121F47149F010D6', 47, '6e7b8c30fefa55b702bda8cf166ba21d4e40d67f75c4d28afa914731c5a47a2f');
INSERT INTO audit_seal VALUES (X'01A217ACC07A7309AEB1057D7020539E', 48, '7d36ddb915c5a5ce88cd50f6757e2c98f89e9e37364e8461041195f8b233e095');
INSERT INTO audit_seal VALUES (X'01A217ACC08775308A6DC1FB7C850981', 49, '1a927c9dd0d750a38a41142cf9ede8852f78552e31b5f91dd502f976857b18c7');
INSERT INTO audit_seal VALUES (X'01A217ACC09271BFA1CF7743DE3E4A48', 50, '6d37418b1fdf324f01c805ee449be37bd69486f1c79827736349ff303fc83ad8');
INSERT INTO audit_seal VALUES (X'01A217ACC09D75F381E4EEADC1AA9AA9', 51, '4aca6ffa433e95a15607297e971646c15c21d8f11fdf54f8435fbdca85b174eb');
INSERT INTO audit_seal VALUES (X'01A217ACC0AC76989B02348DA3988C26', 52, '537098ebd712a1c5fb8ff6d7313d44567ebf20da078fa5700095aab90c4c4d9a');
INSERT INTO audit_seal VALUES (X'01A217ACC0C17764835DBA9CC04502A2', 53, '65527e25ed6f48d11c8d33fd6a005e316840262e7165a2819953ee3e1a1fa0b0');
INSERT INTO audit_seal VALUES (X'01A217ACC0CC724D900185D02D60BA2E', 54, '76120ee80c0c3328fd99c8a56bb5031f8e251c3ac843815456403d95811d5c3d');
INSERT INTO audit_seal VALUES (X'01A217ACC0D87401AB79008E00E665EB', 55, 'f172f3ff113acea03f35c72a65a83052c5794cca90071bd49285e6dfa08f34d2');
INSERT INTO audit_seal VALUES (X'01A217ACC0E9735796352E538E61B88B', 56, '75e2c62d18c25956f7ccb22f15b46801937ad911e26a3d9f88d170177e5d4f62');
INSERT INTO audit_seal VALUES (X'01A217ACC0F5749A830D486B8BA2F5E3', 57, '020dfd26bd46062ca1718523193d9db56a50fe18f5f7a4b4cc3a6f0deff7fb3e');
INSERT INTO audit_seal VALUES (X'01A217ACC100710D8C91029F2B7DA7D8', 58, 'c740b4e8e3a106f16de47b5b22b78ba6f6809c6f12de35f1d1200f04315a59bd');
INSERT INTO audit_seal VALUES (X'01A217ACC10B76A1880229F693453615', 59, 'ca1b5328d4a7fd4be4f88982dead784747c3e61716c26c763edacce4397142e6');
INSERT INTO audit_seal VALUES (X'01A217ACC11972179C58251DB8474339', 60, 'f4f40121e69bfa1901950564a50bd270e465845560305a0d3b6d8b7483f63358');
INSERT INTO audit_seal VALUES (X'01A217ACC12373098A1C054DAFA8F87F', 61, 'bbb1975444d9f39c7f38a7f826aff8622c4f4f4f7aec0b73ad55989e78735820');
INSERT INTO audit_seal VALUES (X'01A217ACC1307754A5181BCF35AAB7AD', 62, '82e3c6f315a7c169a23336c85a8dcfa0cb0d75a63313909fb7fda2652910ef31');
INSERT INTO audit_seal VALUES (X'01A217ACC13E74628FE625A9ECC29852', 63, '7791bf938f8730133d7634d0e1a2c3023f451f691ce77ba85b980bf9467f1e42');
INSERT INTO audit_seal VALUES (X'01A217ACC14B700EB8DA8FF09F58CA9D', 64, '36ccb0d9deeeff0901b58514cbdb29fd1186eecfb08acbad630f1d6429b1f168');
INSERT INTO audit_seal VALUES (X'01A217ACC15672D4B9FDD61A94D332E8', 65, '6c973ceec2f690b0349278dd8e1b3b55315a85f38ab6aa0a73233b10506c887d');
INSERT INTO audit_seal VALUES (X'01A217ACC16B70E881B58E3B31102DFC', 66, '56901e70a2880d3a29cd410e3eeb445d134d96622aa9a9702299aa6f601c091f');
INSERT INTO audit_seal VALUES (X'01A217ACC173757C84754B01A9658A62', 67, '89fa17e3fe0175c4749a3ebfae7ae1a9d3a29f99d06ca7ed01cb2052a4cf9bdf');
INSERT INTO audit_seal VALUES (X'01A217ACC18673A792E9ACDD8B5175AD', 68, '88027a6923db1a98b2a635d8dc6821adccd77a05bd87d67c6bb69a0ffc18d9d4');
INSERT INTO plot_term VALUES (X'01A217ACBEE776A3A08CE343C1DDD495', X'01A217ACBEE673B6BE75B50171DF6705', 1, '2015-01-01', 1, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', '500235136001', 'fengshui-pear', 1000, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867');
INSERT INTO plot_term VALUES (X'01A217ACBEF6708CAD63B03F43A5979C', X'01A217ACBEE673B6BE75B50171DF6705', 2, '2025-06-01', 1, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', '500235136001', 'fengshui-pear', 1250, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867');
INSERT INTO harvest_lot VALUES (X'01A217ACBF01728E90E2525FDC48EBC7', 'HRWA-PR4G-J0MQ', X'01A217ACBEE673B6BE75B50171DF6705', X'01A217ACBED975C1A46964F0CB3F2A15', '500235136001', 'fengshui-pear', '2025-09-10', 800000, 699500, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL);
INSERT INTO harvest_lot VALUES (X'01A217ACC00E70ACA4B858ADD8750F8C', 'HQFZ-ZD5W-9NVS', X'01A217ACBEE673B6BE75B50171DF6705', X'01A217ACBED975C1A46964F0CB3F2A15', '500235136001', 'fengshui-pear', '2026-08-20', 500000, 440000, 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL);
INSERT INTO site_counting VALUES (X'01A217ACBC73718792E4FD12A76C9763', 'gate', '1949-01-01', 1, 1764561600000000, X'01A217ACBB1875A28E6E04245861580F');
INSERT INTO site_counting VALUES (X'01A217ACBC7B70B38CA83ADAA52235F4', 'pavilion', '1949-01-01', 0, 1764561600000000, X'01A217ACBB1875A28E6E04245861580F');
INSERT INTO site_counting VALUES (X'01A217ACBEBF7032A326AF94A3D04E15', 'pavilion', '2025-11-01', 1, 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4');
INSERT INTO visitor_count VALUES (X'01A217ACBF3B710DBADD5C2C14671948', 'gate', '500235136001', '2025-10-01', 300, 1, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', 1764561600000000);
INSERT INTO visitor_count VALUES (X'01A217ACBF4976D89BA806D62AB6E959', 'gate', '500235136001', '2025-10-01', 320, 1, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL);
INSERT INTO catering_takings VALUES (X'01A217ACBF547629A85339757F2ADE47', 'kitchen', '500235136001', 2024, 10, 100000, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL);
INSERT INTO catering_takings VALUES (X'01A217ACBF5E770DACF7E46AEA0ECAF4', 'kitchen', '500235136001', 2025, 10, 150050, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL);
INSERT INTO catering_baseline VALUES (X'01A217ACBEB772F183A0DDD6EA8C62C0', '500235136', 2024, 1764561600000000, X'01A217ACBDFB70209EC3FB4A2EDFADA4');
INSERT INTO ledger_entry VALUES (X'01A217ACBC8B7398BD887F0E5F37617B', 'PLANT', '2020-05-01', '2020-05-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'PROCESSING_PLANT', X'01A217ACBC8A77EABC4DD8F58992361A', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBE987360B785C0B19177233E', 'LANDMARK_DISH', '2025-06-01', '2025-06-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'HONOUR', X'01A217ACBE9672E287D7B2F65C591D8E', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBEA471828EE21B247AFF2E8A', 'PROJECT', '2025-03-01', '2025-03-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'PROCESSING_PROJECT', X'01A217ACBEA37054AB6CA09C5C5D42A8', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBEAF773DA2A3474FE7886811', 'FESTIVAL', '2025-03-20', '2025-03-01', '500235136', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 1, 'FESTIVAL', X'01A217ACBEAD72E6866F0794DC78B444', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBEE8712C8185B75D3A59E1CD', 'AREA', '2015-01-01', '2015-01-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', 0, 0, 1, 1000, 1, 'PLOT_TERM', X'01A217ACBEE776A3A08CE343C1DDD495', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBEE8712C8185B75EC283C3BC', 'GROWERS', '2015-01-01', '2015-01-01', '50', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', X'01A217ACBEE776A3A08CE343C1DDD495', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBEE8712C8185B75F94D8ED93', 'GROWERS', '2015-01-01', '2015-01-01', '500235', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', X'01A217ACBEE776A3A08CE343C1DDD495', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBEE8712C8185B760AFCA19BF', 'GROWERS', '2015-01-01', '2015-01-01', '500235136', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', X'01A217ACBEE776A3A08CE343C1DDD495', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBEE8712C8185B76115A8AFE4', 'GROWERS', '2015-01-01', '2015-01-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', NULL, 0, 0, 1, 0, 0, 'PLOT_TERM', X'01A217ACBEE776A3A08CE343C1DDD495', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBEF775379021884CCA2CA1B5', 'AREA', '2025-06-01', '2025-06-01', '500235136001', 'fengshui-pear', NULL, NULL, NULL, NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', 0, 0, 0, 250, 0, 'PLOT_TERM', X'01A217ACBEF6708CAD63B03F43A5979C', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBF197366B8EF07E62ECC07D3', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', 60300, 100500, 1, 0, 1, 'SALE', X'01A217ACBF177081829E8E60BA61FDE3', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBF26723484E6E93546FA9434', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', 600, 1000, 1, 0, 1, 'SALE', X'01A217ACBF2574BBAD1CC98E32D7E586', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBF3176E0BB3E0FBDA315FDEC', 'SALE', '2025-09-15', '2025-09-01', '500235136001', 'fengshui-pear', NULL, 2025, 'MARKET', NULL, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', -600, -1000, -1, 0, -1, 'SALE', X'01A217ACBF2574BBAD1CC98E32D7E586', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBF3C7450B6A53C8B9CCAAE83', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, 300, 0, 1, 'VISITOR_COUNT', X'01A217ACBF3B710DBADD5C2C14671948', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBF4A73249F6822A9B7242AD7', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, -300, 0, -1, 'VISITOR_COUNT', X'01A217ACBF3B710DBADD5C2C14671948', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBF4A73249F6822AA76E65B1B', 'VISITORS', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, 'gate', NULL, NULL, NULL, 0, 0, 320, 0, 1, 'VISITOR_COUNT', X'01A217ACBF4976D89BA806D62AB6E959', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBF5577F4AA47C83E5CAE62C2', 'CATERING', '2024-10-01', '2024-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, 'kitchen', NULL, NULL, 100000, 0, 1, 0, 1, 'CATERING_TAKINGS', X'01A217ACBF547629A85339757F2ADE47', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACBF5E770DACF7E46BED25A4A8', 'CATERING', '2025-10-01', '2025-10-01', '500235136001', NULL, NULL, NULL, NULL, NULL, NULL, 'kitchen', NULL, NULL, 150050, 0, 1, 0, 1, 'CATERING_TAKINGS', X'01A217ACBF5E770DACF7E46AEA0ECAF4', 1764561600000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC05477FBB8FE3DF54A5E3678', 'OUTPUT', '2026-08-10', '2026-08-01', '500235136001', NULL, 'paocai', NULL, NULL, 'pickles', NULL, NULL, NULL, NULL, 0, 60000, 1, 0, 1, 'PRODUCTION_BATCH', X'01A217ACC05171D882A53BEFC17D8003', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC06E73289090E343A1175F25', 'OUTPUT', '2026-11-24', '2026-11-01', '500235136001', NULL, 'paocai', NULL, NULL, 'pickles', NULL, NULL, NULL, NULL, 0, 30000, 1, 0, 1, 'PRODUCTION_BATCH', X'01A217ACC06D71C2B450135197F35165', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC08570A6BB5870140DE13EC3', 'SALE', '2026-11-24', '2026-11-01', '500235136001', NULL, 'paocai', NULL, 'ONLINE', 'pickles', NULL, NULL, NULL, NULL, 25000, 10000, 1, 0, 1, 'SALE', X'01A217ACC084769CA68DCC1EF7888D50', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC0BF75A9841587384067BF5F', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 24000, 30000, 1, 0, 1, 'PREORDER', X'01A217ACC0A8733C975C3EA4D9695577', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC0D676C7A1343283F4EE8575', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 16000, 20000, 1, 0, 1, 'PREORDER', X'01A217ACC0C97080B25A8C73798A4217', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC0E776F3B8E796C6B01A594C', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -12000, -15000, 0, 0, 1, 'PREORDER', X'01A217ACC0A8733C975C3EA4D9695577', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC0E776F3B8E796C76E2359EA', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -8000, -10000, 0, 0, 1, 'PREORDER', X'01A217ACC0C97080B25A8C73798A4217', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC10A75E1A63067EB5C9376D8', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 8000, 10000, 1, 0, 1, 'PREORDER', X'01A217ACC0FD769D92EBC4652CCBF3CE', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC12F708196555437D01BD7B9', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, 4000, 5000, 1, 0, 1, 'PREORDER', X'01A217ACC1207547973FB6B0CB82BABC', 1795492800000000);
INSERT INTO ledger_entry VALUES (X'01A217ACC13C77AEB752BACD876BD43A', 'PRESALE', '2026-11-24', '2026-11-01', '500235136', 'fengshui-pear', NULL, 2026, NULL, NULL, NULL, NULL, NULL, NULL, -4000, -5000, -1, 0, 1, 'PREORDER', X'01A217ACC1207547973FB6B0CB82BABC', 1795492800000000);
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
INSERT INTO intake VALUES (X'01A217ACC03C72DDA59340F6967383DA', 'pickles', '500235136001', '丰水梨', X'01A217ACC00E70ACA4B858ADD8750F8C', NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', NULL, 'CDS5-Y7A8-1RNY', NULL, NULL, 50000, 30000, '2026-11-24', '8f461a591338d64fc0b56d52cfa606fb67fc12a30710b2ad241fdda0bc5a60b5', NULL, 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', NULL, NULL, NULL);
INSERT INTO intake VALUES (X'01A217ACC04570D2A2C86F0ACD5147C4', 'pickles', '500235136001', '青菜', NULL, NULL, NULL, NULL, '菜市场', NULL, NULL, NULL, 100000, 20000, '2026-08-01', 'de457b08258c4a9251599f526c0d00c301374aec5add49a9cdc3f486432d4432', NULL, 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', NULL, NULL, NULL);
INSERT INTO production_batch VALUES (X'01A217ACC05171D882A53BEFC17D8003', 'B1D9-46BB-YC0E', 'pickles', '500235136001', 'paocai', '2026-08-10', '2026-08-02', 60000, 80000, 0, 30000, NULL, NULL, 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', NULL, NULL, NULL);
INSERT INTO production_batch VALUES (X'01A217ACC06D71C2B450135197F35165', 'BFD3-VZ6Z-AK78', 'pickles', '500235136001', 'paocai', '2026-11-24', '2026-11-24', 30000, 40000, 0, 30000, NULL, NULL, 1795492800000000, X'01A217ACBDF774218DA48965C6E13458', NULL, NULL, NULL);
INSERT INTO batch_ingredient VALUES (X'01A217ACC05375F699722FD937A93DE8', X'01A217ACC05171D882A53BEFC17D8003', 1, X'01A217ACC04570D2A2C86F0ACD5147C4', NULL, NULL, 80000);
INSERT INTO batch_ingredient VALUES (X'01A217ACC06D71C2B4501352F56723CC', X'01A217ACC06D71C2B450135197F35165', 1, NULL, X'01A217ACC05171D882A53BEFC17D8003', X'01A217ACC05171D882A53BEFC17D8003', 20000);
INSERT INTO batch_ingredient VALUES (X'01A217ACC06E73289090E3425C917230', X'01A217ACC06D71C2B450135197F35165', 2, X'01A217ACC03C72DDA59340F6967383DA', NULL, NULL, 20000);
INSERT INTO batch_by_product VALUES (X'01A217ACC05375F699722FDA4B88A258', X'01A217ACC05171D882A53BEFC17D8003', 1, '菜叶', 5000);
INSERT INTO batch_step VALUES (X'01A217ACC05477FBB8FE3DF44C40E7D0', X'01A217ACC05171D882A53BEFC17D8003', 1, '腌制', 7);
INSERT INTO sale VALUES (X'01A217ACBF177081829E8E60BA61FDE3', '2025-09-15', 'MARKET', '500235136001', 'fengshui-pear', 2025, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', X'01A217ACBF01728E90E2525FDC48EBC7', 100500, 60300, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL);
INSERT INTO sale VALUES (X'01A217ACBF2574BBAD1CC98E32D7E586', '2025-09-15', 'MARKET', '500235136001', 'fengshui-pear', 2025, NULL, NULL, X'01A217ACBED975C1A46964F0CB3F2A15', 'COMPANY', X'01A217ACBF01728E90E2525FDC48EBC7', 1000, 600, 1764561600000000, X'01A217ACBD7A75309F0CEC83D3ECF867', 1764561600000000, '误录', X'01A217ACBD7A75309F0CEC83D3ECF867');
INSERT INTO sale VALUES (X'01A217ACC084769CA68DCC1EF7888D50', '2026-11-24', 'ONLINE', '500235136001', NULL, NULL, 'paocai', 'pickles', NULL, NULL, NULL, 10000, 25000, 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL);
INSERT INTO sale_batch VALUES (X'01A217ACC084769CA68DCC1F08AA3DD0', X'01A217ACC084769CA68DCC1EF7888D50', X'01A217ACC05171D882A53BEFC17D8003', 10000);
INSERT INTO presale_offer VALUES (X'01A217ACC09C74648A1F66F72743CD7C', '500235136', 'fengshui-pear', 2026, 25000, 25000, 800, NULL, 3000, 1795132800000000, 1795492800000000, 172800000000, NULL, NULL, NULL, NULL, 1, 0, NULL, 0, 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL);
INSERT INTO presale_offer VALUES (X'01A217ACC0F470C2A652D2839F2D0EAF', '500235136', 'fengshui-pear', 2026, 100000, 13000, 800, NULL, 3000, 1795132800000000, 1795996800000000, 172800000000, NULL, '镇政府', NULL, NULL, 1, 0, NULL, 0, 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL);
INSERT INTO preorder VALUES (X'01A217ACC0A8733C975C3EA4D9695577', 'P6F5-6RZ7', X'01A217ACC09C74648A1F66F72743CD7C', '500235136', 'CONFIRMED', NULL, '陈晓', '13900000000', 'fc345a082ce150ee6b6f8442b36ac9d869a2a21a8bedf20db8a557b52e2da2b8', 'PICK_UP', NULL, 30000, 15000, 12000, 7200, 0, 0, 7200, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO preorder VALUES (X'01A217ACC0C97080B25A8C73798A4217', 'P7G0-Z36X', X'01A217ACC09C74648A1F66F72743CD7C', '500235136', 'CONFIRMED', NULL, '陈晓', '13900000001', '22dc111c4fbc1abe8ecb739699b7e1b5257daf30285354ece31cbf73918ccee8', 'PICK_UP', NULL, 20000, 10000, 8000, 4800, 0, 0, 7200, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO preorder VALUES (X'01A217ACC0FD769D92EBC4652CCBF3CE', 'PCJ8-TKHF', X'01A217ACC0F470C2A652D2839F2D0EAF', '500235136', 'DELIVERED', NULL, '陈晓', '13900000002', 'b6c31e345e3edeb857c763dbb8a73b2f3b2ed2d180b2ee7ecd38e45200bf7797', 'PICK_UP', NULL, 10000, 10000, 8000, 2400, 0, 0, 8000, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, '2026-11-24', NULL, NULL, NULL, 1795492800000000);
INSERT INTO preorder VALUES (X'01A217ACC1207547973FB6B0CB82BABC', 'PFHP-VW88', X'01A217ACC0F470C2A652D2839F2D0EAF', '500235136', 'CANCELLED', NULL, '陈晓', '13900000003', '4f7655cbfa395fd71619dcbde40ad2cba14b48610d453ae15a50891993382abb', 'PICK_UP', NULL, 5000, 0, 0, 1200, 0, 0, 1200, 0, 1200, 0, NULL, 1795492800000000, 1795665600000000, 1795492800000000, NULL, NULL, 1795492800000000, 'TOWN', 1795492800000000);
INSERT INTO preorder VALUES (X'01A217ACC15374DF9F1E4EB76D790281', 'P908-VV3A', X'01A217ACC0F470C2A652D2839F2D0EAF', '500235136', 'PLACED', NULL, '陈晓', '13900000004', 'ecafae1209450491f3f556f7d4e57b66a5884a591dae5a4631e7e8bb9718ef5b', 'PICK_UP', NULL, 3000, 3000, 2400, 720, 0, 0, 0, 0, 0, 0, NULL, 1795492800000000, 1795665600000000, NULL, NULL, NULL, NULL, NULL, 1795492800000000);
INSERT INTO preorder_event VALUES (X'01A217ACC0AA7111BED29D678B0EA4E5', X'01A217ACC0A8733C975C3EA4D9695577', 1795492800000000, 'PLACED', X'01A217ACBD7A75309F0CEC83D3ECF867', 24000, 30000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC0BE76AA818F08BA4C116F92', X'01A217ACC0A8733C975C3EA4D9695577', 1795492800000000, 'PAID', X'01A217ACBD7A75309F0CEC83D3ECF867', 7200, NULL, 'CASH', 'RPV8-P2S5-63X9', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC0BE76AA818F08BB0DECAA51', X'01A217ACC0A8733C975C3EA4D9695577', 1795492800000000, 'CONFIRMED', X'01A217ACBD7A75309F0CEC83D3ECF867', 24000, 30000, NULL, NULL, NULL, '2026-11-24', 24000, 30000, 1, 1);
INSERT INTO preorder_event VALUES (X'01A217ACC0CA715FB2CA588A8C75F716', X'01A217ACC0C97080B25A8C73798A4217', 1795492800000000, 'PLACED', X'01A217ACBD7A75309F0CEC83D3ECF867', 16000, 20000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC0D676C7A134328129AA915B', X'01A217ACC0C97080B25A8C73798A4217', 1795492800000000, 'PAID', X'01A217ACBD7A75309F0CEC83D3ECF867', 7200, NULL, 'CASH', 'RQ6Z-8KP4-PQNA', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC0D676C7A1343282D93B3575', X'01A217ACC0C97080B25A8C73798A4217', 1795492800000000, 'CONFIRMED', X'01A217ACBD7A75309F0CEC83D3ECF867', 16000, 20000, NULL, NULL, NULL, '2026-11-24', 16000, 20000, 1, 1);
INSERT INTO preorder_event VALUES (X'01A217ACC0E47517BDC9B71B93A41B27', X'01A217ACC0A8733C975C3EA4D9695577', 1795492800000000, 'FELL_SHORT', X'01A217ACBD7A75309F0CEC83D3ECF867', 12000, 15000, NULL, NULL, NULL, '2026-11-24', -12000, -15000, 0, 1);
INSERT INTO preorder_event VALUES (X'01A217ACC0E47517BDC9B71CE0B5044F', X'01A217ACC0C97080B25A8C73798A4217', 1795492800000000, 'FELL_SHORT', X'01A217ACBD7A75309F0CEC83D3ECF867', 8000, 10000, NULL, NULL, NULL, '2026-11-24', -8000, -10000, 0, 1);
INSERT INTO preorder_event VALUES (X'01A217ACC0FE708C883E21F2CEFF363E', X'01A217ACC0FD769D92EBC4652CCBF3CE', 1795492800000000, 'PLACED', X'01A217ACBD7A75309F0CEC83D3ECF867', 8000, 10000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC10974E1BE917E4838F4F9E3', X'01A217ACC0FD769D92EBC4652CCBF3CE', 1795492800000000, 'PAID', X'01A217ACBD7A75309F0CEC83D3ECF867', 8000, NULL, 'CASH', 'R8HF-J00Y-ZM9D', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC10974E1BE917E49AD1EA51C', X'01A217ACC0FD769D92EBC4652CCBF3CE', 1795492800000000, 'CONFIRMED', X'01A217ACBD7A75309F0CEC83D3ECF867', 8000, 10000, NULL, NULL, NULL, '2026-11-24', 8000, 10000, 1, 1);
INSERT INTO preorder_event VALUES (X'01A217ACC11870339DEC61044C877B21', X'01A217ACC0FD769D92EBC4652CCBF3CE', 1795492800000000, 'DELIVERED', X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, 10000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC122734EA1CFCBECDC3A1657', X'01A217ACC1207547973FB6B0CB82BABC', 1795492800000000, 'PLACED', X'01A217ACBD7A75309F0CEC83D3ECF867', 4000, 5000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC12E77B6B930B393180CF8E3', X'01A217ACC1207547973FB6B0CB82BABC', 1795492800000000, 'PAID', X'01A217ACBD7A75309F0CEC83D3ECF867', 1200, NULL, 'CASH', 'R3FJ-8HGQ-FYDD', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC12E77B6B930B39403FDE0DF', X'01A217ACC1207547973FB6B0CB82BABC', 1795492800000000, 'CONFIRMED', X'01A217ACBD7A75309F0CEC83D3ECF867', 4000, 5000, NULL, NULL, NULL, '2026-11-24', 4000, 5000, 1, 1);
INSERT INTO preorder_event VALUES (X'01A217ACC13C77AEB752BACC707B328C', X'01A217ACC1207547973FB6B0CB82BABC', 1795492800000000, 'CANCELLED', X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, 5000, NULL, NULL, '冻害', '2026-11-24', -4000, -5000, -1, 1);
INSERT INTO preorder_event VALUES (X'01A217ACC14A74AF971D4B3A23A2E3D5', X'01A217ACC1207547973FB6B0CB82BABC', 1795492800000000, 'REFUNDED', X'01A217ACBD7A75309F0CEC83D3ECF867', 1200, NULL, 'BANK', 'out-1', NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_event VALUES (X'01A217ACC155725D9E6762271120B4CB', X'01A217ACC15374DF9F1E4EB76D790281', 1795492800000000, 'PLACED', X'01A217ACBD7A75309F0CEC83D3ECF867', 2400, 3000, NULL, NULL, NULL, '2026-11-24', 0, 0, 0, 0);
INSERT INTO preorder_payment VALUES (X'01A217ACC0BC75A8B70F8030B8CCC6B1', X'01A217ACC0A8733C975C3EA4D9695577', '500235136', 7200, 'CASH', 'RPV8-P2S5-63X9', 0, 1795492800000000, '2026-11-24', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL);
INSERT INTO preorder_payment VALUES (X'01A217ACC0D47418B39FD6976EEF1349', X'01A217ACC0C97080B25A8C73798A4217', '500235136', 7200, 'CASH', 'RQ6Z-8KP4-PQNA', 0, 1795492800000000, '2026-11-24', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL);
INSERT INTO preorder_payment VALUES (X'01A217ACC1087572AF96D51035E0B92C', X'01A217ACC0FD769D92EBC4652CCBF3CE', '500235136', 8000, 'CASH', 'R8HF-J00Y-ZM9D', 0, 1795492800000000, '2026-11-24', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL);
INSERT INTO preorder_payment VALUES (X'01A217ACC12D7261A81C37AB4D3D7DA9', X'01A217ACC1207547973FB6B0CB82BABC', '500235136', 1200, 'CASH', 'R3FJ-8HGQ-FYDD', 0, 1795492800000000, '2026-11-24', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL);
INSERT INTO preorder_refund VALUES (X'01A217ACC148727289FFF496A7867134', X'01A217ACC1207547973FB6B0CB82BABC', '500235136', 1200, 'BANK', 'out-1', '2026-11-24', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867');
INSERT INTO preorder_lot VALUES (X'01A217ACC11771D5BB46E8B08D7F1B42', X'01A217ACC0FD769D92EBC4652CCBF3CE', X'01A217ACC00E70ACA4B858ADD8750F8C', 10000);
INSERT INTO shortfall_run VALUES (X'01A217ACC0E37065A7336D66556E58F4', X'01A217ACC09C74648A1F66F72743CD7C', '500235136', 'PRO_RATA', 25000, 50000, 60000, 0, 2, 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867');
INSERT INTO shortfall_share VALUES (X'01A217ACC0E37065A7336D67EDD31F11', X'01A217ACC0E37065A7336D66556E58F4', 1, X'01A217ACC0A8733C975C3EA4D9695577', 30000, 30000, 15000, 0);
INSERT INTO shortfall_share VALUES (X'01A217ACC0E37065A7336D68E0F2C501', X'01A217ACC0E37065A7336D66556E58F4', 2, X'01A217ACC0C97080B25A8C73798A4217', 20000, 20000, 10000, 0);
INSERT INTO harvest_estimate VALUES (X'01A217ACC09173DBB10188A0FDE072B6', '500235136', 'fengshui-pear', 2026, 400000, '霜冻', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL);
INSERT INTO certificate VALUES (X'01A217ACC016760189BDFB804EEBBDF4', 'CZ8E-3MYK-0V06', 'REPLACED', X'01A217ACC00E70ACA4B858ADD8750F8C', NULL, '500235136001', X'01A217ACBED975C1A46964F0CB3F2A15', NULL, '丰水梨', 100000, '云安果业', '13800001234', 0, '云安果业', 'SELF_PLEDGE', '154f875deae3fa50a578b0b3d6c60fe000dc28765e7f8d84c595c5083d2ed99e', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', 1795492800000000, NULL, NULL, NULL);
INSERT INTO certificate VALUES (X'01A217ACC01F77569151A48869DF7E56', 'CDS5-Y7A8-1RNY', 'VALID', X'01A217ACC00E70ACA4B858ADD8750F8C', NULL, '500235136001', X'01A217ACBED975C1A46964F0CB3F2A15', NULL, '丰水梨', 100000, '云安果业', '13800001234', 0, '云安果业', 'SELF_PLEDGE', '02afcbbed8bc0c5f873c592b1e96bc29f55ba5c29444193db43e19adbd2d70be', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, NULL, NULL, NULL);
INSERT INTO certificate VALUES (X'01A217ACC0297234BC6CD853AD232404', 'CFGB-Q1YW-VDKS', 'WITHDRAWN', X'01A217ACBF01728E90E2525FDC48EBC7', NULL, '500235136001', X'01A217ACBED975C1A46964F0CB3F2A15', NULL, '丰水梨', 5000, '云安果业', '13800001234', 0, '云安果业', 'SELF_PLEDGE', '92f4bdf3937d989a2729bd12767e000388b8b81e2349eb16b4d3ce77b31e0e9a', 1795492800000000, X'01A217ACBD7A75309F0CEC83D3ECF867', NULL, 1795492800000000, '误开', X'01A217ACBD7A75309F0CEC83D3ECF867');
INSERT INTO certificate_origin VALUES (X'01A217ACC017754D859082DBF8DCE110', X'01A217ACC016760189BDFB804EEBBDF4', '500235136001');
INSERT INTO certificate_origin VALUES (X'01A217ACC0207695A44BA4FA0982A203', X'01A217ACC01F77569151A48869DF7E56', '500235136001');
INSERT INTO certificate_origin VALUES (X'01A217ACC02A7277963932E19C134A5C', X'01A217ACC0297234BC6CD853AD232404', '500235136001');
INSERT INTO certificate_replacement VALUES (X'01A217ACC0207695A44BA4FBD1D4CF8D', X'01A217ACC01F77569151A48869DF7E56', 'CZ8E-3MYK-0V06');
INSERT INTO removed_certificate VALUES (X'01A217ACC0027546A63236C07E21BFB8', X'01A217ACBF01728E90E2525FDC48EBC7', NULL);
INSERT INTO published_report VALUES (X'01A217ACC1847008B75636F83C4EE33A', '500235136', 2025, 'YEAR', 1, 0, '{"version":"1","regionCode":"500235136","year":2025,"period":"YEAR","plantedAreaMuHundredths":1250,"plantedAreaByVariety":[{"variety":"fengshui-pear","muHundredths":1250,"growers":1}],"visitors":320,"visitorsByMonth":[{"month":1,"visitors":0},{"month":2,"visitors":0},{"month":3,"visitors":0},{"month":4,"visitors":0},{"month":5,"visitors":0},{"month":6,"visitors":0},{"month":7,"visitors":0},{"month":8,"visitors":0},{"month":9,"visitors":0},{"month":10,"visitors":320},{"month":11,"visitors":0},{"month":12,"visitors":0}],"salesRevenueFen":60300,"presaleRevenueFen":0,"revenueByVariety":[{"variety":"fengshui-pear","salesFen":60300,"presaleFen":0,"salesG":100500,"presaleG":0}],"revenueByProduct":[],"revenueByChannel":[{"channel":"MARKET","salesFen":60300}],"revenueByMonth":[{"month":1,"salesFen":0,"presaleFen":0},{"month":2,"salesFen":0,"presaleFen":0},{"month":3,"salesFen":0,"presaleFen":0},{"month":4,"salesFen":0,"presaleFen":0},{"month":5,"salesFen":0,"presaleFen":0},{"month":6,"salesFen":0,"presaleFen":0},{"month":7,"salesFen":0,"presaleFen":0},{"month":8,"salesFen":0,"presaleFen":0},{"month":9,"salesFen":60300,"presaleFen":0},{"month":10,"salesFen":0,"presaleFen":0},{"month":11,"salesFen":0,"presaleFen":0},{"month":12,"salesFen":0,"presaleFen":0}],"plantOutput":[],"cateringTakingsFen":150050,"cateringIncreaseFen":50050,"festivalEditions":1,"processingPlants":1,"processingProjects":1,"honours":[{"kind":"LANDMARK_DISH","count":1},{"kind":"FAMOUS_SNACK","count":0},{"kind":"HERITAGE_PROJECT","count":0}],"asOf":1795492800000000}', '{"version":"1","region":"云安镇","varieties":{"fengshui-pear":{"zh":"丰水梨","en":"Hosui pear"}},"products":{},"plants":{}}', '{"version":"1","varieties":{"fengshui-pear":1},"products":{},"channels":{"MARKET":1}}', '{"cateringIncreaseYuan":1,"cateringTakingsYuan":1,"festivalEditions":1,"growers":1,"honours":1,"plantOutput":1,"plantedAreaByVariety":1,"plantedAreaMu":1,"presaleRevenueYuan":1,"processingPlants":1,"processingProjects":1,"produceRevenueYuan":1,"revenueByChannel":1,"revenueByMonth":1,"revenueByProduct":1,"revenueByVariety":1,"salesRevenueYuan":1,"visitors":1,"visitorsByMonth":1}', 1795492800000000, '08b7b917d69de44fcbbed74fc88d101393dfb419b1c7dcedf270a715383ad9ba', 'c53785b5fd9ec71c88176aba9434d46666d501e8ac64a7ea1ef4878e3ce71d1c', 1795492800000001, X'01A217ACBDCE71099050F5D6A7B775CC', '云阳县云安镇');
INSERT INTO report_submission VALUES (X'01A217ACC16A761C8742051184FB6BE5', '500235136001', 2025, 'H2', 'APPROVED', 1795492800000000, 1795492800000001, X'01A217ACBDA6736BA5240745C0319089', 1795492800000001, X'01A217ACBDCE71099050F5D6A7B775CC', NULL);
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
CREATE INDEX presale_offer_settling ON presale_offer (settling_run_id) WHERE settling_run_id IS NOT NULL;
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
