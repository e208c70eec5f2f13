"""Part 4 of Gate 1 as a whole: all questions of the mode."""

from PySide6.QtWidgets import QWidget

from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.ai_form import add_step, add_verdict
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.panels.working_card import WorkingCard
from pilotmap.ui.session import Session


class WorkingForm(TableForm):
    """The whole violet card; before it can ask anything, the question of part 3 that it waits for.

    So there is no state in which the keyboard finds nothing to answer here.
    """

    def __init__(self, session: Session, analyzer: Analyzer) -> None:
        super().__init__(session, tr("4 Working together"))
        self._absent = sentence("", "soft")
        self.column.addWidget(self._absent)
        add_verdict(self, shown=_another_verdict)
        add_step(self, shown=_no_step)
        self.card = WorkingCard(session, analyzer, brief=False)
        self.column.addWidget(self.card)

    def refresh(self) -> None:
        super().refresh()
        pilot_map = self.session.map
        self._absent.setText(_why_nothing_is_asked(pilot_map))
        asks = not self._absent.text()
        self._absent.setVisible(not asks)
        self.card.setVisible(asks)
        self.card.refresh()

    def focus_field(self, key: str) -> None:
        if key in self.card.keys and not self.card.isHidden():
            self.card.focus_field(key)
        else:
            super().focus_field(key)

    def first_open(self) -> QWidget | None:
        return super().first_open() or self.card.first_open()


def _another_verdict(pilot_map: PilotMap) -> bool:
    return pilot_map.pilot.verdict not in (None, "ai")


def _no_step(pilot_map: PilotMap) -> bool:
    return pilot_map.pilot.step is None and not _another_verdict(pilot_map)


def _why_nothing_is_asked(pilot_map: PilotMap) -> str:
    if _another_verdict(pilot_map):
        return tr("Part 3 says that no AI takes over a step: then there is nothing to ask here.")
    if _no_step(pilot_map):
        return tr(
            "First choose the step that the AI takes over (part 3): then this part asks how "
            "people and the AI work together."
        )
    return ""
