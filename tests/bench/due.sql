-- What `rel due` answers on 21 November 2026 (day 20778), as directly as SQL can ask it: the same people in the
-- same order, through the same indices, from the same sums, and no more columns than are shown. `rel` also finds
-- the shortest unique ids, what is unusual, and open entries of those who are due anyway; this does not.

-- What has a day, most urgent first: replies owed, promises, asks, meetings agreed on, birthdays.
SELECT sums.name, kind, text, date(since * 86400, 'unixepoch'), entry,
       (SELECT value FROM details WHERE details.person = whose AND kind IN (1, 2) ORDER BY kind, place LIMIT 1)
FROM (
  SELECT sums.person AS whose, 'reply' AS kind, note AS text, talk.day AS since, talk.id AS entry,
         (20778.0 - talk.day) / CASE sums.tier WHEN 3 THEN 1 WHEN 2 THEN 3 ELSE 7 END AS ratio
  FROM sums JOIN contacts AS talk ON talk.id = CAST(replies AS INTEGER)
  WHERE replies IS NOT NULL
  UNION ALL
  SELECT promises.person, 'promise', text, coalesce(due, promises.given), promises.id,
         CASE WHEN due <= 20778 THEN max(1, (20778.0 - promises.given) / max(1, due - promises.given))
              WHEN due IS NULL THEN (20778.0 - promises.given) / CASE tier WHEN 3 THEN 7 WHEN 2 THEN 14 ELSE 30 END END
  FROM promises JOIN sums ON sums.person = promises.person
  WHERE kept IS NULL AND dropped IS NULL AND mine
  UNION ALL
  SELECT person, 'ask', coalesce(ask, text), ask_on, id, 1 + (20778 - ask_on) / 7.0
  FROM remarks WHERE ask_on IS NOT NULL AND done IS NULL AND ask_on <= 20778
  UNION ALL
  SELECT snoozes.person, 'agreed', agreed, until, id, 1 + (20778 - until) / 7.0
  FROM snoozes JOIN sums ON sums.person = snoozes.person
  WHERE agreed IS NOT NULL AND until BETWEEN 20775 AND 20778 AND coalesce(updated, 0) < until
  UNION ALL
  SELECT dates.person, 'date', dates.name, 20757 + day, NULL, 1 + (21 - day) / 7.0
  FROM dates JOIN sums ON sums.person = dates.person
  WHERE month = 11 AND day BETWEEN 18 AND 21 AND coalesce(last_mine, 0) < 20757 + day
) JOIN sums ON sums.person = whose
WHERE ratio >= 1 AND active AND (kind <> 'date' OR tier > 0)
ORDER BY (1 << max(tier - 1, 0)) * ratio / (1 + ratio) DESC;

-- Who was silent for too long, most urgent first, with what is shown beside them; then how many they are.
SELECT name, date(updated * 86400, 'unixepoch'),
       (SELECT value FROM details WHERE details.person = silent.person AND kind IN (1, 2) ORDER BY kind, place LIMIT 1),
       (SELECT text FROM remarks WHERE remarks.person = silent.person AND ask_on IS NULL AND used IS NULL
          AND done IS NULL ORDER BY heard DESC, id DESC LIMIT 1)
FROM (SELECT person, name, updated, worth * ratio / (1 + ratio) AS urgency, silence
      FROM (SELECT person, name, updated, silence, 1 << tier - 1 AS worth,
                   silence / coalesce(every_days, CASE tier WHEN 3 THEN 7 WHEN 2 THEN 30 ELSE 90 END)
                     * (1.5 - 0.5 / (1 << postponed)) AS ratio
            FROM (SELECT *, 20778 - quiet_since AS silence FROM sums WHERE due_on <= 20778))
      ORDER BY urgency DESC, silence DESC, name LIMIT 5) AS silent
ORDER BY urgency DESC, silence DESC, name;
SELECT count(*) FROM sums WHERE due_on <= 20778;
SELECT max(until) FROM snoozes WHERE person IS NULL AND day <= 20778 AND until > 20778;
