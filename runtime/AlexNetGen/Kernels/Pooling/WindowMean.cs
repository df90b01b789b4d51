using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The mean of one window, at every channel.</summary>
internal static unsafe class WindowMean
{
    /// <summary>Adds up rows x columns points and divides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector>(float* window, float* output, int channels, int row, int rows, int columns, int divisor)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector count = TLanes.Broadcast(divisor);
        for (int channel = 0; channel < channels; channel += TLanes.Count)
        {
            // The last vector overlaps its neighbour instead of hanging over.
            int start = Math.Min(channel, channels - TLanes.Count);
            TVector sum = TLanes.Zero;
            float* line = window + start;
            for (int ky = 0; ky < rows; ky++, line += row)
            {
                float* tap = line;
                for (int kx = 0; kx < columns; kx++, tap += channels)
                {
                    sum = TLanes.Add(sum, TLanes.Load(tap));
                }
            }

            TLanes.Store(TLanes.Divide(sum, count), output + start);
        }
    }
}
