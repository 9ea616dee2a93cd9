-- Everyone who was silent for too long on 21 November 2026 (day 20778), most urgent first, with the fields of
-- `rel due --format json` that stand in the file; for sqlite3 -json.
SELECT handle, name, tier, worth * ratio / (1 + ratio) AS urgency, ratio, 'silence' AS clock,
       date(20778 * 86400, 'unixepoch') AS due_on, round(silence, 2) AS silence_days, target AS target_days,
       last_talk AS talk_id, date(updated * 86400, 'unixepoch') AS talk_on, talk_channel, talk_minutes, talk_credit,
       last_touch AS touch_id, date(touch_on * 86400, 'unixepoch') AS touch_on, touch_channel,
       touches AS touches_since, postponed,
       (SELECT value FROM details WHERE details.person = due.person AND kind = 1 ORDER BY place LIMIT 1) AS phone,
       (SELECT value FROM details WHERE details.person = due.person AND kind = 2 ORDER BY place LIMIT 1) AS email,
       (SELECT json_group_array(text) FROM promises
        WHERE promises.person = due.person AND kept IS NULL AND dropped IS NULL) AS promises,
       (SELECT json_group_array(coalesce(ask, text)) FROM remarks
        WHERE remarks.person = due.person AND ask_on IS NOT NULL AND done IS NULL) AS asks
FROM (SELECT *, silence / target * (1.5 - 0.5 / (1 << postponed)) AS ratio
      FROM (SELECT *, 1 << tier - 1 AS worth, 20778 - quiet_since AS silence,
                   coalesce(every_days, CASE tier WHEN 3 THEN 7 WHEN 2 THEN 30 ELSE 90 END) AS target
            FROM sums WHERE due_on <= 20778)) AS due
ORDER BY urgency DESC;
