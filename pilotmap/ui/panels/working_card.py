"""Part 4 of Gate 1: how people and the AI work together, each mode with its own questions."""

from html import escape
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pilotmap.language import N_, tr, trn
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.compare_modes import CompareModes
from pilotmap.ui.panels.form import Test, always
from pilotmap.ui.panels.mode_buttons import ModeButtons
from pilotmap.ui.panels.money import MoneyFold
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.panels.writing import shown, writer
from pilotmap.ui.session import Session

_WHO_ANSWERS = {
    "recommendation": N_("Who approves"),
    "draft": N_("Who edits and sends"),
}
_IN_BRIEF: Final = frozenset({"human", "watched_by", "escalates_to", "worst_case"})
_COSTS: Final = ("cost_once", "cost_per_case", "cost_of_error", "error_share", "missed_share")
_HOW_LONG = {"recommendation": N_("Time to approve"), "draft": N_("Time to edit")}


class WorkingCard(TableForm):
    """The violet card; brief beside the AI step, whole as part 4."""

    all_wanted = Signal()
    """The brief card's link to all questions."""

    def __init__(self, session: Session, analyzer: Analyzer, *, brief: bool) -> None:
        super().__init__(session)
        self._brief = brief
        self._analyzer = analyzer
        card = QFrame()
        card.setProperty("kind", "ai-card")
        self.column.addWidget(card)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(9)
        self.column.addWidget(
            sentence(tr("✦ The AI handles this step") if brief else tr("✦ Working together"), "ai")
        )
        self.modes = ModeButtons()
        self.bind(
            "mode", self.modes, shown("pilot", "mode"), writer("pilot", "mode"), needed=always
        )
        self.column.addWidget(self.modes)
        self.compare = CompareModes(analyzer)
        self.column.addWidget(self.compare)
        self._add_questions()
        self._reach = sentence("", "sentence")
        self.column.addWidget(self._reach)
        if brief:
            more = link_button(tr("All questions about working together"))
            more.clicked.connect(self.all_wanted)
            self.column.addWidget(more)
        analyzer.ready.connect(self._say_reach)

    def refresh(self) -> None:
        mode = self.session.map.pilot.mode
        if mode in _WHO_ANSWERS:
            self.field("human").rename(tr(_WHO_ANSWERS[mode]))
            if not self._brief:
                self.field("review").rename(tr(_HOW_LONG[mode]))
        super().refresh()
        self._say_reach()
        self.compare.refresh()
        if not self._brief:
            self._money.refresh()

    def _add_questions(self) -> None:
        """A question of some modes only, or of a chosen one; brief only who answers for what."""
        with_person, alone = _in_modes("recommendation", "draft"), _in_modes("autonomous")
        self._add("human", shown=with_person, needed=_with_mode)
        self._add("sees", shown=with_person, needed=_with_mode)
        self._add("review", shown=with_person, needed=_with_mode)
        self._add("review_wait", shown=with_person)
        self._add("rejected", shown=_in_modes("recommendation"))
        self._add("watched_by", shown=alone, needed=_with_mode)
        self._add("stopped_by", shown=alone, needed=_with_mode)
        self._add("undo", shown=alone, needed=_with_mode)
        self._add("veto", shown=alone)
        self._add("escalates_to", needed=_with_mode)
        self._add("escalation_info", needed=_with_mode)
        for key in ("unsure", "ai_time"):
            self._add(key)
        self._add("worst_case", needed=_with_mode)
        self._add("irreversible")
        if not self._brief:
            self._money = MoneyFold(self, "pilot", _COSTS)

    def _add(self, key: str, **more: Any) -> None:
        if not self._brief or key in _IN_BRIEF:
            self.add("pilot", key, **more)

    def _say_reach(self) -> None:
        verdict = self._analyzer.verdict
        exposure = verdict.figures.exposure if verdict is not None else None
        mode = self.session.map.pilot.mode
        reach = exposure.get(mode) if exposure is not None and mode is not None else None
        self._reach.setVisible(reach is not None)
        if reach is not None:
            self._reach.setText(reach_sentence(reach.steps, reach.outside))


def reach_sentence(steps: int, outside: tuple[str, ...]) -> str:
    """How far a wrong answer goes before a person sees it, as rich text."""
    if not outside:
        return trn(
            "Before a person sees it, a wrong output can reach <b>{number}</b> step.",
            "Before a person sees it, a wrong output can reach <b>{number}</b> steps.",
            steps,
        )
    return trn(
        "Before a person sees it, a wrong output can reach <b>{number}</b> step, among them {who}.",
        "Before a person sees it, a wrong output can reach <b>{number}</b> steps, among them "
        "{who}.",
        steps,
        who=escape(", ".join(outside)),
    )


def _with_mode(pilot_map: PilotMap) -> bool:
    return pilot_map.pilot.mode is not None


def _in_modes(*modes: Mode) -> Test:
    return lambda pilot_map: pilot_map.pilot.mode in modes
