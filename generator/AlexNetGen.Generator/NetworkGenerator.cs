using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Emission;
using AlexNetGen.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator;

/// <summary>
/// Generates the forward pass of every class with <c>[Network]</c>, and the attribute of every class with <c>[Block]</c>:
/// symbols -> declaration -> checked network -> plan -> text. The analyzer reports what is wrong.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkDeclaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(DeclarationReader.NetworkAttribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(StepNames.Declaration);

        IncrementalValuesProvider<CheckedNetwork> networks = declarations
            .Select(static (declaration, _) => NetworkChecker.Check(declaration))
            .WithTrackingName(StepNames.CheckedNetwork);

        IncrementalValueProvider<string> assembly = context.CompilationProvider
            .Select(static (compilation, _) => compilation.AssemblyName ?? string.Empty)
            .WithTrackingName(StepNames.Assembly);

        IncrementalValuesProvider<BlockPart> blocks = context.SyntaxProvider
            .ForAttributeWithMetadataName(BlockUseReader.BlockAttribute, static (node, _) => node is TypeDeclarationSyntax, ReadBlock)
            .WithTrackingName(StepNames.Blocks);

        IncrementalValueProvider<EquatableArray<string>> clashes = declarations
            .Select(static (declaration, _) => declaration.Type.FullName)
            .Collect()
            .Combine(blocks.Select(static (block, _) => block.Type.FullName).Collect())
            .Select(static (names, _) => HintName.Clashes(names.Left.Concat(names.Right)))
            .WithTrackingName(StepNames.HintNameClashes);

        context.RegisterSourceOutput(blocks.Combine(clashes), static (output, item) =>
        {
            if (item.Left.Type.CanHaveParts)
            {
                output.AddSource(HintName.Of(item.Left.Type.FullName, item.Right), BlockEmitter.Emit(item.Left));
            }
        });

        context.RegisterSourceOutput(
            networks.Combine(assembly).Combine(clashes),
            static (output, item) => Emit(output, item.Left.Left, item.Left.Right, item.Right));

        IncrementalValueProvider<EquatableArray<UsedShape>> shapes = networks
            .Select(static (network, _) => ShapesEmitter.ShapesOf(network))
            .Collect()
            .Select(static (shapes, _) => ShapesEmitter.Union(shapes))
            .WithTrackingName(StepNames.Shapes);

        context.RegisterSourceOutput(shapes.Combine(assembly), static (output, item) =>
        {
            if (item.Left.Count > 0)
            {
                output.AddSource(ShapesEmitter.HintName, ShapesEmitter.Emit(item.Left, item.Right));
            }
        });
    }

    private static NetworkDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol type && DeclarationReader.IsFirstPart(type, context.TargetNode, cancellation)
            ? DeclarationReader.Read(type, context.SemanticModel.Compilation, cancellation).Declaration
            : null;

    private static BlockPart ReadBlock(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        BlockPartReader.Read((INamedTypeSymbol)context.TargetSymbol, context.SemanticModel.Compilation, cancellation).Part;

    private static void Emit(SourceProductionContext output, CheckedNetwork network, string assembly, EquatableArray<string> clashes)
    {
        if (!network.Declaration.Type.CanHaveParts)
        {
            return;
        }

        string hintName = HintName.Of(network.Declaration.Type.FullName, clashes);
        string shapes = Names.ShapesNamespace(assembly);
        output.AddSource(hintName, network.IsValid ? NetworkEmitter.Emit(Planner.Plan(network), shapes) : StubEmitter.Emit(network, shapes));
    }
}
