"""The stages in order. Read this first: load → read → ground → reconcile → compose → render."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version

from summarizer.briefing import FORMAT_VERSION, Briefing, Failure, Header, Reading
from summarizer.composing import compose
from summarizer.differences import differences
from summarizer.domain.article import Article
from summarizer.domain.report import Report, Skipped, SkipReason
from summarizer.domain.story import Story
from summarizer.errors import LanguageError, NothingToBriefError, ReadingError
from summarizer.grounding import ground
from summarizer.loading import restore
from summarizer.ports import Reader
from summarizer.reconciling import reconcile
from summarizer.sealing import broken_seals, seals


def brief(
    articles: Sequence[Article],
    *,
    reader: Reader,
    as_of: date | None = None,
    title: str | None = None,
    skipped: Sequence[Skipped] = (),
) -> Briefing:
    """One briefing of all `articles`. An article that the reader cannot read is skipped and listed; the others go on.

    `as_of` defaults to the latest publication date. `NothingToBriefError` where no article is left.
    """
    readings, lost = _read_all(articles, reader)
    kept = [article for article in articles if article.id in {reading.article for reading in readings}]
    if not kept:
        raise NothingToBriefError("; ".join(skip.message for skip in (*skipped, *lost)) or "no article was given")
    return assemble(kept, readings, as_of=as_of, title=title, skipped=(*skipped, *lost))


def read(article: Article, *, reader: Reader) -> tuple[Reading, Report]:
    """What `reader` proposes about one article, and what of it is proven."""
    reading = Reading(article=article.id, reader=reader.name, draft=reader.read(article))
    return reading, ground(reading.draft, article, reader=reader.name)


def assemble(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    *,
    as_of: date | None,
    title: str | None,
    skipped: Sequence[Skipped],
) -> Briefing:
    """The briefing that follows from these articles and readings: everything behind the readers, pure and repeatable."""
    by_id = {article.id: article for article in articles}
    reports = tuple(ground(reading.draft, by_id[reading.article], reader=reading.reader) for reading in readings)
    day = as_of or _cutoff(articles)
    stories = tuple(compose(found, articles, reports, as_of=day) for found in reconcile(articles, reports, as_of=day))
    header = _header(articles, readings, stories, title=title, as_of=day)
    return Briefing(
        format_version=FORMAT_VERSION,
        program_version=version("summarizer"),
        header=header,
        articles=tuple(articles),
        readings=tuple(readings),
        reports=reports,
        stories=stories,
        skipped=tuple(skipped),
        seals=seals(articles, readings, skipped, title=header.title, as_of=day),
    )


def verify(briefing: Briefing) -> tuple[Failure, ...]:
    """Every place where a saved briefing does not follow from its own texts and readings; empty where all of it holds.

    Sentences are cut anew from the texts, drafts are proven anew, and findings, verdicts, counts and sentences recomputed,
    so that a changed word, digit, speaker, date, verdict or count fails by name.
    """
    articles = tuple(restore(article) for article in briefing.articles)
    known = {article.id for article in articles}
    strays = [
        Failure("readings", "one of the articles", r.article, "no such text") for r in briefing.readings if r.article not in known
    ]
    if strays:
        return (*broken_seals(briefing), *differences(briefing.articles, articles, path="articles"), *strays)
    again = assemble(
        articles, briefing.readings, as_of=briefing.header.as_of, title=briefing.header.title, skipped=briefing.skipped
    )
    expected = replace(again, program_version=briefing.program_version, seals=briefing.seals)
    return (*broken_seals(briefing), *differences(briefing, expected))


def _read_all(articles: Sequence[Article], reader: Reader) -> tuple[list[Reading], list[Skipped]]:
    """What the reader proposes about each article; one that it cannot read costs only itself."""
    readings, lost = [], []
    for article in articles:
        try:
            readings.append(Reading(article=article.id, reader=reader.name, draft=reader.read(article)))
        except ReadingError as failure:
            reason = SkipReason.LANGUAGE if isinstance(failure, LanguageError) else SkipReason.FAILED
            lost.append(Skipped(article.name, reason, f"{article.name}: {failure}"))
    return readings, lost


def _cutoff(articles: Sequence[Article]) -> date | None:
    """The latest publication date."""
    return max((article.published.day for article in articles if article.published.day), default=None)


def _header(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    stories: Sequence[Story],
    *,
    title: str | None,
    as_of: date | None,
) -> Header:
    checked = sum(story.checked for story in stories)
    return Header(
        title=title or (stories[0].title if stories else ""),
        as_of=as_of,
        cutoff=_cutoff(articles),
        articles=len(articles),
        outlets=len({article.outlet.name for article in articles if article.outlet.name}),
        readers=tuple(dict.fromkeys(reading.reader for reading in readings)),
        checked=checked,
        matched=checked - sum(len(story.withheld) for story in stories),
    )
