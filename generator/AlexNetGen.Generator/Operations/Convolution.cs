using AlexNetGen.Generator.Checking;
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
        ConvolutionProblem declared = settings.Problem(input, output), problem = declared.IsOfColumns ? declared.OverRows() : declared;
        ConvolutionPlans plans = ConvolutionPlans.Of(problem, plan.Convolutions);
        plan.Note(operation.Name, plans.Name, declared.IsOfColumns ? $"{plans.Reason}; the column as a row, which lies in memory as it does" : plans.Reason);
        bool isPlanar = input.Channels == 3 && plans.ReadPlanes(problem) && plan.ReadsInputAlone;
        GeometryMember[] planar = isPlanar ? [GeometryMember.Bool("IsInputPlanar", true)] : [];
        Geometry geometry = plan.Geometry(
            "IConvolution",
            [
                GeometryMember.Int("InputChannels", input.Channels),
                GeometryMember.Int("InputHeight", problem.Input.Height),
                GeometryMember.Int("InputWidth", problem.Input.Width),
                GeometryMember.Int("OutputChannels", output.Channels),
                GeometryMember.Int("OutputStep", output.Channels),
                GeometryMember.Int("OutputStart", 0),
                GeometryMember.Int("OutputHeight", problem.Output.Height),
                GeometryMember.Int("OutputWidth", problem.Output.Width),
                GeometryMember.Int("KernelHeight", problem.Height.Kernel),
                GeometryMember.Int("KernelWidth", problem.Width.Kernel),
                GeometryMember.Int("StrideHeight", problem.Height.Stride),
                GeometryMember.Int("StrideWidth", problem.Width.Stride),
                GeometryMember.Int("DilationHeight", problem.Height.Dilation),
                GeometryMember.Int("DilationWidth", problem.Width.Dilation),
                GeometryMember.Int("PaddingTop", problem.Height.PaddingBefore),
                GeometryMember.Int("PaddingLeft", problem.Width.PaddingBefore),
                GeometryMember.Int("ReachHeight", problem.ReachHeight),
                GeometryMember.Int("ReachWidth", problem.ReachWidth),
                GeometryMember.Int("Groups", settings.Groups),
                GeometryMember.Choice("Choice512", plans.Bits512),
                GeometryMember.Choice("Choice256", plans.Bits256, "Choice512", plans.Bits512),
                GeometryMember.Choice("Choice128", plans.Bits128, "Choice256", plans.Bits256),
                GeometryMember.Int("ScratchLength", plans.Scratch),
                GeometryMember.Activation("None"),
                .. planar,
            ]);
        if (!isPlanar)
        {
            plan.EnsureChannelsLast();
        }

        plan.AddConvolution(
            new PlannedConvolution(problem, plans),
            geometry,
            output,
            plan.Weights("ConvolutionWeights", "Load", geometry, operation.Tensors, "OriginalWeight()", "OriginalBias()!"));
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
        ConvolutionProblem problem = settings.Problem(input, slid.Output);
        long reach = Saturating.Multiply(Saturating.Multiply(problem.ReachHeight, problem.ReachWidth), input.Channels);
        if (problem.IsPadded && !context.Fits("a padded input", reach))
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
        public ConvolutionProblem Problem(Shape input, Shape output) => new(input, output, Height, Width, Groups);
    }
}
