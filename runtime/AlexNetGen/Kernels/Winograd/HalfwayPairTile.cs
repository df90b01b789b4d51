using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of the products at two points of a row at once, of weights that are transformed halfway: one to nine tiles x one
/// vector of output channels at each point. Both points' weights are made of the same three values, which are loaded once for
/// eighteen products; a tile of one point would load nine for twenty-seven, and wait for the second-level cache.
/// <code>
///             k k k k ... 16        h0 h1 h2  [one vector of output channels]
/// tile 0      x . . .            w  u         at the first point
/// tile 0      y . . .            w  v         at the second
/// tile ...    . . . .            .
/// </code>
/// </summary>
internal static unsafe class HalfwayPairTile
{
    /// <summary>Tiles of the largest register tile: eighteen sums and what they are made of, of AVX-512's 32 registers.</summary>
    public const int LargestRows = 9;

    private const int ChannelsAhead = 8;
    private const int Lanes = 16;
    private const int ChannelStep = HalfwayFilter.Taps * Lanes;

    /// <summary>The tile for a number of tiles.</summary>
    /// <returns>A pointer to <see cref="Run{TFirst,TSecond,TRows}"/>.</returns>
    public static delegate*<float*, nint, nint, int, float*, float*, nint, nint, float*, void> Of<TFirst, TSecond>(int rows)
        where TFirst : struct, IPointWeights
        where TSecond : struct, IPointWeights => rows switch
        {
            1 => &Run<TFirst, TSecond, One>,
            2 => &Run<TFirst, TSecond, Two>,
            3 => &Run<TFirst, TSecond, Three>,
            4 => &Run<TFirst, TSecond, Four>,
            5 => &Run<TFirst, TSecond, Five>,
            6 => &Run<TFirst, TSecond, Six>,
            7 => &Run<TFirst, TSecond, Seven>,
            8 => &Run<TFirst, TSecond, Eight>,
            _ => &Run<TFirst, TSecond, Nine>,
        };

    /// <summary>Multiplies one vector of weights with some tiles at both points.</summary>
    /// <param name="rows">The first tile at the first point: runs of 16 input channels.</param>
    /// <param name="apart">Floats from there to the same at the second point.</param>
    /// <param name="runStep">Floats from one run to the next.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="weight">[input channel][tap][lane].</param>
    /// <param name="output">The first tile's products at the first point.</param>
    /// <param name="outputApart">Floats from there to the same at the second point.</param>
    /// <param name="outputStep">Floats from one tile's products to the next.</param>
    /// <param name="next">A line that is fetched into the second-level cache with the first input channel, as far from the next one's as they are in the weights; null for nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TFirst, TSecond, TRows>(
        float* rows, nint apart, nint runStep, int inputs, float* weight, float* output, nint outputApart, nint outputStep, float* next)
        where TFirst : struct, IPointWeights
        where TSecond : struct, IPointWeights
        where TRows : struct, ICount
    {
        Vector512<float> a0 = Lanes512.Zero, a1 = Lanes512.Zero, a2 = Lanes512.Zero, a3 = Lanes512.Zero, a4 = Lanes512.Zero, a5 = Lanes512.Zero, a6 = Lanes512.Zero, a7 = Lanes512.Zero, a8 = Lanes512.Zero;
        Vector512<float> b0 = Lanes512.Zero, b1 = Lanes512.Zero, b2 = Lanes512.Zero, b3 = Lanes512.Zero, b4 = Lanes512.Zero, b5 = Lanes512.Zero, b6 = Lanes512.Zero, b7 = Lanes512.Zero, b8 = Lanes512.Zero;
        int left = inputs;
        do
        {
            float* x = rows, y = rows + apart;
            float* end = x + Math.Min(left, TransformLayout.Run);
            do
            {
                Vector512<float> u = TFirst.Load<Lanes512, Vector512<float>>(weight, Lanes), v = TSecond.Load<Lanes512, Vector512<float>>(weight, Lanes);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(weight + (ChannelsAhead * ChannelStep));
                    Sse.Prefetch0(weight + (ChannelsAhead * ChannelStep) + Lanes);
                    Sse.Prefetch0(weight + (ChannelsAhead * ChannelStep) + (2 * Lanes));
                    if (next is not null)
                    {
                        Sse.Prefetch1(next);
                        next += ChannelStep;
                    }
                }

                weight += ChannelStep;
                a0 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[0]), u, a0);
                b0 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[0]), v, b0);

                if (TRows.Value > 1)
                {
                    a1 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[1 * TransformLayout.Run]), u, a1);
                    b1 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[1 * TransformLayout.Run]), v, b1);
                }

                if (TRows.Value > 2)
                {
                    a2 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[2 * TransformLayout.Run]), u, a2);
                    b2 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[2 * TransformLayout.Run]), v, b2);
                }

                if (TRows.Value > 3)
                {
                    a3 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[3 * TransformLayout.Run]), u, a3);
                    b3 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[3 * TransformLayout.Run]), v, b3);
                }

                if (TRows.Value > 4)
                {
                    a4 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[4 * TransformLayout.Run]), u, a4);
                    b4 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[4 * TransformLayout.Run]), v, b4);
                }

                if (TRows.Value > 5)
                {
                    a5 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[5 * TransformLayout.Run]), u, a5);
                    b5 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[5 * TransformLayout.Run]), v, b5);
                }

                if (TRows.Value > 6)
                {
                    a6 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[6 * TransformLayout.Run]), u, a6);
                    b6 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[6 * TransformLayout.Run]), v, b6);
                }

                if (TRows.Value > 7)
                {
                    a7 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[7 * TransformLayout.Run]), u, a7);
                    b7 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[7 * TransformLayout.Run]), v, b7);
                }

                if (TRows.Value > 8)
                {
                    a8 = Lanes512.MultiplyAdd(Lanes512.Broadcast(x[8 * TransformLayout.Run]), u, a8);
                    b8 = Lanes512.MultiplyAdd(Lanes512.Broadcast(y[8 * TransformLayout.Run]), v, b8);
                }

                y++;
            }
            while (++x < end);

            rows += runStep;
            left -= TransformLayout.Run;
        }
        while (left > 0);

        Lanes512.Store(a0, output);
        Lanes512.Store(b0, output + outputApart);

        if (TRows.Value > 1)
        {
            Lanes512.Store(a1, output + outputStep);
            Lanes512.Store(b1, output + outputStep + outputApart);
        }

        if (TRows.Value > 2)
        {
            Lanes512.Store(a2, output + (2 * outputStep));
            Lanes512.Store(b2, output + (2 * outputStep) + outputApart);
        }

        if (TRows.Value > 3)
        {
            Lanes512.Store(a3, output + (3 * outputStep));
            Lanes512.Store(b3, output + (3 * outputStep) + outputApart);
        }

        if (TRows.Value > 4)
        {
            Lanes512.Store(a4, output + (4 * outputStep));
            Lanes512.Store(b4, output + (4 * outputStep) + outputApart);
        }

        if (TRows.Value > 5)
        {
            Lanes512.Store(a5, output + (5 * outputStep));
            Lanes512.Store(b5, output + (5 * outputStep) + outputApart);
        }

        if (TRows.Value > 6)
        {
            Lanes512.Store(a6, output + (6 * outputStep));
            Lanes512.Store(b6, output + (6 * outputStep) + outputApart);
        }

        if (TRows.Value > 7)
        {
            Lanes512.Store(a7, output + (7 * outputStep));
            Lanes512.Store(b7, output + (7 * outputStep) + outputApart);
        }

        if (TRows.Value > 8)
        {
            Lanes512.Store(a8, output + (8 * outputStep));
            Lanes512.Store(b8, output + (8 * outputStep) + outputApart);
        }
    }
}
