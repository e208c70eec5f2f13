"""The one reader of whole texts: for pasting, dropping, opening and `pilotmap import`."""

from typing import NamedTuple

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.declined import why_no_outline, why_no_table
from pilotmap.capture.outline import Outline, read_outline
from pilotmap.capture.table import Table, guess_columns, read_table
from pilotmap.capture.table_steps import add_table
from pilotmap.capture.unread import Unread
from pilotmap.language import tr
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap


class Pasted(NamedTuple):
    """What a text is: a table to be shown, or an outline that was read; or why it is neither."""

    table: Table | None = None
    outline: Outline | None = None
    declined: str = ""


def read_pasted(
    pilot_map: PilotMap, text: str, cursor: Cursor | None = None, whole: str = ""
) -> Pasted:
    """Tell what a text is and read it; `whole` is the text with what stood around it."""
    table = read_table(text)
    if table is not None:
        return Pasted(table=table, declined=why_no_table(table))
    declined = why_no_outline(text)
    return Pasted(outline=read_outline(pilot_map, whole or text, cursor), declined=declined)


def why_declined(text: str) -> str:
    """Why a text holds no process; empty where it may hold one."""
    table = read_table(text)
    return why_no_outline(text) if table is None else why_no_table(table)


def read_whole(pilot_map: PilotMap, text: str) -> tuple[PilotMap, tuple[Unread, ...]]:
    """The map with a text in it, every guess taken, and what was not read.

    Raises EditRefused where the text holds no process, with the reason.
    """
    pasted = read_pasted(pilot_map, text)
    if pasted.declined:
        raise EditRefused(pasted.declined)
    if pasted.table is None:
        assert pasted.outline is not None  # a text is one of the two
        return pasted.outline.map, pasted.outline.unread
    columns = guess_columns(pasted.table)
    done = add_table(pilot_map, pasted.table, columns)
    unused = (
        Unread(1, heading, tr("The column “{heading}” is not used.", heading=heading), is_row=True)
        for at, heading in enumerate(pasted.table.heading)
        if columns[at] == "none" and heading and any(pasted.table.column(at))
    )
    return done.map, (*unused, *done.unread)
