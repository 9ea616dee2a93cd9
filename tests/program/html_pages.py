"""Pages of HTML: sound, closed, and on their own, whatever people are called and whatever notes hold.

They are parsed strictly here. Where html-validate is installed, it looks at them, too.
"""

import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml
from html.parser import HTMLParser

import harness

VOID = {"br", "meta"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "footer", "div", "h1", "h2", "h3",
    "p", "figure", "figcaption", "ul", "li", "table", "tbody", "tr", "td", "br", "strong", "span", "bdi", "svg",
    "g", "rect", "line", "circle", "polyline", "polygon", "path", "text", "desc", "defs", "pattern",
}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
HOSTILE = "</svg></style><script src=//x>alert(\"'&lt;')</script>"


class Strict(HTMLParser):
    """Collects what is wrong with a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.wrong.append(f"<{tag}>")
        names = [name for name, _ in attributes]
        if len(set(names)) < len(names):
            self.wrong.append(f"<{tag}> has an attribute twice: {names}")
        for name, value in attributes:
            if name in {"src", "href", "xlink:href", "srcset", "style", "action"} or name.startswith("on"):
                self.wrong.append(f"<{tag} {name}={value!r}>")
            if name == "id":
                self.ids.append(value or "")
        if tag == "meta" and ("http-equiv", "Content-Security-Policy") in attributes:
            self.policy = dict(attributes)["content"] or ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes something else")


def findings(page: str) -> list[str]:
    parser = Strict()
    parser.feed(page)
    parser.close()
    wrong = parser.wrong + [f"<{tag}> stays open" for tag in parser.open]
    if len(set(parser.ids)) < len(parser.ids):
        wrong.append("an id stands twice")
    if parser.policy != POLICY:
        wrong.append(f"the policy is {parser.policy!r}")
    if any(ord(c) < 32 and c != "\n" or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066" for c in page):
        wrong.append("a control character")
    style = "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    if re.search(r"@import|url\((?!#)", style):
        wrong.append("the style loads something")
    wrong += [f"url(#{name}) has no pattern" for name in set(re.findall(r"url\(#(\w+)\)", style)) - set(parser.ids)]
    for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        try:
            xml.fromstring(svg)
        except xml.ParseError as error:
            wrong.append(f"an SVG is not well formed: {error}")
    return wrong


class Pages(harness.ProgramTest):
    def check(self, page: str) -> None:
        self.assertEqual(findings(page), [])
        if tool := shutil.which("html-validate"):
            (self.folder / "page.html").write_text(page)
            command = [tool, "--rule=long-title:off", "page.html"]  # a person's name may be long
            done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout)

    def test_pages_of_a_lively_circle_are_sound(self) -> None:
        self.ok("demo", str(self.folder / "play.db"))
        for words in (["review"], ["review", "--period", "year"], ["health"], ["health", "tom"], ["health", "ruiz"],
                      ["health", "--as-of", "2025-12-01"]):
            with self.subTest(words=words):
                self.check(self.ok("--db", str(self.folder / "play.db"), *words, "--html", "-"))

    def test_markup_of_people_is_text(self) -> None:
        self.ok("add", HOSTILE, "--tier", "1", "--handle", "ann", "--purpose", HOSTILE, "--birthday", "02-29")
        note = HOSTILE + "\x1b]0;x\x07\u202e\x9b\x7f\n-->"
        self.ok("log", "ann", "call", "45m", "yesterday", "-m", note, "--heard", note)
        self.ok("promise", "ann", note, "--by", "tomorrow")
        self.ok("snooze", "ann", "2w", "--why", note)
        self.ok("review", "--intend", "ann: " + HOSTILE)
        for words in (["review", "--period", "month"], ["health"], ["health", "ann"]):
            with self.subTest(words=words):
                self.check(self.ok(*words, "--html", "-"))

    def test_an_empty_home_has_pages(self) -> None:
        for words in (["review"], ["health"]):
            self.check(self.ok(*words, "--html", "-"))

    def test_a_page_is_0600_whatever_the_umask_and_leaves_nothing_beside_it(self) -> None:
        done = self.shell('umask 000; cd "$HOME"; $REL demo p.db >/dev/null; $REL --db p.db review --html r.html; '
                          "stat -c '%a %n' *")
        self.assertEqual(done.stdout.splitlines()[1:], ["600 p.db", "600 r.html"])


class TheCheck(unittest.TestCase):
    """What findings() is there to find, it finds."""

    GOOD = f'<html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}"></head><body>%s</body></html>'

    def test_it_is_silent_about_what_is_sound(self) -> None:
        self.assertEqual(findings(self.GOOD % '<p id="a">x &lt; y<br></p><svg><g><title>a</title></g></svg>'), [])

    def test_it_finds_each_fault(self) -> None:
        for body in ("<script></script>", "<p>", "</p>", '<p id="a"></p><p id="a"></p>', '<p onclick="x"></p>',
                     '<p style="x"></p>', "<svg><g></svg>", "<p>\x1b</p>", "<p>\u202e</p>", "<img>",
                     "<style>p { background: url(x); }</style>", "<style>p { fill: url(#none); }</style>"):
            with self.subTest(body=body):
                self.assertNotEqual(findings(self.GOOD % body), [])
        self.assertNotEqual(findings("<p></p>"), [])


if __name__ == "__main__":
    harness.main()
