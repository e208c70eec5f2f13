"""Reads PDFs with the tools that people have: poppler and qpdf."""

import shutil
import subprocess
from pathlib import Path

import pytest


def run(tool: str, *arguments: str) -> str:
    """What a tool prints; the test is skipped where the tool is not installed."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run([tool, *arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()
    return done.stdout.decode("utf-8")


def text_of(path: Path, *options: str) -> str:
    """The text of a PDF, white space as single spaces."""
    return " ".join(run("pdftotext", *options, str(path), "-").split())


def pages_of(path: Path) -> list[str]:
    """The text of each page, white space as single spaces."""
    *pages, _ = run("pdftotext", str(path), "-").split("\f")
    return [" ".join(page.split()) for page in pages]


def info_of(path: Path) -> dict[str, str]:
    """The entries that pdfinfo prints."""
    lines = run("pdfinfo", str(path)).splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def fonts_of(path: Path) -> list[tuple[str, bool, bool, bool]]:
    """Each font's name, and whether it is embedded, a subset, and readable as Unicode."""
    rows = run("pdffonts", str(path)).splitlines()[2:]
    return [(row.split()[0], *(word == "yes" for word in row.split()[-5:-2])) for row in rows]


def squeezed(text: str) -> str:
    """The text without white space, since a reader may part lines and words elsewhere."""
    return "".join(text.split())
