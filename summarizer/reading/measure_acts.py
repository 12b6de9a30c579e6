"""Clauses that act: the verb of a measure with what it acts on, in the active or the passive."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from summarizer.domain.measure import MeasureKind
from summarizer.domain.span import Span
from summarizer.reading.measure_lexicon import either, words

_GAP = (
    r"(?:(?!\b(?:that|which|who|while|but|after|because|if|when|said|says|it|he|she|they|we|as|where|despite|"
    r"in violation|in breach)\b)[^.;:!?()“”\"]){0,75}?"
)
_BE = (
    r"\b(?:is|are|was|were|be|been|being|get|got)\b(?:\s(?:also|now|already|formally|officially|later|recently|since|"
    r"first|\w+ly|not|never))?\s"
)
_NOUN_BE = r"(?:(?!\b(?:that|which|who|said|says)\b)[^.,;:!?()“”\"]){0,110}?"
_PHRASAL = {
    "withdraw": r"(?:\s(?:\w+ly\s)?from\b)",
    "pull": r"(?:\s(?:[\w.]+\s){0,4}?out of\b)",
    "tear": r"(?:\sup\b)",
    "roll": r"(?:\sback\b)",
}
_PREPOSITION = r"(?:to|in|of|for|at|from|with|between|over|and|or|as|by|on\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b"
_UNDONE = (
    r"\b(?i:includ\w+|announc\w+|confirm\w+|order\w*|after|following|with)\s(?:the|a|an immediate)\s"
    r"(?P<verb>(?i:termination|cancellation|suspension|lifting|scrapping|revocation))\sof\s(?:the\s)?(?:[\w-]+\s){0,4}?"
)
_GOODS = r"(?:imports?|exports?|shipments?|sales)"
_PHRASAL_KINDS = (MeasureKind.AGREEMENT, MeasureKind.TRADE)


class Force(StrEnum):
    """What the verb does to the measure when it is done."""

    ENACT = "enact"
    ANNOUNCE = "announce"
    CANCEL = "cancel"
    PLAN = "plan"
    THREATEN = "threaten"


class Form(StrEnum):
    """The grammatical form of the verb, which its stage depends on."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    ING = "ing"
    PASSIVE = "passive"
    REDUCED = "reduced"  # "sanctions imposed by …"
    NOMINAL = "nominal"  # "announced the termination of …"


class Act(NamedTuple):
    """One act in a sentence: where its verb and its noun (or direct object's beginning) stand."""

    kind: MeasureKind
    force: Force
    form: Form
    verb: Span
    noun: Span
    is_direct: bool


def find_acts(text: str, sentence: Span) -> Iterator[Act]:
    """The acts of `sentence`, for every kind."""
    for kind, is_quick in _hints().items():
        if is_quick.search(text, sentence.start, sentence.end):
            for pattern in _patterns(kind):
                yield from pattern.acts(text, sentence)


class _Pattern(NamedTuple):
    kind: MeasureKind
    force: Force
    regex: re.Pattern[str]
    form: Form | None  # where the pattern tells it, else by the group that matched
    is_direct: bool

    def acts(self, text: str, sentence: Span) -> Iterator[Act]:
        for match in self.regex.finditer(text, sentence.start, sentence.end):
            verb = Span(*match.span("verb"))
            form = self.form or Form(_form(match))
            noun = Span(*match.span("noun")) if match["noun"] else verb
            yield Act(self.kind, self.force, form, verb, noun, self.is_direct)


def _form(match: re.Match[str]) -> str:
    return next(form for form in ("ing", "past", "present", "base") if match[form])


@lru_cache(maxsize=1)
def _hints() -> dict[MeasureKind, re.Pattern[str]]:
    """Kind → a sign of it in a sentence."""
    return {kind: re.compile(f"(?i){either(kind.value, table='hints')}") for kind in MeasureKind}


@lru_cache(maxsize=8)
def _patterns(kind: MeasureKind) -> tuple[_Pattern, ...]:
    row = words()[kind.value]
    nouns = rf"(?P<noun>\b(?i:{'|'.join(row['nouns'])}))"
    with_noun = (pattern for force in Force if row[force.value] for pattern in _with_noun(kind, force, nouns))
    undone = _Pattern(kind, Force.CANCEL, re.compile(f"{_UNDONE}{nouns}"), Form.NOMINAL, False)
    return (*with_noun, undone, *_direct(kind, row))


def _with_noun(kind: MeasureKind, force: Force, nouns: str) -> Iterator[_Pattern]:
    """Verbs that act on a noun: "imposed sanctions", "sanctions were imposed", "sanctions imposed by"."""
    verbs = words()[kind.value][force.value].split()
    done = "|".join(_past(verb, part=True) for verb in verbs if verb not in _PHRASAL)
    active = rf"(?<![\w-])(?P<verb>(?i:{_active(verbs, kind)}))\s(?!{_PREPOSITION})(?P<gap>{_GAP}){nouns}"
    reduced = rf"{nouns}\s(?P<verb>{done})\b(?=\s(?:by|in|on|against|last|this|earlier|over)\b)"
    yield _Pattern(kind, force, re.compile(active), None, False)
    yield _Pattern(kind, force, re.compile(rf"{nouns}{_NOUN_BE}{_BE}(?P<verb>{done})\b"), Form.PASSIVE, False)
    yield _Pattern(kind, force, re.compile(reduced), Form.REDUCED, False)


def _direct(kind: MeasureKind, row: dict[str, Any]) -> Iterator[_Pattern]:
    """Verbs that need no noun: "sanctioned three banks", "was arrested"."""
    verbs = row.get("direct", "").split()
    if verbs:
        after = row["direct_object"]
        regex = rf"(?<!the\s)(?<!\ba\s)(?<![\w-])(?P<verb>(?i:{_active(verbs, kind)}))\s(?P<noun>){after}"
        yield _Pattern(kind, Force.ENACT, re.compile(regex), None, True)
        done = "|".join(_past(verb, part=True) for verb in verbs)
        passive = rf"{_BE}(?P<noun>)(?P<verb>{done})\b(?!{row.get('passive_not', '$.')})"
        if kind is MeasureKind.TRADE:  # people and roads are blocked and barred too
            passive = rf"(?P<noun>\b{_GOODS}\b){_NOUN_BE}{_BE}(?P<verb>{done})\b"
            from_trade = rf"{_BE}(?P<noun>)(?P<verb>{done})\b(?=\sfrom\s(?:import|export|sell|buy)ing\b)"
            yield _Pattern(kind, Force.ENACT, re.compile(from_trade), Form.PASSIVE, True)
        yield _Pattern(kind, Force.ENACT, re.compile(passive), Form.PASSIVE, True)
    for verb in row.get("with_object", "").split():
        regex = (
            rf"(?<![\w-])(?P<verb>(?i:{_active([verb], kind)}))\s(?P<noun>)(?=(?:[^.;,]{{2,60}}?\s)with\s)(?!(?:with|of|"
            rf"against|that|for|in|on|were|are)\b)"
        )
        yield _Pattern(kind, Force.ENACT, re.compile(regex), None, True)
        yield _Pattern(
            kind, Force.ENACT, re.compile(rf"{_BE}(?P<noun>)(?P<verb>{_past(verb, part=True)})(?=\swith\s)"), Form.PASSIVE, True
        )


def _active(verbs: list[str], kind: MeasureKind) -> str:
    """One alternation with a group for each form; phrasal verbs with their particle."""
    parts: dict[str, list[str]] = {"ing": [], "past": [], "present": [], "base": []}
    for verb in verbs:
        tail = _PHRASAL.get(verb, "") if kind in _PHRASAL_KINDS else ""
        if verb == "pull" and not tail:
            continue
        parts["ing"].append(_ing(verb) + tail)
        parts["past"].append(_past(verb, part=False) + tail)
        parts["present"].append(_present(verb) + tail)
        parts["base"].append(verb + tail)
    return "|".join(f"(?P<{form}>(?:{'|'.join(forms)})\\b)" for form, forms in parts.items())


def _past(verb: str, *, part: bool) -> str:
    irregular = words()["irregular"].get(verb)
    if irregular:
        past, participle = irregular.split()[:2]
        return participle if part else f"(?:{past}|{participle})"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _ing(verb: str) -> str:
    """The listed form, or a doubled last letter where the past has one, or the plain -ing."""
    forms = words()["irregular"].get(verb, "").split()
    if len(forms) == 3:
        return str(forms[2])
    if forms and forms[1].endswith(f"{verb[-1] * 2}ed"):
        return f"{verb}{verb[-1]}ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


def _present(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
