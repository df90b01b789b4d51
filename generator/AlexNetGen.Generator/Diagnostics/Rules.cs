using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Diagnostics;

/// <summary>The table of everything that AlexNetGen reports. A message is one line that holds everything.</summary>
internal static class Rules
{
    public const string OutputLength = "ANG1001";
    public const string DroppedPadding = "ANG1002";
    public const string WindowTooLarge = "ANG1003";
    public const string Groups = "ANG1004";
    public const string Rank = "ANG1005";
    public const string MergedShapes = "ANG1006";
    public const string ShapeAssertion = "ANG1007";
    public const string ParametersAssertion = "ANG1008";
    public const string ArgumentRange = "ANG1009";
    public const string Dialects = "ANG1010";
    public const string TooLarge = "ANG1011";
    public const string NetworkType = "ANG2001";
    public const string LayerForm = "ANG2002";
    public const string Incomplete = "ANG2003";
    public const string UnknownLayer = "ANG2004";
    public const string LaterLayer = "ANG2005";
    public const string UnusedLayer = "ANG2006";
    public const string SharedPrefix = "ANG2007";
    public const string SecondWeights = "ANG2008";
    public const string ScatteredLayers = "ANG2009";
    public const string ReservedName = "ANG2010";
    public const string BlockUse = "ANG2011";
    public const string BlockValue = "ANG2012";
    public const string BlockCycle = "ANG2013";
    public const string BiasBeforeNorm = "ANG3001";
    public const string Activations = "ANG3002";
    public const string FieldOfView = "ANG3003";

    private const string Shapes = "AlexNetGen.Shapes";
    private const string Declaration = "AlexNetGen.Declaration";
    private const string Design = "AlexNetGen.Design";

    // Written out, one a rule, for the release tracking analyzer reads them here.
    private static readonly DiagnosticDescriptor OutputLengthRule = new(
        OutputLength, "Rows or columns of the input would never be read", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The output length of a convolution or pool, (input + padding - kernel) / stride + 1, is not a whole number, and rounding it down would leave real rows or columns of the input unread. Frameworks round silently.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor DroppedPaddingRule = new(
        DroppedPadding, "The output length is rounded down without loss", "{0}", Shapes, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The output length of a convolution or pool is not a whole number, but rounding it down drops nothing except padding, or rows that the stride skips everywhere by design.");

    private static readonly DiagnosticDescriptor WindowTooLargeRule = new(
        WindowTooLarge, "The window does not fit into the input", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The kernel, with its dilation, is larger than the padded input, or an output length is below 1.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor GroupsRule = new(
        Groups, "Groups do not divide the channels", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Input and output channels of a grouped convolution must both be multiples of the number of groups.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor RankRule = new(
        Rank, "The operation cannot read a shape of this rank", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Convolutions, pools and local response normalisation read feature maps (channels x height x width), their one-dimensional kin sequences (channels x length); fully connected layers read vectors. Flatten makes the one into the other.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor MergedShapesRule = new(
        MergedShapes, "Merged layers differ in shape", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Add and Multiply need inputs of one shape (Multiply also C x 1 x 1); Concat needs inputs that differ along the axis it joins alone.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor ShapeAssertionRule = new(
        ShapeAssertion, "The asserted shape is not the computed one", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "[Shape] on a layer states the shape of its output; the layer makes another.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor ParametersAssertionRule = new(
        ParametersAssertion, "The asserted number of parameters is not the computed one", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "[Parameters] states the number of learned values, as PyTorch's parameters() counts them; the declaration has another.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor ArgumentRangeRule = new(
        ArgumentRange, "An argument is out of its range", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "An argument of an operation has a value that no framework accepts, or sizes multiply to more than an array can hold.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor DialectsRule = new(
        Dialects, "The dialects disagree about the output shape", "{0}", Shapes, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The dialect rounds this output length up, where others round it down, and no Rounding is written. Weights and tables that come from another framework have another shape.");

    private static readonly DiagnosticDescriptor TooLargeRule = new(
        TooLarge, "One array cannot hold it", "{0}", Shapes, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Inputs, outputs, the weights of one operation and the workspace are arrays, and an array of .NET holds at most 2,147,483,591 values.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor NetworkTypeRule = new(
        NetworkType, "The type cannot be a network", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A network is a partial class, not generic, static, abstract, file-local or a record, without a primary constructor, whose base class, if it has one, can be made without arguments, in containing types that are partial and not generic.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor LayerFormRule = new(
        LayerForm, "The member is not a layer", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A layer is a static partial property of type Layer with a get accessor only.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor IncompleteRule = new(
        Incomplete, "The declaration is incomplete", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A network has no layer or no input shape, a layer has no operation, or an operation lacks an argument it cannot do without.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor UnknownLayerRule = new(
        UnknownLayer, "There is no such layer", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "From, Add, Multiply and Concat name layers of their own network, best by nameof, or Network.Input.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor LaterLayerRule = new(
        LaterLayer, "A layer reads a later one, or itself", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Layers are computed in source order, so a layer can read only those above it.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor UnusedLayerRule = new(
        UnusedLayer, "The layer's result is never used", "{0}", Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "No later layer reads the layer, and it is not the network's output.");

    private static readonly DiagnosticDescriptor SharedPrefixRule = new(
        SharedPrefix, "Two operations want one tensor in different shapes", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Operations may share the tensors of one prefix, as tied weights do, if they want them in the same shapes.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor SecondWeightsRule = new(
        SecondWeights, "A second operation with weights needs its own prefix", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Where two operations of one layer have weights, the second must say under which prefix its tensors stand in the weights file.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor ScatteredLayersRule = new(
        ScatteredLayers, "Layers stand in more than one part of the class", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The order of the layers is their order in the source, which is defined within one part of a partial class only.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor ReservedNameRule = new(
        ReservedName, "The name is one that is generated", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Load, Forward, Description and the like are generated into a network's class; its own members need other names.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor BlockUseRule = new(
        BlockUse, "A block is used where it cannot be", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A block is the first thing on a layer, comes from the project that uses it, and [When] stands on layers of blocks.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor BlockValueRule = new(
        BlockValue, "A value of a block cannot be computed", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The constants of a block are computed anew for each use: by arithmetic, comparisons, conditions, casts and joined text, without overflow or division by zero.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor BlockCycleRule = new(
        BlockCycle, "A block contains itself", "{0}", Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A block is put in the place of each of its uses, so it can neither use itself nor a block that uses it.",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor BiasBeforeNormRule = new(
        BiasBeforeNorm, "A bias right before a batch normalisation", "{0}", Design, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Batch normalisation subtracts a mean that holds the bias, so the bias changes nothing and is learned in vain.");

    private static readonly DiagnosticDescriptor ActivationsRule = new(
        Activations, "An activation that is applied twice, or could follow the pool", "{0}", Design, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "An activation right after the same activation is most likely a mistake; a ReLU gives the same values after max pooling as before it, and has fewer to compute there.");

    private static readonly DiagnosticDescriptor FieldOfViewRule = new(
        FieldOfView, "The last feature map sees more than the input", "{0}", Design, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The receptive field of the last feature map is larger than the network's input, or reaches into padding with more than half of it.");

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        OutputLengthRule, DroppedPaddingRule, WindowTooLargeRule, GroupsRule, RankRule, MergedShapesRule, ShapeAssertionRule, ParametersAssertionRule, ArgumentRangeRule,
        DialectsRule, TooLargeRule,
        NetworkTypeRule, LayerFormRule, IncompleteRule, UnknownLayerRule, LaterLayerRule, UnusedLayerRule, SharedPrefixRule, SecondWeightsRule, ScatteredLayersRule, ReservedNameRule,
        BlockUseRule, BlockValueRule, BlockCycleRule,
        BiasBeforeNormRule, ActivationsRule, FieldOfViewRule,
    ];

    private static readonly HashSet<string> Errors = [.. All.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Error).Select(rule => rule.Id)];

    public static DiagnosticDescriptor Find(string id) => All.First(rule => rule.Id == id);

    public static bool IsError(string id) => Errors.Contains(id);
}
