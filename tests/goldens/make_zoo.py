#!/usr/bin/env python3
"""What PyTorch computes for the networks of samples/Zoo, torchvision's own where it has them.

    python3 tests/goldens/make_zoo.py

Writes zoo.safetensors, one output a network, and zoo_tensors.txt, which lists a network, a tensor and its shape a
line: the state_dict without num_batches_tracked. Weights and inputs are those of uniform.py; a running variance is
1 + x / 2, so that it is positive. The arithmetic is float64, the result float32. Needs PyTorch and torchvision.
"""

from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torchvision import models

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
    "ResNet18": (models.resnet18, 3, 224, 11_689_512),
    "GoogLeNet": (googlenet, 3, 224, 6_624_904),
}


def without_initialisation():
    """The weights are all replaced, so none need be drawn."""
    for name in ("kaiming_normal_", "kaiming_uniform_", "normal_", "uniform_", "xavier_uniform_"):
        setattr(nn.init, name, lambda tensor, *_, **__: tensor)


def values(name, tensor, fan_in):
    if name.endswith(".running_var"):
        # The same float32 rounding as 0.5f * x + 1.
        return uniform.unit(name, uniform.WEIGHT_SEED, tensor.numel()) * np.float32(0.5) + np.float32(1)
    return uniform.weights(name, tuple(tensor.shape), fan_in)


def with_uniform_weights(net):
    for prefix, module in net.named_modules():
        own = {name: tensor for name, tensor in module.state_dict().items() if "." not in name and name != "num_batches_tracked"}
        fan_in = 6 if isinstance(module, nn.BatchNorm2d) else own["weight"][0].numel() if "weight" in own else None
        for name, tensor in own.items():
            getattr(module, name).data = torch.from_numpy(values(f"{prefix}.{name}", tensor, fan_in)).double()
    return net.eval()


def main():
    without_initialisation()
    outputs, lines = {}, []
    for name, (build, channels, size, parameters) in NETWORKS.items():
        net = with_uniform_weights(build())
        count = sum(parameter.numel() for parameter in net.parameters())
        assert count == parameters, f"{name}: {count:,} parameters"

        with torch.no_grad():
            output = net(torch.from_numpy(uniform.network_input(channels, size, size)).double()[None])[0].numpy()
        assert np.isfinite(output).all() and len(np.unique(output)) > len(output) / 4, name
        outputs[name] = output
        lines += [
            f"{name} {tensor} {'x'.join(map(str, values.shape))}\n" for tensor, values in net.state_dict().items()
            if not tensor.endswith("num_batches_tracked")]
        print(f"{name}: {count:,} parameters, {len(output)} outputs, {len(np.unique(output))} different, "
              f"largest {abs(output).max():.4g}, deviation {output.std():.4g}", flush=True)

    tensorfile.write(HERE / "zoo.safetensors", outputs)
    (HERE / "zoo_tensors.txt").write_text("".join(lines))


if __name__ == "__main__":
    main()
