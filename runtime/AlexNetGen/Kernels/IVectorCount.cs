namespace AlexNetGen.Kernels;

/// <summary>A number of vectors as a type, so that one tile source is compiled once for each number.</summary>
internal interface IVectorCount
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

/// <summary>One vector.</summary>
internal readonly struct OneVector : IVectorCount
{
    public static int Value => 1;
}

/// <summary>Two vectors.</summary>
internal readonly struct TwoVectors : IVectorCount
{
    public static int Value => 2;
}

/// <summary>Three vectors.</summary>
internal readonly struct ThreeVectors : IVectorCount
{
    public static int Value => 3;
}

/// <summary>Four vectors.</summary>
internal readonly struct FourVectors : IVectorCount
{
    public static int Value => 4;
}
