using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The last step of a convolution by Strassen's algorithm: products at the points as a tile of pixels.</summary>
[SkipLocalsInit]
internal unsafe struct StrassenOutput<TLevels, TLanes, TVector> : ITileTransform
    where TLevels : struct, IStrassenLevels
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // Vectors of each part that are finished together: 4 KB of 4 x 4 blocks.
    private const int Together = 4;

    /// <summary>Where everything lies.</summary>
    public TransformLayout Layout;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>What follows the convolution.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Transform(int tile, float* values)
    {
        int parts = TLevels.Parts, pixelStep = Together * TLanes.Count, partStep = parts * pixelStep;
        float* memory = stackalloc float[(parts * partStep) + AlignedArray.LineFloats];
        float* result = AlignedArray.Line(memory);
        int first = tile * parts, pixels = Math.Min(parts, (Sizes.OutputHeight * Sizes.OutputWidth) - first);
        bool outgrowsCache = Epilogue.OutputLength > ConvolutionEpilogue.LargestInCache;
        for (int channel = 0; channel < Layout.Outputs; channel += pixelStep)
        {
            int count = Math.Min(pixelStep, Layout.Outputs - channel);
            if (outgrowsCache)
            {
                for (int part = 0; part < parts; part++)
                {
                    Epilogue.Fetch(((nint)first * Epilogue.OutputStep) + ((nint)part * Layout.Outputs) + channel, pixels, count);
                }
            }

            for (int lane = 0; lane < count; lane += TLanes.Count)
            {
                TLevels.Output<TLanes, TVector>(values + channel + lane, Layout.ProductStep, result + lane, partStep, pixelStep);
            }

            for (int part = 0; part < parts; part++)
            {
                // The last part may have fewer channels, or none.
                int from = (part * Layout.Outputs) + channel, channels = Math.Min(count, Sizes.OutputChannels - from);
                if (channels > 0)
                {
                    Epilogue.Run<TLanes, TVector>(result + (part * partStep), pixelStep, first, pixels, from, channels);
                }
            }
        }
    }
}
