"""From the plain data of an older version to that of this one, step by step.

A new version of the format adds one function `_from_N_to_N+1` at the end of MIGRATIONS, raises
VERSION in the model, and freezes a file of version N under tests/data. No step is ever changed.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from pilotmap.language import tr
from pilotmap.model.errors import InvalidMap, MissingKey, NewerFile
from pilotmap.model.gates.integration import OWN
from pilotmap.model.value import LONGEST_ID

Data = dict[str, Any]
Migration = Callable[[Data], Data]


def _from_1_to_2(data: Data) -> Data:
    """A `through` that equals a system's id meant the system; now it says so."""
    systems = {str(system.get("id")) for system in _objects(data.get("systems"))}

    def moved(flow: Data) -> Data:
        through = flow.get("through")
        if not isinstance(through, str) or through not in systems or "through_system" in flow:
            return flow
        return {("through_system" if key == "through" else key): flow[key] for key in flow}

    flows = data.get("flows")
    if not isinstance(flows, list):
        return data
    return data | {"flows": [moved(flow) if isinstance(flow, dict) else flow for flow in flows]}


def _from_2_to_3(data: Data) -> Data:
    """Gates 2 to 4 in the form of `gates.md`; nothing that their first form held is lost.

    The cases, which have their own file now, are carried until somebody takes them into it; what
    was to be fixed and the rows of the work list were written by hand, and stay so.
    """
    changes = {
        key: turned(data[key])
        for key, turned in (
            ("feasibility", _feasibility_3),
            ("integration", _integration_3),
            ("shadow", _shadow_3),
        )
        if isinstance(data.get(key), dict)
    }
    return data | changes


def _feasibility_3(old: Data) -> Data:
    new = _renamed(old, {"cases": "carried"})
    to_fix = old.get("to_fix")
    if isinstance(to_fix, str):
        new = {**new, "to_fix": [{"text": to_fix}] if to_fix else []}
    return new


def _integration_3(old: Data) -> Data:
    rows = old.get("rows")
    if not isinstance(rows, list):
        return old
    return old | {"rows": [_row_3(row) if isinstance(row, dict) else row for row in rows]}


def _row_3(old: Data) -> Data:
    new = _renamed(old, {"id": "key"})
    key = new.get("key")
    if isinstance(key, str) and len(OWN + key) <= LONGEST_ID:
        new["key"] = OWN + key
    return new


def _shadow_3(old: Data) -> Data:
    new = _renamed(old, {"records": "carried"})
    flipped = new.pop("flipped", None)
    return new if flipped is None else new | {"flip": {"choice": "flip", "on": flipped}}


def _renamed(old: Data, names: dict[str, str]) -> Data:
    return {names.get(key, key): value for key, value in old.items()}


def _objects(value: Any) -> list[Data]:
    """The objects in what ought to be a list of them; what is amiss, the model refuses later."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


MIGRATIONS: Final[tuple[Migration, ...]] = (_from_1_to_2, _from_2_to_3)
"""The step at index 0 leads from version 1 to 2, the next from 2 to 3, without gaps."""


def newest(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """The version that the steps lead to: one more than there are steps."""
    return len(migrations) + 1


def migrated(data: Data, migrations: Sequence[Migration] = MIGRATIONS) -> Data:
    """The data in the newest version; the given data stays as it is.

    Raises InvalidMap where the version is no number of a version that ever was.
    """
    version = data.get("version")
    if "version" not in data:
        raise MissingKey(
            "$.version",
            tr(
                "this key is missing; it says {version} in a file of this PilotMap",
                version=newest(migrations),
            ),
        )
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InvalidMap("$.version", tr("must be a whole number from 1 on"), _shown(version))
    if version > newest(migrations):
        words = tr(
            "the file was made by a newer PilotMap (this one reads up to {version})",
            version=newest(migrations),
        )
        raise NewerFile("$.version", words, str(version))
    for number in range(version, newest(migrations)):
        data = migrations[number - 1](data) | {"version": number + 1}
    return data


def _shown(version: object) -> str:
    return json.dumps(version)[:40]
