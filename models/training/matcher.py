"""Fine-tunes the encoder so that a post comes near its entry. Contrastive, batches of one brand: its negatives are neighbours."""
import argparse
import random
import time
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy

from data import BRANDS, LANGS, PACKS, brand, pack
from encoder import END, START, embed, freeze_lower_layers, load_encoder, load_tokenizer, schedule

BATCH, TEMPERATURE, RATE = 32, 0.03, 8e-5
LONGEST_QUERY, LONGEST_PASSAGE = 96, 128
FOREIGN_SHARE = 0.15


def entry_text(entry: dict, lang: str) -> str:
    """Mostly question and answer, sometimes the question alone: both are put to the model later."""
    question, answer = entry["question"][lang], entry["answer"][lang]
    return question if random.random() < 1 / 3 else f"{question} {answer}"


def pairs_of(root: Path, held: set[str]) -> list[tuple]:
    """(group, entry, post, () -> passage): the group is what a batch is drawn from."""
    pairs = []
    for name in BRANDS:
        if name in held:
            continue
        entries, questions, _ = brand(root, name)
        by_id = {entry["id"]: entry for entry in entries}
        for question in questions:
            if question["entry"]:
                entry, lang = by_id[question["entry"]], question["lang"]
                pairs.append((name, entry["id"], question["text"], lambda e=entry, l=lang: entry_text(e, other(l))))
        for entry in entries:
            for lang in LANGS:
                for variant in entry.get("variants", {}).get(lang, []):
                    pairs.append((name, entry["id"], variant, lambda e=entry, l=lang: entry_text(e, l)))
    for name in PACKS:
        for topic in pack(root, name):
            for lang in LANGS:
                for variant in topic["variants"][lang]:
                    pairs.append((f"pack {name}", topic["id"], variant, lambda t=topic, l=lang, v=variant: sibling(t, l, v)))
    return pairs


def other(lang: str) -> str:
    return ("en" if lang == "fr" else "fr") if random.random() < FOREIGN_SHARE else lang


def sibling(topic: dict, lang: str, variant: str) -> str:
    choices = [topic["question"][lang], topic["question"]["en" if lang == "fr" else "fr"]]
    return random.choice(choices + [one for one in topic["variants"][lang] if one != variant])


def batches(pairs: list[tuple]) -> list[list[tuple]]:
    groups: dict[str, list[tuple]] = {}
    for pair in pairs:
        groups.setdefault(pair[0], []).append(pair)
    made = []
    for group in groups.values():
        random.shuffle(group)
        made += [group[at : at + BATCH] for at in range(0, len(group), BATCH)]
    random.shuffle(made)
    return [batch for batch in made if len(batch) >= 4]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--leave-out", default="")
    parser.add_argument("--epochs", type=int, default=1)
    args = parser.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(2)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    tokenizer, model = load_tokenizer(args.base), load_encoder(args.base)
    freeze_lower_layers(model)
    pairs = pairs_of(args.data, set(filter(None, args.leave_out.split(","))))

    def ids(prefix: str, text: str, longest: int) -> list[int]:
        return [START, *tokenizer.encode(f"{prefix}: {text}", add_special_tokens=False).ids[:longest], END]

    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)
    steps = args.epochs * len(batches(pairs))
    rate = schedule(optimizer, steps)
    print(f"{len(pairs)} pairs, {steps} steps", flush=True)
    begun, step, total = time.time(), 0, 0.0
    for _ in range(args.epochs):
        model.train()
        for batch in batches(pairs):
            posts = embed(model, [ids("query", pair[2], LONGEST_QUERY) for pair in batch])
            passages = embed(model, [ids("passage", pair[3](), LONGEST_PASSAGE) for pair in batch])
            likeness = posts @ passages.T / TEMPERATURE
            same = torch.tensor([[a[1] == b[1] for b in batch] for a in batch]) & ~torch.eye(len(batch), dtype=torch.bool)
            likeness = likeness.masked_fill(same, -1e4)
            target = torch.arange(len(batch))
            loss = (cross_entropy(likeness, target) + cross_entropy(likeness.T, target)) / 2
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            if step + 1 < steps:
                rate.step()
            step += 1
            total += loss.item()
            if step % 10 == 0:
                print(f"step {step}/{steps} loss {total / 10:.3f} {time.time() - begun:.0f} s", flush=True)
                total = 0.0
            if step % 100 == 0:
                torch.save(model.state_dict(), args.out)
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
