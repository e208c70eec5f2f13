"""A signature drawn with pen or mouse: from the path in its record to lines on paper.

Reads the path data of SVG 2 (section 9.3) as far as a pen draws it; what comes after a fault is
left out, as that section asks of a reader. Curves become short straight lines, arcs single ones.
"""

import re
from collections.abc import Iterator
from math import isfinite
from typing import Final

from pilotmap.layout.drawing import Point, Polyline

_TOKEN: Final = re.compile(r"[MLHVCSQTAZmlhvcsqtaz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBERS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_MOST_POINTS: Final = 20_000
_BENDS: Final = 8
_LARGEST: Final = 1e6

Stroke = tuple[Point, ...]


def drawn_lines(path: str, width: float, height: float) -> tuple[Polyline, ...]:
    """The drawing fitted into a box of the given size from 0, 0; empty where it shows nothing."""
    found = tuple(stroke for stroke in strokes(path) if len(stroke) > 1)
    if not found:
        return ()
    xs = [x for stroke in found for x, _ in stroke]
    ys = [y for stroke in found for _, y in stroke]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(width / (wide or 1.0), height / (high or 1.0))
    left, top = min(xs), min(ys)
    return tuple(
        Polyline(tuple(((x - left) * scale, (y - top) * scale) for x, y in stroke), "ink", 0.9)
        for stroke in found
    )


def strokes(path: str) -> tuple[Stroke, ...]:
    """The pen's ways from where it touched the paper to where it left it."""
    done: list[Stroke] = []
    run: list[Point] = []
    count = 0
    for command, point, bends in _moves(path):
        if command == "M":
            done.append(tuple(run))
            run = []
        run += (*bends, point)
        count += len(bends) + 1
        if count > _MOST_POINTS:
            break
    return tuple(stroke for stroke in (*done, tuple(run)) if stroke)


def _moves(path: str) -> Iterator[tuple[str, Point, tuple[Point, ...]]]:
    """Each command in capitals with the point it leads to and the points on the way."""
    at: Point = (0.0, 0.0)
    start = at
    for letter, values in _commands(path):
        command, relative = letter.upper(), letter.islower()
        if command == "Z":
            yield command, start, ()
            at = start
            continue
        origin = at if relative else (0.0, 0.0)
        end = _end(command, values, at, origin)
        if not all(isfinite(each) and abs(each) < _LARGEST for each in (*values, *end)):
            return
        yield command, end, tuple(_bends(command, values, at, origin, end))
        at = end
        if command == "M":
            start = end


def _commands(path: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    letter = ""
    values: list[float] = []
    for token in _TOKEN.findall(path):
        if token.isalpha():
            if values:
                return
            letter = token
            if letter in "Zz":
                yield letter, ()
            continue
        if not letter or letter in "Zz":
            return
        values.append(float(token))
        if len(values) == _NUMBERS[letter.upper()]:
            yield letter, tuple(values)
            values = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def _end(command: str, values: tuple[float, ...], at: Point, origin: Point) -> Point:
    if command == "H":
        return (origin[0] + values[0], at[1])
    if command == "V":
        return (at[0], origin[1] + values[0])
    return (origin[0] + values[-2], origin[1] + values[-1])


def _bends(
    command: str, values: tuple[float, ...], at: Point, origin: Point, end: Point
) -> Iterator[Point]:
    if command not in ("C", "Q", "S"):
        return
    pairs = [
        (origin[0] + values[each], origin[1] + values[each + 1])
        for each in range(0, len(values) - 2, 2)
    ]
    first, second = pairs[0], pairs[-1]
    for step in range(1, _BENDS):
        t = step / _BENDS
        if command == "C":
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        else:
            weights = ((1 - t) ** 2, 2 * t * (1 - t), 0.0, t * t)
        yield (
            sum(w * p[0] for w, p in zip(weights, (at, first, second, end), strict=True)),
            sum(w * p[1] for w, p in zip(weights, (at, first, second, end), strict=True)),
        )
