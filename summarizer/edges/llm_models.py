"""From the name of an LLM to a reader: `openai/NAME`, other providers, `local:PATH.gguf`, `replay:DIR`.

Every provider here speaks the same protocol, so that one edge with one store, one ledger and one retry loop serves them all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.edges.exchange_manifest import read_manifest
from summarizer.edges.exchange_transport import Ledger, StoringTransport
from summarizer.edges.exchanges import ExchangeStore, Mode
from summarizer.edges.llm import LLMReader, Prove, ReadingSettings, nothing_rejected
from summarizer.edges.llm_admission import admission
from summarizer.edges.llm_calls import Caller, Dialect
from summarizer.edges.llm_limits import Gate, Limits
from summarizer.edges.llm_money import Budget, Price
from summarizer.edges.prompts import load_prompts
from summarizer.errors import SettingsError, UsageError

if TYPE_CHECKING:
    import httpx2
    import openai

_NO_KEY = "none"  # servers of one's own ask for no key, but the SDK insists on one


@dataclass(frozen=True, slots=True)
class Provider:
    """Where a provider answers in the protocol of chat completions, and which variable of the environment has its key."""

    base_url: str
    key: str | None
    mode: str = "json_schema"


PROVIDERS: Mapping[str, Provider] = {
    "openai": Provider("https://api.openai.com/v1", "OPENAI_API_KEY"),
    "anthropic": Provider("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", "tools"),
    "deepseek": Provider("https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", "tools"),
    "google": Provider("https://generativelanguage.googleapis.com/v1beta/openai", "GOOGLE_API_KEY"),
    "groq": Provider("https://api.groq.com/openai/v1", "GROQ_API_KEY", "tools"),
    "mistral": Provider("https://api.mistral.ai/v1", "MISTRAL_API_KEY"),
    "ollama": Provider("http://127.0.0.1:11434/v1", None),
    "openrouter": Provider("https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
    "together": Provider("https://api.together.xyz/v1", "TOGETHER_API_KEY"),
    "xai": Provider("https://api.x.ai/v1", "XAI_API_KEY"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMSettings:
    """Everything about an LLM but its name. `api_key` is never shown."""

    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    limits: Limits = field(default_factory=Limits)
    budget: Budget = field(default_factory=Budget)
    prices: Mapping[str, Price] = field(default_factory=dict)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    prompts: Path | None = None


def is_llm(model: str) -> bool:
    """Whether a name is one of an LLM's, rather than of another reader."""
    return model.startswith(("local:", "replay:")) or "/" in model


def key_variable(model: str) -> str | None:
    """The variable of the environment that holds this LLM's key; `None` where it needs none. `UsageError` for an unknown name."""
    return None if model.startswith(("local:", "replay:")) else _provider(model)[0].key


def open_reader(
    model: str, *, store: ExchangeStore | None, settings: LLMSettings | None = None, prove: Prove = nothing_rejected
) -> LLMReader:
    """The reader of this name; its `close` ends connections and a local engine. Nothing is sent before it reads.

    `store` is needed but for `replay:DIR`, which has its own. `SettingsError` for a provider or key that is missing,
    `UsageError` for a name that is none.
    """
    chosen = settings or LLMSettings()
    if model.startswith("replay:"):
        return _replaying(Path(model.removeprefix("replay:")), chosen, prove)
    if store is None:
        raise UsageError(f"{model}: an LLM needs a folder for its exchanges")
    if model.startswith("local:"):
        return _local(Path(model.removeprefix("local:")), chosen, store, prove)
    return _reader(_remote(model, chosen), chosen, store, prove)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """Which LLM is asked, where, and how. `key` is never shown."""

    model: str  # as the user names it
    name: str  # as the server knows it
    server: str
    key: str = field(default=_NO_KEY, repr=False)
    dialect: Dialect = field(default_factory=Dialect)
    end: Callable[[], None] = lambda: None


def _remote(model: str, settings: LLMSettings) -> _Target:
    provider, name = _provider(model)
    key = settings.api_key or (_NO_KEY if settings.base_url or provider.key is None else None)
    if key is None:
        raise SettingsError(f"{model} needs a key: set {provider.key}, or name a server of your own with --base-url")
    dialect = Dialect(mode="json_schema" if settings.base_url else provider.mode)
    return _Target(model=model, name=name, server=settings.base_url or provider.base_url, key=key, dialect=dialect)


def _provider(model: str) -> tuple[Provider, str]:
    provider, _, name = model.partition("/")
    if not name:
        raise UsageError(f"--model {model}: write provider/name, such as openai/NAME")
    if provider not in PROVIDERS:
        known = ", ".join(PROVIDERS)
        raise UsageError(
            f"--model {model}: no provider {provider!r}; known are {known}; another server is openai/NAME with --base-url"
        )
    return PROVIDERS[provider], name


def _replaying(folder: Path, settings: LLMSettings, prove: Prove) -> LLMReader:
    store = ExchangeStore(folder, mode=Mode.REPLAY)
    manifest = read_manifest(folder)
    store.record_command = manifest.command
    target = _Target(
        model=f"{manifest.model} (recorded {manifest.date})",
        name=manifest.model.partition("/")[2] or manifest.model,
        server="http://replay.invalid/v1",
        dialect=Dialect.parse(manifest.mode),
    )
    return _reader(target, settings, store, prove)


def _local(weights: Path, settings: LLMSettings, store: ExchangeStore, prove: Prove) -> LLMReader:
    from summarizer.edges.llm_local import LocalEngine  # noqa: PLC0415  an extra

    engine = LocalEngine.start(weights, slots=settings.limits.concurrency)
    target = _Target(model=f"local:{weights.name}", name=weights.stem, server=engine.base_url, end=engine.stop)
    return _reader(target, settings, store, prove)


def _reader(target: _Target, settings: LLMSettings, store: ExchangeStore, prove: Prove) -> LLMReader:
    gate, ledger = Gate(settings.limits), Ledger()
    admit = admission(gate, settings.budget, model=target.model, prices=settings.prices)
    client = _client(target, StoringTransport(_connections(settings), store=store, ledger=ledger, admission=admit))

    def close() -> None:
        client.close()
        target.end()

    return LLMReader(
        name=target.model,
        caller=Caller(
            client=client, model=target.name, server=target.server, gate=gate, dialect=target.dialect, forget=store.forget
        ),
        prompts=load_prompts(settings.prompts),
        ledger=ledger,
        settings=settings.reading,
        prove=prove,
        close=close,
    )


def _connections(settings: LLMSettings) -> "httpx2.HTTPTransport":
    import httpx2  # noqa: PLC0415  with openai, which is slow to import

    many = settings.limits.concurrency
    return httpx2.HTTPTransport(limits=httpx2.Limits(max_connections=many, max_keepalive_connections=many))


def _client(target: _Target, transport: StoringTransport) -> "openai.OpenAI":
    """The SDK's client with its own retries off. Proxies of the environment are not used: the transport is ours."""
    import httpx2  # noqa: PLC0415  with openai, which is slow to import
    import openai  # noqa: PLC0415  0.6 s to import

    http = httpx2.Client(transport=transport, trust_env=False, follow_redirects=True)
    return openai.OpenAI(api_key=target.key, base_url=target.server, max_retries=0, http_client=http)
