"""What routing leaves behind: the straight runs of each flow, on their lines of the grid."""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Run:
    """One straight part of a flow's way.

    `kind` and `line` as in `shapes.py`; `a` to `b` in the direction of the flow. `slot` is the place
    beside the middle of a row or column (R, C); `track` the place in a channel (V, H). `source` and
    `target` are the nodes it leaves or enters, or -1. `before` and `after` are its neighbours on the
    way; `left_of` are runs of the same channel that must lie further on.
    """

    flow: int
    kind: str
    line: int
    a: int
    b: int
    slot: int = 0
    source: int = -1
    target: int = -1
    track: int = 0
    at: float = 0.0
    before: "Run | None" = None
    after: "Run | None" = None
    left_of: list["Run"] = field(default_factory=list)

    @property
    def low(self) -> int:
        """The lesser ordinal of the two ends."""
        return min(self.a, self.b)

    @property
    def high(self) -> int:
        """The greater ordinal of the two ends."""
        return max(self.a, self.b)

    @property
    def is_level(self) -> bool:
        """Whether the run goes across, not up or down."""
        return self.kind in "RH"

    def docks_at(self, ordinal: int) -> bool:
        """Whether the run's end at an ordinal is at its own box."""
        return (self.source >= 0 and ordinal == self.a) or (self.target >= 0 and ordinal == self.b)

    def neighbour_at(self, ordinal: int) -> "Run | None":
        """The run that this one joins at an end."""
        return self.before if ordinal == self.a else self.after


@dataclass(frozen=True, slots=True)
class Docks:
    """The slots at which flows may dock on each side of a box, the best first."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    top: tuple[int, ...]
    bottom: tuple[int, ...]
