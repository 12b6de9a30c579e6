"""Who speaks: the noun phrase that is the subject of a reporting verb, before it or behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.language.reporting import documents
from summarizer.reading.speech_clauses import clause_start, main_verb, verb_before, verb_sharing
from summarizer.reading.speech_cues import Cue, Voice, group_start
from summarizer.reading.speech_words import PHRASE, VERBS, Tag, Word, word_class

_ADVERBIAL = frozenset((Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ING, Tag.PARTICIPLE, Tag.TO, Tag.TIME, Tag.ADVERB, Tag.FINITE))


@dataclass(frozen=True, slots=True)
class Subject:
    """The words `start` up to `end`; `antecedent` holds the phrase that a relative pronoun stands for."""

    start: int
    end: int
    antecedent: tuple[int, int] | None = None


def subject_of(words: Sequence[Word], cue: Cue) -> Subject | None:
    """The subject before the verb of `cue`, or `None` where there is none."""
    if cue.voice is Voice.PARTICIPIAL:
        return _of_participle(words, cue)
    return _before(words, cue.group)


def subject_before(words: Sequence[Word], at: int) -> Subject | None:
    """The subject of the main clause left of `at`."""
    verb = main_verb(words, at)
    return _before(words, group_start(words, verb)) if verb is not None else None


def _of_participle(words: Sequence[Word], cue: Cue) -> Subject | None:
    """ "with officials saying" has its own subject; "…, adding" and "a statement saying" take that of the verb before."""
    before = cue.group - 1
    while before >= 0 and words[before].tag is Tag.ADVERB:
        before -= 1
    if before < 0:
        return _after_comma(words, cue.last)
    if words[before].tag in (Tag.NAME, Tag.NOUN, Tag.SUBJECT, Tag.OBJECT) and (own := _own_of_participle(words, before)):
        return own
    is_of_document = words[before].tag is Tag.NOUN and singular(words[before].lower) in documents()
    verb = verb_before(words, before + 1) if is_of_document else main_verb(words, before + 1)
    return _before(words, group_start(words, verb)) if verb is not None else _after_comma(words, cue.last)


def _own_of_participle(words: Sequence[Word], last: int) -> Subject | None:
    start = last
    while start > 0 and words[start - 1].tag in PHRASE:
        start -= 1
    is_document = any(singular(word.lower) in documents() for word in words[start : last + 1])
    introduced = words[start - 1].lower if start else ""
    if introduced == "with" or (
        words[start - 1].tag is Tag.FINITE and not is_document and introduced in ("has", "had", "quoted")
    ):
        return Subject(start, last + 1)
    return None if is_document or start == 0 else Subject(start, last + 1)


def singular(word: str) -> str:
    """The word without a plural ending; good enough for looking it up."""
    return word.removesuffix("s")


def _after_comma(words: Sequence[Word], at: int) -> Subject | None:
    """The subject of the main clause that follows: "Speaking of the deal, Smith called …"."""
    comma = next((i for i in range(at, len(words)) if words[i].lower == ","), None)
    if comma is None:
        return None
    verb = next((i for i in range(comma, len(words)) if words[i].tag in VERBS), None)
    if verb is None or verb == comma + 1:
        return None
    return _trimmed(words, comma + 1, group_start(words, verb))


def _before(words: Sequence[Word], group: int) -> Subject | None:
    last = group - 1
    if last < 0:
        return None
    if words[last].tag is Tag.CONJUNCTION:
        verb = verb_sharing(words, last, group)
        return _before(words, group_start(words, verb)) if verb is not None else None
    if words[last].tag in (Tag.RELATIVE, Tag.THAT):
        return Subject(last, last + 1, _phrase_ending(words, last))
    if words[last].tag is Tag.SUBJECT:
        return Subject(last, last + 1)
    start = clause_start(words, last)
    if words[last].lower == ",":
        last -= 1
    return _trimmed(words, start, last + 1)


def _phrase_ending(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    if end and words[end - 1].lower == ",":
        end -= 1
    start = end
    while start > 0 and (
        words[start - 1].tag in PHRASE or (words[start - 1].lower in ("of", "like", "and", "for") and start < end)
    ):
        start -= 1
    while start < end and words[start].tag in (Tag.PREPOSITION, Tag.CONJUNCTION):
        start += 1
    return (start, end) if start < end else None


def _trimmed(words: Sequence[Word], start: int, end: int) -> Subject | None:
    """The phrase without the adverbials before it: "On Tuesday", "Speaking in Paris,", "If elected,"."""
    while start < end and words[start].tag in (Tag.CONJUNCTION, Tag.POINT):
        start += 1
    while start < end and words[start].tag in _ADVERBIAL:
        comma = next((i for i in range(start, end) if words[i].lower == ","), None)
        if comma is not None and comma + 1 < end:
            if not any(
                word.tag in (Tag.NAME, Tag.NOUN, Tag.SUBJECT, Tag.QUOTE, Tag.DETERMINER) for word in words[comma + 1 : end]
            ):
                break  # "Shocked neighbour Jo Roe, 43,": an age, not the subject behind an adverbial
            start = comma + 1
        else:
            start = _behind_time(words, start, end)
            break
        while start < end and words[start].tag in (Tag.CONJUNCTION, Tag.POINT):
            start += 1
    return Subject(start, end) if start < end else None


def _behind_time(words: Sequence[Word], start: int, end: int) -> int:
    """Behind a leading adverb or time without a comma: "On Monday Smith", "Last week Smith", "Still Smith"."""
    i = start
    while i < end - 1 and words[i].tag in (Tag.ADVERB, Tag.TIME, Tag.PREPOSITION) and words[i].lower != "of":
        i += 1
    if words[i].tag in (Tag.DETERMINER, Tag.NUMBER) and i + 1 < end and words[i + 1].tag is Tag.TIME:
        return _behind_time(words, i + 1, end)
    return i if i > start and words[i].tag in PHRASE and words[i - 1].tag is not Tag.PREPOSITION else start


def named(words: Sequence[Word], subject: Subject) -> Subject:
    """The subject without what only happens beside it: "Smith, who arrived", "Smith, alongside Jones,", "Smith on Friday"."""
    start, end = subject.start, subject.end
    while start < end - 1 and words[start].tag in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB, Tag.CONJUNCTION):
        start += 1
    for i in range(start + 1, end - 1):
        after = words[i + 1]
        if words[i].lower == "," and (
            after.tag in (Tag.RELATIVE, Tag.ING, Tag.AUXILIARY)
            or after.lower in ("whose", "alongside", "with", "in", "on", "during")
        ):
            end = i
            break
    if end - start > 3 and words[end - 1].lower == ")" and words[end - 3].lower == "(" and "." in words[end - 2].lower:
        end -= 3  # the sign at an exchange: "Acme Steel (ACM.L)"
    while end > start + 1 and (
        words[end - 1].tag in (Tag.TIME, Tag.ADVERB, Tag.PREPOSITION, Tag.POINT) and words[end - 1].lower != ")"
    ):
        end -= 1
    return replace(subject, start=start, end=end)


def subject_behind(words: Sequence[Word], at: int) -> Subject | None:
    """The subject that begins at `at`, behind its verb: "said Jane Roe, the mayor of Springfield, …"."""
    if at >= len(words) or words[at].tag not in PHRASE or words[at].tag is Tag.QUOTE:
        return None
    if words[at].tag is Tag.SUBJECT:
        return Subject(at, at + 1)
    i = at
    while i < len(words):
        word = words[i]
        if word.tag in (Tag.FINITE, Tag.AUXILIARY, Tag.MODAL, Tag.THAT, Tag.SUBORDINATOR, Tag.TIME, Tag.BASE, Tag.TO, Tag.ADVERB):
            break
        if word.tag is Tag.POINT and word.lower == "," and not _is_apposition(words, i + 1):
            break
        if word.tag is Tag.POINT and word.lower == "(" and (closing := _closing(words, i)):
            i = closing + 1
            continue
        if word.tag is Tag.POINT and word.lower not in (",", "&"):
            break
        if word.tag is Tag.RELATIVE:
            i = next((j for j in range(i, len(words)) if words[j].tag is Tag.POINT), len(words))
            break
        if word.tag is Tag.PREPOSITION and not _is_part_of_name(words, i):
            break
        if word.tag is Tag.CONJUNCTION and not (i + 1 < len(words) and words[i + 1].tag in PHRASE):
            break
        i += 1
    end = i
    while end > at and words[end - 1].tag in (Tag.POINT, Tag.CONJUNCTION, Tag.PREPOSITION):
        end -= 1
    return Subject(at, end) if end > at else None


def _closing(words: Sequence[Word], at: int) -> int | None:
    return next((i for i in range(at, min(len(words), at + 6)) if words[i].lower == ")"), None)


def _is_apposition(words: Sequence[Word], at: int) -> bool:
    """Whether the words behind a comma describe the person before it: "a spokesman", "45", "who leads the group"."""
    if at >= len(words):
        return False
    if words[at].tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.RELATIVE) or words[at].lower in ("now", "also"):
        return True
    return words[at].tag in (Tag.NOUN, Tag.NAME) and not (
        words[at].tag is Tag.NOUN and at + 1 < len(words) and words[at + 1].tag is Tag.TO
    )


def _is_part_of_name(words: Sequence[Word], at: int) -> bool:
    lower = words[at].lower
    if lower in ("of", "for"):
        return True
    if lower not in ("in", "at", "on", "from", "with", "to", "near", "about") or at + 1 >= len(words):
        return False
    ahead = words[at + 1 : at + 4]
    if any(singular(word.lower) in documents() or word.lower in word_class("occasion") or word.tag is Tag.TIME for word in ahead):
        return False
    return ahead[0].tag is Tag.NAME or (
        ahead[0].tag in (Tag.DETERMINER, Tag.POSSESSIVE) and lower in ("in", "at", "on", "from", "with")
    )
