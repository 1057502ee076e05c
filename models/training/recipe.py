"""What every training is told on the command line, and how it begins: the same chance each time."""
import argparse
import random
from pathlib import Path

import torch
from torch import nn


def options(description: str | None, rate: float) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--leave-out", default="", help="brands to measure on, parted by commas; nothing is learned from them")
    parser.add_argument("--resume", type=Path, help="the same model trained before, to go on from")
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=60, help="the rate falls to nothing at this time")
    return parser


def begin(parser: argparse.ArgumentParser) -> tuple[argparse.Namespace, list[str]]:
    """The options, and the brands left out."""
    args = parser.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(args.threads)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    return args, list(filter(None, args.leave_out.split(",")))


def go_on(model: nn.Module, file: Path | None) -> None:
    if file:
        model.load_state_dict(torch.load(file, weights_only=True))
