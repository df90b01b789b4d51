using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>The names that are generated into a network's class, which its own members cannot take.</summary>
internal static class GeneratedNames
{
    private static readonly HashSet<string> Reserved =
    [
        "Activations", "Description", "Dispose", "Forward", "ForwardActivations", "ForwardBatch", "ForwardLayers", "ForwardMaps", "ForwardVectors", "ImageWork", "InputLength",
        "LayerWeights", "LiveWeights", "Load", "OutputLength", "ParameterCount", "Profile", "Save", "SavePacked", "WithRandomWeights", "WorkspaceLength", "_batches", "_description", "_memory", "_team", "_values", "_weights", "_workspaces", "Describe",

        // A property of one of these names would hide the member of object.
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    private static readonly HashSet<string> Methods =
    [
        "Dispose()", "Forward(ReadOnlySpan<float>, Span<float>)", "Forward(ReadOnlySpan<float>, Span<float>, Span<float>)",
        "ForwardBatch(ReadOnlySpan<float>, Span<float>, int)", "Load(string)", "Load(Stream)", "Load(ReadOnlySpan<byte>)",
        "Load(string, LoadOptions)", "Load(Stream, LoadOptions)", "Load(ReadOnlySpan<byte>, LoadOptions)",
        "Load(string, InferenceOptions)", "Load(Stream, InferenceOptions)", "Load(ReadOnlySpan<byte>, InferenceOptions)", "Save(string)", "Save(Stream)", "SavePacked(string)",
        "Forward(ReadOnlySpan<float>, Span<float>, Activations)", "WithRandomWeights(int)", "WithRandomWeights(int, InferenceOptions)",
        "Profile(ReadOnlySpan<float>)", "Describe()",
    ];

    private static readonly SymbolDisplayFormat SignatureFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly HashSet<string> OfObject = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>Whether no layer may have the name.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>
    /// Whether a member that is not a layer takes a generated member's place; a method may overload a generated one.
    /// </summary>
    public static bool ClashesWith(ISymbol member)
    {
        if (member.IsImplicitlyDeclared || IsGenerated(member))
        {
            return false;
        }

        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
        {
            return !constructor.IsStatic && constructor.Parameters.Length == 2 && Signature(constructor.Parameters[0]) == "ITensorSource" && Signature(constructor.Parameters[1]) == "InferenceOptions";
        }

        if (!Reserved.Contains(member.Name) || OfObject.Contains(member.Name))
        {
            return false;
        }

        return member is not IMethodSymbol method
            || !IsMethod(method.Name)
            || (!method.IsGenericMethod && Methods.Contains($"{method.Name}({string.Join(", ", method.Parameters.Select(Signature))})"));
    }

    /// <summary>Whether the member comes from the generated part, which the analyzer sees beside the user's.</summary>
    public static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
        && attribute.ConstructorArguments.Length > 0
        && attribute.ConstructorArguments[0].Value is "AlexNetGen");

    private static bool IsMethod(string name) =>
        name is "Describe" or "ForwardActivations" or "ForwardLayers" or "ForwardMaps" or "ForwardVectors" || Methods.Any(known => known.StartsWith(name + "(", StringComparison.Ordinal));

    private static string Signature(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? string.Empty : "ref ") + parameter.Type.ToDisplayString(SignatureFormat);
}
