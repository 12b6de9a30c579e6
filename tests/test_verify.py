"""A saved briefing holds, and any single change of it fails with the place in its path."""

import json
from collections import defaultdict
from dataclasses import replace

import pytest
from changing import at, kind_of, leaves, named, other, put, tuples
from hypothesis import given
from hypothesis import strategies as st

import summarizer
from summarizer import pipeline
from summarizer.briefing import FORMAT_VERSION
from summarizer.differences import differences
from summarizer.errors import NotABriefingError
from summarizer.grounding import ground
from summarizer.loading import restore
from summarizer.rendering.record import parse, to_json

# What was given and cannot be worked out of the texts: from these everything else is recomputed.
GIVEN = ("format_version", "program_version", "header.title", "header.as_of", "articles.", "readings.", "skipped")
ROOT = summarizer.__path__[0] + "/../seeds"
RECORD = parse(to_json(summarizer.brief([ROOT])))
AGAIN = pipeline.assemble(
    tuple(restore(article) for article in RECORD.articles),
    RECORD.readings,
    as_of=RECORD.header.as_of,
    title=RECORD.header.title,
    skipped=RECORD.skipped,
)


def is_given(path):
    return kind_of(path).startswith(GIVEN)


RECOMPUTED = [path for path in leaves(RECORD) if not is_given(path)]
ORDERED = [path for path in tuples(RECORD) if path and not is_given(path)]


def failing(record):
    """The paths that fail where only recomputed parts of the record were changed, without recomputing them once more."""
    return [failure.path for failure in differences(record, AGAIN)]


def first_of_each_kind(paths):
    kinds = defaultdict(list)
    for path in paths:
        kinds[kind_of(path)].append(path)
    return [paths[0] for paths in kinds.values()]


def test_the_saved_briefing_of_the_seeds_holds():
    assert pipeline.verify(RECORD) == ()
    assert failing(RECORD) == []


def test_a_record_read_back_is_the_record():
    assert parse(to_json(RECORD)) == RECORD


def test_every_recomputed_value_that_changes_fails_under_its_own_path():
    missed = [named(path) for path in RECOMPUTED if failing(put(RECORD, path, other(at(RECORD, path)))) != [named(path)]]
    assert missed == []


@pytest.mark.parametrize("path", ORDERED[:: max(1, len(ORDERED) // 150)], ids=named)
def test_an_item_left_out_or_told_twice_fails_under_its_list(path):
    items = at(RECORD, path)
    for changed in (items[:-1], (*items, items[0])):
        found = failing(put(RECORD, path, changed))
        assert found
        assert all(name.startswith(named(path)) for name in found)


@pytest.mark.parametrize("path", [path for path in first_of_each_kind(ORDERED) if len(set(at(RECORD, path))) > 1], ids=named)
def test_items_in_another_order_fail(path):
    items = at(RECORD, path)
    assert failing(put(RECORD, path, items[::-1]))


PRINTED = [path for path in RECOMPUTED if path[0] == "stories" and isinstance(at(RECORD, path), str) and at(RECORD, path)]


@given(st.data())
def test_any_changed_character_of_a_printed_word_fails(data):
    path = data.draw(st.sampled_from(PRINTED))
    words = str(at(RECORD, path))
    place = data.draw(st.integers(0, len(words) - 1))
    char = data.draw(st.characters(codec="utf-8", exclude_characters=words[place]))
    assert failing(put(RECORD, path, words[:place] + char + words[place + 1 :])) == [named(path)]


@given(st.data())
def test_any_word_left_out_of_a_printed_sentence_fails(data):
    path = data.draw(st.sampled_from([path for path in PRINTED if " " in at(RECORD, path)]))
    words = at(RECORD, path).split(" ")
    gone = data.draw(st.integers(0, len(words) - 1))
    assert failing(put(RECORD, path, " ".join(words[:gone] + words[gone + 1 :]))) == [named(path)]


# --- what readers proposed: proven anew against the text, which costs one article only

DRAFTED = [path for path in leaves(RECORD.readings) if kind_of(path) not in ("*.article", "*.reader") and at(RECORD.readings, path) != ()]


def reproven(reading):
    article = next(article for article in AGAIN.articles if article.id == reading.article)
    return ground(reading.draft, article, reader=reading.reader)


@pytest.mark.parametrize("path", DRAFTED[:: max(1, len(DRAFTED) // 120)], ids=named)
def test_a_changed_draft_proves_something_else(path):
    place = path[0]
    changed = put(RECORD.readings, path, other(at(RECORD.readings, path)))[place]
    assert reproven(changed) != AGAIN.reports[place]


# --- what was given: a full run each


def all_failures(record):
    return [failure.path for failure in pipeline.verify(record)]


def in_article(place, **changed):
    return replace(RECORD, articles=tuple(replace(a, **changed) if i == place else a for i, a in enumerate(RECORD.articles)))


def test_a_changed_text_fails_by_its_hash_and_its_identity():
    text = RECORD.articles[0].text
    found = all_failures(in_article(0, text=text.replace("75 miles", "85 miles")))
    assert {"articles.0.sha256", "articles.0.id"} <= set(found)


def test_a_changed_text_with_the_hash_of_the_change_fails_too():
    changed = restore(replace(RECORD.articles[0], text=RECORD.articles[0].text.replace("75 miles", "85 miles")))
    forged = replace(RECORD, articles=(changed, *RECORD.articles[1:]))
    assert any(path.startswith(("readings", "reports", "stories")) for path in all_failures(forged))


@pytest.mark.parametrize("field", ["id", "sha256", "language", "title"])
def test_what_follows_from_a_text_fails_by_its_field(field):
    assert f"articles.1.{field}" in all_failures(in_article(1, **{field: other(getattr(RECORD.articles[1], field))}))


@pytest.mark.parametrize("kind", ["number", "paragraph", "role", "span.start", "span.end"])
def test_a_changed_cut_of_sentences_fails_by_its_sentence(kind):
    path = ("articles", 2, "sentences", 12, *kind.split("."))
    assert named(path[:4]) in "".join(all_failures(put(RECORD, path, other(at(RECORD, path)))))


@pytest.mark.parametrize("field", ["outlet.name", "agency.name", "byline.name", "dateline.name", "published.day"])
@pytest.mark.parametrize("place", range(len(RECORD.articles)))
def test_a_changed_fact_of_publication_fails(place, field):
    path = ("articles", place, *field.split("."))
    assert all_failures(put(RECORD, path, other(at(RECORD, path))))


@pytest.mark.parametrize(
    "kind", ["name", "outlet.basis", "agency.basis", "byline.basis", "dateline.basis", "published.basis", "byline.name"]
)
def test_every_stated_fact_of_an_article_is_sealed(kind):
    for place in range(len(RECORD.articles)):
        path = ("articles", place, *kind.split("."))
        assert any(name.startswith(("articles", "stories", "reports")) for name in all_failures(put(RECORD, path, "changed by hand")))


@pytest.mark.parametrize("field", ["title", "as_of"])
def test_a_changed_head_fails_by_its_field(field):
    path = ("header", field)
    assert f"header.{field}" in all_failures(put(RECORD, path, other(at(RECORD, path))))


def test_an_added_skipped_input_fails():
    from summarizer.domain.report import Skipped, SkipReason  # noqa: PLC0415  used here alone

    extra = Skipped("another.txt", SkipReason.EMPTY, "another.txt is empty")
    assert any(path.startswith("skipped") for path in all_failures(replace(RECORD, skipped=(extra,))))


def test_an_article_that_was_taken_out_fails():
    found = all_failures(replace(RECORD, articles=RECORD.articles[1:]))
    assert "readings" in found


def test_a_reading_of_an_unknown_article_fails():
    stray = replace(RECORD.readings[0], article="0" * 12)
    assert "readings" in all_failures(replace(RECORD, readings=(stray, *RECORD.readings[1:])))


def test_an_article_without_its_reading_fails():
    assert all_failures(replace(RECORD, readings=RECORD.readings[1:]))


def test_a_reading_given_twice_fails():
    assert all_failures(replace(RECORD, readings=(*RECORD.readings, RECORD.readings[0])))


def test_swapped_readings_fail():
    first, second, *rest = RECORD.readings
    swapped = (replace(first, draft=second.draft), replace(second, draft=first.draft), *rest)
    assert all_failures(replace(RECORD, readings=swapped))


def test_no_articles_at_all_fail():
    assert all_failures(replace(RECORD, articles=(), readings=()))


def test_two_stories_that_changed_places_fail():
    records = [summarizer.brief([article]) for article in RECORD.articles[:1]]
    both = replace(RECORD, stories=(*records[0].stories, *RECORD.stories))
    assert any(path.startswith("stories") for path in failing(both))


# --- the record as JSON text


def changed_json(change):
    content = json.loads(to_json(RECORD))
    change(content)
    return json.dumps(content, ensure_ascii=False)


def verdict(content):
    content["stories"][0]["findings"][3]["verdict"] = "agreed" if content["stories"][0]["findings"][3]["verdict"] != "agreed" else "denied"


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
def test_a_change_made_in_the_json_is_named(change, path):
    assert path in " ".join(all_failures(parse(changed_json(change))))


def drop_a_key(content):
    del content["stories"][0]["findings"][0]["verdict"]


def add_a_key(content):
    content["stories"][0]["findings"][0]["note"] = "added"


def other_version(content):
    content["format_version"] = FORMAT_VERSION + 1


def foreign_word(content):
    content["stories"][0]["findings"][0]["verdict"] = "proven"


@pytest.mark.parametrize("change", [drop_a_key, add_a_key, other_version, foreign_word])
def test_what_is_no_record_is_refused(change):
    with pytest.raises(NotABriefingError):
        parse(changed_json(change))
