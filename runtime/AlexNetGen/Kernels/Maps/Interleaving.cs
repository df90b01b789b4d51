using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>Puts the values of three planes in turn: the layout change of an image in red, green and blue.</summary>
internal static unsafe class Interleaving
{
    /// <summary>The number of planes.</summary>
    public const int Planes = 3;

    /// <summary>Interleaves some rows, in vectors of the given width; value by value where that is 128 bits or none.</summary>
    public static void Run(in InterleavedRows rows, VectorWidth width)
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                Run<Lanes512, Vector512<float>>(rows);
                break;
            case VectorWidth.Bits256:
                Run<Lanes256, Vector256<float>>(rows);
                break;
            default:
                for (int y = 0; y < rows.Rows; y++)
                {
                    Rest(rows, y, 0);
                }

                break;
        }
    }

    // Of three vectors of the result, lane i is point i / 3 of plane i % 3.
    private static ReadOnlySpan<int> Points =>
    [
        0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7,
        8, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 11, 12, 12, 12, 13, 13, 13, 14, 14, 14, 15, 15, 15,
    ];

    // -1 where a value is the second plane's.
    private static ReadOnlySpan<int> AreGreen =>
    [
        0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0,
        0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0,
    ];

    // -1 where it is the third one's.
    private static ReadOnlySpan<int> AreBlue =>
    [
        0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1,
        0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1,
    ];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TLanes, TVector>(in InterleavedRows rows)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        float* index = Constants(Points), isGreen = Constants(AreGreen), isBlue = Constants(AreBlue);
        TVector index0 = TLanes.Load(index), index1 = TLanes.Load(index + TLanes.Count), index2 = TLanes.Load(index + (2 * TLanes.Count));
        TVector green0 = TLanes.Load(isGreen), green1 = TLanes.Load(isGreen + TLanes.Count), green2 = TLanes.Load(isGreen + (2 * TLanes.Count));
        TVector blue0 = TLanes.Load(isBlue), blue1 = TLanes.Load(isBlue + TLanes.Count), blue2 = TLanes.Load(isBlue + (2 * TLanes.Count));
        for (int y = 0; y < rows.Rows; y++)
        {
            float* red = rows.Source + (y * rows.SourceRow), green = red + rows.PlaneLength, blue = green + rows.PlaneLength;
            float* to = rows.Destination + (y * rows.DestinationRow);
            int x = 0;
            for (; x <= rows.Columns - TLanes.Count; x += TLanes.Count, to += 3 * TLanes.Count)
            {
                TVector r = TLanes.Load(red + x), g = TLanes.Load(green + x), b = TLanes.Load(blue + x);
                TLanes.Store(Pick<TLanes, TVector>(r, g, b, index0, green0, blue0), to);
                TLanes.Store(Pick<TLanes, TVector>(r, g, b, index1, green1, blue1), to + TLanes.Count);
                TLanes.Store(Pick<TLanes, TVector>(r, g, b, index2, green2, blue2), to + (2 * TLanes.Count));
            }

            Rest(rows, y, x);
        }
    }

    // The columns of a row from one on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rest(in InterleavedRows rows, int y, int x)
    {
        float* red = rows.Source + (y * rows.SourceRow), green = red + rows.PlaneLength, blue = green + rows.PlaneLength;
        float* to = rows.Destination + (y * rows.DestinationRow);
        for (; x < rows.Columns; x++)
        {
            to[Planes * x] = red[x];
            to[(Planes * x) + 1] = green[x];
            to[(Planes * x) + 2] = blue[x];
        }
    }

    // The program's own, which never move.
    private static float* Constants(ReadOnlySpan<int> values) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Pick<TLanes, TVector>(TVector red, TVector green, TVector blue, TVector index, TVector isGreen, TVector isBlue)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.Select(isGreen, TLanes.Permute(green, index), TLanes.Select(isBlue, TLanes.Permute(blue, index), TLanes.Permute(red, index)));
}
