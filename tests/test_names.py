"""Names found in running text."""

from itertools import pairwise

import pytest

from summarizer.domain.span import Span
from summarizer.language.names import NameKind, find_names
from summarizer.language.titles import described_by, role_after, role_before


def found(text):
    return [(name.printed, name.canonical, name.kind.value) for name in find_names(text)]


def kinds(text):
    return {name.printed: name.kind for name in find_names(text)}


def canonical(text):
    return {name.printed: name.canonical for name in find_names(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday Finance Minister Amara Okafor resigned.", "Amara Okafor"),
        ("The mayor, Ursula von der Heide, spoke.", "Ursula von der Heide"),
        ("It was led by Gen. Pedro de la Cruz in March.", "Pedro de la Cruz"),
        ("Then J.R. Hartley wrote again.", "J.R. Hartley"),
        ("On Monday Jean-Luc Moreau's boat sank.", "Jean-Luc Moreau"),
        ("The singer Sinéad O'Dowd cancelled.", "Sinéad O'Dowd"),
        ("Crown Prince Khalid bin Faisal left.", "Khalid bin Faisal"),
        ("“It shook,” said Tomas Novak, 41.", "Tomas Novak"),
        ("The chemist Dr Mina Patel won.", "Mina Patel"),
        ("Mr Quill disagreed with that.", "Quill"),
        ("Donald J. Pike was there.", "Donald J. Pike"),
    ],
)
def test_people_are_found_without_title_and_possessive(text, name):
    assert kinds(text).get(name) is NameKind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the bridge was closed.",
        "However, nobody came.",
        "Residents fled as Police arrived late.",
        "Unfortunately it rained on Tuesday in March.",
        "The river rose. Two days later it fell.",
        "“We were asleep,” he said.",
        "Speaking later, he thanked them.",
        "I said no.",
        "Polish the glass first.",
    ],
)
def test_ordinary_words_with_a_capital_are_no_names(text):
    assert [name for name in find_names(text) if name.printed != "Police"] == []


def test_a_surname_takes_the_full_name_printed_elsewhere():
    text = "Okafor was late. Minister Amara Okafor apologised. “Sorry,” Ms Okafor said."
    assert {name.canonical for name in find_names(text)} == {"Amara Okafor"}


def test_a_surname_that_two_people_share_stays_as_printed():
    text = "Actor Alan Reed met the banker David Reed. Reed laughed."
    assert canonical(text)["Reed"] == "Reed"


def test_a_surname_that_is_an_ordinary_word_is_known_from_the_full_name():
    text = "The claim was made by James Swiftly on Friday. Swiftly declined to say more."
    assert canonical(text)["Swiftly"] == "James Swiftly"


def test_a_family_name_that_stands_first_is_a_surname():
    text = "A colonel, Ren Daming, said so. Ren gave no date."
    assert canonical(text)["Ren"] == "Ren Daming"


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("The Chilean coast was hit.", "Chilean", "Chile"),
        ("Talks between Ankara and Athens failed.", "Ankara", "Turkey"),
        ("A row over Kenya’s exports grew.", "Kenya", "Kenya"),
        ("The Kenya-Uganda border closed.", "Uganda", "Uganda"),
        ("A US-led mission ended.", "US", "United States"),
        ("The Ukrainian Navy lost a ship.", "Ukrainian Navy", "Ukrainian navy"),
        ("Brazil's Health Ministry said no.", "Brazil's Health Ministry", "Brazilian health ministry"),
    ],
)
def test_demonyms_capitals_and_compounds_give_their_state(text, printed, name):
    assert canonical(text)[printed] == name
    assert kinds(text)[printed] is NameKind.STATE


@pytest.mark.parametrize(
    "text",
    [
        "He died in Ankara on Friday.",
        "They will travel to Ankara next week.",
        "ANKARA (AP) — Nothing happened.",
        "Ankara, March 3 (Reuters) - Prices rose.",
        "The Ankara mayor resigned.",
        "A fire near Ankara spread.",
    ],
)
def test_a_capital_city_where_something_happens_is_a_place(text):
    name = next(name for name in find_names(text) if name.printed.lower() == "ankara")
    assert name.kind is NameKind.PLACE


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("The portrait of George Washington was sold.", "George Washington", NameKind.PERSON),
        ("The Washington Post reported it.", "Washington Post", NameKind.MEDIA),
        ("The goal by Jordan Pike stood.", "Jordan Pike", NameKind.PERSON),
        ("A room at London Bridge Station burned.", "London Bridge Station", NameKind.PLACE),
        ("Shares of British Airways fell.", "British Airways", NameKind.ORGANISATION),
        ("He joined Iran Air in May.", "Iran Air", NameKind.ORGANISATION),
        ("She studied at the University of Leipzig for years.", "University of Leipzig", NameKind.ORGANISATION),
        ("Shares of Zenith Motors Inc. rose.", "Zenith Motors Inc", NameKind.ORGANISATION),
        ("The Moreau Institute for Ocean Research said so.", "Moreau Institute for Ocean Research", NameKind.ORGANISATION),
        ("It sank in Lake Tana overnight.", "Lake Tana", NameKind.PLACE),
        ("The USS Harriet Lane left.", "USS Harriet Lane", NameKind.OTHER),
        ("The Hindustan Chronicle wrote it first.", "Hindustan Chronicle", NameKind.MEDIA),
        ("The police used the MX-90 Falcon there.", "MX-90 Falcon", NameKind.OTHER),
        ("He lives in Texas now.", "Texas", NameKind.PLACE),
    ],
)
def test_a_longer_name_is_not_cut_at_the_state_or_city_inside_it(text, printed, kind):
    assert kinds(text).get(printed) is kind


def test_companies_are_one_with_and_without_their_suffix():
    text = "Zenith Inc. bought a rival. Shares of Zenith fell after Zenith Inc said so."
    assert set(canonical(text).values()) == {"Zenith"}
    assert set(kinds(text).values()) == {NameKind.ORGANISATION}


def test_an_acronym_in_brackets_stands_for_the_name_before_it():
    text = "The Coastal Safety Board (CSB) opened a case. On Friday the CSB closed it."
    assert canonical(text)["CSB"] == "Coastal Safety Board"


def test_a_headline_in_title_case_gives_only_names_known_from_the_body():
    text = "Flood Kills Nine As Minister Okafor Visits Northern Towns\nNine people died. Minister Amara Okafor came on Friday."
    headline = Span(0, text.index("\n"))
    assert {name.canonical for name in find_names(text, within=headline)} == {"Amara Okafor"}


def test_names_within_a_span_lie_inside_it():
    text = "Kenya and Uganda agreed. Rwanda did not."
    assert [name.canonical for name in find_names(text, within=Span(0, 24))] == ["Kenya", "Uganda"]


def test_every_name_is_cut_from_its_span_and_none_overlap():
    text = "Norway's Foreign Minister Ingrid Dahl met U.S. envoy Carl Pike in Oslo, the Nairobi Star and Reuters said on May 4."
    names = find_names(text)
    assert all(name.printed == name.span.cut(text) for name in names)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
    assert [name.canonical for name in names] == [
        "Norway",
        "Ingrid Dahl",
        "United States",
        "Carl Pike",
        "Oslo",
        "Nairobi Star",
        "Reuters",
    ]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("U.S. Secretary of Labor Ann Pike left.", "Ann", "U.S. Secretary of Labor"),
        ("But Norwegian Foreign Minister Ingrid Dahl said", "Ingrid", "Norwegian Foreign Minister"),
        ("chief Pentagon spokesman Joe Ray said", "Joe", "chief Pentagon spokesman"),
        ("Peru’s health minister, Ana Rojas, said", "Ana", "Peru’s health minister"),
        ("Lt. Gen. Mark Roe said", "Mark", "Lt. Gen."),
        ("the hospital's medical director Dr Mina Patel", "Mina", "medical director"),
        ("Dahl and U.K. Health Secretary Bob Ray met", "Bob", "U.K. Health Secretary"),
        ("said coach Bob Ray", "Bob", "coach"),
    ],
)
def test_the_role_before_a_name_is_found(text, name, role):
    result = role_before(text, text.index(name))
    assert result is not None
    assert result.printed == role


@pytest.mark.parametrize("text", ["Mr Pike", "the passengers, Ann Pike", "in Ann Pike", "told Ann Pike"])
def test_honorifics_plurals_and_verbs_are_no_role(text):
    assert role_before(text, text.index("Pike") - 4 if "Ann" in text else text.index("Pike")) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Pike, a spokeswoman for the ministry, said", "spokeswoman for the ministry"),
        ("Ann Pike, 44, commissioner of Transit for Leeds, said", "commissioner of Transit for Leeds"),
        ("Ann Pike, the U.S. ambassador to Japan.", "U.S. ambassador to Japan"),
        ("Ann Pike, who is a nurse, said", None),
        ("Ann Pike, from Leeds, said", None),
        ("Ann Pike, adding", None),
    ],
)
def test_the_role_in_apposition_is_found(text, role):
    result = role_after(text, len("Ann Pike"))
    assert (result.printed if result else None) == role


def test_a_description_tells_head_number_and_definiteness():
    one, many = described_by("the Peruvian health minister"), described_by("spokeswomen for the army")
    assert one is not None and many is not None
    assert (one.head, one.is_definite, one.is_plural) == ("minister", True, False)
    assert (many.head, many.is_definite, many.is_plural, many.gender) == ("spokeswoman", False, True, "female")
    assert described_by("the bridge") is None
