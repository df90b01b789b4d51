using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The check that every kernel makes before it turns to pointers.</summary>
internal static class Lengths
{
    /// <summary>Throws unless input and output have the lengths that the geometry says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(ReadOnlySpan<float> input, int expectedInput, ReadOnlySpan<float> output, int expectedOutput)
    {
        if (((input.Length ^ expectedInput) | (output.Length ^ expectedOutput)) != 0)
        {
            if (input.Length != expectedInput)
            {
                Throw(nameof(input), expectedInput, input.Length);
            }

            Throw(nameof(output), expectedOutput, output.Length);
        }
    }

    /// <summary>Throws unless a span reaches to the end of the last image, where images are a number of values apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckReach(int length, int stride, int images, int values, string name)
    {
        long reach = ((images - 1L) * stride) + values;
        if (length < reach)
        {
            Throw(name, (int)Math.Min(reach, int.MaxValue), length);
        }
    }

    /// <summary>Says how many floats were expected and how many were found.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Throw(string name, int expected, int found) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"Expected {expected} floats, found {found}."), name);
}
