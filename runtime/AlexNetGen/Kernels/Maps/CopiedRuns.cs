using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Runs of values that are copied from one map into another, in each of which they lie a step apart. A chunk is some neighbouring runs.</summary>
internal unsafe struct CopiedRuns : IParallelWork
{
    // Values of a chunk: worth waking a thread for.
    private const int ChunkLength = 4096;

    // Values of a run that are copied here, in less time than it takes to call what copies longer ones.
    private const int LongestShort = 32;

    /// <summary>The first run.</summary>
    public float* Source;

    /// <summary>Values from one run of the source to the next.</summary>
    public int SourceStep;

    /// <summary>Where the first run goes.</summary>
    public float* Destination;

    /// <summary>Values from one run of the destination to the next.</summary>
    public int DestinationStep;

    /// <summary>Values of a run.</summary>
    public int Length;

    /// <summary>How many runs.</summary>
    public int Runs;

    private readonly int ChunkRuns => Math.Max(ChunkLength / Length, 1);

    /// <summary>Copies all.</summary>
    public void Run(Team? team)
    {
        team = team is null || (long)Runs * Length < RowKernel.FloatsWorthSharing ? Team.Alone : team;
        team.Run((Runs + ChunkRuns - 1) / ChunkRuns, ref this);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int length = Length, sourceStep = SourceStep, destinationStep = DestinationStep;
        int first = chunk * ChunkRuns, end = Math.Min(first + ChunkRuns, Runs);
        float* source = Source + ((nint)first * SourceStep), destination = Destination + ((nint)first * DestinationStep);
        for (int run = first; run < end; run++, source += sourceStep, destination += destinationStep)
        {
            if (length <= LongestShort)
            {
                CopyShort(source, destination, length);
            }
            else
            {
                new ReadOnlySpan<float>(source, length).CopyTo(new Span<float>(destination, length));
            }
        }
    }

    // The last vector begins early enough to end with the run.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyShort(float* source, float* destination, int length)
    {
        if (length >= Vector128<float>.Count)
        {
            int last = length - Vector128<float>.Count;
            for (int i = 0; i < last; i += Vector128<float>.Count)
            {
                Vector128.Store(Vector128.Load(source + i), destination + i);
            }

            Vector128.Store(Vector128.Load(source + last), destination + last);
            return;
        }

        for (int i = 0; i < length; i++)
        {
            destination[i] = source[i];
        }
    }
}
