-- Who may sign in, what they are signed in with, which requests were already answered, and whether the records are a demonstration.

CREATE TABLE account (
    id UUID PRIMARY KEY,
    username TEXT NOT NULL UNIQUE CHECK (length(username) BETWEEN 1 AND 100),
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('ADMIN', 'OFFICIAL', 'CLERK', 'PLANT_OPERATOR', 'GROWER', 'BUYER')),
    region_code TEXT REFERENCES region (code),
    plant_code TEXT REFERENCES processing_plant (code),
    grower_id UUID REFERENCES grower (id),
    created_at BIGINT NOT NULL,
    CHECK (role NOT IN ('OFFICIAL', 'CLERK') OR region_code IS NOT NULL),
    CHECK ((role = 'PLANT_OPERATOR') = (plant_code IS NOT NULL)),
    CHECK ((role = 'GROWER') = (grower_id IS NOT NULL))
);

CREATE TABLE session (
    id UUID PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    account_id UUID NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
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
    id INTEGER PRIMARY KEY CHECK (id = 1),
    is_demo BOOLEAN NOT NULL
);
INSERT INTO installation (id, is_demo) VALUES (1, FALSE);
