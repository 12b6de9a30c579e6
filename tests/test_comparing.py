import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.language.quantities import find_quantities
from summarizer.reconciling.comparing import Relation, compare


def one(text):
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("75 miles", "120 km", Relation.SAME),
        ("75 miles", "121 km", Relation.SAME),
        ("120 km", "121 km", Relation.SAME),
        ("75 miles", "122 km", Relation.DIFFERENT),
        ("12 mph", "20 km/h", Relation.SAME),
        ("17 miles", "27km", Relation.SAME),
        ("70 degrees Fahrenheit", "21 degrees Celsius", Relation.SAME),
        ("63 cents", "$0.63", Relation.SAME),
        ("about 30 times", "around 30 times", Relation.SAME),
        ("89 percent", "roughly 90 percent", Relation.COMPATIBLE),
        ("at least seven people", "seven people", Relation.COMPATIBLE),
        ("at least seven people", "six people", Relation.DIFFERENT),
        ("several people", "at least seven people", Relation.COMPATIBLE),
        ("more than 50 people", "51 people", Relation.COMPATIBLE),
        ("more than 50 people", "40 people", Relation.DIFFERENT),
        ("dozens of people", "51 people", Relation.COMPATIBLE),
        ("dozens of people", "400 people", Relation.DIFFERENT),
        ("between 20 and 30 ships", "25 ships", Relation.COMPATIBLE),
        ("between 20 and 30 ships", "35 ships", Relation.DIFFERENT),
        ("$121 billion", "about $121 billion", Relation.COMPATIBLE),
        ("about $121 billion", "more than $121 billion", Relation.COMPATIBLE),
        ("some $146 billion", "$148.9 billion", Relation.DIFFERENT),
        ("$105 billion", "$103 billion", Relation.DIFFERENT),
        ("51 people", "40 people", Relation.DIFFERENT),
        ("20 people", "23 people", Relation.DIFFERENT),
        ("80,000 rounds", "81,000 rounds", Relation.COMPATIBLE),
        ("up to 500 troops", "at least 600 troops", Relation.DIFFERENT),
        ("more than 75 miles", "130 km", Relation.COMPATIBLE),
        ("half of the fleet", "52 percent", Relation.COMPATIBLE),
        ("$5", "€5", Relation.INCOMPARABLE),
        ("5 miles", "5 tons", Relation.INCOMPARABLE),
        ("5 miles", "5 ships", Relation.INCOMPARABLE),
        ("fell 3 percent", "3 percent", Relation.INCOMPARABLE),
        ("fell 3 percent", "rose 3 percent", Relation.DIFFERENT),
    ],
)
def test_two_prints_of_one_figure_stand_to_each_other(first, second, relation):
    assert compare(one(first), one(second)).relation is relation


def test_a_reason_names_both_prints_in_an_order_of_its_own():
    a, b = one("51 people"), one("40 people")
    assert compare(a, b).reason == compare(b, a).reason == "cannot both be right: “40 people” against “51 people”"


_UNITS = ["people", "percent", "miles", "km", "mph", "km/h", "tons", "kg", "hours", "days", "barrels a day", "degrees Celsius"]
_WORDS = ["", "about ", "at least ", "more than ", "up to ", "fewer than ", "nearly ", "just over ", "rose ", "fell "]


@st.composite
def prints(draw, units=_UNITS):
    number = draw(st.integers(1, 99_999).map(lambda n: f"{n:,}") | st.decimals(1, 999, places=1).map(str))
    return one(f"{draw(st.sampled_from(_WORDS))}{number} {draw(st.sampled_from(units))}")


@given(prints(), prints())
def test_the_order_of_two_quantities_does_not_matter(a, b):
    assert compare(a, b) == compare(b, a)


@given(prints() | st.sampled_from(["dozens of people", "20 to 30 ships", "half of it", "several days"]).map(one))
def test_a_quantity_is_the_same_as_itself(quantity):
    assert compare(quantity, quantity).relation is Relation.SAME


@given(st.integers(1, 9_999), st.integers(1, 9), st.integers(0, 6))
def test_a_changed_last_digit_is_never_the_same(significant, change, zeros):
    assume(significant % 10)
    changed = significant + change
    assume(changed % 10)
    a, b = one(f"{significant * 10**zeros:,} tons"), one(f"{changed * 10**zeros:,} tons")
    assert compare(a, b).relation is not Relation.SAME


@given(
    st.integers(20, 9_999), st.sampled_from([("miles", "km", 1.609344), ("pounds", "kg", 0.45359237), ("hours", "minutes", 60)])
)
def test_a_conversion_rounded_to_whole_units_is_the_same(value, units):
    unit, other, factor = units
    assert compare(one(f"{value:,} {unit}"), one(f"{round(value * factor):,} {other}")).relation is Relation.SAME
