"""Says in a PDF which colours its numbers mean: those of sRGB, by a profile built here.

The profile is a matrix and a tone curve (ICC.1:2001-04, version 2.1) with the primaries of IEC
61966-2-1 adapted to D50.
"""

import struct
from functools import lru_cache
from typing import Any, Final

from pilotmap.report.pdf.objects import Objects, dictionary, name, stream, string

_D50: Final = (0.9642, 1.0, 0.8249)
_PRIMARIES: Final = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.7141),
}
_NAME: Final = "sRGB IEC61966-2.1"
_CURVE_POINTS: Final = 1024
_HEADER: Final = 128


def output_intent(objects: Objects) -> Any:
    """The intent that PDF/A asks for."""
    return dictionary(
        {
            "Type": name("OutputIntent"),
            "S": name("GTS_PDFA1"),
            "OutputConditionIdentifier": string(_NAME),
            "Info": string(_NAME),
            "DestOutputProfile": objects.reference(stream(srgb_profile(), N=3)),
        }
    )


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """The bytes of the profile."""
    tags = {
        b"desc": _description(_NAME),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _xyz(_D50),
        **{tag: _xyz(primary) for tag, primary in _PRIMARIES.items()},
    }
    curve = _curve()
    at = _HEADER + 4 + 12 * (len(tags) + 3)
    table, data = [], b""
    for tag, content in {**tags, b"rTRC": curve}.items():
        table.append((tag, at + len(data), len(content)))
        data += content + b"\0" * (-len(content) % 4)
    # The three channels share one curve.
    table += [(tag, *table[-1][1:]) for tag in (b"gTRC", b"bTRC")]
    entries = b"".join(struct.pack(">4sII", *entry) for entry in table)
    body = struct.pack(">I", len(table)) + entries + data
    return _header(_HEADER + len(body)) + body


def _header(size: int) -> bytes:
    start = struct.pack(">I4xI4s4s4s", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    # The day of the standard, since no other is meant.
    made = struct.pack(">6H4s", 1999, 10, 1, 0, 0, 0, b"acsp")
    white = b"".join(map(_fixed, _D50))
    return (start + made + b"\0" * 28 + white).ljust(_HEADER, b"\0")


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, values))


def _description(text: str) -> bytes:
    written = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(written)) + written + b"\0" * 78


def _curve() -> bytes:
    points = (_linear(at / (_CURVE_POINTS - 1)) for at in range(_CURVE_POINTS))
    values = [round(point * 65535) for point in points]
    return b"curv\0\0\0\0" + struct.pack(f">I{len(values)}H", len(values), *values)


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
