"""How the map answers hands and eyes, as a person set it: wheel, motion, folding, the small map."""

from typing import Final, Literal

from pilotmap.language import N_
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.settings import Settings

_FLAT: Final = "flat"
_MOST_FLAT: Final = 100
Wheel = Literal["scrolls", "zooms"]
WHEEL_WORDS: Final[dict[Wheel, str]] = {
    "scrolls": N_("Wheel scrolls, Ctrl and wheel zooms (trackpad)"),
    "zooms": N_("Wheel zooms, Ctrl and wheel scrolls (mouse)"),
}


class Comfort:
    """Applies what is remembered to one canvas, and remembers what is changed."""

    def __init__(self, settings: Settings, canvas: Canvas) -> None:
        self._settings = settings
        self._canvas = canvas
        canvas.viewport.wheel_zooms = self.wheel == "zooms"
        canvas.picture.motion.is_unwanted = self.less_motion
        canvas.minimap.setVisible(self.shows_minimap)
        canvas.picture.folds.wanted = self.folds
        canvas.session.opened.connect(self._follow_opening)

    @property
    def wheel(self) -> Wheel:
        """What the wheel does alone."""
        return "zooms" if self._settings.text("wheel") == "zooms" else "scrolls"

    def set_wheel(self, does: Wheel) -> None:
        """Let the wheel scroll, or zoom."""
        self._settings.remember("wheel", does)
        self._canvas.viewport.wheel_zooms = does == "zooms"

    @property
    def less_motion(self) -> bool:
        """Whether the picture jumps instead of gliding."""
        return self._settings.text("motion") == "less"

    def set_less_motion(self, *, less: bool) -> None:
        """Let the picture jump, or glide."""
        self._settings.remember("motion", "less" if less else "")
        self._canvas.picture.motion.is_unwanted = less

    @property
    def folds(self) -> bool:
        """Whether this map is folded where its names would be too small in one piece."""
        return self._path not in self._flat

    def set_folds(self, *, folds: bool) -> None:
        """Fold the map where needed, or let it lie flat; remembered for its file."""
        others = [path for path in self._flat if path != self._path]
        flat = others if folds or not self._path else [self._path, *others]
        self._settings.remember(_FLAT, "\n".join(flat[:_MOST_FLAT]))
        self._canvas.picture.folds.wanted = folds
        self._canvas.viewport.refold()

    @property
    def _flat(self) -> list[str]:
        return self._settings.text(_FLAT).splitlines()

    @property
    def _path(self) -> str:
        path = self._canvas.session.file.path
        return "" if path is None else str(path.absolute())

    def _follow_opening(self) -> None:
        folds = self._canvas.picture.folds
        if folds.wanted != self.folds:
            folds.wanted = self.folds
            self._canvas.viewport.fit_readably()

    @property
    def shows_minimap(self) -> bool:
        """Whether the small map is shown."""
        return self._settings.text("minimap") == "shown"

    def set_minimap(self, *, shown: bool) -> None:
        """Show the small map, or not."""
        self._settings.remember("minimap", "shown" if shown else "")
        self._canvas.minimap.setVisible(shown)
