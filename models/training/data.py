"""The labelled sets: brands with questions and replies, and the industries' packs."""
import json
from pathlib import Path

BRANDS = ["telecom", "energy", "retail", "travel", "streaming", "rail", "market", "leisure", "neobank", "saas"]
PACKS = ["bank", "insurance", "telecom", "energy", "retail", "travel", "digital"]
LANGS = ("fr", "en")


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def brand(root: Path, name: str) -> tuple[list[dict], list[dict], list[dict]]:
    folder = root / name
    return lines(folder / "faq.jsonl"), lines(folder / "questions.jsonl"), lines(folder / "replies.jsonl")


def pack(root: Path, name: str) -> list[dict]:
    return lines(root / "packs" / f"{name}.jsonl")
