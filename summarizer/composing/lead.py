"""The bottom line: at most three sentences. What happened; who denies it, or what is weightiest next; what is being done."""

from collections.abc import Iterator

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import sentence, standing
from summarizer.domain.finding import Finding, Mention, Position, Topic, Verdict
from summarizer.domain.story import Line, Section, SectionKind

_MOST = 3


def bottom_line(desk: Desk, budget: Budget) -> Section:
    """The weightiest finding with its denial, then the weightiest measure, then what comes next."""
    lines = []
    for finding, mention in _chosen(desk):
        text = sentence(mention, desk, with_role=True)
        tail = standing(finding, desk) if not budget.is_placed(finding) else ""  # told once for both positions
        lines.append(Line(text, finding.id, desk.cite([mention]), standing=tail))
        budget.place(finding, _alike(finding, mention), f"{text} {tail}")
        if len(lines) == _MOST:
            break
    return Section(SectionKind.BOTTOM_LINE, "Bottom line", tuple(lines), empty="The articles state nothing that could be proven.")


def _chosen(desk: Desk) -> Iterator[tuple[Finding, Mention]]:
    current = [f for f in desk.current or desk.found.findings if f.topic in (Topic.EVENT, Topic.STATEMENT, Topic.MEASURE)]
    if not current:
        return
    main = max(current, key=lambda finding: (finding.weight, finding.id))
    for position in main.positions:
        yield main, _in_lead(position)
    rest = [finding for finding in current if finding is not main and finding.verdict is not Verdict.DENIED]
    measures = [finding for finding in rest if finding.topic is Topic.MEASURE]
    if measures:
        yield measures[0], _in_lead(measures[0].positions[0])
    for finding in rest:
        if finding not in measures[:1]:
            yield finding, _in_lead(finding.positions[0])


def _in_lead(position: Position) -> Mention:
    return position.mentions[0]


def _alike(finding: Finding, mention: Mention) -> tuple[Mention, ...]:
    """The mentions of the same position, which say the same."""
    return next(position.mentions for position in finding.positions if mention in position.mentions)
