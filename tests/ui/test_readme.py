"""What the README says of keys and verbs comes from the tables that the program uses.

`python -m tests.ui.test_readme` prints the table of keys for pasting.
"""

from pilotmap.cli.verbs import VERBS
from pilotmap.ui.action import MENU_WORDS
from pilotmap.ui.actions import ACTIONS
from tests.conftest import PROJECT

README = PROJECT / "README.md"


def key_table() -> str:
    """Every action that has a key, by menu, as a Markdown table."""
    rows = ["| key | does |", "|---|---|"]
    for menu in MENU_WORDS:
        for action in ACTIONS:
            if action.menu == menu and action.keys:
                keys = ", ".join(f"`{key}`" for key in action.keys if key != "Enter")
                rows.append(f"| {keys} | {action.text.removesuffix(' …')} |")
    return "\n".join(rows)


def test_the_keys_in_the_readme_are_those_of_the_window() -> None:
    assert key_table() in README.read_text(encoding="utf-8")


def test_the_readme_shows_every_verb() -> None:
    text = README.read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"`pilotmap {verb}" not in text] == []


def test_the_picture_of_the_window_is_there() -> None:
    assert (PROJECT / "resources/pictures/window.png").stat().st_size > 50_000


if __name__ == "__main__":
    print(key_table())
