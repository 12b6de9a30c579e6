"""Prompts as files: Markdown with front matter, a static part first and the article's part last.

A file is `name.md`: front matter between `---` lines (purpose, inputs, answer), then `# Task`, sent first and always the same
so that a provider's prompt cache holds it, then `# Article`, in which each `{{input}}` is filled in one pass. What is filled in
is never looked at again, so that braces of an article stay braces.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from summarizer.errors import UsageError

NAMES = ("report", "gaps", "reask")
_SHAPE = re.compile(r"---\n(?P<head>.*?)\n---\n+# Task\n+(?P<task>.*?)\n+# Article\n+(?P<article>.*)", re.DOTALL)
_INPUT = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt as its file has it."""

    name: str
    purpose: str
    inputs: tuple[str, ...]
    answer: str  # the schema of the answer, by name
    task: str
    article: str

    def fingerprint(self, schema: str = "") -> str:
        """12 hex digits of the text together with the JSON schema of its answer; travels with every exchange."""
        return sha256(f"{self.task}\n{self.article}\n{schema}".encode()).hexdigest()[:12]

    def messages(self, inputs: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """The two messages, with every declared input filled in; `KeyError` where one is not given."""
        filled = _INPUT.sub(lambda match: inputs[match.group(1)], self.article)
        return {"role": "system", "content": self.task}, {"role": "user", "content": filled.strip()}


def load_prompts(folder: Path | None = None) -> dict[str, Prompt]:
    """The prompts by name; files in `folder` stand in for ours of the same name. `UsageError` where one cannot be read."""
    found = {name: _read(_home() / f"{name}.md") for name in NAMES}
    if folder is None:
        return found
    if not folder.is_dir():
        raise UsageError(f"--prompts {folder}: there is no such folder")
    own = {path.stem: _read(path) for path in sorted(folder.glob("*.md")) if path.stem != "README"}
    strange = sorted(own.keys() - found.keys())
    if strange:
        raise UsageError(f"--prompts {folder}: {strange[0]}.md is no prompt of this program; it has {', '.join(NAMES)}")
    return found | own


def problems(prompt: Prompt) -> tuple[str, ...]:
    """What is wrong with a prompt, in words; empty where nothing is."""
    used = set(_INPUT.findall(prompt.article))
    found = [f"input {name!r} is declared and not used" for name in prompt.inputs if name not in used]
    found += [f"input {name!r} is used and not declared" for name in sorted(used - set(prompt.inputs))]
    found += [
        f"the task, which must stay the same for all articles, has an input {name!r}" for name in _INPUT.findall(prompt.task)
    ]
    if "sentences" in used and not re.search(r"<article>\s*\{\{\s*sentences\s*\}\}\s*</article>", prompt.article):
        found.append("the sentences do not stand alone between <article> and </article>")
    if not re.search(r"(?i)\bdata\b", prompt.task):
        found.append("the task does not say that the article is data")
    return tuple(found)


def _read(path: Path) -> Prompt:
    try:
        match = _SHAPE.fullmatch(path.read_text(encoding="utf-8").replace("\r\n", "\n"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"prompt {path} cannot be read: {error}") from None
    if match is None:
        raise UsageError(f"prompt {path} is not front matter, '# Task' and '# Article'")
    head = dict(line.split(":", 1) for line in match["head"].splitlines() if ":" in line)
    fields = {key.strip(): value.strip() for key, value in head.items()}
    if missing := {"purpose", "inputs", "answer"} - fields.keys():
        raise UsageError(f"prompt {path} does not say its {min(missing)}")
    prompt = Prompt(
        name=path.stem,
        purpose=fields["purpose"],
        inputs=tuple(name.strip() for name in fields["inputs"].split(",")),
        answer=fields["answer"],
        task=match["task"].strip(),
        article=match["article"].strip(),
    )
    if wrong := problems(prompt):
        raise UsageError(f"prompt {path}: {wrong[0]}")
    return prompt


@lru_cache(maxsize=1)
def _home() -> Path:
    """Our prompts: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_prompts"
    return installed if installed.is_dir() else package.parent / "prompts"
