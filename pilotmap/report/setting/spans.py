"""Stretches of a paragraph: a text, how it looks where that is not its style, where it leads."""

from string import Formatter
from typing import NamedTuple

from pilotmap.layout.text.style import Family, Weight
from pilotmap.layout.theme import Role


class Leads(NamedTuple):
    """Where a stretch of text leads to: a bookmark's key, and in words."""

    target: str
    about: str


class Span(NamedTuple):
    """A stretch of a paragraph; what is None is as the paragraph's style says."""

    text: str
    weight: Weight | None = None
    colour: Role | None = None
    family: Family | None = None
    size: float | None = None
    leads: Leads | None = None


def plain(text: str) -> tuple[Span, ...]:
    """A paragraph in one style."""
    return (Span(text),)


def filled(sentence: str, **parts: Span) -> tuple[Span, ...]:
    """A sentence, said already, whose named places hold spans of their own style."""
    spans: list[Span] = []
    for before, field, _, _ in Formatter().parse(sentence):
        spans += [Span(before)] if before else []
        spans += [parts[field]] if field else []
    return tuple(spans)
