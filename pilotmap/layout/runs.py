"""What routing leaves behind: the straight runs of each flow, on their lines of the grid."""

from dataclasses import dataclass


class Run:
    """One straight part of a flow's way.

    `kind` and `line` as in `shapes.py`; `a` to `b` in the direction of the flow. R and C lie in a
    `gap` of the grid, in a `slot` beside the middle of their row or column; V and H on a `track`
    of their channel. `source` and `target` are the nodes it leaves or enters, or -1. `before` and
    `after` are its neighbours on the way; `left_of` are runs of the same channel that must lie
    further on. `low` and `high` are the lesser and the greater end. `turn` is the side to which a
    run from or into a box turns at its other end, `turn_at`: -1 up or left, 1 down or right, 0
    where it goes straight from box to box. `at` is its place in points.
    """

    slot: int = 0
    gap: int = -1
    turn: int = 0
    turn_at: int = -1
    source: int = -1
    target: int = -1
    track: int = 0
    at: float = 0.0
    before: "Run | None" = None
    after: "Run | None" = None

    def __init__(self, flow: int, kind: str, line: int, a: int, b: int) -> None:
        self.flow, self.kind, self.line, self.a, self.b = flow, kind, line, a, b
        self.low, self.high = (a, b) if a < b else (b, a)
        self.is_level = kind == "R" or kind == "H"
        self.left_of: list[Run] = []


@dataclass(frozen=True, slots=True)
class Docks:
    """The slots at which flows may dock on each side of a box, the best first."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    top: tuple[int, ...]
    bottom: tuple[int, ...]
