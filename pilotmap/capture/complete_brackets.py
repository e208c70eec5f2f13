"""What may begin a square bracket, said in the language spoken; `attributes.py` reads all of it."""

import re
from collections.abc import Iterator
from typing import Final

from pilotmap.capture.attributes import AI
from pilotmap.capture.bracket_values import offered
from pilotmap.capture.cursor import Completion
from pilotmap.language import tr
from pilotmap.model.fields.field import Field
from pilotmap.model.fields.table import FIELDS

_OPEN: Final = re.compile(r"\[([^\[\]]*)$")
_LINE: Final = re.compile(r"\s*(?:(lane|system)\s*:|(?:->|→)?([!#:]))", re.IGNORECASE)


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


def _words_for(head: str) -> Iterator[tuple[str, str]]:
    for row in _rows(head):
        if row.bracket is not None and row.bracket.about:
            yield offered(row), tr(row.bracket.about)


def _rows(head: str) -> tuple[Field, ...]:
    line = _LINE.match(head)
    if line is None:
        return (*FIELDS["flow"], *FIELDS["step"], AI)
    if line[2]:
        return FIELDS["note"]
    return FIELDS["lane"] if line[1].lower() == "lane" else FIELDS["system"]
