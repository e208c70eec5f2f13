"""What a list of named things says: whole sentences for lanes, and for systems."""

from typing import Final, NamedTuple

from pilotmap.language import later


class NamedWords(NamedTuple):
    """The texts of one list."""

    adding: str
    new: str
    name_of: str
    more: str
    add: str
    delete: str
    merge: str
    move: str = ""
    up: str = ""
    down: str = ""


LANE_WORDS: Final = NamedWords(
    adding=later("Add a lane, then Enter"),
    new=later("New lane"),
    name_of=later("Name of the lane"),
    more=later("More for this lane"),
    add=later("Add the lane “{name}”"),
    delete=later("Delete a lane"),
    merge=later("Merge two lanes"),
    move=later("Move a lane"),
    up=later("Move the lane up"),
    down=later("Move the lane down"),
)
SYSTEM_WORDS: Final = NamedWords(
    adding=later("Add a system, then Enter"),
    new=later("New system"),
    name_of=later("Name of the system"),
    more=later("More for this system"),
    add=later("Add the system “{name}”"),
    delete=later("Delete a system"),
    merge=later("Merge two systems"),
)
