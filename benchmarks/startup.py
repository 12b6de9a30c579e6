"""Whole-process times, medians of five: `summarizer --help` and `summarizer brief seeds/` against a bare interpreter.

Exit status 1 where a median lies over its bound times `NOISE`.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
NOISE = 1.5  # a shared machine took up to half as long again for the same run; more than that is a loss of the program
BOUNDS = {  # seconds, from the project's first goal
    "summarizer --help": (("-m", "summarizer", "--help"), 0.2),
    "summarizer brief seeds/": (("-m", "summarizer", "brief", "seeds/"), 2.0),
}


def main() -> int:
    """Print a table and return 1 where something is too slow, else 0."""
    bare = timed(("-c", "pass"))
    print(f"{'bare python':26}{bare:7.3f} s")
    slow = False
    for name, (arguments, bound) in BOUNDS.items():
        seconds = timed(arguments)
        is_slow = seconds > bound * NOISE
        mark = "   TOO SLOW" if is_slow else "   over the bound, within noise" if seconds > bound else ""
        print(f"{name:26}{seconds:7.3f} s   bound {bound} s   {seconds / bare:5.1f} x bare python{mark}")
        slow = slow or is_slow
    return 1 if slow else 0


def timed(arguments: tuple[str, ...]) -> float:
    """Seconds that the whole process takes, the median of `RUNS` after one that fills the caches of the disk."""
    took = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        took.append(time.perf_counter() - start)
    return median(took[1:])


if __name__ == "__main__":
    sys.exit(main())
