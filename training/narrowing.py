"""Make a trained network narrower, and teach it to see in a text what the wide one saw.

The inner features and the heads that count least go; what is made of the others is fitted to what was made of all by
least squares (as Optimal Brain Surgeon does for single weights: Hassibi and Stork, 1993); then all layers learn
together, without annotation, to give the wide network's states and scores.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Mapping

    from encoder import Encoder, Layer

Batch = TypeVar("Batch")

RIDGE = 1e-3  # of the mean square of a feature, added to each when the products downwards are fitted
ROUNDS = 16  # of what is left, one part in so many goes in a round: what counts depends on what stays
WARMING = 0.05  # part of the time in which the rate rises
TOLD = 20  # steps between two lines of the log


class Seen(NamedTuple):
    """What a network makes of a batch.

    states: after each layer, of the places that are used (places, width); inner and mixed: what goes there into each
    layer's last product (places, inner) and into the one after its heads (places, heads x size); scores: by name,
    (rows, labels).
    """

    states: list[Tensor]
    inner: list[Tensor]
    mixed: list[Tensor]
    scores: dict[str, Tensor]


def watched(encoder: Encoder, used: Tensor, scores: Callable[[], dict[str, Tensor]]) -> Seen:
    """Read what an encoder gives inside while ``scores`` reads a batch, of which the places in a mask are used."""
    seen = Seen([], [], [], {})
    hooks = []
    for layer in encoder.layers:
        hooks += [
            layer.register_forward_hook(lambda _, __, out: seen.states.append(out[used])),
            layer.down.register_forward_pre_hook(lambda _, given: seen.inner.append(given[0][used])),
            layer.out.register_forward_pre_hook(lambda _, given: seen.mixed.append(given[0][used])),
        ]
    seen.scores.update(scores())
    for hook in hooks:
        hook.remove()
    return seen


def fewer(moments: Tensor, product: Tensor, count: int, size: int) -> tuple[Tensor, Tensor]:
    """The features that a product (features, width) needs most, and the product that then comes nearest to it.

    Features stay or go in groups of ``size``, of which ``count`` stay. moments: the features' second moments.
    """
    moments = moments / moments.diagonal().mean() + RIDGE * torch.eye(len(moments))
    kept = torch.arange(len(moments)).reshape(-1, size)
    while True:
        flat = kept.flatten()
        inverse = torch.linalg.inv(moments[flat][:, flat])
        fitted = inverse @ moments[flat] @ product
        if len(kept) == count:
            return flat, fitted
        parts = fitted.reshape(len(kept), size, -1)
        own = inverse.reshape(len(kept), size, len(kept), size).diagonal(dim1=0, dim2=2).permute(2, 0, 1)
        missed = (parts * torch.linalg.solve(own, parts)).sum((1, 2))
        staying = max(count, len(kept) - max(1, len(kept) // ROUNDS))
        kept = kept[missed.argsort(descending=True)[:staying].sort().values]


def narrow(layer: Layer, smaller: Layer, inner: Tensor, mixed: Tensor) -> None:
    """Give a layer of fewer heads and inner features the weights with which it says most nearly what a wide one says.

    inner and mixed: the second moments of what goes into the wide one's products downwards and after the heads.
    """
    state = layer.state_dict()
    kept, down = fewer(inner, layer.down.weight.T, smaller.up.out_features, 1)
    state |= {"up.weight": layer.up.weight[kept], "up.bias": layer.up.bias[kept], "down.weight": down.T}
    size = smaller.out.in_features // smaller.heads
    kept, out = fewer(mixed, layer.out.weight.T, smaller.heads, size)
    rows = torch.cat([kept + part * layer.out.in_features for part in range(3)])
    state |= {"qkv.weight": layer.qkv.weight[rows], "qkv.bias": layer.qkv.bias[rows], "out.weight": out.T}
    smaller.load_state_dict(state)


def start(network: nn.Module, wide: nn.Module, layers: Iterable[tuple[Layer, Layer]], seen: Iterable[Seen]) -> None:
    """Give a narrow network the weights of a wide one, as near as they come on what that one saw.

    layers: the wide one's and the narrow one's.
    """
    layers = list(layers)
    inner = [torch.zeros(2 * (layer.down.in_features,)) for layer, _ in layers]
    mixed = [torch.zeros(2 * (layer.out.in_features,)) for layer, _ in layers]
    with torch.no_grad():
        for batch in seen:
            for table, features in zip([*inner, *mixed], [*batch.inner, *batch.mixed], strict=True):
                table.addmm_(features.T, features)
        shapes = {name: weight.shape for name, weight in network.state_dict().items()}
        same = {name: weight for name, weight in wide.state_dict().items() if shapes[name] == weight.shape}
        network.load_state_dict(same, strict=False)
        for (layer, smaller), *tables in zip(layers, inner, mixed, strict=True):
            narrow(layer, smaller, *tables)


def losses(seen: Seen, wanted: Seen, shares: Mapping[str, float], below: float) -> Tensor:
    """How far the states are from those wanted, as parts of their variance, and the scores from theirs.

    below: how much the states below the last layer count; shares: how much each kind of scores does.
    """
    parts = [
        (below if number < len(seen.states) else 1.0) * (one - other).square().mean() / other.var(0).mean()
        for number, (one, other) in enumerate(zip(seen.states, wanted.states, strict=True), 1)
    ]
    for name, share in shares.items():
        said, true = seen.scores[name].log_softmax(-1), wanted.scores[name].log_softmax(-1)
        parts.append(share * functional.kl_div(said, true, reduction="batchmean", log_target=True))
    return torch.stack(parts)


def teach(
    network: nn.Module,
    see: tuple[Callable[[Batch], Seen], Callable[[Batch], Seen]],
    batches: Iterable[Batch],
    shares: Mapping[str, float],
    options: argparse.Namespace,
) -> None:
    """Let a network learn for ``options.minutes``; what it sees, and what the wide one sees, is given by ``see``."""
    weights = [weight for weight in network.parameters() if weight.requires_grad]
    adam = torch.optim.AdamW(weights, lr=options.rate, betas=(0.9, 0.98), eps=1e-6, weight_decay=0.0)
    began, seconds = time.time(), options.minutes * 60
    for step, batch in enumerate(batches, 1):
        if (done := (time.time() - began) / seconds) >= 1:
            break
        adam.param_groups[0]["lr"] = options.rate * min(done / WARMING, (1 - done) / (1 - WARMING))
        with torch.no_grad():
            wanted = see[1](batch)
        parts = losses(see[0](batch), wanted, shares, options.below)
        adam.zero_grad()
        torch.autograd.backward(parts.sum())
        nn.utils.clip_grad_norm_(weights, 1.0)
        adam.step()
        if step % TOLD == 0:
            print(f"{step} {done:.1%} {' '.join(f'{part:.4f}' for part in parts.tolist())}", flush=True)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every narrowing has."""
    parser.add_argument("--inner", type=int, default=768, help="inner features of a layer that stay")
    parser.add_argument("--heads", type=int, default=8, help="heads of a layer that stay")
    parser.add_argument("--start", type=Path, help="checkpoint to make narrower, where it is not the wide one")
    parser.add_argument("--below", type=float, default=0.3, help="how much the states below the last layer count")
    parser.add_argument("--minutes", type=float, default=41, help="how long it learns")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="top learning rate")
    parser.add_argument("--places", type=int, default=2048, help="wordpieces in a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
