"""An LLM in this process: llama.cpp (package xllamacpp, extra `[local]`) on a loopback port, spoken to like any other server."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import SettingsError, UsageError

_CONTEXT = 8192  # tokens of request and answer together, for each that runs at once
_MOST_TOKENS = 2000  # of one answer; without a bound a weak LLM may never stop


@dataclass(slots=True)
class LocalEngine:
    """A running engine; it answers at `base_url` until it is stopped."""

    base_url: str
    server: Any

    @classmethod
    def start(cls, weights: Path, *, slots: int = 1) -> "LocalEngine":
        """Load the weights and listen on a free port of 127.0.0.1.

        `UsageError` where the file is missing or no weights, `SettingsError` without the extra.
        """
        if not weights.is_file():
            raise UsageError(f"local:{weights}: there is no such file")
        try:
            import xllamacpp  # type: ignore[import-not-found]  # noqa: PLC0415  an extra
        except ImportError:
            raise SettingsError("local: needs llama.cpp: pip install 'summarizer[local]'") from None
        params = xllamacpp.CommonParams()
        params.model.path = str(weights)
        params.hostnames = ["127.0.0.1"]
        params.port = 0
        params.n_parallel = slots
        params.n_ctx = _CONTEXT * slots
        params.n_predict = _MOST_TOKENS
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = os.cpu_count() or 1
        params.warmup = False
        params.verbosity = -1
        try:
            server = xllamacpp.Server(params)
        except RuntimeError as error:
            raise UsageError(f"local:{weights}: llama.cpp cannot load it ({error})") from None
        return cls(f"{server.listening_address}/v1", server)

    def stop(self) -> None:
        """End the engine and give its memory back."""
        self.server = None
