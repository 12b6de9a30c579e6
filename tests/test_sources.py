"""`sources.toml`: facts about files, and errors that name file, line or key."""

from datetime import date

import pytest

from summarizer.domain.article import Credit, Publication
from summarizer.errors import UsageError
from summarizer.loading import SourceFacts, parse_sources


def test_each_fact_comes_with_its_basis():
    facts = parse_sources("""
        ["a.txt"]
        outlet = "The Post"
        outlet_basis = "named in the text"
        agency = "AFP"
        published = 2024-09-10
        published_basis = "day of the event"
        url = "https://example.org/a"
        ["b.txt"]
        outlet_basis = "not in the text"
        published = "2024-09-11"
    """)
    assert facts["a.txt"] == SourceFacts(
        outlet=Credit("The Post", "named in the text"),
        agency=Credit("AFP", "given in sources.toml"),
        byline=None,
        published=Publication(date(2024, 9, 10), "day of the event"),
        url="https://example.org/a",
    )
    assert facts["b.txt"].outlet == Credit(None, "not in the text")
    assert facts["b.txt"].published == Publication(date(2024, 9, 11), "given in sources.toml")


def test_an_empty_file_states_nothing():
    assert parse_sources("# nothing yet\n") == {}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('["a.txt"]\noutlet = "The Post\n', "line 2"),
        ('["a.txt"]\noutlett = "The Post"\n', "outlett"),
        ('["a.txt"]\noutlet = 3\n', "outlet"),
        ('["a.txt"]\nagency = ""\n', "agency"),
        ('["a.txt"]\npublished = "yesterday"\n', "yesterday"),
        ('["a.txt"]\npublished = 2024\n', "2024"),
        ('outlet = "The Post"\n', '["outlet"]'),
    ],
)
def test_an_error_names_the_file_and_the_line_or_key(text, named):
    with pytest.raises(UsageError) as error:
        parse_sources(text, name="news/sources.toml")
    assert "news/sources.toml" in str(error.value)
    assert named in str(error.value)


def test_the_seeds_state_outlet_agency_and_date_with_their_basis(seeds):
    facts = parse_sources((seeds / "sources.toml").read_text(encoding="utf-8"))
    assert set(facts) == {path.name for path in seeds.glob("*.txt")}
    assert all(entry.outlet and entry.agency and entry.published for entry in facts.values())
    days = sorted((entry.published.day.isoformat(), entry.published.basis) for entry in facts.values())
    elsewhere = ("2024-09-10", "not in the text; day of the event")
    assert days == [("2022-12-10", "printed in the text"), ("2024-09-09", "printed in the text"), elsewhere, elsewhere, elsewhere]
    assert facts["uk-broadcaster-blinken-london.txt"].outlet == Credit(None, "not in the text")
    assert facts["ap-rewrite-us-britain-accuse-iran.txt"].outlet == Credit("unknown (AP rewrite)", "not in the text")
