-- Who serves what: groups, categories that lead to them, agents and their load, policies, reasons.
-- Nothing here is ever deleted once used: it is disabled, so that old conversations keep their names.

CREATE TABLE groups (
    id         uuid PRIMARY KEY,
    names      jsonb NOT NULL CHECK (names ? 'en' OR names ? 'zh'),
    enabled    boolean NOT NULL DEFAULT true,
    position   integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT baton_now()
);

CREATE TABLE categories (
    id         uuid PRIMARY KEY,
    names      jsonb NOT NULL CHECK (names ? 'en' OR names ? 'zh'),
    group_id   uuid NOT NULL REFERENCES groups,
    enabled    boolean NOT NULL DEFAULT true,
    position   integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT baton_now()
);
CREATE INDEX categories_group ON categories (group_id);

-- Every account has a row: supervisors and admins may take conversations too. Rows are updated at every
-- assignment, hence the free room in each page.
CREATE TABLE agents (
    id                 uuid PRIMARY KEY REFERENCES accounts,
    capacity           integer NOT NULL DEFAULT 5 CHECK (capacity BETWEEN 0 AND 100),
    load               integer NOT NULL DEFAULT 0 CHECK (load >= 0),
    availability       text NOT NULL DEFAULT 'off'
                       CHECK (availability IN ('ready', 'not_taking', 'on_break', 'away', 'off')),
    availability_since timestamptz NOT NULL DEFAULT baton_now(),
    connected          boolean NOT NULL DEFAULT false,
    disconnected_at    timestamptz,
    last_assigned_at   timestamptz
) WITH (fillfactor = 70);

CREATE TABLE group_members (
    group_id    uuid NOT NULL REFERENCES groups,
    agent       uuid NOT NULL REFERENCES agents,
    proficiency integer NOT NULL DEFAULT 1 CHECK (proficiency BETWEEN 1 AND 5),
    PRIMARY KEY (group_id, agent)
);
CREATE INDEX group_members_agent ON group_members (agent);

-- Append only: a conversation records the version it runs under. No group means the company's default.
CREATE TABLE policies (
    group_id   uuid REFERENCES groups,
    version    integer NOT NULL CHECK (version > 0),
    body       jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT baton_now(),
    created_by uuid REFERENCES accounts,
    UNIQUE NULLS NOT DISTINCT (group_id, version)
);

CREATE TABLE reasons (
    id       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    kind     text NOT NULL CHECK (kind IN ('close', 'transfer')),
    code     text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    names    jsonb NOT NULL CHECK (names ? 'en' OR names ? 'zh'),
    position integer NOT NULL DEFAULT 0,
    enabled  boolean NOT NULL DEFAULT true,
    UNIQUE (kind, code)
);

INSERT INTO reasons (kind, code, names, position) VALUES
    ('close', 'solved_elsewhere', '{"zh": "已在别处解决", "en": "Solved elsewhere"}', 1),
    ('close', 'duplicate', '{"zh": "重复会话", "en": "Duplicate"}', 2),
    ('close', 'callback_arranged', '{"zh": "已安排电联", "en": "Call-back arranged"}', 3),
    ('close', 'spam', '{"zh": "垃圾信息", "en": "Spam"}', 4),
    ('close', 'other', '{"zh": "其他", "en": "Other"}', 5),
    ('transfer', 'wrong_topic', '{"zh": "问题分类选错", "en": "Wrong topic"}', 1),
    ('transfer', 'needs_expert', '{"zh": "需要更专业的同事", "en": "Needs an expert"}', 2),
    ('transfer', 'language', '{"zh": "语言不通", "en": "Language"}', 3),
    ('transfer', 'shift_end', '{"zh": "交接班", "en": "End of shift"}', 4),
    ('transfer', 'other', '{"zh": "其他", "en": "Other"}', 5);
