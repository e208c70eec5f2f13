"""Processes that judge a file, begun from one that has loaded all they need."""

import multiprocessing
from collections.abc import Iterator

import pytest

from pilotmap.signing import sandbox

_QUICK = "forkserver"


@pytest.fixture(scope="module", autouse=True)
def quick_readers() -> Iterator[None]:
    """Judge files apart as ever, without loading the libraries anew for each of them."""
    if _QUICK not in multiprocessing.get_all_start_methods():
        yield
        return
    needed = ["pilotmap.report.rebuild", "pilotmap.signing.sandbox"]
    quick = multiprocessing.get_context(_QUICK)
    quick.set_forkserver_preload(needed)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sandbox, "_BEGIN", quick)
        yield
