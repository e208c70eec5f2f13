"""The forms that take turns with that of the map, loaded together when the first is wanted."""

from collections.abc import Callable
from typing import Final

from pilotmap.ui.panels.ai_form import AiForm
from pilotmap.ui.panels.flow_form import FlowForm
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.lane_form import LaneForm, SystemForm
from pilotmap.ui.panels.outcome_form import OutcomeForm
from pilotmap.ui.panels.step_form import StepForm
from pilotmap.ui.panels.working_form import WorkingForm
from pilotmap.ui.session import Session

__all__ = ["PLAIN", "OutcomeForm", "StepForm", "WorkingForm"]

PLAIN: Final[dict[str, Callable[[Session], Form]]] = {
    "flow": FlowForm,
    "lane": LaneForm,
    "system": SystemForm,
    "ai": AiForm,
}
"""Those that need nothing but the session."""
