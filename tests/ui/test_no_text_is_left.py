"""No text of the window, the picture or the document goes past the catalogs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pilotmap.model.map import empty_map
from pilotmap.ui.export_dialog import ExportDialog
from pilotmap.ui.guide.passes import PASSES
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.tables.lower_area import TABS
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow
from tests.language.greek import greek_map
from tests.language.pseudo import speaking_in_brackets, untranslated

# keys, units, formats and names that are the same in every language
SAME = {
    *("PilotMap", "PDF", "SVG", "PNG", "JSON", "TXT", "Ctrl", "Shift", "Alt", "Esc", "Tab"),
    *("Enter", "Del", "Delete", "Home", "Space", "Backspace", "Left", "Right", "Down", "PgUp"),
    *("PgDown", "Ins", "Return", "min", "Deutsch", "English", "Letter", "pilotmap", "Git", "Meta"),
    *("Gate", "Menu", "Page"),
}


def texts(whole: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that a widget and those in it show or tell, and whose it is."""
    for widget in (whole, *whole.findChildren(QWidget)):
        if widget.window() is not whole.window():
            continue
        owner = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            said.append(widget.placeholderText())
        if isinstance(widget, QLineEdit) and widget.isReadOnly():
            said.append(widget.text())
        if isinstance(widget, QComboBox):
            said += [widget.itemText(at) for at in range(widget.count())]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            said += list(cells(widget))
        yield from ((text, owner) for text in said if text)
    for action in whole.findChildren(QAction):
        yield action.text(), f"action {action.objectName()}"


def cells(view: QAbstractItemView) -> Iterator[str]:
    model, roles = view.model(), Qt.ItemDataRole
    is_list = isinstance(model, QAbstractListModel)
    for column in range(1 if is_list else model.columnCount(QModelIndex())):
        head = model.headerData(column, Qt.Orientation.Horizontal, roles.DisplayRole)
        yield head if isinstance(head, str) else ""
        for row in range(model.rowCount(QModelIndex())):
            for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
                cell = model.data(model.index(row, column), role)
                yield cell if isinstance(cell, str) else ""


def left(whole: QWidget) -> set[str]:
    QApplication.processEvents()
    found = set()
    for text, owner in texts(whole):
        word = untranslated(text)
        if word is not None and word not in SAME and not word.startswith("PM"):
            found.add(f"{text[:70]!r} ({owner})")
    return found


@pytest.fixture
def window(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[MainWindow]:
    with speaking_in_brackets():
        session = Session(empty_map())
        made = MainWindow(session, look, Settings(tmp_path / "settings.json"))
        qtbot.addWidget(made)
        made.resize(1400, 900)
        made.show()
        session.open(greek_map())
        with qtbot.waitSignal(made.analyzer.ready):
            made.analyzer.begin()
        yield made
        made.analyzer.wait()
        session.file.mark_saved(tmp_path / "left.pilotmap.json")


def test_the_window_says_nothing_past_the_catalogs(window: MainWindow) -> None:
    found: set[str] = set()
    for part in range(1, 6):
        window.properties.show_part(part)
        found |= left(window)
    pilot_map = window.session.map
    for element in (
        *(step.id for step in pilot_map.steps),
        pilot_map.flows[0].id,
        pilot_map.lanes[0].id,
    ):
        window.session.select(element)
        found |= left(window)
    for name, _ in TABS:
        window.below.show_page(name)
        found |= left(window)
    window.outline.switch()
    window.capture.open()
    for typed in ("", "? Αα", "> Ββ 60%", "~ Γγ [2d]", "Δδ: Ζζ @Ωω", ": Οο", "-> Ψψ", "&", "!"):
        window.capture.entry.setText(typed)
        found |= left(window)
    window.capture.entry.clear()
    assert not found, "\n".join(sorted(found))


def test_what_is_laid_over_the_window_says_nothing_past_them(window: MainWindow) -> None:
    sheets = window.sheets
    found: set[str] = set()
    for show in (sheets.show_palette, sheets.show_shortcuts, sheets.show_find, window.guide.switch):
        show()
        found |= left(window)
    for _ in range(len(PASSES)):
        window.guide.go(1)
        found |= left(window)
    window.guide.switch()
    sheets.show_settings()
    found |= left(window)
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".xyz"])
def test_the_export_dialog_says_nothing_past_them(
    qtbot: QtBot, look: Look, tmp_path: Path, suffix: str
) -> None:
    with speaking_in_brackets():
        dialog = ExportDialog(
            None,
            tmp_path / f"κ{suffix}",
            has_with_ai=True,
            view="today",
            smallest_type_pt=lambda *_: 4.5,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        assert not left(dialog)
