"""How far a measure has come, from the words that lead up to its verb."""

import re
from functools import lru_cache

from summarizer.domain.measure import MeasureKind, Stage
from summarizer.domain.span import Span
from summarizer.reading.measure_acts import Act, Force, Form
from summarizer.reading.measure_lexicon import either

_THREAT = re.compile(r"(?i)\b(?:threat\w*|could|may|might|ready to|prepared to)\b")
_DECIDED = re.compile(r"(?i)\b(?:agree[ds]?|decid\w*|vot\w+|order(?:s|ed)?|chose|choos\w*|announc\w+)\b")
_HAVING_BEEN = re.compile(r"(?i)\b(?:has|have|had|having|was|were|is|are|being|been)\b")
_ACTOR = re.compile(
    r"[A-Z][\w.’'-]*(?<![’']s)|police|prosecutors|authorities|officials|court|courts|judge|judges|government|governments|"
    r"regulators|regulator|jury|"
    r"lawmakers|ministers|company|companies|states|countries|commission|council|bloc|soldiers|troops|detectives|officers"
)
_REACH = 160  # characters: the longest run of leading words that news prints is about half of it
_DONE = {
    Force.ENACT: Stage.IN_FORCE,
    Force.ANNOUNCE: Stage.ANNOUNCED,
    Force.CANCEL: Stage.CANCELLED,
    Force.PLAN: Stage.PLANNED,
    Force.THREATEN: Stage.THREATENED,
}
_PASSIVE_LEAD = re.compile(r"(?i)\b(?:was|were|is|are|be|been|being)\s(?:\w+ly\s|also\s|later\s|already\s|now\s)?$")
_CONDITION = re.compile(r"(?i)\b(?:if|unless|in response to any|should\s\w+\s\w+)\b")


def lead_of(text: str, act: Act, sentence: Span) -> Span | None:
    """The auxiliaries, adverbs and governing verbs that stand right before the verb: "will be taking immediate steps to"."""
    begin = max(sentence.start, act.verb.start - _REACH)
    match = _leading().search(text[begin : act.verb.start])
    return Span(begin + match.start(), act.verb.start) if match else None


def stage_of(text: str, act: Act, sentence: Span) -> Stage | None:
    """The stage that the sentence shows; `None` where the act is denied, wished for, supposed or only talked of."""
    lead = lead_of(text, act, sentence)
    words = lead.cut(text) if lead else ""
    around = text[sentence.start : lead.start if lead else act.verb.start]
    if act.form in (Form.PASSIVE, Form.REDUCED) and not act.is_direct:
        words = text[act.noun.end : act.verb.start]
        around = text[sentence.start : act.noun.end].rsplit(" ", 1)[0] + " "
    if act.form is Form.PAST and _PASSIVE_LEAD.search(words):
        return None  # something else was adopted; the passive of this noun is an act of its own
    if act.is_direct and not _is_verb(text, act, lead, sentence):
        return None
    if (
        _said("denied").search(words)
        or _said("wished").search(words)
        or _supposed().search(around)
        or _is_none(text, around, act)
    ):
        return None
    if re.search(r"\b(?:is|are)\b", words) and re.search(r"(?i)\b(?:when|once)\b[^,;]*$", around):
        return None  # "when the merger is completed" lies ahead
    if _THREAT.search(words) or (re.search(r"\bwould\b", words) and _CONDITION.search(sentence.cut(text))):
        return Stage.THREATENED
    return _told(act, words, around)


def _is_verb(text: str, act: Act, lead: Span | None, sentence: Span) -> bool:
    """ "Canada sanctions Iran" acts, "these sanctions include" does not: nobody, and no auxiliary, stands before it."""
    if act.form not in (Form.PRESENT, Form.BASE) or lead:
        return True
    before = text[sentence.start : act.verb.start].split()
    return bool(before) and bool(_ACTOR.fullmatch(before[-1].strip("“\"‘'")))


def _is_none(text: str, around: str, act: Act) -> bool:
    """ "No sanctions were imposed", "reached no agreement": the noun is counted as none."""
    if act.form is Form.PASSIVE:
        return bool(re.search(r"(?i)\b(?:no|neither|nor|few|any)\s(?:\w+\s){0,2}$", around))
    return act.verb.end < act.noun.start and bool(re.search(r"(?i)\bno\b", text[act.verb.end : act.noun.end]))


def _told(act: Act, words: str, around: str) -> Stage | None:
    done = _DONE[act.force]
    if act.force in (Force.PLAN, Force.THREATEN):
        return done if act.form is not Form.BASE or _has_plural_subject(around) or _said("planned").search(words) else None
    if act.kind is MeasureKind.AGREEMENT and act.is_direct:
        done = Stage.ANNOUNCED  # who agrees to buy has not bought
    if _said("planned").search(words):
        return Stage.PLANNED
    if act.form not in (Form.ING, Form.BASE):
        return done
    if act.form is Form.ING:
        return _of_participle(act, words, around, done)
    if _DECIDED.search(words):
        return Stage.ANNOUNCED if act.force is not Force.CANCEL else Stage.CANCELLED
    return done if not re.search(r"\bto\s$", words) and not words and _has_plural_subject(around) else None


def _of_participle(act: Act, words: str, around: str, done: Stage) -> Stage | None:
    """ "is imposing" is under way, "…, banning imports" has happened; a bare gerund is only talked of."""
    if _HAVING_BEEN.search(words):
        return done if act.kind is MeasureKind.LEGAL else (Stage.ANNOUNCED if act.force is Force.ENACT else done)
    return (
        done
        if re.search(r"(?:,|\bby)\s$", around + words) and not re.search(r"(?i)\b(?:will|would|could|may)\b", around)
        else None
    )


def _has_plural_subject(around: str) -> bool:
    """A present-tense verb without s needs a plural before it: "Canada and Britain impose", "lawmakers approve"."""
    return bool(
        re.search(r"(?:\band\s(?:the\s)?[A-Z][\w.]*|[a-z]{2,}[^\W_aious]s|\b(?:EU|US|police|they|we|They|We|who))\s$", around)
    )


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    """The run of leading words at the end of a text."""
    return re.compile(rf"(?:(?<=[\s,“\"‘'—-])|^)(?:{either('leading')}\b,?\s+)+$")


@lru_cache(maxsize=4)
def _said(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{either(name)}\b")


@lru_cache(maxsize=1)
def _supposed() -> re.Pattern[str]:
    """A word before the act, in its own clause, that makes it a wish, a demand, a denial or a condition."""
    return re.compile(rf"(?i)\b{either('supposed')}\b[^,;:—–]*$")
