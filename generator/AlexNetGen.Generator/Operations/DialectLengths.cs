using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Operations;

/// <summary>
/// Warns where the dialect itself, with no rounding written, makes another length than other frameworks do: Caffe's
/// pools and all of cuda-convnet's windows round up. Where the dialect rounds down, nothing of the input is lost, or it
/// is an error.
/// </summary>
internal static class DialectLengths
{
    private static readonly Dialect[] All = [Dialect.PyTorch, Dialect.Onnx, Dialect.TensorFlow, Dialect.Caffe, Dialect.CudaConvnet];

    /// <param name="context">The operation.</param>
    /// <param name="height">The rows, with the padding as written.</param>
    /// <param name="width">The columns.</param>
    /// <param name="isPool">Whether it is a pool.</param>
    public static void Report(OperationContext context, Window height, Window width, bool isPool)
    {
        Dialect dialect = context.Network.Dialect;
        WindowRule rule = WindowRule.Of(context.Rounding, context.Network.Rounding, dialect, isPool);
        if (rule.IsWritten || rule.Rounding != Rounding.Ceil)
        {
            return;
        }

        string ours = Length(dialect);
        Dialect[] others = [.. All.Where(other => Length(other) != ours)];
        if (others.Length == 0)
        {
            return;
        }

        string alike = Names(All.Where(other => Length(other) == ours));
        string rest = string.Join(", ", others.GroupBy(Length).Select(group => $"{group.Key} by {Names(group)}"));
        string formula = height == width ? Formula.Of(height) : $"height {Formula.Of(height)}, width {Formula.Of(width)}";
        context.ReportDialects(
            context.Declaration.Has("Stride") ? "Stride" : "Kernel",
            $"{formula}: {ours} by the rules of {alike}, {rest}, and no Rounding is written. Write Rounding = Ceil for {ours}, or Rounding = Floor for {Of(WindowRule.Of(Rounding.Floor, null, dialect, isPool), height, width)}.",
            formula);

        string Length(Dialect other)
        {
            bool startsOnly = isPool && other == Dialect.CudaConvnet;
            return Of(WindowRule.Of(null, null, other, isPool), startsOnly ? height with { PaddingAfter = 0 } : height, startsOnly ? width with { PaddingAfter = 0 } : width);
        }
    }

    private static string Of(WindowRule rule, Window height, Window width) => height == width
        ? Formula.Number(rule.Length(height))
        : $"{Formula.Number(rule.Length(height))}x{Formula.Number(rule.Length(width))}";

    private static string Names(IEnumerable<Dialect> dialects)
    {
        string[] names = [.. dialects.Select(dialect => dialect switch { Dialect.CudaConvnet => "cuda-convnet", Dialect.Onnx => "ONNX", _ => dialect.ToString() })];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]}";
    }
}
