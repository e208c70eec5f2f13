"""Starts the window, or says in one sentence why it cannot be opened here."""

import builtins
import gc
import os
import sys
from pathlib import Path

from pilotmap.language import chosen_language, speak
from pilotmap.ui.qt_check import why_no_import, why_no_window


def run(path: str | None = None) -> int:
    """Open the editor, on a map or an exported PDF where one is given; returns the exit code."""
    gc.disable()  # it finds nothing while all is loaded; `Garbage` searches later
    _speak_as_the_terminal()
    reason = why_no_window()
    if reason is not None:
        return _refuse(reason)
    try:
        _load_qt()
        # where Qt does not load, this sentence must still be printed
        from pilotmap.ui.start import start  # noqa: PLC0415
    except ImportError as error:
        return _refuse(why_no_import(error))
    return start(Path(path) if path is not None else None)


def _load_qt() -> None:
    """Load Qt, and go on with Python's own import: Qt's reads the source of all that is imported.

    It looks there for `from __feature__ import`, which nothing here uses.
    """
    plain = builtins.__import__
    # where Qt does not load, this sentence must still be printed
    import PySide6.QtCore  # noqa: PLC0415, F401

    builtins.__import__ = plain


def _speak_as_the_terminal() -> None:
    """Until the settings are read: what keeps the window from opening is said before that."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    speak(chosen_language("", [name for name in names if name][:1]))


def _refuse(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return 2
