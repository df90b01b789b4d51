using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>A benchmark on each width of vector that this machine has.</summary>
public abstract class VectorBenchmark
{
    /// <summary>Floats of a vector, at most.</summary>
    [ParamsSource(nameof(Widths))]
    public int Vector { get; set; }

    /// <summary>The narrowest first.</summary>
    public static IEnumerable<int> Widths =>
        Enum.GetValues<VectorWidth>().Where(width => width != VectorWidth.Scalar && VectorWidths.IsSupported(width)).Select(width => (int)width);

    private protected VectorWidth Width => (VectorWidth)Vector;

    private protected static float[] Random(int count)
    {
        Random random = new(count);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (random.NextSingle() * 2) - 1;
        }

        return values;
    }
}
