"""Writes the trained matcher and judge as ONNX, weights as signed bytes per channel, with the manifest the product checks."""
import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from encoder import load_encoder
from judge import Judge


# Of those tried (4, 6, 8, 10, 12), where kind, private and crisis are read best by a linear layer.
SOUND_LAYER = 8
NAMES = ("judge.onnx", "known.bin", "matcher.onnx", "tokenizer.json")


class Embedder(nn.Module):
    """Unit vectors: the mean over the text of the last layer (what it means), and of a lower one (how it sounds)."""

    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, attention_mask):
        layers = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True
        ).hidden_states
        mask = attention_mask[..., None].float()
        return tuple(
            nn.functional.normalize((layers[at] * mask).sum(1) / mask.sum(1), dim=-1) for at in (-1, SOUND_LAYER)
        )


class Chances(nn.Module):
    """The verdict as probabilities; a key point's scores piece by piece, to be averaged over it."""

    def __init__(self, judge: Judge):
        super().__init__()
        self.judge = judge

    def forward(self, input_ids, token_type_ids, attention_mask):
        verdict, marks = self.judge(input_ids, token_type_ids, attention_mask)
        return verdict.softmax(-1), marks


def write(model: nn.Module, inputs: list[str], outputs: list[str], marked: list[str], target: Path) -> None:
    """@marked: outputs with a place for each token."""
    model.eval()
    axes = {name: {0: "batch", 1: "tokens"} for name in inputs + marked}
    axes |= {name: {0: "batch"} for name in outputs if name not in marked}
    sample = {
        "input_ids": torch.randint(4, 1000, (2, 16)),
        "token_type_ids": torch.zeros(2, 16, dtype=torch.long),
        "attention_mask": torch.ones(2, 16, dtype=torch.long),
    }
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            tuple(sample[name] for name in inputs),
            str(whole),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--matcher", type=Path, help="absent: matcher.onnx stays as it is")
    parser.add_argument("--judge", type=Path, help="absent: judge.onnx stays as it is")
    parser.add_argument("--out", type=Path, required=True, help="the folder /models")
    args = parser.parse_args()
    encoder = load_encoder(args.base, attention="eager")
    if args.matcher:
        encoder.load_state_dict(torch.load(args.matcher, weights_only=True))
        write(Embedder(encoder), ["input_ids", "attention_mask"], ["embedding", "sound"], [], args.out / "matcher.onnx")
    if args.judge:
        judge = Judge(load_encoder(args.base, attention="eager"))
        judge.load_state_dict(torch.load(args.judge, weights_only=True))
        inputs = ["input_ids", "token_type_ids", "attention_mask"]
        write(Chances(judge), inputs, ["verdict", "marks"], ["marks"], args.out / "judge.onnx")
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    if args.matcher:
        # Its vectors are of the matcher before; `node test/bench/known.ts` makes them anew.
        (args.out / "known.bin").unlink(missing_ok=True)
    files = {}
    for name in sorted(one for one in NAMES if (args.out / one).exists()):
        content = (args.out / name).read_bytes()
        files[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    manifest = {"dimensions": encoder.config.hidden_size, "files": files}
    (args.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    print({name: f"{file['bytes'] / 1e6:.1f} MB" for name, file in files.items()})


if __name__ == "__main__":
    main()
