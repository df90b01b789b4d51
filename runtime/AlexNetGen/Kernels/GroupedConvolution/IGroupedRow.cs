namespace AlexNetGen.Kernels;

/// <summary>Computes neighbouring pixels of a row of a convolution in small groups.</summary>
internal interface IGroupedRow
{
    /// <summary>Computes them, at the channels that the operands name.</summary>
    /// <param name="operands">The convolution.</param>
    /// <param name="y">The row of the output.</param>
    /// <param name="left">The first column of the output.</param>
    /// <param name="right">The column after the last.</param>
    static abstract void Run(in GroupedOperands operands, int y, int left, int right);
}
