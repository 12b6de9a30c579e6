"""The exchange store: every usable LLM exchange under the hash of what was asked. Cache, resume, audit and recordings in one.

An exchange is one JSON file, named by its key, in a folder. Only what came back usable is kept: a failure is asked again.
Headers are never stored, so neither is a key.
"""

import json
import os
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from summarizer.errors import UsageError

FORMAT = 1
RECORD_COMMAND = "summarizer brief FILES --model MODEL --record DIR"


class Mode(StrEnum):
    """What the store does: `USE` answers from the folder and keeps what is new, `RECORD` asks all anew, `REPLAY` never asks."""

    USE = "use"
    RECORD = "record"
    REPLAY = "replay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its reply. `seconds` is what the reply took; `recorded` is an ISO 8601 time, UTC, to the second."""

    key: str
    path: str  # "/chat/completions", without the host
    prompt: str  # name and fingerprint: "report 3f2a…"
    article: str  # as its user named it
    request: dict[str, Any]
    reply: dict[str, Any]
    seconds: float
    recorded: str

    @property
    def model(self) -> str:
        return str(self.request.get("model", ""))

    @property
    def tokens(self) -> int:
        """Tokens of request and reply together, as the server counted them; 0 where it did not."""
        usage = self.reply.get("usage") or {}
        return int(usage.get("total_tokens") or 0)


def exchange_key(path: str, request: Mapping[str, Any]) -> str:
    """The hash of what is asked: path and canonical body; no host and no headers, so that a recording serves any server."""
    canonical = json.dumps(request, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(f"{path}\n{canonical}".encode()).hexdigest()


class ExchangeStore:
    """A folder of exchanges. Safe for threads: `alone` lets one at a time ask for the same key.

    `record_command` is what a user is told to run where a replay misses something.
    """

    def __init__(self, folder: Path, *, mode: Mode = Mode.USE, record_command: str = RECORD_COMMAND) -> None:
        self.folder = folder
        self.mode = mode
        self.record_command = record_command
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()
        self.used: set[str] = set()  # keys that were asked for
        if mode is Mode.REPLAY and not folder.is_dir():
            raise UsageError(f"replay:{folder}: there is no such folder of recordings")

    @contextmanager
    def alone(self, key: str) -> Iterator[None]:
        """Waits until no other thread asks for this key, so that one request is never paid twice at once."""
        with self._guard:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            yield

    def find(self, key: str) -> Exchange | None:
        """The kept exchange, or `None`; one that cannot be read counts as none, and is asked again."""
        self.used.add(key)
        return None if self.mode is Mode.RECORD else _read(self._file(key))

    def keep(self, exchange: Exchange) -> None:
        """Write the exchange; complete or not at all, also when the machine stops in the middle."""
        self.folder.mkdir(parents=True, exist_ok=True)
        content = json.dumps({"format": FORMAT, **asdict(exchange)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        with tempfile.NamedTemporaryFile("w", dir=self.folder, suffix=".part", delete=False, encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(self._file(exchange.key))

    def exchanges(self) -> tuple[Exchange, ...]:
        """Every readable exchange of the folder, ordered by article, prompt and key."""
        found = (_read(path) for path in self._files())
        return tuple(sorted((each for each in found if each), key=lambda each: (each.article, each.prompt, each.key)))

    def show(self, start: str) -> Exchange:
        """The one exchange whose key begins with `start`; `UsageError` where none or several do."""
        found = [each for each in self.exchanges() if each.key.startswith(start)]
        if len(found) != 1:
            raise UsageError(f"{len(found)} exchanges in {self.folder} have a key that begins with {start!r}; list them first")
        return found[0]

    def prune(self, keys: frozenset[str]) -> int:
        """Delete the exchanges with these keys; returns how many there were."""
        doomed = [path for path in self._files() if path.stem in keys]
        for path in (*doomed, *self.folder.glob("*.part")):  # a machine that stopped in the middle leaves parts
            path.unlink(missing_ok=True)
        return len(doomed)

    def forget(self, keys: Iterable[str]) -> None:
        """Drop what turned out to be of no use, so that it is asked again; recordings are never touched."""
        if self.mode is not Mode.REPLAY:
            self.prune(frozenset(keys))

    def unused(self) -> frozenset[str]:
        """Keys in the folder that nothing has asked for through this store."""
        return frozenset(path.stem for path in self._files()) - self.used

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def _read(path: Path) -> Exchange | None:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Exchange(**data) if data.pop("format") == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
