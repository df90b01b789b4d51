namespace AlexNetGen.Tests.Description;

/// <summary>Descriptions as the generator would write them.</summary>
internal static class SampleNetworks
{
    /// <summary>A convolution with its pool, and a classifier.</summary>
    public static NetworkDescription Tiny { get; } = new(
        "TinyNet",
        [1, 28, 28],
        [
            new Layer(
                "Conv",
                [],
                [
                    new("Conv2d", "8, Kernel = 5, Padding = 2", [1, 28, 28], [8, 28, 28], "(28 + 2*2 - 5) / 1 + 1 = 28", 208, 156_800, Tensors("conv", [8, 1, 5, 5], 25)),
                    new("ReLU", "", [8, 28, 28], [8, 28, 28], null, 0, 0, []),
                    new("MaxPool2d", "Kernel = 2", [8, 28, 28], [8, 14, 14], "(28 - 2) / 2 + 1 = 14", 0, 0, []),
                ],
                new ReceptiveField(6, 6, 2, 2)),
            new Layer(
                "Fc",
                ["Conv"],
                [
                    new("Flatten", "", [8, 14, 14], [1568], null, 0, 0, []),
                    new("Dropout", "0.5", [1568], [1568], null, 0, 0, []),
                    new("Linear", "10", [1568], [10], null, 15_690, 15_680, Tensors("fc", [10, 1568], 1568)),
                    new("Softmax", "", [10], [10], null, 0, 0, []),
                ],
                null),
        ]);

    /// <summary>The first layers of torchvision's AlexNet.</summary>
    public static NetworkDescription AlexNet { get; } = new(
        "AlexNet",
        [3, 224, 224],
        [
            new Layer(
                "Conv1",
                [],
                [
                    new("Conv2d", "64, Kernel = 11, Stride = 4, Padding = 2", [3, 224, 224], [64, 55, 55], "(224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55", 23_296, 70_276_800, Tensors("features.0", [64, 3, 11, 11], 363)),
                    new("ReLU", "", [64, 55, 55], [64, 55, 55], null, 0, 0, []),
                ],
                new ReceptiveField(11, 11, 4, 4)),
        ]);

    public static TensorDescription[] Tensors(string prefix, TensorShape weight, long fanIn) =>
        [new(prefix + ".weight", weight, fanIn), new(prefix + ".bias", [weight[0]], fanIn)];
}
