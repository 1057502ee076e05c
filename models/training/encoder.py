"""The base encoder and its tokenizer, and texts turned into batches."""
import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

START, PAD, END = 0, 1, 2
FROZEN_LAYERS = 4
AT_ONCE = 24


def load_encoder(folder: Path, attention: str = "sdpa") -> BertModel:
    """The base model; both token types begin alike, since the base knows only one."""
    config = BertConfig(**json.loads((folder / "config.json").read_text()))
    config._attn_implementation = attention
    model = BertModel(config, add_pooling_layer=False)
    weights = {name: value.float() for name, value in load_file(folder / "base.safetensors").items()}
    types = "embeddings.token_type_embeddings.weight"
    if types in weights and weights[types].shape[0] == 2:
        weights[types][1] = weights[types][0]
    missing, unexpected = model.load_state_dict(weights, strict=False)
    assert not [name for name in missing if "token_type" not in name and "position_ids" not in name], missing
    return model


def load_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def freeze_lower_layers(model: BertModel) -> None:
    for name, parameter in model.named_parameters():
        lower = any(name.startswith(f"encoder.layer.{layer}.") for layer in range(FROZEN_LAYERS))
        if name.startswith("embeddings") or lower:
            parameter.requires_grad = False


def pad(rows: list[list[int]], value: int = PAD) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows of ids as one tensor, and the mask of what is text."""
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), value)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    for at, row in enumerate(rows):
        ids[at, : len(row)] = torch.tensor(row)
        mask[at, : len(row)] = 1
    return ids, mask
