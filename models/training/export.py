"""Writes what was trained as ONNX, weights as signed bytes per channel, with the manifest the product checks.

The lower layers, fixed in every training, are written once; the matcher, the judge and the verifier stand on them.
"""
import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from encoder import FROZEN_LAYERS, load_encoder
from judge import Judge
from late import hear, unit, unit_mean, widest
from smooth import sample, smooth
from verifier import Verifier

# Of those tried (4, 6, 8, 10, 12), where kind, private and crisis are read best by a linear layer.
SOUND_LAYER = 8
NAMES = ("judge.onnx", "known.bin", "lower.onnx", "matcher.onnx", "products.onnx", "verifier.onnx", "tokenizer.json")


class Lower(nn.Module):
    def __init__(self, encoder: nn.Module):
        super().__init__()
        self.embeddings, self.layers = encoder.embeddings, encoder.encoder.layer[:FROZEN_LAYERS]

    def forward(self, input_ids, attention_mask):
        return through(self.layers, self.embeddings(input_ids=input_ids), attention_mask)[-1]


class Upper(nn.Module):
    """What stands on the lower layers; `read` takes the layers' outputs and the mask to what is answered."""

    def __init__(self, encoder: nn.Module, read):
        super().__init__()
        self.layers, self.read = encoder.encoder.layer[FROZEN_LAYERS:], read

    def forward(self, hidden, attention_mask):
        return self.read(through(self.layers, hidden, attention_mask), attention_mask)


def through(layers, hidden, attention_mask) -> list[torch.Tensor]:
    closed = (1 - attention_mask[:, None, None, :].float()) * torch.finfo(torch.float32).min
    outputs = [hidden]
    for layer in layers:
        outputs.append(layer(outputs[-1], closed)[0])
    return outputs


class Vectors(nn.Module):
    """What the last layer means by the text and by its pieces, and how a lower one sounds."""

    def __init__(self, directions: torch.Tensor):
        super().__init__()
        self.register_buffer("directions", directions)

    def forward(self, outputs, attention_mask):
        means, sounds = (unit_mean(outputs[at], attention_mask) for at in (-1, SOUND_LAYER - FROZEN_LAYERS))
        return means, sounds, unit(outputs[-1] @ self.directions)


class Chances(nn.Module):
    """The verdict as probabilities; a key point's scores piece by piece, to be averaged over it."""

    def __init__(self, judge: Judge):
        super().__init__()
        self.verdict, self.marks = judge.verdict, judge.marks

    def forward(self, outputs, _):
        return self.verdict(outputs[-1][:, 0]).softmax(-1), self.marks(outputs[-1])


class Score(nn.Module):
    def __init__(self, verifier: Verifier):
        super().__init__()
        self.score = verifier.score

    def forward(self, outputs, _):
        return self.score(outputs[-1][:, 0]).squeeze(-1)


def write(model: nn.Module, first: str, outputs: list[str], by_token: list[str], target: Path, width: int) -> None:
    """@first: the input beside the mask. @by_token: outputs with a place for each token."""
    model.eval()
    axes = {name: {0: "batch", 1: "length"} for name in [first, "attention_mask", *by_token]}
    axes |= {name: {0: "batch"} for name in outputs if name not in by_token}
    sample = torch.randint(4, 1000, (2, 16)) if first == "input_ids" else torch.randn(2, 16, width)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            (sample, torch.ones(2, 16, dtype=torch.long)),
            str(whole),
            input_names=[first, "attention_mask"],
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        # What answers at the end is small, and stays as it was trained.
        read = [node.name for node in onnx.load(whole).graph.node if node.name.startswith("/read/")]
        last = [*read, *(f"{name}_MatMul" for name in read)]
        quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=last)


def write_products(target: Path) -> None:
    """Each row of one matrix with each of another: nothing learned, only what the runtime does faster than a loop."""
    rows = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    graph = helper.make_graph(
        [helper.make_node("Gemm", ["asked", "held"], ["products"], transB=1)],
        "products",
        [rows("asked", "rows", "width"), rows("held", "columns", "width")],
        [rows("products", "rows", "columns")],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), target)


def check_lower(base: nn.Module, trained: nn.Module) -> None:
    """What was trained must stand on the very layers that are written once."""
    kept = Lower(trained).state_dict()
    assert all(torch.equal(value, kept[name]) for name, value in Lower(base).state_dict().items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--matcher", type=Path, help="absent: matcher.onnx stays as it is; so for the others")
    parser.add_argument("--judge", type=Path)
    parser.add_argument("--verifier", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the folder /models")
    args = parser.parse_args()
    base = load_encoder(args.base, attention="eager")
    width = base.config.hidden_size
    rows = sample(args.base)

    def put(name: str, encoder: nn.Module, read: nn.Module, outputs: list[str], by_token: list[str]) -> None:
        check_lower(base, encoder)
        smooth(encoder, rows)
        write(Upper(encoder, read), "hidden", outputs, by_token, args.out / name, width)

    def trained(kind: type, file: Path) -> nn.Module:
        model = kind(load_encoder(args.base, attention="eager"))
        model.load_state_dict(torch.load(file, weights_only=True))
        return model

    if args.matcher:
        encoder = load_encoder(args.base, attention="eager").eval()
        encoder.load_state_dict(torch.load(args.matcher, weights_only=True))
        with torch.no_grad():
            directions = widest(hear(encoder, rows).pieces)
        put("matcher.onnx", encoder, Vectors(directions), ["embedding", "sound", "pieces"], ["pieces"])
        # Its vectors are of the matcher before; `node test/bench/known.ts` makes them anew.
        (args.out / "known.bin").unlink(missing_ok=True)
    if args.judge:
        judge = trained(Judge, args.judge)
        put("judge.onnx", judge.encoder, Chances(judge), ["verdict", "marks"], ["marks"])
    if args.verifier:
        verifier = trained(Verifier, args.verifier)
        put("verifier.onnx", verifier.encoder, Score(verifier), ["score"], [])
    smooth(base, rows)
    write(Lower(base), "input_ids", ["hidden"], ["hidden"], args.out / "lower.onnx", width)
    write_products(args.out / "products.onnx")
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    files = {}
    for name in sorted(one for one in NAMES if (args.out / one).exists()):
        content = (args.out / name).read_bytes()
        files[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    manifest = {"dimensions": width, "files": files}
    (args.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    print({name: f"{file['bytes'] / 1e6:.1f} MB" for name, file in files.items()})


if __name__ == "__main__":
    main()
