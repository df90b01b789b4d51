using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>Makes the weights that are kept whole.</summary>
/// <param name="lanes">Lanes of the block.</param>
/// <param name="count">Weights: input channels times lanes.</param>
/// <param name="weight">[input channel][lane].</param>
internal readonly unsafe struct FinishedWeights(int lanes, int count, float* weight) : IHalfwayAction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TWeights>(float* halfway)
        where TWeights : struct, IPointWeights
    {
        float* to = weight;
        for (float* end = to + count; to < end; halfway += HalfwayFilter.Taps * lanes, to += lanes)
        {
            for (int lane = 0; lane < lanes; lane += Lanes512.Count)
            {
                Lanes512.Store(TWeights.Load<Lanes512, Vector512<float>>(halfway + lane, lanes), to + lane);
            }
        }
    }
}
