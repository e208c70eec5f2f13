"""Finds what is shipped beside the code: fonts, icons, sample maps."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the file or folder `name` of resources/, such as 'icons/undo.svg'.

    Raises FileNotFoundError, with a sentence for a user, when the installation lacks it.
    """
    return _find("resources", name)


def sample(name: str) -> Path:
    """Return the sample map `name`, such as 'tier1-support.pilotmap.json'.

    Raises FileNotFoundError, with a sentence for a user, when the installation lacks it.
    """
    return _find("sample_maps", name)


def samples() -> tuple[Path, ...]:
    """Return all sample maps, in the order of their names."""
    return tuple(sorted(_find("sample_maps", ".").glob("*.pilotmap.json")))


def _find(folder: str, name: str) -> Path:
    # A wheel carries the folders inside the package, the source tree has them beside it.
    for root in (_PACKAGE, _PACKAGE.parent):
        base = root / folder
        path = Path(os.path.normpath(base / name))  # to ask the disk about each part takes longer
        if path.exists() and path.is_relative_to(base):
            return path
    missing = f"{folder}/{name}"
    raise FileNotFoundError(f"PilotMap's installation lacks {missing}: install PilotMap again.")
