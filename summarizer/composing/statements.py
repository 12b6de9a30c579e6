"""The sections of statements: agreed, well attested, single origin, and who said what."""

from collections.abc import Iterable

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import sentence, standing
from summarizer.domain.claim import Act, SpeakerKind
from summarizer.domain.finding import Finding, Topic, Verdict
from summarizer.domain.story import Line, Section, SectionKind

_SILENCES = (Act.DOES_NOT_DENY, Act.DECLINES_TO_COMMENT)
_MOST_VOICES = 9
_WORDS = 14  # of one printed statement
_SPOKEN = (Topic.EVENT, Topic.STATEMENT, Topic.MEASURE)
# Acts that tell most about where a party stands, in the order in which a reader asks for them.
_TELLING = (
    Act.DOES_NOT_DENY,
    Act.DECLINES_TO_COMMENT,
    Act.ADMITS,
    Act.CONDITIONAL,
    Act.ANNOUNCES_OWN_ACT,
    Act.WARNS,
    Act.CONFIRMS,
    Act.DENIES,
)


def agreed_section(desk: Desk, budget: Budget) -> Section:
    """What two or more independent origins say."""
    found = [f for f in desk.current if f.verdict in (Verdict.AGREED, Verdict.COMPATIBLE) and f.topic in _SPOKEN]
    lines = _lines(found, desk, budget, most=14)
    return Section(SectionKind.AGREED, "Agreed", lines, empty="Nothing is shown by two or more independent origins.")


def attested_section(desk: Desk, budget: Budget) -> Section:
    """What several outlets carry from one origin: certain that it was said, not that it is so."""
    found = [f for f in desk.current if f.verdict is Verdict.SINGLE_ORIGIN and f.carriers > 1 and f.topic in _SPOKEN]
    return Section(
        SectionKind.ATTESTED,
        "Well attested statements",
        _lines(found, desk, budget, most=14),
        empty="No statement is carried by more than one outlet.",
    )


def single_section(desk: Desk, budget: Budget) -> Section:
    """What only one article tells, by weight, as far as the budget reaches."""
    found = [f for f in desk.current if f.verdict is Verdict.SINGLE_ORIGIN and f.carriers == 1 and f.topic in _SPOKEN]
    lines = _lines(found, desk, budget, most=40)
    left = sum(not budget.is_placed(finding) and not budget.is_told(finding.mentions[0]) for finding in found)
    more = (Line(f"{left} more from single articles: see --json."),) if left else ()
    empty = "Nothing rests on a single article."
    return Section(SectionKind.SINGLE_ORIGIN, "Single origin", (*lines, *more), empty=empty)


def speakers_section(desk: Desk, budget: Budget) -> Section:
    """Every named person not quoted above, once; then what named parties refuse, admit, decline or announce."""
    found = [f for f in desk.found.findings if f.topic in _SPOKEN and _speaker(f, desk) and not budget.is_placed(f)]
    heard = {_speaker(f, desk) for f in desk.found.findings if budget.is_placed(f)}
    unheard: dict[str, Finding] = {}
    for finding in sorted(found, key=lambda f: (not _is_telling(f, desk), -f.weight)):
        if _speaker(finding, desk) not in heard and _is_person(finding, desk):
            unheard.setdefault(_speaker(finding, desk), finding)
    picked = {finding.id for finding in unheard.values()}
    fresh = [f for f in found if f.id not in picked and _is_telling(f, desk) and _speaker(f, desk) not in heard]
    telling = sorted(fresh, key=lambda f: (_rank(f, desk), -f.weight))
    silent = [f for f in telling if desk.claim_of(f.mentions[0]).act in _SILENCES]
    lines = _lines([*silent, *unheard.values(), *telling], desk, budget, most=_MOST_VOICES, with_role=True)
    return Section(SectionKind.WHO_SAID_WHAT, "Who said what", lines, empty="Every named speaker is quoted above.")


def _is_person(finding: Finding, desk: Desk) -> bool:
    speaker = desk.claim_of(finding.mentions[0]).attribution.speaker
    return speaker is not None and speaker.kind is SpeakerKind.PERSON


def _is_telling(finding: Finding, desk: Desk) -> bool:
    return desk.claim_of(finding.mentions[0]).act in _TELLING


def _rank(finding: Finding, desk: Desk) -> int:
    return _TELLING.index(desk.claim_of(finding.mentions[0]).act)


def _speaker(finding: Finding, desk: Desk) -> str:
    """The named speaker of the best wording, or nothing."""
    speaker = desk.claim_of(finding.mentions[0]).attribution.speaker
    return speaker.name if speaker and speaker.kind is not SpeakerKind.UNNAMED else ""


def _lines(findings: Iterable[Finding], desk: Desk, budget: Budget, *, most: int, with_role: bool = False) -> tuple[Line, ...]:
    lines: list[Line] = []
    for finding in findings:
        if len(lines) == most:
            break
        if budget.is_placed(finding) or budget.is_told(finding.mentions[0]):
            continue
        text = sentence(finding.mentions[0], desk, with_role=with_role, most=_WORDS)
        tail = standing(finding, desk)
        details = budget.flagged(finding)
        told = " ".join([text, tail, *(detail.text for detail in details)])
        if not budget.has_room(len(told.split())):
            continue
        lines.append(Line(text, finding.id, desk.cite(finding.positions[0].mentions), details, tail))
        budget.place(finding, finding.mentions, told)
    return tuple(lines)
