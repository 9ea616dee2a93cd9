-- What `rel log ann-24 call` writes, in one transaction of the same durability: the contact, the history row
-- (the changes of one contact take about 150 bytes), and the sums. The new figures cost nothing here.
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = EXTRA;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
INSERT INTO contacts (id, person, companions, others, day, time, channel, minutes, kind, guessed)
  SELECT (SELECT max(id) + 1 FROM contacts), person, 0, 0, 20778, 540, 1, 30, 0, 0
  FROM names WHERE key = 'ann-24' AND rank = 0;
UPDATE sums SET due_on = 20868, quiet_since = 20778, count = 0.8 * count + 1, gaps = 0.8 * gaps + 60,
  minutes = 0.8 * minutes + 30, recent = recent + 1, lasting = lasting + 1,
  given = given + 30, updated = 20778, conversations = conversations + 1, last_talk = (SELECT max(id) FROM contacts), talk_channel = 1, talk_minutes = 30,
  talk_credit = 1,
  last_real = 20778, cools_on = 20900, touches = 0, last_mine = 20778, latest = 20778, postponed = 0, replies = NULL
  WHERE person = (SELECT person FROM names WHERE key = 'ann-24' AND rank = 0);
INSERT INTO history (seq, step, at, command, action, changes, hash)
  SELECT next, next, 1795251600000, 'log ann-24 call', 0, randomblob(150), randomblob(32)
  FROM (SELECT coalesce(max(seq), 0) + 1 AS next FROM history);
COMMIT;
