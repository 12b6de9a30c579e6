"""The bottom line: at most three sentences. What happened; who denies it, or what is weightiest next; what is being done."""

from collections.abc import Iterator
from datetime import date

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import sentence, standing
from summarizer.domain.finding import Finding, Mention, Position, Topic, Verdict
from summarizer.domain.story import Line, Section, SectionKind

_MOST = 3
_AS_MUCH = 0.8  # of the main event's weight


def bottom_line(desk: Desk, budget: Budget) -> Section:
    """The weightiest finding with its denial, then the weightiest measure, then what comes next."""
    lines = []
    for finding, mention in dict.fromkeys(_chosen(desk)):
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
    running = _running(main, desk)
    if running and running.weight >= main.weight:
        yield running, _newest(running, desk)
    for position in main.positions:
        yield main, _in_lead(position)
    if running:
        yield running, _newest(running, desk)
    rest = [finding for finding in current if finding is not main and finding.verdict is not Verdict.DENIED]
    measures = [finding for finding in rest if finding.topic is Topic.MEASURE]
    if measures:
        yield measures[0], _in_lead(measures[0].positions[0])
    for finding in rest:
        if finding not in measures[:1]:
            yield finding, _in_lead(finding.positions[0])


def _running(main: Finding, desk: Desk) -> Finding | None:
    """The running count that weighs as much as the main event: the toll of a disaster, the price of a bid."""
    counts = (finding for finding in desk.current if finding.topic is Topic.QUANTITY and finding.verdict is Verdict.UPDATED)
    return next((finding for finding in counts if finding.weight >= _AS_MUCH * main.weight), None)


def _newest(finding: Finding, desk: Desk) -> Mention:
    """The mention of the latest article, of these the one with the highest value."""

    def age(position: Position) -> tuple[date, float]:
        days = [desk.articles[article].published.day or date.min for article in position.carriers]
        return max(days), (position.quantity.best or 0.0) if position.quantity else 0.0

    mentions = max(finding.positions, key=age).mentions
    return next((mention for mention in mentions if _opens_sentence(mention, desk)), mentions[0])


def _opens_sentence(mention: Mention, desk: Desk) -> bool:
    return any(sentence.span.start == mention.quote.start for sentence in desk.articles[mention.article].sentences)


def _in_lead(position: Position) -> Mention:
    return position.mentions[0]


def _alike(finding: Finding, mention: Mention) -> tuple[Mention, ...]:
    """The mentions of the same position, which say the same."""
    return next(position.mentions for position in finding.positions if mention in position.mentions)
