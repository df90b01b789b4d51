using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>F(4,2): 4 outputs of 2 taps by 5 products, at the points 0, 1, -1, 2 and infinity: those of F(3,3), whose values they are.</summary>
internal readonly unsafe struct Winograd4x2 : IWinogradTransform
{
    public static int Tile => 4;

    public static int Taps => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TLanes, TVector>(float* source, nint step, float* destination, nint destinationStep, bool isWhole)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => Winograd3x3.Input<TLanes, TVector>(source, step, destination, destinationStep, isWhole);

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
        y2 = TLanes.MultiplyAdd(TLanes.Broadcast(4f), x3, sum0);
        y3 = y4 = TLanes.Zero;
        if (isWhole)
        {
            TVector x4 = TLanes.Load(source + (4 * step));
            y3 = TLanes.MultiplyAdd(TLanes.Broadcast(8f), x3, TLanes.Add(difference0, x4));
        }
    }
}
