using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>Joins maps along their channels, columns or rows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Concatenation
{
    /// <summary>Copies one input into its place in the joined map.</summary>
    /// <typeparam name="TGeometry">The sizes, and the place.</typeparam>
    /// <param name="input">[Runs][InputRun].</param>
    /// <param name="output">[Runs][OutputRun]; InputRun values from Offset on are written in each.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, IConcatenation
    {
        Lengths.Check(input, TGeometry.Runs * TGeometry.InputRun, output, TGeometry.Runs * TGeometry.OutputRun);
        for (int run = 0; run < TGeometry.Runs; run++)
        {
            input.Slice(run * TGeometry.InputRun, TGeometry.InputRun)
                .CopyTo(output.Slice((run * TGeometry.OutputRun) + TGeometry.Offset, TGeometry.InputRun));
        }
    }
}
