using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>
/// Winograd's weights transformed along the columns of the kernel alone, of which additions make those at the points of a
/// row when they are multiplied: 21 values of 49 for F(5,3), 18 of 36 for F(4,3). Where a map has few tiles, threads
/// together wait for weights longer than for arithmetic.
/// <code>
///   g, 3 x 3      stored, 7 x 3     at the points, 7 x 7
///   . . .         h h h             u u u u u u u
///   . . .   G g   h h h    h G^T    u u u u u u u      a row of u from a row of h: h0, h0 + h1 + h2,
///   . . .  -----> h h h   ------->  u u u u u u u      h0 - h1 + h2, h0 + 2 h1 + 4 h2, ..., h2
///   (rows)        . . .             .
/// </code>
/// The rows of G have no factors here: the input's transform has them (<see cref="Scales"/>). Weights that are
/// transformed both ways when they are packed are made by the same additions, so that both give the same bits.
/// </summary>
internal static unsafe class HalfwayFilter
{
    /// <summary>Taps in a row of the kernel.</summary>
    public const int Taps = 3;

    /// <summary>The factors of G's rows, 1 / product over l != j of (p_j - p_l); that at 1/2 is a quarter of it, for its weight is four times.</summary>
    /// <param name="tile">Of F(4,3) or F(5,3).</param>
    public static ReadOnlySpan<float> Scales(int tile) => tile == 4
        ? [1f / 4, -1f / 6, -1f / 6, 1f / 24, 1f / 24, 1]
        : [-1f / 2, -1f / 3, 1f / 9, 1f / 36, -1f / 60, 8f / 45, 1];

    /// <summary>The weights at a point of a row.</summary>
    /// <param name="halfway">[input channel][tap][lane].</param>
    /// <param name="point">The point in the row.</param>
    /// <param name="side">The points of a row.</param>
    /// <param name="lanes">Lanes of the block.</param>
    /// <param name="count">Weights: input channels times lanes.</param>
    /// <param name="weight">[input channel][lane].</param>
    public static void Finish(float* halfway, int point, int side, int lanes, int count, float* weight)
    {
        // The point at infinity takes the last tap.
        bool isLast = point == side - 1;
        switch (isLast ? 0 : point)
        {
            case 0:
                Finish<HalfwayTap>(halfway + (isLast ? 2 * lanes : 0), lanes, count, weight);
                break;
            case 1:
                Finish<HalfwayAtOne>(halfway, lanes, count, weight);
                break;
            case 2:
                Finish<HalfwayAtMinusOne>(halfway, lanes, count, weight);
                break;
            case 3:
                Finish<HalfwayAtTwo>(halfway, lanes, count, weight);
                break;
            case 4:
                Finish<HalfwayAtMinusTwo>(halfway, lanes, count, weight);
                break;
            default:
                Finish<HalfwayAtHalf>(halfway, lanes, count, weight);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Finish<TWeights>(float* halfway, int lanes, int count, float* weight)
        where TWeights : struct, IPointWeights
    {
        for (float* end = weight + count; weight < end; halfway += Taps * lanes, weight += lanes)
        {
            for (int lane = 0; lane < lanes; lane += Lanes512.Count)
            {
                Lanes512.Store(TWeights.Load<Lanes512, Vector512<float>>(halfway + lane, lanes), weight + lane);
            }
        }
    }
}
