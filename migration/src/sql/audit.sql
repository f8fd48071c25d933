-- The audit log: what was done, by whom and from where, and the chain of hashes over it. Rows are only added to both
-- tables.

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
CREATE INDEX audit_entry_at ON audit_entry (at, id);
CREATE INDEX audit_entry_account ON audit_entry (account_id, at, id);
CREATE INDEX audit_entry_action ON audit_entry (action, at, id);
CREATE INDEX audit_entry_record ON audit_entry (record_id, at, id);
CREATE INDEX audit_entry_township ON audit_entry (substr(region_code, 1, 9), at, id);
CREATE INDEX audit_entry_county ON audit_entry (substr(region_code, 1, 6), at, id);

CREATE TABLE audit_seal (
    entry_id UUID PRIMARY KEY CONSTRAINT audit_seal_entry_exists REFERENCES audit_entry (id),
    position BIGINT NOT NULL CONSTRAINT audit_seal_position_unique UNIQUE CONSTRAINT audit_seal_position_range CHECK (position >= 1),
    hash TEXT NOT NULL CONSTRAINT audit_seal_hash_length CHECK (length(hash) = 64)
);
