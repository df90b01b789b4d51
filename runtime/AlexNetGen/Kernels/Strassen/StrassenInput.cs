using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The first step of a convolution by Strassen's algorithm: tiles of pixels as values at the points.</summary>
[SkipLocalsInit]
internal unsafe struct StrassenInput<TLevels, TLanes, TVector> : ITileTransform
    where TLevels : struct, IStrassenLevels
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Run = TransformLayout.Run;

    /// <summary>Where everything lies.</summary>
    public TransformLayout Layout;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>[InputHeight][InputWidth][InputChannels].</summary>
    public float* Map;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Transform(int tile, float* values)
    {
        int first = tile * TLevels.Parts, part = Layout.Inputs, step = Layout.InputStep, channel = 0;
        float* p0 = Pixel(first), p1 = Pixel(first + 1);
        float* p2 = TLevels.Parts > 2 ? Pixel(first + 2) : p0, p3 = TLevels.Parts > 2 ? Pixel(first + 3) : p0;
        for (; channel <= part - TLanes.Count; channel += TLanes.Count)
        {
            float* to = values + ((nint)channel / Run * Layout.RunStep) + (channel % Run);
            TLevels.Input<TLanes, TVector>(p0 + channel, p1 + channel, p2 + channel, p3 + channel, part, to, step);
        }

        if (channel < part)
        {
            // A vector would reach beyond the part, and behind the last pixel beyond the map.
            float* last = stackalloc float[TLevels.Parts * TLevels.Parts * TLanes.Count];
            TVector mask = TLanes.First(part - channel);
            for (int i = 0; i < TLevels.Parts; i++)
            {
                float* pixel = (i switch { 0 => p0, 1 => p1, 2 => p2, _ => p3 }) + channel;
                for (int j = 0; j < TLevels.Parts; j++)
                {
                    TLanes.Store(TLanes.Load(pixel + ((nint)j * part), mask), last + (((i * TLevels.Parts) + j) * TLanes.Count));
                }
            }

            nint next = TLevels.Parts * TLanes.Count;
            float* to = values + ((nint)channel / Run * Layout.RunStep) + (channel % Run);
            TLevels.Input<TLanes, TVector>(last, last + next, last + (2 * next), last + (3 * next), TLanes.Count, to, step);
        }
    }

    // Where a pixel of the output has its input. The last tile may be short; what it computes twice is not written.
    private readonly float* Pixel(int number)
    {
        number = Math.Min(number, (Sizes.OutputHeight * Sizes.OutputWidth) - 1);
        if (Sizes.StrideWidth == 1 && Sizes.InputWidth == Sizes.OutputWidth && Sizes.StrideHeight == 1)
        {
            return Map + ((nint)number * Sizes.InputChannels);
        }

        (int row, int column) = int.DivRem(number, Sizes.OutputWidth);
        return Map + ((((nint)row * Sizes.StrideHeight * Sizes.InputWidth) + (column * Sizes.StrideWidth)) * Sizes.InputChannels);
    }
}
