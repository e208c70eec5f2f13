"""Modules that wait until something in them is used."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pilotmap.lazy import lazy_imports

PROGRAM = """
import sys
from pilotmap.lazy import lazy_imports
with lazy_imports():
    import sleeper
    from box import inner, other
print(sorted({"sleeper", "box", "box.inner", "box.other"} & set(sys.modules)))
print(inner.answer(), inner.answer is sys.modules["box.inner"].answer)
print(sorted({"sleeper", "box", "box.inner", "box.other"} & set(sys.modules)))
print(sleeper.NAME)
"""


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    (tmp_path / "box").mkdir()
    (tmp_path / "box" / "__init__.py").write_text("")
    (tmp_path / "box" / "inner.py").write_text("def answer():\n    return 42\n")
    (tmp_path / "box" / "other.py").write_text("raise SystemExit('nobody used it')\n")
    (tmp_path / "sleeper.py").write_text("NAME = 'sleeper'\nprint('awake')\n")
    return tmp_path


def test_a_module_is_loaded_when_something_in_it_is_used(modules: Path) -> None:
    program = f"import sys; sys.path.insert(0, {str(modules)!r})\n{PROGRAM}"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert ended.stdout.splitlines() == [
        "[]",
        "42 True",
        "['box', 'box.inner']",
        "awake",
        "sleeper",
    ]


def test_after_the_block_imports_are_what_they_were() -> None:
    with lazy_imports():
        import colorsys
    import calendar

    assert type(calendar) is type(sys)
    assert type(colorsys) is not type(sys)
    assert colorsys.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)


def test_a_module_that_is_not_there_is_missed_when_it_is_used() -> None:
    with lazy_imports():
        import no_such_module
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        no_such_module.anything()


def test_another_thread_imports_as_ever() -> None:
    errors: list[ModuleNotFoundError] = []

    def import_it() -> None:
        try:
            import no_such_module  # noqa: F401
        except ModuleNotFoundError as error:
            errors.append(error)

    with lazy_imports():
        thread = threading.Thread(target=import_it)
        thread.start()
        thread.join()
    assert [error.name for error in errors] == ["no_such_module"]


def test_what_waits_can_be_loaded_beforehand(modules: Path) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(modules)!r})\n"
        "from pilotmap.lazy import lazy_imports, load\n"
        "with lazy_imports():\n    from box import inner\n"
        "load(inner)\n"
        "print('box.inner' in sys.modules, inner.answer())\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ended.stdout.split() == [b"True", b"42"]
