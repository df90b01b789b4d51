#!/usr/bin/env python3
"""What PyTorch computes for the networks of tests/AlexNetGen.Tests/Operations, one tensor a network.

    python3 tests/goldens/make_operations.py

Inputs and weights are those of uniform.py; the arithmetic is float64, the result float32. Where a
network of another dialect is meant, its rule is written out here in PyTorch's terms. Needs PyTorch.
"""

from pathlib import Path

import torch

import tensorfile
from activations import ACTIVATIONS
from reference import (
    adaptive_avg_pool, adaptive_max_pool, avg_pool, avg_pool1d, avg_pool_same, batch_norm, channel_scale, channel_shuffle,
    chunk, constant_pad, conv, conv1d, conv_transpose, flatten, gelu, global_avg_pool1d, group_norm, hard_sigmoid, instance_norm, layer_norm,
    linear, log_softmax, lrn, max_pool, max_pool1d, max_pool_same, narrow, pixel_shuffle, pointwise_linear, prelu, relu, run, sigmoid, silu, softmax, upsample)

CONVOLUTIONS = {
    "Conv2dStride3": run((5, 13, 11), conv(17, 3, stride=3, padding=1)),
    "Conv2dRowsLost": run((3, 14, 12), conv(33, 3, stride=3)),
    "Conv2dEvenKernel": run((3, 9, 10), conv(8, 4, padding=1)),
    "Conv2dEvenKernelStride2": run((5, 12, 10), conv(12, 4, stride=2, padding=1)),
    "Conv2dDilation2": run((5, 15, 11), conv(17, 3, padding=2, dilation=2)),
    "Conv2dDilation3": run((3, 17, 12), conv(9, 3, dilation=3)),
    "Conv2dDilation2Stride2": run((3, 16, 13), conv(6, 3, stride=2, padding=2, dilation=2)),
    "Conv2dDilationTwoByThree": run((5, 13, 17), conv(7, (3, 2), padding=(1, 2), dilation=(2, 3))),
    "Conv2dGroups4": run((20, 9, 7), conv(12, 3, padding=1, groups=4)),
    "Conv2dGroups5": run((20, 8, 9), conv(15, 3, groups=5)),
    "Conv2dGroups2Kernel5": run((20, 14, 13), conv(32, 5, padding=2, groups=2)),
    "Conv2dDepthwise": run((16, 11, 9), conv(16, 3, padding=1, groups=16)),
    "Conv2dDepthwiseStride2": run((20, 11, 9), conv(20, 3, stride=2, padding=1, groups=20)),
    "Conv2dDepthwiseKernel5": run((3, 12, 14), conv(3, 5, padding=2, groups=3)),
    "Conv2dDepthwiseMultiplier": run((5, 9, 10), conv(15, 3, padding=1, groups=5)),
    "Conv2dAsymmetricPadding": run((3, 11, 9), conv(8, 3, padding=(2, 0, 1, 3))),
    "Conv2dPaddingBelowAndRight": run((3, 32, 32), conv(16, 11, stride=4, padding=(0, 3, 0, 3))),
    "Conv2dPaddingTopOverGeneral": run((5, 10, 12), conv(6, 3, padding=(0, 1, 2, 2))),
    "Conv2dCeil": run((3, 32, 32), conv(16, 11, stride=4, ceil=True)),
    "Conv2dCeilDilation2": run((5, 14, 13), conv(7, 3, stride=3, padding=1, dilation=2, ceil=True)),
    "Conv2dCudaConvnet": run((3, 20, 18), conv(16, 5, stride=4, ceil=True)),
    "Conv2dNonSquare": run((5, 12, 15), conv(9, (3, 5), stride=(1, 2), padding=(1, 2))),
    "Conv2dOneBySeven": run((3, 7, 16), conv(5, (1, 7), padding=(0, 3))),
    "Conv2dSevenByOne": run((3, 16, 7), conv(5, (7, 1), padding=(3, 0))),
    "Conv2dColumn": run((5, 40, 1), conv(17, (5, 1), stride=(2, 1), padding=(2, 0))),
    "Conv2dColumnOfPlanes": run((3, 33, 1), conv(20, (4, 1), padding=(3, 0), dilation=(2, 1))),
    "Conv2dColumnDepthwise": run((12, 21, 1), conv(12, (3, 1), padding=(1, 0), groups=12)),
    "Conv2dPointwise": run((20, 9, 7), conv(33, 1)),
    "Conv2dPointwiseStride2": run((16, 9, 8), conv(17, 1, stride=2)),
    "Conv2dPointwiseOneChannel": run((1, 6, 5), conv(1, 1)),
    "Conv2dNoBias": run((5, 8, 8), conv(24, 3, padding=1, bias=False)),
    "Conv2dOneInput": run((1, 20, 20), conv(16, 5, padding=2)),
    "Conv2dOneOutput": run((16, 10, 9), conv(1, 3, padding=1)),
    "Conv2dThreeOutputs": run((20, 7, 13), conv(3, 5, padding=2)),
    "Conv2d17Outputs": run((16, 13, 13), conv(17, 3, padding=1)),
    "Conv2d33Outputs": run((20, 13, 13), conv(33, 3, padding=1)),
    "Conv2d64Inputs": run((64, 13, 13), conv(32, 3, padding=1)),
    "Conv2dSameUpper": run((5, 11, 13), conv(8, 4, stride=2, auto_pad="upper")),
    "Conv2dSameLower": run((5, 11, 13), conv(8, 4, stride=2, auto_pad="lower")),
    "Conv2dSameUpperKernel3": run((3, 12, 9), conv(10, 3, stride=2, auto_pad="upper")),
    "Conv2dSameLowerKernel2": run((3, 7, 8), conv(4, 2, auto_pad="lower")),
    "Conv2dKernelBeyondInput": run((3, 9, 8), conv(8, 11, padding=5)),
    "Conv2dKernel11Stride4": run((3, 48, 40), conv(24, 11, stride=4, padding=2)),
    "Conv2dStrideBeyondKernel": run((3, 13, 10), conv(10, 2, stride=5)),
    "Conv2dWholeInput": run((20, 6, 7), conv(19, (6, 7))),
    "Conv2dOnePixel": run((16, 1, 1), conv(18, 3, padding=1)),
}

MAX_POOLS = {
    "MaxPool2dKernel2": run((3, 10, 8), max_pool(2)),
    "MaxPool2dOverlapping": run((5, 13, 11), max_pool(3, 2)),
    "MaxPool2dStride1": run((20, 8, 9), max_pool(3, 1, 1)),
    "MaxPool2dRowsLost": run((3, 12, 10), max_pool(3, 2)),
    "MaxPool2dCeil": run((3, 12, 10), max_pool(3, 2, ceil=True)),
    "MaxPool2dPadding": run((5, 12, 11), max_pool(3, 2, 1)),
    "MaxPool2dCeilPadding": run((5, 12, 9), max_pool(3, 2, 1, ceil=True)),
    "MaxPool2dCeilClipped": run((3, 7, 8), max_pool(2, 3, 1, ceil=True)),
    "MaxPool2dCeilKernelBeyondInput": run((3, 2, 5), max_pool(3, 2, ceil=True)),
    "MaxPool2dDilation2": run((3, 15, 12), max_pool(3, 2, dilation=2)),
    "MaxPool2dDilation3Ceil": run((3, 14, 11), max_pool(2, 2, 1, dilation=3, ceil=True)),
    "MaxPool2dNonSquare": run((5, 9, 14), max_pool((3, 2), (2, 3), (1, 0))),
    "MaxPool2dStrideBeyondKernel": run((3, 12, 11), max_pool(2, 3)),
    "MaxPool2dAsymmetricPadding": run((3, 10, 8), max_pool(3, 2, (0, 1, 1, 0))),
    "MaxPool2dWholeInput": run((17, 7, 5), max_pool((7, 5))),
    "MaxPool2dSameUpper": run((5, 11, 12), max_pool_same(3, 2)),
    "MaxPool2dSameLower": run((5, 12, 10), max_pool_same(3, 2, upper=False)),
    "MaxPool2dOnnxCeil": run((3, 12, 10), max_pool(3, 2, ceil=True)),
    "MaxPool2dCaffe": run((5, 12, 9), max_pool(3, 2, ceil=True)),
    "MaxPool2dCaffePadding": run((5, 12, 9), max_pool(3, 2, 1, ceil=True)),
    "MaxPool2dCudaConvnet": run((5, 12, 9), max_pool(3, 2, ceil=True)),
}

AVERAGE_POOLS = {
    "AvgPool2dKernel2": run((3, 10, 8), avg_pool(2)),
    "AvgPool2dPaddingCounted": run((5, 12, 11), avg_pool(3, 2, 1)),
    "AvgPool2dPaddingNotCounted": run((5, 12, 11), avg_pool(3, 2, 1, count_include_pad=False)),
    "AvgPool2dStride1": run((20, 8, 9), avg_pool(3, 1, 1, count_include_pad=False)),
    "AvgPool2dStride3": run((3, 14, 15), avg_pool(5, 3, 2)),
    "AvgPool2dRowsLost": run((3, 12, 10), avg_pool(3, 2)),
    "AvgPool2dCeil": run((3, 12, 10), avg_pool(3, 2, ceil=True)),
    "AvgPool2dCeilPadding": run((5, 12, 10), avg_pool(3, 2, 1, ceil=True)),
    "AvgPool2dCeilPaddingNotCounted": run((5, 12, 10), avg_pool(3, 2, 1, ceil=True, count_include_pad=False)),
    "AvgPool2dNonSquare": run((5, 9, 14), avg_pool((3, 2), (2, 3), (1, 0))),
    "AvgPool2dAsymmetricPadding": run((3, 10, 8), avg_pool(3, 2, (0, 1, 1, 0))),
    "AvgPool2dAsymmetricPaddingNotCounted": run((3, 10, 8), avg_pool(3, 2, (1, 0, 0, 1), count_include_pad=False)),
    "AvgPool2dWholeInput": run((17, 7, 5), avg_pool((7, 5))),
    "AvgPool2dSameUpper": run((5, 11, 12), avg_pool_same(3, 2)),
    "AvgPool2dSameUpperCounted": run((5, 11, 12), avg_pool_same(3, 2, count_include_pad=True)),
    "AvgPool2dSameLower": run((5, 12, 10), avg_pool_same(3, 2, upper=False)),
    "AvgPool2dOnnx": run((5, 12, 10), avg_pool(3, 2, 1, count_include_pad=False)),
    "AvgPool2dCaffe": run((5, 12, 10), avg_pool(3, 2, ceil=True)),
    "AvgPool2dCaffePadding": run((5, 12, 9), avg_pool(3, 2, 1, ceil=True)),
}

ADAPTIVE_POOLS = {
    "AdaptiveAvgPool2d7To3": run((5, 7, 7), adaptive_avg_pool(3)),
    "AdaptiveAvgPool2d3To5": run((3, 3, 3), adaptive_avg_pool(5)),
    "AdaptiveAvgPool2dToOne": run((17, 6, 7), adaptive_avg_pool(1)),
    "AdaptiveAvgPool2dIdentity": run((3, 6, 6), adaptive_avg_pool(6)),
    "AdaptiveAvgPool2dNonSquare": run((5, 11, 8), adaptive_avg_pool((4, 3))),
    "AdaptiveAvgPool2dUpAndDown": run((3, 4, 13), adaptive_avg_pool((7, 5))),
}

NORMS = {
    "LocalResponseNormDefault": run((17, 6, 5), lrn(5)),
    "LocalResponseNormSize1": run((3, 5, 4), lrn(1, alpha=0.8)),
    "LocalResponseNormSize3": run((5, 7, 6), lrn(3, alpha=0.3)),
    "LocalResponseNormSize5": run((16, 5, 7), lrn(5, alpha=0.5, k=2)),
    "LocalResponseNormSize9": run((33, 3, 5), lrn(9, alpha=1.3, beta=0.6, k=0.7)),
    "LocalResponseNormBetaHalf": run((20, 5, 7), lrn(5, alpha=0.7, beta=0.5)),
    "LocalResponseNormBetaOne": run((20, 5, 7), lrn(5, alpha=0.9, beta=1, k=1.5)),
    "LocalResponseNormSizeBeyondChannels": run((3, 6, 5), lrn(7, alpha=2)),
    "LocalResponseNormOneChannel": run((1, 6, 5), lrn(5, alpha=2)),
    "LocalResponseNormCaffe": run((16, 5, 7), lrn(5, alpha=0.2)),
    "LocalResponseNormTensorFlow": run((16, 5, 7), lrn(5, alpha=0.2, tensorflow=True)),
}

LINEARS = {
    "LinearOddSizes": run((37,), linear(19)),
    "LinearNoBias": run((37,), linear(19, bias=False)),
    "LinearOneInput": run((1,), linear(5)),
    "LinearOneOutput": run((129,), linear(1)),
    "Linear300To65": run((300,), linear(65)),
    "LinearAfterFlatten": run((5, 7, 3), flatten, linear(11)),
}

ELEMENTWISE = {
    "ReLUOfMap": run((5, 7, 9), relu),
    "ReLUOfVector": run((37,), relu),
    "SoftmaxOfVector": run((37,), softmax),
    "SoftmaxOverChannels": run((7, 5, 3), softmax),
    "FlattenOfMap": run((3, 4, 5), flatten),
    "DropoutOfMap": run((3, 4, 5)),
}

LOG_SOFTMAX = {
    "LogSoftmaxOfVector": run((37,), log_softmax),
    "LogSoftmaxOverChannels": run((7, 5, 3), log_softmax),
    "LogSoftmaxOverManyChannels": run((21, 4, 3), log_softmax),
}

ADAPTIVE_MAX_POOLS = {
    "AdaptiveMaxPool2d7To3": run((5, 7, 7), adaptive_max_pool(3)),
    "AdaptiveMaxPool2d3To5": run((3, 3, 3), adaptive_max_pool(5)),
    "AdaptiveMaxPool2dToOne": run((17, 6, 7), adaptive_max_pool(1)),
    "AdaptiveMaxPool2dNonSquare": run((5, 11, 8), adaptive_max_pool((4, 3))),
    "AdaptiveMaxPool2dIdentity": run((3, 6, 6), adaptive_max_pool(6)),
    "GlobalAvgPoolOfMap": run((17, 6, 7), adaptive_avg_pool(1)),
    "GlobalAvgPoolThenLinear": run((5, 7, 6), adaptive_avg_pool(1), flatten, linear(9)),
}

RESAMPLING = {
    "ZeroPad2dEverySide": run((5, 7, 6), constant_pad(2)),
    "ZeroPad2dSides": run((3, 6, 7), constant_pad((2, 0, 1, 3))),
    "ZeroPad2dThenConvolution": run((3, 8, 7), constant_pad((1, 0, 1, 0)), conv(9, 3)),
    "ConstantPad2dEverySide": run((5, 4, 6), constant_pad(1, -0.75)),
    "ConstantPad2dSides": run((17, 5, 3), constant_pad((1, 0, 2, 2), 1.25)),
    "UpsampleNearestTwice": run((5, 6, 7), upsample(scale_factor=2)),
    "UpsampleNearestFraction": run((3, 7, 9), upsample(scale_factor=(1.7, 2.3))),
    "UpsampleNearestDown": run((3, 9, 10), upsample(scale_factor=0.4)),
    "UpsampleNearestSize": run((17, 5, 6), upsample((13, 7))),
    "UpsampleBilinearTwice": run((5, 6, 7), upsample(scale_factor=2, mode="bilinear")),
    "UpsampleBilinearFraction": run((17, 7, 9), upsample(scale_factor=1.7, mode="bilinear")),
    "UpsampleBilinearSize": run((20, 5, 6), upsample(14, mode="bilinear")),
    "UpsampleBilinearDown": run((3, 9, 10), upsample((4, 5), mode="bilinear")),
    "UpsampleBilinearAligned": run((5, 6, 7), upsample(scale_factor=2.5, mode="bilinear", align_corners=True)),
    "UpsampleBilinearAlignedToOne": run((5, 6, 7), upsample((1, 12), mode="bilinear", align_corners=True)),
    "UpsampleBilinearOfOnePoint": run((5, 1, 1), upsample((3, 4), mode="bilinear")),
    "ChannelShuffle3": run((12, 5, 6), channel_shuffle(3)),
    "ChannelShuffle5Of20": run((20, 3, 4), channel_shuffle(5)),
    "ChannelShuffleBetweenGroups": run((12, 7, 5), conv(18, 1, groups=3, name="First"), channel_shuffle(3), conv(12, 3, groups=2)),
    "PixelShuffle2": run((20, 5, 6), pixel_shuffle(2)),
    "PixelShuffle3": run((9, 4, 5), pixel_shuffle(3)),
}

WEIGHTED = {
    "PReLUShared": run((5, 7, 6), prelu()),
    "PReLUOfMap": run((17, 4, 5), prelu(17)),
    "PReLUOfVector": run((37,), prelu(37)),
    "PReLUAfterConvolution": run((3, 7, 6), conv(10, 3), prelu(10, name="Slopes")),
    "GroupNorm4Of12": run((12, 6, 5), group_norm(4)),
    "GroupNorm2Of34": run((34, 5, 7), group_norm(2, eps=0.1)),
    "GroupNormOfOneGroup": run((17, 6, 4), group_norm(1, affine=False)),
    "GroupNormOfSingleChannels": run((20, 9, 8), group_norm(20)),
    "GroupNormOfVector": run((24,), group_norm(3)),
    "InstanceNorm2dOfMap": run((5, 13, 11), instance_norm()),
    "InstanceNorm2dAffine": run((21, 6, 7), instance_norm(affine=True, eps=1e-3)),
    "InstanceNorm2dAfterConvolution": run((3, 7, 6), conv(10, 3), instance_norm(), relu),
    "LayerNormOfMap": run((21, 5, 4), layer_norm(eps=1e-6)),
    "LayerNormOfVector": run((37,), layer_norm()),
    "LayerNormWithoutWeights": run((8, 3, 4), layer_norm(affine=False)),
}

TRANSPOSED_CONVOLUTIONS = {
    "ConvTranspose2dTwice": run((5, 6, 7), conv_transpose(9, 2, 2)),
    "ConvTranspose2dStride1": run((3, 5, 6), conv_transpose(37, 3)),
    "ConvTranspose2dPadding": run((8, 5, 6), conv_transpose(5, 4, 2, 1, bias=False)),
    "ConvTranspose2dOutputPadding": run((4, 5, 4), conv_transpose(18, 3, 2, 1, 1)),
    "ConvTranspose2dGroups": run((12, 4, 5), conv_transpose(20, 3, 2, groups=4)),
    "ConvTranspose2dDepthwise": run((6, 5, 5), conv_transpose(6, 3, 3, groups=6)),
    "ConvTranspose2dDilation": run((3, 5, 6), conv_transpose(70, 3, 2, 2, 2, dilation=3)),
    "ConvTranspose2dNonSquare": run((5, 4, 6), conv_transpose(7, (3, 5), (3, 2), (0, 2), (2, 0))),
    "ConvTranspose2dStrideBeyondKernel": run((3, 4, 5), conv_transpose(17, 2, 3), relu),
}

CHANNELS = {
    "SliceOfMap": run((7, 5, 6), narrow(2, 3)),
    "SliceOfVector": run((37,), narrow(20, 17)),
    "SplitOfMap": run((12, 5, 4), chunk(3, 1)),
    "SplitOfVector": run((30,), chunk(2, 1)),
    "SliceOfAnotherSlice": run((9, 4, 5), narrow(1, 7), relu, narrow(2, 4)),
    "ChannelScaleOfMap": run((21, 5, 4), channel_scale("features.1.0.layer_scale")),
    "ChannelScaleOfVector": run((37,), channel_scale()),
    "PointwiseLinearOfMap": run((20, 9, 7), pointwise_linear(33)),
    "PointwiseLinearNoBias": run((5, 3, 4), pointwise_linear(18, bias=False), relu),
}

SEQUENCES = {
    "Conv1dKernel3": run((5, 23), conv1d(17, 3, padding=1)),
    "Conv1dStride4": run((3, 40), conv1d(16, 9, stride=4, padding=4)),
    "Conv1dDilationCausal": run((6, 31), conv1d(12, 3, padding=(8, 0), dilation=4)),
    "Conv1dGroups": run((20, 18), conv1d(12, 5, padding=2, groups=4)),
    "Conv1dDepthwise": run((16, 19), conv1d(16, 7, stride=2, padding=3, groups=16, bias=False)),
    "Conv1dPointwise": run((20, 13), conv1d(33, 1)),
    "Conv1dOnePosition": run((7, 1), conv1d(5, 3, padding=1)),
    "MaxPool1dOverlapping": run((5, 21), max_pool1d(3, 2)),
    "MaxPool1dDilationCeil": run((3, 24), max_pool1d(3, 2, 1, dilation=2, ceil=True)),
    "AvgPool1dPadding": run((5, 22), avg_pool1d(4, 2, 2)),
    "AvgPool1dPaddingNotCounted": run((5, 21), avg_pool1d(3, 2, 1, count_include_pad=False)),
    "BatchNorm1dOfSequence": run((21, 9), batch_norm()),
    "BatchNorm1dOfVector": run((37,), batch_norm(eps=1e-3), relu),
    "GlobalAvgPoolOfSequence": run((17, 11), global_avg_pool1d),
    "FlattenOfSequence": run((5, 7), flatten, linear(11)),
    "SoftmaxOfSequence": run((7, 5), softmax),
    "SplitOfSequence": run((12, 9), chunk(3, 2), channel_scale("Output")),
}

CHAINS = {
    "ConvolutionReLUPool": run((3, 15, 13), conv(16, 3, padding=1), relu, max_pool(3, 2)),
    "ConvolutionPoolReLU": run((3, 15, 13), conv(17, 3, padding=1), max_pool(3, 2), relu),
    "ConvolutionReLUNormPool": run(
        (3, 15, 13), conv(12, 3, padding=1), relu, lrn(5, alpha=0.1), max_pool(3, 2)),
    "ConvolutionReLUAveragePool": run((3, 12, 10), conv(9, 3, padding=1), relu, avg_pool(2)),
    "TwoConvolutionsOnOneLayer": run(
        (3, 12, 11), conv(10, 3, padding=1, name="stem.0"), relu, conv(7, 3, name="stem.2")),
    "SeparableConvolution": run(
        (5, 9, 11), conv(5, 3, padding=1, groups=5, bias=False, name="First"), relu, conv(18, 1), relu),
    "ThreeLinearLayers": run(
        (45,), linear(33, name="First"), relu, linear(17, name="Second"), relu, linear(10), softmax),
    "SmallConvolutionalNetwork": run(
        (1, 20, 18), conv(6, 5, padding=2, name="First"), relu, max_pool(2), conv(11, 3, name="Third"), relu,
        adaptive_avg_pool(3), flatten, linear(10)),
}


def residual_block(x):
    first = relu(conv(8, 3, padding=1, name="First")(x))
    return relu(x + conv(8, 3, padding=1, name="Second")(first))


def sum_of_three(x):
    first = conv(12, 3, padding=1, name="First")(x)
    second = relu(conv(12, 1, name="Second")(first))
    return first + second + conv(12, 3, padding=1, groups=3, name="Third")(first)


def concatenated_branches(x):
    first = relu(conv(3, 1, name="First")(x))
    second = relu(conv(17, 3, padding=1, name="Second")(x))
    return torch.cat([first, second, max_pool(3, 1, 1)(x)], 1)


def fire_module(x):
    first = relu(conv(4, 1, name="First")(x))
    second = relu(conv(9, 1, name="Second")(first))
    third = relu(conv(9, 3, padding=1, name="Third")(first))
    return relu(conv(6, 3)(torch.cat([second, third], 1)))


def shuffle_unit(x):
    """ShuffleNet v2's unit of stride 1."""
    left, right = x.chunk(2, 1)
    right = relu(conv(8, 1, bias=False, name="Right.0")(right))
    right = conv(8, 3, padding=1, groups=8, bias=False, name="Right.3")(right)
    right = relu(conv(8, 1, bias=False, name="Right.5")(right))
    return torch.channel_shuffle(torch.cat([left, right], 1), 2)


def squeeze_excitation(activation, gate):
    """torchvision.ops.SqueezeExcitation on a convolution."""
    def step(x):
        first = conv(12, 3, padding=1, name="First")(x)
        scale = activation(conv(3, 1, name="fc1")(adaptive_avg_pool(1)(first)))
        return gate(conv(12, 1, name="fc2")(scale)) * first
    return step


def conv_next_block(x):
    """torchvision's CNBlock."""
    first = layer_norm(eps=1e-6, name="block.2")(conv(10, 7, padding=3, groups=10, name="block.0")(x))
    first = gelu()(pointwise_linear(40, name="block.3")(first))
    return x + channel_scale("layer_scale")(pointwise_linear(10, name="block.5")(first))


def joined_rows(x):
    first = relu(conv(5, 3, padding=1, name="First")(x))
    return torch.cat([first, x, max_pool(2)(torch.cat([x, x], 3))], 2)


def joined_columns(x):
    first = relu(conv(5, 3, padding=1, name="First")(x))
    return torch.cat([first, x, conv(5, (1, 3), name="Third")(x)], 3)


def several_outputs(x):
    """Three outputs after each other, channels first."""
    features = relu(conv(4, 3, name="Features")(x))
    aux = linear(5, name="Aux")(flatten(adaptive_avg_pool(1)(features)))
    scores = linear(2, name="Scores")(flatten(features))
    return torch.cat([flatten(features), aux, scores], 1)


def outputs_of_one_value(x):
    """A layer's result, and the same after a ReLU that could write over it."""
    first = conv(6, 3, padding=1, name="First")(x)
    return torch.cat([flatten(first), flatten(relu(first)), flatten(sigmoid(relu(first)))], 1)


def residual_sequence(x):
    """A block of a temporal convolutional network, and a squeeze-and-excitation of it."""
    first = relu(batch_norm(name="Norm1")(conv1d(8, 3, padding=2, dilation=2, name="First")(x)))
    second = batch_norm(name="Norm2")(conv1d(8, 3, padding=4, dilation=4, name="Second")(first))
    joined = torch.cat([relu(second + x), x], 1)
    scaled = joined * sigmoid(conv1d(16, 1, name="Gate")(global_avg_pool1d(joined)))
    return linear(5)(flatten(max_pool1d(3, 2)(scaled)))


GRAPHS = {
    "ResidualSequence": run((8, 25), residual_sequence),
    "SeveralOutputs": run((3, 6, 7), several_outputs),
    "OutputsOfOneValue": run((3, 4, 5), outputs_of_one_value),
    "ShuffleUnit": run((16, 7, 6), shuffle_unit),
    "SqueezeExcitationOfEfficientNet": run((3, 8, 9), squeeze_excitation(silu, sigmoid)),
    "SqueezeExcitationOfMobileNetV3": run((3, 8, 9), squeeze_excitation(relu, hard_sigmoid)),
    "ConvNextBlock": run((10, 9, 8), conv_next_block),
    "JoinedRows": run((5, 6, 7), joined_rows),
    "JoinedColumns": run((5, 6, 7), joined_columns),
    "ResidualBlock": run((8, 9, 7), residual_block),
    "SumOfThree": run((5, 8, 6), sum_of_three),
    "ConcatenatedBranches": run((5, 9, 7), concatenated_branches),
    "FireModule": run((16, 9, 7), fire_module),
}


def main():
    tensors = {
        **CONVOLUTIONS, **MAX_POOLS, **AVERAGE_POOLS, **ADAPTIVE_POOLS, **NORMS, **LINEARS, **ELEMENTWISE,
        **CHAINS, **GRAPHS, **ACTIVATIONS, **LOG_SOFTMAX, **ADAPTIVE_MAX_POOLS, **RESAMPLING, **WEIGHTED,
        **TRANSPOSED_CONVOLUTIONS, **CHANNELS, **SEQUENCES}
    tensorfile.write(Path(__file__).with_name("operations.safetensors"), tensors)
    for name, tensor in tensors.items():
        print(f"{name}: {'x'.join(map(str, tensor.shape))}, up to {abs(tensor).max():.4g}")
    print(f"{len(tensors)} networks")


if __name__ == "__main__":
    main()
