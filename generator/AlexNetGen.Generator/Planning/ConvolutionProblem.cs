using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Planning;

/// <summary>What the choice of a convolution's algorithm depends on.</summary>
/// <param name="Input">The shape of the input.</param>
/// <param name="Output">The shape of the output.</param>
/// <param name="Height">How its windows slide down.</param>
/// <param name="Width">How they slide across.</param>
/// <param name="Groups">Groups of channels.</param>
internal readonly record struct ConvolutionProblem(Shape Input, Shape Output, Window Height, Window Width, int Groups)
{
    // Channels of a run of the runtime's transformed input.
    private const int Run = 16;

    // The narrowest vectors.
    private const int FewestChannels = 4;

    /// <summary>Rows that the windows reach, from the first row of padding.</summary>
    public long ReachHeight => ((Output.Height - 1L) * Height.Stride) + Height.Reach;

    /// <summary>Columns that the windows reach, from the first column of padding.</summary>
    public long ReachWidth => ((Output.Width - 1L) * Width.Stride) + Width.Reach;

    /// <summary>Whether the windows leave the input.</summary>
    public bool IsPadded =>
        Height.PaddingBefore > 0 || Width.PaddingBefore > 0 || ReachHeight > Input.Height || ReachWidth > Input.Width;

    /// <summary>Input channels of one group.</summary>
    public int Inputs => Input.Channels / Groups;

    /// <summary>Output channels of one group.</summary>
    public int Outputs => Output.Channels / Groups;

    /// <summary>Taps of the kernel.</summary>
    public long Taps => (long)Height.Kernel * Width.Kernel;

    /// <summary>Whether every channel has a kernel of its own.</summary>
    public bool IsDepthwise => Groups > 1 && Inputs == 1 && Outputs == 1;

    /// <summary>
    /// Whether groups are no wider than a vector, and no narrower out than in, so that vectors go across them: a vector holds the inputs
    /// of all groups whose outputs another holds.
    /// </summary>
    public bool IsNarrowlyGrouped(VectorWidth widest) =>
        Groups > 1 && Inputs <= Outputs && (Inputs == 1 || Outputs is 2 or 4 or 8 or 16) && Outputs <= widest.Lanes && Input.Channels >= Math.Max(Outputs, FewestChannels);

    /// <summary>Whether the kernel has as many rows as columns.</summary>
    public bool IsSquareKernel => Height.Kernel == Width.Kernel;

    /// <summary>Whether the kernel, the stride and the dilation are square, and there is a stride or a dilation and not both.</summary>
    public bool IsSquare =>
        Height.Kernel == Width.Kernel && Height.Stride == Width.Stride && Height.Dilation == Width.Dilation && (Height.Stride == 1 || Height.Dilation == 1);

    /// <summary>Maps of every d-th row and column, with dilation d, of which each is convolved by itself without dilation.</summary>
    public long DilatedParts => (long)Height.Dilation * Width.Dilation;

    /// <summary>Multiply-adds by the definition.</summary>
    public long MultiplyAdds => (long)Output.Height * Output.Width * Taps * Inputs * Output.Channels;

    /// <summary>Weights.</summary>
    public long Weights => Taps * Inputs * Output.Channels;

    /// <summary>Whether the phases of a stride fill vectors by themselves, so that no blocks need to be made.</summary>
    public bool HasPhasesInPlace => Input.Channels % Run == 0;

    /// <summary>Rows, and columns, of a stride's phases that have every tap; the others lack the last.</summary>
    public int WholePhases => Height.Kernel - (((Height.Kernel - 1) / Height.Stride) * Height.Stride);

    /// <summary>Whether its maps are columns, and its kernel one: they lie in memory as rows do, and so do its weights.</summary>
    public bool IsOfColumns => Input is { Width: 1, Height: > 1 } && Output.Width == 1 && Width is { Kernel: 1, PaddingBefore: 0 };

    /// <summary>The same convolution over rows, in whose tiles neighbouring windows share what they read.</summary>
    public ConvolutionProblem OverRows() => this with
    {
        Input = new Shape(Input.Channels, Input.Width, Input.Height),
        Output = new Shape(Output.Channels, Output.Width, Output.Height),
        Height = Width,
        Width = Height,
    };

    /// <summary>
    /// The same convolution over blocks of stride x stride pixels, which become channels: stride 1, a smaller kernel,
    /// no padding. Ordered as the runtime's <c>SpaceToDepth</c>.
    /// </summary>
    public ConvolutionProblem OverBlocks()
    {
        int stride = Height.Stride;
        int taps = (Height.Kernel + stride - 1) / stride;
        int rows = Output.Height + taps - 1;
        int columns = Output.Width + taps - 1;
        return new ConvolutionProblem(
            new Shape(Input.Channels * stride * stride, rows, columns), Output, new Window(rows, 0, 0, taps, 1, 1), new Window(columns, 0, 0, taps, 1, 1), Groups: 1);
    }
}
