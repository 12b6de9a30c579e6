"""Negation words and hedges."""

import pytest

from summarizer.domain.span import Span
from summarizer.language.hedges import find_hedges
from summarizer.language.negation import find_negations


def negations(text):
    return [span.cut(text) for span in find_negations(text)]


def hedges(text):
    return [span.cut(text) for span in find_hedges(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No soldiers were killed.", ["No"]),
        ("The dam did not break.", ["not"]),
        ("They can’t swim and won't try.", ["can’t", "won't"]),
        ("He cannot say.", ["cannot"]),
        ("Nobody came, nor did anyone call.", ["Nobody", "nor"]),
        ("Neither side gave way.", ["Neither"]),
        ("It never happened.", ["never"]),
        ("None of the nine survived.", ["None"]),
        ("Nothing was found.", ["Nothing"]),
        ("They left without pay.", ["without"]),
        ("She could hardly breathe.", ["hardly"]),
        ("The pump failed to start.", ["failed to"]),
        ("He refused to leave.", ["refused to"]),
        ("They were unable to land.", ["unable to"]),
        ("The plant is no longer safe.", ["no longer"]),
        ("No one was hurt.", ["No one"]),
    ],
)
def test_negation_words_are_found(text, words):
    assert negations(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "It was not only loud but bright.",
        "There is no doubt about it.",
        "No fewer than 40 boats sank.",
        "It cost no more than $3.",
        "No. 10 was silent on it.",
        "Dozens, if not hundreds, came.",
        "It is unclear whether or not he knew.",
        "It was none other than the king.",
        "Not least the cost worried them.",
        "The minister denied the report.",
        "The nor'easter hit at noon.",
        "No, we are going ahead.",
        "A notable night for Norway.",
    ],
)
def test_phrases_in_which_nothing_is_negated_are_passed_over(text):
    assert negations(text) == []


def test_negations_within_a_span_lie_inside_it():
    text = "He did not go. She never left."
    assert [span.cut(text) for span in find_negations(text, within=Span(15, len(text)))] == ["never"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The strike reportedly hit a depot.", ["reportedly"]),
        ("It may rain.", ["may"]),
        ("The vote could fail.", ["could"]),
        ("He allegedly fled.", ["allegedly"]),
        ("She is believed to have fled.", ["is believed to"]),
        ("The pump appears to have failed.", ["appears to"]),
        ("Two men suspected of arson fled.", ["suspected of"]),
        ("It could not be independently verified.", ["could not be independently verified"]),
        ("He is said to be ill.", ["is said to"]),
        ("Rain is likely.", ["likely"]),
        ("The toll might rise.", ["might"]),
        ("Police believe he fled.", ["Police believe"]),
    ],
)
def test_hedges_are_found(text, words):
    assert hedges(text) == words


@pytest.mark.parametrize(
    "text", ["In May the dam held.", "The military might of the empire faded.", "The dam broke at noon.", "He was told to leave."]
)
def test_months_nouns_and_plain_statements_are_no_hedges(text):
    assert hedges(text) == []
