import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarizer

PACKAGE = Path(summarizer.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "models", "manager", "misc"}
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40


def _name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def _functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_the_layers_hold(root: Path) -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint_imports, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {_name(module): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_long_functions_stand_only_in_the_command_line_and_the_edges() -> None:
    long = [
        f"{_name(module)}:{function.lineno} {function.name} ({_length(function)} lines)"
        for module in MODULES
        if module.relative_to(PACKAGE).parts[0] not in ("cli", "edges")
        for function in _functions(module)
        if _length(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_the_median_function_has_at_most_eight_lines() -> None:
    lengths = sorted(_length(function) for module in MODULES for function in _functions(module))
    assert lengths[len(lengths) // 2] <= 8


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [_name(module) for module in MODULES if module.stem.strip("_") in FORBIDDEN_NAMES] == []


def test_only_wiring_reads_the_environment_and_nobody_the_clock() -> None:
    readers = {
        _name(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "now", "today", "utcnow")
    }
    assert readers <= {"wiring.py"}


def test_the_public_names_are_these() -> None:
    assert sorted(summarizer.__all__) == [
        "Article",
        "Briefing",
        "Failure",
        "Finding",
        "Report",
        "SummarizerError",
        "__version__",
        "brief",
        "read",
        "render",
        "verify",
    ]
    assert all(getattr(summarizer, name) is not None for name in summarizer.__all__)
    assert set(summarizer.__all__) <= set(dir(summarizer))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = summarizer.nothing_of_the_kind


def test_importing_the_package_and_the_command_line_imports_nothing_heavy() -> None:
    heavy = ["pydantic", "rich", "trafilatura", "instructor", "openai", "pint", "sentencex", "importlib.metadata"]
    script = f"import sys, summarizer, summarizer.cli.app; print([m for m in {heavy!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
