"""The title of a pasted text: a line of its own above the lines that are the process."""

import re
from collections.abc import Sequence
from typing import Final

from pilotmap.capture.signs import listed, seen

_NAMED: Final = re.compile(
    r"^(?:process|prozess|ablauf|workflow|thema|subject|betreff)\s*:\s*(\S.*)$", re.IGNORECASE
)
_HASH: Final = re.compile(r"^#\s+(\S.*?)\s*#*$")
_PLAIN: Final = re.compile(r"^[^\W\d_][^:\[\]@<>?~]{2,118}$")


def title_line(lines: Sequence[str]) -> int:
    """The number of the line that is the title, from 1; 0 where none is.

    The first line is one where it says so (`Process: ...`), where it is a heading over headings, or
    where it stands alone, without any sign, and a blank line parts it from lines with signs.
    """
    filled = [number for number, line in enumerate(lines) if seen(line).strip()]
    if len(filled) < 3:
        return 0
    first, second = filled[0], filled[1]
    text = seen(lines[first]).strip()
    rest = [lines[number].strip() for number in filled[1:]]
    if _NAMED.match(text) or (_HASH.match(text) and any(line.startswith("##") for line in rest)):
        return first + 1
    alone = second > first + 1 and _PLAIN.match(text) and not listed(text).sign
    below = lines[second].strip()
    if alone and (listed(below).sign or re.match(r"[^:]{2,60}:(\s|$)|[?>#]", below)):
        return first + 1
    return 0


def title_of(line: str) -> str:
    """The words of a title line."""
    text = " ".join(seen(line).split())
    found = _NAMED.match(text) or _HASH.match(text)
    return found[1] if found else text
