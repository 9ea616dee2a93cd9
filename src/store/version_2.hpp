// The tables of the second version: facts, groups, what is passed on, items put off, lines of inbox files.
#pragma once

#include <string_view>

namespace rel::store {

// The comment on version 1 says why its tables are as they are. A line of an inbox is known by the first 63
// bits of a hash of its text. A snooze with a tag is of that group; `item` is the promise or the contact
// whose reply was put off. A promise to pass something on names the remark; it may name one that is gone.
inline constexpr std::string_view version_2 = R"sql(
CREATE TABLE people (
  id INTEGER PRIMARY KEY NOT NULL,
  handle TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  uid TEXT NOT NULL UNIQUE,
  tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3),
  every_days INTEGER CHECK (every_days > 0),
  added INTEGER NOT NULL,
  last INTEGER,
  purpose TEXT,
  start INTEGER,
  considered INTEGER NOT NULL,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  deceased INTEGER NOT NULL CHECK (deceased IN (0, 1)),
  zone TEXT,
  ended TEXT
) STRICT;
CREATE TABLE details (
  person INTEGER NOT NULL REFERENCES people,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
  place INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (person, kind, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE dates (
  person INTEGER NOT NULL REFERENCES people,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  year INTEGER,
  imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
  PRIMARY KEY (person, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE contacts (
  id INTEGER PRIMARY KEY NOT NULL,
  note TEXT,
  person INTEGER NOT NULL REFERENCES people,
  companions INTEGER NOT NULL CHECK (companions >= 0),
  others INTEGER NOT NULL CHECK (others >= 0),
  day INTEGER NOT NULL,
  time INTEGER CHECK (time BETWEEN 0 AND 1439),
  channel INTEGER NOT NULL CHECK (channel BETWEEN 0 AND 9),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  began INTEGER CHECK (began BETWEEN 0 AND 1),
  depth INTEGER CHECK (depth BETWEEN 0 AND 2),
  counts INTEGER CHECK (counts BETWEEN 0 AND 1),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  answered INTEGER,
  guessed INTEGER NOT NULL CHECK (guessed IN (0, 1)),
  source TEXT
) STRICT;
CREATE TABLE companions (
  person INTEGER NOT NULL REFERENCES people,
  contact INTEGER NOT NULL REFERENCES contacts,
  place INTEGER NOT NULL,
  PRIMARY KEY (person, contact)
) STRICT, WITHOUT ROWID;
CREATE TABLE remarks (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER NOT NULL REFERENCES people,
  text TEXT NOT NULL,
  heard INTEGER NOT NULL,
  ask_on INTEGER,
  ask TEXT,
  used INTEGER,
  done INTEGER,
  fact INTEGER NOT NULL CHECK (fact IN (0, 1)),
  told INTEGER,
  ask_every INTEGER CHECK (ask_every > 0)
) STRICT;
CREATE TABLE promises (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER NOT NULL REFERENCES people,
  mine INTEGER NOT NULL CHECK (mine IN (0, 1)),
  text TEXT NOT NULL,
  given INTEGER NOT NULL,
  due INTEGER,
  kept INTEGER,
  dropped INTEGER,
  remark INTEGER
) STRICT;
CREATE TABLE snoozes (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER REFERENCES people,
  day INTEGER NOT NULL,
  until INTEGER NOT NULL,
  counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
  agreed TEXT,
  why TEXT,
  item INTEGER,
  tag TEXT
) STRICT;
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY NOT NULL,
  day INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;
CREATE TABLE intentions (
  review INTEGER NOT NULL REFERENCES reviews,
  place INTEGER NOT NULL,
  person INTEGER REFERENCES people,
  text TEXT NOT NULL,
  PRIMARY KEY (review, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE groups (
  id INTEGER PRIMARY KEY NOT NULL,
  tag TEXT NOT NULL UNIQUE,
  tier INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 3),
  every_days INTEGER CHECK (every_days > 0),
  purpose TEXT,
  added INTEGER NOT NULL
) STRICT;
CREATE TABLE inbox_lines (
  line INTEGER PRIMARY KEY NOT NULL,
  day INTEGER NOT NULL
) STRICT;
CREATE TABLE sums (
  due_on INTEGER NOT NULL,
  person INTEGER NOT NULL,
  active INTEGER NOT NULL,
  handle TEXT NOT NULL,
  name TEXT NOT NULL,
  tier INTEGER NOT NULL,
  every_days INTEGER,
  start INTEGER,
  quiet_since REAL NOT NULL,
  count REAL NOT NULL,
  gaps REAL NOT NULL,
  minutes REAL NOT NULL,
  updated INTEGER,
  conversations INTEGER NOT NULL,
  last_real INTEGER,
  touches INTEGER NOT NULL,
  last_try INTEGER,
  last_mine INTEGER,
  postponed INTEGER NOT NULL,
  snoozed_until INTEGER,
  replies TEXT,
  last_talk INTEGER,
  talk_channel INTEGER,
  talk_minutes INTEGER,
  talk_credit REAL,
  last_touch INTEGER,
  touch_on INTEGER,
  touch_channel INTEGER,
  first_talk INTEGER,
  depth REAL NOT NULL,
  depth_count REAL NOT NULL,
  recent REAL NOT NULL,
  lasting REAL NOT NULL,
  given REAL NOT NULL,
  began_known INTEGER NOT NULL,
  began_them INTEGER NOT NULL,
  latest INTEGER,
  cools_on INTEGER,
  PRIMARY KEY (due_on, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE made_with (
  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  rules TEXT NOT NULL
) STRICT;
CREATE TABLE names (
  key TEXT NOT NULL,
  rank INTEGER NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (key, rank, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE history (
  seq INTEGER PRIMARY KEY NOT NULL,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  command TEXT NOT NULL,
  action INTEGER NOT NULL CHECK (action BETWEEN 0 AND 5),
  target INTEGER,
  changes BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX dates_in_year ON dates (month, day);
CREATE INDEX companions_of ON companions (contact);
CREATE INDEX remarks_of ON remarks (person, heard);
CREATE INDEX remarks_asked ON remarks (person, heard) WHERE ask_on IS NOT NULL AND done IS NULL;
CREATE INDEX remarks_short ON remarks (id & 262143);
CREATE INDEX promises_of ON promises (person);
CREATE INDEX promises_open ON promises (person, given) WHERE kept IS NULL AND dropped IS NULL;
CREATE INDEX promises_short ON promises (id & 262143);
CREATE INDEX snoozes_of ON snoozes (person, day);
CREATE INDEX snoozes_agreed ON snoozes (until) WHERE agreed IS NOT NULL;
CREATE INDEX snoozes_items ON snoozes (person) WHERE item IS NOT NULL;
CREATE INDEX snoozes_short ON snoozes (id & 262143);
CREATE UNIQUE INDEX sums_of ON sums (person);
CREATE INDEX sums_cooling ON sums (cools_on) WHERE cools_on IS NOT NULL;
CREATE INDEX sums_messages ON sums (touch_on) WHERE touches >= 5;
CREATE INDEX sums_replies ON sums (person) WHERE replies IS NOT NULL;
CREATE INDEX names_of ON names (person);
CREATE INDEX history_targets ON history (target) WHERE target IS NOT NULL;
CREATE INDEX contacts_of ON contacts (person, day);
CREATE INDEX contacts_short ON contacts (id & 262143);
)sql";

}  // namespace rel::store
