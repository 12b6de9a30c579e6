"""Spelled and vague numbers that count nothing: "one another", "two-way street", "the two agreed", "the couple"."""

import re

from summarizer.language.quantity_lexicon import listed
from summarizer.language.quantity_numerals import Form
from summarizer.language.quantity_pieces import Piece

_LAST = re.compile(r"([^\W\d_][\w'’]*)[\s\u00a0]+$")
_NEXT = re.compile(r"[\s\u00a0]+([^\W\d_][\w'’]*)")
_SURE_WITHOUT_NOUN = 12  # a spelled number above a dozen is rarely a pronoun


def counts_nothing(found: Piece, text: str, *, is_bounded: bool, has_noun: bool) -> bool:
    """Whether the words of `found`, which has no unit, are a pronoun, an idiom or part of an adjective."""
    if found.form in (Form.DIGITS, Form.SHARE):
        return False
    printed = text[found.start : found.numeral_end].lower()
    before = _LAST.search(text[max(0, found.start - 24) : found.start])
    after = _NEXT.match(text, found.numeral_end)
    last, following = before[1].lower() if before else "", after[1].lower() if after else ""
    if found.form is Form.VAGUE:
        return _is_empty_vague(printed, last, following, has_noun=has_noun)
    if text[found.numeral_end : found.numeral_end + 1] == "-" or text[max(0, found.start - 1) : found.start] == "-":
        return True
    if printed == "one":
        return not has_noun or last in listed("before_one") or following in listed("idioms_after_one")
    if has_noun or is_bounded or found.is_range:
        return False
    if last in listed("definite"):
        return True
    return following not in listed("predicates") and found.low <= _SURE_WITHOUT_NOUN


def _is_empty_vague(printed: str, last: str, following: str, *, has_noun: bool) -> bool:
    if printed in ("couple", "a couple", "a handful", "handfuls", "scores", "tens"):
        return following != "of" or not has_noun or last in ("the", "of")
    if printed.split(maxsplit=1)[0] in ("several", "a"):
        return not has_noun
    return not has_noun and following not in listed("predicates")
