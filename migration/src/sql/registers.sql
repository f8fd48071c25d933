-- What the town is made of: regions, people, land, places, plants.
-- Column types are those that both databases read alike. Money is fen, weight grams, area hundredths of a mu, instants microseconds
-- since 1970 in UTC, days the town's calendar days.

CREATE TABLE region (
    code TEXT PRIMARY KEY CHECK (length(code) IN (2, 6, 9, 12)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    level TEXT NOT NULL CHECK (level IN ('PROVINCE', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    parent_code TEXT REFERENCES region (code),
    CHECK ((parent_code IS NULL) = (level = 'PROVINCE'))
);
CREATE INDEX region_parent ON region (parent_code, code);

CREATE TABLE variety (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    name_en TEXT NOT NULL CHECK (length(name_en) BETWEEN 1 AND 100),
    harvest_start_month INTEGER NOT NULL CHECK (harvest_start_month BETWEEN 1 AND 12),
    harvest_end_month INTEGER NOT NULL CHECK (harvest_end_month BETWEEN 1 AND 12)
);

CREATE TABLE grower (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    display_name TEXT CHECK (length(display_name) BETWEEN 1 AND 100),
    kind TEXT NOT NULL CHECK (kind IN ('HOUSEHOLD', 'FAMILY_FARM', 'COOPERATIVE', 'COMPANY')),
    region_code TEXT NOT NULL REFERENCES region (code),
    phone TEXT CHECK (length(phone) BETWEEN 10 AND 12),
    registered_at BIGINT NOT NULL
);
CREATE INDEX grower_region ON grower (region_code, id);

CREATE TABLE plot (
    id UUID PRIMARY KEY,
    grower_id UUID NOT NULL REFERENCES grower (id),
    region_code TEXT NOT NULL REFERENCES region (code),
    variety_code TEXT NOT NULL REFERENCES variety (code),
    area_mu_hundredths BIGINT NOT NULL CHECK (area_mu_hundredths BETWEEN 1 AND 100000000),
    planted_year INTEGER NOT NULL CHECK (planted_year BETWEEN 1949 AND 9999),
    tree_count INTEGER CHECK (tree_count BETWEEN 1 AND 10000000),
    out_of_use_from DATE,
    registered_at BIGINT NOT NULL
);
CREATE INDEX plot_grower ON plot (grower_id, id);
CREATE INDEX plot_region ON plot (region_code, id);

CREATE TABLE processing_plant (
    code TEXT PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL REFERENCES region (code),
    opened_on DATE NOT NULL,
    closed_on DATE CHECK (closed_on > opened_on)
);

CREATE TABLE processing_project (
    code TEXT PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL REFERENCES region (code),
    plant_code TEXT REFERENCES processing_plant (code),
    began_on DATE NOT NULL,
    ended_on DATE CHECK (ended_on > began_on)
);

CREATE TABLE product (
    code TEXT PRIMARY KEY,
    plant_code TEXT NOT NULL REFERENCES processing_plant (code),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    is_fresh_produce BOOLEAN NOT NULL
);
CREATE INDEX product_plant ON product (plant_code, code);

CREATE TABLE site (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL REFERENCES region (code),
    counts_towards_total BOOLEAN NOT NULL
);

CREATE TABLE festival (
    id UUID PRIMARY KEY,
    region_code TEXT NOT NULL REFERENCES region (code),
    edition INTEGER NOT NULL CHECK (edition BETWEEN 1 AND 1000),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL CHECK (ends_on >= starts_on),
    UNIQUE (region_code, edition)
);

CREATE TABLE catering_establishment (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL REFERENCES region (code)
);
CREATE INDEX catering_establishment_region ON catering_establishment (region_code, code);

CREATE TABLE honour (
    code TEXT PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('LANDMARK_DISH', 'FAMOUS_SNACK', 'HERITAGE_PROJECT')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    region_code TEXT NOT NULL REFERENCES region (code),
    awarded_on DATE NOT NULL,
    ended_on DATE CHECK (ended_on > awarded_on)
);
