"""The offline reader: an article to a draft of what it says, by rules and tables. English only."""

from summarizer.reading.offline import OfflineReader

__all__ = ["OfflineReader"]
