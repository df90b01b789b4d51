using System.Runtime.InteropServices;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Memory in large pages.</summary>
public sealed unsafe class LargePagesTests
{
    // Small pages that are there already would stay small: they have to go, and what they hold with them.
    [LinuxFact]
    public void Pages_that_are_there_are_given_back()
    {
        const int LargePage = LargePages.Floats * sizeof(float), Advised = 2 * LargePages.Floats;
        float* memory = (float*)NativeMemory.AlignedAlloc(3 * LargePage, LargePage);
        try
        {
            Span<float> floats = new(memory, 3 * LargePages.Floats);
            floats.Fill(1);
            LargePages.Advise(memory, Advised);
            Assert.Equal(-1, floats[..Advised].IndexOfAnyExcept(0));
            Assert.Equal(-1, floats[Advised..].IndexOfAnyExcept(1));
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    [Fact]
    public void Less_than_one_is_left_alone()
    {
        float[] floats = [1, 2, 3];
        fixed (float* memory = floats)
        {
            LargePages.Advise(memory, floats.Length);
        }

        Assert.Equal([1, 2, 3], floats);
    }

    [Theory]
    [InlineData(LargePages.Floats)]
    [InlineData(0x7FFFFFC7 - (2 * LargePages.Floats))]
    [InlineData(0x7FFFFFC7 - (2 * LargePages.Floats) + 1)]
    [InlineData(0x7FFFFFC7 - 64)]
    public void The_longest_arrays_are_not_longer_than_NET_makes_them(int length) =>
        Assert.InRange(AlignedArray.LengthAround(length), length, Array.MaxLength);

    private sealed class LinuxFactAttribute : FactAttribute
    {
        public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Only Linux is asked for large pages.";
    }
}
