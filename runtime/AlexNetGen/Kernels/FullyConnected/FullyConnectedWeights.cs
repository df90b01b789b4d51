using System.ComponentModel;
using System.Runtime.InteropServices;
using AlexNetGen.Weights;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weight and bias of a fully connected layer. The weight lies as it came, row after row, since each is read once
/// per image and in order; stored as floats or in fewer bytes. Immutable, so any number of threads may share it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FullyConnectedWeights
{
    // About what the second-level cache of one core holds, with its conversion.
    private const int BlockValues = 1 << 16;

    private readonly AlignedArray _weight;
    private readonly int _inputs;
    private readonly int _outputs;

    private FullyConnectedWeights(in PackedOrder order, AlignedArray weight, float[]? scale, float[]? bias)
    {
        Stored = order.Stored;
        Bias = bias;
        Scale = scale;
        _inputs = order.Inputs;
        _outputs = order.Outputs;
        _weight = weight;
    }

    /// <summary>How the weight is stored.</summary>
    public StoredWeights Stored { get; }

    /// <summary>One value for each output feature, or null. The array itself: not to be written.</summary>
    public float[]? Bias { get; }

    /// <summary>A factor for each output feature, or null where the weight is stored as it is.</summary>
    internal float[]? Scale { get; }

    /// <summary>[output feature][input feature], beginning on a cache line.</summary>
    internal ReadOnlySpan<byte> Bytes => Memory;

    private Span<byte> Memory => MemoryMarshal.AsBytes(_weight.Span)[..checked(_inputs * _outputs * ElementNarrowing.Bytes(Stored))];

    /// <summary>Takes a layer's weight and bias from where they are, converting them piece by piece.</summary>
    /// <typeparam name="TGeometry">The layer.</typeparam>
    /// <param name="tensors">Where they are.</param>
    /// <param name="weight">The name of the weight: [output feature][input feature], as PyTorch and Caffe store it.</param>
    /// <param name="bias">The name of the bias, one value for each output feature; null where there is none.</param>
    /// <param name="options">How to store the weight.</param>
    /// <exception cref="ArgumentException">A tensor has not exactly the length that the geometry says.</exception>
    /// <exception cref="WeightsException">
    /// The weight is to be stored as int8 and holds infinity or NaN, or the file was packed for another plan.
    /// </exception>
    public static FullyConnectedWeights Load<TGeometry>(ITensorSource tensors, string weight, string? bias, InferenceOptions options)
        where TGeometry : struct, IFullyConnected
    {
        ArgumentNullException.ThrowIfNull(tensors);
        ArgumentNullException.ThrowIfNull(options);
        PackedOrder order = new(TGeometry.InputFeatures, TGeometry.OutputFeatures, options.FullyConnectedWeights);
        if (tensors is WeightsReader { Packed: { } packed })
        {
            return Take(packed, order, weight, bias);
        }

        float[]? biases = bias is null ? null : tensors.Read(bias);
        if (biases is not null && biases.Length != TGeometry.OutputFeatures)
        {
            Lengths.Throw(nameof(bias), TGeometry.OutputFeatures, biases.Length);
        }

        AlignedArray memory = WeightsArena.Take((tensors as WeightsReader)?.Arena, order.WeightFloats);
        FullyConnectedWeights weights = new(order, memory, order.Stored == StoredWeights.Int8 ? new float[order.Outputs] : null, biases);
        if (tensors is WeightsReader reader)
        {
            weights.Fill(reader, weight);
            return weights;
        }

        float[] values = tensors.Read(weight);
        int length = checked(TGeometry.InputFeatures * TGeometry.OutputFeatures);
        if (values.Length != length)
        {
            Lengths.Throw(nameof(weight), length, values.Length);
        }

        weights.Fill(values, firstRow: 0, weight);
        return weights;
    }

    /// <summary>Gives the arrays to a file.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="weight">The name of the weight.</param>
    public void AddTo(PackedWriter writer, string weight)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(weight);
        PackedOrder order = new(_inputs, _outputs, Stored);
        writer.Stored = Stored;
        writer.Add(PackedEntry.LayoutOf(weight, part: 0, order), _weight);
        if (Scale is not null)
        {
            writer.Add(PackedEntry.LayoutOf(weight, part: 1, order), AlignedArray.Of(Scale));
        }

        if (Bias is not null)
        {
            writer.Add(PackedEntry.LayoutOf(weight, part: 2, order), AlignedArray.Of(Bias));
        }
    }

    /// <summary>The weight as it is stored, in 32-bit floats: bit for bit what was loaded where nothing was rounded.</summary>
    /// <returns>A new array: [output feature][input feature].</returns>
    /// <exception cref="NotSupportedException">It is stored as int8, from which the weight loaded cannot be had back.</exception>
    public float[] Weight()
    {
        if (Stored == StoredWeights.Int8)
        {
            throw new NotSupportedException(
                "Weights stored as int8 cannot be saved: the weights loaded cannot be had back from them. Load the network with FullyConnectedWeights = StoredWeights.Float32, or BFloat16, to save it.");
        }

        float[] values = GC.AllocateUninitializedArray<float>(_inputs * _outputs);
        if (Stored == StoredWeights.Float32)
        {
            _weight.Span.CopyTo(values);
        }
        else
        {
            ElementNarrowing.WidenBFloat16(MemoryMarshal.Cast<byte, ushort>(Bytes), values);
        }

        return values;
    }

    /// <summary>Throws unless the weight has the geometry's sizes, of which the kernel reads exactly so much.</summary>
    internal void Check<TGeometry>()
        where TGeometry : struct, IFullyConnected
    {
        if (_inputs != TGeometry.InputFeatures || _outputs != TGeometry.OutputFeatures)
        {
            Lengths.Throw("weights", TGeometry.InputFeatures * TGeometry.OutputFeatures, _inputs * _outputs);
        }
    }

    // One value for each output is copied; the weight stays where it is.
    private static FullyConnectedWeights Take(PackedFile packed, in PackedOrder order, string weight, string? bias)
    {
        AlignedArray values = packed.Take(weight, PackedEntry.LayoutOf(weight, part: 0, order), order.WeightFloats);
        float[]? scale = order.Stored == StoredWeights.Int8 ? packed.Take(weight, PackedEntry.LayoutOf(weight, part: 1, order), order.Outputs).Span.ToArray() : null;
        float[]? biases = bias is null ? null : packed.Take(weight, PackedEntry.LayoutOf(weight, part: 2, order), order.Outputs).Span.ToArray();
        return new FullyConnectedWeights(order, values, scale, biases);
    }

    /// <summary>Reads blocks of rows, on two threads where there is enough for both.</summary>
    private void Fill(WeightsReader reader, string name)
    {
        int blockRows = Math.Max(1, BlockValues / _inputs);
        int blocks = (_outputs + blockRows - 1) / blockRows;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) };
        try
        {
            Parallel.For(0, blocks, parallel, () => Array.Empty<float>(), FillBlock, _ => { });
        }
        catch (AggregateException exception)
        {
            // The first is what one thread would have thrown.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        float[] FillBlock(int block, ParallelLoopState state, float[] buffer)
        {
            int row = block * blockRows, values = Math.Min(blockRows, _outputs - row) * _inputs;
            long position = (long)row * _inputs;
            if (Stored == StoredWeights.Float32)
            {
                reader.Read(name, position, _weight.Span.Slice((int)position, values));
                return buffer;
            }

            buffer = buffer.Length == 0 ? GC.AllocateUninitializedArray<float>(blockRows * _inputs) : buffer;
            reader.Read(name, position, buffer.AsSpan(0, values));
            Fill(buffer.AsSpan(0, values), row, name);
            return buffer;
        }
    }

    /// <summary>Stores whole rows.</summary>
    private void Fill(ReadOnlySpan<float> values, int firstRow, string name)
    {
        int position = firstRow * _inputs;
        switch (Stored)
        {
            case StoredWeights.BFloat16:
                ElementNarrowing.ToBFloat16(values, MemoryMarshal.Cast<byte, ushort>(Memory)[position..]);
                break;
            case StoredWeights.Int8:
                Span<sbyte> numbers = MemoryMarshal.Cast<byte, sbyte>(Memory)[position..];
                for (int row = 0; row < values.Length / _inputs; row++)
                {
                    float scale = ElementNarrowing.ToInt8(values.Slice(row * _inputs, _inputs), numbers.Slice(row * _inputs, _inputs));
                    Scale![firstRow + row] = float.IsFinite(scale) ? scale : throw new WeightsException(
                        $"Tensor {TensorName.Quote(name)} holds infinity or NaN, which int8 cannot; load it with FullyConnectedWeights = StoredWeights.Float32.");
                }

                break;
            default:
                values.CopyTo(_weight.Span[position..]);
                break;
        }
    }

    // What decides the order of the weight.
    private readonly record struct PackedOrder(int Inputs, int Outputs, StoredWeights Stored)
    {
        public int WeightFloats =>
            checked((int)((((long)Inputs * Outputs * ElementNarrowing.Bytes(Stored)) + sizeof(float) - 1) / sizeof(float)));
    }
}
