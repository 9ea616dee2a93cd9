-- The contacts as a table for other programs: words instead of numbers, nothing that only `rel` needs.
SELECT date(contacts.day * 86400, 'unixepoch') AS date, substr(time(time * 60, 'unixepoch'), 1, 5) AS time,
       people.name AS who, companions AS with_others, others,
       CASE channel WHEN 0 THEN 'met' WHEN 1 THEN 'call' WHEN 2 THEN 'video' WHEN 3 THEN 'voice' WHEN 4 THEN 'letter'
         WHEN 5 THEN 'email' WHEN 6 THEN 'chat' WHEN 7 THEN 'social' WHEN 8 THEN 'hello' ELSE 'event' END AS channel,
       minutes, CASE began WHEN 0 THEN 'me' WHEN 1 THEN 'them' END AS began,
       CASE contacts.depth WHEN 0 THEN 'small' WHEN 1 THEN 'personal' WHEN 2 THEN 'deep' END AS depth,
       CASE kind WHEN 0 THEN 'contact' WHEN 1 THEN 'tried' WHEN 2 THEN 'missed' ELSE 'owed' END AS kind, note
FROM contacts JOIN people ON people.id = person;
