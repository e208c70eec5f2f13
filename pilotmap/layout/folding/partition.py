"""Which of the places to cut at are taken: the fewest strips, about equally wide."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_HALVINGS: Final = 30


class Partition:
    """Places to cut at from left to right: where the heads end, the cuts, and the right edge.

    Beyond a cut each strip has so much room more, for letters.
    """

    def __init__(self, places: Sequence[float], beyond: float) -> None:
        self._places = places
        self._beyond = beyond

    def fewest(self, room: float) -> list[float]:
        """The fewest strips that fit the room, and among those about equally wide ones."""
        return self.into(len(self.filled(room)) - 1)

    def into(self, count: int) -> list[float]:
        """At most so many strips, the widest as narrow as can be."""
        low, high = 0.0, self._places[-1] + 2 * self._beyond
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            tried = self.filled(middle)
            if len(tried) - 1 > count or max(self.widths(tried)) > middle:
                low = middle
            else:
                high = middle
        return self.filled(high)

    def widths(self, edges: Sequence[float]) -> list[float]:
        """How wide the strips between these places are, heads and room for letters included."""
        last = len(edges) - 2
        return [
            edges[0] + high - low + self._beyond * ((at > 0) + (at < last))
            for at, (low, high) in enumerate(pairwise(edges))
        ]

    def filled(self, room: float) -> list[float]:
        """Strips filled one after the other, none wider than the room but those of one column."""
        heads, *places, end = self._places
        chosen = [heads]
        for place, following in pairwise((*places, end)):
            after = self._beyond if following != end else 0.0
            before = self._beyond if len(chosen) > 1 else 0.0
            if heads + before + following - chosen[-1] + after > room:
                chosen.append(place)
        return [*chosen, end]
