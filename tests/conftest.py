"""What every test may use: the examples, the shared folder, a screen and a home of nobody's."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from pilotmap.model.map import PilotMap
from pilotmap.model.reading import map_from_json

# What the person who runs the tests has set for screen, look and language is for their own windows.
for name in [*os.environ]:
    if name.startswith(("QT_", "LC_", "LANG", "PILOTMAP_LANGUAGE")):
        del os.environ[name]
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_SCALE_FACTOR": "1",
    "LANG": "C.UTF-8",
    "PYTHONUTF8": "1",
}

# Other work on the machine must fail no test, nor must luck: everybody tries the same examples.
settings.register_profile("fixed", deadline=None, derandomize=True)
# `python -m tests.benchmarks.explore` looks for what they miss.
settings.register_profile("explore", deadline=None, print_blob=True)
settings.load_profile("explore" if "PILOTMAP_EXPLORE" in os.environ else "fixed")

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
SAMPLES = PROJECT / "sample_maps"
EXAMPLES = PROJECT / "tests/data/examples"
CORPUS = PROJECT / "tests/data/corpus"


@pytest.fixture(scope="session", autouse=True)
def home_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No settings, keys or unfinished work of the person who runs the tests, nor any left there."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of designs, examples and corpus beside the project."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder is not beside the project")
    return SHARED


@pytest.fixture(scope="session")
def support_map() -> PilotMap:
    """The worked example: tier 1 support."""
    return map_from_json((SAMPLES / "tier1-support.pilotmap.json").read_text(encoding="utf-8"))
