"""Attributions in one sentence: each reporting verb with its speaker and what is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.language.reporting import evidence, evidence_verbs
from summarizer.reading.speech_attribution import Attribution
from summarizer.reading.speech_contents import Content, content_before, content_behind, has_clause
from summarizer.reading.speech_cues import Cue, Voice, find_cues, group_start
from summarizer.reading.speech_nouns import find_noun_attributions
from summarizer.reading.speech_subjects import Subject, relative_before, subject_behind, subject_of
from summarizer.reading.speech_words import Tag, Word

_VERB = frozenset((Tag.FINITE, Tag.AUXILIARY, Tag.MODAL))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cue with its subject found; `at` is where content behind it may begin."""

    cue: Cue
    subject: Subject | None
    at: int
    comma: int | None  # the comma that ends content before it, where there may be some

    @property
    def clause_start(self) -> int:
        if self.subject and self.subject.end == self.cue.group and self.cue.voice is Voice.PARTICIPIAL:
            return self.subject.start
        if self.cue.voice is Voice.PARTICIPIAL or self.subject is None or self.subject.start > self.cue.group:
            return self.cue.group
        return self.subject.antecedent[1] if self.subject.antecedent else self.subject.start


def find_attributions(words: Sequence[Word]) -> tuple[Attribution, ...]:
    """The attributions of one sentence, in the order of their cues."""
    placed = [each for cue in find_cues(words) if (each := _place(words, cue))]
    said = [found for each in placed if (found := _attribution(words, each, placed))]
    taken = [(content.start, content.end) for each in said for content in each.contents]
    found = sorted((*said, *find_noun_attributions(words, taken)), key=lambda each: each.cue)
    return tuple(each for each in found if each.speaker or not any(_holds(other, each) for other in found))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether one reports the words in which the other stands."""
    at = inner.cue[0]
    return outer is not inner and any(content.start <= at < content.end for content in outer.contents)


def _place(words: Sequence[Word], cue: Cue) -> _Placed | None:
    if cue.voice is Voice.SOURCE:
        return _place_source(words, cue)
    if quoted := _quoted_as_saying(words, cue):
        before = next((i for i in range(min(cue.first, len(words))) if words[i].tag is Tag.QUOTE), None)
        return _Placed(cue, quoted, cue.last, None if before is None else before + 1)
    if cue.voice is Voice.PASSIVE:
        return _place_passive(words, cue)
    if cue.verb.lemma in ("quote", "cite") and (saying := _as_saying(words, cue.last)):
        before = next((i for i in range(cue.first) if words[i].tag is Tag.QUOTE), None)
        return _Placed(replace(cue, verb=replace(cue.verb, says=True)), subject_of(words, cue), saying, None if before is None else before + 1)
    if _is_inverted(words, cue) and (behind := subject_behind(words, cue.last)):
        return _Placed(cue, behind, behind.end, cue.group - 1 if cue.group else None)
    subject = subject_of(words, cue)
    if subject and cue.verb.lemma in evidence_verbs() and _is_evidence(words, subject):
        cue = replace(cue, verb=replace(cue.verb, is_strict=False, judges=True))
    comma = None
    if subject and subject.antecedent is None and subject.start < cue.group and cue.verb.says and cue.voice is Voice.ACTIVE:
        comma = _comma_before(words, subject.start)
    return _Placed(cue, subject, cue.last, comma)


def _is_evidence(words: Sequence[Word], subject: Subject) -> bool:
    inside = [word.lower for word in words[subject.start : subject.end]]
    return any(word in evidence() or word.removesuffix("s") in evidence() for word in inside)


def _as_saying(words: Sequence[Word], at: int) -> int | None:
    """Behind the "as saying" that belongs to a "quoted" which ends at `at`."""
    for i in range(at, len(words) - 1):
        if words[i].lower == "as" and words[i + 1].tag is Tag.ING:
            return i + 2
        if words[i].tag in (*_VERB, Tag.QUOTE):
            return None
    return None


def _quoted_as_saying(words: Sequence[Word], cue: Cue) -> Subject | None:
    """Whom "quoted X as saying" quotes, where the cue is that "saying" or "telling"."""
    if cue.voice is not Voice.PARTICIPIAL or cue.first < 2 or words[cue.first - 1].lower != "as":
        return None
    quoting = next((i for i in range(cue.first - 1, -1, -1) if words[i].lower in ("quoted", "quotes", "quoting", "cited", "cites", "citing")), None)
    if quoting is None:
        return None
    if quoting + 1 == cue.first - 1 or words[quoting + 1].lower == "by":
        return subject_of(words, Cue(cue.verb, group_start(words, quoting), quoting, quoting + 1, Voice.ACTIVE))
    return subject_behind(words, quoting + 1)


def _comma_before(words: Sequence[Word], start: int) -> int | None:
    """The comma that stands before the speaker, with nothing but adverbs between."""
    i = start - 1
    while i >= 0 and words[i].tag in (Tag.ADVERB, Tag.CONJUNCTION, Tag.TIME) or (i >= 0 and words[i].lower == "as"):
        i -= 1
    if i < 1:
        return None
    if words[i].tag is Tag.POINT and (words[i].lower in (",", "—", "–", "--") or (words[i - 1].tag is Tag.QUOTE and words[i].lower in "?!.…")):
        return i
    return i + 1 if words[i].tag is Tag.QUOTE and i == start - 1 else None


def _place_source(words: Sequence[Word], cue: Cue) -> _Placed | None:
    behind = _source_phrase(words, cue.last)
    return _Placed(cue, behind, behind.end, cue.group) if behind else None


def _source_phrase(words: Sequence[Word], at: int) -> Subject | None:
    """The phrase behind "according to", up to a comma that is followed by a clause, or the end."""
    i = at
    while i < len(words) and not (words[i].tag is Tag.POINT and words[i].lower not in ("(", ")", "&")):
        i += 1
    return Subject(at, i) if i > at else None


def _place_passive(words: Sequence[Word], cue: Cue) -> _Placed | None:
    subject = subject_of(words, cue) if cue.group else None
    i = cue.last
    while i < len(words) and words[i].tag in (Tag.ADVERB, Tag.TIME):
        i += 1
    if i < len(words) and words[i].lower == "by":
        agent = subject_behind(words, i + 1)
        as_before = cue.group and words[cue.group - 1].lower == "as"
        return _Placed(cue, agent, agent.end, max(0, cue.group - 2) if as_before else None) if agent else None
    return _Placed(cue, None, cue.last, None) if subject else None


def _is_inverted(words: Sequence[Word], cue: Cue) -> bool:
    """Whether the speaker stands behind the verb: "…," said X; He left, said X; as X; said X at the start."""
    if not cue.verb.says or cue.voice is not Voice.ACTIVE or words[cue.first].tag is not Tag.FINITE or cue.last >= len(words):
        return False
    before = cue.group - 1
    if before < 0:
        return words[cue.last].tag in (Tag.NAME, Tag.DETERMINER, Tag.NOUN)
    if words[before].tag is Tag.QUOTE:
        return not has_clause(words, cue.last)
    if words[before].tag is not Tag.POINT:
        return False
    if before and words[before - 1].tag is Tag.QUOTE:
        return True
    return words[before].lower == "," and _states(words[:before]) and not has_clause(words, cue.last)


def _states(words: Sequence[Word]) -> bool:
    """Whether the words have a verb outside of relative clauses."""
    return any(word.tag in _VERB and relative_before(words, i) is None for i, word in enumerate(words))


def _attribution(words: Sequence[Word], placed: _Placed, others: Sequence[_Placed]) -> Attribution | None:
    contents = tuple(_contents(words, placed, others))
    if not contents or (placed.subject is None and placed.cue.voice is Voice.ACTIVE):
        return None
    return Attribution((placed.cue.first, placed.cue.last), placed.subject, contents)


def _contents(words: Sequence[Word], placed: _Placed, others: Sequence[_Placed]) -> Iterator[Content]:
    bounds = sorted({_bound(words, each, placed) for each in others if each is not placed and _ends_others(words, each, placed)} | set(_main_clause(words, placed)))
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
        return comma is not None and any(word.tag in _VERB for word in inside[comma:])
    return any(word.tag in _VERB for word in inside)


def _behind(words: Sequence[Word], placed: _Placed, bounds: Sequence[int]) -> Content | None:
    if _is_inserted(words, placed):
        at = placed.at + 1
        if at < len(words) and words[at].tag in (Tag.ING, Tag.RELATIVE) or (at < len(words) and words[at].tag is Tag.SUBORDINATOR and words[at].lower == "as"):
            return None
        content = content_behind(words, placed.cue, placed.at, bounds)
        if content is None and at < len(words):
            end = next((bound for bound in bounds if bound > at), len(words))
            while end > at and words[end - 1].tag in (Tag.POINT, Tag.CONJUNCTION):
                end -= 1
            return Content(at, end, True) if end > at else None
        return content
    if placed.cue.voice is Voice.SOURCE:
        return None
    start = placed.subject.start if placed.subject else 0
    gap = start - 1 if start and placed.at == placed.cue.last and words[start - 1].tag in (Tag.RELATIVE, Tag.THAT) else None
    return content_behind(words, placed.cue, placed.at, bounds, gap=gap)


def _is_inserted(words: Sequence[Word], placed: _Placed) -> bool:
    """Whether the speaker and verb stand between commas inside what is said: "The deal, he said, is off"."""
    if placed.at >= len(words) or words[placed.at].lower not in (",", "—", "–", "--"):
        return False
    if placed.cue.voice is Voice.SOURCE:
        return placed.at + 1 < len(words)
    if placed.comma is None:
        return False
    is_quoted = words[placed.comma - 1].tag is Tag.QUOTE
    return is_quoted or not (placed.at + 1 < len(words) and words[placed.at + 1].tag is Tag.QUOTE)


def _is_behind_its_words(words: Sequence[Word], each: _Placed) -> bool:
    """Whether the cue follows what it reports: "…, X said"."""
    return _is_inserted(words, each) or content_behind(words, each.cue, each.at, ()) is None


def _bound(words: Sequence[Word], each: _Placed, placed: _Placed) -> int:
    """Where the content of `placed` ends because of `each`."""
    if each.comma is not None and placed.cue.last < each.comma and _is_behind_its_words(words, each):
        return each.comma
    return each.cue.group if _shares_subject(each, placed) else each.clause_start


def _shares_subject(each: _Placed, placed: _Placed) -> bool:
    same = each.subject and placed.subject and each.subject.start == placed.subject.start
    return bool(same) and each.cue.group > placed.cue.last


def _ends_others(words: Sequence[Word], each: _Placed, placed: _Placed) -> bool:
    """Whether the content of another cue ends where this one begins."""
    if each.comma is not None and placed.cue.last < each.comma and _is_behind_its_words(words, each):
        return True
    if _shares_subject(each, placed) and each.cue.voice is Voice.ACTIVE:
        return words[each.cue.group - 1].tag is Tag.CONJUNCTION
    start = each.clause_start
    if start <= placed.cue.last or each.subject is None and each.cue.voice is not Voice.PARTICIPIAL:
        return False
    before = words[start - 1]
    if each.cue.voice is Voice.SOURCE:
        return True
    if each.cue.voice is Voice.PARTICIPIAL:
        return before.lower == "," or before.lower in ("before", "after", "while", "with")
    if before.tag is Tag.CONJUNCTION:
        return any(word.tag in _VERB for word in words[placed.cue.last : start - 1])
    if before.lower in ("while", "though", "although", "whereas"):
        return True
    if each.comma is not None and each.subject and each.subject.start > placed.cue.last:
        return False
    return False


def _main_clause(words: Sequence[Word], placed: _Placed) -> Iterator[int]:
    """Where the main clause begins when the cue stands in a subordinate or relative clause before it."""
    if not placed.subject:
        return
    if placed.cue.voice is Voice.PARTICIPIAL and placed.subject.start > placed.cue.last:
        yield placed.subject.start
        return
    start = placed.clause_start
    is_relative = placed.subject.antecedent is not None and words[placed.subject.start - 1].lower == ","
    is_subordinate = start and words[start - 1].tag is Tag.SUBORDINATOR and start < 6
    if not (is_relative or is_subordinate):
        return
    marks = [i for i in range(placed.cue.last, len(words) - 1) if words[i].lower in (",", "—", "–", "--")]
    yield from marks[:1] if is_relative else [i for i in marks if has_clause(words, i + 1)][:1] or marks[:1]


def _start_after(words: Sequence[Word], earlier: _Placed, placed: _Placed) -> int | None:
    """Where a clause behind an earlier attribution begins: "He denied it, but the deal is off, she said"."""
    if placed.comma is None or earlier.subject is None or placed.subject is None:
        return None
    for i in range(earlier.cue.last, placed.comma):
        if words[i].lower == "," and i + 1 < placed.comma and words[i + 1].tag is Tag.CONJUNCTION:
            return i + 2
    return None


def _of_passive(words: Sequence[Word], placed: _Placed, bounds: Sequence[int]) -> Iterator[Content]:
    if placed.comma is not None:
        if before := content_before(words, placed.comma, ()):
            yield before
        elif placed.at + 1 < len(words) and words[placed.at].lower == ",":
            yield Content(placed.at + 1, min([bound for bound in bounds if bound > placed.at + 1], default=_stop(words)), True)
        return
    verb, subject = placed.cue.verb, subject_of(words, placed.cue)
    if subject is None:
        return
    after = words[placed.at] if placed.at < len(words) else None
    if placed.subject is not None and verb.judges and not verb.is_strict:
        yield Content(subject.start, subject.end, False)
        if behind := content_behind(words, placed.cue, placed.at, bounds):
            yield behind
    elif after is not None and words[subject.start].tag not in (Tag.THAT, Tag.RELATIVE) and placed.subject is None and after.tag is Tag.TO and verb.asks_to:
        end = next((bound for bound in bounds if bound > placed.at), len(words))
        while end > placed.at and words[end - 1].tag is Tag.POINT:
            end -= 1
        yield Content(subject.start, subject.end, True)
        yield Content(placed.at, end, True)


def _stop(words: Sequence[Word]) -> int:
    """The end of the words without their last stop."""
    end = len(words)
    while end and words[end - 1].tag is Tag.POINT:
        end -= 1
    return end
