using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Two-dimensional convolution, with groups, dilation and any padding.</summary>
internal sealed class Conv2d : Operation
{
    public override bool HasWeights => true;

    public override CheckedOperation? Check(OperationContext context)
    {
        int? outputs = context.Required("OutputChannels", "the number of output channels", "[Conv2d(64, Kernel = 3)]");
        WindowArguments? arguments = WindowArguments.Read(context, isPool: false);
        int? groups = context.AtLeast("Groups", 1, 1);
        if (outputs is null || arguments is null || groups is null || context.RequireMap() is not { } input
            || !ChannelGroups.Divide(context, input.Channels, outputs.Value, groups.Value)
            || arguments.Over(context, input, outputs.Value) is not { } slid)
        {
            return null;
        }

        bool bias = context.Flag("Bias", true);
        int kernelHeight = slid.Height.Kernel;
        int kernelWidth = slid.Width.Kernel;
        long fanIn = Saturating.Multiply(Saturating.Multiply(input.Channels / groups.Value, kernelHeight), kernelWidth);
        if (!context.Fits("weights", Saturating.Multiply(fanIn, outputs.Value)))
        {
            return null;
        }

        Settings settings = new(slid.Height, slid.Width, groups.Value, bias, context.WeightsPrefix);
        long reach = Saturating.Multiply(Saturating.Multiply(settings.ReachHeight(slid.Output), settings.ReachWidth(slid.Output)), input.Channels);
        if (settings.Pads(input, slid.Output) && !context.Fits("a padded input", reach))
        {
            return null;
        }

        Tensor weight = new(context.WeightsPrefix + ".weight", [outputs.Value, input.Channels / groups.Value, kernelHeight, kernelWidth], fanIn);
        return context.Complete(slid.Output, settings) is { } operation
            ? operation with
            {
                Formula = slid.Formula,
                MultiplyAdds = Saturating.Multiply(slid.Output.Length, fanIn),
                Tensors = bias ? [weight, new Tensor(context.WeightsPrefix + ".bias", [outputs.Value], fanIn)] : [weight],
            }
            : null;
    }

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) =>
        operation.Settings is Settings settings ? field?.Through(settings.Height, settings.Width) : null;

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        Shape input = operation.Input;
        Shape output = operation.Output;
        long reachHeight = settings.ReachHeight(output);
        long reachWidth = settings.ReachWidth(output);
        Geometry geometry = plan.Geometry(
            "IConvolution",
            GeometryMember.Int("InputChannels", input.Channels),
            GeometryMember.Int("InputHeight", input.Height),
            GeometryMember.Int("InputWidth", input.Width),
            GeometryMember.Int("OutputChannels", output.Channels),
            GeometryMember.Int("OutputHeight", output.Height),
            GeometryMember.Int("OutputWidth", output.Width),
            GeometryMember.Int("KernelHeight", settings.Height.Kernel),
            GeometryMember.Int("KernelWidth", settings.Width.Kernel),
            GeometryMember.Int("StrideHeight", settings.Height.Stride),
            GeometryMember.Int("StrideWidth", settings.Width.Stride),
            GeometryMember.Int("DilationHeight", settings.Height.Dilation),
            GeometryMember.Int("DilationWidth", settings.Width.Dilation),
            GeometryMember.Int("PaddingTop", settings.Height.PaddingBefore),
            GeometryMember.Int("PaddingLeft", settings.Width.PaddingBefore),
            GeometryMember.Int("ReachHeight", reachHeight),
            GeometryMember.Int("ReachWidth", reachWidth),
            GeometryMember.Int("Groups", settings.Groups),
            GeometryMember.Bool("ReLU", false));
        plan.EnsureChannelsLast();
        plan.AddKernel(
            "Convolution",
            geometry,
            output,
            plan.Weights("ConvolutionWeights", "Pack", geometry, operation.Tensors, $"Weight<{Formats.EscapeKeyword(geometry.Name)}>()", $"Bias<{Formats.EscapeKeyword(geometry.Name)}>()!"),
            scratch: settings.Pads(input, output) ? (int)(reachHeight * reachWidth * input.Channels) : 0);
    }

    private sealed record Settings(Window Height, Window Width, int Groups, bool Bias, string Prefix) : WindowSettings(Height, Width)
    {
        public long ReachHeight(Shape output) => ((output.Height - 1L) * Height.Stride) + Height.Reach;

        public long ReachWidth(Shape output) => ((output.Width - 1L) * Width.Stride) + Width.Reach;

        /// <summary>Whether the windows leave the input.</summary>
        public bool Pads(Shape input, Shape output) =>
            Height.PaddingBefore > 0 || Width.PaddingBefore > 0 || ReachHeight(output) > input.Height || ReachWidth(output) > input.Width;
    }
}
