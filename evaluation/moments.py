"""How many times are resolved, and found, as the annotators of a news corpus have them (TimeBank and AQUAINT)."""

import importlib.util
import io
import json
import os
import re
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date, datetime
from pathlib import Path
from typing import Any

from summarizer.domain.span import Span
from summarizer.language.moments import find_moments, resolve_moment

_ROW = re.compile(r"^  (?P<name>\S.*?)\s+(?P<right>\d+)/\s*(?P<asked>\d+) = ", re.M)


def main(data: Path) -> dict[str, float]:
    """Print the scorer's table and return, in percent: `all` and `day` resolved exactly, `found` and `found_precision`."""
    table = resolved(data, lambda _number: True)
    print(table)
    rows = {m["name"]: 100 * int(m["right"]) / int(m["asked"]) for m in _ROW.finditer(table)}
    recall, precision = found(data)
    print(f"found: recall {recall:.3f}, precision {precision:.3f} (a found time that overlaps an annotated one)")
    return {"all": rows["ALL"], "day": rows["gran:day"], "found": 100 * recall, "found_precision": 100 * precision}


def resolved(data: Path, wanted: Callable[[int], bool]) -> str:
    """The scorer's table for the articles whose number in the file is wanted."""
    scorer = _scorer(data)
    scorer.rows = [row for number, row in enumerate(scorer.rows) if wanted(number)]
    printed = io.StringIO()
    with redirect_stdout(printed):
        scorer.evaluate(_timex, "summarizer")
    return printed.getvalue()


def found(data: Path, wanted: Callable[[int], bool] = lambda _number: True) -> tuple[float, float]:
    """Recall over the annotated DATE and TIME spans, and precision over all spans found (any annotated time counts)."""
    hits = asked = good = given = 0
    for number, row in enumerate(map(json.loads, (data / "timex_tbaq.jsonl").read_text(encoding="utf-8").splitlines())):
        if not (row["dct"] and wanted(number)):
            continue
        spans = [m.printed for m in find_moments(row["text"], published=date.fromisoformat(row["dct"][:10]))]
        dated = [x for x in row["timexes"] if x["type"] in ("DATE", "TIME")]
        hits += sum(any(s.start < x["end"] and x["start"] < s.end for s in spans) for x in dated)
        good += sum(any(s.start < x["end"] and x["start"] < s.end for x in row["timexes"]) for s in spans)
        asked, given = asked + len(dated), given + len(spans)
    return hits / asked, good / given


def _timex(_words: str, published: datetime, text: str, start: int, end: int) -> str | None:
    return resolve_moment(text, Span(start, end), published=published.date()).timex


def _scorer(data: Path) -> Any:
    """The scorer of the data set, which opens its data when it is loaded."""
    os.environ["EVAL_DATA"] = str(data)
    spec = importlib.util.spec_from_file_location("score_timex", data / "scorers" / "score_timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "scorers" / "score_timex.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(Path(os.environ.get("EVAL_DATA", "../shared/eval")))
