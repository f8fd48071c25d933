-- Editions that were published by mistake. They stay, and are marked.
ALTER TABLE published_report ADD COLUMN withdrawn_at BIGINT
    CONSTRAINT published_report_withdrawn_at_after_published_at CHECK (withdrawn_at >= published_at);
ALTER TABLE published_report ADD COLUMN withdrawal_reason TEXT
    CONSTRAINT published_report_withdrawal_reason_length CHECK (length(withdrawal_reason) BETWEEN 1 AND 500);
ALTER TABLE published_report ADD COLUMN withdrawn_by UUID CONSTRAINT published_report_withdrawn_by_exists REFERENCES account (id)
    CONSTRAINT published_report_withdrawal_is_whole
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL));
-- Whether anything was decided since an instant, which completeness depends on.
CREATE INDEX report_submission_deciding ON report_submission (decided_at);
