"""The reporting verbs of a stretch of words: where they stand, in what form, and the verb group around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from summarizer.domain.claim import Act
from summarizer.language.reporting import ReportingVerb, evidence_verbs, lead_verbs, reporting_verb_at, said_of
from summarizer.reading.speech_words import Tag, Word, word_class

_VERBAL = frozenset((Tag.FINITE, Tag.BASE, Tag.PARTICIPLE, Tag.ING))
_GROUP = frozenset((Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB))
_LONGEST_VERB = 4  # words of a verb with its particles
ACCORDING = ReportingVerb("according to", Act.ASSERTS, True, False, False, False, False, frozenset())


class Voice(StrEnum):
    """How a cue stands to its subject."""

    ACTIVE = "active"
    PASSIVE = "passive"
    PARTICIPIAL = "participial"  # "saying", "adding": the subject is that of another verb
    SOURCE = "source"  # "according to"


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: its words are `first` up to `last`, the whole verb group with auxiliaries begins at `group`."""

    verb: ReportingVerb
    group: int
    first: int
    last: int
    voice: Voice


def reporting_verb_in(words: Sequence[Word], at: int) -> ReportingVerb | None:
    """The reporting verb that begins at `at`, by its form alone."""
    found = reporting_verb_at([word.lower for word in words[at : at + _LONGEST_VERB]], 0)
    return found[0] if found else None


def find_cues(words: Sequence[Word]) -> tuple[Cue, ...]:
    """The cues of `words` in order."""
    lowers = [word.lower for word in words]
    return tuple(_cues(words, lowers))


def _cues(words: Sequence[Word], lowers: Sequence[str]) -> Iterator[Cue]:
    until = 0
    for at, word in enumerate(words):
        if at < until:
            continue
        if led := _led(words, lowers, at):
            yield led
            until = led.last
        elif word.lower == "according" and lowers[at + 1 : at + 2] == ["to"]:
            yield Cue(ACCORDING, at, at, at + 2, Voice.SOURCE)
        elif word.tag in _VERBAL and (found := reporting_verb_at(lowers, at)):
            verb, length = found
            if cue := _cue(words, at, at + length, verb):
                yield cue


def _led(words: Sequence[Word], lowers: Sequence[str], at: int) -> Cue | None:
    """ "declined to comment", "went on to say": one cue with the act of the refusal, or of the verb that is led to."""
    if words[at].lower not in lead_verbs() or words[at].tag not in _VERBAL:
        return None
    to = at + 1
    while to < len(words) and words[to].lower in ("on", "ahead"):
        to += 1
    if to + 1 >= len(words) or words[to].tag is not Tag.TO or words[to + 1].tag is not Tag.BASE:
        return None
    inner = reporting_verb_at(lowers, to + 1)
    outer = _cue(words, at, at + 1, inner[0]) if inner else None
    if inner is None or outer is None or outer.voice is Voice.PASSIVE:
        return None
    refusal = reporting_verb_at(lowers, at)
    act = Act.DECLINES_TO_COMMENT if refusal and refusal[0].act is Act.DECLINES_TO_COMMENT else inner[0].act
    is_empty = act is Act.DECLINES_TO_COMMENT and not inner[0].judges
    verb = replace(inner[0], act=act, is_strict=inner[0].is_strict and not is_empty, judges=inner[0].judges or is_empty)
    return replace(outer, verb=verb, last=to + 1 + inner[1])


def _cue(words: Sequence[Word], first: int, last: int, verb: ReportingVerb) -> Cue | None:
    before = _skip_adverbs(words, first)
    tag = words[first].tag
    previous = words[before] if before >= 0 else None
    if tag is Tag.FINITE:
        after = words[last] if last < len(words) else None
        if after is not None and (after.lower == "by" or (after.tag is Tag.TO and verb.lemma in said_of())):
            return None  # "ships alleged to", "talks demanded by": a participle that describes the noun before it
        if after is not None and after.lower in word_class("fate") and words[first].lower.endswith("ed"):
            return None  # "people confirmed dead"
        if _is_supposed(words, first):
            return None
        return Cue(verb, group_start(words, first), first, last, Voice.ACTIVE)
    if tag is Tag.BASE:
        return _base(words, first, last, verb, before)
    if previous is not None and previous.lower in word_class("be"):
        voice = Voice.ACTIVE if tag is Tag.ING else Voice.PASSIVE
        return Cue(verb, group_start(words, first), first, last, voice)
    if tag is Tag.ING:
        if (
            previous is not None
            and previous.lower == ","
            and verb.lemma in evidence_verbs()
            and verb.lemma not in ("say", "note", "describe")
        ):
            return None  # ", indicating that": what came before indicates, nobody says
        return Cue(verb, first, first, last, Voice.PARTICIPIAL)
    if previous is not None and previous.tag in (Tag.AUXILIARY, Tag.MODAL):
        return Cue(verb, group_start(words, first), first, last, Voice.ACTIVE)
    is_by = last < len(words) and words[last].lower == "by"
    return Cue(verb, first, first, last, Voice.PASSIVE) if is_by else None


def _base(words: Sequence[Word], first: int, last: int, verb: ReportingVerb, before: int) -> Cue | None:
    """An infinitive reports behind a modal or "do"."""
    if before >= 0 and words[before].tag in (Tag.MODAL, Tag.AUXILIARY) and not _is_supposed(words, first):
        return Cue(verb, group_start(words, first), first, last, Voice.ACTIVE)
    return None


def _is_supposed(words: Sequence[Word], first: int) -> bool:
    """Whether a modal makes it something not yet said ("would say"), unless it is refused ("would not say")."""
    group = range(group_start(words, first), first)
    is_refused = any(
        words[i].lower in ("not", "never") or words[i].lower.endswith("n't") or words[i].lower == "cannot" for i in group
    )
    return not is_refused and any(words[i].tag is Tag.MODAL for i in group)


def _skip_adverbs(words: Sequence[Word], at: int) -> int:
    at -= 1
    while at >= 0 and words[at].tag is Tag.ADVERB:
        at -= 1
    return at


def group_start(words: Sequence[Word], at: int) -> int:
    """The index of the first word of the verb group that ends at `at`: auxiliaries, modals and adverbs before it."""
    while at > 0 and words[at - 1].tag in _GROUP:
        at -= 1
    return at
