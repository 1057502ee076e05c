"""Evens out what a layer reads before it is written in bytes: a few channels far above the rest would leave the others a handful of steps.

Each channel is divided by a scale and its weights are multiplied by it, which changes nothing but the rounding (SmoothQuant, Xiao et
al. 2023). How much of a channel's height goes into the weights was chosen of 0.5 to 1: at 0.7 the likeness of two posts is off by
0.0045 on the mean, by 0.0100 without smoothing.
"""
from pathlib import Path

import torch
from torch import nn

from data import SETS, brand, own_brands
from encoder import END, START, load_tokenizer
from late import hear

MOVED, LEAST = 0.7, 1e-5
SAMPLED = 60


class Smoothed(nn.Module):
    def __init__(self, layer: nn.Linear, scale: torch.Tensor):
        super().__init__()
        self.layer = layer
        self.register_buffer("inverse", 1 / scale)
        with torch.no_grad():
            layer.weight.mul_(scale)

    def forward(self, hidden):
        return self.layer(hidden * self.inverse)


def sample(base: Path) -> list[list[int]]:
    """Posts with entries beside them, as the models read them."""
    tokenizer = load_tokenizer(base)
    ids = lambda text: [*tokenizer.encode(text, add_special_tokens=False).ids[:64], END]
    rows = []
    for name in own_brands():
        entries, questions, _ = brand(SETS, name)
        by_id = {entry["id"]: entry for entry in entries}
        for post in [one for one in questions if one["entry"]][:SAMPLED:5]:
            entry, lang = by_id[post["entry"]], post["lang"]
            rows.append([START, *ids(post["text"]), *ids(entry["question"][lang]), *ids(entry["answer"][lang])])
            rows.append([START, *ids(f"query: {post['text']}")])
    return rows


def smooth(encoder: nn.Module, rows: list[list[int]]) -> None:
    """Replaces every dense layer of `encoder`; what it answers stays the same."""
    dense = {name: layer for name, layer in encoder.named_modules() if isinstance(layer, nn.Linear)}
    heights: dict[str, torch.Tensor] = {}

    def look(name: str):
        def note(_, inputs):
            high = inputs[0].detach().abs().flatten(0, -2).amax(0)
            heights[name] = torch.maximum(heights.get(name, high), high)

        return note

    hooks = [layer.register_forward_pre_hook(look(name)) for name, layer in dense.items()]
    encoder.eval()
    with torch.no_grad():
        hear(encoder, rows)
    for hook in hooks:
        hook.remove()
    for name, layer in dense.items():
        if name not in heights:
            continue
        weights = layer.weight.detach().abs().amax(0).clamp(min=LEAST)
        scale = heights[name].clamp(min=LEAST) ** MOVED / weights ** (1 - MOVED)
        path, _, last = name.rpartition(".")
        setattr(encoder.get_submodule(path), last, Smoothed(layer, scale / scale.median()))
