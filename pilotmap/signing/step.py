"""What one revision turned out to be."""

from dataclasses import dataclass, field
from typing import Any

from pilotmap.model.signoff import Seat


@dataclass
class Step:
    """Whose field a revision fills, or the field of a time stamp, and what else came with it.

    `entrances` are the values through which new objects were let in, `stamp` is the number of the
    drawing that the field shows.
    """

    seat: Seat | None = None
    signature: int | None = None
    stamp: int | None = None
    time_stamp: int | None = None
    validation_data: bool = False
    entrances: list[Any] = field(default_factory=list)
    new_field: int | None = None
