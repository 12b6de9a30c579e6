"""Who speaks at a place and which words are theirs: the speaker that an LLM names, tied to the words of the sentence.

An LLM names the person; the sentence prints "he", "the minister" or a surname. Where the words name somebody else, the words
win: a speaker is never put over a name that stands there.
"""

import re
from dataclasses import dataclass

from summarizer.domain.article import Article, Sentence
from summarizer.domain.span import Span
from summarizer.language.folding import find, find_all, folded
from summarizer.language.names import find_names
from summarizer.prompting.places import Place, find_places, mask_quotes

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "who", "i"})
_NEAR = 2  # sentences in which somebody must be named for a title to stand for them
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|^[^“”\"]*”")
_THAT = re.compile(r"^(?:[^,;:—“”\"¶]{0,60}?\s)?that\s")
_ADDRESSED = re.compile(r"^[^,;:—“”\"¶.]{0,60}[:,]\s*(?=¶)")
_LEFT_OVER = " \t\n,;:—–-"
_FEWEST = 3  # words of a left-over that is still part of what is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """What one place says: pieces of the article's text, who says it as printed there, and the full name if it is another."""

    content: tuple[Span, ...]
    speaker: str
    speaker_is: str | None
    cue: Span | None
    is_direct: bool


def attribute(article: Article, sentence: Sentence, who: str) -> Attributed | None:
    """The sentence's words as said by `who`; `None` where nobody speaks in it, and where its words name another speaker."""
    text = sentence.span.cut(article.text)
    place = _place_of(article, sentence, who)
    if place is None:
        return _continued(article, sentence, who)
    subject = place.subject.cut(text) if place.subject else None
    speaker = _short(subject) if subject else who
    content = _content(text, place)
    if not content:
        return None
    return Attributed(
        content=tuple(span.shifted(sentence.span.start) for span in content),
        speaker=speaker,
        speaker_is=who if subject and folded(who) != folded(speaker) and stands_for(article, sentence, subject, who) else None,
        cue=place.verb.shifted(sentence.span.start),
        is_direct=all(_QUOTED.fullmatch(span.cut(text)) for span in content),
    )


def stands_for(article: Article, sentence: Sentence, subject: str, who: str) -> bool:
    """Whether `subject`, as printed, can be `who`: it has their last name, or it is a pronoun or title and they are named near."""
    if not find(who, article.text):
        return False
    last = who.split()[-1]
    if find(last, subject):
        return True
    if subject.casefold() in _PRONOUNS:
        return any(place.start < sentence.span.end for place in find_all(last, article.text))
    names_other = any(word[0].isupper() for word in subject.split()[1:] if not word.isupper()) and bool(_people(subject))
    return not names_other and _is_near(article, sentence, last)


def _people(words: str) -> tuple[str, ...]:
    return tuple(name.printed for name in find_names(words) if name.kind.value == "person")


def _is_near(article: Article, sentence: Sentence, name: str) -> bool:
    near = range(sentence.number - _NEAR, sentence.number + 2)
    return any(find(name, article.words_of(number)) for number in near if 1 <= number <= len(article.sentences))


def _place_of(article: Article, sentence: Sentence, who: str) -> Place | None:
    """The place at which `who` speaks: by name, else as a pronoun or title, else the only one there is."""
    text = sentence.span.cut(article.text)
    places = find_places(text)
    named = [place for place in places if place.subject and find(who.split()[-1], place.subject.cut(text))]
    able = [place for place in places if place.subject and stands_for(article, sentence, place.subject.cut(text), who)]
    subjects = [place for place in places if place.subject]
    return next(iter([*named, *able, *subjects, *places]), None)


def _continued(article: Article, sentence: Sentence, who: str) -> Attributed | None:
    """A sentence that only goes on with a quotation, or has one and no verb: its speaker must be named near."""
    text = sentence.span.cut(article.text)
    if not _QUOTED.search(text) or not _is_near(article, sentence, who.split()[-1]):
        return None
    named = find(who, text) or find(who.split()[-1], text)
    printed = named.cut(text) if named else _near_words(article, sentence, who)
    span = _trimmed(text, 0, len(text))
    return Attributed(
        content=(span.shifted(sentence.span.start),),
        speaker=printed,
        speaker_is=who if folded(printed) != folded(who) and find(who, article.text) else None,
        cue=None,
        is_direct=_QUOTED.fullmatch(text) is not None,
    )


def _near_words(article: Article, sentence: Sentence, who: str) -> str:
    """How the nearest sentence prints them: the whole name, else the last."""
    for number in (sentence.number - 1, sentence.number - 2, sentence.number + 1):
        if 1 <= number <= len(article.sentences) and find(who, article.words_of(number)):
            return who
    return who.split()[-1]


def _short(subject: str) -> str:
    return " ".join(subject.split())


def _content(text: str, place: Place) -> list[Span]:
    """The words of the sentence that the place attributes: what follows it, or what it interrupts or ends."""
    masked = mask_quotes(text)
    whole = place.whole
    right = masked[whole.end :]
    closes = re.match(r"\s*(?:[.!?]|,(?!\s*¶)|(?:on|in|at|to|after|during)\b[^“”\"¶]{0,60}[.]\s*$|$)", right)
    if not (place.is_inverted or closes or "¶" in masked[: whole.start]):
        return _pieces(text, [(whole.end + _skipped(right), len(text))])
    quoted = [(whole.end + found.start(), whole.end + found.end()) for found in re.finditer("¶+", right)]
    left = (0, whole.start)
    if not masked[: whole.start].strip(_LEFT_OVER):
        return _pieces(text, [(whole.end + _skipped(right), len(text))])
    return _pieces(text, [left, *quoted])


def _skipped(right: str) -> int:
    """How many characters stand between the verb and what is said: an addressee, "that", a colon."""
    for pattern in (_THAT, _ADDRESSED):
        if match := pattern.match(right.lstrip()):
            return len(right) - len(right.lstrip()) + match.end()
    return 0


def _pieces(text: str, ranges: list[tuple[int, int]]) -> list[Span]:
    found = [_trimmed(text, start, end) for start, end in ranges if text[start:end].strip(_LEFT_OVER + ".")]
    return [span for span in found if len(span.cut(text).split()) >= _FEWEST or len(found) == 1]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end - 1 and text[start] in _LEFT_OVER:
        start += 1
    while end > start + 1 and text[end - 1] in _LEFT_OVER:
        end -= 1
    return Span(start, end)
