using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using AlexNetGen.Weights;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weight and bias of a fully connected layer, packed once for the machine's vector width; stored as floats or in
/// fewer bytes. Immutable, so any number of threads may share it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FullyConnectedWeights
{
    private readonly AlignedArray _weight;

    private FullyConnectedWeights(in FullyConnectedLayout layout, AlignedArray weight, float[]? scale, float[]? bias)
    {
        Layout = layout;
        Bias = bias;
        Scale = scale;
        _weight = weight;
    }

    /// <summary>How the weight is stored.</summary>
    public StoredWeights Stored => Layout.Stored;

    /// <summary>One value for each output feature, or null. The array itself: not to be written.</summary>
    public float[]? Bias { get; }

    /// <summary>A factor for each output feature, or null where the weight is stored as it is.</summary>
    internal float[]? Scale { get; }

    /// <summary>Where the weight lies.</summary>
    internal FullyConnectedLayout Layout { get; }

    /// <summary>The packed weight, beginning on a cache line.</summary>
    internal ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(_weight.Span)[..Layout.Bytes];

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
    /// <exception cref="NotSupportedException">The weight takes more than 2 GB as it is to be stored.</exception>
    public static FullyConnectedWeights Load<TGeometry>(ITensorSource tensors, string weight, string? bias, InferenceOptions options)
        where TGeometry : struct, IFullyConnected => Load<TGeometry>(tensors, weight, bias, options, VectorWidths.Widest);

    /// <summary>Gives the arrays to a file.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="weight">The name of the weight.</param>
    public void AddTo(PackedWriter writer, string weight)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(weight);
        writer.Stored = Stored;
        writer.Add(PackedEntry.LayoutOf(weight, part: 0, Layout), _weight);
        if (Scale is not null)
        {
            writer.Add(PackedEntry.LayoutOf(weight, part: 1, Layout), AlignedArray.Of(Scale));
        }

        if (Bias is not null)
        {
            writer.Add(PackedEntry.LayoutOf(weight, part: 2, Layout), AlignedArray.Of(Bias));
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

        float[] values = GC.AllocateUninitializedArray<float>(Layout.Inputs * Layout.Outputs);
        float[] widened = Stored == StoredWeights.BFloat16 ? new float[Layout.BlockLength] : [];
        for (int block = 0; block < Layout.Blocks; block++)
        {
            int position = block * Layout.BlockLength;
            ReadOnlySpan<float> lanes = widened;
            if (Stored == StoredWeights.Float32)
            {
                lanes = _weight.Span.Slice(position, Layout.BlockLength);
            }
            else
            {
                ElementNarrowing.WidenBFloat16(MemoryMarshal.Cast<byte, ushort>(Bytes).Slice(position, Layout.BlockLength), widened);
            }

            Layout.Unpack(lanes, values.AsSpan(position, Layout.Rows(block) * Layout.Inputs));
        }

        return values;
    }

    /// <summary>Packs for vectors no wider than the caller says.</summary>
    internal static FullyConnectedWeights Load<TGeometry>(ITensorSource tensors, string weight, string? bias, InferenceOptions options, VectorWidth widest)
        where TGeometry : struct, IFullyConnected
    {
        ArgumentNullException.ThrowIfNull(tensors);
        ArgumentNullException.ThrowIfNull(options);
        FullyConnectedLayout layout = FullyConnectedLayout.Of<TGeometry>(options.FullyConnectedWeights, widest);
        if (layout.LongBytes > int.MaxValue)
        {
            throw new NotSupportedException(FormattableString.Invariant(
                $"Tensor {TensorName.Quote(weight)}, {layout.Outputs:N0} x {layout.Inputs:N0}, takes {layout.LongBytes:N0} bytes as {layout.Stored}; one weight may take {int.MaxValue:N0}. Load the network with FullyConnectedWeights = StoredWeights.BFloat16 (2 bytes a weight) or Int8 (1), whichever fits, or make the layer smaller."));
        }

        if (tensors is WeightsReader { Packed: { } packed })
        {
            return Take(packed, layout, weight, bias);
        }

        float[]? biases = bias is null ? null : tensors.Read(bias);
        if (biases is not null && biases.Length != TGeometry.OutputFeatures)
        {
            Lengths.Throw(nameof(bias), TGeometry.OutputFeatures, biases.Length);
        }

        AlignedArray memory = WeightsArena.Take((tensors as IArenaSource)?.Arena, layout.Floats);
        FullyConnectedWeights weights = new(layout, memory, layout.Stored == StoredWeights.Int8 ? new float[layout.Outputs] : null, biases);
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

        for (int block = 0; block < layout.Blocks; block++)
        {
            weights.Fill(values.AsSpan(block * layout.BlockLength, layout.Rows(block) * layout.Inputs), block, weight);
        }

        return weights;
    }

    /// <summary>Throws unless the weight has the geometry's sizes, of which the kernel reads exactly so much.</summary>
    internal void Check<TGeometry>()
        where TGeometry : struct, IFullyConnected
    {
        if (Layout.Inputs != TGeometry.InputFeatures || Layout.Outputs != TGeometry.OutputFeatures)
        {
            Lengths.Throw("weights", TGeometry.InputFeatures * TGeometry.OutputFeatures, Layout.Inputs * Layout.Outputs);
        }
    }

    // One value for each output is copied; the weight stays where it is.
    private static FullyConnectedWeights Take(PackedFile packed, in FullyConnectedLayout layout, string weight, string? bias)
    {
        AlignedArray values = packed.Take(weight, PackedEntry.LayoutOf(weight, part: 0, layout), layout.Floats);
        float[]? scale = layout.Stored == StoredWeights.Int8 ? packed.Take(weight, PackedEntry.LayoutOf(weight, part: 1, layout), layout.Outputs).Span.ToArray() : null;
        float[]? biases = bias is null ? null : packed.Take(weight, PackedEntry.LayoutOf(weight, part: 2, layout), layout.Outputs).Span.ToArray();
        return new FullyConnectedWeights(layout, values, scale, biases);
    }

    /// <summary>Reads and packs the blocks, on two threads where there is enough for both.</summary>
    private void Fill(WeightsReader reader, string name)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) };
        try
        {
            Parallel.For(0, Layout.Blocks, parallel, () => GC.AllocateUninitializedArray<float>(Layout.BlockLength), FillBlock, _ => { });
        }
        catch (AggregateException exception)
        {
            // The first is what one thread would have thrown.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        float[] FillBlock(int block, ParallelLoopState state, float[] buffer)
        {
            Span<float> rows = buffer.AsSpan(0, Layout.Rows(block) * Layout.Inputs);
            reader.Read(name, (long)block * Layout.BlockLength, rows);
            Fill(rows, block, name);
            return buffer;
        }
    }

    /// <summary>Stores the rows of a block.</summary>
    private void Fill(ReadOnlySpan<float> rows, int block, string name)
    {
        int position = block * Layout.BlockLength;
        if (Stored == StoredWeights.Float32)
        {
            Layout.Pack(rows, _weight.Span.Slice(position, Layout.BlockLength));
            return;
        }

        byte[] narrow = ArrayPool<byte>.Shared.Rent(rows.Length * ElementNarrowing.Bytes(Stored));
        if (Stored == StoredWeights.BFloat16)
        {
            Span<ushort> halves = MemoryMarshal.Cast<byte, ushort>(narrow.AsSpan())[..rows.Length];
            ElementNarrowing.ToBFloat16(rows, halves);
            Layout.Pack<ushort>(halves, MemoryMarshal.Cast<float, ushort>(_weight.Span).Slice(position, Layout.BlockLength));
        }
        else
        {
            Span<sbyte> numbers = MemoryMarshal.Cast<byte, sbyte>(narrow.AsSpan())[..rows.Length];
            for (int row = 0; row < Layout.Rows(block); row++)
            {
                float scale = ElementNarrowing.ToInt8(rows.Slice(row * Layout.Inputs, Layout.Inputs), numbers.Slice(row * Layout.Inputs, Layout.Inputs));
                Scale![(block * Layout.Lanes) + row] = float.IsFinite(scale) ? scale : throw new WeightsException(
                    $"Tensor {TensorName.Quote(name)} holds infinity or NaN, which int8 cannot; load it with FullyConnectedWeights = StoredWeights.Float32.");
            }

            Layout.Pack<sbyte>(numbers, MemoryMarshal.Cast<float, sbyte>(_weight.Span).Slice(position, Layout.BlockLength));
        }

        ArrayPool<byte>.Shared.Return(narrow);
    }
}
