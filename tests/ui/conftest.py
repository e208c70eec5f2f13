"""The real window, offscreen, with a robot's hands on it."""

from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.model.map import empty_map
from pilotmap.ui.access.factory import offer_the_map
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look, load_fonts, window_font
from pilotmap.ui.window import MainWindow
from tests.processes import PATIENCE_S
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts

_PATIENCE_MS = int(PATIENCE_S * 1000)


class PatientBot(QtBot):
    """Waits as long as a busy machine takes, and no longer than it must."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=_PATIENCE_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=_PATIENCE_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=_PATIENCE_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp_with_fonts(qapp: QApplication) -> QApplication:
    offer_the_map()
    load_fonts()
    qapp.setFont(window_font())
    return qapp


@pytest.fixture
def look(qapp_with_fonts: QApplication) -> Look:
    return Look(qapp_with_fonts, "light")


@pytest.fixture
def prompts() -> ScriptedPrompts:
    """What the window asks, to be answered by the test."""
    return ScriptedPrompts()


@pytest.fixture
def robot(qtbot: QtBot, look: Look, tmp_path: Path, prompts: ScriptedPrompts) -> Iterator[Robot]:
    """The window with an empty map, as it is after a start."""
    session = Session(empty_map())
    window = MainWindow(session, look, Settings(tmp_path / "settings.json"), prompts)
    window.resize(1400, 840)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    QApplication.processEvents()
    yield Robot(window, session, window.canvas, window.capture)
    session.file.mark_saved(tmp_path / "left.pilotmap.json")
    window.close()
    window.analyzer.wait()
    # the offscreen clipboard lives longer than Python, and must hold nothing of Python's then
    QApplication.clipboard().setText("")
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
