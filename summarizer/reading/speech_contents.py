"""What is said: the words before or behind a reporting verb that are its content, up to where another clause begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.domain.claim import Act
from summarizer.language.reporting import ReportingVerb, reporting_noun
from summarizer.reading.speech_cues import Cue
from summarizer.reading.speech_words import PHRASE, VERBS, Tag, Word, word_class

_PHRASE_START = PHRASE | {Tag.OBJECT}
_PHRASE_WORDS = (PHRASE | {Tag.TIME}) - {Tag.SUBJECT}
_CLAUSE_REACH = 22  # words in which a clause without "that" shows its verb
_LONG_QUOTE = 13  # code points; a longer quotation behind a noun may hold the verb
_THAT_REACH = 16  # words of adverbials between a verb and its "that"


@dataclass(frozen=True, slots=True)
class Content:
    """The words `start` up to `end`; `is_clause`: a clause, an infinitive or a quotation, not only what the talk is about."""

    start: int
    end: int
    is_clause: bool


def content_behind(words: Sequence[Word], cue: Cue, at: int, bounds: Sequence[int], *, gap: int | None = None) -> Content | None:
    """The content that follows the verb; `at` is behind its words (and its subject), `bounds` where other clauses begin.

    `gap` is the relative pronoun that is part of what is said: "a drone that it said was flying over Iran".
    """
    verb = cue.verb
    start = _start(words, verb, at)
    if gap is not None and verb.says and at < len(words) and words[at].tag in (*VERBS, Tag.QUOTE):
        start = (at, True)
    if start is None:
        return None
    at, is_clause = start
    end = _end(words, at, bounds, is_clause=is_clause)
    while end > at and words[end - 1].tag is Tag.POINT and words[end - 1].lower != ")":
        end -= 1
    return Content(at, end, is_clause) if end > at else None


def _start(words: Sequence[Word], verb: ReportingVerb, at: int) -> tuple[int, bool] | None:
    """Where the content begins behind the verb, past adverbials and the person told, and whether it is a clause."""
    i, is_addressed = at, False
    while i < len(words):
        word = words[i]
        if word.lower == ",":
            return _behind_comma(words, verb, i)
        if i > at and _describes(words, i) and not _asks(verb):
            return None  # "apologised to players who were thrown out"
        if _opens_content(words, verb, i):
            return _opened(words, verb, i)
        if word.tag in (Tag.POINT, *VERBS):
            return None
        if word.lower in verb.prepositions and not _is_time(words, i + 1):
            return (i + 1, False) if i + 1 < len(words) and words[i + 1].tag is not Tag.POINT else None
        behind = _behind_adverbial(words, i)
        if behind is None:
            return None
        if not is_addressed and behind == i and _addresses(words, verb, i):
            behind, is_addressed = phrase_end(words, i), True
        if behind == i:
            return _phrase(words, verb, i)
        i = behind
    return None


def _describes(words: Sequence[Word], at: int) -> bool:
    """Whether a relative clause begins there that belongs to the noun before it."""
    return words[at].lower in ("who", "whom", "which", "whose") and words[at - 1].tag in (Tag.NOUN, Tag.NAME)


def _opens_content(words: Sequence[Word], verb: ReportingVerb, at: int) -> bool:
    word = words[at]
    is_question = word.lower in word_class("question") or (word.lower in word_class("doubt") and _asks(verb))
    return is_question or word.tag in (Tag.THAT, Tag.QUOTE) or word.lower == ":" or _is_infinitive(words, at)


def _opened(words: Sequence[Word], verb: ReportingVerb, at: int) -> tuple[int, bool] | None:
    """The content that a "that", a question word, a colon, an infinitive or a quotation opens."""
    word = words[at]
    if word.lower == ":":
        return (at + 1, True) if at + 1 < len(words) else None
    if word.tag is Tag.TO:
        return (at, True) if verb.asks_to else None
    is_clause = verb.says or verb.tells or word.tag is Tag.QUOTE
    return (at, is_clause) if is_clause or not verb.is_strict else None


def _is_infinitive(words: Sequence[Word], at: int) -> bool:
    if at >= len(words):
        return False
    after = words[at + 1].tag if at + 1 < len(words) else None
    return words[at].tag is Tag.TO and after in (Tag.BASE, Tag.AUXILIARY, Tag.ADVERB)


def _behind_adverbial(words: Sequence[Word], at: int) -> int | None:
    """Behind the adverb, time or prepositional phrase at `at`; `at` where there is none; `None` where a side clause begins."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.tag in (Tag.ADVERB, Tag.TIME):
        return at + 1
    if word.tag is Tag.DETERMINER and after is not None and after.tag is Tag.TIME:
        return at + 2
    if word.tag in (Tag.PREPOSITION, Tag.TO):
        return phrase_end(words, at + 1)
    if word.tag is not Tag.SUBORDINATOR:
        return at
    if after is not None and word.lower in ("after", "before") and after.tag in (Tag.PREPOSITION, Tag.TIME, Tag.THAT):
        return at + 1
    is_role = word.lower == "as" and after is not None and after.tag is Tag.DETERMINER and not has_clause(words, at + 1)
    return phrase_end(words, at + 1) if is_role else None


def _is_time(words: Sequence[Word], at: int) -> bool:
    """Whether a time stands there, and nothing of which one could speak: "reported on Tuesday"."""
    return at < len(words) and words[at].tag is Tag.TIME and (at + 1 == len(words) or words[at + 1].tag is Tag.POINT)


def _addresses(words: Sequence[Word], verb: ReportingVerb, at: int) -> bool:
    """Whether the phrase at `at` is the person told, before what they are told."""
    if not verb.tells or words[at].tag not in _PHRASE_START or (verb.says and has_clause(words, at)):
        return False
    if verb.lemma in ("tell", "assure", "remind", "inform") or not (verb.says or verb.judges):
        return True
    behind = phrase_end(words, at)
    return (
        behind < len(words)
        and (words[behind].tag is Tag.THAT or _opens_content(words, verb, behind))
        and not _is_infinitive(words, behind)
    )


def _phrase(words: Sequence[Word], verb: ReportingVerb, at: int) -> tuple[int, bool] | None:
    """The content that begins with a noun phrase or a gerund: a clause, somebody asked to act, or the matter itself."""
    if verb.says and has_clause(words, at):
        return _clause_or_addressee(words, verb, at)
    if verb.asks_to and words[at].tag in _PHRASE_START and _is_infinitive(words, phrase_end(words, at)):
        return at, True
    if not verb.judges or (verb.is_strict and not _is_cast(words, at)):
        return None
    return at, words[at].tag is Tag.ING


def _asks(verb: ReportingVerb) -> bool:
    return verb.lemma in word_class("doubter") or verb.act is Act.DECLINES_TO_COMMENT


def _is_cast(words: Sequence[Word], at: int) -> bool:
    """Whether an object with "as" follows: "sees the deal as a threat"."""
    behind = phrase_end(words, at)
    return behind + 1 < len(words) and words[behind].lower == "as"


def _clause_or_addressee(words: Sequence[Word], verb: ReportingVerb, at: int) -> tuple[int, bool]:
    """A clause without "that", or behind the person told: "told them he would go", "warned Iran it must stop"."""
    if verb.tells and verb.lemma not in ("advise", "ask"):
        behind = phrase_end(words, at)
        if behind < len(words) and (
            words[behind].tag in (Tag.THAT, Tag.SUBJECT, Tag.QUOTE) or words[behind].lower in word_class("question")
        ):
            return behind, True
        if behind < len(words) and has_clause(words, behind):
            return behind, True
    return at, True


def _behind_comma(words: Sequence[Word], verb: ReportingVerb, comma: int) -> tuple[int, bool] | None:
    """A quotation behind a comma, or a "that" behind an insertion between commas."""
    if comma + 1 < len(words) and words[comma + 1].tag is Tag.QUOTE:
        return comma + 1, True
    for i in range(comma + 1, min(len(words), comma + _THAT_REACH)):
        if words[i].tag is Tag.THAT and words[i - 1].lower == "," and verb.says:
            return i, True
        if words[i].tag in VERBS or words[i].lower in (".", ";", ":"):
            return None
        if words[i].tag is Tag.QUOTE and words[i - 1].lower in (",", ":"):
            return i, True
    return None


def phrase_end(words: Sequence[Word], at: int) -> int:
    """Behind the noun phrase that begins at `at`, with the phrases in "of" that belong to it."""
    i = at
    if i < len(words) and words[i].tag in (Tag.OBJECT, Tag.SUBJECT):
        return i + 1
    while i < len(words):
        tag = words[i].tag
        begins_another = i > at and (
            (
                (tag is Tag.DETERMINER or words[i].lower in word_class("possessive"))
                and words[i - 1].tag in (Tag.NOUN, Tag.NAME, Tag.TIME, Tag.NUMBER)
            )
            or (words[i - 1].tag is Tag.TIME and tag in (Tag.NAME, Tag.POSSESSIVE, Tag.NOUN))
            or (tag is Tag.NAME and words[i - 1].tag is Tag.NOUN and words[i - 1].lower not in word_class("title"))
        )
        if tag not in _PHRASE_WORDS or begins_another or (tag is Tag.QUOTE and i > at):
            break
        i += 1
    if (
        i > at
        and i < len(words)
        and (words[i].lower == "of" or (words[i].lower == "and" and i + 1 < len(words) and words[i + 1].tag in _PHRASE_WORDS))
    ):
        return phrase_end(words, i + 1)
    return max(i, at + 1) if at < len(words) else at


def has_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause begins at `at`: a noun phrase with a finite verb before the sentence or the phrase is over."""
    if words[at].tag not in (*_PHRASE_START, Tag.ING) or words[at].tag is Tag.OBJECT:
        return False
    needed = 0  # verbs of clauses within the noun phrase: "claims that he fled are wrong"
    for i in range(at + 1, min(len(words), at + _CLAUSE_REACH)):
        word = words[i]
        if word.tag is Tag.THAT and i > at and words[i - 1].tag is Tag.NOUN and reporting_noun(words[i - 1].lower):
            needed += 1
            continue
        if word.tag is Tag.QUOTE and word.end - word.start > _LONG_QUOTE:
            return True
        if word.tag in VERBS:
            if needed == 0 and (words[i - 1].tag is not Tag.RELATIVE or _has_later_verb(words, i)):
                return True
            needed -= words[i - 1].tag not in (Tag.AUXILIARY, Tag.MODAL)
        if word.tag is Tag.POINT and word.lower not in (",", "(", ")"):
            return False
        if word.lower == "," and i + 1 < len(words) and words[i + 1].tag in (Tag.ING, Tag.CONJUNCTION):
            return False
        if word.tag in (Tag.SUBORDINATOR, Tag.THAT) and word.lower not in ("as", "than", "like"):
            return False
    return False


def _has_later_verb(words: Sequence[Word], at: int) -> bool:
    return any(word.tag in VERBS for word in words[at + 1 : at + _CLAUSE_REACH])


def _end(words: Sequence[Word], at: int, bounds: Sequence[int], *, is_clause: bool) -> int:
    """Where the content ends: at the end of the sentence, or where another clause with its own speaker begins."""
    limit = min((bound for bound in bounds if bound > at), default=len(words))
    depth = 0
    for i in range(at, limit):
        word = words[i]
        if word.tag is Tag.POINT:
            if word.lower == "(":
                depth += 1
            elif word.lower == ")":
                if depth == 0:
                    return i
                depth -= 1
            elif (word.lower in (";", "…") and depth == 0) or (word.lower == "," and not is_clause and _leaves_object(words, i)):
                return i
    return _without_joiner(words, at, limit)


def _leaves_object(words: Sequence[Word], comma: int) -> bool:
    """Whether the comma ends an object: what follows is a participle, a relative clause or another clause."""
    after = words[comma + 1] if comma + 1 < len(words) else None
    if after is None or after.tag in (Tag.ING, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.ADVERB, *VERBS):
        return True
    return after.tag is Tag.CONJUNCTION and any(word.tag in VERBS for word in words[comma + 1 : comma + 8])


def _without_joiner(words: Sequence[Word], at: int, end: int) -> int:
    """The end without the words that lead to the next clause: ", and", ", while", "before"."""
    while end > at and (
        (words[end - 1].tag in (Tag.CONJUNCTION, Tag.SUBORDINATOR) and end < len(words))
        or (words[end - 1].tag is Tag.ADVERB and end < len(words) and words[end - 2].tag in (Tag.CONJUNCTION, Tag.POINT))
        or (words[end - 1].lower == "with" and end < len(words))
        or (words[end - 1].tag is Tag.POINT and words[end - 1].lower != ")")
    ):
        end -= 1
    return end


def content_before(words: Sequence[Word], comma: int, starts: Sequence[int]) -> Content | None:
    """The content that ends at the comma before a speaker: "The deal is off, he said"."""
    start = max((each for each in starts if each < comma), default=0)
    for i in range(comma - 1, start - 1, -1):
        if words[i].lower == ";" or (words[i].lower == ":" and i > 0 and words[i + 1].tag is Tag.QUOTE):
            start = i + 1
            break
    while start < comma and words[start].tag is Tag.POINT and words[start].lower != "(":
        start += 1
    while comma > start and words[comma - 1].tag is Tag.POINT and words[comma - 1].lower != ")":
        comma -= 1
    return Content(start, comma, True) if start < comma else None
