using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>
/// A pool to a given size; window i covers floor(i * in / out) to ceil((i + 1) * in / out), as in PyTorch.
/// </summary>
/// <param name="kernel">Its kernel.</param>
internal abstract class AdaptivePool2d(string kernel) : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        string height = context.Declaration.Has("Size") ? "Size" : "Height";
        string width = context.Declaration.Has("Size") ? "Size" : "Width";
        int? rows = context.Required(height, "the size of its output", $"[{Name}(6)]");
        int? columns = height == width ? rows : rows is null && !context.Declaration.Has(height) ? null : context.Required(width, "the width of its output", $"[{Name}(6, 6)]");
        if (rows is null || columns is null || context.RequireMap() is not { } input)
        {
            return null;
        }

        return To(new Shape(input.Channels, rows.Value, columns.Value), context, input);
    }

    protected static CheckedOperation? To(Shape output, OperationContext context, Shape input) =>
        context.Complete(output, new Settings()) is { } operation
            ? operation with { Formula = output == input ? "the identity: the input has this size already" : null }
            : null;

    public sealed override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => field is not { } before ? null : new ReceptiveField(
        before.Height + ((LargestWindow(operation.Input.Height, operation.Output.Height) - 1) * before.JumpHeight),
        before.Width + ((LargestWindow(operation.Input.Width, operation.Output.Width) - 1) * before.JumpWidth),
        Math.Max(1, before.JumpHeight * operation.Input.Height / operation.Output.Height),
        Math.Max(1, before.JumpWidth * operation.Input.Width / operation.Output.Width));

    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        if (operation.Input == operation.Output)
        {
            return;
        }

        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IAdaptivePooling",
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("InputHeight", operation.Input.Height),
            GeometryMember.Int("InputWidth", operation.Input.Width),
            GeometryMember.Int("OutputHeight", operation.Output.Height),
            GeometryMember.Int("OutputWidth", operation.Output.Width));
        plan.AddKernel(kernel, geometry, operation.Output);
    }

    /// <summary>The rows of the largest window; where the sizes do not divide, windows differ by one.</summary>
    private static long LargestWindow(int input, int output)
    {
        if (input % output == 0)
        {
            return input / output;
        }

        long largest = 1;
        for (long i = 0; i < Math.Min(output, 4096); i++)
        {
            largest = Math.Max(largest, (((i + 1) * input) + output - 1) / output - (i * input / output));
        }

        return largest;
    }

    private sealed record Settings : OperationSettings;
}
