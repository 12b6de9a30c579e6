"""Times in news prose: what is found, what is left alone, and how each is resolved."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.moment import Moment, Precision
from summarizer.domain.span import Span
from summarizer.language.moments import find_moments, resolve_moment

TUESDAY = date(2021, 6, 15)


def found(text: str, published: date | None = TUESDAY) -> list[Moment]:
    return list(find_moments(text, published=published))


def only(text: str, published: date | None = TUESDAY) -> Moment:
    (moment,) = found(text, published)
    return moment


def timexes(text: str, published: date | None = TUESDAY) -> list[str | None]:
    return [moment.timex for moment in found(text, published)]


def named(text: str, words: str, published: date | None = TUESDAY) -> Moment:
    start = text.index(words)
    return resolve_moment(text, Span(start, start + len(words)), published=published)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The bridge was closed on 10th December 2022.", "2022-12-10"),
        ("The log is dated 2016-11-09.", "2016-11-09"),
        ("Rain fell on Sept 9.", "2020-09-09"),
        ("The court sat on 9 June.", "2021-06-09"),
        ("On Monday, June 14, the port reopened.", "2021-06-14"),
        ("The deal was signed on March 3rd, 2019.", "2019-03-03"),
        ("It opened on the 4th of May 2020.", "2020-05-04"),
        ("The form says 25/12/2020.", "2020-12-25"),
    ],
)
def test_a_printed_date_is_read_in_every_usual_form(text, timex):
    assert only(text).timex == timex


def test_a_past_weekday_looks_back_and_the_day_of_publication_is_itself():
    assert only("The mayor resigned on Thursday.").first == date(2021, 6, 10)
    assert only("The mayor resigned on Tuesday.").first == TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "The ministers are scheduled to meet in Lisbon on Friday.",
        "The ministers will meet in Lisbon on Friday.",
        "On Friday, the ministers will meet in Lisbon.",
        "Dividends will be paid on Friday.",
        "The law takes effect on Friday.",
        "The ministers must answer by Friday.",
        "Ministers to meet in Lisbon on Friday",
    ],
)
def test_a_planned_weekday_looks_forward(text):
    moment = only(text)
    assert moment.first == date(2021, 6, 18)
    assert moment.basis == "Friday on or after 2021-06-15"


def test_the_nearest_verb_decides_between_saying_and_planning():
    assert timexes("The firm said Monday it will open the plant on Thursday.") == ["2021-06-14", "2021-06-17"]


def test_last_and_next_name_another_weekday_than_the_day_of_publication():
    assert timexes("Last Tuesday it rained; next Tuesday it will snow.") == ["2021-06-08", "2021-06-22"]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("last week", date(2021, 6, 7), date(2021, 6, 13)),
        ("this week", date(2021, 6, 14), date(2021, 6, 20)),
        ("over the weekend", date(2021, 6, 12), date(2021, 6, 13)),
        ("last month", date(2021, 5, 1), date(2021, 5, 31)),
        ("last year", date(2020, 1, 1), date(2020, 12, 31)),
        ("yesterday", date(2021, 6, 14), date(2021, 6, 14)),
        ("two weeks ago", date(2021, 5, 31), date(2021, 6, 6)),
        ("less than a fortnight ago", date(2021, 6, 1), TUESDAY),
        ("three days ago", date(2021, 6, 12), date(2021, 6, 12)),
        ("in the 1950s", date(1950, 1, 1), date(1959, 12, 31)),
        ("in the past six months", date(2020, 12, 15), TUESDAY),
        ("in 2014 and 2015", date(2014, 1, 1), date(2015, 12, 31)),
        ("between March 2015 and May 2016", date(2015, 3, 1), date(2016, 5, 31)),
        ("between March and May 2016", date(2016, 3, 1), date(2016, 5, 31)),
        ("in the winter of 2017", date(2017, 12, 1), date(2018, 2, 28)),
        ("in fiscal 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("overnight", date(2021, 6, 14), TUESDAY),
        ("on Easter Monday", date(2021, 4, 5), date(2021, 4, 5)),
        ("on New Year's Eve", date(2020, 12, 31), date(2020, 12, 31)),
    ],
)
def test_an_expression_covers_its_days(words, first, last):
    moment = only(f"The river flooded the valley {words}.")
    assert (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "timex", "clock"),
    [
        ("The train stopped at 10 a.m. local time Monday.", "2021-06-14T10:00", "10:00"),
        ("The train stopped at 6.10am on Monday.", "2021-06-14T06:10", "06:10"),
        ("The train stopped on Monday at 8:15 pm.", "2021-06-14T20:15", "20:15"),
        ("The train stopped at 16:45 GMT on June 2.", "2021-06-02T16:45", "16:45"),
        ("The train stopped at midnight on Monday.", "2021-06-14T24:00", "24:00"),
        ("The train stopped on Monday morning.", "2021-06-14TMO", "MO"),
        ("The train stopped on the night of June 2.", "2021-06-02TNI", "NI"),
    ],
)
def test_a_clock_and_its_day_are_one_moment(text, timex, clock):
    moment = only(text)
    assert (moment.timex, moment.clock, moment.precision) == (timex, clock, Precision.TIME)


def test_a_clock_takes_the_day_its_sentence_names_elsewhere():
    clock, day = found("Shortly after 6 a.m. the roof fell in, police said of Sunday's collapse.")
    assert (clock.timex, day.timex) == ("2021-06-13T06:00", "2021-06-13")
    assert clock.basis == "06:00 on the day of its sentence, 2021-06-13"


def test_a_clock_does_not_swallow_the_next_sentence():
    assert [m.printed.text for m in found("Doors shut at 5 p.m. On Monday they stayed shut.")] == ["5 p.m.", "Monday"]


def test_the_next_day_and_that_year_count_from_the_date_named_before():
    text = "The dam burst on 3 April 2009. The next day the army came. Later that year two ministers resigned."
    assert timexes(text, published=None) == ["2009-04-03", "2009-04-04", "2009"]


def test_a_length_counted_from_an_event_is_no_date():
    assert timexes("Two weeks after the dam burst on 3 April 2009, a month after the vote, he left.") == ["2009-04-03"]


def test_quarters_follow_the_report_they_stand_in():
    text = "Profit rose in the third quarter from the year-earlier quarter. In the latest quarter, sales doubled from a year ago."
    assert timexes(text, date(2021, 11, 2)) == ["2021-Q3", "2020-Q3", "2021-Q3", "2020-Q3"]


def test_a_month_without_a_year_is_past_where_the_verb_is():
    assert timexes("The treaty was signed in December. The fair will open in December.") == ["2020-12", "2021-12"]


def test_a_day_without_a_year_is_past_after_since():
    assert only("Since the rebels' August 24 landing, prices have doubled.").first == date(2020, 8, 24)


def test_within_weeks_looks_ahead_without_a_day():
    moment = only("They expect to use the bridge within weeks.")
    assert (moment.precision, moment.first, moment.basis) == (
        Precision.VAGUE,
        None,
        "within weeks of 2021-06-15, looking ahead",
    )


@pytest.mark.parametrize("words", ["Tuesday", "last month", "over the weekend", "Sept. 9", "the third quarter", "two years ago"])
def test_without_a_publication_date_nothing_relative_is_guessed(words):
    moment = only(f"The council voted on it {words}.", published=None)
    assert (moment.first, moment.last, moment.basis) == (None, None, "no publication date")


def test_without_a_publication_date_a_clock_does_not_borrow_an_older_day():
    clock = found("The first fire was on 3 April 2009. At 6 a.m. on Monday another broke out.", published=None)[1]
    assert (clock.first, clock.clock) == (None, "06:00")


@pytest.mark.parametrize(
    "text",
    [
        "The council may sell the pier.",
        "May said she would stay, and Theresa May stayed.",
        "Thousands march for peace; the March for Peace was loud.",
        "He finished second and sat down for a second.",
        "The Sun and the Mail on Sunday printed it; he sat.",
        "The flood killed 2016 people and some 1800 horses.",
        "The index fell to 1998.4; tickets cost $2015 in room 2016.",
        "They won 3:45 to 2:10 on 1600 Pennsylvania Avenue.",
        "Jan Novak and the marines decided.",
        "He is in his 50s and drinks every Friday.",
        "Two thousand people came in two thousand cars.",
        "As soon as the fall of the government was known, prices fell.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text):
    assert found(text) == []


def test_years_are_years_where_they_stand_as_years():
    text = "In 2016 people voted on the 2015 accord (first proposed in 1999), as in the 1998 film."
    assert timexes(text) == ["2016", "2015", "1999", "1998"]


def test_a_minister_named_like_a_month_does_not_hide_the_month():
    assert timexes("Prime Minister May arrived on 3 May. May left in May.") == ["2021-05-03", "2021-05"]


def test_a_day_known_by_its_date_keeps_its_year():
    assert only("Security was tightened after the Sept. 11 attacks.").timex == "2001-09-11"
    assert only("Police fear riots on Sept. 11.", date(2000, 9, 1)).timex == "2000-09-11"


def test_a_named_span_is_resolved_with_its_preposition_or_from_the_time_inside_it():
    text = "Aid has flowed since the February 24 invasion, and talks are due by Friday."
    assert named(text, "since the February 24 invasion").timex == "2021-02-24"
    assert named(text, "by Friday").timex == "2021-06-18"


def test_a_part_of_a_longer_expression_means_the_whole():
    assert named("Sales were lower a year earlier.", "a year").timex == "2020"


def test_a_span_that_is_no_time_says_so():
    moment = named("The council sold the pier.", "the pier")
    assert (moment.precision, moment.first, moment.timex, moment.basis) == (Precision.VAGUE, None, None, "not understood")


def test_exchangeable_day_and_month_are_said_to_be_so():
    moment = only("Stamped 07/06/2021.")
    assert (moment.timex, moment.basis) == ("2021-06-07", "day and month could be exchanged; nearer to publication")


def test_offsets_stay_those_of_the_whole_text():
    text = "It rained\r\non Monday.\n\nIt will rain\non\u00a0Friday."
    inside = find_moments(text, published=TUESDAY, within=Span(text.index("It will"), len(text)))
    assert [(m.printed.text, text[m.printed.start : m.printed.end]) for m in inside] == [("Friday", "Friday")]


def test_an_expression_may_run_over_a_line_break_but_not_over_a_paragraph():
    assert only("They met last\nmonth.").printed.text == "last\nmonth"
    assert timexes("This was the last\n\nMonth of rain.") == []


_WORDS = (
    "on by since last next the a in 3 12 2016 1950s May March Friday Monday, week year day ago earlier 10 a.m. 6.30pm will said"
    " to from and between 9/11 Sept. 31 century decades 999 quarter third  half overnight Easter . “ ” – ’s"
)


@given(
    st.lists(st.sampled_from([*_WORDS.split(), "\n\n"]), max_size=25).map(" ".join),
    st.sampled_from([None, TUESDAY, date(2024, 2, 29)]),
)
def test_whatever_the_words_moments_are_in_order_apart_and_cut_from_the_text(text, published):
    moments = find_moments(text, published=published)
    assert all(m.printed.text == text[m.printed.start : m.printed.end] for m in moments)
    assert all(a.printed.end <= b.printed.start for a, b in pairwise(moments))
    assert all((m.first is None) == (m.last is None) and (m.first is None or m.first <= m.last) for m in moments)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("She said the rules would be formally adopted on Monday.", "2021-06-21"),
        ("Roe faces up to nine years in prison when he is sentenced on Dec. 12.", "2021-12-12"),
    ],
)
def test_an_adverb_or_a_present_passive_does_not_turn_a_coming_day_back(text, timex):
    assert timexes(text)[-1] == timex
