using System.Runtime.Intrinsics.Arm;

namespace AlexNetGen.Kernels;

/// <summary>The register tiles of <see cref="ProductTile"/>, by their size.</summary>
internal static unsafe class ProductKernels
{
    /// <summary>Tiles of the largest register tile that does not spill, by the vectors of its block.</summary>
    /// <remarks>AVX-512 and Arm have 32 vector registers; AVX2 and SSE have 16, of which a 17th live value collapses the tile.</remarks>
    public static int LargestRows(int vectors, VectorWidth width) =>
        width == VectorWidth.Bits512 || AdvSimd.IsSupported ? 9 : vectors switch { 1 => 9, 2 => 6, _ => 4 };

    /// <summary>The kernel for a number of tiles.</summary>
    /// <returns>A pointer to <see cref="ProductTile.Run{TLanes,TVector,TWeights,TVectors,TRows}"/>.</returns>
    public static delegate*<float*, nint, int, float*, float*, nint, float*, int, nint, int, void> Of<TLanes, TVector, TWeights, TVectors>(int rows)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TWeights : struct, IPointWeights
        where TVectors : struct, ICount => rows switch
        {
            1 => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, One>,
            2 => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, Two>,
            3 => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, Three>,
            4 => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, Four>,
            5 => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, Five>,
            6 => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, Six>,
            7 => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, Seven>,
            8 => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, Eight>,
            _ => &ProductTile.Run<TLanes, TVector, TWeights, TVectors, Nine>,
        };
}
