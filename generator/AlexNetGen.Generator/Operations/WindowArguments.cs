using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Operations;

/// <summary>
/// The arguments that convolutions and pools share. The more specific goes before the more general:
/// <c>PaddingTop</c> before <c>PaddingHeight</c> before <c>Padding</c>.
/// </summary>
internal sealed class WindowArguments
{
    private readonly Axis _height;
    private readonly Axis _width;
    private readonly bool _isPool;

    private WindowArguments(Axis height, Axis width, AutoPad autoPad, bool isPool)
    {
        _height = height;
        _width = width;
        AutoPad = autoPad;
        _isPool = isPool;
    }

    public AutoPad AutoPad { get; }

    /// <summary>Reads the arguments; reports what is missing or out of range, and is null then.</summary>
    public static WindowArguments? Read(OperationContext context, bool isPool) => Read(context, isPool, isSequence: false);

    /// <summary>Reads the arguments of windows over a sequence, a map of one row.</summary>
    public static WindowArguments? ReadSequence(OperationContext context, bool isPool) => Read(context, isPool, isSequence: true);

    private static WindowArguments? Read(OperationContext context, bool isPool, bool isSequence)
    {
        OperationDeclaration operation = context.Declaration;
        if (!operation.Has("Kernel") && !(operation.Has("KernelHeight") && operation.Has("KernelWidth")))
        {
            context.Report(Rules.Incomplete, null, $"{operation.Name} needs the size of its {(isPool ? "window" : "kernel")}, as in [{operation.Name}({(isPool ? string.Empty : "64, ")}Kernel = 3)].");
            return null;
        }

        AutoPad autoPad = operation["AutoPad"] is int value ? (AutoPad)value : AutoPad.None;
        if (!IsDefined(context, "AutoPad", autoPad) || (context.Rounding is { } rounding && !IsDefined(context, "Rounding", rounding)))
        {
            return null;
        }

        Argument? padding = operation.Arguments.FirstOrDefault(argument => argument.Name.StartsWith("Padding", StringComparison.Ordinal));
        if (autoPad != AutoPad.None && padding is not null)
        {
            context.Report(Rules.ArgumentRange, "AutoPad", $"{operation.Name} has AutoPad = AutoPad.{autoPad}, which computes the padding, and {padding.Name} = {ArgumentText.Value(padding)}. Remove one of them.");
            return null;
        }

        Axis? height = isSequence ? new Axis(1, 1, 1, 0, 0) : ReadAxis(context, "Height", "Top", "Bottom", isPool, reportsShared: true);
        Axis? width = ReadAxis(context, "Width", "Left", "Right", isPool, reportsShared: isSequence);
        return height is null || width is null ? null : new WindowArguments(height.Value, width.Value, autoPad, isPool);
    }

    /// <summary>
    /// Slides the windows over an input. Null, with a report, where they do not fit. The output has the given
    /// number of channels.
    /// </summary>
    public SlidWindows? Over(OperationContext context, Shape input, int channels)
    {
        WindowRule rule = WindowRule.Of(context.Rounding, context.Network.Rounding, context.Network.Dialect, _isPool);
        bool startsOnly = _isPool && context.Network.Dialect == Dialect.CudaConvnet;
        Window height = Place(startsOnly ? _height with { After = 0 } : _height, input.Height);
        Window width = Place(startsOnly ? _width with { After = 0 } : _width, input.Width);
        if (!Holds(context, "height", "rows", height, rule) || (!Holds(context, "width", input.IsSequence ? "positions" : "columns", width, rule)))
        {
            return null;
        }

        if (AutoPad != AutoPad.None)
        {
            int rows = Same(input.Height, _height.Stride);
            int columns = Same(input.Width, _width.Stride);
            string formula = height == width || input.IsSequence ? Formula.OfSame(width, columns) : $"height {Formula.OfSame(height, rows)}; width {Formula.OfSame(width, columns)}";
            return new SlidWindows(Output(rows, columns), height, width, formula);
        }

        if (!rule.Accepts(height) || !rule.Accepts(width))
        {
            context.ReportFailure(input.IsSequence ? width : height, width, rule);
            return null;
        }

        Shape output = Output((int)rule.Length(height), (int)rule.Length(width));
        Note(context, height, width, rule, output);
        Window declared = width with { PaddingAfter = _width.After };
        DialectLengths.Report(context, input.IsSequence ? declared : height with { PaddingAfter = _height.After }, declared, _isPool);
        return new SlidWindows(output, height, width, Formula.Of(height, width, output));

        Shape Output(int rows, int columns) => input.IsSequence ? new Shape(channels, columns) : new Shape(channels, rows, columns);
    }

    private static Axis? ReadAxis(OperationContext context, string axis, string before, string after, bool isPool, bool reportsShared)
    {
        OperationDeclaration operation = context.Declaration;
        string kernelName = operation.Has("Kernel" + axis) ? "Kernel" + axis : "Kernel";
        string strideName = operation.Has("Stride" + axis) ? "Stride" + axis : "Stride";
        string dilationName = operation.Has("Dilation" + axis) ? "Dilation" + axis : "Dilation";
        string paddingName = operation.Has("Padding" + axis) ? "Padding" + axis : "Padding";
        string beforeName = operation.Has("Padding" + before) ? "Padding" + before : paddingName;
        string afterName = operation.Has("Padding" + after) ? "Padding" + after : paddingName;

        // A size shared by both axes is reported once, with the height.
        bool First(string name, string own) => reportsShared || name == own;
        int? Size(string name, string own, int smallest, int whereLeftOut) =>
            First(name, own) ? context.AtLeast(name, smallest, whereLeftOut)
            : operation[name] is int value && value < smallest ? null
            : operation[name] as int? ?? whereLeftOut;

        int? kernel = Size(kernelName, "Kernel" + axis, 1, 1);
        int? stride = Size(strideName, "Stride" + axis, 1, isPool ? kernel ?? 1 : 1);
        int? dilation = Size(dilationName, "Dilation" + axis, 1, 1);
        int? start = Size(beforeName, "Padding" + before, 0, 0);
        int? end = afterName == beforeName ? start : Size(afterName, "Padding" + after, 0, 0);
        if (kernel is null || stride is null || dilation is null || start is null || end is null)
        {
            return null;
        }

        if (isPool)
        {
            if (!PoolPaddingFits(context, beforeName, start.Value, kernel.Value, dilation.Value, First(beforeName, "Padding" + before))
                || (afterName != beforeName && !PoolPaddingFits(context, afterName, end.Value, kernel.Value, dilation.Value, First(afterName, "Padding" + after))))
            {
                return null;
            }

            if (context.Network.Dialect == Dialect.CudaConvnet && afterName == "Padding" + after && end > 0)
            {
                context.Report(Rules.ArgumentRange, afterName, $"{operation.Name}'s {afterName} is {Formula.Number(end.Value)}, but cuda-convnet's pools know only a start before the input: the last window hangs over the edge. Remove it.");
                return null;
            }
        }

        return new Axis(kernel.Value, stride.Value, dilation.Value, start.Value, end.Value);
    }

    private static bool IsDefined<TEnum>(OperationContext context, string argument, TEnum value)
        where TEnum : struct, Enum
    {
        if (Enum.IsDefined(typeof(TEnum), value))
        {
            return true;
        }

        string number = Formula.Number(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
        context.Report(Rules.ArgumentRange, argument, $"{context.Declaration.Name}'s {argument} is {number}, which is none of {string.Join(", ", Enum.GetNames(typeof(TEnum)))}.");
        return false;
    }

    private static bool PoolPaddingFits(OperationContext context, string name, int padding, int kernel, int dilation, bool report)
    {
        long reach = ((long)dilation * (kernel - 1)) + 1;
        bool half = context.Network.Dialect == Dialect.PyTorch;
        long largest = half ? kernel / 2 : reach - 1;
        if (padding <= largest)
        {
            return true;
        }

        if (report)
        {
            string limit = half
                ? $"under PyTorch's rules a pool is padded by at most half its kernel of {Formula.Number(kernel)}, so by at most {Formula.Number(largest)}"
                : $"it must be smaller than the window's {Formula.Number(reach)}, or a window would see padding alone";
            context.Report(Rules.ArgumentRange, name, $"{context.Declaration.Name}'s {name} is {Formula.Number(padding)}; {limit}.");
        }

        return false;
    }

    private static bool Holds(OperationContext context, string axis, string lines, Window window, WindowRule rule)
    {
        string name = context.Declaration.Name;
        if (window.PaddingBefore < 0)
        {
            context.Report(Rules.TooLarge, "AutoPad", $"{name}'s AutoPad would need more padding than an array can hold. Make its kernel or dilation smaller.");
            return false;
        }

        bool partial = rule.IsPool && rule.Rounding == Rounding.Ceil;
        long length = rule.Length(window);
        if (length > NetworkChecker.LargestArray)
        {
            context.Report(Rules.TooLarge, "Padding", $"{name} would make {Formula.Number(length)} {lines}, {Formula.Of(window)}; one array holds at most {Formula.Count(NetworkChecker.LargestArray)} values. Make its padding smaller.");
            return false;
        }

        if ((window.Reach <= window.Padded || partial) && length >= 1)
        {
            return true;
        }

        string kernel = window.Dilation == 1
            ? $"a kernel of {Formula.Number(window.Kernel)}"
            : $"a kernel of {Formula.Number(window.Kernel)} with dilation {Formula.Number(window.Dilation)}, which reaches over {Formula.Number(window.Reach)},";
        long missing = Math.Max(1, window.Reach - window.Padded);
        long largest = Math.Max(1, ((window.Padded - 1) / window.Dilation) + 1);
        string padded = window.Padded == window.Input ? string.Empty : $" ({Formula.Number(window.Padded)} with padding)";
        string before = context.Origin == NetworkChecker.InputOrigin ? "give the network a larger input" : "shrink the maps less before it";
        context.Report(
            Rules.WindowTooLarge,
            context.Declaration.Has("Kernel" + Pascal(axis)) ? "Kernel" + Pascal(axis) : "Kernel",
            $"{kernel} does not fit into {Formula.Counted(window.Input, lines)}{padded}; {context.InputInWords}: {Formula.Of(window)}. Make the kernel at most {Formula.Number(largest)}, add {Formula.Counted(missing, lines)} of padding in all, or {before}.");
        return false;
    }

    private static void Note(OperationContext context, Window height, Window width, WindowRule rule, Shape output)
    {
        if (rule.Rounding != Rounding.Fit || (height.Fit == WindowFit.Exact && width.Fit == WindowFit.Exact))
        {
            return;
        }

        Window window = height.Fit == WindowFit.Exact ? width : height;
        string why = window.Fit == WindowFit.PaddingOnly
            ? $"rounding down drops padding only; every {(output.IsSequence ? "position" : "row and column")} of the input is read"
            : output.IsSequence ? "the window that is dropped would begin past the last position; the stride skips positions everywhere by design"
            : "the window that is dropped would begin past the last row; the stride skips rows everywhere by design";
        context.ReportNote(Rules.DroppedPadding, context.Declaration.Has("Stride") ? "Stride" : "Kernel", $"{Formula.Of(height, width, output)}: {why}.");
    }

    private static int Same(int input, int stride) => (int)(((long)input + stride - 1) / stride);

    private static string Pascal(string axis) => axis == "height" ? "Height" : "Width";

    private Window Place(Axis axis, int input)
    {
        if (AutoPad == AutoPad.None)
        {
            return new Window(input, axis.Before, axis.After, axis.Kernel, axis.Stride, axis.Dilation);
        }

        long reach = ((long)axis.Dilation * (axis.Kernel - 1)) + 1;
        long total = Math.Max(((Same(input, axis.Stride) - 1L) * axis.Stride) + reach - input, 0);
        if (total > NetworkChecker.LargestArray)
        {
            return new Window(input, -1, -1, axis.Kernel, axis.Stride, axis.Dilation);
        }

        int small = (int)(total / 2);
        int large = (int)(total - small);
        return AutoPad == AutoPad.SameUpper
            ? new Window(input, small, large, axis.Kernel, axis.Stride, axis.Dilation)
            : new Window(input, large, small, axis.Kernel, axis.Stride, axis.Dilation);
    }

    private readonly record struct Axis(int Kernel, int Stride, int Dilation, int Before, int After);
}

/// <summary>Windows that fit: the output's shape, both axes, and the formula; null where there is no arithmetic.</summary>
internal sealed record SlidWindows(Shape Output, Window Height, Window Width, string? Formula);

/// <summary>The settings of an operation with windows.</summary>
internal abstract record WindowSettings(Window Height, Window Width) : OperationSettings;
