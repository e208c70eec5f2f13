"""How well a picture can be read when all of it is shown: its smallest type, and its pitch."""

from pilotmap.layout.drawing import Drawing, TextLine


def least_type(drawing: Drawing) -> float:
    """The size of the smallest words of a picture, in its points; infinite where it has none."""
    return min(
        (
            part.size
            for group in drawing.groups
            for part in group.primitives
            if isinstance(part, TextLine)
        ),
        default=float("inf"),
    )


def pitch(drawing: Drawing) -> float:
    """How much of the picture's width there is for each column, lane heads included, in points."""
    columns = 1 + max((step.column for step in drawing.geometry.steps), default=0)
    return drawing.width / columns
