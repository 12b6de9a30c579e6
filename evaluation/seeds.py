"""The five seed articles, scored against the project's own gold (fixtures/gold/seeds.toml)."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from summarizer import pipeline
from summarizer.briefing import Briefing
from summarizer.domain.article import Article
from summarizer.domain.report import Report
from summarizer.edges.files import gather
from summarizer.language.folding import find, folded
from summarizer.language.moments import find_moments
from summarizer.reading import OfflineReader

ROOT = Path(__file__).parent.parent


def seeds_briefing() -> Briefing:
    """The briefing of the seeds by the offline reader."""
    articles, skipped = gather([str(ROOT / "seeds")], stdin=None, published={})
    return pipeline.brief(articles, reader=OfflineReader(), skipped=skipped)


def main(_data: Path | None = None) -> Mapping[str, float]:
    """Print what is missed and return the shares found, in percent."""
    return score(seeds_briefing())


def score(briefing: Briefing) -> dict[str, float]:
    """The share of each kind of gold that the briefing's reports hold, in percent; every miss is printed."""
    gold = tomllib.loads((ROOT / "fixtures" / "gold" / "seeds.toml").read_text(encoding="utf-8"))
    articles = {short: _article(briefing, name) for short, name in gold["articles"].items()}
    reports = {short: next(r for r in briefing.reports if r.article == article.id) for short, article in articles.items()}
    checks = {
        "facts": lambda row: _fact(row, reports[row["in"]]),
        "roles": lambda row: _role(row, reports[row["in"]]),
        "dates": lambda row: _date(row, articles[row["in"]]),
        "weapons": lambda row: _weapon(row, reports[row["in"]]),
        "boilerplate": lambda row: (
            not any(find(words, claim.text) for claim in reports[row["in"]].claims for words in row["words"])
        ),
    }
    figures = {}
    for kind, holds in checks.items():
        missed = [row for row in gold[kind] if not holds(row)]
        for row in missed:
            print(f"   missed {kind}: {row}")
        figures[kind] = 100 * (1 - len(missed) / len(gold[kind]))
    return figures


def _article(briefing: Briefing, name: str) -> Article:
    return next(article for article in briefing.articles if article.name.endswith(name))


def _fact(row: Mapping[str, Any], report: Report) -> bool:
    return any(
        folded(row["words"]) in folded(claim.text)
        and ("acts" not in row or claim.act in row["acts"])
        and ("speaker" not in row or (claim.attribution.speaker and find(row["speaker"], claim.attribution.speaker.name)))
        for claim in report.claims
    )


def _role(row: Mapping[str, Any], report: Report) -> bool:
    speakers = [claim.attribution.speaker for claim in report.claims if claim.attribution.speaker]
    return any(s.name == row["name"] and s.role and find(row["role"], s.role) for s in speakers)


def _date(row: Mapping[str, Any], article: Article) -> bool:
    first, last = (date.fromisoformat(str(row[key])) for key in ("first", "last"))
    found = [m for m in find_moments(article.text, published=article.published.day) if find(row["words"], m.printed.text)]
    return any((moment.first, moment.last) == (first, last) for moment in found)


def _weapon(row: Mapping[str, Any], report: Report) -> bool:
    mine = [weapon for weapon in report.weapons if weapon.name == row["name"] or find(row["name"], weapon.name)]
    specs = [f"{s.kind} {q.printed.text}" for weapon in mine for s in weapon.specs for q in (s.value, s.restated) if q]
    return bool(mine) and all(any(wanted in spec for spec in specs) for wanted in row["specs"])
