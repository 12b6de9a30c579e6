"""States, blocs, bodies and media by their printed names."""

import tomllib
from importlib.resources import files

import pytest

from summarizer.domain.claim import SpeakerKind
from summarizer.language.offices import role_side
from summarizer.language.parties import party_of, side_of

TABLES = tomllib.loads(files("summarizer.language").joinpath("parties.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("Norway", "Norway"),
        ("the U.S.", "United States"),
        ("US", "United States"),
        ("U.K.", "United Kingdom"),
        ("Britain", "United Kingdom"),
        ("BRAZIL", "Brazil"),
        ("NEW ZEALAND", "New Zealand"),
        ("Kenyan", "Kenya"),
        ("Kenyans", "Kenya"),
        ("the Dutch", "Netherlands"),
        ("Ottawa", "Canada"),
        ("New Delhi’s", "India"),
        ("the Élysée", "France"),
        ("Downing Street", "United Kingdom"),
        ("the White House", "United States"),
        ("Türkiye", "Turkey"),
        ("N. Korea", "North Korea"),
        ("the Democratic People’s Republic of Korea", "North Korea"),
        ("Peru's government", "Peru"),
        ("the government of Japan", "Japan"),
        ("Chilean authorities", "Chile"),
        ("the new Polish government", "Poland"),
    ],
)
def test_a_state_is_known_by_name_adjective_capital_and_seat(printed, state):
    party = party_of(printed)
    assert party is not None
    assert (party.name, party.kind, party.side) == (state, SpeakerKind.STATE, state)


@pytest.mark.parametrize(
    ("printed", "name", "side"),
    [
        ("the Pentagon", "Defense Department", "United States"),
        ("U.S. Department of Defense", "Defense Department", "United States"),
        ("the US Treasury Department", "Treasury Department", "United States"),
        ("the Swedish foreign ministry", "Swedish foreign ministry", "Sweden"),
        ("Sweden's Ministry of Foreign Affairs", "Swedish foreign ministry", "Sweden"),
        ("Ministry of Defence of Georgia", "Georgian defence ministry", "Georgia"),
        ("Nigeria’s air force", "Nigerian air force", "Nigeria"),
        ("Greek coast guard", "Greek coast guard", "Greece"),
        ("the U.S. Coast Guard", "Coast Guard", "United States"),
        ("Colombian police", "Colombian police", "Colombia"),
        ("Chile's central bank", "Chilean central bank", "Chile"),
    ],
)
def test_a_body_of_a_state_keeps_its_name_and_has_the_states_side(printed, name, side):
    party = party_of(printed)
    assert party is not None
    assert (party.name, party.kind, party.side) == (name, SpeakerKind.STATE, side)


def test_american_and_british_spellings_name_one_ministry():
    assert (
        party_of("Japan's Defense Ministry")
        == party_of("the Japanese defence ministry")
        == party_of("Ministry of Defence of Japan")
    )


def test_a_ministry_without_a_state_has_no_side():
    party = party_of("the foreign ministry")
    assert party is not None
    assert party.kind is SpeakerKind.STATE
    assert party.side is None


@pytest.mark.parametrize(
    ("printed", "members"),
    [
        ("Spain, Italy and Portugal", ("Spain", "Italy", "Portugal")),
        ("Spain, Italy, and Portugal", ("Spain", "Italy", "Portugal")),
        ("the E3", ("France", "Germany", "United Kingdom")),
        ("Oslo and Stockholm", ("Norway", "Sweden")),
        ("the Indian and Pakistani governments", ("India", "Pakistan")),
        ("Australia and its allies", ("Australia",)),
        ("the U.S., U.K., and other Western allies", ("United States", "United Kingdom")),
    ],
)
def test_several_states_speaking_together_are_a_collective_of_its_members(printed, members):
    party = party_of(printed)
    assert party is not None
    assert (party.kind, party.side, party.members) == (SpeakerKind.COLLECTIVE, None, members)


def test_two_names_of_one_state_are_no_collective():
    assert party_of("Washington and the United States") == party_of("the United States")


def test_a_bloc_speaks_for_itself_and_contains_its_members():
    party = party_of("Nato")
    assert party is not None
    assert (party.name, party.kind, party.side) == ("NATO", SpeakerKind.ORGANISATION, "NATO")
    assert {"Turkey", "Canada"} <= set(party.members)


def test_every_member_of_a_bloc_is_a_state_or_bloc_of_the_tables():
    known = set(TABLES["states"]) | set(TABLES["blocs"])
    for table in ("blocs", "collectives"):
        for name, row in TABLES[table].items():
            assert set(row["members"]) <= known, name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Reuters", "Reuters"),
        ("the AP", "Associated Press"),
        ("the Washington Post", "Washington Post"),
        ("Yonhap News Agency", "Yonhap"),
        ("the semi-official Fars news agency", "Fars"),
        ("the Lagos Tribune", "Lagos Tribune"),
        ("the Nairobi Star", "Nairobi Star"),
        ("Bolivian state television", "Bolivian state television"),
    ],
)
def test_media_are_known_by_table_or_by_the_end_of_their_name(printed, name):
    party = party_of(printed)
    assert party is not None
    assert (party.name, party.kind) == (name, SpeakerKind.MEDIA)


@pytest.mark.parametrize(
    "printed", ["us", "it", "", "the", "turkey", "officials", "Norwegian officials", "Jane Roe", "the company", "News", "polish"]
)
def test_words_that_name_no_party_give_none(printed):
    assert party_of(printed) is None


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Peruvian ambassador to Japan", "Peru"),
        ("special envoy to Syria", None),
        ("Beirut-based analyst", None),
        ("NATO secretary-general", "NATO"),
        ("spokesman for Iraq's army", "Iraq"),
        ("sanctions on Cuba", None),
    ],
)
def test_a_side_is_the_party_spoken_for_and_not_the_one_spoken_of(words, side):
    assert side_of(words) == side


@pytest.mark.parametrize(
    ("role", "side"),
    [
        ("U.S. Secretary of State", "United States"),
        ("US secretary of state", "United States"),
        ("White House national security spokesman", "United States"),
        ("Acme chief executive", "Acme"),
        ("chief executive of Zenith Motors", "Zenith Motors"),
        ("Greek striker", None),
        ("Danish tourist", None),
        ("Clinical director", None),
        ("ambassador to Syria", None),
        ("deputy director of operations for the Lakeside Ambulance Service", "Lakeside Ambulance Service"),
        ("the Spanish prime minister's chief of staff", "Spain"),
        ("Defence ministry spokesman", None),
    ],
)
def test_an_office_has_the_side_of_its_state_or_body_and_a_trade_has_none(role, side):
    assert role_side(role) == side


@pytest.mark.parametrize(
    ("printed", "name", "side"),
    [
        ("the national flood defence institute", "national flood defence institute", None),
        ("The regional government", "regional government", None),
        ("Norway's rail accident unit", "Norwegian rail accident unit", "Norway"),
        ("Bavaria's Health Ministry", "Bavaria's health ministry", "Bavaria"),
    ],
)
def test_a_body_described_in_small_letters_or_owned_by_a_region_is_a_party(printed, name, side):
    party = party_of(printed)
    assert party is not None
    assert (party.name, party.side) == (name, side)


@pytest.mark.parametrize("printed", ["the agency", "the news agency", "the same committee", "the Aegean Star"])
def test_what_only_points_back_and_a_ship_are_no_party(printed):
    assert party_of(printed) is None


@pytest.mark.parametrize(
    ("role", "side"), [("Disgraced bank boss", None), ("Embattled chief executive", None), ("Acme boss", "Acme")]
)
def test_a_participle_before_a_role_is_nobody_to_speak_for(role, side):
    assert role_side(role) == side
