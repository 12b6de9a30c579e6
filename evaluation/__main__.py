"""`python -m evaluation [NAME …]`: figures of the named sets, or of all; floors are in evaluation/floors.toml."""

import os
import sys
import tomllib
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

NAMES = ("stories", "quantities", "moments", "speech", "copies", "seeds", "injection")
FLOORS = Path(__file__).with_name("floors.toml")


def run(names: list[str], data: Path) -> int:
    """Run each set, print its figures, and return 1 where one lies under its floor, else 0."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    low = []
    for name in names:
        print(f"== {name}")
        evaluate: Callable[[Path], Mapping[str, float]] = import_module(f"evaluation.{name}").main
        figures = evaluate(data)
        for figure, value in figures.items():
            floor = floors.get(name, {}).get(figure)
            mark = "" if floor is None else f"   floor {floor}" + ("" if value >= floor else "   UNDER")
            print(f"   {figure}: {value:.1f}{mark}")
            if floor is not None and value < floor:
                low.append(f"{name} {figure} {value:.1f} < {floor}")
    for line in low:
        print(f"under its floor: {line}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    folder = Path(os.environ.get("EVAL_DATA", "../shared/eval")).resolve()
    wanted = sys.argv[1:] or list(NAMES)
    if not folder.is_dir():
        wanted = [name for name in wanted if name == "seeds"]
        print(f"no labelled data at EVAL_DATA ({folder.name}): only the project's own gold is scored", file=sys.stderr)
    sys.exit(run(wanted, folder))
