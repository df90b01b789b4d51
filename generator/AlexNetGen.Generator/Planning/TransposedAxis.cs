using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Planning;

/// <summary>The rows, or the columns, of a transposed convolution.</summary>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">Lines of the output from one line of the input to the next.</param>
/// <param name="Padding">Lines cut off at each end.</param>
/// <param name="Added">Lines added at the end.</param>
/// <param name="Dilation">Lines between neighbouring taps.</param>
internal sealed record TransposedAxis(int Kernel, int Stride, int Padding, int Added, int Dilation)
{
    /// <summary>Lines that one input falls on, and those between them.</summary>
    public long Reach => ((long)Dilation * (Kernel - 1)) + 1;

    /// <summary>Lines of the output.</summary>
    public long Length(int input) => ((input - 1L) * Stride) - (2L * Padding) + Reach + Added;

    /// <summary>How that comes about.</summary>
    public string Formula(int input)
    {
        string reach = Dilation == 1 ? Checking.Formula.Number(Kernel) : $"({Checking.Formula.Number(Dilation)}*({Checking.Formula.Number(Kernel)} - 1) + 1)";
        string added = Added == 0 ? string.Empty : $" + {Checking.Formula.Number(Added)}";
        return $"({Checking.Formula.Number(input)} - 1) * {Checking.Formula.Number(Stride)} - 2*{Checking.Formula.Number(Padding)} + {reach}{added} = {Checking.Formula.Number(Length(input))}";
    }
}
