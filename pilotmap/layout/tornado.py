"""A tornado as a Drawing: what each number alone may do to a forecast, the most on top."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Box, Drawing, Geometry, Group, Polyline, Primitive, Rect
from pilotmap.layout.look.pen import line_at
from pilotmap.layout.text import TextStyle, measure, shorten
from pilotmap.layout.theme import Role

_LABEL: Final = TextStyle(9.0, 500)
_VALUE: Final = TextStyle(8.5)
_PITCH: Final = 20.0
_STACKED_PITCH: Final = 33.0
_BAR: Final = 9.0
_GAP: Final = 5.0
_LABELS: Final = 0.45  # of the width
_STACKED_UNDER: Final = 470.0
"""Points of width; under that a label stands above its bar."""
_DARK: Final[Role] = "handoff.line"
_LIGHT: Final[Role] = "handoff.fill"
_FOOT: Final = 16.0
_NEAR: Final = 0.5
"""How far off the bars the target may lie, as a share of their extent, and still be drawn."""


class TornadoBar(NamedTuple):
    """One number: the forecast at its low and its high end, and what is written at these ends."""

    key: str
    label: str
    note: str
    low: float
    high: float
    low_text: str
    high_text: str
    about: str


class Level(NamedTuple):
    """A value of the forecast's scale that has a line of its own."""

    at: float
    text: str


def draw_tornado(
    bars: Sequence[TornadoBar], now: Level, target: Level | None, width: float
) -> Drawing:
    """The bars over one scale, the forecast and, if it is near, the target as lines across.

    width: of the whole in points. The end of a bar that the low end of a number leads to is full,
    the other one hollow.
    """
    frame = _Frame(bars, now, target, width)
    groups = (*frame.lines(), *(frame.bar(number, one) for number, one in enumerate(bars)))
    return Drawing(Geometry(width, frame.height, (), (), ()), groups)


class _Frame:
    """Where everything stands."""

    def __init__(
        self, bars: Sequence[TornadoBar], now: Level, target: Level | None, width: float
    ) -> None:
        ends = [end for one in bars for end in (one.low, one.high)] + [now.at]
        low, high = min(ends), max(ends)
        reach = (high - low) * _NEAR
        near = target is not None and low - reach <= target.at <= high + reach
        self.target = target if near else None
        self.now = now
        self.low = min(low, target.at) if target is not None and near else low
        self.high = max(high, target.at) if target is not None and near else high
        self.stacked = width < _STACKED_UNDER
        self.pitch = _STACKED_PITCH if self.stacked else _PITCH
        labels = 0.0 if self.stacked else width * _LABELS
        at_ends = [measure(text, _VALUE) for one in bars for text in (one.low_text, one.high_text)]
        margin = max(at_ends, default=0.0) + _GAP
        self.labels = width if self.stacked else labels - 2 * _GAP
        self.room = Box(labels + margin, 0.0, width - labels - 2 * margin, self.pitch * len(bars))
        self.width = width
        self.height = self.room.h + _FOOT

    def x(self, value: float) -> float:
        """Where a value of the forecast stands."""
        extent = self.high - self.low
        share = (value - self.low) / extent if extent > 0 else 0.5
        return self.room.x + share * self.room.w

    def lines(self) -> Iterator[Group]:
        """The forecast and the target across all bars, named below."""
        yield self._line("now", self.now, "ink.soft", ())
        if self.target is not None:
            yield self._line("target", self.target, "ai.line", (3.0, 2.0))

    def _line(self, key: str, level: Level, role: Role, dash: tuple[float, ...]) -> Group:
        x, wide = self.x(level.at), measure(level.text, _VALUE)
        left = min(max(0.0, x - wide / 2), self.width - wide)
        if key == "target" and abs(x - self.x(self.now.at)) < wide + 2 * _GAP:
            left = self._beside(wide)
        parts: tuple[Primitive, ...] = (
            *(Polyline(((x, top), (x, end)), role, 1.0, dash=dash) for top, end in self._spans()),
            line_at(level.text, left, self.room.h + 11.5, _VALUE, role),
        )
        return Group(key, "chart", Box(left, 0.0, wide, self.height), parts, level.text)

    def _spans(self) -> Iterator[tuple[float, float]]:
        """The stretches of a line across: clear of labels that stand above their bars."""
        if not self.stacked:
            yield 0.0, self.room.h
            return
        for top in range(round(self.room.h / self.pitch)):
            yield top * self.pitch + 13.0, (top + 1) * self.pitch - 4.0

    def _beside(self, wide: float) -> float:
        """Clear of the name of the forecast, on the side that the target lies on."""
        assert self.target is not None
        half = measure(self.now.text, _VALUE) / 2 + _GAP
        centre = self.x(self.now.at)
        if self.target.at > self.now.at and centre + half + wide <= self.width:
            return centre + half
        return max(0.0, centre - half - wide)

    def bar(self, number: int, one: TornadoBar) -> Group:
        """A number's name, its bar in two shades, its own ends beside the bar's."""
        top = number * self.pitch
        box = Box(0.0, top, self.width, self.pitch)
        return Group(one.key, "chart", box, tuple(self._parts(one, top)), one.about)

    def _parts(self, one: TornadoBar, top: float) -> Iterator[Primitive]:
        note = f" ({one.note})" if one.note else ""
        label = shorten(one.label, _LABEL, self.labels - measure(note, _VALUE)) + note
        y = top + (15.0 if self.stacked else (self.pitch - _BAR) / 2)
        yield line_at(label, 0.0, top + 10.0 if self.stacked else y + 7.6, _LABEL, "ink")
        middle = self.x(self.now.at)
        for value, fill in ((one.low, _DARK), (one.high, _LIGHT)):
            end = self.x(value)
            side = Box(min(middle, end), y, max(abs(end - middle), 0.6), _BAR)
            yield Rect(side, fill=fill, line=_DARK, line_width=0.6, radius=1.5)
        yield from self._ends(one, y)

    def _ends(self, one: TornadoBar, y: float) -> Iterator[Primitive]:
        ends = sorted(((one.low, one.low_text), (one.high, one.high_text)), key=lambda end: end[0])
        (left, left_text), (right, right_text) = ends
        left, right = min(left, self.now.at), max(right, self.now.at)
        yield line_at(left_text, self.x(left) - _GAP + 1, y + 7.6, _VALUE, "ink.soft", "end")
        yield line_at(right_text, self.x(right) + _GAP - 1, y + 7.6, _VALUE, "ink.soft")
