using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The second step of a Winograd convolution: at each point, the product of a matrix of tiles x input channels with one
/// of input channels x output channels. A chunk is a point: its weights are read once, its tiles stay in cache.
/// </summary>
internal unsafe struct WinogradProducts<TLanes, TVector> : IParallelWork
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Where everything lies.</summary>
    public WinogradLayout Layout;

    /// <summary>The transformed input of this batch.</summary>
    public float* Points;

    /// <summary>The transformed weights.</summary>
    public float* Weight;

    /// <summary>The products of this batch.</summary>
    public float* Products;

    /// <summary>Tiles of this batch.</summary>
    public int Tiles;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        float* weight = Weight + ((nint)chunk * Layout.WeightStep);
        float* products = Products + ((nint)chunk * Layout.ProductStep);
        for (int group = 0; group < Layout.Groups; group++)
        {
            float* points = Points + ((nint)chunk * Layout.InputStep) + ((nint)group * Layout.InputGroupStep);
            for (int block = 0; block < Layout.Blocks; block++)
            {
                int vectors = Layout.BlockVectors(block);
                Multiply(points, weight, products, vectors);
                weight += (nint)vectors * TLanes.Count * Layout.Inputs;
                products += vectors * TLanes.Count;
            }
        }
    }

    // All tiles by one block, in register tiles as even as can be: 16 tiles as 8 and 8, not 9 and 7.
    private readonly void Multiply(float* points, float* weight, float* products, int vectors)
    {
        int largest = ProductTile.LargestRows(vectors, (VectorWidth)TLanes.Count);
        int calls = (Tiles + largest - 1) / largest;
        int rows = (Tiles + calls - 1) / calls;
        int longer = Tiles - (calls * (rows - 1));
        delegate*<float*, nint, int, float*, float*, nint, void> kernel = ProductTile.Kernel<TLanes, TVector>(vectors, rows);
        for (int call = 0; call < calls; call++)
        {
            if (call == longer)
            {
                rows--;
                kernel = ProductTile.Kernel<TLanes, TVector>(vectors, rows);
            }

            kernel(points, Layout.RunStep, Layout.Inputs, weight, products, Layout.ProductTileStep);
            points += rows * WinogradLayout.Run;
            products += (nint)rows * Layout.ProductTileStep;
        }
    }
}
