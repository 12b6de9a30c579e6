"""Files, folders, patterns and standard input to articles; a bad input costs itself only."""

import io
import os
from datetime import date

import pytest

from summarizer.domain.report import SkipReason
from summarizer.edges.files import gather
from summarizer.errors import UsageError
from summarizer.loading import MAX_BYTES

BRIDGE = "The bridge at Lorne was closed on Monday, the police said. Nobody was hurt.\n"
FERRY = "A ferry sank off Lorne on Tuesday, the coast guard said. Twelve people are missing.\n"


def read(*paths, stdin=b"", published=None):
    return gather([str(path) for path in paths], stdin=io.BytesIO(stdin), published=published or {})


def reasons(skipped):
    return [(one.name, one.reason) for one in skipped]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(BRIDGE, encoding="utf-8")
    return tmp_path


def test_the_seeds_are_five_articles_with_stated_facts(seeds):
    articles, skipped = read(seeds)
    assert skipped == []
    assert [one.name for one in articles] == sorted(path.name for path in seeds.glob("*.txt"))
    assert {one.name: one.published.day for one in articles}["spacewar-afp-dramatic-escalation.txt"] == date(2024, 9, 9)
    assert [one.label for one in articles][1] == "The Moscow Times"


def test_a_folder_is_searched_to_the_bottom_in_order_and_passes_over_what_is_no_article(folder):
    (folder / "deep").mkdir()
    (folder / "deep" / "c.md").write_text("# Dam bursts after rain\n\n" + BRIDGE.replace("bridge", "dam"), encoding="utf-8")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "d.txt").write_text("Hidden.", encoding="utf-8")
    for name in (".e.txt", "README.md", "picture.png", "data.json", "sources.toml"):
        (folder / name).write_text("", encoding="utf-8")
    articles, skipped = read(folder)
    assert [one.name for one in articles] == ["a.txt", "b.txt", "c.md"]
    assert skipped == []


def test_a_pattern_that_the_shell_did_not_expand_is_expanded(folder):
    assert [one.name for one in read(folder / "*.txt")[0]] == ["a.txt", "b.txt"]
    assert [one.name for one in read(folder / "**" / "b.*")[0]] == ["b.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder):
    (folder / "[a].txt").write_text(BRIDGE.replace("Lorne", "Tarn"), encoding="utf-8")
    assert [one.name for one in read(folder / "[a].txt")[0]] == ["[a].txt"]


def test_standard_input_is_one_article():
    articles, skipped = read("-", stdin=BRIDGE.encode(), published={"-": date(2024, 1, 2)})
    assert [(one.name, one.published.day) for one in articles] == [("-", date(2024, 1, 2))]
    assert skipped == []


def test_a_text_given_twice_is_read_once_and_names_the_first(folder):
    (folder / "copy.txt").write_bytes(BRIDGE.replace("\n", "\r\n").encode())
    articles, skipped = read(folder / "a.txt", folder / "copy.txt", folder / "a.txt")
    assert [one.name for one in articles] == ["a.txt"]
    assert reasons(skipped) == [("copy.txt", SkipReason.DUPLICATE), ("a.txt", SkipReason.DUPLICATE)]
    assert "a.txt" in skipped[0].message


def test_two_files_of_one_name_are_told_apart_by_their_paths(folder):
    (folder / "deep").mkdir()
    (folder / "deep" / "a.txt").write_text(FERRY.replace("Lorne", "Tarn"), encoding="utf-8")
    names = [one.name for one in read(folder)[0]]
    assert names == [(folder / "a.txt").as_posix(), "b.txt", (folder / "deep" / "a.txt").as_posix()]


def test_a_missing_path_is_an_error_alone_and_skipped_beside_others(folder):
    with pytest.raises(UsageError, match="nowhere"):
        read(folder / "nowhere.txt")
    articles, skipped = read(folder / "a.txt", folder / "nowhere.txt")
    assert len(articles) == 1
    assert [one.reason for one in skipped] == [SkipReason.MISSING]


def test_a_bad_file_costs_itself_only(folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(1000 * MAX_BYTES)
    articles, skipped = read(folder)
    assert [one.name for one in articles] == ["a.txt", "b.txt"]
    wanted = [("empty.txt", SkipReason.EMPTY), ("huge.txt", SkipReason.TOO_LARGE), ("picture.txt", SkipReason.BINARY)]
    assert reasons(skipped) == wanted


def test_a_link_to_nothing_is_named_as_unreadable(folder):
    (folder / "c.txt").symlink_to(folder / "gone")
    articles, skipped = read(folder)
    assert len(articles) == 2
    assert reasons(skipped) == [("c.txt", SkipReason.UNREADABLE)]


def test_an_empty_folder_says_that_it_has_no_articles(tmp_path):
    assert [one.reason for one in read(tmp_path)[1]] == [SkipReason.NO_ARTICLE]


def test_sources_beside_a_file_are_honoured_and_a_date_on_the_command_goes_before_them(folder):
    (folder / "sources.toml").write_text('["a.txt"]\noutlet = "The Post"\npublished = 2024-01-01\n', encoding="utf-8")
    assert [(one.outlet.name, one.published.day) for one in read(folder / "a.txt")[0]] == [("The Post", date(2024, 1, 1))]
    articles, _ = read(folder, published={"a.txt": date(2024, 2, 2)})
    assert (articles[0].published.day, articles[0].published.basis) == (date(2024, 2, 2), "given with the command")


def test_a_changed_sources_file_is_read_anew(folder):
    path = folder / "sources.toml"
    path.write_text('["a.txt"]\noutlet = "The Post"\n', encoding="utf-8")
    assert read(folder / "a.txt")[0][0].outlet.name == "The Post"
    path.write_text('["a.txt"]\noutlet = "The Mail"\n', encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert read(folder / "a.txt")[0][0].outlet.name == "The Mail"


def test_a_misspelt_name_in_sources_is_reported_not_lost(folder):
    (folder / "sources.toml").write_text('["aa.txt"]\noutlet = "The Post"\n', encoding="utf-8")
    assert reasons(read(folder)[1]) == [("aa.txt", SkipReason.MISSING)]


def test_a_broken_sources_file_is_an_error_that_names_it(folder):
    (folder / "sources.toml").write_text("outlet = \n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"sources\.toml.*line 1"):
        read(folder)


def test_sources_itself_is_never_an_article(folder):
    (folder / "sources.toml").write_text('["a.txt"]\noutlet = "The Post"\n', encoding="utf-8")
    assert [one.name for one in read(folder / "a.txt", folder / "sources.toml")[0]] == ["a.txt"]


def test_a_date_for_a_file_that_is_not_read_is_an_error(folder):
    with pytest.raises(UsageError, match=r"c\.txt"):
        read(folder, published={"c.txt": date(2024, 1, 1)})
