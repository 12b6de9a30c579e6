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
    """Run each set, print its figures in percent, and return 1 where one lies under its floor or over its ceiling, else 0."""
    bounds = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    wrong: list[str] = []
    for name in names:
        print(f"== {name}")
        evaluate: Callable[[Path], Mapping[str, float]] = import_module(f"evaluation.{name}").main
        figures = evaluate(data)
        known = {bound for kind in ("floors", "ceilings") for bound in bounds[kind].get(name, {})}
        wrong += [f"{name} {figure}: bounded, but not measured" for figure in sorted(known - figures.keys())]
        wrong += [told for figure, value in figures.items() if (told := _shown(name, figure, value, bounds))]
    for line in wrong:
        print(f"not reached: {line}", file=sys.stderr)
    return 1 if wrong else 0


def _shown(name: str, figure: str, value: float, bounds: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """Print one row, and return what is wrong with it, if anything."""
    floor, ceiling = (bounds[kind].get(name, {}).get(figure) for kind in ("floors", "ceilings"))
    bound = f"at least {floor}" if floor is not None else f"at most {ceiling}" if ceiling is not None else ""
    is_wrong = (floor is not None and value < floor) or (ceiling is not None and value > ceiling)
    print(f"   {figure:24}{value:7.1f}   {bound}{'   NOT REACHED' if is_wrong else ''}".rstrip())
    return f"{name} {figure} {value:.1f}, {bound}" if is_wrong else ""


if __name__ == "__main__":
    folder = Path(os.environ.get("EVAL_DATA", "../shared/eval")).resolve()
    wanted = sys.argv[1:] or list(NAMES)
    if not folder.is_dir():
        wanted = [name for name in wanted if name == "seeds"]
        print(f"no labelled data at EVAL_DATA ({folder.name}): only the project's own gold is scored", file=sys.stderr)
    sys.exit(run(wanted, folder))
