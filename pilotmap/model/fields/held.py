"""What each of gates 2 to 4 says of itself: when it opened, who answers for it, when it is due."""

from pilotmap.language import N_
from pilotmap.model.fields.field import Field


def held(gate: int, opened: str) -> tuple[Field, ...]:
    """The fields of a gate's date, owner and next look; `opened` is the caption of the first."""
    return (
        Field("opened", f"The day on which Gate {gate} opened.", kind="date", caption=opened),
        Field("owner", f"Who answers for Gate {gate}.", kind="text", caption=N_("Owner")),
        Field(
            "next_review",
            "The day on which it is looked at next.",
            kind="date",
            caption=N_("Next look on"),
        ),
    )
