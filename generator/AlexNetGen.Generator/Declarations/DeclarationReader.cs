using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Reads a class with <c>[Network]</c> into a declaration, and its positions into a map.</summary>
internal static class DeclarationReader
{
    public const string NetworkAttribute = "AlexNetGen.NetworkAttribute";

    public static (NetworkDeclaration Declaration, SourceMap Map) Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        SourceMap map = new();
        List<Problem> problems = [];
        TypeName name = TypeReader.Read(type, isBlock: false, problems, cancellation);
        map.Add(Place.Type, NameLocation(type));

        AttributeData? network = type.GetAttributes().FirstOrDefault(IsNetwork);
        OperationDeclaration arguments = network is null
            ? new OperationDeclaration("Network", [], IsBroken: true)
            : AttributeReader.Read(network, Place.Network, map, cancellation);

        AttributeData? parameters = type.GetAttributes().FirstOrDefault(attribute => AttributeReader.NameOf(attribute) == "Parameters");
        (long? count, bool incomplete) = AttributeReader.ReadParameters(parameters, Place.NetworkParameters, map, cancellation);

        EquatableArray<LayerDeclaration> layers = LayerReader.Read(type, PartOf(network, cancellation), new BlockCatalog(compilation, cancellation), map, problems);
        NetworkDeclaration declaration = new(
            name,
            ReadInput(arguments),
            arguments.IsBroken,
            arguments["Rounding"] is int rounding ? (Rounding)rounding : null,
            arguments["Dialect"] is int dialect ? (Dialect)dialect : Dialect.PyTorch,
            arguments["Convolutions"] is int convolutions ? (ConvolutionAlgorithms)convolutions : ConvolutionAlgorithms.Fastest,
            count,
            incomplete,
            layers,
            problems.ToEquatableArray());
        return (declaration, map);
    }

    public static bool IsNetwork(AttributeData attribute) => RuntimeType.Is(attribute.AttributeClass, "NetworkAttribute");

    /// <summary>Whether the part of the type is the one that carries the first <c>[Network]</c>.</summary>
    public static bool IsFirstPart(INamedTypeSymbol type, SyntaxNode part, CancellationToken cancellation) =>
        PartOf(type.GetAttributes().FirstOrDefault(IsNetwork), cancellation) == part;

    private static SyntaxNode? PartOf(AttributeData? attribute, CancellationToken cancellation) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static Location NameLocation(INamedTypeSymbol type) =>
        type.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    /// <summary>The shape of one input, as <c>[Network]</c> or <c>[Block]</c> gives it.</summary>
    public static EquatableArray<int> ReadInput(OperationDeclaration network) =>
        network["Features"] is int features ? [features]
        : network["Channels"] is int channels && network["Height"] is int height && network["Width"] is int width ? [channels, height, width]
        : network["Channels"] is int depth && network["Length"] is int length ? [depth, length]
        : [];
}
