"""Figures on who said what: content words and speakers against annotated attributions in news (PolNeAR)."""

import contextlib
import importlib.util
import io
import json
import os
import re
from pathlib import Path
from typing import Any

from summarizer.domain.article import Article
from summarizer.domain.report import Skipped
from summarizer.loading import load
from summarizer.reading.speech import Utterance, find_utterances

_FIGURES = re.compile(r"F1 ([\d.]+)|(?<=  )(ALL|direct|mixed|indirect) .*?([\d.]+)% of gold")


def main(data: Path) -> dict[str, float]:
    """F1 of content words, and the share of attributions whose content is found with the right speaker, all and by kind."""
    rows = [json.loads(line) for line in (data / "polnear_test.jsonl").read_text("utf-8").splitlines()]
    predicted = {row["id"]: [_entry(each) for each in find_utterances(_article(row))] for row in rows}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        _scorer(data).score(predicted)
    figures = {}
    for f1, kind, share in _FIGURES.findall(printed.getvalue()):
        figures["content_f1" if f1 else f"right_speaker_{kind.lower()}"] = float(f1 or share)
    return figures


def _entry(utterance: Utterance) -> dict[str, Any]:
    """The scorer's form; who a relative pronoun stands for, or whom an uncued quotation continues, is part of the source."""
    return {
        "content": [[span.start, span.end] for span in utterance.content],
        "source": [[span.start, span.end] for span in (utterance.speaker, utterance.source_hint) if span],
    }


def _scorer(data: Path) -> Any:
    os.environ["EVAL_DATA"] = str(data)
    spec = importlib.util.spec_from_file_location("score_polnear", data / "scorers" / "score_polnear.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _article(row: dict[str, Any]) -> Article:
    loaded = load(row["text"].encode(), name=row["id"])
    assert not isinstance(loaded, Skipped), loaded
    return loaded
