using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Collects kernel calls while the operations of a network are walked, and knows where the current value is and
/// how it lies in memory.
/// </summary>
internal sealed class PlanBuilder(Shape input)
{
    private const string Forward = "Forward";

    private readonly List<Draft> _drafts = [];
    private readonly List<Buffer> _buffers = [];
    private readonly List<Geometry> _geometries = [];
    private readonly List<LayerWeights> _weights = [];
    private readonly HashSet<string> _names = [];

    private Shape _shape = input;
    private Buffer _current = new(OperandKind.Input, input.Length);
    private bool _channelsLast = !input.IsMap;
    private string _layer = string.Empty;
    private string? _comment;
    private int _fusible = -1;

    /// <summary>Begins a layer: nothing is fused across layers.</summary>
    public void BeginLayer(string name)
    {
        _layer = name;
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
    public LayerWeights Weights(string type, string factory, Geometry geometry, EquatableArray<Tensor> tensors)
    {
        string field = Unique(_layer, [.. _weights.Select(other => other.Field)]);
        LayerWeights weights = new(field, type, factory, geometry.Name, tensors[0].Name, tensors.Count > 1 ? tensors[1].Name : null);
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
        _shape = shape;
        _channelsLast = true;
        _fusible = -1;
    }

    public void AddKernel(string kernel, Geometry geometry, Shape output, LayerWeights? weights = null, int scratch = 0)
    {
        Buffer result = NewBuffer(output.Length);
        List<DraftOperand> operands = [new("input", _current)];
        if (weights is not null)
        {
            operands.Add(new("weights", null, weights.Field));
        }

        if (kernel == "Convolution")
        {
            operands.Add(new("scratch", scratch == 0 ? Buffer.None : NewBuffer(scratch)));
        }

        operands.Add(new("output", result));
        Add($"{kernel}.{Forward}", geometry.Name, operands);
        _fusible = geometry.Members.Any(member => member.Name == "ReLU") ? _geometries.IndexOf(geometry) : -1;
        _current = result;
        _shape = output;
        _channelsLast = true;
    }

    /// <summary>A kernel that can write where it reads, generic over a shape, over constants, or not at all.</summary>
    public void AddElementwise(string kernel, Shape? typeArgument, Geometry? geometry = null)
    {
        Buffer result = _current.Kind == OperandKind.Input ? NewBuffer(_shape.Length) : _current;
        Add($"{kernel}.{Forward}", typeArgument is null ? geometry?.Name : ShapeName.Of(typeArgument), [new("input", _current), new("output", result)]);
        _current = result;
        _fusible = -1;
    }

    /// <summary>Turns a flag of the last kernel's geometry on, if it has one and made the current value.</summary>
    public bool TryFuse(string flag)
    {
        if (_fusible < 0)
        {
            return false;
        }

        Geometry geometry = _geometries[_fusible];
        _geometries[_fusible] = geometry with
        {
            Members = geometry.Members.Select(member => member.Name == flag ? GeometryMember.Bool(flag, true) : member).ToEquatableArray(),
        };
        _fusible = -1;
        return true;
    }

    /// <summary>Keeps the current value as the layer's result, channels first.</summary>
    public void KeepActivation() => CopyOut(new Buffer(OperandKind.Activation, _shape.Length) { Field = _layer });

    /// <summary>Brings the last value into the network's output.</summary>
    public Schedule Finish()
    {
        bool written = _current.Kind == OperandKind.Workspace && (!_shape.IsMap || _channelsLast == false || Literally(_shape));
        if (written)
        {
            _current.Kind = OperandKind.Output;
        }
        else
        {
            CopyOut(new Buffer(OperandKind.Output, _shape.Length));
        }

        long length = WorkspaceLayout.Place(_buffers.Where(buffer => buffer.Kind == OperandKind.Workspace));
        return new Schedule(
            _drafts.Select(draft => new Step(draft.Comment, draft.Kernel, draft.TypeArgument, draft.Operands.Select(operand => operand.Resolve()).ToEquatableArray())).ToEquatableArray(),
            length);
    }

    public EquatableArray<Geometry> Geometries => _geometries.ToEquatableArray();

    public EquatableArray<LayerWeights> LayerWeights => _weights.ToEquatableArray();

    private static bool Literally(Shape shape) => shape.Channels == 1 || (shape.Height == 1 && shape.Width == 1);

    private static string Unique(string name, HashSet<string> taken)
    {
        string unique = name;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = name + Checking.Formula.Number(i);
        }

        return unique;
    }

    private void Arrange(bool channelsLast)
    {
        if (!_shape.IsMap || _channelsLast == channelsLast || Literally(_shape))
        {
            _channelsLast = channelsLast;
            return;
        }

        Buffer result = NewBuffer(_shape.Length);
        Add(channelsLast ? "FeatureMap.ToChannelsLast" : "FeatureMap.ToChannelsFirst", ShapeName.Of(_shape), [new(null, _current), new(null, result)]);
        _current = result;
        _channelsLast = channelsLast;
        _fusible = -1;
    }

    private void CopyOut(Buffer target)
    {
        bool transposes = _shape.IsMap && _channelsLast && !Literally(_shape);
        Add(transposes ? "FeatureMap.ToChannelsFirst" : null, transposes ? ShapeName.Of(_shape) : null, [new(null, _current), new(null, target)]);
    }

    private Buffer NewBuffer(long length)
    {
        Buffer buffer = new(OperandKind.Workspace, length);
        _buffers.Add(buffer);
        return buffer;
    }

    private void Add(string? kernel, string? typeArgument, List<DraftOperand> operands)
    {
        foreach (DraftOperand operand in operands)
        {
            operand.Buffer?.UseAt(_drafts.Count);
        }

        _drafts.Add(new Draft(_comment, kernel, typeArgument, operands));
        _comment = null;
    }

    private sealed record Draft(string? Comment, string? Kernel, string? TypeArgument, List<DraftOperand> Operands);

    private sealed record DraftOperand(string? Name, Buffer? Buffer, string Weights = "")
    {
        public Operand Resolve() => Buffer is null
            ? new Operand(Name ?? string.Empty, OperandKind.Weights, Field: Weights)
            : new Operand(Name ?? string.Empty, Buffer.Kind, Buffer.Offset, Buffer.Length, Buffer.Field);
    }
}
