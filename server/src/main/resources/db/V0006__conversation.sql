-- Conversations, their one ordered log each, who was assigned when, and how far each side has read.
-- The row is the fold of its log (dev.baton.conversation.LifecycleFold); columns bear the names of the fold.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE conversations (
    id                uuid PRIMARY KEY,
    site              uuid NOT NULL REFERENCES sites,
    customer          uuid NOT NULL REFERENCES customers,
    state             text NOT NULL CHECK (state IN ('queued', 'awaiting_agent', 'awaiting_customer',
                                                     'awaiting_confirmation', 'ended', 'system_ended')),
    group_id          uuid NOT NULL REFERENCES groups,
    category          uuid REFERENCES categories,
    agent             uuid REFERENCES agents,
    last_agent        uuid REFERENCES agents,
    holds_slot        boolean NOT NULL,
    silent            boolean NOT NULL,
    parked            boolean NOT NULL,
    overflowed        boolean NOT NULL,
    queue_alarmed     boolean NOT NULL,
    offered_to        uuid REFERENCES agents,
    offered_at        timestamptz,
    priority          integer NOT NULL,
    opened_at         timestamptz NOT NULL,
    waiting_since     timestamptz NOT NULL,
    queued_since      timestamptz,
    state_since       timestamptz NOT NULL,
    assigned_at       timestamptz,
    unanswered_since  timestamptz,
    owed_since        timestamptz,
    quiet_since       timestamptz,
    reminded_at       timestamptz,
    nudged            boolean NOT NULL,
    alarms            integer NOT NULL,
    alarmed_at        timestamptz,
    reminders         integer NOT NULL,
    round             integer NOT NULL,
    unresolved_count  integer NOT NULL,
    end_reason        text,
    ended_at          timestamptz,
    rating_score      integer CHECK (rating_score BETWEEN 1 AND 5),
    rating_comment    text,
    excluded          uuid[] NOT NULL,
    follows           uuid REFERENCES conversations,
    policy_version    integer NOT NULL,
    seq               bigint NOT NULL CHECK (seq > 0),
    public_seq        bigint NOT NULL CHECK (public_seq <= seq),
    last_at           timestamptz NOT NULL,
    last_customer_seq bigint NOT NULL,
    last_words        text,
    last_words_by     text,
    last_words_at     timestamptz,
    -- The earliest of Lifecycle.deadlines: due ones are found by one index seek.
    next_due          timestamptz
) WITH (fillfactor = 80);

-- S3: at most one open conversation per customer and site.
CREATE UNIQUE INDEX conversations_open ON conversations (site, customer)
    WHERE state NOT IN ('ended', 'system_ended');
-- The waiting line in its order: priority, then the customer's original age.
CREATE INDEX conversations_line ON conversations (group_id, priority DESC, waiting_since, id)
    WHERE state = 'queued';
CREATE INDEX conversations_agent ON conversations (agent) WHERE agent IS NOT NULL;
CREATE INDEX conversations_customer ON conversations (customer, opened_at DESC);
CREATE INDEX conversations_group ON conversations (group_id, opened_at DESC);
CREATE INDEX conversations_follows ON conversations (follows) WHERE follows IS NOT NULL;
CREATE INDEX conversations_due ON conversations (next_due) WHERE next_due IS NOT NULL;

CREATE TABLE conversation_entries (
    -- No foreign key: the writer holds the lock of the conversation's row, and the check would cost
    -- a lookup per entry. Nothing ever deletes a conversation; assert_invariants() compares both sides.
    conversation uuid NOT NULL,
    seq          bigint NOT NULL,
    public_seq   bigint,
    at           timestamptz NOT NULL,
    actor_kind   text NOT NULL CHECK (actor_kind IN ('customer', 'agent', 'system')),
    actor        uuid,
    kind         text NOT NULL,
    body         text,
    attachments  uuid[],
    data         jsonb,
    client_id    uuid,
    PRIMARY KEY (conversation, seq),
    CHECK ((actor IS NULL) = (actor_kind = 'system'))
);
-- M3: exactly one row per client_id, for ever; the backstop of the duplicate check.
CREATE UNIQUE INDEX conversation_entries_client_id ON conversation_entries (conversation, actor, client_id)
    WHERE client_id IS NOT NULL;

-- A1: at most one agent at a time; intervals never overlap.
CREATE TABLE assignments (
    conversation uuid NOT NULL REFERENCES conversations,
    agent        uuid NOT NULL REFERENCES agents,
    group_id     uuid NOT NULL REFERENCES groups,
    started_at   timestamptz NOT NULL,
    ended_at     timestamptz CHECK (ended_at >= started_at),
    EXCLUDE USING gist (conversation WITH =, tstzrange(started_at, ended_at) WITH &&)
);
CREATE UNIQUE INDEX assignments_open ON assignments (conversation) WHERE ended_at IS NULL;
CREATE INDEX assignments_agent ON assignments (agent, started_at);

-- Counted in public_seq. Not in the conversation's row, so that reading never waits for writing.
CREATE TABLE conversation_cursors (
    conversation uuid NOT NULL REFERENCES conversations,
    party        text NOT NULL CHECK (party IN ('customer', 'staff')),
    delivered    bigint NOT NULL,
    read         bigint NOT NULL CHECK (read <= delivered),
    PRIMARY KEY (conversation, party)
) WITH (fillfactor = 70);

ALTER TABLE files ADD FOREIGN KEY (conversation) REFERENCES conversations;

-- Every row of the answer is a broken promise; docs name the invariants. Reads everything: for tests and checks.
CREATE FUNCTION assert_invariants() RETURNS TABLE (invariant text, subject uuid, detail text)
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
       OR (offered_to IS NOT NULL AND state <> 'queued') OR (holds_slot AND agent IS NULL)
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
    SELECT 'A2 load is the count of counting conversations', a.id, format('load %s, counted %s', a.load, count(c.id))
    FROM agents a LEFT JOIN conversations c ON c.agent = a.id AND c.holds_slot
    GROUP BY a.id
    HAVING a.load <> count(c.id)
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
