"""What every test may use: the shared folder, the worked example, an offscreen screen."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

import pytest
from hypothesis import settings

from pilotmap.model.map import PilotMap
from pilotmap.model.reading import map_from_json

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
