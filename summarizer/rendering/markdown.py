"""A briefing as GitHub-flavoured Markdown: quotes are footnotes, and nothing from an article can act as markup."""

import re
from collections.abc import Iterator

from summarizer.briefing import Briefing
from summarizer.domain.story import Line, Row, Section, SectionKind, Story
from summarizer.rendering.harmless import harmless
from summarizer.rendering.wording import header_lines, rejected_lines, sections_of, skipped_line, sources_of, withheld_lines

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})  # "@" would name or mail somebody
_INLINE = re.compile(r"([\\`*_\[\]|~^$])")
_LEADING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([#+=-])")  # what makes a list, a heading or a rule of a line
_LINKING = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")  # what GitHub turns into links by itself
_SHORTCODE = re.compile(r":(?=[a-z0-9_+-]+:)")  # ":name:" would become an emoji


def markdown(briefing: Briefing) -> str:
    """The briefing as one page; footnotes have the numbers of the annex, behind that of the story where there are several."""
    blocks = [f"# {escaped(briefing.header.title)}", _bullets(header_lines(briefing.header))]
    blocks += [f"> Left out: {escaped(skipped_line(one))}" for one in briefing.skipped]
    several = len(briefing.stories) > 1
    for number, story in enumerate(briefing.stories, start=1):
        if several:
            blocks.append(f"## Story {number} of {len(briefing.stories)}: {escaped(story.title)}")
        blocks += _story(story, briefing, level="###" if several else "##", prefix=f"{number}-" if several else "")
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """`text` as one line of Markdown that reads as these words and does nothing else."""
    words = _INLINE.sub(r"\\\1", harmless(text).translate(_ENTITIES))
    words = _LINKING.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", words)
    words = _SHORTCODE.sub(r"\:", words)
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", words)


def _story(story: Story, briefing: Briefing, *, level: str, prefix: str) -> Iterator[str]:
    for section in sections_of(story):
        yield f"{level} {escaped(section.title)}"
        if section.kind is SectionKind.ANNEX:
            yield from _annex(section, story, briefing, prefix=prefix)
        else:
            yield from _section(section, prefix)


def _section(section: Section, prefix: str) -> Iterator[str]:
    if section.lines:
        yield "\n".join(row for line in section.lines for row in _line(line, 0, prefix))
    if section.rows:
        yield _table(section, prefix)
    if not section.lines and not section.rows and section.empty:
        yield f"*{escaped(section.empty)}*"


def _line(line: Line, level: int, prefix: str) -> Iterator[str]:
    standing = f" *({escaped(line.standing)})*" if line.standing else ""
    yield f"{'  ' * level}- {escaped(line.text)}{_marks(line.citations, prefix)}{standing}"
    for detail in line.details:
        yield from _line(detail, level + 1, prefix)


def _marks(citations: tuple[int, ...], prefix: str) -> str:
    return "".join(f"[^{prefix}{number}]" for number in citations)


def _table(section: Section, prefix: str) -> str:
    cited = any(row.citations for row in section.rows)
    columns = [*map(escaped, section.columns), *(["quotes"] if cited else [])]
    rows = [columns, ["---"] * len(columns), *(_cells(row, prefix, cited=cited) for row in section.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(row: Row, prefix: str, *, cited: bool) -> list[str]:
    cells = [escaped(cell) for cell in row.cells]
    if row.struck:
        cells = [f"~~{cell}~~" if cell else "" for cell in cells]
    return [*cells, _marks(row.citations, prefix)] if cited else cells


def _annex(section: Section, story: Story, briefing: Briefing, *, prefix: str) -> Iterator[str]:
    sources = sources_of(story, briefing)
    if section.lines or section.rows or not sources:
        yield from _section(section, prefix)
    yield from _listed("Withheld: composed, but not proven by the quotes", withheld_lines(story))
    yield from _listed("Rejected: proposed by a reader, but not in the text", rejected_lines(story, briefing))
    if sources:
        yield "The quotes are the footnotes below."
    for source in sources:
        said = f", {escaped(source.speaker)}" if source.speaker else ""
        yield f"[^{prefix}{source.number}]: **{escaped(source.outlet)}**{said}: {escaped(source.quote)} ({escaped(source.place)})"


def _listed(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"**{title}**"
        yield _bullets(lines)


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {escaped(line)}" for line in lines)
