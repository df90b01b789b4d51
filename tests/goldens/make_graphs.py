#!/usr/bin/env python3
"""What PyTorch computes for the networks of tests/AlexNetGen.Tests/Operations/MergeNetworks.cs, one tensor a network.

    python3 tests/goldens/make_graphs.py

Inputs and weights are those of uniform.py; a running variance is 1 + x / 2, so that it is positive. The arithmetic
is float64, the result float32. Needs PyTorch.
"""

from pathlib import Path

import torch
import torch.nn.functional as F

import tensorfile
import uniform


def tensor(values):
    return torch.from_numpy(values).double()


def network_input(*shape):
    return tensor(uniform.network_input(*shape))[None]


def conv(x, name, outputs, kernel, groups=1, **options):
    inputs = x.shape[1] // groups
    fan_in = inputs * kernel * kernel
    weight = tensor(uniform.weights(name + ".weight", (outputs, inputs, kernel, kernel), fan_in))
    bias = tensor(uniform.weights(name + ".bias", (outputs,), fan_in))
    return F.conv2d(x, weight, bias, groups=groups, **options)


def linear(x, name, outputs):
    weight = tensor(uniform.weights(name + ".weight", (outputs, x.shape[1]), x.shape[1]))
    return F.linear(x, weight, tensor(uniform.weights(name + ".bias", (outputs,), x.shape[1])))


def batch_norm(x, name, epsilon=1e-5):
    channels = x.shape[1]
    weight, bias, mean = (tensor(uniform.weights(f"{name}.{part}", (channels,), 6)) for part in ("weight", "bias", "running_mean"))
    # The same float32 rounding as 0.5f * x + 1.
    variance = tensor(uniform.unit(name + ".running_var", uniform.WEIGHT_SEED, channels) * uniform.np.float32(0.5) + uniform.np.float32(1))
    return F.batch_norm(x, mean, variance, weight, bias, eps=epsilon)


def batch_norm_after_conv():
    x = conv(network_input(5, 9, 7), "Output", 17, 3, padding=1)
    return F.relu(batch_norm(x, "bn"))


def batch_norm_before_padded_conv():
    return conv(batch_norm(network_input(5, 9, 7), "First", epsilon=1e-3), "Output", 8, 3, padding=1)


def residual_with_projection():
    first = F.relu(batch_norm(conv(network_input(6, 12, 10), "First", 8, 3, stride=2, padding=1), "bn1"))
    second = batch_norm(conv(first, "Second", 8, 3, padding=1), "bn2")
    projected = batch_norm(conv(network_input(6, 12, 10), "Third", 8, 1, stride=2), "bn3")
    return F.relu(second + projected)


def add_to_the_result_so_far():
    first = conv(network_input(4, 7, 6), "First", 9, 3, padding=1)
    second = conv(F.relu(first), "Second", 9, 3, padding=1) + first
    return F.relu(second)


def read_after_an_elementwise_layer():
    first = conv(network_input(4, 7, 6), "First", 9, 1)
    return F.relu(first) + first + first.softmax(1)


def squeeze_and_excitation():
    first = conv(network_input(3, 8, 9), "First", 12, 3, padding=1)
    second = F.relu(conv(F.adaptive_avg_pool2d(first, 1), "Second", 4, 1))
    return conv(second, "Third", 12, 1).softmax(1) * first


def product_of_three():
    x = network_input(5, 6, 4)
    return x * conv(x, "First", 5, 1) * x


def dense_block():
    x = network_input(6, 8, 8)
    first = torch.cat([x, conv(F.relu(batch_norm(x, "bn1")), "First", 4, 3, padding=1)], 1)
    return torch.cat([first, conv(F.relu(batch_norm(first, "bn2")), "Third", 4, 3, padding=1)], 1)


def concatenated_vectors():
    x = network_input(11)
    return torch.cat([F.relu(linear(x, "First", 7)), x, linear(x, "Second", 3)], 1)


def branches_that_end_in_a_vector():
    first = conv(network_input(3, 6, 6), "First", 8, 3)
    return linear(torch.cat([first.flatten(1), F.max_pool2d(first, 2).flatten(1)], 1), "Output", 10)


GRAPHS = [
    batch_norm_after_conv, batch_norm_before_padded_conv, residual_with_projection, add_to_the_result_so_far,
    read_after_an_elementwise_layer, squeeze_and_excitation, product_of_three, dense_block, concatenated_vectors,
    branches_that_end_in_a_vector]


def main():
    tensors = {graph.__name__.title().replace("_", ""): graph()[0].float().numpy() for graph in GRAPHS}
    tensorfile.write(Path(__file__).with_name("graphs.safetensors"), tensors)
    for name, values in tensors.items():
        print(f"{name}: {'x'.join(map(str, values.shape))}, up to {abs(values).max():.4g}")


if __name__ == "__main__":
    main()
