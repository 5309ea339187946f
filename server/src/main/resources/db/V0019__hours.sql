-- When groups are open; one without a calendar always is.

CREATE TABLE calendars (
    id     uuid PRIMARY KEY,
    name   text NOT NULL,
    zone   text NOT NULL,
    weekly jsonb NOT NULL,
    days   jsonb NOT NULL
);
CREATE UNIQUE INDEX calendars_name ON calendars (lower(name));
ALTER TABLE groups ADD COLUMN calendar uuid REFERENCES calendars;

-- Whoever comes when nobody is there waits for the opening, and is told when it is.
ALTER TABLE conversations ADD COLUMN parked_until timestamptz;
CREATE INDEX conversations_parked ON conversations (group_id, rank_at, id) WHERE state = 'queued' AND parked;

-- Full once so many wait, and until fewer than the lower mark do.
ALTER TABLE groups ADD COLUMN line_full boolean NOT NULL DEFAULT false;

-- A published policy says everything: those from before these numbers have what was built in.
UPDATE policies SET body = jsonb_set(body, '{queue}',
    '{"max_length": null, "reopen_length": null, "closed_action": "park"}'::jsonb || (body -> 'queue'));
