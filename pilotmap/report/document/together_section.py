"""Section 3 of page 1: how people and the AI work together."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.figures import Figures
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode
from pilotmap.report.document.answers import Answer, working_together
from pilotmap.report.document.words import missing
from pilotmap.report.setting.blocks import (
    answer_rows,
    card,
    card_frame,
    heading,
    paragraph,
    stacked,
)
from pilotmap.report.setting.flow import Block, Part, beside
from pilotmap.report.setting.spans import Span, filled, plain
from pilotmap.report.setting.typography import BODY, CARD_TITLE, CELL

_CARD_SHARE: Final = 0.354
_GAP: Final = 13.5
_LABEL_WIDTH: Final = 117.0
_TITLES: Final[dict[Mode, str]] = {
    "autonomous": N_("✦ The AI works on its own"),
    "recommendation": N_("✦ The AI recommends, a person approves"),
    "draft": N_("✦ The AI drafts, a person edits and sends"),
}


def together_blocks(
    pilot_map: PilotMap, numbers: Figures | None, width: float, highest: float
) -> Iterator[Block]:
    """The heading, the mode in a violet card, and beside it the answers to the mode's questions."""
    yield heading(tr("3  How do people and the AI work together?"), width, "together")
    if pilot_map.pilot.verdict in ("automate", "change", "leave"):
        said = tr("No AI takes part, so there is nothing to agree on here.")
        yield paragraph(plain(said), BODY, width)
        return
    mode = pilot_map.pilot.mode
    if mode is None:
        said = tr("Not yet answered: on its own, a person approves, or a person edits the draft.")
        yield paragraph((missing(said),), BODY, width)
        return
    answers = tuple(
        answer for answer in working_together(pilot_map, mode, numbers) if answer.first_page
    )
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


def _rows(answers: tuple[Answer, ...], width: float) -> tuple[Block, ...]:
    return answer_rows(((each.question, each.spans) for each in answers), width, _LABEL_WIDTH)


def _violet_card(said: tuple[Span, ...], width: float) -> Block:
    title, *rest = said
    paragraphs = (((title,), CARD_TITLE, 0.0), (rest, CELL, 4.0))
    return card(paragraphs, width, card_frame("ai.line", "ai.fill"), gap=0.0)


def _card(pilot_map: PilotMap, mode: Mode) -> tuple[Span, ...]:
    title = Span(tr(_TITLES[mode]))
    pilot = pilot_map.pilot
    if mode == "autonomous":
        if pilot.stopped_by is None:
            said = tr("Its answers take effect before a person has seen them. {nobody}")
            return (title, *filled(said, nobody=missing(tr("Nobody is named who can stop it."))))
        stopper = Span(pilot_map.lane_by_id[pilot.stopped_by].name)
        said = tr("Its answers take effect before a person has seen them. {lane} can stop it.")
        return (title, *filled(said, lane=stopper))
    if mode == "recommendation":
        said = tr("Nothing leaves this step until {lane} approves it.")
    else:
        said = tr("Nothing leaves this step until {lane} has edited and sent it.")
    return (title, *filled(said, lane=_lane(pilot_map, pilot.human)))


def _lane(pilot_map: PilotMap, lane: str | None) -> Span:
    if lane is None:
        return missing(tr("a person not yet named"))
    return Span(pilot_map.lane_by_id[lane].name)
