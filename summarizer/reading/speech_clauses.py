"""Where clauses begin, which verb is the main one, and which stands in a relative clause."""

from collections.abc import Sequence

from summarizer.language.reporting import evidence_verbs
from summarizer.reading.speech_cues import group_start, reporting_verb_in
from summarizer.reading.speech_words import HARD_POINTS, PHRASE, VERBS, Tag, Word, word_class

_RELATIVE_REACH = 8  # words between "who" and its verb


def main_verb(words: Sequence[Word], at: int) -> int | None:
    """The verb of the main clause left of `at`, a reporting verb before others."""
    verbs = [i for i in range(at) if words[i].tag in VERBS and relative_before(words, i) is None and _is_main(words, i)]
    said = [i for i in verbs if words[i].tag is Tag.FINITE and (found := reporting_verb_in(words, i)) and found.says]
    return said[-1] if said else verbs[0] if verbs else None


def _is_main(words: Sequence[Word], verb: int) -> bool:
    """Whether no "that", "when" or "who" begins the clause of the verb, and it is not what somebody said."""
    group = group_start(words, verb)
    start = clause_start(words, group - 1) if group else 0
    if start == 0:
        return True
    if words[start - 1].tag in (Tag.THAT, Tag.SUBORDINATOR, Tag.RELATIVE):
        return False
    said = reporting_verb_in(words, start - 1) if words[start - 1].tag is Tag.FINITE else None
    return said is None or not said.says


def verb_before(words: Sequence[Word], at: int) -> int | None:
    """The nearest finite verb left of `at` that is not in a relative clause."""
    for i in range(at - 1, -1, -1):
        if words[i].tag in VERBS and relative_before(words, i) is None:
            return i
        if words[i].tag is Tag.POINT and words[i].lower in (";", ":"):
            return None
    return None


def verb_sharing(words: Sequence[Word], joiner: int, group: int) -> int | None:
    """The verb whose subject is also that of the verb behind "and": that of the main clause where somebody says both."""
    at = next((i for i in range(group, len(words)) if words[i].tag is Tag.FINITE), group)
    found = reporting_verb_in(words, at)
    is_said = found is not None and found.lemma not in evidence_verbs()
    if is_said or words[joiner - 1].lower == ",":
        main = main_verb(words, joiner)
        return main if main is not None else verb_before(words, joiner)
    return verb_before(words, joiner)


def relative_before(words: Sequence[Word], verb: int) -> int | None:
    """The index of the relative pronoun in whose clause the verb stands, or `None`."""
    for i in range(verb - 1, max(-1, verb - _RELATIVE_REACH), -1):
        word = words[i]
        if word.tag is Tag.RELATIVE or word.lower == "whose" or (word.tag is Tag.THAT and _is_relative_that(words, i, verb)):
            return i
        if word.tag is Tag.FINITE and i < verb - 1 and (said := reporting_verb_in(words, i)) and said.says:
            return relative_before(words, i)
        if (word.tag in VERBS and i < verb - 1) or word.tag is Tag.POINT:
            return None
    return None


def _is_relative_that(words: Sequence[Word], at: int, verb: int) -> bool:
    return group_start(words, verb) == at + 1 and at > 0 and words[at - 1].tag in (Tag.NOUN, Tag.NAME)


def clause_start(words: Sequence[Word], last: int) -> int:
    """Where the clause begins in which the subject that ends at `last` stands."""
    is_parenthesis = words[last].lower == ","
    i = last - 1 if is_parenthesis else last
    if is_parenthesis and (comma := _comma_of_relative(words, last)):
        i = comma - 1
    while i >= 0:
        word = words[i]
        if word.tag is Tag.QUOTE and i < last and _is_speech_before(words, i):
            return i + 2
        if word.lower == ")" and (opening := _opening(words, i)) is not None:
            i = opening - 1
            continue
        if word.tag is Tag.POINT and word.lower in HARD_POINTS:
            return i + 1
        if word.tag in (Tag.THAT, Tag.RELATIVE, Tag.SUBORDINATOR) and _begins_clause(words, i):
            if not _is_time_phrase(words, i, last):
                return i + 1
            i -= 1
            continue
        if word.tag in (Tag.FINITE, Tag.AUXILIARY, Tag.MODAL):
            relative = relative_before(words, i)
            if relative is None and not _is_reduced(words, i, last):
                return _behind_verb(words, i, last, is_parenthesis=is_parenthesis)
            i = (relative if relative is not None else i) - 1
            continue
        if word.lower in ("but", "yet"):
            return i + 1
        if word.lower == "and" and _joins_clauses(words, i) and (is_parenthesis or not _has_comma(words, i, last)):
            return i + 1
        i -= 1
    return 0


def _has_comma(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a comma ends the phrase before the speaker: "It hit a ship and a port, the army said"."""
    return any(words[i].lower == "," for i in range(at + 1, last))


def _comma_of_relative(words: Sequence[Word], last: int) -> int | None:
    """The comma before the ", who …" that ends with the comma at `last`: "Smith, who left because she was ill, said"."""
    comma = next((i for i in range(last - 1, 0, -1) if words[i].lower == ","), None)
    return comma if comma is not None and words[comma + 1].tag is Tag.RELATIVE else None


def _is_time_phrase(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether "before" or "after" stands in a main clause that a comma ends: "It struck before dawn, the mayor said"."""
    return (
        words[at].lower in ("before", "after", "since", "until")
        and _has_comma(words, at, last)
        and any(word.tag in VERBS for word in words[:at])
    )


def _opening(words: Sequence[Word], closing: int) -> int | None:
    return next((i for i in range(closing - 1, max(-1, closing - 8), -1) if words[i].lower == "("), None)


def _begins_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a subordinator begins a clause; "as" does not behind a verb ("served as")."""
    lower = words[at].lower
    if lower == "as":
        return at == 0 or not words[at - 1].lower.startswith(tuple(word_class("as_verb")))
    return lower not in ("than", "until", "like")


def _is_speech_before(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].tag is Tag.POINT and words[at + 1].lower in (",", ".", "?", "!")


def _is_reduced(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a past form is a participle that describes the noun before it: "a letter released on Monday said"."""
    word = words[at]
    if word.tag is not Tag.FINITE or at == 0 or not word.lower.endswith(("ed", "n", "t", "id")):
        return False
    found = reporting_verb_in(words, at)
    if found and found.says and word.lower not in ("posted", "published", "made"):
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
        if words[i].tag in (Tag.THAT, Tag.SUBORDINATOR) or (words[i].tag is Tag.POINT and words[i].lower in HARD_POINTS):
            return False
        if words[i].tag in VERBS:
            return relative_before(words, i) is None
    return False


def _behind_verb(words: Sequence[Word], verb: int, last: int, *, is_parenthesis: bool) -> int:
    """Where the subject begins when another clause stands right before it: "He left Iran, the minister said"."""
    commas = [i for i in range(verb + 1, last) if words[i].lower == ","]
    if not commas:
        return verb + 1 if not is_parenthesis else last
    if not is_parenthesis:
        return commas[-1] + 1
    head = len(commas) - 2
    if head >= 0 and (words[commas[head] + 1].tag in PHRASE) and words[commas[head] + 1].tag is not Tag.NOUN:
        return commas[head] + 1
    return commas[max(0, head)] + 1
