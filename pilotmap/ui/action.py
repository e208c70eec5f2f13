"""What an action is: one thing a person can do, by menu, key, palette or button."""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from pilotmap.language import N_
from pilotmap.model.fields.part import Part
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.commands import going
from pilotmap.ui.theme import ThemeChoice
from pilotmap.ui.workbench import Workbench

Menu = Literal["File", "Edit", "Map", "Go", "View", "Help"]
MENU_WORDS: Final[dict[Menu, str]] = {
    "File": N_("&File"),
    "Edit": N_("&Edit"),
    "Map": N_("&Map"),
    "Go": N_("&Go"),
    "View": N_("&View"),
    "Help": N_("&Help"),
}
"""What each menu is called, with the letter that opens it."""
Run = Callable[[Workbench], object]
Test = Callable[[Workbench], bool]


class Action(NamedTuple):
    """One thing a person can do.

    Keys of the place `canvas` work while the map has the keyboard, all others everywhere.
    A `mark` is shown where it is true. A new `group` begins after a line in the menu.
    """

    id: str
    menu: Menu
    group: int
    text: str
    keys: tuple[str, ...]
    run: Run
    enabled: Test
    place: Literal["window", "canvas"] = "window"
    mark: Test | None = None


def always(_bench: Workbench) -> bool:
    """Whether the moment does not matter."""
    return True


def on_canvas(
    name: str,
    menu: Menu,
    group: int,
    text: str,
    keys: tuple[str, ...],
    run: Callable[[Canvas], object],
    enabled: Callable[[Canvas], bool] | None = None,
) -> Action:
    """An action of the map, from a plain function of the canvas."""

    def test(bench: Workbench) -> bool:
        return enabled is None or enabled(bench.canvas)

    return Action(name, menu, group, text, keys, lambda b: run(b.canvas), test, "canvas")


def theme_action(choice: ThemeChoice, text: str) -> Action:
    """Show this theme from now on."""

    def run(bench: Workbench) -> None:
        bench.look.choose(choice)
        bench.settings.remember("theme", choice)

    return Action(
        f"theme-{choice}",
        "View",
        6,
        text,
        (),
        run,
        always,
        mark=lambda bench: bench.look.choice == choice,
    )


def part_action(part: Part) -> Action:
    """Open a part of Gate 1, and put the keyboard where its first open question is answered."""
    return Action(
        f"part-{part}",
        "Go",
        2,
        part.title,
        (f"Ctrl+{part}",),
        lambda b: going.to_part(b.canvas, b.properties, part),
        always,
    )


def page_action(number: int, name: str, text: str) -> Action:
    """Show a page under the map, and give it the keyboard."""

    def run(bench: Workbench) -> None:
        bench.below.show_page(name)
        bench.below.enter()

    return Action(
        f"page-{name}",
        "View",
        7,
        text,
        (f"Alt+{number}",),
        run,
        always,
    )
