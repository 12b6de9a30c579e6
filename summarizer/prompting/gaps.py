"""What a reading missed: sentences with a figure, a denial, a quotation or a named weapon that no claim covers."""

from summarizer.domain.article import Article, Sentence
from summarizer.drafts import ReportDraft
from summarizer.prompting.candidates import is_weighty
from summarizer.prompting.sentences import Part, speaking

_AROUND = 1  # sentences before each gap that are shown with it


def find_gaps(draft: ReportDraft, article: Article) -> Part | None:
    """The weighty sentences that no claim of the draft cites, with the sentence before each; `None` where nothing is missing."""
    covered = {number for claim in draft.claims for number in claim.sentences}
    missed = tuple(each for each in speaking(article) if each.number not in covered and is_weighty(article, each))
    if not missed:
        return None
    return Part(own=missed, context=_before(article, missed))


def _before(article: Article, missed: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    own = {sentence.number for sentence in missed}
    wanted = {number - step for number in own for step in range(1, _AROUND + 1)} - own
    return tuple(sentence for sentence in speaking(article) if sentence.number in wanted)
