"""What a document is made from: the map, and all that has to be found out about it, each once."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pilotmap.analysis.figures import Figures, figures, quick_figures
from pilotmap.analysis.ranges import Ranges, ranges
from pilotmap.analysis.with_ai import NoPictureWithAi, with_ai
from pilotmap.language import Language, language, tr
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.model.map import PilotMap
from pilotmap.report.document.status import Status, status
from pilotmap.report.setting.page import Bookmark


class View(NamedTuple):
    """A picture of the process, what the document calls it, and whether the registers are of it."""

    pilot_map: PilotMap
    picture: Drawing
    eyebrow: str
    mark: Bookmark
    linked: bool


@dataclass(frozen=True, slots=True)
class Material:
    """A map with its pictures, its figures and where its gate stands.

    numbers: None without steps; sure: how sure their forecast is, None where there is none.
    """

    map: PilotMap
    today: View
    with_ai: View | None
    numbers: Figures | None
    status: Status
    sure: Ranges | None = None

    @property
    def views(self) -> tuple[View, ...]:
        """The pictures that there are, in their order."""
        return (self.today,) if self.with_ai is None else (self.today, self.with_ai)

    @property
    def title(self) -> str:
        """The map's title, or what stands for it."""
        return self.map.title.strip() or tr("Untitled map")


def gathered(pilot_map: PilotMap, today: date | None = None) -> Material:
    """All that a document of this map needs, in the language spoken; the day changes nothing."""
    numbers, sure = _reckoned(pilot_map, language()) if pilot_map.steps else (None, None)
    return Material(
        pilot_map,
        today_view(pilot_map),
        _with_ai_view(pilot_map),
        numbers,
        status(pilot_map, today, numbers),
        sure,
    )


def gathered_views(pilot_map: PilotMap) -> tuple[View, ...]:
    """The pictures that a document of this map shows, and nothing else of it."""
    other = _with_ai_view(pilot_map)
    return (today_view(pilot_map),) if other is None else (today_view(pilot_map), other)


def today_view(pilot_map: PilotMap) -> View:
    """The process as it runs today, its H-marks linked to the register."""
    mark = Bookmark("map", tr("The process today"))
    picture = draw_map(pilot_map)
    return View(pilot_map, picture, tr("THE PROCESS TODAY"), mark, linked=True)


def _with_ai_view(pilot_map: PilotMap) -> View | None:
    """The process with the AI in the chosen way of working; None where there is no such picture."""
    try:
        derived = with_ai(pilot_map)
    except NoPictureWithAi:
        return None
    mark = Bookmark("map-with-ai", tr("The process with the AI"))
    picture = draw_map(derived.map, tags=derived.tags)
    return View(derived.map, picture, tr("THE PROCESS WITH THE AI"), mark, linked=False)


@lru_cache(maxsize=16)  # for another paper, for a signature, to be compared with what was signed
def _reckoned(pilot_map: PilotMap, _spoken: Language) -> tuple[Figures, Ranges | None]:
    """The figures and how sure their forecast is; reasons are in the language spoken."""
    numbers = _numbers(pilot_map)
    return numbers, None if numbers.forecast is None else ranges(pilot_map, numbers)


def _numbers(pilot_map: PilotMap) -> Figures:
    # Only parallel work needs the simulation, whose spread the document does not print.
    if any(step.kind == "parallel" for step in pilot_map.steps):
        return figures(pilot_map)
    return quick_figures(pilot_map)
