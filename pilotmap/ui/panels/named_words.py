"""What a list of named elements says: whole sentences for lanes, and for systems."""

from typing import Final, NamedTuple

from pilotmap.language import N_


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
    adding=N_("Add a lane, then Enter"),
    new=N_("New lane"),
    name_of=N_("Name of the lane"),
    more=N_("More for this lane"),
    add=N_("Add the lane “{name}”"),
    delete=N_("Delete a lane"),
    merge=N_("Merge two lanes"),
    move=N_("Move a lane"),
    up=N_("Move the lane up"),
    down=N_("Move the lane down"),
)
SYSTEM_WORDS: Final = NamedWords(
    adding=N_("Add a system, then Enter"),
    new=N_("New system"),
    name_of=N_("Name of the system"),
    more=N_("More for this system"),
    add=N_("Add the system “{name}”"),
    delete=N_("Delete a system"),
    merge=N_("Merge two systems"),
)
