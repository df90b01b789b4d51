#!/usr/bin/env python3
"""What PyTorch computes for the networks of samples/Zoo, torchvision's own where it has them.

    python3 tests/goldens/make_zoo.py [network ...]

Writes zoo.safetensors, one output a network, and zoo_tensors.txt, which lists a network, a tensor and its shape a
line: the state_dict without num_batches_tracked. With names it does those alone and keeps the others. Weights and inputs
are those of uniform.py, but that a running variance is in [0.5, 1.5), and the weight of a batch normalisation in
[0.5, 1.25): around zero it would halve what the image says at each normalisation, so that after fifty a wrong first layer
would not be seen, and around one the networks with squeeze and excitation grow until float32 does not suffice. The
arithmetic is float64, the result float32. Needs PyTorch and torchvision. The six AlexNets are there by their tensors
alone: make_networks.py computes them.
"""

import sys
from collections import OrderedDict
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torchvision import models

import make_networks
import tensorfile
import uniform

HERE = Path(__file__).resolve().parent


def lenet5():
    """PyTorch's tutorial "Neural Networks": the paper's sizes, ReLU and max pools, C3 connected to all of S2."""
    return nn.Sequential(OrderedDict(
        conv1=nn.Conv2d(1, 6, 5), relu1=nn.ReLU(), pool1=nn.MaxPool2d(2),
        conv2=nn.Conv2d(6, 16, 5), relu2=nn.ReLU(), pool2=nn.MaxPool2d(2),
        flatten=nn.Flatten(),
        fc1=nn.Linear(400, 120), relu3=nn.ReLU(),
        fc2=nn.Linear(120, 84), relu4=nn.ReLU(),
        fc3=nn.Linear(84, 10)))


def zfnet():
    """Figure 3 of Zeiler and Fergus: pools round up, and normalisation comes after the first two."""
    lrn = dict(size=5, alpha=1e-4, beta=0.75, k=2)
    return nn.Sequential(OrderedDict(
        conv1=nn.Conv2d(3, 96, 7, 2, 1), relu1=nn.ReLU(), pool1=nn.MaxPool2d(3, 2, ceil_mode=True), norm1=nn.LocalResponseNorm(**lrn),
        conv2=nn.Conv2d(96, 256, 5, 2), relu2=nn.ReLU(), pool2=nn.MaxPool2d(3, 2, ceil_mode=True), norm2=nn.LocalResponseNorm(**lrn),
        conv3=nn.Conv2d(256, 384, 3, padding=1), relu3=nn.ReLU(),
        conv4=nn.Conv2d(384, 384, 3, padding=1), relu4=nn.ReLU(),
        conv5=nn.Conv2d(384, 256, 3, padding=1), relu5=nn.ReLU(), pool5=nn.MaxPool2d(3, 2),
        flatten=nn.Flatten(),
        fc6=nn.Linear(256 * 36, 4096), relu6=nn.ReLU(), drop6=nn.Dropout(),
        fc7=nn.Linear(4096, 4096), relu7=nn.ReLU(), drop7=nn.Dropout(),
        fc8=nn.Linear(4096, 1000)))


def googlenet():
    return models.googlenet(aux_logits=False, transform_input=False, init_weights=False)


def inception_v3():
    return models.inception_v3(aux_logits=False, transform_input=False, init_weights=False)


def mobilenet_v1():
    """Howard et al., arXiv 1704.04861, table 1; the modules are called as those of marvis/pytorch-mobilenet."""
    def convolution(inputs, outputs, kernel, stride=1, groups=1):
        return [nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()]

    stages = [nn.Sequential(*convolution(3, 32, 3, 2))]
    channels = 32
    for outputs, stride in [(64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), *[(512, 1)] * 5, (1024, 2), (1024, 1)]:
        depthwise = convolution(channels, channels, 3, stride, groups=channels)
        stages.append(nn.Sequential(*depthwise, *convolution(channels, outputs, 1)))
        channels = outputs
    return nn.Sequential(OrderedDict(
        model=nn.Sequential(*stages, nn.AdaptiveAvgPool2d(1)), flatten=nn.Flatten(), fc=nn.Linear(1024, 1000)))


NETWORKS = {
    "SqueezeNet1_1": (models.squeezenet1_1, 3, 227, 1_235_496),
    "SqueezeNet1_0": (models.squeezenet1_0, 3, 224, 1_248_424),
    "LeNet5": (lenet5, 1, 32, 61_706),
    "ZFNet": (zfnet, 3, 224, 62_357_608),
    "Vgg11": (models.vgg11, 3, 224, 132_863_336),
    "Vgg16": (models.vgg16, 3, 224, 138_357_544),
    "Vgg19": (models.vgg19, 3, 224, 143_667_240),
    "Vgg11BatchNorm": (models.vgg11_bn, 3, 224, 132_868_840),
    "Vgg16BatchNorm": (models.vgg16_bn, 3, 224, 138_365_992),
    "Vgg19BatchNorm": (models.vgg19_bn, 3, 224, 143_678_248),
    "ResNet18": (models.resnet18, 3, 224, 11_689_512),
    "ResNet34": (models.resnet34, 3, 224, 21_797_672),
    "ResNet50": (models.resnet50, 3, 224, 25_557_032),
    "ResNet101": (models.resnet101, 3, 224, 44_549_160),
    "ResNeXt50": (models.resnext50_32x4d, 3, 224, 25_028_904),
    "WideResNet50": (models.wide_resnet50_2, 3, 224, 68_883_240),
    "GoogLeNet": (googlenet, 3, 224, 6_624_904),
    "InceptionV3": (inception_v3, 3, 299, 23_834_568),
    "DenseNet121": (models.densenet121, 3, 224, 7_978_856),
    "MobileNetV1": (mobilenet_v1, 3, 224, 4_231_976),
    "MobileNetV2": (models.mobilenet_v2, 3, 224, 3_504_872),
    "MobileNetV3Small": (models.mobilenet_v3_small, 3, 224, 2_542_856),
    "MobileNetV3Large": (models.mobilenet_v3_large, 3, 224, 5_483_032),
    "MnasNet1_0": (models.mnasnet1_0, 3, 224, 4_383_312),
    "ShuffleNetV2X0_5": (models.shufflenet_v2_x0_5, 3, 224, 1_366_792),
    "ShuffleNetV2X1_0": (models.shufflenet_v2_x1_0, 3, 224, 2_278_604),
    "EfficientNetB0": (models.efficientnet_b0, 3, 224, 5_288_548),
    "RegNetY400MF": (models.regnet_y_400mf, 3, 224, 4_344_144),
    "ConvNeXtTiny": (models.convnext_tiny, 3, 224, 28_589_128),
}

ALEXNETS = {name: partial(build, 1) for name, (build, *_) in make_networks.NETWORKS.items()} | {"TorchvisionAlexNet": models.alexnet}


def without_initialisation():
    """The weights are all replaced, so none need be drawn."""
    for name in ("kaiming_normal_", "kaiming_uniform_", "normal_", "uniform_", "xavier_uniform_", "trunc_normal_"):
        setattr(nn.init, name, lambda tensor, *_, **__: tensor)


def values(name, tensor, fan_in, is_norm):
    def around(centre, half):
        return uniform.unit(name, uniform.WEIGHT_SEED, tensor.numel()) * np.float32(half) + np.float32(centre)

    if name.endswith(".running_var"):
        return around(1, 0.5)
    if is_norm and name.endswith(".weight"):
        return around(0.875, 0.375)
    return uniform.weights(name, tuple(tensor.shape), fan_in)


def with_uniform_weights(net):
    for prefix, module in net.named_modules():
        own = {name: tensor for name, tensor in module.state_dict().items() if "." not in name and name != "num_batches_tracked"}
        is_norm = isinstance(module, nn.BatchNorm2d)
        fan_in = 6 if is_norm or "weight" not in own else own["weight"][0].numel()
        for name, tensor in own.items():
            getattr(module, name).data = torch.from_numpy(values(f"{prefix}.{name}", tensor, fan_in, is_norm)).double()
    return net.eval()


def compute(name):
    """A network's output, and its tensors."""
    build, channels, size, parameters = NETWORKS[name]
    net = with_uniform_weights(build())
    count = sum(parameter.numel() for parameter in net.parameters())
    assert count == parameters, f"{name}: {count:,} parameters"

    with torch.no_grad():
        output = net(torch.from_numpy(uniform.network_input(channels, size, size)).double()[None])[0].numpy()
    assert np.isfinite(output).all() and len(np.unique(output)) > len(output) / 4, name
    print(f"{name}: {count:,} parameters, {len(output)} outputs, {len(np.unique(output))} different, "
          f"largest {abs(output).max():.4g}, deviation {output.std():.4g}", flush=True)
    return output, tensors(name, net)


def tensors(name, net):
    return [
        f"{name} {tensor} {'x'.join(map(str, values.shape))}\n" for tensor, values in net.state_dict().items()
        if not tensor.endswith("num_batches_tracked")]


def main():
    without_initialisation()
    golden, list_of_tensors = HERE / "zoo.safetensors", HERE / "zoo_tensors.txt"
    names = sys.argv[1:] or [*NETWORKS, *ALEXNETS]
    kept = sys.argv[1:] and golden.exists()
    outputs = dict(tensorfile.read(golden)) if kept else {}
    lines = list_of_tensors.read_text().splitlines(keepends=True) if kept else []
    lines = [line for line in lines if line.split()[0] not in names]
    for name in names:
        if name in ALEXNETS:
            lines += tensors(name, ALEXNETS[name]())
        else:
            outputs[name], own = compute(name)
            lines += own

    tensorfile.write(golden, outputs)
    order = [*NETWORKS, *ALEXNETS]
    list_of_tensors.write_text("".join(sorted(lines, key=lambda line: order.index(line.split()[0]))))


if __name__ == "__main__":
    main()
