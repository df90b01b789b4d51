using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Runs of values that are copied from one map into another, in each of which they lie a step apart. A chunk is some neighbouring runs.</summary>
internal unsafe struct CopiedRuns : IParallelWork
{
    // Values of a chunk: worth waking a thread for.
    private const int ChunkLength = 4096;

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
    public readonly void Run(int chunk)
    {
        int first = chunk * ChunkRuns, end = Math.Min(first + ChunkRuns, Runs);
        float* source = Source + ((nint)first * SourceStep), destination = Destination + ((nint)first * DestinationStep);
        for (int run = first; run < end; run++, source += SourceStep, destination += DestinationStep)
        {
            new ReadOnlySpan<float>(source, Length).CopyTo(new Span<float>(destination, Length));
        }
    }
}
