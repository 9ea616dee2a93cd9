"""The settings file: what stands in it, and what stands in its place."""

import os
from pathlib import Path

from case import done, refused, survived

FILE = ".config/rel/config.toml"


def in_file(text: str | bytes) -> dict[str, object]:
    return {FILE: text if isinstance(text, bytes) else text.encode()}


def refused_line(text: str | bytes, line: int, says: str = "", command: str = "due"):
    return refused(command, says=f"config.toml:{line}: {says}", files=in_file(text))


def folder(path: Path) -> None:
    path.mkdir()


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def fifo(path: Path) -> None:
    os.mkfifo(path)


CASES = [
    refused_line("list_lenght = 3\n", 1, "list_lenght: no such setting"),
    refused_line("\n\nday_starts = 4\n", 3, "day_starts takes a time of day"),
    refused_line('day_starts = "25:00"\n', 1, "day_starts takes"),
    refused_line('list_length = "5"\n', 1, "list_length takes"),
    refused_line("list_length = 5.5\n", 1, "list_length takes"),
    refused_line("list_length = 1e9\n", 1, "list_length takes"),
    refused_line("list_length = 99999999999999999999\n", 1),
    refused_line("default_minutes = -1\n", 1, "default_minutes takes"),
    refused_line("[tiers.hihg]\ntarget = 3\n", 1, "tiers.hihg: no such setting"),
    refused_line("[tiers.none]\ntarget = 3\n", 2, "tiers.none.target: no such setting"),
    refused_line("[tiers.high]\ntarget = 0\n", 2, "tiers.high.target takes"),
    refused_line("tiers = []\n", 1, "tiers is a section"),
    refused_line("list_length = 5\nlist_length = 5\n", 2),
    refused_line("= 5\n", 1),
    refused_line("[tiers.high\n", 1),
    refused_line(b'backup_to = "/\xff"\n', 1),
    refused_line(b"\xff\xfel\0i\0s\0t\0", 1),
    refused_line(b"list_length = 5\0\n", 1),
    refused_line("größe = 1\n", 1, "Error while parsing key-value pair"),
    refused_line("\nx = 04:'é\n", 2),
    refused_line('"\\u001b[2J" = 1\n', 1, "\\u{1b}[2J: no such setting"),
    refused_line("list_length = 5\nx = " + "[" * 100_000, 2),
    *(refused_line("x = 1\n", 1, command=command) for command in ["log", "list", "undo", "config"]),
    refused("due", says="larger than 1 MiB", files=in_file(b"#" * 10 * 1024 * 1024)),
    refused("due", says="not a regular file", files={FILE: folder}),
    refused("due", says="not a regular file", files={FILE: fifo}),
    refused("due", says="config.toml", files={FILE: loop}),
    done("due", files={FILE: dangling}),
    done("due", files=in_file("")),
    done("due", files=in_file("# nothing\n")),
    done("due", files=in_file(b"\xef\xbb\xbflist_length = 5\n")),
    done("--help", files=in_file("x = 1\n")),
    done("--version", files=in_file("x = 1\n")),
    done("config", says="list_length = 5", env={"XDG_CONFIG_HOME": "relative"}, files={"relative/rel/config.toml": b"x"}),
    survived("due", exits=(0, 2), env={"XDG_CONFIG_HOME": "/dev/null"}),
]
