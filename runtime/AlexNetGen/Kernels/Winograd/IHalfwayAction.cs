namespace AlexNetGen.Kernels;

/// <summary>What is done with the weights that <see cref="HalfwayFilter"/> makes at a point.</summary>
internal unsafe interface IHalfwayAction
{
    /// <summary>Does it.</summary>
    /// <param name="halfway">What the weights are made of.</param>
    void Run<TWeights>(float* halfway)
        where TWeights : struct, IPointWeights;
}
