using System.ComponentModel;
using AlexNetGen.Execution;
using AlexNetGen.Weights;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weight and bias of a convolution, packed once for the machine's vector width and the algorithm that the geometry
/// names for it. Immutable, so any number of threads may share it.
/// </summary>
/// <remarks>
/// Transformed weights cannot be turned back bit for bit, so the original is kept beside them: for Winograd's F(4,3)
/// that is 36/9 + 1 = 5 times the memory of the weight, for Strassen's two levels 49/16 + 1 = 4 times, where the other
/// algorithms only reorder it. Over the phases of a stride of 2, F(4,2) takes 81/9 + 1 = 10 times. Those of small maps are kept
/// halfway, 18/9 + 1 = 3 times, in vectors of 512 bits, where memory would be waited for.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvolutionWeights
{
    private readonly ConvolutionSizes _sizes;
    private readonly AlignedArray _packed;
    private readonly AlignedArray _bias;
    private readonly AlignedArray _original;
    private readonly bool _hasBias;
    private readonly int _scratchLength;

    private ConvolutionWeights(in ConvolutionSizes sizes, VectorWidth width, AlignedArray packed, AlignedArray bias, AlignedArray original, bool hasBias)
    {
        _sizes = sizes;
        _packed = packed;
        _bias = bias;
        _original = original;
        _hasBias = hasBias;
        _scratchLength = sizes.ScratchLength(width);
        Width = width;
    }

    /// <summary>The vector width that the weights are packed for.</summary>
    internal VectorWidth Width { get; }

    /// <summary>
    /// Whether several images can share one reading of the weights: by Winograd, where they are more than a cache holds.
    /// </summary>
    internal bool AreReadTogether => _sizes.Algorithm == ConvolutionAlgorithm.Winograd && TransformLayout.OfWinograd(_sizes, Width).Places == 0;

    /// <summary>The packed weight, beginning on a cache line.</summary>
    internal ReadOnlySpan<float> Packed => _packed.Span;

    /// <summary>The bias, zeros if there is none, and a vector of slack.</summary>
    internal ReadOnlySpan<float> Bias => _bias.Span;

    /// <summary>Packs a convolution's weight and bias for this machine.</summary>
    /// <typeparam name="TGeometry">The convolution.</typeparam>
    /// <param name="weight">[output channel][input channel of the group][row][column], as PyTorch, Caffe and ONNX store it.</param>
    /// <param name="bias">One value for each output channel, or null.</param>
    /// <exception cref="ArgumentException">An array has not exactly the length that the geometry says.</exception>
    public static ConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias)
        where TGeometry : struct, IConvolution => Pack<TGeometry>(weight, bias, VectorWidths.Widest);

    /// <summary>Takes a convolution's weight and bias from where they are, and packs them for this machine.</summary>
    /// <typeparam name="TGeometry">The convolution.</typeparam>
    /// <param name="tensors">Where they are.</param>
    /// <param name="weight">The name of the weight: [output channel][input channel of the group][row][column], as PyTorch, Caffe and ONNX store it.</param>
    /// <param name="bias">The name of the bias, one value for each output channel; null where there is none.</param>
    /// <exception cref="ArgumentException">A tensor has not exactly the length that the geometry says.</exception>
    /// <exception cref="WeightsException">The file was packed for another plan.</exception>
    public static ConvolutionWeights Load<TGeometry>(ITensorSource tensors, string weight, string? bias)
        where TGeometry : struct, IConvolution
    {
        ArgumentNullException.ThrowIfNull(tensors);
        ArgumentNullException.ThrowIfNull(weight);
        if (tensors is not WeightsReader reader)
        {
            return Pack<TGeometry>(tensors.Read(weight), bias is null ? null : tensors.Read(bias), VectorWidths.Widest, (tensors as IArenaSource)?.Arena);
        }

        VectorWidth width = WidthFor<TGeometry>(VectorWidths.Widest);
        ConvolutionSizes sizes = ConvolutionSizes.Of<TGeometry>(width);
        if (reader.Packed is { } packed)
        {
            PackedOrder order = PackedOrder.Of(sizes, width);
            return new ConvolutionWeights(
                sizes,
                width,
                packed.Take(weight, PackedEntry.LayoutOf(weight, part: 0, order), PackedLength(sizes, width)),
                packed.Take(weight, PackedEntry.LayoutOf(weight, part: 1, order), BiasLength(sizes)),
                Transforms(sizes) ? packed.Take(weight, PackedEntry.LayoutOf(weight, part: 2, order), sizes.WeightLength) : default,
                bias is not null);
        }

        // Not in the arena: no forward pass reads it.
        AlignedArray original = Transforms(sizes) ? new AlignedArray(sizes.WeightLength, isZeroed: false) : default;
        Span<float> values = Transforms(sizes) ? original.Span : reader.Arena.Lend(sizes.WeightLength);
        reader.Read(weight, position: 0, values);
        return Pack(sizes, width, values, bias is null ? null : reader.Read(bias), original, reader.Arena);
    }

    /// <summary>Gives the arrays to a file.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="weight">The name of the weight.</param>
    public void AddTo(PackedWriter writer, string weight)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(weight);
        PackedOrder order = PackedOrder.Of(_sizes, Width);
        writer.Add(PackedEntry.LayoutOf(weight, part: 0, order), _packed);
        writer.Add(PackedEntry.LayoutOf(weight, part: 1, order), _bias);
        if (Transforms(_sizes))
        {
            writer.Add(PackedEntry.LayoutOf(weight, part: 2, order), _original);
        }
    }

    /// <summary>The weight in its original order, bit for bit.</summary>
    /// <returns>A new array: [output channel][input channel of the group][row][column].</returns>
    public float[] OriginalWeight()
    {
        if (Transforms(_sizes))
        {
            return _original.Span.ToArray();
        }

        float[] weight = new float[_sizes.WeightLength];
        if (_sizes.Algorithm == ConvolutionAlgorithm.Planar)
        {
            PlanarLayout.Copy(weight, _packed.Span, _sizes.OutputChannels, pack: false);
        }
        else
        {
            ConvolutionLayout.Of(_sizes, Width).Copy(weight, _packed.Span, pack: false);
        }

        return weight;
    }

    /// <summary>The bias, bit for bit.</summary>
    /// <returns>A new array of one value for each output channel, or null if there is no bias.</returns>
    public float[]? OriginalBias() => _hasBias ? [.. _bias.Span[.._sizes.OutputChannels]] : null;

    /// <summary>Packs for vectors no wider than the caller says.</summary>
    internal static ConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias, VectorWidth widest, WeightsArena? arena = null)
        where TGeometry : struct, IConvolution
    {
        ArgumentNullException.ThrowIfNull(weight);
        VectorWidth width = WidthFor<TGeometry>(widest);
        ConvolutionSizes sizes = ConvolutionSizes.Of<TGeometry>(width);
        if (weight.Length != sizes.WeightLength)
        {
            Lengths.Throw(nameof(weight), sizes.WeightLength, weight.Length);
        }

        if (bias is not null && bias.Length != sizes.OutputChannels)
        {
            Lengths.Throw(nameof(bias), sizes.OutputChannels, bias.Length);
        }

        AlignedArray original = Transforms(sizes) ? new AlignedArray(weight.Length, isZeroed: false) : default;
        if (Transforms(sizes))
        {
            weight.CopyTo(original.Span);
        }

        return Pack(sizes, width, weight, bias, original, arena);
    }

    /// <summary>
    /// Throws unless the weights were packed for this convolution, whose scratch has this length: the kernels trust both.
    /// </summary>
    internal void Check(in ConvolutionSizes sizes, int scratchLength) => Check(sizes, isLongEnough: scratchLength >= _scratchLength);

    /// <summary>Throws unless the weights were packed for this convolution.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="isLongEnough">Whether there is the scratch that it is computed with.</param>
    internal void Check(in ConvolutionSizes sizes, bool isLongEnough)
    {
        if (_sizes != sizes || !isLongEnough)
        {
            throw new ArgumentException("The weights were packed for another convolution.");
        }
    }

    private static ConvolutionWeights Pack(in ConvolutionSizes sizes, VectorWidth width, Span<float> weight, float[]? bias, AlignedArray original, WeightsArena? arena)
    {
        AlignedArray packed = WeightsArena.Take(arena, PackedLength(sizes, width)), packedBias = WeightsArena.Take(arena, BiasLength(sizes));
        packedBias.Span.Clear();
        bias?.CopyTo(packedBias.Span);
        switch (sizes.Algorithm)
        {
            case ConvolutionAlgorithm.Winograd:
                WinogradPacking.Pack(sizes, width, weight, packed.Span);
                break;
            case ConvolutionAlgorithm.SpaceToDepth:
                WinogradPacking.Pack(SpaceToDepth.Deep(sizes), width, SpaceToDepth.Weights(sizes, weight), packed.Span);
                break;
            case ConvolutionAlgorithm.Phases:
                WinogradPacking.Pack(sizes, width, SpaceToDepth.Weights(sizes, weight), packed.Span);
                break;
            case ConvolutionAlgorithm.Strassen:
                StrassenPacking.Pack(sizes, width, weight, packed.Span);
                break;
            case ConvolutionAlgorithm.Planar:
                PlanarLayout.Copy(weight, packed.Span, sizes.OutputChannels, pack: true);
                break;
            default:
                // Lanes past the last channel stay zero.
                packed.Span.Clear();
                ConvolutionLayout.Of(sizes, width).Copy(weight, packed.Span, pack: true);
                break;
        }

        return new ConvolutionWeights(sizes, width, packed, packedBias, original, bias is not null);
    }

    // The vectors that the weights of a convolution are packed for.
    private static VectorWidth WidthFor<TGeometry>(VectorWidth widest)
        where TGeometry : struct, IConvolution =>
        // A group of few channels, as in ResNeXt, would leave most lanes of a wide vector empty.
        ConvolutionSizes.Of<TGeometry>(widest).Algorithm is ConvolutionAlgorithm.Depthwise or ConvolutionAlgorithm.Grouped or ConvolutionAlgorithm.Planar
            ? widest : VectorWidths.Holding(TGeometry.OutputChannels / TGeometry.Groups, widest);

    private static bool Transforms(in ConvolutionSizes sizes) =>
        sizes.Algorithm is ConvolutionAlgorithm.Winograd or ConvolutionAlgorithm.SpaceToDepth or ConvolutionAlgorithm.Phases or ConvolutionAlgorithm.Strassen;

    private static int PackedLength(in ConvolutionSizes sizes, VectorWidth width) => sizes.Algorithm switch
    {
        ConvolutionAlgorithm.Winograd or ConvolutionAlgorithm.Phases => TransformLayout.OfWinograd(sizes, width).WeightLength,
        ConvolutionAlgorithm.SpaceToDepth => TransformLayout.OfWinograd(SpaceToDepth.Deep(sizes), width).WeightLength,
        ConvolutionAlgorithm.Strassen => TransformLayout.OfStrassen(sizes, width).WeightLength,
        ConvolutionAlgorithm.Planar => sizes.WeightLength,
        _ => ConvolutionLayout.Of(sizes, width).PackedLength,
    };

    // With a vector of slack.
    private static int BiasLength(in ConvolutionSizes sizes) => sizes.OutputChannels + (int)VectorWidth.Bits512;

    /// <summary>
    /// What decides the order of the packed weight. Arm and SSE have the same vectors, and not the same blocks; processors that compute
    /// 512 bits in halves have blocks of half a vector.
    /// </summary>
    internal readonly record struct PackedOrder(ConvolutionSizes Sizes, VectorWidth Width, int TileVectors, int HalfLanes)
    {
        public static PackedOrder Of(in ConvolutionSizes sizes, VectorWidth width)
        {
            ConvolutionLayout layout = ConvolutionLayout.Of(sizes, width);
            return new(sizes, width, layout.TileVectors, layout.HalfLanes);
        }
    }
}
