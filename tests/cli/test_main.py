"""The command line as a whole: usage, help, exit codes, pipes, interrupts, what is loaded."""

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from pilotmap.cli.main import run
from pilotmap.cli.verbs import VERBS
from tests.cli.running import pilotmap, pilotmap_apart, refusal, without_screen
from tests.conftest import SAMPLES
from tests.processes import once, running

SUPPORT = SAMPLES / "tier1-support.pilotmap.json"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb, "--help"]) == 0
    assert f"Example: pilotmap {verb}" in capsys.readouterr().out


def test_help_names_every_verb() -> None:
    ran = pilotmap_apart("--help")
    assert ran.returncode == 0
    assert all(f"\n  {verb} " in ran.stdout for verb in VERBS)
    assert "Example: pilotmap check" in ran.stdout


def test_the_version_is_told() -> None:
    ran = pilotmap_apart("--version")
    assert ran.returncode == 0
    assert ran.stdout.startswith("PilotMap ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc", "x"], "there is no verb “chekc”; the verbs are check, export"),
        (["--colour"], "no such option"),
        (["check"], "missing argument 'FILE...'"),
        (["check", "--format", "xml", "x"], "'xml' is not one of 'text', 'json'"),
        (["check", "--today", "soon", "x"], "'soon' does not match the format"),
        (["check", "--frmat", "json", "x"], "--format"),
        (["export", "x"], "missing option '-o'"),
        (["export", "x", "-o"], "requires an argument"),
        (["export", "x", "y", "-o", "z.pdf"], "unexpected extra argument"),
        (["export", "x", "-o", "z.pdf", "--page", "a5"], "'a5' is not one of"),
        (["new"], "missing option '-o'"),
        (["schema", "x"], "unexpected extra argument"),
        (["status"], "missing argument 'DIR'"),
        (["check", ""], "an argument is empty"),
        ([""], "an argument is empty"),
        ([str(SUPPORT), str(SUPPORT)], "the editor opens one file at a time"),
    ],
)
def test_bad_usage_is_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert said in captured.err
    assert "--help" in captured.err


def test_bad_usage_in_a_process_of_its_own() -> None:
    line = refusal(pilotmap_apart("export", SUPPORT, "-o", "map.docx"))
    assert "must end in one of .pdf, .svg, .png, .json" in line


def test_a_name_with_line_breaks_stays_one_line() -> None:
    assert "does not exist" in refusal(pilotmap("check", "a\nb\nc.pilotmap.json"))


def test_a_terminal_without_unicode_loses_letters_not_the_run() -> None:
    ran = pilotmap_apart("check", SUPPORT, PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0
    assert "\\u201cLog the ticket\\u201d" in ran.stdout


def test_json_is_utf_8_on_any_terminal() -> None:
    ran = pilotmap_apart("check", SUPPORT, "--format", "json", PYTHONIOENCODING="latin-1")
    assert "“Log the ticket”" in ran.stdout


def test_a_reader_that_leaves_is_no_failure() -> None:
    with started("schema", stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait() == 141
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_output_on_a_full_disk_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full, started("schema", stdout=full) as process:
        _, told = process.communicate()
    assert process.returncode == 2
    assert told.count(b"\n") == 1
    assert b"No space left on device" in told


def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes to wait at")
    pipe = tmp_path / "slow.pilotmap.json"
    os.mkfifo(pipe)
    with started("check", str(pipe), stdout=subprocess.DEVNULL) as process, half_a_map(pipe):
        once(lambda: is_waiting(process))
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 130
    assert told == b""


def test_no_verb_loads_qt(tmp_path: Path) -> None:
    loaded = modules_after(
        ["check", str(SUPPORT)],
        ["check", str(SUPPORT), "--format", "json"],
        ["status", str(SAMPLES)],
        ["schema"],
        ["new", "-o", "OUT.pilotmap.json", "--template", "tier1-support"],
        ["export", str(SUPPORT), "-o", "OUT.pdf"],
        ["export", str(SUPPORT), "-o", "OUT.svg"],
        ["export", str(SUPPORT), "-o", "OUT.png"],
        ["export", str(SUPPORT), "-o", "OUT.json", "--view", "with-ai"],
        ["verify", "OUT.pdf"],
        cwd=tmp_path,
    )
    assert not loaded & {"PySide6", "shiboken6"}


def test_check_loads_neither_the_painters_nor_the_tables(tmp_path: Path) -> None:
    loaded = modules_after(["check", str(SUPPORT)], cwd=tmp_path)
    late = {"uharfbuzz", "rich", "PIL", "pypdfium2", "reportlab", "pikepdf"}
    assert not loaded & late


def test_bad_usage_of_export_loads_no_painter(tmp_path: Path) -> None:
    loaded = modules_after(["export", "x", "-o", "y.docx"], cwd=tmp_path, expected={2})
    assert not loaded & {"uharfbuzz", "numpy", "pypdfium2", "reportlab", "pikepdf"}


def modules_after(
    *runs: list[str], cwd: Path, expected: Collection[int] = frozenset((0, 1))
) -> set[str]:
    """The top-level modules loaded once verbs have run, one after another in one process."""
    code = (
        "import json, sys\n"
        "from pilotmap.__main__ import run\n"
        "codes = [run(arguments) for arguments in json.loads(sys.argv[1])]\n"
        "names = sorted({name.split('.')[0] for name in sys.modules})\n"
        "print('\\n' + json.dumps([codes, names]))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, json.dumps(runs)],
        capture_output=True, encoding="utf-8", cwd=cwd, env=without_screen(), check=True,
    )  # fmt: skip
    codes, names = json.loads(ran.stdout.splitlines()[-1])
    assert len(codes) == len(runs)
    assert set(codes) <= set(expected), ran.stderr
    return set(names)


def started(*arguments: str, stdout: object) -> AbstractContextManager[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "pilotmap", *arguments]
    return running(command, stdout=stdout, stderr=subprocess.PIPE, env=without_screen())


@contextlib.contextmanager
def half_a_map(pipe: Path) -> Iterator[None]:
    """Let the reader of a named pipe have the beginning of a map, and wait for the rest."""
    descriptor = once(lambda: opened(pipe))
    try:
        os.write(descriptor, b'{"format":')
        once(lambda: unread(descriptor) == 0)
        yield
    finally:
        os.close(descriptor)


def is_waiting(process: subprocess.Popen[bytes]) -> bool:
    """Whether it sleeps: Python notices no signal that comes between two reads of one file."""
    told = Path(f"/proc/{process.pid}/stat")
    return not told.exists() or told.read_text().rpartition(")")[2].split()[0] == "S"


def opened(pipe: Path) -> int | None:
    """The end of a named pipe to write to; None while nobody is at the other."""
    try:
        return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        return None


def unread(descriptor: int) -> int:
    """How many bytes lie in a pipe."""
    import fcntl  # only where there are named pipes
    import termios

    return int.from_bytes(fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)), sys.byteorder)


def test_a_misspelt_verb_is_not_taken_for_a_map() -> None:
    told = refusal(pilotmap_apart("frobnicate"))
    assert "frobnicate" in told
    assert "--help" in told


def test_an_empty_name_opens_no_window() -> None:
    assert "an argument is empty" in refusal(pilotmap_apart(""))


@pytest.mark.skipif(os.name == "nt", reason="a shell of another kind")
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_outputs_change_neither_the_work_nor_the_exit_code(
    tmp_path: Path, closed: str
) -> None:
    target = tmp_path / "map.json"
    program = f'"{sys.executable}" -m pilotmap'
    for words, code in (("check no-such-file", 2), (f'export "{SUPPORT}" -o "{target}"', 0)):
        ran = subprocess.run(
            ["/bin/sh", "-c", f"exec {program} {words} {closed}"],
            env=without_screen(),
            capture_output=True,
            check=False,
        )
        assert (ran.returncode, ran.stdout) == (code, b"")
    assert json.loads(target.read_text(encoding="utf-8"))["lanes"], "the geometry and nothing else"
