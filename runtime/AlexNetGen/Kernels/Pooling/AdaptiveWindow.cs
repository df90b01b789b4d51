using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The windows of adaptive pools, as PyTorch lays them.</summary>
internal static class AdaptiveWindow
{
    /// <summary>Window <paramref name="index"/> of n: [floor(index * length / n), ceil((index + 1) * length / n)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Start, int Count) Of(int index, int windows, int length)
    {
        int start = (int)((long)index * length / windows);
        int end = (int)((((long)(index + 1) * length) + windows - 1) / windows);
        return (start, end - start);
    }
}
