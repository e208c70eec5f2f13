"""Every question that the window asks, behind one door, so that tests can answer by script."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from pilotmap.language import later, tr

if TYPE_CHECKING:  # the dialog waits until it is asked for
    from pilotmap.ui.export_dialog import ExportChoice, Page

Keep = Literal["save", "discard", "cancel"]
Outside = Literal["overwrite", "save-as", "cancel"]
_MAPS = later("Maps (*.pilotmap.json)")
_OPENABLE = later("Maps and exported PDFs (*.pilotmap.json *.json *.pdf)")


class Suggestion(NamedTuple):
    """What an export starts from."""

    path: Path
    has_with_ai: bool
    view: Literal["today", "with-ai"]
    smallest_type_pt: "Callable[[Page], float]"


class Prompts(Protocol):
    """The questions."""

    def keep_changes(self, name: str) -> Keep:
        """Ask what becomes of changes that are not saved."""

    def changed_outside(self, name: str) -> Outside:
        """Ask whether to write over a file that someone else changed since."""

    def may_replace(self, name: str) -> bool:
        """Ask whether to write over a file that is there already."""

    def path_to_open(self, folder: Path) -> Path | None:
        """Ask for a file to open."""

    def path_to_save(self, suggested: Path) -> Path | None:
        """Ask where to save."""

    def export(self, suggested: Suggestion) -> "ExportChoice | None":
        """Ask what to export, and where to."""

    def tell(self, title: str, message: str) -> None:
        """Say that something could not be done."""


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

    def path_to_open(self, folder: Path) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open"), str(folder), tr(_OPENABLE)
        )
        return Path(chosen) if chosen else None

    def path_to_save(self, suggested: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save as"), str(suggested), tr(_MAPS)
        )
        return Path(chosen) if chosen else None

    def export(self, suggested: Suggestion) -> "ExportChoice | None":
        # asked for once in a while: it must not delay the first paint
        from pilotmap.ui.export_dialog import ExportDialog  # noqa: PLC0415

        dialog = ExportDialog(
            self._window,
            suggested.path,
            has_with_ai=suggested.has_with_ai,
            view=suggested.view,
            smallest_type_pt=suggested.smallest_type_pt,
        )
        return dialog.choice() if dialog.exec() else None

    def tell(self, title: str, message: str) -> None:
        QMessageBox.warning(self._window, title, message)
