using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Takes neighbouring channels, or features.</summary>
internal abstract class ChannelRange : Operation
{
    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        if (operation.Input == operation.Output)
        {
            return;
        }

        int start = ((Settings)operation.Settings).Start;
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IChannelSlice",
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("Points", (long)operation.Input.Height * operation.Input.Width),
            GeometryMember.Int("Start", start),
            GeometryMember.Int("Count", operation.Output.Channels));
        if (!plan.TryTakeHalf(start, operation.Output))
        {
            plan.AddKernel("ChannelSlicing", geometry, operation.Output);
        }
    }

    /// <summary>The first channel that an operation takes; null for one that is no range of channels.</summary>
    public static int? StartOf(CheckedOperation operation) => (operation.Settings as Settings)?.Start;

    /// <summary>The channels from one on.</summary>
    protected static CheckedOperation? Take(OperationContext context, Shape input, int start, int count) =>
        context.Complete(input.WithChannels(count), new Settings(start)) is { } operation
            ? operation with { Formula = $"{Noun(input)} {Formula.Number(start)} to {Formula.Number(start + count - 1)} of {Formula.Number(input.Channels)}" }
            : null;

    protected static string Noun(Shape input) => input.IsVector ? "features" : "channels";

    private sealed record Settings(int Start) : OperationSettings;
}
