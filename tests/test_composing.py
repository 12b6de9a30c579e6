"""Findings to a story that can be read: sections in order, every sentence cited and proven, nothing twice, nothing softened."""

import re
from dataclasses import replace

import pytest
from newsroom import article, briefed

from summarizer.composing.desk import Desk
from summarizer.composing.proof import Proof
from summarizer.domain.finding import Reconciled
from summarizer.domain.story import Line, Section, SectionKind

TEXTS = {
    "Elvastad Post": """Dam failure floods valley in Norland

A dam above the town of Elvastad broke on Monday, killing 14 people and forcing 3,200 residents to leave their homes.

"The operator ignored three warnings," Interior Minister Maria Holt told reporters in Elvastad on Tuesday.

The operator, Norland Power, denied that it had ignored warnings about the dam.

Holt said the army would send 300 soldiers and the Mi-8 helicopter on Friday.
""",
    "Harbour Gazette": """Norland dam disaster: what is known

A dam broke above Elvastad on Monday, killing 14 people, rescue workers said.

Norland Power rejected accusations that it ignored warnings about the dam.

Repairs will cost $48.7 million, Holt said on Wednesday.
""",
}


@pytest.fixture(scope="module")
def briefing():
    return briefed(*(article(text, outlet=outlet) for outlet, text in TEXTS.items()))


@pytest.fixture(scope="module")
def story(briefing):
    return briefing.stories[0]


@pytest.fixture
def desk(briefing, story):
    found = Reconciled(articles=story.articles, background=story.background, findings=story.findings)
    desk = Desk.of(found, briefing.articles, briefing.reports, briefing.header.as_of)
    desk.cite(mention for finding in story.findings for mention in finding.mentions)
    return desk


def test_the_sections_stand_in_their_order(story):
    order = list(SectionKind)
    places = [order.index(section.kind) for section in story.sections]
    assert places == sorted(places)
    assert len(places) == len(set(places))
    assert set(order) - {section.kind for section in story.sections} <= {SectionKind.ANNEX}


def test_a_section_without_anything_to_tell_has_one_honest_line(story):
    for section in story.sections:
        assert section.lines or section.rows or section.empty


def test_an_article_with_one_sentence_makes_a_whole_story():
    (story,) = briefed(article("Harbour\n\nThe harbour of Varby is closed.\n", outlet="A")).stories
    assert {section.kind for section in story.sections} == set(SectionKind) - {SectionKind.ANNEX}
    assert all(section.lines or section.rows or section.empty for section in story.sections)


def test_citations_are_numbered_from_one_in_order_and_cut_from_their_article(briefing, story):
    texts = {article.id: article.text for article in briefing.articles}
    assert [citation.number for citation in story.citations] == list(range(1, len(story.citations) + 1))
    for citation in story.citations:
        assert texts[citation.article][citation.quote.start : citation.quote.end] == citation.quote.text


def test_every_citation_of_a_line_is_in_the_annex_and_belongs_to_its_finding(story):
    mentions = {finding.id: {mention.quote for mention in finding.mentions} for finding in story.findings}
    for section in story.sections:
        for part in (*section.lines, *section.rows):
            for number in part.citations:
                assert part.finding
                assert story.citations[number - 1].quote in mentions[part.finding]


def test_no_quote_has_two_numbers(story):
    quotes = [(citation.article, citation.quote) for citation in story.citations]
    assert len(quotes) == len(set(quotes))


def test_the_head_counts_what_was_checked_and_what_matched(briefing, story):
    assert briefing.header.checked == story.checked > 0
    assert briefing.header.matched == story.checked - len(story.withheld)


def test_confirmed_and_likelihood_are_never_words_of_ours(story):
    """Standings, heads, reasons and gaps are ours; quoted words are not."""
    ours = [line.standing for section in story.sections for line in section.lines]
    ours += [section.title for section in story.sections] + [section.empty for section in story.sections]
    ours += [finding.reason for finding in story.findings]
    assert not any(re.search(r"(?i)\b(confirmed|verified|probably|likely|perhaps)\b", words) for words in ours)


def test_nothing_is_paraphrased(briefing, story):
    """Each word of a sentence stands in the cited quotes, in the speaker's name or role, or is a verb of saying."""
    known = " ".join(
        f"{c.attribution.speaker.name} {c.attribution.speaker.role or ''} {c.attribution.cue.text if c.attribution.cue else ''}"
        for report in briefing.reports
        for c in report.claims
        if c.attribution.speaker
    )
    told = (
        "said alleged denied partly did not deny declined to comment in confirmation admitted warned expected planned announced"
    )
    for section in story.sections:
        if section.kind in (SectionKind.BOTTOM_LINE, SectionKind.ATTESTED, SectionKind.SINGLE_ORIGIN, SectionKind.WHO_SAID_WHAT):
            for line in (each for each in section.lines if each.citations):
                quotes = " ".join(story.citations[number - 1].quote.text for number in line.citations)
                allowed = set(re.findall(r"\w+", f"{quotes} {known} {told}".casefold()))
                assert set(re.findall(r"\w+", line.text.casefold())) <= allowed, line.text


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("14 people", "15 people"), "number"),
        (("Elvastad", "Varby"), "name"),
        (("on Monday", "on Sunday"), "date"),
        (("broke", "never broke"), "negation"),
    ],
)
def test_a_sentence_that_says_more_than_its_quotes_is_withheld_and_listed(desk, change, why):
    finding = next(f for f in desk.found.findings if any("killing 14 people" in m.quote.text for m in f.mentions))
    mention = next(m for m in finding.mentions if "killing 14 people" in m.quote.text)
    honest = f"It is said: {mention.quote.text.rstrip('.')}."
    proof = Proof(desk)
    good = Section(SectionKind.AGREED, "Agreed", (Line(honest, finding.id, desk.cite([mention])),))
    assert proof.passed(good) == good
    if change[0] in honest:
        bad = replace(good, lines=(replace(good.lines[0], text=honest.replace(*change)),))
        assert proof.passed(bad).lines == ()
        (withheld,) = proof.withheld
        assert why in withheld.why
        assert withheld.finding == finding.id


def test_a_line_with_a_detail_that_fails_is_withheld_whole(desk):
    finding = desk.found.findings[0]
    cited = desk.cite(finding.mentions[:1])
    proof = Proof(desk)
    line = Line("A head.", finding.id, (), (Line("It cost 999 million zlotys.", finding.id, cited),))
    assert proof.passed(Section(SectionKind.DISPUTED, "Disputed", (line,))).lines == ()
    assert len(proof.withheld) == 1


def test_the_story_is_named_by_a_headline_of_its_articles(briefing, story):
    assert story.title in {article.title for article in briefing.articles}


def test_gaps_name_what_no_article_says(story):
    gaps = next(section for section in story.sections if section.kind is SectionKind.GAPS)
    assert all(line.text.endswith(("reported.", "event.")) or "Undated" in line.text for line in gaps.lines)
