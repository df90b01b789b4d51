using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>Single kernels, by BenchmarkDotNet, on one thread: all of them, or those that its own arguments choose.</summary>
internal static class KernelBenchmarks
{
    public static int Run(string[] arguments)
    {
        // In this process, for another one would have to be built first. Short, for the kernels take microseconds.
        Job job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .WithWarmupCount(3)
            .WithIterationCount(9);
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddColumn(new FlopsColumn())
            .HideColumns(CategoriesColumn.Default)
            .WithCategoryDiscoverer(new ClassAsCategory())
            .AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)
            .WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Microsecond))
            .WithArtifactsPath(AppContext.BaseDirectory)
            .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
        string[] chosen = arguments is [] ? ["--filter", "*"] : arguments;
        IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(KernelBenchmarks).Assembly).Run(chosen, config);
        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
