"""Part 4 of Gate 1: how people and the AI work together, each mode with its own questions."""

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pilotmap.language import N_, tr, trn
from pilotmap.model.edits.pilot import set_mode
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.choice import ChoiceField, YesNoField
from pilotmap.ui.fields.field import Field, sentence
from pilotmap.ui.fields.fields import duration_field, share_field
from pilotmap.ui.fields.paragraph import ParagraphField
from pilotmap.ui.panels.compare_modes import CompareModes
from pilotmap.ui.panels.form import Form, Test, always
from pilotmap.ui.panels.known import Known, keeping, value_only
from pilotmap.ui.panels.mode_buttons import ModeButtons
from pilotmap.ui.panels.options import CHOOSE_WHO, lanes
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.session import Session

_WHO_ANSWERS = {
    "recommendation": N_("Who approves"),
    "draft": N_("Who edits and sends"),
}
_HOW_LONG = {"recommendation": N_("Time to approve"), "draft": N_("Time to edit")}


class WorkingCard(Form):
    """The violet card; brief beside the AI step, whole as part 4."""

    all_wanted = Signal()
    """The brief card's link to all questions."""

    def __init__(self, session: Session, analyzer: Analyzer, *, brief: bool) -> None:
        super().__init__(session)
        self._brief = brief
        self._analyzer = analyzer
        card = QFrame()
        card.setProperty("kind", "ai-card")
        self._inside = QVBoxLayout(card)
        self._inside.setContentsMargins(12, 12, 12, 12)
        self._inside.setSpacing(9)
        self.column.addWidget(card)
        self._inside.addWidget(
            sentence(tr("✦ The AI handles this step") if brief else tr("✦ Working together"), "ai")
        )
        self.modes = ModeButtons()
        self.bind("mode", self.modes, reader("pilot", "mode"), _set_mode, needed=always)
        self._inside.addWidget(self.modes)
        self.compare = CompareModes(analyzer)
        self._inside.addWidget(self.compare)
        self._add_people()
        self._add_unsure()
        self._add_wrong()
        self._reach = sentence("", "sentence")
        self._inside.addWidget(self._reach)
        if brief:
            more = link_button(tr("All questions about working together"))
            more.clicked.connect(self.all_wanted)
            self._inside.addWidget(more)
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
            self._known.refresh(self.session.map, self.subject)

    def _add_people(self) -> None:
        with_person, alone = _in_modes("recommendation", "draft"), _in_modes("autonomous")
        self._who("human", tr("Who approves"), shown=with_person)
        if self._brief:
            self._who("watched_by", tr("Who watches it"), shown=alone)
            return
        self._put("sees", ParagraphField(tr("What the person sees")), shown=with_person)
        self._time("review", tr("Time to approve"), shown=with_person)
        self._time("review_wait", tr("Wait before the person looks"), shown=with_person)
        self._put(
            "rejected",
            share_field(tr("Share sent back"), "10 %"),
            shown=_in_modes("recommendation"),
        )
        self._who("watched_by", tr("Who watches it"), shown=alone)
        self._who("stopped_by", tr("Who can stop it"), shown=alone)
        self._put("undo", ParagraphField(tr("How a wrong answer is undone")), shown=alone)
        self._time("veto", tr("Time to stop it before it acts (optional)"), shown=alone)

    def _add_unsure(self) -> None:
        self._who("escalates_to", tr("When the AI is unsure, it goes to"), shown=always)
        if self._brief:
            return
        self._put("escalation_info", ParagraphField(tr("What that person is given")))
        self._put("unsure", share_field(tr("Share of cases where it is unsure"), "15 %"))
        self._time("ai_time", tr("Time the AI takes"), shown=always)

    def _add_wrong(self) -> None:
        field = ParagraphField(tr("What a wrong answer can cause"))
        self._put("worst_case", field, needed=_with_mode)
        if not self._brief:
            self._put("irreversible", YesNoField(tr("It cannot be undone")))
            self._known = Known(self, _TIMES)
            for key, words in _TIMES:
                self._known.bind(key, tr(words), reader("pilot", key), writer("pilot", key))
            self._inside.addWidget(self._known)

    def _who(self, key: str, caption: str, *, shown: Test) -> None:
        needed = _with_mode
        field = ChoiceField(caption, (), tr(CHOOSE_WHO))
        self.bind(
            key,
            field,
            reader("pilot", key),
            writer("pilot", key),
            options=lanes,
            needed=needed,
            shown=shown,
        )
        self._inside.addWidget(field)

    def _time(self, key: str, caption: str, *, shown: Test) -> None:
        field = duration_field(caption, "2 min")
        read, write = reader("pilot", key), writer("pilot", key)
        needed = _with_mode if key == "review" else None
        self.bind(key, field, value_only(read), keeping(read, write), needed=needed, shown=shown)
        self._inside.addWidget(field)

    def _put(
        self, key: str, field: Field, *, shown: Test | None = None, needed: Test | None = None
    ) -> None:
        if key in ("sees", "undo", "escalation_info"):
            needed = _with_mode if key != "escalation_info" else None
        self.bind(
            key, field, reader("pilot", key), writer("pilot", key), needed=needed, shown=shown
        )
        self._inside.addWidget(field)

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


_TIMES = (
    ("review", N_("Review")),
    ("review_wait", N_("Wait")),
    ("ai_time", N_("AI time")),
    ("veto", N_("Veto")),
)


def _set_mode(pilot_map: PilotMap, _: str, mode: Mode | None) -> PilotMap:
    return set_mode(pilot_map, mode)


def _with_mode(pilot_map: PilotMap) -> bool:
    return pilot_map.pilot.mode is not None


def _in_modes(*modes: Mode) -> Test:
    return lambda pilot_map: pilot_map.pilot.mode in modes
