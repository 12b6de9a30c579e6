"""What a speaker does by the words: asserting, denying, warning, announcing."""

import pytest

from summarizer.domain.claim import Act
from summarizer.language.act_proposals import shows_act
from summarizer.language.acts import act_of

# act, cue, content, sentence, speaker, side
SPOKEN = [
    (
        Act.DENIES,
        "denied",
        "shipping any rifles",
        "The Ruritanian foreign ministry has denied shipping any rifles.",
        "The Ruritanian foreign ministry",
        None,
    ),
    (
        Act.DENIES,
        "flatly denied",
        "reports that its pump had failed",
        "Zenith flatly denied reports that its pump had failed.",
        "Zenith",
        None,
    ),
    (
        Act.DENIES,
        "rejected",
        "the accusation that it bribed the judge",
        "The firm rejected the accusation that it bribed the judge.",
        "The firm",
        None,
    ),
    (Act.DENIES, "dismissed", "the reports as fabricated", "The coach dismissed the reports as fabricated.", "The coach", None),
    (Act.DENIES, "disputed", "the report's findings", "The brewery disputed the report's findings.", "The brewery", None),
    (
        Act.DENIES,
        "told",
        "we have no information about a missing boat",
        "“We have no information about a missing boat,” he told reporters.",
        "he",
        None,
    ),
    (
        Act.DENIES,
        "insisted",
        "she never took the money",
        "Asked about the allegations, she insisted she never took the money.",
        "she",
        None,
    ),
    (Act.DENIES, "said", "the claims are baseless", "A lawyer said the claims are baseless.", "A lawyer", None),
    (
        Act.DENIES,
        "said",
        "the airline had nothing to do with the delay",
        "She said the airline had nothing to do with the delay.",
        "She",
        None,
    ),
    (
        Act.DOES_NOT_DENY,
        "denied",
        "it",
        "The navy rejected the charge, but the palace has not explicitly denied it.",
        "the palace",
        None,
    ),
    (
        Act.DOES_NOT_DENY,
        "stopped short of denying",
        "the talks",
        "The club stopped short of denying the talks.",
        "The club",
        None,
    ),
    (Act.PARTIALLY_DENIES, "partly denied", "the account", "The mayor partly denied the account.", "The mayor", None),
    (Act.PARTIALLY_DENIES, "denied", "some of the charges", "The trader denied some of the charges.", "The trader", None),
    (
        Act.DECLINES_TO_COMMENT,
        "said",
        "he would not comment on “team matters”",
        "Asked again, he said he would not comment on “team matters”.",
        "he",
        None,
    ),
    (
        Act.DECLINES_TO_COMMENT,
        "declined to comment",
        "on the merger",
        "Zenith declined to comment on the merger.",
        "Zenith",
        None,
    ),
    (
        Act.DECLINES_TO_COMMENT,
        "refused to say",
        "how many were hurt",
        "Police refused to say how many were hurt.",
        "Police",
        None,
    ),
    (
        Act.DECLINES_TO_COMMENT,
        "would neither confirm nor deny",
        "the plan",
        "The ministry would neither confirm nor deny the plan.",
        "The ministry",
        None,
    ),
    (Act.CONFIRMS, "confirmed", "that nine people died", "The hospital confirmed that nine people died.", "The hospital", None),
    (
        Act.CONFIRMS,
        "said",
        "We can confirm that the reactor is safe",
        "He said: “We can confirm that the reactor is safe.”",
        "He",
        None,
    ),
    (
        Act.ADMITS,
        "admitted",
        "it had sold rifles but insisted they were old",
        "The firm admitted it had sold rifles but insisted they were old.",
        "The firm",
        None,
    ),
    (
        Act.ADMITS,
        "acknowledged",
        "that the dam was never inspected",
        "The agency acknowledged that the dam was never inspected.",
        "The agency",
        None,
    ),
    (
        Act.ADMITS,
        "claimed",
        "responsibility for the bombing",
        "The group claimed responsibility for the bombing.",
        "The group",
        None,
    ),
    (
        Act.WARNS,
        "warned",
        "that the river could rise again",
        "Officials warned that the river could rise again.",
        "Officials",
        None,
    ),
    (Act.WARNS, "said", "We have warned the crew twice", "“We have warned the crew twice,” she said.", "she", None),
    (
        Act.ALLEGES,
        "accused",
        "Ruritania of jamming the signals",
        "Norway formally accused Ruritania of jamming the signals.",
        "Norway",
        "Norway",
    ),
    (
        Act.ALLEGES,
        "alleged",
        "that the brake had been cut",
        "Her lawyer alleged that the brake had been cut.",
        "Her lawyer",
        None,
    ),
    (Act.ALLEGES, "blamed", "the storm on poor forecasts", "Growers blamed the losses on poor forecasts.", "Growers", None),
    (
        Act.CORRECTS,
        "clarified",
        "that the toll was nine",
        "The coroner later clarified that the toll was nine.",
        "The coroner",
        None,
    ),
    (Act.CORRECTS, "revised", "the toll down to nine", "The ministry revised the toll down to nine.", "The ministry", None),
    (
        Act.PREDICTS,
        "said",
        "the storm will reach the coast by night",
        "The bureau said the storm will reach the coast by night.",
        "The bureau",
        None,
    ),
    (Act.PREDICTS, "said", "is likely to sell within weeks", "Zenith is likely to sell within weeks, she said.", "she", None),
    (Act.PREDICTS, "expects", "profit to fall 4 percent", "The bank expects profit to fall 4 percent.", "The bank", None),
    (Act.PREDICTS, "said", "the cuts would hurt schools", "She said the cuts would hurt schools.", "She", None),
    (Act.PLANS, "plans to", "open nine shops", "Zenith plans to open nine shops.", "Zenith", None),
    (
        Act.ANNOUNCES_OWN_ACT,
        "said",
        "they would impose a ban on whaling",
        "Chile and Peru said they would impose a ban on whaling.",
        "Chile and Peru",
        None,
    ),
    (Act.ANNOUNCES_OWN_ACT, "announced", "a new $40 million grant", "Dahl announced a new $40 million grant.", "Dahl", "Norway"),
    (Act.ANNOUNCES_OWN_ACT, "vowed", "to rebuild the school", "The governor vowed to rebuild the school.", "The governor", None),
    (Act.ANNOUNCES_OWN_ACT, "said", "Norway will send two ships", "Norway will send two ships, Dahl said.", "Dahl", "Norway"),
    (
        Act.ANNOUNCES_OWN_ACT,
        "said",
        "We are suspending all flights",
        "“We are suspending all flights,” the airline said.",
        "the airline",
        None,
    ),
    (
        Act.CONDITIONAL,
        "told",
        "Any such sale would represent a breach of the treaty",
        "“Any such sale would represent a breach of the treaty,” Dahl told reporters.",
        "Dahl",
        None,
    ),
    (
        Act.CONDITIONAL,
        "said",
        "If the dam breaks, the valley will flood",
        "“If the dam breaks, the valley will flood,” she said.",
        "she",
        None,
    ),
    (
        Act.REPORTS_BELIEF,
        "reported",
        "Oslo believed Ruritania had moved the rifles",
        "Two papers reported that Oslo believed Ruritania had moved the rifles.",
        "Two papers",
        None,
    ),
    (Act.REPORTS_BELIEF, "believes", "that the fire was set", "The insurer believes that the fire was set.", "The insurer", None),
    (
        Act.REPORTS_BELIEF,
        "said",
        "We assess the boat to be foreign",
        "“We assess the boat to be foreign,” she said.",
        "she",
        None,
    ),
    (Act.ASSERTS, "said", "the road was wet", "She said the road was wet.", "She", None),
    (Act.ASSERTS, "announced", "that the suspect had died", "Police announced that the suspect had died.", "Police", None),
    (Act.ASSERTS, "rejected", "the $4 billion offer", "The board rejected the $4 billion offer.", "The board", None),
    (
        Act.ASSERTS,
        "said",
        "I didn't think anyone would live",
        "“I didn't think anyone would live,” a passenger said.",
        "a passenger",
        None,
    ),
    (Act.ASSERTS, "did not confirm", "the figure", "The clinic did not confirm the figure.", "The clinic", None),
]

TOLD = [
    (Act.DENIES, "The Ruritanian foreign ministry has denied shipping any rifles."),
    (Act.DOES_NOT_DENY, "The palace has never denied the affair."),
    (Act.PARTIALLY_DENIES, "The mayor denied taking bribes but admitted receiving gifts."),
    (Act.DECLINES_TO_COMMENT, "Zenith did not immediately respond to a request for comment."),
    (Act.DECLINES_TO_COMMENT, "The coach could not be reached."),
    (Act.ALLEGES, "Norway formally accused Ruritania of jamming the signals."),
    (Act.ALLEGES, "Ruritania stands accused by its neighbours of jamming the signals."),
    (Act.ANNOUNCES_OWN_ACT, "Chile, Peru and Ecuador announced new limits on fishing."),
    (Act.REPORTS_BELIEF, "The fire is believed to be the first there since 1959."),
    (Act.CORRECTS, "Correction: an earlier version of this story misstated the toll."),
    (Act.PLANS, "Dahl is scheduled to meet the chancellor on Friday."),
    (Act.PREDICTS, "Prices are expected to rise by spring."),
    (Act.PREDICTS, "The comet will pass on Sunday."),
    (Act.CONDITIONAL, "A deal would create the largest brewery in Europe."),
    (Act.ASSERTS, "Nine people died when the bus overturned."),
    (Act.ASSERTS, "Two passengers were denied boarding at the gate."),
    (Act.ASSERTS, "Nobody was hurt."),
    (Act.ASSERTS, "She was admitted to hospital with burns."),
    (Act.ASSERTS, "Smith, who denies the charges, appeared in court."),
    (Act.ASSERTS, "The visitors conceded a late goal."),
]


@pytest.mark.parametrize("case", SPOKEN)
def test_the_act_of_reported_words(case):
    act, cue, content, sentence, speaker, side = case
    assert act_of(cue=cue, content=content, speaker=speaker, sentence=sentence, own_side=side) is act


@pytest.mark.parametrize("case", SPOKEN)
def test_words_show_the_act_that_they_are(case):
    act, cue, content, sentence, _, _ = case
    assert shows_act(act, cue=cue, content=content, sentence=sentence)


@pytest.mark.parametrize(("act", "sentence"), TOLD)
def test_the_act_of_a_sentence_in_the_articles_own_voice(act, sentence):
    assert act_of(cue=None, content=sentence, speaker=None, sentence=sentence) is act
    assert shows_act(act, cue=None, content=sentence, sentence=sentence)


@pytest.mark.parametrize(
    ("act", "cue", "content", "sentence"),
    [
        (Act.ASSERTS, "denied", "shipping any rifles", "The ministry has denied shipping any rifles."),
        (Act.ASSERTS, "said", "he would not comment", "He said he would not comment."),
        (Act.ASSERTS, "denied", "it", "The palace has not explicitly denied it."),
        (Act.ASSERTS, "told", "Any sale would represent a breach", "“Any sale would represent a breach,” she told them."),
        (Act.ASSERTS, "believes", "that the fire was set", "The insurer believes that the fire was set."),
        (Act.DENIES, "said", "the road was wet", "She said the road was wet."),
        (Act.DENIES, "denied", "it", "The palace has not explicitly denied it."),
        (Act.DENIES, "declined to comment", "on the merger", "Zenith declined to comment on the merger."),
        (Act.DENIES, "rejected", "the $4 billion offer", "The board rejected the $4 billion offer."),
        (Act.ADMITS, "said", "the pump was old", "She said the pump was old."),
        (Act.CONFIRMS, "said", "nine people died", "She said nine people died."),
        (Act.CONFIRMS, "did not confirm", "the toll", "The clinic did not confirm the toll."),
        (Act.PREDICTS, "said", "nine people died", "She said nine people died."),
        (Act.PLANS, "said", "nine people died", "She said nine people died."),
        (Act.CONDITIONAL, "said", "nine people died", "She said nine people died."),
        (Act.WARNS, "said", "nine people died", "She said nine people died."),
        (Act.ALLEGES, "said", "nine people died", "She said nine people died."),
        (Act.CORRECTS, "said", "nine people died", "She said nine people died."),
        (Act.REPORTS_BELIEF, "said", "nine people died", "She said nine people died."),
        (Act.DOES_NOT_DENY, "denied", "the affair", "The palace denied the affair."),
        (Act.DECLINES_TO_COMMENT, "denied", "the affair", "The palace denied the affair."),
        (Act.PARTIALLY_DENIES, "denied", "the affair", "The palace denied the affair."),
        (Act.ANNOUNCES_OWN_ACT, "said", "nine people died", "She said nine people died."),
    ],
)
def test_words_do_not_show_another_act(act, cue, content, sentence):
    assert not shows_act(act, cue=cue, content=content, sentence=sentence)


def test_the_side_of_the_speaker_makes_an_act_their_own():
    words = {
        "cue": "said",
        "content": "Norway will send two ships",
        "sentence": "Norway will send two ships, Dahl said.",
        "speaker": "Dahl",
    }
    assert act_of(**words, own_side="Norway") is Act.ANNOUNCES_OWN_ACT
    assert act_of(**words, own_side="Sweden") is Act.PREDICTS


@pytest.mark.parametrize(
    ("act", "cue", "content", "speaker"),
    [
        (Act.PLANS, "has announced", "Drivers at nine firms will strike in May", "The rail union"),
        (Act.ASSERTS, "said", "it had no plans to close any mill", "Acme"),
        (Act.ASSERTS, "said", "They are looking at a device in the hold", "One insider"),
        (Act.ASSERTS, "said", "The plane was bound for Oslo", "the airline"),
    ],
)
def test_announcing_for_others_plans_and_what_only_sounds_like_a_plan_does_not(act, cue, content, speaker):
    assert act_of(cue=cue, content=content, speaker=speaker, sentence=f"{speaker} {cue} {content}.") is act


def test_the_confirmed_dead_are_no_confirmation():
    words = "Lorne flood: 63 confirmed dead as search ends"
    assert act_of(cue=None, content=words, speaker=None, sentence=words) is Act.ASSERTS
