-- Accounts, their sessions, requests already answered, and what this installation is.

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
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE idempotency (
    scope TEXT NOT NULL,
    mutation TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    record_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (scope, mutation, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE installation (
    id INTEGER PRIMARY KEY CONSTRAINT installation_one_row CHECK (id = 1),
    is_demo BOOLEAN NOT NULL,
    -- The number of steps that a program must know, at least, to work on the tables. Each migration sets it.
    needs_step INTEGER NOT NULL
);
INSERT INTO installation (id, is_demo, needs_step) VALUES (1, FALSE, 0);
