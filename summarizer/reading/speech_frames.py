"""Attributions in one sentence: each reporting verb with its speaker and what is said."""

from collections.abc import Iterator, Sequence

from summarizer.domain.claim import Act
from summarizer.reading.speech_attribution import Attribution
from summarizer.reading.speech_contents import Content, content_before, content_behind, has_clause
from summarizer.reading.speech_cues import Voice, find_cues
from summarizer.reading.speech_nouns import find_noun_attributions
from summarizer.reading.speech_placing import Placed, place
from summarizer.reading.speech_subjects import Subject, subject_before, subject_of
from summarizer.reading.speech_words import VERBS, Tag, Word

_LONGEST = 400  # words; no sentence is longer, and time grows with the square


def find_attributions(words: Sequence[Word]) -> tuple[Attribution, ...]:
    """The attributions of one sentence, in the order of their cues."""
    if len(words) > _LONGEST:
        return ()
    placed = [found for cue in find_cues(words) if (found := place(words, cue))]
    said = [reported for each in placed if (reported := _attribution(words, each, placed))]
    said += _behind_colon(words, said)
    taken = [(content.start, content.end) for each in said for content in each.contents]
    ordered = sorted((*said, *find_noun_attributions(words, taken)), key=lambda each: each.cue)
    return tuple(each for each in ordered if each.speaker or not any(_holds(other, each) for other in ordered))


def _behind_colon(words: Sequence[Word], said: Sequence[Attribution]) -> list[Attribution]:
    """A quotation behind a colon that no reporting verb introduces: "She was blunt: “It is over.”"."""
    at = next((i for i in range(1, len(words) - 1) if words[i].lower == ":" and words[i + 1].tag is Tag.QUOTE), None)
    if at is None or any(content.start <= at + 1 < content.end for each in said for content in each.contents):
        return []
    subject = subject_before(words, at)
    return [Attribution((at, at + 1), subject, (Content(at + 1, _stop(words), True),))] if subject else []


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether one reports the words in which the other stands."""
    at = inner.cue[0]
    return outer is not inner and any(content.start <= at < content.end for content in outer.contents)


def _attribution(words: Sequence[Word], placed: Placed, others: Sequence[Placed]) -> Attribution | None:
    contents = tuple(_contents(words, placed, others))
    if not contents or (placed.subject is None and placed.cue.voice is Voice.ACTIVE):
        return None
    return Attribution((placed.cue.first, placed.cue.last), placed.subject, contents)


def _contents(words: Sequence[Word], placed: Placed, others: Sequence[Placed]) -> Iterator[Content]:
    bounds = sorted(
        {_bound(words, each, placed) for each in others if each is not placed and _ends_others(words, each, placed)}
        | set(_main_clause(words, placed))
    )
    if placed.cue.voice is Voice.PASSIVE:
        yield from _of_passive(words, placed, bounds)
        return
    behind = _behind(words, placed, bounds)
    is_inserted = _is_inserted(words, placed)
    if placed.comma is not None and (behind is None or is_inserted):
        starts = [_start_after(words, each, placed) for each in others if each is not placed and each.cue.first < placed.comma]
        before = content_before(words, placed.comma, [each for each in starts if each])
        if before and (is_inserted or _is_said(words, before)):
            yield before
    elif behind and behind.is_clause and placed.subject and words[0].lower == "if" and placed.subject.start < placed.cue.first:
        yield Content(0, next(i for i, word in enumerate(words) if word.lower == "," or i == placed.subject.start), True)
    if behind:
        yield behind


def _is_said(words: Sequence[Word], content: Content) -> bool:
    """Whether the words before a speaker say something: a quotation, or a clause that is no mere setting ("When asked")."""
    inside = words[content.start : content.end]
    if any(word.tag is Tag.QUOTE for word in inside):
        return True
    if inside[0].tag in (Tag.SUBORDINATOR, Tag.ING):
        comma = next((i for i, word in enumerate(inside) if word.lower == ","), None)
        return comma is not None and any(word.tag in VERBS for word in inside[comma:])
    return any(word.tag in VERBS for word in inside)


def _behind(words: Sequence[Word], placed: Placed, bounds: Sequence[int]) -> Content | None:
    if _is_inserted(words, placed):
        at = placed.at + 1
        if (at < len(words) and words[at].tag in (Tag.ING, Tag.RELATIVE)) or (
            at < len(words) and words[at].tag is Tag.SUBORDINATOR and words[at].lower == "as"
        ):
            return None
        return content_behind(words, placed.cue, placed.at, bounds) or _rest(words, at, bounds)
    if placed.cue.voice is Voice.SOURCE:
        return None
    start = placed.subject.start if placed.subject else 0
    gap = start - 1 if start and placed.at == placed.cue.last and words[start - 1].tag in (Tag.RELATIVE, Tag.THAT) else None
    return content_behind(words, placed.cue, placed.at, bounds, gap=gap)


def _rest(words: Sequence[Word], at: int, bounds: Sequence[int]) -> Content | None:
    """What goes on behind an inserted "he said,"."""
    end = next((bound for bound in bounds if bound > at), len(words))
    while end > at and words[end - 1].tag in (Tag.POINT, Tag.CONJUNCTION):
        end -= 1
    return Content(at, end, True) if end > at else None


def _is_inserted(words: Sequence[Word], placed: Placed) -> bool:
    """Whether the speaker and verb stand between commas inside what is said: "The deal, he said, is off"."""
    if placed.at >= len(words) or words[placed.at].lower not in (",", "—", "–", "--"):
        return False
    if placed.cue.voice is Voice.SOURCE:
        return placed.at + 1 < len(words)
    if placed.comma is None:
        return False
    is_quoted = words[placed.comma - 1].tag is Tag.QUOTE
    return is_quoted or not (placed.at + 1 < len(words) and words[placed.at + 1].tag is Tag.QUOTE)


def _is_behind_its_words(words: Sequence[Word], each: Placed) -> bool:
    """Whether the cue follows what it reports: "…, X said"."""
    return _is_inserted(words, each) or content_behind(words, each.cue, each.at, ()) is None


def _bound(words: Sequence[Word], each: Placed, placed: Placed) -> int:
    """Where the content of `placed` ends because of `each`."""
    if each.comma is not None and placed.cue.last < each.comma and _is_behind_its_words(words, each):
        return each.comma
    return each.cue.group if _shares_subject(each, placed) else each.clause_start


def _shares_subject(each: Placed, placed: Placed) -> bool:
    same = each.subject and placed.subject and each.subject.start == placed.subject.start
    return bool(same) and each.cue.group > placed.cue.last


def _ends_others(words: Sequence[Word], each: Placed, placed: Placed) -> bool:
    """Whether the content of another cue ends where this one begins."""
    if each.comma is not None and placed.cue.last < each.comma and _is_behind_its_words(words, each):
        return True
    if _shares_subject(each, placed) and each.cue.voice is Voice.ACTIVE:
        is_speech = each.cue.verb.act is Act.DECLINES_TO_COMMENT or content_behind(words, each.cue, each.at, ()) is not None
        return is_speech and words[each.cue.group - 1].tag is Tag.CONJUNCTION
    start = each.clause_start
    if start <= placed.cue.last or (each.subject is None and each.cue.voice is not Voice.PARTICIPIAL):
        return False
    before = words[start - 1]
    if each.cue.voice is Voice.SOURCE:
        return True
    if each.cue.voice is Voice.PARTICIPIAL:
        return before.lower == "," or before.lower in ("before", "after", "while", "with")
    if before.tag is Tag.CONJUNCTION:
        return any(word.tag in VERBS for word in words[placed.cue.last : start - 1])
    return before.lower in ("while", "though", "although", "whereas")


def _main_clause(words: Sequence[Word], placed: Placed) -> Iterator[int]:
    """Where the main clause begins when the cue stands in a subordinate or relative clause before it."""
    if not placed.subject:
        return
    if placed.cue.voice is Voice.PARTICIPIAL and placed.subject.start > placed.cue.last:
        yield placed.subject.start
        return
    start = placed.clause_start
    is_relative = placed.subject.antecedent is not None and words[placed.subject.start - 1].lower == ","
    if placed.subject.antecedent is not None and not is_relative:
        yield from _resumed(words, placed.cue.last)
    is_subordinate = start and words[start - 1].tag is Tag.SUBORDINATOR and start < 6
    if not (is_relative or is_subordinate):
        return
    marks = [i for i in range(placed.cue.last, len(words) - 1) if words[i].lower in (",", "—", "–", "--")]
    yield from marks[:1] if is_relative else [i for i in marks if has_clause(words, i + 1)][:1] or marks[:1]


def _resumed(words: Sequence[Word], at: int) -> Iterator[int]:
    """The comma behind which the verb of the main clause stands: "Roe, a surgeon who wrote the report, said"."""
    commas = (i for i in range(at, len(words) - 1) if words[i].lower == "," and words[i + 1].tag is Tag.FINITE)
    yield from list(commas)[:1]


def _start_after(words: Sequence[Word], earlier: Placed, placed: Placed) -> int | None:
    """Where a clause behind an earlier attribution begins: "He denied it, but the deal is off, she said"."""
    if placed.comma is None or earlier.subject is None or placed.subject is None:
        return None
    for i in range(earlier.cue.last, placed.comma):
        if words[i].lower == "," and i + 1 < placed.comma and words[i + 1].tag is Tag.CONJUNCTION:
            return i + 2
    return None


def _of_passive(words: Sequence[Word], placed: Placed, bounds: Sequence[int]) -> Iterator[Content]:
    if placed.comma is not None:
        if before := content_before(words, placed.comma, ()):
            yield before
        elif placed.at + 1 < len(words) and words[placed.at].lower == ",":
            yield Content(placed.at + 1, min([bound for bound in bounds if bound > placed.at + 1], default=_stop(words)), True)
        return
    verb, subject = placed.cue.verb, subject_of(words, placed.cue)
    if subject is None:
        return
    words[placed.at] if placed.at < len(words) else None
    if placed.subject is not None and verb.judges and not verb.is_strict:
        yield Content(subject.start, subject.end, False)
        if behind := content_behind(words, placed.cue, placed.at, bounds):
            yield behind
    elif placed.subject is None and _says_of(words, placed, subject):
        end = min([bound for bound in bounds if bound > placed.at], default=_stop(words))
        yield Content(subject.start, subject.end, True)
        yield Content(placed.at, end, True)


def _says_of(words: Sequence[Word], placed: Placed, subject: Subject) -> bool:
    """Whether something is said of the subject by nobody in particular: "the ship is believed to be lost"."""
    is_infinitive = placed.at < len(words) and words[placed.at].tag is Tag.TO and placed.cue.verb.asks_to
    return is_infinitive and words[subject.start].tag not in (Tag.THAT, Tag.RELATIVE)


def _stop(words: Sequence[Word]) -> int:
    """The end of the words without their last stop."""
    end = len(words)
    while end and words[end - 1].tag is Tag.POINT:
        end -= 1
    return end
