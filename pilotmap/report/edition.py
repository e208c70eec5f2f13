"""What a document was made with: another edition may set the same map in other bytes.

It is written into the file, so that who checks the file later knows whether the pages can be built
again and compared.
"""

import hashlib
import json
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import pilotmap
from pilotmap.assets import resource
from pilotmap.language import language
from pilotmap.report.pdf.file import engines
from pilotmap.report.setting.paper import PageName

_ROOMS: Final = ("model", "analysis", "layout", "storage", "report")
_LIBRARIES: Final = (
    "uharfbuzz", "python-bidi", "numpy", "reportlab", "rl_accel", "pikepdf", "pillow",
)  # fmt: skip
_DIGITS: Final = 16


def edition(page: PageName) -> str:
    """The edition of a document on this paper in the language spoken, as one line of JSON."""
    return json.dumps({**made_with(), "page": page, "language": language()}, sort_keys=True)


def made_with() -> dict[str, str]:
    """The generator, its fonts and the libraries whose output is in the bytes of a document."""
    return dict(_made_with())


@lru_cache(maxsize=1)
def _made_with() -> tuple[tuple[str, str], ...]:
    source = Path(pilotmap.__file__).parent
    code = (source / "language.py", *(p for room in _ROOMS for p in (source / room).rglob("*.py")))
    return (
        ("generator", f"{_installed('pilotmap', 'source')}+{_digest(code)}"),
        ("fonts", _digest(_shipped("fonts", "*.ttf"))),
        ("languages", _digest(_shipped("languages", "*.mo"))),
        ("zlib", zlib.ZLIB_RUNTIME_VERSION),
        ("unicode", unicodedata.unidata_version),
        *((library, _installed(library, "none")) for library in _LIBRARIES),
        *engines().items(),
    )


def _shipped(folder: str, pattern: str) -> Iterator[Path]:
    try:
        yield from resource(folder).rglob(pattern)
    except FileNotFoundError:  # an installation without catalogs speaks English
        return


def _installed(package: str, otherwise: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return otherwise


def _digest(files: Iterable[Path]) -> str:
    """A digest over files, each with its name, in the order of their paths."""
    digest = hashlib.sha256()
    for path in sorted(files, key=Path.as_posix):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:_DIGITS]
