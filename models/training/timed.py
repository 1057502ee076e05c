"""Training by the clock: passes over the batches until the minutes are over, the rate rising first and then falling to nothing."""
import time
from pathlib import Path

import torch
from torch import nn

WARM = 0.06
HALVED = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


def train(model: nn.Module, epoch, loss_of, after, *, rate: float, minutes: float, out: Path) -> None:
    """@epoch: () -> batches. @loss_of: batch -> loss. @after: () -> what a pass has reached. A checkpoint after each pass."""
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    begun, step, passes = time.time(), 0, 0
    share = lambda: (time.time() - begun) / (60 * minutes)
    model.train()
    while share() < 1:
        for batch in epoch():
            done = share()
            if done >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = rate * min((done + 1e-3) / WARM, (1 - done) / (1 - WARM))
            # Half the bytes a number, where the processor has instructions for them; the weights themselves stay whole.
            with torch.autocast("cpu", torch.bfloat16, enabled=HALVED):
                loss = loss_of(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            step += 1
            if step % 20 == 0:
                print(f"step {step} loss {loss.item():.3f} {time.time() - begun:.0f} s", flush=True)
        passes += 1
        torch.save(model.state_dict(), out)
        print(f"pass {passes}: {after()}", flush=True)
