"""Which files are meant by what was typed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load

with lazy_imports():  # a PDF is rarely what is checked, and its library is slow to load
    from pilotmap.report import attachment

MAP_SUFFIX: Final = ".pilotmap.json"


def read_map(file: str) -> PilotMap:
    """The map in a file, or the one that rides in an exported PDF; raises UnreadableFile."""
    if not file.lower().endswith(".pdf"):
        return load(file)
    with refuse_unreadable(file):
        data = Path(file).read_bytes()
    return attachment.map_of_pdf(data, file)


@contextmanager
def refuse_unreadable(file: str) -> Iterator[None]:
    """Tell a failure to read a file as UnreadableFile."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        words = tr(
            "{file} cannot be read ({reason}): check the name, and that you may read it.",
            file=file,
            reason=reason,
        )
        raise UnreadableFile(words) from error


def maps_meant(names: Sequence[str]) -> tuple[str, ...]:
    """The files named, a folder standing for every map in it and below.

    Raises UnreadableFile for a folder without a map.
    """
    return tuple(file for name in names for file in _meant(name))


def maps_in(folder: str) -> tuple[str, ...]:
    """Every map in a folder and below, in the order of names; hidden folders are left out."""
    root = Path(folder)
    if not root.exists():
        raise UnreadableFile(
            tr("{folder} does not exist: check the name and the folder.", folder=folder)
        )
    if not root.is_dir():
        raise UnreadableFile(
            tr("{folder} is a file, not a folder: name the folder that holds it.", folder=folder)
        )
    try:
        return tuple(sorted(str(path) for path in _found(root)))
    except OSError as error:
        words = tr(
            "{folder} cannot be looked into ({reason}): ask its owner for the right to read it.",
            folder=error.filename or folder,
            reason=error.strerror,
        )
        raise UnreadableFile(words) from error


def _meant(name: str) -> tuple[str, ...]:
    if not Path(name).is_dir():
        return (name,)
    found = maps_in(name)
    if not found:
        words = tr(
            "{folder} holds no map: name a folder with files that end in {suffix}.",
            folder=name,
            suffix=MAP_SUFFIX,
        )
        raise UnreadableFile(words)
    return found


def _found(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():  # a link may lead round in a circle
            yield from _found(entry)
        elif entry.name.endswith(MAP_SUFFIX):
            yield entry
