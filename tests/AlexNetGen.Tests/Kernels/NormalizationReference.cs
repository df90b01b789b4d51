using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>A batch normalisation of drawn numbers, and its definition: (x - mean) / sqrt(variance + epsilon) * weight + bias.</summary>
internal static class NormalizationReference
{
    /// <summary>A value of a channel, normalised in double precision.</summary>
    public static double Compute<TGeometry>(double x, int channel, int seed)
        where TGeometry : struct, IConvolution
    {
        float[] weight = KernelTest.Random(TGeometry.OutputChannels, seed), bias = KernelTest.Random(TGeometry.OutputChannels, seed + 1);
        float[] mean = KernelTest.Random(TGeometry.OutputChannels, seed + 2), variance = KernelTest.Random(TGeometry.OutputChannels, seed + 3);
        return ((x - mean[channel]) / Math.Sqrt(variance[channel] + 1.5 + 1e-5) * weight[channel]) + bias[channel];
    }

    /// <summary>The same numbers as a kernel takes them.</summary>
    public static BatchNormalizationWeights Weights<TGeometry>(int seed)
        where TGeometry : struct, IConvolution => BatchNormalizationWeights.Create<Normalized<TGeometry>>(
            KernelTest.Random(TGeometry.OutputChannels, seed),
            KernelTest.Random(TGeometry.OutputChannels, seed + 1),
            KernelTest.Random(TGeometry.OutputChannels, seed + 2),
            [.. KernelTest.Random(TGeometry.OutputChannels, seed + 3).Select(value => value + 1.5f)]);
}
