"""Captions that are known by what stands beside them, or by being repeated."""

from collections import Counter
from collections.abc import Sequence

from summarizer.domain.article import Role
from summarizer.loading.shapes import Line, key

_REPEATED = 5  # words from which a repeated line is no accident


def mark_captions(lines: Sequence[Line], roles: list[Role | None]) -> None:
    """Dated captions, lines that a neighbouring caption repeats, repeated lines, and the list of captions at a text's end."""
    keys = [key(line.plain) for line in lines]
    _mark_title_again(keys, roles)
    _mark_repeats(lines, keys, roles)
    for index, line in enumerate(lines):
        if roles[index] is None and (line.is_dated_caption or _is_in_a_caption(keys, roles, index)):
            roles[index] = Role.CAPTION
    _mark_last_list(lines, roles)


def _mark_title_again(keys: Sequence[str], roles: list[Role | None]) -> None:
    titles = {words for words, role in zip(keys, roles, strict=True) if role is Role.HEADLINE}
    for index, words in enumerate(keys):
        if roles[index] is None and words in titles:
            roles[index] = Role.HEADLINE


def _mark_repeats(lines: Sequence[Line], keys: Sequence[str], roles: list[Role | None]) -> None:
    counts = Counter(keys)
    unstopped = {words for words, line in zip(keys, lines, strict=True) if not line.is_stopped}
    for index, line in enumerate(lines):
        if roles[index] is not None or counts[keys[index]] == 1 or line.length < _REPEATED:
            continue
        if not line.is_stopped or (line.looks_like_caption and keys[index] not in unstopped):
            roles[index] = Role.CAPTION


def _is_in_a_caption(keys: Sequence[str], roles: Sequence[Role | None], index: int) -> bool:
    beside = [place for place in (index - 1, index + 1) if 0 <= place < len(keys)]
    return any(
        roles[place] is Role.CAPTION and len(keys[index]) > 4 and keys[index] in keys[place] and keys[index] != keys[place]
        for place in beside
    )


def _mark_last_list(lines: Sequence[Line], roles: list[Role | None]) -> None:
    """Captions at the end of a text, where at least two lines in a row look like one."""
    run: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        if roles[index] in (Role.BOILERPLATE, Role.CREDIT):
            continue
        if roles[index] is not Role.CAPTION and not _could_be_last_caption(lines[index], roles[index]):
            break
        run.append(index)
    if len(run) >= 2:
        for index in run:
            roles[index] = Role.CAPTION


def _could_be_last_caption(line: Line, role: Role | None) -> bool:
    return role is None and len(line.spans) == 1 and line.length >= 4 and (line.looks_like_caption or not line.is_stopped)
