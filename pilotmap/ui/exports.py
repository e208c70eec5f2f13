"""Exports: asks where to and how, and remembers where each kind of document went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pilotmap.language import tr
from pilotmap.model.errors import PilotMapError
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.json_file import holds_a_map
from pilotmap.ui.export import exported, smallest_type_pt
from pilotmap.ui.later import Later
from pilotmap.ui.path_words import ENDING, path_words, suggested_name
from pilotmap.ui.presence import is_there
from pilotmap.ui.prompts import Prompts, Suggestion
from pilotmap.ui.session import Session


class Exports(QObject):
    """The documents that were made of the open map."""

    said = Signal(str)
    """Where the document is."""

    def __init__(
        self, session: Session, prompts: Later[Prompts], folder: Callable[[], Path]
    ) -> None:
        super().__init__()
        self._session, self._asking, self._folder = session, prompts, folder
        self._places: dict[str, Path] = {}

    @property
    def last_pdf(self) -> Path | None:
        """The PDF exported last."""
        return self._places.get(".pdf")

    def export(self, suffix: str) -> bool:
        """Ask what to export, starting from this suffix, and write it; whether it was done."""
        session, prompts = self._session, self._asking()
        stem = suggested_name(session.map).removesuffix(ENDING)
        suggested = Suggestion(
            self._places.get(suffix) or self._folder() / f"{stem}{suffix}",
            session.derived.with_ai_drawing is not None,
            session.view,
            lambda page: smallest_type_pt(session, page),
        )
        choice = prompts.export(suggested)
        if choice is None or not self._may_write(choice.path, prompts):
            return False
        try:
            write_atomically(choice.path, exported(session, choice))
        except PilotMapError as error:
            prompts.tell(tr("This could not be exported"), error.message)
            return False
        self._places[choice.path.suffix.lower()] = choice.path
        self.said.emit(tr("Exported to {name}", name=path_words(choice.path.name)))
        return True

    def take_over(self, other: "Exports") -> None:
        """Know where another exported to."""
        self._places = other._places

    def _may_write(self, path: Path, prompts: Prompts) -> bool:
        name = path_words(path.name)
        if path.name.endswith(ENDING):
            words = tr(
                "“{name}” is the name of a map: an export would take the map’s place. "
                "Choose another name.",
                name=name,
            )
            prompts.tell(tr("This could not be exported"), words)
            return False
        if path.suffix.lower() == ".json" and holds_a_map(path):
            words = tr(
                "“{name}” holds a map: an export would take its place. Choose another name.",
                name=name,
            )
            prompts.tell(tr("This could not be exported"), words)
            return False
        is_again = path in self._places.values()
        return is_again or not is_there(path) or prompts.may_replace(name)
