namespace AlexNetGen.Generator.Checking;

/// <summary>What remedies of one kind have in common, whatever their numbers: a fix-all applies one kind.</summary>
internal static class RemedyKinds
{
    public const string SmallerInput = "Smaller network input";
    public const string LargerInput = "Larger network input";
    public const string ExactPadding = "Padding that fits exactly";
    public const string DroppedPadding = "Padding of which some is dropped";
    public const string PaddingAfter = "Padding after the input only";
    public const string PaddingSplit = "Padding that differs by side";
    public const string Ceil = "Rounding = Ceil";
    public const string Floor = "Rounding = Floor";
    public const string Shape = "The computed shape";
    public const string Parameters = "The computed number of parameters";
    public const string RestoringPadding = "Padding that keeps the size";
    public const string Channels = "The channels of the other branch";
    public const string NoBias = "No bias before a normalisation";
    public const string OneActivation = "One activation";
    public const string PoolFirst = "Pooling before ReLU";
    public const string Flatten = "Flatten before";
}
