using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The windows of a row that share columns: first the values of each column are joined, once, then those of neighbouring columns,
/// which wait in registers. Columns in the padding are columns of nothing.
/// <code>
///   rows      . . . . . . .
///             . . . . . . .
///             . . . . . . .
///             | | | | | | |
///   columns   a b c d e f g     windows   abc bcd cde ...
/// </code>
/// </summary>
/// <typeparam name="TGeometry">The pool.</typeparam>
/// <typeparam name="TReduction">What it makes of a window.</typeparam>
internal static unsafe class OverlappingWindows<TGeometry, TReduction>
    where TGeometry : struct, IPooling
    where TReduction : struct, IWindowReduction
{
    private const int MostColumns = 5;

    /// <summary>Whether the windows are such. Where they share less than half, the strides through memory are dearer than what is saved.</summary>
    public static bool Fits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TGeometry.KernelHeight <= WindowColumn<TGeometry, TReduction>.MostTaps && TGeometry.KernelWidth is > 1 and <= MostColumns
            && 2 * TGeometry.StrideWidth <= TGeometry.KernelWidth && TGeometry.DilationWidth == 1;
    }

    /// <summary>Computes a row of the output.</summary>
    /// <param name="input">The first row under the windows.</param>
    /// <param name="output">The output's row.</param>
    /// <param name="rows">The rows under the windows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store<TLanes, TVector>(float* input, float* output, WindowSpan rows)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int taps = rows.Count, end = taps > 0 ? TGeometry.InputWidth : 0;
        TVector nothing = TLanes.Broadcast(TReduction.Nothing);
        int full = (TGeometry.CountIncludePad ? rows.Padded : taps) * TGeometry.KernelWidth;
        TVector share = TLanes.Broadcast(1f / full);
        int columns = ((TGeometry.OutputWidth - 1) * TGeometry.StrideWidth) + TGeometry.KernelWidth;
        int other = Math.Min(TLanes.Count, TGeometry.Channels - TLanes.Count);
        for (int channel = 0; channel < TGeometry.Channels; channel += 2 * TLanes.Count)
        {
            // Two vectors at a time. The last ones overlap their neighbours, or each other, instead of hanging over.
            int start = Math.Max(Math.Min(channel, TGeometry.Channels - (2 * TLanes.Count)), 0);
            float* next = input + start - (TGeometry.PaddingLeft * TGeometry.Channels), to = output + start;
            TVector a0 = nothing, b0 = nothing, c0 = nothing, d0 = nothing, e0 = nothing;
            TVector a1 = nothing, b1 = nothing, c1 = nothing, d1 = nothing, e1 = nothing;
            for (int i = 0; i < columns; i++, next += TGeometry.Channels)
            {
                a0 = b0;
                b0 = c0;
                c0 = d0;
                d0 = e0;
                a1 = b1;
                b1 = c1;
                c1 = d1;
                d1 = e1;
                e0 = nothing;
                e1 = nothing;
                if ((uint)(i - TGeometry.PaddingLeft) < (uint)end)
                {
                    e0 = WindowColumn<TGeometry, TReduction>.Join<TLanes, TVector>(next, taps);
                    e1 = WindowColumn<TGeometry, TReduction>.Join<TLanes, TVector>(next + other, taps);
                }

                int before = i - (TGeometry.KernelWidth - 1);
                if (before < 0 || before % TGeometry.StrideWidth != 0)
                {
                    continue;
                }

                TVector r0 = TReduction.Join<TLanes, TVector>(d0, e0), r1 = TReduction.Join<TLanes, TVector>(d1, e1);
                if (TGeometry.KernelWidth > 2)
                {
                    r0 = TReduction.Join<TLanes, TVector>(c0, r0);
                    r1 = TReduction.Join<TLanes, TVector>(c1, r1);
                }

                if (TGeometry.KernelWidth > 3)
                {
                    r0 = TReduction.Join<TLanes, TVector>(b0, r0);
                    r1 = TReduction.Join<TLanes, TVector>(b1, r1);
                }

                if (TGeometry.KernelWidth > 4)
                {
                    r0 = TReduction.Join<TLanes, TVector>(a0, r0);
                    r1 = TReduction.Join<TLanes, TVector>(a1, r1);
                }

                if (TReduction.Divides)
                {
                    int divisor = WindowSpan.Divisor<TGeometry>(rows, WindowSpan.OfColumns<TGeometry>(before / TGeometry.StrideWidth));
                    TVector factor = divisor == full ? share : TLanes.Broadcast(1f / divisor);
                    r0 = TLanes.Multiply(r0, factor);
                    r1 = TLanes.Multiply(r1, factor);
                }

                TLanes.Store(r0, to);
                TLanes.Store(r1, to + other);
                to += TGeometry.Channels;
            }
        }
    }
}
