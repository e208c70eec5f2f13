"""Part 3 of Gate 1: exactly one step, or another verdict that can be signed too."""

from typing import Final

from pilotmap.language import tr
from pilotmap.model.edits.fields import edit_pilot
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import VERDICT_WORDS
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.paragraph import ParagraphField
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.options import ai_steps, spoken
from pilotmap.ui.panels.writing import reader
from pilotmap.ui.session import Session

_VERDICTS: Final = tuple(VERDICT_WORDS.items())


class AiForm(Form):
    """The verdict, the step, what goes in and out, and why AI and not a rule."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("3 AI step"))
        verdict = ChoiceField(tr("What should happen"), spoken(_VERDICTS), tr("Not decided yet"))
        self.add("pilot", "verdict", verdict, needed=_always)
        step = ChoiceField(tr("The one step that the AI takes over"), (), tr("Choose the step"))
        self.bind(
            "step",
            step,
            reader("pilot", "step"),
            _set_step,
            options=ai_steps,
            needed=_ai,
            shown=_ai,
        )
        self.column.addWidget(step)
        for key, caption in (
            ("takes_in", tr("What goes in")),
            ("gives_out", tr("What comes out")),
            ("why_ai", tr("Why AI, and not a rule")),
        ):
            self.add("pilot", key, ParagraphField(caption), needed=_ai, shown=_ai)


def _set_step(m: PilotMap, _: str, step: str | None) -> PilotMap:
    return edit_pilot(m, step=None) if step is None else mark_ai_step(m, step)


def _ai(pilot_map: PilotMap) -> bool:
    return pilot_map.pilot.verdict in (None, "ai")


def _always(_map: PilotMap) -> bool:
    return True
