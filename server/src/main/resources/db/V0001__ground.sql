-- What every other file stands on.

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Tests move the clock of every process that shares the database by changing this one row; nothing else writes it.
CREATE TABLE clock_offset (
    one     boolean  PRIMARY KEY DEFAULT true CHECK (one),
    "offset" interval NOT NULL DEFAULT interval '0'
);
INSERT INTO clock_offset DEFAULT VALUES;

-- The time, for everything that is stored or compared. It moves on within a transaction.
CREATE FUNCTION baton_now() RETURNS timestamptz
    LANGUAGE sql VOLATILE PARALLEL SAFE
    AS $$ SELECT clock_timestamp() + (SELECT "offset" FROM clock_offset) $$;
