using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The rows, or the columns, of one window.</summary>
/// <param name="first">Where the first tap lies that is not in the padding before the input.</param>
/// <param name="count">The taps from it on that lie in the input; 0 or less for none.</param>
/// <param name="padded">The taps that lie in the input or its padding.</param>
internal readonly struct WindowSpan(int first, int count, int padded)
{
    /// <summary>Where the first tap lies that is not in the padding before the input.</summary>
    public readonly int First = first;

    /// <summary>The taps from it on that lie in the input; 0 or less for none.</summary>
    public readonly int Count = count;

    /// <summary>The taps that lie in the input or its padding; of a window without dilation.</summary>
    public readonly int Padded = padded;

    /// <summary>The rows of the windows of one row of the output.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WindowSpan OfRows<TGeometry>(int y)
        where TGeometry : struct, IPooling => Of(
            (y * TGeometry.StrideHeight) - TGeometry.PaddingTop, TGeometry.DilationHeight, TGeometry.KernelHeight, TGeometry.InputHeight, TGeometry.PaddingBottom);

    /// <summary>The columns of the windows of one column of the output.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WindowSpan OfColumns<TGeometry>(int x)
        where TGeometry : struct, IPooling => Of(
            (x * TGeometry.StrideWidth) - TGeometry.PaddingLeft, TGeometry.DilationWidth, TGeometry.KernelWidth, TGeometry.InputWidth, TGeometry.PaddingRight);

    /// <summary>Of how many values a window's mean is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Divisor<TGeometry>(in WindowSpan rows, in WindowSpan columns)
        where TGeometry : struct, IPooling =>
        rows.Count <= 0 || columns.Count <= 0 ? 1 : TGeometry.CountIncludePad ? rows.Padded * columns.Padded : rows.Count * columns.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WindowSpan Of(int start, int dilation, int kernel, int length, int paddingAfter)
    {
        int before = start < 0 ? (dilation - 1 - start) / dilation : 0;
        int taps = Math.Min(kernel, (length - start + dilation - 1) / dilation);
        return new(start + (before * dilation), taps - before, Math.Min(kernel, length + paddingAfter - start));
    }
}
