using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>What follows a convolution in small groups, for a vector of channels of the seven pixels of a tile.</summary>
internal static unsafe class GroupedOutput
{
    /// <summary>Finishes and writes them.</summary>
    /// <param name="a0">The first pixel's results, to which the bias has been added; and so on.</param>
    /// <param name="a1">Pixel 1.</param>
    /// <param name="a2">Pixel 2.</param>
    /// <param name="a3">Pixel 3.</param>
    /// <param name="a4">Pixel 4.</param>
    /// <param name="a5">Pixel 5.</param>
    /// <param name="a6">Pixel 6.</param>
    /// <param name="epilogue">What follows.</param>
    /// <param name="channel">The first channel.</param>
    /// <param name="offset">Where the output has it, at the first pixel.</param>
    /// <param name="pixels">The pixels that lie in the output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TLanes, TVector, TColumns>(
        TVector a0, TVector a1, TVector a2, TVector a3, TVector a4, TVector a5, TVector a6, in ConvolutionEpilogue epilogue, nint channel, nint offset, int pixels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TColumns : struct, IGroupedColumns
    {
        nint step = epilogue.OutputStep;
        if (epilogue.Factor is not null)
        {
            TVector factor = TLanes.Load(epilogue.Factor + channel), shift = TLanes.Load(epilogue.Shift + channel);
            a0 = TLanes.MultiplyAdd(a0, factor, shift);
            a1 = TLanes.MultiplyAdd(a1, factor, shift);
            a2 = TLanes.MultiplyAdd(a2, factor, shift);
            a3 = TLanes.MultiplyAdd(a3, factor, shift);
            a4 = TLanes.MultiplyAdd(a4, factor, shift);
            a5 = TLanes.MultiplyAdd(a5, factor, shift);
            a6 = TLanes.MultiplyAdd(a6, factor, shift);
        }

        if (epilogue.Addend is not null)
        {
            float* addend = epilogue.Addend + offset;
            a0 = TLanes.Add(a0, TLanes.Load(addend));
            a1 = TLanes.Add(a1, TLanes.Load(addend + (Math.Min(1, pixels - 1) * step)));
            a2 = TLanes.Add(a2, TLanes.Load(addend + (Math.Min(2, pixels - 1) * step)));
            a3 = TLanes.Add(a3, TLanes.Load(addend + (Math.Min(3, pixels - 1) * step)));
            a4 = TLanes.Add(a4, TLanes.Load(addend + (Math.Min(4, pixels - 1) * step)));
            a5 = TLanes.Add(a5, TLanes.Load(addend + (Math.Min(5, pixels - 1) * step)));
            a6 = TLanes.Add(a6, TLanes.Load(addend + (Math.Min(6, pixels - 1) * step)));
        }

        TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
        float* output = epilogue.Output + offset;
        TLanes.Store(TLanes.Clamp(a0, least, largest), output);
        Store<TLanes, TVector, TColumns>(TLanes.Clamp(a1, least, largest), output + step, 1, pixels);
        Store<TLanes, TVector, TColumns>(TLanes.Clamp(a2, least, largest), output + (2 * step), 2, pixels);
        Store<TLanes, TVector, TColumns>(TLanes.Clamp(a3, least, largest), output + (3 * step), 3, pixels);
        Store<TLanes, TVector, TColumns>(TLanes.Clamp(a4, least, largest), output + (4 * step), 4, pixels);
        Store<TLanes, TVector, TColumns>(TLanes.Clamp(a5, least, largest), output + (5 * step), 5, pixels);
        Store<TLanes, TVector, TColumns>(TLanes.Clamp(a6, least, largest), output + (6 * step), 6, pixels);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TVector, TColumns>(TVector value, float* output, int pixel, int pixels)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TColumns : struct, IGroupedColumns
    {
        if (TColumns.IsWhole || pixel < pixels)
        {
            TLanes.Store(value, output);
        }
    }
}
