"""Words typed at a control that offers a few: they choose, as far as they mean one of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from pilotmap.language import tr

_MOST_NAMED = 4


class TypedWords(QObject):
    """What is being typed: spaces are letters, and nothing depends on how fast one types.

    Words that can only mean one choose it at once. The first of several is chosen when the
    keyboard goes on, where the control shows which that is; words that mean none, or one of
    several that is not shown, stay to be put right, and the choice is as before.
    """

    changed = Signal()
    """Other words, or other meanings of them; comes before `meant`."""
    meant = Signal(int)
    """The place of what the words choose among what is offered; -1 for nothing."""

    def __init__(
        self,
        parent: QObject,
        offered: Callable[[], Sequence[str]],
        now: Callable[[], int],
        *,
        shows_first: bool = False,
    ) -> None:
        super().__init__(parent)
        self._offered, self._now, self._shows_first = offered, now, shows_first
        self.words = ""
        self._before = ""
        self._left = False

    @property
    def fits(self) -> tuple[int, ...]:
        """The places of all that the words can mean."""
        return fitting(self.words, self._offered()) if self.words else ()

    @property
    def fault(self) -> str:
        """Why the words choose nothing; nothing where they may."""
        fits, all_offered = self.fits, self._offered()
        if not self.words or len(fits) == 1 or (fits and self._shows_first):
            return ""
        if fits:
            several = ", ".join(all_offered[place] for place in fits)
            return tr("“{words}” can be each of these: {all}.", words=self.words, all=several)
        offered = [words for words in all_offered if words]
        if len(offered) > _MOST_NAMED:
            return tr("“{words}” is not in the list: Alt+Down opens it.", words=self.words)
        return tr("“{words}” is none of these: {all}.", words=self.words, all=", ".join(offered))

    def take(self, event: QKeyEvent) -> bool:
        """Take a key where it belongs to words; False where it means something else."""
        key, typed = event.key(), words_of(event)
        if typed and (typed != " " or (self.words and not self._left)):
            self._say(typed if self._left else self.words + typed)
        elif key == Qt.Key.Key_Backspace and self.words:
            self._say(self.words[:-1])
        else:
            return False
        return True

    def settle(self) -> None:
        """The keyboard goes on: choose what the words mean, or keep them to be put right."""
        fits = self.fits
        if len(fits) == 1 or (fits and self._shows_first):
            self.clear()
            self.meant.emit(fits[0])
        self._left = bool(self.words)

    def take_back(self) -> bool:
        """Drop the words and have what was chosen before them; False where there are none."""
        if not self.words:
            return False
        before = self._place_before()
        self.clear()
        self.meant.emit(before)
        return True

    def restore(self, words: str) -> None:
        """Show words again that mean nothing."""
        self._before = self._chosen()
        self.words, self._left = words, True
        self.changed.emit()

    def clear(self) -> None:
        """Forget the words."""
        if self.words:
            self.words, self._left = "", False
            self.changed.emit()

    def _say(self, words: str) -> None:
        if not self.words or self._left:
            self._before = self._chosen()
        self.words, self._left = words, False
        fits = self.fits
        self.changed.emit()
        if len(fits) < 2:
            self.meant.emit(fits[0] if fits else self._place_before())

    def _chosen(self) -> str:
        offered, now = self._offered(), self._now()
        return offered[now] if 0 <= now < len(offered) else ""

    def _place_before(self) -> int:
        offered = list(self._offered())
        return offered.index(self._before) if self._before in offered else -1


def words_of(event: QKeyEvent) -> str:
    """The text that a key types; nothing for a key that is a command."""
    text, held = event.text(), event.modifiers()
    modifiers = Qt.KeyboardModifier
    control, alt = bool(held & modifiers.ControlModifier), bool(held & modifiers.AltModifier)
    # both together are the AltGr of some systems, which types
    command = control != alt or bool(held & modifiers.MetaModifier)
    return text if text and text.isprintable() and not command else ""


def fitting(words: str, offered: Sequence[str]) -> tuple[int, ...]:
    """Which of those offered the words mean: the very one, else by beginnings, else by a word."""
    wanted = " ".join(words.casefold().split())
    texts = [" ".join(text.casefold().split()) for text in offered]
    plain = _plain(wanted)
    tests: tuple[Callable[[str], bool], ...] = (
        lambda text: text == wanted,
        lambda text: text.startswith(wanted),
        lambda text: bool(plain) and _plain(text).startswith(plain),
        lambda text: f" {wanted}" in text,
    )
    for test in tests:
        found = tuple(place for place, text in enumerate(texts) if text and test(text))
        if found:
            return found
    return ()


def _plain(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
