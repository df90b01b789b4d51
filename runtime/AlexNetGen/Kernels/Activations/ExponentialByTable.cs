using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// e^-x as <see cref="Exponential.OfNegative{TLanes,TVector}"/> has it, by a table of the powers of two between 1 and 2: by
/// AVX-512's of 32 values in two registers, -x = n ln 2 / 32 - r, 2^(n / 32) is a value of the table with another exponent,
/// and for e^-r with |r| at most ln 2 / 64 two terms are enough. AVX2's is of eight values, and takes three terms. A third
/// fewer multiplications.
/// </summary>
internal static class ExponentialByTable
{
    private const int Size = 32;
    private const float StepsOfOne = 46.166242f;
    private const float Step = 0.02166085f;

    // Steps of the table of 32 in one of the table of eight.
    private const float Coarser = 4;

    // The bits of 2^(i / 8), less i in the last three places of what is added to the exponent.
    private static ReadOnlySpan<int> PowersOfEighths =>
    [
        0x3F800000, 0x3F7B95C2, 0x3F7837F0, 0x3F75FED7,
        0x3F7504F3, 0x3F75672A, 0x3F7744FD, 0x3F7AC0C7,
    ];

    private static ReadOnlySpan<float> Powers =>
    [
        1.0f, 1.0218972f, 1.0442737f, 1.0671405f, 1.0905077f, 1.1143868f, 1.1387886f, 1.1637249f,
        1.1892071f, 1.2152474f, 1.2418578f, 1.269051f, 1.2968396f, 1.3252367f, 1.3542556f, 1.38391f,
        1.4142135f, 1.4451808f, 1.4768262f, 1.5091645f, 1.5422108f, 1.5759809f, 1.6104903f, 1.6457555f,
        1.6817929f, 1.7186193f, 1.7562522f, 1.7947091f, 1.8340081f, 1.8741677f, 1.9152066f, 1.9571441f,
    ];

    /// <summary>e^-x in each lane, to a few units in the last place; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OfNegative(Vector512<float> x)
    {
        // e^-87 is nothing beside 1. What is far below becomes infinite by its exponent, or before by the polynomial.
        x = Lanes512.AtMost(x, Vector512.Create(87f));
        Vector512<float> round = Vector512.Create(12582912f);
        Vector512<float> sum = Lanes512.MultiplyAdd(x, Vector512.Create(-StepsOfOne), round), n = sum - round;
        Vector512<float> r = Lanes512.MultiplyAdd(n, Vector512.Create(Step), x);
        Vector512<float> q = r * Lanes512.MultiplyAdd(r, Vector512.Create(0.5000045f), Vector512.Create(-1.0000147f));
        Vector512<float> table = Avx512F.PermuteVar16x32x2(Vector512.Create(Powers[..16]), sum.AsInt32(), Vector512.Create(Powers[16..]));

        // The instruction rounds n / 32 down to a whole number.
        return Avx512F.Scale(Lanes512.MultiplyAdd(table, q, table), n * Vector512.Create(1f / Size));
    }

    /// <summary>The same for AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OfNegative(Vector256<float> x)
    {
        x = Lanes256.AtMost(x, Vector256.Create(87f));

        // What is left of an x below the bound makes the polynomial large, up to infinity.
        Vector256<float> round = Vector256.Create(12582912f), bounded = Avx.Max(Vector256.Create(-88f), x);
        Vector256<float> sum = Lanes256.MultiplyAdd(bounded, Vector256.Create(-StepsOfOne / Coarser), round), n = sum - round;
        Vector256<float> r = Lanes256.MultiplyAdd(n, Vector256.Create(Step * Coarser), x);
        Vector256<float> q = Lanes256.MultiplyAdd(r, Vector256.Create(-0.16666667f), Vector256.Create(0.5f));
        q = r * Lanes256.MultiplyAdd(q, r, Vector256.Create(-1f));

        // The last three bits of n name a power, and the others are its exponent, to which the last three are added as well.
        Vector256<int> power = Avx2.PermuteVar8x32(Vector256.Create(PowersOfEighths), sum.AsInt32()) + (sum.AsInt32() << 20);
        return Lanes256.MultiplyAdd(power.AsSingle(), q, power.AsSingle());
    }
}
