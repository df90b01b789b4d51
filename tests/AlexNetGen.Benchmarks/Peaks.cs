using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Benchmarks;

/// <summary>The limits of the machine, measured: what no forward pass can beat.</summary>
/// <param name="Gigaflops">10^9 multiplications and additions a second, from registers.</param>
/// <param name="GigabytesPerSecond">10^9 bytes a second, from memory.</param>
internal sealed record Peaks(double Gigaflops, double GigabytesPerSecond)
{
    private const int Chains = 12;
    private const int Steps = 2_000_000;
    private const int Floats = 1 << 26;
    private const int Tries = 7;

    private static float Sink;

    public static Peaks Measure(int threads)
    {
        float[] memory = new float[Floats];
        Array.Fill(memory, 1f);
        int lanes = Avx512F.IsSupported ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;
        double arithmetic = Best(threads, _ => Sink += Arithmetic());
        double reading = Best(threads, part => Sink += Read(memory.AsSpan((int)((long)Floats * part / threads), Floats / threads)));
        return new Peaks(2e-9 * threads * Chains * lanes * Steps / arithmetic, 1e-9 * sizeof(float) * Floats / reading);
    }

    /// <summary>The least seconds that all threads together needed.</summary>
    private static double Best(int threads, Action<int> work)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < Tries; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(part => new Thread(() => work(part)))];
            Array.ForEach(others, thread => thread.Start());
            work(0);
            Array.ForEach(others, thread => thread.Join());
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static float Arithmetic() =>
        Avx512F.IsSupported ? Vector512.Sum(Chains512()) : Vector256.IsHardwareAccelerated ? Vector256.Sum(Chains256()) : Vector128.Sum(Chains128());

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<float> Chains512()
    {
        Vector512<float> x = Vector512.Create(1e-3f), y = Vector512.Create(0.5f);
        Vector512<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int step = 0; step < Steps; step++)
        {
            (a, b, c) = (Vector512.MultiplyAddEstimate(x, y, a), Vector512.MultiplyAddEstimate(x, y, b), Vector512.MultiplyAddEstimate(x, y, c));
            (d, e, f) = (Vector512.MultiplyAddEstimate(x, y, d), Vector512.MultiplyAddEstimate(x, y, e), Vector512.MultiplyAddEstimate(x, y, f));
            (g, h, i) = (Vector512.MultiplyAddEstimate(x, y, g), Vector512.MultiplyAddEstimate(x, y, h), Vector512.MultiplyAddEstimate(x, y, i));
            (j, k, l) = (Vector512.MultiplyAddEstimate(x, y, j), Vector512.MultiplyAddEstimate(x, y, k), Vector512.MultiplyAddEstimate(x, y, l));
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<float> Chains256()
    {
        Vector256<float> x = Vector256.Create(1e-3f), y = Vector256.Create(0.5f);
        Vector256<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int step = 0; step < Steps; step++)
        {
            (a, b, c) = (Vector256.MultiplyAddEstimate(x, y, a), Vector256.MultiplyAddEstimate(x, y, b), Vector256.MultiplyAddEstimate(x, y, c));
            (d, e, f) = (Vector256.MultiplyAddEstimate(x, y, d), Vector256.MultiplyAddEstimate(x, y, e), Vector256.MultiplyAddEstimate(x, y, f));
            (g, h, i) = (Vector256.MultiplyAddEstimate(x, y, g), Vector256.MultiplyAddEstimate(x, y, h), Vector256.MultiplyAddEstimate(x, y, i));
            (j, k, l) = (Vector256.MultiplyAddEstimate(x, y, j), Vector256.MultiplyAddEstimate(x, y, k), Vector256.MultiplyAddEstimate(x, y, l));
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<float> Chains128()
    {
        Vector128<float> x = Vector128.Create(1e-3f), y = Vector128.Create(0.5f);
        Vector128<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int step = 0; step < Steps; step++)
        {
            (a, b, c) = (Vector128.MultiplyAddEstimate(x, y, a), Vector128.MultiplyAddEstimate(x, y, b), Vector128.MultiplyAddEstimate(x, y, c));
            (d, e, f) = (Vector128.MultiplyAddEstimate(x, y, d), Vector128.MultiplyAddEstimate(x, y, e), Vector128.MultiplyAddEstimate(x, y, f));
            (g, h, i) = (Vector128.MultiplyAddEstimate(x, y, g), Vector128.MultiplyAddEstimate(x, y, h), Vector128.MultiplyAddEstimate(x, y, i));
            (j, k, l) = (Vector128.MultiplyAddEstimate(x, y, j), Vector128.MultiplyAddEstimate(x, y, k), Vector128.MultiplyAddEstimate(x, y, l));
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    /// <summary>Four streams, which memory serves faster than one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Read(ReadOnlySpan<float> memory)
    {
        ReadOnlySpan<Vector256<float>> vectors = MemoryMarshal.Cast<float, Vector256<float>>(memory);
        int quarter = vectors.Length / 4;
        ReadOnlySpan<Vector256<float>> v0 = vectors[..quarter], v1 = vectors.Slice(quarter, quarter), v2 = vectors.Slice(2 * quarter, quarter), v3 = vectors.Slice(3 * quarter, quarter);
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int i = 0; i < quarter; i++)
        {
            s0 += v0[i];
            s1 += v1[i];
            s2 += v2[i];
            s3 += v3[i];
        }

        return Vector256.Sum(s0 + s1 + s2 + s3);
    }
}
