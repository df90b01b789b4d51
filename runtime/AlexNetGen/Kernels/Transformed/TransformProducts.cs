using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The second step of a transformed convolution: at each point, the product of a matrix of tiles x input channels with one
/// of input channels x output channels.
/// </summary>
internal static unsafe class TransformProducts
{
    // A block of fewer input channels is over before memory has answered: the one after the next is fetched.
    private const int ShortBlock = 128;

    /// <summary>All tiles by one block, in register tiles as even as can be: 16 tiles as 8 and 8, not 9 and 7.</summary>
    /// <param name="points">The first tile at this point: runs of 16 input channels.</param>
    /// <param name="runStep">Floats from one run to the next.</param>
    /// <param name="tiles">The number of tiles.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="weight">[input channel][lane].</param>
    /// <param name="vectors">Vectors of the block.</param>
    /// <param name="products">The first tile's products.</param>
    /// <param name="tileStep">Floats from one tile's products to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TLanes, TVector>(
        float* points, nint runStep, int tiles, int inputs, float* weight, int vectors, float* products, nint tileStep)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int largest = ProductTile.LargestRows(vectors, (VectorWidth)TLanes.Count);
        if (tiles <= largest)
        {
            // Small maps: no division, which would take longer than some rows of the tile.
            int all = ProductTile.Streams(vectors * TLanes.Count);
            ProductTile.Kernel<TLanes, TVector>(vectors, tiles)(points, runStep, inputs, weight, products, tileStep, weight + Ahead(vectors * TLanes.Count, inputs), all);
            return;
        }

        int calls = (tiles + largest - 1) / largest;
        int rows = (tiles + calls - 1) / calls;
        int longer = tiles - (calls * (rows - 1));
        delegate*<float*, nint, int, float*, float*, nint, float*, int, void> kernel = ProductTile.Kernel<TLanes, TVector>(vectors, rows);
        int lanes = vectors * TLanes.Count, streams = ProductTile.Streams(lanes), length = ProductTile.StreamLength(lanes, inputs);
        float* next = weight + Ahead(lanes, inputs);
        for (int call = 0; call < calls; call++)
        {
            if (call == longer)
            {
                rows--;
                kernel = ProductTile.Kernel<TLanes, TVector>(vectors, rows);
            }

            // A block after this one comes from memory meanwhile, shared out over the calls.
            int stream = streams * call / calls;
            kernel(points, runStep, inputs, weight, products, tileStep, next + (stream * length), (streams * (call + 1) / calls) - stream);
            points += rows * TransformLayout.Run;
            products += rows * tileStep;
        }
    }

    // From a block to the one that is fetched while it is multiplied.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Ahead(int lanes, int inputs) => inputs < ShortBlock ? 2 * lanes * inputs : lanes * inputs;
}
