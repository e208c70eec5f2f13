"""The window speaks the language set, or the system's where PilotMap has it; so does Qt."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from pilotmap.language import Language, chosen_language, speak, speaking
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.session import Session
from pilotmap.ui.spoken import teach_qt
from tests.benchmarks.generate import swimlanes


@pytest.mark.parametrize(
    ("setting", "system", "expected"),
    [
        ("system", ["de-AT", "en"], "de"),
        ("system", ["fr-FR", "de"], "de"),
        ("system", ["fr-FR"], "en"),
        ("system", ["en-GB", "de"], "en"),
        ("", ["de_DE.UTF-8"], "de"),
        ("", ["C.UTF-8"], "en"),
        ("", ["den"], "en"),
        ("de", ["en-US"], "de"),
        ("en", ["de-DE"], "en"),
        ("klingon", [], "en"),
    ],
)
def test_the_language_is_the_one_set_or_the_systems(
    setting: str, system: list[str], expected: Language
) -> None:
    assert chosen_language(setting, system) == expected


def test_buttons_of_qt_speak_the_language(qapp_with_fonts: QApplication, qtbot: QtBot) -> None:
    locale = QLocale()
    try:
        with speaking("de"):
            teach_qt(qapp_with_fonts)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert box.buttons()[0].text().replace("&", "") == "Abbrechen"
    finally:
        teach_qt(qapp_with_fonts)
        QLocale.setDefault(locale)


def test_a_map_judged_aside_is_judged_in_the_language_of_the_window(
    qapp_with_fonts: QApplication, qtbot: QtBot
) -> None:
    analyzer = Analyzer(Session(swimlanes(30, seed=2)))
    try:
        speak("de")
        with qtbot.waitSignal(analyzer.ready):
            analyzer.begin()
        assert analyzer.verdict is not None
        assert analyzer.verdict.gate1.parts[0].title == "Ergebnis"
    finally:
        speak("en")
    assert analyzer.verdict is not None
