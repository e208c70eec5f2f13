"""All tables by name."""

from collections.abc import Mapping
from typing import Final

from pilotmap.ui.tables.column import Table
from pilotmap.ui.tables.handoffs_table import HANDOFFS
from pilotmap.ui.tables.registers import LANES, NOTES, ROOM, SYSTEMS
from pilotmap.ui.tables.steps_table import STEPS

TABLES: Final[Mapping[str, Table]] = {
    table.name: table for table in (STEPS, HANDOFFS, SYSTEMS, LANES, NOTES, ROOM)
}
