using AlexNetGen.Imaging;

namespace AlexNetGen.Samples.Tests.AlexNet;

/// <summary>The six networks at full size against PyTorch: tests/goldens/make_networks.py.</summary>
public sealed class AgreementTests
{
    private const double Tolerance = 1e-5;

    private static readonly Lazy<IReadOnlyDictionary<string, float[]>> Golden = new(() =>
        PyTorchOutputs.Read(Path.Combine(AppContext.BaseDirectory, "Golden", "pytorch.safetensors")));

    public static TheoryData<string> Networks => [.. Reading.All.Select(reading => reading.Network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Agrees_with_PyTorch(string network)
    {
        Reading reading = Reading.All.Single(reading => reading.Network.Name == network);
        float[] input = Photograph.Prepare(reading.Preprocessing, RgbImage.Load(Options.Chelsea));

        float[] computed = reading.ComputeRandomly(input);

        float[] expected = Golden.Value[network];
        double relative = Agreement.LargestDifference(computed, expected) / expected.Max(MathF.Abs);
        Assert.True(relative < Tolerance, $"{network}: {relative:E1} of the largest output");
    }

    [Fact]
    public void There_is_a_golden_for_each_of_the_six() =>
        Assert.Equal(Golden.Value.Keys.Order(), Reading.All.Select(reading => reading.Network.Name).Order());

    [Fact]
    public void The_largest_difference_is_found_wherever_it_stands()
    {
        Assert.Equal(0, Agreement.LargestDifference([1, 2, 3], [1, 2, 3]));
        Assert.Equal(2, Agreement.LargestDifference([1, 2, 3], [1, 2, 5]));
        Assert.Equal(4, Agreement.LargestDifference([-3, 2, 3], [1, 2, 5]));
        Assert.Equal(double.NaN, Agreement.LargestDifference([1, float.NaN, 3], [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Agreement.LargestDifference([1], [1, 2]));
    }
}
