"""Runs every attack and every control, and prints a table; ends with 1 where a verdict is wrong.

    python -m tests.signing.attack_sweep [--all] [FAMILY ...]

With --all each variant is printed with its reason; families named are the only ones run.
"""

import logging
import sys
import time
from collections import Counter

from tests.signing.cases import cases
from tests.signing.controls import controls
from tests.signing.files import judged


def main(arguments: list[str]) -> int:
    logging.disable(logging.CRITICAL)
    tried: Counter[str] = Counter()
    wrong: list[str] = []
    unmade: list[str] = []
    slowest = (0.0, "")
    families = {each for each in arguments if not each.startswith("--")}
    for case in cases():
        if families and case.family not in families:
            continue
        label = f"{case.family} / {case.signers} signed / {case.name}"
        try:
            data = case.make()
        except Exception as error:  # noqa: BLE001 (the attack's own tool refuses it)
            unmade.append(f"{label}: {type(error).__name__}")
            continue
        start = time.process_time()
        report = judged(data)
        slowest = max(slowest, (time.process_time() - start, label))
        tried[case.family] += 1
        if report.verdict != case.verdict:
            wrong.append(f"{label}: {report.verdict} instead of {case.verdict}")
        if "--all" in arguments:
            print(f"{label}: {report.verdict}: {report.reason}")
    for name, make in () if families else controls():
        report = judged(make())
        tried["control"] += 1
        if report.verdict != "accept":
            wrong.append(f"control / {name}: {report.verdict}: {report.reason}")
    for family, count in tried.items():
        print(f"{family:20} {count:4}")
    print(f"{'in all':20} {tried.total():4}, wrong {len(wrong)}, not makeable {len(unmade)}")
    print(f"slowest: {slowest[0]:.2f} s CPU, {slowest[1]}")
    print(*(f"WRONG {each}" for each in wrong), sep="\n")
    print(*(f"not makeable: {each}" for each in unmade), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
