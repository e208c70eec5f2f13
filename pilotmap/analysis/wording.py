"""The words that findings and sentences share: names in quotes, hours, dates, lists."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from pilotmap.language import N_, in_figures, tr, trn
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Lane, Step
from pilotmap.model.quantity import number_text

_QUANTITIES: Final = {
    "s": (N_("{number} second"), N_("{number} seconds")),
    "min": (N_("{number} minute"), N_("{number} minutes")),
    "h": (N_("{number} hour"), N_("{number} hours")),
    "d": (N_("{number} day"), N_("{number} days")),
    "wd": (N_("{number} working day"), N_("{number} working days")),
}
_UNNAMED: Final = {
    "start": N_("the unnamed start"),
    "step": N_("the unnamed step"),
    "decision": N_("the unnamed decision"),
    "parallel": N_("the parallel branching"),
    "wait": N_("the unnamed wait"),
    "end": N_("the unnamed end"),
}
_MONTHS: Final = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May")),
    *(N_("June"), N_("July"), N_("August"), N_("September"), N_("October")),
    *(N_("November"), N_("December")),
)
_SHORT_MONTHS: Final = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)


def quoted(name: str) -> str:
    """A name of the map as it stands, in quotes."""
    return tr("“{name}”", name=name)


def step_words(pilot_map: PilotMap, step_id: str) -> str:
    """“Its name”, or what and where it is when nobody has named it, as most parallels are not."""
    step = pilot_map.step_by_id[step_id]
    if step.name.strip():
        return quoted(step.name)
    before = _named_before(pilot_map, step)
    unnamed = tr(_UNNAMED[step.kind])
    if before:
        return tr("{unnamed} after {before}", unnamed=unnamed, before=quoted(before))
    lane = lane_words(pilot_map.lane_by_id[step.lane])
    return tr("{unnamed} in lane {lane}", unnamed=unnamed, lane=lane)


def place_words(pilot_map: PilotMap, step: Step) -> str:
    """Where a step is: after “Log the ticket”, or in lane “Agent” where nothing named precedes."""
    before = _named_before(pilot_map, step)
    if before:
        return tr("after {before}", before=quoted(before))
    return tr("in lane {lane}", lane=lane_words(pilot_map.lane_by_id[step.lane]))


def _named_before(pilot_map: PilotMap, step: Step) -> str:
    before = (pilot_map.step_by_id[flow.source] for flow in pilot_map.flows_in(step.id))
    return next((other.name for other in before if other.name.strip()), "")


def lane_words(lane: Lane) -> str:
    """“Its name”, also when that is empty."""
    return quoted(lane.name.strip() or tr("without a name"))


def listed(parts: Iterable[str], most: int = 4) -> str:
    """a, b and c; a long list is cut: a, b, c, d and 7 more."""
    words = list(parts)
    if len(words) > most + 1:
        words = [*words[:most], trn("{number} more", "{number} more", len(words) - most)]
    if len(words) < 2:
        return "".join(words)
    return tr("{list} and {last}", list=", ".join(words[:-1]), last=words[-1])


def hours_text(hours: float) -> str:
    """Hours as people say them: 44.7 h, 20 min, 10 s; never more than one decimal."""
    if hours >= 1 or hours == 0:
        return tr("{number} h", number=decimal(hours))
    minutes = hours * 60
    if minutes >= 1:
        return tr("{number} min", number=decimal(minutes))
    return tr("{number} s", number=decimal(minutes * 60))


def decimal(value: float) -> str:
    """One decimal where it says something: 44.7, 4, 1,200."""
    rounded = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.1f}"
    return in_figures(rounded.removesuffix(".0"))


def figure(value: float) -> str:
    """A number as it was given: 48, 0.25."""
    return in_figures(number_text(value))


def percent(share: float) -> str:
    """A share as a percentage: 60 %, 0.5 %."""
    return f"{figure(float(f'{share * 100:.3g}'))} %"


def quantity_words(value: float, unit: str) -> str:
    """A quantity in a sentence: 48 hours, 1 day, 12 %, 3 errors per 100."""
    words = _QUANTITIES.get(unit)
    if words is not None:
        return tr(words[0 if value == 1 else 1], number=figure(value))
    return f"{figure(value)} {unit}".strip()


def long_date(day: date) -> str:
    """30 June 2027, whatever the language of the computer."""
    return tr("{day} {month} {year}", day=day.day, month=tr(_MONTHS[day.month - 1]), year=day.year)


def short_date(day: date) -> str:
    """30 Jun 2027."""
    month = tr(_SHORT_MONTHS[day.month - 1])
    return tr("{day} {month} {year}", day=day.day, month=month, year=day.year)


def first_upper(text: str) -> str:
    """The same text with a capital at its start, and nothing else changed."""
    return text[:1].upper() + text[1:]


def joined(parts: Sequence[str]) -> str:
    """The parts that say something, with a middle dot between."""
    return " · ".join(part for part in parts if part)
