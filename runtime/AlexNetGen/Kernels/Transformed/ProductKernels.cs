using System.Runtime.Intrinsics.Arm;

namespace AlexNetGen.Kernels;

/// <summary>The register tiles of <see cref="ProductTile"/>, by their size.</summary>
internal static unsafe class ProductKernels
{
    /// <summary>Tiles of the largest register tile that does not spill, by the vectors of its block.</summary>
    /// <remarks>AVX-512 and Arm have 32 vector registers; AVX2 and SSE have 16, of which a 17th live value collapses the tile.</remarks>
    public static int LargestRows(int vectors, VectorWidth width) =>
        width == VectorWidth.Bits512 || AdvSimd.IsSupported ? 9 : vectors switch { 1 => 9, 2 => 6, _ => 4 };

    /// <summary>The kernel for a number of vectors and tiles.</summary>
    /// <returns>A pointer to <see cref="ProductTile.Run{TLanes,TVector,TWeights,TVectors,TRows}"/>.</returns>
    public static delegate*<float*, nint, int, float*, float*, nint, float*, int, nint, int, void> Of<TLanes, TVector, TWeights>(int vectors, int rows)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TWeights : struct, IPointWeights => (vectors, rows) switch
        {
            (1, 1) => &ProductTile.Run<TLanes, TVector, TWeights, One, One>,
            (1, 2) => &ProductTile.Run<TLanes, TVector, TWeights, One, Two>,
            (1, 3) => &ProductTile.Run<TLanes, TVector, TWeights, One, Three>,
            (1, 4) => &ProductTile.Run<TLanes, TVector, TWeights, One, Four>,
            (1, 5) => &ProductTile.Run<TLanes, TVector, TWeights, One, Five>,
            (1, 6) => &ProductTile.Run<TLanes, TVector, TWeights, One, Six>,
            (1, 7) => &ProductTile.Run<TLanes, TVector, TWeights, One, Seven>,
            (1, 8) => &ProductTile.Run<TLanes, TVector, TWeights, One, Eight>,
            (1, 9) => &ProductTile.Run<TLanes, TVector, TWeights, One, Nine>,
            (2, 1) => &ProductTile.Run<TLanes, TVector, TWeights, Two, One>,
            (2, 2) => &ProductTile.Run<TLanes, TVector, TWeights, Two, Two>,
            (2, 3) => &ProductTile.Run<TLanes, TVector, TWeights, Two, Three>,
            (2, 4) => &ProductTile.Run<TLanes, TVector, TWeights, Two, Four>,
            (2, 5) => &ProductTile.Run<TLanes, TVector, TWeights, Two, Five>,
            (2, 6) => &ProductTile.Run<TLanes, TVector, TWeights, Two, Six>,
            (2, 7) => &ProductTile.Run<TLanes, TVector, TWeights, Two, Seven>,
            (2, 8) => &ProductTile.Run<TLanes, TVector, TWeights, Two, Eight>,
            (2, 9) => &ProductTile.Run<TLanes, TVector, TWeights, Two, Nine>,
            (3, 1) => &ProductTile.Run<TLanes, TVector, TWeights, Three, One>,
            (3, 2) => &ProductTile.Run<TLanes, TVector, TWeights, Three, Two>,
            (3, 3) => &ProductTile.Run<TLanes, TVector, TWeights, Three, Three>,
            (3, 4) => &ProductTile.Run<TLanes, TVector, TWeights, Three, Four>,
            (3, 5) => &ProductTile.Run<TLanes, TVector, TWeights, Three, Five>,
            (3, 6) => &ProductTile.Run<TLanes, TVector, TWeights, Three, Six>,
            (3, 7) => &ProductTile.Run<TLanes, TVector, TWeights, Three, Seven>,
            (3, 8) => &ProductTile.Run<TLanes, TVector, TWeights, Three, Eight>,
            _ => &ProductTile.Run<TLanes, TVector, TWeights, Three, Nine>,
        };
}
