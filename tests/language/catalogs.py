"""The script that writes the catalogs, as a module for the tests."""

import importlib.util
from types import ModuleType

from pilotmap.assets import resource


def load_script() -> ModuleType:
    path = resource("languages/build_catalogs.py")
    spec = importlib.util.spec_from_file_location("build_catalogs", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
