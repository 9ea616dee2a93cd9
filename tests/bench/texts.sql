-- Every text of entries that rel find looks through, one a line.
SELECT note FROM contacts WHERE note IS NOT NULL
UNION ALL SELECT text FROM remarks
UNION ALL SELECT ask FROM remarks WHERE ask IS NOT NULL
UNION ALL SELECT text FROM promises
UNION ALL SELECT why FROM snoozes WHERE why IS NOT NULL
UNION ALL SELECT agreed FROM snoozes WHERE agreed IS NOT NULL;
