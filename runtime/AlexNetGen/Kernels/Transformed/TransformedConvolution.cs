using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// What Winograd's and Strassen's algorithms have in common: tiles of the input become values at points, at each point
/// a matrix product sums over input channels, and its results become tiles of the output.
/// <code>
///   tile of the input    values at the points               products            tile of the output
///      . . . .                v v v v                        p p p p                 y y
///      . . . .    ------->    v v v v    -- at each  ---->   p p p p   ------->      y y
///      . . . .                v v v v       point, by        p p p p
///      . . . .                v v v v       its weights      p p p p
/// </code>
/// Few weights stay in a cache while each thread takes batches of tiles through all steps; of many, each is read once
/// a batch, and threads share every step, unless batches are so few that each thread takes some of its own.
/// </summary>
internal static unsafe class TransformedConvolution
{
    /// <summary>Convolves a map.</summary>
    /// <param name="layout">Where everything lies.</param>
    /// <param name="input">The first step.</param>
    /// <param name="output">The last step.</param>
    /// <param name="weight">The transformed weights.</param>
    /// <param name="scratch">Room for the layout's scratch.</param>
    /// <param name="team">The threads that share the work.</param>
    public static void Run<TInput, TOutput, TLanes, TVector>(in TransformLayout layout, in TInput input, in TOutput output, float* weight, float* scratch, Team team)
        where TInput : struct, ITileTransform
        where TOutput : struct, ITileTransform
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (layout.Places > 0)
        {
            RunStrips<TInput, TOutput, TLanes, TVector>(layout, input, output, weight, scratch, team);
        }
        else
        {
            RunPoints<TInput, TOutput, TLanes, TVector>(layout, input, output, weight, scratch, team);
        }
    }

    private static void RunStrips<TInput, TOutput, TLanes, TVector>(in TransformLayout layout, in TInput input, in TOutput output, float* weight, float* scratch, Team team)
        where TInput : struct, ITileTransform
        where TOutput : struct, ITileTransform
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TransformStrips<TInput, TOutput, TLanes, TVector> strips = new()
        {
            Layout = layout,
            Input = input,
            Output = output,
            Weight = weight,
            Scratch = scratch,
            Places = new ScratchPlaces(layout.Places),
        };
        team.Run((layout.Tiles + layout.Batch - 1) / layout.Batch, ref strips);
    }

    private static void RunPoints<TInput, TOutput, TLanes, TVector>(in TransformLayout layout, in TInput input, in TOutput output, float* weight, float* scratch, Team team)
        where TInput : struct, ITileTransform
        where TOutput : struct, ITileTransform
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        float* products = scratch + layout.InputLength;
        TransformTiles<TInput> first = new() { Step = input, Values = scratch, TileStep = TransformLayout.Run };
        TransformPoints<TLanes, TVector> multiplication = new() { Layout = layout, Points = scratch, Weight = weight, Products = products };
        HalfwayPoints halfway = new() { Layout = layout, Points = scratch, Weight = weight, Products = products };
        TransformTiles<TOutput> last = new() { Step = output, Values = products, TileStep = layout.ProductTileStep };
        for (int tile = 0; tile < layout.Tiles; tile += layout.Batch)
        {
            int tiles = Math.Min(layout.Batch, layout.Tiles - tile);
            first.FirstTile = tile;
            multiplication.FirstTile = tile;
            multiplication.Tiles = tiles;
            halfway.FirstTile = tile;
            halfway.Tiles = tiles;
            last.FirstTile = tile;
            team.Run(tiles, ref first);
            if (layout.IsHalfway)
            {
                team.Run(halfway.Chunks, ref halfway);
            }
            else
            {
                team.Run(layout.Points, ref multiplication);
            }

            team.Run(tiles, ref last);
        }
    }
}
