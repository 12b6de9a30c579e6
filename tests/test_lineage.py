"""Where claims come from, how origins relate, and how carriers and origins are counted."""

import ast

import pytest
from builders import make_article, make_claim, make_speaker

from summarizer.domain.claim import Act, SpeakerKind
from summarizer.domain.finding import Independence, OriginKind
from summarizer.reconciling.lineage import carriers_of, count_carriers, count_origins, lineage, origins_of, relation
from summarizer.reconciling.lineage_citations import Way, find_citations
from summarizer.reconciling.lineage_media import medium, medium_key
from summarizer.reconciling.lineage_quotes import quote_variants
from summarizer.reconciling.lineage_speakers import full_names, same_name

INDEPENDENT, SAME, NOT_SHOWN = Independence.INDEPENDENT, Independence.SAME, Independence.NOT_SHOWN

STORY = (
    "A freight train left the rails north of the capital on Friday and spilled fuel into a river. "
    "Crews worked through the night to close two leaking tank wagons with wooden wedges and foam. "
    "Nobody was hurt, but schools in three villages stayed closed because of the smell."
)
OWN = (
    "Fuel was running into the Vesna within minutes after eleven wagons jumped the track before dawn. "
    "Villagers shut their windows and drove away with what they could carry, a baker told us at the bridge. "
    "By noon the railway had sent a crane and two fire engines from the southern depot."
)


def origin_names(claim, *articles):
    return [origin.name for origin in origins_of(claim, lineage(articles))]


def said(text, speaker, words, *, outlet, side=None, kind=SpeakerKind.PERSON, role=None, **kwargs):
    """An article with one attributed claim."""
    article = make_article(text, outlet=outlet)
    return article, make_claim(article, words, speaker=make_speaker(article, speaker, side=side, kind=kind, role=role), **kwargs)


def narrated(text, words, **kwargs):
    """An article with one claim in its own voice."""
    article = make_article(text, **kwargs)
    return article, make_claim(article, words)


def count(*pairs):
    articles, claims = zip(*pairs, strict=True)
    return count_origins(claims, lineage(articles))


# --- where a claim comes from


def test_a_quoted_speaker_is_the_origin_whoever_prints_it():
    article, claim = said(
        "The dam is safe, Ana Petrov said.", "Ana Petrov", "The dam is safe", outlet="Daily Planet", side="Bulgaria"
    )
    (origin,) = origins_of(claim, lineage([article]))
    assert (origin.name, origin.kind, origin.side) == ("Ana Petrov", OriginKind.SPEAKER, "Bulgaria")


def test_narration_of_own_reporting_originates_with_the_outlet():
    article, claim = narrated(STORY, "Nobody was hurt", outlet="Daily Planet")
    (origin,) = origins_of(claim, lineage([article]))
    assert (origin.name, origin.kind) == ("Daily Planet", OriginKind.OUTLET)


def test_narration_of_agency_copy_originates_with_the_agency():
    article, claim = narrated(STORY, "Nobody was hurt", outlet="Daily Planet", agency="AFP")
    (origin,) = origins_of(claim, lineage([article]))
    assert (origin.name, origin.kind) == ("AFP", OriginKind.MEDIA)


def test_a_copy_without_credit_originates_with_the_agency_that_another_copy_credits():
    credited, bare = make_article(STORY, outlet="Daily Planet", agency="AFP"), make_article(STORY, outlet="Metropolis Star")
    assert origin_names(make_claim(bare, "Nobody was hurt"), credited, bare) == ["AFP"]


def test_one_sentence_of_agency_text_in_an_article_of_its_own_keeps_its_origin():
    sentence = STORY.split(". ")[1]
    agency = make_article(STORY, outlet="Daily Planet", agency="AFP")
    mixed = make_article(f"{OWN} {sentence}.", outlet="Metropolis Star")
    assert origin_names(make_claim(mixed, sentence), agency, mixed) == ["AFP"]
    assert origin_names(make_claim(mixed, "eleven wagons jumped the track before dawn"), agency, mixed) == ["Metropolis Star"]


@pytest.mark.parametrize(
    ("text", "words", "origin"),
    [
        ("CNN reported that the plane was carrying cars.", "the plane was carrying cars", "CNN"),
        ("The plane was carrying cars, according to the Evening Argus.", "The plane was carrying cars", "Evening Argus"),
        ("The plane was carrying cars, as reported by the semiofficial ISNA agency.", "The plane was carrying cars", "ISNA"),
        ("The Danish newspaper Politiken reported the plane carried cars.", "the plane carried cars", "Politiken"),
        ("Reuters, citing the Evening Argus, said the plane carried cars.", "the plane carried cars", "Evening Argus"),
        ("The plane carried cars, a report in The New York Times said.", "The plane carried cars", "New York Times"),
        ("The plane carried cars.\nThe Evening Argus first reported it.", "The plane carried cars", "Daily Planet"),
        ("The Daily Planet has learned the plane carried cars.", "the plane carried cars", "Daily Planet"),
        ("“CNN reported that cars were on board,” he said.", "cars were on board", "Daily Planet"),
        ("The Evening Argus reported cars.\nThe newspaper said the plane was full.", "the plane was full", "Evening Argus"),
        ("Local media reported that the plane was full.", "the plane was full", "unnamed media as cited by Daily Planet"),
    ],
)
def test_what_is_taken_from_another_medium_originates_there(text, words, origin):
    article = make_article(text, outlet="Daily Planet")
    assert origin_names(make_claim(article, words), article) == [origin]


def test_two_media_named_together_are_two_origins():
    article = make_article("CNN and the Evening Argus reported that the plane was full.", outlet="Daily Planet")
    assert origin_names(make_claim(article, "the plane was full"), article) == ["CNN", "Evening Argus"]


def test_a_relay_given_by_the_reader_counts_where_the_sentence_alone_does_not_show_it():
    article = make_article("Nobody was hurt, the wire of Politiken has it.", outlet="Daily Planet")
    assert origin_names(make_claim(article, "Nobody was hurt", relays=("Politiken",)), article) == ["Politiken"]


def test_a_medium_as_speaker_is_no_speaker():
    article, claim = said(
        "Nobody was hurt, the paper Politiken said.",
        "Politiken",
        "Nobody was hurt",
        outlet="Daily Planet",
        kind=SpeakerKind.MEDIA,
    )
    (origin,) = origins_of(claim, lineage([article]))
    assert (origin.name, origin.kind) == ("Politiken", OriginKind.MEDIA)


def test_unnamed_officials_are_known_by_their_side_and_by_whom_they_told():
    text = "Two senior Danish officials told Reuters that the cable was cut on purpose."
    article, claim = said(
        text,
        "Two senior Danish officials",
        "the cable was cut on purpose",
        outlet="Daily Planet",
        side="Denmark",
        kind=SpeakerKind.UNNAMED,
    )
    assert origin_names(claim, article) == ["unnamed Danish officials as told to Reuters"]


def test_a_party_is_the_authority_on_its_own_act():
    article, claim = said(
        "Norway announced a ban on the ships.", "Norway", "a ban on the ships", outlet="Daily Planet", side="Norway",
        kind=SpeakerKind.STATE, act=Act.ANNOUNCES_OWN_ACT,
    )  # fmt: skip
    (origin,) = origins_of(claim, lineage([article]))
    assert origin.name == "Norway"
    assert "own" in origin.why


# --- counting


def test_five_outlets_that_quote_one_official_are_one_origin_and_five_carriers():
    words = "The dam is safe"
    pairs = [said(f"{words}, Ana Petrov said to paper {n}.", "Ana Petrov", words, outlet=f"Paper {n}") for n in range(5)]
    articles, claims = zip(*pairs, strict=True)
    assert count_carriers(claims, lineage(articles)) == 5
    counted = count(*pairs)
    assert (counted.origins, counted.independence) == (1, SAME)
    assert "Ana Petrov" in counted.reason


def test_two_articles_of_one_outlet_are_one_carrier_and_unknown_outlets_count_singly():
    articles = [
        make_article(STORY, outlet="The Daily Planet"),
        make_article(OWN + " Nobody was hurt.", outlet="dailyplanet.com"),
        make_article("Nobody was hurt at the bridge."),
        make_article("Nobody was hurt by the fuel."),
    ]
    claims = [make_claim(article, "Nobody was hurt") for article in articles]
    assert count_carriers(claims, lineage(articles)) == 3
    assert carriers_of(claims[:2], lineage(articles)) == ("Daily Planet",)


def test_two_copies_of_one_wire_story_are_a_single_origin():
    pairs = [narrated(STORY, "Nobody was hurt", outlet=outlet, agency="AFP") for outlet in ("Paper A", "Paper B", "Paper C")]
    assert count(*pairs).origins == 1


def test_a_copied_text_that_nobody_credits_is_one_origin():
    counted = count(*(narrated(STORY, "Nobody was hurt", outlet=outlet) for outlet in ("Paper A", "Paper B")))
    assert (counted.origins, counted.independence) == (1, SAME)
    assert counted.groups[0][0].name == "text shared by Paper A and Paper B"


def test_separate_reports_of_two_outlets_are_two_origins():
    counted = count(
        narrated(STORY, "left the rails north of the capital", outlet="Paper A"),
        narrated(OWN, "eleven wagons jumped the track", outlet="Paper B"),
    )
    assert (counted.origins, counted.independence) == (2, INDEPENDENT)


def test_a_text_and_its_rewrite_do_not_add_up():
    sentences = (
        "A freight train left the rails north of the capital on Friday and spilled fuel into a river.",
        "Crews worked through the night to close two leaking tank wagons with wooden wedges and foam.",
        "Schools in three villages stayed closed because of the smell, the district mayor decided.",
        "The railway line carries sixty trains a day and was last inspected in the spring.",
        "Engineers found a broken axle beside the track near the old signal box.",
        "Clearing the wreck will take two weeks and cost about four million crowns.",
    )
    retold = (
        "On Friday a freight train came off the rails to the north of the capital, with fuel spilling into a river.",
        "Through the night crews used wooden wedges and foam for closing two tank wagons that were leaking.",
        "The district mayor decided that schools in three villages would be closed owing to the smell.",
        "Sixty trains run each day on the railway line, whose last inspection was in spring.",
        "Near the old signal box engineers discovered a broken axle by the track.",
        "It will take two weeks, and about four million crowns, to clear the wreck.",
    )
    counted = count(
        narrated(" ".join(sentences), "left the rails north of the capital", outlet="Paper A"),
        narrated(" ".join(retold), "came off the rails to the north of the capital", outlet="Paper B"),
    )
    assert (counted.origins, counted.independence) == (1, NOT_SHOWN)


def test_different_texts_of_one_agency_do_not_add_up():
    counted = count(
        narrated(STORY, "left the rails north of the capital", outlet="Paper A", agency="AFP"),
        narrated(OWN, "eleven wagons jumped the track", outlet="Paper B", agency="AFP"),
    )
    assert (counted.origins, counted.independence) == (1, NOT_SHOWN)


def test_four_outlets_that_cite_one_newspaper_are_one_origin():
    texts = (
        "The Evening Argus reported that 30 ships were seen.",
        "Citing satellite pictures, the newspaper Evening Argus said 30 ships were seen.",
        "According to the Evening Argus, 30 ships were seen.",
        "The minister rejected an Evening Argus report.\n30 ships were seen, it said.",
    )
    pairs = [narrated(text, "30 ships were seen", outlet=f"Paper {n}") for n, text in enumerate(texts)]
    counted = count(*pairs)
    assert counted.origins == 1
    assert any(origin.name == "Evening Argus" for group in counted.groups for origin in group)


def test_what_an_outlet_narrates_and_elsewhere_attributes_rests_on_the_speaker():
    article = make_article("The dam is safe to use again.\n“The dam is safe,” Ana Petrov said.", outlet="Daily Planet")
    claims = [make_claim(article, "The dam is safe to use again"), make_claim(article, "The dam is safe,", speaker="Ana Petrov")]
    counted = count_origins(claims, lineage([article]))
    assert (counted.origins, counted.independence) == (1, SAME)


def test_narration_is_independent_of_a_speaker_only_where_the_article_does_not_mention_them():
    spoken = said("The dam is safe, Ana Petrov said.", "Ana Petrov", "The dam is safe", outlet="Paper A")
    silent = narrated("The dam held all night and stands firm.", "The dam held all night", outlet="Paper B")
    mentions = narrated("The dam held all night. Petrov went home.", "The dam held all night", outlet="Paper B")
    assert count(spoken, silent).independence is INDEPENDENT
    assert count(spoken, mentions).independence is NOT_SHOWN


def test_speakers_of_different_sides_add_up():
    counted = count(
        said("The talks failed, Ana Petrov said.", "Ana Petrov", "The talks failed", outlet="Paper A", side="Bulgaria"),
        said("The talks failed, Juan Rey said.", "Juan Rey", "The talks failed", outlet="Paper B", side="Chile"),
    )
    assert (counted.origins, counted.independence) == (2, INDEPENDENT)


def test_allies_are_not_shown_to_be_independent():
    counted = count(
        said("The ships left, Ole Dahl said.", "Ole Dahl", "The ships left", outlet="Paper A", side="Norway"),
        said("The ships left, Ana Petrov said.", "Ana Petrov", "The ships left", outlet="Paper A", side="Bulgaria"),
    )
    assert (counted.origins, counted.independence) == (1, NOT_SHOWN)
    assert "allies" in counted.reason


def test_unnamed_officials_of_one_side_told_to_two_outlets_do_not_add_up():
    def officials(outlet):
        text = f"The cable was cut, Danish officials told {outlet}."
        return said(text, "Danish officials", "The cable was cut", outlet=outlet, side="Denmark", kind=SpeakerKind.UNNAMED)

    counted = count(officials("Paper A"), officials("Paper B"))
    assert (counted.origins, counted.independence) == (1, NOT_SHOWN)


def test_what_cnn_reports_and_what_officials_told_cnn_is_one_origin():
    source = said(
        "The drone was jammed, a US defense official said.", "a US defense official", "The drone was jammed",
        outlet="CNN", side="United States", kind=SpeakerKind.UNNAMED,
    )  # fmt: skip
    relay = narrated("CNN reported that the drone was jammed.", "the drone was jammed", outlet="Daily Planet")
    counted = count(source, relay)
    assert (counted.origins, counted.independence) == (1, SAME)


def test_a_state_agency_that_carries_its_own_ministry_adds_nothing():
    ministry = said(
        "The foreign ministry denied it.",
        "The foreign ministry",
        "denied it",
        outlet="Paper A",
        side="Iran",
        kind=SpeakerKind.STATE,
    )
    agency = narrated("IRNA reported that no ship was sent.", "no ship was sent", outlet="Paper B")
    assert count(ministry, agency).origins == 1


def test_a_joint_statement_and_one_of_its_members_are_one_origin():
    article = make_article("The three countries condemned it. Norway condemned it.", outlet="Paper A")
    three = make_speaker(article, "The three countries", kind=SpeakerKind.COLLECTIVE, members=("Chile", "Norway", "Japan"))
    one = make_speaker(article, "Norway", kind=SpeakerKind.STATE, side="Norway")
    claims = [make_claim(article, "condemned it", speaker=speaker) for speaker in (three, one)]
    assert count_origins(claims, lineage([article])).origins == 1


def test_a_third_origin_tied_to_both_others_does_not_join_them():
    counted = count(
        said("It sank, Ole Dahl said.", "Ole Dahl", "It sank", outlet="Paper A", side="Norway"),
        said("It sank, Juan Rey said.", "Juan Rey", "It sank", outlet="Paper A", side="Chile"),
        narrated("It sank at noon. Dahl and Rey were there.", "It sank at noon", outlet="Paper B"),
    )
    assert counted.origins == 2
    assert len(counted.groups) == 3


def test_nobody_is_no_origin():
    assert count_origins([], lineage([])).origins == 0


def test_counts_do_not_depend_on_the_order_of_claims_and_articles():
    pairs = [
        said("It sank, Ole Dahl said.", "Ole Dahl", "It sank", outlet="Paper A", side="Norway"),
        said("It sank, Dahl said in the harbour.", "Dahl", "It sank", outlet="Paper C"),
        narrated("CNN reported that it sank.", "it sank", outlet="Paper B"),
        narrated(STORY, "Nobody was hurt", outlet="Paper D"),
        narrated(STORY, "Nobody was hurt", outlet="Paper E"),
    ]
    assert count(*pairs) == count(*reversed(pairs))


def test_relation_is_symmetric_and_gives_a_reason():
    pairs = [
        said("It sank, Ole Dahl said.", "Ole Dahl", "It sank", outlet="Paper A", side="Norway"),
        narrated("CNN reported that it sank.", "it sank", outlet="Paper B"),
        narrated(STORY, "Nobody was hurt", outlet="Paper D", agency="AFP"),
    ]
    traced = lineage([article for article, _ in pairs])
    origins = [origins_of(claim, traced)[0] for _, claim in pairs]
    for a in origins:
        for b in origins:
            assert relation(a, b, traced) == relation(b, a, traced)
            assert relation(a, b, traced)[1]


# --- names and media


def test_a_surname_is_the_one_person_in_the_set_who_has_it():
    assert full_names(["Dahl", "Ole Dahl", "Mr. Dahl"]) == {"Dahl": "Ole Dahl", "Ole Dahl": "Ole Dahl", "Mr. Dahl": "Ole Dahl"}
    assert full_names(["Dahl", "Ole Dahl", "Kari Dahl"])["Dahl"] == "Dahl"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Prime Minister Kari Dahl", "Kari Dahl", True),
        ("Volodymyr Lysenky", "Lysenkyy", True),
        ("Kim", "Kim Min-seo", True),
        ("Kari B. Dahl", "Kari Dahl", True),
        ("Kari Dahl", "Ole Dahl", False),
        ("the foreign ministry", "the defence ministry", False),
        ("The Foreign Ministry", "the foreign ministry", True),
    ],
)
def test_names_of_one_speaker(one, other, same):
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("nytimes.com", "New York Times"),
        ("https://www.nytimes.com/2020/01/01/x.html", "New York Times"),
        ("The Associated Press", "Associated Press"),
        ("apnews.com", "Associated Press"),
        ("uk.reuters.com", "Reuters"),
        ("BBC News", "BBC"),
        ("thesun.co.uk", "The Sun"),
        ("the semiofficial ISNA news agency", "ISNA"),
        ("The Evening Argus newspaper", "Evening Argus"),
        ("evening-argus.example", "evening-argus.example"),
        ("cnn.txt", "cnn.txt"),
    ],
)
def test_a_publisher_has_one_name(printed, name):
    assert medium(printed) == name


def test_a_name_and_its_web_address_are_one_publisher_though_no_table_has_it():
    assert medium_key("The Evening Argus") == medium_key("www.evening-argus.example") == medium_key("eveningargus.co.uk")


def test_talking_to_a_medium_and_helping_one_are_not_its_report():
    article = make_article("Dahl told the Evening Argus it sank.\nAFP contributed to this report.", outlet="Daily Planet")
    assert [(each.medium, each.way) for each in find_citations(article)] == [
        ("Evening Argus", Way.TOLD),
        ("AFP", Way.CONTRIBUTED),
    ]


def test_a_company_that_reports_a_loss_is_no_medium():
    article = make_article(
        "Nordfisk reported a loss of 3 million. Dahl reported sick. Sales fell, according to Dahl.", outlet="X"
    )
    assert find_citations(article) == ()


# --- quotations in different words


def variants(*texts, speaker="Ana Petrov"):
    claims = []
    for number, words in enumerate(texts):
        article = make_article(f"{speaker} said: “{words}”", outlet=f"Paper {number}")
        claims.append(make_claim(article, words, speaker=speaker, direct=True))
    return quote_variants(claims)


WATER = "We have opened the gates of the reservoir and will keep them open until the villages are safe again."


def test_a_quotation_printed_with_other_words_is_shown_in_both_wordings():
    other = "We have opened the gates of the reservoir and are going to leave them open until villages are safe."
    ((_, _, why),) = variants(WATER, other)
    assert "will keep them open" in why
    assert "leave them open" in why


def test_the_seeds_show_two_sentences_that_carriers_quote_in_different_words(seeds):
    def quoted(name, *sentences):
        article = make_article((seeds / name).read_text("utf-8"), outlet=name)
        return [make_claim(article, words, speaker="Blinken", direct=True) for words in sentences]

    rewritten = quoted(
        "ap-rewrite-us-britain-accuse-iran.txt",
        "Russia has now received shipments of these ballistic missiles and is likely to use them within weeks in Ukraine, "
        "targeting Ukrainian forces,",
        "The provision of Iranian missiles allows Russia to utilize more of its arsenal against objectives further away from the "
        "front lines.",
    )
    printed = quoted(
        "uk-broadcaster-blinken-london.txt",
        "Russia has now received shipments of these ballistic missiles and will likely use them within weeks in Ukraine against "
        "Ukrainians.",
        "Russia has an array of its own ballistic missiles, but the supply of Iranian missiles enables Russia to use more of its "
        "arsenal for targets that are further from the front line.",
    )
    found = {(one.id, other.id) for one, other, _ in quote_variants([*rewritten, *printed])}
    assert found == {(rewritten[0].id, printed[0].id), (rewritten[1].id, printed[1].id)}


@pytest.mark.parametrize(
    "other",
    [
        WATER,
        "We have opened the gates of the reservoir and will keep them open",
        "will keep them open until the villages are safe again.",
        "We have opened the gates of the reservoir … until the villages are safe again.",
        "We have opened the gates of the [northern] reservoir and will keep them open until the villages are safe again.",
        "The rain took us by surprise and nobody slept. " + WATER + " More rain is coming our way tomorrow, I am afraid.",
        "Our engineers walked along the wall all night long with lamps and found no crack in it.",
    ],
)
def test_a_quotation_cut_short_or_marked_as_changed_is_not_worded_differently(other):
    assert variants(WATER, other) == ()


def test_spelling_is_not_wording():
    british = "The labour of our neighbours to stabilise the defences has travelled far beyond the centre of the town."
    american = "The labor of our neighbors to stabilize the defenses has traveled far beyond the center of the town."
    assert variants(british, american) == ()


def test_a_pair_of_wordings_is_shown_once_however_many_print_it():
    other = WATER.replace("will keep", "are keeping")
    assert len(variants(WATER, other, WATER, other, WATER)) == 1


def test_like_words_of_two_speakers_are_two_quotations():
    first = make_article(f"Ana Petrov said: “{WATER}”", outlet="Paper A")
    words = WATER.replace("will keep", "are keeping")
    second = make_article(f"Juan Rey said: “{words}”", outlet="Paper B")
    claims = [
        make_claim(first, WATER, speaker="Ana Petrov", direct=True),
        make_claim(second, words, speaker="Juan Rey", direct=True),
    ]
    assert quote_variants(claims) == ()


# --- the rule that counting has one place


COUNTED = ("origin", "carrier", "outlet", "source")


def counts_in(source):
    """Calls of `len` on anything whose name speaks of origins, carriers, outlets or sources."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "len"]
    for call in calls:
        names = {getattr(each, "id", "") or getattr(each, "attr", "") for each in ast.walk(call.args[0])}
        if any(word in name.lower() for name in names for word in COUNTED):
            yield f"line {call.lineno}: {ast.unparse(call)}"


def test_origins_and_carriers_are_counted_in_one_place_only(root):
    files = [file for stage in ("reconciling", "composing") for file in (root / "summarizer" / stage).glob("*.py")]
    found = {file.name: list(counts_in(file.read_text("utf-8"))) for file in files}
    assert found.pop("lineage.py")
    assert not any(found.values()), found
