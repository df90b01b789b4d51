"""The networks of tests/AlexNetGen.Tests/Operations/ActivationNetworks.cs."""

from reference import (
    conv, elu, gelu, hard_sigmoid, hard_swish, leaky_relu, relu6, run, selu, sigmoid, silu, softplus, tanh)

ACTIVATIONS = {
    "ReLU6OfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), relu6),
    "ReLU6OfVector": run((37,), relu6),
    "LeakyReLUOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), leaky_relu()),
    "LeakyReLUOfVector": run((37,), leaky_relu()),
    "LeakyReLUSlopeOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), leaky_relu(0.2)),
    "LeakyReLUSlopeOfVector": run((37,), leaky_relu(0.2)),
    "ELUOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), elu()),
    "ELUOfVector": run((37,), elu()),
    "ELUAlphaOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), elu(0.7)),
    "ELUAlphaOfVector": run((37,), elu(0.7)),
    "SELUOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), selu),
    "SELUOfVector": run((37,), selu),
    "SigmoidOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), sigmoid),
    "SigmoidOfVector": run((37,), sigmoid),
    "TanhOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), tanh),
    "TanhOfVector": run((37,), tanh),
    "SiLUOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), silu),
    "SiLUOfVector": run((37,), silu),
    "GELUOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), gelu()),
    "GELUOfVector": run((37,), gelu()),
    "GELUTanhOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), gelu("tanh")),
    "GELUTanhOfVector": run((37,), gelu("tanh")),
    "HardSwishOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), hard_swish),
    "HardSwishOfVector": run((37,), hard_swish),
    "HardSigmoidOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), hard_sigmoid),
    "HardSigmoidOfVector": run((37,), hard_sigmoid),
    "SoftplusOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), softplus()),
    "SoftplusOfVector": run((37,), softplus()),
    "SoftplusSharpOfMap": run((16, 7, 5), conv(16, 1, groups=16, name="First"), conv(16, 1, groups=16), softplus(2.5, 4)),
    "SoftplusSharpOfVector": run((37,), softplus(2.5, 4)),
}
