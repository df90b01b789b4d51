using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>F(2,3): 2 outputs of 3 taps by 4 products, at the points 0, 1, -1 and infinity.</summary>
internal readonly unsafe struct Winograd2x3 : IWinogradTransform
{
    public static int Tile => 2;

    public static int Taps => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TLanes, TVector>(float* source, nint step, float* destination, nint destinationStep, bool isWhole)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector x0 = TLanes.Load(source), x1 = TLanes.Load(source + step), x2 = TLanes.Load(source + (2 * step));
        TVector even0 = x2;
        TVector odd0 = x1;
        TLanes.Store(TLanes.Subtract(x2, x0), destination);
        TLanes.Store(TLanes.Add(even0, odd0), destination + destinationStep);
        TLanes.Store(TLanes.Subtract(even0, odd0), destination + (2 * destinationStep));
        if (isWhole)
        {
            TVector x3 = TLanes.Load(source + (3 * step));
            TLanes.Store(TLanes.Subtract(x3, x1), destination + (3 * destinationStep));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TLanes, TVector>(float* source, nint step, bool isWhole, out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector x0 = TLanes.Load(source), x1 = TLanes.Load(source + step), x2 = TLanes.Load(source + (2 * step));
        TVector sum0 = TLanes.Add(x1, x2), difference0 = TLanes.Subtract(x1, x2);
        y0 = TLanes.Add(x0, sum0);
        y1 = y2 = y3 = y4 = TLanes.Zero;
        if (isWhole)
        {
            TVector x3 = TLanes.Load(source + (3 * step));
            y1 = TLanes.Add(difference0, x3);
        }
    }
}
