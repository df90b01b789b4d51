using System.ComponentModel;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Transposed convolution as torch.nn.ConvTranspose2d computes it: the tap k of input i falls on output
/// i * stride - padding + k * dilation. Each output gathers the taps that fall on it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class TransposedConvolution
{
    /// <summary>The sum of the taps that fall on each output, and the bias.</summary>
    /// <typeparam name="TGeometry">The transposed convolution.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][InputChannels].</param>
    /// <param name="weights">The weights, packed for this geometry.</param>
    /// <param name="output">[OutputHeight][OutputWidth][OutputChannels]. May not overlap the input.</param>
    /// <param name="team">The threads that share the work; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, TransposedConvolutionWeights weights, Span<float> output, Team? team = null)
        where TGeometry : struct, ITransposedConvolution => Forward<TGeometry>(input, weights, output, VectorWidths.Widest, team);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, TransposedConvolutionWeights weights, Span<float> output, VectorWidth widest, Team? team = null)
        where TGeometry : struct, ITransposedConvolution
    {
        ArgumentNullException.ThrowIfNull(weights);
        Lengths.Check(
            input,
            TGeometry.InputHeight * TGeometry.InputWidth * TGeometry.InputChannels,
            output,
            TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.OutputChannels);
        if (weights.Packed.Length != TransposedConvolutionWeights.Length<TGeometry>() || weights.PackedBias.Length != TGeometry.OutputChannels)
        {
            Lengths.Throw(nameof(weights), TransposedConvolutionWeights.Length<TGeometry>(), weights.Packed.Length);
        }

        WeightedKernel.Run<Kernel<TGeometry>>(
            input, weights.Packed, weights.PackedBias, output, TGeometry.OutputHeight, VectorWidths.Fitting(TGeometry.OutputChannels / TGeometry.Groups, widest), team);
    }

    private readonly struct Kernel<TGeometry> : IWeightedKernel
        where TGeometry : struct, ITransposedConvolution
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* weight, float* bias, float* output, int first, int end)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int inputs = TGeometry.InputChannels / TGeometry.Groups, outputs = TGeometry.OutputChannels / TGeometry.Groups;
            nint tapWeights = (nint)inputs * outputs, groupWeights = tapWeights * TGeometry.KernelHeight * TGeometry.KernelWidth;
            output += (nint)first * TGeometry.OutputWidth * TGeometry.OutputChannels;
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < TGeometry.OutputWidth; x++, output += TGeometry.OutputChannels)
                {
                    Unsafe.CopyBlockUnaligned(output, bias, (uint)TGeometry.OutputChannels * sizeof(float));
                    for (int ky = 0; ky < TGeometry.KernelHeight; ky++)
                    {
                        int row = Source(y + TGeometry.PaddingTop - (ky * TGeometry.DilationHeight), TGeometry.StrideHeight, TGeometry.InputHeight);
                        for (int kx = 0; row >= 0 && kx < TGeometry.KernelWidth; kx++)
                        {
                            int column = Source(x + TGeometry.PaddingLeft - (kx * TGeometry.DilationWidth), TGeometry.StrideWidth, TGeometry.InputWidth);
                            if (column < 0)
                            {
                                continue;
                            }

                            float* point = input + ((((nint)row * TGeometry.InputWidth) + column) * TGeometry.InputChannels);
                            float* tap = weight + (((ky * TGeometry.KernelWidth) + kx) * tapWeights);
                            for (int group = 0; group < TGeometry.Groups; group++)
                            {
                                Add<TLanes, TVector>(point + ((nint)group * inputs), tap + (group * groupWeights), output + ((nint)group * outputs));
                            }
                        }
                    }
                }
            }
        }

        /// <summary>The input whose first tap falls on this place; -1 where there is none.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int Source(int place, int stride, int length)
        {
            int source = place / stride;
            return place >= 0 && source * stride == place && source < length ? source : -1;
        }

        /// <summary>Adds what one point of the input, through one tap, gives to one point of the output.</summary>
        private static void Add<TLanes, TVector>(float* point, float* tap, float* output)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int inputs = TGeometry.InputChannels / TGeometry.Groups, outputs = TGeometry.OutputChannels / TGeometry.Groups;
            int count = TLanes.Count, channel = 0;
            for (; channel + (4 * count) <= outputs; channel += 4 * count)
            {
                float* to = output + channel, row = tap + channel;
                TVector a = TLanes.Load(to), b = TLanes.Load(to + count), c = TLanes.Load(to + (2 * count)), d = TLanes.Load(to + (3 * count));
                for (int i = 0; i < inputs; i++, row += outputs)
                {
                    TVector x = TLanes.Broadcast(point[i]);
                    a = TLanes.MultiplyAdd(x, TLanes.Load(row), a);
                    b = TLanes.MultiplyAdd(x, TLanes.Load(row + count), b);
                    c = TLanes.MultiplyAdd(x, TLanes.Load(row + (2 * count)), c);
                    d = TLanes.MultiplyAdd(x, TLanes.Load(row + (3 * count)), d);
                }

                TLanes.Store(a, to);
                TLanes.Store(b, to + count);
                TLanes.Store(c, to + (2 * count));
                TLanes.Store(d, to + (3 * count));
            }

            for (; channel + count <= outputs; channel += count)
            {
                float* row = tap + channel;
                TVector sum = TLanes.Load(output + channel);
                for (int i = 0; i < inputs; i++, row += outputs)
                {
                    sum = TLanes.MultiplyAdd(TLanes.Broadcast(point[i]), TLanes.Load(row), sum);
                }

                TLanes.Store(sum, output + channel);
            }

            for (; channel < outputs; channel++)
            {
                float sum = output[channel];
                for (int i = 0; i < inputs; i++)
                {
                    sum += point[i] * tap[((nint)i * outputs) + channel];
                }

                output[channel] = sum;
            }
        }
    }
}
