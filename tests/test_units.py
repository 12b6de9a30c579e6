import subprocess
import sys
from importlib.resources import files
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.language.units import from_base, in_base

UNITS = sorted(loads(files("summarizer.language").joinpath("quantity_units.toml").read_text(encoding="utf-8"))["units"])


@pytest.mark.parametrize(
    ("value", "unit", "other_value", "other"),
    [
        (1, "mile", 1.609344, "kilometre"),
        (12, "mile per hour", 19.312128, "kilometre per hour"),
        (1, "nautical mile", 1.852, "kilometre"),
        (1, "metric ton", 1000, "kilogram"),
        (212, "fahrenheit", 100, "celsius"),
        (1, "barrel", 158.987294928, "litre"),
        (1, "barrel per day", 0.158987294928, "cubic metre per day"),
        (50, "cent per share", 0.5, "dollar per share"),
        (0.25, "fraction", 25, "percentage"),
        (100, "basis point", 1, "percentage point"),
        (18, "month", 1.5, "year"),
    ],
)
def test_the_same_amount_has_the_same_base_value(value, unit, other_value, other):
    base, dimension = in_base(value, unit)
    assert (pytest.approx(base, rel=1e-9), dimension) == in_base(other_value, other)


@pytest.mark.parametrize("unit", ["", "dollar", "euro", "year of age", "decibel", "per day", "dollar per week"])
def test_units_without_a_dimension_keep_themselves(unit):
    assert in_base(3.5, unit) == (3.5, unit)


def test_points_and_shares_are_not_the_same_dimension():
    assert in_base(1, "percentage point")[1] != in_base(1, "percentage")[1]


@given(st.sampled_from(UNITS), st.floats(-1e9, 1e9))
def test_every_unit_of_the_finder_converts_there_and_back(unit, value):
    base, _ = in_base(value, unit)
    assert from_base(base, unit) == pytest.approx(value, rel=1e-6, abs=1e-5)


def test_money_alone_does_not_load_pint():
    script = "import sys; from summarizer.language.units import in_base; in_base(2, 'euro'); print('pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
