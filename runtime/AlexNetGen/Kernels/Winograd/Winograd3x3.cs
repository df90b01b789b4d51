using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>F(3,3): 3 outputs of 3 taps by 5 products, at the points 0, 1, -1, 2 and infinity.</summary>
internal readonly unsafe struct Winograd3x3 : IWinogradTransform
{
    public static int Tile => 3;

    public static int Taps => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TLanes, TVector>(float* source, nint step, float* destination, nint destinationStep, bool isWhole)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector x0 = TLanes.Load(source), x1 = TLanes.Load(source + step), x2 = TLanes.Load(source + (2 * step));
        TVector x3 = TLanes.Load(source + (3 * step));
        TVector even0 = TLanes.MultiplyAdd(TLanes.Broadcast(-2f), x2, x3);
        TVector odd0 = TLanes.MultiplyAdd(TLanes.Broadcast(-2f), x1, x2);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-2f), x2, TLanes.MultiplyAdd(TLanes.Broadcast(2f), x0, TLanes.Subtract(x3, x1))), destination);
        TLanes.Store(TLanes.Add(even0, odd0), destination + destinationStep);
        TLanes.Store(TLanes.Subtract(even0, odd0), destination + (2 * destinationStep));
        TLanes.Store(TLanes.Subtract(x3, x1), destination + (3 * destinationStep));
        if (isWhole)
        {
            TVector x4 = TLanes.Load(source + (4 * step));
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-2f), x3, TLanes.MultiplyAdd(TLanes.Broadcast(2f), x1, TLanes.Subtract(x4, x2))), destination + (4 * destinationStep));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TLanes, TVector>(float* source, nint step, bool isWhole, out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector x0 = TLanes.Load(source), x1 = TLanes.Load(source + step), x2 = TLanes.Load(source + (2 * step));
        TVector x3 = TLanes.Load(source + (3 * step));
        TVector sum0 = TLanes.Add(x1, x2), difference0 = TLanes.Subtract(x1, x2);
        y0 = TLanes.Add(TLanes.Add(x0, sum0), x3);
        y1 = TLanes.MultiplyAdd(TLanes.Broadcast(2f), x3, difference0);
        y2 = y3 = y4 = TLanes.Zero;
        if (isWhole)
        {
            TVector x4 = TLanes.Load(source + (4 * step));
            y2 = TLanes.MultiplyAdd(TLanes.Broadcast(4f), x3, TLanes.Add(sum0, x4));
        }
    }
}
