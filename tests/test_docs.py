import doctest
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

import summarizer
from summarizer.cli.app import app
from summarizer.cli.exits import ExitCode
from summarizer.domain.finding import Verdict
from summarizer.loading import parse_sources

PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/cli.md", "docs/glossary.md"]
# Hosts of registries and paths of one machine, in pieces, so that this file does not name them either.
_PIECES = (("py", "pi"), ("python", "hosted"), ("/", "work/"), ("/", "root/"), ("/", "home/"), ("local", "host"))
OFF_SIGHT = re.compile("|".join(map("".join, _PIECES)), re.IGNORECASE)


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with the seeds, as somebody has who tries the examples."""
    shutil.copytree(seeds, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def generate(root: Path) -> dict[str, object]:
    return runpy.run_path(str(root / "docs" / "generate.py"))


def _read(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def test_the_generated_pages_are_current(root: Path, generate: dict[str, object]) -> None:
    stale = [path.name for path, page in generate["PAGES"].items() if path.read_text("utf-8") != page()]
    assert stale == [], "run make docs"


def test_every_command_is_documented(root: Path, generate: dict[str, object]) -> None:
    assert [command.name for command in app.registered_commands] == list(generate["COMMANDS"])


def test_the_commands_of_the_readme_do_what_they_say(root: Path, desk: Path) -> None:
    commands = [line for block in _blocks(_read(root, "README.md"), "sh") for line in block.splitlines() if "summarizer " in line]
    assert len(commands) >= 6
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    script = "set -euo pipefail\n" + "\n".join(commands)
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, env=environment)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.count("\nholds: ") == 2
    assert (desk / "briefing.md").read_text(encoding="utf-8").startswith("# ")


def test_the_python_of_the_readme_runs(root: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = _blocks(_read(root, "README.md"), "python")
    exec(compile(code, "README.md", "exec"), {})
    assert re.match(r"\d+ of \d+ sentences match their quotes\n", capsys.readouterr().out)


def test_the_example_of_the_package_runs(desk: Path) -> None:
    tried = doctest.testmod(summarizer)
    assert tried.attempted >= 4
    assert tried.failed == 0


def test_the_sources_file_of_the_readme_is_one(root: Path) -> None:
    (text,) = _blocks(_read(root, "README.md"), "toml")
    ((name, facts),) = parse_sources(text).items()
    assert name == "council-closes-bridge.txt"
    assert facts.published is not None
    assert len(tomllib.loads(text)[name]) >= 7


def test_the_readme_names_every_exit_code_and_every_verdict(root: Path) -> None:
    page = _read(root, "README.md")
    assert [code for code in ExitCode if f"\n| {code:d} | " not in page] == []
    verdicts = re.findall(r"^\| ([a-z ]+) \| ", page.partition("## How to read the verdicts")[2], flags=re.MULTILINE)
    assert verdicts == ["verdict", *Verdict]


def test_the_make_targets_that_are_named_exist(root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", _read(root, "Makefile"), flags=re.MULTILINE))
    told = " ".join(_read(root, page) for page in PAGES) + _read(root, ".ci/run")
    lines = re.findall(r"(?:`|^ *)make ([a-z]+(?: [a-z]+)*)", told, flags=re.MULTILINE)
    named = {name for line in lines for name in line.split()}
    assert {"brief", "test", "check", "docs"} <= named
    assert named <= targets
    phony = set(re.search(r"\.PHONY: (.*)", _read(root, "Makefile"))[1].split())
    assert phony == targets


def _links(page: str) -> Iterator[str]:
    return (link for link in re.findall(r"\]\(([^)#]+)\)", page) if "://" not in link)


def test_every_link_leads_somewhere(root: Path) -> None:
    pages = [*PAGES, *(str(path.relative_to(root)) for path in (root / "docs").rglob("*.md"))]
    broken = [(page, link) for page in pages for link in _links(_read(root, page)) if not ((root / page).parent / link).exists()]
    assert broken == []


def test_a_saved_briefing_fits_the_published_schema(root: Path, seeds: Path) -> None:
    schema = json.loads(_read(root, "docs/briefing.schema.json"))
    record = summarizer.render(summarizer.brief([seeds]), "json")
    jsonschema.Draft202012Validator(schema).validate(json.loads(record))


def test_no_page_names_a_registry_or_a_machine(root: Path) -> None:
    tracked = [root / name for name in (*PAGES, "Makefile", ".ci/run", "pyproject.toml", "requirements.lock", ".gitignore")]
    tracked += [path for folder in ("docs", "summarizer", "prompts") for path in (root / folder).rglob("*") if path.is_file()]
    texts = [path for path in tracked if path.suffix not in (".pyc",)]
    assert [path.name for path in texts if OFF_SIGHT.search(path.read_text(encoding="utf-8"))] == []


def test_every_decision_is_titled_with_its_question(root: Path) -> None:
    decisions = sorted((root / "docs" / "decisions").glob("*.md"))
    titles = [path.read_text(encoding="utf-8").splitlines()[0] for path in decisions]
    assert titles
    assert [title for title in titles if not re.fullmatch(r"# \d{4}: .*\?", title)] == []
    assert [path.name[:4] for path in decisions] == [title[2:6] for title in titles]
