using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>What a pool makes of a window's values: their largest, or their mean. It may take them in any order.</summary>
internal interface IWindowReduction
{
    /// <summary>What a window of nothing has; joined with a value it is that value.</summary>
    static abstract float Nothing { get; }

    /// <summary>Whether the joined values are divided by their number.</summary>
    static abstract bool Divides { get; }

    /// <summary>Two values as one.</summary>
    static abstract TVector Join<TLanes, TVector>(TVector a, TVector b)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>The largest value; NaN where one is NaN.</summary>
internal readonly struct LargestValue : IWindowReduction
{
    public static float Nothing => float.NegativeInfinity;

    public static bool Divides => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Join<TLanes, TVector>(TVector a, TVector b)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Max(a, b);
}

/// <summary>The mean.</summary>
internal readonly struct MeanValue : IWindowReduction
{
    public static float Nothing => 0;

    public static bool Divides => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Join<TLanes, TVector>(TVector a, TVector b)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Add(a, b);
}
