"""What an edit gives back when it makes something."""

from typing import NamedTuple

from pilotmap.model.map import PilotMap


class Made(NamedTuple):
    """The map after the edit, and the id of what it made."""

    map: PilotMap
    id: str
