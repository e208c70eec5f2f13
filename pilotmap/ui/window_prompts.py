"""The questions, asked with dialogs over the window."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from pilotmap.language import N_, tr
from pilotmap.ui.export_dialog import ExportChoice, ExportDialog
from pilotmap.ui.path_words import path_words
from pilotmap.ui.prompts import Keep, Outside, Suggestion

_MAPS = N_("Maps (*.pilotmap.json)")
_OPENABLE = N_("Maps and exported PDFs (*.pilotmap.json *.json *.pdf)")
_TABLES = N_("Tables (*.csv *.tsv *.txt)")


class WindowPrompts:
    """Asks with dialogs over the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def keep_changes(self, name: str) -> Keep:
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setWindowTitle("PilotMap")
        box.setText(tr("Save the changes to “{name}”?", name=name))
        box.setInformativeText(tr("Without saving they are lost."))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers: dict[int, Keep] = {buttons.Save.value: "save", buttons.Discard.value: "discard"}
        return answers.get(box.exec(), "cancel")

    def changed_outside(self, name: str) -> Outside:
        box = QMessageBox(self._window)
        box.setWindowTitle("PilotMap")
        box.setText(tr("“{name}” was changed by someone else since you opened it.", name=name))
        box.setInformativeText(tr("Saving here would write over their changes."))
        roles = QMessageBox.ButtonRole
        elsewhere = box.addButton(tr("Save as another file"), roles.AcceptRole)
        over = box.addButton(tr("Write over it"), roles.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(elsewhere)
        box.exec()
        if box.clickedButton() is elsewhere:
            return "save-as"
        return "overwrite" if box.clickedButton() is over else "cancel"

    def may_replace(self, name: str) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle("PilotMap")
        box.setText(tr("“{name}” is there already. Replace it?", name=name))
        replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is replace

    def may_save_elsewhere(self, reason: str) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("PilotMap")
        box.setText(tr("The map could not be saved"))
        box.setInformativeText(path_words(reason))
        elsewhere = box.addButton(tr("Save in another place …"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(elsewhere)
        box.exec()
        return box.clickedButton() is elsewhere

    def path_to_open(self, folder: Path) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open"), str(folder), tr(_OPENABLE)
        )
        return Path(chosen) if chosen else None

    def table_to_open(self, folder: Path) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Take cases in"), str(folder), tr(_TABLES)
        )
        return Path(chosen) if chosen else None

    def path_to_save(self, suggested: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save as"), str(suggested), tr(_MAPS)
        )
        return Path(chosen) if chosen else None

    def folder_to_keep_in(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Keep edits in"))
        return Path(chosen) if chosen else None

    def export(self, suggested: Suggestion) -> ExportChoice | None:
        dialog = ExportDialog(
            self._window,
            suggested.path,
            has_with_ai=suggested.has_with_ai,
            view=suggested.view,
            smallest_type_pt=suggested.smallest_type_pt,
        )
        return dialog.choice() if dialog.exec() else None

    def tell(self, title: str, message: str) -> None:
        QMessageBox.warning(self._window, title, path_words(message))
