"""Passages of page furniture that run over several lines: letters to the readers, lists of links, what follows the end."""

from collections.abc import Sequence

from summarizer.domain.article import Role
from summarizer.loading.marks import marks
from summarizer.loading.shapes import Line

_SHORT_LINK = 14  # words of the longest related title that was given a full stop
_MOST = 0.6  # of the prose must stand above a line that ends the report


def mark_letters(lines: Sequence[Line], roles: list[Role | None]) -> None:
    """Letters to the readers: from their opening for as long as they speak of "we" and "you" outside quotations."""
    inside = False
    for index, line in enumerate(lines):
        opens = bool(marks().letter_openers.match(line.plain)) and len(line.spans) <= 4
        inside = opens or (inside and _goes_on(lines, index))
        if inside:
            roles[index] = Role.BOILERPLATE


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    here, after = lines[index], lines[index + 1 : index + 2]
    return (
        _is_ours(here)
        or (not here.is_stopped and here.length <= 8)
        or any(_is_ours(line) and not line.is_quotation for line in after)
    )


def _is_ours(line: Line) -> bool:
    return line.speaks_of_us or line.speaks_to_reader


def mark_end(lines: Sequence[Line], roles: list[Role | None], prose: Sequence[int]) -> None:
    """Everything below "Comments" and the like, where most of the prose stands above; credits, captions, corrections stay."""
    total, is_prose = sum(lines[index].length for index in prose), frozenset(prose)
    above = 0
    inside = False
    for index, line in enumerate(lines):
        above += line.length if index in is_prose else 0
        inside = inside or (above > 0 and above >= _MOST * total and bool(marks().end_openers.fullmatch(line.plain)))
        if inside and roles[index] is None:
            roles[index] = Role.BOILERPLATE
    _mark_biographies(lines, roles)


def _mark_biographies(lines: Sequence[Line], roles: list[Role | None]) -> None:
    free = [index for index, role in enumerate(roles) if role is None]
    for index in free[-2:]:
        if index > 3 and marks().biographies.fullmatch(lines[index].plain):
            roles[index] = Role.CREDIT


def mark_related(lines: Sequence[Line], roles: list[Role | None]) -> None:
    """Titles of other reports below "Read more:" and the like, up to the next paragraph of prose."""
    inside = fresh = False
    for index, line in enumerate(lines):
        if index and roles[index] is not Role.HEADLINE and marks().related_openers.fullmatch(line.plain):
            inside = fresh = True
            roles[index] = Role.BOILERPLATE
        elif inside and roles[index] is None:
            inside = _is_link(line, fresh=fresh)
            roles[index] = Role.BOILERPLATE if inside else None
            fresh = False


def _is_link(line: Line, *, fresh: bool) -> bool:
    if len(line.spans) > 1 or (line.is_quotation and line.is_stopped):
        return False
    if not line.is_stopped or line.plain[-1] in "?!":
        return line.length <= 30
    return fresh and line.length <= _SHORT_LINK and not line.reports
