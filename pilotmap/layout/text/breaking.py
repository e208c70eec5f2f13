"""Breaks text into lines: as few as fit, then as even as possible."""

import re
from functools import lru_cache
from typing import Final

from pilotmap.layout.text.direction import directed, runs_left
from pilotmap.layout.text.graphemes import graphemes
from pilotmap.layout.text.measure import measure
from pilotmap.layout.text.opportunities import may_part, pieces_of
from pilotmap.layout.text.style import TextStyle

ELLIPSIS: Final = "…"
_PARAGRAPH_END: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK: Final = " \t\u200b\u3000"
# Sums of rounded lengths may differ in the last bit; a line is not too long for that.
_ROUNDING_PT: Final = 1e-9
# Of two nearly even settings, the one with the shorter last line looks calmer in a box.
_LAST_LINE_COUNTS: Final = 0.75
# Evening out looks at pairs of pieces, and in a long text nobody sees it.
_LONGEST_BALANCED: Final = 60


@lru_cache(maxsize=32768)
def break_lines(
    text: str,
    style: TextStyle,
    max_width: float,
    max_lines: int | None = None,
    balanced: bool = True,
) -> tuple[str, ...]:
    """Return the lines of the text, none wider than `max_width` points.

    A line ends at a space, hyphen or slash, or anywhere in scripts without spaces; a word that
    is too long is cut between graphemes. Only a single grapheme wider than `max_width` overflows.
    A line break in the text is kept. Spaces at the end of a line are dropped. With `balanced`, the
    lines of a paragraph are made as even as their smallest number allows. Where more than
    `max_lines` are needed, the last one ends in an ellipsis. An empty text has no lines.
    """
    if not _PARAGRAPH_END.sub("", text).strip(_BLANK):
        return ()
    broken: list[str] = []
    for paragraph in _PARAGRAPH_END.split(text):
        broken.extend(_paragraph(paragraph.strip(_BLANK), style, max_width, balanced))
    if max_lines is None or len(broken) <= max_lines:
        return tuple(broken)
    leftwards = runs_left(text)
    lines = _shortened(text, style, max_width, max_lines)
    return tuple(directed(line, leftwards=leftwards) for line in lines)


def shorten(text: str, style: TextStyle, max_width: float) -> str:
    """Return the text on one line, cut with an ellipsis where it is wider than `max_width`."""
    if measure(text, style) <= max_width + _ROUNDING_PT:
        return text
    clusters = graphemes(text)
    low, high = 0, len(clusters)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_cut(clusters, middle), style) <= max_width + _ROUNDING_PT:
            low = middle
        else:
            high = middle - 1
    while low and measure(_cut(clusters, low), style) > max_width + _ROUNDING_PT:
        low -= 1
    return _cut(clusters, low)


def _cut(clusters: tuple[str, ...], count: int) -> str:
    return "".join(clusters[:count]).rstrip(_BLANK + ",;:-/") + ELLIPSIS


def _paragraph(text: str, style: TextStyle, max_width: float, balanced: bool) -> list[str]:
    if measure(text, style) <= max_width + _ROUNDING_PT:
        return [text]
    atoms = _atoms(text, style, max_width)
    ends = _greedy(atoms, style, max_width)
    if balanced and len(ends) > 1 and len(atoms) <= _LONGEST_BALANCED:
        ends = _even(atoms, len(ends), style, max_width)
    starts = [0, *ends[:-1]]
    lines = (_line(atoms, start, end) for start, end in zip(starts, ends, strict=True))
    # Each line runs as the whole text does, whatever word it happens to begin with.
    leftwards = runs_left(text)
    return [directed(line, leftwards=leftwards) for line in lines]


def _atoms(text: str, style: TextStyle, max_width: float) -> list[str]:
    """Return the pieces of the text, each cut further where it alone is too wide."""
    atoms: list[str] = []
    for piece in pieces_of(text):
        if measure(piece.rstrip(_BLANK), style) <= max_width + _ROUNDING_PT:
            atoms.append(piece)
        else:
            atoms.extend(_chopped(piece, style, max_width))
    return atoms


def _chopped(piece: str, style: TextStyle, max_width: float) -> list[str]:
    clusters = graphemes(piece)
    chunks: list[str] = []
    start = 0
    while start < len(clusters):
        end = _longest(clusters, start, style, max_width)
        chunks.append("".join(clusters[start:end]))
        start = end
    return chunks


def _longest(clusters: tuple[str, ...], start: int, style: TextStyle, max_width: float) -> int:
    end = start + 1
    while end < len(clusters):
        chunk = "".join(clusters[start : end + 1]).rstrip(_BLANK)
        if measure(chunk, style) > max_width + _ROUNDING_PT:
            break
        end += 1
    better = end
    while better > start + 1 and end < len(clusters):
        if may_part(clusters[better - 1], clusters[better]):
            return better
        better -= 1
    return end


def _line(atoms: list[str], start: int, end: int) -> str:
    return "".join(atoms[start:end]).rstrip(_BLANK)


def _greedy(atoms: list[str], style: TextStyle, max_width: float) -> list[int]:
    """Return where each line ends, as an index into the atoms, every line filled in turn."""
    ends: list[int] = []
    start = 0
    for end in range(1, len(atoms) + 1):
        if end - start > 1 and measure(_line(atoms, start, end), style) > max_width + _ROUNDING_PT:
            ends.append(end - 1)
            start = end - 1
    return [*ends, len(atoms)]


def _even(atoms: list[str], lines: int, style: TextStyle, max_width: float) -> list[int]:
    """Return the line ends for a given number of lines with the least sum of squared room left.

    Dynamic programming over (line, atom) as in Knuth and Plass, "Breaking Paragraphs into
    Lines" (1981), with the squared room at the end of each line as the only cost.
    """
    count = len(atoms)
    room = _rooms(atoms, style, max_width)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(lines):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best.items():
            for end, left in room[start]:
                counts = _LAST_LINE_COUNTS if end == count else 1.0
                total = cost + counts * left * left
                if end not in following or total < following[end][0]:
                    following[end] = (total, (*ends, end))
        best = following
    return list(best[count][1])


def _rooms(atoms: list[str], style: TextStyle, max_width: float) -> list[list[tuple[int, float]]]:
    """Return for each start the possible ends, with the room in points that each leaves."""
    rooms: list[list[tuple[int, float]]] = []
    for start in range(len(atoms)):
        ends: list[tuple[int, float]] = []
        for end in range(start + 1, len(atoms) + 1):
            left = max_width - measure(_line(atoms, start, end), style)
            if left < -_ROUNDING_PT and end > start + 1:
                break
            ends.append((end, left))
        rooms.append(ends)
    return rooms


def _shortened(text: str, style: TextStyle, max_width: float, max_lines: int) -> tuple[str, ...]:
    """Fill all lines but the last in turn; what remains goes on the last, cut with an ellipsis."""
    kept: list[str] = []
    paragraphs = [part.strip(_BLANK) for part in _PARAGRAPH_END.split(text)]
    for number, paragraph in enumerate(paragraphs):
        atoms = _atoms(paragraph, style, max_width)
        start = 0
        for end in _greedy(atoms, style, max_width):
            if len(kept) == max_lines - 1:
                rest = " ".join(["".join(atoms[start:]), *paragraphs[number + 1 :]])
                return (*kept, _with_ellipsis(rest.strip(_BLANK), style, max_width))
            kept.append(_line(atoms, start, end))
            start = end
    return tuple(kept)


def _with_ellipsis(rest: str, style: TextStyle, max_width: float) -> str:
    # The rest may fit on one line when only its line breaks made it too many lines.
    return shorten(rest, style, max_width)
