using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>That the tests run on the vectors that they are meant to.</summary>
public class VectorWidthTests
{
    [Fact]
    public void What_the_environment_switches_off_is_off()
    {
        if (IsOff("DOTNET_EnableAVX512"))
        {
            Assert.False(VectorWidths.IsSupported(VectorWidth.Bits512));
        }

        if (IsOff("DOTNET_EnableAVX2"))
        {
            Assert.Equal(VectorWidth.Bits128, VectorWidths.Widest);
        }

        if (IsOff("DOTNET_EnableHWIntrinsic"))
        {
            Assert.Equal(VectorWidth.Bits128, VectorWidths.Widest);
            Assert.False(Vector128.IsHardwareAccelerated);
        }
    }

    [Fact]
    public void Arm_has_AdvSimd()
    {
        bool isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        Assert.Equal(isArm && !IsOff("DOTNET_EnableHWIntrinsic"), AdvSimd.Arm64.IsSupported);
        if (isArm)
        {
            Assert.Equal(VectorWidth.Bits128, VectorWidths.Widest);
            Assert.Equal(AdvSimd.IsSupported ? 4 : 2, Lanes128.TileVectors);
        }
    }

    [Fact]
    public void Halves_are_what_the_environment_says()
    {
        bool areHalved = VectorWidths.AreHalved(VectorWidth.Bits512);
        Assert.Equal(HalvedVectorsVariable.Value ?? areHalved, areHalved);
        Assert.False(VectorWidths.AreHalved(VectorWidth.Bits256));

        // What follows from it: 35 = 2 x 16 + 3 output channels.
        Assert.Equal(areHalved ? 8 : 0, ConvolutionLayout.Of(ConvolutionSizes.Of<Pointwise>(VectorWidth.Bits512), VectorWidth.Bits512).HalfLanes);
    }

    private static bool IsOff(string variable) => Environment.GetEnvironmentVariable(variable) == "0";
}
