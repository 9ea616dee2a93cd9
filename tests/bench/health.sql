-- All that `rel health` reads of everyone to begin with: the person table with the sums.
SELECT * FROM people JOIN sums ON sums.person = people.id;
