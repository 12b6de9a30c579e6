"""Who takes a measure and whom it is aimed at, in the words of the sentence."""

import re
from functools import lru_cache

from summarizer.domain.measure import MeasureKind
from summarizer.domain.span import Span
from summarizer.reading.measure_acts import Act, Form, words
from summarizer.reading.measure_stages import lead_of

_BODY = (
    r"(?:governments?|administration|ministry|ministries|ministers?|court|judge|jury|police|officers|authorities|regulators?|prosecutors?|bloc|countries|nations|company|companies|"
    r"council|commission|parliament|agency|officials?|president|senate|lawmakers|legislators|bank|union|alliance|department|investigators|army|military|leaders|"
    r"states|allies|forces|troops|customs|watchdog|firm|group|board|tribunal|detectives|magistrate|giant|maker|chipmaker|carmaker|airline|retailer|lender|rivals|sides|"
    r"parties|neighbours|members|rebels|coast guard|navy|congress|cabinet|office|state|city|county|province|university|charity|club|lawyers|negotiators|senators|executives|shareholders|workers|tribes|diplomats|envoys)"
)
_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w&’'-]*[\w]|[A-Z]|[A-Z][a-z]+\.(?=\s[A-Z]))"
_NAME = rf"(?:(?:[Tt]he|[Bb]oth|[Aa]n?|[Ii]ts)\s)?(?:[a-z]+-based\s)?{_WORD}(?:\s(?:of\s(?:the\s)?|for\s|and\s(?=[A-Z]\w+\sDepartment))?{_WORD})*(?:(?:['’]s?)?(?:\s[a-z][\w-]+){{0,3}}?\s{_BODY})?"
_PLAIN = rf"(?:(?:[Tt]he|[Aa]n?|[Tt]hree|[Tt]wo|[Bb]oth|[Ss]everal|[Tt]hose|[Oo]ther|[Ff]ederal|[Ll]ocal)\s)?(?:[a-z][\w-]+\s){{0,3}}?{_BODY}"
_ONE = rf"(?:{_NAME}|{_PLAIN})"
_PARTY = rf"{_ONE}(?:(?:,\s{_ONE})*,?\s(?:and|as well as)\s(?:its\sallies|other\s[\w\s]{{3,30}}?|{_ONE}))?"
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|who|which|that)"
_SUBJECT = re.compile(rf"(?:^|(?<=[\s\"“‘'(—–-]))(?P<by>(?:{_PARTY})|{_PRONOUN})(?:,\s[^,;:]{{2,80}},|\s\([^)]*\))?[\s\"“‘]*$")
_PLACED = re.compile(rf"(?:^|(?<=[\s\"“‘'(—–-]))(?P<by>{_PLAIN}\s(?:in|of|at|from)\s(?:the\s)?{_WORD}(?:\s{_WORD})*)\s*$")
_BEFORE_NAME = re.compile(
    r"(?:\b(?:of|in|on|against|for|from|with|to|at|than|into|over|targeting|including|as|upon|toward|towards|via|under)\s)$"
)
_SAYS = (
    r"(?:said|says|announced|announces|told|added|warned|vowed|pledged|confirmed|declared|stated|wrote|tweeted|insisted|promised)"
)
_SAYER = re.compile(rf"(?:^|(?<=[\s\"“,(]))(?P<by>{_PARTY})(?:,[^,]{{2,60}},)?\s(?:[\w]+\s){{0,5}}?{_SAYS}\b")
_SAID_AFTER = re.compile(rf"[,.!?]?[\"”’]\s(?P<by>{_PARTY})\s{_SAYS}\b")
_BY = re.compile(rf"\s(?:\w+\s){{0,8}}?by\s(?P<by>{_PARTY})")
_NO_ACTOR = re.compile(
    r"^(?:.*\b(?:said|says|added|announced|confirmed|told \w+)\s(?:that\s)?)?(?:(?:On|In|At|But|And|Yet|As|For|If|While|After|Since|Earlier|Last|This|That|These|Those|Such|There|Meanwhile|However|Additionally|Separately|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b[\s,]*)*"
)
_STOP = (
    r"(?:for|over|after|in|on|as|because|including|that|which|who|whose|following|if|unless|when|while|until|from|with|amid|under|by|at|into|before|during|since|"
    r"said|says|was|were|is|are|have|has|had|will|would|to|it|he|they|she|last|this|later|earlier|next|aimed|alleged|accused|suspected|active|against|shortly|through|"
    r"Mon\w*day|Tues\w*day|Wednes\w*day|Thurs\w*day|Fri\w*day|Satur\w*day|Sun\w*day|linked|involved|labeling|designed|and\s(?:said|is|was|will|has|have|the\s\w+\s(?:said|was|will)))"
)
_TARGET = re.compile(
    rf"(?P<target>(?:(?:[A-Z][\w.’'-]*|the\s[A-Z][\w.’'-]*),\s(?=(?:[A-Z][\w.’'-]*(?:,|\sand)\s?)))*(?:(?!\b{_STOP}\b|and\s(?!(?:[A-Z]|the\b|its\b|other\b|\w+s\b)))(?![$€£¥]|\d+(?:\.\d+)?\s(?:million|billion|dollars|euros|pounds)|(?:nearly|about|almost|more|some|up)\b(?=.{{0,8}}[$€£¥\d])|(?:an?|one|two|\d+)\s\w+\sago)[^\s,;:.!?()“”\"—–]+(?:(?<=[A-Z])\.(?:[A-Z]\.)*)?(?:\s|(?=[,;:.!?()“”\"—–]|$))){{1,12}})"
)
_QUALIFIED = re.compile(
    r"\s(?:who|whose|which|associated|accused|suspected|linked|involved|alleged|believed|has|have|had|was|were|is|are|will|would)\b"
)
_NOUNISH = re.compile(
    r"(?:[A-Z]|(?:the|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|several|dozens|hundreds|some|all|both|more|at)\b|\d[\d,]*\s)"
)
_HELPED = re.compile(
    rf"\s(?:to|for)\s(?:help\s(?:\w+\s)?|support\s|bolster\s|boost\s|rebuild\s|assist\s|aid\s)(?P<target>(?:the\s)?{_WORD}(?:\s{_WORD})*)"
)
_EMPTY = frozenset(["it", "him", "her", "them", "us", "me", "that", "this", "which", "those", "these", "what", "itself", "themselves", "a", "the", "an", "more", "new"])


def subject_of(text: str, act: Act, sentence: Span) -> tuple[str | None, int]:
    """Who takes the measure, as printed (`None`: not shown), and where the clause begins."""
    if act.form in (Form.PASSIVE, Form.REDUCED, Form.NOMINAL):
        match = _BY.match(text, act.verb.end, sentence.end)
        return (_tidy(match["by"]) if match else None), _clause_start(text, sentence, _passive_start(text, act, sentence))
    lead = lead_of(text, act, sentence)
    edge = lead.start if lead else act.verb.start
    before = text[sentence.start : edge]
    match = _PLACED.search(before) or _SUBJECT.search(before)
    if match is None:
        return None, _clause_start(text, sentence, edge)
    by, start = match["by"], sentence.start + match.start("by")
    if by in ("who", "which", "that"):
        return None, _clause_start(text, sentence, start - 1)
    if re.fullmatch(_PRONOUN, by):
        return _antecedent(text, by, start, sentence), start
    trimmed = _NO_ACTOR.sub("", by)
    start += len(by) - len(trimmed)
    if not trimmed or _BEFORE_NAME.search(text[sentence.start : start]):
        return None, _clause_start(text, sentence, edge)
    return _tidy(trimmed), start


def target_of(text: str, act: Act, sentence: Span) -> str | None:
    """Whom it is aimed at or for, as printed; `None` where the clause does not say."""
    if act.is_direct and act.form is Form.PASSIVE:
        return _passive_target(text, act, sentence)
    if act.is_direct and act.kind not in (MeasureKind.TRADE, MeasureKind.AGREEMENT):
        match = _TARGET.match(text, act.verb.end + 1, sentence.end)
        return _tidy(match["target"]) if match else None
    if act.kind is MeasureKind.EXPULSION and " to leave" in act.noun.cut(text):
        return _tidy(act.noun.cut(text).split(" to leave")[0])
    helped = _HELPED.match(text, act.noun.end, sentence.end) if act.kind is MeasureKind.AID else None
    if helped:
        return _tidy(helped["target"])
    if text[: act.noun.end].endswith(" of"):
        match = _TARGET.match(text, act.noun.end + 1, sentence.end)
        return _tidy(match["target"]) if match else None
    places = (act.noun.end, act.verb.end) if act.form in (Form.PASSIVE, Form.REDUCED) else (max(act.noun.end, act.verb.end),)
    found = (_aimed(act.kind).match(text, place, sentence.end) for place in places)
    return next((_tidy(match["target"]) for match in found if match), None)


@lru_cache(maxsize=8)
def _aimed(kind: MeasureKind) -> re.Pattern[str]:
    """A preposition of this kind of measure and the target after it; up to four words may qualify the noun before."""
    prepositions = "|".join(words()[kind.value]["targets"].split())
    return re.compile(rf"(?:\s(?:(?!by\b)[\w-]+\s){{0,4}}?|\s?)\b(?:{prepositions})\s(?:at\s|more than\s)?{_TARGET.pattern}")


def _passive_start(text: str, act: Act, sentence: Span) -> int:
    return act.noun.start if not act.is_direct else act.verb.start


def _passive_target(text: str, act: Act, sentence: Span) -> str | None:
    """The subject of the passive: "The tram driver |has been arrested|"."""
    lead = lead_of(text, act, sentence)
    before = text[sentence.start : lead.start if lead else act.verb.start]
    clause = re.split(r"[;:—–“”\"]|,\s(?:and|but)\s|\b(?:that|after|whether|when)\s|\b(?:said|says)\s", before)[-1].strip()
    pieces = [_NO_ACTOR.sub("", piece.strip()).removeprefix("and ") for piece in clause.strip(",").split(",")]
    named = [piece for piece in pieces if _NOUNISH.match(piece)]
    if not named:
        return None
    # a comma before the verb closes an apposition to the first: "The driver, 42, was"; else the last is the subject
    subject = _QUALIFIED.split(named[0] if clause.endswith(",") or pieces[-1] not in named else pieces[-1])[0]
    return _tidy(subject) if len(subject.split()) <= 10 else None


def _antecedent(text: str, pronoun: str, at: int, sentence: Span) -> str | None:
    """Whom "they" in "Germany and France said they would" or "we" in a quotation stands for; people who speak for a state do not count."""
    if pronoun.casefold() in ("we", "i"):
        after = _SAID_AFTER.search(text, at, sentence.end)
        before = _SAYER.search(text[sentence.start : at])
        return _tidy(after["by"]) if after else _tidy(before["by"]) if before else None
    before = _SAYER.search(text[sentence.start : at])
    return _tidy(_NO_ACTOR.sub("", before["by"])) if before else None


def _clause_start(text: str, sentence: Span, at: int) -> int:
    """The beginning of the clause that holds `at`: after the last strong break before it."""
    last = sentence.start
    for match in re.finditer(
        r"(?:[;:—–]|,?\s(?:but|while|whereas|although)|[,.]?[”\"]|\s[“\"]|\bthat)\s?(?=\S)", text[sentence.start : at]
    ):
        last = sentence.start + match.end()
    return last


def _tidy(printed: str) -> str | None:
    """Without spaces and stray marks at its ends; `None` for pronouns and other empty words."""
    plain = re.sub(r"\s(?:and|or|also|then|now|already|later|yesterday|today)$", "", printed.strip(" ,'\"“”‘’"))
    plain = re.sub(r"['’]s?$", "", plain)
    return None if not plain or plain.isdigit() or plain.casefold() in _EMPTY else plain
