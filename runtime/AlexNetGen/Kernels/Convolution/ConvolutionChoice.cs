using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>How a convolution is computed in vectors of one width; chosen from its geometry when the network is compiled.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="WinogradTile">Rows and columns of Winograd's output tiles; 0 where another algorithm computes.</param>
/// <param name="TilesAtOnce">Winograd's or Strassen's tiles that are between the transforms at once; 0 where another algorithm computes.</param>
/// <param name="StrassenLevels">How often Strassen's algorithm divides the matrices: 1 or 2; 0 where another algorithm computes.</param>
/// <param name="RowsAtOnce">Rows of the output whose planes of the input are there at once; 0 where no planar algorithm computes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ConvolutionChoice(ConvolutionAlgorithm Algorithm, int WinogradTile = 0, int TilesAtOnce = 0, int StrassenLevels = 0, int RowsAtOnce = 0);
