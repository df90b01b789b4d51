using System.Diagnostics.CodeAnalysis;

namespace AlexNetGen;

/// <summary>
/// How weights are kept in memory. Activations and sums are 32-bit floats in any case, and biases are kept as they are.
/// </summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "They are types.")]
public enum StoredWeights
{
    /// <summary>32-bit floats, as they came: 4 bytes a weight.</summary>
    Float32,

    /// <summary>
    /// The upper half of a 32-bit float (bfloat16), rounded to the nearest, ties to even: 2 bytes a weight, about three
    /// decimal digits. <c>Save</c> writes them as BF16.
    /// </summary>
    BFloat16,

    /// <summary>
    /// Whole numbers from -127 to 127 times a factor of each output, the largest absolute weight of the output / 127: 1
    /// byte a weight and 4 an output. <c>Save</c> refuses, since the weights loaded cannot be had back.
    /// </summary>
    Int8,
}
