"""Who is who in an article."""

import pytest
from builders import make_article
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.article import Role
from summarizer.domain.claim import SpeakerKind
from summarizer.domain.span import Span
from summarizer.language.act_proposals import shows_act
from summarizer.language.acts import act_of
from summarizer.language.names import find_names
from summarizer.language.parties import party_of
from summarizer.language.people import who_is_who


def resolve(text, words, *, roles=None, occurrence=1):
    """The person meant by the n-th print of `words` in the article of this text."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return who_is_who(make_article(text, roles=roles)).resolve(Span(start, start + len(words)))


def name_of(text, words, **options):
    person = resolve(text, words, **options)
    return person.name if person else None


STORM = (
    "Norwegian Foreign Minister Ingrid Dahl said the storm was the worst since 1987.\n"
    "Ms Dahl told reporters that nine boats had sunk. “We are counting,” she said.\n"
    "Erik Lund, a spokesman for the Coastal Board, said his crews were at sea. He added that the wind had dropped.\n"
    "The minister will visit on Friday.\n"
)


@pytest.mark.parametrize("words", ["Norwegian Foreign Minister Ingrid Dahl", "Ingrid Dahl", "Ms Dahl", "she", "The minister"])
def test_a_person_is_known_by_full_name_surname_pronoun_and_role(words):
    person = resolve(STORM, words)
    assert person is not None
    assert (person.name, person.kind, person.role, person.side) == (
        "Ingrid Dahl",
        SpeakerKind.PERSON,
        "Norwegian Foreign Minister",
        "Norway",
    )


@pytest.mark.parametrize("words", ["Erik Lund, a spokesman for the Coastal Board", "Erik Lund", "He"])
def test_a_role_in_apposition_gives_the_side(words):
    person = resolve(STORM, words)
    assert person is not None
    assert (person.name, person.role, person.side) == ("Erik Lund", "spokesman for the Coastal Board", "Coastal Board")


def test_the_fullest_print_and_the_aliases_are_kept():
    people = {person.name: person for person in who_is_who(make_article(STORM)).people}
    assert set(people) == {"Ingrid Dahl", "Erik Lund"}
    assert people["Ingrid Dahl"].first.cut(STORM) == "Ingrid Dahl"
    assert people["Ingrid Dahl"].aliases == ("Dahl",)
    assert people["Ingrid Dahl"].gender == "female"


def test_the_role_of_the_body_wins_over_a_captions_and_both_are_kept():
    text = "Pentagon spokesman Joe Ray at a lectern.\nWhite House security spokesman Joe Ray told reporters it was over.\n"
    person = resolve(text, "Joe Ray", roles={"lectern": Role.CAPTION})
    assert person is not None
    assert person.role == "White House security spokesman"
    assert person.roles == ("White House security spokesman", "Pentagon spokesman")
    assert person.side == "United States"


def test_a_surname_of_two_people_stays_unresolved():
    text = "Alan Reed, an actor, met the banker David Reed. Reed said nothing more. Mr Reed left."
    assert resolve(text, "Reed said".removesuffix(" said"), occurrence=3) is None
    assert resolve(text, "Mr Reed") is None
    assert name_of(text, "Alan Reed") == "Alan Reed"


def test_an_office_told_in_the_lead_belongs_to_the_name_that_follows():
    text = (
        "The reactor is safe, the Japanese industry minister has said.\nSpeaking in Osaka, Kenji Mori said inspectors had left.\n"
    )
    person = resolve(text, "the Japanese industry minister")
    assert person is not None
    assert (person.name, person.side) == ("Kenji Mori", "Japan")


def test_a_pointing_apposition_takes_the_office_told_before():
    text = (
        "However, the Peruvian president’s chief of staff said it was late.\n“We need pumps,” the official, Ana Rojas, wrote.\n"
    )
    assert name_of(text, "the Peruvian president’s chief of staff") == "Ana Rojas"
    person = resolve(text, "the official, Ana Rojas")
    assert person is not None
    assert (person.role, person.side) == ("Peruvian president’s chief of staff", "Peru")


def test_a_spokesman_for_the_ministry_speaks_for_the_state_whose_ministry_was_named():
    text = "The Chilean health ministry closed two wards.\n“It is over,” said Pablo Soto, a spokesman for the ministry.\n"
    assert resolve(text, "Pablo Soto").side == "Chile"
    ministry = resolve(text, "the ministry")
    assert (ministry.name, ministry.side) == ("Chilean health ministry", "Chile")


def test_names_inside_quotations_are_no_antecedents():
    text = "Minister Amara Okafor spoke on Friday. “Peter Quill and David Stone saved us,” she said. “Thank them,” she added.\n"
    assert name_of(text, "she") == "Amara Okafor"
    assert name_of(text, "she", occurrence=2) == "Amara Okafor"


def test_a_pronoun_passes_over_people_of_the_other_gender():
    text = (
        "Ann Pike said the match was lost. Her coach, Robert Stone, said nothing. “I was tired,” she said. “So was I,” he said.\n"
    )
    assert name_of(text, "she said".removesuffix(" said")) == "Ann Pike"
    assert name_of(text, "he said".removesuffix(" said"), occurrence=3) == "Robert Stone"


def test_they_are_the_states_that_spoke_together():
    text = (
        "Spain, Italy and Portugal said on Monday that they would close three ports.\n"
        "“We will act,” the countries said in a joint statement, the statement continued.\n"
    )
    for words in ("Spain, Italy and Portugal", "they", "the countries", "the statement"):
        person = resolve(text, words)
        assert person is not None, words
        assert (person.kind, person.members) == (SpeakerKind.COLLECTIVE, ("Spain", "Italy", "Portugal"))


def test_a_count_chooses_the_collective_of_that_size():
    text = "Spain, Italy and Portugal signed. Later Chile and Peru said no. The three countries said they were sorry.\n"
    assert resolve(text, "The three countries").members == ("Spain", "Italy", "Portugal")


def test_two_people_speaking_together_are_a_collective():
    person = resolve("Ann Pike met Robert Stone.\nMs Pike and Mr Stone said they had agreed.\n", "Ms Pike and Mr Stone")
    assert (person.kind, person.members) == (SpeakerKind.COLLECTIVE, ("Ann Pike", "Robert Stone"))


@pytest.mark.parametrize(
    ("words", "name", "kind", "side"),
    [
        ("Oslo", "Norway", SpeakerKind.STATE, "Norway"),
        ("the Kremlin", "Russia", SpeakerKind.STATE, "Russia"),
        ("The Pentagon", "Defense Department", SpeakerKind.STATE, "United States"),
        ("the Swedish foreign ministry", "Swedish foreign ministry", SpeakerKind.STATE, "Sweden"),
        ("Reuters", "Reuters", SpeakerKind.MEDIA, "Reuters"),
        ("Zenith Motors", "Zenith Motors", SpeakerKind.ORGANISATION, "Zenith Motors"),
        ("the company", "Zenith Motors", SpeakerKind.ORGANISATION, "Zenith Motors"),
        ("it would", None, None, None),
    ],
)
def test_states_bodies_media_and_companies_speak_too(words, name, kind, side):
    text = (
        "Oslo said no, and the Kremlin said yes. The Pentagon said little. "
        "It was denied, the Swedish foreign ministry said, Reuters reported.\n"
        "Zenith Motors said that it would close a plant. Sales fell, the company said.\n"
    )
    person = resolve(text, words)
    assert (person and person.name, person and person.kind, person and person.side) == (name, kind, side)


def test_it_is_the_organisation_that_speaks():
    text = "Zenith Motors said on Friday that it would close a plant in Texas.\n"
    assert name_of(text, "it", occurrence=2) == "Zenith Motors"  # the first is in "Zenith"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("a US defense official", "United States"),
        ("Kenyan officials", "Kenya"),
        ("Residents", None),
        ("a woman on the bridge", None),
        ("two Peruvian diplomats", "Peru"),
    ],
)
def test_speakers_without_a_name_are_unnamed_with_the_side_of_their_words(words, side):
    text = f"The bridge fell on Monday. {words} said it had been weak for years.\n"
    person = resolve(text, words)
    assert person is not None
    assert (person.name, person.kind, person.side) == (words, SpeakerKind.UNNAMED, side)


def test_the_official_is_the_one_introduced_before():
    text = "The drone fell, according to a Danish navy official. It was old, the official said.\n"
    person = resolve(text, "the official")
    assert (person.name, person.kind, person.side) == ("a Danish navy official", SpeakerKind.UNNAMED, "Denmark")


def test_a_lawyer_of_somebody_is_not_that_person():
    text = (
        "Robert Stone, the Norwegian ambassador, was not there. A lawyer for Stone said he was ill. Stone's driver said so too.\n"
    )
    assert resolve(text, "A lawyer for Stone").kind is SpeakerKind.UNNAMED
    assert resolve(text, "Stone's driver").kind is SpeakerKind.UNNAMED


def test_a_rank_takes_the_office_of_the_spokesman_told_before():
    text = "Tehran's top military spokesman called it false.\n“All are back,” Brigadier General Farid Azimi said.\n"
    assert resolve(text, "Farid Azimi").side == "Iran"


def test_a_president_without_a_state_is_the_one_at_home():
    text = "President Ann Pike spoke at the White House. President Lucia Rojas of Peru did not.\n"
    assert resolve(text, "Ann Pike").side == "United States"
    assert resolve(text, "Lucia Rojas").side == "Peru"


@pytest.mark.parametrize("words", ["The storm", "on Friday", "nine boats", "it rained"])
def test_words_that_name_nobody_resolve_to_nobody(words):
    text = "The storm sank nine boats on Friday because it rained.\n"
    assert resolve(text, words) is None


def test_an_empty_article_has_no_people():
    assert who_is_who(make_article("")).people == ()


_PIECES = """Iran U.S.
the The Mr Dr of and “ ” ' ’s , . ( ) - -- he said Ann Pike president Bank told AP Iran-Russia May not if 42
NATO's al-Azimi"""
WORDS = st.sampled_from([*_PIECES.split(), "\n", "Bank\n"])


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_no_text_breaks_names_acts_or_people(text):
    article = make_article(text)
    people = who_is_who(article)
    for name in find_names(text):
        assert name.printed == name.span.cut(text)
        people.resolve(name.span)
    for sentence in article.sentences:
        people.resolve(sentence.span)
        words = sentence.span.cut(text)
        party_of(words)
        act = act_of(cue=words[:5] or None, content=words, speaker=words[:9], sentence=words, own_side="Iran")
        assert isinstance(shows_act(act, cue=None, content=words, sentence=words), bool)
