using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>[InputHeight][InputWidth][InputChannels], framed by zeros where windows would leave it.</summary>
    public float* Map;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Transform(int tile, float* values)
    {
        int first = tile * TLevels.Parts;
        float* p0 = Pixel(first), p1 = Pixel(first + 1);
        float* p2 = TLevels.Parts > 2 ? Pixel(first + 2) : p0, p3 = TLevels.Parts > 2 ? Pixel(first + 3) : p0;
        int part = Sizes.InputChannels / TLevels.Parts;
        for (int y = 0; y < Sizes.KernelHeight; y++)
        {
            for (int x = 0; x < Sizes.KernelWidth; x++)
            {
                nint tap = ((((nint)y * Sizes.DilationHeight * Sizes.InputWidth) + (x * Sizes.DilationWidth)) * Sizes.InputChannels);
                Transform(p0 + tap, p1 + tap, p2 + tap, p3 + tap, part, values);

                // The next tap's channels begin with a run.
                values += (nint)part / Run * Layout.RunStep;
            }
        }
    }

    // The channels of one tap.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Transform(float* p0, float* p1, float* p2, float* p3, int part, float* values)
    {
        int step = Layout.InputStep, channel = 0;
        int ahead = TLevels.Parts * Sizes.StrideWidth * Sizes.InputChannels;
        for (; channel <= part - TLanes.Count; channel += TLanes.Count)
        {
            float* to = values + ((nint)channel / Run * Layout.RunStep) + (channel % Run);
            for (int i = 0; i < TLevels.Parts; i++, ahead += part)
            {
                Prefetch(p0 + ahead);
                Prefetch(p1 + ahead);
                if (TLevels.Parts > 2)
                {
                    Prefetch(p2 + ahead);
                    Prefetch(p3 + ahead);
                }
            }

            ahead += TLanes.Count - (TLevels.Parts * part);
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

    // The next tile in the same row: a tile reads too many short runs for the hardware's own prefetcher. At the end of a row
    // it is the wrong one, which is harmless.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(float* pixel)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(pixel);
        }
    }

    // Where a pixel of the output has its first tap. The last tile may be short; what it computes twice is not written.
    private readonly float* Pixel(int number)
    {
        number = Math.Min(number, (Sizes.OutputHeight * Sizes.OutputWidth) - 1);
        (int row, int column) = int.DivRem(number, Sizes.OutputWidth);
        return Map + ((((nint)row * Sizes.StrideHeight * Sizes.InputWidth) + (column * Sizes.StrideWidth)) * Sizes.InputChannels);
    }
}
