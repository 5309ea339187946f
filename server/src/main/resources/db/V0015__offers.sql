-- Why an offer is declined, and how many were missed in a row.

ALTER TABLE reasons DROP CONSTRAINT reasons_kind_check;
ALTER TABLE reasons ADD CONSTRAINT reasons_kind_check CHECK (kind IN ('close', 'transfer', 'decline'));

INSERT INTO reasons (kind, code, names, position) VALUES
    ('decline', 'busy', '{"zh": "手头忙", "en": "Busy right now"}', 1),
    ('decline', 'not_my_topic', '{"zh": "不熟悉这个问题", "en": "Not my topic"}', 2),
    ('decline', 'language', '{"zh": "语言不通", "en": "Language"}', 3),
    ('decline', 'other', '{"zh": "其他", "en": "Other"}', 4);

ALTER TABLE agents ADD COLUMN missed_offers integer NOT NULL DEFAULT 0;
