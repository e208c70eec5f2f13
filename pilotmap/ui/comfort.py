"""How the map answers hands and eyes, as a person set it: wheel, motion, the small map."""

from typing import Final, Literal

from pilotmap.language import N_
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.settings import Settings

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
    def shows_minimap(self) -> bool:
        """Whether the small map is shown."""
        return self._settings.text("minimap") == "shown"

    def set_minimap(self, *, shown: bool) -> None:
        """Show the small map, or not."""
        self._settings.remember("minimap", "shown" if shown else "")
        self._canvas.minimap.setVisible(shown)
