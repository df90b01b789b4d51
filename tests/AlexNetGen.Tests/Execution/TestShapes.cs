namespace AlexNetGen.Tests.Execution;

/// <summary>2x3x4, as the generator would write it.</summary>
internal readonly struct FeatureMaps : IShape
{
    public static int Rank => 3;

    public static int Channels => 2;

    public static int Height => 3;

    public static int Width => 4;

    public static int Length => 24;
}

/// <summary>Five features, as the generator would write it.</summary>
internal readonly struct Scores : IShape
{
    public static int Rank => 1;

    public static int Channels => 5;

    public static int Height => 1;

    public static int Width => 1;

    public static int Length => 5;
}
