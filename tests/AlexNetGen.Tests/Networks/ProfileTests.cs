using System.Globalization;

namespace AlexNetGen.Tests.Networks;

/// <summary>Times of the layers.</summary>
public sealed class ProfileTests
{
    [Fact]
    public void Every_layer_is_timed()
    {
        using EveryKernel network = EveryKernel.WithRandomWeights(seed: 1, new InferenceOptions { Threads = 2, LeastSharedWork = 0 });
        NetworkProfile profile = network.Profile(Golden.Uniform("input", 7, EveryKernel.InputLength));

        Assert.Equal("EveryKernel", profile.Network);
        Assert.Equal(2, profile.Threads);
        Assert.Equal(EveryKernel.Description.Layers.Select(layer => layer.Name), profile.Layers.Select(layer => layer.Name));
        Assert.All(profile.Layers, layer => Assert.True(layer.Milliseconds > 0, layer.ToString()));
        Assert.Equal(1, profile.Layers.Sum(layer => layer.Share), 1e-9);
        Assert.Equal(0, profile.Layers[1].GigaflopsPerSecond);

        // 17 x 40 x 36 outputs of 3 x 5 x 5 multiply-adds.
        Assert.Equal(2 * 1_836_000e-6 / profile.Layers[0].Milliseconds, profile.Layers[0].GigaflopsPerSecond, 1e-6);
        Assert.Throws<ArgumentException>(() => network.Profile(new float[3]));
        network.Dispose();
        Assert.Throws<ObjectDisposedException>(() => network.Profile(new float[EveryKernel.InputLength]));
    }

    [Fact]
    public void The_table_is_the_same_in_every_culture()
    {
        NetworkProfile profile = new("Net", 1, [new LayerProfile("Conv1", 1.5, 20, 0.75), new LayerProfile("ReLU1", 0, 0, 0), new LayerProfile("Pool1", 0.25, 0, 0.125), new LayerProfile("Fc", 0.25, 8, 0.125)]);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(
                "Net, 1 thread\n" +
                "layer         ms  GFLOP/s   share\n" +
                "Conv1     1.5000     20.0   75.0%\n" +
                "ReLU1          -        -       -\n" +
                "Pool1     0.2500        -   12.5%\n" +
                "Fc        0.2500      8.0   12.5%\n" +
                "total     2.0000     16.0  100.0%\n",
                profile.ToTable());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
