using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Two levels: the blocks of <see cref="StrassenOnce"/> are divided once more, into 4 x 4 blocks by 49 products. Point
/// 7 i + j is point i of the larger blocks and point j within them.
/// </summary>
internal readonly unsafe struct StrassenTwice : IStrassenLevels
{
    private const int Inner = 7;

    public static int Parts => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TLanes, TVector>(float* first, float* second, float* third, float* fourth, nint part, float* destination, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        nint half = 2 * part, inner = Inner * step;
        Sum<TLanes, TVector>(first, second, third + half, fourth + half, part, destination, step);
        Sum<TLanes, TVector>(third, fourth, third + half, fourth + half, part, destination + inner, step);
        One<TLanes, TVector>(first, second, part, destination + (2 * inner), step);
        One<TLanes, TVector>(third + half, fourth + half, part, destination + (3 * inner), step);
        Sum<TLanes, TVector>(first, second, first + half, second + half, part, destination + (4 * inner), step);
        Difference<TLanes, TVector>(third, fourth, first, second, part, destination + (5 * inner), step);
        Difference<TLanes, TVector>(first + half, second + half, third + half, fourth + half, part, destination + (6 * inner), step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TLanes, TVector>(float* source, nint step, float* destination, nint part, nint pixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Each block of the inner results, at all seven outer points.
        nint inner = Inner * step;
        StrassenOnce.Results<TLanes, TVector>(
            First<TLanes, TVector>(source, step), First<TLanes, TVector>(source + inner, step), First<TLanes, TVector>(source + (2 * inner), step),
            First<TLanes, TVector>(source + (3 * inner), step), First<TLanes, TVector>(source + (4 * inner), step), First<TLanes, TVector>(source + (5 * inner), step),
            First<TLanes, TVector>(source + (6 * inner), step), destination, 2 * part, 2 * pixel);
        Middle<TLanes, TVector>(source + (2 * step), 2 * step, inner, destination + part, 2 * part, 2 * pixel);
        Middle<TLanes, TVector>(source + step, 2 * step, inner, destination + pixel, 2 * part, 2 * pixel);
        StrassenOnce.Results<TLanes, TVector>(
            Last<TLanes, TVector>(source, step), Last<TLanes, TVector>(source + inner, step), Last<TLanes, TVector>(source + (2 * inner), step),
            Last<TLanes, TVector>(source + (3 * inner), step), Last<TLanes, TVector>(source + (4 * inner), step), Last<TLanes, TVector>(source + (5 * inner), step),
            Last<TLanes, TVector>(source + (6 * inner), step), destination + part + pixel, 2 * part, 2 * pixel);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void One<TLanes, TVector>(float* upper, float* lower, nint part, float* destination, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => StrassenOnce.Values<TLanes, TVector>(
            TLanes.Load(upper), TLanes.Load(upper + part), TLanes.Load(lower), TLanes.Load(lower + part), destination, step);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum<TLanes, TVector>(float* upper, float* lower, float* otherUpper, float* otherLower, nint part, float* destination, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => StrassenOnce.Values<TLanes, TVector>(
            TLanes.Add(TLanes.Load(upper), TLanes.Load(otherUpper)),
            TLanes.Add(TLanes.Load(upper + part), TLanes.Load(otherUpper + part)),
            TLanes.Add(TLanes.Load(lower), TLanes.Load(otherLower)),
            TLanes.Add(TLanes.Load(lower + part), TLanes.Load(otherLower + part)),
            destination,
            step);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Difference<TLanes, TVector>(float* upper, float* lower, float* otherUpper, float* otherLower, nint part, float* destination, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => StrassenOnce.Values<TLanes, TVector>(
            TLanes.Subtract(TLanes.Load(upper), TLanes.Load(otherUpper)),
            TLanes.Subtract(TLanes.Load(upper + part), TLanes.Load(otherUpper + part)),
            TLanes.Subtract(TLanes.Load(lower), TLanes.Load(otherLower)),
            TLanes.Subtract(TLanes.Load(lower + part), TLanes.Load(otherLower + part)),
            destination,
            step);

    // C11 of the inner level.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector First<TLanes, TVector>(float* m, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Add(
            TLanes.Subtract(TLanes.Add(TLanes.Load(m), TLanes.Load(m + (3 * step))), TLanes.Load(m + (4 * step))), TLanes.Load(m + (6 * step)));

    // C22.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Last<TLanes, TVector>(float* m, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Add(
            TLanes.Add(TLanes.Subtract(TLanes.Load(m), TLanes.Load(m + step)), TLanes.Load(m + (2 * step))), TLanes.Load(m + (5 * step)));

    // C12 = M3 + M5, C21 = M2 + M4: two products that are as far from each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Middle<TLanes, TVector>(float* m, nint apart, nint inner, float* destination, nint part, nint pixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => StrassenOnce.Results<TLanes, TVector>(
            Pair<TLanes, TVector>(m, apart), Pair<TLanes, TVector>(m + inner, apart), Pair<TLanes, TVector>(m + (2 * inner), apart),
            Pair<TLanes, TVector>(m + (3 * inner), apart), Pair<TLanes, TVector>(m + (4 * inner), apart), Pair<TLanes, TVector>(m + (5 * inner), apart),
            Pair<TLanes, TVector>(m + (6 * inner), apart), destination, part, pixel);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Pair<TLanes, TVector>(float* m, nint apart)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Add(TLanes.Load(m), TLanes.Load(m + apart));
}
