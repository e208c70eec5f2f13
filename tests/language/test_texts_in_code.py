"""Texts are handed to the catalogs whole, so that the script finds every one of them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import PROJECT

FILES = sorted((PROJECT / "pilotmap").rglob("*.py"))
TEXTS = {"tr": 1, "N_": 1, "trn": 2, "trc": 2}
"""How many of the first arguments are texts."""


def called(node: ast.AST) -> str:
    function = node.func if isinstance(node, ast.Call) else None
    return function.id if isinstance(function, ast.Name) else ""


def is_pieced(text: ast.expr) -> bool:
    """Put together on the spot, or said twice, so that no catalog can hold it."""
    if isinstance(text, ast.IfExp):
        return isinstance(text.body, ast.Constant) or isinstance(text.orelse, ast.Constant)
    return isinstance(text, ast.JoinedStr | ast.BinOp) or called(text) in TEXTS


def wrong_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = called(node)
        if name in TEXTS and isinstance(node, ast.Call):
            texts = node.args[: TEXTS[name]]
            if any(is_pieced(text) for text in texts):
                yield f"line {node.lineno}: {ast.unparse(node)[:80]}"
            if name != "tr" and not all(isinstance(text, ast.Constant) for text in texts):
                yield f"line {node.lineno}: the texts of {name}() are to be written out"


def test_texts_are_whole() -> None:
    assert [f"{path.name}, {words}" for path in FILES for words in wrong_in(path)] == []
