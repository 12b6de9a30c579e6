"""The timeline: what is said to have happened, or to have been said, on each day, beside the day it was reported."""

from dataclasses import dataclass, replace
from datetime import date

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import sentence
from summarizer.domain.finding import Finding, Mention, Topic
from summarizer.domain.moment import Moment, Precision
from summarizer.domain.story import Row, Section, SectionKind
from summarizer.language.terms import terms

_MOST_ROWS = 13
_MOST_A_DAY = 2
_STAGE_WORDS = 16  # of an earlier stage, which stands nowhere else
_WORDS = 9  # of a row: the timeline points, the sections above tell
_STAGE = 3  # terms that an undated statement shares with the main event to be an earlier stage of it
_COARSE = frozenset({Precision.YEAR, Precision.DECADE, Precision.VAGUE, Precision.SPAN})


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row to be: the days it speaks of, how they are shown, and what is told of them."""

    first: date
    last: date
    when: str
    finding: Finding
    mention: Mention


def timeline_section(desk: Desk, budget: Budget) -> Section:
    """Rows in order of the day they speak of, each day's weightiest first."""
    entries = [entry for finding in desk.found.findings if (entry := _entry(finding, desk))]
    kept: list[tuple[date, date, Row]] = []
    for entry in _chosen(entries, desk):
        row = _row(entry, desk)
        if budget.has_room(len(" ".join(row.cells).split())):
            kept.append((entry.first, entry.last, replace(row, citations=desk.cite([entry.mention]))))
            budget.place(entry.finding, (), " ".join(row.cells))
    rows = [row for *_, row in sorted(kept, key=lambda each: each[:2])]
    columns = ("when", "what", "reported")
    return Section(SectionKind.TIMELINE, "Timeline", columns=columns, rows=tuple(rows), empty="No article gives a date.")


def _entry(finding: Finding, desk: Desk) -> _Entry | None:
    """The first dated mention: by the event's time, else by when it was said, else, in background, by when it was reported."""
    if finding.topic in (Topic.QUANTITY, Topic.TIME, Topic.WEAPON):
        return None
    for mention in finding.mentions:
        claim = desk.claim_of(mention)
        for moment, label in ((claim.when, ""), (claim.attribution.said, "said ")):
            if moment and moment.first and moment.last and moment.precision not in _COARSE:
                return _Entry(moment.first, moment.last, f"{label}{shown(moment)}", finding, mention)
    return _undated(finding, desk)


def _undated(finding: Finding, desk: Desk) -> _Entry | None:
    """An earlier stage of the main event, dated by its report: it shares most of its words with what leads today."""
    mention = finding.mentions[0]
    day = desk.articles[mention.article].published.day
    main = desk.current[0] if desk.current else None
    if mention.article not in desk.found.background or day is None or main is None:
        return None
    said = terms(mention.quote.text)
    today = frozenset().union(*(terms(each.quote.text) for each in main.mentions))
    if len(said & today) < _STAGE or 2 * len(said & today) < len(said):
        return None
    return _Entry(
        day, day, f"by {day.isoformat()}", replace(finding, weight=2 * len(said & today) / (len(said) + _STAGE)), mention
    )


def _chosen(entries: list[_Entry], desk: Desk) -> list[_Entry]:
    """The weightiest of each day first, then another voice of the day; `_MOST_A_DAY` for a day, `_MOST_ROWS` in all."""
    by_day: dict[tuple[date, date], list[_Entry]] = {}
    for entry in sorted(entries, key=lambda each: -each.finding.weight):
        day = by_day.setdefault((entry.first, entry.last), [])
        if len(day) < _MOST_A_DAY and _voice(entry, desk) not in {_voice(each, desk) for each in day}:
            day.append(entry)
    heaviest = sorted((day[0] for day in by_day.values()), key=lambda entry: -entry.finding.weight)
    others = sorted((entry for day in by_day.values() for entry in day[1:]), key=lambda entry: -entry.finding.weight)
    ordered = sorted([*heaviest, *others], key=lambda entry: entry.first != entry.last)  # stable: days before stretches
    return ordered[:_MOST_ROWS]


def _voice(entry: _Entry, desk: Desk) -> str | None:
    speaker = desk.claim_of(entry.mention).attribution.speaker
    return speaker.name if speaker else None


def _row(entry: _Entry, desk: Desk) -> Row:
    article = desk.articles[entry.mention.article]
    reported = article.published.day.isoformat() if article.published.day else "undated"
    text = sentence(entry.mention, desk, most=_STAGE_WORDS if entry.when.startswith("by ") else _WORDS)
    return Row((entry.when, text, reported), entry.finding.id)


def shown(moment: Moment) -> str:
    """A day as a date, anything longer as a range with the words it was resolved from."""
    if moment.first is None or moment.last is None:
        return moment.printed.text
    words = " ".join(moment.printed.text.split())
    if moment.first == moment.last:
        return moment.first.isoformat()
    if moment.precision is Precision.MONTH:
        return f"{moment.first:%Y-%m} ({words})"
    return f"{moment.first.isoformat()} to {moment.last.isoformat()} ({words})"
