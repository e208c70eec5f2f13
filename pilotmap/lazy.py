"""Imports of modules that are loaded when something in them is first used.

Start-up pays for what it shows, and a command for what it does. A block at the head of a file says
what it may need later, where readers, type checkers and packagers find imports anyway:

    with lazy_imports():
        from pilotmap.report import svg

`svg` is then used as the module that it stands for, `svg.svg(drawing)`. It has to be a module: of a
single name nobody could tell when it is used. Python 3.15 has the same as `lazy import` (PEP 810).
"""

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import get_ident
from types import ModuleType
from typing import Any


class _Unloaded(ModuleType):
    """Stands for a module; what was asked of it once is remembered."""

    def __getattr__(self, name: str) -> Any:
        found = getattr(import_module(self.__name__), name)
        setattr(self, name, found)
        return found


@contextmanager
def lazy_imports() -> Iterator[None]:
    """Let the imports of this block wait until what they name is used."""
    plain, here = builtins.__import__, get_ident()

    def stand_in(name: str, *about: Any, **named: Any) -> ModuleType:
        if get_ident() != here:  # another thread imports as ever
            return plain(name, *about, **named)
        modules = about[2]  # as the statement gives it, after globals and locals
        if not modules:
            return _Unloaded(name)
        package = ModuleType(name)
        for module in modules:
            setattr(package, module, _Unloaded(f"{name}.{module}"))
        return package

    builtins.__import__ = stand_in
    try:
        yield
    finally:
        builtins.__import__ = plain


def load(*modules: ModuleType) -> None:
    """Load modules that wait, before they are used, such as in a pause."""
    for module in modules:
        import_module(module.__name__)
