-- What was done, by whom and from where, and the chain of hashes over it. Both are only added to.
-- A grower's salt goes with the grower: with it, its hashed values in the audit log can be proven, without it nobody can try them out.

CREATE TABLE audit_entry (
    id UUID PRIMARY KEY,
    at BIGINT NOT NULL,
    account_id UUID REFERENCES account (id),
    address TEXT,
    request_id TEXT,
    action TEXT NOT NULL,
    record_kind TEXT,
    record_id TEXT,
    region_code TEXT REFERENCES region (code),
    changes TEXT NOT NULL,
    CHECK ((record_kind IS NULL) = (record_id IS NULL))
);
CREATE INDEX audit_entry_at ON audit_entry (at, id);
CREATE INDEX audit_entry_account ON audit_entry (account_id, at, id);
CREATE INDEX audit_entry_action ON audit_entry (action, at, id);
CREATE INDEX audit_entry_record ON audit_entry (record_id, at, id);
CREATE INDEX audit_entry_region ON audit_entry (region_code, at, id);

CREATE TABLE audit_seal (
    entry_id UUID PRIMARY KEY REFERENCES audit_entry (id),
    position BIGINT NOT NULL UNIQUE CHECK (position >= 1),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
);

ALTER TABLE grower ADD COLUMN audit_salt TEXT NOT NULL DEFAULT '';
