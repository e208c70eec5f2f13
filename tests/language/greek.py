"""A map whose own words hold no Latin letter: every Latin word about it is the program's."""

from datetime import date
from typing import Any

from pilotmap.model.edits.fields import edit_map, edit_outcome
from pilotmap.model.edits.notes import add_note
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode
from pilotmap.model.quantity import Duration, Quantity, Volume
from tests.builders import map_of

LINES = """Αα: Ββ
Αα: Λλ [5min] [waits 14h] @Ηη
? Γγ
> Δδ 60%: Εε: Ζζ @Ηη
. Θθ
> Ξξ: Εε: Ππ [waits 2d]
-> Ζζ
"""
_ANSWERS: dict[str, Any] = {
    "takes_in": "Αα",
    "gives_out": "Ββ",
    "why_ai": "Γγ",
    "sees": "Δδ",
    "worst_case": "Εε",
    "undo": "Ζζ",
    "escalation_info": "Ηη",
    "unsure": 0.1,
    "rejected": 0.05,
}


def greek_map(mode: Mode = "recommendation") -> PilotMap:
    """With most of what a map can say, and some that it does not."""
    pilot_map = edit_map(map_of(LINES), title="Ιι", organisation="Κκ", opened=date(2027, 3, 2))
    pilot_map = edit_outcome(
        pilot_map,
        change="reduce",
        measure="Λλ",
        population="Μμ",
        baseline=Quantity(value=48.5, unit="h", basis="measured", source="Νν"),
        target=Quantity(value=4.0, unit="h"),
        by=date(2027, 6, 30),
    )
    step = next(step.id for step in pilot_map.steps if step.name == "Λλ")
    lanes = [lane.id for lane in pilot_map.lanes]
    people = pilot_map.lanes[0].replace(people=2.0, hours_per_day=6.0)
    for kind in ("pain", "question", "note"):
        pilot_map = add_note(pilot_map, kind, "Οο", step).map  # type: ignore[arg-type]
    pilot = pilot_map.pilot.replace(
        verdict="ai",
        step=step,
        mode=mode,
        human=lanes[0],
        escalates_to=lanes[1],
        watched_by=lanes[0],
        stopped_by=lanes[1],
        review=Duration(value=5.0, unit="min"),
        ai_time=Duration(value=30.0, unit="s"),
        veto=Duration(value=1.0, unit="h"),
        **_ANSWERS,
    )
    volume = Volume(value=1200.0, unit="per day", basis="estimated")
    return pilot_map.replace(pilot=pilot, volume=volume, lanes=(people, *pilot_map.lanes[1:]))
