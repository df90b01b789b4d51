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
        ConvolutionProblem problem = settings.Problem(input, slid.Output);
        long reach = Saturating.Multiply(Saturating.Multiply(problem.ReachHeight, problem.ReachWidth), input.Channels);
        if (problem.IsPadded && !context.Fits("a padded input", reach))
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
        ConvolutionProblem problem = settings.Problem(input, output);
        ConvolutionPlan choice = ConvolutionPlan.Of(problem, plan.Convolutions);
        plan.Note(operation.Name, choice.Name, choice.Reason);
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
            GeometryMember.Int("ReachHeight", problem.ReachHeight),
            GeometryMember.Int("ReachWidth", problem.ReachWidth),
            GeometryMember.Int("Groups", settings.Groups),
            new GeometryMember("global::AlexNetGen.Kernels.ConvolutionAlgorithm", "Algorithm", "global::AlexNetGen.Kernels.ConvolutionAlgorithm." + choice.Algorithm),
            GeometryMember.Int("WinogradTile", choice.Tile),
            GeometryMember.Int("TilesAtOnce", choice.TilesAtOnce),
            GeometryMember.Int("ScratchLength", choice.Scratch),
            GeometryMember.Bool("ReLU", false));
        plan.EnsureChannelsLast();
        plan.AddKernel(
            "Convolution",
            geometry,
            output,
            plan.Weights("ConvolutionWeights", "Pack", geometry, operation.Tensors, "OriginalWeight()", "OriginalBias()!"),
            scratch: choice.Scratch);
    }

    private sealed record Settings(Window Height, Window Width, int Groups, bool Bias, string Prefix) : WindowSettings(Height, Width)
    {
        public ConvolutionProblem Problem(Shape input, Shape output) => new(input, output, Height, Width, Groups);
    }
}
