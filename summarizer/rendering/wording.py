"""The lines that every renderer prints around the sections, in words without markup and already harmless."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.briefing import Briefing, Header
from summarizer.domain.article import Article
from summarizer.domain.claim import Claim
from summarizer.domain.report import Rejected, Report, Skipped
from summarizer.domain.story import Citation, Section, SectionKind, Story
from summarizer.rendering.harmless import harmless


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered quote of the annex, in words: who printed it, who said it, and where it stands."""

    number: int
    outlet: str
    speaker: str
    quote: str  # in quotation marks
    place: str


def header_lines(header: Header) -> tuple[str, ...]:
    """As of when, how much was read by whom, and how many sentences match their quotes."""
    as_of = f"As of {header.as_of.isoformat()}" if header.as_of else "As of no date given"
    cutoff = f"latest report {header.cutoff.isoformat()}" if header.cutoff else "no report is dated"
    readers = ", ".join(map(harmless, header.readers)) or "none"
    return (
        f"{as_of} · {cutoff}",
        f"{_count(header.articles, 'article')} from {_count(header.outlets, 'named outlet')} · read by: {readers}",
        f"{header.matched} of {_count(header.checked, 'sentence')} match their quotes",
    )


def skipped_line(skipped: Skipped) -> str:
    """What was left out, and why."""
    name, message = harmless(skipped.name), harmless(skipped.message)
    return message if name in message else f"{name}: {message}"


def sections_of(story: Story) -> tuple[Section, ...]:
    """The story's sections; the annex of its quotes is the last, whether the story has one or not."""
    if any(section.kind is SectionKind.ANNEX for section in story.sections):
        return story.sections
    return (*story.sections, Section(SectionKind.ANNEX, "Annex: the quotes", empty="No words are quoted."))


def sources_of(story: Story, briefing: Briefing) -> tuple[Source, ...]:
    """The story's citations in words, in the order of their numbers."""
    articles = {article.id: article for article in briefing.articles}
    claims = {claim.id: claim for report in briefing.reports for claim in report.claims}
    ordered = sorted(story.citations, key=lambda citation: citation.number)
    return tuple(_source(one, articles.get(one.article), claims.get(one.claim)) for one in ordered)


def _source(citation: Citation, article: Article | None, claim: Claim | None) -> Source:
    quote = citation.quote
    outlet, name = (article.label, article.name) if article else (citation.article, citation.article)
    return Source(
        number=citation.number,
        outlet=harmless(outlet),
        speaker=(speaker_of(claim) or "in its own words") if claim else "",
        quote=quoted(quote.text),
        place=f"characters {quote.start}–{quote.end}" + (f" of {harmless(name)}" if name != outlet else ""),
    )


def quoted(words: str) -> str:
    """The words in quotation marks: their own where they have them on both sides, else ours."""
    shown = harmless(words)
    return shown if len(shown) > 1 and shown[0] in '“"' and shown[-1] in '”"' else f"“{shown}”"


def speaker_of(claim: Claim) -> str:
    """Who says it, with the title as printed; empty for the article's own voice."""
    speaker = claim.attribution.speaker
    if speaker is None:
        return ""
    return harmless(f"{speaker.name} ({speaker.role})" if speaker.role else speaker.name)


def withheld_lines(story: Story) -> tuple[str, ...]:
    """Sentences that were composed and failed proof, each with the reason."""
    return tuple(f"{harmless(one.text)} ({harmless(one.why)})" for one in story.withheld)


def rejected_lines(story: Story, briefing: Briefing) -> tuple[str, ...]:
    """What readers proposed about the story's articles and grounding refused, each with the reason."""
    names = {article.id: article.label for article in briefing.articles}
    chosen = [report for report in briefing.reports if report.article in story.articles]
    return tuple(f"{harmless(names.get(report.article, report.article))}: {line}" for report, line in _rejections(chosen))


def rejected_line(rejected: Rejected) -> str:
    """What was proposed, where it should have stood, and the rule that refused it."""
    detail = f": {harmless(rejected.detail)}" if rejected.detail else ""
    cited = ", ".join(map(str, rejected.sentences))
    place = f" [sentence {cited}]" if cited else ""
    return f"{rejected.kind} {quoted(rejected.said)}{place}: {rejected.reason}{detail}"


def _rejections(reports: list[Report]) -> Iterator[tuple[Report, str]]:
    for report in reports:
        for rejected in report.rejected:
            yield report, rejected_line(rejected)


def marks(citations: tuple[int, ...], *, gap: str = "") -> str:
    """Citation numbers as they stand in text for a terminal: `[3][7]`."""
    return gap.join(f"[{number}]" for number in citations)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
