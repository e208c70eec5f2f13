"""Every answer in full, so that whoever signs has read what is signed."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.figures import Figures
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.report.document.answers import Answer, outcome_answers, step_answers, working_together
from pilotmap.report.setting.blocks import answer_rows, heading, page_title, paragraph
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Bookmark
from pilotmap.report.setting.spans import plain
from pilotmap.report.setting.typography import BODY_SOFT

_LABEL_WIDTH: Final = 140.0


def answer_blocks(pilot_map: PilotMap, numbers: Figures | None, width: float) -> Iterator[Block]:
    """The three parts with every question and its answer."""
    title = tr("Every answer")
    yield from page_title(tr("WHAT THE THREE SIGN"), title, width, Bookmark("answers", title))
    said = tr("Beside the map, this is the content: each question with the answer given.")
    yield paragraph(plain(said), BODY_SOFT, width, gap=2.0, with_next=True)
    yield from _part(tr("Outcome"), "answers-outcome", outcome_answers(pilot_map), width)
    step = tr("The step that the AI takes over")
    yield from _part(step, "answers-step", step_answers(pilot_map), width)
    mode = pilot_map.pilot.mode
    if mode is not None and pilot_map.pilot.verdict in (None, "ai"):
        answers = working_together(pilot_map, mode, numbers)
        yield from _part(tr("Working together"), "answers-together", answers, width)


def _part(title: str, key: str, answers: Iterator[Answer], width: float) -> Iterator[Block]:
    yield heading(title, width, key, gap=16.0)
    yield from answer_rows(((each.question, each.spans) for each in answers), width, _LABEL_WIDTH)
