"""OpenSpliceAI's network as an nn.Module with its names, and a plain training loop of it that is timed.

published_net.py FLANK BATCH LABELLED THREADS

Writes PyTorch's version, then, for each line of standard input, a number of steps, the seconds that they took:
on the clock, and of the process.
"""

import sys
import time

import torch
from torch import nn

BLOCKS = [(11, 1), (11, 4), (21, 10), (41, 25)]
DEPTH = {80: 1, 400: 2, 2000: 3, 10000: 4}


class Unit(nn.Module):
    def __init__(self, width, dilation):
        super().__init__()
        padding = dilation * (width - 1) // 2
        self.batchnorm1 = nn.BatchNorm1d(32)
        self.batchnorm2 = nn.BatchNorm1d(32)
        self.conv1 = nn.Conv1d(32, 32, width, dilation=dilation, padding=padding)
        self.conv2 = nn.Conv1d(32, 32, width, dilation=dilation, padding=padding)

    def forward(self, x):
        y = self.conv1(nn.functional.leaky_relu(self.batchnorm1(x), 0.1))
        return self.conv2(nn.functional.leaky_relu(self.batchnorm2(y), 0.1)) + x


class Skip(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(32, 32, 1)


class Net(nn.Module):
    def __init__(self, flank):
        super().__init__()
        self.flank = flank
        self.initial_conv = nn.Conv1d(4, 32, 1)
        self.initial_skip = Skip()
        self.residual_units = nn.ModuleList()
        for width, dilation in BLOCKS[: DEPTH[flank]]:
            self.residual_units.extend(Unit(width, dilation) for _ in range(4))
            self.residual_units.append(Skip())
        self.final_conv = nn.Conv1d(32, 3, 1)

    def forward(self, x):
        x = self.initial_conv(x)
        total = self.initial_skip.conv(x)
        for module in self.residual_units:
            if isinstance(module, Skip):
                total = total + module.conv(x)
            else:
                x = module(x)
        half = self.flank // 2
        return torch.softmax(self.final_conv(total[:, :, half:-half]), dim=1)


def one_hot(codes, channels):
    return torch.stack([codes == c for c in range(channels)], dim=1).float()


def random_batch(flank, batch, labelled):
    """Sites as rare as in genes; which places they are makes no difference to the time."""
    labels = torch.zeros(batch, labelled, dtype=torch.long)
    labels[:, ::2500] = 1
    labels[:, 1000::2500] = 2
    return one_hot(torch.randint(0, 4, (batch, labelled + flank)), 4), one_hot(labels, 3)


def step(net, optimizer, x, y):
    optimizer.zero_grad()
    loss = -(y * torch.log(net(x) + 1e-10)).sum(dim=1).mean()
    loss.backward()
    optimizer.step()
    return loss.item()


def main(flank, batch, labelled, threads):
    torch.set_num_threads(threads)
    print(torch.__version__, flush=True)
    net = Net(flank).train()
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.01)
    x, y = random_batch(flank, batch, labelled)
    for line in sys.stdin:
        started, cpu = time.perf_counter(), time.process_time()
        for _ in range(int(line)):
            step(net, optimizer, x, y)
        print(time.perf_counter() - started, time.process_time() - cpu, flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
