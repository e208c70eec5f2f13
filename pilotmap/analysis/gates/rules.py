"""How serious each rule of gates 2 to 4 is: PM6xx, PM7xx and PM8xx.

The last two digits mean the same in each: 01 the gate before has not cleared, 02 a part is missing,
03 no next date, 04 a seat is stale; of gates 2 and 4: 10 cases before the seal, 11 a threshold that
does not fit its seal, 12 one that was changed, 13 the file of the cases is missing, 14 it is not
the one taken in, 15 cases of an earlier version, 16 a decision against the verdict. From 20 on each
gate has its own.
"""

from collections.abc import Mapping
from typing import Final

from pilotmap.analysis.findings.rules import Severity
from pilotmap.model.gates.gate import LaterGate

_ALL: Final[Mapping[int, Severity]] = {1: "error", 2: "error", 3: "warning", 4: "warning"}
_SEALED: Final[Mapping[int, Severity]] = {
    **dict.fromkeys((10, 11, 13, 14, 15, 16), "error"),
    12: "warning",
}
_CAP_OVER: Final = 20
_UNJUDGED: Final = 21
_NO_OWNER_OF_SYSTEM, _NO_OWNER_OF_ROW, _NO_EVIDENCE, _ROW_OPEN = 20, 21, 22, 23
_LENGTH_OF_RUN, _UNIT = 20, 21

SEVERITIES: Final[Mapping[LaterGate, Mapping[int, Severity]]] = {
    2: {**_ALL, **_SEALED, _CAP_OVER: "warning", _UNJUDGED: "warning"},
    3: {
        **_ALL,
        _NO_OWNER_OF_SYSTEM: "warning",
        _NO_OWNER_OF_ROW: "warning",
        _NO_EVIDENCE: "warning",
        _ROW_OPEN: "error",
    },
    4: {**_ALL, **_SEALED, _LENGTH_OF_RUN: "warning", _UNIT: "error"},
}
"""By gate and the last two digits."""
