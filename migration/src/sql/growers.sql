-- A grower that was registered twice. The one that was merged stays, and says into which, when, by whom and why. What was
-- recorded of it stays its own; the plots in use are the other's.
ALTER TABLE grower ADD COLUMN merged_into UUID CONSTRAINT grower_merged_into_exists REFERENCES grower (id)
    CONSTRAINT grower_merged_into_another CHECK (merged_into <> id);
ALTER TABLE grower ADD COLUMN merged_at BIGINT;
ALTER TABLE grower ADD COLUMN merge_reason TEXT CONSTRAINT grower_merge_reason_length CHECK (length(merge_reason) BETWEEN 1 AND 500);
ALTER TABLE grower ADD COLUMN merged_by UUID CONSTRAINT grower_merged_by_exists REFERENCES account (id)
    CONSTRAINT grower_merge_is_whole CHECK ((merged_into IS NULL) = (merged_at IS NULL) AND (merged_into IS NULL) = (merge_reason IS NULL)
        AND (merged_into IS NULL) = (merged_by IS NULL));
CREATE INDEX grower_merged ON grower (merged_into) WHERE merged_into IS NOT NULL;
-- Who has the same name may be the same.
CREATE INDEX grower_name ON grower (name_folded);
