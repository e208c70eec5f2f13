"""A Drawing as a stand-alone SVG: real text in embedded faces, a group per element of the map."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pilotmap.language import tr, trn
from pilotmap.layout.drawing import (
    Drawing,
    Group,
    Polygon,
    Polyline,
    Primitive,
    Rect,
    TextLine,
)
from pilotmap.layout.text.fonts import face
from pilotmap.layout.text.shaping import TextRun
from pilotmap.layout.theme import Role, ThemeName, theme
from pilotmap.report.numbers import number
from pilotmap.report.rounded import Command, rounded_line
from pilotmap.report.svg_fonts import style_sheet

Colours = Mapping[Role, str]
_RULES: Final = "text{white-space:pre;font-kerning:normal;text-rendering:geometricPrecision}"
_FALLBACK: Final = "Inter, Arial, sans-serif"
_NOT_XML: Final = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def svg(drawing: Drawing, theme_name: ThemeName = "light", title: str = "") -> str:
    """The picture as SVG text, with a title and a description for screen readers."""
    colours = theme(theme_name)
    lines = [
        each for group in drawing.groups for each in group.primitives if isinstance(each, TextLine)
    ]
    width, height = number(drawing.width, 2), number(drawing.height, 2)
    used: Counter[str] = Counter()
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title description">',
        f'<title id="title">{_escaped(title or tr("Process map"))}</title>',
        f'<desc id="description">{_escaped(_description(drawing))}</desc>',
        f"<style>{style_sheet(lines)}\n{_RULES}</style>",
        f'<rect width="{width}" height="{height}" fill="{colours["ground"]}"/>',
        *(_group(group, colours, used) for group in drawing.groups),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _description(drawing: Drawing) -> str:
    counted = Counter(group.kind for group in drawing.groups)
    said = (
        (counted["step"], trn("{number} step", "{number} steps", counted["step"])),
        (counted["lane"], trn("{number} lane", "{number} lanes", counted["lane"])),
        (counted["flow"], trn("{number} flow", "{number} flows", counted["flow"])),
        (counted["handoff"], trn("{number} handoff", "{number} handoffs", counted["handoff"])),
    )
    if not counted:
        return tr("An empty process map.")
    parts = ", ".join(words for number, words in said if number)
    return tr("A process map with {parts}.", parts=parts)


def _group(group: Group, colours: Colours, used: Counter[str]) -> str:
    name = f"{group.kind}-{group.id}"
    used[name] += 1
    name += f"-{used[name]}" if used[name] > 1 else ""
    about = f"<title>{_escaped(group.about)}</title>" if group.about else ""
    inner = "".join(_primitive(each, colours) for each in group.primitives)
    ids = f"id={quoteattr(name)} data-id={quoteattr(group.id)}"
    start = f"<g {ids} data-kind={quoteattr(group.kind)}>"
    return f"{start}{about}{inner}</g>"


def _primitive(primitive: Primitive, colours: Colours) -> str:
    match primitive:
        case Rect(box=box):
            place = _attributes(x=box.x, y=box.y, width=box.w, height=box.h)
            round_off = f' rx="{number(min(primitive.radius, box.w / 2, box.h / 2), 2)}"'
            opacity = f' opacity="{number(primitive.opacity)}"' if primitive.opacity < 1 else ""
            rounded = round_off if primitive.radius else ""
            return f"<rect{place}{rounded}{_paint(primitive, colours)}{opacity}/>"
        case Polygon(points=points):
            corners = " ".join(f"{number(x, 2)},{number(y, 2)}" for x, y in points)
            return f'<polygon points="{corners}"{_paint(primitive, colours)}/>'
        case Polyline(points=points):
            path = "".join(map(_command, rounded_line(points, primitive.radius)))
            return f'<path d="{path}"{_paint(primitive, colours)}/>'
        case TextLine():
            return "".join(_text(primitive, colours))


def _paint(shape: Rect | Polygon | Polyline, colours: Colours) -> str:
    fill = None if isinstance(shape, Polyline) else shape.fill
    said = f' fill="{colours[fill] if fill else "none"}"'
    if shape.line is None:
        return said
    said += f' stroke="{colours[shape.line]}" stroke-width="{number(shape.line_width, 2)}"'
    if shape.dash:
        said += f' stroke-dasharray="{" ".join(number(each, 2) for each in shape.dash)}"'
    return said


def _command(command: Command) -> str:
    return command.kind + " ".join(f"{number(x, 2)} {number(y, 2)}" for x, y in command.points)


def _text(line: TextLine, colours: Colours) -> Iterator[str]:
    """One element per run: simple readers place a `tspan` wrongly."""
    mixed = any(run.rtl for run in line.shaped.runs)
    look = f'font-size="{number(line.size, 2)}" fill="{colours[line.colour]}"'
    for run in line.shaped.runs:
        found = face(run.face_key)
        place = _attributes(x=line.x + run.x, y=line.y)
        font = f'font-family="{found.family}, {_FALLBACK}" font-weight="{found.weight}"'
        start = f'<text{place} {look} {font}{_direction(run, mixed)} xml:space="preserve">'
        yield f"{start}{_escaped(run.text)}</text>"


def _direction(run: TextRun, mixed: bool) -> str:
    if run.rtl:
        return ' direction="rtl" unicode-bidi="bidi-override" text-anchor="end"'
    return ' direction="ltr" unicode-bidi="bidi-override"' if mixed else ""


def _escaped(text: str) -> str:
    # Two code points are allowed in a map's text and forbidden in XML.
    return escape(text.translate(_NOT_XML))


def _attributes(**places: float) -> str:
    return "".join(f' {name}="{number(value, 2)}"' for name, value in places.items())
