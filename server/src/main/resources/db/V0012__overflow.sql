-- Which groups may serve those who have waited for too long is a fact of the conversation, not of the policy of the day.

ALTER TABLE conversations ADD COLUMN overflow_groups uuid[] NOT NULL DEFAULT '{}';

UPDATE conversation_entries e
SET data = jsonb_build_object('groups', coalesce(
    (SELECT p.body -> 'queue' -> 'overflow_groups' FROM conversations c JOIN policies p ON p.version = c.policy_version
     WHERE c.id = e.conversation), '[]'::jsonb))
WHERE e.kind = 'overflowed';

UPDATE conversations c
SET overflow_groups = ARRAY(
    SELECT jsonb_array_elements_text(p.body -> 'queue' -> 'overflow_groups')::uuid
    FROM policies p WHERE p.version = c.policy_version)
WHERE c.overflowed;

ALTER TABLE conversations DROP COLUMN overflowed;
ALTER TABLE conversations ALTER COLUMN overflow_groups DROP DEFAULT;

CREATE INDEX conversations_overflow ON conversations USING gin (overflow_groups) WHERE state = 'queued';

-- Who hands a conversation back to the line of its own group is not given it again by the router while it waits there.
ALTER TABLE conversations ADD COLUMN handed_back_by uuid REFERENCES agents;
