"""Who speaks: the noun phrase that is the subject of a reporting verb, before it or behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.language.reporting import documents, evidence_verbs, reporting_verb_at
from summarizer.reading.speech_cues import Cue, Voice, group_start
from summarizer.reading.speech_words import Tag, Word

_HARD = frozenset(".;:?!()[]…") | {"—", "–", "--", "...", "-"}
_PHRASE = frozenset((Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.SUBJECT, Tag.QUOTE))
_VERB = frozenset((Tag.FINITE, Tag.AUXILIARY, Tag.MODAL))
_ADVERBIAL = frozenset((Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ING, Tag.PARTICIPLE, Tag.TO, Tag.TIME, Tag.ADVERB, Tag.FINITE))
_OCCASIONS = frozenset("interview conference news press speech rally hearing briefing tweet twitter facebook phone telephone debate series condition response reference announcing video".split())
_AS_VERBS = tuple("serv act work known describ see regard nam appoint elect cast label pos treat portray present dub characteri use".split())
_RELATIVE_REACH = 8  # words between "who" and its verb


@dataclass(frozen=True, slots=True)
class Subject:
    """The words `start` up to `end`; `antecedent` holds the phrase that a relative pronoun stands for."""

    start: int
    end: int
    antecedent: tuple[int, int] | None = None


def subject_of(words: Sequence[Word], cue: Cue) -> Subject | None:
    """The subject before the verb of `cue`, or `None` where there is none."""
    if cue.voice is Voice.PARTICIPIAL:
        return _of_participle(words, cue)
    return _before(words, cue.group)


def _of_participle(words: Sequence[Word], cue: Cue) -> Subject | None:
    """ "with officials saying" has its own subject; "…, adding" and "a statement saying" take that of the verb before."""
    before = cue.group - 1
    while before >= 0 and words[before].tag is Tag.ADVERB:
        before -= 1
    if before < 0:
        return _after_comma(words, cue.last)
    if words[before].tag in (Tag.NAME, Tag.NOUN, Tag.SUBJECT, Tag.OBJECT) and (own := _own_of_participle(words, before)):
        return own
    is_of_document = words[before].tag is Tag.NOUN and _singular(words[before].lower) in documents()
    verb = _verb_before(words, before + 1) if is_of_document else _main_verb(words, before + 1)
    return _before(words, group_start(words, verb)) if verb is not None else _after_comma(words, cue.last)


def _main_verb(words: Sequence[Word], at: int) -> int | None:
    """The verb of the main clause left of `at`, a reporting verb before others."""
    lowers = [word.lower for word in words[:at]]
    verbs = [i for i in range(at) if words[i].tag in _VERB and relative_before(words, i) is None and _is_main(words, i)]
    said = [i for i in verbs if words[i].tag is Tag.FINITE and (found := reporting_verb_at(lowers, i)) and found[0].says]
    return (said or verbs or [None])[0 if not said else -1]


def _is_main(words: Sequence[Word], verb: int) -> bool:
    """Whether no "that", "when" or "who" begins the clause of the verb."""
    start = _clause_start(words, group_start(words, verb) - 1) if group_start(words, verb) else 0
    return start == 0 or words[start - 1].tag not in (Tag.THAT, Tag.SUBORDINATOR, Tag.RELATIVE)


def _own_of_participle(words: Sequence[Word], last: int) -> Subject | None:
    start = last
    while start > 0 and words[start - 1].tag in _PHRASE:
        start -= 1
    is_document = any(_singular(word.lower) in documents() for word in words[start : last + 1])
    introduced = words[start - 1].lower if start else ""
    if introduced == "with" or (words[start - 1].tag is Tag.FINITE and not is_document and introduced in ("has", "had", "quoted")):
        return Subject(start, last + 1)
    return None if is_document or start == 0 else Subject(start, last + 1)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _after_comma(words: Sequence[Word], at: int) -> Subject | None:
    """The subject of the main clause that follows: "Speaking of the deal, Smith called …"."""
    comma = next((i for i in range(at, len(words)) if words[i].lower == ","), None)
    if comma is None:
        return None
    verb = next((i for i in range(comma, len(words)) if words[i].tag in _VERB), None)
    if verb is None or verb == comma + 1:
        return None
    return _trimmed(words, comma + 1, group_start(words, verb))


def _verb_before(words: Sequence[Word], at: int) -> int | None:
    """The nearest finite verb left of `at` that is not in a relative clause."""
    for i in range(at - 1, -1, -1):
        if words[i].tag in _VERB and relative_before(words, i) is None:
            return i
        if words[i].tag is Tag.POINT and words[i].lower in (";", ":"):
            return None
    return None


def _before(words: Sequence[Word], group: int) -> Subject | None:
    last = group - 1
    if last < 0:
        return None
    if words[last].tag is Tag.CONJUNCTION:
        verb = _verb_sharing(words, last, group)
        return _before(words, group_start(words, verb)) if verb is not None else None
    if words[last].tag in (Tag.RELATIVE, Tag.THAT):
        return Subject(last, last + 1, _phrase_ending(words, last))
    if words[last].tag is Tag.SUBJECT:
        return Subject(last, last + 1)
    start = _clause_start(words, last)
    if words[last].lower == ",":
        last -= 1
    return _trimmed(words, start, last + 1)


def _opening(words: Sequence[Word], closing: int) -> int | None:
    return next((i for i in range(closing - 1, max(-1, closing - 8), -1) if words[i].lower == "("), None)


def _verb_sharing(words: Sequence[Word], joiner: int, group: int) -> int | None:
    """The verb whose subject is also that of the verb behind "and": that of the main clause where somebody says both."""
    lowers = [word.lower for word in words]
    at = next((i for i in range(group, len(words)) if words[i].tag is Tag.FINITE), group)
    found = reporting_verb_at(lowers, at)
    is_said = found is not None and (found[0].lemma not in evidence_verbs() or found[0].lemma in ("say", "note", "describe"))
    if is_said or words[joiner - 1].lower == ",":
        main = _main_verb(words, joiner)
        return main if main is not None else _verb_before(words, joiner)
    return _verb_before(words, joiner)


def _phrase_ending(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    if end and words[end - 1].lower == ",":
        end -= 1
    start = end
    while start > 0 and (words[start - 1].tag in _PHRASE or (words[start - 1].lower in ("of", "like", "and", "for") and start < end)):
        start -= 1
    while start < end and words[start].tag in (Tag.PREPOSITION, Tag.CONJUNCTION):
        start += 1
    return (start, end) if start < end else None


def relative_before(words: Sequence[Word], verb: int) -> int | None:
    """The index of the relative pronoun in whose clause the verb stands, or `None`."""
    for i in range(verb - 1, max(-1, verb - _RELATIVE_REACH), -1):
        word = words[i]
        if word.tag is Tag.RELATIVE or word.lower == "whose" or (word.tag is Tag.THAT and _is_relative_that(words, i, verb)):
            return i
        if word.tag is Tag.FINITE and i < verb - 1 and (said := reporting_verb_at([each.lower for each in words[: i + 2]], i)) and said[0].says:
            return relative_before(words, i)
        if word.tag in _VERB and i < verb - 1 or word.tag is Tag.POINT:
            return None
    return None


def _is_relative_that(words: Sequence[Word], at: int, verb: int) -> bool:
    return group_start(words, verb) == at + 1 and at > 0 and words[at - 1].tag in (Tag.NOUN, Tag.NAME)


def _clause_start(words: Sequence[Word], last: int) -> int:
    """Where the clause begins in which the subject that ends at `last` stands."""
    is_parenthesis = words[last].lower == ","
    i = last - 1 if is_parenthesis else last
    while i >= 0:
        word = words[i]
        if word.tag is Tag.QUOTE and i < last and _is_speech_before(words, i):
            return i + 2
        if word.lower == ")" and (opening := _opening(words, i)) is not None:
            i = opening - 1
            continue
        if word.tag is Tag.POINT and word.lower in _HARD:
            return i + 1
        if word.tag in (Tag.THAT, Tag.RELATIVE, Tag.SUBORDINATOR) and _begins_clause(words, i):
            return i + 1
        if word.tag in (Tag.FINITE, Tag.AUXILIARY, Tag.MODAL):
            relative = relative_before(words, i)
            if relative is None and not _is_reduced(words, i, last):
                return _behind_verb(words, i, last, is_parenthesis=is_parenthesis)
            i = (relative if relative is not None else i) - 1
            continue
        if word.lower in ("but", "yet"):
            return i + 1
        if word.lower == "and" and _joins_clauses(words, i):
            return i + 1
        i -= 1
    return 0


def _begins_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a subordinator begins a clause; "as" does not behind a verb ("served as")."""
    lower = words[at].lower
    if lower == "as":
        return at == 0 or not words[at - 1].lower.startswith(_AS_VERBS)
    return lower not in ("than", "until", "like")


def _is_speech_before(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].tag is Tag.POINT and words[at + 1].lower in (",", ".", "?", "!")


def _is_reduced(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a past form is a participle that describes the noun before it: "a letter released on Monday said"."""
    word = words[at]
    if word.tag is not Tag.FINITE or at == 0 or not word.lower.endswith(("ed", "n", "t", "id")):
        return False
    found = reporting_verb_at([each.lower for each in words[: at + 2]], at)
    if found and found[0].says and word.lower not in ("posted", "published", "made"):
        return False
    commas = [i for i in range(at + 1, last) if words[i].lower == ","]
    if words[at - 1].tag in (Tag.NOUN, Tag.NAME) and at + 1 < len(words) and words[at + 1].lower == "by":
        return True
    if words[at - 1].lower == ",":
        return words[last].lower == "," and not commas
    if words[at - 1].tag is Tag.NUMBER and words[last].lower == ",":
        return not commas
    return words[at - 1].tag in (Tag.NOUN, Tag.NAME, Tag.NUMBER) and not commas and words[last].lower != ","


def _joins_clauses(words: Sequence[Word], at: int) -> bool:
    """Whether "and" begins a clause: there is a verb before it that is not in a relative clause."""
    for i in range(at - 1, -1, -1):
        if words[i].tag in (Tag.THAT, Tag.SUBORDINATOR) or (words[i].tag is Tag.POINT and words[i].lower in _HARD):
            return False
        if words[i].tag in _VERB:
            return relative_before(words, i) is None
    return False


def _behind_verb(words: Sequence[Word], verb: int, last: int, *, is_parenthesis: bool) -> int:
    """Where the subject begins when another clause stands right before it: "He left Iran, the minister said"."""
    commas = [i for i in range(verb + 1, last) if words[i].lower == ","]
    if not commas:
        return verb + 1 if not is_parenthesis else last
    if not is_parenthesis:
        return _start_of_list(words, commas, last)
    head = len(commas) - 2
    if head >= 0 and (words[commas[head] + 1].tag in _PHRASE) and words[commas[head] + 1].tag is not Tag.NOUN:
        return commas[head] + 1
    return commas[max(0, head)] + 1


def _start_of_list(words: Sequence[Word], commas: Sequence[int], last: int) -> int:
    return commas[-1] + 1


def _trimmed(words: Sequence[Word], start: int, end: int) -> Subject | None:
    """The phrase without the adverbials before it: "On Tuesday", "Speaking in Paris,", "If elected,"."""
    while start < end and words[start].tag in (Tag.CONJUNCTION, Tag.POINT):
        start += 1
    while start < end and words[start].tag in _ADVERBIAL:
        comma = next((i for i in range(start, end) if words[i].lower == ","), None)
        if comma is not None and comma + 1 < end:
            start = comma + 1
        else:
            start = _behind_time(words, start, end)
            break
        while start < end and words[start].tag in (Tag.CONJUNCTION, Tag.POINT):
            start += 1
    return Subject(start, end) if start < end else None


def _behind_time(words: Sequence[Word], start: int, end: int) -> int:
    """Behind a leading adverb or time without a comma: "On Monday Smith", "Last week Smith", "Still Smith"."""
    i = start
    while i < end - 1 and words[i].tag in (Tag.ADVERB, Tag.TIME, Tag.PREPOSITION) and not words[i].lower == "of":
        i += 1
    if words[i].tag in (Tag.DETERMINER, Tag.NUMBER) and i + 1 < end and words[i + 1].tag is Tag.TIME:
        return _behind_time(words, i + 1, end)
    return i if i > start and words[i].tag in _PHRASE and words[i - 1].tag is not Tag.PREPOSITION else start


def named(words: Sequence[Word], subject: Subject) -> Subject:
    """The subject without what only happens beside it: "Smith, who arrived", "Smith, alongside Jones,", "Smith on Friday"."""
    start, end = subject.start, subject.end
    while start < end - 1 and words[start].tag in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB, Tag.CONJUNCTION):
        start += 1
    for i in range(start + 1, end - 1):
        after = words[i + 1]
        if words[i].lower == "," and (after.tag in (Tag.RELATIVE, Tag.ING, Tag.AUXILIARY) or after.lower in ("whose", "alongside", "with", "in", "on", "during")):
            end = i
            break
    while end > start + 1 and (words[end - 1].tag in (Tag.TIME, Tag.ADVERB, Tag.PREPOSITION, Tag.POINT) and words[end - 1].lower != ")"):
        end -= 1
    return replace(subject, start=start, end=end)


def subject_behind(words: Sequence[Word], at: int) -> Subject | None:
    """The subject that begins at `at`, behind its verb: "said Jane Roe, the mayor of Springfield, …"."""
    if at >= len(words) or words[at].tag not in _PHRASE or words[at].tag is Tag.QUOTE:
        return None
    if words[at].tag is Tag.SUBJECT:
        return Subject(at, at + 1)
    i = at
    while i < len(words):
        word = words[i]
        if word.tag in (Tag.FINITE, Tag.AUXILIARY, Tag.MODAL, Tag.THAT, Tag.SUBORDINATOR, Tag.TIME, Tag.BASE, Tag.TO, Tag.ADVERB):
            break
        if word.tag is Tag.POINT and word.lower == "," and not _is_apposition(words, i + 1):
            break
        if word.tag is Tag.POINT and word.lower == "(" and (closing := _closing(words, i)):
            i = closing + 1
            continue
        if word.tag is Tag.POINT and word.lower not in (",", "&"):
            break
        if word.tag is Tag.RELATIVE:
            i = next((j for j in range(i, len(words)) if words[j].tag is Tag.POINT), len(words))
            break
        if word.tag is Tag.PREPOSITION and not _is_part_of_name(words, i):
            break
        if word.tag is Tag.CONJUNCTION and not (i + 1 < len(words) and words[i + 1].tag in _PHRASE):
            break
        i += 1
    end = i
    while end > at and words[end - 1].tag in (Tag.POINT, Tag.CONJUNCTION, Tag.PREPOSITION):
        end -= 1
    return Subject(at, end) if end > at else None


def _closing(words: Sequence[Word], at: int) -> int | None:
    return next((i for i in range(at, min(len(words), at + 6)) if words[i].lower == ")"), None)


def _is_apposition(words: Sequence[Word], at: int) -> bool:
    """Whether the words behind a comma describe the person before it: "a spokesman", "45", "who leads the group"."""
    if at >= len(words):
        return False
    if words[at].tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.RELATIVE) or words[at].lower in ("now", "also"):
        return True
    return words[at].tag in (Tag.NOUN, Tag.NAME) and not (words[at].tag is Tag.NOUN and at + 1 < len(words) and words[at + 1].tag is Tag.TO)


def _is_part_of_name(words: Sequence[Word], at: int) -> bool:
    lower = words[at].lower
    if lower in ("of", "for"):
        return True
    if lower not in ("in", "at", "on", "from", "with", "to", "near", "about") or at + 1 >= len(words):
        return False
    ahead = words[at + 1 : at + 4]
    if any(_singular(word.lower) in documents() or word.lower in _OCCASIONS or word.tag is Tag.TIME for word in ahead):
        return False
    return ahead[0].tag is Tag.NAME or (ahead[0].tag in (Tag.DETERMINER, Tag.POSSESSIVE) and lower in ("in", "at", "on", "from", "with"))
