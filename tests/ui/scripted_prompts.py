"""The twin of the window's questions: answers in order, and a failure where none was expected."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pilotmap.ui.export_dialog import ExportChoice
from pilotmap.ui.prompts import Keep, Outside, Suggestion


@dataclass
class ScriptedPrompts:
    """`answers` are given one after another; `asked` and `told` remember what was said."""

    answers: list[Any] = field(default_factory=list)
    asked: list[tuple[str, Any]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def keep_changes(self, name: str) -> Keep:
        return self._answer("keep", name)

    def changed_outside(self, name: str) -> Outside:
        return self._answer("outside", name)

    def may_replace(self, name: str) -> bool:
        return self._answer("replace", name)

    def may_save_elsewhere(self, reason: str) -> bool:
        """Only an answer `elsewhere` that comes next says yes; most tests want to hear why."""
        self.told.append(reason)
        if self.answers[:1] == ["elsewhere"]:
            self.answers.pop(0)
            return True
        return False

    def path_to_open(self, folder: Path) -> Path | None:
        return self._answer("open", folder)

    def table_to_open(self, folder: Path) -> Path | None:
        return self._answer("table", folder)

    def path_to_save(self, suggested: Path) -> Path | None:
        return self._answer("save", suggested)

    def folder_to_keep_in(self) -> Path | None:
        return self._answer("keep in", None)

    def export(self, suggested: Suggestion) -> ExportChoice | None:
        return self._answer("export", suggested)

    def tell(self, title: str, message: str) -> None:
        self.told.append(f"{title}: {message}")

    def _answer(self, question: str, about: Any) -> Any:
        self.asked.append((question, about))
        assert self.answers, f"asked about {question} {about}, and no answer was expected"
        return self.answers.pop(0)
