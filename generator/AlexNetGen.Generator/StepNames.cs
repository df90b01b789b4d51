namespace AlexNetGen.Generator;

/// <summary>The names under which the generator's steps are tracked.</summary>
internal static class StepNames
{
    public const string Declaration = nameof(Declaration);
    public const string CheckedNetwork = nameof(CheckedNetwork);
    public const string Blocks = nameof(Blocks);
    public const string Assembly = nameof(Assembly);
    public const string HintNameClashes = nameof(HintNameClashes);
    public const string Shapes = nameof(Shapes);

    public static IReadOnlyList<string> All { get; } = [Declaration, CheckedNetwork, Blocks, Assembly, HintNameClashes, Shapes];
}
