"""Datelines: "LONDON (AP) — …", "WASHINGTON: …", "Washington, Sept 9 (AFP) …", "NEW YORK, Feb. 5 /PRNewswire/ -- …"."""

import re
from dataclasses import dataclass

from summarizer.loading.agencies import is_agency
from summarizer.loading.marks import marks

_WORD = r"[A-ZÀ-Þ][\w.'’`-]*"
_DAY = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? (?:19|20)\d\d)?"
_PLACE = (
    rf"{_WORD}(?:[ /]{_WORD}| (?:of|de|del|la|el|al|sur|du|am|an der|and)(?= [A-ZÀ-Þ])){{0,4}}"
    rf"(?:, (?!{_DAY}){_WORD}(?: {_WORD}){{0,2}}){{0,2}}"
)
_DATELINE = re.compile(
    rf"(?:(?:UPDATE|EDS|CORRECTED|REFILE|RPT|WRAPUP|EXCLUSIVE)[ \d]{{0,3}}[-:] ?)?"
    rf"(?P<place>{_PLACE})(?:, (?P<day>{_DAY}))?,?"
    rf"(?:\s?\((?P<parens>[A-Z][\w .&'’/-]{{1,40}})\)|\s?/(?P<slashes>[A-Z][\w -]{{2,30}})/)?"
    rf"\s?(?P<dash>—|–|--|-(?=\s)|_(?=\s)|―|:(?=\s)|:(?=$))?\s?"
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ .'’/,-]{3,}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a report: the place as printed, and who is credited beside it. `length` is how far it reaches."""

    place: str | None
    credit: str | None
    length: int


def dateline_of(line: str) -> Dateline | None:
    """The dateline with which a line begins; `None` where it begins in another way."""
    found = _DATELINE.match(line[:140])
    if not found:
        return None
    place, credit = found["place"], found["parens"] or found["slashes"]
    if not _is_dateline(place, credit, has_dash=bool(found["dash"]), has_day=bool(found["day"])):
        return None
    return Dateline(place or None, credit, found.end())


def _is_dateline(place: str, credit: str | None, *, has_dash: bool, has_day: bool) -> bool:
    if not place or place.split(maxsplit=1)[0].rstrip(":'s") in marks().not_places:
        return False
    in_capitals = bool(_CAPITALS.fullmatch(re.sub(r", .*", "", place)))
    if credit:
        return (
            is_agency(credit)
            or (has_dash and in_capitals)
            or (len(credit.split()) <= 3 and credit.isupper() and len(place.split()) <= 4)
        )
    return (has_dash and in_capitals and (len(place.split()) <= 5)) or (has_day and has_dash)
