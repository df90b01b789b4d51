#!/usr/bin/env python3
"""What PyTorch computes for six readings of AlexNet, with the weights of uniform.py and seed 1.

    python3 tests/goldens/make_networks.py

Writes tests/goldens/networks.safetensors (quarter width, the golden input) and
samples/AlexNet/Golden/pytorch.safetensors (full width, a photograph, preprocessed as each reading's
framework does). Arithmetic in float64, results in float32. Every full-width parameter count is
checked, and torchvision's network against torchvision's own. Needs PyTorch, torchvision, Pillow.
"""

from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
import torchvision
from PIL import Image
from torch import nn
from torchvision import transforms

import tensorfile
import uniform

ROOT = Path(__file__).resolve().parents[2]
PHOTO = ROOT / "samples" / "AlexNet" / "Photos" / "chelsea.png"


def sequence(**modules):
    return nn.Sequential(OrderedDict(modules))


def lrn(k):
    return nn.LocalResponseNorm(5, alpha=1e-4, beta=0.75, k=k)


def classifier(inputs, width, classes):
    return dict(
        flatten=nn.Flatten(),
        fc6=nn.Linear(inputs, width), relu6=nn.ReLU(), drop6=nn.Dropout(),
        fc7=nn.Linear(width, width), relu7=nn.ReLU(), drop7=nn.Dropout(),
        fc8=nn.Linear(width, classes))


def torchvision_features(narrow):
    c1, c2, c3, c4, c5 = (c // narrow for c in (64, 192, 384, 256, 256))
    return nn.Sequential(
        nn.Conv2d(3, c1, 11, 4, 2), nn.ReLU(), nn.MaxPool2d(3, 2),
        nn.Conv2d(c1, c2, 5, padding=2), nn.ReLU(), nn.MaxPool2d(3, 2),
        nn.Conv2d(c2, c3, 3, padding=1), nn.ReLU(),
        nn.Conv2d(c3, c4, 3, padding=1), nn.ReLU(),
        nn.Conv2d(c4, c5, 3, padding=1), nn.ReLU(), nn.MaxPool2d(3, 2))


def torchvision_alexnet(narrow):
    """torchvision.models.alexnet, at any width."""
    width = 4096 // narrow
    return sequence(
        features=torchvision_features(narrow),
        avgpool=nn.AdaptiveAvgPool2d(6),
        flatten=nn.Flatten(),
        classifier=nn.Sequential(
            nn.Dropout(), nn.Linear(256 // narrow * 36, width), nn.ReLU(),
            nn.Dropout(), nn.Linear(width, width), nn.ReLU(),
            nn.Linear(width, 1000 // narrow)))


def mmpretrain_alexnet(narrow):
    """mmpretrain's AlexNet without a classifier, its default: the features alone."""
    return sequence(features=torchvision_features(narrow))


def caffe_alexnet(narrow):
    """bvlc_alexnet's deploy.prototxt, up to the scores before its softmax."""
    c1, c2, c3, c4, c5 = (c // narrow for c in (96, 256, 384, 384, 256))
    return sequence(
        conv1=nn.Conv2d(3, c1, 11, 4), relu1=nn.ReLU(), norm1=lrn(1), pool1=nn.MaxPool2d(3, 2, ceil_mode=True),
        conv2=nn.Conv2d(c1, c2, 5, padding=2, groups=2), relu2=nn.ReLU(), norm2=lrn(1),
        pool2=nn.MaxPool2d(3, 2, ceil_mode=True),
        conv3=nn.Conv2d(c2, c3, 3, padding=1), relu3=nn.ReLU(),
        conv4=nn.Conv2d(c3, c4, 3, padding=1, groups=2), relu4=nn.ReLU(),
        conv5=nn.Conv2d(c4, c5, 3, padding=1, groups=2), relu5=nn.ReLU(), pool5=nn.MaxPool2d(3, 2, ceil_mode=True),
        **classifier(c5 * 36, 4096 // narrow, 1000 // narrow))


def ungrouped_alexnet_227(narrow):
    """The table often posted as Caffe's: 96/256/384/256/256, no groups, no normalisation."""
    c1, c2, c3, c4, c5 = (c // narrow for c in (96, 256, 384, 256, 256))
    return sequence(
        conv1=nn.Conv2d(3, c1, 11, 4), relu1=nn.ReLU(), pool1=nn.MaxPool2d(3, 2),
        conv2=nn.Conv2d(c1, c2, 5, padding=2), relu2=nn.ReLU(), pool2=nn.MaxPool2d(3, 2),
        conv3=nn.Conv2d(c2, c3, 3, padding=1), relu3=nn.ReLU(),
        conv4=nn.Conv2d(c3, c4, 3, padding=1), relu4=nn.ReLU(),
        conv5=nn.Conv2d(c4, c5, 3, padding=1), relu5=nn.ReLU(), pool5=nn.MaxPool2d(3, 2),
        avgpool=nn.AdaptiveAvgPool2d(6),
        **classifier(c5 * 36, 4096 // narrow, 1000 // narrow))


def alexnet_2012(narrow):
    """The paper's network by its authors' rule: 224 without padding, rounded up over three zeros."""
    c1, c2, c3, c4, c5 = (c // narrow for c in (96, 256, 384, 384, 256))
    return sequence(
        overhang=nn.ZeroPad2d((0, 3, 0, 3)),
        conv1=nn.Conv2d(3, c1, 11, 4), relu1=nn.ReLU(), norm1=lrn(2), pool1=nn.MaxPool2d(3, 2, ceil_mode=True),
        conv2=nn.Conv2d(c1, c2, 5, padding=2, groups=2), relu2=nn.ReLU(), norm2=lrn(2),
        pool2=nn.MaxPool2d(3, 2, ceil_mode=True),
        conv3=nn.Conv2d(c2, c3, 3, padding=1), relu3=nn.ReLU(),
        conv4=nn.Conv2d(c3, c4, 3, padding=1, groups=2), relu4=nn.ReLU(),
        conv5=nn.Conv2d(c4, c5, 3, padding=1, groups=2), relu5=nn.ReLU(), pool5=nn.MaxPool2d(3, 2, ceil_mode=True),
        **classifier(c5 * 36, 4096 // narrow, 1000 // narrow))


def one_gpu_alexnet_2014(narrow):
    """cuda-convnet2's network for one GPU: norm, pool, relu after conv1; relu, norm, pool after conv2."""
    c1, c2, c3, c4, c5 = (c // narrow for c in (64, 192, 384, 256, 256))
    return sequence(
        overhang=nn.ZeroPad2d((0, 3, 0, 3)),
        conv1=nn.Conv2d(3, c1, 11, 4), norm1=lrn(2), pool1=nn.MaxPool2d(3, 2, ceil_mode=True), relu1=nn.ReLU(),
        conv2=nn.Conv2d(c1, c2, 5, padding=2), relu2=nn.ReLU(), norm2=lrn(2),
        pool2=nn.MaxPool2d(3, 2, ceil_mode=True),
        conv3=nn.Conv2d(c2, c3, 3, padding=1), relu3=nn.ReLU(),
        conv4=nn.Conv2d(c3, c4, 3, padding=1), relu4=nn.ReLU(),
        conv5=nn.Conv2d(c4, c5, 3, padding=1), relu5=nn.ReLU(), pool5=nn.MaxPool2d(3, 2, ceil_mode=True),
        **classifier(c5 * 36, 4096 // narrow, 1000 // narrow))


def torchvision_input():
    """Shorter side to 256, the centre's 224, RGB, ImageNet's mean and deviation."""
    prepare = transforms.Compose([
        transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor(),
        transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])])
    return prepare(Image.open(PHOTO).convert("RGB")).numpy()


def caffe_input(size):
    """Both sides to 256, the centre's `size`, BGR from 0 to 255 less ImageNet's mean."""
    image = Image.open(PHOTO).convert("RGB").resize((256, 256), Image.BILINEAR)
    start = (256 - size) // 2
    pixels = np.asarray(image, np.float32)[start : start + size, start : start + size, ::-1]
    return (pixels - np.float32([104, 117, 123])).transpose(2, 0, 1)


NETWORKS = {
    "TorchvisionAlexNet": (torchvision_alexnet, 224, 61_100_840, torchvision_input),
    "CaffeAlexNet": (caffe_alexnet, 227, 60_965_224, lambda: caffe_input(227)),
    "UngroupedAlexNet227": (ungrouped_alexnet_227, 227, 61_640_936, lambda: caffe_input(227)),
    "MmpretrainAlexNet": (mmpretrain_alexnet, 224, 2_469_696, torchvision_input),
    "AlexNet2012": (alexnet_2012, 224, 60_965_224, lambda: caffe_input(224)),
    "OneGpuAlexNet2014": (one_gpu_alexnet_2014, 224, 61_100_840, lambda: caffe_input(224)),
}


def with_uniform_weights(net):
    for prefix, module in net.named_modules():
        for name, parameter in module.named_parameters(recurse=False):
            fan_in = module.weight[0].numel()
            values = uniform.weights(f"{prefix}.{name}", tuple(parameter.shape), fan_in)
            parameter.data = torch.from_numpy(values).double()
    return net.eval()


def run(net, image):
    with torch.no_grad():
        return net(torch.from_numpy(np.ascontiguousarray(image)).double().unsqueeze(0)).squeeze(0).numpy()


def main():
    quarter, full = {}, {}
    for name, (build, size, parameters, prepare) in NETWORKS.items():
        quarter[f"Quarter{name}"] = run(with_uniform_weights(build(4)), uniform.network_input(3, size, size))

        net = with_uniform_weights(build(1))
        count = sum(parameter.numel() for parameter in net.parameters())
        assert count == parameters, f"{name}: {count:,} parameters"
        full[name] = run(net, prepare())
        if name == "TorchvisionAlexNet":
            own = torchvision.models.alexnet().double().eval()
            own.load_state_dict(net.state_dict())
            assert np.array_equal(run(own, prepare()), full[name])

        scores = full[name].ravel()
        narrow = sum(parameter.numel() for parameter in build(4).parameters())
        print(f"{name}: {count:,} parameters ({narrow:,} at quarter width), largest {abs(scores).max():.4g} "
              f"at {abs(scores).argmax()}, quarter's {abs(quarter['Quarter' + name]).max():.4g}", flush=True)

    tensorfile.write(Path(__file__).with_name("networks.safetensors"), quarter)
    tensorfile.write(ROOT / "samples" / "AlexNet" / "Golden" / "pytorch.safetensors", full)


if __name__ == "__main__":
    main()
