using System.Collections.Immutable;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AlexNetGen.Generator;

/// <summary>Reports what is wrong with a network or a block, live in an editor: the generator's front half with positions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface && type.GetAttributes().Any(DeclarationReader.IsNetwork))
        {
            (NetworkDeclaration declaration, SourceMap map) = DeclarationReader.Read(type, context.Compilation, context.CancellationToken);
            CheckedNetwork network = NetworkChecker.Review(declaration);
            Report(context, network.Problems, network, map);
        }
        else if (type.TypeKind is TypeKind.Class && BlockUseReader.IsBlock(type))
        {
            (BlockPart part, SourceMap map) = BlockPartReader.Read(type, context.Compilation, context.CancellationToken);
            CheckedNetwork? ofItself = part.Network is null ? null : NetworkChecker.Check(part.Network);

            // A remedy would write a number where the block has a parameter.
            Report(context, part.Problems.Concat(ofItself?.Problems.Select(problem => problem with { Remedies = default }) ?? []), ofItself, map);
        }
    }

    private static void Report(SymbolAnalysisContext context, IEnumerable<Problem> problems, CheckedNetwork? network, SourceMap map)
    {
        foreach (Problem problem in problems)
        {
            context.ReportDiagnostic(ProblemReport.ToDiagnostic(problem, network, map));
        }
    }
}
