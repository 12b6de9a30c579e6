"""`summarizer verify`: prove a saved briefing again."""

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.exits import ExitCode
from summarizer.cli.speaking import deliver
from summarizer.rendering.harmless import harmless

if TYPE_CHECKING:
    from summarizer.briefing import Briefing, Failure

EXAMPLES = """\b
Examples:
  summarizer brief seeds/ --output briefing.json
  summarizer verify briefing.json
  summarizer verify briefing.json --texts seeds/"""

_SHOWN = 160  # characters of a value in a failure: enough to see it, short enough to read on


def verify(
    path: Annotated[str, typer.Argument(metavar="BRIEFING.json", help="A briefing saved as JSON; - is standard input.")],
    texts: Annotated[
        str | None, typer.Option(metavar="DIR", help="Also compare the frozen texts with the files in this folder.")
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show tracebacks.")] = False,
) -> int:
    """Prove a saved briefing again, offline.

    Quotes, sentences, verdicts and counts are recomputed from its own texts; whatever differs fails by name.
    """
    import summarizer  # noqa: PLC0415  keeps --help fast
    from summarizer import wiring  # noqa: PLC0415

    briefing = wiring.saved(path)
    failures = summarizer.verify(briefing, texts=texts)
    deliver("".join(map(_told, failures)) if failures else _holds(briefing, texts), None)
    return ExitCode.FAILED if failures else ExitCode.DONE


def _told(failure: "Failure") -> str:
    expected, found = (_cut(harmless(value)) for value in (failure.expected, failure.found))
    return f"FAILED {failure.path}: {harmless(failure.why)} (expected: {expected}; found: {found})\n"


def _cut(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"


def _holds(briefing: "Briefing", texts: str | None) -> str:
    quotes = sum(len(story.citations) for story in briefing.stories)
    findings = sum(len(story.findings) for story in briefing.stories)
    compared = f"; its texts are those in {texts}" if texts else ""
    return (
        f"holds: {briefing.header.checked} sentences, {findings} findings and {quotes} quotes "
        f"follow from the {len(briefing.articles)} texts in it{compared}\n"
    )
