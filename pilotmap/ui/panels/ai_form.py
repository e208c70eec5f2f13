"""Part 3 of Gate 1: exactly one step, or another verdict that can be signed too."""

from typing import Any

from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.ui.panels.form import Test, always
from pilotmap.ui.panels.options import ai_steps
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.session import Session


class AiForm(TableForm):
    """The verdict, the step, what goes in and out, and why AI and not a rule; or why no AI."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("3 AI step"))
        add_verdict(self, needed=always)
        add_step(self, shown=_ai)
        for key in ("takes_in", "gives_out", "why_ai"):
            self.add("pilot", key, needed=_ai, shown=_ai)
        self.add("pilot", "why_not", needed=_no_ai, shown=_no_ai)


def add_verdict(form: TableForm, **more: Any) -> None:
    """Ask what should happen."""
    form.add("pilot", "verdict", **more)


def add_step(form: TableForm, *, shown: Test) -> None:
    """Ask for the one step."""
    form.add("pilot", "step", options=ai_steps, needed=shown, shown=shown)


def _ai(pilot_map: PilotMap) -> bool:
    return pilot_map.pilot.verdict in (None, "ai")


def _no_ai(pilot_map: PilotMap) -> bool:
    return not _ai(pilot_map)
