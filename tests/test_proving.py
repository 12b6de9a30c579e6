"""Whether a sentence says more than its evidence: numbers with units, names, dates and negations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.report import Reason
from summarizer.language.proving import unsupported

EVIDENCE = "On Tuesday, Norland’s navy said it had sold 24 patrol boats to Estonia for $275 million, and none was armed."
NO_DENIAL = "On Tuesday, Norland’s navy said it had sold 24 patrol boats to Estonia for $275 million."


def reason(statement, evidence=NO_DENIAL, **kwargs):
    failure = unsupported(statement, [evidence], **kwargs)
    return failure and failure[0]


@pytest.mark.parametrize(
    "statement",
    [
        "Norland's navy had sold 24 patrol boats to Estonia.",
        "On Tuesday, the navy sold 24 patrol boats for $275 million.",
        "“24 patrol boats”",
        "It had sold boats to ESTONIA",
        "The boats were sold.",
    ],
)
def test_what_the_words_say_passes(statement):
    assert reason(statement) is None


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("The navy sold 25 patrol boats", Reason.NUMBER_NOT_FOUND),
        ("The navy sold 24 warships", Reason.NUMBER_NOT_FOUND),
        ("The navy sold boats for $275 billion", Reason.NUMBER_NOT_FOUND),
        ("The navy sold boats for €275 million", Reason.NUMBER_NOT_FOUND),
        ("The navy sold three boats", Reason.NUMBER_NOT_FOUND),
        ("The navy sold boats to Latvia", Reason.NAME_NOT_FOUND),
        ("The navy sold boats on Monday", Reason.DATE_NOT_FOUND),
        ("The navy has not sold boats", Reason.NEGATION_CHANGED),
        ("The navy never sold boats", Reason.NEGATION_CHANGED),
    ],
)
def test_what_they_do_not_say_is_named(statement, why):
    assert reason(statement) is why


def test_a_dropped_negation_is_named():
    assert reason("The boat was armed", "The boat was not armed.") is Reason.NEGATION_CHANGED


def test_what_is_known_otherwise_may_stand():
    assert reason("Kari Nilsen sold 24 patrol boats") is Reason.NAME_NOT_FOUND
    assert reason("Minister Kari Nilsen sold 24 patrol boats", known=["Minister Kari Nilsen"]) is None


def test_part_of_a_number_or_name_is_not_the_number_or_name():
    assert reason("The navy sold 4 patrol boats") is Reason.NUMBER_NOT_FOUND
    assert reason("The navy of Nor sold boats") is Reason.NAME_NOT_FOUND


def test_evidence_in_two_quotes_counts_together():
    assert unsupported("The navy sold 24 boats to Latvia", ["It sold 24 boats.", "Latvia bought them."]) is None


@given(st.sampled_from([EVIDENCE, NO_DENIAL]), st.data())
def test_words_cut_from_the_evidence_with_a_changed_digit_never_pass(evidence, data):
    digits = [i for i, char in enumerate(evidence) if char.isdigit()]
    place = data.draw(st.sampled_from(digits))
    digit = data.draw(st.sampled_from([each for each in "0123456789" if each != evidence[place]]))
    assert unsupported(evidence[:place] + digit + evidence[place + 1 :], [evidence]) is not None


@given(st.text(max_size=80))
def test_every_text_is_answered(words):
    assert unsupported(words, [words, NO_DENIAL]) is None or unsupported(words, [words])
