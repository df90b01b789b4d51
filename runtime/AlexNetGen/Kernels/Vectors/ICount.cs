namespace AlexNetGen.Kernels;

/// <summary>A number as a type, so that one tile source is compiled once for each number.</summary>
internal interface ICount
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

/// <summary>1.</summary>
internal readonly struct One : ICount
{
    public static int Value => 1;
}

/// <summary>2.</summary>
internal readonly struct Two : ICount
{
    public static int Value => 2;
}

/// <summary>3.</summary>
internal readonly struct Three : ICount
{
    public static int Value => 3;
}

/// <summary>4.</summary>
internal readonly struct Four : ICount
{
    public static int Value => 4;
}

/// <summary>5.</summary>
internal readonly struct Five : ICount
{
    public static int Value => 5;
}

/// <summary>6.</summary>
internal readonly struct Six : ICount
{
    public static int Value => 6;
}

/// <summary>7.</summary>
internal readonly struct Seven : ICount
{
    public static int Value => 7;
}

/// <summary>8.</summary>
internal readonly struct Eight : ICount
{
    public static int Value => 8;
}

/// <summary>9.</summary>
internal readonly struct Nine : ICount
{
    public static int Value => 9;
}

/// <summary>10.</summary>
internal readonly struct Ten : ICount
{
    public static int Value => 10;
}

/// <summary>12.</summary>
internal readonly struct Twelve : ICount
{
    public static int Value => 12;
}

/// <summary>14.</summary>
internal readonly struct Fourteen : ICount
{
    public static int Value => 14;
}
