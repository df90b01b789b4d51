namespace AlexNetGen.Kernels;

/// <summary>The largest channel of a point.</summary>
internal static unsafe class PointMaximum
{
    /// <summary>The largest of at least one vector of channels; NaN if any is NaN.</summary>
    public static float Of<TLanes, TVector>(float* point, int channels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector largest = TLanes.Load(point);
        for (int i = TLanes.Count; i < channels; i += TLanes.Count)
        {
            largest = TLanes.Max(largest, TLanes.Load(point + Math.Min(i, channels - TLanes.Count)));
        }

        return TLanes.Largest(largest);
    }
}
