using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Emission;

/// <summary>Code that names the shapes of a wrong network gets no error of C# beside the one of the network.</summary>
public sealed class StubShapeTests
{
    private const string User = """

        public static class User
        {
            public static void Run(Net net, System.ReadOnlySpan<float> image)
            {
                AlexNetGen.Tensor<AlexNetGen.Shapes.Tests.Shape10> scores = new(new float[10]);
                Net.Activations activations = new();
                net.Forward(new AlexNetGen.ReadOnlyTensor<AlexNetGen.Shapes.Tests.Shape3x224x224>(image), scores);
                net.Forward(image, scores.Values, activations);
                AlexNetGen.ReadOnlyTensor<AlexNetGen.Shapes.Tests.Shape10> result = activations.Fc;
            }
        }
        """;

    [Fact]
    public void After_a_window_that_does_not_fit() => Assert.Equal(["ANG1001"], Errors("Conv2d(64, Kernel = 11, Stride = 4)"));

    [Fact]
    public void After_a_mistake_that_leaves_the_shape_open() => Assert.Equal(["ANG1004"], Errors("Conv2d(64, Kernel = 3, Groups = 2)"));

    [Fact]
    public void And_a_right_one_gives_none() => Assert.Empty(Errors("Conv2d(64, Kernel = 3)"));

    private static string[] Errors(string first) =>
        [.. Compiled.From(Declared.Network("3, 224, 224", $"Conv: {first}", "Pool: AdaptiveAvgPool2d(1)", "Fc: Flatten, Linear(10)") + User).Errors.Select(error => error.Id)];
}
