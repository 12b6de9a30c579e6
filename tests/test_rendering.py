import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.text import Text

from summarizer.briefing import FORMAT_VERSION, Briefing, Header, Reading
from summarizer.domain.article import Article, Credit, Publication, Role, Sentence
from summarizer.domain.claim import Act, Attribution, Claim, Speaker, SpeakerKind
from summarizer.domain.report import Reason, Rejected, Report, Skipped, SkipReason
from summarizer.domain.span import Quote, Span
from summarizer.domain.story import Citation, Line, Row, Section, SectionKind, Story, Withheld
from summarizer.drafts import ClaimDraft, ReportDraft
from summarizer.errors import NotABriefingError
from summarizer.rendering import Format, RenderOptions, render
from summarizer.rendering.columns import widths
from summarizer.rendering.harmless import harmless
from summarizer.rendering.markdown import escaped
from summarizer.rendering.record import parse, schema
from summarizer.rendering.report import report_json, report_text

TEXT = "Floods close the bridge\n\nMayor Ada Brook said “the bridge will stay shut until Friday”. Café owners lost 40 tables."
QUOTE = "the bridge will stay shut until Friday"
ATTACK = "\x1b[31mred\x1b[0m \u202eevil\u202c \x9b2J\x07 <script>x()</script> [x](http://evil.example) `c` | *b* ~~s~~\r\nnext"


def _quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote(start, start + len(words), words)


def _article() -> Article:
    spans = [Span(0, 23), Span(25, 87), Span(88, len(TEXT))]
    return Article(
        id="abc",
        name="floods.txt",
        sha256="0" * 64,
        text=TEXT,
        language="en",
        title="Floods close the bridge",
        outlet=Credit("The River Post", "named in sources.toml"),
        agency=Credit(None, "none named"),
        byline=Credit(None, "none named"),
        dateline=Credit(None, "none named"),
        published=Publication(date(2031, 5, 6), "named in sources.toml"),
        sentences=tuple(
            Sentence(number, number, Role.HEADLINE if number == 1 else Role.BODY, span) for number, span in enumerate(spans, 1)
        ),
    )


def _claim(**changes: Any) -> Claim:
    speaker = Speaker(
        name="Ada Brook", kind=SpeakerKind.PERSON, role="Mayor", side=None, members=(), printed=_quote("Mayor Ada Brook")
    )
    said = Attribution(outlet="The River Post", agency=None, relays=(), speaker=speaker, cue=_quote("said"), said=None)
    claim = Claim(
        id="abc:1",
        article="abc",
        sentences=(2,),
        act=Act.ANNOUNCES_OWN_ACT,
        content=(_quote(QUOTE),),
        attribution=said,
        is_direct=True,
        is_background=False,
        negations=(),
        hedge=None,
        when=None,
        where=None,
        to_whom=None,
        quantities=(),
        names=(),
    )
    return replace(claim, **changes)


def _report() -> Report:
    rejected = Rejected("claim", "the bridge fell", (2,), Reason.WORDS_NOT_FOUND, "fell")
    return Report(article="abc", reader="offline 1", claims=(_claim(),), weapons=(), measures=(), rejected=(rejected,))


SECTIONS = (
    Section(
        SectionKind.BOTTOM_LINE,
        "Bottom line",
        lines=(Line("Ada Brook said the bridge stays shut.", "f1", (1,), (Line("In her words.", None, (2,)),), "only one"),),
    ),
    Section(SectionKind.DISPUTED, "Disputed and denied", empty="Nobody disputes anything."),
    Section(
        SectionKind.NUMBERS,
        "Numbers",
        columns=("figure", "what"),
        rows=(Row(("40", "tables"), "f2", (2,)), Row(("30", "tables"), "f2", (), struck=True)),
    ),
)


def _briefing(sections: tuple[Section, ...] = SECTIONS, **header: Any) -> Briefing:
    story = Story(
        id="s1",
        title="Floods close the bridge",
        articles=("abc",),
        background=(),
        findings=(),
        sections=sections,
        citations=(Citation(1, "abc", "abc:1", _quote(QUOTE)), Citation(2, "abc", "abc:2", _quote("40 tables"))),
        withheld=(Withheld("The bridge fell.", None, "name: fell"),),
        checked=3,
    )
    head = {
        "title": "Floods close the bridge",
        "as_of": date(2031, 5, 7),
        "cutoff": date(2031, 5, 6),
        "articles": 1,
        "outlets": 1,
        "readers": ("offline 1",),
        "checked": 3,
        "matched": 2,
    }
    return Briefing(
        format_version=FORMAT_VERSION,
        program_version="9",
        header=Header(**{**head, **header}),
        articles=(_article(),),
        readings=(
            Reading(article="abc", reader="offline 1", draft=ReportDraft(claims=(ClaimDraft(sentences=(2,), act=Act.ASSERTS),))),
        ),
        reports=(_report(),),
        stories=(story,),
        skipped=(Skipped("photo.jpg", SkipReason.BINARY, "photo.jpg: a picture; name a text"),),
        seals=(),
    )


def _attacked() -> Briefing:
    cells = (ATTACK, ATTACK)
    sections = (
        Section(SectionKind.AGREED, ATTACK, lines=(Line(ATTACK, None, (1,), (Line(ATTACK),), ATTACK),), empty=ATTACK),
        Section(SectionKind.NUMBERS, ATTACK, columns=cells, rows=(Row(cells, None, (1,)), Row(cells, struck=True))),
        Section(SectionKind.GAPS, ATTACK, empty=ATTACK),
    )
    made = _briefing(sections, title=ATTACK, readers=(ATTACK,))
    story = replace(made.stories[0], title=ATTACK, withheld=(Withheld(ATTACK, None, ATTACK),))
    article = replace(made.articles[0], name=ATTACK, outlet=Credit(ATTACK, ATTACK))
    return replace(made, stories=(story, story), articles=(article,), skipped=(Skipped(ATTACK, SkipReason.FAILED, ATTACK),))


def test_every_section_is_on_the_terminal_in_order_with_its_citations() -> None:
    shown = render(_briefing())
    parts = ["Floods close the bridge", "As of 2031-05-07", "2 of 3 sentences match", "photo.jpg: a picture", "BOTTOM LINE"]
    parts += ["stays shut. [1] (only one)", "In her words. [2]", "Nobody disputes anything.", "NUMBERS", "ANNEX", "Withheld"]
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_the_annex_names_outlet_speaker_words_and_place() -> None:
    shown = " ".join(render(_briefing(), options=RenderOptions(width=200)).split())
    assert f"[1] The River Post · Ada Brook (Mayor): “{QUOTE}” (characters 47–85 of floods.txt)" in shown


@pytest.mark.parametrize("width", [40, 80, 132, 300])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for briefing in (_briefing(), _attacked()):
        assert max(cell_len(line) for line in render(briefing, options=RenderOptions(width=width)).splitlines()) <= width


def test_a_wider_terminal_is_used() -> None:
    long = replace(SECTIONS[0], lines=(Line("The bridge stays shut for repairs that the council pays for. " * 4),))
    lengths = [len(render(_briefing((long,)), options=RenderOptions(width=width)).splitlines()) for width in (60, 120)]
    assert lengths[1] < lengths[0]


def test_a_superseded_row_is_told_also_without_colour() -> None:
    assert "superseded: 30" in " ".join(render(_briefing()).split())


def test_without_colour_there_is_no_escape_and_with_colour_struck_rows_are_struck() -> None:
    assert "\x1b" not in render(_briefing())
    coloured = render(_briefing(), options=RenderOptions(colour=True))
    assert re.search(r"\x1b\[2;9msuperseded: 30", coloured)
    assert Text.from_ansi(coloured).plain.split() == render(_briefing()).split()


def test_words_of_an_article_cannot_act_on_a_terminal() -> None:
    shown = render(_attacked())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown)
    coloured = render(_attacked(), options=RenderOptions(colour=True))
    assert set(re.findall(r"\x1b(?!\[[\d;]*m)", coloured)) == set()
    assert "\x1b[31mred" not in coloured


@given(st.text())
def test_harmless_text_is_one_printable_line_and_stays_as_it_is(text: str) -> None:
    once = harmless(text)
    assert harmless(once) == once
    assert len(once.splitlines()) <= 1
    assert once.encode("utf-8").decode("utf-8") == once


def test_harmless_keeps_letters_of_every_script_and_joined_emoji() -> None:
    kept = "Zoë naïve 北京 العربية नमस्ते 👩\u200d🚀 “quoted” – dash…"
    assert harmless(kept) == kept
    assert harmless("soft\u00adhyphen  zero\u200bwidth\x1b[2J\u202e") == "softhyphen zerowidth␛[2J�"


def _tokens(page: str) -> list[Any]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    return [*tokens, *(child for token in tokens for child in token.children or ())]


def _text_of(tokens: list[Any]) -> str:
    return "".join(token.content for token in tokens if token.type in ("text", "text_special"))


def test_words_of_an_article_cannot_be_markdown() -> None:
    attacked = [token.type for token in _tokens(render(_attacked(), Format.MARKDOWN))]
    assert {"html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence"}.isdisjoint(attacked)
    assert attacked.count("tr_open") == 2 * (1 + 2)  # two stories, each with a head and two rows


@given(st.text(alphabet=st.sampled_from("ab1 .)(#+-=>*_`~[]!<&|\\:@$\n\thtpw/s"), max_size=40))
def test_escaped_words_read_as_themselves_in_a_list(text: str) -> None:
    tokens = _tokens(f"- x {escaped(text)}")
    assert _text_of(tokens) == f"x {harmless(text)}".strip()
    alone = _tokens(f"- {escaped(text)}")
    assert _text_of(alone) == harmless(text)
    assert sum(token.type.endswith("_open") for token in alone) <= 3  # the list, its item and a paragraph


def test_escaped_addresses_are_not_linked_by_themselves() -> None:
    assert escaped("see https://evil.example, www.evil.example and a@b.example") == (
        "see https\\://evil.example, www\\.evil.example and a&#64;b.example"
    )


def test_markdown_cites_with_footnotes_that_are_all_defined() -> None:
    page = render(_briefing(), Format.MARKDOWN)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", page))
    defined = re.findall(r"^\[\^(\d+)\]: ", page, flags=re.MULTILINE)
    assert used == {"1", "2"} == set(defined)
    assert len(defined) == 2
    assert "| ~~30~~ | ~~tables~~ |" in page


def test_several_stories_are_numbered_and_one_is_not() -> None:
    one = _briefing()
    two = replace(one, stories=one.stories * 2)
    assert "Story 1 of" not in render(one) + render(one, Format.MARKDOWN)
    assert all(f"Story {n} of 2" in text for n in (1, 2) for text in (render(two), render(two, Format.MARKDOWN)))


def test_footnotes_of_two_stories_do_not_collide() -> None:
    one = _briefing()
    page = render(replace(one, stories=one.stories * 2), Format.MARKDOWN)
    defined = re.findall(r"^\[\^(.+?)\]: ", page, flags=re.MULTILINE)
    assert sorted(defined) == ["1-1", "1-2", "2-1", "2-2"]
    assert set(re.findall(r"\[\^(.+?)\](?!:)", page)) == set(defined)


def test_a_record_comes_back_as_the_same_value() -> None:
    for briefing in (_briefing(), _attacked(), _briefing(as_of=None, cutoff=None)):
        assert parse(render(briefing, Format.JSON)) == briefing


def test_a_record_keeps_characters_and_dates_and_the_order_of_fields() -> None:
    text = render(_briefing(), Format.JSON)
    assert "Café" in text
    assert json.loads(text)["header"]["as_of"] == "2031-05-07"
    assert list(json.loads(text))[:3] == ["format_version", "program_version", "header"]


def test_a_record_fits_the_schema_and_a_stranger_does_not() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    record = json.loads(render(_briefing(), Format.JSON))
    validator.check_schema(schema())
    validator.validate(record)
    assert not validator.is_valid({**record, "stranger": 1})
    assert not validator.is_valid({**record, "format_version": FORMAT_VERSION + 1})


def _altered(path: str, value: Any) -> str:
    record = json.loads(render(_briefing(), Format.JSON))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = record
    for step in steps:
        place = place[step]
    place[last] = value
    return json.dumps(record)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not JSON"),
        ("Once upon a time", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "without a format_version"),
        ('{"a": 1}', "without a format_version"),
        ('{"format_version": 99}', "format 99"),
        ('{"format_version": 1}', "program_version"),
        (_altered("header.as_of", "soon"), "header.as_of"),
        (_altered("header.as_of", "2031-05-07T00:00:00"), "header.as_of"),
        (_altered("header.stranger", 1), "header.stranger"),
        (_altered("stories.0.sections.0.kind", "gossip"), "stories.0.sections.0.kind"),
        (_altered("articles.0.sentences.1.span.end", 3), "articles.0.sentences.1.span"),
        (_altered("stories.0.citations.0.number", True), "stories.0.citations.0.number"),
    ],
)
def test_what_is_no_record_is_refused_in_one_line_that_names_the_place(text: str, why: str) -> None:
    with pytest.raises(NotABriefingError) as failure:
        parse(text)
    assert why in str(failure.value)
    assert "\n" not in str(failure.value)


def test_a_record_that_another_program_wrote_again_is_the_same() -> None:
    text = render(_briefing(), Format.JSON)
    assert parse(json.dumps(json.loads(text), sort_keys=True)) == parse(text)


def test_a_report_shows_claims_with_their_speakers_and_what_was_rejected() -> None:
    shown = " ".join(report_text(_article(), _report(), RenderOptions(width=200)).split())
    assert f"Ada Brook (Mayor) announces own act: “{QUOTE}” [sentence 2]" in shown
    assert "claim “the bridge fell” [sentence 2]: words not in the cited sentences: fell" in shown
    assert "Published: 2031-05-06 (named in sources.toml)" in shown
    assert json.loads(report_json(_article(), _report()))["report"]["claims"][0]["act"] == "announces_own_act"


def test_a_table_gives_room_where_most_is_said_and_keeps_words_and_dates_whole() -> None:
    cells = ("2031-05-06", "the council says in a long sentence that the bridge will stay shut until the repairs are done", "40")
    room = widths([("day", "what", "count"), cells], 60)
    assert sum(room) + 2 * 2 == 60
    assert room[0] == 10
    assert room[2] == 5


@given(st.lists(st.lists(st.text("ab- ", max_size=60), min_size=3, max_size=3), min_size=1, max_size=4), st.integers(20, 90))
def test_columns_never_take_more_than_there_is(rows: list[list[str]], available: int) -> None:
    assert sum(widths(rows, available)) + 2 * 2 <= available
    assert all(width >= 1 for width in widths(rows, available))
