import pytest
from builders import make_article

from summarizer.domain.article import Role
from summarizer.domain.measure import MeasureKind, Stage
from summarizer.language.folding import find
from summarizer.reading.measures import draft_measures


def drafted(text):
    return draft_measures(make_article(text))


STATED = [
    # sanctions
    (
        "The European Union imposed sanctions on five Belarusian judges on Monday.",
        "sanctions",
        "in force",
        "The European Union",
        "five Belarusian judges",
    ),
    (
        "Washington threatened to impose sanctions on any bank that handles the payments.",
        "sanctions",
        "threatened",
        "Washington",
        "any bank",
    ),
    (
        "The White House is considering sanctions against Venezuelan officials.",
        "sanctions",
        "planned",
        "The White House",
        "Venezuelan officials",
    ),
    (
        "Japan will lift sanctions on two shipping companies next month.",
        "sanctions",
        "planned",
        "Japan",
        "two shipping companies",
    ),
    ("Sanctions were lifted by the Security Council in 2016.", "sanctions", "cancelled", "the Security Council", None),
    (
        "Norway and Iceland announced fresh sanctions against the junta.",
        "sanctions",
        "announced",
        "Norway and Iceland",
        "the junta",
    ),
    ("Canada sanctions Haiti over gang violence", "sanctions", "in force", "Canada", "Haiti"),
    ("New sanctions will be announced on Thursday.", "sanctions", "planned", None, None),
    ("Two cargo lines have also been sanctioned.", "sanctions", "in force", None, "Two cargo lines"),
    ("The minister said Spain would freeze the assets of the clan.", "sanctions", "planned", "Spain", None),
    ("Seoul could impose sanctions on the yard if the deliveries go on.", "sanctions", "threatened", "Seoul", "the yard"),
    # aid
    ("Canada announced a $50 million aid package for flood victims in Pakistan.", "aid", "announced", "Canada", "flood victims"),
    ("Turkey sent emergency aid to Haiti.", "aid", "in force", "Turkey", "Haiti"),
    ("The United States suspended military aid to Mali after the coup.", "aid", "cancelled", "The United States", "Mali"),
    ("Britain vowed to send military aid to Kyiv.", "aid", "planned", "Britain", "Kyiv"),
    ("Denmark threatened to cut development aid to the ministry.", "aid", "threatened", "Denmark", "the ministry"),
    # agreements
    ("India and France signed a defence agreement in Delhi.", "agreement", "in force", "India and France", None),
    ("Peru withdrew from the fishing treaty with Ecuador.", "agreement", "cancelled", "Peru", "Ecuador"),
    ("Mali cancelled its defence accords with France.", "agreement", "cancelled", "Mali", "France"),
    ("Both governments plan to sign the pact in June.", "agreement", "planned", "Both governments", None),
    ("Acme Corp agreed to buy Widget Inc for $3.2 billion.", "agreement", "announced", "Acme Corp", None),
    ("The company struck a deal with the union on Sunday.", "agreement", "in force", "The company", "the union"),
    # expulsions
    (
        "Poland expelled 12 Russian diplomats on Friday over spying claims.",
        "expulsion",
        "in force",
        "Poland",
        "12 Russian diplomats",
    ),
    ("Twelve diplomats were expelled by Poland.", "expulsion", "in force", "Poland", "Twelve diplomats"),
    ("Oslo said it would expel three Dutch diplomats in response.", "expulsion", "planned", "Oslo", "three Dutch diplomats"),
    (
        "Chad ordered the German ambassador to leave the country within 48 hours.",
        "expulsion",
        "announced",
        "Chad",
        "the German ambassador",
    ),
    # trade
    ("China raised tariffs on Australian barley to 80 percent.", "trade", "in force", "China", "Australian barley"),
    ("The US will impose a 25% tariff on steel imports from Mexico.", "trade", "planned", "The US", "steel imports"),
    ("Beijing threatened tariffs on European cars.", "trade", "threatened", "Beijing", "European cars"),
    ("The government lifted its ban on rice exports.", "trade", "cancelled", "The government", "rice exports"),
    ("Indonesia banned exports of nickel ore in 2020.", "trade", "in force", "Indonesia", None),
    ("Tariffs of 10% were imposed on Chinese toys.", "trade", "in force", None, "Chinese toys"),
    # legal
    ("Prosecutors charged the mayor with bribery.", "legal", "in force", "Prosecutors", "the mayor"),
    (
        "A federal grand jury indicted two former executives on Tuesday.",
        "legal",
        "in force",
        "A federal grand jury",
        "two former executives",
    ),
    ("The train driver, 51, from Leeds, has been arrested on suspicion of fraud.", "legal", "in force", None, "The train driver"),
    ("The commission fined the company 1.2 billion euros.", "legal", "in force", "The commission", "the company"),
    ("A court in Madrid sentenced the banker to four years in prison.", "legal", "in force", "A court in Madrid", "the banker"),
    ("Globex plans to sue Initech.", "legal", "planned", "Globex", "Initech"),
]


@pytest.mark.parametrize(("text", "kind", "stage", "by", "target"), STATED)
def test_a_measure_has_kind_stage_and_parties_as_printed(text, kind, stage, by, target):
    (draft,) = drafted(text)
    assert (draft.kind, draft.stage, draft.by, draft.target) == (MeasureKind(kind), Stage(stage), by, target)


@pytest.mark.parametrize("kind", MeasureKind)
def test_every_kind_is_stated_somewhere(kind):
    assert any(row[1] == kind for row in STATED)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_stated_somewhere(stage):
    assert any(row[2] == stage for row in STATED)


@pytest.mark.parametrize(("text", "amount"), [
    ("Germany pledged 200 million euros in humanitarian aid to Sudan.", "200 million euros"),
    ("Congress approved $61 billion in aid for Kosovo.", "$61 billion"),
    ("The US will impose a 25% tariff on steel imports from Mexico.", "25%"),
    ("Regulators fined Hooli $5 billion.", "$5 billion"),
    ("Turkey sent emergency aid to Haiti.", None),
])  # fmt: skip
def test_the_amount_is_as_printed(text, amount):
    assert [draft.amount for draft in drafted(text)] == [amount]


@pytest.mark.parametrize("text", [
    "Norway did not impose sanctions on the airline.",
    "No sanctions were imposed.",
    "The foreign minister called on the bloc to impose sanctions on the junta.",
    "Imposing sanctions on the bank would not be enough.",
    "They discussed sanctions relief and the sanctions regime.",
    "These sanctions include shipping firms.",
    "Sanctions have hurt the economy.",
    "The sanctions are expected to take a toll on growth.",
    "He could face sanctions.",
    "The president refused to sign the agreement.",
    "Talks on a trade deal collapsed.",
    "The two sides have yet to reach an agreement.",
    "The firm has reached no agreement with its lenders.",
    "The ministry denied that it had expelled any diplomats.",
    "Lawmakers urged the president to send more aid to Taiwan.",
    "Police have not arrested anyone.",
    "If Brazil imposes tariffs on wheat, prices will rise.",
    "Banks had faced large fines for handling the accounts.",
    "The candidate seized on news of the premiums.",
    "Most of its profit comes from charging fees on patents.",
    "The striker was expelled from the club.",
    "Foodstuffs are among the goods being blocked from entry.",
    "A peaceful deal seems far away.",
])  # fmt: skip
def test_what_is_denied_wished_for_supposed_or_only_a_topic_is_no_measure(text):
    assert drafted(text) == ()


def test_the_content_is_the_clause_exactly_as_printed():
    text = 'The bloc was firm. "We will impose tariffs on all of their exports," the president said, but markets rose.'
    (draft,) = drafted(text)
    assert draft.content == "We will impose tariffs on all of their exports"
    assert draft.sentences == (2,)
    assert draft.by == "the president"


def test_they_stands_for_the_speakers_of_the_sentence():
    (draft,) = drafted(
        "Sweden, Finland and Latvia said on Monday that they would impose new sanctions on Minsk over the flights."
    )
    assert (draft.by, draft.target, draft.stage) == ("Sweden, Finland and Latvia", "Minsk", Stage.PLANNED)
    assert draft.content.startswith("they would impose")


def test_the_ending_of_an_agreement_among_sanctions_is_a_measure_of_its_own():
    (draft,) = drafted("The steps include the termination of fishing agreements with Peru.")
    assert (draft.kind, draft.stage, draft.target) == (MeasureKind.AGREEMENT, Stage.CANCELLED, "Peru")


def test_content_parties_and_amount_stand_in_the_cited_sentence():
    for text, *_ in STATED:
        for draft in drafted(text):
            for words in filter(None, (draft.content, draft.by, draft.target, draft.amount)):
                assert find(words, text), words


def test_captions_and_boilerplate_take_no_measure():
    text = "Canada announced a new aid package for Sudan.\nThe minister arrived."
    assert draft_measures(make_article(text, roles={"Canada announced": Role.CAPTION})) == ()
