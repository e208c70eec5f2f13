from pathlib import Path

from pytestqt.qtbot import QtBot

from pilotmap.ui.export_dialog import ExportDialog

SIZES = {"a4": 5.2, "a3": 8.0, "letter": 5.4}


def dialog_for(qtbot: QtBot, path: Path, *, has_with_ai: bool = True) -> ExportDialog:
    dialog = ExportDialog(
        None, path, has_with_ai=has_with_ai, view="today", smallest_type_pt=SIZES.__getitem__
    )
    qtbot.addWidget(dialog)
    return dialog


def test_the_ending_follows_the_kind(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path / "map.pdf")
    assert dialog.kind.value == ".pdf"
    dialog.kind.box.setCurrentIndex(1)
    dialog.kind.box.activated.emit(1)
    assert dialog.choice().path == tmp_path / "map.svg"
    assert dialog.page.isHidden()
    assert not dialog.view.isHidden()


def test_the_kind_follows_the_ending(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path / "map.svg")
    dialog.path.line.setText(str(tmp_path / "map.pdf"))
    dialog.path.line.textEdited.emit(dialog.path.line.text())
    assert dialog.kind.value == ".pdf"
    assert not dialog.page.isHidden()
    dialog.page.box.setCurrentText("A3")
    assert dialog.choice() == (tmp_path / "map.pdf", "a3", "today", "en")


def test_the_document_may_speak_another_language_than_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_for(qtbot, tmp_path / "map.pdf")
    assert not dialog.language.isHidden()
    dialog.language.box.setCurrentText("Deutsch")
    assert dialog.choice().language == "de"
    assert dialog_for(qtbot, tmp_path / "map.svg").language.isHidden()


def test_an_unknown_ending_cannot_be_exported(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path / "map.docx")
    assert not dialog._go.isEnabled()
    assert ".pdf" in dialog._hint.text()


def test_with_ai_is_offered_only_where_it_exists(qtbot: QtBot, tmp_path: Path) -> None:
    assert dialog_for(qtbot, tmp_path / "a.svg").view.box.count() == 2
    assert dialog_for(qtbot, tmp_path / "a.svg", has_with_ai=False).view.box.count() == 1


def test_type_that_is_too_small_on_paper_is_said_before_exporting(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_for(qtbot, tmp_path / "map.pdf")
    assert dialog._type.text() == (
        "The smallest type on the printed map is 5.2 pt: hard to read on paper."
    )
    dialog.page.box.setCurrentText("A3")
    dialog.page.box.activated.emit(dialog.page.box.currentIndex())
    assert dialog._type.text() == "The smallest type on the printed map is 8.0 pt."
