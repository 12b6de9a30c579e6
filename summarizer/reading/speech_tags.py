"""Words of a stretch of text and their tags, by closed lists, verb forms and the neighbours to the left: no parser."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer.domain.span import Span
from summarizer.language.quotation import Quotation
from summarizer.language.reporting import Form, reporting_verb_at
from summarizer.reading.speech_words import VERBS, Tag, Word, closed_words, nouns_first, verb_forms, word_class


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    abbreviation = "|".join(sorted(word_class("abbreviation")))
    return re.compile(
        r"(?:[Ii]t|[Ss]?[Hh]e|[Tt]hey|[Ww]e|[Yy]ou|I|[Tt]h(?:ere|at)|[Ww]h(?:o|at))(?=[’'](?:s|re|ve|ll|d|m)\b)"  # "he" of "he's"
        r"|[’'](?:s|re|ve|ll|d|m)\b"
        rf"|(?:[A-Z]\.-?){{1,5}}(?=\W|$)|[A-Z][a-z]{{1,3}}\.(?=\s[A-Z])|(?:{abbreviation})\."
        r"|[ap]\.m\."
        r"|[$€£¥]?\d+(?:[.,:]\d+)*%?(?:st|nd|rd|th|s)?\b"
        r"|\w+(?:[-’'&./]\w+)*[’'](?=\s)(?<=s[’'])|\w+(?:[-’'&./]\w+)*"
        r"|--+|\.{3}|[^\w\s]"
    )


def words_between(text: str, span: Span, quotations: Sequence[Quotation]) -> list[Word]:
    """The tagged words of `span`; each of the `quotations` in it is one word, followed by the point it ends with."""
    words = list(_split(text, span, quotations))
    titled = _is_title_case(text, words)
    for at, word in enumerate(words):
        if word.quotation is None and word.start < word.end:
            word.tag = _tag(text, words, at, titled=titled)
    return words


def _split(text: str, span: Span, quotations: Sequence[Quotation]) -> Iterator[Word]:
    at = span.start
    for quotation in quotations:
        if not span.overlaps(quotation.span):
            continue
        yield from _plain(text, at, quotation.span.start)
        yield Word(quotation.span.start, quotation.span.end, "", Tag.QUOTE, quotation)
        inner = text[quotation.span.start : quotation.span.end].rstrip("\"”’'»")
        if inner[-1:] and inner[-1] in ".,!?;:":
            mark = inner[-1]
            yield Word(quotation.span.end, quotation.span.end, mark, Tag.POINT)
        at = quotation.span.end
    yield from _plain(text, at, span.end)


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _token().finditer(text, start, end):
        yield Word(found.start(), found.end(), found.group().lower().replace("’", "'"), Tag.POINT)


def _is_title_case(text: str, words: Sequence[Word]) -> bool:
    plain = [word for word in words if word.quotation is None and word.end > word.start and text[word.start].isalpha()]
    long = [word for word in plain if word.end - word.start > 3]
    capitals = sum(text[word.start].isupper() for word in long)
    small = [word for word in plain[1:] if word.lower in word_class("small")]
    if len(long) > 3 and capitals > 0.9 * len(long):
        return True
    return len(long) > 1 and capitals == len(long) and bool(small) and all(text[word.start].isupper() for word in small)


def _tag(text: str, words: Sequence[Word], at: int, *, titled: bool) -> Tag:
    word = words[at]
    first = text[word.start]
    if not first.isalnum() and first not in "$€£¥'’":
        return Tag.POINT
    closed = closed_words().get(word.lower)
    if closed is not None and not _is_named(text, words, at, titled=titled):
        return _settled(closed, words, at)
    if word.lower[-2:] in ("'s", "s'") and word.lower not in verb_forms():
        return Tag.POSSESSIVE
    if first.isdigit() or first in "$€£¥":
        return Tag.NUMBER
    if word.lower.rstrip(".") in word_class("time"):
        return Tag.TIME
    if first.isupper() and not titled and not _opens(words, at):
        return Tag.NAME
    kinds = _kinds(word.lower)
    if kinds and not (first.isupper() and not titled and not _may_open_verb(kinds)):
        return _verb_tag(text, words, at, kinds)
    if word.lower.endswith("ly") and len(word.lower) > 4 and not first.isupper():
        return Tag.ADVERB
    return Tag.NAME if first.isupper() else Tag.NOUN


def _is_named(text: str, words: Sequence[Word], at: int, *, titled: bool) -> bool:
    """A capitalised closed word within a sentence is part of a name ("Bank Of"), but for "I" and sentence starts."""
    lower = words[at].lower
    if lower in ("us", "it", "who") and text[words[at].start : words[at].end].isupper():
        return True
    return (
        text[words[at].start].isupper()
        and not titled
        and not _opens(words, at)
        and lower in ("may", "will", "us", "it", "who")
        and (text[words[at].start : words[at].end] != "Who")
    )


def _opens(words: Sequence[Word], at: int) -> bool:
    return at == 0 or words[at - 1].lower in (".", ":", "—", "–", "!", "?", "…", "-", "--", ";", "(", "[")


def _may_open_verb(kinds: frozenset[Form]) -> bool:
    return bool(kinds & {Form.ING, Form.PARTICIPLE})


def _kinds(lower: str) -> frozenset[Form]:
    kinds = verb_forms().get(lower)
    if kinds is not None:
        return kinds
    if lower.endswith("ed") and len(lower) > 4:
        return frozenset((Form.PAST, Form.PARTICIPLE))
    return frozenset((Form.ING,)) if lower.endswith("ing") and len(lower) > 5 else frozenset()


def _settled(tag: Tag, words: Sequence[Word], at: int) -> Tag:
    """Words of two classes by what stands before them: "her" after a verb, "that" before a noun."""
    lower = words[at].lower
    before = words[at - 1] if at else None
    if lower == "may" and before is not None and before.tag in (Tag.PREPOSITION, Tag.NUMBER):
        return Tag.TIME
    if (
        lower == "that"
        and before is not None
        and before.tag in (Tag.PREPOSITION, Tag.SUBORDINATOR)
        and before.lower not in ("in", "so", "now")
    ):
        return Tag.DETERMINER
    if lower == "as" and _is_listing_as(words, at):
        return Tag.PREPOSITION
    if lower == "like" and before is not None and before.tag in (Tag.SUBJECT, Tag.MODAL, Tag.TO):
        return Tag.BASE
    return tag


def _is_listing_as(words: Sequence[Word], at: int) -> bool:
    """ "as well as", "such as", "as part of": no clause follows."""
    lowers = [word.lower for word in words[max(0, at - 2) : at + 3]]
    here = min(at, 2)
    return (
        lowers[here + 1 : here + 3] == ["well", "as"]
        or lowers[here - 2 : here] == ["as", "well"]
        or (here > 0 and lowers[here - 1] == "such")
        or lowers[here + 1 : here + 2] == ["part"]
    )


def _before(words: Sequence[Word], at: int) -> Word | None:
    """The word before `at`, leaving out adverbs."""
    at -= 1
    while at >= 0 and words[at].tag is Tag.ADVERB:
        at -= 1
    return words[at] if at >= 0 else None


def _verb_tag(text: str, words: Sequence[Word], at: int, kinds: frozenset[Form]) -> Tag:
    lower, before = words[at].lower, _before(words, at)
    tag = before.tag if before else None
    if lower == "states" and before and before.lower == "united":
        return Tag.NAME
    if tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER):
        return Tag.NOUN if not _follows_plural_number(words, at, tag, kinds) else Tag.FINITE
    if tag in (Tag.MODAL, Tag.TO) or (before and before.lower in ("do", "does", "did", "don't", "doesn't", "didn't")):
        return Tag.BASE if Form.BASE in kinds else Tag.NOUN
    if tag is Tag.AUXILIARY:
        return _after_auxiliary(kinds)
    if tag is Tag.SUBORDINATOR and Form.PARTICIPLE in kinds:
        return Tag.PARTICIPLE
    if tag is Tag.PREPOSITION:
        return Tag.ING if Form.ING in kinds else Tag.NOUN
    if Form.PAST in kinds and lower not in nouns_first():
        is_first = at == 0 and lower.endswith("ed") and reporting_verb_at([lower], 0) is None
        return Tag.PARTICIPLE if is_first else Tag.FINITE  # "Shocked neighbours said"
    if Form.ING in kinds:
        return Tag.ING
    if Form.PARTICIPLE in kinds and not kinds & {Form.BASE, Form.PAST}:
        return Tag.PARTICIPLE
    return Tag.FINITE if _is_present_verb(text, words, at, kinds) else Tag.NOUN


def _after_auxiliary(kinds: frozenset[Form]) -> Tag:
    if Form.PARTICIPLE in kinds:
        return Tag.PARTICIPLE
    return Tag.ING if Form.ING in kinds else Tag.NOUN


def _follows_plural_number(words: Sequence[Word], at: int, tag: Tag, kinds: frozenset[Form]) -> bool:
    """ "Some say", "both said", "31 say": a determiner or number that stands alone as subject."""
    before = _before(words, at)
    if before is None or words[at].lower in nouns_first():
        return False
    return before.lower in ("some", "many", "most", "both", "several", "few", "all", "this", "another", "these", "those") or (
        tag is Tag.NUMBER and Form.PAST in kinds
    )


def _is_present_verb(text: str, words: Sequence[Word], at: int, kinds: frozenset[Form]) -> bool:
    """Whether a form that may be a noun ("calls") is a finite verb, by the subject before it and the words after it."""
    lower, before = words[at].lower, _before(words, at)
    if before is None or before.tag in (Tag.FINITE, Tag.BASE, Tag.ING, Tag.PARTICIPLE):
        return False
    if before.tag in (Tag.SUBJECT, Tag.RELATIVE):
        return True
    if before.tag is Tag.POINT and before.lower not in (",", ")", "—", "–", "--"):
        return False
    is_plural = before.lower in word_class("plural") or (before.lower.endswith("s") and not before.lower.endswith(("ss", "us")))
    if lower not in nouns_first():
        is_joined = at > 1 and any(word.tag is Tag.CONJUNCTION for word in words[max(0, at - 3) : at - 1])
        return Form.PRESENT in kinds or is_plural or is_joined or before.tag in (Tag.CONJUNCTION, Tag.POINT) or Form.PAST in kinds
    if before.lower == "," and _ends_title(words, at):
        return True
    if lower in _HAPPEN and before.tag in (Tag.NOUN, Tag.NAME) and _says_where(text, words, at):
        return True
    agrees = Form.PRESENT in kinds or (Form.BASE in kinds and is_plural) or Form.PAST in kinds
    if before.tag is Tag.CONJUNCTION and at > 0 and words[at - 1].tag is Tag.ADVERB:
        return agrees and _takes_object(text, words, at)
    return agrees and before.tag in (Tag.NAME, Tag.NOUN, Tag.POINT, Tag.TIME) and _takes_object(text, words, at)


_HAPPEN = frozenset(("hit", "spread"))  # whose past is also their noun: "the quake hit at 3:47"


def _says_where(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a time or place follows the first verb that the sentence may have."""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    is_first = not any(word.tag in VERBS for word in words[:at])
    return is_first and (
        after in ("at", "in", "on", "off", "near", "across", "through", "about", "around") or after[:1].isdigit()
    )


def _ends_title(words: Sequence[Word], at: int) -> bool:
    """ "…, claim passengers": a reporting verb behind a comma with a bare noun to the end."""
    rest = words[at + 1 :]
    is_said = reporting_verb_at([words[at].lower], 0)
    return (
        is_said is not None
        and 0 < len(rest) <= 3
        and not any(word.lower in closed_words() or not word.lower[:1].isalpha() for word in rest)
    )


def _takes_object(text: str, words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return False
    if after.tag is Tag.QUOTE:
        return True
    closed = closed_words().get(after.lower)
    if after.lower in ("for", "on"):
        return words[at].lower.startswith("call")
    if closed is Tag.TO:
        return words[at].lower.rstrip("s") in (
            "plan",
            "promise",
            "vow",
            "pledge",
            "hope",
            "claim",
            "offer",
            "need",
            "start",
            "want",
            "move",
            "refer",
        )
    if closed is Tag.THAT and at + 2 < len(words) and Form.PAST in _kinds(words[at + 2].lower):
        return False
    starts = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.SUBJECT, Tag.OBJECT, Tag.THAT, Tag.RELATIVE)
    return (
        closed in starts
        or after.lower in ("how", "whether", "why", "what", "no", ":", "about", "against")
        or text[after.start].isupper()
    )
