"""The network of published_net.py: its first weights, its answers, its steps.

trainable_net.py init FLANK SEED OUT
trainable_net.py score FLANK CHECKPOINT CODES COUNT OUT
trainable_net.py train FLANK CHECKPOINT CODES COUNT OUT LABELS LOSS OPTIMIZER UNITS HEAD STATISTICS RATE...

CODES and LABELS are bytes; OUT is float32: the float tensors of the state dict, or probabilities, or the loss
of each step and then the float tensors.
"""

import sys

import numpy
import torch
from published_net import Net, Unit, one_hot


def read(path, count, channels):
    return one_hot(torch.from_numpy(numpy.fromfile(path, dtype=numpy.uint8).reshape(count, -1)), channels)


def floats(net):
    return [t.detach().numpy().ravel() for t in net.state_dict().values() if t.is_floating_point()]


def loaded(flank, checkpoint):
    net = Net(flank)
    net.load_state_dict(torch.load(checkpoint, map_location="cpu"), strict=True)
    return net


def freeze(net, units, head, statistics):
    if units == "all":
        return
    residual = [m for m in net.residual_units if isinstance(m, Unit)]
    trained = residual[len(residual) - int(units) :]
    net.requires_grad_(False)
    for unit in trained:
        unit.requires_grad_(True)
    net.final_conv.requires_grad_(head == "true")
    for unit in residual:
        if unit not in trained and statistics == "false":
            unit.eval()


def gain(p, y, loss):
    terms = y * torch.log(p + 1e-10)
    if loss != "cross":
        gamma, *alpha = (float(v) for v in loss.split(","))
        terms = terms * (1 - p) ** gamma * torch.tensor(alpha)[None, :, None]
    return terms.sum(dim=1).mean()


def train(net, x, y, loss, optimizer, units, head, statistics, *rates):
    net.train()
    freeze(net, units, head, statistics)
    trained = [p for p in net.parameters() if p.requires_grad]
    optimizer = {"ADAMW": torch.optim.AdamW, "SGD": torch.optim.SGD}[optimizer](trained, lr=1)
    losses = []
    for rate in rates:
        optimizer.param_groups[0]["lr"] = float(rate)
        optimizer.zero_grad()
        value = -gain(net(x), y, loss)
        value.backward()
        optimizer.step()
        losses.append(value.item())
    return [numpy.array(losses)] + floats(net)


def main(mode, flank, source, *rest):
    torch.set_num_threads(1)
    if mode == "init":
        torch.manual_seed(int(source))
        answer = floats(Net(int(flank)))
        out = rest[0]
    else:
        net = loaded(int(flank), source)
        codes, count, out, *rest = rest
        x = read(codes, int(count), 4)
        if mode == "score":
            answer = [net.eval()(x).detach().numpy().ravel()]
        else:
            answer = train(net, x, read(rest[0], int(count), 3), *rest[1:])
    numpy.concatenate(answer).astype("<f4").tofile(out)


main(*sys.argv[1:])
