"""Part 3 of Gate 1: exactly one step, or another verdict that can be signed too."""

from typing import Any, Final

from pilotmap.language import tr
from pilotmap.model.edits.fields import edit_pilot
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import VERDICT_WORDS
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import Field
from pilotmap.ui.fields.paragraph import ParagraphField
from pilotmap.ui.panels.form import Form, Test, always
from pilotmap.ui.panels.options import ai_steps, spoken
from pilotmap.ui.panels.writing import reader
from pilotmap.ui.session import Session

_VERDICTS: Final = tuple(VERDICT_WORDS.items())


class AiForm(Form):
    """The verdict, the step, what goes in and out, and why AI and not a rule."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("3 AI step"))
        add_verdict(self, needed=always)
        add_step(self, shown=_ai)
        for key, caption in (
            ("takes_in", tr("What goes in")),
            ("gives_out", tr("What comes out")),
            ("why_ai", tr("Why AI, and not a rule")),
        ):
            self.add("pilot", key, ParagraphField(caption), needed=_ai, shown=_ai)


def add_verdict(form: Form, **more: Any) -> Field:
    """Ask what should happen."""
    verdict = ChoiceField(tr("What should happen"), spoken(_VERDICTS), tr("Not decided yet"))
    return form.add("pilot", "verdict", verdict, **more)


def add_step(form: Form, *, shown: Test) -> None:
    """Ask for the one step."""
    step = ChoiceField(tr("The one step that the AI takes over"), (), tr("Choose the step"))
    read = reader("pilot", "step")
    form.bind("step", step, read, _set_step, options=ai_steps, needed=shown, shown=shown)
    form.column.addWidget(step)


def _set_step(pilot_map: PilotMap, _: str, step: str | None) -> PilotMap:
    return edit_pilot(pilot_map, step=None) if step is None else mark_ai_step(pilot_map, step)


def _ai(pilot_map: PilotMap) -> bool:
    return pilot_map.pilot.verdict in (None, "ai")
