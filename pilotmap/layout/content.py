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

STEP_WIDTH = 132.0
PILL_WIDTH = 100.0
DIAMOND_WIDTH = 124.0
GATE_WIDTH = 52.0
ROW_PITCH = 12.0
COLUMN_PITCH = 28.5
PAD = 12.0
FOOT_CHIP = 92.0

NAME = TextStyle(13)
NAME_AI = TextStyle(13, 600)
PILL = TextStyle(12.5)
DIAMOND = TextStyle(11.5)
SMALL = TextStyle(10.5)
BADGE = TextStyle(11, 600)
TAG = TextStyle(9.5, 600)
NO_NAME = N_("(no name)")
SIGN = 16.0
SIGN_PITCH = 19.0

Notes = tuple[tuple[str, int], ...]
"""Kinds of notes, each with how many there are."""


class Looks(NamedTuple):
    """All that decides what a step shows; the key under which it is measured once.

    `spoken` is the language of the words that are not the map's own.
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


class Words(NamedTuple):
    """A line of text: the middle of its baseline, or its left or right end by `anchor`."""

    text: str
    x: float
    y: float
    style: TextStyle
    anchor: str = "middle"


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
    chips: tuple[tuple[Box, Words], ...]
    times: tuple[Words, ...]
    docks: Docks
    badge: tuple[Box, Words] | None = None
    tag: tuple[Box, Words] | None = None
    marks: tuple[tuple[str, int, Box], ...] = ()
    check: Box | None = None
    clock: Box | None = None
