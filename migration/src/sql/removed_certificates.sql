-- For which lots and batches there was a certificate that has been removed since: what went with it was not without one.
CREATE TABLE removed_certificate (
    id UUID PRIMARY KEY,
    lot_id UUID UNIQUE REFERENCES harvest_lot (id),
    batch_id UUID UNIQUE REFERENCES production_batch (id),
    CHECK ((lot_id IS NULL) <> (batch_id IS NULL))
);
