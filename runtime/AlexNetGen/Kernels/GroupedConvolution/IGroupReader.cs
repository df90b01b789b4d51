using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>How an input channel of each group reaches the lanes of the group's outputs.</summary>
internal unsafe interface IGroupReader
{
    /// <summary>Whether a group is one channel.</summary>
    static abstract bool IsDepthwise { get; }

    /// <summary>The first channel to be read for a vector of outputs.</summary>
    /// <param name="channel">The first output channel.</param>
    /// <param name="operands">The convolution.</param>
    static abstract nint First<TLanes, TVector>(nint channel, in GroupedOperands operands)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;

    /// <summary>Input channel k of each lane's group.</summary>
    /// <param name="pixel">The pixel's first channel to be read.</param>
    /// <param name="k">The input channel of the group.</param>
    /// <param name="index">The operands' indices of that channel.</param>
    static abstract TVector Read<TLanes, TVector>(float* pixel, int k, int* index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>Groups of one channel: depthwise.</summary>
internal readonly unsafe struct SingleChannels : IGroupReader
{
    public static bool IsDepthwise => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint First<TLanes, TVector>(nint channel, in GroupedOperands operands)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => channel;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Read<TLanes, TVector>(float* pixel, int k, int* index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Load(pixel);
}

/// <summary>
/// Several groups in a vector of outputs: each lane takes its group's channel from a vector of inputs, which holds those of all the
/// groups, for they have no more inputs than outputs.
/// </summary>
internal readonly unsafe struct GroupsInVector : IGroupReader
{
    public static bool IsDepthwise => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint First<TLanes, TVector>(nint channel, in GroupedOperands operands)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => operands.FirstRead((int)channel, TLanes.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Read<TLanes, TVector>(float* pixel, int k, int* index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Permute(TLanes.Load(pixel), TLanes.Load((float*)index));
}

/// <summary>Vectors within one group: its channel in every lane.</summary>
internal readonly unsafe struct VectorsInGroup : IGroupReader
{
    public static bool IsDepthwise => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint First<TLanes, TVector>(nint channel, in GroupedOperands operands)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => (int)channel / operands.Outputs * operands.Inputs;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Read<TLanes, TVector>(float* pixel, int k, int* index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Broadcast(pixel[k]);
}
