"""The timeline: what is said to have happened, or to have been said, on each day, beside the day it was reported."""

from dataclasses import dataclass
from datetime import date

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import clipped, sentence
from summarizer.domain.claim import Claim
from summarizer.domain.finding import Finding, Mention, Topic
from summarizer.domain.moment import Moment, Precision
from summarizer.domain.story import Row, Section, SectionKind

_MOST_ROWS = 14
_WORDS = 16  # of a row: the timeline points, the sections above tell
_COARSE = frozenset({Precision.YEAR, Precision.DECADE, Precision.VAGUE})


@dataclass(frozen=True, slots=True)
class _Entry:
    moment: Moment
    finding: Finding
    mention: Mention


def timeline_section(desk: Desk, budget: Budget) -> Section:
    """Rows in order of the day they speak of, each day's weightiest first."""
    entries = [entry for finding in desk.found.findings for entry in _entries(finding, desk)]
    kept = sorted(_weightiest(entries), key=lambda entry: (entry.moment.first or date.min, entry.moment.last or date.min))
    rows = []
    for entry in kept:
        row = _row(entry, desk)
        if budget.has_room(len(" ".join(row.cells).split())):
            rows.append(row)
            budget.place(entry.finding, (), " ".join(row.cells))
    columns = ("when", "what", "reported", "outlet")
    return Section(SectionKind.TIMELINE, "Timeline", columns=columns, rows=tuple(rows), empty="No article gives a date.")


def _entries(finding: Finding, desk: Desk) -> list[_Entry]:
    """The dated mentions of a statement: the event's time where one is given, else when it was said."""
    if finding.topic in (Topic.QUANTITY, Topic.TIME, Topic.WEAPON):
        return []
    dated = []
    for mention in finding.mentions:
        moment = _moment(desk.claim_of(mention))
        if moment is not None and moment.is_resolved and moment.precision not in _COARSE:
            dated.append(_Entry(moment, finding, mention))
    return dated[:1]


def _moment(claim: Claim) -> Moment | None:
    event = claim.when
    return event if event is not None and event.is_resolved else claim.attribution.said


def _weightiest(entries: list[_Entry]) -> list[_Entry]:
    """At most three entries for one day, `_MOST_ROWS` in all."""
    by_day: dict[tuple[date | None, date | None], list[_Entry]] = {}
    for entry in sorted(entries, key=lambda each: -each.finding.weight):
        day = by_day.setdefault((entry.moment.first, entry.moment.last), [])
        if len(day) < 3:
            day.append(entry)
    ordered = sorted((e for day in by_day.values() for e in day), key=lambda each: -each.finding.weight)
    first = [day[0] for day in by_day.values()]
    return list(dict.fromkeys([*sorted(first, key=lambda each: -each.finding.weight), *ordered]))[:_MOST_ROWS]


def _row(entry: _Entry, desk: Desk) -> Row:
    article = desk.articles[entry.mention.article]
    reported = article.published.day.isoformat() if article.published.day else "undated"
    words = sentence(entry.mention, desk).split()
    text = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    return Row((shown(entry.moment), clipped(text), reported, article.label), entry.finding.id, desk.cite([entry.mention]))


def shown(moment: Moment) -> str:
    """A moment as a date or a range, with the words it was resolved from."""
    if moment.first is None or moment.last is None:
        return moment.printed.text
    if moment.first == moment.last:
        return f"{moment.first.isoformat()} ({moment.printed.text})"
    if moment.precision is Precision.MONTH:
        return f"{moment.first:%Y-%m} ({moment.printed.text})"
    return f"{moment.first.isoformat()} to {moment.last.isoformat()} ({moment.printed.text})"
