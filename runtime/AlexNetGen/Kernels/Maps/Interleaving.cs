using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>Puts the values of three planes in turn: the layout change of an image in red, green and blue.</summary>
[SkipLocalsInit]
internal static unsafe class Interleaving
{
    /// <summary>Interleaves some points.</summary>
    /// <param name="planes">Three planes, one after the other.</param>
    /// <param name="interleaved">[point][plane].</param>
    /// <param name="points">The points of a plane.</param>
    /// <param name="point">The first to interleave.</param>
    /// <param name="end">The one after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* planes, float* interleaved, nint points, nint point, nint end)
    {
        float* red = planes, green = red + points, blue = green + points;
        float* to = interleaved + (3 * point);
        for (; point < end; point++, to += 3)
        {
            to[0] = red[point];
            to[1] = green[point];
            to[2] = blue[point];
        }
    }

    /// <summary>The same in vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector>(float* planes, float* interleaved, nint points, nint point, nint end)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Of three vectors of the result, lane i is point i / 3 of plane i % 3.
        int* constants = stackalloc int[9 * TLanes.Count];
        for (int i = 0; i < 3 * TLanes.Count; i++)
        {
            constants[i] = i / 3;
            constants[(3 * TLanes.Count) + i] = i % 3 == 1 ? -1 : 0;
            constants[(6 * TLanes.Count) + i] = i % 3 == 2 ? -1 : 0;
        }

        float* index = (float*)constants, isGreen = index + (3 * TLanes.Count), isBlue = isGreen + (3 * TLanes.Count);
        TVector index0 = TLanes.Load(index), index1 = TLanes.Load(index + TLanes.Count), index2 = TLanes.Load(index + (2 * TLanes.Count));
        TVector green0 = TLanes.Load(isGreen), green1 = TLanes.Load(isGreen + TLanes.Count), green2 = TLanes.Load(isGreen + (2 * TLanes.Count));
        TVector blue0 = TLanes.Load(isBlue), blue1 = TLanes.Load(isBlue + TLanes.Count), blue2 = TLanes.Load(isBlue + (2 * TLanes.Count));
        float* red = planes, green = red + points, blue = green + points;
        for (; point <= end - TLanes.Count; point += TLanes.Count)
        {
            TVector r = TLanes.Load(red + point), g = TLanes.Load(green + point), b = TLanes.Load(blue + point);
            float* to = interleaved + (3 * point);
            TLanes.Store(Pick<TLanes, TVector>(r, g, b, index0, green0, blue0), to);
            TLanes.Store(Pick<TLanes, TVector>(r, g, b, index1, green1, blue1), to + TLanes.Count);
            TLanes.Store(Pick<TLanes, TVector>(r, g, b, index2, green2, blue2), to + (2 * TLanes.Count));
        }

        Run(planes, interleaved, points, point, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Pick<TLanes, TVector>(TVector red, TVector green, TVector blue, TVector index, TVector isGreen, TVector isBlue)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.Select(isGreen, TLanes.Permute(green, index), TLanes.Select(isBlue, TLanes.Permute(blue, index), TLanes.Permute(red, index)));
}
