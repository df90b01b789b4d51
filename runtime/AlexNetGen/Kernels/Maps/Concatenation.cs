using System.ComponentModel;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Joins maps along their channels, columns or rows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Concatenation
{
    /// <summary>Copies one input into its place in the joined map.</summary>
    /// <typeparam name="TGeometry">The sizes, and the place.</typeparam>
    /// <param name="input">[Runs][InputRun].</param>
    /// <param name="output">[Runs][OutputRun]; InputRun values from Offset on are written in each.</param>
    /// <param name="team">The threads that share the runs; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, Team? team = null)
        where TGeometry : struct, IConcatenation
    {
        Lengths.Check(input, TGeometry.Runs * TGeometry.InputRun, output, TGeometry.Runs * TGeometry.OutputRun);
        fixed (float* source = input, destination = output)
        {
            CopiedRuns work = new()
            {
                Source = source,
                SourceStep = TGeometry.InputRun,
                Destination = destination + TGeometry.Offset,
                DestinationStep = TGeometry.OutputRun,
                Length = TGeometry.InputRun,
                Runs = TGeometry.Runs,
            };
            work.Run(team);
        }
    }
}
