"""Runs the property tests with other examples each time, until one fails or the time is over.

    python -m tests.benchmarks.explore [--minutes 10] [--seed SEED] [PATH ...]

The suite itself tries the same examples always; what is found here becomes one of them, by
`@example` or a test of its own. Ends with the exit code of pytest.
"""

import argparse
import os
import random
import subprocess
import sys
import time

from tests.conftest import PROJECT


def explore(seed: int, paths: list[str]) -> int:
    """Run all property tests once with the examples of a seed; returns pytest's exit code."""
    command = ["-m", "pytest", "-q", "-x", "-m", "hypothesis", f"--hypothesis-seed={seed}", *paths]
    environment = {**os.environ, "PILOTMAP_EXPLORE": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=PROJECT, env=environment, check=False
    ).returncode


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, help="the first seed; by chance where none is given")
    parser.add_argument("paths", nargs="*", default=["tests"], metavar="PATH")
    arguments = parser.parse_args()
    seed = random.randrange(2**32) if arguments.seed is None else arguments.seed
    end = time.monotonic() + 60 * arguments.minutes
    while True:
        print(f"seed {seed}", flush=True)
        code = explore(seed, arguments.paths)
        if code or time.monotonic() > end:
            return code
        seed += 1


if __name__ == "__main__":
    sys.exit(main())
