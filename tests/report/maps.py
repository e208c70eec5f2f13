"""Maps that a document has to survive: finished, unfinished, signed, endless and hostile ones."""

from datetime import date

from pilotmap.analysis.chain import recorded
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.quantity import Quantity
from pilotmap.model.signoff import Condition

LOREM = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod "
HOSTILE = '<img src="/etc/passwd"/> <b>bold</b> &amp; </font> ]]> \\( ( ) %s {x}'
SCRIPTS = (
    "مرحبا بالعالم لا", "分类和分配工单", "עברית שלום", "नमस्ते क्षत्रिय", "ไทยน้ำใจ", "Ελληνικά",
    "Кириллица", "日本語の手順", "한국어 단계", HOSTILE, "Zürich — naïve “quotes” …",
    "ﬁ ligature é",
)  # fmt: skip


def signed_by(pilot_map: PilotMap, *seats: str) -> PilotMap:
    """The map with an approval of each seat, minute after minute."""
    for minute, seat in enumerate(seats):
        pilot_map = recorded(
            pilot_map,
            seat,  # type: ignore[arg-type]
            f"Holder of {seat}",
            "approved",
            f"2026-03-12T14:{minute:02}:00+01:00",
            title=f"Title of {seat}",
            statement="I have read this problem definition and agree.",
            entered_by="facilitator",
        )
    return pilot_map


def with_condition(pilot_map: PilotMap) -> PilotMap:
    """The map with IT's approval on one condition."""
    condition = Condition(text="A sandbox is ready", owner="Platform", due=date(2027, 3, 20))
    return recorded(
        pilot_map, "it", "Holder of it", "approved with conditions",
        "2026-03-12T14:00:00+01:00", conditions=(condition,),
    )  # fmt: skip


def endless(pilot_map: PilotMap) -> PilotMap:
    """The map with texts far longer than anybody writes."""
    outcome = pilot_map.outcome.replace(
        measure=LOREM * 6,
        population="W" * 400,
        measured_in=LOREM * 30,
        change="increase",
        target=Quantity(value=96.0, unit="h"),
    )
    pilot = pilot_map.pilot.replace(
        worst_case=LOREM * 120, escalation_info=LOREM * 20, why_ai=LOREM * 40
    )
    steps = tuple(
        step.replace(name=f"{step.name} {LOREM}"[:120].strip()) for step in pilot_map.steps
    )
    changed = pilot_map.replace(
        title=LOREM * 8, organisation=LOREM * 4, outcome=outcome, pilot=pilot, steps=steps
    )
    return recorded(
        changed, "operations", LOREM * 3, "approved", "2026-03-12T14:02:00+01:00",
        title=LOREM * 6, statement=LOREM * 60,
    )  # fmt: skip


def worldly(pilot_map: PilotMap) -> PilotMap:
    """The map with names in many scripts and one that would be markup."""
    named = zip(pilot_map.steps, SCRIPTS, strict=False)
    lanes = zip(pilot_map.lanes, reversed(SCRIPTS), strict=False)
    return pilot_map.replace(
        title=HOSTILE,
        organisation=HOSTILE,
        steps=tuple(step.replace(name=name) for step, name in named),
        lanes=tuple(lane.replace(name=name) for lane, name in lanes),
        pilot=pilot_map.pilot.replace(takes_in=HOSTILE, worst_case=f"{SCRIPTS[0]} {SCRIPTS[1]}"),
    )


def with_mode(pilot_map: PilotMap, mode: str) -> PilotMap:
    """The map with another way of working, its own questions unanswered."""
    return pilot_map.replace(pilot=pilot_map.pilot.replace(mode=mode, irreversible=True))


def left_as_it_is(pilot_map: PilotMap) -> PilotMap:
    """The map of a room that decided against an AI."""
    return pilot_map.replace(pilot=pilot_map.pilot.replace(verdict="leave", step=None, mode=None))


def every_kind(pilot_map: PilotMap) -> dict[str, PilotMap]:
    """One of each, by name."""
    return {
        "plain": pilot_map,
        "signed": signed_by(pilot_map, "operations", "it", "business"),
        "two signed": signed_by(pilot_map, "operations", "it"),
        "stale": signed_by(pilot_map, "operations", "it").replace(title="Another title"),
        "condition": with_condition(pilot_map),
        "endless": endless(pilot_map),
        "worldly": worldly(pilot_map),
        "autonomous": with_mode(pilot_map, "autonomous"),
        "draft mode": with_mode(pilot_map, "draft"),
        "left": left_as_it_is(pilot_map),
        "empty": empty_map(),
    }
