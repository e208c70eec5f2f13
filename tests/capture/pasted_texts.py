"""Texts and tables as hands, programs and accidents make them, and whether a word of one is lost.

Most of their words are made up, so that each can come from nowhere but its line.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from hypothesis import strategies as st

from pilotmap.capture.unread import Unread
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import to_bytes
from tests.conftest import PROJECT

PASTED = PROJECT / "tests" / "data" / "pasted"
WORDS = tuple(f"q{a}{b}q" for a in "abcdefgh" for b in "klmnop")

SIGNS = (
    *"?.~!#:>&<-@[]()\"\\,;%=|*•–—…/+' \t",
    *("->", "<-", "&&", "&:", "->!", "->#", "[", "]", "[5min]", "[waits", "[AI]", "[pin", "[gets"),
    *("[through", "[rework]", "60%", "2d", "1.200", "(2)", "(team)", "title:", "lane:", "system:"),
    *("start:", "step:", "Titel:", "(no name)"),
)
EXOTIC = (
    *["\x00", "\x07", "\x1c", "\x85", "\u2028", "\xa0", "\u200b", "\ufeff", "\xad", "�"],
    *["👩\u200d💻", "﷽", "שלום", "①", "Ⅷ", "ß", "İ", "ǆ", "９", "½"],
    "9" * 400,
)
NAMES = ("Clerk", "log", "archive", "f1", "s1", "lane2", "F999999999999999", "a", "d", "Jira")
PIECES = st.one_of(
    st.sampled_from(SIGNS),
    st.sampled_from(EXOTIC),
    st.sampled_from(NAMES),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.characters(),
)

OPENINGS = (
    *("", "", "", "? ", "> ", "> ", ". ", ". ", "~ ", "& ", "&: ", "-> ", "<- ", "! ", "# ", ": "),
    *("->! ", "&& ", "start: ", "step: ", "lane: ", "system: ", "title: ", "> yes: -> ", "& -> "),
    *("> no 40%: ", "  ", "\t- ", "• "),
)
ENDINGS = (
    *("", "", "?", " 60%", " (2)", " @Jira", " [5 min]", " [waits 2 d]", " [AI]", " [pin 3/1]"),
    *(" [checks AI]", " [returned 5%]", " [rework]", " [share 30%]", " (team)", " (person)"),
    *(" [soon]", ":", ": a"),
)
WORDY = (
    *(" @{}", " [gets {}]", " [through {}]", " [through @{}]", " [group {}]", " [kind {}]"),
    *(" [owner {}]", " [label {}]", " [5 min: {}]", " [{}]", " ({})", ": {}", " {}", " > {}"),
)
FORMS = st.tuples(
    st.sampled_from(OPENINGS),
    st.sampled_from(("yes", "a", "b", "Clerk: a", "Clerk: b", "done")) | st.sampled_from(WORDS),
    st.lists(
        st.sampled_from(ENDINGS)
        | st.builds(str.format, st.sampled_from(WORDY), st.sampled_from(WORDS)),
        max_size=3,
    ).map("".join),
).map("".join)
LINES = st.one_of(
    FORMS,
    FORMS,
    st.lists(PIECES, max_size=9).map(" ".join),
    st.lists(PIECES, max_size=6).map("".join),
)
TEXTS = st.lists(LINES, max_size=12).map("\n".join)

HEADINGS = (
    *("Step", "Who", "System", "Next", "Label", "Kind", "Time (min)", "Wait", "No.", "Note"),
    *("Schritt", "Dauer", "Wer", "", "Remarks of the day", "Zeit", "Cost"),
)
CELLS = st.one_of(
    st.sampled_from(("", "", "5 min", "1:30", "2", "1", "yes, no", "End", "Decision", "soon")),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.builds(
        str.__add__, st.sampled_from(WORDS), st.sampled_from(("?", ", ", "; ", '"', "\n", " 5 min"))
    ),
    PIECES,
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Rows as a spreadsheet or a hand writes them, most of them under headings."""
    width = draw(st.integers(1, 6))
    rows = draw(st.lists(st.lists(CELLS, max_size=width + 1), max_size=8))
    if draw(st.integers(0, 3)):
        rows.insert(0, draw(st.lists(st.sampled_from(HEADINGS), min_size=width, max_size=width)))
    separator = draw(st.sampled_from("\t\t\t;,"))
    if draw(st.booleans()):
        return "\n".join(separator.join(row) for row in rows)
    out = StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def told(text: str) -> set[str]:
    """The made up words in a text."""
    return {word for word in WORDS if word in text.casefold()}


def words_in(pilot_map: PilotMap) -> set[str]:
    """The made up words in a map."""
    return told(" ".join(_texts(json.loads(to_bytes(pilot_map)))))


def not_told(pilot_map: PilotMap, text: str, unread: Iterable[Unread]) -> list[tuple[int, str]]:
    """The lines of a text with a word that is neither in the map nor in a line listed as unread."""
    listed, there = {each.number for each in unread}, words_in(pilot_map)
    return [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if number not in listed and not told(line) <= there
    ]


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for value in part.values():
            yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)
    elif isinstance(part, str):
        yield part
