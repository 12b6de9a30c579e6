from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.span import Span
from summarizer.language.folding import find, find_all, fold, folded


def test_quote_marks_dashes_spaces_and_case_are_folded():
    assert folded("“Don’t—stop”") == folded('"don\'t-stop"')
    assert find("air  Defence", "an Air\u00a0defence system") == Span(3, 14)


def test_a_word_is_not_found_inside_another():
    assert find("Iran", "Iranian drones") is None
    assert find("20", "120 km") is None


def test_hidden_characters_do_not_hide_words():
    assert find("missile", "a mis\u00adsi\u200ble") == Span(2, 11)


def test_every_place_is_found_in_order():
    assert find_all("he", "he said that he left") == (Span(0, 2), Span(13, 15))


@given(st.text(min_size=1, max_size=80), st.data())
def test_what_is_cut_from_a_text_is_found_where_it_stood_or_earlier(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    whole = fold(text)
    assert len(whole.text) == len(whole.origins)
    for place in find_all(words, text):
        assert folded(place.cut(text)).strip() == folded(words).strip()
