"""`pilotmap check`: findings and numbers of maps."""

from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from pilotmap.analysis.figures import Figures, figures
from pilotmap.analysis.findings import Finding, find
from pilotmap.analysis.gate1 import Gate1, gate1
from pilotmap.analysis.gates.state import LaterGateNow, later_gates
from pilotmap.analysis.ranges import Ranges, ranges
from pilotmap.analysis.reasons import null_reasons
from pilotmap.cli.check_text import check_text
from pilotmap.cli.gate_text import gate_text
from pilotmap.cli.maps import maps_meant, read_map
from pilotmap.cli.options import format_option, language_option, print_json, today_option
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning
from pilotmap.storage.records_kept import beside_of

_COULD_NOT: Final = 2


class _Checked(NamedTuple):
    file: str
    map: PilotMap
    numbers: Figures
    ranges: Ranges
    findings: tuple[Finding, ...]
    gate: Gate1
    later: LaterGateNow | None = None

    @property
    def has_errors(self) -> bool:
        judged = self.findings if self.later is None else self.later.findings
        return any(finding.severity == "error" for finding in judged)

    def as_json(self) -> dict[str, Any]:
        later = self.later
        return {
            "file": self.file,
            "meaning": meaning(self.map),
            "gate1": self.gate.as_json(),
            **({} if later is None else {f"gate{later.gate}": later.as_json()}),
            "numbers": self.numbers.as_json()
            | self.ranges.as_json()
            | {"because": dict(null_reasons(self.map, self.numbers, self.ranges))},
            "findings": [
                {"rule": f.rule, "severity": f.severity, "message": f.message, "refs": f.refs}
                for f in (*self.findings, *(later.findings if later else ()))
            ],
        }


@click.command(
    epilog="Example: pilotmap check support.pilotmap.json maps/ --format json",
    short_help="Findings and numbers of maps.",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--gate",
    type=click.Choice(["1", "2", "3", "4"]),
    default="1",
    help="Which gate decides about the exit code; a later one is told beside Gate 1.",
)
@format_option
@today_option
@language_option
def command(files: tuple[str, ...], gate: str, form: str, today: date | None) -> int:
    """Say what is wrong with maps, and what they tell in numbers.

    A folder stands for every map in it. With --format json each map is one line that holds one
    JSON object. The exit code is 1 when a map (with --gate: that gate of it) has errors, and 2 when
    one could not be read; the others are checked all the same.
    """
    codes = [0]
    for at, file in enumerate(maps_meant(files)):
        try:
            checked = _checked(file, today or date.today(), int(gate))
        except PilotMapError as error:
            click.echo(" ".join(error.message.split()), err=True)
            codes.append(_COULD_NOT)
            continue
        _print(checked, form, today or date.today(), first=at == 0)
        codes.append(1 if checked.has_errors else 0)
    return max(codes)


def _checked(file: str, today: date, number: int) -> _Checked:
    pilot_map = read_map(file)
    numbers = figures(pilot_map)
    findings = find(pilot_map, today, numbers=numbers)
    gate = gate1(pilot_map, today, findings=findings)
    later = None
    if number != 1:
        is_map = not file.lower().endswith(".pdf")
        beside = beside_of(pilot_map, Path(file) if is_map else None)
        gates = later_gates(pilot_map, gate, today, beside)
        later = next(now for now in gates.values() if now.gate == number)
    return _Checked(file, pilot_map, numbers, ranges(pilot_map, numbers), findings, gate, later)


def _print(checked: _Checked, form: str, today: date, *, first: bool) -> None:
    if form == "json":
        print_json(checked.as_json())
        return
    if not first:
        click.echo()
    file, pilot_map, numbers, sure, findings, gate, later = checked
    click.echo(check_text(file, pilot_map, numbers, sure, findings, gate))
    if later is not None:
        click.echo("\n" + gate_text(pilot_map, later, today))
