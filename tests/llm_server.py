"""A small real HTTP server on loopback that answers like an LLM's, as a test scripts it."""

import json
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """One scripted reply. `drop`: the connection is closed without one; `drip`: seconds between its bytes."""

    body: dict | bytes = b""
    status: int = 200
    headers: dict = field(default_factory=dict)
    delay: float = 0.0
    drop: bool = False
    drip: float = 0.0


def rows(said=(), told=(), weapons=(), measures=()):
    """The answer of the prompts `report` and `gaps`."""
    return {
        "weapons": [{"weapon": name, "value": value} for name, value in weapons],
        "said": list(said),
        "told": list(told),
        "measures": list(measures),
    }


def answer(content, *, finish="stop", refusal=None, cached=0):
    """A completion whose message is this text, or this value as JSON."""
    text = content if isinstance(content, str) else json.dumps(content)
    return Reply(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "small",
            "choices": [
                {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text, "refusal": refusal}}
            ],
            "usage": {
                "prompt_tokens": 100,
                "completion_tokens": 20,
                "total_tokens": 120,
                "prompt_tokens_details": {"cached_tokens": cached},
            },
        }
    )


def tool_answer(value):
    """A completion that calls the tool it was offered."""
    reply = answer("")
    message = reply.body["choices"][0]["message"]
    message["content"] = None
    message["tool_calls"] = [{"id": "c", "type": "function", "function": {"name": "Rows", "arguments": json.dumps(value)}}]
    reply.body["choices"][0]["finish_reason"] = "tool_calls"
    return reply


def failure(status, message, *, code=None, **headers):
    """An error in the form of openai's API."""
    body = {"error": {"message": message, "type": "error", "code": code}}
    return Reply(body, status=status, headers={name.replace("_", "-"): str(value) for name, value in headers.items()})


class Server(ThreadingHTTPServer):
    """Answers with the scripted replies in turn, the last one for ever; a callable is asked with the request's body."""

    daemon_threads = True

    def __init__(self, *replies):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies = list(replies)
        self.requests = []
        self.times = []
        self.headers = []
        self.guard = threading.Lock()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request, client_address):
        """A client that gave up is no error of the server's."""

    def next(self, body):
        with self.guard:
            self.requests.append(body)
            self.times.append(time.monotonic())
            found = self.replies[0] if len(self.replies) == 1 else self.replies.pop(0)
        return found(body) if callable(found) else found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.headers.append(dict(self.headers))
        reply = self.server.next(body)
        time.sleep(reply.delay)
        if reply.drop:
            self.close_connection = True
            self.connection.close()
            return
        content = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
        self.send_response(reply.status)
        for name, value in {"content-type": "application/json", "content-length": str(len(content)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        for at in range(0, len(content), 20 if reply.drip else len(content) or 1):
            self.wfile.write(content[at : at + (20 if reply.drip else len(content))])
            self.wfile.flush()
            time.sleep(reply.drip)

    def log_message(self, *_):
        """Tests are quiet."""


@contextmanager
def serving(*replies):
    """A server with these replies, until the block ends."""
    server = Server(*replies)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
