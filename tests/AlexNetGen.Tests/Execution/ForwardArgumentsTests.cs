using AlexNetGen.Execution;

namespace AlexNetGen.Tests.Execution;

public class ForwardArgumentsTests
{
    private readonly float[] _memory = new float[100];

    [Fact]
    public void Correct_arguments_pass_and_allocate_nothing()
    {
        CheckAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            CheckAll();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void CheckAll()
        {
            ForwardArguments.Check<FeatureMaps, Scores>("TinyNet", _memory.AsSpan(0, 24), _memory.AsSpan(24, 5));
            ForwardArguments.CheckWorkspace("TinyNet", _memory.AsSpan(0, 24), _memory.AsSpan(24, 5), _memory.AsSpan(29, 10), 10);
            ForwardArguments.CheckWorkspace("TinyNet", _memory.AsSpan(0, 24), _memory.AsSpan(24, 5), default, 0);
            ForwardArguments.CheckBatch<FeatureMaps, Scores>("TinyNet", _memory.AsSpan(0, 48), _memory.AsSpan(48, 10), 2);
            ForwardArguments.CheckBatch<FeatureMaps, Scores>("TinyNet", default, default, 0);
        }
    }

    [Fact]
    public void A_wrong_input_is_named()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "input", () => ForwardArguments.Check<FeatureMaps, Scores>("TinyNet", _memory.AsSpan(0, 23), _memory.AsSpan(24, 5)));
        Assert.StartsWith(
            "TinyNet reads 24 values (2x3x4, channels first); the input has 23. Pass a span of exactly that length.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_output_is_named()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "output", () => ForwardArguments.Check<FeatureMaps, Scores>("TinyNet", _memory.AsSpan(0, 24), _memory.AsSpan(24, 6)));
        Assert.StartsWith(
            "TinyNet writes 5 values (5 features); the output has 6. Pass a span of exactly that length.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 23)]
    [InlineData(5, 5)]
    [InlineData(4, 0)]
    [InlineData(0, 0)]
    public void An_overlap_of_input_and_output_is_refused(int inputStart, int outputStart)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "output", () => ForwardArguments.Check<FeatureMaps, Scores>("TinyNet", _memory.AsSpan(inputStart, 24), _memory.AsSpan(outputStart, 5)));
        Assert.StartsWith(
            "The output and the input given to TinyNet overlap in memory, so that writing one would change the other. Pass separate memory.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_workspace_is_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "workspace",
            () => ForwardArguments.CheckWorkspace("TinyNet", _memory.AsSpan(0, 24), _memory.AsSpan(24, 5), _memory.AsSpan(29, 9), 10));
        Assert.StartsWith(
            "TinyNet needs a workspace of at least 10 values; this one has 9. Allocate TinyNet.WorkspaceLength values.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23, "input")]
    [InlineData(28, "output")]
    public void An_overlap_with_the_workspace_is_refused(int workspaceStart, string other)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "workspace",
            () => ForwardArguments.CheckWorkspace("TinyNet", _memory.AsSpan(0, 24), _memory.AsSpan(24, 5), _memory.AsSpan(workspaceStart, 10), 10));
        Assert.Contains($"The workspace and the {other} given to TinyNet overlap", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_is_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "count", () => ForwardArguments.CheckBatch<FeatureMaps, Scores>("TinyNet", default, default, -1));
        ArgumentException inputs = Assert.Throws<ArgumentException>(
            "inputs", () => ForwardArguments.CheckBatch<FeatureMaps, Scores>("TinyNet", _memory.AsSpan(0, 49), _memory.AsSpan(50, 10), 2));
        Assert.StartsWith(
            "TinyNet reads 24 values (2x3x4, channels first) for each of 2 inputs, 48 in all; the inputs have 49. Pass exactly 2 of them after each other.",
            inputs.Message,
            StringComparison.Ordinal);
        ArgumentException outputs = Assert.Throws<ArgumentException>(
            "outputs", () => ForwardArguments.CheckBatch<FeatureMaps, Scores>("TinyNet", _memory.AsSpan(0, 48), _memory.AsSpan(50, 9), 2));
        Assert.StartsWith("TinyNet writes 5 values (5 features) for each of 2 inputs, 10 in all", outputs.Message, StringComparison.Ordinal);
        ArgumentException overlap = Assert.Throws<ArgumentException>(
            "outputs", () => ForwardArguments.CheckBatch<FeatureMaps, Scores>("TinyNet", _memory.AsSpan(0, 48), _memory.AsSpan(47, 10), 2));
        Assert.Contains("overlap", overlap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_whose_length_overflows_an_int_is_refused()
    {
        // 2^29 * 24 is 0 modulo 2^32.
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "inputs", () => ForwardArguments.CheckBatch<FeatureMaps, Scores>("TinyNet", default, default, 1 << 29));
        Assert.Contains("12884901888 in all", exception.Message, StringComparison.Ordinal);
    }
}
