using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution, in the deep learning sense (cross-correlation): y[o, i, j] = b[o] + sum over c, u, v of
/// w[o, c, u, v] * x[c, i*s + u*d - p, j*s + v*d - p], as torch.nn.Conv2d defines it, by the algorithm that the
/// geometry names for the vectors that the weights are packed for.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Convolution
{
    /// <summary>
    /// Convolves one feature map and adds the bias; then normalises, adds another map, and applies the geometry's activation,
    /// each where asked to. NaN stays.
    /// </summary>
    /// <typeparam name="TGeometry">The convolution.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][InputChannels], or planes where the geometry says so.</param>
    /// <param name="weights">The weights, packed for this geometry.</param>
    /// <param name="scratch">As many floats as the geometry says.</param>
    /// <param name="output">[OutputHeight][OutputWidth][OutputStep], of which OutputChannels from OutputStart on are written. May overlap none of the others, but be the addend where there is one group.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <param name="normalization">A batch normalisation of the output's channels; null for none.</param>
    /// <param name="addend">A map laid out as the output; empty for none.</param>
    /// <param name="scale">
    /// [InputChannels], factors of the input's channels, of a direct convolution of one group whose windows stay within the input: the
    /// weights are multiplied by them, in the scratch. Empty for none.
    /// </param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length, the weights are another convolution's, or the input cannot be scaled.</exception>
    public static void Forward<TGeometry>(
        ReadOnlySpan<float> input,
        ConvolutionWeights weights,
        Span<float> scratch,
        Span<float> output,
        Team team,
        BatchNormalizationWeights? normalization = null,
        ReadOnlySpan<float> addend = default,
        ReadOnlySpan<float> scale = default)
        where TGeometry : struct, IConvolution => Forward<TGeometry>(input, weights, scratch, output, ImageRows.Single, team, normalization, addend, scale);

    // The maps are the first image's; the others' follow as the rows say.
    private static void Forward<TGeometry>(
        ReadOnlySpan<float> input,
        ConvolutionWeights weights,
        Span<float> scratch,
        Span<float> output,
        in ImageRows rows,
        Team team,
        BatchNormalizationWeights? normalization,
        ReadOnlySpan<float> addend,
        ReadOnlySpan<float> scale)
        where TGeometry : struct, IConvolution
    {
        ArgumentNullException.ThrowIfNull(team);
        ConvolutionSizes sizes = ConvolutionSizes.Of<TGeometry>(weights.Width);
        Lengths.Check(
            input,
            sizes.InputHeight * sizes.InputWidth * sizes.InputChannels,
            output,
            sizes.OutputHeight * sizes.OutputWidth * TGeometry.OutputStep);
        if (scratch.Length != rows.Images * TGeometry.ScratchLength)
        {
            Lengths.Throw(nameof(scratch), rows.Images * TGeometry.ScratchLength, scratch.Length);
        }

        sizes.CheckOrder();
        weights.Check(sizes, scratch.Length);
        normalization?.Check(sizes.OutputChannels);
        if (!addend.IsEmpty && addend.Length != output.Length)
        {
            Lengths.Throw(nameof(addend), output.Length, addend.Length);
        }

        CheckScale(sizes, weights.Packed.Length, scratch.Length, scale.Length);
        fixed (float* source = input, packed = weights.Packed, bias = weights.Bias, room = scratch, destination = output)
        fixed (float* factor = normalization?.Factor, shift = normalization?.Shift, other = addend, factors = scale)
        {
            float* weight = packed;
            if (factors is not null)
            {
                ScaledWeights.Run(ConvolutionLayout.Of(sizes, weights.Width), packed, factors, room, team);
                weight = room;
            }

            ConvolutionEpilogue epilogue = new()
            {
                Bias = bias,
                Factor = factor,
                Shift = shift,
                Addend = other,
                Output = destination + TGeometry.OutputStart,
                OutputStep = TGeometry.OutputStep,
                OutputLength = output.Length,
                Activation = TGeometry.Activation,
            };
            // Native programs leave out what no convolution of theirs needs.
            switch (sizes.Algorithm)
            {
                case ConvolutionAlgorithm.Winograd when Needs<TGeometry>(ConvolutionAlgorithm.Winograd):
                    WinogradConvolution.Run(sizes, weights.Width, source, weight, room, epilogue, rows, team);
                    break;
                case ConvolutionAlgorithm.Phases when Needs<TGeometry>(ConvolutionAlgorithm.Phases):
                    WinogradConvolution.Run(sizes, weights.Width, source, weight, room, epilogue, ImageRows.Single, team);
                    break;
                case ConvolutionAlgorithm.SpaceToDepth when Needs<TGeometry>(ConvolutionAlgorithm.SpaceToDepth):
                    ConvolutionSizes deep = SpaceToDepth.Deep(sizes);
                    SpaceToDepth.Run(sizes, source, room, team);
                    WinogradConvolution.Run(deep, weights.Width, room, weight, room + deep.InputLength, epilogue, ImageRows.Single, team);
                    break;
                case ConvolutionAlgorithm.Strassen when Needs<TGeometry>(ConvolutionAlgorithm.Strassen):
                    float* framed = Framed(sizes, source, room, team);
                    StrassenConvolution.Run(sizes.Framed, weights.Width, framed, weight, room + sizes.FrameLength, epilogue, team);
                    break;
                case ConvolutionAlgorithm.Depthwise or ConvolutionAlgorithm.Grouped when Needs<TGeometry>(ConvolutionAlgorithm.Depthwise) || Needs<TGeometry>(ConvolutionAlgorithm.Grouped):
                    GroupedConvolution.Run(sizes, source, weight, weights.Width, epilogue, team);
                    break;
                case ConvolutionAlgorithm.Planar when Needs<TGeometry>(ConvolutionAlgorithm.Planar):
                    PlanarConvolution.Run(sizes, weights.Width, source, weight, room, epilogue, team);
                    break;
                case ConvolutionAlgorithm.Direct when Needs<TGeometry>(ConvolutionAlgorithm.Direct):
                    Direct(sizes, weights.Width, Framed(sizes, source, room, team), weight, epilogue, team);
                    break;
            }
        }
    }

    /// <summary>
    /// The same for several images, whose maps are a number of values apart. By Winograd's algorithm several images at a time
    /// share one reading of the weights, as many as have room; other algorithms compute one after another.
    /// </summary>
    /// <typeparam name="TGeometry">The convolution.</typeparam>
    /// <param name="inputs">The first image's input, and the others'.</param>
    /// <param name="inputStride">Values from one image's input to the next.</param>
    /// <param name="weights">The weights, packed for this geometry.</param>
    /// <param name="scratch">As many floats as the geometry says, for each image that is to be computed together.</param>
    /// <param name="outputs">The first image's output, and the others'. May overlap none of the others, but be the addends where there is one group.</param>
    /// <param name="outputStride">Values from one image's output to the next.</param>
    /// <param name="images">The number of images.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <param name="normalization">A batch normalisation of the output's channels; null for none.</param>
    /// <param name="addends">A map for each image, laid out as the output; empty for none.</param>
    /// <param name="addendStride">Values from one image's addend to the next.</param>
    /// <param name="scales">Factors of the input's channels for each image, as <c>scale</c> of a single one; empty for none.</param>
    /// <param name="scaleStride">Values from one image's factors to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no image, or images are less than a map apart.</exception>
    /// <exception cref="ArgumentException">A span is too short, the weights are another convolution's, or the input cannot be scaled.</exception>
    public static void ForwardBatch<TGeometry>(
        ReadOnlySpan<float> inputs,
        int inputStride,
        ConvolutionWeights weights,
        Span<float> scratch,
        Span<float> outputs,
        int outputStride,
        int images,
        Team team,
        BatchNormalizationWeights? normalization = null,
        ReadOnlySpan<float> addends = default,
        int addendStride = 0,
        ReadOnlySpan<float> scales = default,
        int scaleStride = 0)
        where TGeometry : struct, IConvolution
    {
        int inputLength = TGeometry.InputHeight * TGeometry.InputWidth * TGeometry.InputChannels;
        int outputLength = TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.OutputStep;
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(images, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputStride, inputLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputStride, outputLength);
        Lengths.CheckReach(inputs.Length, inputStride, images, inputLength, nameof(inputs));
        Lengths.CheckReach(outputs.Length, outputStride, images, outputLength, nameof(outputs));
        if (!addends.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(addendStride, outputLength);
            Lengths.CheckReach(addends.Length, addendStride, images, outputLength, nameof(addends));
        }

        if (!scales.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(scaleStride, TGeometry.InputChannels);
            Lengths.CheckReach(scales.Length, scaleStride, images, TGeometry.InputChannels, nameof(scales));
        }

        Lengths.CheckReach(scratch.Length, 0, 1, TGeometry.ScratchLength, nameof(scratch));
        int together = TGeometry.ScratchLength == 0 || !weights.AreReadTogether ? 1 : Math.Min(images, scratch.Length / TGeometry.ScratchLength);
        for (int first = 0; first < images; first += together)
        {
            ImageRows rows = new(Math.Min(together, images - first), inputStride, outputStride, addendStride);
            Forward<TGeometry>(
                inputs.Slice(first * inputStride, inputLength),
                weights,
                scratch[..(rows.Images * TGeometry.ScratchLength)],
                outputs.Slice(first * outputStride, outputLength),
                rows,
                team,
                normalization,
                addends.IsEmpty ? default : addends.Slice(first * addendStride, outputLength),
                scales.IsEmpty ? default : scales.Slice(first * scaleStride, TGeometry.InputChannels));
        }
    }

    /// <summary>The map, with zeros around it where windows leave it.</summary>
    internal static float* Framed(in ConvolutionSizes sizes, float* map, float* room, Team team)
    {
        if (!sizes.IsPadded)
        {
            return map;
        }

        if (sizes.IsInputPlanar)
        {
            PlanarFrame.Copy(sizes, map, room, team);
        }
        else
        {
            ZeroPadding.Copy(sizes, map, room, team);
        }

        return room;
    }

    private static void CheckScale(in ConvolutionSizes sizes, int weights, int scratch, int factors)
    {
        if (factors == 0)
        {
            return;
        }

        if (sizes is not { Algorithm: ConvolutionAlgorithm.Direct, Groups: 1, IsPadded: false } || scratch < weights)
        {
            throw new ArgumentException("Only a direct convolution of one group, whose windows stay within the input and whose scratch has room for its weights, scales the input.");
        }

        if (factors != sizes.InputChannels)
        {
            Lengths.Throw("scale", sizes.InputChannels, factors);
        }
    }

    /// <summary>Whether an algorithm is chosen for any vector width: a constant of the geometry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Needs<TGeometry>(ConvolutionAlgorithm algorithm)
        where TGeometry : struct, IConvolution =>
        TGeometry.Choice512.Algorithm == algorithm || TGeometry.Choice256.Algorithm == algorithm || TGeometry.Choice128.Algorithm == algorithm;

    /// <summary>Convolves a map whose windows stay within it by the definition; the lengths have been checked.</summary>
    internal static void Direct(in ConvolutionSizes sizes, VectorWidth width, float* map, float* weight, in ConvolutionEpilogue epilogue, Team team)
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                DirectConvolution<Lanes512, Vector512<float>>.Run(sizes, map, weight, epilogue, team);
                break;
            case VectorWidth.Bits256:
                DirectConvolution<Lanes256, Vector256<float>>.Run(sizes, map, weight, epilogue, team);
                break;
            default:
                DirectConvolution<Lanes128, Vector128<float>>.Run(sizes, map, weight, epilogue, team);
                break;
        }
    }
}
