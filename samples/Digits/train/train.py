#!/usr/bin/env python3
"""Trains DigitNet on 4,000 of the sheet's digits and tests it on the other 1,000.

    python3 samples/Digits/train/train.py

Of each digit's 500 tiles, in row-major order, the first 400 are for training and the last 100 for
testing; nothing is chosen by the test set. Writes samples/Digits/digits.safetensors (the weights) and
tests/goldens/digits.safetensors (the logits and predicted classes of the 1,000 test digits, computed
in float64). One thread and fixed seeds: a second run on one machine gives the same bytes. Needs
PyTorch and Pillow.
"""

import math
import sys
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import nn

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "goldens"))

import tensorfile  # noqa: E402

SIZE, PER_DIGIT, FOR_TRAINING = 20, 500, 400
EPOCHS, BATCH, PEAK_RATE = 80, 50, 3e-3


def read_sheet():
    """The 5,000 tiles as [10, 500, 1, 20, 20], values 0 to 1."""
    sheet = np.asarray(Image.open(ROOT / "samples" / "Digits" / "digits.png").convert("L"))
    rows, columns = sheet.shape[0] // SIZE, sheet.shape[1] // SIZE
    tiles = sheet.reshape(rows, SIZE, columns, SIZE).swapaxes(1, 2)
    values = tiles.reshape(10, PER_DIGIT, 1, SIZE, SIZE).astype(np.float32) / np.float32(255)
    return torch.from_numpy(values)


def network():
    return nn.Sequential(OrderedDict(
        conv1=nn.Conv2d(1, 16, 5, padding=2), relu1=nn.ReLU(), pool1=nn.MaxPool2d(2),
        conv2=nn.Conv2d(16, 32, 5, padding=2), relu2=nn.ReLU(), pool2=nn.MaxPool2d(2),
        flatten=nn.Flatten(), dropout=nn.Dropout(0.5),
        fc1=nn.Linear(32 * 5 * 5, 120), relu3=nn.ReLU(),
        fc2=nn.Linear(120, 10)))


def distort(images, random):
    """Shifts by up to 1.5 pixels, turns by up to 12 degrees, scales and slants by up to 12 %."""
    n = len(images)

    def within(bound):
        return (torch.rand(n, generator=random) * 2 - 1) * bound

    angle, slant = within(math.radians(12)), within(0.12)
    width, height = 1 + within(0.12), 1 + within(0.12)
    affine = torch.zeros(n, 2, 3)
    affine[:, 0, 0] = torch.cos(angle) * width
    affine[:, 0, 1] = -torch.sin(angle) * height + slant
    affine[:, 0, 2] = within(3.0 / SIZE)
    affine[:, 1, 0] = torch.sin(angle) * width
    affine[:, 1, 1] = torch.cos(angle) * height
    affine[:, 1, 2] = within(3.0 / SIZE)
    grid = F.affine_grid(affine, list(images.shape), align_corners=False)
    return F.grid_sample(images, grid, align_corners=False)


def train(net, images, labels, random):
    optimizer = torch.optim.AdamW(net.parameters(), lr=PEAK_RATE, weight_decay=0.02)
    steps = EPOCHS * len(images) // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK_RATE, total_steps=steps)
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in torch.randperm(len(images), generator=random).split(BATCH):
            loss = F.cross_entropy(net(distort(images[batch], random)), labels[batch], label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1:2}: loss {total / len(images):.4f}", flush=True)


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(2012)
    random = torch.Generator().manual_seed(2012)

    tiles = read_sheet()
    digits = torch.arange(10).unsqueeze(1)
    training = tiles[:, :FOR_TRAINING].reshape(-1, 1, SIZE, SIZE)
    testing = tiles[:, FOR_TRAINING:].reshape(-1, 1, SIZE, SIZE)
    truth = digits.expand(10, PER_DIGIT - FOR_TRAINING).reshape(-1)

    net = network()
    train(net, training, digits.expand(10, FOR_TRAINING).reshape(-1), random)
    net.eval()
    state = {name: value.numpy().copy() for name, value in net.state_dict().items()}
    with torch.no_grad():
        logits = net.double()(testing.double())
    predictions = logits.argmax(1)

    tensorfile.write(ROOT / "samples" / "Digits" / "digits.safetensors", state)
    tensorfile.write(ROOT / "tests" / "goldens" / "digits.safetensors", {
        "logits": logits.numpy(),
        "predictions": predictions.numpy(),
    })
    right = int((predictions == truth).sum())
    print(f"{sum(p.numel() for p in net.parameters()):,} parameters, {right} of {len(truth)} right")


if __name__ == "__main__":
    main()
