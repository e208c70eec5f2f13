"""Gate 3: the other 80 %, a list of work that comes from the map."""

from typing import Final, Literal

from pilotmap.language import N_
from pilotmap.model.value import Amount, Id, IsoDate, Text, Value

Area = Literal["pipelines", "connections", "errors", "monitoring", "escalation", "production"]
RowState = Literal["open", "built", "tested"]

AREAS: Final[dict[Area, str]] = {
    "pipelines": N_("Data pipelines"),
    "connections": N_("System connections"),
    "errors": N_("Error handling"),
    "monitoring": N_("Monitoring"),
    "escalation": N_("Escalation"),
    "production": N_("Production"),
}
ROW_STATES: Final[dict[RowState, str]] = {
    "open": N_("open"),
    "built": N_("built"),
    "tested": N_("tested"),
}

OWN: Final = "own."
"""How the keys of rows begin that a person added."""


class IntegrationRow(Value):
    """One piece of the work list that something was said about, found again by its `key`.

    `about` and `question` are as they were asked, for the day when the map no longer asks them.
    """

    key: Id
    area: Area
    about: Text = ""
    question: Text = ""
    answer: Text = ""
    owner: Text = ""
    channel: Text = ""
    effort_days: Amount | None = None
    state: RowState = "open"
    evidence: Text = ""


class Integration(Value):
    """The answers of Gate 3; which rows there are, the map says.

    `switched_on` names the rows that are asked only where somebody wants them.
    """

    opened: IsoDate | None = None
    owner: Text = ""
    next_review: IsoDate | None = None
    switched_on: tuple[Id, ...] = ()
    rows: tuple[IntegrationRow, ...] = ()
