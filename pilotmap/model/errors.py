"""What a user can cause, as one tree of exceptions; anything else is a bug.

PilotMapError
├── InvalidMap       a file's content breaks a rule of the format
│   ├── UnknownKey
│   ├── MissingKey
│   └── NewerFile
├── EditRefused      an edit that the map does not allow
├── UnreadableFile   a file that cannot be read
├── UnwritableFile   a target that cannot be written
├── CannotSign       a signature that cannot be given, or an identity that cannot give one
└── MissingResource  the installation lacks a part
"""

from typing import Final

from pilotmap.language import N_, tr

_BROKEN: Final = N_("{place}: {rule}")
_FOUND: Final = N_("{place}: {rule} (found {value})")


class PilotMapError(Exception):
    """One clear sentence for a user: what, where, what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidMap(PilotMapError):
    """Content that breaks a rule of the format, at a place given as a JSON path.

    The rule is said in the language spoken.
    """

    def __init__(self, place: str, rule: str, value: str = "") -> None:
        words = _FOUND if value else _BROKEN
        super().__init__(tr(words, place=place, rule=rule, value=value))
        self.place = place
        self.rule = rule
        self.value = value


class UnknownKey(InvalidMap):
    """A key that the format does not have."""


class MissingKey(InvalidMap):
    """A key that every file has, and this one lacks."""


class NewerFile(InvalidMap):
    """A file of a format that a later PilotMap made."""


class EditRefused(PilotMapError):
    """An edit that cannot be done, with the reason."""


class UnreadableFile(PilotMapError):
    """A file that cannot be read."""


class UnwritableFile(PilotMapError):
    """A target that cannot be written."""


class CannotSign(PilotMapError):
    """A signature that cannot be given, or an identity that cannot give one, with the reason."""


class MissingResource(PilotMapError):
    """A font, icon or sample that the installation lacks."""
