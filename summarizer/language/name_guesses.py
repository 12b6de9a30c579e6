"""Kinds of names, and which kind a name has that no table knows: by its words and its surroundings."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from summarizer.language.name_lexicon import given_gender, listed
from summarizer.language.name_words import Word
from summarizer.language.party_bodies import media_of


class NameKind(StrEnum):
    """What a name names; the first five equal the values of `SpeakerKind`."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    COLLECTIVE = "collective"
    MEDIA = "media"
    PLACE = "place"
    OTHER = "other"


_SPEAKS = re.compile(
    r"^['’]?s?,?\s+(?:has\s+|have\s+|had\s+|also\s+|later\s+)?(?:said|says|told|added|wrote|tweeted|argued|explained|insisted|warned|denied|claimed|noted|recalled|who\b)"
)
_AGED = re.compile(r"^,\s*\d{1,3}\b")
_SPOKEN = re.compile(r"(?:said|says|told|added|by|wrote|asked)\s+$")
_IN = re.compile(r"(?:\b[Ii]n|\b[Nn]ear|\boutside|\baround|towns? of|city of|village of|region of|province of|suburb of)\s+$")


def guessed_kind(words: Sequence[Word], text: str, *, is_title_case: bool) -> NameKind:
    """The kind of the name that `words` of `text` are; OTHER where neither they nor what stands around them shows it."""
    first, last = words[0].bare, words[-1].bare
    if first in _SHIPS:
        return NameKind.OTHER
    before, after = text[max(0, words[0].start - 30) : words[0].start], text[words[-1].end : words[-1].end + 40]
    if len(words) > 1 and media_of(text[words[0].start : words[-1].end]):
        return NameKind.MEDIA
    is_numbered = any(word.bare[0].isdigit() for word in words)
    if len(words) > 1 and not is_numbered and given_gender(first) and last not in listed("organisations") | listed("places"):
        return NameKind.PERSON
    if last.rstrip(".") in listed("organisations") or _is_body_of(words):
        return NameKind.ORGANISATION if len(words) > 1 else NameKind.OTHER
    if (len(words) > 1 and last in listed("places")) or (len(words) > 1 and first in listed("place_first")):
        return NameKind.PLACE
    return _kind_by_context(words, before, after, is_title_case=is_title_case)


def _is_body_of(words: Sequence[Word]) -> bool:
    """ "Office of …", "Moreau Institute for …"."""
    return any(word.bare in listed("organisations") and after.bare in {"of", "for"} for word, after in pairwise(words))


_SHIPS = frozenset(["USS", "HMS", "HMCS", "HMAS", "INS", "MV", "SS", "RMS", "USNS", "RFA", "USCGC", "USAT", "FS", "MT"])


def _kind_by_context(words: Sequence[Word], before: str, after: str, *, is_title_case: bool) -> NameKind:
    is_alone = not before and not after and not is_title_case
    is_plain = all(word.bare.replace("-", "").replace("'", "").replace(".", "").isalpha() for word in words)
    if 2 <= len(words) <= 4 and is_plain and not is_title_case:
        if is_alone or _AGED.match(after) or _SPEAKS.match(after) or (_SPOKEN.search(before) and not words[0].bare.isupper()):
            return NameKind.PERSON
        if before.endswith((" Mr ", " Mrs ", " Ms ", " Dr ")) or _is_initialled(words):
            return NameKind.PERSON
    if (
        len(words) == 1
        and words[0].bare.isupper()
        and 2 <= len(words[0].bare) <= 6
        and words[0].bare.isalpha()
        and not is_title_case
    ):
        return NameKind.ORGANISATION
    if _IN.search(before) and is_plain and not words[-1].is_possessive:
        return NameKind.PLACE
    return NameKind.OTHER


def _is_initialled(words: Sequence[Word]) -> bool:
    """ "J.K. Rowling", "Ann B. Pike"."""
    return any(re.fullmatch(r"[A-Z]\.?|(?:[A-Z]\.-?){2,}", word.bare) for word in words[:-1]) and len(words[-1].bare) > 2
