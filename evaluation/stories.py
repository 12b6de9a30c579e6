"""Reconciling, scored on labelled stories: what the briefing prints against what a careful reader found."""

import importlib.util
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from types import ModuleType

from summarizer import pipeline
from summarizer.briefing import Briefing
from summarizer.domain.article import Article, Credit, Publication
from summarizer.domain.finding import Finding, Verdict
from summarizer.loading import load
from summarizer.loading.sources import SourceFacts
from summarizer.ports import Reader
from summarizer.reading import OfflineReader

_SHARED = (Verdict.AGREED, Verdict.COMPATIBLE, Verdict.SINGLE_ORIGIN)


def scorer(data: Path, name: str) -> ModuleType:
    """A scorer of the data set, as a module. It reads its data from the folder that EVAL_DATA names."""
    os.environ["EVAL_DATA"] = str(data)
    spec = importlib.util.spec_from_file_location(name, data / "scorers" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "scorers" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def story_articles(folder: Path) -> list[Article]:
    """The articles of one story folder, with outlet and date from its meta.json."""
    articles = []
    for row in json.loads((folder / "meta.json").read_text(encoding="utf-8")):
        facts = SourceFacts(
            outlet=Credit(row["outlet"], "data set"),
            published=Publication(date.fromisoformat(row["date_used"]), "data set"),
        )
        loaded = load((folder / row["file"]).read_bytes(), name=row["file"], facts=facts)
        if isinstance(loaded, Article):
            articles.append(loaded)
        else:
            print(f"{folder.name}: {loaded.message}", file=sys.stderr)
    return articles


def brief_story(folder: Path, reader: Reader) -> Briefing:
    """The briefing of one story folder."""
    return pipeline.brief(story_articles(folder), reader=reader)


def groups(briefing: Briefing) -> list[dict[str, object]]:
    """The findings that the briefing prints, in the scorer's form, each quote in one group."""
    names = {article.id: article.name for article in briefing.articles}
    printed = {
        place.finding for story in briefing.stories for section in story.sections for place in (*section.lines, *section.rows)
    }
    return [
        {
            "status": _status(finding),
            "independent_sources": finding.origins,
            "members": [{"file": names[m.article], "quote": m.quote.text} for m in finding.mentions],
            "about": finding.about,
        }
        for story in briefing.stories
        for finding in story.findings
        if finding.id in printed
    ]


def _status(finding: Finding) -> str:
    if finding.verdict in _SHARED:
        return "corroborated" if finding.carriers > 1 else "single"
    return finding.verdict.value


def export(data: Path, out: Path, reader: Reader) -> None:
    """One JSON file for each story in `out`."""
    for key in sorted((data / "stories").glob("*/KEY.json")):
        found = groups(brief_story(key.parent, reader))
        (out / f"{key.parent.name}.json").write_text(json.dumps({"groups": found}, ensure_ascii=False), encoding="utf-8")


def main(data: Path) -> Mapping[str, float]:
    """Print the scorer's table and return its figures in percent."""
    score = scorer(data, "score_stories")
    with tempfile.TemporaryDirectory() as folder:
        export(data, Path(folder), OfflineReader())
        printed = StringIO()
        with redirect_stdout(printed):
            score.score({path.stem: json.loads(path.read_text(encoding="utf-8")) for path in Path(folder).glob("*.json")})
    print(printed.getvalue(), end="")
    return _figures(printed.getvalue().splitlines()[0])


def _figures(line: str) -> dict[str, float]:
    """The percentages of the scorer's first line by name."""
    found = {}
    for part in line.split("|") if "|" in line else [line]:
        name, _, rest = part.strip().rpartition(" ")
        found[name.rstrip("0123456789/= ").replace(" ", "_") or name] = float(rest.rstrip("%") or 0)
    return found
