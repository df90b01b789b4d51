using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>Frames a feature map with zeros, so that a convolution's inner loops need no bounds.</summary>
internal static class ZeroPadding
{
    /// <summary>Copies [InputHeight][InputWidth][InputChannels] into a zero-framed [ReachHeight][ReachWidth][InputChannels].</summary>
    /// <remarks>Input rows and columns that no window reaches are left out.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<TGeometry>(ReadOnlySpan<float> input, Span<float> padded)
        where TGeometry : struct, IConvolution
    {
        int channels = TGeometry.InputChannels;
        int sourceRow = TGeometry.InputWidth * channels;
        int row = TGeometry.ReachWidth * channels;
        int left = Math.Min(TGeometry.PaddingLeft * channels, row);
        int copied = Math.Min(sourceRow, row - left);
        for (int y = 0; y < TGeometry.ReachHeight; y++, padded = padded[row..])
        {
            int sourceY = y - TGeometry.PaddingTop;
            if ((uint)sourceY < (uint)TGeometry.InputHeight)
            {
                padded[..left].Clear();
                input.Slice(sourceY * sourceRow, copied).CopyTo(padded[left..]);
                padded[(left + copied)..row].Clear();
            }
            else
            {
                padded[..row].Clear();
            }
        }
    }
}
