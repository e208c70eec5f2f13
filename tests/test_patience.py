"""No test depends on the mood of the machine: none is timed, and none gives up early."""

import ast
from collections.abc import Iterator

from tests.conftest import PROJECT

TESTS = PROJECT / "tests"
PATIENT = {TESTS / "processes.py", TESTS / "ui/conftest.py"}
"""Where the patience is kept that all tests share."""
CLOCKS = {"timeit", "perf_counter", "process_time", "thread_time", "monotonic"}
SUITE = [
    path
    for path in sorted(TESTS.rglob("*.py"))
    if path.parent.name != "benchmarks" and not path.stem.endswith("_sweep")
]


def test_nothing_in_a_test_is_timed() -> None:
    found = [
        f"{path.relative_to(TESTS)}:{place}"
        for path in SUITE
        if path not in PATIENT
        for place in impatient(ast.parse(path.read_bytes()))
    ]
    assert not found, "\n".join(("wait as tests/processes.py does:", *found))


def test_what_is_timed_is_found() -> None:
    source = "run(x, timeout=5, text=True)\nfrom time import monotonic\ntime.perf_counter()"
    found = list(impatient(ast.parse(source)))
    assert found == ["2: monotonic", "1: timeout", "1: text", "3: perf_counter"]


def impatient(tree: ast.Module) -> Iterator[str]:
    """Limits of time, clocks, and output read as whoever runs the tests has set."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and _is_impatient(node):
            yield f"{node.value.lineno}: {node.arg}"
        elif isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            yield f"{node.lineno}: {node.attr}"
        elif isinstance(node, ast.alias) and node.name in CLOCKS:
            yield f"{node.lineno}: {node.name}"


def _is_impatient(given: ast.keyword) -> bool:
    if given.arg == "text":  # of a process; where it is a text, it is one of our own functions
        return isinstance(given.value, ast.Constant) and given.value.value is True
    return given.arg == "timeout"
