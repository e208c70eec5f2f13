"""Maps for the forms."""

import pytest

from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load
from tests.conftest import SAMPLES


@pytest.fixture
def answered() -> PilotMap:
    """A map in which parts 1 to 4 are answered, and nobody has signed."""
    return load(SAMPLES / "tier1-support.pilotmap.json").replace(signoffs=())
