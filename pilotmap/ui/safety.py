"""The strips over the map: they offer what a crash left, and say when edits are not kept."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.ui.autosave import Autosave
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.files import Files
from pilotmap.ui.later import Later
from pilotmap.ui.panels.status_bar import StatusBar
from pilotmap.ui.prompts import Prompts
from pilotmap.ui.settings import Settings
from pilotmap.ui.strip import Strip

with lazy_imports():  # disks seldom fail, and there is seldom work to recover
    from pilotmap.ui import keeping_bar, recover_bar


class Safety(QObject):
    """Makes each strip when there is something to say in it."""

    strip_made = Signal(QWidget)
    """A strip that is to stand over the map from now on."""

    def __init__(
        self,
        window: QWidget,
        canvas: Canvas,
        autosave: Autosave,
        files: Files,
        status: StatusBar,
        settings: Settings,
        prompts: Later[Prompts],
    ) -> None:
        super().__init__(window)
        self._canvas, self._autosave, self._files = canvas, autosave, files
        self._settings, self._prompts = settings, prompts
        self._recover = Later(self._new_recover_bar)
        self._keeping = Later(self._new_keeping_bar)
        autosave.troubled.connect(self._keeping)
        autosave.kept_again.connect(
            lambda: status.say(tr("Your edits are kept against a crash again."))
        )

    @property
    def recover(self) -> "recover_bar.RecoverBar":
        """The strip that offers what a crash left behind."""
        return self._recover()

    @property
    def keeping(self) -> "keeping_bar.KeepingBar":
        """The strip that says why edits are not kept."""
        return self._keeping()

    @property
    def shown(self) -> tuple[Strip, ...]:
        """The strips that say something now."""
        made: tuple[Strip | None, ...] = (self._recover.made, self._keeping.made)
        return tuple(strip for strip in made if strip is not None and strip.isVisible())

    @property
    def offers_work(self) -> bool:
        """Whether the strip with work that a crash left behind is shown."""
        strip = self._recover.made
        return strip is not None and not strip.isHidden()

    def offer_left_work(self) -> None:
        """Offer what a crash left behind, where it did."""
        self._autosave.look_for_work()
        if self._autosave.left or self._autosave.unreadable:
            self.recover.offer()

    def _new_recover_bar(self) -> "recover_bar.RecoverBar":
        bar = recover_bar.RecoverBar(
            self._autosave, self._files.may_leave, lambda: self._canvas.picture.colours
        )
        self._place(bar)
        return bar

    def _new_keeping_bar(self) -> "keeping_bar.KeepingBar":
        bar = keeping_bar.KeepingBar(
            self._autosave, self._prompts, self._files.save, self._settings.keep_also_in
        )
        self._place(bar)
        bar.refresh()
        return bar

    def _place(self, strip: Strip) -> None:
        self.strip_made.emit(strip)
        strip.left.connect(self._canvas.setFocus)
