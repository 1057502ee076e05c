"""Makes a checkpoint of a model that ships, to go on learning from where the whole one was not kept: its bytes as floats again."""
import argparse
import re
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from encoder import FROZEN_LAYERS, load_encoder
from judge import Judge
from verifier import Verifier

KINDS = {"matcher": lambda encoder: encoder, "judge": Judge, "verifier": Verifier}


def written(file: Path) -> dict[str, torch.Tensor]:
    """Each parameter under the name it has in export.py; dense layers by what they multiply, unrounded and as before smoothing."""
    graph = onnx.load(file).graph
    kept = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer}
    found = {name.replace(".layer.bias", ".bias"): value for name, value in kept.items() if not name.startswith("onnx::")}
    for node in graph.node:
        if node.op_type not in ("MatMul", "MatMulInteger"):
            continue
        name = re.sub(r"(/layer)?/(Gemm_)?MatMul(_quant)?$", "", node.name).removeprefix("/").replace("/", ".")
        weights = node.input[1].removesuffix("_quantized")
        if node.op_type == "MatMulInteger":
            rounded = kept[f"{weights}_quantized"].float() - kept[f"{weights}_zero_point"].float()
            inverse = kept.get(f"{name}.inverse", torch.ones(rounded.shape[0]))
            found[f"{name}.weight"] = (rounded * kept[f"{weights}_scale"] * inverse[:, None]).T
        elif weights in kept:
            found[f"{name}.weight"] = kept[weights].T
    return found


def restored(model: nn.Module, encoder: nn.Module, found: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The model's own parameters, every trained one from the file; the lower layers are the base's in all of them."""
    prefix = "" if model is encoder else "encoder."
    whole = {}
    for name, value in model.state_dict().items():
        own = name.removeprefix(prefix)
        layer = own.split(".")[2] if own.startswith("encoder.layer.") else None
        if own.startswith("embeddings.") or (layer and int(layer) < FROZEN_LAYERS):
            whole[name] = value
        else:
            key = own.replace(f"encoder.layer.{layer}", f"layers.{int(layer) - FROZEN_LAYERS}") if layer else f"read.{own}"
            whole[name] = found[key].reshape(value.shape).contiguous()
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--model", choices=KINDS, required=True)
    parser.add_argument("--models", type=Path, default=Path(__file__).parents[1], help="the folder of the files that ship")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder = load_encoder(args.base)
    model = KINDS[args.model](encoder)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(restored(model, encoder, written(args.models / f"{args.model}.onnx")), args.out)


if __name__ == "__main__":
    main()
