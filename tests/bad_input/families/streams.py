"""Standard streams that are closed, and standard output that takes nothing."""

from itertools import combinations

from case import NOBODY, Case, refused

ALL = ["".join(streams) for count in range(1, 4) for streams in combinations("012", count)]


def ends(closed: str, without_output: int) -> tuple[int]:
    """Where nothing can be printed the exit code says so."""
    return (without_output,) if "1" in closed else (0,)


CASES = [
    *(Case(("due",), ends(closed, 5), closed=closed) for closed in ALL),
    *(Case(("due", "--format", "json"), ends(closed, 5), closed=closed) for closed in ALL),
    *(Case(("help",), ends(closed, 5), closed=closed, data=NOBODY) for closed in ALL),
    # What was saved is saved, and no message was written into the file.
    *(Case(("log", "ann", "-m", "kept"), ends(closed, 6), closed=closed, then=("show", "ann"), keeps="kept")
        for closed in ALL),
    *(Case(("add", "Una"), ends(closed, 6), closed=closed, data=NOBODY, then=("list",), keeps="Una")
        for closed in ALL),
    # -q has nothing to print, so nothing fails.
    *(Case(("-q", "log", "ann"), closed=closed) for closed in ALL),
    *(Case(("due",), closed=closed, data=NOBODY) for closed in ALL),
    *(refused("log", "xyzzy", says="nobody of that name", exits=3, closed=closed) for closed in ALL),
    *(refused("lgo", says="no such command", closed=closed) for closed in ALL),
]
