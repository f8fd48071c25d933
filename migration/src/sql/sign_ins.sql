-- Who may no longer sign in, since when a password holds, when a refused sign-in was last noted, and when a session was last used.

ALTER TABLE account ADD COLUMN disabled_at BIGINT;
ALTER TABLE account ADD COLUMN password_set_at BIGINT NOT NULL DEFAULT 0;
UPDATE account SET password_set_at = created_at;
ALTER TABLE account ADD COLUMN refusal_noted_at BIGINT;

ALTER TABLE session ADD COLUMN last_used_at BIGINT NOT NULL DEFAULT 0;
UPDATE session SET last_used_at = created_at;
