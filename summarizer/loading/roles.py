"""The role of every sentence: what is the report, and what is only on the page around it.

Lines are judged in passes: by closed phrases (`marks.toml`), by where the report's prose begins and ends, by what stands
beside them, and, inside prose, sentence by sentence. The signals are general: a line without a full stop among lines that
have one, words to the reader, repeated lines, lists of titles. Sub-headings and links to other reports have no role of
their own: they are `BOILERPLATE`, since they state nothing that the report's prose does not.
"""

from collections.abc import Sequence
from itertools import pairwise

from summarizer.domain.article import Role, Sentence
from summarizer.loading.captions import mark_captions
from summarizer.loading.datelines import dateline_of
from summarizer.loading.furniture import mark_end, mark_letters, mark_related
from summarizer.loading.headers import header_roles
from summarizer.loading.lines import blocks, plain
from summarizer.loading.marks import marks
from summarizer.loading.shapes import Line, ends_of

_DISCIPLINE = 0.6  # share of long lines with a full stop above which a line without one stands out
_LONG = 12  # words; a shorter line is no paragraph unless it ends like one
_PARAGRAPH = 18  # words; shorter lines (titles, captions) say nothing about how a page ends its prose
_FEW = 3  # paragraphs are too few to show a habit
_HEADER = 15  # lines; a byline or stamp further down does not end a header
_QUESTION = 8  # words of the longest question that is still a sub-heading
_LONGEST_TITLE = 25  # words
_NOTICE = 6  # sentences of the longest legal notice; a longer line is a whole article that begins with page furniture
_CAPTION = 9  # words from which an unstopped line in the body is a caption rather than a sub-heading


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """All sentences of `text`, numbered from 1, each with its paragraph and role."""
    lines = [Line.of(block) for block in blocks(text)]
    found: list[Sentence] = []
    for paragraph, (line, role) in enumerate(zip(lines, line_roles(lines), strict=True), start=1):
        for span, one in zip(line.spans, _within(line, role), strict=True):
            found.append(Sentence(len(found) + 1, paragraph, one, span))
    return tuple(found)


def line_roles(lines: Sequence[Line]) -> list[Role]:
    """The role of each line."""
    roles: list[Role | None] = [_by_mark(line) for line in lines]
    disciplined = _has_discipline(lines, roles)
    mark_letters(lines, roles)
    prose = [index for index, line in enumerate(lines) if roles[index] is None and _is_prose(line, disciplined=disciplined)]
    first = _first_of_body(lines, roles, prose)
    roles[:first] = header_roles(lines[:first], roles[:first], has_report=first < len(lines))
    mark_end(lines, roles, prose)
    mark_related(lines, roles)
    mark_captions(lines, roles)
    return [role or _rest(lines, index, disciplined=disciplined) for index, role in enumerate(roles)]


def _has_discipline(lines: Sequence[Line], roles: Sequence[Role | None]) -> bool:
    """True where the page ends its paragraphs with full stops, so that a long line without one is no paragraph."""
    long = [line for line, role in zip(lines, roles, strict=True) if role is None and line.length >= _PARAGRAPH]
    if len(long) < _FEW:
        return any(line.is_stopped for line in lines)
    return sum(line.is_stopped for line in long) >= _DISCIPLINE * len(long)


def _by_mark(line: Line) -> Role | None:
    known, words, sentences = marks(), line.plain, len(line.spans)
    if _is_dateline_alone(words):
        return Role.CREDIT
    if _has_dateline(line):
        return None
    if known.corrections.match(words):
        return Role.BODY
    if known.addresses.fullmatch(words):
        return Role.BOILERPLATE
    if known.credit.fullmatch(words):
        return Role.CREDIT
    if sentences <= 3 and (known.caption_start.match(words) or known.caption_in.search(words)):
        return Role.CAPTION
    return Role.BOILERPLATE if _is_furniture(line) else None


def _is_dateline_alone(words: str) -> bool:
    dateline = dateline_of(words)
    return dateline is not None and dateline.credit is not None and len(words) - dateline.length <= 15  # room for a date


def _is_furniture(line: Line) -> bool:
    known, words, sentences = marks(), line.plain, len(line.spans)
    return bool(
        (sentences <= _NOTICE and known.boilerplate_start.match(words))
        or (sentences <= 2 and (known.links.match(words) or known.boilerplate_in.search(line.unquoted)))
        or known.related_openers.fullmatch(words)
        or (sentences <= 2 and line.is_appeal and not line.is_quotation)
        or line.is_order
        or line.is_question_to_reader
    )


def _is_prose(line: Line, *, disciplined: bool) -> bool:
    """Reads like a paragraph of a report."""
    if line.is_stopped or (line.is_open and line.length >= _LONG):
        return line.length >= 5 or line.is_quotation
    return (len(line.spans) > 1 and line.length >= _LONG) or (not disciplined and line.length >= 8) or bool(_has_dateline(line))


def _has_dateline(line: Line) -> bool:
    return line.length > _LONG and dateline_of(line.plain) is not None


def _first_of_body(lines: Sequence[Line], roles: Sequence[Role | None], prose: Sequence[int]) -> int:
    """Index of the report's first paragraph: the one with a dateline, else the first after the header's credits."""
    dated = [index for index in prose[:5] if _has_dateline(lines[index])]
    if dated:
        return dated[0]
    if not prose:
        return len(lines)
    credits_after = [index for index in range(prose[0], min(len(lines), _HEADER)) if roles[index] is Role.CREDIT]
    for credit in reversed(credits_after):
        above = [index for index in prose if index < credit]
        if len(above) <= 2 and len(prose) > 2 * len(above) and all(len(lines[index].spans) <= 2 for index in above):
            return next(index for index in prose if index > credit)
    return next((index for index in prose if not _is_above_body(lines, index)), prose[0])


def _is_above_body(lines: Sequence[Line], index: int) -> bool:
    return lines[index].is_dated_caption or (index == 0 and len(lines) > 1 and _is_stopped_title(lines))


def _is_stopped_title(lines: Sequence[Line]) -> bool:
    """True where the first line is a headline although it ends with a stop: by its capitals, brevity or the gap below it."""
    title, length = lines[0], lines[0].length
    if title.is_quotation or length > _LONGEST_TITLE or len(title.spans) > 2:
        return False
    gaps = [after.block.start - before.block.end for before, after in pairwise(lines)]
    is_set_off = len(gaps) > 2 and gaps[0] > 1 and max(gaps[1:]) < gaps[0]
    return is_set_off or title.title_share >= 0.6 or (length <= _LONG and not title.reports)


def _rest(lines: Sequence[Line], index: int, *, disciplined: bool) -> Role:
    """The role of a line that no mark and no neighbour decides."""
    line = lines[index]
    if line.plain.endswith("?") and line.length <= _QUESTION and len(line.spans) == 1 and not line.is_quotation:
        return Role.BOILERPLATE
    if _is_prose(line, disciplined=disciplined) or line.is_list_item or line.is_figures or _is_broken(lines, index):
        return Role.BODY
    if (line.is_stopped and line.length > 1) or (line.is_open and _goes_on(lines, index, disciplined=disciplined)):
        return Role.BODY
    return Role.CAPTION if line.length >= _CAPTION and line.title_share < 0.7 else Role.BOILERPLATE


def _goes_on(lines: Sequence[Line], index: int, *, disciplined: bool) -> bool:
    return any(_is_prose(line, disciplined=disciplined) for line in lines[index + 1 : index + 2])


def _is_broken(lines: Sequence[Line], index: int) -> bool:
    """True where the sentence goes on in the next line, or began in the one before."""
    line = lines[index]
    after = lines[index + 1].plain if index + 1 < len(lines) else ""
    before = lines[index - 1] if index else None
    is_begun = before is not None and line.plain[0].islower() and not before.is_stopped and before.length > 3
    return is_begun or (after[:1].islower() and not line.is_stopped and line.length > 3)


def _within(line: Line, role: Role) -> list[Role]:
    """The roles of a line's sentences: those of the line, but for furniture and credits inside prose."""
    if not role.carries_statements or len(line.spans) == 1 or marks().corrections.match(line.plain):
        return [role] * len(line.spans)
    roles = [_of_sentence(line, index, role) for index in range(len(line.spans))]
    return [Role.BOILERPLATE] * len(roles) if 2 * roles.count(Role.BOILERPLATE) >= len(roles) > 2 else roles


def _of_sentence(line: Line, index: int, role: Role) -> Role:
    span = line.spans[index].shifted(-line.block.start)
    words, unquoted = (ends_of(plain(span.cut(form))) for form in (line.block.flat, line.masked))
    if marks().boilerplate_in.search(unquoted):
        return Role.BOILERPLATE
    return Role.CREDIT if marks().credit.fullmatch(words) and index > 0 else role
