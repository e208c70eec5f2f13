"""Section 3 of page 1: how people and the AI work together."""

from collections.abc import Iterator
from typing import Final

from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode
from pilotmap.report.answers import Answer, working_together
from pilotmap.report.blocks import card, card_frame, heading, paragraph, row, stacked
from pilotmap.report.flow import Block, Part, beside
from pilotmap.report.typography import BODY, CARD_TITLE, CELL
from pilotmap.report.words import Span, missing, plain

_CARD_SHARE: Final = 0.354
_GAP: Final = 13.5
_LABEL_WIDTH: Final = 117.0
_TITLES: Final[dict[Mode, str]] = {
    "autonomous": "✦ The AI works on its own",
    "recommendation": "✦ The AI recommends, a person approves",
    "draft": "✦ The AI drafts, a person edits and sends",
}


def together_blocks(pilot_map: PilotMap, width: float, highest: float) -> Iterator[Block]:
    """The heading, the mode in a violet card, and beside it the answers to the mode's questions."""
    yield heading("3  How do people and the AI work together?", width, "together")
    if pilot_map.pilot.verdict in ("automate", "change", "leave"):
        yield paragraph(
            plain("No AI takes part, so there is nothing to agree on here."), BODY, width
        )
        return
    mode = pilot_map.pilot.mode
    if mode is None:
        said = "Not yet answered: on its own, a person approves, or a person edits the draft."
        yield paragraph((missing(said),), BODY, width)
        return
    answers = tuple(answer for answer in working_together(pilot_map, mode) if answer.first_page)
    yield from _side_by_side(_card(pilot_map, mode), answers, width, highest)


def _side_by_side(
    said: tuple[Span, ...], answers: tuple[Answer, ...], width: float, highest: float
) -> Iterator[Block]:
    card_width = width * _CARD_SHARE
    table_x = card_width + _GAP
    table = stacked(_rows(answers, width - table_x))
    whole = beside(
        (
            Part(0, card_width, _violet_card(said, card_width)),
            Part(table_x, width - table_x, table),
        ),
        highest * 0.6,
    )
    if whole is not None:
        yield whole
        return
    yield _violet_card(said, width)
    yield from _rows(answers, width)


def _rows(answers: tuple[Answer, ...], width: float) -> Iterator[Block]:
    for each in answers:
        yield row(each.question, each.spans, width, _LABEL_WIDTH)


def _violet_card(said: tuple[Span, ...], width: float) -> Block:
    title, *rest = said
    paragraphs = (((title,), CARD_TITLE, 0.0), (rest, CELL, 4.0))
    return card(paragraphs, width, card_frame("ai.line", "ai.fill"), gap=0.0)


def _card(pilot_map: PilotMap, mode: Mode) -> tuple[Span, ...]:
    title = Span(_TITLES[mode])
    pilot = pilot_map.pilot
    if mode == "autonomous":
        says = Span("Its answers take effect before a person has seen them. ")
        if pilot.stopped_by is None:
            return (title, says, missing("Nobody is named yet who can stop it."))
        return (title, says, Span(f"{pilot_map.lane_by_id[pilot.stopped_by].name} can stop it."))
    human = _lane(pilot_map, pilot.human)
    done = "approves it" if mode == "recommendation" else "has edited and sent it"
    return (title, Span("Nothing leaves this step until "), human, Span(f" {done}."))


def _lane(pilot_map: PilotMap, lane: str | None) -> Span:
    return Span(pilot_map.lane_by_id[lane].name) if lane else missing("a person not yet named")
