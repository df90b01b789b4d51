using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// A fully connected layer: y[o] = b[o] + sum over i of w[o, i] * x[i], as torch.nn.Linear defines it. Bound by the
/// speed at which the weights come from memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class FullyConnected
{
    // Rows read side by side: memory serves several streams faster than one.
    private const int Rows = 4;

    // 2 KB ahead of each stream, where the hardware's own prefetcher falls behind (a quarter less time on Zen 5).
    private const int Ahead = 512;

    /// <summary>Multiplies one vector, adds the bias, and applies max(x, 0) where the geometry says so; NaN stays.</summary>
    /// <typeparam name="TGeometry">The layer.</typeparam>
    /// <param name="input">InputFeatures values.</param>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="output">OutputFeatures values. May not overlap the input.</param>
    /// <exception cref="ArgumentException">A span or the weights have not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, FullyConnectedWeights weights, Span<float> output)
        where TGeometry : struct, IFullyConnected => Forward<TGeometry>(input, weights, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, FullyConnectedWeights weights, Span<float> output, VectorWidth widest)
        where TGeometry : struct, IFullyConnected
    {
        Lengths.Check(input, TGeometry.InputFeatures, output, TGeometry.OutputFeatures);
        if (weights.Weight.Length != TGeometry.InputFeatures * TGeometry.OutputFeatures)
        {
            Lengths.Throw(nameof(weights), TGeometry.InputFeatures * TGeometry.OutputFeatures, weights.Weight.Length);
        }

        ReadOnlySpan<float> biases = weights.Bias;
        if (!biases.IsEmpty && biases.Length != TGeometry.OutputFeatures)
        {
            Lengths.Throw(nameof(weights), TGeometry.OutputFeatures, biases.Length);
        }

        fixed (float* source = input, weight = weights.Weight, bias = biases, destination = output)
        {
            // Not wider: an array begins 16 bytes into a cache line, so every 512-bit load would touch two (a fifth slower).
            if (widest >= VectorWidth.Bits256)
            {
                Run<TGeometry, Lanes256, Vector256<float>>(source, weight, bias, destination);
            }
            else
            {
                Run<TGeometry, Lanes128, Vector128<float>>(source, weight, bias, destination);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TGeometry, TLanes, TVector>(float* input, float* weight, float* bias, float* output)
        where TGeometry : struct, IFullyConnected
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int features = TGeometry.InputFeatures, last = TGeometry.OutputFeatures - 1;
        for (int o = 0; o <= last; o += Rows)
        {
            // Past the last row, the last row is repeated.
            int o1 = Math.Min(o + 1, last), o2 = Math.Min(o + 2, last), o3 = Math.Min(o + 3, last);
            float* w0 = weight + ((nint)o * features), w1 = weight + ((nint)o1 * features);
            float* w2 = weight + ((nint)o2 * features), w3 = weight + ((nint)o3 * features);
            TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
            nint i = 0;
            for (; i <= features - (2 * TLanes.Count); i += 2 * TLanes.Count)
            {
                Prefetch(w0 + i + Ahead);
                Prefetch(w1 + i + Ahead);
                Prefetch(w2 + i + Ahead);
                Prefetch(w3 + i + Ahead);
                TVector x = TLanes.Load(input + i);
                a0 = TLanes.MultiplyAdd(x, TLanes.Load(w0 + i), a0);
                a1 = TLanes.MultiplyAdd(x, TLanes.Load(w1 + i), a1);
                a2 = TLanes.MultiplyAdd(x, TLanes.Load(w2 + i), a2);
                a3 = TLanes.MultiplyAdd(x, TLanes.Load(w3 + i), a3);
                x = TLanes.Load(input + i + TLanes.Count);
                b0 = TLanes.MultiplyAdd(x, TLanes.Load(w0 + i + TLanes.Count), b0);
                b1 = TLanes.MultiplyAdd(x, TLanes.Load(w1 + i + TLanes.Count), b1);
                b2 = TLanes.MultiplyAdd(x, TLanes.Load(w2 + i + TLanes.Count), b2);
                b3 = TLanes.MultiplyAdd(x, TLanes.Load(w3 + i + TLanes.Count), b3);
            }

            float y0 = TLanes.Sum(TLanes.Add(a0, b0)), y1 = TLanes.Sum(TLanes.Add(a1, b1));
            float y2 = TLanes.Sum(TLanes.Add(a2, b2)), y3 = TLanes.Sum(TLanes.Add(a3, b3));
            for (; i < features; i++)
            {
                float x = input[i];
                y0 += x * w0[i];
                y1 += x * w1[i];
                y2 += x * w2[i];
                y3 += x * w3[i];
            }

            output[o] = Finish<TGeometry>(y0, bias, o);
            output[o1] = Finish<TGeometry>(y1, bias, o1);
            output[o2] = Finish<TGeometry>(y2, bias, o2);
            output[o3] = Finish<TGeometry>(y3, bias, o3);
        }
    }

    // Past the end of the array it is harmless: a prefetch never faults.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(float* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Finish<TGeometry>(float sum, float* bias, int index)
        where TGeometry : struct, IFullyConnected
    {
        float y = bias == null ? sum : sum + bias[index];
        return TGeometry.ReLU ? LanesScalar.RectifiedLinear(y) : y;
    }
}
