import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest


def _run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, root)
    return folder


def _pins(root: Path) -> str:
    """The versions of the lock file without their hashes, which pip refuses in constraints."""
    lines = (root / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.rstrip(" \\") for line in lines if re.match(r"[A-Za-z0-9]", line))


def test_the_installed_packages_fit_together() -> None:
    assert "No broken requirements" in _run(sys.executable, "-m", "pip", "--disable-pip-version-check", "check")


def test_every_dependency_has_a_floor_and_a_reason(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    dependencies = tomllib.loads(text)["project"]["dependencies"]
    assert [one for one in dependencies if ">=" not in one] == []
    assert [one for one in dependencies if not re.search(rf'"{re.escape(one)}",\s+# \w', text)] == []


def test_the_lock_file_has_every_dependency_with_hashes(root: Path) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[><=~!\[; ]", one)[0].lower() for one in wanted]
    assert [name for name in names if not re.search(rf"^{re.escape(name)}==\S+.*\\\n\s+--hash=", lock, flags=re.MULTILINE)] == []


@pytest.mark.real
def test_the_wheel_holds_every_data_file_and_the_prompts(root: Path, built: Path) -> None:
    inside = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    package = root / "summarizer"
    kept = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    expected = {f"summarizer/{path.relative_to(package).as_posix()}" for path in kept}
    expected |= {f"summarizer/_prompts/{path.name}" for path in (root / "prompts").iterdir()}
    assert expected <= inside
    assert {name.split("/")[0] for name in inside} == {"summarizer", next(n for n in inside if "dist-info" in n).split("/")[0]}


@pytest.mark.real
def test_the_source_archive_has_no_tests_and_no_machine_files(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert not [name for name in names if name.startswith(("tests/", "fixtures/", ".venv", ".ci", ".git/"))]
    assert {"README.md", "LICENSE", "prompts/README.md", "summarizer/py.typed"} <= names


@pytest.mark.real
def test_the_wheel_works_in_an_empty_environment_away_from_the_sources(root: Path, built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python, program = (tmp_path / "env" / "bin" / name for name in ("python", "summarizer"))
    (tmp_path / "pins.txt").write_text(_pins(root), encoding="utf-8")
    pip = (python, "-m", "pip", "--disable-pip-version-check")
    _run(*pip, "install", "--quiet", "--constraint", tmp_path / "pins.txt", next(built.glob("*.whl")), cwd=tmp_path)
    _run(*pip, "check", cwd=tmp_path)
    assert _run(program, "--version", cwd=tmp_path).startswith("summarizer ")
    _run(program, "brief", root / "seeds", "--output", "briefing.json", cwd=tmp_path)
    assert _run(program, "verify", "briefing.json", "--texts", root / "seeds", cwd=tmp_path).startswith("holds: ")


@pytest.mark.real
def test_a_clean_clone_passes_its_tests(root: Path, tmp_path: Path) -> None:
    _run("git", "clone", "--quiet", root, tmp_path / "clone")
    _run(sys.executable, "-m", "pytest", "-m", "not real", cwd=tmp_path / "clone")
