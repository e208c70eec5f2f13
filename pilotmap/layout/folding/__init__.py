"""Folding: a long picture as strips one under the other, on screen as on paper.

`fold` picks the fewest strips in which the type is large enough; `cuts` says where a picture can be
cut, `heights` takes out the height that a strip does not use, `strips` makes each of them. `again`
does it after an edit without moving the cuts.
"""

from pilotmap.layout.folding.again import fold_again, room_taken
from pilotmap.layout.folding.fold import Folding, LeastType, fold, stacked
from pilotmap.layout.folding.letters import Letter
from pilotmap.layout.folding.strips import Strip

__all__ = ["Folding", "LeastType", "Letter", "Strip", "fold", "fold_again", "room_taken", "stacked"]
