"""Numbers, and weapons and equipment: tables in which every row cites the words it stands on."""

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import clipped
from summarizer.domain.finding import Finding, Topic, Verdict
from summarizer.domain.story import Row, Section, SectionKind

_CONTESTED = (Verdict.DENIED, Verdict.DISPUTED, Verdict.CORRECTED, Verdict.UPDATED)
_MOST_ROWS = 24


def numbers_section(desk: Desk, budget: Budget) -> Section:
    """Figures and times that are not told above: those that several carry, then the weightiest of the rest."""
    found = [f for f in desk.found.findings if f.topic in (Topic.QUANTITY, Topic.TIME) and f.verdict not in _CONTESTED]
    rows = []
    for finding in sorted(found, key=lambda f: (f.carriers < 2, -f.weight)):
        told = finding.carriers < 2 and budget.is_told(finding.mentions[0])
        row = _number_row(finding, desk) if len(rows) < _MOST_ROWS and not told and budget.has_room(30) else None
        if row:
            rows.append(row)
            budget.place(finding, finding.mentions, " ".join(row.cells))
    columns = ("figure", "what", "outlets", "origins", "verdict")
    return Section(SectionKind.NUMBERS, "Numbers", columns=columns, rows=tuple(rows), empty="No figure beyond those above.")


def _number_row(finding: Finding, desk: Desk) -> Row:
    values = " / ".join(dict.fromkeys(position.stance for position in finding.positions))
    mention = finding.mentions[0]
    return Row(
        (
            " ".join(values.split()),
            clipped(" ".join(mention.quote.text.split())),
            str(finding.carriers),
            str(finding.origins),
            finding.verdict,
        ),
        finding.id,
        desk.cite(finding.mentions),
    )


def weapons_section(desk: Desk, budget: Budget) -> Section:
    """A card for each weapon, one row for each specification, every cell sourced."""
    rows: list[Row] = []
    for finding in desk.found.findings:
        if finding.topic is Topic.WEAPON:
            rows.extend(_weapon_rows(finding, desk))
            budget.place(finding, (), " ".join(cell for row in rows for cell in row.cells))
    columns = ("weapon", "kind", "specification", "outlets", "origin")
    return Section(SectionKind.WEAPONS, "Weapons and equipment", columns=columns, rows=tuple(rows), empty="No weapon is named.")


def _weapon_rows(finding: Finding, desk: Desk) -> list[Row]:
    named, *specs = finding.positions
    kind = _kind(finding, desk)
    if not specs:
        origin = ", ".join(o.name for o in named.origins[:2])
        text = clipped(" ".join(named.mentions[0].quote.text.split()))
        return [Row((finding.about, kind, text, str(finding.carriers), origin), finding.id, desk.cite(named.mentions))]
    return [
        Row(
            (finding.about, kind, position.stance, str(len(position.carriers)), ", ".join(o.name for o in position.origins[:2])),
            finding.id,
            desk.cite(position.mentions),
        )
        for position in specs
    ]


def _kind(finding: Finding, desk: Desk) -> str:
    mentions = [w for report in desk.reports for w in report.weapons if w.name == finding.about]
    return next((w.category for w in mentions if w.category), "")
