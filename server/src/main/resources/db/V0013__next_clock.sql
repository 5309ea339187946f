-- Which clock is the next one: after an outage, those that end are held for a minute and must not stand before the others.

ALTER TABLE conversations ADD COLUMN next_clock text;

-- Rows written before this get theirs when they change; until then it is enough that it is not one that is held.
UPDATE conversations SET next_clock = CASE state
    WHEN 'awaiting_confirmation' THEN 'confirmation_timeout' ELSE 'unknown' END
WHERE next_due IS NOT NULL;

ALTER TABLE conversations ADD CHECK ((next_due IS NULL) = (next_clock IS NULL));
