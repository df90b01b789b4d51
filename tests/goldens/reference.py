"""One-image operations in PyTorch, float64: each function here gives a step from tensor to tensor.

Paddings are one number, (height, width), or (top, bottom, left, right).
"""

import math

import numpy as np
import torch
import torch.nn.functional as F

import uniform


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def sides(padding):
    """(top, bottom, left, right)."""
    if isinstance(padding, tuple) and len(padding) == 4:
        return padding
    height, width = pair(padding)
    return height, height, width, width


def pad(x, padding, value=0.0):
    top, bottom, left, right = sides(padding)
    return F.pad(x, (left, right, top, bottom), value=value)


def pad_overhang(x, kernel, stride, dilation=1):
    """Zeros below and to the right, until the last window fits: a convolution that rounds up."""
    bottom, right = (
        -(length - (d * (k - 1) + 1)) % s
        for length, k, s, d in zip(x.shape[2:], pair(kernel), pair(stride), pair(dilation)))
    return pad(x, (0, bottom, 0, right))


def same(x, kernel, stride, upper=True):
    """The padding of SAME_UPPER or SAME_LOWER: (top, bottom, left, right)."""
    result = ()
    for length, k, s in zip(x.shape[2:], pair(kernel), pair(stride)):
        total = max((math.ceil(length / s) - 1) * s + k - length, 0)
        less, more = total // 2, total - total // 2
        result += (less, more) if upper else (more, less)
    return result


def tensor(name, shape, fan_in):
    return torch.from_numpy(uniform.weights(name, shape, fan_in)).double()


def conv(outputs, kernel, stride=1, padding=0, dilation=1, groups=1, bias=True, ceil=False, auto_pad=None,
         name="Output"):
    def step(x):
        inputs = x.shape[1] // groups
        fan_in = inputs * math.prod(pair(kernel))
        w = tensor(f"{name}.weight", (outputs, inputs, *pair(kernel)), fan_in)
        b = tensor(f"{name}.bias", (outputs,), fan_in) if bias else None
        x = pad(x, same(x, kernel, stride, auto_pad == "upper") if auto_pad else padding)
        if ceil:
            x = pad_overhang(x, kernel, stride, dilation)
        return F.conv2d(x, w, b, stride, 0, dilation, groups)
    return step


def linear(outputs, bias=True, name="Output"):
    def step(x):
        w = tensor(f"{name}.weight", (outputs, x.shape[1]), x.shape[1])
        b = tensor(f"{name}.bias", (outputs,), x.shape[1]) if bias else None
        return F.linear(x, w, b)
    return step


def pointwise_linear(outputs, bias=True, name="Output"):
    """torch.nn.Linear where channels are last."""
    return lambda x: linear(outputs, bias, name)(x.movedim(1, -1).flatten(0, -2)).unflatten(0, x.shape[2:]).movedim(-1, 0)[None]


def channel_scale(name="Output"):
    """torchvision's layer scale: a tensor of C x 1 x 1, or of C."""
    return lambda x: x * tensor(name, (x.shape[1],) + (1,) * (x.dim() - 2), 6)


def narrow(start, count):
    return lambda x: x.narrow(1, start, count)


def chunk(parts, index):
    return lambda x: x.chunk(parts, 1)[index]


def conv1d(outputs, kernel, stride=1, padding=0, dilation=1, groups=1, bias=True, name="Output"):
    """A padding is one number, or (left, right)."""
    def step(x):
        inputs = x.shape[1] // groups
        w = tensor(f"{name}.weight", (outputs, inputs, kernel), inputs * kernel)
        b = tensor(f"{name}.bias", (outputs,), inputs * kernel) if bias else None
        return F.conv1d(F.pad(x, pair(padding)), w, b, stride, 0, dilation, groups)
    return step


def max_pool1d(kernel, stride=None, padding=0, dilation=1, ceil=False):
    return lambda x: F.max_pool1d(x, kernel, stride, padding, dilation, ceil)


def avg_pool1d(kernel, stride=None, padding=0, ceil=False, count_include_pad=True):
    return lambda x: F.avg_pool1d(x, kernel, stride, padding, ceil, count_include_pad)


def global_avg_pool1d(x):
    return F.adaptive_avg_pool1d(x, 1)


def batch_norm(eps=1e-5, name="Output"):
    """A running variance is 1 + x / 2, in float32."""
    def step(x):
        channels = x.shape[1]
        weight, bias, mean = (tensor(f"{name}.{part}", (channels,), 6) for part in ("weight", "bias", "running_mean"))
        variance = uniform.unit(name + ".running_var", uniform.WEIGHT_SEED, channels) * np.float32(0.5) + np.float32(1)
        return F.batch_norm(x, mean, torch.from_numpy(variance).double(), weight, bias, eps=single(eps))
    return step


def max_pool(kernel, stride=None, padding=0, dilation=1, ceil=False):
    """PyTorch's own where it can; explicit minus infinity where the two sides differ."""
    def step(x):
        top, bottom, left, right = sides(padding)
        if (top, left) == (bottom, right):
            return F.max_pool2d(x, kernel, stride, (top, left), dilation, ceil)
        return F.max_pool2d(pad(x, padding, -math.inf), kernel, stride, 0, dilation, ceil)
    return step


def max_pool_same(kernel, stride, upper=True):
    return lambda x: max_pool(kernel, stride, same(x, kernel, stride, upper))(x)


def avg_pool(kernel, stride=None, padding=0, ceil=False, count_include_pad=True):
    """PyTorch's own where it can; a ratio of two sums where the two sides differ."""
    def step(x):
        top, bottom, left, right = sides(padding)
        if (top, left) == (bottom, right):
            return F.avg_pool2d(x, kernel, stride, (top, left), ceil, count_include_pad)
        if ceil:
            raise NotImplementedError("rounding up with two different sides")
        counted = pad(torch.ones_like(x), padding, 1.0 if count_include_pad else 0.0)
        return F.avg_pool2d(pad(x, padding), kernel, stride) / F.avg_pool2d(counted, kernel, stride)
    return step


def avg_pool_same(kernel, stride, upper=True, count_include_pad=False):
    return lambda x: avg_pool(kernel, stride, same(x, kernel, stride, upper), False, count_include_pad)(x)


def adaptive_avg_pool(size):
    return lambda x: F.adaptive_avg_pool2d(x, size)


def lrn(size, alpha=1e-4, beta=0.75, k=1.0, tensorflow=False):
    """Local response normalisation; TensorFlow does not divide alpha by the size."""
    a, b, c = (float(np.float32(value)) for value in (alpha, beta, k))
    return lambda x: F.local_response_norm(x, size, a * size if tensorflow else a, b, c)


def relu(x):
    return F.relu(x)


def single(value):
    """A constant as the kernels take it."""
    return float(np.float32(value))


def relu6(x):
    return F.relu6(x)


def leaky_relu(negative_slope=0.01):
    return lambda x: F.leaky_relu(x, single(negative_slope))


def elu(alpha=1.0):
    return lambda x: F.elu(x, single(alpha))


def selu(x):
    return F.selu(x)


def sigmoid(x):
    return torch.sigmoid(x)


def tanh(x):
    return torch.tanh(x)


def silu(x):
    return F.silu(x)


def gelu(approximate="none"):
    return lambda x: F.gelu(x, approximate=approximate)


def hard_swish(x):
    return F.hardswish(x)


def hard_sigmoid(x):
    return F.hardsigmoid(x)


def softplus(beta=1.0, threshold=20.0):
    return lambda x: F.softplus(x, single(beta), single(threshold))


def softmax(x):
    return F.softmax(x, 1)


def log_softmax(x):
    return F.log_softmax(x, 1)


def adaptive_max_pool(size):
    return lambda x: F.adaptive_max_pool2d(x, size)


def constant_pad(padding, value=0.0):
    return lambda x: pad(x, padding, value)


def upsample(size=None, scale_factor=None, mode="nearest", align_corners=None):
    """The step is that of the factor where one is given, as nn.Upsample has it."""
    return lambda x: torch.nn.Upsample(size, scale_factor, mode, align_corners)(x)


def channel_shuffle(groups):
    return lambda x: torch.channel_shuffle(x, groups)


def pixel_shuffle(upscale_factor):
    return lambda x: F.pixel_shuffle(x, upscale_factor)


def prelu(count=1, name="Output"):
    return lambda x: F.prelu(x, tensor(f"{name}.weight", (count,), 1))


def scale_and_shift(x, affine, name):
    channels = (x.shape[1],)
    return (tensor(f"{name}.weight", channels, 1), tensor(f"{name}.bias", channels, 1)) if affine else (None, None)


def group_norm(groups, affine=True, eps=1e-5, name="Output"):
    return lambda x: F.group_norm(x, groups, *scale_and_shift(x, affine, name), single(eps))


def instance_norm(affine=False, eps=1e-5, name="Output"):
    return lambda x: F.instance_norm(x, None, None, *scale_and_shift(x, affine, name), True, 0.1, single(eps))


def layer_norm(affine=True, eps=1e-5, name="Output"):
    """Over the channels of each point."""
    def step(x):
        last = x.movedim(1, -1)
        return F.layer_norm(last, last.shape[-1:], *scale_and_shift(x, affine, name), single(eps)).movedim(-1, 1)
    return step


def conv_transpose(outputs, kernel, stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1, name="Output"):
    def step(x):
        inputs = x.shape[1]
        fan_in = inputs // groups * math.prod(pair(kernel))
        w = tensor(f"{name}.weight", (inputs, outputs // groups, *pair(kernel)), fan_in)
        b = tensor(f"{name}.bias", (outputs,), fan_in) if bias else None
        return F.conv_transpose2d(x, w, b, stride, padding, output_padding, groups, dilation)
    return step


def flatten(x):
    return torch.flatten(x, 1)


def run(shape, *steps):
    """The output for the golden input of `shape`, batch 1 removed."""
    x = torch.from_numpy(uniform.network_input(*shape)).double().unsqueeze(0)
    with torch.no_grad():
        for step in steps:
            x = step(x)
    return x.squeeze(0).numpy()
