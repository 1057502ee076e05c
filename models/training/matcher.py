"""Fine-tunes the encoder so that a post comes near its entry. Contrastive, batches of one brand: its negatives are neighbours."""
import random
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy

from data import BRANDS, LANGS, Brand, brand, intents, own_brands, pack, packs
from encoder import END, START, freeze_lower_layers, load_encoder, load_tokenizer
from late import Heard, hear, late_likeness
from noise import hurried
from recipe import begin, go_on, options
from timed import train

BATCH, TEMPERATURE, RATE = 64, 0.03, 5e-5
LONGEST_QUERY, LONGEST_PASSAGE = 80, 112
FOREIGN_SHARE = 0.15
# Posts spelt as in a hurry, so that spelling does not decide.
HURRIED_SHARE = 0.2
# Posts without an entry beside a batch: what no passage may come near.
NONE_IN_BATCH = 5
# A post that found its passage with this share was known: one in three of these is read in the next pass.
KNOWN, KNOWN_SHARE = 0.9, 0.33
# Phrasings of a pack, and of the public intents, that a pass reads: every pass reads others.
PACK_SAMPLE, INTENT_SAMPLE = 360, 640


@dataclass(frozen=True)
class Post:
    text: str
    lang: str
    entry: str | None


# How large a share each post gave its passage when it was last read, 0..1.
Shares = dict[Post, float]


@dataclass(frozen=True)
class Group:
    """What a batch is drawn from: posts, and the entries they may ask."""

    entries: dict[str, dict]
    posts: list[Post]
    nothing: list[Post]


def group_of(entries: list[dict], questions: list[dict]) -> Group:
    posts = [Post(one["text"], one["lang"], one["entry"]) for one in questions]
    variants = [
        Post(text, lang, entry["id"]) for entry in entries for lang in LANGS for text in entry.get("variants", {}).get(lang, [])
    ]
    asked = [post for post in posts if post.entry] + variants
    return Group({entry["id"]: entry for entry in entries}, asked, [post for post in posts if not post.entry])


def groups_of(root: Path, held: set[str]) -> tuple[list[Group], list[Group], Group]:
    """Brands, packs, public intents."""
    named = [group_of(*brand(root, name)[:2]) for name in BRANDS + own_brands() if name not in held]
    return named, [group_of(pack(name), []) for name in packs()], group_of(intents(root), [])


def passage_of(entry: dict, lang: str, posts: set[str]) -> str:
    """What an entry is known by, in turn: its question, the answer or a key point with it; without an answer, another phrasing."""
    spoken = lang if entry["question"].get(lang) else next(iter(entry["question"]))
    question = entry["question"][spoken]
    answer, points = entry.get("answer", {}).get(spoken), entry.get("keyPoints")
    if answer:
        turn = random.random()
        if turn < 0.3 or not points:
            return question
        return f"{question} {answer}" if turn < 0.65 else f"{question} {random.choice(points)[spoken]}"
    others = [text for text in entry.get("variants", {}).get(spoken, []) if text not in posts]
    return question if not others or random.random() < 0.3 else random.choice(others)


def other(lang: str) -> str:
    return ("en" if lang == "fr" else "fr") if random.random() < FOREIGN_SHARE else lang


@dataclass(frozen=True)
class Batch:
    asked: list[Post]
    # As they are spelt this time; those beyond the asked ones ask nothing.
    posts: list[str]
    passages: list[str]
    # The place of each post's passage.
    places: list[int]


def batch_of(group: Group, posts: list[Post]) -> Batch:
    """A passage for each entry that is asked, then the question alone of the others: cheap, and all neighbours are there."""
    texts = {post.text for post in posts}
    langs = {post.entry: post.lang for post in posts}
    asked = list(langs)
    rest = [name for name in group.entries if name not in langs]
    some = random.sample(rest, min(len(rest), 2 * BATCH))
    passages = [passage_of(group.entries[name], other(langs[name]), texts) for name in asked]
    spoken = posts[0].lang
    passages += [group.entries[name]["question"].get(spoken) or next(iter(group.entries[name]["question"].values())) for name in some]
    nothing = random.sample(group.nothing, min(len(group.nothing), NONE_IN_BATCH))
    spelt = [hurried(post.text, post.lang) if random.random() < HURRIED_SHARE else post.text for post in posts + nothing]
    return Batch(posts, spelt, passages, [asked.index(post.entry) for post in posts])


def batches_of(group: Group, shares: Shares, sample: int | None = None) -> list[Batch]:
    drawn = random.sample(group.posts, min(len(group.posts), sample or len(group.posts)))
    posts = [post for post in drawn if shares.get(post, 0) < KNOWN or random.random() < KNOWN_SHARE]
    cut = [posts[at : at + BATCH] for at in range(0, len(posts), BATCH)]
    return [batch_of(group, one) for one in cut if len(one) >= 4]


def epoch(root: Path, held: set[str], shares: Shares) -> list[Batch]:
    brands, industries, public = groups_of(root, held)
    made = [batch for group in brands for batch in batches_of(group, shares)]
    made += [batch for group in industries for batch in batches_of(group, shares, PACK_SAMPLE)]
    made += batches_of(public, shares, INTENT_SAMPLE)
    random.shuffle(made)
    print(f"{len(made)} batches, {len(brands)} brands, {len(industries)} packs", flush=True)
    return made


def loss_of(model, tokens, batch: Batch, shares: Shares) -> torch.Tensor:
    """By the whole and by the pieces. Writes down the shares."""
    posts = hear(model, [tokens("query", text, LONGEST_QUERY) for text in batch.posts])
    passages = hear(model, [tokens("passage", text, LONGEST_PASSAGE) for text in batch.passages])
    # A temperature of 0.03 would make the rounding of half floats thirty times as large.
    with torch.autocast("cpu", enabled=False):
        whole, late = posts.meaning @ passages.meaning.T, late_likeness(posts, passages)
    count, places = len(batch.places), torch.tensor(batch.places)
    given = ((whole + late).detach()[:count] / TEMPERATURE).softmax(-1)[torch.arange(count), places]
    shares.update(zip(batch.asked, given.tolist()))
    return found_loss(whole / TEMPERATURE, places) + found_loss(late / TEMPERATURE, places)


def found_loss(likeness: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """Each post finds its passage among all; each passage its post among those that ask something else or nothing."""
    count = len(places)
    columns = likeness[:, places].T
    same = (places[:, None] == places[None, :]) & ~torch.eye(count, dtype=torch.bool)
    columns = torch.cat([columns[:, :count].masked_fill(same, -1e4), columns[:, count:]], dim=1)
    return (cross_entropy(likeness[:count], places) + cross_entropy(columns, torch.arange(count))) / 2


def measure(model, tokens, root: Path, held: list[str]) -> str:
    """acc@1 on brands left out, by the whole, by the pieces and by both: less than the product sees, enough to compare."""
    model.eval()
    with torch.no_grad():
        said = [measured(model, tokens, brand(root, name)) for name in held]
    model.train()
    return ", ".join(f"{name} {one}" for name, one in zip(held, said))


def measured(model, tokens, data: Brand) -> str:
    entries, questions, _ = data
    asked = [one for one in questions if one["entry"]]
    posts = hear(model, [tokens("query", one["text"], LONGEST_QUERY) for one in asked])
    wholes, lates = [], []
    for lang in LANGS:
        alone = heard_passages(model, tokens, [entry["question"][lang] for entry in entries])
        full = heard_passages(model, tokens, [f"{entry['question'][lang]} {entry['answer'][lang]}" for entry in entries])
        wholes.append((posts.meaning @ alone.meaning.T + posts.meaning @ full.meaning.T) / 2)
        lates.append(late_likeness(posts, full))
    whole, late = torch.maximum(*wholes), torch.maximum(*lates)
    return " / ".join(f"{accuracy(likeness, entries, asked):.1f}" for likeness in (whole, late, whole + late))


def heard_passages(model, tokens, texts: list[str]) -> Heard:
    return hear(model, [tokens("passage", text, LONGEST_PASSAGE) for text in texts])


def accuracy(likeness: torch.Tensor, entries: list[dict], asked: list[dict]) -> float:
    right = [entries[at]["id"] == one["entry"] for at, one in zip(likeness.argmax(-1).tolist(), asked)]
    return 100 * sum(right) / max(1, len(right))


def main() -> None:
    parser = options(__doc__, RATE)
    parser.add_argument("--data", type=Path, required=True)
    args, held = begin(parser)
    tokenizer, model = load_tokenizer(args.base), load_encoder(args.base)
    go_on(model, args.resume)
    freeze_lower_layers(model)

    def tokens(role: str, text: str, longest: int) -> list[int]:
        return [START, *tokenizer.encode(f"{role}: {text}", add_special_tokens=False).ids[:longest], END]

    shares: Shares = {}
    print(f"at first: {measure(model, tokens, args.data, held)}", flush=True)
    train(
        model,
        lambda: epoch(args.data, set(held), shares),
        lambda batch: loss_of(model, tokens, batch, shares),
        lambda: measure(model, tokens, args.data, held),
        rate=args.rate,
        minutes=args.minutes,
        out=args.out,
    )


if __name__ == "__main__":
    main()
