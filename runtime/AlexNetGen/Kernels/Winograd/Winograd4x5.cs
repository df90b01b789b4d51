using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>F(4,5): 4 outputs of 5 taps by 8 products, at the points 0, 1, -1, 2, -2, 1/2, -1/2 and infinity.</summary>
internal readonly unsafe struct Winograd4x5 : IWinogradTransform
{
    public static int Tile => 4;

    public static int Taps => 5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TLanes, TVector>(float* source, nint step, float* destination, nint destinationStep, bool isWhole)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector x0 = TLanes.Load(source), x1 = TLanes.Load(source + step), x2 = TLanes.Load(source + (2 * step));
        TVector x3 = TLanes.Load(source + (3 * step)), x4 = TLanes.Load(source + (4 * step)), x5 = TLanes.Load(source + (5 * step));
        TVector x6 = TLanes.Load(source + (6 * step));
        TVector even0 = TLanes.MultiplyAdd(TLanes.Broadcast(-4.25f), x4, TLanes.Add(x2, x6));
        TVector odd0 = TLanes.MultiplyAdd(TLanes.Broadcast(-4.25f), x3, TLanes.Add(x1, x5));
        TVector even1 = TLanes.MultiplyAdd(TLanes.Broadcast(-1.25f), x4, TLanes.MultiplyAdd(TLanes.Broadcast(0.25f), x2, x6));
        TVector odd1 = TLanes.MultiplyAdd(TLanes.Broadcast(2f), x5, TLanes.MultiplyAdd(TLanes.Broadcast(-2.5f), x3, TLanes.Multiply(TLanes.Broadcast(0.5f), x1)));
        TVector even2 = TLanes.MultiplyAdd(TLanes.Broadcast(-5f), x4, TLanes.MultiplyAdd(TLanes.Broadcast(4f), x2, x6));
        TVector odd2 = TLanes.MultiplyAdd(TLanes.Broadcast(0.5f), x5, TLanes.MultiplyAdd(TLanes.Broadcast(-2.5f), x3, TLanes.Multiply(TLanes.Broadcast(2f), x1)));
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-5.25f), x4, TLanes.MultiplyAdd(TLanes.Broadcast(5.25f), x2, TLanes.Subtract(x6, x0))), destination);
        TLanes.Store(TLanes.Add(even0, odd0), destination + destinationStep);
        TLanes.Store(TLanes.Subtract(even0, odd0), destination + (2 * destinationStep));
        TLanes.Store(TLanes.Add(even1, odd1), destination + (3 * destinationStep));
        TLanes.Store(TLanes.Subtract(even1, odd1), destination + (4 * destinationStep));
        TLanes.Store(TLanes.Add(even2, odd2), destination + (5 * destinationStep));
        TLanes.Store(TLanes.Subtract(even2, odd2), destination + (6 * destinationStep));
        if (isWhole)
        {
            TVector x7 = TLanes.Load(source + (7 * step));
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(-5.25f), x5, TLanes.MultiplyAdd(TLanes.Broadcast(5.25f), x3, TLanes.Subtract(x7, x1))), destination + (7 * destinationStep));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TLanes, TVector>(float* source, nint step, bool isWhole, out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector x0 = TLanes.Load(source), x1 = TLanes.Load(source + step), x2 = TLanes.Load(source + (2 * step));
        TVector x3 = TLanes.Load(source + (3 * step)), x4 = TLanes.Load(source + (4 * step)), x5 = TLanes.Load(source + (5 * step));
        TVector x6 = TLanes.Load(source + (6 * step));
        TVector sum0 = TLanes.Add(x1, x2), difference0 = TLanes.Subtract(x1, x2);
        TVector sum1 = TLanes.Add(x3, x4), difference1 = TLanes.Subtract(x3, x4);
        TVector sum2 = TLanes.Add(x5, x6), difference2 = TLanes.Subtract(x5, x6);
        y0 = TLanes.Add(TLanes.Add(TLanes.Add(x0, sum0), sum1), sum2);
        y1 = TLanes.MultiplyAdd(TLanes.Broadcast(0.5f), difference2, TLanes.MultiplyAdd(TLanes.Broadcast(2f), difference1, difference0));
        y2 = TLanes.MultiplyAdd(TLanes.Broadcast(0.25f), sum2, TLanes.MultiplyAdd(TLanes.Broadcast(4f), sum1, sum0));
        y3 = y4 = TLanes.Zero;
        if (isWhole)
        {
            TVector x7 = TLanes.Load(source + (7 * step));
            y3 = TLanes.MultiplyAdd(TLanes.Broadcast(0.125f), difference2, TLanes.MultiplyAdd(TLanes.Broadcast(8f), difference1, TLanes.Add(difference0, x7)));
        }
    }
}
