using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>What max and average pools share.</summary>
internal static class Pooling
{
    public static CheckedOperation? Check(OperationContext context, bool countIncludePad) =>
        WindowArguments.Read(context, isPool: true) is { } arguments ? Check(context, arguments, context.RequireMap(), countIncludePad) : null;

    public static CheckedOperation? CheckSequence(OperationContext context, bool countIncludePad) =>
        WindowArguments.ReadSequence(context, isPool: true) is { } arguments ? Check(context, arguments, context.RequireSequence(), countIncludePad) : null;

    private static CheckedOperation? Check(OperationContext context, WindowArguments arguments, Shape? input, bool countIncludePad)
    {
        if (input is null || arguments.Over(context, input, input.Channels) is not { } slid)
        {
            return null;
        }

        return context.Complete(slid.Output, new Settings(slid.Height, slid.Width, countIncludePad)) is { } operation
            ? operation with { Formula = slid.Formula }
            : null;
    }

    public static ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) =>
        operation.Settings is Settings settings ? field?.Through(settings.Height, settings.Width) : null;

    public static void Plan(string kernel, CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IPooling",
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("InputHeight", operation.Input.Height),
            GeometryMember.Int("InputWidth", operation.Input.Width),
            GeometryMember.Int("OutputHeight", operation.Output.Height),
            GeometryMember.Int("OutputWidth", operation.Output.Width),
            GeometryMember.Int("KernelHeight", settings.Height.Kernel),
            GeometryMember.Int("KernelWidth", settings.Width.Kernel),
            GeometryMember.Int("StrideHeight", settings.Height.Stride),
            GeometryMember.Int("StrideWidth", settings.Width.Stride),
            GeometryMember.Int("DilationHeight", settings.Height.Dilation),
            GeometryMember.Int("DilationWidth", settings.Width.Dilation),
            GeometryMember.Int("PaddingTop", settings.Height.PaddingBefore),
            GeometryMember.Int("PaddingLeft", settings.Width.PaddingBefore),
            GeometryMember.Int("PaddingBottom", settings.Height.PaddingAfter),
            GeometryMember.Int("PaddingRight", settings.Width.PaddingAfter),
            GeometryMember.Bool("CountIncludePad", settings.CountIncludePad));
        plan.AddPool(kernel, geometry, new PlannedPool(operation.Output, settings.Height, settings.Width));
    }

    private sealed record Settings(Window Height, Window Width, bool CountIncludePad) : WindowSettings(Height, Width);
}
