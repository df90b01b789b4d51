using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>What convolutions share, however many axes they have and however their weights lie in the file.</summary>
internal abstract class Convolution : Operation
{
    public sealed override bool HasWeights => true;

    public sealed override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) =>
        operation.Settings is Settings settings ? field?.Through(settings.Height, settings.Width) : null;

    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan)
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

    /// <summary>The convolution with its tensors, unless a size is too large.</summary>
    /// <param name="context">Where it stands.</param>
    /// <param name="input">The shape it reads.</param>
    /// <param name="slid">Its windows.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="taps">The last dimensions of the weight, after output channels and input channels / groups.</param>
    protected static CheckedOperation? Complete(OperationContext context, Shape input, SlidWindows slid, int groups, params int[] taps)
    {
        bool bias = context.Flag("Bias", true);
        int outputs = slid.Output.Channels;
        long fanIn = taps.Aggregate((long)input.Channels / groups, (product, count) => Saturating.Multiply(product, count));
        if (!context.Fits("weights", Saturating.Multiply(fanIn, outputs)))
        {
            return null;
        }

        Settings settings = new(slid.Height, slid.Width, groups, bias, context.WeightsPrefix);
        long reach = Saturating.Multiply(Saturating.Multiply(settings.ReachHeight(slid.Output), settings.ReachWidth(slid.Output)), input.Channels);
        if (settings.Pads(input, slid.Output) && !context.Fits("a padded input", reach))
        {
            return null;
        }

        Tensor weight = new(context.WeightsPrefix + ".weight", [outputs, input.Channels / groups, .. taps], fanIn);
        return context.Complete(slid.Output, settings) is { } operation
            ? operation with
            {
                Formula = slid.Formula,
                MultiplyAdds = Saturating.Multiply(slid.Output.Length, fanIn),
                Tensors = bias ? [weight, new Tensor(context.WeightsPrefix + ".bias", [outputs], fanIn)] : [weight],
            }
            : null;
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
