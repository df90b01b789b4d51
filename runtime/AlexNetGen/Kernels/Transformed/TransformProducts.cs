using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The second step of a transformed convolution: at each point, the product of a matrix of tiles x input channels with one
/// of input channels x output channels.
/// </summary>
internal static unsafe class TransformProducts
{
    /// <summary>All tiles by one block, in register tiles as even as can be: 16 tiles as 8 and 8, not 9 and 7.</summary>
    /// <typeparam name="TLanes">The vector width.</typeparam>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TWeights">What the weights are made of.</typeparam>
    /// <typeparam name="TVectors">Vectors of the block.</typeparam>
    /// <param name="points">The first tile at this point: runs of 16 input channels.</param>
    /// <param name="runStep">Floats from one run to the next.</param>
    /// <param name="tiles">The number of tiles.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="weight">[input channel][lane], or what its weights are made of.</param>
    /// <param name="products">The first tile's products.</param>
    /// <param name="tileStep">Floats from one tile's products to the next.</param>
    /// <param name="ahead">What comes from memory meanwhile, shared out over the register tiles.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TLanes, TVector, TWeights, TVectors>(
        float* points, nint runStep, int tiles, int inputs, float* weight, float* products, nint tileStep, in WeightsAhead ahead)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TWeights : struct, IPointWeights
        where TVectors : struct, ICount
    {
        int largest = ProductKernels.LargestRows(TVectors.Value, (VectorWidth)TLanes.Count);
        if (tiles <= largest)
        {
            // Small maps: no division, which would take longer than some rows of the tile.
            ProductKernels.Of<TLanes, TVector, TWeights, TVectors>(tiles)(
                points, runStep, inputs, weight, products, tileStep, ahead.Next, ahead.Step, ahead.Apart, ahead.Lines);
            return;
        }

        int calls = (tiles + largest - 1) / largest;
        int rows = (tiles + calls - 1) / calls;
        int longer = tiles - (calls * (rows - 1));
        delegate*<float*, nint, int, float*, float*, nint, float*, int, nint, int, void> kernel = ProductKernels.Of<TLanes, TVector, TWeights, TVectors>(rows);
        for (int call = 0; call < calls; call++)
        {
            if (call == longer)
            {
                rows--;
                kernel = ProductKernels.Of<TLanes, TVector, TWeights, TVectors>(rows);
            }

            int line = ahead.Lines * call / calls;
            kernel(
                points, runStep, inputs, weight, products, tileStep, ahead.Next + (line * ahead.Apart), ahead.Step, ahead.Apart, (ahead.Lines * (call + 1) / calls) - line);
            points += rows * TransformLayout.Run;
            products += rows * tileStep;
        }
    }
}
