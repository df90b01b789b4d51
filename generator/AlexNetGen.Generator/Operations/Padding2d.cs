using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Frames feature maps with a constant.</summary>
internal abstract class Padding2d : Operation
{
    private static readonly string[] Names = ["Padding", "PaddingHeight", "PaddingWidth", "PaddingTop", "PaddingBottom", "PaddingLeft", "PaddingRight"];

    public sealed override CheckedOperation? Check(OperationContext context)
    {
        if (!Names.Any(context.Declaration.Has))
        {
            context.Report(Rules.Incomplete, null, $"{Name} needs its padding, as in [{Name}(1)] or [{Name}(PaddingBottom = 1, PaddingRight = 1)].");
            return null;
        }

        bool[] inRange = [.. Names.Where(context.Declaration.Has).Select(name => context.AtLeast(name, 0, 0) is not null)];
        float? value = context.Finite("Value", 0);
        if (!inRange.All(fits => fits) || value is null || context.RequireMap() is not { } input)
        {
            return null;
        }

        Settings settings = new(
            Side(context, "PaddingTop", "PaddingHeight"),
            Side(context, "PaddingBottom", "PaddingHeight"),
            Side(context, "PaddingLeft", "PaddingWidth"),
            Side(context, "PaddingRight", "PaddingWidth"),
            value.Value);
        long rows = (long)settings.Top + input.Height + settings.Bottom;
        long columns = (long)settings.Left + input.Width + settings.Right;
        string height = $"{Formula.Number(settings.Top)} + {Formula.Number(input.Height)} + {Formula.Number(settings.Bottom)} = {Formula.Number(rows)}";
        string width = $"{Formula.Number(settings.Left)} + {Formula.Number(input.Width)} + {Formula.Number(settings.Right)} = {Formula.Number(columns)}";
        return context.Fits("rows", rows) && context.Fits("columns", columns)
            && context.Complete(new Shape(input.Channels, (int)rows, (int)columns), settings) is { } operation
            ? operation with { Formula = height == width ? height : $"height {height}; width {width}" }
            : null;
    }

    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        if (operation.Input == operation.Output)
        {
            return;
        }

        Settings settings = (Settings)operation.Settings;
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IConstantPadding",
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("InputHeight", operation.Input.Height),
            GeometryMember.Int("InputWidth", operation.Input.Width),
            GeometryMember.Int("PaddingTop", settings.Top),
            GeometryMember.Int("PaddingBottom", settings.Bottom),
            GeometryMember.Int("PaddingLeft", settings.Left),
            GeometryMember.Int("PaddingRight", settings.Right),
            GeometryMember.Float("Value", settings.Value));
        plan.AddKernel("ConstantPadding", geometry, operation.Output);
    }

    private static int Side(OperationContext context, string side, string axis) =>
        context.Declaration[side] as int? ?? context.Declaration[axis] as int? ?? context.Declaration["Padding"] as int? ?? 0;

    private sealed record Settings(int Top, int Bottom, int Left, int Right, float Value) : PaddingSettings(Top, Left);
}

/// <summary>The settings of an operation that frames maps: what comes before the first row and column.</summary>
internal abstract record PaddingSettings(int Before, int BeforeColumns) : OperationSettings;
