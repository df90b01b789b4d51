using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>F(2,2): 2 outputs of 2 taps by 3 products, at the points 0, 1 and infinity.</summary>
internal readonly unsafe struct Winograd2x2 : IWinogradTransform
{
    public static int Tile => 2;

    public static int Taps => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TLanes, TVector>(float* source, nint step, float* destination, nint destinationStep, bool isWhole)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector x0 = TLanes.Load(source), x1 = TLanes.Load(source + step);
        TLanes.Store(TLanes.Subtract(x1, x0), destination);
        TLanes.Store(x1, destination + destinationStep);
        if (isWhole)
        {
            TVector x2 = TLanes.Load(source + (2 * step));
            TLanes.Store(TLanes.Subtract(x2, x1), destination + (2 * destinationStep));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TLanes, TVector>(float* source, nint step, bool isWhole, out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector x0 = TLanes.Load(source), x1 = TLanes.Load(source + step);
        y0 = TLanes.Add(x0, x1);
        y1 = y2 = y3 = y4 = TLanes.Zero;
        if (isWhole)
        {
            TVector x2 = TLanes.Load(source + (2 * step));
            y1 = TLanes.Add(x1, x2);
        }
    }
}
