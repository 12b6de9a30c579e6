"""Who speaks at a place and which words are theirs: the speaker that an LLM names, tied to the words of the sentence.

An LLM names the person; the sentence prints "he", "the minister" or a surname. Where the words name somebody else, the words
win: a speaker is never put over a name that stands there.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.domain.article import Article, Sentence
from summarizer.domain.span import Span
from summarizer.language.folding import find, find_all, folded
from summarizer.language.names import NameKind, find_names
from summarizer.language.titles import head_of
from summarizer.prompting.places import Place, find_places, mask_quotes

_PERSONAL = frozenset({"he", "she", "i"})
_PRONOUNS = _PERSONAL | {"they", "it", "we", "who"}
_BACK = 6  # sentences in which the last named speaker is looked for
_NEAR = 1  # sentences in which somebody must be named for a title to stand for them
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|^[^“”\"]*”")
_THAT = re.compile(r"^(?:[^,;:—“”\"¶]{0,60}?\s)?that\s")
_ADDRESSED = re.compile(r"^[^,;:—“”\"¶.]{0,60}[:,]\s*(?=¶)")
_LEFT_OVER = " \t\n,;:—–-"
_CLOSES = re.compile(r"\s*(?:[.!?]|,(?!\s*¶)|(?:on|in|at|to|after|during)\b[^“”\"¶]{0,60}[.]\s*$|$)")
_WHEN = re.compile(
    r"\s*(?:(?:on\s+|late\s+|early\s+|this\s+|last\s+)?(?:\w+day|week|month|year)|as|while|when|in|at|during|after)\b"
)
_FEWEST = 3  # words of a left-over that is still part of what is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """What one place says: pieces of the article's text, who says it as printed there, and the full name if it is another."""

    content: tuple[Span, ...]
    speaker: str
    speaker_is: str | None
    cue: Span | None
    is_direct: bool


def attribute(article: Article, sentence: Sentence, who: str) -> tuple[Attributed, ...]:
    """What is said in the sentence, one for each place that has a speaker; empty where nobody is seen to speak in it.

    A subject that names one person is that person. For every other one `who` is put where the printed words can stand for
    them, and where they cannot, the words stay as they are.
    """
    text = sentence.span.cut(article.text)
    places = [place for place in find_places(text) if place.subject]
    if not places:
        return _continued(article, sentence, who)
    found = (
        _at(article, sentence, places, at, _name(article, sentence, _words(text, place), who)) for at, place in enumerate(places)
    )
    return tuple(each for each in found if each)


def _name(article: Article, sentence: Sentence, subject: str, who: str) -> str | None:
    """The full name behind a subject as printed: by its own last word, else `who`, else for "he" the last who spoke by name."""
    known = [word for word in re.split(r"[\s,]+", subject) if word in _last_names(article)]
    if len(set(known)) > 1:
        return None  # several speak as one
    if last_name(subject) in known:
        return fullest(article, subject)
    if stands_for(article, sentence, subject, who):
        return fullest(article, who)
    if not who and subject.casefold() in _PERSONAL:
        named = _last_speakers(article, sentence)
        return fullest(article, named[0]) if len(named) == 1 else None
    return None


def _last_names(article: Article) -> frozenset[str]:
    return frozenset(last_name(person) for person in people_in(article.text))


def stands_for(article: Article, sentence: Sentence, subject: str, who: str) -> bool:
    """Whether `subject`, as printed, can be `who`: by their last name, as a pronoun, or as a title where they are named near."""
    if not who or not find(who, article.text):
        return False
    last, named = last_name(who), people_in(subject)
    if named or find(last, subject):
        return len(named) < 2 and " and " not in subject and find(last, subject) is not None
    is_person = bool(people_in(who))
    if subject.casefold() in _PRONOUNS:
        return (is_person or subject.casefold() not in _PERSONAL) and _last_to_speak(article, sentence, last)
    if is_person and not any(head_of(word) for word in subject.split()):
        return False  # a state or a ministry is nobody's title
    return _is_near(article, sentence, last)


def _last_to_speak(article: Article, sentence: Sentence, last: str) -> bool:
    """Whether the person named last as a speaker has this last name; where nobody is, whether they are named before."""
    named = _last_speakers(article, sentence)
    if named:
        return any(last_name(subject) == last for subject in named)
    return any(place.start < sentence.span.end for place in find_all(last, article.text))


def _last_speakers(article: Article, sentence: Sentence) -> tuple[str, ...]:
    """The subjects that name a person, in the nearest sentence before, not far back, that has one."""
    known = _last_names(article)
    for number in range(sentence.number - 1, max(sentence.number - _BACK, 0), -1):
        text = article.words_of(number)
        subjects = [_words(text, place) for place in find_places(text) if place.subject]
        named = tuple(subject for subject in subjects if last_name(subject) in known)
        if named:
            return named
    return ()


def fullest(article: Article, name: str) -> str:
    """The fullest name that the article prints for somebody with this last name, nearest to its start."""
    last = last_name(name)
    names = [person for person in people_in(article.text) if last_name(person) == last]
    return " ".join(max(names, key=lambda each: len(each.split()), default=name).split())


def last_name(who: str) -> str:
    """The last word of a name."""
    return who.rsplit(maxsplit=1)[-1]


@lru_cache(maxsize=512)
def people_in(words: str) -> tuple[str, ...]:
    """The people whom the words name."""
    return tuple(name.printed for name in find_names(words) if name.kind is NameKind.PERSON)


def _is_near(article: Article, sentence: Sentence, name: str) -> bool:
    near = range(sentence.number - _NEAR, sentence.number + _NEAR + 1)
    return any(find(name, article.words_of(number)) for number in near if 1 <= number <= len(article.sentences))


def _words(text: str, place: Place) -> str:
    return " ".join(place.subject.cut(text).split()) if place.subject else ""


def _at(article: Article, sentence: Sentence, places: list[Place], at: int, who: str | None) -> Attributed | None:
    """What the place says, up to the next one that a mark divides from it."""
    text = sentence.span.cut(article.text)
    place = places[at]
    content = _content(text, place, _end(text, places, at))
    if not content:
        return None
    speaker = _words(text, place)
    return Attributed(
        content=tuple(span.shifted(sentence.span.start) for span in content),
        speaker=speaker,
        speaker_is=who if who and folded(who) != folded(speaker) else None,
        cue=place.verb.shifted(sentence.span.start),
        is_direct=all(_QUOTED.fullmatch(span.cut(text)) for span in content),
    )


def _end(text: str, places: list[Place], at: int) -> int:
    """Where the words of a place end: at the next place with a mark before it, else at the sentence's end."""
    for later in places[at + 1 :]:
        between = mask_quotes(text)[places[at].whole.end : later.whole.start]
        if re.search(r"[,;]\s+(?:but|and|while|although|though)\s+$", between):
            return later.whole.start - len(between) + len(re.sub(r"[,;]\s+\w+\s+$", "", between))
    return len(text)


def _continued(article: Article, sentence: Sentence, who: str) -> tuple[Attributed, ...]:
    """A quotation without a verb of saying: `who` must be named beside it, or speak right around one that goes on."""
    text = sentence.span.cut(article.text)
    if not who or not _QUOTED.search(text):
        return ()
    outside = mask_quotes(text)
    named = next((name for name in (who, last_name(who)) if find(name, outside)), None)
    printed = named or (_speaks_around(article, sentence, who) if goes_on(text) else None)
    if printed is None:
        return ()
    span = _trimmed(text, 0, len(text))
    full = fullest(article, who)
    return (
        Attributed(
            content=(span.shifted(sentence.span.start),),
            speaker=printed,
            speaker_is=full if folded(printed) != folded(full) and find(full, article.text) else None,
            cue=None,
            is_direct=goes_on(text),
        ),
    )


def goes_on(text: str) -> bool:
    """Whether the sentence is quotation from end to end, so that the article cannot be its speaker."""
    return not re.search(r"\w", mask_quotes(text)) and _QUOTED.search(text) is not None


def _speaks_around(article: Article, sentence: Sentence, who: str) -> str | None:
    """The printed words with which `who` speaks in the sentences before, or the one after."""
    for number in (sentence.number - 1, sentence.number - 2, sentence.number + 1):
        if not 1 <= number <= len(article.sentences):
            continue
        near = article.sentences[number - 1]
        text = near.span.cut(article.text)
        for place in find_places(text):
            if place.subject and stands_for(article, near, _words(text, place), who):
                return _words(text, place)
    return None


def _content(text: str, place: Place, end: int) -> list[Span]:
    """The words of the sentence that the place attributes: what follows it, or what it interrupts or ends."""
    masked = mask_quotes(text)[:end]
    whole = place.whole
    right = masked[whole.end :]
    has_left = bool(masked[: whole.start].strip(_LEFT_OVER))
    closes = _CLOSES.match(right) or (masked[: whole.start].rstrip().endswith(",") and _WHEN.match(right))
    if has_left and (place.is_inverted or closes or "¶" in masked[: whole.start]):
        quoted = [(whole.end + found.start(), whole.end + found.end()) for found in re.finditer("¶+", right)]
        return _pieces(text, [(0, whole.start), *quoted])
    found = _pieces(text, [(whole.end + _skipped(right), end)])
    is_slight = all(len(span.cut(text).split()) < _FEWEST for span in found)
    return [_trimmed(text, whole.start, end)] if is_slight else found  # "denied it" says nothing without its subject


def _skipped(right: str) -> int:
    """How many characters stand between the verb and what is said: an addressee, "that", a colon."""
    for pattern in (_THAT, _ADDRESSED):
        if match := pattern.match(right.lstrip()):
            return len(right) - len(right.lstrip()) + match.end()
    return 0


def _pieces(text: str, ranges: list[tuple[int, int]]) -> list[Span]:
    found = [_trimmed(text, start, end) for start, end in ranges if text[start:end].strip(_LEFT_OVER + ".")]
    return [span for span in found if len(found) == 1 or len(span.cut(text).split()) >= _FEWEST or text[span.start] in '“"']


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end - 1 and text[start] in _LEFT_OVER:
        start += 1
    while end > start + 1 and text[end - 1] in _LEFT_OVER:
        end -= 1
    return Span(start, end)
