"""The sections of statements: agreed, well attested, single origin, and who said what."""

from collections.abc import Iterable

from summarizer.composing.budget import Budget
from summarizer.composing.desk import Desk
from summarizer.composing.wording import sentence, standing
from summarizer.domain.claim import Act, SpeakerKind
from summarizer.domain.finding import Finding, Topic, Verdict
from summarizer.domain.story import Line, Section, SectionKind

_SPOKEN = (Topic.EVENT, Topic.STATEMENT, Topic.MEASURE)
_TELLING = frozenset(
    {
        Act.DECLINES_TO_COMMENT,
        Act.DOES_NOT_DENY,
        Act.ADMITS,
        Act.CONDITIONAL,
        Act.ANNOUNCES_OWN_ACT,
        Act.WARNS,
        Act.CONFIRMS,
        Act.DENIES,
    }
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
    return Section(SectionKind.SINGLE_ORIGIN, "Single origin", lines, empty="Nothing rests on a single article.")


def speakers_section(desk: Desk, budget: Budget) -> Section:
    """Named speakers whose words are not told above: first what they refuse, admit, decline or announce, then the rest."""
    found = [f for f in desk.found.findings if f.topic in _SPOKEN and _is_named(f, desk) and not budget.is_placed(f)]
    ordered = sorted(found, key=lambda f: (not _is_telling(f, desk), -f.weight))
    seen: dict[str, int] = {}
    picked = []
    for finding in ordered:
        name = _speaker(finding, desk)
        seen[name] = seen.get(name, 0) + 1
        if seen[name] <= 2 or _is_telling(finding, desk):
            picked.append(finding)
    return Section(
        SectionKind.WHO_SAID_WHAT,
        "Who said what",
        _lines(picked, desk, budget, most=9),
        empty="Every named speaker is quoted above.",
    )


def _is_named(finding: Finding, desk: Desk) -> bool:
    speaker = desk.claim_of(finding.mentions[0]).attribution.speaker
    return speaker is not None and speaker.kind is not SpeakerKind.UNNAMED


def _is_telling(finding: Finding, desk: Desk) -> bool:
    return desk.claim_of(finding.mentions[0]).act in _TELLING


def _speaker(finding: Finding, desk: Desk) -> str:
    speaker = desk.claim_of(finding.mentions[0]).attribution.speaker
    return speaker.name if speaker else ""


def _lines(findings: Iterable[Finding], desk: Desk, budget: Budget, *, most: int) -> tuple[Line, ...]:
    lines: list[Line] = []
    for finding in findings:
        if len(lines) == most:
            break
        if budget.is_placed(finding) or budget.is_told(finding.mentions[0]):
            continue
        text = sentence(finding.mentions[0], desk)
        tail = standing(finding, desk)
        if not budget.has_room(len(f"{text} {tail}".split())):
            continue
        details = tuple(Line(flag[:1].upper() + flag[1:] + ".") for flag in finding.flags)
        lines.append(Line(text, finding.id, desk.cite(finding.positions[0].mentions), details, tail))
        budget.place(finding, finding.mentions, f"{text} {tail}" + " ".join(detail.text for detail in details))
    return tuple(lines)
