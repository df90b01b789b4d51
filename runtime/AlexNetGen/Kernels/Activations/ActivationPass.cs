using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The activations that are more than bounds, applied to a convolution's results while they are in the first-level
/// cache.
/// </summary>
internal static unsafe class ActivationPass
{
    /// <summary>Whether the function is more than two bounds, which a convolution applies in its registers.</summary>
    public static bool IsNeeded(Activation activation) => activation > Activation.ReLU6;

    /// <summary>Applies the function in place.</summary>
    /// <param name="activation">A function for which <see cref="IsNeeded"/> is true.</param>
    /// <param name="values">The first pixel's first channel.</param>
    /// <param name="step">Floats from one pixel to the next.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="channels">The number of channels.</param>
    public static void Run<TLanes, TVector>(Activation activation, float* values, nint step, int pixels, int channels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        switch (activation)
        {
            case Activation.HardSwish:
                Run<HardSwish.Function, TLanes, TVector>(values, step, pixels, channels);
                break;
            case Activation.HardSigmoid:
                Run<HardSigmoid.Function, TLanes, TVector>(values, step, pixels, channels);
                break;
            case Activation.Sigmoid:
                Run<Sigmoid.Function, TLanes, TVector>(values, step, pixels, channels);
                break;
            case Activation.SiLU:
                Run<SigmoidLinear.Function, TLanes, TVector>(values, step, pixels, channels);
                break;
            case Activation.GELU:
                Run<GaussianErrorLinear.Function, TLanes, TVector>(values, step, pixels, channels);
                break;
            case Activation.GELUByTanh:
                Run<GaussianErrorLinearByTanh.Function, TLanes, TVector>(values, step, pixels, channels);
                break;
            default:
                Run<HyperbolicTangent.Function, TLanes, TVector>(values, step, pixels, channels);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TFunction, TLanes, TVector>(float* values, nint step, int pixels, int channels)
        where TFunction : struct, IElementwiseFunction
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Pixels that follow each other are one run.
        (nint length, nint runs) = step == channels ? ((nint)pixels * channels, 1) : (channels, pixels);
        for (; runs > 0; runs--, values += step)
        {
            nint i = 0;
            for (; i <= length - TLanes.Count; i += TLanes.Count)
            {
                TLanes.Store(TFunction.Apply<TLanes, TVector>(TLanes.Load(values + i)), values + i);
            }

            if (i < length)
            {
                TVector mask = TLanes.First((int)(length - i));
                TLanes.Store(TFunction.Apply<TLanes, TVector>(TLanes.Load(values + i, mask)), values + i, mask);
            }
        }
    }
}
