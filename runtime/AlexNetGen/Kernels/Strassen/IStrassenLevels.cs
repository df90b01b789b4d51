namespace AlexNetGen.Kernels;

/// <summary>
/// How often Strassen's algorithm divides the matrices: a tile of as many pixels as the channels have parts, which are
/// one block of the matrices each.
/// </summary>
internal unsafe interface IStrassenLevels
{
    /// <summary>Pixels of a tile, and parts of the channels: 2 to the number of levels.</summary>
    static abstract int Parts { get; }

    /// <summary>Some channels of each part of a tile, as values at the points.</summary>
    /// <param name="first">The first pixel's first of these channels.</param>
    /// <param name="second">The second's.</param>
    /// <param name="third">The third's, where there are four.</param>
    /// <param name="fourth">The fourth's, where there are four.</param>
    /// <param name="part">Floats from one part to the next.</param>
    /// <param name="destination">The value at the first point.</param>
    /// <param name="step">Floats from one point to the next.</param>
    static abstract void Input<TLanes, TVector>(float* first, float* second, float* third, float* fourth, nint part, float* destination, nint step)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;

    /// <summary>The products at the points, as some channels of each part of a tile.</summary>
    /// <param name="source">The product at the first point.</param>
    /// <param name="step">Floats from one point to the next.</param>
    /// <param name="destination">The first part of the first pixel.</param>
    /// <param name="part">Floats from one part to the next.</param>
    /// <param name="pixel">Floats from one pixel to the next.</param>
    static abstract void Output<TLanes, TVector>(float* source, nint step, float* destination, nint part, nint pixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}
