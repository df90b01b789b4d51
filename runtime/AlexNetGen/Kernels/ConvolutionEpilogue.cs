using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// What follows a convolution, done while its results are still in the first-level cache: bias, batch normalisation,
/// the sum with another map, max(x, 0).
/// </summary>
internal unsafe struct ConvolutionEpilogue
{
    /// <summary>[output channel], and one vector of slack behind; null where it has been added already.</summary>
    public float* Bias;

    /// <summary>The factors of a batch normalisation, [output channel] and slack; null where there is none.</summary>
    public float* Factor;

    /// <summary>The shifts of the batch normalisation, [output channel] and slack.</summary>
    public float* Shift;

    /// <summary>A map that is added, laid out as the output; null where there is none.</summary>
    public float* Addend;

    /// <summary>[OutputHeight][OutputWidth][OutputChannels].</summary>
    public float* Output;

    /// <summary>Channels of the output.</summary>
    public int OutputChannels;

    /// <summary>Whether max(x, 0) is applied; NaN stays.</summary>
    public bool ReLU;

    /// <summary>Whether results that lie in the output already are done.</summary>
    public readonly bool IsNothing => Bias is null && Factor is null && Addend is null && !ReLU;

    /// <summary>Finishes some channels of some pixels of a row.</summary>
    /// <param name="source">The convolution's results; may lie in the output itself.</param>
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
        nint offset = (pixel * OutputChannels) + channel;
        int whole = channels & -TLanes.Count;
        for (int c = 0; c < whole; c += TLanes.Count)
        {
            Run<TLanes, TVector>(source + c, sourceStep, offset + c, pixels, channel + c);
        }

        for (int c = whole; c < channels; c++)
        {
            Run<LanesScalar, float>(source + c, sourceStep, offset + c, pixels, channel + c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Run<TLanes, TVector>(float* source, nint sourceStep, nint offset, int pixels, int channel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector bias = Bias is null ? TLanes.Zero : TLanes.Load(Bias + channel);
        TVector factor = Factor is null ? TLanes.Zero : TLanes.Load(Factor + channel);
        TVector shift = Factor is null ? TLanes.Zero : TLanes.Load(Shift + channel);
        for (; pixels > 0; pixels--, source += sourceStep, offset += OutputChannels)
        {
            TVector y = TLanes.Load(source);
            if (Bias is not null)
            {
                y = TLanes.Add(y, bias);
            }

            if (Factor is not null)
            {
                y = TLanes.MultiplyAdd(y, factor, shift);
            }

            if (Addend is not null)
            {
                y = TLanes.Add(y, TLanes.Load(Addend + offset));
            }

            TLanes.Store(ReLU ? TLanes.RectifiedLinear(y) : y, Output + offset);
        }
    }
}
