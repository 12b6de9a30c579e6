"""Several reports to findings: what is agreed, by how many independent origins, what is disputed, what changed."""

from collections.abc import Sequence
from datetime import date

from summarizer.domain.article import Article
from summarizer.domain.finding import Reconciled
from summarizer.domain.report import Report
from summarizer.reconciling.findings import find
from summarizer.reconciling.lineage import lineage
from summarizer.reconciling.stories import split_stories

__all__ = ["reconcile"]


def reconcile(articles: Sequence[Article], reports: Sequence[Report], *, as_of: date | None) -> tuple[Reconciled, ...]:
    """The stories that `articles` tell, each with its findings, weightiest first.

    Pure and deterministic: the same reports give the same findings, ids included. `as_of` is the day for which plans and
    predictions are judged open or past; `None` leaves them open.
    """
    return tuple(
        Reconciled(
            articles=tuple(article.id for article in story.articles),
            background=story.background,
            findings=find(story, reports, lineage(story.articles), as_of=as_of),
        )
        for story in split_stories(articles)
    )
