"""The product's own source, read for the tests of its architecture: modules, imports, classes."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.conftest import PROJECT

FILES = sorted((PROJECT / "pilotmap").rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_of(path: Path) -> str:
    """The dotted name of a file of the package."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


def room_of(module: str) -> str:
    """The top-level package or module below `pilotmap`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


class Import(NamedTuple):
    """One name of an import: the module that it loads, and what it is called from then on."""

    module: str
    wanted: str
    """The name that is taken out of the module; empty where it is the module itself."""
    called: str

    @property
    def loads(self) -> str:
        """The module of the house that this needs, or the one of a library."""
        inner = f"{self.module}.{self.wanted}"
        return inner if inner in MODULES else self.module


def imports(node: ast.AST) -> Iterator[Import]:
    """All imports in a piece of source, those for type checking and in functions too."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import):
            for name in inner.names:
                yield Import(name.name, "", name.asname or name.name.split(".")[0])
        elif isinstance(inner, ast.ImportFrom):
            module = "." * inner.level + (inner.module or "")
            for name in inner.names:
                yield Import(module, name.name, name.asname or name.name)


def functions(node: ast.AST) -> Iterator[Function]:
    """All functions and methods, at any depth."""
    return (inner for inner in ast.walk(node) if isinstance(inner, Function))


def hidden_imports(node: ast.AST) -> set[Import]:
    """The imports inside functions, each once."""
    return {found for function in functions(node) for found in imports(function)}


def waiting_imports(node: ast.AST) -> set[Import]:
    """What the blocks of `lazy_imports` name."""
    blocks = (inner for inner in ast.walk(node) if isinstance(inner, ast.With) and _waits(inner))
    return {found for block in blocks for found in imports(block)}


def _waits(block: ast.With) -> bool:
    return any("lazy_imports" in ast.dump(item.context_expr) for item in block.items)


def is_module(found: Import) -> bool:
    """Whether an import names a module, and not something in one."""
    if not found.wanted:
        return "." not in found.module
    name = f"{found.module}.{found.wanted}"
    return name in MODULES or (not name.startswith("pilotmap") and find_spec(name) is not None)


def used_while_loading(module: ast.Module) -> Iterator[str]:
    """The names that the code of a module looks up before anything in it is called."""
    waiting: list[ast.AST] = [*module.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        within = list(ast.iter_child_nodes(node))
        if isinstance(node, Function):
            bodies = {id(statement) for statement in node.body}
            within = [inner for inner in within if id(inner) not in bodies]
        waiting.extend(within)


def circles() -> list[list[str]]:
    """The modules that need each other, for type checking or when they run (Tarjan 1972)."""
    needs = {
        module: {found.loads for found in imports(tree(path))} & MODULES.keys() - {module}
        for module, path in MODULES.items()
    }
    found: list[list[str]] = []
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_ones: list[str] = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        open_ones.append(module)
        for other in sorted(needs[module]):
            if other not in number:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in open_ones:
                lowest[module] = min(lowest[module], number[other])
        if lowest[module] == number[module]:
            at = open_ones.index(module)
            circle = open_ones[at:]
            del open_ones[at:]
            if len(circle) > 1:
                found.append(sorted(circle))

    for module in needs:
        if module not in number:
            visit(module)
    return found


Class = tuple[str, str]
"""The module of a class, and its name."""


@cache
def classes() -> dict[Class, ast.ClassDef]:
    """All classes of the house that stand at the top of a module."""
    return {
        (module, node.name): node
        for module, path in MODULES.items()
        for node in tree(path).body
        if isinstance(node, ast.ClassDef)
    }


def methods(wanted: Class) -> set[str]:
    """The names of a class's methods, with those of the classes of the house that it extends."""
    node = classes()[wanted]
    own = {inner.name for inner in node.body if isinstance(inner, Function)}
    return own.union(*(methods(base) for base in _bases(wanted)))


def _bases(wanted: Class) -> Iterator[Class]:
    module = wanted[0]
    named = {found.called: found for found in imports(tree(MODULES[module]))}
    for base in classes()[wanted].bases:
        plain = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(plain, ast.Attribute) and isinstance(plain.value, ast.Name):
            found = named.get(plain.value.id)
            place = (found.loads if found else "", plain.attr)
        elif isinstance(plain, ast.Name):
            found = named.get(plain.id)
            place = (found.module, found.wanted) if found else (module, plain.id)
        else:
            continue
        if place in classes():
            yield place
