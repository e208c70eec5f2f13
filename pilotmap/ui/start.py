"""Builds the application and its window, and runs them."""

import sys
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from pilotmap.model.map import empty_map
from pilotmap.ui.crash import CrashReports
from pilotmap.ui.icons import app_icon
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look, ThemeChoice, load_fonts, window_font
from pilotmap.ui.window import MainWindow

_CHOICES: dict[str, ThemeChoice] = {
    "system": "system",
    "light": "light",
    "dark": "dark",
    "contrast": "contrast",
}
_WIDTH_PX, _HEIGHT_PX = 1440, 900


def start(path: Path | None) -> int:
    """Run the editor until its window is closed; returns the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("PilotMap")
    app.setDesktopFileName("pilotmap")
    app.setWindowIcon(app_icon())
    load_fonts()
    app.setFont(window_font())
    settings = Settings(user_config_path("pilotmap", appauthor=False) / "settings.json")
    look = Look(app, _CHOICES.get(settings.text("theme"), "system"))
    window = MainWindow(Session(empty_map()), look, settings)
    CrashReports(window).install()
    window.resize(_fitting(app))
    window.show()
    if path is not None:
        # after the first paint, so that the window is there while a large map is laid out
        QTimer.singleShot(0, window, lambda: window.files.open(path))
    return app.exec()


def _fitting(app: QApplication) -> QSize:
    room = app.primaryScreen().availableSize()
    return QSize(min(_WIDTH_PX, room.width()), min(_HEIGHT_PX, room.height()))
