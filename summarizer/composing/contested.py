"""Disputed and denied: every position with its words, whether the contradiction is real or apparent, and why."""

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import chain, clipped, sentence, standing
from summarizer.domain.finding import CONTESTED, Finding, Position, Topic, Verdict
from summarizer.domain.story import Line, Section, SectionKind

_NATURE = {
    Verdict.DENIED: "Denied",
    Verdict.DISPUTED: "Disputed",
    Verdict.CORRECTED: "Corrected",
    Verdict.UPDATED: "Apparent only, a later reading",
}
_MOST = 12
_POSITIONS = 5  # of one finding; the record has them all
_NAMED = 2  # carriers of a position by name; the citations name all


def disputed_section(desk: Desk, budget: Budget) -> Section:
    """The contested findings, today's first, as far as the budget reaches."""
    contested = [f for f in desk.found.findings if f.verdict in CONTESTED and f.topic is not Topic.WEAPON]
    lines: list[Line] = []
    for finding in sorted(contested, key=lambda f: (f.is_background, -f.weight)):
        line = _line(finding, desk, budget)
        text = " ".join([line.text, line.standing, *(f"{detail.text} {detail.standing}" for detail in line.details)])
        if not lines or (len(lines) < _MOST and budget.has_room(len(text.split()))):
            lines.append(line)
            budget.place(finding, finding.mentions, text)
    return Section(SectionKind.DISPUTED, "Disputed and denied", tuple(lines), empty="No source disputes or denies another.")


def _line(finding: Finding, desk: Desk, budget: Budget) -> Line:
    """The kind and reason in our words, each position in theirs."""
    shown = finding.positions[:_POSITIONS]
    details = tuple(detail for position in shown for detail in _position(finding, position, desk))
    head = (
        f"{_NATURE[finding.verdict]}: {finding.reason}."
        if finding.verdict is not Verdict.DENIED
        else f"{finding.reason[:1].upper() + finding.reason[1:]}."
    )
    return Line(head, finding.id, (), (*details, *budget.flagged(finding)), standing(finding, desk))


def _position(finding: Finding, position: Position, desk: Desk) -> list[Line]:
    """One line for the position; for denials one line for each denying speaker."""
    mention = position.mentions[0]
    carriers = ", ".join(dict.fromkeys(desk.label(article) for article in position.carriers[:_NAMED]))
    carriers += " and others" if position.carriers[_NAMED:] else ""
    if finding.topic in (Topic.QUANTITY, Topic.TIME):
        text = f"{position.stance}: “{clipped(' '.join(mention.quote.text.split()))}”"
        return [Line(text, finding.id, desk.cite(position.mentions), standing=carriers)]
    if position.stance == "asserts":
        return [Line(sentence(mention, desk), finding.id, desk.cite(position.mentions), standing=carriers)]
    return [
        Line(sentence(each, desk), finding.id, desk.cite([each]), standing=chain(each, desk)) for each in position.mentions[:3]
    ]
