-- A page of a township's sales of one variety. Before, the sales of its other varieties were looked through.
CREATE INDEX sale_township_variety ON sale (substr(region_code, 1, 9), variety_code, sold_on, id) WHERE variety_code IS NOT NULL;

-- No question looks for sessions by their end. Those of one account are removed when it signs in.
DROP INDEX session_expiry;
-- Beyond a township nearly every grower matches, so each is checked in turn.
DROP INDEX grower_county;

-- These columns are only asked for with a value. A row without one need not be in the index, and is written faster:
-- most sales name no lot, and visitors place pre-orders without an account. Both databases use a partial index for
-- `lot_id = ?`, because that implies that the column is not null.
DROP INDEX sale_grower;
CREATE INDEX sale_grower ON sale (grower_id, sold_on, id) WHERE grower_id IS NOT NULL;
DROP INDEX sale_lot;
CREATE INDEX sale_lot ON sale (lot_id) WHERE lot_id IS NOT NULL;
DROP INDEX preorder_buyer;
CREATE INDEX preorder_buyer ON preorder (buyer_account_id, placed_at, id) WHERE buyer_account_id IS NOT NULL;
DROP INDEX audit_entry_account;
CREATE INDEX audit_entry_account ON audit_entry (account_id, at, id) WHERE account_id IS NOT NULL;
DROP INDEX audit_entry_record;
CREATE INDEX audit_entry_record ON audit_entry (record_id, at, id) WHERE record_id IS NOT NULL;
DROP INDEX certificate_lot;
CREATE INDEX certificate_lot ON certificate (lot_id, issued_at) WHERE lot_id IS NOT NULL;
DROP INDEX certificate_batch;
CREATE INDEX certificate_batch ON certificate (batch_id, issued_at) WHERE batch_id IS NOT NULL;
DROP INDEX certificate_grower;
CREATE INDEX certificate_grower ON certificate (grower_id, issued_at, id) WHERE grower_id IS NOT NULL;
DROP INDEX certificate_plant;
CREATE INDEX certificate_plant ON certificate (plant_code, issued_at, id) WHERE plant_code IS NOT NULL;
DROP INDEX intake_lot;
CREATE INDEX intake_lot ON intake (lot_id) WHERE lot_id IS NOT NULL;
DROP INDEX batch_ingredient_intake;
CREATE INDEX batch_ingredient_intake ON batch_ingredient (intake_id) WHERE intake_id IS NOT NULL;
DROP INDEX batch_ingredient_source;
CREATE INDEX batch_ingredient_source ON batch_ingredient (source_batch_id) WHERE source_batch_id IS NOT NULL;
DROP INDEX batch_ingredient_from;
CREATE INDEX batch_ingredient_from ON batch_ingredient (from_batch_id) WHERE from_batch_id IS NOT NULL;
