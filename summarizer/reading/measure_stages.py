"""How far a measure has come, from the words that lead up to its verb."""

import re

from summarizer.domain.measure import MeasureKind, Stage
from summarizer.domain.span import Span
from summarizer.reading.measure_acts import Act, Force, Form

_TIMES = (
    r"on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this|next|earlier|later)\s(?:week|month|year|this\s\w+|on\s\w+day|in\s\w+|\w+day)|"
    r"in\s(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|shortly\safter|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_LEADING = (
    r"will|would|could|may|might|must|shall|should|can|cannot|has|have|had|having|is|are|was|were|be|been|being|also|already|now|soon|then|later|today|"
    r"yesterday|not|never|no\slonger|to|yet|still|even|just|jointly|recently|immediately|immediate|new|instead|once\sagain|again|both|formally|"
    r"(?:will|would|could|has|have|had|is|are|was|were|do|does|did)n['’]t|won['’]t|do|does|did|\w+ly|"
    r"plan\w*|threat\w*|vow\w*|pledg\w*|promis\w*|agree[ds]?|intend\w*|expect\w*|decid\w*|vot\w+|consider\w*|mull\w*|weigh\w*|prepar\w*|ready|set|about|"
    r"going|mov(?:e|es|ed|ing)|work\w*|towards?|tak(?:e|es|ing|en)|took|steps|action|seek\w*|sought|aim\w*|refus\w*|declin\w*|fail\w*|try|tries|tried|trying|"
    r"attempt\w*|want\w*|hop(?:e|es|ed|ing)|order(?:s|ed)?|need\w*|start\w*|begin\w*|began|like|likely|due|"
    r"pursu\w+|chos?e|choos\w+|announc\w+\s(?:that\s)?(?:it|they|he|she)\s(?:was|were|would|is|are)|in\stalks|close|nearing|warn\w*|help\w*|bound|able|unable|rush\w*"
)
_GROUP = re.compile(rf"(?:(?<=[\s,“\"‘'—-])|^)(?:(?:{_LEADING}|{_TIMES})\b,?\s+)+$")
_DENIED = re.compile(
    r"(?i)\b(?:not|never|no longer|\w+n['’]t|cannot|refus\w*|declin\w*|fail\w*|unable|yet to|den(?:y|ies|ied|ying)|without|stop\w* short of|rul\w+ out|reject\w*)\b"
)
_WISHED = re.compile(
    r"(?i)\b(?:should|must|want\w*|hop(?:e|es|ed|ing)|need\w*|try|tries|tried|trying|attempt\w*|seek\w*|sought|like to|unlikely|help\w*|in talks|close|nearing|warn\w*|can)\b"
)
_THREAT = re.compile(r"(?i)\b(?:threat\w*|could|may|might|ready to|prepared to)\b")
_PLAN = re.compile(
    r"(?i)\b(?:will|would|shall|plan\w*|intend\w*|expect\w*|consider\w*|mull\w*|weigh\w*|prepar\w*|set to|due to|about to|going to|towards?|steps|aim\w*|"
    r"vow\w*|pledg\w*|promis\w*|won['’]t|likely|bound|(?:is|are|was|were) to|mov(?:e|es|ed|ing) to|pursu\w*|be|rush\w*)\b"
)
_DECIDED = re.compile(r"(?i)\b(?:agree[ds]?|decid\w*|vot\w+|order(?:s|ed)?|chose|choos\w*|announc\w+)\b")
_HAVING_BEEN = re.compile(r"(?i)\b(?:has|have|had|having|was|were|is|are|being|been)\b")
_SUPPOSED = re.compile(
    r"(?i)\b(?:if|unless|whether|should|were to|calls? (?:for|on)|called (?:for|on)|calling (?:for|on)|urg\w+|ask\w*|demand\w*|press\w*(?:ed|ing)? for|"
    r"in favou?r of|instead of|rather than|without|against|oppos\w+|push\w* (?:for|to)|need for|want\w*|lobby\w*|accus\w+|possib\w+ of|prospect of|threat of|"
    r"propos\w+|suggest\w+|recommend\w+|permission to|right to|power to|deadline to|failure to|no|neither|nor|hopes? (?:of|for|to|that)|allow\w*|before|until|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|rul\w+ out|falsely|whether)\b[^,;:—–]*$"
)
_ACTOR = re.compile(
    r"[A-Z][\w.’'-]*(?<![’']s)|police|prosecutors|authorities|officials|court|courts|judge|judges|government|governments|regulators|regulator|jury|"
    r"lawmakers|ministers|company|companies|states|countries|commission|council|bloc|soldiers|troops|detectives|officers"
)
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
    match = _GROUP.search(text[sentence.start : act.verb.start])
    return Span(sentence.start + match.start(), act.verb.start) if match else None


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
    if _DENIED.search(words) or _WISHED.search(words) or _SUPPOSED.search(around) or _is_none(text, around, act):
        return None
    if re.search(r"\b(?:is|are)\b", words) and re.search(r"(?i)\b(?:when|once)\b[^,;]*$", around):
        return None  # "when the merger is completed" lies ahead
    if _THREAT.search(words) or (re.search(r"\bwould\b", words) and _CONDITION.search(sentence.cut(text))):
        return Stage.THREATENED
    return _told(act, words, around)


def _is_verb(text: str, act: Act, lead: Span | None, sentence: Span) -> bool:
    """ "Canada sanctions Iran" acts, "these sanctions include" and "large fines" do not: somebody or an auxiliary stands before it."""
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
        return done if act.form is not Form.BASE or _has_plural_subject(around) or _PLAN.search(words) else None
    if act.kind is MeasureKind.AGREEMENT and act.is_direct:
        done = Stage.ANNOUNCED  # who agrees to buy has not bought
    if _PLAN.search(_without_been(words)):
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


def _without_been(words: str) -> str:
    """ "be" after a modal is told by the modal; alone it plans nothing."""
    return re.sub(r"(?i)\bbe\b", "", words)


def _has_plural_subject(around: str) -> bool:
    """A present-tense verb without s needs a plural before it: "Canada and Britain impose", "lawmakers approve"."""
    return bool(
        re.search(r"(?:\band\s(?:the\s)?[A-Z][\w.]*|[a-z]{2,}[^\W_aious]s|\b(?:EU|US|police|they|we|They|We|who))\s$", around)
    )
