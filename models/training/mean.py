"""The mean of two checkpoints of one model, the second learned on from the first: often better than either (Wortsman et al. 2022)."""
import argparse
from pathlib import Path

import torch


def mean(first: dict[str, torch.Tensor], second: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {name: (value + second[name]) / 2 if value.is_floating_point() else value for name, value in first.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(mean(*(torch.load(file, weights_only=True) for file in (args.first, args.second))), args.out)


if __name__ == "__main__":
    main()
