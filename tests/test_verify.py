"""A saved briefing holds, and any single change of it fails with the place in its path."""

import json
from dataclasses import replace

import pytest
from changing import at, changed_everywhere, kind_of, leaves, named, other, put, tuples
from hypothesis import given
from hypothesis import strategies as st

import summarizer
from summarizer import pipeline
from summarizer.briefing import FORMAT_VERSION
from summarizer.differences import differences
from summarizer.domain.report import Skipped, SkipReason
from summarizer.domain.span import Span
from summarizer.errors import NotABriefingError
from summarizer.grounding import ground
from summarizer.loading import restore
from summarizer.rendering.record import parse, to_json

# What was given and cannot be worked out of the texts: from these everything else is recomputed.
GIVEN = ("format_version", "program_version", "header.title", "header.as_of", "articles", "readings", "skipped", "seals")


@pytest.fixture(scope="module")
def record(seeds):
    return parse(to_json(summarizer.brief([seeds])))


@pytest.fixture(scope="module")
def again(record):
    """What follows from the texts and readings of the record, computed once."""
    return pipeline.assemble(
        tuple(restore(article) for article in record.articles),
        record.readings,
        as_of=record.header.as_of,
        title=record.header.title,
        skipped=record.skipped,
    )


def is_given(path):
    return kind_of(path).startswith(GIVEN)


def recomputed(paths):
    return [path for path in paths if path and not is_given(path)]


def first_of_each_kind(paths):
    kinds = {}
    for path in paths:
        kinds.setdefault(kind_of(path), path)
    return list(kinds.values())


def failing(record, again):
    """The paths that fail where only recomputed parts of the record were changed, without recomputing them once more."""
    return [failure.path for failure in differences(record, again)]


def all_failures(record):
    return [failure.path for failure in pipeline.verify(record)]


def test_the_saved_briefing_of_the_seeds_holds(record, again):
    assert pipeline.verify(record) == ()
    assert failing(record, again) == []


def test_a_record_read_back_is_the_record(record):
    assert parse(to_json(record)) == record


def test_every_recomputed_value_that_changes_fails_under_its_own_path(record, again):
    """All of them at once: thousands of changes, and as many failures, each where its change is."""
    assert failing(changed_everywhere(record, but=is_given), again) == [named(path) for path in recomputed(leaves(record))]


def test_one_changed_value_of_each_kind_fails_alone_and_by_name(record, again):
    for path in first_of_each_kind(recomputed(leaves(record)))[::3]:
        assert failing(put(record, path, other(at(record, path))), again) == [named(path)]


def test_an_item_left_out_or_told_twice_fails_under_its_list(record, again):
    for path in first_of_each_kind(recomputed(tuples(record))):
        items = at(record, path)
        for changed in (items[:-1], (*items, items[0])):
            found = failing(put(record, path, changed), again)
            assert found, named(path)
            assert all(name.startswith(named(path)) for name in found)


def test_items_in_another_order_fail(record, again):
    several = [path for path in recomputed(tuples(record)) if len(set(at(record, path))) > 1]
    for path in first_of_each_kind(several):
        assert failing(put(record, path, at(record, path)[::-1]), again), named(path)


@pytest.fixture(scope="module")
def printed(record):
    """The path of every word of the stories that a page may show."""
    return [p for p in recomputed(leaves(record)) if p[0] == "stories" and isinstance(at(record, p), str) and at(record, p)]


@given(data=st.data())
def test_any_changed_character_of_a_printed_word_fails(record, again, printed, data):
    path = data.draw(st.sampled_from(printed))
    words = str(at(record, path))
    place = data.draw(st.integers(0, len(words) - 1))
    char = data.draw(st.characters(codec="utf-8", exclude_characters=words[place]))
    assert failing(put(record, path, words[:place] + char + words[place + 1 :]), again) == [named(path)]


@given(data=st.data())
def test_any_word_left_out_of_a_printed_sentence_fails(record, again, printed, data):
    path = data.draw(st.sampled_from(printed).filter(lambda path: " " in at(record, path)))
    words = at(record, path).split(" ")
    gone = data.draw(st.integers(0, len(words) - 1))
    assert failing(put(record, path, " ".join(words[:gone] + words[gone + 1 :])), again) == [named(path)]


# --- what readers proposed: proven anew against the text, which costs one article only


def test_a_changed_draft_proves_something_else(record, again):
    """Where the change has no consequence, as in an item that was rejected for another reason, the record must still fail."""
    by_id = {article.id: article for article in again.articles}
    drafted = [p for p in leaves(record.readings) if "draft" in p and at(record.readings, p) != ()]
    chosen = first_of_each_kind(drafted) + drafted[:: max(1, len(drafted) // 80)]
    unseen = []
    for path in chosen:
        changed = put(record.readings, path, other(at(record.readings, path)))
        reading = changed[path[0]]
        same = ground(reading.draft, by_id[reading.article], reader=reading.reader) == again.reports[path[0]]
        if same and not all_failures(replace(record, readings=changed)):
            unseen.append(named(path))
    assert unseen == []


# --- what was given: a full run each


def in_article(record, place, **changed):
    articles = tuple(replace(a, **changed) if i == place else a for i, a in enumerate(record.articles))
    return replace(record, articles=articles)


def test_a_changed_text_fails_by_its_hash_and_its_identity(record):
    text = record.articles[0].text
    found = all_failures(in_article(record, 0, text=text.replace("75 miles", "85 miles")))
    assert {"articles.0.sha256", "articles.0.id"} <= set(found)


def test_a_changed_text_with_the_hash_of_the_change_fails_too(record):
    changed = restore(replace(record.articles[0], text=record.articles[0].text.replace("75 miles", "85 miles")))
    forged = replace(record, articles=(changed, *record.articles[1:]))
    assert any(path.startswith(("readings", "reports", "stories")) for path in all_failures(forged))


def test_a_changed_text_with_every_identity_forged_fails_by_its_words(record):
    """The readings are moved to the changed text too: then the proof of their words fails."""
    old = record.articles[0]
    changed = restore(replace(old, text=old.text.replace("75 miles", "85 miles")))
    readings = tuple(replace(r, article=changed.id) if r.article == old.id else r for r in record.readings)
    found = all_failures(replace(record, articles=(changed, *record.articles[1:]), readings=readings))
    assert any(path.startswith("reports.0.weapons") for path in found)


@pytest.mark.parametrize("field", ["id", "sha256", "language", "title"])
def test_what_follows_from_a_text_fails_by_its_field(record, field):
    assert f"articles.1.{field}" in all_failures(in_article(record, 1, **{field: other(getattr(record.articles[1], field))}))


@pytest.mark.parametrize("field", ["number", "paragraph", "role", "span"])
def test_a_changed_cut_of_sentences_fails_by_its_sentence(record, field):
    path = ("articles", 2, "sentences", 12, field)
    value = at(record, path)
    changed = Span(value.start + 1, value.end) if isinstance(value, Span) else other(value)
    assert any(name.startswith(named(path)) for name in all_failures(put(record, path, changed)))


@pytest.mark.parametrize("field", ["outlet.name", "agency.name", "dateline.name", "published.day"])
def test_a_changed_fact_of_publication_fails(record, field):
    for place in (0, 3):
        path = ("articles", place, *field.split("."))
        assert all_failures(put(record, path, other(at(record, path))))


@pytest.mark.parametrize("field", ["name", "outlet.basis", "agency.basis", "byline.basis", "byline.name", "published.basis"])
def test_every_stated_fact_of_an_article_is_held(record, field):
    for place in (0, 2):
        path = ("articles", place, *field.split("."))
        assert all_failures(put(record, path, "changed by hand")), named(path)


@pytest.mark.parametrize("field", ["title", "as_of"])
def test_a_changed_head_fails_by_its_field(record, field):
    path = ("header", field)
    assert f"header.{field}" in all_failures(put(record, path, other(at(record, path))))


def test_an_added_skipped_input_fails(record):
    extra = Skipped("another.txt", SkipReason.EMPTY, "another.txt is empty")
    assert any(path.startswith("skipped") for path in all_failures(replace(record, skipped=(extra,))))


def test_an_article_that_was_taken_out_fails(record):
    assert "readings" in all_failures(replace(record, articles=record.articles[1:]))


def test_a_reading_of_an_unknown_article_fails(record):
    stray = replace(record.readings[0], article="0" * 12)
    assert "readings" in all_failures(replace(record, readings=(stray, *record.readings[1:])))


def test_an_article_without_its_reading_fails(record):
    assert all_failures(replace(record, readings=record.readings[1:]))


def test_a_reading_given_twice_fails(record):
    assert all_failures(replace(record, readings=(*record.readings, record.readings[0])))


def test_swapped_readings_fail(record):
    first, second, *rest = record.readings
    swapped = (replace(first, draft=second.draft), replace(second, draft=first.draft), *rest)
    assert all_failures(replace(record, readings=swapped))


def test_a_record_emptied_of_its_articles_fails(record):
    assert all_failures(replace(record, articles=(), readings=()))


def test_two_stories_that_changed_places_fail(record, again):
    (story,) = record.stories
    second = replace(story, id="another")
    both, turned = replace(again, stories=(story, second)), replace(record, stories=(second, story))
    assert {"stories.0.id", "stories.1.id"} <= set(failing(turned, both))


# --- the record as JSON text


def changed_json(record, change):
    content = json.loads(to_json(record))
    change(content)
    return json.dumps(content, ensure_ascii=False)


def verdict(content):
    finding = content["stories"][0]["findings"][3]
    finding["verdict"] = "denied" if finding["verdict"] == "agreed" else "agreed"


def citation(content):
    content["stories"][0]["sections"][0]["lines"][0]["citations"] = [2]


def count(content):
    content["stories"][0]["findings"][0]["origins"] += 1


def speaker(content):
    claim = next(c for r in content["reports"] for c in r["claims"] if c["attribution"]["speaker"])
    claim["attribution"]["speaker"]["name"] = "Somebody Else"


def header(content):
    content["header"]["matched"] -= 1


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (verdict, "stories.0.findings.3.verdict"),
        (citation, "stories.0.sections.0.lines.0.citations.0"),
        (count, "stories.0.findings.0.origins"),
        (speaker, "attribution.speaker.name"),
        (header, "header.matched"),
    ],
)
def test_a_change_made_in_the_json_is_named(record, change, path):
    assert path in " ".join(all_failures(parse(changed_json(record, change))))


def drop_a_key(content):
    del content["stories"][0]["findings"][0]["verdict"]


def add_a_key(content):
    content["stories"][0]["findings"][0]["note"] = "added"


def other_version(content):
    content["format_version"] = FORMAT_VERSION + 1


def foreign_word(content):
    content["stories"][0]["findings"][0]["verdict"] = "proven"


@pytest.mark.parametrize("change", [drop_a_key, add_a_key, other_version, foreign_word])
def test_what_is_no_record_is_refused(record, change):
    with pytest.raises(NotABriefingError):
        parse(changed_json(record, change))
