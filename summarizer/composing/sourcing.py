"""What the briefing rests on, and what it lacks."""

from summarizer.composing.desk import Desk
from summarizer.domain.article import Article, Credit
from summarizer.domain.claim import Claim, SpeakerKind
from summarizer.domain.finding import Finding, Topic
from summarizer.domain.story import Line, Row, Section, SectionKind

_LEAD = 3  # statements of an article that tell its main event


def sources_section(desk: Desk) -> Section:
    """Each article with outlet, agency and date, and the basis of each."""
    rows = tuple(_row(article, desk) for article in desk.articles.values())
    return Section(SectionKind.SOURCES, "Sources", columns=("outlet", "agency", "published"), rows=rows)


def _row(article: Article, desk: Desk) -> Row:
    day = article.published.day.isoformat() if article.published.day else "undated"
    part = "; background" if article.id in desk.found.background else ""
    return Row((article.label, _credit(article.agency), f"{day} ({article.published.basis}){part}"))


def _credit(credit: Credit) -> str:
    """The name; its basis only where there is none, the record has it for the others."""
    return credit.name or credit.basis


def gaps_section(desk: Desk) -> Section:
    """What a reader would ask of the main event and no article says."""
    main = next((finding for finding in desk.current if finding.topic in (Topic.EVENT, Topic.STATEMENT)), None)
    lines = tuple(Line(text) for text in _gaps(main, desk)) if main else ()
    return Section(SectionKind.GAPS, "Gaps", lines, empty="The main event has who, what, when and how many.")


def _lead_claims(desk: Desk) -> list[Claim]:
    """The claims of the first statements of today's articles, which tell the main event."""
    today = [article for article in desk.articles.values() if article.id not in desk.found.background]
    first = {(a.id, s.number) for a in today for s in [s for s in a.sentences if s.role.carries_statements][:_LEAD]}
    return [claim for claim in desk.claims.values() if (claim.article, claim.sentences[0]) in first]


def _gaps(main: Finding, desk: Desk) -> list[str]:
    claims = [desk.claim_of(mention) for mention in main.mentions]
    speakers = [claim.attribution.speaker for claim in claims if claim.attribution.speaker]
    gaps = []
    leads = [*claims, *_lead_claims(desk)]
    if not any(claim.when and claim.when.is_resolved for claim in leads):
        gaps.append("When the main event happened: not reported.")
    counts = [f for f in desk.current if f.topic is Topic.QUANTITY and f.carriers > 1 and f.weight >= main.weight / 2]
    if not counts and not any(claim.quantities for claim in claims):
        gaps.append("How many or how much: not reported.")
    if not any(claim.where for claim in leads):
        gaps.append("Where: not reported.")
    if not any(speaker.kind is not SpeakerKind.UNNAMED for speaker in speakers):
        gaps.append("No named speaker stands behind the main event.")
    undated = [article.name for article in desk.articles.values() if article.published.day is None]
    if undated:
        gaps.append(f"Undated, so its days stay as printed: {', '.join(undated)}.")
    return gaps
