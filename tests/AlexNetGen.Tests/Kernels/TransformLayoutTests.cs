using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Where the points of tiles lie.</summary>
public class TransformLayoutTests
{
    // 48 channels are 3 runs of 16: 21 tiles make 63 lines of 16 floats, to which one more would make 4,096 bytes.
    [Theory]
    [InlineData(21, 1_008)]
    [InlineData(22, 1_072)]
    public void Points_are_an_odd_number_of_lines_apart(int tiles, int step)
    {
        ConvolutionSizes sizes = ConvolutionSizes.Of<Blocks>(VectorWidth.Bits512) with { TilesAtOnce = tiles };
        TransformLayout layout = TransformLayout.OfWinograd(sizes, VectorWidth.Bits512);
        Assert.Equal(step, layout.InputStep);

        // 64 channels a tile are 4 lines, an even number.
        Assert.Equal((tiles * 64) + 16, layout.ProductStep);
    }

    // 64 to 64 channels at 36 points are 147,456 weights, few enough for a cache. 49 tiles of 4 x 4 are three batches of 17, for two
    // threads four of 13, for five, five of 10; threads twice as many as batches share the steps of each.
    [Theory]
    [InlineData(1, 17, 3)]
    [InlineData(2, 13, 2)]
    [InlineData(3, 17, 3)]
    [InlineData(5, 10, 3)]
    [InlineData(6, 17, 0)]
    public void Threads_have_as_many_batches_as_keep_all_busy(int threads, int batch, int places)
    {
        TransformLayout layout = TransformLayout.OfWinograd(ConvolutionSizes.Of<FewWeights>(VectorWidth.Bits512), VectorWidth.Bits512), shared = layout.For(threads);
        Assert.Equal(batch, shared.Batch);
        Assert.Equal(places, shared.Places);
        Assert.InRange(shared.ScratchLength, 1, layout.ScratchLength);
        Assert.Equal(batch * 16, shared.RunStep);

        // 4 runs of 16 channels, and 4 vectors of 16: even numbers of lines, and one more.
        Assert.Equal((batch * 64) + 16, shared.InputStep);
        Assert.Equal((batch * 64) + 16, shared.ProductStep);
    }

    // Of more weights, 49 tiles in four batches or more are shared step by step. In three batches (of 17) or one, two threads take
    // them from end to end: four batches of 13, or two of 25. Three threads would have fewer than 24 tiles each.
    [Fact]
    public void Threads_take_few_batches_from_end_to_end()
    {
        Check<Sixteen>(threads: 2, batch: 16, places: 0);
        Check<Seventeen>(threads: 1, batch: 17, places: 0);
        Check<Seventeen>(threads: 2, batch: 13, places: 2);
        Check<Seventeen>(threads: 3, batch: 17, places: 0);
        Check<FortyNine>(threads: 2, batch: 25, places: 2);

        static void Check<TTilesAtOnce>(int threads, int batch, int places)
            where TTilesAtOnce : struct, ICount
        {
            TransformLayout layout = OfMany<TTilesAtOnce>(images: 1).For(threads);
            Assert.Equal((batch, places), (layout.Batch, layout.Places));
        }
    }

    // Of several images there is the room of as many.
    [Fact]
    public void Room_is_enough_for_any_number_of_threads()
    {
        for (int images = 1; images < 5; images++)
        {
            for (int threads = 1; threads < 20; threads++)
            {
                Check(OfMany<Seventeen>(images), OfMany<Seventeen>(1));
                Check(OfMany<FortyNine>(images), OfMany<FortyNine>(1));
                Check(OfFew(images), OfFew(1));

                void Check(TransformLayout layout, TransformLayout ofOne)
                {
                    TransformLayout shared = layout.For(threads);
                    Assert.InRange(Math.Max(1, shared.Places) * shared.BatchLength, 1, images * ofOne.ScratchLength);
                }
            }
        }
    }

    private static TransformLayout OfMany<TTilesAtOnce>(int images)
        where TTilesAtOnce : struct, ICount =>
        TransformLayout.OfWinograd(ConvolutionSizes.Of<ManyWeights<TTilesAtOnce>>(VectorWidth.Bits512), VectorWidth.Bits512, images);

    private static TransformLayout OfFew(int images) =>
        TransformLayout.OfWinograd(ConvolutionSizes.Of<FewWeights>(VectorWidth.Bits512), VectorWidth.Bits512, images);

    // AlexNet's first convolution over blocks of 4 x 4 pixels.
    private readonly struct Blocks : ITestConvolution<Blocks>
    {
        public static int InputChannels => 48;
        public static int InputHeight => 57;
        public static int InputWidth => 57;
        public static int OutputChannels => 64;
        public static int OutputHeight => 55;
        public static int OutputWidth => 55;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;
        public static int WinogradTile => 5;
        public static int TilesAtOnce => 21;
    }

    private readonly struct FewWeights : ITestConvolution<FewWeights>
    {
        public static int InputChannels => 64;
        public static int InputHeight => 30;
        public static int InputWidth => 30;
        public static int OutputChannels => 64;
        public static int OutputHeight => 28;
        public static int OutputWidth => 28;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;
        public static int WinogradTile => 4;
        public static int TilesAtOnce => 17;
    }

    private readonly struct Seventeen : ICount
    {
        public static int Value => 17;
    }

    private readonly struct FortyNine : ICount
    {
        public static int Value => 49;
    }
}
