-- What agents work with: canned replies and files.

-- No owner and no group: the whole company's. A group: its members'. An owner: personal.
CREATE TABLE canned_replies (
    id         uuid PRIMARY KEY,
    owner      uuid REFERENCES accounts,
    group_id   uuid REFERENCES groups,
    shortcut   text NOT NULL CHECK (length(shortcut) BETWEEN 1 AND 40),
    title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    body       text NOT NULL CHECK (length(body) BETWEEN 1 AND 8000),
    language   text CHECK (language IN ('zh', 'en')),
    position   integer NOT NULL DEFAULT 0,
    enabled    boolean NOT NULL DEFAULT true,
    used_count bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT baton_now(),
    CHECK (owner IS NULL OR group_id IS NULL),
    UNIQUE NULLS NOT DISTINCT (owner, group_id, shortcut, language)
);

-- A file belongs to its uploader alone until a message carries it into a conversation. The bytes lie in the
-- files directory under the id.
CREATE TABLE files (
    id           uuid PRIMARY KEY,
    customer     uuid REFERENCES customers,
    account      uuid REFERENCES accounts,
    conversation uuid,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    type         text NOT NULL,
    size         bigint NOT NULL CHECK (size >= 0),
    width        integer,
    height       integer,
    sha256       bytea NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT baton_now(),
    CHECK ((customer IS NULL) <> (account IS NULL))
);
CREATE INDEX files_conversation ON files (conversation);
CREATE INDEX files_unsent ON files (created_at) WHERE conversation IS NULL;
