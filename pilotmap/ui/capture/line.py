"""The capture line: a card over the lower edge of the map, in which the words become the map."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from pilotmap.capture.cursor import Completion, Cursor
from pilotmap.layout.theme import ThemeName, theme
from pilotmap.lazy import lazy_imports, load
from pilotmap.model.errors import EditRefused
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.inline_editor import FAMILY
from pilotmap.ui.capture.card import Card
from pilotmap.ui.capture.entry import Entry
from pilotmap.ui.capture.hint import HintLine
from pilotmap.ui.capture.pasting import Pasting
from pilotmap.ui.capture.preview import LinePreview
from pilotmap.ui.capture.signs import with_signs
from pilotmap.ui.capture.writer import Writer
from pilotmap.ui.later import Later

with lazy_imports():  # no line is typed before the first paint
    from pilotmap.capture import complete, explain, outline
    from pilotmap.ui.capture import popup

if TYPE_CHECKING:
    from pilotmap.capture.outline import Outline
    from pilotmap.ui.capture.popup import CompletionPopup

_SIDE: Final = 20
_INNER: Final = (15, 10)  # sideways and upright, within the card
_BELOW: Final = 14
_TEXT_PX: Final = 15
_LARGE_PX: Final = 24
_HINT_PX: Final = 12
_LARGE_HINT_PX: Final = 17
_WIDEST: Final = 1100


class CaptureLine(Card):
    """One line a step; Enter commits it and opens the next."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setObjectName("capture-line")
        self._canvas = canvas
        self._session = canvas.session
        self._writer = Writer(self._session)
        self._preview = LinePreview(canvas, self._writer)
        self.pasting = Pasting(canvas)
        self._popup = Later(self._new_popup)
        self._said: list[str] = []
        self._recalled = 0
        self._refusal = ""
        self._taking = False
        self._clears = True
        self._theme: ThemeName = "light"
        self._text_px = _TEXT_PX
        self.before = QLabel(self)
        self.entry = Entry(self)
        self.hint = HintLine(self)
        self._beside = sum(self.inner_margins(*_INNER)[::2])
        self._lay_out()
        self._connect()
        self.hide()
        QTimer.singleShot(0, self, self._show_on_empty)

    @property
    def popup(self) -> "CompletionPopup":
        """The names that would complete what is typed."""
        return self._popup()

    @property
    def is_open(self) -> bool:
        """Whether the line can be typed into."""
        return not self.isHidden()

    def set_theme(self, name: ThemeName) -> None:
        """Paint in another theme from now on."""
        self._theme = name
        colours = theme(name)
        self.set_colours(colours)
        self.hint.set_colours(colours)
        if self._popup.made is not None:
            self._popup.made.set_colours(colours)
        self.pasting.set_colours(colours)
        bare = f"background: transparent; border: none; padding: 0; font-size: {self._text_px}px;"
        self.before.setStyleSheet(f"color: {colours['ink.soft']}; {bare}")
        self.entry.setStyleSheet(f"#capture-entry {{ color: {colours['ink']}; {bare} }}")

    def set_large(self, *, large: bool) -> None:
        """Type in letters that a whole room can read, or in those of the window."""
        self._text_px = _LARGE_PX if large else _TEXT_PX
        self.hint.set_size(_LARGE_HINT_PX if large else _HINT_PX)
        self._set_fonts()
        self.set_theme(self._theme)
        if self.is_open:
            self._place()

    def open(self) -> None:
        """Show the line and type into it."""
        self._canvas.naming.take()
        self.show()
        self.hint.shrink()
        self._place()
        self.raise_()
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._explain()
        self._canvas.show_id(self._session.selection)

    def paste(self, text: str, cursor: Cursor | None = None) -> None:
        """Put in a text; what is typed in the line stays there."""
        self._clears = False
        self.pasting.put_in(text, cursor or self._writer.cursor)

    def _take_lines(self, text: str, whole: str) -> None:
        """Put in lines that came into the field, with the words around them."""
        self._clears = True
        self.pasting.put_in(text, self._writer.cursor, whole)

    def close_line(self) -> None:
        """Hide the line, keep its words, and go back to the canvas."""
        self._preview.drop()
        self._offer_nothing()
        self.hide()
        self._canvas.cover("line", 0)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def prepare(self) -> None:
        """Load what a line that is typed needs, before one is."""
        load(complete, explain, outline)
        self._popup()

    @property
    def _offered(self) -> "tuple[Completion, ...]":
        return self._popup.made.offered if self._popup.made is not None else ()

    def _offer_nothing(self) -> None:
        if self._popup.made is not None:
            self._popup.made.offer((), QPoint())

    def _new_popup(self) -> "CompletionPopup":
        shown = popup.CompletionPopup(self._canvas)
        shown.set_colours(theme(self._theme))
        shown.chosen.connect(self._complete_with)
        return shown

    def _return(self) -> None:
        """The keyboard goes back to where one was."""
        home = self.entry if self.is_open else self._canvas
        home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._set_fonts()
        upper = QHBoxLayout()
        upper.setSpacing(4)
        upper.addWidget(self.before)
        upper.addWidget(self.entry, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*self.inner_margins(*_INNER))
        rows.setSpacing(3)
        rows.addLayout(upper)
        rows.addWidget(self.hint)
        self.set_theme("light")

    def _set_fonts(self) -> None:
        font = QFont(FAMILY)
        font.setPixelSize(self._text_px)
        self.before.setFont(font)
        self.entry.setFont(font)

    def _connect(self) -> None:
        self.entry.entered.connect(self._enter)
        self.entry.escaped.connect(self._escape)
        self.entry.completed.connect(self._take_first)
        self.entry.stepped.connect(self._step)
        self.entry.lines_came.connect(self._take_lines)
        self.pasting.taken.connect(self._take_outline)
        self.pasting.left.connect(self._return)
        self.entry.undo_wanted.connect(self._session.undo)
        self.entry.redo_wanted.connect(self._session.redo)
        self.entry.textEdited.connect(self._edited)
        self.entry.cursorPositionChanged.connect(self._moved)
        self._writer.cursor_changed.connect(self._explain)
        self._session.opened.connect(self._follow_opening)
        self._session.map_changed.connect(self._show_on_empty)
        self._canvas.installEventFilter(self)

    def _enter(self) -> None:
        chosen = self._popup.made.current if self._popup.made is not None else None
        if chosen is not None:
            self._complete_with(chosen)
            return
        line = self.entry.text().strip()
        if line:
            self._said.append(line)
            self._clears = True
            self._take(lambda: self._writer.take(line))

    def _take_outline(self, outline: "Outline") -> None:
        self._take(lambda: self._writer.take_outline(outline))

    def _take(self, write: Callable[[], None]) -> None:
        self._refusal = ""
        self._preview.forget()
        self._taking = True  # what is in the field now has nothing to explain any more
        try:
            write()
        except EditRefused as refused:
            self._refusal = refused.message
            self._preview.drop()
        else:
            if self._clears:
                self.entry.setText("")
        finally:
            self._taking = False
        self._recalled = 0
        self._offer_nothing()
        self._explain()

    def _escape(self) -> None:
        if self._offered:
            self._offer_nothing()
        else:
            self.close_line()

    def _take_first(self) -> None:
        if self._offered:
            self._complete_with(self.popup.current or self._offered[0])

    def _step(self, by: int) -> None:
        if self._offered:
            self.popup.move_choice(by)
        elif self._said:
            self._recalled = max(0, min(len(self._said), self._recalled - by))
            self.entry.setText(self._said[-self._recalled] if self._recalled else "")
            self._explain()
            self._preview.follow(self.entry.text())

    def _edited(self) -> None:
        self._refusal = ""
        self._explain()
        self._offer()
        self._preview.follow(self.entry.text())

    def _moved(self) -> None:
        if self._offered:
            self._offer()

    def _offer(self) -> None:
        text, at = self.entry.text(), self.entry.cursorPosition()
        every = complete.complete(self._session.map, text, at) if text.strip() else ()
        found = tuple(c for c in every if c.text.strip() != text[c.start : c.end].strip())
        if not found:
            self._offer_nothing()
            return
        x = self.entry.x() + QFontMetrics(self.entry.font()).horizontalAdvance(
            text[: found[0].start]
        )
        corner = self.mapTo(self._canvas, QPoint(x, self.card_top() - 6))
        self.popup.offer(found, corner)

    def _complete_with(self, completion: Completion) -> None:
        text = self.entry.text()
        new = text[: completion.start] + completion.text + text[completion.end :]
        self.entry.setText(new)
        self.entry.setCursorPosition(completion.start + len(completion.text))
        self._offer_nothing()
        self._explain()
        self._preview.follow(new)

    def _explain(self) -> None:
        if not self.is_open or self._taking:
            return
        explanation = self._writer.explain(self.entry.text())
        before = QFontMetrics(self.before.font()).elidedText(
            explanation.before, Qt.TextElideMode.ElideMiddle, max(120, self.width() // 3)
        )
        self.before.setText(f"{before} ›" if before else "")
        refused = ((self._refusal, "refused"),) if self._refusal else ()
        self.hint.show_parts(refused or with_signs(explanation.parts))
        if self.hint.fit(self.width() - self._beside):
            self._place()
        self.entry.setAccessibleDescription(f"{explanation.before}. {self.hint.text}")

    def _follow_opening(self) -> None:
        self.entry.setText("")
        self._refusal = ""
        if self._session.map.steps and self.is_open:
            self.close_line()

    def _show_on_empty(self) -> None:
        empty = not self._session.map.steps and not self._canvas.naming.is_active
        if empty and not self.is_open and self._canvas.isVisible():
            self.open()

    def _place(self) -> None:
        canvas = self._canvas
        width = min(_WIDEST, max(240, canvas.width() - 2 * _SIDE))
        self.hint.fit(width - self._beside)
        height = self.sizeHint().height()
        x = (canvas.width() - width) // 2
        self.setGeometry(x, canvas.height() - height - _BELOW, width, height)
        canvas.cover("line", height + _BELOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.is_open:
            self.hint.shrink()
            self._place()
        elif event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._show_on_empty)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()
