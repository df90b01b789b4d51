using System.Runtime.CompilerServices;

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
    public static void Run<TLanes, TVector, TWeights, TVectors, TRows>(
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
                ProductPrefetch.Next(next, apart, lines);
                ProductPrefetch.Soon<TLanes, TVector, TWeights, TVectors>(weight, lines);
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
