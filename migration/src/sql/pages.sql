-- Pages of a township's sales and lots in the order of days, without sorting them all.
CREATE INDEX sale_township ON sale (substr(region_code, 1, 9), sold_on, id);
CREATE INDEX harvest_lot_township ON harvest_lot (substr(region_code, 1, 9), harvested_on, id);
