"""Everything in an article that may speak or be stood for by a pronoun: names, descriptions, collectives, in order of print."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.domain.article import Article, Role, Sentence
from summarizer.domain.claim import SpeakerKind
from summarizer.domain.span import Span
from summarizer.language.name_words import Word, words_of
from summarizer.language.names import Name, NameKind, find_names
from summarizer.language.parties import party_of
from summarizer.language.quotation import find_quotations
from summarizer.language.reporting import reporting_verb_forms
from summarizer.language.titles import described_by, ends_role, head_of

_SPEAKERS = frozenset(
    {NameKind.PERSON, NameKind.STATE, NameKind.ORGANISATION, NameKind.COLLECTIVE, NameKind.MEDIA, NameKind.OTHER}
)  # fmt: skip
_BODY = re.compile(
    r"\b(?:[Tt]he\s+)?(?:(?:[A-Z][\w.]*(?:['’]s)?\s+){1,3}|(?<=[Tt]he ))"
    r"(?:(?:foreign|defen[cs]e|interior|finance|health|justice|armed|security|central|air|state|military)\s+){0,2}"
    r"(?:ministry|military|army|navy|forces?|police|government|parliament|embassy|treasury|bank|authorities)\b"
)
_LIST_GAP = re.compile(r"\s*,\s*(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")
_OBJECT = re.compile(
    r"\b(?:of|for|to|with|by|from|on|in|at|against|about|between|over|under|after|before|near|than|like|as|alongside|and)\s+"
    r"(?:the\s+|a\s+)?(?:[\w.'’]+\s+){0,3}$"
)
_ARTICLE = re.compile(r"(?i)\b(?:the|a|an|his|her|its|their|one|another|some)\s+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or description at its place. `rank`: 0 it speaks, 1 it is the subject, 2 it is elsewhere, 3 it is an object."""

    span: Span
    name: str  # canonical for names, printed for descriptions
    kind: NameKind
    sentence: int
    rank: int
    is_named: bool
    is_quoted: bool
    members: tuple[str, ...] = ()


def mentions_of(article: Article) -> tuple[Mention, ...]:
    """All mentions in headlines, decks, body and captions."""
    text = article.text
    places = _Places(article)
    names = [name for name in find_names(text) if name.kind in _SPEAKERS and places.counts(name.span)]
    found = [places.mention(name.span, name.canonical, name.kind, is_named=True) for name in names]
    found.extend(
        places.mention(span, name, NameKind.COLLECTIVE, is_named=True, members=members)
        for span, name, members in _lists(text, names)
    )
    found.extend(places.mention(span, words, NameKind.OTHER, is_named=False) for span, words in _described(text, names, places))
    found.extend(places.mention(span, name, NameKind.STATE, is_named=True) for span, name in _bodies(text, places))
    return tuple(sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)))


class _Places:
    """Where offsets stand: in which sentence, inside a quotation or not."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._sentences: Sequence[Sentence] = article.sentences
        self._starts = [sentence.span.start for sentence in article.sentences]
        spans = groupby(article.sentences, key=lambda sentence: sentence.paragraph)
        paragraphs = [_hull([sentence.span for sentence in group]) for _, group in spans]
        self._quotations = [quotation.span for quotation in find_quotations(article.text, paragraphs)]
        self._quoted = [span.start for span in self._quotations]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds or precedes `offset`."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def counts(self, span: Span) -> bool:
        """Whether statements or captions are made there."""
        if not self._sentences:
            return False
        sentence = self._sentences[self.sentence_at(span.start)]
        return (sentence.role.carries_statements or sentence.role is Role.CAPTION) and sentence.span.overlaps(span)

    def is_quoted(self, span: Span) -> bool:
        at = bisect_right(self._quoted, span.start) - 1
        return at >= 0 and self._quotations[at].covers(span)

    def mention(self, span: Span, name: str, kind: NameKind, *, is_named: bool, members: tuple[str, ...] = ()) -> Mention:
        index = self.sentence_at(span.start)
        rank = _rank(self._text, self._sentences[index].span, span)
        return Mention(span, name, kind, index, rank, is_named, self.is_quoted(span), members)


def _hull(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _rank(text: str, sentence: Span, span: Span) -> int:
    if _speaks(text, sentence, span):
        return 0
    before = text[sentence.start : span.start]
    if (
        text[span.end : span.end + 2] in {"'s", "’s"}
        or before.endswith("(")
        or text[span.end : span.end + 1] == "-"
        or _OBJECT.search(before[-60:])
    ):
        return 3
    return 1 if not re.search(r"[,;:]|\b(?:that|which|who)\b", before) and len(before.split()) <= 6 else 2


def _speaks(text: str, sentence: Span, span: Span) -> bool:
    """A reporting verb stands right after the name (an apposition may stand between) or right before it."""
    after = re.sub(r"^\s*,[^,.;“”\"]{2,90},", "", text[span.end : min(span.end + 140, sentence.end + 1)])
    verbs = reporting_verb_forms()
    follow = re.findall(r"[\w’']+", after.lower())[:3] if not after.lstrip().startswith((".", "”", '"', "—")) else []
    if any(word in verbs for word in follow[:1]) or (
        follow[:1] and follow[0] in _ADVERBS and any(word in verbs for word in follow[1:2])
    ):
        return True
    before = text[max(sentence.start, span.start - 60) : span.start].lower()
    return re.search(r"\b(?:said|says|added|according to|wrote)\s+(?:[\w.'’-]+\s+){0,6}$", before) is not None


_ADVERBS = frozenset(
    ["also", "later", "has", "have", "had", "then", "flatly", "repeatedly", "previously", "once", "again", "earlier"]
)


def _lists(text: str, names: Sequence[Name]) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    """ "Germany, France and Britain": runs of states and organisations that one "and" ends."""
    run: list[Name] = []
    for name in names:
        gap = text[run[-1].span.end : name.span.start] if run else ""
        if run and _LIST_GAP.fullmatch(gap) and _is_party(name):
            run.append(name)
            if "and" in gap and (party := party_of(text[run[0].span.start : name.span.end])) and party.members:
                yield Span(run[0].span.start, name.span.end), party.name, party.members
                run = []
        else:
            run = [name] if _is_party(name) else []


def _is_party(name: Name) -> bool:
    return name.kind in (NameKind.STATE, NameKind.ORGANISATION, NameKind.PLACE)


def _described(text: str, names: Sequence[Name], places: _Places) -> Iterator[tuple[Span, str]]:
    """Roles without a name: "the US secretary of state", "a defence official", "the driver"."""
    taken = {name.span.start for name in names if name.kind is NameKind.PERSON}
    words = words_of(text)
    for at, word in enumerate(words):
        if head_of(word.bare) is None or not places.counts(word.span):
            continue
        if (
            at + 1 < len(words)
            and (words[at + 1].start in taken or head_of(words[at + 1].bare))
            and words[at + 1].start - word.end <= 2
        ):
            continue
        start = _start(text, words, at)
        end = _end(words, at)
        printed = text[start:end]
        described = described_by(printed)
        if (
            described
            and not described.is_plural
            and _ARTICLE.search(text[max(0, start - 8) : start]) is None
            and start < word.start
        ):
            yield Span(start, end), printed


def _start(text: str, words: Sequence[Word], at: int) -> int:
    """Where the description that ends with word `at` begins: at its article, at most seven words before."""
    for back in range(at - 1, max(at - 8, -1), -1):
        gap = text[words[back].end : words[back + 1].start]
        if gap.strip("’'s -\n") or "\n" in gap:
            return words[back + 1].start
        if words[back].bare.lower() in {"the", "a", "an", "another", "one"}:
            return words[back].start
        if ends_role(words[back].bare):
            return words[back + 1].start
    return words[0].start if at < 8 else words[at].start


def _end(words: Sequence[Word], at: int) -> int:
    """The end of the description, "of state" and "of staff" included."""
    if (
        at + 2 < len(words)
        and words[at + 1].bare == "of"
        and words[at + 2].bare.lower() in {"state", "staff", "police", "defence", "defense", "intelligence"}
    ):
        return words[at + 2].end
    return words[at].end


def _bodies(text: str, places: _Places) -> Iterator[tuple[Span, str]]:
    """Bodies in small letters: "the Iranian foreign ministry", "Ukraine's army"."""
    for match in _BODY.finditer(text):
        party = party_of(match.group())
        if party and party.kind is SpeakerKind.STATE and party.side and places.counts(Span(*match.span())):
            yield Span(*match.span()), party.name
