namespace AlexNetGen.Kernels;

/// <summary>
/// One of Winograd's minimal filters, F(m,r): m outputs of r taps by m + r - 1 products instead of m * r. The two
/// dimensions of a tile are transformed one after the other. The last point is infinity: no other takes the last value, and
/// no output but the last takes it.
/// </summary>
internal unsafe interface IWinogradTransform
{
    /// <summary>Outputs in a row of a tile: m.</summary>
    static abstract int Tile { get; }

    /// <summary>Taps in a row of the kernel: r.</summary>
    static abstract int Taps { get; }

    /// <summary>The m + r - 1 values of a row, as values at the points.</summary>
    /// <param name="source">The first value, a vector of channels.</param>
    /// <param name="step">Floats from one value to the next.</param>
    /// <param name="destination">The value at the first point.</param>
    /// <param name="destinationStep">Floats from one point to the next.</param>
    /// <param name="isWhole">Whether there is a last value, and with it the point at infinity.</param>
    static abstract void Input<TLanes, TVector>(float* source, nint step, float* destination, nint destinationStep, bool isWhole)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;

    /// <summary>The products at the points, as the m outputs of a row.</summary>
    /// <param name="source">The product at the first point, a vector of channels.</param>
    /// <param name="step">Floats from one point to the next.</param>
    /// <param name="isWhole">Whether there is a last output, and for it the point at infinity.</param>
    /// <param name="y0">The first output; and so on. Those that there are not are zero.</param>
    /// <param name="y1">Output 1.</param>
    /// <param name="y2">Output 2.</param>
    /// <param name="y3">Output 3.</param>
    /// <param name="y4">Output 4.</param>
    static abstract void Output<TLanes, TVector>(float* source, nint step, bool isWhole, out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}
