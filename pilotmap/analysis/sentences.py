"""What a map says in sentences: the outcome in one, the times as one reads them aloud."""

import re
from collections.abc import Callable
from typing import Final

from pilotmap.analysis.wording import figure, long_date
from pilotmap.language import language, later, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Quantity

_OPEN: Final = "…"
_ARTICLES: Final = ("the ", "a ", "an ", "our ", "their ", "every ", "each ")
_PREPOSITIONS: Final = (
    *("of ", "for ", "in ", "per ", "by ", "at ", "on ", "from ", "among "),
    *("von ", "für ", "bei ", "der ", "des ", "je ", "pro ", "aller ", "im ", "aus "),
)
_PLAIN_STARTS: Final = re.compile(
    r"(average|mean|median|share|number|rate|ratio|time|total|percent(age)?|proportion|count|costs?"
    r"|hours|days|minutes|errors|complaints|duration|amount|volume|turnaround|lead|cycle|first"
    r"|backlog|response|resolution|processing|handling|waiting)\b",
    re.IGNORECASE,
)
"""Words that are no names, so that a capital was only the start of the field."""


_FROM: Final = {
    "s": (later("from {number} second"), later("from {number} seconds")),
    "min": (later("from {number} minute"), later("from {number} minutes")),
    "h": (later("from {number} hour"), later("from {number} hours")),
    "d": (later("from {number} day"), later("from {number} days")),
    "wd": (later("from {number} working day"), later("from {number} working days")),
}
_TO: Final = {
    "s": (later("to {number} second"), later("to {number} seconds")),
    "min": (later("to {number} minute"), later("to {number} minutes")),
    "h": (later("to {number} hour"), later("to {number} hours")),
    "d": (later("to {number} day"), later("to {number} days")),
    "wd": (later("to {number} working day"), later("to {number} working days")),
}
_OUTCOMES: Final = {
    "reduce": later("Reduce {measure} {population} {start} {end} by {day}."),
    "increase": later("Increase {measure} {population} {start} {end} by {day}."),
    None: later("… {measure} {population} {start} {end} by {day}."),
}


Mark = Callable[[str, str], str]


def outcome_sentence(m: PilotMap, mark: Mark = lambda _part, words: words) -> str:
    """The outcome as one sentence; what is not said yet is “…”.

    Reduce the average time to resolution of Tier 1 support tickets from 48 hours to 4 hours by
    30 June 2027. `mark` may wrap the words of each part, which it is given by its field.
    """
    outcome = m.outcome
    return tr(
        _OUTCOMES[outcome.change],
        measure=mark("measure", _measure(outcome.measure)),
        population=mark("population", _population(outcome.population)),
        start=mark("baseline", from_words(outcome.baseline)),
        end=mark("target", to_words(outcome.target)),
        day=mark("by", long_date(outcome.by) if outcome.by else _OPEN),
    )


def from_words(baseline: Quantity | None) -> str:
    """From 48 hours; “from …” where nothing is said."""
    return _quantity(baseline, _FROM) or tr("from {amount}", amount=_as_it_stands(baseline))


def to_words(target: Quantity | None) -> str:
    """To 4 hours; “to …” where nothing is said."""
    return _quantity(target, _TO) or tr("to {amount}", amount=_as_it_stands(target))


def _measure(measure: str) -> str:
    """With its article in English; in other languages no rule would find the right one."""
    words = measure.strip() or _OPEN
    if language() != "en":
        return words
    if words.lower().startswith(_ARTICLES):
        return words[:1].lower() + words[1:]
    if _PLAIN_STARTS.match(words):
        words = words[:1].lower() + words[1:]
    return f"the {words}"


def _population(population: str) -> str:
    words = population.strip() or _OPEN
    if words.lower().startswith(_PREPOSITIONS):
        return words
    return tr("of {population}", population=words)


def _quantity(quantity: Quantity | None, words: dict[str, tuple[str, str]]) -> str:
    """The amount in words of time, or nothing where it is none."""
    if quantity is None or quantity.number is None or quantity.sign not in words:
        return ""
    one, many = words[quantity.sign]
    return tr(one if quantity.number == 1 else many, number=figure(quantity.number))


def _as_it_stands(quantity: Quantity | None) -> str:
    if quantity is None or quantity.value is None or quantity.value == "":
        return _OPEN
    value = quantity.value if quantity.number is None else figure(quantity.number)
    return f"{value} {quantity.sign}".strip()
