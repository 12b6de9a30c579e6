"""A briefing for a terminal: rules, tables and numbered quotes, in the given width, with colour only where asked for."""

from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from summarizer.briefing import Briefing
from summarizer.domain.story import Line, Row, Section, SectionKind, Story
from summarizer.rendering import RenderOptions
from summarizer.rendering.columns import broken, widths
from summarizer.rendering.harmless import harmless
from summarizer.rendering.wording import (
    Source,
    header_lines,
    marks,
    rejected_lines,
    sections_of,
    skipped_line,
    sources_of,
    withheld_lines,
)

_INDENT = 4  # columns for each level of detail
_STRUCK = "dim strike"
SUPERSEDED = "superseded:"
QUOTES = "quotes"


def terminal(briefing: Briefing, options: RenderOptions) -> str:
    """The briefing in `options.columns` columns; only words too long for a line are broken."""
    parts: list[RenderableType] = [Text(harmless(briefing.header.title), style="bold")]
    parts += [Text(line, style="dim") for line in header_lines(briefing.header)]
    parts += [Text(f"Left out: {skipped_line(one)}", style="yellow") for one in briefing.skipped]
    several = len(briefing.stories) > 1
    for number, story in enumerate(briefing.stories, start=1):
        if several:
            parts += ["", Text(f"Story {number} of {len(briefing.stories)}: {harmless(story.title)}", style="bold reverse")]
        parts += _story(story, briefing, options)
    return printed(Group(*parts), options)


def printed(content: RenderableType, options: RenderOptions) -> str:
    """What rich makes of `content`. Nothing is taken from the environment or the real screen."""
    out = StringIO()
    console = Console(
        file=out,
        width=options.columns,
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    console.print(content)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _story(story: Story, briefing: Briefing, options: RenderOptions) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for section in sections_of(story):
        parts += ["", heading(section.title)]
        parts += (
            _section(section, options) if section.kind is not SectionKind.ANNEX else _annex(section, story, briefing, options)
        )
    return parts


def heading(title: str) -> Rule:
    """The rule above a section, with its title."""
    return Rule(Text(harmless(title).upper(), style="bold cyan"), style="cyan", align="left")


def _section(section: Section, options: RenderOptions) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for line in section.lines:
        parts += _line(line, 0)
    if section.rows:
        parts.append(_table(section, options))
    if not parts:
        parts.append(Text(harmless(section.empty), style="dim italic"))
    return parts


def _line(line: Line, level: int) -> list[RenderableType]:
    words = Text(harmless(line.text))
    if line.citations:
        words.append(f" {marks(line.citations)}", style="dim")
    if line.standing:
        words.append(f" ({harmless(line.standing)})", style="dim italic")
    parts: list[RenderableType] = [item("•" if level == 0 else "-", words, indent=level * _INDENT)]
    for detail in line.details:
        parts += _line(detail, level + 1)
    return parts


def item(mark: str, words: Text, *, indent: int = 0) -> RenderableType:
    """`words` behind a mark, wrapped lines under the words."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(mark, words)
    return Padding(grid, (0, 0, 0, indent), expand=False)


def _table(section: Section, options: RenderOptions) -> Table:
    cited = any(row.citations for row in section.rows)
    heads = [*map(harmless, section.columns), *([QUOTES] if cited else [])]
    rows = [_cells(row, cited=cited) for row in section.rows]
    room = widths([heads, *rows], options.columns)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for head, width in zip(heads, room, strict=True):
        table.add_column(Text(head), width=width, overflow="fold", style="dim" if head == QUOTES else "")
    for row, cells in zip(section.rows, rows, strict=True):
        style = _STRUCK if row.struck else ""
        table.add_row(*(Text(broken(cell, width), style=style) for cell, width in zip(cells, room, strict=True)))
    return table


def _cells(row: Row, *, cited: bool) -> list[str]:
    """The row's cells in words; that it is superseded is told without colour too."""
    cells = [harmless(cell) for cell in row.cells]
    if row.struck and cells:
        cells[0] = f"{SUPERSEDED} {cells[0]}"
    return [*cells, marks(row.citations, gap=" ")] if cited else cells


def _annex(section: Section, story: Story, briefing: Briefing, options: RenderOptions) -> list[RenderableType]:
    sources = sources_of(story, briefing)
    parts: list[RenderableType] = [_quote(source) for source in sources]
    if section.lines or section.rows or not sources:
        parts += _section(section, options)
    parts += _listed("Withheld: composed, but not proven by the quotes", withheld_lines(story))
    parts += _listed("Rejected: proposed by a reader, but not in the text", rejected_lines(story, briefing))
    return parts


def _quote(source: Source) -> RenderableType:
    words = Text(source.outlet, style="bold")
    words.append(f" · {source.speaker}" if source.speaker else "", style="default")
    words.append(f": {source.quote} ", style="not bold")
    words.append(f"({source.place})", style="not bold dim")
    return item(f"[{source.number}]", words)


def _listed(title: str, lines: tuple[str, ...]) -> list[RenderableType]:
    if not lines:
        return []
    return ["", Text(title, style="bold"), *(item("•", Text(line)) for line in lines)]
