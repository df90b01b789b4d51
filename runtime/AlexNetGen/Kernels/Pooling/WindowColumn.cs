using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>A column of a window.</summary>
/// <typeparam name="TGeometry">The pool.</typeparam>
/// <typeparam name="TReduction">What it makes of a window.</typeparam>
internal static unsafe class WindowColumn<TGeometry, TReduction>
    where TGeometry : struct, IPooling
    where TReduction : struct, IWindowReduction
{
    /// <summary>The most rows that a column may have.</summary>
    public const int MostTaps = 5;

    // Floats between the taps of a column.
    private static int Step
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TGeometry.DilationHeight * TGeometry.InputWidth * TGeometry.Channels;
    }

    /// <summary>Joins the column's values.</summary>
    /// <param name="top">The first of them.</param>
    /// <param name="taps">How many they are, 1 at least.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Join<TLanes, TVector>(float* top, int taps)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector result = TLanes.Load(top);
        if (TGeometry.KernelHeight > 1 && taps > 1)
        {
            result = TReduction.Join<TLanes, TVector>(result, TLanes.Load(top + Step));
        }

        if (TGeometry.KernelHeight > 2 && taps > 2)
        {
            result = TReduction.Join<TLanes, TVector>(result, TLanes.Load(top + (2 * Step)));
        }

        if (TGeometry.KernelHeight > 3 && taps > 3)
        {
            result = TReduction.Join<TLanes, TVector>(result, TLanes.Load(top + (3 * Step)));
        }

        if (TGeometry.KernelHeight > 4 && taps > 4)
        {
            result = TReduction.Join<TLanes, TVector>(result, TLanes.Load(top + (4 * Step)));
        }

        return result;
    }
}
