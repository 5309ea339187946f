-- An agent may be asked before a conversation is transferred to them; and who was given it how often in this round.

ALTER TABLE conversations
    ADD COLUMN transfer_offer jsonb,
    ADD COLUMN received uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE conversations ALTER COLUMN received DROP DEFAULT;

-- A transfer says in its own entry where it came from; the older ones are completed from what stands before them.
UPDATE conversation_entries e
SET data = jsonb_strip_nulls(jsonb_build_object(
    'to_agent', e.data -> 'to_agent',
    'from', (SELECT coalesce(a.data ->> 'agent', a.data ->> 'to_agent') FROM conversation_entries a
             WHERE a.conversation = e.conversation AND a.seq < e.seq AND a.kind IN ('assigned', 'transferred', 'reopened')
             ORDER BY a.seq DESC LIMIT 1),
    'from_group', (SELECT coalesce(g.data ->> 'to_group', g.data ->> 'group', g.data -> 'terms' ->> 'group')
                   FROM conversation_entries g
                   WHERE g.conversation = e.conversation AND g.seq < e.seq
                     AND g.kind IN ('started', 'category_changed', 'transferred')
                   ORDER BY g.seq DESC LIMIT 1),
    'category', (SELECT g.data ->> 'category' FROM conversation_entries g
                 WHERE g.conversation = e.conversation AND g.seq < e.seq AND g.kind IN ('started', 'category_changed')
                 ORDER BY g.seq DESC LIMIT 1),
    'terms', jsonb_build_object('by', e.actor, 'group', e.data -> 'to_group', 'policy_version', e.data -> 'policy_version',
                                'reason', e.data -> 'reason', 'note', e.data -> 'note', 'hand_over', false),
    'ageing_seconds', e.data -> 'ageing_seconds'))
WHERE e.kind = 'transferred';

-- Who is sent to the wrong topic, from where to where.
CREATE INDEX conversation_entries_transfers ON conversation_entries (at) WHERE kind = 'transferred';

-- A published policy says everything: those from before these numbers have what was built in.
UPDATE policies SET body = '{"transfer": {"asks_receiver": false, "accept_seconds": 30, "bounce_limit": 1}}'::jsonb || body;

-- As before; an offer may also be of a conversation that somebody has.
CREATE OR REPLACE FUNCTION assert_invariants() RETURNS TABLE (invariant text, subject uuid, detail text)
    LANGUAGE sql STABLE AS $$
    SELECT 'S2 log contiguous, head is its last number', c.id,
           format('head %s, %s entries from %s to %s', c.seq, count(e.seq), min(e.seq), max(e.seq))
    FROM conversations c LEFT JOIN conversation_entries e ON e.conversation = c.id
    GROUP BY c.id
    HAVING count(e.seq) <> c.seq OR min(e.seq) IS DISTINCT FROM 1 OR max(e.seq) IS DISTINCT FROM c.seq
    UNION ALL
    SELECT 'S2 no entry without its conversation', e.conversation, format('entry %s', e.seq)
    FROM conversation_entries e LEFT JOIN conversations c ON c.id = e.conversation
    WHERE c.id IS NULL
    UNION ALL
    SELECT 'M4 public numbers dense, in order', c.id,
           format('head %s, %s public entries', c.public_seq, count(e.public_seq))
    FROM conversations c LEFT JOIN conversation_entries e ON e.conversation = c.id
    GROUP BY c.id
    HAVING count(e.public_seq) <> c.public_seq OR coalesce(max(e.public_seq), 0) <> c.public_seq
        OR count(DISTINCT e.public_seq) <> c.public_seq
    UNION ALL
    SELECT 'M4 public numbers follow the order of the log', conversation, format('at %s', seq)
    FROM (SELECT conversation, seq, public_seq,
                 lag(public_seq) OVER (PARTITION BY conversation ORDER BY seq) AS before
          FROM conversation_entries WHERE public_seq IS NOT NULL) numbered
    WHERE public_seq <> coalesce(before, 0) + 1
    UNION ALL
    SELECT 'M4 time does not run backwards in a log', conversation, format('at %s', seq)
    FROM (SELECT conversation, seq, at, lag(at) OVER (PARTITION BY conversation ORDER BY seq) AS before
          FROM conversation_entries) timed
    WHERE at < before
    UNION ALL
    SELECT 'S4 agent exactly where the state has one', id, state
    FROM conversations
    WHERE (state = 'awaiting_agent' AND agent IS NULL)
       OR (state IN ('queued', 'ended', 'system_ended') AND agent IS NOT NULL)
    UNION ALL
    SELECT 'S4 ended ones have no queue place, clock or load', id, state
    FROM conversations
    WHERE state IN ('ended', 'system_ended')
      AND (queued_since IS NOT NULL OR next_due IS NOT NULL OR holds_slot OR parked OR offered_to IS NOT NULL)
    UNION ALL
    SELECT 'S4 marks fit the state', id, state
    FROM conversations
    WHERE (silent AND state <> 'awaiting_customer') OR (parked AND state <> 'queued')
       OR (offered_to IS NOT NULL AND state NOT IN ('queued', 'awaiting_agent', 'awaiting_customer'))
       OR (state = 'queued' AND transfer_offer IS NOT NULL) OR (holds_slot AND agent IS NULL)
       OR (state <> 'queued' AND (offered_to IS NULL) <> (transfer_offer IS NULL))
       OR (offered_to = agent)
       OR (state = 'queued') <> (queued_since IS NOT NULL)
       OR (state = 'awaiting_agent') <> (owed_since IS NOT NULL)
       OR (state = 'awaiting_customer') <> (quiet_since IS NOT NULL)
    UNION ALL
    SELECT 'S5 the turn follows from the last turn-taking entry', c.id, format('%s after %s by %s', c.state, last.kind, last.actor_kind)
    FROM conversations c
    CROSS JOIN LATERAL (
        SELECT e.kind, e.actor_kind FROM conversation_entries e
        WHERE e.conversation = c.id
          AND (e.kind IN ('assigned', 'transferred', 'requeued', 'reopened', 'unresolved', 'withdrawn')
               OR (e.kind = 'message'))
        ORDER BY e.seq DESC LIMIT 1) last
    WHERE (c.state = 'awaiting_agent' AND last.kind = 'message' AND last.actor_kind = 'agent')
       OR (c.state = 'awaiting_customer' AND last.kind = 'message' AND last.actor_kind = 'customer')
       OR (c.state = 'awaiting_customer' AND last.kind IN ('assigned', 'transferred', 'reopened', 'unresolved'))
    UNION ALL
    SELECT 'S8 every end has its reason, system ends their clock', c.id, format('%s %s', c.state, c.end_reason)
    FROM conversations c
    WHERE c.state IN ('ended', 'system_ended')
      AND (c.end_reason IS NULL OR c.ended_at IS NULL
           OR (c.state = 'system_ended' AND NOT EXISTS (
                   SELECT FROM conversation_entries e
                   WHERE e.conversation = c.id AND e.kind = 'ended' AND e.data ->> 'clock' IS NOT NULL)))
    UNION ALL
    SELECT 'A1 the open assignment is the agent''s', c.id, format('agent %s, assignment %s', c.agent, a.agent)
    FROM conversations c LEFT JOIN assignments a ON a.conversation = c.id AND a.ended_at IS NULL
    WHERE c.agent IS DISTINCT FROM a.agent
    UNION ALL
    SELECT 'A2 load is the sum of the slots that count', a.id, format('load %s, counted %s', a.load, coalesce(sum(c.slots), 0))
    FROM agents a LEFT JOIN conversations c ON c.agent = a.id AND c.holds_slot
    GROUP BY a.id
    HAVING a.load <> coalesce(sum(c.slots), 0)
    UNION ALL
    SELECT 'Q2 the place in line is the wait and the priority', id, format('rank %s', rank_at)
    FROM conversations
    WHERE rank_at <> waiting_since - make_interval(secs => priority * ageing_seconds)
    UNION ALL
    SELECT 'A6 no orphan', c.id, format('%s with disabled agent %s', c.state, c.agent)
    FROM conversations c JOIN accounts a ON a.id = c.agent
    WHERE NOT a.enabled AND c.state NOT IN ('ended', 'system_ended')
    UNION ALL
    SELECT 'M cursors are not ahead of the log', u.conversation, u.party
    FROM conversation_cursors u JOIN conversations c ON c.id = u.conversation
    WHERE u.delivered > c.public_seq
    UNION ALL
    SELECT 'I files lie in the conversation that shows them', e.conversation, f.id::text
    FROM conversation_entries e CROSS JOIN LATERAL unnest(e.attachments) AS shown (id)
    LEFT JOIN files f ON f.id = shown.id
    WHERE f.conversation IS DISTINCT FROM e.conversation
$$;
