"""Figures on shared text: which pairs of labelled articles are copies of one text, and how much partial pairs share."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from summarizer.domain.article import Article, Credit
from summarizer.loading import SourceFacts, load
from summarizer.reconciling.copies import Overlap, overlaps


def main(data: Path) -> dict[str, float]:
    """In percent: precision, recall and F1 of copies against independent pairs, and the mean narrated share of each label."""
    documents = {each["id"]: _article(each) for each in _rows(data / "wire_copy_docs.jsonl")}
    pairs = [each for each in _rows(data / "wire_copy_pairs.jsonl") if each["a"] in documents and each["b"] in documents]
    found = {frozenset((each.a, each.b)): each for each in overlaps(tuple(documents.values()))}
    print(_official(data, pairs, found))
    return {**_figures(pairs, found), **_shares(pairs, found)}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _article(document: dict[str, Any]) -> Article:
    facts = SourceFacts(outlet=Credit(document["outlet"], "data set"))
    article = load(document["text"].encode(), name=document["id"], facts=facts)
    if not isinstance(article, Article):
        raise TypeError(f"{document['id']} was not loaded: {article.message}")
    return replace(article, id=document["id"])


def _official(data: Path, pairs: Iterable[dict[str, Any]], found: dict[frozenset[str], Overlap]) -> str:
    """The line that the data set's own scorer prints."""
    with TemporaryDirectory() as folder:
        predicted = Path(folder) / "pred.json"
        predicted.write_text(json.dumps({f"{each['a']}|{each['b']}": _is_copy(each, found) for each in pairs}), "utf-8")
        command = [sys.executable, str(data / "scorers" / "score_copy.py"), str(predicted)]
        environment = {**os.environ, "EVAL_DATA": str(data)}
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def _is_copy(pair: dict[str, Any], found: dict[frozenset[str], Overlap]) -> bool:
    overlap = found.get(frozenset((pair["a"], pair["b"])))
    return overlap is not None and overlap.is_copy


def _figures(pairs: Iterable[dict[str, Any]], found: dict[frozenset[str], Overlap]) -> dict[str, float]:
    answers = [(each["label"], _is_copy(each, found)) for each in pairs]
    hit, missed = answers.count(("same_text", True)), answers.count(("same_text", False))
    false = answers.count(("independent", True))
    return {
        "precision": 100 * hit / max(1, hit + false),
        "recall": 100 * hit / max(1, hit + missed),
        "f1": 200 * hit / max(1, 2 * hit + missed + false),
        "partial_flagged": 100 * answers.count(("partial", True)) / max(1, sum(label == "partial" for label, _ in answers)),
    }


def _shares(pairs: Iterable[dict[str, Any]], found: dict[frozenset[str], Overlap]) -> dict[str, float]:
    """The mean narrated share of the pairs of each label."""
    shares: dict[str, list[float]] = {}
    for each in pairs:
        overlap = found.get(frozenset((each["a"], each["b"])))
        shares.setdefault(each["label"], []).append(overlap.narrated if overlap else 0.0)
    return {f"{label}_share": 100 * sum(values) / len(values) for label, values in shares.items()}
