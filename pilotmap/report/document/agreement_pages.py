"""One page a seat: what its holder agrees to by signing, and what not."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.figures import Figures
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import Seat
from pilotmap.report.document.agreements import (
    has_ai,
    not_agreed,
    open_points,
    sections,
    statements,
)
from pilotmap.report.document.words import outcome_sentence
from pilotmap.report.setting.blocks import (
    answer_rows,
    bullets,
    heading,
    lead,
    page_title,
    paragraph,
)
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Bookmark
from pilotmap.report.setting.spans import Leads, Span, plain
from pilotmap.report.setting.typography import BODY_SOFT, LEAD

_LABEL_WIDTH: Final = 140.0
_LEAD: Final = LEAD._replace(size=12.5, leading=17.5)
_EYEBROWS: Final[dict[Seat, str]] = {
    "operations": N_("WHAT OPERATIONS AGREES TO"),
    "it": N_("WHAT IT AGREES TO"),
    "business": N_("WHAT THE BUSINESS STAKEHOLDER AGREES TO"),
}
SEAT_PAGES: Final[dict[Seat, str]] = {
    "operations": N_("What Operations agrees to"),
    "it": N_("What IT agrees to"),
    "business": N_("What the business stakeholder agrees to"),
}
_MOST_OPEN: Final = 6


def agreement_blocks(
    pilot_map: PilotMap, numbers: Figures | None, seat: Seat, width: float
) -> Iterator[Block]:
    """The page of a seat."""
    mark = Bookmark(f"agrees-{seat}", tr(SEAT_PAGES[seat]))
    yield from page_title(tr(_EYEBROWS[seat]), tr("What you are agreeing to"), width, mark)
    if has_ai(pilot_map):
        said = tr("That a pilot is prepared for this outcome, with the step and the people below.")
    else:
        said = tr("That this outcome is worked towards without an AI.")
    yield paragraph(plain(said), BODY_SOFT, width, gap=2.0, with_next=True)
    yield lead(outcome_sentence(pilot_map.outcome), _LEAD, width, gap=8.0)
    for section in sections(pilot_map, numbers, seat):
        yield heading(section.title, width, section.key, gap=14.0, level=1)
        rows = ((each.question, each.spans) for each in section.answers)
        yield from answer_rows(rows, width, _LABEL_WIDTH)
    yield from _bulleted(tr("By signing you say"), statements(pilot_map, seat), width, seat)
    yield from _bulleted(tr("You do not agree to"), not_agreed(pilot_map), width, f"not-{seat}")
    yield from _open(pilot_map, width, seat)
    leads = Leads("signoff", tr("Sign-off"))
    where = Span(tr("The place to sign is under Sign-off."), colour="handoff.line", leads=leads)
    yield paragraph((where,), BODY_SOFT, width, gap=12.0)


def _bulleted(title: str, items: tuple[str, ...], width: float, key: str) -> Iterator[Block]:
    yield heading(title, width, f"says-{key}", gap=14.0, level=1)
    yield from bullets(items, width)


def _open(pilot_map: PilotMap, width: float, seat: Seat) -> Iterator[Block]:
    points = tuple(open_points(pilot_map))
    if not points:
        return
    yield heading(tr("Still open, and signed as such"), width, f"open-{seat}", gap=14.0, level=1)
    yield from bullets(points[:_MOST_OPEN], width)
    if len(points) > _MOST_OPEN:
        # Without a note they are all errors that were answered in writing.
        register = ("notes", tr("Pains, questions and notes"))
        if not pilot_map.notes:
            register = ("waivers", tr("Errors answered in writing"))
        leads = Leads(*register)
        said = tr("All {number} are in the registers.", number=len(points))
        yield paragraph((Span(said, leads=leads),), BODY_SOFT, width, gap=3.0)
