namespace AlexNetGen.Tests.Networks;

/// <summary>Six readings of AlexNet against PyTorch: tests/goldens/make_networks.py.</summary>
public class NetworkGoldenTests
{
    [Fact] public void QuarterTorchvisionAlexNet() => Golden.Check<QuarterTorchvisionAlexNet>();
    [Fact] public void QuarterCaffeAlexNet() => Golden.Check<QuarterCaffeAlexNet>();
    [Fact] public void QuarterUngroupedAlexNet227() => Golden.Check<QuarterUngroupedAlexNet227>();
    [Fact] public void QuarterMmpretrainAlexNet() => Golden.Check<QuarterMmpretrainAlexNet>();
    [Fact] public void QuarterAlexNet2012() => Golden.Check<QuarterAlexNet2012>();
    [Fact] public void QuarterOneGpuAlexNet2014() => Golden.Check<QuarterOneGpuAlexNet2014>();
}
