"""The one table of actions: menus, keys, the palette and the page of shortcuts come from it.

A new action is a row in the module of its menu: id, text, keys, what it does to the `Workbench`,
when it is enabled. What it does on the map is a plain function in `commands`.
"""

from typing import Final

from pilotmap.ui.action import Action
from pilotmap.ui.actions import (
    edit_menu,
    file_menu,
    go_menu,
    guide_menu,
    help_menu,
    map_menu,
    pages_menu,
    view_menu,
)

ACTIONS: Final[tuple[Action, ...]] = (
    *file_menu.ACTIONS,
    *edit_menu.ACTIONS,
    *map_menu.ACTIONS,
    *go_menu.ACTIONS,
    *view_menu.ACTIONS,
    *pages_menu.ACTIONS,
    *help_menu.ACTIONS,
    *guide_menu.ACTIONS,
)
