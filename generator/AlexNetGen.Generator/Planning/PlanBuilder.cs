using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Collects kernel calls while the operations of a network are walked, and knows where the current value is and
/// how it lies in memory.
/// </summary>
/// <param name="input">The shape of the network's input.</param>
/// <param name="inputReaders">How often layers read it.</param>
/// <param name="convolutions">Which algorithms its convolutions may be computed by.</param>
/// <param name="geometryNames">The names that no geometry can take.</param>
internal sealed partial class PlanBuilder(Shape input, int inputReaders, ConvolutionAlgorithms convolutions, IEnumerable<string> geometryNames)
{
    private const string Sum = "Sum.Forward";

    /// <summary>The kernels whose work several threads share.</summary>
    private static readonly HashSet<string> TeamKernels =
    [
        "AdaptiveAveragePooling", "AdaptiveMaxPooling", "AveragePooling", "BatchNormalization", "BilinearUpsampling", "ChannelScaling", "ChannelSlicing",
        "Convolution", "FullyConnected", "GroupNormalization", "LocalResponseNormalization", "MaxPooling", "NearestUpsampling", "ParametricRectifiedLinear",
        "TransposedConvolution",
    ];

    private readonly List<Buffer> _buffers = [];
    private readonly List<Geometry> _geometries = [];
    private readonly List<LayerWeights> _weights = [];
    private readonly List<PlanRow> _rows = [];
    private readonly HashSet<string> _names = [.. geometryNames];

    /// <summary>The results of the layers by number; -1 is the network's input, <see cref="MergeInput.SoFar"/> what a merge found.</summary>
    private readonly Dictionary<int, Value> _values = new() { [-1] = new Value(new Buffer(OperandKind.Input, input.Length) { IsShared = inputReaders > 1 }, input, ChannelsLast: input.IsVector) };

    private List<Draft> _drafts = [];
    private Value _current = new(Buffer.None, input, ChannelsLast: true);
    private int _from = -1;
    private string _layer = string.Empty;
    private string _declared = string.Empty;
    private string? _comment;
    private int _fusible = -1;
    private bool _isConvolution;
    private OpenConvolution? _open;

    /// <summary>Which algorithms the convolutions may be computed by.</summary>
    public ConvolutionAlgorithms Convolutions => convolutions;

    /// <summary>How operations with a choice of algorithms are computed.</summary>
    public EquatableArray<PlanRow> Rows => _rows.ToEquatableArray();

    /// <summary>Whether the current value is the network's input, as the caller gives it, and no other layer reads it.</summary>
    public bool ReadsInputAlone => ReferenceEquals(_current, _values[-1]) && !_current.ChannelsLast && !_current.Buffer.IsShared;

    /// <summary>Notes what was chosen for an operation of this layer.</summary>
    public void Note(string operation, string algorithm, string reason) => _rows.Add(new PlanRow(_declared, operation, algorithm, reason));

    /// <summary>Combines the current value with the result of a layer.</summary>
    public void AddPair(string kernel, Geometry? geometry, int layer, Shape output)
    {
        Value other = Fetch(layer);
        Buffer result = NewBuffer(output.Length);
        Add(kernel, geometry is null ? null : new TypeArgument(geometry.Name, IsShape: false), [new("left", _current.Buffer), new("right", other.Buffer), new("output", result), new("team", null, OperandKind.Team)]);
        _current = new Value(result, output, ChannelsLast: true);
        _fusible = -1;
    }

    /// <summary>Sets the comment of the next call.</summary>
    public void Comment(string comment) => _comment = comment;

    /// <summary>A geometry for the next kernel call, named after the layer.</summary>
    public Geometry Geometry(string contract, params GeometryMember[] members)
    {
        Geometry geometry = new(Unique($"{_layer}Geometry", _names), contract, members.ToEquatableArray());
        _geometries.Add(geometry);
        return geometry;
    }

    /// <summary>Weights for the next kernel call; the field is named after the layer.</summary>
    /// <param name="type">The runtime's type.</param>
    /// <param name="factory">The method that makes it, whose parameters are the tensors in order.</param>
    /// <param name="geometry">The geometry.</param>
    /// <param name="tensors">The tensors; the last ones may be missing.</param>
    /// <param name="accessors">The members that give the tensors back.</param>
    public LayerWeights Weights(string type, string factory, Geometry geometry, EquatableArray<Tensor> tensors, params string[] accessors)
    {
        string field = Unique(_layer, [.. _weights.Select(other => other.Field)]);
        IEnumerable<WeightTensor> all = accessors.Select((accessor, i) => new WeightTensor(i < tensors.Count ? tensors[i].Name : null, accessor));
        LayerWeights weights = new(field, type, factory, geometry.Name, all.ToEquatableArray());
        _weights.Add(weights);
        return weights;
    }

    /// <summary>Kernels on feature maps read channels last.</summary>
    public void EnsureChannelsLast() => Arrange(channelsLast: true);

    /// <summary>A vector, and the network's output, are channels first.</summary>
    public void EnsureChannelsFirst() => Arrange(channelsLast: false);

    /// <summary>The same values under another shape.</summary>
    public void Reshape(Shape shape)
    {
        _current = new Value(_current.Buffer, shape, ChannelsLast: true);
        _fusible = -1;
    }

    /// <summary>A convolution over a geometry, of which it has just been noted how it is computed.</summary>
    public void AddConvolution(PlannedConvolution convolution, Geometry geometry, Shape output, LayerWeights weights)
    {
        AddKernel("Convolution", geometry, output, weights, convolution.Plans.Scratch);
        _drafts[_drafts.Count - 1] = _drafts[_drafts.Count - 1] with
        {
            Convolution = convolution,
            Declared = _declared,
            Row = _rows.Count - 1,
            SharesWeights = convolution.Plans.AreReadTogether,
        };
    }

    /// <summary>A pool over a geometry.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="geometry">The geometry.</param>
    /// <param name="pool">The pool.</param>
    public void AddPool(string kernel, Geometry geometry, PlannedPool pool)
    {
        AddKernel(kernel, geometry, pool.Output);
        _drafts[_drafts.Count - 1] = _drafts[_drafts.Count - 1] with { Declared = _declared, Pool = pool };
    }

    public void AddKernel(string kernel, Geometry geometry, Shape output, LayerWeights? weights = null, long scratch = 0, bool inPlace = false)
    {
        Buffer result = inPlace && CanOverwrite(_current.Buffer) ? _current.Buffer : NewBuffer(output.Length);
        List<DraftOperand> operands = [new("input", _current.Buffer)];
        if (weights is not null)
        {
            operands.Add(new("weights", null, OperandKind.Weights, weights.Field));
        }

        bool isConvolution = kernel is "Convolution" or "TransposedConvolution";
        if (isConvolution)
        {
            operands.Add(new(BatchPlanner.Scratch, scratch == 0 ? Buffer.None : NewBuffer(scratch)));
        }

        operands.Add(new("output", result));
        if (TeamKernels.Contains(kernel))
        {
            operands.Add(new("team", null, OperandKind.Team));
        }

        Add($"{kernel}.Forward", new TypeArgument(geometry.Name, IsShape: false), operands);
        _fusible = geometry.Members.Any(member => member.Name is "Activation" or "ReLU") ? _geometries.IndexOf(geometry) : -1;
        _isConvolution = isConvolution;
        _current = new Value(result, output, ChannelsLast: true);
    }

    /// <summary>A kernel that can write where it reads, generic over a shape, over constants, or not at all.</summary>
    public void AddElementwise(string kernel, Shape? typeArgument, Geometry? geometry = null)
    {
        Buffer result = CanOverwrite(_current.Buffer) ? _current.Buffer : NewBuffer(_current.Shape.Length);
        TypeArgument? argument = typeArgument is not null ? new TypeArgument(ShapeName.Of(typeArgument), IsShape: true)
            : geometry is not null ? new TypeArgument(geometry.Name, IsShape: false)
            : null;
        Add($"{kernel}.Forward", argument, [new("input", _current.Buffer), new("output", result)]);
        _current = _current with { Buffer = result };
        _fusible = -1;
    }

    /// <summary>Keeps the current value as the layer's result, channels first.</summary>
    public void KeepActivation() => CopyOut(new Buffer(OperandKind.Activation, _current.Shape.Length) { Field = _layer });

    /// <summary>Copies the current value into the layer's output, channels first.</summary>
    public void KeepOutput() => CopyOut(new Buffer(OperandKind.Output, _current.Shape.Length) { Field = _layer });

    /// <summary>Brings the last value into the last layer's output.</summary>
    /// <param name="keepsActivations">Whether every layer's result is kept, and nothing computed otherwise because nobody reads it.</param>
    public Schedule Finish(bool keepsActivations)
    {
        if (_current.Buffer.Kind == OperandKind.Workspace && !_current.IsTransposed)
        {
            _current.Buffer.Kind = OperandKind.Output;
            _current.Buffer.Field = _layer;
        }
        else
        {
            KeepOutput();
        }

        SumsInPlace.Join(_drafts, _buffers);
        _drafts = ExpandedPairs.Join(_drafts, _buffers, _rows);
        GrowJoinedMaps();
        if (!keepsActivations)
        {
            ScaleWeights();
            JoinPools();
        }

        long length = WorkspaceLayout.Place(_buffers.Where(buffer => buffer.Kind == OperandKind.Workspace));
        return new Schedule(_drafts.Select(draft => draft.Resolve(operand => operand.Resolve())).ToEquatableArray(), length);
    }

    /// <summary>How several images are computed, once the schedule is finished; null where it is one after another.</summary>
    public BatchPlan? Batch() => BatchPlanner.Plan(_drafts);

    public EquatableArray<Geometry> Geometries => _geometries.ToEquatableArray();

    public EquatableArray<LayerWeights> LayerWeights => _weights.ToEquatableArray();

    /// <summary>The input is the caller's, and what several layers read must stay.</summary>
    private static bool CanOverwrite(Buffer buffer) => buffer.Kind == OperandKind.Workspace && !buffer.IsShared;

    private static string Unique(string name, HashSet<string> taken)
    {
        // Conv1's second is Conv1_2, for Conv12 would read as another layer.
        string stem = char.IsDigit(name[name.Length - 1]) ? name + "_" : name;
        string unique = name;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = stem + Checking.Formula.Number(i);
        }

        return unique;
    }

    private void Arrange(bool channelsLast)
    {
        Value arranged = Arranged(_current, channelsLast);
        if (arranged.Buffer != _current.Buffer)
        {
            _fusible = -1;
        }

        // Put in order once for all that read the layer.
        if (ReferenceEquals(_current, _values[_from]))
        {
            _values[_from] = arranged;
        }

        _current = arranged;
    }

    /// <summary>A layer's result, channels last; put in order once for all that read it.</summary>
    private Value Fetch(int layer) => _values[layer] = Arranged(_values[layer], channelsLast: true);

    private Value Arranged(Value value, bool channelsLast)
    {
        if (value.Shape.IsVector || value.ChannelsLast == channelsLast || value.IsBothOrders)
        {
            return value with { ChannelsLast = channelsLast };
        }

        // What was shared stays so: the copy is read wherever the original would be.
        Buffer result = NewBuffer(value.Shape.Length);
        result.IsShared = value.Buffer.IsShared;
        Add(channelsLast ? "FeatureMap.ToChannelsLast" : "FeatureMap.ToChannelsFirst", new TypeArgument(ShapeName.Of(value.Shape), IsShape: true), [new(null, value.Buffer), new(null, result), new(null, null, OperandKind.Team)]);
        return new Value(result, value.Shape, channelsLast);
    }

    private void CopyOut(Buffer target)
    {
        bool transposes = _current.IsTransposed;
        Add(transposes ? "FeatureMap.ToChannelsFirst" : null, transposes ? new TypeArgument(ShapeName.Of(_current.Shape), IsShape: true) : null, [new(null, _current.Buffer), new(null, target)]);
    }

    private Buffer NewBuffer(long length)
    {
        Buffer buffer = new(OperandKind.Workspace, length);
        _buffers.Add(buffer);
        return buffer;
    }

    private void Add(string? kernel, TypeArgument? typeArgument, List<DraftOperand> operands)
    {
        foreach (DraftOperand operand in operands)
        {
            operand.Buffer?.UseAt(_drafts.Count);
        }

        _drafts.Add(new Draft(_layer, _comment, kernel, typeArgument, operands));
        _comment = null;
        _alone = -1;
    }

    /// <summary>A value: where it is, its shape, and how it lies in memory.</summary>
    private sealed record Value(Buffer Buffer, Shape Shape, bool ChannelsLast)
    {
        /// <summary>The buffers of its two halves, where it is not whole in <see cref="Buffer"/>.</summary>
        public (Buffer First, Buffer Second)? Halves { get; init; }

        /// <summary>Whether channels first and channels last are the same order.</summary>
        public bool IsBothOrders => Shape.Channels == 1 || (Shape.Height == 1 && Shape.Width == 1);

        /// <summary>Whether it must be put in order before a caller sees it.</summary>
        public bool IsTransposed => !Shape.IsVector && ChannelsLast && !IsBothOrders;
    }
}
