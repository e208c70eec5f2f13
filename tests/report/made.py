"""Documents that several tests look at, each made once in a run of the tests."""

from functools import lru_cache

from pilotmap.language import Language
from pilotmap.model.map import PilotMap
from pilotmap.report.page import Document
from pilotmap.report.paper import PageName
from pilotmap.report.problem_definition import document, problem_definition


@lru_cache(maxsize=64)
def made(pilot_map: PilotMap, page: PageName = "a4", language: Language = "en") -> bytes:
    """The PDF of a map, as it is printed today."""
    return problem_definition(pilot_map, page=page, language=language)


@lru_cache(maxsize=32)
def laid_out(pilot_map: PilotMap, page: PageName = "a4") -> Document:
    """The pages of a map's document before they are written."""
    return document(pilot_map, page=page)
