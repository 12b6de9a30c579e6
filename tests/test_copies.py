"""How much text two articles share, and what is a copy."""

from time import process_time

import pytest
from builders import make_article

from summarizer.domain.article import Role
from summarizer.reconciling.copies import overlaps, text_overlap
from summarizer.reconciling.copy_words import quoted_spans

WIRE = (
    "A cargo ferry with 41 people on board ran aground on a sandbank off the northern island early on Monday.",
    "Rescue boats brought all passengers ashore within three hours and nobody was badly hurt, the coast guard said.",
    "The captain had reported engine trouble shortly before midnight and asked for a tug that never came.",
    "Investigators boarded the vessel in the afternoon to secure the voyage recorder and to question the crew.",
    "The ferry line has run the route since 1987 and had been warned twice about overdue maintenance.",
    "Two crossings a day are cancelled until a replacement ship arrives from the mainland on Thursday.",
    "Fishermen said the channel had not been dredged since the harbour authority lost its funding.",
    "The transport ministry promised a report on the accident by the end of the month.",
)
LOCAL = (
    "Our reporter watched from the pier as the last families came down the gangway wrapped in grey blankets.",
    "The town opened its sports hall for the night and volunteers cooked soup for everyone who stayed.",
    "A retired teacher who has taken the boat every week for years said she would now think about moving.",
)
OTHER = (
    "More than forty travellers were safe on Monday after their ship hit a shoal near the island's harbour in the dark.",
    "Officials blamed a broken engine, and unions pointed to years of thin budgets at the company that operates the line.",
    "Lifeboats from three villages took part, and by breakfast the decks were empty apart from a few stranded cars.",
    "Sailings stay suspended for most of the week, which leaves the islanders with one small plane a day.",
)
REWRITTEN = (  # each sentence of the wire story in other words
    "On Monday morning a cargo ferry carrying 41 people ran onto a sandbank near the northern island.",
    "All passengers were brought to shore by rescue boats inside three hours, the coast guard stated, with nobody badly injured.",
    "Shortly before midnight the captain had told of engine problems and requested a tug, which did not come.",
    "In the afternoon investigators went aboard the vessel, securing its voyage recorder and questioning the crew.",
    "The line has operated the ferry route since 1987 and was twice warned over overdue maintenance work.",
    "Until a replacement ship comes from the mainland on Thursday, two daily crossings stay cancelled.",
    "According to fishermen, the harbour authority has not dredged the channel since losing its funding.",
    "By the end of this month the transport ministry wants to present a report on what led to the accident.",
)
STATEMENT = (
    "“We are deeply sorry for the fright that our guests had to live through last night, and we will work with the authorities "
    "until every question about this accident has been answered in public,” said Marta Lindqvist, head of the line."
)


def article(*sentences, outlet=None, **kwargs):
    return make_article("\n".join(sentences), outlet=outlet, **kwargs)


def only(*articles):
    found = overlaps(articles)
    assert len(found) == 1
    return found[0]


def test_two_printings_of_one_wire_story_are_copies():
    overlap = only(article(*WIRE, outlet="North Post"), article(*WIRE, outlet="South Post"))
    assert overlap.is_copy
    assert overlap.share == 1.0


def test_a_cut_to_four_sentences_is_still_a_copy():
    assert only(article(*WIRE), article(*WIRE[:4])).is_copy


def test_a_changed_lead_and_local_paragraphs_do_not_hide_a_copy():
    changed = article(
        "Dozens had a narrow escape when a boat struck ground.", WIRE[1], LOCAL[0], *WIRE[2:4], LOCAL[1], *WIRE[4:7]
    )
    assert only(article(*WIRE), changed).is_copy


def test_an_editor_who_changes_a_word_in_each_sentence_makes_no_new_text():
    edited = [sentence.replace(" the ", " this ", 1).replace("ferry", "boat") for sentence in WIRE]
    assert only(article(*WIRE), article(*edited)).is_copy


def test_a_story_retold_sentence_by_sentence_in_other_words_is_a_rewrite():
    overlap = only(article(*WIRE), article(*REWRITTEN))
    assert overlap.rewritten
    assert not overlap.is_copy


def test_two_reports_of_one_event_in_their_own_words_are_not_copies():
    assert overlaps([article(*WIRE), article(*OTHER)]) == ()


def test_one_statement_that_two_reports_quote_does_not_make_them_copies():
    overlap = only(article(WIRE[0], STATEMENT, *WIRE[1:3]), article(OTHER[0], STATEMENT, *OTHER[1:3]))
    assert not overlap.is_copy
    assert overlap.share > 0.3
    assert overlap.narrated < 0.2


def test_a_report_that_shares_one_paragraph_is_partial_and_shows_the_passage():
    first, second = article(*WIRE), article(*OTHER, WIRE[4])
    overlap = only(first, second)
    assert not overlap.is_copy
    assert 0.1 < overlap.narrated < 0.4
    mine, theirs = overlap.passages[0]
    assert mine.text == theirs.text == WIRE[4].rstrip(".")
    assert first.text[mine.start : mine.end] == mine.text
    assert second.text[theirs.start : theirs.end] == theirs.text


def test_passages_name_the_articles_in_the_order_given_whichever_is_longer():
    long, short = article(*WIRE), article(*WIRE[2:6])
    for a, b in ((long, short), (short, long)):
        overlap = only(a, b)
        assert (overlap.a, overlap.b) == (a.id, b.id)
        for mine, theirs in overlap.passages:
            assert a.text[mine.start : mine.end] == mine.text
            assert b.text[theirs.start : theirs.end] == theirs.text


def test_captions_and_boilerplate_of_one_site_never_make_a_copy():
    furniture = (
        "Sign up for our morning letter and never miss what the islands talk about, delivered to your inbox before breakfast.",
        "Members of our supporters' club read without advertising and are invited to talks with the newsroom twice a year.",
        "A boat of the rescue society in the harbour, in an archive photograph from an exercise in the spring.",
    )
    roles = {"Sign up": Role.BOILERPLATE, "Members of": Role.BOILERPLATE, "archive photograph": Role.CAPTION}
    pages = [article(*text, *furniture, outlet="Island Post", roles=roles) for text in (WIRE[:3], LOCAL)]
    assert overlaps(pages) == ()


def test_an_article_made_of_quotations_from_another_that_it_names_is_taken_from_it():
    exclusive = article(*WIRE[:2], STATEMENT, *WIRE[3:], outlet="Harbour Gazette")
    short = "In a statement sent to the Harbour Gazette, the company spoke."
    assert only(exclusive, article(short, STATEMENT, outlet="Metro Wave")).is_copy
    assert not only(exclusive, article("The company spoke in the evening.", STATEMENT, outlet="Metro Wave")).is_copy


def test_more_printings_than_are_compared_each_with_each_stay_connected():
    printings = [article(*WIRE, outlet=f"Paper {number}") for number in range(40)]
    found = overlaps(printings)
    assert len(found) < 40 * 39 / 2
    assert {each.id for each in printings} == {end for overlap in found for end in (overlap.a, overlap.b) if overlap.is_copy}


def test_the_work_grows_with_shared_text_and_not_with_pairs():
    unlike = [
        make_article(
            "\n".join(f"Item {number}x{line} names {number * 7 + line}a and {number}b{line} alone." for line in range(20))
        )
        for number in range(400)
    ]
    before = process_time()
    assert overlaps(unlike) == ()
    assert process_time() - before < 2  # 79,800 pairs; comparing each would take minutes


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we will go” and left.", ["“we will go”"]),
        ('He said "we will go" and "stay".', ['"we will go"', '"stay"']),
        ("He said 'we will go' to the workers' hall, didn't he.", ["'we will go'"]),
        ("“It runs on.\n“And ends here,” she said.", ["“It runs on.\n", "“And ends here,”"]),
        ("Nothing at all", []),
    ],
)
def test_quoted_words_are_found_in_every_style_of_marks(text, quoted):
    assert [span.cut(text) for span in quoted_spans(text)] == quoted


def test_plain_texts_share_what_their_narration_shares():
    assert text_overlap("\n".join(WIRE), "\n".join(WIRE[:4])) == 1.0
    assert text_overlap("\n".join(WIRE), "\n".join(OTHER)) == 0.0
    assert text_overlap("", "\n".join(WIRE)) == 0.0


def test_the_real_articles_of_the_seeds_are_no_copies_of_each_other(seeds):
    articles = [make_article(path.read_text("utf-8"), name=path.name) for path in sorted(seeds.glob("*.txt"))]
    assert len(articles) > 1
    assert not any(overlap.is_copy or overlap.rewritten for overlap in overlaps(articles))
