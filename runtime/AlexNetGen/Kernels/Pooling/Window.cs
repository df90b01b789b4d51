using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>One window of any pool, at every channel.</summary>
internal static unsafe class Window
{
    /// <summary>Joins rows x columns points, and divides the result where the pool does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TReduction, TLanes, TVector>(
        float* window, float* output, int channels, int rowStep, int columnStep, int rows, int columns, int divisor)
        where TReduction : struct, IWindowReduction
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector count = TLanes.Broadcast(divisor);
        for (int channel = 0; channel < channels; channel += TLanes.Count)
        {
            // The last vector overlaps its neighbour instead of hanging over.
            int start = Math.Min(channel, channels - TLanes.Count);
            TVector result = TLanes.Broadcast(TReduction.Nothing);
            float* line = window + start;
            for (int ky = 0; ky < rows; ky++, line += rowStep)
            {
                float* tap = line;
                for (int kx = 0; kx < columns; kx++, tap += columnStep)
                {
                    result = TReduction.Join<TLanes, TVector>(result, TLanes.Load(tap));
                }
            }

            TLanes.Store(TReduction.Divides ? TLanes.Divide(result, count) : result, output + start);
        }
    }
}
