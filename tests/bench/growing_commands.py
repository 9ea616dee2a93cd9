"""Commands, with n entries of a kind at one person, n people of one name, one prefix or one tag."""
import json

from growing import Cases

COMMANDS = Cases()


def entries_of_one_person(place, **entries):
    """A data file with Ann alone, and with lists of an archive about her."""
    ann = {"handle": "ann", "name": "Ann Dale", "tier": "high", "added": "2025-01-01", "start": "2025-01-01",
           "considered": "2025-01-01"}
    archive = place.write("in.json", json.dumps({"people": [ann], **entries}))
    place.rel("import", archive)


@COMMANDS.case("due: n promises to one person", short=True)
def due_with_promises(place, n):
    entries_of_one_person(place, promises=[
        {"id": f"2{i:06}aaaaaa", "handle": "ann", "mine": True, "text": f"promise {i}", "given": "2026-01-01"}
        for i in range(n)])
    return "due", "--all"
