using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>Billions of additions and multiplications a second, of those that <see cref="MultiplyAddsAttribute"/> names.</summary>
internal sealed class FlopsColumn : IColumn
{
    public string Id => nameof(FlopsColumn);

    public string ColumnName => "GFLOP/s";

    public string Legend => "Billions of additions and multiplications of the definition a second";

    public bool AlwaysShow => true;

    public bool IsNumeric => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<MultiplyAddsAttribute>() is { } work
        && summary[benchmarkCase]?.ResultStatistics?.Mean is double nanoseconds
            ? (2 * work.Count / nanoseconds).ToString("0.0", CultureInfo.InvariantCulture)
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
