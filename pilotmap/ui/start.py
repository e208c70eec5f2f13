"""Builds the application and its window, and runs them."""

import gc
import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import empty_map
from pilotmap.ui.access.factory import offer_the_map
from pilotmap.ui.crash import CrashReports
from pilotmap.ui.file_reading import read
from pilotmap.ui.garbage import Garbage
from pilotmap.ui.icons import app_icon
from pilotmap.ui.program import Program
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.spoken import SETTING, speak_as_set, teach_qt
from pilotmap.ui.theme import Look, ThemeChoice, load_fonts, window_font

_CHOICES: dict[str, ThemeChoice] = {
    "system": "system",
    "light": "light",
    "dark": "dark",
    "contrast": "contrast",
}
_WIDTH_PX, _HEIGHT_PX = 1440, 900


def start(path: Path | None) -> int:
    """Run the editor until its window is closed; returns the exit code.

    A file that cannot be read is said in one line, and no window opens.
    """
    settings = Settings(
        user_config_path("pilotmap", appauthor=False) / "settings.json",
        user_data_path("pilotmap", appauthor=False),
    )
    speak_as_set(settings.text(SETTING))
    try:
        found = read(path) if path is not None else None
    except PilotMapError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    offer_the_map()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("PilotMap")
    app.setDesktopFileName("pilotmap")
    load_fonts()
    app.setFont(window_font())
    teach_qt(app)
    look = Look(app, _CHOICES.get(settings.text("theme"), "system"))
    program = Program(app, Session(empty_map()), look, settings)
    window = program.window
    crashes = CrashReports(window, window.session, window.autosave)
    crashes.install()
    window.resize(_fitting(app))
    window.stand_as_before(app.primaryScreen().virtualGeometry())
    if found is not None:
        window.files.show(found)
    else:
        window.welcome.show()
    window.show()
    # nothing is seen without its verdict; it is found while the screen makes room for the window
    window.analyzer.begin(aside=False)
    window.after_paint.add_first(window.safety.offer_left_work)
    window.after_paint.add(lambda: app.setWindowIcon(app_icon()))
    if path is not None and path.suffix.lower() == ".pdf":
        window.after_paint.add(lambda: window.signing.look_at(path))
    window.after_paint.add(lambda: Garbage(window.session))
    program.renewed.connect(lambda: _follow(program, crashes))
    code = app.exec()
    program.window.analyzer.wait()
    return code


def _follow(program: Program, crashes: CrashReports) -> None:
    """What is bound to a window goes over to the one that was built anew."""
    window = program.window
    crashes.belong_to(window, window.session, window.autosave)
    window.after_paint.add(gc.collect, lambda: Garbage(window.session))


def _fitting(app: QApplication) -> QSize:
    room = app.primaryScreen().availableSize()
    return QSize(min(_WIDTH_PX, room.width()), min(_HEIGHT_PX, room.height()))
