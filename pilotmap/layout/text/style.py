from typing import Literal, NamedTuple

Family = Literal["sans", "mono"]
Weight = Literal[400, 500, 600, 700]


class TextStyle(NamedTuple):
    """How a text is set; a tuple, because it is the key of every cache."""

    size_pt: float
    weight: Weight = 400
    family: Family = "sans"
