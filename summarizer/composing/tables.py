"""Numbers, and weapons and equipment: tables in which every row cites the words it stands on."""

from dataclasses import replace

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import clipped
from summarizer.domain.finding import CONTESTED, Finding, Topic
from summarizer.domain.story import Row, Section, SectionKind
from summarizer.language.negation import find_negations

_MOST_ROWS = 45
_MOST_WEAPONS = 12
_AROUND_AT_MOST = 40
_AROUND = 20  # words of the sentence that names a weapon
_WORDS = 8  # of the words around a figure


def number_rows(desk: Desk, budget: Budget, *, shared: bool) -> tuple[Row, ...]:
    """Rows for figures and times: those that several outlets carry, or the weightiest of the others that are not told above."""
    rows: list[Row] = []
    for finding in sorted(desk.found.findings, key=lambda each: -_telling(each)):
        if finding.topic not in (Topic.QUANTITY, Topic.TIME) or finding.verdict in CONTESTED or budget.is_placed(finding):
            continue
        if (finding.carriers > 1) is not shared or all(map(budget.is_told, finding.mentions)):
            continue
        row = _number_row(finding, desk)
        if len(rows) < _MOST_ROWS and budget.has_room(len(" ".join(row.cells).split())):
            rows.append(_cited(row, finding, desk))
            budget.place(finding, finding.mentions, " ".join(row.cells))
    return tuple(rows)


def _telling(finding: Finding) -> float:
    """The weight of a finding, more where its figure is an amount, less where it is a mere length of time."""
    quantity = finding.positions[0].quantity
    if quantity is None:
        return finding.weight
    is_duration = quantity.unit in ("year", "month", "week", "day", "hour", "minute", "second", "decade")
    return finding.weight + (1.5 if quantity.best and quantity.best >= 1000 else 0) - (1.5 if is_duration else 0)


def numbers_section(rows: tuple[Row, ...], desk: Desk, budget: Budget) -> Section:
    """The figures that are not told above, and how many more the record has."""
    columns = ("figure", "what", "outlets", "origins", "verdict")
    figures = [f for f in desk.found.findings if f.topic in (Topic.QUANTITY, Topic.TIME) and not budget.is_placed(f)]
    left = sum(not all(map(budget.is_told, finding.mentions)) for finding in figures)
    empty = f"{left} figures are in the record (--json)." if left else "No figure beyond those above."
    return Section(SectionKind.NUMBERS, "Numbers", columns=columns, rows=rows, empty=empty)


def _number_row(finding: Finding, desk: Desk) -> Row:
    values = " / ".join(dict.fromkeys(position.stance for position in finding.positions))
    mention = finding.mentions[0]
    return Row(
        (
            " ".join(values.split()),
            clipped(" ".join(mention.quote.text.split()), most=_WORDS + 2),
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
            row = _weapon_row(finding, desk)
            if len(rows) < _MOST_WEAPONS and budget.has_room(len(" ".join(row.cells).split())):
                rows.append(row)
                budget.place(finding, (), " ".join(row.cells))
    columns = ("weapon", "kind", "specification", "outlets", "origin")
    return Section(SectionKind.WEAPONS, "Weapons and equipment", columns=columns, rows=tuple(rows), empty="No weapon is named.")


def _weapon_row(finding: Finding, desk: Desk) -> Row:
    """The weapon with all its specifications, or with the words around its name where none is given."""
    named, *specs = finding.positions
    told = specs or [named]
    text = "; ".join(position.stance for position in specs)
    if not specs:
        text = _around(" ".join(named.mentions[0].quote.text.split()))
    origins = ", ".join(dict.fromkeys(origin.name for position in told for origin in position.origins[:1]))
    mentions = [mention for position in told for mention in position.mentions]
    return Row((finding.about, _kind(finding, desk), text, str(finding.carriers), origins), finding.id, desk.cite(mentions))


def _around(words: str) -> str:
    """The words that name a weapon, cut where that drops no negation."""
    cut = clipped(words, most=_AROUND, anywhere=True)
    return cut if len(find_negations(cut)) == len(find_negations(words)) else clipped(words, most=_AROUND_AT_MOST, anywhere=True)


def _kind(finding: Finding, desk: Desk) -> str:
    mentions = [w for report in desk.reports for w in report.weapons if w.name == finding.about]
    return next((w.category for w in mentions if w.category), "")
