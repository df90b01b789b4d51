using AlexNetGen.Generator.Planning;
using Buffer = AlexNetGen.Generator.Planning.Buffer;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Where the maps and the scratch of a network lie in its workspace.</summary>
public sealed class WorkspaceLayoutTests
{
    // Maps of 200 and 100 values, which the second step reads and writes, begin at 0 and 208, the next multiple of 16; its scratch follows
    // at 320. The map of the third step fits where the first one was.
    [Fact]
    public void Scratch_comes_after_the_maps()
    {
        Buffer first = Living(200, 0, 1), scratch = Living(1_000, 1, 1), second = Living(100, 1, 2), third = Living(150, 2, 3);
        Assert.Equal(1_320, WorkspaceLayout.Place([first, scratch, second, third]));
        Assert.Equal((0, 208, 0, 320), (first.Offset, second.Offset, third.Offset, scratch.Offset));
    }

    [Fact]
    public void What_lives_at_the_same_time_shares_no_value()
    {
        Buffer[] buffers = [.. Enumerable.Range(0, 60).Select(i => Living(1 + (i * 37 % 101), i / 2, (i / 2) + (i % 4)))];
        long length = WorkspaceLayout.Place(buffers);
        Assert.All(buffers, buffer => Assert.InRange(buffer.Offset, 0, length - buffer.Length));
        Assert.DoesNotContain(
            from one in buffers from other in buffers where one != other && one.LivesWith(other) select one.Offset < other.Offset + other.Length && other.Offset < one.Offset + one.Length,
            shares => shares);
    }

    private static Buffer Living(long length, int from, int to)
    {
        Buffer buffer = new(OperandKind.Workspace, length);
        buffer.UseAt(from);
        buffer.UseAt(to);
        return buffer;
    }
}
