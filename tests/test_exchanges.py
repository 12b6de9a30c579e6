import json
import threading

import pytest
from builders import make_article
from llm_server import answer, failure, rows, serving

from summarizer.edges.exchange_manifest import Manifest, read_manifest, write_manifest
from summarizer.edges.exchanges import Exchange, ExchangeStore, Mode, exchange_key
from summarizer.edges.llm import ReadingSettings
from summarizer.edges.llm_failures import MissingRecordingError, SummarizerError
from summarizer.edges.llm_models import LLMSettings, open_reader
from summarizer.edges.prompts import _home
from summarizer.errors import UsageError

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

ARTICLE = make_article("The harbour master said the ferry was late.\nNobody was hurt.", name="ferry.txt")
READ = answer(rows(said=["1 | The harbour master"], told=[2]), cached=64)
KEY = "sk-canary-0123456789abcdef"


OPEN = []


@pytest.fixture(autouse=True)
def _ended():
    yield
    while OPEN:
        OPEN.pop().close()


def opened(*args, **kwargs):
    OPEN.append(open_reader(*args, **kwargs))
    return OPEN[-1]


def reader(server, folder, *, mode=Mode.USE):
    settings = LLMSettings(base_url=server.url, api_key=KEY, reading=ReadingSettings(seconds=20))
    return opened("openai/small", store=ExchangeStore(folder, mode=mode), settings=settings)


def exchange(key="a" * 64, **changes):
    fields = {
        "key": key,
        "path": "/chat/completions",
        "prompt": "report 1",
        "article": "a.txt",
        "request": {"model": "small"},
        "reply": {"usage": {"total_tokens": 7}},
        "seconds": 0.5,
        "recorded": "2024-09-10T00:00:00Z",
    }
    return Exchange(**{**fields, **changes})


def test_what_was_asked_once_is_answered_from_the_store_by_another_process(tmp_path):
    with serving(READ) as server:
        first = reader(server, tmp_path)
        again = reader(server, tmp_path)
        assert first.read(ARTICLE) == again.read(ARTICLE)
        assert len(server.requests) == 1
    assert [entry.is_paid for entry in (*first.ledger.entries, *again.ledger.entries)] == [True, False]


def test_the_ledger_has_the_tokens_of_every_reply(tmp_path):
    with serving(failure(500, "oops"), READ) as server:
        used = reader(server, tmp_path)
        used.read(ARTICLE)
    failed, read = used.ledger.entries
    assert (failed.status, failed.input_tokens, failed.is_paid) == (500, 0, True)
    assert (read.input_tokens, read.cached_tokens, read.output_tokens, read.article) == (100, 64, 20, "ferry.txt")
    assert read.prompt.startswith("report ")


def test_no_key_and_no_header_is_stored(tmp_path):
    with serving(READ) as server:
        reader(server, tmp_path).read(ARTICLE)
        assert KEY in server.headers[0]["authorization" if "authorization" in server.headers[0] else "Authorization"]
    (file,) = tmp_path.glob("*.json")
    stored = file.read_text(encoding="utf-8")
    assert "canary" not in stored
    assert "uthorization" not in stored


def test_purposes_are_not_sent(tmp_path):
    with serving(READ) as server:
        reader(server, tmp_path).read(ARTICLE)
        assert "ferry.txt" not in json.dumps([server.requests, server.headers])


@pytest.mark.parametrize(
    "reply",
    [
        failure(400, "no"),
        answer(rows(), finish="length"),
        answer("", refusal="I will not"),
        answer(rows(), finish="content_filter"),
    ],
    ids=["400", "cut off", "refusal", "content filter"],
)
def test_what_cannot_be_used_is_not_kept(tmp_path, reply):
    with serving(reply) as server, pytest.raises(SummarizerError):
        reader(server, tmp_path).read(ARTICLE)
    assert not list(tmp_path.glob("*"))


def test_one_request_is_not_paid_twice_by_threads_that_ask_at_once(tmp_path):
    slow = answer(rows(told=[1, 2]))
    slow.delay = 0.2
    with serving(slow) as server:
        used = reader(server, tmp_path)
        threads = [threading.Thread(target=used.read, args=(ARTICLE,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(server.requests) == 1
    assert sum(entry.is_paid for entry in used.ledger.entries) == 1


def test_recording_asks_anew_what_is_already_there(tmp_path):
    with serving(READ) as server:
        for _ in range(2):
            reader(server, tmp_path, mode=Mode.RECORD).read(ARTICLE)
        assert len(server.requests) == 2
    assert len(list(tmp_path.glob("*.json"))) == 1


def recorded(folder):
    with serving(READ) as server:
        used = reader(server, folder)
        used.read(ARTICLE)
    prompts = tuple(sorted(used.fingerprints().items()))
    manifest = Manifest(
        model="openai/small",
        engine="a test",
        mode=str(used.caller.dialect),
        date="2024-09-10",
        prompts=prompts,
        command="make record",
    )
    write_manifest(folder, manifest)
    return manifest


def test_a_recording_is_replayed_without_a_server(tmp_path):
    manifest = recorded(tmp_path)
    replayed = opened(f"replay:{tmp_path}", store=None)
    assert replayed.read(ARTICLE).claims[0].speaker == "The harbour master"
    assert replayed.name == "openai/small (recorded 2024-09-10)"
    assert read_manifest(tmp_path) == manifest


def test_a_missing_recording_names_the_request_and_the_command_and_is_not_tried_again(tmp_path):
    recorded(tmp_path)
    other = make_article("The mayor said the bridge is safe.", name="bridge.txt")
    replayed = opened(f"replay:{tmp_path}", store=None)
    with pytest.raises(MissingRecordingError) as failed:
        replayed.read(other)
    for part in ("report", "bridge.txt", "The mayor said", "make record"):
        assert part in str(failed.value)
    assert not replayed.ledger.entries


def test_one_changed_word_of_a_prompt_makes_a_recording_useless(tmp_path):
    recorded(tmp_path / "recordings")
    own = tmp_path / "prompts"
    own.mkdir()
    text = (_home() / "report.md").read_text(encoding="utf-8")
    (own / "report.md").write_text(text.replace("short rows", "brief rows"), encoding="utf-8")
    replayed = opened(f"replay:{tmp_path / 'recordings'}", store=None, settings=LLMSettings(prompts=own))
    with pytest.raises(MissingRecordingError):
        replayed.read(ARTICLE)


def test_a_folder_that_is_not_there_or_has_no_manifest_is_no_recording(tmp_path):
    with pytest.raises(UsageError, match="no such folder"):
        open_reader(f"replay:{tmp_path / 'nothing'}", store=None)
    with pytest.raises(UsageError, match=r"no manifest\.toml"):
        open_reader(f"replay:{tmp_path}", store=None)


def test_the_key_is_of_what_is_asked_and_not_of_the_order_of_its_keys():
    asked = {"model": "m", "messages": [{"role": "user", "content": "é"}], "temperature": 0}
    same = dict(reversed(asked.items()))
    assert exchange_key("/chat/completions", asked) == exchange_key("/chat/completions", same)
    assert exchange_key("/chat/completions", asked) != exchange_key("/chat/completions", {**asked, "temperature": 1})
    assert exchange_key("/chat/completions", asked) != exchange_key("/completions", asked)


def test_a_torn_file_counts_as_not_there(tmp_path):
    store = ExchangeStore(tmp_path)
    store.keep(exchange())
    assert store.find("a" * 64) == exchange()
    (file,) = tmp_path.iterdir()
    for torn in (file.read_text(encoding="utf-8")[:40], "[]", '{"format": 99}', ""):
        file.write_text(torn, encoding="utf-8")
        assert store.find("a" * 64) is None
        assert store.exchanges() == ()


def test_exchanges_are_listed_shown_and_pruned(tmp_path):
    store = ExchangeStore(tmp_path)
    store.keep(exchange("a1" * 32, article="b.txt"))
    store.keep(exchange("a2" * 32, article="a.txt"))
    assert [each.article for each in store.exchanges()] == ["a.txt", "b.txt"]
    assert store.show("a1").article == "b.txt"
    assert store.show("a1").tokens == 7
    with pytest.raises(UsageError, match="2 exchanges"):
        store.show("a")
    store.find("a1" * 32)
    assert store.unused() == {"a2" * 32}
    assert store.prune(store.unused()) == 1
    assert [each.article for each in store.exchanges()] == ["b.txt"]
