"""Trains the verifier: a post read together with each entry that matching puts first, one of them right or none.

Rows come from `node test/bench/verifier-inputs.ts`, so that it reads here what it reads in the product.
"""
import json
import random
from pathlib import Path

import torch
from torch import nn
from torch.nn.functional import cross_entropy

from encoder import END, PAD, START, freeze_lower_layers, load_encoder, load_tokenizer, pad
from judge import Judge
from recipe import begin, go_on, options
from timed import train

BATCH, RATE = 8, 8e-5
LONGEST = {"post": 64, "question": 32, "phrasing": 32, "answer": 40}
# Candidates beside the right one: of the eight that are there, sooner the first ones.
RIVALS = 2
# How often a candidate is read without its other phrasing, as an entry that has none.
BARE_SHARE = 0.4
# Pairs of like lengths run together, so that little is padded.
AT_ONCE = 16
# Posts of the packs a pass, for one of the brands.
PACK_SHARE = 0.25


class Verifier(nn.Module):
    """One score a pair: log-odds against "none of them", which has 0."""

    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.score = nn.Linear(encoder.config.hidden_size, 1)

    def forward(self, input_ids, attention_mask):
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return self.score(self.drop(hidden[:, 0])).squeeze(-1)


def pair_of(tokenizer, candidate: dict, bare: bool) -> list[int]:
    """`<s> post </s> question </s> other phrasing </s> answer </s>`, as src/models/verifier.ts builds it."""
    row = [START]
    for part in ("post", "question", "phrasing", "answer"):
        text = candidate[part]
        if text and not (bare and part == "phrasing"):
            row += [*tokenizer.encode(text, add_special_tokens=False).ids[: LONGEST[part]], END]
    return row


def sampled(row: dict) -> tuple[list[dict], int]:
    """The right candidate and some rivals, the first ones sooner; the right one's place, or that of "none"."""
    places = [at for at in range(len(row["candidates"])) if at != row["right"]]
    wanted = RIVALS if row["right"] >= 0 else RIVALS + 1
    chosen = sorted(places, key=lambda at: -random.random() ** (1 + at / 2))[:wanted]
    if row["right"] >= 0:
        chosen.append(row["right"])
    random.shuffle(chosen)
    right = chosen.index(row["right"]) if row["right"] >= 0 else len(chosen)
    return [row["candidates"][at] for at in chosen], right


def epoch(tokenizer, brands: list[dict], packs: list[dict]) -> list[list[tuple]]:
    made = []
    for row in brands + random.sample(packs, min(len(packs), int(PACK_SHARE * len(brands)))):
        candidates, right = sampled(row)
        bare = random.random() < BARE_SHARE
        made.append(([pair_of(tokenizer, candidate, bare) for candidate in candidates], right))
    made.sort(key=lambda one: max(map(len, one[0])) + random.random() * 12)
    batches = [made[at : at + BATCH] for at in range(0, len(made), BATCH)]
    random.shuffle(batches)
    return batches


def all_scores(model: Verifier, pairs: list[list[int]]) -> torch.Tensor:
    order = sorted(range(len(pairs)), key=lambda at: len(pairs[at]))
    parts = [model(*pad([pairs[at] for at in order[begin : begin + AT_ONCE]], PAD)) for begin in range(0, len(order), AT_ONCE)]
    return torch.cat(parts)[torch.argsort(torch.tensor(order))]


def loss_of(model: Verifier, batch: list[tuple]) -> torch.Tensor:
    scores = all_scores(model, [pair for pairs, _ in batch for pair in pairs])
    losses, at = [], 0
    for pairs, right in batch:
        own = torch.cat([scores[at : at + len(pairs)], torch.zeros(1)])
        losses.append(cross_entropy(own[None], torch.tensor([right]), label_smoothing=0.03))
        at += len(pairs)
    return torch.stack(losses).mean()


def measure(model: Verifier, tokenizer, rows: list[dict]) -> str:
    """On brands left out: how often a first that is right scores above a first that is wrong (area under the curve, 0..1)."""
    model.eval()
    with torch.no_grad():
        scores = all_scores(model, [pair_of(tokenizer, row["candidates"][0], False) for row in rows]).tolist()
    model.train()
    right = [score for score, row in zip(scores, rows) if row["right"] == 0]
    wrong = [score for score, row in zip(scores, rows) if row["right"] != 0]
    above = sum(one > other for one in right for other in wrong)
    return f"a right first above a wrong one {above / max(1, len(right) * len(wrong)):.3f}"


def main() -> None:
    parser = options(__doc__, RATE)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--judge", type=Path, help="a trained judge to begin from; the base encoder without")
    args, held = begin(parser)
    rows = [json.loads(line) for line in args.rows.read_text(encoding="utf-8").splitlines()]
    packs = [row for row in rows if row["from"].startswith("pack ")]
    brands = [row for row in rows if not row["from"].startswith("pack ") and row["from"] not in held]
    unseen = [row for row in rows if row["from"] in held]
    tokenizer, encoder = load_tokenizer(args.base), load_encoder(args.base)
    if args.judge:
        go_on(Judge(encoder), args.judge)
    model = Verifier(encoder)
    go_on(model, args.resume)
    freeze_lower_layers(encoder)
    print(f"{len(brands)} posts of brands, {len(packs)} of packs, {len(unseen)} unseen", flush=True)
    train(
        model,
        lambda: epoch(tokenizer, brands, packs),
        lambda batch: loss_of(model, batch),
        lambda: measure(model, tokenizer, unseen),
        rate=args.rate,
        minutes=args.minutes,
        out=args.out,
    )


if __name__ == "__main__":
    main()
