"""Cues with their speakers: whether the speaker stands before or behind the verb, and whether speech may precede it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.language.reporting import evidence, evidence_verbs
from summarizer.reading.speech_clauses import relative_before
from summarizer.reading.speech_contents import has_clause
from summarizer.reading.speech_cues import Cue, Voice, group_start
from summarizer.reading.speech_subjects import Subject, subject_behind, subject_of
from summarizer.reading.speech_words import VERBS, Tag, Word


@dataclass(frozen=True, slots=True)
class Placed:
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


def place(words: Sequence[Word], cue: Cue) -> Placed | None:
    """The cue with its speaker, or `None` where it has none and needs one."""
    if cue.voice is Voice.SOURCE:
        return _place_source(words, cue)
    if quoted := _quoted_as_saying(words, cue):
        before = next((i for i in range(min(cue.first, len(words))) if words[i].tag is Tag.QUOTE), None)
        return Placed(cue, quoted, cue.last, None if before is None else before + 1)
    if cue.voice is Voice.PASSIVE:
        return _place_passive(words, cue)
    if cue.verb.lemma in ("quote", "cite") and (saying := _as_saying(words, cue.last)):
        before = next((i for i in range(cue.first) if words[i].tag is Tag.QUOTE), None)
        return Placed(
            replace(cue, verb=replace(cue.verb, says=True)),
            subject_of(words, cue),
            saying,
            None if before is None else before + 1,
        )
    if _is_inverted(words, cue) and (behind := subject_behind(words, cue.last)):
        return Placed(cue, behind, behind.end, cue.group - 1 if cue.group else None)
    subject = subject_of(words, cue)
    if subject and (inserted := _inserted_speaker(words, cue, subject)):
        subject = inserted
    if subject and cue.verb.lemma in evidence_verbs() and _is_evidence(words, subject):
        cue = replace(cue, verb=replace(cue.verb, is_strict=False, judges=True))
    comma = None
    if subject and subject.antecedent is None and subject.start < cue.group and cue.verb.says and cue.voice is Voice.ACTIVE:
        comma = _comma_before(words, subject.start)
    return Placed(cue, subject, cue.last, comma)


def _inserted_speaker(words: Sequence[Word], cue: Cue, subject: Subject) -> Subject | None:
    """The speaker in "The port, the minister said, was closed", where the subject of the other clause stands before them."""
    goes_on = cue.last + 1 < len(words) and words[cue.last].lower == "," and words[cue.last + 1].tag in VERBS
    commas = [i for i in range(subject.start, subject.end) if words[i].lower == ","]
    return Subject(commas[-1] + 1, subject.end) if goes_on and commas and subject.end == cue.group else None


def _is_evidence(words: Sequence[Word], subject: Subject) -> bool:
    inside = [word.lower for word in words[subject.start : subject.end]]
    return any(word in evidence() or word.removesuffix("s") in evidence() for word in inside)


def _as_saying(words: Sequence[Word], at: int) -> int | None:
    """Behind the "as saying" that belongs to a "quoted" which ends at `at`."""
    for i in range(at, len(words) - 1):
        if words[i].lower == "as" and words[i + 1].tag is Tag.ING:
            return i + 2
        if words[i].tag in (*VERBS, Tag.QUOTE):
            return None
    return None


def _quoted_as_saying(words: Sequence[Word], cue: Cue) -> Subject | None:
    """Whom "quoted X as saying" quotes, where the cue is that "saying" or "telling"."""
    if cue.voice is not Voice.PARTICIPIAL or cue.first < 2 or words[cue.first - 1].lower != "as":
        return None
    quoting = next(
        (
            i
            for i in range(cue.first - 1, -1, -1)
            if words[i].lower in ("quoted", "quotes", "quoting", "cited", "cites", "citing")
        ),
        None,
    )
    if quoting is None:
        return None
    if quoting + 1 == cue.first - 1 or words[quoting + 1].lower == "by":
        return subject_of(words, Cue(cue.verb, group_start(words, quoting), quoting, quoting + 1, Voice.ACTIVE))
    return subject_behind(words, quoting + 1)


def _comma_before(words: Sequence[Word], start: int) -> int | None:
    """The comma that stands before the speaker, with nothing but adverbs between."""
    i = start - 1
    while (i >= 0 and words[i].tag in (Tag.ADVERB, Tag.CONJUNCTION, Tag.TIME)) or (i >= 0 and words[i].lower == "as"):
        i -= 1
    if i < 1:
        return None
    if words[i].tag is Tag.POINT and (
        words[i].lower in (",", "—", "–", "--") or (words[i - 1].tag is Tag.QUOTE and words[i].lower in "?!.…")
    ):
        return i
    return i + 1 if words[i].tag is Tag.QUOTE and i == start - 1 else None


def _place_source(words: Sequence[Word], cue: Cue) -> Placed | None:
    behind = _source_phrase(words, cue.last)
    return Placed(cue, behind, behind.end, cue.group) if behind else None


def _source_phrase(words: Sequence[Word], at: int) -> Subject | None:
    """The phrase behind "according to", up to a comma that is followed by a clause, or the end."""
    i = at
    while i < len(words) and not (words[i].tag is Tag.POINT and words[i].lower not in ("(", ")", "&")):
        i += 1
    return Subject(at, i) if i > at else None


def _place_passive(words: Sequence[Word], cue: Cue) -> Placed | None:
    subject = subject_of(words, cue) if cue.group else None
    i = cue.last
    while i < len(words) and words[i].tag in (Tag.ADVERB, Tag.TIME):
        i += 1
    if i < len(words) and words[i].lower == "by":
        agent = subject_behind(words, i + 1)
        as_before = cue.group and words[cue.group - 1].lower == "as"
        return Placed(cue, agent, agent.end, max(0, cue.group - 2) if as_before else None) if agent else None
    return Placed(cue, None, cue.last, None) if subject else None


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
    return any(word.tag in VERBS and relative_before(words, i) is None for i, word in enumerate(words))
