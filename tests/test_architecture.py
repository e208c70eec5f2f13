"""The house: who may import whom, how long a file and a function may be."""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tests.conftest import PROJECT

PACKAGE = PROJECT / "pilotmap"
FILES = sorted(PACKAGE.rglob("*.py"))
LAYERS = (
    {"assets", "lazy"},
    {"language", "glyphs"},
    {"model"},
    {"analysis", "layout", "storage", "capture"},
    {"report", "signing", "interop"},
    {"ui", "cli"},
    {"__main__"},
)
RESERVED = {
    "networkx": {"analysis"},
    "pyhanko": {"signing"},
    "PySide6": {"ui"},
    "reportlab": {"report.pdf"},
    "pikepdf": {"report.pdf"},
    "uharfbuzz": {"layout", "report"},  # to shape and measure; to subset what is embedded
    "bidi": {"layout"},
}
# inside the report: what is said is set, what is set becomes a file; neither looks further
REPORT: dict[str, set[str]] = {"setting": set(), "document": {"setting"}, "pdf": {"setting"}}
SHARED = {"numbers", "rounded"}  # by what writes paths and numbers: PDF and SVG
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def module_of(path: Path) -> str:
    """The dotted name of a file of the package."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The top-level package or module below `pilotmap`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def rank(room: str) -> int | None:
    return next((number for number, rooms in enumerate(LAYERS) if room in rooms), None)


def imports(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node, name.name
        elif isinstance(node, ast.ImportFrom):
            yield node, "." * node.level + (node.module or "")


@cache
def source(path: Path) -> tuple[ast.Module, list[str]]:
    text = path.read_text(encoding="utf-8")
    return ast.parse(text), text.splitlines()


def told(fault: Callable[[Path], Iterator[str]]) -> list[str]:
    """What is wrong anywhere in the house, each with the module it is in."""
    return [f"{module_of(path)}: {words}" for path in FILES for words in fault(path)]


def _wrong_ways(path: Path) -> Iterator[str]:
    here = room_of(module_of(path))
    if here == "":
        return
    if rank(here) is None:
        yield f"{here} is no room of the house"
        return
    for _, name in imports(source(path)[0]):
        there = room_of(name)
        if name.startswith("."):
            yield f"relative import of {name}"
        inside = name.split(".")[0] == "pilotmap" and there not in {"", here}
        if inside and not (rank(there) is not None and rank(there) < rank(here)):
            yield f"{here} imports {there}"


def test_imports_point_one_way() -> None:
    assert told(_wrong_ways) == []


def _strangers(path: Path) -> Iterator[str]:
    here = module_of(path)
    for _, name in imports(source(path)[0]):
        rooms = RESERVED.get(name.split(".")[0])
        if rooms is not None and not any(f"{here}.".startswith(f"pilotmap.{r}.") for r in rooms):
            yield f"{here} imports {name}"


def test_libraries_stay_in_their_room() -> None:
    assert told(_strangers) == []


def _looking_further(path: Path) -> Iterator[str]:
    _, _, here = module_of(path).partition("pilotmap.report.")
    room = here.split(".")[0]
    if room not in REPORT:
        return
    for _, name in imports(source(path)[0]):
        _, _, there = name.partition("pilotmap.report.")
        if there and there.split(".")[0] not in {room, *REPORT[room], *SHARED}:
            yield f"{room} imports {there}"


def test_the_rooms_of_the_report_point_one_way() -> None:
    assert told(_looking_further) == []


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(source(path)[0]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _unexplained(path: Path) -> Iterator[str]:
    lines = source(path)[1]
    for function in _functions(path):
        for node, name in imports(function):
            if "#" not in lines[node.lineno - 1] + lines[node.lineno - 2]:
                yield f"{function.name} imports {name} without a reason"


def test_hidden_imports_say_why() -> None:
    assert told(_unexplained) == []


def _too_long(path: Path) -> Iterator[str]:
    lines = source(path)[1]
    if len(lines) > LONGEST_FILE:
        yield f"{len(lines)} lines"
    for node in _functions(path):
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > LONGEST_FUNCTION:
            yield f"{node.name} has {length} lines"


def test_files_and_functions_are_small() -> None:
    assert told(_too_long) == []


def test_no_import_cycles() -> None:
    graph = {module_of(path): _imported(path) for path in FILES}
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " -> ".join((*way[way.index(module) :], module))
        if module in done:
            return
        for other in graph.get(module, ()):
            visit(other, (*way, module))
        done.add(module)

    for module in graph:
        visit(module, ())


def _imported(path: Path) -> set[str]:
    """Modules imported when this one is run, those only for type checking left out."""
    tree, _ = source(path)
    checking = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    here = module_of(path)
    return {
        name
        for node, name in imports(tree)
        if name.startswith("pilotmap") and id(node) not in checking and name != here
    }
