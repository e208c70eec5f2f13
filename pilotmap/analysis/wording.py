"""The words that findings and sentences share: names in quotes, hours, dates, lists."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from pilotmap.model.map import PilotMap
from pilotmap.model.process import Lane, Step
from pilotmap.model.quantity import number_text

UNIT_WORDS: Final = {"s": "second", "min": "minute", "h": "hour", "d": "day", "wd": "working day"}
KIND_WORDS: Final = {
    "start": "start",
    "step": "step",
    "decision": "decision",
    "parallel": "parallel branching",
    "wait": "wait",
    "end": "end",
}
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def quoted(name: str) -> str:
    """A name of the map as it stands, in quotes."""
    return f"“{name}”"


def step_words(pilot_map: PilotMap, step_id: str) -> str:
    """“Its name”, or what and where it is when nobody has named it, as most parallels are not."""
    step = pilot_map.step_by_id[step_id]
    if step.name.strip():
        return quoted(step.name)
    unnamed = "" if step.kind == "parallel" else "unnamed "
    return f"the {unnamed}{KIND_WORDS[step.kind]} {place_words(pilot_map, step)}"


def place_words(pilot_map: PilotMap, step: Step) -> str:
    """Where a step is: after “Log the ticket”, or in lane “Agent” where nothing named precedes."""
    before = (pilot_map.step_by_id[flow.source] for flow in pilot_map.flows_in(step.id))
    named = next((other.name for other in before if other.name.strip()), "")
    lane = lane_words(pilot_map.lane_by_id[step.lane])
    return f"after {quoted(named)}" if named else f"in lane {lane}"


def lane_words(lane: Lane) -> str:
    """“Its name”, also when that is empty."""
    return quoted(lane.name.strip() or "without a name")


def listed(parts: Iterable[str], most: int = 4) -> str:
    """a, b and c; a long list is cut: a, b, c, d and 7 more."""
    words = list(parts)
    if len(words) > most + 1:
        words = [*words[:most], f"{len(words) - most} more"]
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def counted(number: int, one: str, many: str | None = None) -> str:
    """1 step, 2 steps."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def hours_text(hours: float) -> str:
    """Hours as people say them: 44.7 h, 20 min, 10 s; never more than one decimal."""
    if hours >= 1 or hours == 0:
        return f"{decimal(hours)} h"
    minutes = hours * 60
    return f"{decimal(minutes)} min" if minutes >= 1 else f"{decimal(minutes * 60)} s"


def decimal(value: float) -> str:
    """One decimal where it says something: 44.7, 4, 1,200."""
    rounded = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.1f}"
    return rounded.removesuffix(".0")


def percent(share: float) -> str:
    """A share as a percentage: 60 %, 0.5 %."""
    return f"{number_text(float(f'{share * 100:.3g}'))} %"


def quantity_words(value: float, unit: str) -> str:
    """A quantity in a sentence: 48 hours, 1 day, 12 %, 3 errors per 100."""
    word = UNIT_WORDS.get(unit)
    if word is not None:
        return f"{number_text(value)} {word if value == 1 else word + 's'}"
    return f"{number_text(value)} {unit}".strip()


def long_date(day: date) -> str:
    """30 June 2027, whatever the language of the computer."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """30 Jun 2027."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def first_upper(text: str) -> str:
    """The same text with a capital at its start, and nothing else changed."""
    return text[:1].upper() + text[1:]


def joined(parts: Sequence[str]) -> str:
    """The parts that say something, with a middle dot between."""
    return " · ".join(part for part in parts if part)
