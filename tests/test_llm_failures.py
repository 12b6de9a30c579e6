import threading
import time

import pytest
from builders import make_article
from llm_server import Reply, answer, failure, rows, serving

from summarizer.edges import llm_calls
from summarizer.edges.exchanges import ExchangeStore
from summarizer.edges.llm import ReadingSettings
from summarizer.edges.llm_failures import (
    CutOffError,
    KeyRefusedError,
    LLMReadingError,
    QuotaError,
    RefusedError,
    ServerError,
    TooSlowError,
    UnknownModelError,
    UnreachableError,
    UnreadableAnswerError,
)
from summarizer.edges.llm_limits import Limits
from summarizer.edges.llm_models import LLMSettings, open_reader
from summarizer.errors import ReadingError, SettingsError

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

ARTICLE = make_article("Rita Sol said the port was closed.", name="port.txt")
GOOD = answer(rows(said=["1 | Rita Sol"]))
KEY = "sk-canary-0123456789abcdef"


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch):
    monkeypatch.setattr(llm_calls, "_FIRST_PAUSE", 0.02)


@pytest.fixture
def reading(tmp_path):
    opened = []

    def open_on(server, **settings):
        url = server if isinstance(server, str) else server.url
        chosen = {"reading": ReadingSettings(seconds=20, passes=1), "api_key": KEY, **settings}
        opened.append(
            open_reader("openai/small", store=ExchangeStore(tmp_path / "store"), settings=LLMSettings(base_url=url, **chosen))
        )
        return opened[-1]

    yield open_on
    for reader in opened:
        reader.close()


def failing(opens, error, *replies, **settings):
    """How many requests a reading took that ended with this error, and the error."""
    with serving(*replies) as server:
        with pytest.raises(error) as failed:
            opens(server, **settings).read(ARTICLE)
        assert "canary" not in str(failed.value)
        assert "\n" not in str(failed.value)
        assert failed.value.__suppress_context__ or failed.value.__context__ is None
        return len(server.requests), failed.value


@pytest.mark.parametrize(
    "passing",
    [
        failure(500, "oops"),
        failure(503, "busy"),
        failure(408, "slow"),
        Reply(drop=True),
        Reply(b"<html>gateway"),
        Reply(b'{"choices": []}'),
        answer('{"said": ["1 |'),
    ],
    ids=["500", "503", "408", "dropped", "no JSON", "no choices", "torn answer"],
)
def test_what_fails_in_passing_is_tried_again(reading, passing):
    with serving(passing, passing, GOOD) as server:
        assert reading(server).read(ARTICLE).claims
        assert len(server.requests) == 3


def test_a_server_that_never_recovers_costs_five_requests_and_one_article(reading):
    count, error = failing(reading, ServerError, failure(500, "the disk is full"))
    assert count == 5
    assert isinstance(error, ReadingError)
    assert "the disk is full" in str(error)
    assert failing(reading, ServerError, Reply(drop=True))[0] == 5
    assert failing(reading, ServerError, Reply(b"junk"))[0] == 5


def test_too_many_requests_wait_as_long_as_the_server_asks_and_cost_no_attempt(reading):
    busy = failure(429, "slow down", retry_after=0.15)
    with serving(*[busy] * 6, GOOD) as server:
        assert reading(server).read(ARTICLE).claims
        gaps = [after - before for before, after in zip(server.times, server.times[1:], strict=False)]
    assert len(gaps) == 6
    assert all(gap >= 0.15 for gap in gaps)


def test_one_refused_caller_makes_all_callers_wait(reading):
    articles = [make_article(f"Rita Sol said port {n} was closed.", name=f"{n}.txt") for n in range(5)]
    busy = failure(429, "slow down", retry_after=0.4)
    with serving(busy, GOOD) as server:
        reader = reading(server, limits=Limits(concurrency=1))
        threads = [threading.Thread(target=reader.read, args=(article,)) for article in articles]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(server.requests) == 6
    assert server.times[1] - server.times[0] >= 0.4


def test_a_server_without_room_gets_fewer_requests_at_once(reading):
    lock, active, refused = threading.Lock(), [0], [0]

    def two_at_once(_body):
        with lock:
            if active[0] >= 2:
                refused[0] += 1
                return failure(429, "no room", retry_after=0.05)
            active[0] += 1
        time.sleep(0.05)
        with lock:
            active[0] -= 1
        return GOOD

    articles = [make_article(f"Rita Sol said port {n} was closed.", name=f"{n}.txt") for n in range(30)]
    with serving(two_at_once) as server:
        reader = reading(server, limits=Limits(concurrency=8))
        threads = [threading.Thread(target=reader.read, args=(article,)) for article in articles]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(server.requests) - refused[0] == 30
    assert refused[0] < 30


def test_a_wait_longer_than_the_articles_time_ends_it_at_once(reading):
    begun = time.monotonic()
    count, _ = failing(reading, ServerError, failure(429, "come back tomorrow", retry_after=86400))
    assert count == 1
    assert time.monotonic() - begun < 5


def test_the_limits_of_a_minute_are_kept(reading):
    short = ReadingSettings(seconds=2, passes=1)
    with serving(GOOD) as server:
        reader = reading(server, limits=Limits(rpm=1), reading=short)
        reader.read(ARTICLE)
        with pytest.raises(TooSlowError, match="--timeout"):
            reader.read(make_article("Tom Okoye said it rained.", name="rain.txt"))
        assert len(server.requests) == 1


def test_an_exhausted_quota_stops_the_run_with_one_request(reading):
    count, error = failing(reading, QuotaError, failure(429, "You exceeded your current quota", code="insufficient_quota"))
    assert count == 1
    assert error.exit_code == 4


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key_is_one_line_and_exit_code_four(reading, status):
    count, error = failing(reading, KeyRefusedError, failure(status, f"Incorrect API key provided: {KEY}"))
    assert count == 1
    assert isinstance(error, SettingsError)
    assert error.exit_code == 4


def test_an_unknown_llm_is_named(reading):
    count, error = failing(reading, UnknownModelError, failure(404, "model not found"))
    assert count == 1
    assert "'small'" in str(error)
    assert error.exit_code == 1


def test_a_request_that_the_server_refuses_costs_one_article_and_no_key(reading):
    count, error = failing(reading, LLMReadingError, failure(400, f"context length exceeded, key {KEY}"))
    assert count == 1
    assert "context length exceeded" in str(error)


def test_nothing_at_the_address_is_said_with_the_address(reading):
    with serving(GOOD) as server:
        url = server.url
    with pytest.raises(UnreachableError, match=url):
        reading(url).read(ARTICLE)


def test_an_answer_that_was_cut_off_is_no_answer(reading):
    assert failing(reading, CutOffError, answer('{"weapons":[],"said":["1 | Ri', finish="length"))[0] == 1
    assert failing(reading, CutOffError, answer(rows(), finish="length"))[0] == 1


def test_a_refusal_is_not_asked_again(reading):
    count, error = failing(reading, RefusedError, answer("", refusal="I cannot help with that"))
    assert count == 1
    assert "I cannot help" in str(error)
    assert failing(reading, RefusedError, answer(rows(), finish="content_filter"))[0] == 1


def test_an_answer_of_another_shape_is_asked_for_once_more(reading):
    wrong = answer({"claims": []})
    with serving(wrong, GOOD) as server:
        assert reading(server).read(ARTICLE).claims
        assert len(server.requests) == 2
        assert "errors" in server.requests[1]["messages"][-1]["content"]


def test_an_answer_that_never_fits_costs_two_requests_and_is_not_kept(reading, tmp_path):
    assert failing(reading, UnreadableAnswerError, answer({"claims": []}), answer({"said": 3}))[0] == 2
    assert not list((tmp_path / "store").glob("*.json"))


def test_ten_thousand_rows_are_refused_rather_than_cut(reading):
    failing(reading, UnreadableAnswerError, answer(rows(said=["1 | Rita Sol"] * 10_000)))


def test_a_server_that_does_not_answer_in_time_fails_the_article(reading):
    slow = answer(rows())
    slow.delay = 1.5
    begun = time.monotonic()
    failing(reading, LLMReadingError, slow, reading=ReadingSettings(seconds=0.5, passes=1))
    assert time.monotonic() - begun < 1.4


def test_a_reply_that_drips_for_ever_ends_with_the_articles_time(reading):
    drip = answer(rows(told=list(range(60))))
    drip.drip = 0.1
    begun = time.monotonic()
    failing(reading, LLMReadingError, drip, reading=ReadingSettings(seconds=0.6, passes=1))
    assert time.monotonic() - begun < 2


def test_after_a_failure_the_same_question_can_succeed(reading):
    failing(reading, ServerError, failure(500, "oops"))
    with serving(GOOD) as server:
        assert reading(server).read(ARTICLE).claims
