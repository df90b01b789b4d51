using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>How a convolution is computed with each instruction set; when weights are loaded, the machine's is taken.</summary>
/// <param name="Bits512">With AVX-512.</param>
/// <param name="Bits256">With AVX2.</param>
/// <param name="Bits128">With 128-bit vectors.</param>
internal sealed record ConvolutionPlans(ConvolutionPlan Bits512, ConvolutionPlan Bits256, ConvolutionPlan Bits128)
{
    // The runtime's limit: pixels of three values in 64 KB.
    private const int LongestRow = 64 * 1024 / 12;

    /// <summary>Floats beside input and output, wherever it runs.</summary>
    public long Scratch => Math.Max(Bits512.Scratch, Math.Max(Bits256.Scratch, Bits128.Scratch));

    /// <summary>Whether several images should share one reading of the weights, by the fastest instruction set.</summary>
    public bool AreReadTogether => Bits512.IsBoundByWeights || Bits256.IsBoundByWeights;

    /// <summary>Whether it is computed by its definition, wherever it runs.</summary>
    public bool AreDirect => Bits512.Algorithm == "Direct" && Bits256.Algorithm == "Direct" && Bits128.Algorithm == "Direct";

    /// <summary>
    /// Whether three planes can be put in order on the way, wherever it runs: where zeros are put around them, where they stay planes, or blocks of pixels
    /// made of rows that are not too long for the runtime.
    /// </summary>
    public bool ReadPlanes(ConvolutionProblem problem) =>
        new[] { Bits512, Bits256, Bits128 }.All(plan => plan.Algorithm switch
        {
            "Direct" => problem.IsPadded,
            "SpaceToDepth" => problem.Input.Width <= LongestRow,
            "Planar" => true,
            _ => false,
        });

    /// <summary>The algorithm in the field's words, with the instruction sets where they differ.</summary>
    public string Name
    {
        get
        {
            List<IGrouping<string, (ConvolutionPlan Plan, VectorWidth Width)>> ways = [.. Ways];
            return ways.Count == 1 ? ways[0].Key : string.Join(", ", ways.Select((way, i) =>
            {
                // F(3,3) with this, F(5,3) with that: one Winograd is enough.
                ConvolutionPlan plan = way.First().Plan;
                bool continues = i > 0 && ways[i - 1].First().Plan.Method == plan.Method;
                return $"{(continues ? plan.Variant : plan.Name)} with {string.Join(" and ", way.Select(one => one.Width.Name))}";
            }));
        }
    }

    /// <summary>Why it was chosen; the reasons of each choice, in the order of their names.</summary>
    public string Reason => string.Join("; ", Ways.Select(way => way.First().Plan.Reason));

    private IEnumerable<IGrouping<string, (ConvolutionPlan Plan, VectorWidth Width)>> Ways =>
        new (ConvolutionPlan Plan, VectorWidth Width)[] { (Bits512, VectorWidth.Bits512), (Bits256, VectorWidth.Bits256), (Bits128, VectorWidth.Bits128) }
            .GroupBy(one => one.Plan.Name);

    /// <summary>The plans for a convolution.</summary>
    public static ConvolutionPlans Of(ConvolutionProblem problem, ConvolutionAlgorithms allowed) => new(
        ConvolutionPlan.Of(problem, allowed, VectorWidth.Bits512),
        ConvolutionPlan.Of(problem, allowed, VectorWidth.Bits256),
        ConvolutionPlan.Of(problem, allowed, VectorWidth.Bits128));
}
