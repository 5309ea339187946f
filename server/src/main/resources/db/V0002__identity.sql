-- Who is there: staff accounts and their sessions, sites, customers and their tokens.
-- Secrets that we only have to recognise (session and customer tokens) are stored as SHA-256 of 256 random
-- bits; passwords as Argon2id; a site's secret in clear, since HS256 needs it to verify a signature.

CREATE EXTENSION IF NOT EXISTS citext;

CREATE TABLE accounts (
    id                   uuid PRIMARY KEY,
    email                citext NOT NULL UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
    name                 text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    role                 text NOT NULL CHECK (role IN ('agent', 'supervisor', 'admin')),
    advisor              boolean NOT NULL DEFAULT false,
    password_hash        text NOT NULL,
    must_change_password boolean NOT NULL DEFAULT false,
    language             text CHECK (language IN ('zh', 'en')),
    enabled              boolean NOT NULL DEFAULT true,
    preferences          jsonb NOT NULL DEFAULT '{}',
    created_at           timestamptz NOT NULL DEFAULT baton_now()
);

CREATE TABLE staff_sessions (
    token_hash   bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    account      uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    csrf         text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT baton_now(),
    last_seen_at timestamptz NOT NULL DEFAULT baton_now(),
    expires_at   timestamptz NOT NULL,
    address      text NOT NULL,
    user_agent   text NOT NULL
);
CREATE INDEX staff_sessions_account ON staff_sessions (account);
CREATE INDEX staff_sessions_expires_at ON staff_sessions (expires_at);

-- One row per (account name, address) that failed lately, and one per address with an empty account name and
-- one per account name with an empty address. The name is hashed: what was typed may be a password.
CREATE TABLE sign_in_failures (
    account_hash bytea NOT NULL,
    address      text NOT NULL,
    failures     integer NOT NULL CHECK (failures > 0),
    first_at     timestamptz NOT NULL,
    last_at      timestamptz NOT NULL,
    retry_at     timestamptz NOT NULL,
    PRIMARY KEY (account_hash, address)
);
CREATE INDEX sign_in_failures_last_at ON sign_in_failures (last_at);

CREATE TABLE sites (
    id          uuid PRIMARY KEY,
    key         text NOT NULL UNIQUE CHECK (key ~ '^[A-Za-z0-9_-]{3,64}$'),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    secret      text NOT NULL CHECK (length(secret) >= 32),
    origins     text[] NOT NULL DEFAULT '{}',
    language    text CHECK (language IN ('zh', 'en')),
    brand_color text CHECK (brand_color ~ '^#[0-9a-fA-F]{6}$'),
    greetings   jsonb NOT NULL DEFAULT '{}',
    enabled     boolean NOT NULL DEFAULT true,
    created_at  timestamptz NOT NULL DEFAULT baton_now()
);

CREATE TABLE customers (
    id           uuid PRIMARY KEY,
    site         uuid NOT NULL REFERENCES sites,
    external_id  text CHECK (length(external_id) BETWEEN 1 AND 255),
    name         text CHECK (length(name) <= 80),
    email        text CHECK (length(email) <= 254),
    attributes   jsonb NOT NULL DEFAULT '{}',
    created_at   timestamptz NOT NULL DEFAULT baton_now(),
    last_seen_at timestamptz NOT NULL DEFAULT baton_now(),
    last_page    text CHECK (length(last_page) <= 2048),
    last_device  text CHECK (length(last_device) <= 512),
    language     text NOT NULL DEFAULT 'en' CHECK (language IN ('zh', 'en')),
    UNIQUE (site, external_id)
);

CREATE TABLE customer_tokens (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    customer   uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT baton_now(),
    expires_at timestamptz NOT NULL
);
CREATE INDEX customer_tokens_customer ON customer_tokens (customer);
CREATE INDEX customer_tokens_expires_at ON customer_tokens (expires_at);
