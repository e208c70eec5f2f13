"""A folded picture after an edit: cut at the same places as far as they are still there."""

from pilotmap.layout.drawing import Drawing
from pilotmap.layout.folding.cuts import cuts_of
from pilotmap.layout.folding.fold import Folding, heads_end
from pilotmap.layout.folding.letters import edge_room
from pilotmap.layout.folding.partition import Partition
from pilotmap.layout.folding.strips import strips_between, whole_strip


def room_taken(folding: Folding) -> float:
    """How wide the widest strip is, heads and room for letters included, in points."""
    strips = folding.strips
    beyond = strips[1].dx + strips[1].low - strips[1].heads if len(strips) > 1 else 0.0
    return max(
        strip.high + strip.dx + (beyond if strip is not strips[-1] else 0.0) for strip in strips
    )


def fold_again(
    drawing: Drawing, room: float, width: float, scale: float, before: Folding | None = None
) -> Folding:
    """A picture at a given scale, in strips that are filled one after the other like lines of text.

    No strip takes more than the `room`, and all are made as wide as `width`, in points. What is
    appended at the end moves nothing before it but the last column where a letter needs its room;
    what is inserted moves only what comes later. Strips of `before` that did not change are kept.
    """
    heads = heads_end(drawing)
    places = [heads, *cuts_of(drawing, heads), drawing.width]
    beyond = edge_room(drawing)
    edges = Partition(places, beyond).filled(room)
    if edge_room(drawing, edges[1:-1]) > beyond:
        beyond = edge_room(drawing, edges[1:-1])
        edges = Partition(places, beyond).filled(room)
    if len(edges) < 3:
        return Folding((whole_strip(drawing, heads),), scale)
    widest = max(Partition(edges, beyond).widths(edges))
    known = before.strips if before is not None else ()
    return Folding(strips_between(drawing, edges, beyond, max(width, widest), known), scale)
