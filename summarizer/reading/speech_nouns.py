"""Speech in nouns: "Moscow's claim that …", "a warning by the UN that …", "fears that …", "a pledge to …"."""

from collections.abc import Iterator, Sequence

from summarizer.domain.claim import Act
from summarizer.language.reporting import reporting_noun
from summarizer.reading.speech_attribution import Attribution
from summarizer.reading.speech_contents import Content
from summarizer.reading.speech_subjects import Subject, subject_behind
from summarizer.reading.speech_words import VERBS, Tag, Word

_GIVERS = frozenset(("by", "from", "of"))
_REACH = 12  # words between the noun and its "that": "a claim by the ministry on Monday that"
_PHRASE = frozenset((Tag.NAME, Tag.NOUN, Tag.NUMBER))


def find_noun_attributions(words: Sequence[Word], taken: Sequence[tuple[int, int]]) -> tuple[Attribution, ...]:
    """The attributions that a noun makes; nouns whose content begins in one of the `taken` ranges of contents are left out."""
    starts = {start for start, _ in taken}
    return tuple(each for each in _found(words) if each.contents[0].start not in starts)


def _found(words: Sequence[Word]) -> Iterator[Attribution]:
    for at, word in enumerate(words):
        if word.tag is not Tag.NOUN or (act := reporting_noun(word.lower)) is None:
            continue
        start = _content_start(words, at, act)
        if start is not None:
            speaker = _speaker(words, at, start)
            if speaker or words[start].tag is Tag.THAT:
                yield Attribution((at, at + 1), speaker, (Content(start, _end(words, start), True),))


def _content_start(words: Sequence[Word], at: int, act: Act) -> int | None:
    """The "that" whose clause the noun governs, or the "to" of a promise."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return None
    if after.tag is Tag.TO and act is Act.PLANS and at + 2 < len(words) and words[at + 2].tag is Tag.BASE:
        return at + 1
    for i in range(at + 1, min(at + _REACH, len(words) - 2)):
        word = words[i]
        if word.tag is Tag.THAT:
            return i if words[i + 1].tag not in (*VERBS, Tag.ADVERB, Tag.POINT) else None
        if i == at + 1 and not (word.lower in _GIVERS or word.tag in (Tag.TIME, Tag.AUXILIARY)):
            return None
        if word.tag in (Tag.POINT, Tag.FINITE, Tag.RELATIVE, Tag.SUBORDINATOR):
            return None
    return None


def _end(words: Sequence[Word], start: int) -> int:
    """The end of the clause: at a comma that another verb follows, or with the sentence."""
    seen = False
    for i in range(start + 1, len(words)):
        word = words[i]
        seen = seen or word.tag in VERBS
        if word.tag is Tag.POINT and (
            word.lower in (".", ";", ")", "—", "–", "--") or (word.lower == "," and seen and words[start].tag is Tag.THAT)
        ):
            return i
    end = len(words)
    while end > start + 1 and words[end - 1].tag is Tag.POINT:
        end -= 1
    return end


def _speaker(words: Sequence[Word], at: int, start: int) -> Subject | None:
    if at + 1 < start and words[at + 1].lower in _GIVERS:
        behind = subject_behind(words, at + 2)
        if behind is not None:
            return Subject(behind.start, min(behind.end, start))
    i = at - 1
    while i > 0 and words[i].tag in (Tag.NOUN, Tag.ADVERB):
        i -= 1
    if i < 0 or words[i].tag is not Tag.POSSESSIVE or words[i].lower == "its":
        return Subject(i, i + 1) if i >= 0 and words[i].lower == "its" else None
    first = i
    while first > 0 and words[first - 1].tag in _PHRASE and words[i].lower.endswith(("'s", "s'")):
        first -= 1
    return Subject(first, i + 1)
