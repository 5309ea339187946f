-- Finds visitors who never said a word, to forget them.
CREATE INDEX customers_anonymous_last_seen_at ON customers (last_seen_at) WHERE external_id IS NULL;
