"""Numbers, and weapons and equipment: tables in which every row cites the words it stands on."""

from dataclasses import replace

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import clipped
from summarizer.domain.finding import CONTESTED, Finding, Mention, Position, Topic
from summarizer.domain.story import Row, Section, SectionKind

_MOST_ROWS = 45
_MOST_WEAPONS = 12
_WORDS = 14  # of the words around a weapon or a figure


def number_rows(desk: Desk, budget: Budget, *, shared: bool) -> tuple[Row, ...]:
    """Rows for figures and times: those that several outlets carry, or the weightiest of the others that are not told above."""
    rows: list[Row] = []
    for finding in desk.found.findings:
        if finding.topic not in (Topic.QUANTITY, Topic.TIME) or finding.verdict in CONTESTED or budget.is_placed(finding):
            continue
        if (finding.carriers > 1) is not shared or (not shared and budget.is_told(finding.mentions[0])):
            continue
        row = _number_row(finding, desk)
        if len(rows) < _MOST_ROWS and budget.has_room(len(" ".join(row.cells).split())):
            rows.append(_cited(row, finding, desk))
            budget.place(finding, finding.mentions, " ".join(row.cells))
    return tuple(rows)


def numbers_section(rows: tuple[Row, ...]) -> Section:
    """The figures that are not told above."""
    columns = ("figure", "what", "outlets", "origins", "verdict")
    return Section(SectionKind.NUMBERS, "Numbers", columns=columns, rows=rows, empty="No figure beyond those above.")


def _number_row(finding: Finding, desk: Desk) -> Row:
    values = " / ".join(dict.fromkeys(position.stance for position in finding.positions))
    mention = finding.mentions[0]
    return Row(
        (
            " ".join(values.split()),
            clipped(" ".join(mention.quote.text.split()), most=_WORDS + 6),
            str(finding.carriers),
            str(finding.origins),
            finding.verdict,
        ),
        finding.id,
    )


def _cited(row: Row, finding: Finding, desk: Desk) -> Row:
    return replace(row, citations=desk.cite(finding.mentions))


def weapons_section(desk: Desk, budget: Budget) -> Section:
    """A card for each weapon, one row for each specification, every cell sourced."""
    rows: list[Row] = []
    for finding in desk.found.findings:
        if finding.topic is Topic.WEAPON:
            found = _weapon_rows(finding, desk)
            text = " ".join(cell for row, _ in found for cell in row.cells)
            if len(rows) < _MOST_WEAPONS and budget.has_room(len(text.split())):
                rows.extend(replace(row, citations=desk.cite(mentions)) for row, mentions in found)
                budget.place(finding, (), text)
    columns = ("weapon", "kind", "specification", "outlets", "origin")
    return Section(SectionKind.WEAPONS, "Weapons and equipment", columns=columns, rows=tuple(rows), empty="No weapon is named.")


def _weapon_rows(finding: Finding, desk: Desk) -> list[tuple[Row, tuple[Mention, ...]]]:
    """One row for each specification, with what it cites; the words around the name where no specification is given."""
    named, *specs = finding.positions
    kind = _kind(finding, desk)
    if not specs:
        text = clipped(" ".join(named.mentions[0].quote.text.split()), most=_WORDS)
        cells = (finding.about, kind, text, str(finding.carriers), _origins(named))
        return [(Row(cells, finding.id), named.mentions)]
    return [
        (Row((finding.about, kind, each.stance, str(len(each.carriers)), _origins(each)), finding.id), each.mentions)
        for each in specs
    ]


def _origins(position: Position) -> str:
    return ", ".join(dict.fromkeys(origin.name for origin in position.origins[:2]))


def _kind(finding: Finding, desk: Desk) -> str:
    mentions = [w for report in desk.reports for w in report.weapons if w.name == finding.about]
    return next((w.category for w in mentions if w.category), "")
