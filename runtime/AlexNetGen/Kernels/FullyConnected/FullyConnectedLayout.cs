using AlexNetGen.Weights;

namespace AlexNetGen.Kernels;

/// <summary>
/// Where the weight of a fully connected layer lies. An output is a lane, so that nothing is summed across a vector, and
/// several images can share each vector of weights without their inputs passing through the cache again and again.
/// <code>
/// weight [block][input feature][output feature of the block]      a block is a vector of outputs; those past the last are zero
/// </code>
/// </summary>
/// <param name="Inputs">Input features.</param>
/// <param name="Outputs">Output features.</param>
/// <param name="Width">The vectors.</param>
/// <param name="Stored">How a weight is stored.</param>
internal readonly record struct FullyConnectedLayout(int Inputs, int Outputs, VectorWidth Width, StoredWeights Stored)
{
    // Columns that are dealt out at once: what is read and what is written stay in the first-level cache.
    private const int Columns = 128;

    /// <summary>Outputs of a block.</summary>
    public int Lanes => (int)Width;

    /// <summary>Blocks of outputs.</summary>
    public int Blocks => (Outputs + Lanes - 1) / Lanes;

    /// <summary>Weights of a block.</summary>
    public int BlockLength => checked(Inputs * Lanes);

    /// <summary>Bytes of the weight.</summary>
    public int Bytes => checked((int)LongBytes);

    /// <summary>The same where it may be more than an array holds.</summary>
    public long LongBytes => (long)Blocks * Lanes * Inputs * ElementNarrowing.Bytes(Stored);

    /// <summary>Floats that hold so many bytes.</summary>
    public int Floats => (int)((Bytes + (long)sizeof(float) - 1) / sizeof(float));

    /// <summary>The layout that is taken for a layer.</summary>
    public static FullyConnectedLayout Of<TGeometry>(StoredWeights stored, VectorWidth widest)
        where TGeometry : struct, IFullyConnected =>
        new(TGeometry.InputFeatures, TGeometry.OutputFeatures, VectorWidths.Holding(TGeometry.OutputFeatures, widest), stored);

    /// <summary>The outputs of one block.</summary>
    public int Rows(int block) => Math.Min(Lanes, Outputs - (block * Lanes));

    /// <summary>Deals the rows of a weight out to the lanes of a block.</summary>
    /// <param name="rows">[output feature of the block][input feature], of those that there are.</param>
    /// <param name="block">The block.</param>
    public unsafe void Pack<T>(ReadOnlySpan<T> rows, Span<T> block)
        where T : unmanaged
    {
        int lanes = Lanes, count = rows.Length / Inputs;
        if (count < lanes)
        {
            block.Clear();
        }

        if (typeof(T) == typeof(float))
        {
            fixed (T* source = rows, destination = block)
            {
                Transposition.Run((float*)source, Inputs, (float*)destination, lanes, count, Inputs);
            }

            return;
        }

        for (int from = 0; from < Inputs; from += Columns)
        {
            int columns = Math.Min(Columns, Inputs - from);
            for (int lane = 0; lane < count; lane++)
            {
                ReadOnlySpan<T> row = rows.Slice((lane * Inputs) + from, columns);
                Span<T> to = block[((from * lanes) + lane)..];
                for (int i = 0; i < row.Length; i++)
                {
                    to[i * lanes] = row[i];
                }
            }
        }
    }

    /// <summary>The rows of a block, as they were.</summary>
    /// <param name="block">The block.</param>
    /// <param name="rows">[output feature of the block][input feature], of those that there are.</param>
    public void Unpack<T>(ReadOnlySpan<T> block, Span<T> rows)
        where T : unmanaged
    {
        int lanes = Lanes;
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = block[(i % Inputs * lanes) + (i / Inputs)];
        }
    }
}
