"""What may begin a square bracket, said in the language spoken; `attributes.py` reads all of it."""

import re
from collections.abc import Iterator
from typing import Final

from pilotmap.capture.cursor import Completion
from pilotmap.language import tr, trc

_OPEN: Final = re.compile(r"\[([^\[\]]*)$")
_LINE: Final = re.compile(r"\s*(?:(lane|system)\s*:|(?:->|→)?([!#:]))", re.IGNORECASE)

_Word = tuple[str, str]


def within_bracket(head: str, at: int) -> tuple[Completion, ...] | None:
    """What the open bracket before `at` may become; None where none is open."""
    found = _OPEN.search(head)
    if found is None:
        return None
    letters = found[1].lstrip().casefold()
    return tuple(
        Completion(found.start(1), at, text, about)
        for text, about in _words_for(head)
        if text.casefold().startswith(letters) and text.casefold() != letters
    )


def _words_for(head: str) -> Iterator[_Word]:
    line = _LINE.match(head)
    if line is None:
        return _of_steps()
    if line[2]:
        return _of_notes()
    return _of_lanes() if line[1].lower() == "lane" else _of_systems()


def _of_steps() -> Iterator[_Word]:
    yield trc("in brackets", "waits "), tr("how long a case lies before it")
    yield trc("in brackets", "gets "), tr("what is handed over to it")
    yield trc("in brackets", "through "), tr("@system, or words such as e-mail")
    yield trc("in brackets", "returned "), tr("a share, such as 10%, that comes back incomplete")
    yield trc("in brackets", "AI] "), tr("the AI takes this step over")
    yield trc("in brackets", "checks AI] "), tr("a person here checks the AI")
    yield trc("in brackets", "rework] "), tr("goes back to do something again")
    yield trc("in brackets", "pin "), tr("column/row of a place of its own, such as 3/1")


def _of_lanes() -> Iterator[_Word]:
    yield trc("in brackets", "group "), tr("its organisation or department")
    yield trc("in brackets", "3 people] "), tr("how many they are")
    yield trc("in brackets", "7.5 h a day] "), tr("how long each has for this work")


def _of_systems() -> Iterator[_Word]:
    yield trc("in brackets", "kind "), tr("such as ticketing")
    yield trc("in brackets", "owner "), tr("who answers for it")


def _of_notes() -> Iterator[_Word]:
    yield trc("in brackets", "owner "), tr("who answers for it")
    yield trc("in brackets", "due "), tr("a day, such as 2027-01-31")
    yield trc("in brackets", "settled] "), tr("it is answered")
