"""The whole program as a process of its own, on a state folder that a test has prepared."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT

_ABOVE_RIGHTS = "-dac_override,-dac_read_search"
_OFFSCREEN = "This plugin does not support"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

_RUN = """
import json, sys
from PySide6.QtWidgets import QApplication
from pilotmap.__main__ import run
from pilotmap.ui import presence
from pilotmap.ui.window import MainWindow
presence._PATIENCE_S = 60.0  # no drive is silent here, but the machine may be busy

def look():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    built = []
    window.after_paint.done.connect(lambda: built.append(True))
    while not built:
        QApplication.processEvents()
    page = window.welcome.page
    print(json.dumps({
        "title": window.windowTitle(),
        "map": window.session.map.title,
        "entries": [button.text() for button in page.buttons] if page else [],
        "left": [found.map.title for found in window.autosave.left],
        "offer": window.safety.recover.words.text() if window.safety.offers_work else "",
        "said": window.status.said.text(),
    }))
    EXTRA
    QApplication.processEvents()
    window.close()
    return 0

QApplication.exec = staticmethod(look)
sys.exit(run(sys.argv[1:]))
"""


class State:
    """The folders in which the program remembers things."""

    def __init__(self, folder: Path) -> None:
        self.settings = folder / "config" / "pilotmap" / "settings.json"
        self.journals = folder / "data" / "pilotmap" / "journals"
        self.folder = folder
        for made in (self.settings.parent, self.journals):
            made.mkdir(parents=True)

    @property
    def environment(self) -> dict[str, str]:
        """Where the program looks for them."""
        return {
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "HOME": str(self.folder),
        }


def start(
    state: State, *arguments: str, extra: str = "", within: Sequence[str] = (), **around: str
) -> dict[str, Any]:
    """Start the program, let it do all that follows its first paint, close it: what is seen.

    Fails where anything is said on the error output: a bug is reported there.
    """
    code = _RUN.replace("EXTRA", extra.replace("\n", "\n    "))
    ended = subprocess.run(
        [*within, sys.executable, "-c", code, *arguments],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **state.environment, **around},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert [line for line in ended.stderr.splitlines() if not line.startswith(_OFFSCREEN)] == []
    seen, *printed = (json.loads(line) for line in ended.stdout.splitlines())
    return {**seen, "printed": printed}


def rights_count() -> tuple[str, ...]:
    """What to start a program through so that rights stop it, which they do not for root."""
    if not IS_ROOT:
        return ()
    through = ("setpriv", f"--bounding-set={_ABOVE_RIGHTS}")
    try:
        subprocess.run([*through, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("root may enter everything here")
    return through
