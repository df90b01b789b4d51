using System.Numerics;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weights of a direct convolution times a factor for each input channel, as the gate of squeeze and excitation gives
/// them (Hu et al., 2018): w * (g * x) = (w * g) * x, and over a map of more points than output channels the weights are
/// fewer values than the map.
/// <code>
/// [block][tap][input channel][lane]      all lanes of an input channel by its factor
/// </code>
/// </summary>
internal unsafe struct ScaledWeights : IParallelWork
{
    private ConvolutionLayout _layout;
    private float* _weight;
    private float* _factors;
    private float* _scaled;

    /// <summary>Multiplies the weights.</summary>
    /// <param name="layout">Their layout, of one group.</param>
    /// <param name="weight">The packed weights.</param>
    /// <param name="factors">[input channel].</param>
    /// <param name="scaled">Room for as many.</param>
    /// <param name="team">The threads that share the work.</param>
    public static void Run(in ConvolutionLayout layout, float* weight, float* factors, float* scaled, Team team)
    {
        ScaledWeights work = new() { _layout = layout, _weight = weight, _factors = factors, _scaled = scaled };
        team.Run(layout.Blocks, ref work);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        nint lanes = _layout.BlockLanes(chunk), offset = (nint)_layout.VectorsBefore(chunk) * _layout.Lanes * _layout.Inputs * _layout.Taps;
        float* from = _weight + offset, to = _scaled + offset;
        for (int tap = 0; tap < _layout.Taps; tap++)
        {
            for (int input = 0; input < _layout.Inputs; input++, from += lanes, to += lanes)
            {
                float factor = _factors[input];
                nint lane = 0;
                for (; lane <= lanes - Vector<float>.Count; lane += Vector<float>.Count)
                {
                    Vector.Store(Vector.Load(from + lane) * factor, to + lane);
                }

                for (; lane < lanes; lane++)
                {
                    to[lane] = from[lane] * factor;
                }
            }
        }
    }
}
