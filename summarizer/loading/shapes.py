"""What a line of a page looks like: is it prose, a title, a caption? Signs only; `roles` decides."""

import re
from dataclasses import dataclass

from summarizer.domain.span import Span
from summarizer.loading.lines import ALIKE, Block, plain
from summarizer.loading.marks import marks
from summarizer.loading.sentences import sentences

_CLOSERS = "\"')]}*_ "
_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*(?:'(?!\w)|$)")
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself|you're|you'll|you've|you'd)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|we're|we've|we'll|we'd)\b(?!-)", re.IGNORECASE)
_I = re.compile(r"\b(?:I|my)\b")
_PAGE_WORDS = re.compile(
    r"\b(?:(?:un)?subscri\w+|sign(?:ing)? up|newsletter|donat\w+|e-?mail|form below|app|click|browser|cookies?|comments?"
    r"|advert\w*|account|settings|privacy|free trial|offer|inbox|website|reporter|our journalis\w+|support (?:us|our)"
    r"|your story)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:said|told|was|were|had|did|has|have|will|would|could|might|says|added|according|reported|announced|confirmed"
    r"|denied|called|warned|accused|claimed)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"\b(?:after|as|during|while|following|before|ahead of)\b")
_FULL_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:19|20)\d\d"
)
_FIGURES = re.compile(r"(?::|\b(?:UP|DOWN|FLAT)\b).*\d(?:\.\d+)?(?: ?%| percent\b| points?\b| cents?\b)")
_FINITE = re.compile(
    r"\b(?:is|are|am|there|it|he|she|they|I|we|you|can|may|must|should|shall|do|does)\b|\w{3}ed\b|\wn't\b|\b\w+'(?:re|ve|ll)\b"
)


_MARKDOWN = re.compile(r"^(?:#{1,6} |> |\*{1,3}(?=\S)|_{1,2}(?=\w))|(?<=\w)(?:\*{1,3}|_{1,2})$")
_READ = 1500  # characters from each end of a line in which marks are sought; keeps an endless line cheap


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its sentences and its words in plain form.

    `masked` is as long as the block, with quotations blanked; `unquoted` is the plain form of that. `length` counts words.
    Of a line of many thousand characters `plain` and `unquoted` are the two ends.
    """

    block: Block
    spans: tuple[Span, ...]
    masked: str
    plain: str
    unquoted: str
    length: int

    @classmethod
    def of(cls, block: Block) -> "Line":
        masked = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), block.flat.translate(ALIKE))
        words = _MARKDOWN.sub("", plain(block.flat)) or plain(block.flat)
        spans = sentences(block.flat, block.start)
        return cls(block, spans, masked, ends_of(words), ends_of(" ".join(masked.split())), words.count(" ") + 1)

    @property
    def words(self) -> list[str]:
        return self.plain.split()

    @property
    def is_stopped(self) -> bool:
        """Ends as a sentence does, closing quote marks aside."""
        return self.plain.rstrip(_CLOSERS)[-1:] in tuple(".!?…")

    @property
    def is_open(self) -> bool:
        """Ends as prose does that goes on in the next line."""
        return self.plain[-1] in ",;:–—-"

    @property
    def is_list_item(self) -> bool:
        return self.block.flat[0] in "•·▪*-–" and self.length >= 4

    @property
    def is_figures(self) -> bool:
        """A row of market or vote figures."""
        return bool(_FIGURES.search(self.plain))

    @property
    def title_share(self) -> float:
        """Share of words, small ones aside, that begin with a capital, 0 to 1."""
        words = [word.lstrip("\"'([") for word in self.words]
        heavy = [word for word in words if word[:1].isalpha() and word.lower() not in marks().small_words]
        return sum(word[0].isupper() for word in heavy) / len(heavy) if heavy else 0.0

    @property
    def is_quotation(self) -> bool:
        return self.plain[0] in "\"'"

    @property
    def speaks_to_reader(self) -> bool:
        return bool(_SECOND_PERSON.search(self.unquoted))

    @property
    def speaks_of_us(self) -> bool:
        return bool(_FIRST_PERSON.search(self.unquoted))

    @property
    def is_appeal(self) -> bool:
        """Speaks to the reader about the page or the paper, not about the news."""
        return self.speaks_to_reader and bool(_PAGE_WORDS.search(self.unquoted))

    @property
    def is_question_to_reader(self) -> bool:
        """A question of its own, outside quotations, with "you" or "I" in it."""
        is_one = len(self.spans) == 1 and self.unquoted.endswith("?") and not self.is_quotation
        return is_one and (self.speaks_to_reader or bool(_I.search(self.unquoted)))

    @property
    def is_order(self) -> bool:
        """Tells its reader to do something: a line of its own, with "you" or "your" in it or without any verb of a report."""
        if self.is_quotation or len(self.spans) > 2 or not marks().orders.match(self.unquoted):
            return False
        if self.speaks_to_reader:
            return True
        return self.length <= 12 and self.is_stopped and self.title_share < 0.8 and not _is_finite(self.unquoted)

    @property
    def reports(self) -> bool:
        """Has a word of the tenses and verbs in which reports are written."""
        return bool(_REPORTING.search(self.plain))

    @property
    def looks_like_caption(self) -> bool:
        """One sentence that describes a picture: no reporting verb in its main clause, and a caption's verb or none at all."""
        if len(self.spans) != 1 or self.is_quotation or self.length < 4:
            return False
        main = _SUBORDINATE.split(self.unquoted, maxsplit=1)[0]
        words = main.split()
        if _is_finite(main):
            return False
        is_cut = self.length - len(words) > 2
        return (is_cut and 1 <= len(words) <= 6) or _has_caption_verb(words) or _is_participle_phrase(main)

    @property
    def is_dated_caption(self) -> bool:
        """A caption's sentence with a full date in it, as agencies write them."""
        return self.looks_like_caption and bool(_FULL_DATE.search(self.plain)) and not _REPORTING.search(self.unquoted)

    @property
    def is_title_like(self) -> bool:
        """Could stand above an article."""
        return 4 <= self.length <= 30 and not self.is_stopped and not self.is_open


def ends_of(words: str) -> str:
    """`words`, or of a very long text its beginning and end."""
    return words if len(words) <= 2 * _READ else f"{words[:_READ]} {words[-_READ:]}"


def _is_finite(clause: str) -> bool:
    """Has a verb in one of the forms in which reports are written."""
    return bool(_REPORTING.search(clause) or _FINITE.search(clause)) or not marks().past_verbs.isdisjoint(clause.split())


def _has_caption_verb(words: list[str]) -> bool:
    verbs = marks().caption_verbs
    return any(word.lower() in verbs for word in words[1:] if word.islower())


def _is_participle_phrase(main: str) -> bool:
    """ "Workers clearing rubble near the station": a participle before any comma, and no finite verb (the caller saw to that)."""
    words = main.split(",", maxsplit=1)[0].split()[1:9]
    return any(word.endswith("ing") and word.islower() and word not in marks().not_participles for word in words)


def key(text: str) -> str:
    """`text` for recognising a repeated line."""
    return plain(text).casefold().strip(" .")
