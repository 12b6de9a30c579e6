"""Figures across reports: one value in two units, roundings, running counts, and disputes that must be of one thing."""

from newsroom import about, article, findings_of

from summarizer.domain.finding import Topic, Verdict

PAPER = "Elvastad Post"
OTHER = "Harbour Gazette"


def pair(one, other, *, days=("2025-03-12", "2025-03-12")):
    """Two articles on one flood with one sentence each that differs."""
    head = "A dam above the town of Elvastad in Norland broke on Monday and flooded the Tarn valley."
    tail = "The dam belongs to the company Norland Power, whose engineers had inspected it in January."
    return [
        article(f"Dam breaks above Elvastad\n\n{head}\n\n{words}\n\n{tail}\n", outlet=outlet, published=day)
        for words, outlet, day in zip((one, other), (PAPER, OTHER), days, strict=True)
    ]


def figures(one, other, **kwargs):
    return [f for f in findings_of(*pair(one, other, **kwargs)) if f.topic is Topic.QUANTITY]


def joined(findings, *values):
    """The one finding that holds all these printed values."""
    return [f for f in findings if all(any(v in m.quote.text for m in f.mentions) for v in values)]


def test_one_value_in_two_units_is_one_position():
    (flood,) = joined(
        figures("The flood wave travelled 75 miles down the valley.", "The flood wave travelled 120 km down the valley."),
        "75 miles",
        "120 km",
    )
    assert len(flood.positions) == 1
    assert flood.carriers == 2
    assert flood.verdict not in (Verdict.DISPUTED, Verdict.UPDATED)


def test_a_rounded_figure_is_compatible_with_the_exact_one():
    (left,) = joined(
        figures(
            "The flood forced 3,210 residents to leave their homes.",
            "The flood forced about 3,200 residents to leave their homes.",
        ),
        "3,210",
        "3,200",
    )
    assert left.verdict is Verdict.COMPATIBLE
    assert {position.stance for position in left.positions} == {"3,210 residents", "about 3,200 residents"}


def test_a_bound_is_compatible_with_a_value_within_it():
    (left,) = joined(
        figures("The flood destroyed more than 50 houses in the town.", "The flood destroyed 57 houses in the town."), "50", "57"
    )
    assert left.verdict is Verdict.COMPATIBLE


def test_a_death_toll_that_rose_the_next_day_is_an_update_and_no_dispute():
    (dead,) = joined(
        figures("The flood killed 14 people.", "The flood killed 21 people.", days=("2025-03-11", "2025-03-12")), "14", "21"
    )
    assert dead.verdict is Verdict.UPDATED
    assert "running count" in dead.reason


def test_two_prices_of_one_repair_are_disputed_with_both_values():
    (cost,) = joined(
        figures("Repairing the broken dam will cost $48 million.", "Repairing the broken dam will cost $61 million."), "48", "61"
    )
    assert cost.verdict is Verdict.DISPUTED
    assert {position.stance for position in cost.positions} == {"$48 million", "$61 million"}
    assert "$48 million" in cost.reason
    assert "$61 million" in cost.reason


def test_different_things_with_different_numbers_are_no_dispute():
    found = figures("The flood destroyed 40 bridges in the valley.", "Rescuers flew 55 helicopters over the valley.")
    assert not [f for f in found if f.verdict is Verdict.DISPUTED]
    assert not joined(found, "40", "55")


def test_a_count_and_a_price_never_meet():
    found = figures("The flood destroyed 40 houses in the town.", "The flood destroyed houses worth $40 million in the town.")
    assert not joined(found, "40 houses", "$40 million")


def test_a_level_and_a_movement_never_meet():
    found = figures("The water in the town rose 4 metres.", "The water in the town stood at 9 metres.")
    assert not [f for f in found if f.verdict is Verdict.DISPUTED]


def test_a_figure_with_a_fitting_partner_disputes_no_other():
    """Both articles give 12 schools; the 19 clinics of one of them are another matter."""
    found = figures(
        "The flood closed 12 schools in the town. The flood closed 19 clinics in the town.",
        "The flood closed 12 schools in the town.",
    )
    assert not [f for f in found if f.verdict is Verdict.DISPUTED]
    (schools,) = [f for f in joined(found, "12 schools") if f.carriers == 2]
    assert len(schools.positions) == 1


def test_two_values_in_one_article_are_two_things():
    text = "Dam breaks\n\nThe flood destroyed 40 houses in Elvastad.\n\nThe flood destroyed 70 houses in Varby.\n"
    found = findings_of(article(text, outlet=PAPER))
    assert not [f for f in found if f.verdict in (Verdict.DISPUTED, Verdict.UPDATED)]


def test_no_value_is_averaged_or_invented():
    findings = figures("The flood killed 14 people.", "The flood killed 21 people.")
    for finding in findings:
        for position in finding.positions:
            assert any(position.stance in mention.quote.text for mention in position.mentions)


def test_two_independent_outlets_with_one_exact_figure_keep_both_carriers():
    (cost,) = joined(
        figures("The ministry put the damage at $148.9 million.", "Damage of $148.9 million was done by the flood."),
        "$148.9 million",
    )
    assert cost.carriers == 2
    assert about([cost], "$148.9 million")
