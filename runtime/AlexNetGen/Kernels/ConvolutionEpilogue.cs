using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>
/// What follows a convolution, done while its results are in registers or in the first-level cache: bias, batch
/// normalisation, the sum with another map, the activation.
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

    /// <summary>[OutputHeight][OutputWidth][OutputStep], from the first channel on that is the convolution's.</summary>
    public float* Output;

    /// <summary>Channels from one pixel of the output to the next.</summary>
    public int OutputStep;

    /// <summary>The function that comes last.</summary>
    public Activation Activation;

    /// <summary>The least value of the result: minus infinity, or 0 for ReLU.</summary>
    public readonly float Least => Activation is Activation.ReLU or Activation.ReLU6 ? 0 : float.NegativeInfinity;

    /// <summary>Whether nothing follows the bias but bounds.</summary>
    public readonly bool IsPlain => Factor is null && Addend is null;

    /// <summary>The largest value of the result.</summary>
    public readonly float Largest => Activation == Activation.ReLU6 ? 6 : float.PositiveInfinity;

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

    /// <summary>Finishes and writes one pixel's vectors of a register tile.</summary>
    /// <param name="a">The first.</param>
    /// <param name="b">The second, where the tile has as many; and so on.</param>
    /// <param name="c">The third.</param>
    /// <param name="d">The fourth.</param>
    /// <param name="channel">The first channel.</param>
    /// <param name="offset">Where the output has it.</param>
    /// <param name="least"><see cref="Least"/> in every lane.</param>
    /// <param name="largest"><see cref="Largest"/> in every lane.</param>
    /// <param name="isWhole">Whether every lane of the last vector is a channel.</param>
    /// <param name="mask">The lanes of the last vector that are.</param>
    /// <param name="isPlain"><see cref="IsPlain"/>; a constant where it is called.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write<TLanes, TVector, TCount>(
        TVector a, TVector b, TVector c, TVector d, nint channel, nint offset, TVector least, TVector largest, bool isWhole, TVector mask, bool isPlain)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
    {
        if (TCount.Value > 1)
        {
            Write<TLanes, TVector>(a, channel, offset, least, largest, isPlain);
        }

        if (TCount.Value > 2)
        {
            Write<TLanes, TVector>(b, channel + TLanes.Count, offset + TLanes.Count, least, largest, isPlain);
        }

        if (TCount.Value > 3)
        {
            Write<TLanes, TVector>(c, channel + (2 * TLanes.Count), offset + (2 * TLanes.Count), least, largest, isPlain);
        }

        nint before = (TCount.Value - 1) * TLanes.Count;
        TVector last = TCount.Value == 1 ? a : TCount.Value == 2 ? b : TCount.Value == 3 ? c : d;
        if (isWhole)
        {
            Write<TLanes, TVector>(last, channel + before, offset + before, least, largest, isPlain);
        }
        else
        {
            Write<TLanes, TVector>(last, channel + before, offset + before, least, largest, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write<TLanes, TVector>(TVector y, nint channel, nint offset, TVector least, TVector largest, bool isPlain)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.Store(isPlain ? TLanes.Clamp(y, least, largest) : Finish<TLanes, TVector>(y, channel, offset, least, largest), Output + offset);

    // Nothing is read or written past the last lane of the mask.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write<TLanes, TVector>(TVector y, nint channel, nint offset, TVector least, TVector largest, TVector mask)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (Factor is not null)
        {
            y = TLanes.MultiplyAdd(y, TLanes.Load(Factor + channel), TLanes.Load(Shift + channel));
        }

        if (Addend is not null)
        {
            y = TLanes.Add(y, TLanes.Load(Addend + offset, mask));
        }

        TLanes.Store(TLanes.Clamp(y, least, largest), Output + offset, mask);
    }

    /// <summary>Applies the activations that are more than bounds to results in the output.</summary>
    /// <param name="pixel">The first pixel.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="channel">The first channel.</param>
    /// <param name="channels">The number of channels.</param>
    public readonly void Activate<TLanes, TVector>(nint pixel, int pixels, int channel, int channels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (ActivationPass.IsNeeded(Activation))
        {
            ActivationPass.Run<TLanes, TVector>(Activation, Output + (pixel * OutputStep) + channel, OutputStep, pixels, channels);
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
        TVector bias = Bias is null ? TLanes.Zero : TLanes.Load(Bias + channel);
        TVector least = TLanes.Broadcast(Least), largest = TLanes.Broadcast(Largest);
        for (; pixels > 0; pixels--, source += sourceStep, offset += OutputStep)
        {
            TVector y = TLanes.Add(TLanes.Load(source), bias);
            TLanes.Store(Finish<TLanes, TVector>(y, channel, offset, least, largest), Output + offset);
        }
    }
}
