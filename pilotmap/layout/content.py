"""What a step shows, measured: its box, what is in it, around it, and where flows may dock.

All lengths in points, relative to the top left corner of the box. A box grows in height only, so no
step looks more important than another. What stands around the box (times below, the badge above,
marks at the corner) is reserved: `above`, `below`, `left`, `right` say how far it reaches out.
"""

from dataclasses import dataclass
from typing import NamedTuple

from pilotmap.language import N_, Language
from pilotmap.layout.drawing import Box
from pilotmap.layout.runs import Docks
from pilotmap.layout.text import TextStyle

STEP_WIDTH = 140.0
PILL_WIDTH = 120.0
DIAMOND_WIDTH = 140.0
GATE_WIDTH = 52.0
ROW_PITCH = 12.0
COLUMN_PITCH = 31.0
SLOT_BAND = 36.0  # beyond this, above and below its middle, no line runs along a row
PAD = 12.0
FOOT_CHIP = 92.0

# Names are of one size and all else of another: type counts as small as its smallest.
NAME = TextStyle(16)
NAME_AI = TextStyle(16, 600)
SMALL = TextStyle(13)
SMALL_BOLD = TextStyle(13, 600)
NAME_LINE = 18.0
SMALL_LINE = 15.5
NO_NAME = N_("(no name)")
SIGN = 18.0
SIGN_PITCH = 21.0

Notes = tuple[tuple[str, int], ...]
"""Kinds of notes, each with how many there are."""


class Looks(NamedTuple):
    """All that decides what a step shows; the key under which it is measured once.

    `spoken` is the language of the words that are not the map's own, `others` the names of lanes
    that take part beside its own.
    """

    kind: str
    name: str
    systems: tuple[str, ...] = ()
    wait: str = ""
    work: str = ""
    checks_ai: bool = False
    mode: str | None = None
    marks: Notes = ()
    tag: str = ""
    spoken: Language = "en"
    others: tuple[str, ...] = ()


class Words(NamedTuple):
    """A line of text: the middle of its baseline, or its left or right end by `anchor`."""

    text: str
    x: float
    y: float
    style: TextStyle
    anchor: str = "middle"


Chips = tuple[tuple[Box, tuple[Words, ...]], ...]
"""Systems: the chip of each, and the lines of its name."""


@dataclass(frozen=True, slots=True)
class Content:
    """A measured step."""

    looks: Looks
    w: float
    h: float
    above: float
    below: float
    left: float
    right: float
    name: tuple[Words, ...]
    chips: Chips
    times: tuple[Words, ...]
    docks: Docks
    badge: tuple[Box, Words] | None = None
    tag: tuple[Box, Words] | None = None
    marks: tuple[tuple[str, int, Box], ...] = ()
    check: Box | None = None
    clock: Box | None = None
