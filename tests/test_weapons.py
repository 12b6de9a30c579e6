import pytest
from builders import make_article

from summarizer.domain.article import Role
from summarizer.domain.span import Span
from summarizer.domain.weapon import SpecKind
from summarizer.language.weapon_owner import owner_of
from summarizer.language.weapons import canonical_weapon, describe_weapon, find_weapon_names
from summarizer.reading.weapons import draft_weapons


def names(text):
    return [weapon.canonical for weapon in find_weapon_names(text)]


def specs(text):
    """(printed name, kind, value) of every drafted specification."""
    return {(draft.name, spec.kind.value, spec.value) for draft in draft_weapons(make_article(text)) for spec in draft.specs}


def drafted(text, name):
    return next(draft for draft in draft_weapons(make_article(text)) if draft.name == name)


SYSTEMS = [
    ("North Korea test-fired a KN-23 toward the Sea of Japan.", "KN-23", "short-range ballistic missile"),
    ("A Hwasong-15 was paraded through Pyongyang at night.", "Hwasong-15", "intercontinental ballistic missile"),
    ("Kyiv said two Iskander-M missiles hit the depot.", "Iskander-M", "short-range ballistic missile"),
    ("Britain wants to replace Trident missiles in the 2040s.", "Trident", "submarine-launched ballistic missile"),
    ("The DF-26 missile is known as the Guam killer.", "DF-26", "intermediate-range ballistic missile"),
    ("Shaheen-III missiles rolled past the president.", "Shaheen-3", "medium-range ballistic missile"),
    ("India tested the Agni-V off Odisha.", "Agni-V", "ballistic missile"),
    ("Two Kinjals struck the port, officials said.", "Kinzhal", "hypersonic missile"),
    ("The frigate fired a Kalibr at a warehouse.", "Kalibr", "cruise missile"),
    ("Debris of a Kh-101 fell on a clinic.", "Kh-101", "cruise missile"),
    ("The Navy fired Tomahawk cruise missiles from the Red Sea.", "Tomahawk", "cruise missile"),
    ("Berlin again refused to hand over Taurus missiles.", "Taurus", "cruise missile"),
    ("The Philippines took delivery of BrahMos batteries.", "BrahMos", "cruise missile"),
    ("An Exocet sank the ship within an hour.", "Exocet", "anti-ship missile"),
    ("A Harpoon anti-ship missile was loaded at the pier.", "Harpoon", "anti-ship missile"),
    ("He was killed by a Hellfire missile on his balcony.", "AGM-114 Hellfire", "air-to-ground missile"),
    ("Javelin anti-tank weapons arrived by rail.", "FGM-148 Javelin", "anti-tank missile"),
    ("Soldiers trained with Stinger missiles near Lublin.", "FIM-92 Stinger", "man-portable air-defence missile"),
    ("Another Patriot battery is to be sent to the east.", "Patriot", "air defence system"),
    ("Turkey was thrown out of the programme for buying the S-400.", "S-400", "air defence system"),
    ("Iron Dome intercepted most of the rockets.", "Iron Dome", "missile defence system"),
    ("A Thaad battery will guard the airport.", "THAAD", "missile defence system"),
    ("A Grad rocket slammed into a school yard.", "BM-21 Grad", "multiple rocket launcher"),
    ("Seoul will sell Poland 288 Chunmoo launchers.", "K239 Chunmoo", "multiple rocket launcher"),
    ("Gunners showed reporters an M777 howitzer.", "M777", "howitzer"),
    ("Russia lost three 2S19 guns in a day.", "2S19 Msta-S", "self-propelled howitzer"),
    ("Paris promised 12 Caesar howitzers.", "CAESAR", "self-propelled howitzer"),
    ("The crater was made by a GBU-39 dropped at noon.", "GBU-39 Small Diameter Bomb", "guided bomb"),
    ("Belgium will give 30 F-16s by 2028.", "F-16", "fighter jet"),
    ("Greece took over the first six Rafales.", "Rafale", "fighter jet"),
    ("China showed the J-20 at an air show.", "J-20", "fighter jet"),
    ("A MiG 31 took off and sirens sounded.", "MiG-31", "fighter jet"),
    ("A US B-52 bomber flew over the Gulf.", "B-52 Stratofortress", "bomber"),
    ("A CH-53E Super Stallion made an emergency landing.", "CH-53E Super Stallion", "transport helicopter"),
    ("A Ka-52 was downed near the bridge.", "Ka-52", "attack helicopter"),
    ("An Apache helicopter opened fire on the boat.", "AH-64 Apache", "attack helicopter"),
    ("A Reaper drone circled over the camp.", "MQ-9 Reaper", "drone"),
    ("Bayraktar TB2 footage showed a burning truck.", "Bayraktar TB2", "drone"),
    ("Lancet drones hunt for artillery.", "Lancet", "loitering munition"),
    ("Fragments of a Geran-2 lay on the roof.", "Shahed-136", "one-way attack drone"),
    ("Fourteen Leopard 2 tanks crossed the border.", "Leopard 2", "tank"),
    ("The Abrams needs a great deal of fuel.", "M1 Abrams", "tank"),
    ("A column of BMP-2s was left in a field.", "BMP-2", "infantry fighting vehicle"),
    ("Bradley fighting vehicles led the attack.", "M2 Bradley", "infantry fighting vehicle"),
    ("The man carried an AK-47 and a knife.", "AK-47", "assault rifle"),
    ("An Arleigh Burke-class destroyer joined the search.", "Arleigh Burke-class", "destroyer class"),
    ("A Kilo-class submarine surfaced off Crimea.", "Kilo-class", "submarine class"),
    ("A Type 055 destroyer sailed past Sydney.", "Type 055", "destroyer class"),
    ("HMS Duncan left Portsmouth on Sunday.", "HMS Duncan", "warship"),
    ("The USS Carney shot down three drones.", "USS Carney", "warship"),
]


@pytest.mark.parametrize(("sentence", "canonical", "category"), SYSTEMS)
def test_a_known_weapon_is_found_with_its_canonical_name_and_category(sentence, canonical, category):
    found = find_weapon_names(sentence)
    assert [(weapon.canonical, weapon.category) for weapon in found] == [(canonical, category)]
    assert found[0].known
    assert found[0].span.cut(sentence) == found[0].printed


TRAPS = [
    "Pupils received their A-levels on Thursday.",
    "Covid-19 cases rose after the missile drill.",
    "Leaders of the G-7 met in Apulia to discuss the war.",
    "A lorry fire closed the M25 near the army barracks.",
    "NATO allies invoked Article 5 after the attack.",
    "A Boeing 737 made an emergency landing.",
    "The iPhone-13 went on sale as troops marched.",
    "The B-52s played Love Shack to close the show.",
    "He drove an F-150 truck to the courthouse.",
    "She sold MP-3 players from a van.",
    "Farms were hit by an outbreak of H1N1.",
    "The soldier wore a white T-shirt.",
    "They cycled along Route-66 for charity.",
    "England's U-19 side lost in the final.",
    "The airline ordered six A-320 aircraft.",
    "The Patriot Act was renewed by Congress.",
    "The New England Patriots beat the Jets in overtime.",
    "Typhoon Haiyan wrecked the town and military planes brought food.",
    "She won bronze in the javelin at Tokyo.",
    "A leopard was seen near the army base.",
    "The Shadow Chancellor attacked the budget.",
    "The Raptors lost in Toronto.",
    "He joined the London Symphony's Trident Ensemble.",
    "A Tomahawk steak costs 60 pounds.",
    "The actor from Harrier Films was shot in London.",
    "Resolution 2231 was adopted by the council.",
    "Vitamin B-12 helps soldiers to recover.",
    "Flight MH-17 was brought down by a missile.",
    "The H-1B visa programme was frozen.",
    "Type 2 diabetes is rising among veterans.",
    "It was a world-class destroyer of reputations.",
    "He has an S-Class car and a yacht.",
    "An 18-year-old soldier was killed.",
    "A 10 percent rise in the military budget was agreed.",
    "The Mirage hotel in Las Vegas closed.",
    "Hundreds of ballistic missiles were delivered.",
    "The Bradley campaign raised two million dollars.",
    "Mistral raised 600 million euros for its language models.",
    "Shoppers bought 35mm cameras and film.",
    "Samsung's S-23 phone was the best seller.",
]


@pytest.mark.parametrize("sentence", TRAPS)
def test_what_only_looks_like_a_weapon_is_none(sentence):
    assert names(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "canonical", "category"),
    [
        ("An MQ-41C armed drone crashed in the desert.", "MQ-41C", "armed drone"),
        ("The army showed a new missile, the XK-71.", "XK-71", None),
        ("The air force flew a QY-12 patrol plane over the strait.", "QY-12", "patrol plane"),
        ("A navy Bell 429 helicopter ditched at sea.", "Bell 429", "helicopter"),
        ("He escaped on a Zubr-class landing ship.", "Zubr-class", "landing ship"),
    ],
)
def test_an_unlisted_designation_counts_beside_a_weapon_noun(sentence, canonical, category):
    (found,) = find_weapon_names(sentence)
    assert (found.canonical, found.category, found.known) == (canonical, category, False)


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("Fateh-360", "Fath-360"),
        ("BM-120", "Fath-360"),
        ("Sukhoi Su-35", "Su-35"),
        ("Su 35s", "Su-35"),
        ("Geran-2", "Shahed-136"),
        ("Himars", "HIMARS"),
        ("M142", "HIMARS"),
        ("Army Tactical Missile System", "ATACMS"),
        ("Scalp", "Storm Shadow"),
        ("155-millimeter shells", "155mm artillery rounds"),
        ("155 mm artillery rounds", "155mm artillery rounds"),
        ("XK‑71s", "XK-71"),
        ("Starlight lamp", "Starlight lamp"),
    ],
)
def test_names_of_one_weapon_share_a_canonical_name(printed, canonical):
    assert canonical_weapon(printed) == canonical


def test_an_unlisted_variant_keeps_its_name_and_takes_category_and_origin_from_its_base():
    (found,) = find_weapon_names("Footage showed a T-72B4 on a trailer.")
    assert (found.canonical, found.category, found.origin, found.known) == ("T-72B4", "tank", "Russia", True)


def test_a_ship_named_once_is_known_by_its_bare_name_afterwards():
    text = "The USS Bataan reached Aden. Two boats came close to the Bataan before turning away."
    assert names(text) == ["USS Bataan", "USS Bataan"]


def test_an_ordinary_word_that_was_used_as_a_name_counts_again_in_the_same_text():
    text = "Kyiv asked for Tomahawk missiles. Moscow said the use of Tomahawks would be an escalation."
    assert names(text) == ["Tomahawk", "Tomahawk"]


def test_names_are_found_within_a_part_of_the_text_only():
    text = "An F-16 took off. A MiG-29 followed."
    assert [weapon.printed for weapon in find_weapon_names(text, within=Span(18, len(text)))] == ["MiG-29"]


def test_a_known_weapon_is_described_by_any_of_its_names():
    assert describe_weapon("Sukhoi-35").origin == "Russia"
    assert describe_weapon("no such thing") is None


# specifications


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Oreshnik has a maximum range of 3,400 miles (5,500 kilometers).",
            ("Oreshnik", "range", "3,400 miles (5,500 kilometers)"),
        ),
        ("The JASSM can strike targets up to 370 km away.", ("JASSM", "range", "370 km")),
        ("Ukraine wants the 190-mile-range ATACMS.", ("ATACMS", "range", "190-mile")),
        ("With a range of 300 km, the PrSM outreaches older rockets.", ("PrSM", "range", "300 km")),
        ("The KN-25 flew 380 km. It can carry a 500 kg warhead.", ("KN-25", "payload", "500 kg")),
        ("The Tomahawk missile carries a 1,000-pound warhead.", ("Tomahawk", "payload", "1,000-pound")),
        ("A Kinzhal flies at up to Mach 10, Moscow says.", ("Kinzhal", "speed", "Mach 10")),
        ("The Mohajer-6 has a top speed of 200 km/h.", ("Mohajer-6", "speed", "200 km/h")),
        ("The RQ-4 flies at up to 60,000 feet.", ("RQ-4", "altitude", "60,000 feet")),
        ("Jets dropped 2,000-pound JDAM bombs on the camp.", ("JDAM", "weight", "2,000-pound")),
        ("The S-400, whose missiles can hit targets 400 km away, is in service.", ("S-400", "range", "400 km")),
        ("The M777 weighs 4,200 kilograms.", ("M777", "weight", "4,200 kilograms")),
        ("The AK-12 is 94 centimetres long; the RS-28 is 35 metres long.", ("RS-28", "length", "35 metres")),
        ("The T-90M has a crew of three.", ("T-90M", "crew", "three")),
        ("A Reaper drone costs about $30 million.", ("Reaper drone", "cost", "$30 million")),
        ("Each PAC-3 missile costs $4.1 million.", ("PAC-3", "cost", "$4.1 million")),
        ("Its T-72B3 tanks mount a 125mm gun.", ("T-72B3", "calibre", "125mm")),
        ("Australia will give 49 Abrams tanks.", ("Abrams", "quantity", "49")),
        ("Norway sent dozens of Leopard tanks.", ("Leopard tanks", "quantity", "dozens")),
        ("It asked for more than 200 Stryker armored vehicles.", ("Stryker armored vehicles", "quantity", "200")),
        ("Spain gave six Hawk batteries and trucks.", ("Hawk", "quantity", "six")),
        ("They received 36,000 105mm artillery rounds.", ("105mm artillery rounds", "quantity", "36,000")),
        ("They received 36,000 105mm artillery rounds.", ("105mm artillery rounds", "calibre", "105mm")),
    ],
)
def test_a_specification_is_linked_to_its_weapon_as_printed(text, expected):
    assert expected in specs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The KN-23 can reach targets 690 km away, while the KN-25 has a range of 380 km.",
            {("KN-23", "690 km"), ("KN-25", "380 km")},
        ),
        ("The Taurus missile, unlike the Exocet, has a range of 500 km.", {("Taurus missile", "500 km")}),
        ("The Exocet replaced missiles with a range of 40 km.", set()),
        ("ATACMS and Exocet missiles, which have a range of 200 km, were fired.", set()),
        ("Troops fired an ATACMS at a base 100 km from the border.", set()),
        ("The PrSM outreaches the 300 km of the ATACMS.", set()),
        ("Iran showed the Emad missile. A rival's rocket has a range of 900 km.", set()),
    ],
)
def test_a_range_never_hangs_on_another_weapon(text, expected):
    assert {(name, value) for name, kind, value in specs(text) if kind == "range"} == expected


def test_a_number_right_before_a_calibre_is_of_that_ammunition_and_not_of_the_weapon_named_earlier():
    text = "The aid includes GMLRS rockets, 90,000 155mm artillery rounds and tents."
    for words in ("90,000", "155mm"):
        start = text.index(words)
        owner = owner_of(text, Span(start, start + len(words)), find_weapon_names(text))
        assert owner.canonical == "155mm artillery rounds"
    assert {value for name, _, value in specs(text) if name == "155mm artillery rounds"} == {"90,000", "155mm"}


def test_a_value_of_a_compared_weapon_has_that_weapon_as_owner():
    text = "The PrSM outreaches the 300 km of the ATACMS."
    start = text.index("300 km")
    assert owner_of(text, Span(start, start + 6), find_weapon_names(text)).canonical == "ATACMS"


@pytest.mark.parametrize(
    "text",
    [
        "The package of Stinger missiles and Javelins is worth $250 million.",
        "Taiwan counted 19 J-16 and J-10 fighters off its coast.",
    ],
)
def test_a_total_of_several_weapons_hangs_on_none_of_them(text):
    assert specs(text) == set()


def test_years_and_dates_are_no_quantities_of_weapons():
    assert specs("On May 12 Patriot missiles arrived. The 2022 HIMARS deliveries changed the war.") == set()


def test_one_draft_gathers_all_sentences_of_a_weapon():
    text = "Poland ordered the K2 tank. Critics like the Leopard 2. The K2 tank has a crew of three."
    draft = drafted(text, "K2 tank")
    assert draft.sentences == (1, 3)
    assert [(spec.kind, spec.value, spec.sentence) for spec in draft.specs] == [(SpecKind.CREW, "three", 3)]


def test_a_weapon_without_a_name_gets_no_draft():
    assert (
        draft_weapons(make_article("Tehran is weighing the sale of hundreds of ballistic missiles with a range of 300 km.")) == ()
    )


def test_sentences_that_carry_no_statement_name_no_weapon():
    text = "An F-16 takes off at dawn.\nThe minister spoke of peace."
    assert draft_weapons(make_article(text, roles={"takes off": Role.CAPTION})) == ()


@pytest.mark.parametrize(
    ("text", "name", "operator"),
    [
        ("Ukrainian F-16s shot down six drones.", "F-16s", "Ukrainian"),
        ("Indian pilots have been trained in France to fly the Rafale.", "Rafale", "Indian pilots"),
        ("Russia fired four Kinzhal missiles at the port.", "Kinzhal", "Russia"),
        ("The Royal Navy's HMS Duncan left port.", "HMS Duncan", "The Royal Navy"),
        ("North Korean KN-23 missiles hit the city.", "KN-23", None),
        ("The minister would not say if he would allow Moldova to use the Rafale.", "Rafale", None),
        ("She would not approve Moldova using the Rafale.", "Rafale", None),
        ("A Rafale crashed in the hills.", "Rafale", None),
    ],
)
def test_the_operator_is_as_printed_or_nothing(text, name, operator):
    assert drafted(text, name).operator == operator


def test_the_kind_is_as_printed_beside_the_name():
    text = "They learned to operate the KN-23 solid-fuel ballistic missile system near Pyongyang."
    assert drafted(text, "KN-23").category == "solid-fuel ballistic missile system"
