-- Who said when how available somebody is, why they are on a break, and when they last moved a hand.

ALTER TABLE agents ADD COLUMN availability_reason text;
ALTER TABLE agents ADD COLUMN active_at timestamptz NOT NULL DEFAULT baton_now();

CREATE TABLE availability_changes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agent uuid NOT NULL REFERENCES agents,
    availability text NOT NULL,
    reason text,
    -- Null for Baton itself; then why says what made it.
    changed_by uuid REFERENCES agents,
    why text CHECK (why IN ('idle', 'missed_offers', 'disabled')),
    at timestamptz NOT NULL DEFAULT baton_now()
);
CREATE INDEX availability_changes_agent ON availability_changes (agent, id);

ALTER TABLE reasons DROP CONSTRAINT reasons_kind_check;
ALTER TABLE reasons ADD CONSTRAINT reasons_kind_check CHECK (kind IN ('close', 'transfer', 'decline', 'break'));

INSERT INTO reasons (kind, code, names, position) VALUES
    ('break', 'meal', '{"zh": "用餐", "en": "Meal"}', 1),
    ('break', 'short_break', '{"zh": "小休", "en": "Short break"}', 2),
    ('break', 'meeting', '{"zh": "会议", "en": "Meeting"}', 3),
    ('break', 'training', '{"zh": "培训", "en": "Training"}', 4),
    ('break', 'other', '{"zh": "其他", "en": "Other"}', 5);
