using AlexNetGen.CodeFixes;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>Sources opened in a workspace with the analyzer and the generator, as an editor has them.</summary>
internal sealed class Fixed
{
    private static readonly MefHostServices Host = MefHostServices.Create(MefHostServices.DefaultAssemblies);
    private static readonly CodeFixProvider[] Providers = [new OperationFix(), new NetworkInputFix(), new AssertionFix(), new PartialFix()];

    private readonly Project _project;

    private Fixed(Project project)
    {
        _project = project;
    }

    /// <summary>The first source.</summary>
    public Document Document => _project.Documents.First();

    public static Fixed Open(params string[] sources) => Open(new WorkspaceAnalyzers(generates: true), sources);

    /// <summary>Without generated code, which takes most of the time where there are many networks.</summary>
    public static Fixed OpenWithoutGenerator(params string[] sources) => Open(new WorkspaceAnalyzers(generates: false), sources);

    private static Fixed Open(WorkspaceAnalyzers analyzers, string[] sources)
    {
        Compilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable);
        Solution solution = new AdhocWorkspace(Host).CurrentSolution;
        Project project = solution.AddProject("Tests", "Tests", LanguageNames.CSharp)
            .WithParseOptions(Compiled.ParseOptions)
            .WithCompilationOptions(compilation.Options)
            .WithMetadataReferences(compilation.References)
            .AddAnalyzerReference(analyzers);
        for (int i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument($"Source{i}.cs", SourceText.From(sources[i]), filePath: $"Source{i}.cs").Project;
        }

        return new Fixed(project);
    }

    /// <summary>What the analyzer reports, document after document, in source order.</summary>
    public async Task<Diagnostic[]> Analyze() => await Analyze(_project);

    public static async Task<Diagnostic[]> Analyze(Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        IEnumerable<Diagnostic> diagnostics = await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The fixes offered for a diagnostic.</summary>
    public async Task<Offer[]> Offers(Diagnostic diagnostic)
    {
        List<Offer> offers = [];
        Document document = _project.Solution.GetDocument(diagnostic.Location.SourceTree)!;
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add(new Offer(provider, action, diagnostic)), CancellationToken.None));
        }

        return [.. offers];
    }

    /// <summary>The fixes offered for the only diagnostic of an id.</summary>
    public async Task<Offer[]> Offers(string id) => await Offers(Assert.Single(await Analyze(), diagnostic => diagnostic.Id == id));

    /// <summary>The sources after a fix.</summary>
    public async Task<string[]> Apply(CodeAction action)
    {
        Solution solution = await Changed(action);
        return [.. await Task.WhenAll(_project.DocumentIds.Select(async id => (await solution.GetDocument(id)!.GetTextAsync()).ToString()))];
    }

    /// <summary>The source of a diagnostic after a fix.</summary>
    public async Task<string> Apply(CodeAction action, Diagnostic diagnostic)
    {
        DocumentId id = _project.Solution.GetDocument(diagnostic.Location.SourceTree)!.Id;
        return (await (await Changed(action)).GetDocument(id)!.GetTextAsync()).ToString();
    }

    /// <summary>The sources after all fixes of the offer's kind.</summary>
    public async Task<string[]> ApplyAll(Offer offer, FixAllScope scope)
    {
        FixAllProvider all = offer.Provider.GetFixAllProvider()!;
        Document document = _project.Solution.GetDocument(offer.Diagnostic.Location.SourceTree)!;
        FixAllContext context = new(
            document, offer.Provider, scope, offer.Action.EquivalenceKey!, offer.Provider.FixableDiagnosticIds, new ReportedDiagnostics(), CancellationToken.None);
        CodeAction? action = await all.GetFixAsync(context);
        return await Apply(action!);
    }

    /// <summary>A fix that a provider offers for a diagnostic.</summary>
    internal sealed record Offer(CodeFixProvider Provider, CodeAction Action, Diagnostic Diagnostic)
    {
        public string Title => Action.Title;
    }

    private static async Task<Solution> Changed(CodeAction action)
    {
        IEnumerable<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
    }

    private sealed class ReportedDiagnostics : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await Analyze(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await Analyze(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
