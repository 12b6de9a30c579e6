"""What the pipeline asks of the outside, in its own words."""

from typing import Protocol

from summarizer.domain.article import Article
from summarizer.drafts import ReportDraft


class Reader(Protocol):
    """Reads one article and proposes what it says. It may be wrong: grounding proves or rejects each item."""

    @property
    def name(self) -> str:
        """What the briefing's header calls it."""

    def read(self, article: Article) -> ReportDraft:
        """A draft of everything the article says."""
