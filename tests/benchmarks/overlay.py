"""A picture with its defects marked: a red frame around all that takes part in one, and what it is.

python -m tests.benchmarks.overlay MAP.pilotmap.json -o PICTURE.png [--view with-ai]
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from pilotmap.analysis.with_ai import with_ai
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Box, Drawing, Group, Rect
from pilotmap.layout.look.pen import line_at
from pilotmap.layout.text import TextStyle
from pilotmap.report.png import png
from pilotmap.storage.json_file import load
from tests.layout.defects import Defect, defects, measures

WORDS: Final = TextStyle(10, 600)
AROUND: Final = 4.0


def marked(drawing: Drawing, found: Iterable[Defect]) -> Drawing:
    """The picture with a frame around each thing of each defect, over all else."""
    frames = tuple(frame for defect in found for frame in _frames(drawing, defect))
    return replace(drawing, groups=(*drawing.groups, *frames))


def _frames(drawing: Drawing, defect: Defect) -> Iterator[Group]:
    for group in drawing.groups:
        if group.id in defect.ids and group.kind not in ("lane", "band"):
            box = group.box
            around = Box(box.x - AROUND, box.y - AROUND, box.w + 2 * AROUND, box.h + 2 * AROUND)
            words = line_at(defect.kind, around.x, around.y - 3, WORDS, "error", "start")
            parts = (Rect(around, None, "error", 1.6, 3, (5.0, 3.0)), words)
            yield Group(group.id, "mark", around, parts, defect.kind)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("map", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--view", choices=("today", "with-ai"), default="today")
    arguments = parser.parse_args()
    pilot_map = load(arguments.map)
    if arguments.view == "with-ai":
        pilot_map = with_ai(pilot_map).map
    drawing = draw_map(pilot_map)
    found = defects(pilot_map, drawing)
    arguments.output.write_bytes(png(marked(drawing, found)))
    print(f"{len(found)} defects; {measures(drawing)}")
    for defect in found:
        print(f"  {defect.kind}: {', '.join(defect.ids)}")


if __name__ == "__main__":
    main()
