"""The reader that needs no key and no network: speech, narration, weapons and measures put together into one draft."""

from summarizer.domain.article import Article
from summarizer.drafts import ReportDraft
from summarizer.errors import LanguageError
from summarizer.language.people import who_is_who
from summarizer.reading.measures import draft_measures
from summarizer.reading.narration import draft_narration
from summarizer.reading.speech import find_utterances
from summarizer.reading.statements import draft_spoken, spoken_of
from summarizer.reading.weapons import draft_weapons


class OfflineReader:
    """Reads English news by rules; deterministic, and grounded by construction since it proposes only printed words."""

    name = "offline 1"

    def read(self, article: Article) -> ReportDraft:
        """A draft of everything the rules find; `LanguageError` where the article is not in English."""
        if article.language not in ("en", "und"):
            raise LanguageError(
                f"written in {article.language!r}, and the offline reader reads English: name another with --model"
            )
        spoken = spoken_of(article, find_utterances(article), who_is_who(article))
        claims = (*draft_spoken(article, spoken), *draft_narration(article, [each.utterance for each in spoken]))
        return ReportDraft(
            claims=tuple(sorted(claims, key=lambda claim: claim.sentences)),
            weapons=draft_weapons(article),
            measures=draft_measures(article),
        )
