using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// What follows a convolution, done while its results are in registers or in the first-level cache: bias, batch
/// normalisation, the sum with another map, the activation.
/// </summary>
internal unsafe struct ConvolutionEpilogue
{
    /// <summary>Maps up to so many floats, 256 KB, are still in the second-level cache when their layer is computed.</summary>
    public const int LargestInCache = 1 << 16;

    /// <summary>[output channel], and one vector of slack behind; null where it has been added already.</summary>
    public float* Bias;

    /// <summary>The factors of a batch normalisation, [output channel] and slack; null where there is none.</summary>
    public float* Factor;

    /// <summary>The shifts of the batch normalisation, [output channel] and slack.</summary>
    public float* Shift;

    /// <summary>A map that is added, laid out as the output; null where there is none.</summary>
    public float* Addend;

    /// <summary>[OutputHeight][OutputWidth][OutputStep], from the first channel on that is the convolution's.</summary>
    public float* Output;

    /// <summary>Channels from one pixel of the output to the next.</summary>
    public int OutputStep;

    /// <summary>Floats of the output.</summary>
    public int OutputLength;

    /// <summary>The function that comes last.</summary>
    public Activation Activation;

    /// <summary>The least value of the result: minus infinity, or 0 for ReLU.</summary>
    public readonly float Least => Activation is Activation.ReLU or Activation.ReLU6 ? 0 : float.NegativeInfinity;

    /// <summary>The largest value of the result.</summary>
    public readonly float Largest => Activation == Activation.ReLU6 ? 6 : float.PositiveInfinity;

    /// <summary>The same for another image.</summary>
    public readonly ConvolutionEpilogue Of(int image, in ImageRows rows)
    {
        ConvolutionEpilogue other = this;
        other.Output += image * rows.OutputStep;
        other.Addend += image * rows.AddendStep;
        return other;
    }

    /// <summary>
    /// Begins to bring into the first-level cache what some pixels will be written to, and what is added there: where a map
    /// outgrows the cache, its lines would be waited for one by one.
    /// </summary>
    /// <param name="offset">Where the output has the first pixel's first channel.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="channels">Channels of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Fetch(nint offset, int pixels, int channels)
    {
        for (; Sse.IsSupported && pixels > 0; pixels--, offset += OutputStep)
        {
            for (nint c = 0; c < channels; c += AlignedArray.LineFloats)
            {
                Sse.Prefetch0(Output + offset + c);
                if (Addend is not null)
                {
                    Sse.Prefetch0(Addend + offset + c);
                }
            }
        }
    }

    /// <summary>Finishes one vector of results to which the bias has been added; of the activations, those that are bounds.</summary>
    /// <param name="y">The results.</param>
    /// <param name="channel">The first channel.</param>
    /// <param name="offset">Where the output has them.</param>
    /// <param name="least"><see cref="Least"/> in every lane.</param>
    /// <param name="largest"><see cref="Largest"/> in every lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Finish<TLanes, TVector>(TVector y, nint channel, nint offset, TVector least, TVector largest)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (Factor is not null)
        {
            y = TLanes.MultiplyAdd(y, TLanes.Load(Factor + channel), TLanes.Load(Shift + channel));
        }

        if (Addend is not null)
        {
            y = TLanes.Add(y, TLanes.Load(Addend + offset));
        }

        return TLanes.Clamp(y, least, largest);
    }

    /// <summary>Finishes and writes one vector of channels of a single pixel, where every lane is a channel, or those of a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write<TLanes, TVector>(TVector y, nint channel, nint offset, bool isWhole, TVector mask)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (Factor is not null)
        {
            y = TLanes.MultiplyAdd(y, TLanes.Load(Factor + channel), TLanes.Load(Shift + channel));
        }

        if (Addend is not null)
        {
            y = TLanes.Add(y, Addends<TLanes, TVector>(offset, isWhole, mask));
        }

        y = TLanes.Clamp(y, TLanes.Broadcast(Least), TLanes.Broadcast(Largest));
        if (isWhole)
        {
            TLanes.Store(y, Output + offset);
        }
        else
        {
            TLanes.Store(y, Output + offset, mask);
        }
    }

    /// <summary>
    /// Finishes and writes one vector of channels of six or seven pixels, to which the bias has been added: what belongs to the
    /// channels is read once.
    /// </summary>
    /// <param name="y0">The first pixel's results; and so on.</param>
    /// <param name="y1">Pixel 1.</param>
    /// <param name="y2">Pixel 2.</param>
    /// <param name="y3">Pixel 3.</param>
    /// <param name="y4">Pixel 4.</param>
    /// <param name="y5">Pixel 5.</param>
    /// <param name="y6">Pixel 6, where there are seven.</param>
    /// <param name="channel">The first channel.</param>
    /// <param name="first">Where the output has it, at the first pixel.</param>
    /// <param name="last">Where the output has it, at the last pixel that is in it.</param>
    /// <param name="isWhole">Whether every lane is a channel.</param>
    /// <param name="mask">The lanes that are.</param>
    /// <param name="least"><see cref="Least"/> in every lane.</param>
    /// <param name="largest"><see cref="Largest"/> in every lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write<TLanes, TVector, TPixels>(
        TVector y0, TVector y1, TVector y2, TVector y3, TVector y4, TVector y5, TVector y6, nint channel, nint first, nint last, bool isWhole, TVector mask, TVector least, TVector largest)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TPixels : struct, ICount
    {
        nint step = OutputStep;
        nint at1 = Math.Min(first + step, last), at2 = Math.Min(first + (2 * step), last), at3 = Math.Min(first + (3 * step), last);
        nint at4 = Math.Min(first + (4 * step), last), at5 = Math.Min(first + (5 * step), last), at6 = Math.Min(first + (6 * step), last);
        if (Factor is not null)
        {
            TVector factor = TLanes.Load(Factor + channel), shift = TLanes.Load(Shift + channel);
            y0 = TLanes.MultiplyAdd(y0, factor, shift);
            y1 = TLanes.MultiplyAdd(y1, factor, shift);
            y2 = TLanes.MultiplyAdd(y2, factor, shift);
            y3 = TLanes.MultiplyAdd(y3, factor, shift);
            y4 = TLanes.MultiplyAdd(y4, factor, shift);
            y5 = TLanes.MultiplyAdd(y5, factor, shift);
            y6 = TPixels.Value > 6 ? TLanes.MultiplyAdd(y6, factor, shift) : y6;
        }

        if (Addend is not null)
        {
            y0 = TLanes.Add(y0, Addends<TLanes, TVector>(first, isWhole, mask));
            y1 = TLanes.Add(y1, Addends<TLanes, TVector>(at1, isWhole, mask));
            y2 = TLanes.Add(y2, Addends<TLanes, TVector>(at2, isWhole, mask));
            y3 = TLanes.Add(y3, Addends<TLanes, TVector>(at3, isWhole, mask));
            y4 = TLanes.Add(y4, Addends<TLanes, TVector>(at4, isWhole, mask));
            y5 = TLanes.Add(y5, Addends<TLanes, TVector>(at5, isWhole, mask));
            y6 = TPixels.Value > 6 ? TLanes.Add(y6, Addends<TLanes, TVector>(at6, isWhole, mask)) : y6;
        }

        y0 = TLanes.Clamp(y0, least, largest);
        y1 = TLanes.Clamp(y1, least, largest);
        y2 = TLanes.Clamp(y2, least, largest);
        y3 = TLanes.Clamp(y3, least, largest);
        y4 = TLanes.Clamp(y4, least, largest);
        y5 = TLanes.Clamp(y5, least, largest);
        y6 = TLanes.Clamp(y6, least, largest);
        if (isWhole)
        {
            TLanes.Store(y0, Output + first);
            TLanes.Store(y1, Output + at1);
            TLanes.Store(y2, Output + at2);
            TLanes.Store(y3, Output + at3);
            TLanes.Store(y4, Output + at4);
            TLanes.Store(y5, Output + at5);
            if (TPixels.Value > 6)
            {
                TLanes.Store(y6, Output + at6);
            }
        }
        else
        {
            TLanes.Store(y0, Output + first, mask);
            TLanes.Store(y1, Output + at1, mask);
            TLanes.Store(y2, Output + at2, mask);
            TLanes.Store(y3, Output + at3, mask);
            TLanes.Store(y4, Output + at4, mask);
            TLanes.Store(y5, Output + at5, mask);
            if (TPixels.Value > 6)
            {
                TLanes.Store(y6, Output + at6, mask);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TVector Addends<TLanes, TVector>(nint offset, bool isWhole, TVector mask)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => isWhole ? TLanes.Load(Addend + offset) : TLanes.Load(Addend + offset, mask);

    /// <summary>Applies the activations that are more than bounds to some channels of some pixels of the output.</summary>
    public readonly void Activate<TLanes, TVector>(nint pixel, int pixels, int channel, int channels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => ActivateAt<TLanes, TVector>((pixel * OutputStep) + channel, pixels, channels);

    /// <summary>The same from where the output has the first pixel's first channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void ActivateAt<TLanes, TVector>(nint offset, int pixels, int channels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (ActivationPass.IsNeeded(Activation))
        {
            ActivationPass.Run<TLanes, TVector>(Activation, Output + offset, OutputStep, pixels, channels);
        }
    }

    /// <summary>Finishes some channels of some pixels of a row.</summary>
    /// <param name="source">The convolution's results.</param>
    /// <param name="sourceStep">Floats from one pixel's results to the next.</param>
    /// <param name="pixel">The first pixel.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="channel">The first channel.</param>
    /// <param name="channels">The number of channels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TLanes, TVector>(float* source, nint sourceStep, nint pixel, int pixels, int channel, int channels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        nint offset = (pixel * OutputStep) + channel;
        int c = 0;
        for (; c <= channels - TLanes.Count; c += TLanes.Count)
        {
            Run<TLanes, TVector>(source + c, sourceStep, offset + c, pixels, channel + c);
        }

        if (TLanes.Count > Vector256<float>.Count && c <= channels - Vector256<float>.Count)
        {
            Run<Lanes256, Vector256<float>>(source + c, sourceStep, offset + c, pixels, channel + c);
            c += Vector256<float>.Count;
        }

        if (TLanes.Count > Vector128<float>.Count && c <= channels - Vector128<float>.Count)
        {
            Run<Lanes128, Vector128<float>>(source + c, sourceStep, offset + c, pixels, channel + c);
            c += Vector128<float>.Count;
        }

        for (; c < channels; c++)
        {
            Run<LanesScalar, float>(source + c, sourceStep, offset + c, pixels, channel + c);
        }

        Activate<TLanes, TVector>(pixel, pixels, channel, channels);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Run<TLanes, TVector>(float* source, nint sourceStep, nint offset, int pixels, int channel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // (y + bias) * factor + shift, where -0 leaves a zero its sign.
        TVector bias = Bias is null ? TLanes.Broadcast(-0f) : TLanes.Load(Bias + channel), factor = TLanes.Broadcast(1);
        if (Factor is not null)
        {
            factor = TLanes.Load(Factor + channel);
            bias = TLanes.MultiplyAdd(bias, factor, TLanes.Load(Shift + channel));
        }

        TVector least = TLanes.Broadcast(Least), largest = TLanes.Broadcast(Largest);
        float* addend = Addend, output = Output;
        nint outputStep = OutputStep;
        for (; pixels > 0; pixels--, source += sourceStep, offset += outputStep)
        {
            TVector y = TLanes.MultiplyAdd(TLanes.Load(source), factor, bias);
            y = addend is null ? y : TLanes.Add(y, TLanes.Load(addend + offset));
            TLanes.Store(TLanes.Clamp(y, least, largest), output + offset);
        }
    }
}
