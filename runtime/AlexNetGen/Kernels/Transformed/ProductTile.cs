using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of the products at a point, a matrix product: one to nine tiles x one to three vectors of output
/// channels stay in registers while all input channels are added up.
/// <code>
///             k k k k ... 16        [block of output channels]
/// tile 0      x . . .            w  v v v      rows of the input are 16 floats apart, so that every address in
/// tile 1      x . . .            w  v v v      the loop is one pointer and a constant
/// tile ...    x . . .            .
/// </code>
/// What a weight is read from is the caller's matter: <see cref="IPointWeights"/>.
/// </summary>
internal static unsafe class ProductTile
{
    private const int Line = 16;

    /// <summary>Tiles of the largest register tile that does not spill, by the vectors of its block.</summary>
    /// <remarks>AVX-512 and Arm have 32 vector registers; AVX2 and SSE have 16, of which a 17th live value collapses the tile.</remarks>
    public static int LargestRows(int vectors, VectorWidth width) =>
        width == VectorWidth.Bits512 || AdvSimd.IsSupported ? 9 : vectors switch { 1 => 9, 2 => 6, _ => 4 };

    /// <summary>The kernel for a number of vectors and tiles.</summary>
    /// <returns>A pointer to <see cref="Run{TLanes,TVector,TWeights,TVectors,TRows}"/>.</returns>
    public static delegate*<float*, nint, int, float*, float*, nint, float*, int, nint, int, void> Kernel<TLanes, TVector, TWeights>(int vectors, int rows)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TWeights : struct, IPointWeights => (vectors, rows) switch
        {
            (1, 1) => &Run<TLanes, TVector, TWeights, One, One>,
            (1, 2) => &Run<TLanes, TVector, TWeights, One, Two>,
            (1, 3) => &Run<TLanes, TVector, TWeights, One, Three>,
            (1, 4) => &Run<TLanes, TVector, TWeights, One, Four>,
            (1, 5) => &Run<TLanes, TVector, TWeights, One, Five>,
            (1, 6) => &Run<TLanes, TVector, TWeights, One, Six>,
            (1, 7) => &Run<TLanes, TVector, TWeights, One, Seven>,
            (1, 8) => &Run<TLanes, TVector, TWeights, One, Eight>,
            (1, 9) => &Run<TLanes, TVector, TWeights, One, Nine>,
            (2, 1) => &Run<TLanes, TVector, TWeights, Two, One>,
            (2, 2) => &Run<TLanes, TVector, TWeights, Two, Two>,
            (2, 3) => &Run<TLanes, TVector, TWeights, Two, Three>,
            (2, 4) => &Run<TLanes, TVector, TWeights, Two, Four>,
            (2, 5) => &Run<TLanes, TVector, TWeights, Two, Five>,
            (2, 6) => &Run<TLanes, TVector, TWeights, Two, Six>,
            (2, 7) => &Run<TLanes, TVector, TWeights, Two, Seven>,
            (2, 8) => &Run<TLanes, TVector, TWeights, Two, Eight>,
            (2, 9) => &Run<TLanes, TVector, TWeights, Two, Nine>,
            (3, 1) => &Run<TLanes, TVector, TWeights, Three, One>,
            (3, 2) => &Run<TLanes, TVector, TWeights, Three, Two>,
            (3, 3) => &Run<TLanes, TVector, TWeights, Three, Three>,
            (3, 4) => &Run<TLanes, TVector, TWeights, Three, Four>,
            (3, 5) => &Run<TLanes, TVector, TWeights, Three, Five>,
            (3, 6) => &Run<TLanes, TVector, TWeights, Three, Six>,
            (3, 7) => &Run<TLanes, TVector, TWeights, Three, Seven>,
            (3, 8) => &Run<TLanes, TVector, TWeights, Three, Eight>,
            _ => &Run<TLanes, TVector, TWeights, Three, Nine>,
        };

    /// <summary>Multiplies one block of weights with some tiles.</summary>
    /// <param name="rows">The first tile: runs of 16 input channels.</param>
    /// <param name="runStep">Floats from one run to the next.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="weight">The block: [input channel][lane], or what its weights are made of.</param>
    /// <param name="output">The first tile's products.</param>
    /// <param name="outputStep">Floats from one tile's products to the next.</param>
    /// <param name="next">What is fetched into the second-level cache with the first input channel: the first of some lines.</param>
    /// <param name="nextStep">Floats from there to what is fetched with the next channel.</param>
    /// <param name="apart">Floats from one of the lines to the next.</param>
    /// <param name="lines">How many there are, up to three.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TLanes, TVector, TWeights, TVectors, TRows>(
        float* rows, nint runStep, int inputs, float* weight, float* output, nint outputStep, float* next, int nextStep, nint apart, int lines)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TWeights : struct, IPointWeights
        where TVectors : struct, ICount
        where TRows : struct, ICount
    {
        TVector a0 = TLanes.Zero, a1 = TLanes.Zero, a2 = TLanes.Zero, a3 = TLanes.Zero, a4 = TLanes.Zero, a5 = TLanes.Zero, a6 = TLanes.Zero, a7 = TLanes.Zero, a8 = TLanes.Zero;
        TVector b0 = TLanes.Zero, b1 = TLanes.Zero, b2 = TLanes.Zero, b3 = TLanes.Zero, b4 = TLanes.Zero, b5 = TLanes.Zero, b6 = TLanes.Zero, b7 = TLanes.Zero, b8 = TLanes.Zero;
        TVector c0 = TLanes.Zero, c1 = TLanes.Zero, c2 = TLanes.Zero, c3 = TLanes.Zero, c4 = TLanes.Zero, c5 = TLanes.Zero, c6 = TLanes.Zero, c7 = TLanes.Zero, c8 = TLanes.Zero;
        int left = inputs;
        do
        {
            float* x = rows;
            float* end = x + Math.Min(left, TransformLayout.Run);
            do
            {
                int part = TVectors.Value * TLanes.Count;
                TVector u = TWeights.Load<TLanes, TVector>(weight, part);
                TVector v = TVectors.Value > 1 ? TWeights.Load<TLanes, TVector>(weight + TLanes.Count, part) : TLanes.Zero;
                TVector w = TVectors.Value > 2 ? TWeights.Load<TLanes, TVector>(weight + (2 * TLanes.Count), part) : TLanes.Zero;
                if (Sse.IsSupported && lines > 0)
                {
                    Prefetch(next, apart, lines);
                }

                PrefetchAgain<TLanes, TVector, TWeights, TVectors>(weight, lines);
                next += nextStep;
                weight += TWeights.Stride * part;

                TVector y = TLanes.Broadcast(x[0]);
                a0 = TLanes.MultiplyAdd(y, u, a0);
                b0 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b0) : b0;
                c0 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c0) : c0;

                if (TRows.Value > 1)
                {
                    y = TLanes.Broadcast(x[1 * TransformLayout.Run]);
                    a1 = TLanes.MultiplyAdd(y, u, a1);
                    b1 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b1) : b1;
                    c1 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c1) : c1;
                }

                if (TRows.Value > 2)
                {
                    y = TLanes.Broadcast(x[2 * TransformLayout.Run]);
                    a2 = TLanes.MultiplyAdd(y, u, a2);
                    b2 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b2) : b2;
                    c2 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c2) : c2;
                }

                if (TRows.Value > 3)
                {
                    y = TLanes.Broadcast(x[3 * TransformLayout.Run]);
                    a3 = TLanes.MultiplyAdd(y, u, a3);
                    b3 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b3) : b3;
                    c3 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c3) : c3;
                }

                if (TRows.Value > 4)
                {
                    y = TLanes.Broadcast(x[4 * TransformLayout.Run]);
                    a4 = TLanes.MultiplyAdd(y, u, a4);
                    b4 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b4) : b4;
                    c4 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c4) : c4;
                }

                if (TRows.Value > 5)
                {
                    y = TLanes.Broadcast(x[5 * TransformLayout.Run]);
                    a5 = TLanes.MultiplyAdd(y, u, a5);
                    b5 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b5) : b5;
                    c5 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c5) : c5;
                }

                if (TRows.Value > 6)
                {
                    y = TLanes.Broadcast(x[6 * TransformLayout.Run]);
                    a6 = TLanes.MultiplyAdd(y, u, a6);
                    b6 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b6) : b6;
                    c6 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c6) : c6;
                }

                if (TRows.Value > 7)
                {
                    y = TLanes.Broadcast(x[7 * TransformLayout.Run]);
                    a7 = TLanes.MultiplyAdd(y, u, a7);
                    b7 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b7) : b7;
                    c7 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c7) : c7;
                }

                if (TRows.Value > 8)
                {
                    y = TLanes.Broadcast(x[8 * TransformLayout.Run]);
                    a8 = TLanes.MultiplyAdd(y, u, a8);
                    b8 = TVectors.Value > 1 ? TLanes.MultiplyAdd(y, v, b8) : b8;
                    c8 = TVectors.Value > 2 ? TLanes.MultiplyAdd(y, w, c8) : c8;
                }
            }
            while (++x < end);

            rows += runStep;
            left -= TransformLayout.Run;
        }
        while (left > 0);

        Store<TLanes, TVector, TVectors>(a0, b0, c0, output);

        if (TRows.Value > 1)
        {
            Store<TLanes, TVector, TVectors>(a1, b1, c1, output + outputStep);
        }

        if (TRows.Value > 2)
        {
            Store<TLanes, TVector, TVectors>(a2, b2, c2, output + (2 * outputStep));
        }

        if (TRows.Value > 3)
        {
            Store<TLanes, TVector, TVectors>(a3, b3, c3, output + (3 * outputStep));
        }

        if (TRows.Value > 4)
        {
            Store<TLanes, TVector, TVectors>(a4, b4, c4, output + (4 * outputStep));
        }

        if (TRows.Value > 5)
        {
            Store<TLanes, TVector, TVectors>(a5, b5, c5, output + (5 * outputStep));
        }

        if (TRows.Value > 6)
        {
            Store<TLanes, TVector, TVectors>(a6, b6, c6, output + (6 * outputStep));
        }

        if (TRows.Value > 7)
        {
            Store<TLanes, TVector, TVectors>(a7, b7, c7, output + (7 * outputStep));
        }

        if (TRows.Value > 8)
        {
            Store<TLanes, TVector, TVectors>(a8, b8, c8, output + (8 * outputStep));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(float* next, nint apart, int lines)
    {
        Sse.Prefetch1(next);
        if (lines > 1)
        {
            Sse.Prefetch1(next + apart);
            if (lines > 2)
            {
                Sse.Prefetch1(next + (2 * apart));
            }
        }
    }

    // Memory drops some of what is asked for while it is busy: the second time mends that. Tiles of narrower vectors load once
    // for every product or two, and have no time for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchAgain<TLanes, TVector, TWeights, TVectors>(float* weight, int lines)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TWeights : struct, IPointWeights
        where TVectors : struct, ICount
    {
        if (!Sse.IsSupported || TLanes.Count < Lanes512.Count || (TWeights.Stride == 1 && lines == 0))
        {
            return;
        }

        float* soon = weight + (TWeights.ChannelsAhead * TWeights.Stride * TVectors.Value * Line);
        PrefetchPart<TVectors>(soon);
        if (TWeights.Parts > 1)
        {
            PrefetchPart<TVectors>(soon + (TVectors.Value * Line));
            PrefetchPart<TVectors>(soon + (2 * TVectors.Value * Line));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchPart<TVectors>(float* soon)
        where TVectors : struct, ICount
    {
        Sse.Prefetch0(soon);
        if (TVectors.Value > 1)
        {
            Sse.Prefetch0(soon + Line);
        }

        if (TVectors.Value > 2)
        {
            Sse.Prefetch0(soon + (2 * Line));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TVector, TVectors>(TVector a, TVector b, TVector c, float* output)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TVectors : struct, ICount
    {
        TLanes.Store(a, output);
        if (TVectors.Value > 1)
        {
            TLanes.Store(b, output + TLanes.Count);
        }

        if (TVectors.Value > 2)
        {
            TLanes.Store(c, output + (2 * TLanes.Count));
        }
    }
}
