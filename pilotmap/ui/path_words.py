"""A file's name as one reads it: on some systems it may be bytes that are no text."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.ui.presence import is_there

ENDING: Final = ".pilotmap.json"
_SIGN: Final = "\N{REPLACEMENT CHARACTER}"
_NO_TEXT: Final = re.compile("[\ud800-\udfff]")
"""Python's stand-ins for such bytes, which Qt leaves out."""


def path_words(path: Path | str) -> str:
    """A path or a name to be shown; what is no text in it becomes a sign that says so."""
    return _NO_TEXT.sub(_SIGN, os.fspath(path))


def name_words(path: Path | None, pilot_map: PilotMap) -> str:
    """The file's name, or what it would be called."""
    return path_words(path.name) if path else pilot_map.title or tr("Untitled map")


def as_on_disk(path: Path) -> Path:
    """The path behind one that Qt gave, which has the same sign for all that is no text."""
    if _SIGN not in os.fspath(path) or is_there(path):
        return path
    folder = as_on_disk(path.parent)
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if path_words(entry.name) == path.name:
                return folder / entry.name
    return path


def suggested_name(pilot_map: PilotMap) -> str:
    """A file's name made from the title."""
    kept = "".join(c if c.isalnum() else "-" for c in pilot_map.title.lower())
    words = [word for word in kept.split("-") if word]
    return ("-".join(words)[:60].strip("-") or "map") + ENDING
