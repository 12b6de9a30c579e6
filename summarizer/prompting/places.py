"""Places in a sentence where somebody is said to say something: the candidates that are named to an LLM.

A place is a verb of saying outside quotation marks with the words of its own clause; it is found by the tables of reporting
verbs. Deciding who speaks is left to the reader.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.domain.claim import Act
from summarizer.domain.span import Span
from summarizer.language.reporting import Form, reporting_verb_at, reporting_verb_forms


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|^[^“”\"]*”")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_BOUNDARY = re.compile(r"[,;:–—()“”\"¶]|--")
_LIST_MARK = re.compile(r",\s+(?:and\s+)?")
_CLAUSE_WORDS = frozenset(
    {"that", "which", "but", "while", "when", "as", "if", "although", "though", "whether", "because", "where"}
)
_NOUN_BEFORE = _words(
    "the a an of its their his her our my this these those no any some to in for with by on into against amid over despite from"
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "stands", "stood"})  # "stands accused"
_AUXILIARIES = _words("has have had not never repeatedly formally explicitly previously later also did does do since again")
_AFTER_ANSWER = frozenset({"to", "of"})  # "alleged to have", "reports of": no speech of the noun before
_OPENS_NAME = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr"})
_LONGEST_NAME = 3  # words of one name in a list
_TELLING = frozenset(
    {Act.DENIES, Act.ALLEGES, Act.CONFIRMS, Act.ADMITS, Act.WARNS, Act.CORRECTS}
)  # by these something is said, too
_LONGEST = 9  # words of a subject that are looked at
_ACCORDING = re.compile(r"(?i)\baccording\s+to\s+")
_ASIDE = re.compile(r",?\s+(?:who|which|whose)\b|\s+(?:late\s+|early\s+)?on\s+\w+day\b")
_DOES = re.compile(r"\s+(?:[A-Z]\w+\s+|it\s+|them\s+)?to\b")  # "continued to", "allowed Peru to"
_BEGINS = re.compile(r"\s+\w+ing\b")
_AFTER_THE_VERB = _words("on in at to during after before late early while last this earlier")


@dataclass(frozen=True, slots=True)
class Place:
    """A verb of saying in a sentence; offsets count from the sentence's start. `subject` is who does it, as printed."""

    verb: Span
    subject: Span | None
    is_inverted: bool  # "said the minister"

    @property
    def whole(self) -> Span:
        """Subject and verb together."""
        if self.subject is None:
            return self.verb
        return Span(min(self.verb.start, self.subject.start), max(self.verb.end, self.subject.end))


def mask_quotes(sentence: str) -> str:
    """The sentence with everything in quotation marks replaced by as many pilcrows, so that offsets stay true."""
    return _QUOTED.sub(lambda match: "¶" * len(match.group()), sentence)


@lru_cache(maxsize=2048)
def find_places(sentence: str) -> tuple[Place, ...]:
    """Every place of the sentence in order."""
    masked = mask_quotes(sentence)
    words = list(_WORD.finditer(masked))
    lower = [word.group().lower() for word in words]
    found = [place for at in range(len(words)) if (place := _place(masked, words, lower, at))]
    found += [_according(masked, match) for match in _ACCORDING.finditer(masked)]
    return tuple(sorted(found, key=lambda place: place.verb))


def _place(masked: str, words: list[re.Match[str]], lower: list[str], at: int) -> Place | None:
    length = _verb_length(masked, words, lower, at)
    if not length:
        return None
    first = at
    while first and lower[first - 1] in _AUXILIARIES and not _parts(masked, words[first - 1], words[first]):
        first -= 1
    verb = Span(words[first].start(), words[at + length - 1].end())
    before = _subject_before(masked, words, lower, first)
    if before is not None:
        return Place(verb, _without_asides(masked, before), is_inverted=False)
    shares = first > 0 and lower[first - 1] in ("and", "but", "then")  # the subject of the verb before
    behind = None if shares else _subject_behind(masked, words, lower, at + length)
    return Place(verb, behind, is_inverted=behind is not None)


def _verb_length(masked: str, words: list[re.Match[str]], lower: list[str], at: int) -> int:
    """How many words the finite verb of saying at this word has; 0 where there is none, or nobody says anything by it."""
    forms = reporting_verb_forms().get(lower[at], frozenset())
    before = lower[at - 1] if at else ""
    is_plural = Form.BASE in forms and re.search(r"[^'’]{3}s$", before) is not None  # "officials deny"
    if not (forms & {Form.PAST, Form.PRESENT} or is_plural) or words[at].group()[0].isupper():
        return 0
    if before in _NOUN_BEFORE or before in _BE or (before in _AUXILIARIES and at > 1 and lower[at - 2] in _BE):
        return 0
    match = reporting_verb_at(lower, at)
    if match is None:
        return 0
    quotes = match[0].judges and "¶" in masked[words[at].end() :]  # "described it as “a mistake”"
    if not (match[0].act in _TELLING or quotes or (match[0].says and not is_plural)):
        return 0
    after = lower[at + match[1]] if at + match[1] < len(lower) else ""
    is_asking = match[0].asks_to and match[0].act is not Act.ALLEGES
    is_passive = Form.PARTICIPLE in forms and after in _AFTER_ANSWER and before not in _AUXILIARIES and not is_asking
    acts = match[0].is_strict and _DOES.match(masked, words[at].end())
    begins = match[0].lemma in ("begin", "continue") and _BEGINS.match(masked, words[at].end())
    return 0 if is_passive or acts or begins else match[1]


def _subject_before(masked: str, words: list[re.Match[str]], lower: list[str], verb: int) -> Span | None:
    """The words of the verb's clause before it, with a list of names or an apposition between commas."""
    first = _clause_start(masked, words, lower, verb)
    if first == verb:  # a comma stands before the verb: an apposition ends there
        if not verb or masked[words[verb - 1].end() : words[verb].start()].strip() != ",":
            return None
        inner = _clause_start(masked, words, lower, verb - 1)
        if not inner or masked[words[inner - 1].end() : words[inner].start()].strip() != ",":
            return None
        first = _clause_start(masked, words, lower, inner - 1)
        return Span(words[first].start(), words[verb - 1].end())
    while first and (start := _listed_before(masked, words, lower, first)) is not None:
        first = start
    if lower[first] == "and":
        first += 1
    return Span(words[first].start(), words[verb - 1].end()) if first < verb else None


def _without_asides(masked: str, subject: Span) -> Span:
    """The subject without the relative clause or the day that stands between it and its verb: "Smith, who was visiting, said"."""
    aside = _ASIDE.search(masked, subject.start, subject.end)
    return Span(subject.start, aside.start()) if aside and aside.start() > subject.start else subject


def _clause_start(masked: str, words: list[re.Match[str]], lower: list[str], end: int) -> int:
    """The first of the words that run up to word `end` without a mark or a conjunction between them."""
    first = end
    while first and end - first < _LONGEST and lower[first - 1] not in _CLAUSE_WORDS:
        if first < len(words) and _parts(masked, words[first - 1], words[first]):
            break
        first -= 1
    return first


def _listed_before(masked: str, words: list[re.Match[str]], lower: list[str], at: int) -> int | None:
    """Where the name before the comma begins, if the words at `at` go on with a list of names: "Britain, France and Germany"."""
    here = words[at + 1] if lower[at] == "and" and at + 1 < len(words) else words[at]
    if not _LIST_MARK.fullmatch(masked[words[at - 1].end() : here.start()]) or not here.group()[0].isupper():
        return None
    start = _clause_start(masked, words, lower, at - 1)
    is_name = at - start <= _LONGEST_NAME and all(word.group()[0].isupper() for word in words[start:at])
    return start if is_name else None


def _subject_behind(masked: str, words: list[re.Match[str]], lower: list[str], after: int) -> Span | None:
    """The words right after the verb that name somebody, as in "said the minister", up to the next mark."""
    if after >= len(words) or _parts(masked, words[after - 1], words[after]):
        return None
    if lower[after] not in _OPENS_NAME and not words[after].group()[0].isupper():
        return None
    last = after + 1
    while last < len(words) and last - after < _LONGEST:
        if _parts(masked, words[last - 1], words[last]) or lower[last] in _CLAUSE_WORDS or lower[last] in _AFTER_THE_VERB:
            break
        last += 1
    return Span(words[after].start(), words[last - 1].end())


def _according(masked: str, match: re.Match[str]) -> Place:
    stop = _BOUNDARY.search(masked, match.end())
    end = stop.start() if stop else len(masked.rstrip(" .!?\n"))
    subject = Span(match.end(), end) if end > match.end() else None
    return Place(Span(match.start(), match.end() - 1), subject, is_inverted=True)


def _parts(masked: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether a mark stands between two words."""
    return _BOUNDARY.search(masked, left.end(), right.start()) is not None
