"""Reports to findings: what may be joined, what is split, and that order and repetition change nothing."""

from dataclasses import replace

import pytest
from newsroom import READER, about, article, briefed, claims_of, findings_of

from summarizer import pipeline
from summarizer.domain.finding import Independence, Outlook, Topic, Verdict
from summarizer.edges.files import gather
from summarizer.reconciling import reconcile
from summarizer.reconciling.stories import split_stories

DAM = """Dam failure floods valley in Norland

ELVASTAD — A dam above the town of Elvastad broke on Monday, killing 14 people and forcing 3,200 residents to leave their homes, the interior ministry said.

The flood wave travelled 75 miles down the Tarn valley, officials said.

"The operator ignored three warnings," Interior Minister Maria Holt told reporters in Elvastad on Tuesday.

The operator, Norland Power, denied that it had ignored warnings about the dam.
"""  # noqa: E501  a paragraph is a line
DAM_LATER = """Norland dam disaster: death toll rises

A dam broke above Elvastad on Monday, killing 21 people, the interior ministry said on Wednesday.

The flood wave ran 120 km down the Tarn valley, according to officials.

About 3,000 residents were forced to leave their homes in Elvastad.

Norland Power, the operator of the dam, rejected accusations that it ignored warnings.
"""
BAKERY = """Bakery chain opens stores in Lisbon

LISBON — The bakery chain Flor opened 12 stores in Lisbon on Monday, the company said.

The chain plans to hire 40 people by June.
"""


@pytest.fixture(scope="module")
def first():
    return article(DAM, outlet="Elvastad Post", published="2025-03-11")


@pytest.fixture(scope="module")
def later():
    return article(DAM_LATER, outlet="Harbour Gazette", published="2025-03-12")


@pytest.fixture(scope="module")
def bakery():
    return article(BAKERY, outlet="Market Daily", published="2025-03-12")


def told(findings):
    """What findings say, without the order of their positions: id, verdict, counts and quotes."""
    return {
        finding.id: (
            finding.verdict,
            finding.origins,
            finding.carriers,
            finding.independence,
            frozenset((mention.article, mention.quote) for mention in finding.mentions),
        )
        for finding in findings
    }


# --- stories


def test_articles_on_one_event_are_one_story_and_another_matter_is_another(first, later, bakery):
    stories = briefed(first, bakery, later).stories
    assert sorted(sorted(story.articles) for story in stories) == sorted([sorted([first.id, later.id]), [bakery.id]])


def test_an_unrelated_article_changes_no_finding(first, later, bakery):
    alone = told(findings_of(first, later))
    joined = told(findings_of(first, later, bakery))
    assert {name: joined.get(name) for name in alone} == alone


def test_an_earlier_article_on_the_same_matter_is_background_and_no_story(first, later):
    earlier = article(DAM.replace("on Monday", "in January"), outlet="Old Times", published="2025-01-20")
    (story,) = split_stories([first, earlier, later])
    assert story.background == (earlier.id,)


def test_an_article_of_the_same_week_is_no_background(first, later):
    (story,) = split_stories([first, later])
    assert story.background == ()


def test_undated_articles_have_no_background(first, later):
    undated = [replace(each, published=replace(each.published, day=None)) for each in (first, later)]
    assert all(story.background == () for story in split_stories(undated))


# --- determinism


def test_reconciling_twice_gives_the_same(first, later):
    reports = [pipeline.read(each, reader=READER)[1] for each in (first, later)]
    assert reconcile([first, later], reports, as_of=None) == reconcile([first, later], reports, as_of=None)


def test_findings_do_not_depend_on_the_order_of_the_articles(first, later, bakery):
    assert told(findings_of(first, later, bakery)) == told(findings_of(bakery, later, first))


def test_the_findings_of_the_seeds_do_not_depend_on_the_order_of_the_articles(seeds):
    articles, _ = gather([str(seeds)], stdin=None, published={})
    turned = [*articles[2:], *articles[:2]]
    assert told(findings_of(*articles)) == told(findings_of(*turned)) == told(findings_of(*articles[::-1]))


def test_the_name_of_a_file_changes_no_finding(first, later):
    renamed = replace(later, name="another-name.txt")
    assert told(findings_of(first, later)) == told(findings_of(first, renamed))


# --- nothing is lost


def test_every_claim_of_the_seeds_is_in_a_finding(seeds):
    articles, _ = gather([str(seeds)], stdin=None, published={})
    briefing = briefed(*articles)
    placed = {mention.claim for story in briefing.stories for finding in story.findings for mention in finding.mentions}
    assert {claim.id for report in briefing.reports for claim in report.claims} <= placed


def test_ids_of_findings_are_unique(first, later, bakery):
    for story in briefed(first, later, bakery).stories:
        names = [finding.id for finding in story.findings]
        assert len(names) == len(set(names))


def test_findings_stand_in_order_of_their_weight(first, later):
    weights = [finding.weight for finding in findings_of(first, later)]
    assert weights == sorted(weights, reverse=True)


def test_counts_follow_from_the_positions(first, later):
    for finding in findings_of(first, later):
        assert finding.carriers >= 1
        assert finding.origins >= 1
        assert finding.carriers <= len({article for position in finding.positions for article in position.carriers})
        assert finding.verdict is not Verdict.AGREED or (finding.origins >= 2 and finding.carriers >= 2)


# --- ids that another run recognises


def test_a_finding_keeps_its_id_when_its_value_changes(first):
    changed = article(DAM.replace("14 people", "16 people"), outlet="Elvastad Post", published="2025-03-11")
    one = about(findings_of(first), "14 people", topic=Topic.QUANTITY)
    other = about(findings_of(changed), "16 people", topic=Topic.QUANTITY)
    assert {f.id for f in one} == {f.id for f in other}


# --- statements: what forbids a join


def two(one, other):
    head = "The harbour of Varby has been closed since the storm of last week, the port authority said."
    return [
        article(f"Harbour of Varby after the storm\n\n{words}\n\n{head}\n", outlet=outlet)
        for words, outlet in ((one, "Elvastad Post"), (other, "Harbour Gazette"))
    ]


def together(one, other, *words):
    """Whether one finding on statements holds both sentences."""
    findings = [f for f in findings_of(*two(one, other)) if f.topic in (Topic.EVENT, Topic.STATEMENT, Topic.MEASURE)]
    return any(all(any(w in m.quote.text for m in f.mentions) for w in words) for f in findings)


def test_the_same_statement_of_two_outlets_is_one_finding():
    assert together(
        "The storm destroyed the old lighthouse of Varby on Friday.",
        "On Friday the storm destroyed the old lighthouse in Varby.",
        "The storm destroyed",
        "On Friday the storm",
    )


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "The storm destroyed the old lighthouse of Varby on Friday.",
            "The storm did not destroy the old lighthouse of Varby on Friday.",
            ("storm destroyed", "not destroy"),
        ),
        (
            "The storm destroyed 14 fishing boats in the harbour of Varby.",
            "The storm destroyed 80 fishing boats in the harbour of Varby.",
            ("14 fishing", "80 fishing"),
        ),
        (
            "Closing the harbour of Varby hurts the fishing fleet of the town.",
            "Any closing of the harbour of Varby would hurt the fishing fleet of the town, Mayor Ida Holm said.",
            ("hurts the", "would hurt"),
        ),
    ],
)
def test_negation_numbers_and_conditions_forbid_a_join(one, other, words):
    assert not together(one, other, *words)


def test_two_people_who_say_alike_are_two_statements():
    one = '"The harbour must open again before the summer season begins," Mayor Ida Holm said.'
    other = '"The harbour must open again before the summer season begins," Captain Jan Berg said.'
    findings = findings_of(*two(one, other))
    speakers = {claim.id: claim.attribution.speaker for each in two(one, other) for claim in claims_of(each)}
    for finding in findings:
        if finding.topic is Topic.STATEMENT:
            names = {speakers[m.claim].name for m in finding.mentions if speakers[m.claim]}
            assert not {"Ida Holm", "Jan Berg"} <= names


def test_one_speaker_carried_by_two_outlets_is_one_origin():
    words = "Mayor Ida Holm said the harbour of Varby would open again in June after repairs of the breakwater."
    found = about(
        findings_of(*two(words, words.replace("Mayor Ida Holm said", "Mayor Ida Holm told reporters"))), "open again in June"
    )
    (finding,) = [f for f in found if f.topic is Topic.STATEMENT]
    assert (finding.carriers, finding.origins) == (2, 1)
    assert finding.verdict is not Verdict.AGREED


def test_a_plan_is_open():
    found = findings_of(article("Harbour\n\nVarby plans to build a new lighthouse by June, Mayor Ida Holm said.\n", outlet="A"))
    assert Outlook.OPEN in {finding.outlook for finding in found}


def test_what_is_not_shown_independent_never_adds_up(first, later):
    for finding in findings_of(first, later):
        if finding.independence is Independence.NOT_SHOWN:
            assert finding.verdict is not Verdict.AGREED or finding.origins >= 2
