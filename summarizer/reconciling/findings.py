"""Clusters of claims and figures to findings, with positions, verdicts and weights."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from summarizer.domain.finding import Finding, Topic, Verdict
from summarizer.domain.report import Report
from summarizer.domain.span import Quote
from summarizer.reconciling.corpus import Corpus, corpus_of
from summarizer.reconciling.denials import link_denials
from summarizer.reconciling.figure_findings import figure_finding
from summarizer.reconciling.figures import cluster_figures, figures_of
from summarizer.reconciling.identity import unique
from summarizer.reconciling.lineage import Lineage
from summarizer.reconciling.statement_findings import denial_finding, statement_finding
from summarizer.reconciling.statements import cluster_statements
from summarizer.reconciling.stories import StoryArticles
from summarizer.reconciling.weapon_findings import spec_places, weapon_findings


def find(story: StoryArticles, reports: Sequence[Report], origins: Lineage, *, as_of: date | None) -> tuple[Finding, ...]:
    """Every finding of one story, weightiest first; each claim of the reports is in at least one."""
    corpus = corpus_of(story.articles, reports)
    background = frozenset(story.background)
    told = spec_places(reports)
    figures = [f for f in figures_of(corpus) if (f.claim.article, f.value.printed.start) not in told]
    measures = {(report.article, measure.content) for report in reports for measure in report.measures}
    found = [
        *(_as_measure(finding, measures) for finding in _statements(corpus, origins, as_of)),
        *(figure_finding(group, corpus, origins) for group in cluster_figures(figures, corpus)),
        *weapon_findings(reports, corpus, origins),
    ]
    settled = [_in_its_time(finding, background) for finding in found]
    ordered = sorted(settled, key=lambda finding: (-finding.weight, finding.id, finding.about))
    ids = unique(finding.id for finding in ordered)
    return tuple(replace(finding, id=name) for finding, name in zip(ordered, ids, strict=True))


def _statements(corpus: Corpus, origins: Lineage, as_of: date | None) -> list[Finding]:
    claims = list(corpus.claims.values())
    clusters = cluster_statements(claims, corpus)
    denials = link_denials(claims, clusters, corpus)
    answered: dict[int, list[int]] = {}
    for place, denial in enumerate(denials):
        if denial.answers is not None:
            answered.setdefault(denial.answers, []).append(place)
    found = [statement_finding(c, corpus, origins, as_of=as_of) for i, c in enumerate(clusters) if i not in answered]
    for index, places in answered.items():
        found.append(denial_finding(clusters[index], [denials[place] for place in places], corpus, origins, as_of=as_of))
    found += [denial_finding([], [denial], corpus, origins, as_of=as_of) for denial in denials if denial.answers is None]
    placed = {mention.claim for finding in found for mention in finding.mentions}
    quiet = [claim for claim in claims if claim.id not in placed]
    return found + [statement_finding([claim], corpus, origins, as_of=as_of) for claim in quiet]


def _as_measure(finding: Finding, measures: set[tuple[str, Quote]]) -> Finding:
    """Marked as about a measure where its words state one."""
    stated = any(m.article == article and m.quote.span.overlaps(q.span) for m in finding.mentions for article, q in measures)
    return replace(finding, topic=Topic.MEASURE) if stated and finding.verdict is not Verdict.DENIED else finding


def _in_its_time(finding: Finding, background: frozenset[str]) -> Finding:
    """Marked as background, and lighter, where only earlier articles tell it."""
    if finding.is_background or all(mention.article in background for mention in finding.mentions):
        return replace(finding, is_background=True, weight=finding.weight * 0.5)
    return finding
