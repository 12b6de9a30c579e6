import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer.cli.app import app
from summarizer.cli.exits import MEANINGS, ExitCode, after, ended
from summarizer.domain.report import Skipped, SkipReason
from summarizer.errors import SettingsError

STORY = """Harbour pilots strike over pay

LOW HAVEN (Coastwire) — Harbour pilots in Low Haven stopped work on Monday, their union said.

“We will not move a single ship until the port authority talks to us,” said Maren Holt, the head of the Pilots' Union.

The port authority denied that it had refused talks. About 40 ships were waiting outside the harbour on Monday evening.
"""


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    def is_told_in_one_line(self, *words: str) -> bool:
        lines = self.err.splitlines()
        one = len(lines) == 1 and lines[0].startswith("summarizer: ")
        return one and "Traceback" not in self.err and all(word in self.err for word in words)


def _run(*arguments: str | Path, stdin: str | bytes | None = None, env: dict[str, str] | None = None) -> Ended:
    result = CliRunner().invoke(app, [str(one) for one in arguments], input=stdin, env=env)
    return Ended(result.exit_code, result.stdout, result.stderr)


def _process(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "summarizer", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def saved(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("saved") / "briefing.json"
    assert _run("brief", seeds, "--output", path).code == 0
    return path


# brief


def test_the_seeds_are_briefed_on_standard_output_with_nothing_on_standard_error(seeds: Path) -> None:
    run = _run("brief", seeds)
    assert (run.code, run.err) == (0, "")
    assert "BOTTOM LINE" in run.out
    assert "\x1b" not in run.out
    assert max(map(len, run.out.splitlines())) <= 80


def test_the_name_of_the_output_chooses_the_format(story: Path, tmp_path: Path) -> None:
    for name, start in (("a.md", "# "), ("a.json", "{"), ("a.txt", "Harbour")):
        assert _run("brief", story, "-o", tmp_path / name) == Ended(0, "", "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_format_that_is_named_counts_more_than_the_name_of_the_output(story: Path, tmp_path: Path) -> None:
    assert _run("brief", story, "-o", tmp_path / "a.txt", "--format", "markdown").code == 0
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("# ")


def test_json_is_short_for_format_json(story: Path) -> None:
    assert _run("brief", story, "--json").out == _run("brief", story, "--format", "json").out


def test_title_and_day_are_those_given(story: Path) -> None:
    record = json.loads(_run("brief", story, "--json", "--title", "Pilots", "--as-of", "2031-05-07").out)
    assert (record["header"]["title"], record["header"]["as_of"]) == ("Pilots", "2031-05-07")


def test_an_undated_file_is_dated_by_published(story: Path) -> None:
    record = json.loads(_run("brief", story, "--json", "--published", f"{story}=2031-05-06").out)
    assert record["articles"][0]["published"]["day"] == "2031-05-06"
    assert record["header"]["as_of"] == "2031-05-06"


def test_an_undated_article_is_briefed_and_said_to_be_undated(story: Path) -> None:
    run = _run("brief", story)
    assert run.code == 0
    assert "no report is dated" in run.out


def test_an_article_is_read_from_standard_input() -> None:
    run = _run("brief", "-", stdin=STORY)
    assert run.code == 0
    assert "Harbour pilots" in run.out


def test_two_runs_write_the_same_bytes(seeds: Path) -> None:
    assert _run("brief", seeds, "--json") == _run("brief", seeds, "--json")


def test_verbose_says_what_was_read_and_quiet_says_nothing(story: Path, tmp_path: Path) -> None:
    assert f"read {story.name} (offline" in _run("brief", story, "-v").err
    missing = tmp_path / "none.txt"
    assert _run("brief", story, missing, "-q").err == ""


# bad input


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def _broken(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00" + b"\xd8\x00" * 101)


BAD: dict[str, Callable[[Path], None]] = {"empty": _empty, "binary": _binary, "huge": _huge, "broken": _broken}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_alone_fails_in_one_line_that_names_it(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.txt"
    BAD[kind](path)
    started = time.monotonic()
    run = _run("brief", path)
    assert run.code == 1
    assert run.is_told_in_one_line(path.name), run.err
    assert run.out == ""
    assert time.monotonic() - started < 5  # seconds: a large file is told from its size, not by reading it


@pytest.mark.parametrize("kind", BAD)
def test_one_bad_file_among_good_ones_is_named_and_the_rest_is_written(kind: str, story: Path, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.txt"
    BAD[kind](path)
    run = _run("brief", story, path)
    assert run.code == 3
    assert run.is_told_in_one_line("skipped", path.name), run.err
    assert run.err.count(path.name) == 1
    assert "BOTTOM LINE" in run.out


def test_a_missing_path_alone_is_wrong_use(tmp_path: Path) -> None:
    run = _run("brief", tmp_path / "none.txt")
    assert run.code == 2
    assert run.is_told_in_one_line("none.txt"), run.err


def test_a_missing_path_among_good_ones_costs_only_itself(story: Path, tmp_path: Path) -> None:
    run = _run("brief", story, tmp_path / "none.txt")
    assert run.code == 3
    assert run.is_told_in_one_line("none.txt"), run.err


def test_a_folder_with_nothing_to_read_fails_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    run = _run("brief", tmp_path / "folder")
    assert run.code == 1
    assert run.is_told_in_one_line("folder"), run.err


def test_a_picture_beside_articles_in_a_folder_is_no_failure(story: Path) -> None:
    story.with_name("photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20)
    assert _run("brief", story.parent).code == 0


def test_the_same_article_twice_is_no_failure(story: Path) -> None:
    story.with_name("copy.txt").write_text(STORY, encoding="utf-8")
    run = _run("brief", story.parent, "--json")
    assert run.code == 0
    assert len(json.loads(run.out)["articles"]) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["brief"], 2, ["PATH"]),
        (["nonsense"], 2, ["nonsense", "--help"]),
        (["brief", "x", "--nonsense"], 2, ["--nonsense", "brief --help"]),
        (["brief", "x", "--format", "pdf"], 2, ["pdf", "terminal", "markdown", "json"]),
        (["brief", "x", "--json", "--format", "markdown"], 2, ["contradict"]),
        (["brief", "x", "--model", "oracle"], 2, ["oracle", "offline"]),
        (["brief", "x", "--as-of", "yesterday"], 2, ["yesterday", "YYYY-MM-DD"]),
        (["brief", "x", "--published", "2024-09-10"], 2, ["FILE=YYYY-MM-DD"]),
        (["brief", "x", "--published", "x=10/9/2024"], 2, ["10/9/2024", "YYYY-MM-DD"]),
        (["brief", "x", "--output", "no/such/folder/a.md"], 1, ["no/such/folder"]),
        (["read"], 2, ["FILE"]),
        (["read", "none.txt"], 2, ["none.txt"]),
        (["verify"], 2, ["BRIEFING.json"]),
        (["verify", "none.json"], 2, ["none.json", "no such file"]),
    ],
)
def test_wrong_use_is_told_in_one_line(arguments: list[str], code: int, words: list[str]) -> None:
    run = _run(*arguments)
    assert run.code == code
    assert run.is_told_in_one_line(*words), run.err
    assert run.out == ""


def test_a_wrong_setting_is_told_as_a_setting(story: Path) -> None:
    run = _run("brief", story, env={"SUMMARIZER_MODEL": "oracle"})
    assert run.code == 4
    assert run.is_told_in_one_line("SUMMARIZER_MODEL", "oracle", "offline")


def test_the_setting_chooses_the_reader_and_the_option_counts_more(story: Path) -> None:
    assert _run("brief", story, env={"SUMMARIZER_MODEL": "offline"}).code == 0
    assert _run("brief", story, "--model", "offline", env={"SUMMARIZER_MODEL": "oracle"}).code == 0


def test_control_characters_of_a_file_name_do_not_reach_the_screen(tmp_path: Path) -> None:
    run = _run("brief", tmp_path / "a\x1b[31m\nb.txt")
    assert "\x1b" not in run.err
    assert len(run.err.splitlines()) == 1


# output


def test_an_output_in_a_folder_that_may_not_be_written_fails_before_any_work(story: Path, tmp_path: Path) -> None:
    run = _run("brief", story, "-o", tmp_path)
    assert run.code == 1
    assert run.is_told_in_one_line("it is a folder")


def test_an_output_over_an_article_or_among_the_articles_is_refused(story: Path) -> None:
    over, among = _run("brief", story, "-o", story), _run("brief", story.parent, "-o", story.parent / "briefing.md")
    assert (over.code, among.code) == (2, 2)
    assert over.is_told_in_one_line("one of the articles")
    assert among.is_told_in_one_line("among the articles", "choose another folder")
    assert story.read_text(encoding="utf-8") == STORY
    assert _run("brief", story.parent, "-o", story.parent / "briefing.json").code == 0


def test_an_output_that_exists_keeps_its_mode_and_loses_nothing_on_failure(story: Path, tmp_path: Path) -> None:
    output = tmp_path / "briefing.md"
    output.write_text("old", encoding="utf-8")
    output.chmod(0o640)
    assert _run("brief", tmp_path / "none.txt", "-o", output).code == 2
    assert output.read_text(encoding="utf-8") == "old"
    assert _run("brief", story, "-o", output).code == 0
    assert output.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["briefing.md", "story.txt"]


def test_a_full_disk_is_told_in_one_line(story: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as device:
        run = subprocess.run(
            [sys.executable, "-m", "summarizer", "brief", story], stdout=device, stderr=subprocess.PIPE, text=True, check=False
        )
    assert run.returncode == 1
    assert Ended(1, "", run.stderr).is_told_in_one_line("cannot write standard output", "No space left"), run.stderr


def test_a_reader_that_stops_reading_is_no_failure(seeds: Path) -> None:
    command = f"{sys.executable} -m summarizer brief {seeds} --json; echo code $? >&2"
    run = subprocess.run(["bash", "-c", f"({command}) | head -n 1"], capture_output=True, text=True, check=False)
    assert run.stdout == "{\n"
    assert run.stderr == "code 0\n"


def test_an_interrupt_ends_with_130_in_one_line() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "summarizer", "brief", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdin.write("x" * 200_000)  # more than a pipe holds: this returns when the program is reading
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert err == "summarizer: interrupted\n"


def test_the_width_of_the_screen_is_used(seeds: Path) -> None:
    wide = _process("brief", seeds, env={**os.environ, "COLUMNS": "140"}).stdout
    assert 80 < max(map(len, wide.splitlines())) <= 140


# read


def test_read_shows_claims_with_speakers_and_words(story: Path) -> None:
    run = _run("read", story)
    assert (run.code, run.err) == (0, "")
    assert "Maren Holt" in run.out
    assert "We will not move a single ship" in " ".join(run.out.split())


def test_read_as_json_holds_quotes_that_are_cut_from_the_text(story: Path) -> None:
    record = json.loads(_run("read", story, "--json", "--published", "2031-05-06").out)
    text = record["article"]["text"]
    quotes = [quote for claim in record["report"]["claims"] for quote in claim["content"]]
    assert quotes
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    assert record["article"]["published"]["day"] == "2031-05-06"


def test_read_of_a_folder_is_wrong_use(seeds: Path) -> None:
    run = _run("read", seeds)
    assert run.code == 2
    assert run.is_told_in_one_line("folder")


# verify


def test_a_saved_briefing_holds_and_its_texts_are_those_of_the_files(saved: Path, seeds: Path) -> None:
    for run in (_run("verify", saved), _run("verify", saved, "--texts", seeds), _run("verify", "-", stdin=saved.read_bytes())):
        assert run.code == 0, run.out
        assert run.out.startswith("holds: ")


def test_a_changed_word_fails_by_name(saved: Path, tmp_path: Path) -> None:
    record = json.loads(saved.read_text(encoding="utf-8"))
    record["stories"][0]["sections"][0]["lines"][0]["text"] += " Perhaps."
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(record), encoding="utf-8")
    run = _run("verify", changed)
    assert run.code == 1
    assert "FAILED stories.0.sections.0.lines.0.text" in run.out
    assert run.err == ""


def test_a_file_that_changed_since_fails_by_name(saved: Path, seeds: Path, tmp_path: Path) -> None:
    for path in seeds.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    first = sorted(tmp_path.glob("*.txt"))[0]
    first.write_text(first.read_text(encoding="utf-8").replace("missiles", "rockets"), encoding="utf-8")
    run = _run("verify", saved, "--texts", tmp_path)
    assert run.code == 1
    assert re.fullmatch(rf"FAILED articles\.\d\.sha256: .*{re.escape(first.name)}.*\n", run.out)


@pytest.mark.parametrize("content", [b"", b"Once upon a time", b"[]", b'{"format_version": 99}', b"\xff\xfe\x00"])
def test_what_is_no_briefing_is_told_in_one_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    run = _run("verify", path)
    assert run.code == 1
    assert run.is_told_in_one_line("x.json"), run.err


def test_a_texts_folder_that_is_not_there_is_wrong_use(saved: Path, tmp_path: Path) -> None:
    run = _run("verify", saved, "--texts", tmp_path / "none")
    assert run.code == 2
    assert run.is_told_in_one_line("no such folder")


# the program


def test_help_shows_every_exit_code_and_every_command_an_example() -> None:
    page = _run("--help")
    assert page.code == 0
    assert all(f"{code:d} " in page.out and meaning in page.out for code, meaning in MEANINGS.items())
    for command in ("brief", "read", "verify"):
        for option in ("--help", "-h"):
            assert f"summarizer {command} " in _run(command, option).out.partition("Examples:")[2]


def test_without_a_command_the_help_is_shown_as_wrong_use() -> None:
    run = _run()
    assert (run.code, run.out) == (2, "")
    assert "Usage: summarizer" in run.err


def test_the_version_is_that_of_the_package() -> None:
    assert re.fullmatch(r"summarizer \d+\.\d+\.\d+\n", _run("--version").out)


def test_help_takes_a_fifth_of_a_second() -> None:
    def seconds() -> float:
        """Of processor time, which a busy machine does not change as it does the time on the clock."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert _process("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) <= 0.2


def test_completion_is_offered_for_a_shell() -> None:
    env = {**os.environ, "_SUMMARIZER_COMPLETE": "complete_bash", "COMP_WORDS": "summarizer ver", "COMP_CWORD": "1"}
    assert _process(env=env).stdout.split() == ["verify"]


def _fail_strangely() -> int:
    raise RuntimeError("the moon")


def test_an_unexpected_error_is_one_line_and_its_traceback_only_with_verbose(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(_fail_strangely, verbose=False) == 1
    assert Ended(1, "", capsys.readouterr().err).is_told_in_one_line("RuntimeError", "the moon", "-v")
    assert ended(_fail_strangely, verbose=True) == 1
    assert "Traceback" in capsys.readouterr().err


def _fail_on_a_setting() -> int:
    raise SettingsError("no key")


def test_an_expected_error_ends_with_its_own_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(_fail_on_a_setting, verbose=True) == ExitCode.SETTINGS
    assert capsys.readouterr().err == "summarizer: no key\n"


@pytest.mark.parametrize(
    ("name", "reason", "code"),
    [
        ("a.txt", SkipReason.NO_ARTICLE, ExitCode.PART),
        ("a.txt", SkipReason.DUPLICATE, ExitCode.DONE),
        ("index.html", SkipReason.NO_ARTICLE, ExitCode.DONE),
        ("locked.txt", SkipReason.UNREADABLE, ExitCode.PART),
        ("empty.txt", SkipReason.EMPTY, ExitCode.PART),
        ("story.txt", SkipReason.LANGUAGE, ExitCode.PART),
    ],
)
def test_only_a_lost_article_makes_a_run_partial(name: str, reason: SkipReason, code: ExitCode) -> None:
    assert after([Skipped(name, reason, "")], named=["./news/a.txt", "folder"]) is code
