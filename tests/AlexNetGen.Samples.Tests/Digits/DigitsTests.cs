namespace AlexNetGen.Samples.Tests.Digits;

/// <summary>DigitNet on the digits that training has not seen.</summary>
public sealed class DigitsTests
{
    private static readonly Lazy<Classification> Read = new(() =>
    {
        using DigitNet network = DigitNet.Load(Beside("digits.safetensors"));
        return Classification.Of(network, DigitSheet.HeldOut(Beside("digits.png")));
    });

    [Fact]
    public void There_are_a_hundred_of_each()
    {
        Assert.All(Enumerable.Range(0, 10), truth => Assert.Equal(100, Read.Value.Digits.Count(digit => digit.Truth == truth)));
        Assert.All(Read.Value.Digits, digit => Assert.Equal(DigitNet.InputLength, digit.Pixels.Length));
    }

    [Fact]
    public void At_least_98_percent_are_right() => Assert.True(Read.Value.Accuracy >= 0.98, $"{Read.Value.Accuracy:P1}");

    [Fact]
    public void All_are_read_as_PyTorch_reads_them() =>
        Assert.Equal(
            PyTorchOutputs.Read(Beside("pytorch.safetensors"))["predictions"],
            Read.Value.Guesses.Select(guess => (float)guess));

    [Fact]
    public void Logits_are_those_of_PyTorch()
    {
        float[] expected = PyTorchOutputs.Read(Beside("pytorch.safetensors"))["logits"];
        float[] logits = new float[expected.Length];
        using DigitNet network = DigitNet.Load(Beside("digits.safetensors"));

        network.ForwardBatch(Read.Value.Digits.SelectMany(digit => digit.Pixels).ToArray(), logits, Read.Value.Digits.Count);

        float largest = expected.Max(MathF.Abs);
        Assert.All(logits.Zip(expected), pair => Assert.InRange(pair.First, pair.Second - (1e-5f * largest), pair.Second + (1e-5f * largest)));
    }

    // Measured: 0.123 % and 0.741 % of the largest logit.
    [Theory]
    [InlineData(StoredWeights.BFloat16, 0.0013)]
    [InlineData(StoredWeights.Int8, 0.0075)]
    public void Weights_in_fewer_bytes_read_every_digit_alike(StoredWeights stored, double largestChange)
    {
        float[] pixels = Read.Value.Digits.SelectMany(digit => digit.Pixels).ToArray();
        float[] expected = new float[Read.Value.Digits.Count * DigitNet.OutputLength], logits = new float[expected.Length];
        using DigitNet exact = DigitNet.Load(Beside("digits.safetensors"));
        using DigitNet network = DigitNet.Load(Beside("digits.safetensors"), new InferenceOptions { FullyConnectedWeights = stored });
        exact.ForwardBatch(pixels, expected, Read.Value.Digits.Count);
        network.ForwardBatch(pixels, logits, Read.Value.Digits.Count);

        Assert.Equal(Read.Value.Guesses, Classification.Of(network, Read.Value.Digits).Guesses);
        double change = logits.Zip(expected, (a, b) => Math.Abs(a - b)).Max() / expected.Max(MathF.Abs);
        Assert.InRange(change, largestChange / 10, largestChange);
    }

    [Fact]
    public void The_confusion_table_counts_every_digit_once()
    {
        int[,] counts = Read.Value.Confusion();

        Assert.Equal(1000, counts.Cast<int>().Sum());
        Assert.Equal(Read.Value.Right, Enumerable.Range(0, 10).Sum(digit => counts[digit, digit]));
        Assert.Equal(1000 - Read.Value.Right, Read.Value.Misread.Count());
    }

    [Fact]
    public void The_sample_succeeds_and_fits_the_terminal()
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new();

        Assert.Equal(0, DigitsSample.Run([], output, error));
        Assert.Empty(error.ToString());
        Assert.Contains("1,000 of 1,000 read as PyTorch reads them", output.ToString(), StringComparison.Ordinal);
        Assert.All(output.ToString().Split('\n'), line => Assert.True(line.Length <= 130, line));
    }

    [Fact]
    public void Arguments_are_refused()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        Assert.Equal(2, DigitsSample.Run(["digits.png"], output, error));
        Assert.Contains("'digits.png'", error.ToString(), StringComparison.Ordinal);
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
