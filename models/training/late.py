"""Likeness piece by piece: each piece of a post looks for the piece of a passage that is most like it (late interaction, Khattab and Zaharia 2020)."""
from dataclasses import dataclass

import torch
from torch import nn

from encoder import AT_ONCE, pad

# Dimensions that ship of a piece's 384. Of five brands left out 69.9 % are found by 192, 69.4 by 128, 65.9 by 64, 70.8 by all.
NARROWED = 192


@dataclass(frozen=True)
class Heard:
    """Texts as the matcher hears them, in the order in which they were given."""

    # Unit vectors, one a text.
    meaning: torch.Tensor
    # Unit vectors of all texts' pieces, one text after the other, and how many each has.
    pieces: torch.Tensor
    lengths: list[int]


def hear(model: nn.Module, rows: list[list[int]]) -> Heard:
    """The mean over a text says what it is about, its pieces say where. Rows of like lengths run together, so that little is padded."""
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    meanings, pieces = [], [None] * len(rows)
    for begin in range(0, len(order), AT_ONCE):
        places = order[begin : begin + AT_ONCE]
        ids, mask = pad([rows[at] for at in places])
        hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        meanings.append(unit_mean(hidden, mask))
        for within, at in enumerate(places):
            pieces[at] = unit(hidden[within, : len(rows[at])])
    return Heard(torch.cat(meanings)[torch.argsort(torch.tensor(order))], torch.cat(pieces), [len(row) for row in rows])


def unit(vectors: torch.Tensor) -> torch.Tensor:
    return nn.functional.normalize(vectors, dim=-1)


def unit_mean(hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    mask = mask[..., None].float()
    return unit((hidden * mask).sum(1) / mask.sum(1))


def late_likeness(posts: Heard, passages: Heard) -> torch.Tensor:
    """-1..1, a row a post and a column a passage: what its pieces find, on the mean."""
    likeness = posts.pieces @ passages.pieces.T
    best = torch.stack([part.amax(1) for part in likeness.split(passages.lengths, 1)], 1)
    return torch.stack([part.mean(0) for part in best.split(posts.lengths)])


def widest(pieces: torch.Tensor) -> torch.Tensor:
    """The directions, a column each, in which pieces differ most from nothing: what all have in common keeps its share."""
    directions, _, _ = torch.linalg.svd(pieces.T @ pieces)
    return directions[:, :NARROWED]
