"""The house: who may import whom, how long a file and a function may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

PACKAGE = PROJECT / "pilotmap"
FILES = sorted(PACKAGE.rglob("*.py"))
LAYERS = (
    {"assets"},
    {"language", "glyphs"},
    {"model"},
    {"analysis", "layout", "storage"},
    {"report", "signing", "interop"},
    {"ui", "cli"},
    {"__main__"},
)
RESERVED = {
    "networkx": {"analysis"},
    "pyhanko": {"signing"},
    "PySide6": {"ui"},
    "uharfbuzz": {"layout", "report"},  # to shape and measure; to subset what is embedded
    "bidi": {"layout"},
}
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


def source(path: Path) -> tuple[ast.Module, list[str]]:
    text = path.read_text(encoding="utf-8")
    return ast.parse(text), text.splitlines()


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_imports_point_one_way(path: Path) -> None:
    here = room_of(module_of(path))
    if here == "":
        return
    assert rank(here) is not None, f"{here} is no room of the house"
    for _, name in imports(source(path)[0]):
        assert not name.startswith("."), f"relative import of {name}"
        there = room_of(name)
        if name.split(".")[0] != "pilotmap" or there in {"", here}:
            continue
        assert rank(there) < rank(here), f"{here} imports {there}"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_libraries_stay_in_their_room(path: Path) -> None:
    here = room_of(module_of(path))
    for _, name in imports(source(path)[0]):
        rooms = RESERVED.get(name.split(".")[0])
        assert rooms is None or here in rooms, f"{here} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_hidden_imports_say_why(path: Path) -> None:
    tree, lines = source(path)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    for function in functions:
        for node, name in imports(function):
            around = lines[node.lineno - 1] + lines[node.lineno - 2]
            assert "#" in around, f"{function.name} imports {name} without a reason"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_files_and_functions_are_small(path: Path) -> None:
    tree, lines = source(path)
    assert len(lines) <= LONGEST_FILE, f"{len(lines)} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


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
