from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.quantity import Approximator, Change
from summarizer.domain.span import Span
from summarizer.language.quantities import find_quantities, is_figure


def only(text):
    found = find_quantities(text)
    assert len(found) == 1, [quantity.printed.text for quantity in found]
    return found[0]


def printed(text):
    return [quantity.printed.text for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The loan is worth $275 million.", 275e6, "dollar"),
        ("The loan is worth US$3.2bn.", 3.2e9, "dollar"),
        ("He owes £1.5m to the bank.", 1.5e6, "pound sterling"),
        ("The dam cost Rs 500 crore.", 5e9, "indian rupee"),
        ("It raised €2bn.", 2e9, "euro"),
        ("The fund holds HK $3.7 billion.", 3.7e9, "hong kong dollar"),
        ("It pumps 2.5 million barrels a day.", 2.5e6, "barrel per day"),
        ("They offered $82 a share.", 82, "dollar per share"),
        ("They offered $82 a Northfield share.", 82, "dollar per share"),
        ("A $110-a-share bid failed.", 110, "dollar per share"),
        ("They pay $60 per share in cash.", 60, "dollar per share"),
        ("Crude costs $58.24 per barrel.", 58.24, "dollar per barrel"),
        ("The 42-year-old driver was held.", 42, "year of age"),
        ("The driver, 42, was held.", 42, "year of age"),
        ("It went at 12mph.", 12, "mile per hour"),
        ("It went at 20km/h.", 20, "kilometre per hour"),
        ("It weighs 37 tonnes.", 37, "metric ton"),
        ("Rates rose by 25 basis points.", 25, "basis point"),
        ("It was minus 5 degrees Celsius.", -5, "celsius"),
        ("The shell has a 155mm calibre.", 155, "millimetre"),
        ("Two-thirds of voters agreed.", 2 / 3, "fraction"),
        ("One in five pupils was ill.", 0.2, "fraction"),
        ("It lies a third of a mile away.", 1 / 3, "mile"),
        ("The firm sold 35m of its phones.", 35e6, ""),
        ("The ditch is 35m long.", 35, "metre"),
    ],
)
def test_a_number_has_its_value_and_its_canonical_unit(text, value, unit):
    quantity = only(text)
    assert (quantity.best, quantity.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "It was one of the most violent nights.",
        "They blamed one another.",
        "No one was there; the one who came left.",
        "Trade is a two-way street.",
        "The first and the 22nd regiment met.",
        "The attacks of 9/11 changed it.",
        "A Su-35 and an F-16 met a Fath-360 in the air.",
        "Talks in the 2+2 format resumed.",
        "They fired the HIMARS M142 in the 1990s.",
        "Covid-19 and 5G have nothing in common.",
        "On 14 March 2022, at 6.30am, and again on Nov. 3 at 17:45 GMT, they met.",
        "The treaty of 1987 ended in 2019.",
        "He cited Article 5 and Chapter 7.",
        "Call 0800 555 0123 or +44 20 7946 0000.",
        "They won 2-1 at home.",
        "Firefighters were called at 6.13 to a house.",
        "The clinic is at 49 Old Mill Road.",
        "The two agreed to meet.",
        "The couple were seen together.",
        "He told of the third man.",
    ],
)
def test_names_dates_and_idioms_are_no_quantities(text):
    assert printed(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "approximator"),
    [
        ("They sent exactly 12 trucks.", 12, 12, Approximator.EXACT),
        ("At least seven people died.", 7, None, Approximator.AT_LEAST),
        ("More than 200 people died.", 200, None, Approximator.MORE_THAN),
        ("Over 50 people died.", 50, None, Approximator.MORE_THAN),
        ("Up to 500 troops left.", None, 500, Approximator.AT_MOST),
        ("As many as 12 boats sank.", None, 12, Approximator.AT_MOST),
        ("Fewer than 10 boats sank.", None, 10, Approximator.LESS_THAN),
        ("Some 150 generators came.", 140, 160, Approximator.ABOUT),
        ("About 1,000 people came.", 900, 1100, Approximator.ABOUT),
        ("It paid about $121 billion.", 120e9, 122e9, Approximator.ABOUT),
        ("Nearly 40 people came.", 36, 40, Approximator.ABOUT),
        ("Just over 50 people came.", 50, 55, Approximator.MORE_THAN),
        ("Between 20 and 30 ships came.", 20, 30, Approximator.BETWEEN),
        ("In all 20-30 ships came.", 20, 30, Approximator.BETWEEN),
        ("In all 100-150 ships came.", 100, 150, Approximator.BETWEEN),
        ("They want 20 to 30 percent.", 20, 30, Approximator.BETWEEN),
        ("They want $10 to $15 billion.", 10e9, 15e9, Approximator.BETWEEN),
        ("Four to five thousand people came.", 4000, 5000, Approximator.BETWEEN),
        ("Dozens of people came.", 24, 99, Approximator.VAGUE),
        ("Hundreds of ballistic missiles came.", 200, 999, Approximator.VAGUE),
        ("Tens of thousands of people came.", 20_000, 99_999, Approximator.VAGUE),
        ("Several ships came.", 3, 9, Approximator.VAGUE),
        ("It took 30 years or more.", 30, None, Approximator.AT_LEAST),
        ("Some 20-odd ships came.", 18, 22, Approximator.ABOUT),
    ],
)
def test_the_words_around_a_number_bound_it(text, low, high, approximator):
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.approximator) == (low, high, approximator)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Seven people died.", 7),
        ("Twenty-three people died.", 23),
        ("Two hundred and fifty people died.", 250),
        ("A million people fled.", 1e6),
        ("Half a million people fled.", 5e5),
        ("A dozen people fled.", 12),
        ("Two and a half million people fled.", 2.5e6),
        ("Three hundred thousand people fled.", 3e5),
    ],
)
def test_number_words_are_read(text, value):
    assert only(text).best == value


def test_words_around_a_talk_are_no_approximators():
    assert only("They talked about two missiles.").approximator is Approximator.EXACT


@pytest.mark.parametrize(
    ("text", "step"),
    [("80,000 rounds came.", 1e4), ("$19.3 billion", 1e8), ("$121 billion", 1e9), ("7 people", 1), ("1.50 percent", 0.01)],
)
def test_the_step_is_the_last_significant_digit(text, step):
    assert only(text).step == pytest.approx(step)


def test_a_movement_and_the_level_it_ends_at_are_told_apart():
    fall, level = find_quantities("Shares fell 1.5 percent to $65.09.")
    assert (fall.change, fall.printed.text) == (Change.DOWN, "1.5 percent")
    assert (level.change, level.printed.text) == (Change.NONE, "$65.09")
    assert only("Sales rose by more than 3 percent.").change is Change.UP
    assert only("They cut emissions by 40 percent.").change is Change.DOWN
    assert only("They added 200 jobs.").change is Change.NONE


def test_a_calibre_between_number_and_noun_is_a_quantity_of_its_own():
    rounds, calibre = find_quantities("It sent 80,000 155mm artillery rounds.")
    assert (rounds.printed.text, rounds.counted) == ("80,000", "artillery rounds")
    assert (calibre.printed.text, calibre.unit) == ("155mm", "millimetre")


def test_a_conversion_in_brackets_is_a_second_quantity():
    assert [(q.best, q.unit) for q in find_quantities("a range of 75 miles (120 kilometers)")] == [
        (75, "mile"),
        (120, "kilometre"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("It took more than 27 million passengers a year.", "more than 27 million passengers a year", "passengers"),
        ("It seized 600 tons of refined petroleum.", "600 tons of refined petroleum", "refined petroleum"),
        ("It held two women passengers.", "two women passengers", "women passengers"),
        ("It held several U.S. Navy ships.", "several U.S. Navy ships", "U.S. Navy ships"),
        ("It lost hundreds of square miles of territory.", "hundreds of square miles of territory", "territory"),
        ("It counts 5,700 categories of products.", "5,700 categories of products", "categories of products"),
        ("Police said 51 injured people left.", "51 injured people", "injured people"),
        ("It left 40 wounded.", "40 wounded", "wounded"),
        ("It listed 20 of their vessels.", "20 of their vessels", "vessels"),
    ],
)
def test_the_counted_words_belong_to_the_quote(text, words, counted):
    quantity = only(text)
    assert (quantity.printed.text, quantity.counted) == (words, counted)


def test_offsets_are_those_of_the_whole_text():
    text = "Nine ships left.\nAt least 12 drones came."
    (quantity,) = find_quantities(text, within=Span(17, len(text)))
    assert quantity.printed.span.cut(text) == quantity.printed.text == "At least 12 drones"


def test_small_counts_are_figures_only_of_what_weighs():
    assert is_figure(only("Seven people died."))
    assert is_figure(only("Two cargo ships came."))
    assert is_figure(only("The city has 3 mayors."))
    assert is_figure(only("It took half of the cake."))
    assert not is_figure(only("They have one solution."))
    assert not is_figure(only("It took three months."))
    assert not is_figure(only("The ban hits several businesses."))


_WORDS = (
    "$ 5 1,000 19.3 % - – to and between million one two of people m / ( ) . , "
    "£ half a dozens per share May 2019 up rose ½ °C ٣ ² ’ in"
)
_PIECES = st.lists(st.sampled_from([*_WORDS.split(" "), " ", "\n", "9" * 400]), max_size=14)


@given(_PIECES.map(" ".join) | _PIECES.map("".join) | st.text(max_size=40))
def test_any_text_gives_ordered_quotes_that_do_not_overlap(text):
    found = find_quantities(text)
    for quantity in found:
        assert quantity.printed.span.cut(text) == quantity.printed.text
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.step > 0
    assert all(a.printed.end <= b.printed.start for a, b in pairwise(found))
