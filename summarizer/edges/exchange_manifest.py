"""`manifest.toml` of a folder of recordings: which LLM, on which engine, when, and which prompts were asked."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import UsageError

FILE_NAME = "manifest.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a reader of the recordings must know of them."""

    model: str
    engine: str
    mode: str  # "json_schema" or "tools"
    date: str  # ISO 8601, the day of recording
    prompts: tuple[tuple[str, str], ...]  # name → fingerprint
    command: str  # that records them again


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest beside the recordings."""
    rows = [
        f"{key} = {json.dumps(getattr(manifest, key), ensure_ascii=False)}"
        for key in ("model", "engine", "mode", "date", "command")
    ]
    prompts = [f"{name} = {json.dumps(fingerprint)}" for name, fingerprint in manifest.prompts]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text("\n".join([*rows, "", "[prompts]", *prompts, ""]), encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the folder; `UsageError` where it has none that can be read."""
    path = folder / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        prompts = tuple(sorted(data.pop("prompts").items()))
        return Manifest(prompts=prompts, **data)
    except FileNotFoundError:
        raise UsageError(f"{folder} is no folder of recordings: it has no {FILE_NAME}") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None
