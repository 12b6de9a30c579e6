import pytest
from builders import make_article

from summarizer.domain.article import Role
from summarizer.domain.claim import Act
from summarizer.domain.span import Span
from summarizer.language.quotation import find_quotations
from summarizer.language.reporting import Form, act_shown, forms, reporting_noun
from summarizer.reading.offline import OfflineReader
from summarizer.reading.speech import by_sentence, find_utterances


def said(text, **options):
    """Speaker, content (pieces joined by a bar) and kind of every utterance."""
    article = make_article(text, **options)
    return [_shown(article, each) for each in find_utterances(article)]


def _shown(article, utterance):
    speaker = utterance.speaker.cut(article.text) if utterance.speaker else None
    return speaker, " | ".join(piece.cut(article.text) for piece in utterance.content), utterance.kind


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“The bridge is closed,” Mayor Ann Lee said.", "Mayor Ann Lee", "“The bridge is closed,”"),
        (
            "“The bridge is closed,” said Ann Lee, a spokeswoman for the port.",
            "Ann Lee, a spokeswoman for the port",
            "“The bridge is closed,”",
        ),
        ("“The bridge is closed,” the official, Ann Lee, said on Telegram.", "the official, Ann Lee", "“The bridge is closed,”"),
        ("Lee told a news conference: “The bridge is closed.”", "Lee", "“The bridge is closed.”"),
        ("Lee (right) said: “The bridge is closed.”", "Lee (right)", "“The bridge is closed.”"),
        ('"The bridge is closed," she wrote on Facebook.', "she", '"The bridge is closed,"'),
        ("``The bridge is closed,'' Lee said.", "Lee", "``The bridge is closed,''"),
        ("'The bridge is closed,' Lee said after the ministers' talks.", "Lee", "'The bridge is closed,'"),
        ("“Is the bridge closed?” asked Ann Lee.", "Ann Lee", "“Is the bridge closed?”"),
        ("“Close the bridge!” Ann Lee, the mayor, shouted angrily.", "Ann Lee, the mayor", "“Close the bridge!”"),
        ("Ann Lee was blunt: “The bridge is closed for good.”", "Ann Lee", "“The bridge is closed for good.”"),
    ],
)
def test_a_quotation_has_the_speaker_who_stands_beside_it(text, speaker, content):
    assert (speaker, content, "direct") in said(text)


def test_a_quotation_that_its_cue_interrupts_is_one_utterance_in_two_pieces():
    assert said("“The bridge,” Ann Lee said, “is closed.”") == [("Ann Lee", "“The bridge,” | “is closed.”", "direct")]


def test_a_quotation_goes_on_behind_the_full_stop_of_its_cue():
    assert said("“The bridge is closed,” Ann Lee said. “Nobody may cross it today.”") == [
        ("Ann Lee", "“The bridge is closed,” | “Nobody may cross it today.”", "direct")
    ]


def test_paragraphs_with_an_opening_mark_each_are_one_quotation():
    text = "Lee told reporters: “The bridge is closed.\n\n“Nobody may cross it.\n\n“That will change by Friday.”"
    assert said(text) == [("Lee", "“The bridge is closed. | “Nobody may cross it. | “That will change by Friday.”", "direct")]


def test_a_quotation_over_two_paragraphs_waits_for_the_speaker_named_at_its_end():
    text = "Traffic stopped.\n\n“The bridge has been closed.\n\n“Nobody may cross it,” Ann Lee said."
    assert said(text) == [("Ann Lee", "“The bridge has been closed. | “Nobody may cross it,”", "direct")]


def test_a_paragraph_of_quotation_continues_the_last_speaker():
    text = "“The bridge is closed,” Ann Lee said.\n\n“Nobody may cross it today or tomorrow.”\n\nTraffic stopped."
    assert said(text)[0][1] == "“The bridge is closed,” | “Nobody may cross it today or tomorrow.”"


def test_a_quotation_behind_reported_speech_points_to_its_speaker_as_a_hint():
    article = make_article("Ann Lee denied that the bridge was unsafe.\n\n“We test it every single year.”")
    last = find_utterances(article)[-1]
    assert last.speaker is None
    assert last.source_hint.cut(article.text) == "Ann Lee"


def test_words_in_quotation_marks_inside_a_clause_are_mixed_speech():
    assert said("Acme said the offer was “compelling” for its owners.") == [
        ("Acme", "the offer was “compelling” for its owners", "mixed")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The minister said that the port was closed.", "The minister", "that the port was closed"),
        ("The minister told reporters the port was closed.", "The minister", "the port was closed"),
        ("A navy official told the Daily Star that the port was closed.", "A navy official", "that the port was closed"),
        ("The port was closed, the minister said on Monday.", "the minister", "The port was closed"),
        ("The port was closed, according to the harbour police.", "the harbour police", "The port was closed"),
        ("According to the harbour police, the port was closed.", "the harbour police", "the port was closed"),
        ("The port was closed, as reported by the state news agency.", "the state news agency", "The port was closed"),
        ("In a statement on Monday, the port authority said it had closed.", "the port authority", "it had closed"),
        ("The port, the minister said, was closed for repairs.", "the minister", "The port | was closed for repairs"),
        ("The harbour office has denied closing the port.", "The harbour office", "closing the port"),
        ("She declined to comment on the closure.", "She", "the closure"),
        ("The union warned against closing the port.", "The union", "closing the port"),
        ("He vowed to reopen the port within days.", "He", "to reopen the port within days"),
        ("Fishermen urged the minister to reopen the port.", "Fishermen", "the minister to reopen the port"),
        ("Residents believe the port will never reopen.", "Residents", "the port will never reopen"),
        ("A survey of residents found little support for it.", "A survey of residents", "little support for it"),
        ("Scores of boats carry a cargo that police said was stolen.", "police", "was stolen"),
        ("Hart said shortly after on Tuesday that the port was closed.", "Hart", "that the port was closed"),
        ("Senator Joan Hart, who was visiting Oslo, said the port was closed.", "Senator Joan Hart", "the port was closed"),
        ("Norway, Sweden and Denmark said they would close the port.", "Norway, Sweden and Denmark", "they would close the port"),
        ("The ministry repeated Oslo's claim that the port was closed.", "Oslo's", "that the port was closed"),
        ("It followed a warning from Joan Hart that the port was unsafe.", "Joan Hart", "that the port was unsafe"),
    ],
)  # fmt: skip
def test_reported_speech_has_its_speaker_and_its_words(text, speaker, content):
    assert (speaker, content, "indirect") in said(text)


def test_what_is_said_ends_where_the_next_speaker_begins():
    assert said("Oslo said the port was closed, while Bergen insisted it was open.") == [
        ("Oslo", "the port was closed", "indirect"),
        ("Bergen", "it was open", "indirect"),
    ]


def test_two_verbs_share_their_subject():
    assert said("Oslo admitted it had closed the port, but insisted it was safe.") == [
        ("Oslo", "it had closed the port", "indirect"),
        ("Oslo", "it was safe", "indirect"),
    ]


def test_a_finding_is_part_of_what_its_finder_says():
    assert said("Oslo says it was attacked, and has found the wreck of a boat.") == [
        ("Oslo", "it was attacked, and has found the wreck of a boat", "indirect")
    ]


def test_a_refusal_ends_what_was_said_before_it():
    assert said("The port said it knew of the leak but declined to comment further.") == [
        ("The port", "it knew of the leak", "indirect")
    ]


def test_adding_takes_the_speaker_of_the_sentence():
    assert said("“The port is closed,” Joan Hart said, adding that it was unsafe.")[1] == (
        "Joan Hart",
        "that it was unsafe",
        "indirect",
    )


def test_a_report_of_a_report_gives_both_speakers():
    found = said("The Star reported that Oslo believed the port was closed.")
    assert [speaker for speaker, _, _ in found] == ["The Star", "Oslo"]


def test_a_paper_that_quotes_somebody_stands_beside_them():
    found = said("“The port is closed,” the Evening Star quoted Joan Hart as saying.")
    assert found == [
        ("the Evening Star", "“The port is closed,”", "direct"),
        ("Joan Hart", "“The port is closed,”", "direct"),
    ]


def test_who_stands_for_the_words_before_it():
    article = make_article("Joan Hart, who said the port was closed, resigned on Monday.")
    only = find_utterances(article)[0]
    assert (only.speaker.cut(article.text), only.source_hint.cut(article.text)) == ("who", "Joan Hart")
    assert only.content[0].cut(article.text) == "the port was closed"


def test_what_nobody_in_particular_says_has_no_speaker():
    assert said("The vessel is believed to be carrying oil.") == [(None, "The vessel | to be carrying oil", "indirect")]


def test_a_title_names_its_speaker_on_either_side_of_a_colon():
    assert said("Port will stay closed for months: minister", headline=True) == [
        ("minister", "Port will stay closed for months", "indirect")
    ]
    assert said("Hart: port will stay closed for months", headline=True) == [
        ("Hart", "port will stay closed for months", "indirect")
    ]


def test_a_title_in_capitals_is_read_like_any_sentence():
    assert said("Oslo And Bergen Accuse Hart Of Closing The Port", headline=True) == [
        ("Oslo And Bergen", "Hart Of Closing The Port", "indirect")
    ]


def test_a_condemned_attack_is_a_matter_and_no_statement():
    article = make_article("Oslo condemned the attack.\nOslo said the attack was wrong.")
    assert [each.is_statement for each in find_utterances(article)] == [False, True]


def test_narration_is_nobodys_speech():
    assert said("The port closed on Monday. Its two calls for bids found no takers, and the state paid the bill.") == []


def test_would_say_is_not_said_but_would_not_say_is_refused():
    assert said("Hart would say the port was closed.") == []
    assert said("Hart would not say whether the port was closed.") == [("Hart", "whether the port was closed", "indirect")]


def test_a_dateline_is_not_part_of_what_is_said():
    assert said("OSLO (NTB) — The port was closed, police said.") == [("police", "The port was closed", "indirect")]


def test_boilerplate_says_nothing():
    assert said("Hart said the port was closed.", roles={"Hart": Role.BOILERPLATE}) == []


def test_a_long_quotation_comes_apart_by_sentences():
    article = make_article("“It is closed,” Hart said. “It is unsafe.”")
    parts = by_sentence(article, find_utterances(article)[0])
    assert [part.content[0].cut(article.text) for part in parts] == ["“It is closed,”", "“It is unsafe.”"]
    assert [part.sentences for part in parts] == [(1,), (2,)]


def test_spans_lie_in_the_sentences_they_name():
    text = "“The port is closed,” Hart said. “It is unsafe.”\n\nOslo denied that, Bergen’s paper reported, and said so."
    article = make_article(text)
    for each in find_utterances(article):
        named = [article.sentences[number - 1].span for number in each.sentences]
        assert all(any(span.overlaps(piece) for span in named) for piece in each.content)
        assert each.cue is None or each.cue.cut(text)


def _quoted(text):
    return [each.span.cut(text) for each in find_quotations(text, [Span(0, len(text))])]


def test_apostrophes_are_no_quotation_marks():
    assert _quoted("The ministers’ plan and Hart’s ‘final offer’ didn’t pass.") == ["‘final offer’"]
    assert _quoted("It was the '90s, and the sailors' union wasn't asked.") == []


def test_a_quotation_in_a_quotation_is_part_of_it():
    assert _quoted("“He told me: ‘It is closed.’ I left,” she said.") == ["“He told me: ‘It is closed.’ I left,”"]


def test_a_stray_mark_swallows_nothing():
    assert _quoted("The boat is 30” long. It sank.") == []
    assert _quoted("He lost the “ mark. It sank.") == []


def test_ten_thousand_words_without_a_stop_end_quickly():
    assert len(said("Hart said and Oslo said that " * 2000)) <= 1


def test_a_cue_shows_its_act():
    shown = {cue: str(act_shown(cue)) for cue in ("has not explicitly denied", "pointed out", "according to", "warnings")}
    assert shown == {
        "has not explicitly denied": "denies",
        "pointed out": "asserts",
        "according to": "asserts",
        "warnings": "warns",
    }
    assert act_shown("walked") is None
    assert reporting_noun("table") is None


def test_verbs_are_inflected_by_rule_and_by_table():
    assert set(forms("deny")) == {"deny", "denies", "denied", "denying"}
    assert set(forms("admit")) == {"admit", "admits", "admitted", "admitting"}
    assert forms("write")["written"] == {Form.PARTICIPLE}


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The storm struck the coast before dawn on Monday, sinking 3 boats, the harbour board said.",
            "the harbour board",
            "The storm struck the coast before dawn on Monday, sinking 3 boats",
        ),
        (
            "The rebels shelled a bridge and a depot near Lorne, General Ada Roe said on Friday.",
            "General Ada Roe",
            "The rebels shelled a bridge and a depot near Lorne",
        ),
        (
            "The flood hit at 4:10 local time (0310 GMT), the weather service said.",
            "the weather service",
            "The flood hit at 4:10 local time (0310 GMT)",
        ),
        (
            "The bridge is unsafe, the Lorne Gazette reported on Monday, citing a letter.",
            "the Lorne Gazette",
            "The bridge is unsafe",
        ),
        (
            "Two engineers, who asked for anonymity because they fear for their jobs, said that the bolts had rusted.",
            "Two engineers",
            "that the bolts had rusted",
        ),
        ("Acme Steel (ACM.L) said the mill would close.", "Acme Steel", "the mill would close"),
        ("PORT LORNE - The bridge was closed, the mayor said.", "the mayor", "The bridge was closed"),
    ],
)
def test_reported_speech_has_its_speaker_whatever_stands_between(text, speaker, content):
    assert (speaker, content, "indirect") in said(text)


def test_an_age_between_commas_is_not_the_speaker():
    assert said("Shocked neighbour Jo Roe, 43, said: “The walls shook.”") == [
        ("Shocked neighbour Jo Roe, 43", "“The walls shook.”", "direct")
    ]


def test_people_confirmed_dead_confirm_nothing():
    assert said("The search ended as the number of people confirmed dead rose to 63.") == []


def test_a_relative_clause_without_a_comma_does_not_swallow_what_its_owner_says():
    assert ("who", "the report") in [
        each[:2] for each in said("Ann Lee, a lawyer at the port who wrote the report, said it was late.")
    ]


def claims(text):
    """Speaker, act and content of everything that the offline reader proposes."""
    return [(each.speaker, each.act, each.content[0]) for each in OfflineReader().read(make_article(text)).claims]


def test_what_somebody_denies_that_another_did_is_no_claim_about_the_other():
    acts = [
        act for _, act, _ in claims("A Norwegian official denied that Norway had agreed to withdraw its troops from the valley.")
    ]
    assert acts == [Act.DENIES]


def test_what_a_speaker_says_to_have_found_is_one_claim():
    assert [words for *_, words in claims("The ministry said it had found a small leak in the pipeline.")] == [
        "it had found a small leak in the pipeline"
    ]


def test_narration_begins_behind_the_dateline():
    assert claims("LORNE, March 4 (Reuters) - Rain flooded the old town for a third day.") == [
        (None, Act.ASSERTS, "Rain flooded the old town for a third day.")
    ]


def test_why_a_source_is_not_named_is_no_statement():
    text = "Two engineers, who spoke on condition of anonymity because they fear for their jobs, said that the bolts had rusted."
    assert [words for *_, words in claims(text)] == ["that the bolts had rusted"]


def test_those_told_of_in_a_relative_clause_are_not_what_was_said():
    assert said("Acme Air has apologised to two players who were thrown off a plane.") == []
