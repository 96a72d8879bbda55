/**
 * The steps that lead from an empty file to the newest schema; `PRAGMA user_version` counts those that were taken.
 * A step that has been released is never edited: a change is a new step.
 *
 * Log and snapshots are ordinary rowid tables, because wide rows make a WITHOUT ROWID tree slow. Everything that
 * belongs to a map goes with it (ON DELETE CASCADE), each by an index that starts with the map.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE maps (
    id TEXT PRIMARY KEY,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL -- number of the newest log entry
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE log (
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    crc INTEGER NOT NULL, -- crc32 of bytes
    bytes BLOB NOT NULL,
    PRIMARY KEY (map, seq)
  ) STRICT;

  CREATE TABLE history ( -- what remains of log entries that a compaction dropped
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (map, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE snapshots (
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL, -- covers the log up to and including this entry
    at INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (map, seq)
  ) STRICT;

  CREATE TABLE links (
    id TEXT PRIMARY KEY,
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'contributor', 'editor', 'facilitator')),
    label TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    expiresAt INTEGER,
    revokedAt INTEGER
  ) STRICT;
  CREATE INDEX linksOfMap ON links (map, createdAt);

  CREATE TABLE people (
    id TEXT PRIMARY KEY,
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    link TEXT NOT NULL,
    name TEXT NOT NULL,
    color TEXT NOT NULL,
    createdAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX peopleOfMap ON people (map, createdAt);

  CREATE TABLE originals (
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    quote TEXT NOT NULL,
    text TEXT NOT NULL,
    "row" TEXT NOT NULL,
    PRIMARY KEY (map, quote)
  ) STRICT;

  CREATE TABLE imports (
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    at INTEGER NOT NULL,
    added TEXT NOT NULL,
    takenBackAt INTEGER,
    PRIMARY KEY (map, id)
  ) STRICT;
  `,

  `
  ALTER TABLE maps ADD COLUMN lockedAt INTEGER;
  ALTER TABLE maps ADD COLUMN lockedBy TEXT;

  CREATE TABLE contributions (
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('note', 'quote')),
    record TEXT NOT NULL,
    PRIMARY KEY (map, id)
  ) STRICT;

  CREATE TABLE files (
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    hash TEXT NOT NULL, -- SHA-256 of bytes, in hex
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (map, hash)
  ) STRICT;
  `,

  `
  CREATE TABLE clients ( -- who first wrote under a Yjs client id
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    client INTEGER NOT NULL,
    author TEXT NOT NULL,
    PRIMARY KEY (map, client)
  ) STRICT, WITHOUT ROWID;
  `,

  `
  ALTER TABLE maps ADD COLUMN versions INTEGER NOT NULL DEFAULT 0; -- number of the newest version there ever was

  CREATE TABLE versions (
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    seq INTEGER NOT NULL, -- covers the log up to and including this entry
    at INTEGER NOT NULL,
    name TEXT,
    authors TEXT NOT NULL, -- of the entries since the version before, as JSON
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL, -- raw deflate
    PRIMARY KEY (map, number)
  ) STRICT;
  `,

  `
  CREATE TABLE setAside ( -- what lay behind the last good entry of a damaged log
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL, -- the number that it had
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    cutAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX setAsideOfMap ON setAside (map);
  `,

  `
  CREATE TABLE anyContributions ( -- votes too
    map TEXT NOT NULL REFERENCES maps(id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('note', 'quote', 'vote')),
    record TEXT NOT NULL,
    PRIMARY KEY (map, id)
  ) STRICT;
  INSERT INTO anyContributions (map, id, author, at, kind, record)
    SELECT map, id, author, at, kind, record FROM contributions ORDER BY rowid;
  DROP TABLE contributions;
  ALTER TABLE anyContributions RENAME TO contributions;
  `,
]
