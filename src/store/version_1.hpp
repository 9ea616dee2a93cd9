// The tables of the first version.
#pragma once

#include <string_view>

namespace rel::store {

// Days are numbers since 1970-01-01, times minutes since midnight; enumerations are stored in the order of
// rel/vocabulary.hpp. A contact names its first person; companions has the others of a group, and how many
// there are stands in the contact. Its note stands first, because a search reads only that, and SQLite goes
// through all columns before the one that is wanted. Sums lie in the order in which they ring, with all that
// the daily list ranks people by: it reads one piece of one table. No cascades and no triggers: the history
// could not be applied backwards with them. Tables stand before indices, as VACUUM writes them. Reviews have
// none: there are few, and each index costs every command the time to read about it. Those of contacts stand
// last: a load makes them anew.
inline constexpr std::string_view version_1 = R"sql(
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
  deceased INTEGER NOT NULL CHECK (deceased IN (0, 1))
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
  done INTEGER
) STRICT;
CREATE TABLE promises (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER NOT NULL REFERENCES people,
  mine INTEGER NOT NULL CHECK (mine IN (0, 1)),
  text TEXT NOT NULL,
  given INTEGER NOT NULL,
  due INTEGER,
  kept INTEGER,
  dropped INTEGER
) STRICT;
CREATE TABLE snoozes (
  id INTEGER PRIMARY KEY NOT NULL,
  person INTEGER REFERENCES people,
  day INTEGER NOT NULL,
  until INTEGER NOT NULL,
  counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
  agreed TEXT,
  why TEXT
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
  brief_minutes INTEGER NOT NULL,
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
  recent REAL NOT NULL,
  lasting REAL NOT NULL,
  given REAL NOT NULL,
  began_known INTEGER NOT NULL,
  began_them INTEGER NOT NULL,
  latest INTEGER,
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
  action INTEGER NOT NULL CHECK (action BETWEEN 0 AND 4),
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
CREATE INDEX snoozes_short ON snoozes (id & 262143);
CREATE UNIQUE INDEX sums_of ON sums (person);
CREATE INDEX sums_replies ON sums (person) WHERE replies IS NOT NULL;
CREATE INDEX names_of ON names (person);
CREATE INDEX history_targets ON history (target) WHERE target IS NOT NULL;
CREATE INDEX contacts_of ON contacts (person, day);
CREATE INDEX contacts_short ON contacts (id & 262143);
)sql";

}  // namespace rel::store
