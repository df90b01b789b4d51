using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Planning;

/// <summary>A pool over windows.</summary>
/// <param name="Output">The shape of its result.</param>
/// <param name="Height">How its windows slide down.</param>
/// <param name="Width">How they slide across.</param>
internal sealed record PlannedPool(Shape Output, Window Height, Window Width)
{
    /// <summary>Whether its windows are 2x2 values side by side, none of them padding.</summary>
    public bool IsOfPairs => AreOfPairs(Height, Output.Height) && AreOfPairs(Width, Output.Width);

    private static bool AreOfPairs(Window window, int length) =>
        window is { Kernel: 2, Stride: 2, Dilation: 1, PaddingBefore: 0 } && 2L * length <= window.Input;
}
