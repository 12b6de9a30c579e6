"""Proof: what the words of an article show passes, and any change of a number, unit, name, date or negation is rejected."""

import pytest
from builders import make_article
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.claim import Act
from summarizer.domain.measure import MeasureKind, Stage
from summarizer.domain.report import Reason
from summarizer.domain.weapon import SpecKind
from summarizer.drafts import ClaimDraft, MeasureDraft, ReportDraft, SpecDraft, WeaponDraft
from summarizer.grounding import ground

TEXT = """Norway sends launchers

Norway has delivered 24 launchers to Estonia, Defence Minister Kari Nilsen said on Tuesday.
The launchers have a range of 40 miles (64 kilometers), she said.
No soldiers were killed during the transport, according to the army.
Estonia has not asked for more ammunition.
"We will send another 1,500 rounds in May," Nilsen told reporters in Tallinn.
"""
ARTICLE = make_article(TEXT, outlet="The Fjord Herald", published="2025-03-12")


def number_of(words):
    return next(s.number for s in ARTICLE.sentences if words in s.span.cut(ARTICLE.text))


def outcome(**parts):
    """The reason of the rejection, or None where the claim was proven."""
    sentences = (number_of(parts.pop("at")),)
    draft = ClaimDraft(sentences=parts.pop("sentences", sentences), act=parts.pop("act", Act.ASSERTS), **parts)
    report = ground(ReportDraft(claims=(draft,)), ARTICLE, reader="test")
    assert len(report.claims) + len(report.rejected) == 1
    return report.rejected[0].reason if report.rejected else None


def test_printed_words_are_proven_and_cut_from_the_text():
    draft = ClaimDraft(
        sentences=(number_of("24 launchers"),),
        content=("Norway has delivered 24 launchers to Estonia",),
        act=Act.ASSERTS,
        speaker="Defence Minister Kari Nilsen",
        cue="said",
        said="Tuesday",
        quantities=("24 launchers",),
    )
    (claim,) = ground(ReportDraft(claims=(draft,)), ARTICLE, reader="test").claims
    assert [q.text for q in claim.content] == [TEXT[claim.content[0].start : claim.content[0].end]]
    assert claim.quantities[0].best == 24
    assert claim.attribution.said and str(claim.attribution.said.first) == "2025-03-11"


def test_differences_of_form_are_not_differences():
    assert outcome(at="another 1,500", content=("“We will send another 1,500 rounds in May,”",), act=Act.PLANS) is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ("Norway has delivered 25 launchers to Estonia", Reason.NUMBER_NOT_FOUND),
        ("Norway has delivered 24 rockets to Estonia", Reason.NUMBER_NOT_FOUND),
        ("Norway has delivered 24 launchers to Latvia", Reason.NAME_NOT_FOUND),
        ("Norway has not delivered 24 launchers to Estonia", Reason.NEGATION_CHANGED),
        ("Norway has delivered 24 launchers on Monday", Reason.DATE_NOT_FOUND),
        ("Norway has generously delivered", Reason.WORDS_NOT_FOUND),
    ],
)
def test_a_changed_word_is_rejected_with_what_changed(changed, reason):
    assert outcome(at="24 launchers", content=(changed,)) is reason


def test_a_dropped_no_is_rejected():
    assert outcome(at="soldiers", content=("soldiers were killed during the transport",)) is Reason.NEGATION_CHANGED


def test_a_dropped_not_is_rejected():
    assert outcome(at="asked for more", content=("asked for more ammunition",)) is Reason.NEGATION_CHANGED


def test_a_sentence_that_is_not_there_is_rejected():
    assert outcome(at="24 launchers", sentences=(99,)) is Reason.NO_SUCH_SENTENCE
    assert outcome(at="24 launchers", sentences=()) is Reason.EMPTY


def test_a_speaker_who_is_not_at_the_sentence_is_rejected():
    assert outcome(at="24 launchers", speaker="Jens Holm") is Reason.SPEAKER_NOT_FOUND


def test_a_name_that_the_printed_speaker_is_not_is_rejected():
    assert outcome(at="another 1,500", speaker="Nilsen", speaker_is="Norway", act=Act.PLANS) is Reason.SPEAKER_NOT_FOUND


def test_denial_must_be_shown_by_words_of_denial():
    assert outcome(at="24 launchers", act=Act.DENIES) is Reason.ACT_NOT_SHOWN


def test_a_specification_is_read_with_its_restatement():
    text = "The army bought the Vorn-9 missile, which has a range of 40 miles (64 kilometers).\nIt was shown on Monday."
    article = make_article(text, outlet="A", published="2025-03-12")
    spec = SpecDraft(kind=SpecKind.RANGE, value="40 miles (64 kilometers)", sentence=1)
    report = ground(ReportDraft(weapons=(WeaponDraft(name="Vorn-9", sentences=(1,), specs=(spec,)),)), article, reader="t")
    (weapon,) = report.weapons
    assert [(s.value.best, s.value.unit, s.restated and s.restated.best) for s in weapon.specs] == [(40, "mile", 64)]


def test_a_variant_of_a_weapon_that_the_gazetteer_knows_keeps_its_specification():
    """The gazetteer finds the family inside the longer name that a reader gives; both are the one weapon of the sentence."""
    text = "The army bought the Skybow-3 missile, which has a range of 40 miles."
    article = make_article(text, outlet="A", published="2025-03-12")
    spec = SpecDraft(kind=SpecKind.RANGE, value="40 miles", sentence=1)
    report = ground(ReportDraft(weapons=(WeaponDraft(name="Skybow-3", sentences=(1,), specs=(spec,)),)), article, reader="t")
    assert [s.value.best for weapon in report.weapons for s in weapon.specs] == [40]


def test_a_specification_hung_on_another_sentence_is_rejected_alone():
    text = "The army bought the Vorn-9 missile.\nA truck has a range of 40 miles."
    article = make_article(text, outlet="A", published="2025-03-12")
    spec = SpecDraft(kind=SpecKind.RANGE, value="40 miles", sentence=1)
    report = ground(ReportDraft(weapons=(WeaponDraft(name="Vorn-9", sentences=(1,), specs=(spec,)),)), article, reader="t")
    assert len(report.weapons) == 1
    assert not report.weapons[0].specs
    assert [r.reason for r in report.rejected] == [Reason.NUMBER_NOT_FOUND]


def test_a_measure_with_another_amount_is_rejected():
    text = "Canada announced a $30 million aid package for Estonia."
    article = make_article(text, outlet="A", published="2025-03-12")
    good = MeasureDraft(
        kind=MeasureKind.AID, stage=Stage.ANNOUNCED, by="Canada", content=text, amount="$30 million", sentences=(1,)
    )
    bad = good.model_copy(update={"amount": "$80 million"})
    report = ground(ReportDraft(measures=(good, bad)), article, reader="t")
    assert [m.amount and m.amount.best for m in report.measures] == [30e6]
    assert [r.reason for r in report.rejected] == [Reason.NUMBER_NOT_FOUND]


DIGITS = [i for i, char in enumerate(TEXT) if char.isdigit()]


@given(st.sampled_from(DIGITS), st.sampled_from("0123456789"))
def test_any_changed_digit_is_rejected(place, digit):
    sentence = next(s for s in ARTICLE.sentences if s.span.start <= place < s.span.end)
    words = sentence.span.cut(TEXT)
    at = place - sentence.span.start
    changed = words[:at] + digit + words[at + 1 :]
    if changed != words:
        draft = ClaimDraft(sentences=(sentence.number,), content=(changed,), act=Act.ASSERTS)
        report = ground(ReportDraft(claims=(draft,)), ARTICLE, reader="t")
        assert [r.reason for r in report.rejected] == [Reason.NUMBER_NOT_FOUND]


@given(st.text(max_size=60), st.lists(st.integers(-5, 50), max_size=4), st.sampled_from(list(Act)))
def test_no_draft_makes_proof_fail_or_lose_an_item(words, sentences, act):
    draft = ClaimDraft(sentences=tuple(sentences), content=(words,), act=act, speaker=words or None, when=words or None)
    report = ground(ReportDraft(claims=(draft,)), ARTICLE, reader="t")
    assert len(report.claims) + len(report.rejected) == 1
    assert all(q.text == TEXT[q.start : q.end] for claim in report.claims for q in claim.content)
