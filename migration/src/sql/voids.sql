-- Visitor counts, takings and estimates that are taken back. A voided record is in force no more, like a replaced one,
-- and says why and by whom.
ALTER TABLE visitor_count ADD COLUMN void_reason TEXT CONSTRAINT visitor_count_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500);
ALTER TABLE visitor_count ADD COLUMN voided_by UUID CONSTRAINT visitor_count_voided_by_exists REFERENCES account (id)
    CONSTRAINT visitor_count_void_is_whole CHECK ((void_reason IS NULL) = (voided_by IS NULL) AND (void_reason IS NULL OR replaced_at IS NOT NULL));
ALTER TABLE catering_takings ADD COLUMN void_reason TEXT
    CONSTRAINT catering_takings_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500);
ALTER TABLE catering_takings ADD COLUMN voided_by UUID CONSTRAINT catering_takings_voided_by_exists REFERENCES account (id)
    CONSTRAINT catering_takings_void_is_whole CHECK ((void_reason IS NULL) = (voided_by IS NULL) AND (void_reason IS NULL OR replaced_at IS NOT NULL));
ALTER TABLE harvest_estimate ADD COLUMN void_reason TEXT
    CONSTRAINT harvest_estimate_void_reason_length CHECK (length(void_reason) BETWEEN 1 AND 500);
ALTER TABLE harvest_estimate ADD COLUMN voided_by UUID CONSTRAINT harvest_estimate_voided_by_exists REFERENCES account (id)
    CONSTRAINT harvest_estimate_void_is_whole CHECK ((void_reason IS NULL) = (voided_by IS NULL) AND (void_reason IS NULL OR replaced_at IS NOT NULL));
-- What was recorded is read back by day or month, within a township or of one site or establishment.
CREATE INDEX visitor_count_township ON visitor_count (substr(region_code, 1, 9), day, id);
CREATE INDEX visitor_count_site ON visitor_count (site_code, day, id);
CREATE INDEX catering_takings_township ON catering_takings (substr(region_code, 1, 9), year, month, id);
CREATE INDEX catering_takings_establishment ON catering_takings (establishment_code, year, month, id);
