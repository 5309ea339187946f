-- Who works when: weekly patterns, the shifts that they make some weeks ahead, one-off shifts, absences, swaps.

CREATE TABLE shift_patterns (
    id uuid PRIMARY KEY,
    agent uuid NOT NULL REFERENCES agents,
    weekdays integer[] NOT NULL CHECK (cardinality(weekdays) BETWEEN 1 AND 7 AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
    starts time NOT NULL,
    ends time NOT NULL CHECK (starts <> ends),
    zone text NOT NULL,
    valid_from date NOT NULL,
    valid_until date CHECK (valid_until >= valid_from),
    -- Its shifts are rows up to this day: what is deleted of them by hand does not come back.
    made_until date NOT NULL
);

CREATE TABLE shifts (
    id uuid PRIMARY KEY,
    agent uuid NOT NULL REFERENCES agents,
    kind text NOT NULL CHECK (kind IN ('work', 'absence')),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
    pattern uuid REFERENCES shift_patterns ON DELETE SET NULL,
    moved boolean NOT NULL DEFAULT false,
    note text,
    -- Checked at the end of a statement, so that two may change hands in one.
    CONSTRAINT shifts_overlap EXCLUDE USING gist (agent WITH =, kind WITH =, tstzrange(starts_at, ends_at) WITH &&)
        DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX shifts_ends_at ON shifts (ends_at);
CREATE INDEX shifts_pattern ON shifts (pattern) WHERE pattern IS NOT NULL;

CREATE TABLE shift_swaps (
    id uuid PRIMARY KEY,
    from_agent uuid NOT NULL REFERENCES agents,
    from_shift uuid NOT NULL REFERENCES shifts ON DELETE CASCADE,
    to_agent uuid NOT NULL REFERENCES agents CHECK (to_agent <> from_agent),
    to_shift uuid REFERENCES shifts ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('asked', 'agreed', 'declined', 'withdrawn', 'approved', 'refused')),
    note text,
    asked_at timestamptz NOT NULL DEFAULT baton_now(),
    decided_by uuid REFERENCES agents
);
-- A shift is offered once at a time.
CREATE UNIQUE INDEX shift_swaps_open ON shift_swaps (from_shift) WHERE state IN ('asked', 'agreed');
