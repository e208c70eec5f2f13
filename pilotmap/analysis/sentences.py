"""What a map says in sentences: the outcome in one, the times as one reads them aloud."""

import re
from collections.abc import Callable
from typing import Final

from pilotmap.analysis.wording import figure, long_date
from pilotmap.language import N_, language, tr
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
    "s": (N_("from {number} second"), N_("from {number} seconds")),
    "min": (N_("from {number} minute"), N_("from {number} minutes")),
    "h": (N_("from {number} hour"), N_("from {number} hours")),
    "d": (N_("from {number} day"), N_("from {number} days")),
    "wd": (N_("from {number} working day"), N_("from {number} working days")),
}
_TO: Final = {
    "s": (N_("to {number} second"), N_("to {number} seconds")),
    "min": (N_("to {number} minute"), N_("to {number} minutes")),
    "h": (N_("to {number} hour"), N_("to {number} hours")),
    "d": (N_("to {number} day"), N_("to {number} days")),
    "wd": (N_("to {number} working day"), N_("to {number} working days")),
}
_OUTCOMES: Final = {
    "reduce": N_("Reduce {measure} {population} {start} {end} by {day}."),
    "increase": N_("Increase {measure} {population} {start} {end} by {day}."),
    None: N_("… {measure} {population} {start} {end} by {day}."),
}


Mark = Callable[[str, str], str]


def outcome_sentence(pilot_map: PilotMap, mark: Mark = lambda _part, words: words) -> str:
    """The outcome as one sentence; what is not said yet is “…”.

    Reduce the average time to resolution of Tier 1 support tickets from 48 hours to 4 hours by
    30 June 2027. `mark` may wrap the words of each part, which it is given by its field.
    """
    outcome = pilot_map.outcome
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
