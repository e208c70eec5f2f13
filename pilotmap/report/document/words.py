"""The document's sentences, built from the map; what is missing is named as such."""

from typing import Final, Literal

from pilotmap.analysis.wording import long_date, quantity_words
from pilotmap.language import N_, tr
from pilotmap.model.known import Basis
from pilotmap.model.outcome import Outcome
from pilotmap.model.quantity import Duration, Quantity
from pilotmap.report.document.figures_text import short
from pilotmap.report.setting.spans import Span, filled, plain

_UNITS: Final = {
    "s": N_("s"),
    "min": N_("min"),
    "h": N_("h"),
    "d": N_("d"),
    "wd": N_("wd"),
}
_BASIS: Final[dict[Basis, str]] = {
    "measured": N_("measured"),
    "estimated": N_("estimated"),
    "guessed": N_("guessed"),
}
_ARTICLES: Final = ("the ", "a ", "an ", "our ", "their ", "how ", "der ", "die ", "das ", "den ")
_SENTENCES: Final[dict[tuple[Literal["reduce", "increase"] | None, bool], str]] = {
    ("reduce", False): N_(
        "Reduce the {measure} of {population} from {baseline} to {target} by {day}."
    ),
    ("reduce", True): N_("Reduce {measure} of {population} from {baseline} to {target} by {day}."),
    ("increase", False): N_(
        "Increase the {measure} of {population} from {baseline} to {target} by {day}."
    ),
    ("increase", True): N_(
        "Increase {measure} of {population} from {baseline} to {target} by {day}."
    ),
    (None, False): N_(
        "{change} The {measure} of {population} from {baseline} to {target} by {day}."
    ),
    (None, True): N_("{change} {measure} of {population} from {baseline} to {target} by {day}."),
}


def missing(what: str = "") -> Span:
    """The place of an answer that is not there, in the error colour."""
    return Span(what or tr("not yet answered"), colour="error")


def answer(text: str) -> tuple[Span, ...]:
    """An answer in the user's words, or that there is none yet."""
    return plain(text) if text.strip() else (missing(),)


def quantity_text(quantity: Quantity | None) -> str:
    """48 hours, 3.5 %, 12 errors per 100; empty where there is no number."""
    if quantity is None or quantity.number is None:
        return ""
    return quantity_words(quantity.number, quantity.sign)


def quantity_short(quantity: Quantity | Duration) -> str:
    """48 h."""
    number = quantity.value if isinstance(quantity.value, float) else 0.0
    return f"{short(number)} {unit_short(quantity.sign)}".strip()


def unit_short(unit: str) -> str:
    """A unit as it stands behind a number: h, min, wd, or whatever the user wrote."""
    return tr(_UNITS[unit]) if unit in _UNITS else unit


def outcome_sentence(outcome: Outcome) -> tuple[Span, ...]:
    """The one sentence that cannot be vague; each missing part says which it is."""
    measure = outcome.measure
    with_article = measure.lower().startswith(_ARTICLES)
    sentence = _SENTENCES[outcome.change, with_article]
    return filled(
        tr(sentence),
        change=missing(tr("Reduce or increase?")),
        measure=Span(measure) if measure else missing(tr("[what is measured]")),
        population=_known_or(outcome.population, tr("[of which cases]")),
        baseline=_known_or(quantity_text(outcome.baseline), tr("[today’s number]")),
        target=_known_or(quantity_text(outcome.target), tr("[the target]")),
        day=_known_or(long_date(outcome.by) if outcome.by else "", tr("[which day]")),
    )


def _known_or(text: str, where_missing: str) -> Span:
    return Span(text) if text else missing(where_missing)


def baseline_note(outcome: Outcome) -> tuple[Span, ...]:
    """Where the baseline is from, how it is known, and where the outcome will be measured."""
    known = outcome.baseline and known_words(outcome.baseline.basis, outcome.baseline.source)
    return filled(
        tr("Baseline: {known}. Measured in: {place}. Owner: {owner}."),
        known=_known_or(known or "", tr("how it is known is not yet answered")),
        place=_known_or(outcome.measured_in, tr("not yet answered")),
        owner=_known_or(outcome.owner, tr("not yet answered")),
    )


def known_words(basis: Basis | None, source: str) -> str:
    """How a number is known, and from where; empty where neither is said."""
    words = tr(_BASIS[basis]) if basis else ""
    return ", ".join(part for part in (words, source.rstrip(". ")) if part)
