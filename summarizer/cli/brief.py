"""`summarizer brief`: articles in, one briefing out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.dates import dated, day
from summarizer.cli.exits import after
from summarizer.cli.speaking import STDOUT, check_output, deliver, say
from summarizer.errors import UsageError
from summarizer.rendering import Format, render

if TYPE_CHECKING:
    from summarizer.briefing import Briefing

EXAMPLES = """\b
Examples:
  summarizer brief seeds/
  summarizer brief a.txt b.html --output briefing.md
  summarizer brief seeds/ --json > briefing.json
  summarizer brief old.txt --published old.txt=2024-09-10 --as-of 2024-09-12
  cat story.txt | summarizer brief - other.txt"""

_SUFFIXES = {".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".json": Format.JSON}


def brief(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files and folders of articles (text or HTML); - is standard input."),
    ],
    fmt: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Output format. Default: by the name of --output, else terminal."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day for which the briefing speaks. Default: the latest publication date."),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title. Default: that of the leading story.")] = None,
    published: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE=DATE", help="When an undated file was published; may be repeated."),
    ] = None,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="The reader: offline, or auto (what SUMMARIZER_MODEL names, else offline).")
    ] = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what was read, and show tracebacks.")] = False,
) -> int:
    """Write one briefing from several articles about a story."""
    import summarizer  # noqa: PLC0415  keeps --help fast

    chosen = _format(fmt, json=json, output=output)
    check_output(output)
    _check_apart(output, paths)
    briefing = summarizer.brief(
        paths,
        model=model,
        as_of=day("--as-of", as_of) if as_of else None,
        title=title,
        published=dated(published or ()),
    )
    deliver(_rendered(briefing, chosen, output), output)
    if not quiet:
        _report(briefing, verbose=verbose)
    return after(briefing.skipped, named=paths)


def _format(fmt: Format | None, *, json: bool, output: str | None) -> Format:
    if json and fmt not in (None, Format.JSON):
        raise UsageError(f"--json and --format {fmt} contradict each other; give one of them")
    if json:
        return Format.JSON
    return fmt or _SUFFIXES.get(Path(output or "").suffix.lower(), Format.TERMINAL)


def _check_apart(output: str | None, paths: list[str]) -> None:
    """Refuse to write over an article, or where the next run would read the briefing as one."""
    if output in (None, STDOUT):
        return
    place = Path(output or "").resolve()
    for given in (Path(path).resolve() for path in paths if path != STDOUT):
        if given == place:
            raise UsageError(f"--output {output} is one of the articles; choose another name")
        if given.is_dir() and place.is_relative_to(given) and place.suffix.lower() != ".json":
            raise UsageError(f"--output {output} lies among the articles, and the next run would read it; choose another folder")


def _rendered(briefing: "Briefing", fmt: Format, output: str | None) -> str:
    from summarizer import wiring  # noqa: PLC0415  keeps --help fast

    return render(briefing, fmt, wiring.screen(sys.stdout) if output is None else None)


def _report(briefing: "Briefing", *, verbose: bool) -> None:
    from summarizer.rendering.wording import skipped_line  # noqa: PLC0415  keeps --help fast

    for skipped in briefing.skipped:
        say(f"skipped {skipped_line(skipped)}")
    if not verbose:
        return
    names = {article.id: article.name for article in briefing.articles}
    for report in briefing.reports:
        counts = f"{len(report.claims)} claims, {len(report.weapons)} weapons, {len(report.measures)} measures"
        say(f"read {names[report.article]} ({report.reader}): {counts}; {len(report.rejected)} rejected")
