-- The pile: one SQLite file that keeps what was traced. Any SQLite program opens it for reading.
--
-- First what is kept as it came: originals, pages, captures, readings, refusals. Then what is made
-- from it, over the whole pile, after new pages came in: origins, articles, derivations, families,
-- stories, statements, claims. Everything of the second kind can be made again from the first.
-- Columns are the fields of the public contract; lists and nested fields are JSON text. A span is
-- {"article","start","end"}: code points of that article's text, half open.

-- The bytes of every page, exactly as they came. Written before any row speaks of them.
CREATE TABLE originals (
  id    TEXT PRIMARY KEY CHECK (length(id) = 64),   -- SHA-256 of the bytes, in hexadecimal
  size  INTEGER NOT NULL CHECK (size = length(data)), -- how many bytes
  data  BLOB NOT NULL                               -- the bytes
) STRICT;

-- Pages as captured: what the bytes are, and what stands on them outside every article.
CREATE TABLE pages (
  id          TEXT PRIMARY KEY REFERENCES originals (id), -- SHA-256 of the bytes
  media_type  TEXT NOT NULL,                        -- as told by looking at the bytes
  size        INTEGER NOT NULL CHECK (size >= 0),   -- how many bytes
  flags       TEXT NOT NULL CHECK (json_valid(flags)), -- what was not whole: guessed charset, cut, flattened
  parts       TEXT NOT NULL CHECK (json_valid(parts))  -- [{"kind","text"}] outside every article
) STRICT;

-- Where and when each page was met; one page may be met in several places.
CREATE TABLE captures (
  page        TEXT NOT NULL REFERENCES pages (id),
  locator     TEXT NOT NULL,                        -- path below the input folder, or the file's name; in an archive, # and the record's name
  url         TEXT,                                 -- its address on the web, where known
  fetched_at  TEXT,                                 -- when it was fetched, as told; never a file's own time
  media_type  TEXT                                  -- what the server called it, with the charset, where an archive kept that
) STRICT;
CREATE UNIQUE INDEX captures_once ON captures (page, locator, ifnull(url, ''), ifnull(fetched_at, ''), ifnull(media_type, ''));

-- What reading one page alone gave, before anything was looked up across pages.
CREATE TABLE readings (
  page        TEXT PRIMARY KEY REFERENCES pages (id),
  reader      TEXT NOT NULL,                        -- digest of the program parts that read it
  articles    TEXT NOT NULL CHECK (json_valid(articles)),   -- as found on the page, origins in full
  statements  TEXT NOT NULL CHECK (json_valid(statements))  -- as found in each article, origins in full
) STRICT;

-- What was declined, and why. Pages in = pages with articles + pages refused.
CREATE TABLE refusals (
  stage    TEXT NOT NULL,                           -- which step declined
  subject  TEXT NOT NULL,                           -- a page id, an article id, or a locator
  rule     TEXT NOT NULL,                           -- the name of the reason
  detail   TEXT NOT NULL,                           -- the reason in words
  page     TEXT REFERENCES pages (id),              -- the page it belongs to; null: bytes never came in
  PRIMARY KEY (stage, subject, rule, detail)
) STRICT;

-- Who can speak or publish.
CREATE TABLE origins (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN
           ('person', 'organisation', 'outlet', 'agency', 'aggregator', 'document', 'unnamed')),
  aliases  TEXT NOT NULL CHECK (json_valid(aliases)), -- other names met
  roles    TEXT NOT NULL CHECK (json_valid(roles))    -- offices and descriptions met
) STRICT;

-- Pieces of journalism found on pages.
CREATE TABLE articles (
  id         TEXT PRIMARY KEY,                      -- digest of page id, place and text
  page       TEXT NOT NULL REFERENCES pages (id) DEFERRABLE INITIALLY DEFERRED,
  url        TEXT,
  outlet     TEXT REFERENCES origins (id) DEFERRABLE INITIALLY DEFERRED, -- who published it; null: not on the page
  via        TEXT REFERENCES origins (id) DEFERRABLE INITIALLY DEFERRED, -- the aggregator that shows it
  headline   TEXT,
  authors    TEXT NOT NULL CHECK (json_valid(authors)),
  published  TEXT NOT NULL CHECK (json_valid(published)), -- {"value","how","note"}
  dateline   TEXT,                                  -- the place it is dated from
  credit     TEXT REFERENCES origins (id) DEFERRABLE INITIALLY DEFERRED, -- whom the text is credited to
  language   TEXT,
  text       TEXT NOT NULL,
  parts      TEXT NOT NULL CHECK (json_valid(parts)), -- [{"kind","start","end"}] in order
  unproven   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(unproven)), -- [{"name","place"}] that may be its makers
  why        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(why)) -- [{"rule","weight","spans"}] by what other page
) STRICT;
CREATE INDEX articles_of_page ON articles (page);

-- One article's text made from another's.
CREATE TABLE derivations (
  id           TEXT PRIMARY KEY,
  copy         TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  original     TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  kind         TEXT NOT NULL CHECK (kind IN
               ('verbatim', 'revision', 'cut', 'partial', 'merged', 'rewrite', 'quotation')),
  directed     INTEGER NOT NULL CHECK (directed IN (0, 1)), -- 0: siblings, which came first is not known
  containment  REAL NOT NULL CHECK (containment BETWEEN 0 AND 1), -- share of the copy's words found in the original
  passages     TEXT NOT NULL CHECK (json_valid(passages)), -- [[copy start, end, original start, end]]
  why          TEXT NOT NULL CHECK (json_valid(why))  -- [{"rule","weight","spans"}]
) STRICT;

-- The articles that descend from one text.
CREATE TABLE families (
  id         TEXT PRIMARY KEY,
  witnesses  TEXT NOT NULL CHECK (json_valid(witnesses)), -- article ids
  archetype  TEXT REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED, -- null: lost
  origin     TEXT REFERENCES origins (id) DEFERRABLE INITIALLY DEFERRED,  -- who made the text
  stemma     TEXT NOT NULL CHECK (json_valid(stemma)), -- [[parent, child]] over articles and lost:NAME
  lost       TEXT NOT NULL CHECK (json_valid(lost)),   -- [{"node","origin"}]
  why        TEXT NOT NULL CHECK (json_valid(why))
) STRICT;

-- Families about the same event.
CREATE TABLE stories (
  id        TEXT PRIMARY KEY,
  label     TEXT NOT NULL,
  families  TEXT NOT NULL CHECK (json_valid(families)), -- family ids
  linked    TEXT NOT NULL CHECK (json_valid(linked)),   -- ids of stories that touch this one
  began     TEXT,                                   -- ISO date
  ended     TEXT,                                   -- ISO date
  why       TEXT NOT NULL CHECK (json_valid(why))
) STRICT;

-- Who said what, in which words, through whom, when.
CREATE TABLE statements (
  id          TEXT PRIMARY KEY,
  article     TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  source      TEXT CHECK (json_valid(source)),      -- span of the words that name the speaker
  cue         TEXT CHECK (json_valid(cue)),         -- span of the words that make it a statement
  content     TEXT NOT NULL CHECK (json_valid(content)), -- spans of what was said
  kind        TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
  act         TEXT NOT NULL,                        -- asserts, confirms, denies, declines …
  verb        TEXT NOT NULL,                        -- the verb as printed
  hedged      INTEGER NOT NULL CHECK (hedged IN (0, 1)),
  speakers    TEXT NOT NULL CHECK (json_valid(speakers)), -- origin ids, one for each group; empty: unknown
  through     TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, -- the statement it stands inside
  relays      TEXT NOT NULL CHECK (json_valid(relays)),   -- origin ids, nearest the speaker first
  said        TEXT NOT NULL CHECK (json_valid(said)),     -- {"value","how"}
  confidence  REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  why         TEXT NOT NULL CHECK (json_valid(why))
) STRICT;
CREATE INDEX statements_of_article ON statements (article);

-- What several statements assert alike, and how many independent lines lead to it.
CREATE TABLE claims (
  id           TEXT PRIMARY KEY,
  about        TEXT NOT NULL CHECK (about IN ('world', 'speech')),
  stories      TEXT NOT NULL CHECK (json_valid(stories)),  -- story ids
  gist         TEXT NOT NULL CHECK (json_valid(gist)),     -- the span that says it best
  members      TEXT NOT NULL CHECK (json_valid(members)),  -- [{"statement","spans","stance","hedged"}]
  voices       TEXT NOT NULL CHECK (json_valid(voices)),   -- origin ids
  lines        INTEGER NOT NULL CHECK (lines >= 0),        -- independent ways from voices to texts
  rests_on     TEXT NOT NULL CHECK (json_valid(rests_on)), -- node ids
  graph        TEXT NOT NULL CHECK (json_valid(graph)),    -- {"nodes","edges"}
  variants     TEXT NOT NULL CHECK (json_valid(variants)), -- claim ids
  differences  TEXT NOT NULL CHECK (json_valid(differences)), -- [{"kind","spans"}]
  why          TEXT NOT NULL CHECK (json_valid(why))
) STRICT;

-- What the pile knows of itself.
CREATE TABLE settings (
  name   TEXT PRIMARY KEY,                          -- "assembled": digest of the program parts that made the
                                                    -- second kind; "ties", "names": what the user says of names
  value  TEXT NOT NULL
) STRICT;
