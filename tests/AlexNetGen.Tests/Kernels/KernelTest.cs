using System.Globalization;
using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>What the kernels' tests share: the widths of this machine, random values, layouts, comparison.</summary>
public static class KernelTest
{
    /// <summary>What a span holds where a kernel has written nothing.</summary>
    internal const float Untouched = 12345.678f;

    /// <summary>Writes an output.</summary>
    internal delegate void Writing(Span<float> output);

    /// <summary>Writes an output with the threads of a team.</summary>
    internal delegate void SharedWriting(Span<float> output, Team team);

    /// <summary>Every vector width that this machine runs, as floats of a vector.</summary>
    public static TheoryData<int> Widths =>
        [.. Enum.GetValues<VectorWidth>().Where(w => w != VectorWidth.Scalar && VectorWidths.IsSupported(w)).Select(w => (int)w)];

    /// <summary>Floats of a convolution's weight, whatever computes it.</summary>
    internal static int WeightLength<TGeometry>()
        where TGeometry : struct, IConvolution => ConvolutionSizes.Of<TGeometry>(VectorWidth.Bits128).WeightLength;

    internal static float[] Random(int count, int seed = 1)
    {
        var random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (random.NextSingle() * 2) - 1;
        }

        return values;
    }

    /// <summary>Random values with a NaN and both infinities among them.</summary>
    internal static float[] RandomWithSpecials(int count, int seed = 2)
    {
        float[] values = Random(count, seed);
        values[count / 5] = float.NaN;
        values[count / 2] = float.PositiveInfinity;
        values[count - 1] = float.NegativeInfinity;
        return values;
    }

    internal static float[] ChannelsLast(float[] channelsFirst, int channels)
    {
        int points = channelsFirst.Length / channels;
        float[] result = new float[channelsFirst.Length];
        for (int c = 0; c < channels; c++)
        {
            for (int p = 0; p < points; p++)
            {
                result[(p * channels) + c] = channelsFirst[(c * points) + p];
            }
        }

        return result;
    }

    /// <summary>What a kernel writes into a span of this length; asserts that it writes nothing beside it.</summary>
    internal static float[] Written(int length, Writing write)
    {
        const int Guard = 32;
        float[] memory = new float[Guard + length + Guard];
        Array.Fill(memory, Untouched);
        write(memory.AsSpan(Guard, length));
        Assert.Equal(-1, memory.AsSpan(0, Guard).IndexOfAnyExcept(Untouched));
        Assert.Equal(-1, memory.AsSpan(Guard + length).IndexOfAnyExcept(Untouched));
        return memory[Guard..^Guard];
    }

    /// <summary>Asserts that this many threads write the same bits as one, of more values than one thread alone computes.</summary>
    internal static void SameOfThreads(int threads, int length, SharedWriting kernel)
    {
        Assert.True(length > 16_384);
        float[] expected = Written(length, output => kernel(output, Team.Alone));
        using Team team = new(threads);
        for (int i = 0; i < 20; i++)
        {
            Team entered = team.Enter();
            float[] output = Written(length, span => kernel(span, entered));
            team.Leave(entered);
            Assert.Equal(expected, output);
        }
    }

    /// <summary>Asserts that every value is within <paramref name="tolerance"/> x (|expected| + scale) of the expected one.</summary>
    internal static void Close(double[] expected, float[] actual, double tolerance, double[]? scale = null)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double e = expected[i];
            bool close = double.IsFinite(e)
                ? Math.Abs(e - actual[i]) <= tolerance * (Math.Abs(e) + (scale?[i] ?? 0))
                : e.Equals(actual[i]);
            Assert.True(close, string.Create(CultureInfo.InvariantCulture, $"[{i}]: expected {e:R}, found {actual[i]:R}"));
        }
    }

    /// <summary>Asserts that the action allocates nothing once it has run.</summary>
    internal static void AllocatesNothing(Action action)
    {
        action();
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Asserts that the action refuses a length, naming what it expected and what it found.</summary>
    internal static void Refuses(int expected, int found, Action action)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(action);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Expected {expected} floats, found {found}."), exception.Message, StringComparison.Ordinal);
    }
}
