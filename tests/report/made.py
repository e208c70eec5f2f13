"""Documents that several tests look at, each made once in a run of the tests."""

from functools import lru_cache

from pilotmap.language import Language
from pilotmap.model.map import PilotMap
from pilotmap.report.document.material import gathered
from pilotmap.report.document.pages import document
from pilotmap.report.problem_definition import problem_definition
from pilotmap.report.setting.page import Document
from pilotmap.report.setting.paper import PageName


@lru_cache(maxsize=64)
def made(pilot_map: PilotMap, page: PageName = "a4", language: Language = "en") -> bytes:
    """The PDF of a map, as it is printed today."""
    return problem_definition(pilot_map, page=page, language=language)


@lru_cache(maxsize=32)
def laid_out(pilot_map: PilotMap, page: PageName = "a4") -> Document:
    """The pages of a map's document before they are written."""
    return document(gathered(pilot_map), page)
