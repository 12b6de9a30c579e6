"""The briefing of the five real articles, bullet by bullet: what it must get right, whatever its wording."""

import re

import pytest

import summarizer
from summarizer.domain.claim import Act
from summarizer.domain.finding import Independence, Topic, Verdict
from summarizer.domain.story import SectionKind
from summarizer.language.folding import find, folded
from summarizer.language.proving import unsupported
from summarizer.language.quantities import find_quantities
from summarizer.reconciling.comparing import Relation, compare
from summarizer.rendering import Format, RenderOptions
from summarizer.rendering import render as rendered

AP, MOSCOW, INDIAN, SPACE, UK = range(5)  # in the order of the folder


@pytest.fixture(scope="module")
def briefing(seeds):
    return summarizer.brief([seeds])


@pytest.fixture(scope="module")
def story(briefing):
    (only,) = briefing.stories
    return only


@pytest.fixture(scope="module")
def claims(briefing):
    return {claim.id: claim for report in briefing.reports for claim in report.claims}


@pytest.fixture(scope="module")
def parts(story):
    """Every printed line, detail and row as (section kind, text with standing, citations)."""
    found = []
    for section in story.sections:
        for line in section.lines:
            found += [(section.kind, f"{each.text} {each.standing}", each.citations) for each in (line, *line.details)]
        found += [(section.kind, " | ".join(row.cells), row.citations) for row in section.rows]
    return found


def section(story, kind):
    return next(each for each in story.sections if each.kind is kind)


def told(parts, *kinds):
    return "\n".join(text for kind, text, _ in parts if not kinds or kind in kinds)


def parts_with(parts, *words, kinds=()):
    return [part for part in parts if all(find(w, part[1]) for w in words) and (not kinds or part[0] in kinds)]


def claims_of(briefing, place, words):
    found = [claim for claim in briefing.reports[place].claims if folded(words) in folded(claim.text)]
    assert found, words
    return found


def speaker_of(claim):
    return claim.attribution.speaker.name if claim.attribution.speaker else None


def findings_with(story, words, *, topic=None):
    return [
        f for f in story.findings if (topic is None or f.topic is topic) and any(find(words, m.quote.text) for m in f.mentions)
    ]


def transfer(story):
    (main,) = [f for f in findings_with(story, "Iran sent short-range missiles to Russia") if f.topic is not Topic.WEAPON][:1]
    return main


def position(finding, stance):
    return next(each for each in finding.positions if each.stance == stance)


# --- the bottom line


def test_the_bottom_line_names_the_transfer_its_denial_and_the_new_sanctions(parts):
    lead = told(parts, SectionKind.BOTTOM_LINE)
    assert re.search(r"(?i)iran .*missiles .*russia", lead)
    assert re.search(r"(?i)\b(?:denied|denies|rejected)\b", lead)
    assert re.search(r"(?i)\bsanctions\b", lead)


def test_the_bottom_line_has_at_most_three_cited_sentences(story):
    lines = section(story, SectionKind.BOTTOM_LINE).lines
    assert 1 <= len(lines) <= 3
    assert all(line.citations for line in lines)


# --- Fath-360


def fath(story):
    (only,) = [f for f in story.findings if f.topic is Topic.WEAPON and f.about == "Fath-360"]
    return only


def test_there_is_one_card_for_the_fath_360(story):
    rows = [row for row in section(story, SectionKind.WEAPONS).rows if find("Fath-360", row.cells[0])]
    assert len(rows) == 1
    assert fath(story)


def test_its_range_of_75_miles_and_120_kilometers_is_one_value(story):
    ranges = [each for each in fath(story).positions if each.stance.startswith("range")]
    assert len(ranges) == 1
    assert find("75 miles", ranges[0].stance)
    assert find("120 kilometers", ranges[0].stance)


def test_its_range_has_one_origin_who_is_blinken_and_three_carriers(story):
    (spec,) = [each for each in fath(story).positions if each.stance.startswith("range")]
    assert len(spec.carriers) == 3
    assert {origin.name for origin in spec.origins} == {"Antony Blinken"}
    assert (fath(story).carriers, fath(story).origins) == (3, 1)


def test_the_120_kilometers_stand_in_no_direct_quotation(briefing, story, claims):
    direct = [claim for claim in claims.values() if claim.is_direct and find("120 kilometers", claim.text)]
    assert direct == []
    for claim in claims_of(briefing, MOSCOW, "75 miles (120 kilometers)"):
        assert not claim.is_direct


# --- the transfer, asserted and denied


def test_the_transfer_is_asserted_and_denied_in_one_finding(story):
    main = transfer(story)
    assert main.verdict is Verdict.DENIED
    assert {each.stance for each in main.positions} >= {"asserts", "denies"}


def test_the_transfer_is_asserted_by_the_united_states_and_the_united_kingdom_whose_independence_is_not_shown(story):
    main = transfer(story)
    asserted = position(main, "asserts")
    who = " ".join(f"{origin.name} {origin.side}" for origin in asserted.origins)
    assert find("Antony Blinken", who)
    assert find("United Kingdom", who) or find("Britain", who)
    assert main.independence is Independence.NOT_SHOWN
    assert main.origins == 1


def test_the_denial_is_irans_and_comes_from_its_foreign_ministry_by_way_of_isna_and_ap(briefing, story, claims):
    denied = position(transfer(story), "denies")
    ministry = [claims[m.claim] for m in denied.mentions if find("foreign ministry", speaker_of(claims[m.claim]) or "")]
    assert ministry
    assert any("ISNA" in relay for claim in ministry for relay in claim.attribution.relays)
    assert {claim.attribution.agency for claim in ministry} == {"AP"}
    assert find("Iran", transfer(story).reason)


def test_both_positions_are_printed_with_their_quotes(story):
    main = transfer(story)
    lines = [line for s in story.sections for line in s.lines if line.finding == main.id]
    cited = {number for line in lines for each in (line, *line.details) for number in each.citations}
    quotes = {story.citations[number - 1].quote for number in cited}
    for stance in ("asserts", "denies"):
        assert quotes & {mention.quote for mention in position(main, stance).mentions}


def test_the_words_of_kanaani_stand_beside_the_denial_as_his_and_name_neither_missiles_nor_russia(story, claims, parts):
    mine = [m for m in position(transfer(story), "denies").mentions if speaker_of(claims[m.claim]) == "Nasser Kanaani"]
    assert len(mine) == 1
    assert find("propaganda", mine[0].quote.text)
    assert not find("missiles", mine[0].quote.text)
    assert not find("Russia", mine[0].quote.text)
    assert parts_with(parts, "Kanaani", "propaganda", kinds=(SectionKind.DISPUTED,))


def test_the_kremlin_is_not_shown_denying_or_admitting(claims, story, parts):
    spoken = [c for c in claims.values() if find("Kremlin", (speaker_of(c) or "")) or find("the Kremlin has not", c.text)]
    assert not {claim.act for claim in spoken} & {Act.DENIES, Act.PARTIALLY_DENIES, Act.ADMITS, Act.CONFIRMS}
    assert any(claim.act is Act.DOES_NOT_DENY for claim in spoken)
    denying = {m.claim for f in story.findings for p in f.positions if p.stance in ("denies", "admits") for m in p.mentions}
    assert not denying & {claim.id for claim in spoken}
    assert parts_with(parts, "Kremlin", "not explicitly denied")


def test_what_patel_says_of_any_transfer_is_conditional(briefing, story):
    (patel,) = claims_of(briefing, SPACE, "Any transfer of Iranian ballistic missiles")
    assert patel.act is Act.CONDITIONAL
    assert speaker_of(patel) == "Vedant Patel"
    assert patel.id not in {mention.claim for mention in position(transfer(story), "asserts").mentions}


def test_the_quotation_of_blinken_that_one_carrier_words_differently_is_flagged(story, parts):
    flags = [flag for finding in story.findings for flag in finding.flags if "worded differently" in flag]
    assert any(find("is likely to use them", flag) and find("will likely use them", flag) for flag in flags)
    assert parts_with(parts, "worded differently", "is likely to use them")


# --- drones


def test_irans_admission_of_drones_and_its_denial_differ_in_scope(briefing, story, parts):
    (admitted,) = [c for c in claims_of(briefing, INDIAN, "it had sent drones to Russia") if c.act is Act.ADMITS]
    (denied,) = claims_of(briefing, AP, "export of drones tied to Russia")
    assert denied.act is Act.DENIES
    both = [f for f in story.findings if {admitted.id, denied.id} <= {m.claim for m in f.mentions}]
    assert both
    assert "scope" in both[0].reason
    assert parts_with(parts, "scope", kinds=(SectionKind.DISPUTED,))


def test_the_admission_is_of_november_2022_and_keeps_that_they_were_supplied_before_the_invasion(briefing, parts):
    (admitted,) = [c for c in claims_of(briefing, INDIAN, "it had sent drones to Russia") if c.act is Act.ADMITS]
    said = admitted.attribution.said or admitted.when
    assert said
    assert (str(said.first), str(said.last)) == ("2022-11-01", "2022-11-30")
    assert any(find("before the invasion", text) for _, text, _ in parts)


def test_the_denial_of_drone_exports_is_not_a_denial_of_the_missile_transfer(briefing, story):
    (denied,) = claims_of(briefing, AP, "export of drones tied to Russia")
    assert denied.id not in {mention.claim for mention in transfer(story).mentions}


# --- 2022: an earlier stage


def test_the_sale_considered_in_2022_is_an_earlier_stage_and_no_dispute(briefing, story, parts):
    considered = {claim.id for claim in claims_of(briefing, INDIAN, "considering the sale of")}
    findings = [f for f in story.findings if considered & {m.claim for m in f.mentions}]
    assert findings
    assert not {finding.verdict for finding in findings} & {Verdict.DENIED, Verdict.DISPUTED, Verdict.UPDATED}
    assert transfer(story).id not in {finding.id for finding in findings}
    rows = [row for row in section(story, SectionKind.TIMELINE).rows if find("considering the sale", " ".join(row.cells))]
    assert len(rows) == 1
    assert "2022" in rows[0].cells[0]


def test_hundreds_of_missiles_is_said_of_nothing_of_2024(story, parts, briefing):
    for finding in findings_with(story, "hundreds of ballistic missiles"):
        assert {mention.article for mention in finding.mentions} == {briefing.articles[INDIAN].id}
    for _, text, citations in parts_with(parts, "hundreds"):
        cited = {story.citations[number - 1].article for number in citations}
        assert cited == {briefing.articles[INDIAN].id} or find("square miles", text)


def test_the_article_of_2022_is_background_and_not_a_story_of_its_own(briefing, story):
    assert story.background == (briefing.articles[INDIAN].id,)


def test_kirby_is_the_spokesman_of_the_white_house(briefing, parts):
    roles = {c.attribution.speaker.role for c in briefing.reports[INDIAN].claims if speaker_of(c) == "John Kirby"}
    assert any(role and find("White House", role) for role in roles)
    assert not any(role and find("Pentagon", role) for role in roles)
    assert parts_with(parts, "Kirby")
    assert not parts_with(parts, "Pentagon spokesman")


def test_the_contents_of_the_package_are_the_pentagons(briefing, parts):
    (package,) = claims_of(briefing, INDIAN, "80,000 155mm artillery rounds")
    assert find("Pentagon", speaker_of(package))
    assert find("Himars", package.text)


@pytest.mark.parametrize(
    ("words", "value"),
    [("$275 million", 275e6), ("80,000", 80_000), ("more than $19.3 billion", 19.3e9)],
)
def test_the_figures_of_the_package_are_read_and_printed(story, parts, words, value):
    assert parts_with(parts, words)
    quantities = [q for _, text, _ in parts_with(parts, words) for q in find_quantities(text)]
    assert any(quantity.best == value for quantity in quantities)


def test_80000_counts_rounds_and_155_mm_is_their_calibre(briefing):
    specs = {
        f"{spec.kind} {quantity.printed.text}"
        for weapon in briefing.reports[INDIAN].weapons
        for spec in weapon.specs
        for quantity in (spec.value, spec.restated)
        if quantity
    }
    assert "calibre 155mm" in specs
    assert any(spec.startswith("quantity 80,000") for spec in specs)


def test_ammunition_for_himars_is_printed(parts):
    assert parts_with(parts, "ammunition", "Himars")


def test_the_su_35_goes_from_russia_to_iran_and_is_prospective_and_hedged(briefing, story, parts):
    receiving = [c for c in briefing.reports[INDIAN].claims if find("may receive the aircraft", c.text)]
    assert receiving
    assert all(claim.hedge or claim.act in (Act.PREDICTS, Act.PLANS) for claim in receiving)
    pilots = [c for c in briefing.reports[INDIAN].claims if find("learning to fly", c.text)]
    assert all((claim.hedge and find("reportedly", claim.hedge.text)) or find("may", claim.text) for claim in pilots)
    assert parts_with(parts, "Su-35")
    assert parts_with(parts, "may receive the aircraft")


def test_lammy_declines_to_comment_on_storm_shadow(briefing, parts):
    silent = claims_of(briefing, UK, "operational issues")
    assert {(claim.act, speaker_of(claim)) for claim in silent} == {(Act.DECLINES_TO_COMMENT, "David Lammy")}
    assert parts_with(parts, "Storm Shadow")
    assert parts_with(parts, "Lammy", "would not comment")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Andriy Yermak", "Western weapons"),
        ("James Cleverly", "sordid deals|sent drones|desperate alliance"),
        ("William Burns", "concerns"),
    ],
)
def test_each_of_them_is_printed_with_what_he_said(parts, name, words):
    assert any(find(name, text) and any(find(each, text) for each in words.split("|")) for _, text, _ in parts)


# --- the timeline


@pytest.mark.parametrize(
    ("day", "who"),
    [
        ("2022-12-09", "Kirby|Cleverly|United States"),
        ("2024-09-07", "Burns"),
        ("2024-09-09", "Patel|State Department"),
        ("2024-09-10", "Blinken"),
        ("2024-09-10", "Lammy|Germany, France and Britain"),
    ],
)
def test_the_timeline_has_each_day_with_who_spoke(story, day, who):
    rows = [row for row in section(story, SectionKind.TIMELINE).rows if day in row.cells[0]]
    assert any(find(each, row.cells[1]) for row in rows for each in who.split("|"))


def test_the_three_countries_stand_on_10_september_in_the_timeline(story):
    rows = [row for row in section(story, SectionKind.TIMELINE).rows if "2024-09-10" in row.cells[0]]
    assert any(find("Germany", row.cells[1]) or find("Britain, France", row.cells[1]) for row in rows)


def test_the_meeting_of_friday_is_planned_for_13_september(story):
    rows = [row for row in section(story, SectionKind.TIMELINE).rows if "2024-09-13" in row.cells[0]]
    assert any(find("Biden", row.cells[1]) or find("Starmer", row.cells[1]) for row in rows)


def test_the_transfer_itself_is_dated_to_no_day(story, claims):
    asserted = position(transfer(story), "asserts")
    assert asserted.when is None
    assert not any(claims[m.claim].when and claims[m.claim].when.precision == "day" for m in asserted.mentions)
    rows = section(story, SectionKind.TIMELINE).rows
    for row in rows:
        if re.search(r"(?i)iran (?:has )?sent short-range", row.cells[1]):
            assert row.cells[0].startswith("said ")


def test_last_week_and_over_the_weekend_are_compatible(story):
    stretches = [f for f in story.findings if f.topic is Topic.TIME and findings_named(f, "last week", "the weekend")]
    assert [finding.verdict for finding in stretches] == [Verdict.COMPATIBLE]


def findings_named(finding, *words):
    whens = {position.stance for position in finding.positions}
    return set(words) <= whens


# --- nothing from outside the articles, nothing twice, everything proven

FOREIGN = [
    "North Cardinal",
    "Dorchester",
    "Remind me later",
    "Prosecutor General",
    "undesirable",
    "support us monthly",
    "$2",
    "Ukraine launches huge drone attack on Moscow region",
    "Follow live US election",
    "Canada sanctions Iran",
    "2+2 dialogue",
    "Pompeo",
    "Telegram too",
    "Photo",
    "Five killed",
    "Gokhale",
    "Gujarat",
    "obscene",
    "newindianexpress.com",
    "flipboard",
    "Trump-Musk",
    "Moon mission",
    "Hegseth",
    "Baltic",
    "Arkansas",
    "intellectual property",
    "Copyright",
    "All rights reserved",
]


@pytest.mark.parametrize("words", FOREIGN)
def test_nothing_comes_from_what_stands_around_the_articles(words, parts, claims, story):
    assert not any(find(words, text) for kind, text, _ in parts if kind is not SectionKind.SOURCES)
    assert not any(find(words, claim.text) for claim in claims.values())
    assert not any(find(words, citation.quote.text) for citation in story.citations)


def test_every_quote_stands_in_its_article_at_its_offsets_and_in_a_sentence_that_carries_statements(briefing, story):
    by_id = {article.id: article for article in briefing.articles}
    for citation in story.citations:
        article = by_id[citation.article]
        quote = citation.quote
        assert article.text[quote.start : quote.end] == quote.text
        touched = [s for s in article.sentences if s.span.overlaps(quote.span)]
        assert touched
        assert all(sentence.role.carries_statements for sentence in touched)


def test_every_line_is_proven_by_the_quotes_it_cites(briefing, story, claims):
    speakers = [c.attribution.speaker for c in claims.values() if c.attribution.speaker]
    known = [s.name for s in speakers] + [s.role for s in speakers if s.role] + [a.label for a in briefing.articles]
    ours = (SectionKind.SOURCES, SectionKind.GAPS, SectionKind.CHANGED)
    for part in story.sections:
        for line in part.lines if part.kind not in ours else ():
            for each in (line, *line.details):
                quotes = [story.citations[number - 1].quote.text for number in each.citations]
                assert not quotes or unsupported(each.text, quotes, known=known) is None, each.text


def test_every_statement_that_is_printed_cites_a_quote(story):
    for kind in (SectionKind.AGREED, SectionKind.ATTESTED, SectionKind.WHO_SAID_WHAT, SectionKind.BOTTOM_LINE):
        assert all(line.citations for line in section(story, kind).lines)
    for kind in (SectionKind.NUMBERS, SectionKind.WEAPONS, SectionKind.TIMELINE):
        assert all(row.citations for row in section(story, kind).rows)


def body_of(briefing):
    page = rendered(briefing, Format.TERMINAL, RenderOptions(width=100))
    return re.split(r"(?m)^ANNEX", page)[0]


def test_the_body_has_at_most_900_words_before_the_annex(briefing):
    words = [word for word in body_of(briefing).split() if any(char.isalnum() for char in word)]
    assert 300 <= len(words) <= 900


def test_no_sentence_is_printed_twice(parts):
    texts = [folded(text) for kind, text, citations in parts if citations]
    assert len(texts) == len(set(texts))


def test_no_finding_stands_in_two_sections(story):
    """The timeline may point to what another section tells, and the bottom line to a dispute laid out below; nothing else may."""
    homes = {}
    for part in story.sections:
        for each in (*part.lines, *part.rows) if part.kind is not SectionKind.TIMELINE else ():
            if each.finding:
                homes.setdefault(each.finding, set()).add(part.kind)
    allowed = {SectionKind.BOTTOM_LINE, SectionKind.DISPUTED}
    assert {finding: kinds for finding, kinds in homes.items() if len(kinds) > 1 and kinds != allowed} == {}


def test_no_figure_of_one_dimension_is_disputed_in_five_articles_that_dispute_none(story):
    disputed = [f for f in story.findings if f.verdict is Verdict.DISPUTED]
    assert disputed == []


def test_the_head_counts_articles_and_outlets(briefing):
    header = briefing.header
    assert header.articles == 5
    assert str(header.as_of) == "2024-09-10"
    assert header.matched == header.checked - len(briefing.stories[0].withheld)
    assert all("offline" in reader for reader in header.readers)


def test_75_miles_and_120_kilometers_compare_as_the_same():
    (miles,), (kilometers,) = find_quantities("75 miles"), find_quantities("120 kilometers")
    assert compare(miles, kilometers).relation is Relation.SAME
