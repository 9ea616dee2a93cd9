"""Imports: n entries of a kind at one person, of one name, one number or one day."""
from growing import Cases

IMPORTS = Cases()


def card(*lines):
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


@IMPORTS.case("vCard: n cards of one name")
def cards_of_one_name(place, n):
    return "import", place.write("in.vcf", "".join(card("FN:Ann Dale", f"UID:{i}") for i in range(n)))


@IMPORTS.case("vCard: one card with n numbers", short=True)
def card_with_numbers(place, n):
    numbers = (f"TEL:+49 30 {i:07}" for i in range(n))
    return "import", place.write("in.vcf", card("FN:Ann Dale", *numbers))
