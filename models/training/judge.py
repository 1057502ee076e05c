"""Trains the answer judge: one pass a reply, a verdict on the whole and a word on each key point.

Rows come from `node test/bench/judge-inputs.ts`, so that the judge reads here what it reads in the product.
"""
import json
import random
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from torch.nn.functional import cross_entropy

from encoder import END, PAD, START, freeze_lower_layers, load_encoder, load_tokenizer, pad
from recipe import begin, go_on, options
from timed import train

VERDICTS, STATES = 5, 3
BATCH, RATE = 16, 1e-4
LONGEST = {"question": 64, "reply": 110, "entry": 32, "point": 56}
WRONG_ENTRY_SHARE = 0.05
# A reply whose verdict was given this share, every key point told right, was known: one in three of these is read in the next pass.
KNOWN, KNOWN_SHARE = 0.8, 0.33
STATE_WEIGHTS = torch.tensor([1.0, 1.0, 2.0])
# Unseen replies looked at after each pass.
MEASURED = 400


class Judge(nn.Module):
    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.verdict = nn.Linear(encoder.config.hidden_size, VERDICTS)
        self.marks = nn.Linear(encoder.config.hidden_size, STATES)

    def forward(self, input_ids, token_type_ids, attention_mask):
        hidden = self.encoder(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask
        ).last_hidden_state
        hidden = self.drop(hidden)
        return self.verdict(hidden[:, 0]), self.marks(hidden)


def row_of(tokenizer, reading: dict, order: list[int]) -> tuple[list[int], list[int], list[tuple[int, int]]]:
    """Ids, token types and where each key point stands; as src/models/judge.ts builds it."""

    def ids(text: str, part: str) -> list[int]:
        return tokenizer.encode(text, add_special_tokens=False).ids[: LONGEST[part]]

    said = reading["reply"] if reading["strange"] is None else f"≠ {reading['strange']} {reading['reply']}"
    row = [START, *ids(reading["question"], "question"), END, *ids(said, "reply"), END]
    first = len(row)
    row += [*ids(reading["entryQuestion"], "entry"), END]
    marks = []
    for at in order:
        cue, point = reading["cues"][at], reading["keyPoints"][at]
        begins = len(row)
        row += [*ids(point if cue == "" else f"{cue} : {point}", "point"), END]
        marks.append((begins, len(row)))
    return row, [int(at >= first) for at in range(len(row))], marks


def batch_of(rows: list[list[int]], types_of: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    ids, mask = pad(rows, PAD)
    types, _ = pad(types_of, 0)
    return ids, types, mask


@dataclass(frozen=True)
class Reading:
    """A reply as the judge reads it this time, what it should say, and the row it comes from where the entry is its own."""

    ids: list[int]
    types: list[int]
    marks: list[tuple[int, int]]
    verdict: int
    states: list[int]
    row: int | None


def epoch(tokenizer, rows: list[dict], turned: float, known: set[int]) -> list[list[Reading]]:
    """Batches of like lengths in random order, key points shuffled, some replies put to an entry that is not theirs."""
    by_brand: dict[str, list[dict]] = {}
    for row in rows:
        by_brand.setdefault(row["brand"], []).append(row)
    made = []
    for place, row in enumerate(rows):
        if row["made"] == "turned" and random.random() > turned or place in known and random.random() > KNOWN_SHARE:
            continue
        of: int | None = place
        reading, verdict, states = row["input"], row["verdict"], row["states"]
        if random.random() < WRONG_ENTRY_SHARE and verdict != 4:
            other = random.choice(by_brand[row["brand"]])["input"]
            if other["entryQuestion"] != reading["entryQuestion"] and other["lang"] == reading["lang"]:
                cues = ["?" if cue else "" for cue in other["cues"]]
                reading = {**other, "question": reading["question"], "reply": reading["reply"], "cues": cues, "strange": reading["strange"]}
                verdict, states, of = 3, [0] * len(cues), None
        order = random.sample(range(len(states)), len(states))
        made.append(Reading(*row_of(tokenizer, reading, order), verdict, [states[at] for at in order], of))
    made.sort(key=lambda one: len(one.ids) + random.random() * 16)
    batches = [made[at : at + BATCH] for at in range(0, len(made), BATCH)]
    random.shuffle(batches)
    return batches


def loss_of(model: Judge, batch: list[Reading], known: set[int]) -> torch.Tensor:
    """Writes down which rows were known."""
    verdict, marks = model(*batch_of([one.ids for one in batch], [one.types for one in batch]))
    # The mean over the key point's own pieces: the signs between the parts are alike and would say the same of each.
    said = torch.stack([marks[at, begins:ends].mean(0) for at, one in enumerate(batch) for begins, ends in one.marks])
    states = torch.tensor([state for one in batch for state in one.states])
    truth = torch.tensor([one.verdict for one in batch])
    note_known(known, batch, verdict.detach().softmax(-1)[torch.arange(len(batch)), truth].tolist(), (said.argmax(-1) == states).tolist())
    whole = cross_entropy(verdict, truth, label_smoothing=0.05)
    return whole + cross_entropy(said, states, weight=STATE_WEIGHTS)


def note_known(known: set[int], batch: list[Reading], shares: list[float], told: list[bool]) -> None:
    rest = iter(told)
    for one, share in zip(batch, shares):
        points = [next(rest) for _ in one.states]
        if one.row is not None:
            (known.add if share >= KNOWN and all(points) else known.discard)(one.row)


def measure(model: Judge, tokenizer, rows: list[dict]) -> str:
    """Macro-F1 of the verdict on labelled replies of brands left out."""
    model.eval()
    rows = random.Random(1).sample(rows, min(MEASURED, len(rows)))
    hits, said, truth = [0] * VERDICTS, [0] * VERDICTS, [0] * VERDICTS
    points = [0] * 3
    with torch.no_grad():
        for at in range(0, len(rows), 32):
            some = rows[at : at + 32]
            made = [row_of(tokenizer, row["input"], list(range(len(row["states"])))) for row in some]
            whole, marks = model(*batch_of([row[0] for row in made], [row[1] for row in made]))
            for at, (row, built, verdict) in enumerate(zip(some, made, whole.argmax(-1).tolist())):
                found = [marks[at, begins:ends].mean(0).argmax().item() for begins, ends in built[2]]
                for state, true in zip(found, row["states"]):
                    points[0] += state == 2 == true
                    points[1] += state == 2
                    points[2] += true == 2
                said[verdict] += 1
                truth[row["verdict"]] += 1
                hits[verdict] += int(verdict == row["verdict"])
    model.train()
    each = [2 * hit / max(1, one + two) for hit, one, two in zip(hits, said, truth)]
    contradicted = 2 * points[0] / max(1, points[1] + points[2])
    return f"macro-F1 {sum(each) / VERDICTS:.3f} ({', '.join(f'{one:.2f}' for one in each)}), key points contradicted {contradicted:.2f}"


def main() -> None:
    parser = options(__doc__, RATE)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--matcher", type=Path, help="a trained matcher to begin from; the base encoder without")
    parser.add_argument("--turned", type=float, default=0.6, help="the share of the altered replies that a pass reads")
    args, held = begin(parser)
    rows = [json.loads(line) for line in args.rows.read_text(encoding="utf-8").splitlines()]
    train_rows = [row for row in rows if row["brand"] not in held]
    unseen = [row for row in rows if row["brand"] in held and row["made"] == "labelled"]
    tokenizer, encoder = load_tokenizer(args.base), load_encoder(args.base)
    go_on(encoder, args.matcher)
    model = Judge(encoder)
    go_on(model, args.resume)
    freeze_lower_layers(encoder)
    known: set[int] = set()
    print(f"{len(train_rows)} rows to learn from, {len(unseen)} unseen", flush=True)
    train(
        model,
        lambda: epoch(tokenizer, train_rows, args.turned, known),
        lambda batch: loss_of(model, batch, known),
        lambda: measure(model, tokenizer, unseen),
        rate=args.rate,
        minutes=args.minutes,
        out=args.out,
    )


if __name__ == "__main__":
    main()
