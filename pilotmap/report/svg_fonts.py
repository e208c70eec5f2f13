"""The faces that a picture uses, reduced to its characters, as a style sheet of an SVG."""

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import uharfbuzz as hb

from pilotmap.layout.drawing import TextLine
from pilotmap.layout.text.fonts import face, hb_font

_KEPT_NAMES: Final = (0, 13, 14)  # copyright and licence stay with the font


def style_sheet(lines: Iterable[TextLine]) -> str:
    """One @font-face rule per face of the lines, the reduced font inside it."""
    characters: dict[str, set[int]] = {}
    for line in lines:
        for run in line.shaped.runs:
            characters.setdefault(run.face_key, set()).update(map(ord, run.text))
    return "\n".join(_rule(key, frozenset(codes)) for key, codes in sorted(characters.items()))


@lru_cache(maxsize=64)
def _rule(key: str, codes: frozenset[int]) -> str:
    found = face(key)
    data = b64encode(_subset(key, codes)).decode("ascii")
    return (
        f'@font-face{{font-family:"{found.family}";font-weight:{found.weight};'
        f"src:url(data:font/ttf;base64,{data})}}"
    )


def _subset(key: str, codes: frozenset[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(codes)
    names = wanted.sets(hb.SubsetInputSets.NAME_ID)
    names.clear()
    names.update(_KEPT_NAMES)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(wanted.subset(hb_font(key).face).blob.data)
