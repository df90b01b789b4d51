using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>Frames a feature map with a constant, as torch.nn.ConstantPad2d does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConstantPadding
{
    /// <summary>Copies the map into its frame.</summary>
    /// <typeparam name="TGeometry">The padding.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][Channels].</param>
    /// <param name="output">[PaddingTop + InputHeight + PaddingBottom][PaddingLeft + InputWidth + PaddingRight][Channels]. May not overlap the input.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, IConstantPadding
    {
        int copied = TGeometry.InputWidth * TGeometry.Channels;
        int left = TGeometry.PaddingLeft * TGeometry.Channels, right = TGeometry.PaddingRight * TGeometry.Channels;
        int row = left + copied + right;
        Lengths.Check(
            input, TGeometry.InputHeight * copied, output, (TGeometry.PaddingTop + TGeometry.InputHeight + TGeometry.PaddingBottom) * row);
        output[..(TGeometry.PaddingTop * row)].Fill(TGeometry.Value);
        output = output[(TGeometry.PaddingTop * row)..];
        for (int y = 0; y < TGeometry.InputHeight; y++, input = input[copied..], output = output[row..])
        {
            output[..left].Fill(TGeometry.Value);
            input[..copied].CopyTo(output[left..]);
            output.Slice(left + copied, right).Fill(TGeometry.Value);
        }

        output.Fill(TGeometry.Value);
    }
}
