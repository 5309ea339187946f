-- A conversation remembers of its policy only the number: no two policies may have the same one.
ALTER TABLE policies ADD CONSTRAINT policies_version_key UNIQUE (version);
