"""The stages together: what is read is briefed, what cannot be read is listed, and the head says which day it speaks for."""

from dataclasses import replace
from datetime import date

import pytest
from newsroom import READER, article, briefed

from summarizer import pipeline
from summarizer.domain.report import Skipped, SkipReason
from summarizer.drafts import ReportDraft
from summarizer.errors import LanguageError, NothingToBriefError, ReadingError

ONE = "Harbour of Varby closed\n\nThe harbour of Varby is closed since Monday, Mayor Ida Holm said.\n"
TWO = "Varby harbour to open\n\nThe harbour of Varby will open again on Friday, Mayor Ida Holm said on Tuesday.\n"


@pytest.fixture
def papers():
    return article(ONE, outlet="Elvastad Post", published="2025-03-11"), article(
        TWO, outlet="Harbour Gazette", published="2025-03-12"
    )


class Failing:
    """A reader that fails on one article and reads the others offline."""

    name = "failing 1"

    def __init__(self, lost, error):
        self._lost, self._error = lost, error

    def read(self, article):
        if article.id == self._lost.id:
            raise self._error
        return READER.read(article)


def test_every_article_has_one_reading_and_one_report(papers):
    briefing = briefed(*papers)
    ids = [paper.id for paper in papers]
    assert [reading.article for reading in briefing.readings] == ids
    assert [report.article for report in briefing.reports] == ids
    assert {name for story in briefing.stories for name in story.articles} == set(ids)


@pytest.mark.parametrize(
    ("error", "reason"), [(ReadingError("no answer"), SkipReason.FAILED), (LanguageError("not English"), SkipReason.LANGUAGE)]
)
def test_an_article_that_cannot_be_read_costs_only_itself(papers, error, reason):
    briefing = pipeline.brief(papers, reader=Failing(papers[0], error))
    assert [paper.id for paper in briefing.articles] == [papers[1].id]
    (skip,) = briefing.skipped
    assert (skip.name, skip.reason) == (papers[0].name, reason)
    assert str(error) in skip.message
    assert briefing.header.articles == 1


def test_where_nothing_can_be_read_the_reason_is_told(papers):
    with pytest.raises(NothingToBriefError, match="no answer"):
        pipeline.brief(papers[:1], reader=Failing(papers[0], ReadingError("no answer")))


def test_no_article_at_all_is_told():
    with pytest.raises(NothingToBriefError):
        pipeline.brief([], reader=READER)


def test_what_was_skipped_before_is_kept(papers):
    skip = Skipped("empty.txt", SkipReason.EMPTY, "empty.txt is empty")
    assert pipeline.brief(papers, reader=READER, skipped=[skip]).skipped == (skip,)


def test_it_speaks_for_the_latest_publication_date_unless_told_otherwise(papers):
    assert briefed(*papers).header.as_of == date(2025, 3, 12)
    told = briefed(*papers, as_of=date(2025, 4, 1)).header
    assert (told.as_of, told.cutoff) == (date(2025, 4, 1), date(2025, 3, 12))


def test_undated_articles_make_a_briefing_without_a_day(papers):
    undated = [replace(paper, published=replace(paper.published, day=None)) for paper in papers]
    header = briefed(*undated).header
    assert header.as_of is None
    assert header.cutoff is None


def test_a_title_that_was_given_is_kept_and_else_a_headline_is_taken(papers):
    assert pipeline.brief(papers, reader=READER, title="Varby").header.title == "Varby"
    assert briefed(*papers).header.title in {paper.title for paper in papers}


def test_outlets_without_a_name_are_not_counted(papers):
    nameless = replace(papers[0], outlet=replace(papers[0].outlet, name=None))
    assert briefed(nameless, papers[1]).header.outlets == 1


def test_a_reader_that_proposes_nothing_still_makes_a_briefing_that_holds(papers):
    class Silent:
        name = "silent 1"

        def read(self, article):
            return ReportDraft()

    briefing = pipeline.brief(papers, reader=Silent())
    assert all(section.lines or section.rows or section.empty for story in briefing.stories for section in story.sections)
    assert pipeline.verify(briefing) == ()


def test_the_same_articles_give_the_same_briefing(papers):
    assert briefed(*papers) == briefed(*papers)


def test_every_briefing_holds_when_it_is_verified(papers):
    for chosen in (papers, papers[:1], papers[1:], papers[::-1]):
        assert pipeline.verify(briefed(*chosen)) == ()
