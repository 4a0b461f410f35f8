-- The history database, version 1. docs/formats/history.md describes every table.

CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  project TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  product TEXT,
  origin TEXT,
  UNIQUE (project, epoch)
) STRICT;

CREATE TABLE audit_entry (
  log INTEGER,
  seq INTEGER,
  entry TEXT NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (log, seq)
) STRICT;

-- a guard against accidents, not against somebody who means it: that is what the chain is for
CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry
BEGIN
  SELECT raise(ABORT, 'audit_entry is append-only');
END;

CREATE TRIGGER audit_entry_is_not_deleted BEFORE DELETE ON audit_entry
BEGIN
  SELECT raise(ABORT, 'audit_entry is append-only');
END;

-- everything below is made from audit_entry and can be made again; an index of one column also gives the order of n, one of
-- several columns only where all of them are asked for

CREATE TABLE release (
  n INTEGER PRIMARY KEY,
  log INTEGER NOT NULL,
  project TEXT NOT NULL,
  product TEXT NOT NULL,
  version TEXT NOT NULL,
  type TEXT,
  tag TEXT,
  commit_id TEXT,
  runs INTEGER NOT NULL,
  artifacts INTEGER NOT NULL,
  outcome TEXT,
  record TEXT,
  opened INTEGER NOT NULL,
  last INTEGER NOT NULL,
  UNIQUE (log, product, version)
) STRICT;
CREATE INDEX release_project ON release (project);
CREATE INDEX release_product ON release (product);
CREATE INDEX release_version ON release (version);
CREATE INDEX release_name ON release (product, version);
CREATE INDEX release_outcome ON release (outcome);

CREATE TABLE run (
  n INTEGER PRIMARY KEY,
  log INTEGER NOT NULL,
  id TEXT NOT NULL,
  project TEXT NOT NULL,
  product TEXT NOT NULL,
  version TEXT NOT NULL,
  type TEXT,
  checklist TEXT NOT NULL,
  title TEXT NOT NULL,
  checklist_sha256 TEXT NOT NULL,
  phase TEXT NOT NULL,
  decision TEXT,
  reason TEXT,
  operator TEXT NOT NULL,
  operator_key TEXT,
  commit_id TEXT,
  branch TEXT,
  dirty INTEGER NOT NULL,
  solo INTEGER NOT NULL,
  rehearsal INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  last INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  counts TEXT NOT NULL,
  UNIQUE (log, id)
) STRICT;
CREATE INDEX run_project ON run (project);
CREATE INDEX run_product ON run (product);
CREATE INDEX run_version ON run (version);
CREATE INDEX run_release ON run (product, version);
CREATE INDEX run_checklist ON run (checklist);
CREATE INDEX run_phase ON run (phase);

CREATE TABLE step (
  run INTEGER NOT NULL,
  id TEXT NOT NULL,
  place INTEGER NOT NULL,
  title TEXT NOT NULL,
  section TEXT,
  standing TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  driver TEXT,
  observed TEXT,
  expected TEXT,
  exit INTEGER,
  actor TEXT,
  started INTEGER,
  finished INTEGER,
  waived TEXT,
  waived_until TEXT,
  deferred TEXT,
  deferred_until TEXT,
  reopened TEXT,
  evidence INTEGER NOT NULL,
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
  n INTEGER PRIMARY KEY,
  log INTEGER NOT NULL,
  project TEXT NOT NULL,
  product TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  outcome TEXT NOT NULL,
  bundle TEXT,
  signers TEXT NOT NULL,
  signed INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT;
CREATE INDEX record_project ON record (project);
CREATE INDEX record_product ON record (product);
CREATE INDEX record_version ON record (version);
CREATE INDEX record_release ON record (product, version);
CREATE INDEX record_sha256 ON record (sha256);

-- rowid is the rowid of audit_entry: the order in which entries were appended, over all logs
CREATE VIRTUAL TABLE search USING fts5 (
  words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);

-- the last rowid that is in search; what comes after it is searched separately
CREATE TABLE search_reach (n INTEGER NOT NULL) STRICT;
INSERT INTO search_reach VALUES (0);
