using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Two-dimensional transposed convolution, with groups and dilation, as PyTorch's ConvTranspose2d.</summary>
internal sealed class ConvTranspose2d : Operation
{
    public override bool HasWeights => true;

    public override CheckedOperation? Check(OperationContext context)
    {
        int? outputs = context.Required("OutputChannels", "the number of output channels", "[ConvTranspose2d(64, Kernel = 2, Stride = 2)]");
        if (!context.Declaration.Has("Kernel") && !(context.Declaration.Has("KernelHeight") && context.Declaration.Has("KernelWidth")))
        {
            context.Report(Rules.Incomplete, null, "ConvTranspose2d needs the size of its kernel, as in [ConvTranspose2d(64, Kernel = 2, Stride = 2)].");
            return null;
        }

        TransposedAxis? height = ReadAxis(context, "Height");
        TransposedAxis? width = height is null ? null : ReadAxis(context, "Width");
        int? groups = context.AtLeast("Groups", 1, 1);
        if (outputs is null || height is null || width is null || groups is null || context.RequireMap() is not { } input
            || !ChannelGroups.Divide(context, input.Channels, outputs.Value, groups.Value)
            || !Leaves(context, "rows", height, input.Height) || !Leaves(context, "columns", width, input.Width))
        {
            return null;
        }

        long fanIn = Saturating.Multiply(Saturating.Multiply(input.Channels / groups.Value, height.Kernel), width.Kernel);
        if (!context.Fits("weights", Saturating.Multiply(fanIn, outputs.Value)))
        {
            return null;
        }

        TransposedRoom room = TransposedRoom.For(input, outputs.Value, groups.Value, height, width);
        if (!context.Fits("products of its inputs and taps", room.Length))
        {
            return null;
        }

        bool bias = context.Flag("Bias", true);
        Shape output = new(outputs.Value, (int)height.Length(input.Height), (int)width.Length(input.Width));
        Tensor weight = new(context.WeightsPrefix + ".weight", [input.Channels, outputs.Value / groups.Value, height.Kernel, width.Kernel], fanIn);
        string rows = height.Formula(input.Height);
        string columns = width.Formula(input.Width);
        return context.Complete(output, new Settings(height, width, groups.Value, room)) is { } operation
            ? operation with
            {
                Formula = rows == columns ? rows : $"height {rows}; width {columns}",
                MultiplyAdds = Saturating.Multiply(Saturating.Multiply((long)input.Height * input.Width, fanIn), outputs.Value),
                Tensors = bias ? [weight, new Tensor(context.WeightsPrefix + ".bias", [outputs.Value], fanIn)] : [weight],
            }
            : null;
    }

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field)
    {
        Settings settings = (Settings)operation.Settings;
        return field is { } before
            ? new ReceptiveField(
                Saturating.Add(before.Height, Saturating.Multiply((settings.Height.Reach - 1) / settings.Height.Stride, before.JumpHeight)),
                Saturating.Add(before.Width, Saturating.Multiply((settings.Width.Reach - 1) / settings.Width.Stride, before.JumpWidth)),
                Math.Max(1, before.JumpHeight / settings.Height.Stride),
                Math.Max(1, before.JumpWidth / settings.Width.Stride))
            : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        TransposedRoom room = settings.Room;
        bool isDepthwise = room.RowsKept == 0;
        plan.Note(
            operation.Name,
            isDepthwise ? "depthwise" : "a matrix product, and sums",
            isDepthwise ? "one kernel a channel: vectors across channels" : $"{Formula.Counted(room.RowsAtOnce, "rows")} of the input at a time by all taps; each output adds up what falls on it");
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "ITransposedConvolution",
            GeometryMember.Int("InputChannels", operation.Input.Channels),
            GeometryMember.Int("InputHeight", operation.Input.Height),
            GeometryMember.Int("InputWidth", operation.Input.Width),
            GeometryMember.Int("OutputChannels", operation.Output.Channels),
            GeometryMember.Int("OutputStep", operation.Output.Channels),
            GeometryMember.Int("OutputStart", 0),
            GeometryMember.Int("OutputHeight", operation.Output.Height),
            GeometryMember.Int("OutputWidth", operation.Output.Width),
            GeometryMember.Int("KernelHeight", settings.Height.Kernel),
            GeometryMember.Int("KernelWidth", settings.Width.Kernel),
            GeometryMember.Int("StrideHeight", settings.Height.Stride),
            GeometryMember.Int("StrideWidth", settings.Width.Stride),
            GeometryMember.Int("DilationHeight", settings.Height.Dilation),
            GeometryMember.Int("DilationWidth", settings.Width.Dilation),
            GeometryMember.Int("PaddingTop", settings.Height.Padding),
            GeometryMember.Int("PaddingLeft", settings.Width.Padding),
            GeometryMember.Int("Groups", settings.Groups),
            GeometryMember.Int("RowsAtOnce", room.RowsAtOnce),
            GeometryMember.Int("RowsKept", room.RowsKept),
            GeometryMember.Activation("None"));
        plan.AddKernel(
            "TransposedConvolution",
            geometry,
            operation.Output,
            plan.Weights("TransposedConvolutionWeights", "Pack", geometry, operation.Tensors, "OriginalWeight()", "OriginalBias()!"),
            room.Length);
    }

    private static TransposedAxis? ReadAxis(OperationContext context, string axis)
    {
        string Named(string name) => context.Declaration.Has(name + axis) ? name + axis : name;

        // A size shared by both axes is reported once, with the height, after which the width is not read.
        int? kernel = context.AtLeast(Named("Kernel"), 1, 1);
        int? stride = context.AtLeast(Named("Stride"), 1, 1);
        int? padding = context.AtLeast(Named("Padding"), 0, 0);
        int? added = context.AtLeast(Named("OutputPadding"), 0, 0);
        int? dilation = context.AtLeast(Named("Dilation"), 1, 1);
        if (kernel is null || stride is null || padding is null || added is null || dilation is null)
        {
            return null;
        }

        if (added >= Math.Max(stride.Value, dilation.Value))
        {
            context.Report(Rules.ArgumentRange, Named("OutputPadding"), $"ConvTranspose2d's {Named("OutputPadding")} is {Formula.Number(added.Value)}; it must be smaller than the stride of {Formula.Number(stride.Value)} or the dilation of {Formula.Number(dilation.Value)}.");
            return null;
        }

        return new TransposedAxis(kernel.Value, stride.Value, padding.Value, added.Value, dilation.Value);
    }

    private static bool Leaves(OperationContext context, string lines, TransposedAxis axis, int input)
    {
        if (axis.Length(input) >= 1)
        {
            return context.Fits(lines, axis.Length(input));
        }

        context.Report(Rules.ArgumentRange, context.Declaration.Has("Padding") ? "Padding" : null, $"ConvTranspose2d's padding cuts all {lines} off: {axis.Formula(input)}; {context.InputInWords}. Make the padding smaller.");
        return false;
    }

    private sealed record Settings(TransposedAxis Height, TransposedAxis Width, int Groups, TransposedRoom Room) : OperationSettings;
}
