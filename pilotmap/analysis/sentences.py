"""What a map says in sentences: the outcome in one, the times as one reads them aloud."""

import re
from typing import Final

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.wording import decimal, first_upper, long_date, percent, quantity_words
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Quantity

_OPEN: Final = "…"
_ARTICLES: Final = ("the ", "a ", "an ", "our ", "their ", "every ", "each ")
_PREPOSITIONS: Final = ("of ", "for ", "in ", "per ", "by ", "at ", "on ", "from ", "among ")
_PLAIN_STARTS: Final = re.compile(
    r"(average|mean|median|share|number|rate|ratio|time|total|percent(age)?|proportion|count|costs?"
    r"|hours|days|minutes|errors|complaints|duration|amount|volume|turnaround|lead|cycle|first"
    r"|backlog|response|resolution|processing|handling|waiting)\b",
    re.IGNORECASE,
)
"""Words that are no names, so that a capital was only the start of the field."""


def outcome_sentence(m: PilotMap) -> str:
    """The outcome as one sentence; what is not said yet is “…”.

    Reduce the average time to resolution of Tier 1 support tickets from 48 hours to 4 hours by
    30 June 2027.
    """
    outcome = m.outcome
    verb = first_upper(outcome.change) if outcome.change else _OPEN
    by = long_date(outcome.by) if outcome.by else _OPEN
    return (
        f"{verb} {_measure(outcome.measure)} {_population(outcome.population)} "
        f"from {_quantity(outcome.baseline)} to {_quantity(outcome.target)} by {by}."
    )


def time_sentences(m: PilotMap, numbers: Figures) -> tuple[str, ...]:
    """The times as a facilitator reads them aloud, as far as they are known.

    The AI step takes 14.3 of 44.7 hours. Without it 30.4 remain; the target is 4. Most of the
    rest: Log the ticket, 14.1 h.
    """
    whole, share = numbers.expected_elapsed, numbers.ai_share
    if not whole:
        return ()
    unit = _Unit(whole)
    said = []
    if share is None or numbers.floor is None:
        said.append(f"A case takes {unit.text(whole)} {unit.words} on average.")
    else:
        said.append(f"The AI step takes {unit.text(share)} of {unit.text(whole)} {unit.words}.")
        said.append(_without(numbers, unit))
    said.extend(_most(m, numbers, unit))
    if numbers.elapsed_p50 is not None and numbers.elapsed_p90 is not None:
        half, most = unit.text(numbers.elapsed_p50), unit.text(numbers.elapsed_p90)
        said.append(
            f"Half of the cases are done within {half} {unit.words}, nine of ten in {most}."
        )
    if numbers.with_ai_elapsed is not None:
        said.append(f"With the AI {unit.text(numbers.with_ai_elapsed)} {unit.words} are expected.")
    said.extend(_review(numbers))
    return tuple(said)


class _Unit:
    """The unit that suits a time, so that one sentence does not mix two."""

    def __init__(self, hours: float) -> None:
        self.words, self.short, self.per_hour = "hours", "h", 1.0
        if hours < 1:
            self.words, self.short, self.per_hour = "minutes", "min", 60.0

    def text(self, hours: float) -> str:
        return decimal(hours * self.per_hour)


def _without(numbers: Figures, unit: _Unit) -> str:
    remains = f"Without it {unit.text(numbers.floor or 0.0)} remain"
    if numbers.stated_target is None:
        return f"{remains}."
    return f"{remains}; the target is {unit.text(numbers.stated_target)}."


def _most(m: PilotMap, numbers: Figures, unit: _Unit) -> list[str]:
    step = m.step_by_id.get(numbers.longest_remaining or "")
    if step is None or numbers.visits is None:
        return []
    time = f"{unit.text(numbers.visits[step.id] * step.hours)} {unit.short}"
    return [f"Most of the {'rest' if m.pilot.step else 'time'}: {step.name}, {time}."]


def _review(numbers: Figures) -> list[str]:
    load = numbers.review_load
    if load is None:
        return []
    hours, there = decimal(load.hours_per_day), decimal(load.available)
    return [f"Reviewing takes {hours} of {there} hours a day, {percent(round(load.ratio, 2))}."]


def _measure(measure: str) -> str:
    words = measure.strip() or _OPEN
    if words.lower().startswith(_ARTICLES):
        return words[:1].lower() + words[1:]
    if _PLAIN_STARTS.match(words):
        words = words[:1].lower() + words[1:]
    return f"the {words}"


def _population(population: str) -> str:
    words = population.strip() or _OPEN
    return words if words.lower().startswith(_PREPOSITIONS) else f"of {words}"


def _quantity(quantity: Quantity | None) -> str:
    if quantity is None or quantity.value is None or quantity.value == "":
        return _OPEN
    if quantity.number is None:
        return f"{quantity.value} {quantity.unit}".strip()
    return quantity_words(quantity.number, quantity.unit)
