using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>The windows of a convolution or pool along each axis, at random.</summary>
internal sealed class WindowChoice
{
    private readonly List<string> _arguments = [];

    private WindowChoice(Axis[] axes) => Axes = axes;

    public Axis[] Axes { get; }

    public int[] Output => [.. Axes.Select(axis => axis.Output)];

    public int[] Kernel => [.. Axes.Select(axis => axis.Kernel)];

    /// <summary>The arguments, as C# source.</summary>
    public string Text => string.Join(", ", _arguments);

    /// <summary>Windows that fit; null where the input is too small for those that came up.</summary>
    /// <param name="network">The network.</param>
    /// <param name="points">The lengths of the input.</param>
    /// <param name="dilates">Whether there may be gaps between taps.</param>
    /// <param name="pools">Whether padding is at most half the kernel, and a window that begins in the padding after the input is dropped.</param>
    public static WindowChoice? Next(RandomNetwork network, int[] points, bool dilates, bool pools)
    {
        int rounding = network.Next(0, 2);
        bool square = points.Length == 1 || !network.Chance(3);
        List<Axis> axes = [];
        List<string> arguments = [];
        for (int i = 0; i < points.Length; i++)
        {
            Axis? previous = square && i > 0 ? axes[0] : null;
            int kernel = previous?.Kernel ?? network.Next(1, 5);
            int stride = previous?.Stride ?? network.Next(1, 4);
            int dilation = previous?.Dilation ?? (dilates && network.Chance(4) ? 2 : 1);

            // Between the taps of a dilated pool all could be padding, of which the largest is minus infinity.
            int padding = previous?.Padding ?? network.Next(0, pools ? (dilation > 1 ? 0 : kernel / 2) : kernel - 1);
            if (Axis.Of(points[i], kernel, stride, dilation, padding, rounding, pools) is not { } axis)
            {
                return null;
            }

            axes.Add(axis);
            if (previous is null)
            {
                string ending = square ? string.Empty : i == 0 ? "Height" : "Width";
                arguments.AddRange([Argument("Kernel" + ending, kernel), Argument("Stride" + ending, stride), Argument("Padding" + ending, padding)]);
                if (dilation > 1)
                {
                    arguments.Add(Argument("Dilation" + ending, dilation));
                }
            }
        }

        if (axes.Any(axis => axis.IsRounded))
        {
            network.Rounds();

            // What is lost is an error unless it is written; padding alone may be dropped without.
            if (rounding == 1 || axes.Any(axis => axis.MayLose) || network.Chance(2))
            {
                arguments.Add($"Rounding = Rounding.{(rounding == 1 ? "Ceil" : "Floor")}");
            }
        }

        WindowChoice choice = new([.. axes]);
        choice._arguments.AddRange(arguments);
        return choice;
    }

    private static string Argument(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"{name} = {value}");

    /// <summary>One axis.</summary>
    internal sealed record Axis(int Input, int Kernel, int Stride, int Dilation, int Padding, int Output, bool IsRounded, bool MayLose)
    {
        public int Reach => ((Kernel - 1) * Dilation) + 1;

        /// <summary>How far the input must go on after its end for the last window.</summary>
        public int End => Math.Max(0, ((Output - 1) * Stride) + Reach - Input - Padding);

        /// <summary>The first tap of a window, before the input where it is negative.</summary>
        public int Start(int window) => (window * Stride) - Padding;

        public static Axis? Of(int input, int kernel, int stride, int dilation, int padding, int rounding, bool pools)
        {
            int reach = ((kernel - 1) * dilation) + 1;
            int spare = input + (2 * padding) - reach;
            if (spare < 0)
            {
                return null;
            }

            int remainder = spare % stride;
            int output = (spare / stride) + 1;
            if (rounding == 1 && remainder != 0)
            {
                // A window that begins past the input's end: PyTorch drops a pool's, and a convolution's is not asked for here.
                bool beyond = output * stride >= input + padding;
                if (beyond && !pools)
                {
                    return null;
                }

                output += beyond ? 0 : 1;
            }

            return new Axis(input, kernel, stride, dilation, padding, output, remainder != 0, remainder > padding || dilation > 1);
        }
    }
}
