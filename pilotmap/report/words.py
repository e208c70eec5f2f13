"""The document's sentences, built from the map; what is missing is named as such."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pilotmap.layout.text.style import Family, Weight
from pilotmap.layout.theme import Role
from pilotmap.model.outcome import Outcome
from pilotmap.model.quantity import Quantity, number_text
from pilotmap.report.dates import day_text

_UNIT_WORDS: Final = {
    "s": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "d": ("day", "days"),
    "wd": ("working day", "working days"),
}
_ARTICLES: Final = ("the ", "a ", "an ", "our ", "their ", "how ")


class Span(NamedTuple):
    """A stretch of a paragraph; what is None is as the paragraph's style says."""

    text: str
    weight: Weight | None = None
    colour: Role | None = None
    family: Family | None = None
    size: float | None = None


def plain(text: str) -> tuple[Span, ...]:
    """A paragraph in one style."""
    return (Span(text),)


def missing(what: str = "not yet answered") -> Span:
    """The place of an answer that is not there, in the error colour."""
    return Span(what, colour="error")


def answer(text: str) -> tuple[Span, ...]:
    """An answer in the user's words, or that there is none yet."""
    return plain(text) if text.strip() else (missing(),)


def quantity_words(quantity: Quantity | None) -> str:
    """48 hours, 3.5 %, 12 errors per 100; empty where there is no number."""
    if quantity is None or quantity.number is None:
        return ""
    one, many = _UNIT_WORDS.get(quantity.unit, (quantity.unit, quantity.unit))
    return f"{number_text(quantity.number)} {one if quantity.number == 1 else many}".strip()


def quantity_short(quantity: Quantity) -> str:
    """48 h."""
    return f"{number_text(quantity.number or 0)} {quantity.unit}".strip()


def outcome_sentence(outcome: Outcome) -> tuple[Span, ...]:
    """The one sentence that cannot be vague; each missing part says which it is."""
    change = Span(outcome.change.capitalize()) if outcome.change else missing("Reduce or increase?")
    article = "" if outcome.measure.lower().startswith(_ARTICLES) else "the "
    measure = Span(article + outcome.measure) if outcome.measure else missing("[what is measured]")
    people = Span(outcome.population) if outcome.population else missing("[of which cases]")
    start = _quantity(outcome.baseline, "[today’s number]")
    end = _quantity(outcome.target, "[the target]")
    by = Span(day_text(outcome.by)) if outcome.by else missing("[which day]")
    spans: list[Span] = []
    for word, span in ((" ", measure), (" of ", people), (" from ", start), (" to ", end)):
        spans += [Span(word), span]
    return (change, *spans, Span(" by "), by, Span("."))


def _quantity(quantity: Quantity | None, where_missing: str) -> Span:
    words = quantity_words(quantity)
    return Span(words) if words else missing(where_missing)


def baseline_note(outcome: Outcome) -> tuple[Span, ...]:
    """Where the baseline is from, how it is known, and where the outcome will be measured."""
    spans = [Span("Baseline: "), *_known(outcome.baseline), Span(". ")]
    spans += [Span("Measured in: "), *answer(outcome.measured_in), Span(". ")]
    spans += [Span("Owner: "), *answer(outcome.owner), Span(".")]
    return tuple(spans)


def _known(quantity: Quantity | None) -> Iterator[Span]:
    if quantity is None or (quantity.basis is None and not quantity.source):
        yield missing("how it is known is not yet answered")
        return
    yield Span(known_words(quantity.basis, quantity.source))


def known_words(basis: str | None, source: str) -> str:
    """How a number is known, and from where; empty where neither is said."""
    return ", ".join(part for part in (basis or "", source.rstrip(". ")) if part)


def counted(count: int, word: str) -> str:
    """1 handoff, 6 handoffs."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def quoted(name: str) -> str:
    """A name in quotation marks, so that it is told from the sentence around it."""
    return f"“{name}”"


def joined(names: list[str]) -> str:
    """One, two and three."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
