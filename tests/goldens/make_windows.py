#!/usr/bin/env python3
"""PyTorch's own output length for windows of every kind, and what rounding down leaves unread.

    python3 tests/goldens/make_windows.py

Writes tests/goldens/windows.csv.gz, one axis a line:

    kind,in,k,s,p,d,ceil,out,lost

`out` is the length PyTorch returns, 0 where it refuses. `lost` counts the rows that the window
dropped by rounding down would read and no earlier window reads; it is found by listing what each
window reads, and is 0 where nothing is dropped or not one window fits. Needs PyTorch.
"""

import collections
import gzip
import io
import random
from pathlib import Path

import torch
import torch.nn.functional as F

COUNT = 25_000
KINDS = ("maxpool", "avgpool", "conv")


def output_length(kind, length, k, s, p, d, ceil):
    x = torch.zeros(1, 1, length, 1)
    try:
        if kind == "maxpool":
            y = F.max_pool2d(x, (k, 1), (s, 1), (p, 0), (d, 1), ceil)
        elif kind == "avgpool":
            y = F.avg_pool2d(x, (k, 1), (s, 1), (p, 0), ceil)
        else:
            y = F.conv2d(x, torch.zeros(1, 1, k, 1), None, (s, 1), (p, 0), (d, 1))
    except RuntimeError:
        return 0
    return y.shape[2]


def lost_rows(length, k, s, p, d):
    """By simulation: row r of the input is row r + p of the padded one."""
    extent = d * (k - 1) + 1
    padded = length + 2 * p
    if extent > padded or (padded - extent) % s == 0:
        return 0
    read = set()
    start = 0
    while start + extent <= padded:
        read.update(range(start, start + extent, d))
        start += s
    dropped = set(range(start, start + extent, d))
    return len({row for row in dropped - read if p <= row < p + length})


def draw(source):
    kind = source.choice(KINDS)
    k = source.randint(1, 13)
    s = source.randint(1, 13)
    d = source.choice((1, 1, 2, 3, 4)) if kind != "avgpool" else 1
    length = source.randint(1, 130) if source.random() < 0.7 else source.randint(1, 30)
    if source.random() < 0.25:
        p = 0
    elif kind == "conv":
        p = source.randint(0, d * (k - 1) + 1)
    elif source.random() < 0.06:
        p = k // 2 + source.randint(1, 2)
    else:
        p = source.randint(0, k // 2)
    ceil = kind != "conv" and source.random() < 0.5
    return kind, length, k, s, p, d, ceil


def classify(length, k, s, p, d, lost):
    extent = d * (k - 1) + 1
    rest = (length + 2 * p - extent) % s
    if extent > length + 2 * p:
        return "kernel beyond input"
    if rest == 0:
        return "exact"
    if lost > 0:
        return "rows lost"
    return "padding only" if rest <= p else "subsample"


def main():
    source = random.Random(2012)
    windows = set()
    while len(windows) < COUNT:
        windows.add(draw(source))

    lines, classes, refused, clipped = ["kind,in,k,s,p,d,ceil,out,lost"], collections.Counter(), 0, 0
    for kind, length, k, s, p, d, ceil in sorted(windows):
        out = output_length(kind, length, k, s, p, d, ceil)
        lost = lost_rows(length, k, s, p, d)
        extent = d * (k - 1) + 1
        if d == 1 and extent <= length + 2 * p:
            rest = (length + 2 * p - extent) % s
            assert lost == min(length, max(0, rest - p - max(0, s - extent)))
        if out and not ceil:
            assert out == (length + 2 * p - extent) // s + 1
        lines.append(f"{kind},{length},{k},{s},{p},{d},{ceil:d},{out},{lost}")
        classes[classify(length, k, s, p, d, lost)] += 1
        refused += out == 0
        clipped += bool(out and ceil and out < -((extent - length - 2 * p) // s) + 1)

    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(("\n".join(lines) + "\n").encode("ascii"))
    Path(__file__).with_name("windows.csv.gz").write_bytes(buffer.getvalue())
    print(f"{len(windows):,} windows, {dict(classes)}, {refused:,} refused, {clipped:,} clipped")


if __name__ == "__main__":
    main()
