"""The network as published, in PyTorch: checkpoint, windows (N lines of bases), answers (float32).

Everything about it comes from the shapes in the checkpoint, except the dilations.
"""

import sys

import numpy
import torch
import torch.nn.functional as F

DILATIONS = [1] * 4 + [4] * 4 + [10] * 4 + [25] * 4


def convolved(x, weights, name, dilation=1):
    weight = weights[name + ".weight"]
    padding = dilation * (weight.shape[2] - 1) // 2
    return F.conv1d(x, weight, weights[name + ".bias"], padding=padding, dilation=dilation)


def activated(x, weights, name):
    w = {part: weights[f"{name}.{part}"] for part in ("running_mean", "running_var", "weight", "bias")}
    normal = F.batch_norm(x, w["running_mean"], w["running_var"], w["weight"], w["bias"], eps=1e-5)
    return F.leaky_relu(normal, 0.1)


def forward(x, weights):
    x = convolved(x, weights, "initial_conv")
    total = convolved(x, weights, "initial_skip.conv")
    units = context = 0
    module = 0
    while True:
        name = f"residual_units.{module}"
        if name + ".conv.weight" in weights:
            total = total + convolved(x, weights, name + ".conv")
        elif name + ".conv1.weight" in weights:
            dilation = DILATIONS[units]
            y = convolved(activated(x, weights, name + ".batchnorm1"), weights, name + ".conv1", dilation)
            y = convolved(activated(y, weights, name + ".batchnorm2"), weights, name + ".conv2", dilation)
            x = x + y
            context += dilation * (weights[name + ".conv1.weight"].shape[2] - 1)
            units += 1
        else:
            break
        module += 1
    return F.softmax(convolved(total[:, :, context:-context], weights, "final_conv"), dim=1)


def one_hot(line):
    codes = numpy.frombuffer(line.encode("ascii"), dtype=numpy.uint8)
    return numpy.stack([codes == ord(base) for base in "ACGT"]).astype(numpy.float32)


def main(checkpoint, windows, answers):
    torch.set_num_threads(1)
    weights = torch.load(checkpoint, map_location="cpu")
    with open(windows, encoding="ascii") as lines:
        x = torch.from_numpy(numpy.stack([one_hot(line.strip()) for line in lines]))
    with torch.no_grad():
        forward(x, weights).numpy().astype("<f4").tofile(answers)


main(*sys.argv[1:])
