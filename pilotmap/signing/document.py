"""What the room of the document lends to that of the signatures, which knows no pages."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from pilotmap.model.map import PilotMap

LARGEST: Final = 100 * 1024 * 1024
"""As many bytes as a PDF may have that is judged or signed."""

Compare = Callable[[bytes], tuple["PilotMap", bool | None]]
"""Reads the map attached to an unsigned document, and compares the document with one built anew
from that map; None where it was made with other versions. Raises PilotMapError.
"""
Box = tuple[int, tuple[float, float, float, float]]
"""A page from 0, and a box on it: left, bottom, right and top."""


class Sight(Protocol):
    """The first page that looks otherwise outside of some boxes, and what they say."""

    @property
    def differing(self) -> int | None:
        """Its number from 1."""

    @property
    def words(self) -> tuple[str, ...]:
        """Box by box."""


class Document(NamedTuple):
    """How pages are compared with their map, built again from it, and looked at."""

    compare: Compare
    rebuilt: Callable[[bytes], bytes]
    look: Callable[[bytes, bytes, Sequence[Box]], Sight]
