"""What a user can cause, as one tree of exceptions; anything else is a bug.

PilotMapError
├── InvalidMap       a file's content breaks a rule of the format
├── EditRefused      an edit that the map does not allow
├── UnreadableFile   a file that cannot be read
├── UnwritableFile   a target that cannot be written
└── MissingResource  the installation lacks a part
"""


class PilotMapError(Exception):
    """One clear sentence for a user: what, where, what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidMap(PilotMapError):
    """Content that breaks a rule of the format, at a place given as a JSON path."""

    def __init__(self, place: str, rule: str, value: str = "") -> None:
        found = f" (found {value})" if value else ""
        super().__init__(f"{place}: {rule}{found}")
        self.place = place
        self.rule = rule
        self.value = value


class EditRefused(PilotMapError):
    """An edit that cannot be done, with the reason."""


class UnreadableFile(PilotMapError):
    """A file that cannot be read."""


class UnwritableFile(PilotMapError):
    """A target that cannot be written."""


class MissingResource(PilotMapError):
    """A font, icon or sample that the installation lacks."""
