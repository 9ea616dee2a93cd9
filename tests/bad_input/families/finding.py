"""What is looked for: any text, to the letter, in any writing."""

from case import NOBODY, done, refused
from texts import CONTROLS, INVISIBLE, LINE_BREAKS, NOT_UTF8, TO_THE_LETTER


def noted(text: str, wanted: str):
    """The text is a remark, and is found by the other."""
    return done("note", "ann", "--", text, then=("find", wanted), keeps=text)


CASES = [
    refused("find", says="find: what?"),
    *(refused("find", text, says="empty") for text in INVISIBLE),
    *(refused("find", text, says="nothing to look for") for text in ["\u0301", "\u0301\u0308"]),
    *(refused("find", text, says="not UTF-8") for text in NOT_UTF8.values()),
    *(done("find", text, nothing_out=True) for text in CONTROLS.values()),
    *(done("find", text, nothing_out=True) for text in LINE_BREAKS),
    *(done("find", "--", text) for text in TO_THE_LETTER),
    *(noted("x " + text + " y", text) for text in TO_THE_LETTER),
    *(noted("x " + text + " y", text) for text in CONTROLS.values()),
    done("find", "ann", data=NOBODY, nothing_out=True),
    done("find", "-", stdin=b"ann"),
    done("find", "x" * 100_000, nothing_out=True),
    done("find", "%", nothing_out=True),
    # Case and accents; any part of a word; the writing that someone's name has.
    *(done("find", text, says="zoe-bonnet") for text in ["zoe", "ZOË", "Zoe\u0308", "onne", "e bon", "bonnet"]),
    *(done("find", text, says="lukasz") for text in ["lukasz", "ŁUKASZ", "orsted", "dordevic", "sted-"]),
    *(done("find", text, says="Groß") for text in ["gross", "GROẞ", "jurgen", "groß"]),
    *(done("find", text, says="İpek") for text in ["ipek", "IPEK", "sahin"]),
    *(done("find", text, says="王小明") for text in ["王", "小", "小明"]),
    *(done("find", text, says="ann-lee") for text in ["030 123", "+49 30", "030123456", "0049 30 123456"]),
    done("find", "olga", says="archived"),
    done("find", "call", nothing_out=True),  # a channel is no text
    done("find", "<contact>", nothing_out=True),  # nor is an id
    # Options.
    *(refused("find", "ann", "-n", text, says="takes a whole number") for text in ["", "-1", "x", "1.5", "0x10", "٥"]),
    *(refused("find", "ann", "--since", text, says=why) for text, why in
      {"2027-01-01": "", "03/04/2026": "can be", "2025-02-29": "no 29 February", "x": "not a date", "": ""}.items()),
    refused("find", "ann", "--who", "xyzzy", says="nobody of that name", exits=3),
    refused("find", "ann", "--who", "max", says="several people fit", exits=3),
    refused("find", "ann", "--who", "", says="WHO: empty"),
    refused("find", "ann", "--who", "ann", says="nobody is in the file yet", exits=3, data=NOBODY),
    refused("find", "ann", "-n", "1", "-n", "2", says="-n"),
    refused("find", "ann", "--wo", "ann", says="--wo"),
    done("find", "ann", "-n", "0", nothing_out=True),
    done("find", "ann", "--who", "ann,bo", says="ann-lee"),
]
