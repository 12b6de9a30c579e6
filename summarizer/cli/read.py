"""`summarizer read`: what one article says, proven."""

import sys
from typing import Annotated

import typer

from summarizer.cli.dates import day
from summarizer.cli.speaking import deliver

EXAMPLES = """\b
Examples:
  summarizer read seeds/moscow-times-blinken-lammy-kyiv.txt
  summarizer read story.html --published 2024-09-10 --json
  cat story.txt | summarizer read -"""


def read(
    path: Annotated[str, typer.Argument(metavar="FILE", help="One article (text or HTML); - is standard input.")],
    json: Annotated[bool, typer.Option("--json", help="The article and its report as JSON.")] = False,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When it was published, if it does not say.")] = None,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="The reader: offline, or auto (what SUMMARIZER_MODEL names, else offline).")
    ] = "auto",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show tracebacks.")] = False,
) -> None:
    """Show what one article says, proven word by word.

    Who says what in which words, weapons, measures, and what a reader proposed but the text does not prove.
    """
    from summarizer import pipeline, wiring  # noqa: PLC0415  keeps --help fast
    from summarizer.rendering.report import report_json, report_text  # noqa: PLC0415

    article = wiring.one_article(path, published=day("--published", published) if published else None)
    _, report = pipeline.read(article, reader=wiring.reader(model))
    deliver(report_json(article, report) if json else report_text(article, report, wiring.screen(sys.stdout)), None)
