"""What is said: the words before or behind a reporting verb that are its content, up to where another clause begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.domain.claim import Act
from summarizer.language.reporting import ReportingVerb, reporting_noun
from summarizer.reading.speech_cues import Cue, Voice
from summarizer.reading.speech_words import Tag, Word, word_class

_PHRASE_START = frozenset((Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.SUBJECT, Tag.QUOTE, Tag.OBJECT))
_PHRASE = frozenset((Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.QUOTE, Tag.TIME, Tag.POSSESSIVE, Tag.DETERMINER))
_VERB = frozenset((Tag.FINITE, Tag.AUXILIARY, Tag.MODAL))
_QUESTION = frozenset("whether how why what who".split())
_DOUBT = frozenset("if when where".split())  # question words behind these verbs, else the beginning of a side clause
_DOUBTERS = frozenset("ask wonder inquire enquire query question know".split())
_ENDS = frozenset((";", "…")) 
_DASHES = frozenset(("—", "–", "--", "-"))
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
    if gap is not None and verb.says and at < len(words) and words[at].tag in (*_VERB, Tag.QUOTE):
        start = (at, True)
    if start is None:
        return None
    at, is_clause = start
    end = _end(words, at, bounds, is_clause=is_clause)
    while end > at and words[end - 1].tag is Tag.POINT and words[end - 1].lower != ")":
        end -= 1
    return Content(at, end, is_clause) if end > at else None


def _start(words: Sequence[Word], verb: ReportingVerb, at: int) -> tuple[int, bool] | None:
    i, addressed = at, False
    while i < len(words):
        word = words[i]
        if word.tag in (Tag.THAT, Tag.QUOTE) or word.lower in _QUESTION or (word.lower in _DOUBT and _asks(verb)):
            is_clause = verb.says or verb.tells or word.tag is Tag.QUOTE
            return (i, is_clause) if is_clause or not verb.is_strict else None
        if word.tag in _VERB:
            return None
        if word.lower == ":":
            return (i + 1, True) if i + 1 < len(words) else None
        if word.lower == ",":
            return _behind_comma(words, verb, i)
        if word.tag is Tag.POINT:
            return None
        if word.tag is Tag.TO and i + 1 < len(words) and words[i + 1].tag in (Tag.BASE, Tag.AUXILIARY, Tag.ADVERB):
            return (i, True) if verb.asks_to else None
        if word.lower in verb.prepositions:
            return (i + 1, False) if i + 1 < len(words) and words[i + 1].tag is not Tag.POINT else None
        if word.tag in (Tag.ADVERB, Tag.TIME):
            i += 1
        elif word.lower == "as" and i + 1 < len(words) and words[i + 1].tag is Tag.DETERMINER and not has_clause(words, i + 1):
            i = phrase_end(words, i + 1)
        elif word.lower in ("after", "before") and i + 1 < len(words) and words[i + 1].tag in (Tag.PREPOSITION, Tag.TIME, Tag.THAT):
            i += 1
        elif word.tag is Tag.SUBORDINATOR:
            return None
        elif word.tag in (Tag.PREPOSITION, Tag.TO):
            i = phrase_end(words, i + 1)
        elif word.tag is Tag.DETERMINER and i + 1 < len(words) and words[i + 1].tag is Tag.TIME:
            i += 2
        elif has_clause(words, i) and (verb.says or (verb.tells and addressed)) and not (verb.tells and not verb.says):
            return _clause_or_addressee(words, verb, i)
        elif verb.tells and not addressed and _is_addressee(words, verb, i):
            i, addressed = phrase_end(words, i), True
        elif verb.asks_to and _leads_to_infinitive(words, i):
            return i, True
        elif word.tag is Tag.ING:
            return (i, True) if verb.judges and not verb.is_strict else None
        else:
            return (i, False) if verb.judges and (not verb.is_strict or _is_cast(words, i)) else None
    return None


def _asks(verb: ReportingVerb) -> bool:
    return verb.lemma in _DOUBTERS or verb.act is Act.DECLINES_TO_COMMENT


def _is_cast(words: Sequence[Word], at: int) -> bool:
    """Whether an object with "as" follows: "sees the deal as a threat"."""
    behind = phrase_end(words, at)
    return behind + 1 < len(words) and words[behind].lower == "as"


def _clause_or_addressee(words: Sequence[Word], verb: ReportingVerb, at: int) -> tuple[int, bool]:
    """A clause without "that", or behind the person told: "told them he would go", "warned Iran it must stop"."""
    if verb.tells and verb.lemma not in ("advise", "ask"):
        behind = phrase_end(words, at)
        if behind < len(words) and (words[behind].tag in (Tag.THAT, Tag.SUBJECT, Tag.QUOTE) or words[behind].lower in _QUESTION):
            return behind, True
        if words[at].tag is Tag.OBJECT and has_clause(words, behind):
            return behind, True
    return at, True


def _is_addressee(words: Sequence[Word], verb: ReportingVerb, at: int) -> bool:
    if words[at].tag not in _PHRASE_START:
        return False
    if not verb.says and not verb.judges:
        return True
    behind = phrase_end(words, at)
    ahead = words[behind : behind + _THAT_REACH]
    return any(word.tag in (Tag.THAT, Tag.QUOTE) or word.lower in (":", *_QUESTION) for word in ahead[:1]) or verb.lemma in ("tell", "assure", "remind", "inform") 


def _leads_to_infinitive(words: Sequence[Word], at: int) -> bool:
    if words[at].tag not in _PHRASE_START:
        return False
    behind = phrase_end(words, at)
    return behind + 1 < len(words) and words[behind].tag is Tag.TO and words[behind + 1].tag in (Tag.BASE, Tag.AUXILIARY, Tag.ADVERB)


def _behind_comma(words: Sequence[Word], verb: ReportingVerb, comma: int) -> tuple[int, bool] | None:
    """A quotation behind a comma, or a "that" behind an insertion between commas."""
    if comma + 1 < len(words) and words[comma + 1].tag is Tag.QUOTE:
        return comma + 1, True
    for i in range(comma + 1, min(len(words), comma + _THAT_REACH)):
        if words[i].tag is Tag.THAT and words[i - 1].lower == "," and verb.says:
            return i, True
        if words[i].tag in _VERB or words[i].lower in (".", ";", ":"):
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
            (tag is Tag.DETERMINER or words[i].lower in word_class("possessive"))
            and words[i - 1].tag in (Tag.NOUN, Tag.NAME, Tag.TIME, Tag.NUMBER)
            or (words[i - 1].tag is Tag.TIME and tag in (Tag.NAME, Tag.POSSESSIVE, Tag.NOUN))
            or (tag is Tag.NAME and words[i - 1].tag is Tag.NOUN and words[i - 1].lower not in _TITLES)
        )
        if tag not in _PHRASE or begins_another or (tag is Tag.QUOTE and i > at):
            break
        i += 1
    if i > at and i < len(words) and (words[i].lower == "of" or (words[i].lower == "and" and i + 1 < len(words) and words[i + 1].tag in _PHRASE)):
        return phrase_end(words, i + 1)
    return max(i, at + 1) if at < len(words) else at


_TITLES = frozenset("president minister host reporter spokesman anchor editor senator newspaper agency magazine website network chief".split())


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
        if word.tag in _VERB:
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
    return any(word.tag in _VERB for word in words[at + 1 : at + _CLAUSE_REACH])


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
            elif word.lower in _ENDS and depth == 0:
                return i
            elif word.lower == "," and not is_clause and _leaves_object(words, i):
                return i
    return _without_joiner(words, at, limit)


def _leaves_object(words: Sequence[Word], comma: int) -> bool:
    """Whether the comma ends an object: what follows is a participle, a relative clause or another clause."""
    after = words[comma + 1] if comma + 1 < len(words) else None
    if after is None or after.tag in (Tag.ING, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.ADVERB, *_VERB):
        return True
    return after.tag is Tag.CONJUNCTION and any(word.tag in _VERB for word in words[comma + 1 : comma + 8])


def _without_joiner(words: Sequence[Word], at: int, end: int) -> int:
    """The end without the words that lead to the next clause: ", and", ", while", "before"."""
    while end > at and (
        words[end - 1].tag in (Tag.CONJUNCTION, Tag.SUBORDINATOR) and end < len(words) or words[end - 1].tag is Tag.ADVERB and end < len(words) and words[end - 2].tag in (Tag.CONJUNCTION, Tag.POINT) or words[end - 1].lower == "with" and end < len(words)
        or words[end - 1].tag is Tag.POINT and words[end - 1].lower != ")"
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
    while comma > start and words[comma - 1].tag is Tag.POINT:
        comma -= 1
    return Content(start, comma, True) if start < comma else None


def object_of_passive(cue: Cue) -> bool:
    """Whether the cue is in the passive."""
    return cue.voice is Voice.PASSIVE
