"""Who takes a measure and whom it is aimed at, in the words of the sentence."""

import re
from functools import lru_cache

from summarizer.domain.measure import MeasureKind
from summarizer.domain.span import Span
from summarizer.reading.measure_acts import Act, Form
from summarizer.reading.measure_lexicon import either, words
from summarizer.reading.measure_stages import lead_of

_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w&’'-]*[\w]|[A-Z]|[A-Z][a-z]+\.(?=\s[A-Z]))"
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|who|which|that)"
_START = r"(?:^|(?<=[\s\"“‘'(—–-]))"
_BEFORE_NAME = re.compile(
    r"(?:\b(?:of|in|on|against|for|from|with|to|at|than|into|over|targeting|including|as|upon|toward|towards|via|under)\s)$"
)
_SAYS = (
    r"(?:said|says|announced|announces|told|added|warned|vowed|pledged|confirmed|declared|stated|wrote|tweeted|insisted|promised)"
)
_QUALIFIED = re.compile(
    r"\s(?:who|whose|which|associated|accused|suspected|linked|involved|alleged|believed|has|have|had|was|were|is|are|"
    r"will|would)\b"
)
_NOUNISH = re.compile(
    r"(?:[A-Z]|(?:the|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|several|dozens|hundreds|some|all|both|more|"
    r"at)\b|\d[\d,]*\s)"
)
_HELPED = re.compile(
    rf"\s(?:to|for)\s(?:help\s(?:\w+\s)?|support\s|bolster\s|boost\s|rebuild\s|assist\s|"
    rf"aid\s)(?P<target>(?:the\s)?{_WORD}(?:\s{_WORD})*)"
)


_REACH = 240  # characters before a verb in which its subject, or who said it, stands: longer than any printed list of states


def subject_of(text: str, act: Act, sentence: Span) -> tuple[str | None, int]:
    """Who takes the measure, as printed (`None`: not shown), and where the clause begins."""
    if act.form in (Form.PASSIVE, Form.REDUCED, Form.NOMINAL):
        match = _by().match(text, act.verb.end, sentence.end)
        return (_tidy(match["by"]) if match else None), _clause_start(text, sentence, _passive_start(text, act, sentence))
    lead = lead_of(text, act, sentence)
    edge = lead.start if lead else act.verb.start
    begin = max(sentence.start, edge - _REACH)
    before = text[begin:edge]
    match = _placed().search(before) or _subject().search(before)
    if match is None:
        return None, _clause_start(text, sentence, edge)
    by, start = match["by"], begin + match.start("by")
    if by in ("who", "which", "that"):
        return None, _clause_start(text, sentence, start - 1)
    if re.fullmatch(_PRONOUN, by):
        return _antecedent(text, by, start, sentence), start
    trimmed = _no_actor().sub("", by)
    start += len(by) - len(trimmed)
    if not trimmed or _BEFORE_NAME.search(text[sentence.start : start]):
        return None, _clause_start(text, sentence, edge)
    return _tidy(trimmed), start


def target_of(text: str, act: Act, sentence: Span) -> str | None:
    """Whom it is aimed at or for, as printed; `None` where the clause does not say."""
    if act.is_direct and act.form is Form.PASSIVE:
        return _passive_target(text, act, sentence)
    if act.is_direct and act.kind not in (MeasureKind.TRADE, MeasureKind.AGREEMENT):
        match = _target().match(text, act.verb.end + 1, sentence.end)
        return _tidy(match["target"]) if match else None
    if act.kind is MeasureKind.EXPULSION and " to leave" in act.noun.cut(text):
        return _tidy(act.noun.cut(text).split(" to leave")[0])
    helped = _HELPED.match(text, act.noun.end, sentence.end) if act.kind is MeasureKind.AID else None
    if helped:
        return _tidy(helped["target"])
    if text[: act.noun.end].endswith(" of"):
        match = _target().match(text, act.noun.end + 1, sentence.end)
        return _tidy(match["target"]) if match else None
    places = (act.noun.end, act.verb.end) if act.form in (Form.PASSIVE, Form.REDUCED) else (max(act.noun.end, act.verb.end),)
    found = (_aimed(act.kind).match(text, place, sentence.end) for place in places)
    return next((_tidy(match["target"]) for match in found if match), None)


@lru_cache(maxsize=8)
def _aimed(kind: MeasureKind) -> re.Pattern[str]:
    """A preposition of this kind of measure and the target after it; up to four words may qualify the noun before."""
    prepositions = "|".join(words()[kind.value]["targets"].split())
    return re.compile(rf"(?:\s(?:(?!by\b)[\w-]+\s){{0,4}}?|\s?)\b(?:{prepositions})\s(?:at\s|more than\s)?{_target().pattern}")


def _passive_start(text: str, act: Act, sentence: Span) -> int:
    return act.noun.start if not act.is_direct else act.verb.start


def _passive_target(text: str, act: Act, sentence: Span) -> str | None:
    """The subject of the passive: "The tram driver |has been arrested|"."""
    lead = lead_of(text, act, sentence)
    before = text[sentence.start : lead.start if lead else act.verb.start]
    clause = re.split(r"[;:—–“”\"]|,\s(?:and|but)\s|\b(?:that|after|whether|when)\s|\b(?:said|says)\s", before)[-1].strip()
    pieces = [_no_actor().sub("", piece.strip()).removeprefix("and ") for piece in clause.strip(",").split(",")]
    named = [piece for piece in pieces if _NOUNISH.match(piece)]
    if not named:
        return None
    # a comma before the verb closes an apposition to the first: "The driver, 42, was"; else the last is the subject
    subject = _QUALIFIED.split(named[0] if clause.endswith(",") or pieces[-1] not in named else pieces[-1])[0]
    return _tidy(subject) if len(subject.split()) <= 10 else None


def _antecedent(text: str, pronoun: str, at: int, sentence: Span) -> str | None:
    """Whom "they" in "Germany and France said they would", or "we" in a quotation, stands for."""
    sayer = _sayer().search(text[max(sentence.start, at - _REACH) : at])
    if pronoun.casefold() in ("we", "i"):
        after = _said_after().search(text, at, min(sentence.end, at + _REACH))
        found = after or sayer
        return _tidy(found["by"]) if found else None
    return _tidy(_no_actor().sub("", sayer["by"])) if sayer else None


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
    return None if not plain or plain.isdigit() or plain.casefold() in words()["lexicon"]["empty"].split() else plain


def _plain() -> str:
    return (
        r"(?:(?:[Tt]he|[Aa]n?|[Tt]hree|[Tt]wo|[Bb]oth|[Ss]everal|[Tt]hose|[Oo]ther|[Ff]ederal|[Ll]ocal)\s)?"
        rf"(?:[a-z][\w-]+\s){{0,3}}?{either('bodies')}"
    )


@lru_cache(maxsize=1)
def _party() -> str:
    """A name with its body ("the U.S. Treasury Department"), a body alone ("police"), or several of them."""
    name = (
        rf"(?:(?:[Tt]he|[Bb]oth|[Aa]n?|[Ii]ts)\s)?(?:[a-z]+-based\s)?{_WORD}"
        rf"(?:\s(?:of\s(?:the\s)?|for\s|and\s(?=[A-Z]\w+\sDepartment))?{_WORD})*"
        rf"(?:(?:['’]s?)?(?:\s[a-z][\w-]+){{0,3}}?\s{either('bodies')})?"
    )
    one = f"(?:{name}|{_plain()})"
    return rf"{one}(?:(?:,\s{one})*,?\s(?:and|as well as)\s(?:its\sallies|other\s[\w\s]{{3,30}}?|{one}))?"


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    return re.compile(rf"{_START}(?P<by>(?:{_party()})|{_PRONOUN})(?:,\s[^,;:]{{2,80}},|\s\([^)]*\))?[\s\"“‘]*$")


@lru_cache(maxsize=1)
def _placed() -> re.Pattern[str]:
    """ "A court in Madrid"."""
    return re.compile(rf"{_START}(?P<by>{_plain()}\s(?:in|of|at|from)\s(?:the\s)?{_WORD}(?:\s{_WORD})*)\s*$")


@lru_cache(maxsize=1)
def _sayer() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s\"“,(]))(?P<by>{_party()})(?:,[^,]{{2,60}},)?\s(?:[\w]+\s){{0,5}}?{_SAYS}\b")


@lru_cache(maxsize=1)
def _said_after() -> re.Pattern[str]:
    return re.compile(rf"[,.!?]?[\"”’]\s(?P<by>{_party()})\s{_SAYS}\b")


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    return re.compile(rf"\s(?:\w+\s){{0,8}}?by\s(?P<by>{_party()})")


@lru_cache(maxsize=1)
def _no_actor() -> re.Pattern[str]:
    """What precedes the actor in its clause: "He said", "On Friday,"."""
    return re.compile(rf"^(?:.*\b(?:said|says|added|announced|confirmed|told \w+)\s(?:that\s)?)?(?:{either('openers')}\b[\s,]*)*")


@lru_cache(maxsize=1)
def _target() -> re.Pattern[str]:
    """Up to twelve words that end before a preposition, a verb, a sum of money or a time; lists of names keep their commas."""
    listed = r"(?:(?:[A-Z][\w.’'-]*|the\s[A-Z][\w.’'-]*),\s(?=(?:[A-Z][\w.’'-]*(?:,|\sand)\s?)))*"
    ends = rf"(?!\b{either('target_ends')}\b|and\s(?!(?:[A-Z]|the\b|its\b|other\b|\w+s\b)))"
    sums = (
        r"(?![$€£¥]|\d+(?:\.\d+)?\s(?:million|billion|dollars|euros|pounds)|(?:nearly|about|almost|more|some|"
        r"up)\b(?=.{0,8}[$€£¥\d])"
        r"|(?:an?|one|two|\d+)\s\w+\sago)"
    )
    word = r"[^\s,;:.!?()“”\"—–]+(?:(?<=[A-Z])\.(?:[A-Z]\.)*)?(?:\s|(?=[,;:.!?()“”\"—–]|$))"
    return re.compile(f"(?P<target>{listed}(?:{ends}{sums}{word}){{1,12}})")
