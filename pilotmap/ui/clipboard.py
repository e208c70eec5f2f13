"""What is copied: steps with their flows, for PilotMap itself, as typed lines, and as a picture."""

from typing import Final

from pydantic import ValidationError
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from pilotmap.language import tr, trn
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.theme import theme
from pilotmap.lazy import lazy_imports
from pilotmap.model.edits.fragment import part_of, paste_part
from pilotmap.model.edits.together import delete_elements
from pilotmap.model.errors import EditRefused, InvalidMap
from pilotmap.model.map import PilotMap
from pilotmap.model.reading import invalid_map, map_from_json
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.painter import Painter
from pilotmap.ui.capture.writer import cursor_at
from pilotmap.ui.selected import selected_steps
from pilotmap.ui.workbench import Workbench

with lazy_imports():  # the grammar of lines waits until one is written, a picture's faces likewise
    from pilotmap.capture import outline_text
    from pilotmap.report import svg

PART: Final = "application/x-pilotmap-part+json"
_LARGEST_PICTURE: Final = 16_000.0  # pixels: beyond it the picture is made smaller
_PICTURE_SCALE: Final = 2.0
_MARGIN: Final = 12.0


def copy(canvas: Canvas) -> None:
    """Put the selected steps on the clipboard, or the whole map where none is selected."""
    pilot_map, steps = canvas.session.map, selected_steps(canvas.session)
    part = part_of(pilot_map, steps or pilot_map.step_by_id)
    data = QMimeData()
    # a whole map leaves with its title, its empty lanes and the notes about the whole
    data.setText(outline_text.write_outline(part if steps else pilot_map))
    data.setData(PART, part.model_dump_json(exclude_defaults=True).encode())
    QApplication.clipboard().setMimeData(data)


def cut(canvas: Canvas) -> None:
    """Copy the selected steps and take them out of the map."""
    steps = selected_steps(canvas.session)
    copy(canvas)
    label = trn("Cut {number} step", "Cut {number} steps", len(steps))
    canvas.session.edit(label, lambda pilot_map: delete_elements(pilot_map, steps))


def copy_picture(canvas: Canvas) -> None:
    """Put a picture of the selected steps on the clipboard, or of the whole map."""
    session, steps = canvas.session, selected_steps(canvas.session)
    drawing = draw_map(part_of(session.map, steps)) if len(steps) > 1 else session.drawing
    data = QMimeData()
    data.setImageData(picture_of(drawing))
    data.setData("image/svg+xml", svg.svg(drawing).encode())
    QApplication.clipboard().setMimeData(data)


def paste(bench: Workbench) -> None:
    """Put in what is on the clipboard: steps copied here or in another window, lines, a table."""
    session = bench.session
    # another program may hold the clipboard, and then Qt has nothing to give
    data: QMimeData | None = QApplication.clipboard().mimeData()
    text = data.text() if data is not None else ""
    session.set_view("today")
    copied = bytes(data.data(PART).data()) if data is not None else b""
    if copied and _paste_part(bench, copied):
        return
    if not text.strip():
        session.refused.emit(tr("The clipboard holds no text; copy some lines first."))
    else:
        bench.capture.paste(text, cursor_at(session.map, session.selection))


def picture_of(drawing: Drawing) -> QImage:
    """A drawing in light colours on white, twice as fine as on screen."""
    across = max(drawing.width, drawing.height) + 2 * _MARGIN
    scale = min(_PICTURE_SCALE, _LARGEST_PICTURE / across)
    width, height = (
        round((side + 2 * _MARGIN) * scale) for side in (drawing.width, drawing.height)
    )
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(_MARGIN, _MARGIN)
    Painter(drawing, theme("light")).paint_groups(painter, range(len(drawing.groups)), 100.0)
    painter.end()
    return image


def _paste_part(bench: Workbench, copied: bytes) -> bool:
    """Whether the clipboard held a part of a map that could be put in."""
    session = bench.session
    part = _read_part(copied)
    if part is None or not part.steps:
        return False
    after = session.selection if session.selection in session.map.step_by_id else None
    try:
        pasted = paste_part(session.map, part, after if len(session.selected) == 1 else None)
    except EditRefused as refused:
        session.refused.emit(refused.message)
        return True
    except ValidationError as error:
        session.refused.emit(invalid_map(error).message)
        return True
    number = len(pasted.steps)
    session.commit(pasted.map, trn("Paste {number} step", "Paste {number} steps", number))
    session.select_several(pasted.steps)
    return True


def _read_part(copied: bytes) -> PilotMap | None:
    try:
        return map_from_json(copied.decode())
    except (InvalidMap, UnicodeDecodeError):
        return None
