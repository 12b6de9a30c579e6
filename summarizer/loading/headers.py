"""Roles of what stands above the report's first paragraph: headline, deck, credits, captions, menus."""

from collections import Counter
from collections.abc import Sequence

from summarizer.domain.article import Role
from summarizer.loading.marks import marks
from summarizer.loading.shapes import Line, key

_DECK = 6  # words; what is shorter between headline and report is a menu entry, a section or a name


def header_roles(lines: Sequence[Line], roles: Sequence[Role | None], *, has_report: bool) -> list[Role | None]:
    """The role of each line above the report; `roles` are those already known by their marks.

    Without a report below, only a line that does not end with a full stop is a title.
    """
    title = _title_of(lines, roles, has_report=has_report)
    return [
        _role(line, role, index, title=title, title_key=key(lines[title].plain) if title is not None else "")
        for index, (line, role) in enumerate(zip(lines, roles, strict=True))
    ]


def _role(line: Line, role: Role | None, index: int, *, title: int | None, title_key: str) -> Role:
    if title is not None and key(line.plain) == title_key:
        return Role.HEADLINE
    if role is not None:
        return role
    if line.is_dated_caption or (line.looks_like_caption and line.is_stopped):
        return Role.CAPTION
    if title is not None and index < title and not line.is_stopped:
        return Role.BOILERPLATE
    if line.length >= _DECK:
        return Role.DECK
    return Role.CREDIT if title is not None and _is_name(line) else Role.BOILERPLATE


def _title_of(lines: Sequence[Line], roles: Sequence[Role | None], *, has_report: bool) -> int | None:
    """The index of the headline: a repeated title first, then the first title-like line, then a stopped or a short one."""
    free = [index for index, role in enumerate(roles) if role is None and not _is_tagline(lines[index])]
    titles = [index for index in free if lines[index].is_title_like]
    counts = Counter(key(lines[index].plain) for index in titles)
    repeated = [index for index in titles if counts[key(lines[index].plain)] > 1]
    sentences = [
        index for index in free if lines[index].is_stopped and len(lines[index].spans) <= 2 and 4 <= lines[index].length <= 25
    ]
    plausible = [index for index in sentences if not lines[index].is_dated_caption and has_report]
    short = [index for index in free if 2 <= lines[index].length < 4]
    return next(iter([*repeated, *titles, *plausible[:1], *(short if len(short) == 1 else [])]), None)


def _is_tagline(line: Line) -> bool:
    return line.length <= 12 and not line.is_stopped and bool(marks().taglines.search(line.plain))


def _is_name(line: Line) -> bool:
    """Two to four words that all begin with a capital, as a byline without "By" does."""
    words = line.words
    return 2 <= len(words) <= 4 and all(word[:1].isupper() or word in ("and", "de", "van", "von", "al", "bin") for word in words)
