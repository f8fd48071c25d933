-- The registers of the town: regions, people, land, places, plants. Column types are those that both databases read
-- alike. Money is in fen, weight in grams, area in hundredths of a mu. Instants are microseconds since 1970 in UTC.
-- Days are calendar days in the town.

CREATE TABLE region (
    code TEXT PRIMARY KEY CONSTRAINT region_code_length CHECK (length(code) IN (2, 6, 9, 12)),
    name TEXT NOT NULL CONSTRAINT region_name_length CHECK (length(name) BETWEEN 1 AND 100),
    level TEXT NOT NULL CONSTRAINT region_level_known CHECK (level IN ('PROVINCE', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    parent_code TEXT CONSTRAINT region_parent_exists REFERENCES region (code),
    CONSTRAINT region_province_has_no_parent CHECK ((parent_code IS NULL) = (level = 'PROVINCE'))
);
CREATE INDEX region_parent ON region (parent_code, code);

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
    -- With the salt, the hashed values of the grower in the audit log can be proven. Without it, nobody can find them
    -- by trial.
    audit_salt TEXT NOT NULL
);
CREATE INDEX grower_township ON grower (substr(region_code, 1, 9), id);
CREATE INDEX grower_county ON grower (substr(region_code, 1, 6), id);

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
CREATE INDEX plot_grower ON plot (grower_id, id);
CREATE INDEX plot_township ON plot (substr(region_code, 1, 9), id);
CREATE INDEX plot_county ON plot (substr(region_code, 1, 6), id);

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
    -- The usual yield is in ten-thousandths: 8500 is 0.85 kg of goods per kilogram of ingredients.
    usual_yield_from BIGINT CONSTRAINT product_usual_yield_from_range CHECK (usual_yield_from BETWEEN 0 AND 1000000),
    usual_yield_to BIGINT CONSTRAINT product_usual_yield_to_range CHECK (usual_yield_to BETWEEN 0 AND 1000000)
);
CREATE INDEX product_plant ON product (plant_code, code);

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

-- The days of an edition, as known since a given instant. Rows are only added, and the latest applies. So an answer
-- as of an instant stays the same when the days are corrected.
CREATE TABLE festival_days (
    id UUID PRIMARY KEY,
    festival_id UUID NOT NULL CONSTRAINT festival_days_festival_exists REFERENCES festival (id),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL CONSTRAINT festival_days_ends_on_after_starts_on CHECK (ends_on >= starts_on),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX festival_days_festival ON festival_days (festival_id, recorded_at);

CREATE TABLE catering_establishment (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT catering_establishment_name_length CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL CONSTRAINT catering_establishment_region_exists REFERENCES region (code)
);
CREATE INDEX catering_establishment_region ON catering_establishment (region_code, code);

CREATE TABLE honour (
    code TEXT PRIMARY KEY,
    id UUID NOT NULL CONSTRAINT honour_id_unique UNIQUE,
    kind TEXT NOT NULL CONSTRAINT honour_kind_known CHECK (kind IN ('LANDMARK_DISH', 'FAMOUS_SNACK', 'HERITAGE_PROJECT')),
    name TEXT NOT NULL CONSTRAINT honour_name_length CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL CONSTRAINT honour_region_exists REFERENCES region (code),
    awarded_on DATE NOT NULL,
    ended_on DATE CONSTRAINT honour_ended_on_after_awarded_on CHECK (ended_on > awarded_on)
);

-- The days from and until which a plant, project or honour counts, as known since a given instant. Rows are only
-- added, and the latest applies.
CREATE TABLE undertaking_days (
    id UUID PRIMARY KEY,
    source_kind TEXT NOT NULL
        CONSTRAINT undertaking_days_source_kind_known CHECK (source_kind IN ('PROCESSING_PLANT', 'PROCESSING_PROJECT', 'HONOUR')),
    source_id UUID NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE CONSTRAINT undertaking_days_ends_on_after_starts_on CHECK (ends_on > starts_on),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX undertaking_days_source ON undertaking_days (source_id, recorded_at);
