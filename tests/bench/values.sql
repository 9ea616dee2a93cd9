-- The contacts as the table holds them, with a number where nothing is known: the shell's import knows no NULL.
SELECT id, coalesce(note, ''), person, companions, others, day, coalesce(time, 0), channel, coalesce(minutes, 0),
       coalesce(began, 0), coalesce(depth, 0), coalesce(counts, 0), kind, coalesce(answered, 0), guessed,
       coalesce(source, '')
FROM contacts ORDER BY id;
