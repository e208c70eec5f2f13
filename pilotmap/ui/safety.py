"""The strips over the map: they offer what a crash left, and say when edits are not kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.ui.later import Later
from pilotmap.ui.prompts import Prompts
from pilotmap.ui.strip import Strip

with lazy_imports():  # disks seldom fail, and there is seldom work to recover
    from pilotmap.ui import keeping_bar, recover_bar

if TYPE_CHECKING:  # the window makes this
    from pilotmap.ui.keeping_bar import KeepingBar
    from pilotmap.ui.recover_bar import RecoverBar
    from pilotmap.ui.window import MainWindow


class Safety(QObject):
    """Makes each strip when there is something to say in it."""

    def __init__(self, window: "MainWindow", prompts: Later[Prompts]) -> None:
        super().__init__(window)
        self._window, self._prompts = window, prompts
        self._recover = Later(self._new_recover_bar)
        self._keeping = Later(self._new_keeping_bar)
        window.keeper.troubled.connect(self._keeping)
        window.keeper.kept_again.connect(
            lambda: window.status.say(tr("Your edits are kept against a crash again."))
        )

    @property
    def recover(self) -> "RecoverBar":
        """The strip that offers what a crash left behind."""
        return self._recover()

    @property
    def keeping(self) -> "KeepingBar":
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
        keeper = self._window.keeper
        keeper.look_for_work()
        if keeper.left or keeper.unreadable:
            self.recover.offer()

    def _new_recover_bar(self) -> "RecoverBar":
        window = self._window
        bar = recover_bar.RecoverBar(
            window.keeper, window.files.may_leave, lambda: window.canvas.picture.colours
        )
        self._place(bar)
        return bar

    def _new_keeping_bar(self) -> "KeepingBar":
        window = self._window
        settings = window.bench.settings
        bar = keeping_bar.KeepingBar(
            window.keeper, self._prompts, window.files.save, settings.keep_also_in
        )
        self._place(bar)
        bar.refresh()
        return bar

    def _place(self, strip: Strip) -> None:
        self._window.show_strip(strip)
        strip.left.connect(self._window.canvas.setFocus)
