"""What routing leaves behind: the straight runs of each flow, on their lines of the grid."""

from dataclasses import dataclass, field


@dataclass(eq=False)
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

    flow: int
    kind: str
    line: int
    a: int
    b: int
    slot: int = field(default=0, init=False)
    gap: int = field(default=-1, init=False)
    turn: int = field(default=0, init=False)
    turn_at: int = field(default=-1, init=False)
    source: int = field(default=-1, init=False)
    target: int = field(default=-1, init=False)
    track: int = field(default=0, init=False)
    at: float = field(default=0.0, init=False)
    before: "Run | None" = field(default=None, init=False)
    after: "Run | None" = field(default=None, init=False)
    left_of: list["Run"] = field(init=False)
    low: int = field(init=False)
    high: int = field(init=False)
    is_level: bool = field(init=False)

    def __post_init__(self) -> None:
        self.left_of = []
        self.low, self.high = (self.a, self.b) if self.a < self.b else (self.b, self.a)
        self.is_level = self.kind == "R" or self.kind == "H"


@dataclass(frozen=True, slots=True)
class Docks:
    """The slots at which flows may dock on each side of a box, the best first."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    top: tuple[int, ...]
    bottom: tuple[int, ...]
