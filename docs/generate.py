"""Writes the pages that come from the program itself; with --check, only says whether they are current."""

import json
import sys
from pathlib import Path

from typer.testing import CliRunner

import summarizer
from summarizer.cli.app import app
from summarizer.cli.exits import MEANINGS
from summarizer.rendering.record import schema

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
README = ROOT / "README.md"
EXCERPT_START, EXCERPT_END = "<!-- excerpt: written by make docs -->", "<!-- /excerpt -->"
SHOWN = {"BOTTOM LINE": 16, "DISPUTED AND DENIED": 18, "ANNEX: THE QUOTES": 10}  # sections and the most lines of each
COMMANDS = ("brief", "read", "verify")


def cli_page() -> str:
    """Every command with its help as printed, and the exit codes."""
    parts = ["# Command line", "This page is generated from the program by `make docs`.", _help()]
    for command in COMMANDS:
        parts += [f"## summarizer {command}", _help(command)]
    rows = [f"| {code:d} | {meaning} |" for code, meaning in MEANINGS.items()]
    parts += ["## Exit codes", "\n".join(["| code | meaning |", "| --- | --- |", *rows])]
    return "\n\n".join(parts) + "\n"


def _help(*command: str) -> str:
    page = CliRunner().invoke(app, [*command, "--help"]).stdout.rstrip()
    return "```text\n" + "\n".join(line.rstrip() for line in page.splitlines()) + "\n```"


def schema_page() -> str:
    """The JSON Schema of a saved briefing."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def readme() -> str:
    """The README with today's excerpt of what `make brief` prints."""
    before, start, rest = README.read_text("utf-8").partition(EXCERPT_START)
    _, end, after = rest.partition(EXCERPT_END)
    return f"{before}{start}\n```text\n{excerpt()}\n```\n{end}{after}"


def excerpt() -> str:
    """The head of the page, the bottom line, the first disputes, and the first quotes of the annex."""
    briefing = summarizer.brief([str(ROOT / "seeds")])
    page = summarizer.render(briefing).rstrip().split("\n\n")
    shown = [page[0]]
    for title, most in SHOWN.items():
        section = next(part for part in page if part.startswith(f"{title} "))
        shown.append(_shortened(section.split("\n"), most))
    return "\n\n".join(shown)


def _shortened(lines: list[str], most: int) -> str:
    """At most so many lines, ending before an item that would be cut."""
    if len(lines) <= most:
        return "\n".join(lines)
    last = max(i for i in range(2, most + 1) if lines[i].startswith(("•", "[")))
    return "\n".join([*lines[:last], "[…]"])


PAGES = {DOCS / "cli.md": cli_page, DOCS / "briefing.schema.json": schema_page, README: readme}


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check name those that are not current; 1 where one is not."""
    stale = [path for path, page in PAGES.items() if not path.is_file() or path.read_text("utf-8") != page()]
    for path in stale:
        if "--check" in arguments:
            print(f"{path.relative_to(ROOT)} is not current: run make docs", file=sys.stderr)
        else:
            path.write_text(PAGES[path](), encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
