namespace AlexNetGen.Weights;

/// <summary>An element type of the safetensors format.</summary>
/// <param name="Name">Its name in a header: <c>F32</c>.</param>
/// <param name="Bits">Its size; some types are smaller than a byte.</param>
internal sealed record ElementType(string Name, int Bits)
{
    public static readonly ElementType F32 = new("F32", 32);
    public static readonly ElementType F16 = new("F16", 16);
    public static readonly ElementType BF16 = new("BF16", 16);

    private static readonly ElementType[] Known =
    [
        new("BOOL", 8), new("F4", 4), new("F6_E2M3", 6), new("F6_E3M2", 6),
        new("U8", 8), new("I8", 8), new("F8_E5M2", 8), new("F8_E4M3", 8),
        new("F8_E8M0", 8), new("F8_E4M3FNUZ", 8), new("F8_E5M2FNUZ", 8),
        new("I16", 16), new("U16", 16), F16, BF16,
        new("I32", 32), new("U32", 32), F32,
        new("C64", 64), new("F64", 64), new("I64", 64), new("U64", 64),
    ];

    /// <summary>Whether every value of the type is a 32-bit float, so that it can be widened exactly.</summary>
    public bool IsAccepted => this == F32 || this == F16 || this == BF16;

    public static ElementType? Find(string name) => Array.Find(Known, type => type.Name == name);

    public override string ToString() => Name;
}
