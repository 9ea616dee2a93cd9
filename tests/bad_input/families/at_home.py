"""Reminders and calls: programs that are not there, that fail, and whatever stands where they would work."""

from case import NOBODY, done, refused

NONE = {"PATH": "/nonexistent"}
UNITS = ".config/systemd/user/rel-due."


def opens_with(*words: str) -> dict[str, object]:
    """Settings with this command for numbers."""
    return {".config/rel/config.toml": f"[reach]\nphone = {list(words)}\n".replace("'", '"').encode()}


CASES = [
    # Calling.
    refused("prep", "nobody-else", "--call", says="nobody of that name", exits=3),
    refused("prep", "--call=yes", says="takes no value"),
    refused("due", "--call", "--count", says="only one of the two"),
    refused("due", "--call", "--notify", says="only one of the two"),
    refused("due", "--notify", "--count", says="only one of the two"),
    done("due", "--call", data=NOBODY, nothing_out=True),
    done("due", "--notify", data=NOBODY, nothing_out=True),
    done("prep", "--call", data=NOBODY, nothing_out=True),
    # Settings of how to call.
    *(refused("due", says=f"config.toml:2: reach.phone takes the words of a command",
              files={".config/rel/config.toml": f"[reach]\nphone = {value}\n".encode()})
      for value in ('"xdg-open"', "1", "[1]", '[""]', '["a", ["b"]]', "{}", '["\\u0000"]')),
    refused("due", says="reach is a section", files={".config/rel/config.toml": b"reach = []\n"}),
    refused("due", says="reach.fax: no such setting", files={".config/rel/config.toml": b"[reach]\nfax = []\n"}),
    # The schedule.
    refused("schedule", says="crontab -l: there is no such program", exits=5, env=NONE),
    refused("schedule", "--yes", says="crontab -l: there is no such program", exits=5, env=NONE),
    *(refused("schedule", "--yes", "--at", time, says="not a time of day", env=NONE)
      for time in ("", "noon", "24:00", "8", "8:5", "08:30:00", "-1:00", "08:30\n* * * * * x", "\x1b[2J", "٠٨:٣٠")),
    refused("schedule", "--at", "8:30", "--remove", says="only one of the two", env=NONE),
    refused("schedule", "--discreet", "--remove", says="only one of the two", env=NONE),
    refused("schedule", "--remove", "--cron", says="crontab -l: there is no such program", exits=5, env=NONE),
    done("schedule", "--remove", says="nothing to take away", env=NONE),
    refused("schedule", "x", says="one word too many", env=NONE),
    refused("schedule", "--as-of", "yesterday", says="--as-of", env=NONE),
    *(refused("schedule", "--remove", "--yes", says="is not of rel's", env=NONE, files={UNITS + kind: b"[Unit]\n"})
      for kind in ("timer", "service")),
]
