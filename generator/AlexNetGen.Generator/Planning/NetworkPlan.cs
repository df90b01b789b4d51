using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>Everything that is emitted for a network, decided.</summary>
/// <param name="Network">The checked network.</param>
/// <param name="Forward">The forward pass.</param>
/// <param name="Batch">How several images are computed; null where it is one after another.</param>
/// <param name="Activations">The forward pass that keeps every layer's result: neither fused across layers nor reusing what is kept.</param>
/// <param name="Geometries">The constants of the kernel calls.</param>
/// <param name="Weights">The weights, one entry an operation that has some.</param>
/// <param name="Rows">How the operations with a choice of algorithms are computed.</param>
internal sealed record NetworkPlan(
    CheckedNetwork Network, Schedule Forward, BatchPlan? Batch, Schedule Activations, EquatableArray<Geometry> Geometries, EquatableArray<LayerWeights> Weights, EquatableArray<PlanRow> Rows);

/// <summary>What was chosen for an operation with a choice of algorithms.</summary>
internal sealed record PlanRow(string Layer, string Operation, string Algorithm, string Reason);

/// <summary>Kernel calls in order, with the workspace they need.</summary>
internal sealed record Schedule(EquatableArray<Step> Steps, long WorkspaceLength);

/// <summary>A forward pass of several images, of which the last layers are computed together.</summary>
/// <param name="First">The first step of the forward pass that is computed for all.</param>
/// <param name="Images">The images computed at once, at most.</param>
/// <param name="Kept">Where what that step reads is kept for each image; null where it reads the network's input.</param>
/// <param name="Steps">The steps from there on; each operand is the first image's, the others a stride apart.</param>
/// <param name="Length">The number of values that must be kept.</param>
internal sealed record BatchPlan(int First, int Images, Operand? Kept, EquatableArray<Step> Steps, long Length);

/// <summary>One kernel call.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Comment">What it computes, as a comment above it; null where the call belongs to the one before.</param>
/// <param name="Kernel">The kernel and method: <c>Convolution.Forward</c>; null where values are only copied.</param>
/// <param name="TypeArgument">The geometry or shape struct; null where the kernel needs none.</param>
/// <param name="Operands">Its arguments.</param>
internal sealed record Step(string Layer, string? Comment, string? Kernel, TypeArgument? TypeArgument, EquatableArray<Operand> Operands)
{
    /// <summary>The layer of the first of two convolutions that it computes; null where it is one.</summary>
    public string? FirstLayer { get; init; }
}

/// <summary>The struct that a kernel is generic over.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsShape">Whether it is one of the assembly's shapes; a geometry of the network otherwise.</param>
/// <param name="Second">A second geometry, of the second of two convolutions that are computed together.</param>
internal sealed record TypeArgument(string Name, bool IsShape, string? Second = null);

/// <summary>An argument of a kernel call.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins in the workspace.</param>
/// <param name="Length">The number of values.</param>
/// <param name="Stride">The number of values from one image's to the next one's, where there are several.</param>
/// <param name="Field">The weights' field, or the layer whose activation or output it is.</param>
internal sealed record Operand(string Name, OperandKind Kind, long Offset = 0, long Length = 0, long Stride = 0, string Field = "");

internal enum OperandKind
{
    /// <summary>The network's input.</summary>
    Input,

    /// <summary>An output of the network.</summary>
    Output,

    /// <summary>A part of the workspace.</summary>
    Workspace,

    /// <summary>Nothing: an empty span.</summary>
    Empty,

    /// <summary>A field of the weights.</summary>
    Weights,

    /// <summary>The threads that share the work.</summary>
    Team,

    /// <summary>The caller's storage for a layer's result.</summary>
    Activation,
}

/// <summary>The weights of one operation.</summary>
/// <param name="Field">The field that holds them: <c>Conv1</c>.</param>
/// <param name="Type">The runtime's type: <c>ConvolutionWeights</c>.</param>
/// <param name="Factory">The method that makes them: <c>Pack</c>.</param>
/// <param name="Geometry">The geometry's name.</param>
/// <param name="Tensors">The tensors it is made of.</param>
internal sealed record LayerWeights(string Field, string Type, string Factory, string Geometry, EquatableArray<WeightTensor> Tensors)
{
    /// <summary>Whether the method reads the tensors itself, given their names, and the type can be packed into a file.</summary>
    public bool LoadsItself => Factory == "Load";

    /// <summary>Whether the options say how the weights are stored, so that the method wants them.</summary>
    public bool AreStoredByOptions => Type == "FullyConnectedWeights";
}

/// <summary>One tensor of an operation's weights.</summary>
/// <param name="Name">Its name in the weights file; null where there is none, as a bias may be.</param>
/// <param name="Accessor">The member of the runtime's type that gives it back.</param>
internal sealed record WeightTensor(string? Name, string Accessor);
