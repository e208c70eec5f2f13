"""The pages that the left column and the Go menu lead to; one of a later gate is a row more."""

from typing import Final, NamedTuple

from pilotmap.language import tr
from pilotmap.model.fields.part import Part


class Page(NamedTuple):
    """One page: the name of its form, and the part of the gate that it asks for."""

    name: str
    part: Part

    @property
    def heading(self) -> str:
        """Its number and what it is called, in the language spoken."""
        return f"{self.part} {tr(self.part.title)}"


PAGES: Final = (
    Page("outcome", Part.OUTCOME),
    Page("map", Part.PROCESS),
    Page("ai", Part.AI_STEP),
    Page("working", Part.TOGETHER),
    Page("signoff", Part.SIGN_OFF),
)
PAGE_OF: Final = {page.part: page for page in PAGES}
PART_OF_PAGE: Final = {page.name: page.part for page in PAGES}
