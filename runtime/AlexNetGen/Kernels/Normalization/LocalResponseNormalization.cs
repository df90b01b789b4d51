using System.ComponentModel;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Local response normalisation across channels (Krizhevsky et al. 2012, section 3.3):
/// y[c] = x[c] / (K + Scale * sum of x[c']^2 over the Size channels around c)^Beta, the window clipped at the first
/// and the last channel. Relative error about 1e-6.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class LocalResponseNormalization
{
    // Points that one thread takes at a time.
    private const int RowPoints = 32;

    /// <summary>Normalises each value by its neighbours in the channels of its point.</summary>
    /// <typeparam name="TGeometry">The normalisation.</typeparam>
    /// <param name="input">[Points][Channels].</param>
    /// <param name="output">[Points][Channels]. May not overlap the input.</param>
    /// <param name="team">The threads that share the points; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, Team? team = null)
        where TGeometry : struct, ILocalResponseNormalization => Forward<TGeometry>(input, output, VectorWidths.Widest, team);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest, Team? team = null)
        where TGeometry : struct, ILocalResponseNormalization
    {
        int length = TGeometry.Points * TGeometry.Channels;
        Lengths.Check(input, length, output, length);
        int inner = TGeometry.Channels - TGeometry.Size + 1;
        int rows = (TGeometry.Points + RowPoints - 1) / RowPoints;
        RowKernel.Run<Kernel<TGeometry>>(input, output, rows, VectorWidths.Fitting(Math.Max(inner, 1), widest), team);
    }

    private readonly struct Kernel<TGeometry> : IRowKernel
        where TGeometry : struct, ILocalResponseNormalization
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* output, int row)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels, half = TGeometry.Size / 2;

            // Channels whose whole window exists; vectors of them read past their own ends, but not the point's.
            int innerStart = Math.Min(half, channels), innerEnd = Math.Max(channels - half, innerStart);
            int first = row * RowPoints, end = Math.Min(first + RowPoints, TGeometry.Points);
            input += (nint)first * channels;
            output += (nint)first * channels;
            for (int point = first; point < end; point++, input += channels, output += channels)
            {
                Edge(input, output, 0, innerStart);
                for (int channel = innerStart; channel < innerEnd; channel += TLanes.Count)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    int start = Math.Min(channel, innerEnd - TLanes.Count);
                    float* window = input + start - half;
                    TVector sum = TLanes.Zero;
                    for (int i = 0; i < TGeometry.Size; i++)
                    {
                        TVector x = TLanes.Load(window + i);
                        sum = TLanes.MultiplyAdd(x, x, sum);
                    }

                    TLanes.Store(Normalize<TLanes, TVector>(TLanes.Load(input + start), sum), output + start);
                }

                Edge(input, output, innerEnd, channels);
            }
        }

        private static void Edge(float* input, float* output, int start, int end)
        {
            int half = TGeometry.Size / 2;
            for (int channel = start; channel < end; channel++)
            {
                float sum = 0;
                int last = Math.Min(channel + half, TGeometry.Channels - 1);
                for (int i = Math.Max(channel - half, 0); i <= last; i++)
                {
                    sum += input[i] * input[i];
                }

                output[channel] = Normalize<LanesScalar, float>(input[channel], sum);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Normalize<TLanes, TVector>(TVector x, TVector squares)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector sum = TLanes.MultiplyAdd(squares, TLanes.Broadcast(TGeometry.Scale), TLanes.Broadcast(TGeometry.K));
            if (TGeometry.Beta == 0.75f)
            {
                TVector root = TLanes.Sqrt(sum);
                return TLanes.Divide(x, TLanes.Multiply(root, TLanes.Sqrt(root)));
            }

            return TLanes.Divide(x, TLanes.Exp(TLanes.Multiply(TLanes.Log(sum), TLanes.Broadcast(TGeometry.Beta))));
        }
    }
}
