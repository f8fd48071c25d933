-- The sums of entries by month of whole regions: each region has all that lies below it, so that a report of a county costs no more than one of
-- a village. Who grows something does not add up over regions and counts in the one it is booked on.
CREATE TABLE regional_total (
    kind TEXT NOT NULL,
    month DATE NOT NULL,
    region_code TEXT NOT NULL,
    variety_code TEXT NOT NULL,
    product_code TEXT NOT NULL,
    channel TEXT NOT NULL,
    slot INTEGER NOT NULL,
    amount_fen BIGINT NOT NULL,
    quantity_g BIGINT NOT NULL,
    item_count BIGINT NOT NULL,
    area_mu_hundredths BIGINT NOT NULL,
    record_count BIGINT NOT NULL,
    PRIMARY KEY (region_code, kind, month, variety_code, product_code, channel, slot)
);
INSERT INTO regional_total
SELECT kind, month, SUBSTR(region_code, 1, digits), variety_code, product_code, channel, 0,
    SUM(amount_fen), SUM(quantity_g), SUM(item_count), SUM(area_mu_hundredths), SUM(record_count)
FROM monthly_total
JOIN (SELECT 2 AS digits UNION ALL SELECT 6 UNION ALL SELECT 9 UNION ALL SELECT 12) AS level
ON LENGTH(region_code) >= digits AND (kind <> 'GROWERS' OR LENGTH(region_code) = digits)
GROUP BY kind, month, SUBSTR(region_code, 1, digits), variety_code, product_code, channel;
