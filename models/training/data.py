"""The labelled sets: brands with questions and replies, those of this folder beside the given ones, packs and public intents."""
import json
from pathlib import Path

BRANDS = ["telecom", "energy", "retail", "travel", "streaming", "rail", "market", "leisure", "neobank", "saas"]
LANGS = ("fr", "en")
SETS = Path(__file__).parent / "sets"
PACKS = Path(__file__).parents[2] / "knowledge" / "packs"

Brand = tuple[list[dict], list[dict], list[dict]]


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def brand(root: Path, name: str) -> Brand:
    folder = SETS / name if name in own_brands() else root / name
    return lines(folder / "faq.jsonl"), lines(folder / "questions.jsonl"), lines(folder / "replies.jsonl")


def own_brands() -> list[str]:
    return sorted(folder.name for folder in SETS.iterdir() if folder.is_dir())


def packs() -> list[str]:
    return sorted(folder.name for folder in PACKS.iterdir())


def pack(name: str) -> list[dict]:
    return lines(PACKS / name / "entries.jsonl")


def intents(root: Path) -> list[dict]:
    """Every second intent of CLINC150: the weights on top of the models learn from the others."""
    return lines(root / "clinc150" / "faq.jsonl")[::2]
