"""Clauses: the stretch of a sentence that a figure or a name belongs to."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.span import Span
from summarizer.language.clauses import clause_around


def clause_of(sentence, words):
    start = sentence.index(words)
    return clause_around(sentence, Span(0, len(sentence)), Span(start, start + len(words))).cut(sentence)


LONG = (
    "The storm killed 14 people in the hills around Varby on Monday night, "
    "while rescuers brought 230 children to schools in the neighbouring town of Elvastad"
)


@pytest.mark.parametrize(
    ("sentence", "figure", "clause"),
    [
        (LONG, "14", "The storm killed 14 people in the hills around Varby on Monday night"),
        (LONG, "230", "while rescuers brought 230 children to schools in the neighbouring town of Elvastad"),
        ("The bridge cost $4 million.", "$4 million", "The bridge cost $4 million."),
    ],
)
def test_a_figure_has_the_clause_it_stands_in(sentence, figure, clause):
    assert clause_of(sentence, figure) == clause


def test_a_short_clause_is_widened_until_it_tells_what_it_is_of():
    sentence = "The Kestrel, which flies 40 miles, was shown in the capital of Norland on Friday."
    clause = clause_of(sentence, "40 miles")
    assert len(clause.split()) > len(["which", "flies", "40", "miles"])


SENTENCES = st.lists(
    st.sampled_from(["Norland", "sent", "14", "ships,", "and", "while", "(40 km)", "said;", "who", "left", "–", "“home”", "in"]),
    min_size=1,
    max_size=40,
).map(" ".join)


@given(SENTENCES, st.data())
def test_a_clause_holds_the_figure_and_lies_in_the_sentence(sentence, data):
    text = f"Before it. {sentence} After it."
    whole = Span(11, 11 + len(sentence))
    words = [Span(*m.span()) for m in re.finditer(r"\w+", text) if whole.covers(Span(*m.span()))]
    word = data.draw(st.sampled_from(words or [whole]))
    clause = clause_around(text, whole, word)
    assert whole.covers(clause)
    assert clause.covers(word)
    assert not clause.cut(text)[0].isspace()
    assert not clause.cut(text)[-1].isspace()
