"""Bytes to articles: text frozen as it came, sentences that cover it, credits and dates with their basis."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.article import Article, Credit, Publication, Role
from summarizer.domain.report import Skipped, SkipReason
from summarizer.loading import MAX_BYTES, SourceFacts, load, restore
from summarizer.loading.languages import language_of
from summarizer.loading.sentences import sentences

REPORT = "The bridge at Lorne was closed on Monday, the police said. Nobody was hurt.\n"


def article(text, *, name="a.txt", facts=None):
    found = load(text.encode("utf-8") if isinstance(text, str) else text, name=name, facts=facts)
    assert isinstance(found, Article), found
    return found


def skipped(data, *, name="a.txt"):
    found = load(data, name=name)
    assert isinstance(found, Skipped), found
    return found


def split(text):
    return [span.cut(text) for span in sentences(text, 0)]


# --- the text


def test_the_text_is_frozen_with_its_newlines_and_hashed(seeds):
    text = "Rain fell on Lorne for a week.\r\n\r\nThe town was flooded, the mayor said.\r\n"
    found = article(text)
    assert found.text == text
    assert found.sha256[:12] == found.id
    assert [found.words_of(number) for number in (1, 2)] == [
        "Rain fell on Lorne for a week.",
        "The town was flooded, the mayor said.",
    ]


def test_every_seed_is_one_restored_from_its_record(seeds):
    for path in sorted(seeds.glob("*.txt")):
        found = article(path.read_bytes(), name=path.name)
        assert found.text.encode("utf-8") == path.read_bytes()
        assert found.language == "en"
        assert restore(found) == found


PIECES = st.sampled_from(
    ["The army said so. ", "\n", "\r\n", "\n\n", "Read more:\n", "“Yes,” ", 'he said. "', "By AFP\n", "LONDON (AP) — ", "U.S. ",
     "p.m. ", "Comments\n", "© 2019 X. ", "Dear readers,\n", "2024-09-10\n", "🚢 ", "\u2028", "…", "' ",
     "Photo", "(Photo | AP)\n", "# ", "\ufeff", "you "]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
CREDITS = st.none() | st.builds(
    Credit,
    st.none() | st.just("The Post"),
    st.sampled_from(["not in the text", "byline in the text", "not named in the text", "x"]),
)
DATES = st.none() | st.builds(Publication, st.none() | st.dates(), st.sampled_from(["no date in the text", "given"]))
FACTS = st.builds(SourceFacts, outlet=CREDITS, agency=CREDITS, byline=CREDITS, published=DATES)


@given(TEXTS, FACTS)
def test_an_article_is_restored_from_its_record_whatever_its_text(text, facts):
    found = load(text.encode("utf-8", "replace"), name="x", facts=facts)
    assert isinstance(found, Skipped) or restore(found) == found


@given(TEXTS)
def test_every_character_but_white_space_lies_in_exactly_one_sentence(text):
    found = load(text.encode("utf-8", "replace"), name="x")
    if isinstance(found, Skipped):
        return
    covered = [offset for one in found.sentences for offset in range(one.span.start, one.span.end)]
    assert covered == sorted(set(covered))
    assert all(char.isspace() for offset, char in enumerate(found.text) if offset not in set(covered))
    assert [one.number for one in found.sentences] == list(range(1, len(found.sentences) + 1))
    assert all(one.span.cut(found.text) == one.span.cut(found.text).strip() for one in found.sentences)


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    assert isinstance(load(data, name="x"), Article | Skipped)


def test_a_changed_word_date_or_role_differs_from_its_restored_self():
    found = article("LONDON (AP) — The bridge was closed on Monday, the police said. Nobody was hurt.")
    for change in (
        {"text": found.text.replace("Monday", "Sunday")},
        {"agency": Credit("AFP", found.agency.basis)},
        {"published": Publication(date(2020, 1, 1), found.published.basis)},
        {"title": "Bridge falls"},
        {"language": "fr"},
    ):
        changed = dataclasses.replace(found, **change)
        assert restore(changed) != changed


# --- what is no article


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", SkipReason.EMPTY),
        (b" \n\t\r\n", SkipReason.EMPTY),
        ("\ufeff\n".encode(), SkipReason.EMPTY),
        (b"%PDF-1.7 the report said", SkipReason.BINARY),
        (b"PK\x03\x04 word/document.xml", SkipReason.BINARY),
        (b"The army said\x00so.", SkipReason.BINARY),
        (b"\x89PNG\r\n\x1a\n", SkipReason.BINARY),
        ("“Yes”, he said. ".encode() + b"\xff\xfe no", SkipReason.ENCODING),
        (b"\xef\xbb\xbfThe army \xff said", SkipReason.ENCODING),
        (b"x" * (MAX_BYTES + 1), SkipReason.TOO_LARGE),
        (b'{"title": "Bridge closed", "body": "The bridge was closed."}', SkipReason.NO_ARTICLE),
        (b"<?xml version='1.0'?><rss><channel/></rss>", SkipReason.NO_ARTICLE),
        (b"ADVERTISEMENT\nRead more:\nHome | World\n", SkipReason.NO_ARTICLE),
        (b"<!DOCTYPE html><html><body></body></html>", SkipReason.NO_ARTICLE),
    ],
)
def test_what_is_no_article_is_skipped_with_its_reason_and_name(data, reason):
    found = skipped(data, name="odd.txt")
    assert (found.reason, found.name) == (reason, "odd.txt")
    assert "odd.txt" in found.message
    assert "\n" not in found.message


# --- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_one_text_in_any_certain_encoding_is_one_article(encoding):
    text = "“We were lucky,” said the mayor of Orléans – a town of 115,000. The bridge cost £3m.\n"
    assert article(text.encode(encoding)).id == article(text).id


def test_a_russian_code_page_is_recognised_and_labelled():
    text = "Министр сказал в пятницу, что мост закрыт после аварии. В полиции сообщили, что никто не пострадал.\n" * 3
    found = article(text.encode("cp1251"))
    assert (found.text, found.language) == (text, "ru")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge was closed on Monday, the police said, and it will not open for a week."),
        (
            "de",
            "Die Brücke ist nach dem Unfall für eine Woche gesperrt, sagte die Polizei, und das Rathaus ist nicht erreichbar.",
        ),
        ("fr", "Le pont est fermé depuis lundi, selon la police, et les habitants de la ville ne sont pas contents."),
        ("es", "El puente está cerrado desde el lunes, según la policía, y los vecinos no saben cuándo se abre."),
        ("uk", "Міст закрили в понеділок після аварії, повідомила поліція."),
        ("zh", "警方周一表示,大桥已经关闭。"),
        ("und", "Lorne 42"),
    ],
)
def test_the_language_is_guessed_from_script_and_small_words(language, text):
    assert language_of(text) == language


def test_a_text_in_another_language_is_labelled_not_skipped():
    assert (
        article("Le pont est fermé depuis lundi, selon la police, et les habitants de la ville sont inquiets.").language == "fr"
    )


# --- sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "It was 5 p.m. Friday when Gen. A. B. Okoro met Mr. Poe.",
        "The U.S. Army and the U.K. sent No. 5 Squadron to St. Mary on Sept. 9.",
        "Sen. Ann Lee, R-Ky., said the $1.5 billion bill failed at 6 a.m. Eastern.",
        "He asked: “Why? Who did it? We want to know.”",
        "George W. Bush and J. K. Rowling met Lt. Col. Max Moe vs. the team.",
        "They left at 10 p.m. (2100 GMT), the ministry said.",
    ],
)
def test_abbreviations_and_hours_do_not_end_a_sentence(sentence):
    assert split(f"{sentence} Then they left.") == [sentence, "Then they left."]


def test_quotation_marks_stay_with_their_words():
    assert split('"We go," she said. "Now." He left. “Stay.” Nobody spoke.') == [
        '"We go," she said.', '"Now."', "He left.", "“Stay.”", "Nobody spoke.",
    ]  # fmt: skip


def test_a_full_stop_without_a_space_behind_it_still_ends_a_sentence():
    assert split("The bridge was closed.Nobody was hurt.") == ["The bridge was closed.", "Nobody was hurt."]


def test_a_newline_ends_a_sentence_unless_the_text_is_hard_wrapped():
    wrapped = (
        "KARVIA, March 3 (Reuters) - Rebels in the north of Karvia attacked a convoy on\n"
        "Sunday, killing at least nine soldiers, two officials said, in the deadliest\n"
        "raid since a truce collapsed in January.\n\n"
        "The army did not comment. A spokesman for the rebels, who spoke by telephone\n"
        "from an undisclosed place, denied it.\n"
    )
    assert [one.paragraph for one in article(wrapped).sentences] == [1, 2, 2]
    assert article(wrapped).words_of(1).endswith("collapsed in January.")
    listed = "Two dead in flood\nBridge closed for a week\nMayor resigns\nThe mayor of Lorne resigned on Monday, the town said.\n"
    assert len(article(listed).sentences) == 4


# --- credits and dates that the text prints


@pytest.mark.parametrize(
    ("line", "place", "agency", "outlet"),
    [
        ("LONDON (AP) — The bridge was closed on Monday, the police said after a crash.", "LONDON", "AP", None),
        ("WASHINGTON: The bridge was closed on Monday, the police said after a crash.", "WASHINGTON", None, None),
        ("Washington, Sept 9 (AFP) Sep 09, 2024\nThe bridge was closed on Monday, the police said.", "Washington", "AFP", None),
        ("NAIROBI, Kenya (AP) _ The bridge was closed on Monday, the police said after a crash.", "NAIROBI, Kenya", "AP", None),
        ("Washington (CNN) The bridge was closed on Monday, the police said after a crash there.", "Washington", None, "CNN"),
        ("NEW YORK, Feb. 5, 2018 /PRNewswire/ -- Harbour Inc. has sold its bridge, it said.", "NEW YORK", "PR Newswire", None),
        ("The bridge was closed on Monday, the police said after a crash.\nSource: Associated Press", None, "AP", None),
        ("By AFP\nThe bridge was closed on Monday, the police said after a crash there.", None, "AFP", None),
        ("The bridge was closed on Monday, the police said after a crash.\nCopyright Agence France-Presse.", None, "AFP", None),
        ("The bridge was closed, the police said.\n© 2019 Harbour Post. All rights reserved.", None, None, "Harbour Post"),
        ("The bridge was closed on Monday, the police said after a crash. (Reuters)", None, "Reuters", None),
    ],
)  # fmt: skip
def test_datelines_and_credit_lines_name_place_agency_and_outlet(line, place, agency, outlet):
    found = article(line)
    assert (found.dateline.name, found.agency.name, found.outlet.name) == (place, agency, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "He told Reuters on Monday that the bridge was closed after a crash there.",
        "Breaking: The bridge was closed on Monday, the police said after a crash.",
        "The Army (AP has learned) closed the bridge on Monday after a crash there.",
    ],
)
def test_a_sentence_that_names_an_agency_is_no_credit(line):
    found = article(line)
    assert (found.dateline.name, found.agency.name) == (None, None)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published: 10th December 2022 01:01 PM  |  Last Updated: 11th December 2022", date(2022, 12, 10)),
        ("Last updated: 3 May 2021", date(2021, 5, 3)),
        ("Updated 5:20 PM ET, Thu July 18, 2019", date(2019, 7, 18)),
        ("Thursday, July 18, 2019", date(2019, 7, 18)),
        ("2024-09-10T08:00:00Z", date(2024, 9, 10)),
        ("Sept. 9, 2024", date(2024, 9, 9)),
        ("Published on 18/07/2019", date(2019, 7, 18)),
        ("Published on 03/04/2024", None),
        ("Published: 31 February 2024", None),
    ],
)
def test_a_stamp_dates_the_article(stamp, day):
    found = article(f"Bridge closed after a crash in Lorne\n{stamp}\n{REPORT}")
    assert found.published.day == day
    assert found.title == "Bridge closed after a crash in Lorne"


def test_a_date_in_a_caption_or_in_the_report_is_not_the_day_of_publication():
    found = article(
        "Bridge closed after a crash in Lorne\nThe bridge in Lorne on May 2, 2019. (Photo: AP)\n"
        "The bridge was closed on June 3, 2020, the police said. It was built in 1880.\nCopyright 2021 Harbour Post.\n"
    )
    assert found.published == Publication(None, "no date in the text")


def test_a_byline_is_named_without_the_word_by():
    assert (
        article(f"Bridge closed after a crash\nBy Jane Doe, Harbour Post | 3 May 2021\n{REPORT}").byline.name
        == "Jane Doe, Harbour Post"
    )


def test_stated_facts_go_before_what_the_text_prints():
    facts = SourceFacts(outlet=Credit("The Post", "its owner"), published=Publication(date(2020, 1, 2), "its owner"))
    found = article(f"By AFP\n2019-01-01\n{REPORT}", facts=facts)
    assert found.label == "The Post"
    assert (found.outlet, found.published, found.agency.name) == (facts.outlet, facts.published, "AFP")


def test_the_title_is_the_headline_as_printed():
    assert article(f"# Mayor’s “final” bridge closes\n\n{REPORT}").title == "Mayor’s “final” bridge closes"
    assert article(REPORT).title is None


# --- HTML

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge closes after crash | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Bridge closes after crash">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"datePublished": "2023-03-14T09:12:00Z",
"headline": "Bridge closes after crash", "author": {"@type": "Person", "name": "Jane Doe"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Bridge closes after crash</h1>
<p>The bridge at Lorne was closed on Tuesday after a lorry hit a pillar, the police said.</p>
<figure><img src="a.jpg"><figcaption>The bridge at Lorne (Photo: AP)</figcaption></figure>
<p>Nobody was hurt. &ldquo;We were lucky,&rdquo; said the mayor, Ann Lee, who had asked for repairs in 2021.</p>
<p>The bridge will open again on Friday, according to the operator.</p></article>
<aside><a href="/x">Mayor wins third term</a></aside><footer>&copy; 2023 Harbour Media</footer></body></html>"""


def test_a_page_gives_its_paragraphs_and_what_its_metadata_say():
    found = article(PAGE, name="page.html")
    assert [found.words_of(one.number) for one in found.sentences if one.role is Role.BODY] == [
        "The bridge at Lorne was closed on Tuesday after a lorry hit a pillar, the police said.",
        "Nobody was hurt.",
        "“We were lucky,” said the mayor, Ann Lee, who had asked for repairs in 2021.",
        "The bridge will open again on Friday, according to the operator.",
    ]
    assert found.title == "Bridge closes after crash"
    assert found.outlet == Credit("The Harbour Post", "page metadata")
    assert found.byline == Credit("Jane Doe", "page metadata")
    assert found.published == Publication(date(2023, 3, 14), "page metadata")
    assert restore(found) == found


def test_a_page_is_known_by_its_content_whatever_its_name():
    assert article(PAGE, name="page.txt") == article(PAGE.replace("page.html", "page.txt"), name="page.txt")
    assert article(PAGE, name="-").sha256 == article(PAGE, name="page.html").sha256


def test_facts_go_before_page_metadata():
    facts = SourceFacts(published=Publication(date(2020, 1, 2), "its owner"))
    assert article(PAGE, facts=facts).published == facts.published


def test_an_old_page_is_read_in_the_encoding_that_it_declares():
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-2"').replace("Ann Lee", "Jiří Bělák")
    assert "Jiří Bělák" in article(page.encode("iso-8859-2")).text


def test_angle_brackets_in_a_text_do_not_make_it_a_page():
    assert article(f"<b>{REPORT}").text == f"<b>{REPORT}"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("March 4, 2025 8:14 AM EST Updated 2 hours ago", date(2025, 3, 4)),
        ("07:00, Thu, Jan 16, 2025 | UPDATED: 08:12, Thu, Jan 16, 2025", date(2025, 1, 16)),
        ("January, 15, 2025 - 22:40", date(2025, 1, 15)),
        ("2025-01-15", date(2025, 1, 15)),
        ("02/24/2025 February 24, 2025", date(2025, 2, 24)),
    ],
)
def test_a_stamp_with_more_behind_its_day_is_still_a_stamp(stamp, day):
    found = article(f"Bridge at Lorne closed after the flood\n\n{stamp}\n\n{REPORT}")
    assert found.published.day == day
    assert all(stamp[:10] not in each.span.cut(found.text) for each in found.sentences if each.role.carries_statements)


@pytest.mark.parametrize("line", ["The Lorne Herald", "BBC News", "The Sun", "New York Post"])
def test_a_line_that_is_only_the_name_of_a_paper_names_the_outlet(line):
    assert article(f"Bridge at Lorne closed after the flood\n\n{line}\nMarch 4, 2025\n\n{REPORT}").outlet.name == line


@pytest.mark.parametrize("line", ["Breaking News", "Google News", "By Ann Lee", "World News"])
def test_a_menu_or_a_byline_names_no_outlet(line):
    assert article(f"Bridge at Lorne closed after the flood\n\n{line}\nMarch 4, 2025\n\n{REPORT}").outlet.name is None


def test_the_firm_and_the_year_behind_a_copyright_are_no_part_of_the_outlet():
    found = article(
        f"Bridge at Lorne closed after the flood\n\n{REPORT}\nCopyright The Lorne Echo Limited 2025. All rights reserved.\n"
    )
    assert found.outlet.name == "The Lorne Echo"
