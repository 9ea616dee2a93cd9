"""One line of the tables: what is typed, in which world, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

CIRCLE = "circle"  # a data file with people and entries, see world.py
NOBODY = None  # no data file at all

Argument = str | bytes


@dataclass(frozen=True)
class Altered:
    """The circle's data file after something was done to its bytes."""

    alter: Callable[[bytes], bytes]


@dataclass(frozen=True)
class Case:
    """A command line and what it comes to. `<promise>` and the like stand for the ids of the world's entries."""

    args: tuple[Argument, ...]
    exits: tuple[int, ...] = (0,)
    says: str = ""  # a part of the message, or of the answer where it is done
    family: str = ""
    # The world around it.
    data: str | bytes | Altered | None = CIRCLE
    stdin: bytes | Path = b""
    closed: str = ""  # the standard streams that are closed: "0", "12", …
    env: dict[str, str | bytes | None] = field(default_factory=dict)
    files: dict[str, object] = field(default_factory=dict)  # bytes, or a function that makes the path
    # What a second command must show, as JSON, where the first was done.
    then: tuple[Argument, ...] = ()
    keeps: str | None = None  # this text, to the letter, as some value
    lacks: str | None = None  # this text nowhere
    name_width: int | None = None  # `list` shows the name `keeps` in so many columns and stays aligned
    nothing_out: bool = False  # standard output is empty although all is well
    talks: bool = False  # a program that rel runs writes to standard error, too
    seconds: float | None = None  # how long it may take, where that is more than usual


def refused(*args: Argument, says: str, exits: int | tuple[int, ...] = 2, **world) -> Case:
    """The command fails with that message and has changed nothing."""
    return Case(args, exits if isinstance(exits, tuple) else (exits,), says, **world)


def done(*args: Argument, says: str = "", **world) -> Case:
    """The command does what it was asked."""
    return Case(args, (0,), says, **world)


def kept(text: str, *args: Argument, at: tuple[Argument, ...] = ("show", "ann"), **world) -> Case:
    """The command takes the text, and a later one has it unchanged."""
    return Case(args, (0,), then=at, keeps=text, **world)


def survived(*args: Argument, exits: tuple[int, ...], **world) -> Case:
    """Any of these ends is right; a crash, a hang or half a change is not."""
    return Case(args, exits, **world)
