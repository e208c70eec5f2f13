"""The document's few styles of text; sizes in points, leading from baseline to baseline."""

from typing import Final, NamedTuple

from pilotmap.layout.text.style import Family, TextStyle, Weight
from pilotmap.layout.theme import Role


class Style(NamedTuple):
    """How a paragraph is set; `spaced` adds room between letters, as a share of the size."""

    size: float
    leading: float
    weight: Weight = 400
    colour: Role = "ink"
    family: Family = "sans"
    spaced: float = 0.0

    @property
    def text_style(self) -> TextStyle:
        """The style as the text measure knows it."""
        return TextStyle(self.size, self.weight, self.family)


EYEBROW: Final = Style(8.25, 11, colour="ink.soft", spaced=0.07)
TITLE: Final = Style(19.5, 25, weight=700)
MAP_TITLE: Final = Style(15.5, 20, weight=700)
SUBTITLE: Final = Style(9.75, 13.5, colour="ink.soft")
HEADING: Final = Style(12, 16, weight=700)
LEAD: Final = Style(15, 20.4, weight=500)
BODY: Final = Style(9.5, 13.4)
BODY_SOFT: Final = Style(9.5, 13.4, colour="ink.soft")
NOTE: Final = Style(8.5, 12.6, colour="ink.soft")
LABEL: Final = Style(8, 11.4, weight=600, colour="ink.soft")
CELL: Final = Style(9, 12.8)
CARD_TITLE: Final = Style(9.75, 13.6, weight=600, colour="ai.line")
NAME: Final = Style(9.75, 13.4, weight=600)
SIGNER: Final = Style(10.5, 14, weight=600)
FOOT: Final = Style(8, 10.5, colour="ink.soft")
PILL: Final = Style(8.25, 10.5, weight=600)
DRAFT: Final = Style(8.25, 10.5, weight=700, colour="warning", spaced=0.05)
