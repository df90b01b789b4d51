using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// One level: matrices of 2 x 2 blocks, by 7 products. A is the input, whose rows are pixels; B the weights; C the output.
/// <code>
/// M1 = (A11 + A22) (B11 + B22)    M4 = A22 (B21 - B11)            M6 = (A21 - A11) (B11 + B12)
/// M2 = (A21 + A22) B11            M5 = (A11 + A12) B22            M7 = (A12 - A22) (B21 + B22)
/// M3 = A11 (B12 - B22)
/// C11 = M1 + M4 - M5 + M7    C12 = M3 + M5    C21 = M2 + M4    C22 = M1 - M2 + M3 + M6
/// </code>
/// </summary>
internal readonly unsafe struct StrassenOnce : IStrassenLevels
{
    public static int Parts => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TLanes, TVector>(float* first, float* second, float* third, float* fourth, nint part, float* destination, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => Values<TLanes, TVector>(
            TLanes.Load(first), TLanes.Load(first + part), TLanes.Load(second), TLanes.Load(second + part), destination, step);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TLanes, TVector>(float* source, nint step, float* destination, nint part, nint pixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => Results<TLanes, TVector>(
            TLanes.Load(source), TLanes.Load(source + step), TLanes.Load(source + (2 * step)), TLanes.Load(source + (3 * step)),
            TLanes.Load(source + (4 * step)), TLanes.Load(source + (5 * step)), TLanes.Load(source + (6 * step)), destination, part, pixel);

    /// <summary>The values at the seven points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Values<TLanes, TVector>(TVector a11, TVector a12, TVector a21, TVector a22, float* destination, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TLanes.Store(TLanes.Add(a11, a22), destination);
        TLanes.Store(TLanes.Add(a21, a22), destination + step);
        TLanes.Store(a11, destination + (2 * step));
        TLanes.Store(a22, destination + (3 * step));
        TLanes.Store(TLanes.Add(a11, a12), destination + (4 * step));
        TLanes.Store(TLanes.Subtract(a21, a11), destination + (5 * step));
        TLanes.Store(TLanes.Subtract(a12, a22), destination + (6 * step));
    }

    /// <summary>The blocks of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Results<TLanes, TVector>(
        TVector m1, TVector m2, TVector m3, TVector m4, TVector m5, TVector m6, TVector m7, float* destination, nint part, nint pixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TLanes.Store(TLanes.Add(TLanes.Subtract(TLanes.Add(m1, m4), m5), m7), destination);
        TLanes.Store(TLanes.Add(m3, m5), destination + part);
        TLanes.Store(TLanes.Add(m2, m4), destination + pixel);
        TLanes.Store(TLanes.Add(TLanes.Add(TLanes.Subtract(m1, m2), m3), m6), destination + pixel + part);
    }
}
