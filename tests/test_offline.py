"""The offline reader: any English news text to drafts that are proven by construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import READER, article

from summarizer import pipeline
from summarizer.domain.claim import Act
from summarizer.errors import LanguageError
from summarizer.grounding import ground
from summarizer.loading import load

TEXT = """Norland orders patrol boats

ELVASTAD — Norland will buy 24 patrol boats from Costona for $275 million, Defence Minister Kari Nilsen said on Tuesday.

"The boats are the best we could find," Nilsen told reporters in Elvastad. "They have a range of 400 miles."

Costona denied that the boats had faults, according to the Varby Times.

The opposition declined to comment.

Read more:
Ten places to swim in Norland
"""


@pytest.fixture(scope="module")
def paper():
    return article(TEXT, outlet="Elvastad Post")


@pytest.fixture(scope="module")
def report(paper):
    return pipeline.read(paper, reader=READER)[1]


def claim_with(report, words):
    return next(claim for claim in report.claims if words in claim.text)


def test_what_it_proposes_is_proven(report):
    assert report.claims
    assert report.rejected == ()


def test_a_statement_has_its_speaker_act_and_day(report):
    claim = claim_with(report, "24 patrol boats")
    assert claim.attribution.speaker
    assert claim.attribution.speaker.name == "Kari Nilsen"
    assert claim.attribution.said
    assert str(claim.attribution.said.first) == "2025-03-11"
    assert {quantity.best for quantity in claim.quantities} == {24, 275e6}


def test_both_pieces_of_an_interrupted_quotation_are_of_one_speaker(report):
    for words in ("best we could find", "range of 400 miles"):
        claim = claim_with(report, words)
        assert claim.is_direct
        assert claim.attribution.speaker
        assert claim.attribution.speaker.name == "Kari Nilsen"


def test_a_denial_and_a_silence_have_their_acts(report):
    assert claim_with(report, "the boats had faults").act is Act.DENIES
    assert Act.DECLINES_TO_COMMENT in {claim.act for claim in report.claims}


def test_where_the_article_has_it_from_is_kept(report):
    assert claim_with(report, "the boats had faults").attribution.relays


def test_nothing_comes_from_a_related_headline(report):
    assert not any("Ten places" in claim.text for claim in report.claims)


def test_another_language_is_refused_with_what_it_reads():
    text = (
        "Der Damm oberhalb der Stadt brach am Montag, wie das Ministerium mitteilte. Viele Menschen mussten ihre Häuser "
        "verlassen, und die Schulen bleiben bis zum Ende der Woche geschlossen. Der Minister sagte, die Ursache sei unklar."
    )
    german = load(text.encode(), name="damm.txt")
    with pytest.raises(LanguageError, match="English"):
        READER.read(german)


def test_reading_twice_gives_the_same(paper):
    assert READER.read(paper) == READER.read(paper)


WORDS = st.sampled_from(
    [
        "Norland",
        "said",
        "“",
        "”",
        '"',
        "he",
        "denied",
        "not",
        "$3 million",
        "on Tuesday",
        ",",
        ".",
        "the ministry",
        "would",
        "Kari Nilsen",
        "that",
        "24 boats",
        "according to",
        "(64 km)",
        ":",
        "\n\n",
        "—",
        "Mr",
        "told reporters",
        "no",
        "AK-47",
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_no_text_makes_it_fail_and_all_it_proposes_is_accounted_for(words):
    paper = load(f"The government met on Monday in the capital. {words}".encode(), name="a.txt")
    draft = READER.read(paper)
    report = ground(draft, paper, reader="offline")
    assert len(report.claims) + sum(each.kind == "claim" for each in report.rejected) == len(draft.claims)
    for claim in report.claims:
        assert all(paper.text[quote.start : quote.end] == quote.text for quote in claim.content)
