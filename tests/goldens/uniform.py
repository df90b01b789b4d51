"""The numbers every golden is computed from: WithRandomWeights(seed) in NumPy.

A tensor's values depend on its name, the seed and the position alone, so goldens hold outputs only.
They are multiples of 2^-23 in [-1, 1), times a bound, in float32: the same bits in every language.
"""

import math

import numpy as np

GOLDEN_GAMMA = 0x9E3779B97F4A7C15
MASK = 0xFFFFFFFFFFFFFFFF
CHUNK = 1 << 22

WEIGHT_SEED = 1
INPUT_SEED = 7


def fnv1a(name):
    """FNV-1a, 64 bits, over the name in UTF-8."""
    value = 0xCBF29CE484222325
    for byte in name.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def unit(name, seed, count):
    """`count` float32 values in [-1, 1): SplitMix64 of name, seed and position."""
    state = fnv1a(name) ^ (((seed & 0xFFFFFFFF) * GOLDEN_GAMMA) & MASK)
    result = np.empty(count, np.float32)
    for start in range(0, count, CHUNK):
        end = min(start + CHUNK, count)
        z = np.arange(start + 1, end + 1, dtype=np.uint64)
        z *= np.uint64(GOLDEN_GAMMA)
        z += np.uint64(state)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
        z >>= np.uint64(40)
        result[start:end] = (z.astype(np.int64) - (1 << 23)) / np.float64(1 << 23)
    return result


def weights(name, shape, fan_in, seed=WEIGHT_SEED):
    """A weight or bias tensor: uniform within sqrt(6 / fan_in), He's bound."""
    bound = np.float32(math.sqrt(6.0 / fan_in))
    return (unit(name, seed, math.prod(shape)) * bound).reshape(shape)


def network_input(*shape):
    """A golden's input: uniform in [-1, 1)."""
    return unit("input", INPUT_SEED, math.prod(shape)).reshape(shape)
