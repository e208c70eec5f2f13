"""Every question that the window asks, behind one door, so that tests can answer by script."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:  # the dialog waits until it is asked for
    from pilotmap.ui.export_dialog import ExportChoice, Page

Keep = Literal["save", "discard", "cancel"]
Outside = Literal["overwrite", "save-as", "cancel"]


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

    def may_save_elsewhere(self, reason: str) -> bool:
        """Say why the map could not be saved; ask whether to save it in another place."""

    def path_to_open(self, folder: Path) -> Path | None:
        """Ask for a file to open."""

    def table_to_open(self, folder: Path) -> Path | None:
        """Ask for a table of cases."""

    def path_to_save(self, suggested: Path) -> Path | None:
        """Ask where to save."""

    def folder_to_keep_in(self) -> Path | None:
        """Ask for a folder in which edits are kept against a crash."""

    def export(self, suggested: Suggestion) -> "ExportChoice | None":
        """Ask what to export, and where to."""

    def tell(self, title: str, message: str) -> None:
        """Say that something could not be done."""
