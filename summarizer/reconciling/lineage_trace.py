"""What is known of each article's descent: publisher, agency, copies, citations. Computed once for a set of articles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.domain.article import Article
from summarizer.domain.claim import Claim
from summarizer.domain.finding import Origin, OriginKind
from summarizer.domain.span import Span
from summarizer.reconciling.copies import Overlap, overlaps
from summarizer.reconciling.lineage_citations import Citation, Way, find_citations
from summarizer.reconciling.lineage_media import is_agency, medium, medium_key, side_of_medium
from summarizer.reconciling.lineage_speakers import name_words

SHARED_TEXT = "text shared by "
_FEWEST = 8  # words of a statement that another article must print in the same row, so that it is text and not a name
_MOST = 0.6  # of the statement; the rest may be edited


@dataclass(frozen=True, slots=True)
class Trace:
    """The descent of one article. `voice` is where what it says in its own voice comes from."""

    article: str
    publisher: str | None  # comparison key of the outlet; `None` where the outlet is not known
    label: str
    voice: Origin
    text_head: str  # the first of the articles that are copies of this one, by id; itself where there are none
    citations: tuple[Citation, ...]
    words: frozenset[str]  # as names are compared, of the whole text
    text: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """The descent of a set of articles. `shared` holds, by pair of article ids, the text that two of them have in common.

    `known` remembers the origins found for a claim, by claim id: each is asked for many times.
    """

    traces: Mapping[str, Trace]
    shared: Mapping[frozenset[str], Overlap]
    sharing: Mapping[str, tuple[Overlap, ...]]  # by article id
    known: dict[str, tuple[Origin, ...]] = field(default_factory=dict, compare=False, repr=False)


def lineage(articles: Sequence[Article]) -> Lineage:
    """The lineage of these articles; the same articles in another order have the same one."""
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda article: (article.label, article.id))
    found = overlaps(ordered)
    citations = {article.id: find_citations(article) for article in ordered}
    heads = _heads(ordered, found)
    voices = _voices(ordered, heads, citations)
    sharing: dict[str, list[Overlap]] = defaultdict(list)
    for each in found:
        sharing[each.a].append(each)
        sharing[each.b].append(each)
    return Lineage(
        traces={each.id: _trace(each, heads[each.id], voices[heads[each.id]], citations[each.id]) for each in ordered},
        shared={frozenset((each.a, each.b)): each for each in found},
        sharing={article: tuple(each) for article, each in sharing.items()},
    )


def _trace(article: Article, head: str, voice: Origin, citations: tuple[Citation, ...]) -> Trace:
    return Trace(
        article=article.id,
        publisher=medium_key(article.outlet.name) if article.outlet.name else None,
        label=_label(article),
        voice=voice,
        text_head=head,
        citations=citations,
        words=frozenset(name_words(article.text)),
        text=article.text,
    )


def _label(article: Article) -> str:
    return medium(article.outlet.name) if article.outlet.name else article.name


def _agency(article: Article) -> tuple[str, str] | None:
    """The agency whose text the article is, and from what that was seen."""
    if article.agency.name:
        return medium(article.agency.name), article.agency.basis
    if article.outlet.name and is_agency(article.outlet.name):
        return medium(article.outlet.name), "its own text"
    for credit, seen in ((article.byline, "byline"), (article.dateline, "dateline")):
        for name in re.split(r"[(),/;]|\band\b|\bfor\b", credit.name or ""):
            if name.strip() and is_agency(name):
                return medium(name), seen
    return None


def _heads(articles: Sequence[Article], found: Sequence[Overlap]) -> Mapping[str, str]:
    """Each article → the first of its copies, by id."""
    return components([article.id for article in articles], ((each.a, each.b) for each in found if each.is_copy))


def components(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Each name → the first, in alphabetical order, of those that the pairs tie it to."""
    head = {name: name for name in names}

    def first(name: str) -> str:
        while head[name] != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for a, b in pairs:
        kept, gone = sorted((first(a), first(b)))
        head[gone] = kept
    return {name: first(name) for name in head}


def _voices(
    articles: Sequence[Article], heads: Mapping[str, str], citations: Mapping[str, tuple[Citation, ...]]
) -> Mapping[str, Origin]:
    """The origin of what each text says in its own voice, by the first of its copies."""
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[heads[article.id]].append(article)
    return {head: _voice(group, citations) for head, group in groups.items()}


def _voice(group: Sequence[Article], citations: Mapping[str, tuple[Citation, ...]]) -> Origin:
    """Of one text: the agency that any printing of it names, else the printing that the others cite, else all of them."""
    agencies = Counter(found for article in group if (found := _agency(article)))
    if agencies:
        name, seen = min(agencies, key=lambda each: (-agencies[each], each))
        return media_origin(name, f"{name} text ({seen})")
    labels = sorted({_label(article) for article in group})
    cited = {medium_key(each.medium) for article in group for each in citations[article.id] if each.way is not Way.CONTRIBUTED}
    named = [label for label in labels if medium_key(label) in cited]
    if labels == labels[:1] or named:
        name = (named or labels)[0]
        why = f"{name}'s text, which the others cite" if named else f"{name}'s own reporting, as far as its text tells"
        return Origin(name=name, kind=OriginKind.OUTLET, side=side_of_medium(name), why=why)
    return shared_text(labels)


def media_origin(name: str, why: str) -> Origin:
    """Another medium as origin."""
    return Origin(name=name, kind=OriginKind.MEDIA, side=side_of_medium(name), why=why)


def shared_text(labels: Sequence[str]) -> Origin:
    """The origin of a text that these outlets print and none of them credits."""
    names = sorted(labels)
    name = SHARED_TEXT + ", ".join(names[:-1]) + f" and {names[-1]}"
    return Origin(name=name, kind=OriginKind.MEDIA, side=None, why="the same sentences; which of them wrote it is not shown")


def voice_behind(claim: Claim, lineage: Lineage) -> Origin:
    """The origin of a claim in its article's own voice, by the text that its words belong to."""
    trace = lineage.traces[claim.article]
    carriers = [trace, *(lineage.traces[other] for other in _printing(claim, lineage))]
    voices = {each.voice for each in carriers}
    if voices == {trace.voice}:
        return trace.voice
    agencies = sorted({each.voice.name for each in carriers if is_agency(each.voice.name)})
    if agencies:
        return media_origin(agencies[0], f"the sentence stands in {agencies[0]} text as well")
    cited = {medium_key(each.medium) for carrier in carriers for each in carrier.citations}
    named = sorted({each.label for each in carriers if medium_key(each.label) in cited})
    return (
        media_origin(named[0], f"the sentence stands in {named[0]} as well, which is cited")
        if named
        else shared_text(sorted({each.label for each in carriers}))
    )


def _printing(claim: Claim, lineage: Lineage) -> tuple[str, ...]:
    """The other articles that print most of the claim's words in one row, without the whole articles being copies."""
    found = []
    for each in lineage.sharing.get(claim.article, ()):
        mine = 0 if each.a == claim.article else 1
        if any(_holds(pair[mine].span, claim) for pair in each.passages):
            found.append(each.b if mine == 0 else each.a)
    return tuple(found)


def _holds(passage: Span, claim: Claim) -> bool:
    """Whether the passage has most of the claim's words, and enough of them."""
    if passage.end <= claim.content[0].start or claim.content[-1].end <= passage.start:
        return False  # most passages lie elsewhere: words need not be counted
    inside = sum(_words_within(quote.text, quote.start, passage) for quote in claim.content)
    return inside >= max(_FEWEST, _MOST * len(claim.text.split()))


def _words_within(words: str, start: int, passage: Span) -> int:
    return sum(passage.start <= start + at.start() and start + at.end() <= passage.end + 1 for at in re.finditer(r"\S+", words))
