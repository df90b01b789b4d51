namespace AlexNetGen;

/// <summary>
/// What every generated network offers, so that tools can be generic over networks. Instances may be used from
/// many threads at once.
/// </summary>
/// <typeparam name="TSelf">The network's own class.</typeparam>
public interface INetwork<TSelf> : IDisposable
    where TSelf : class, INetwork<TSelf>
{
    /// <summary>The layers with their shapes, formulas, parameters and cost.</summary>
    static abstract NetworkDescription Description { get; }

    /// <summary>The number of values of one input.</summary>
    static abstract int InputLength { get; }

    /// <summary>The number of values of one output; where a network has several, of all of them after each other.</summary>
    static abstract int OutputLength { get; }

    /// <summary>The number of values a workspace must hold: the largest over all instruction sets.</summary>
    static abstract int WorkspaceLength { get; }

    /// <summary>The number of learned values, as PyTorch's <c>parameters()</c> counts them.</summary>
    static abstract long ParameterCount { get; }

    /// <summary>Loads weights from a safetensors file, or from one of <see cref="SavePacked"/>.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="WeightsException">
    /// The file is not safetensors, or its tensors are not those the network declares; all that is wrong is listed. Or it
    /// was packed for another network, plan or processor.
    /// </exception>
    static abstract TSelf Load(string path);

    /// <summary>Loads weights from a safetensors file, or from one of <see cref="SavePacked"/>.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">How to compute; a <see cref="LoadOptions"/> says how to load as well.</param>
    /// <exception cref="WeightsException">
    /// The file is not safetensors, or its tensors are not those the network declares; all that is wrong is listed. Or it
    /// was packed for another network, plan or processor.
    /// </exception>
    static abstract TSelf Load(string path, InferenceOptions options);

    /// <summary>Loads weights from a safetensors stream, read from its position to its end.</summary>
    /// <param name="stream">The stream; it need not seek and is not closed.</param>
    /// <exception cref="WeightsException">
    /// The stream is not safetensors, or its tensors are not those the network declares; all that is wrong is listed.
    /// </exception>
    static abstract TSelf Load(Stream stream);

    /// <summary>Loads weights from safetensors bytes; they are copied.</summary>
    /// <param name="bytes">The bytes of a whole file.</param>
    /// <exception cref="WeightsException">
    /// The bytes are not safetensors, or the tensors are not those the network declares; all that is wrong is listed.
    /// </exception>
    static abstract TSelf Load(ReadOnlySpan<byte> bytes);

    /// <summary>Makes a network with random weights, the same bits for a seed on every machine.</summary>
    /// <param name="seed">The seed.</param>
    static abstract TSelf WithRandomWeights(int seed);

    /// <summary>Makes a network with random weights, the same bits for a seed on every machine.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="options">How to compute.</param>
    static abstract TSelf WithRandomWeights(int seed, InferenceOptions options);

    /// <summary>
    /// Saves the weights as this network keeps them, for <see cref="LoadOptions.Map"/>: in the order in which its kernels
    /// read them, for its plan, the vectors of this processor and <see cref="InferenceOptions.FullyConnectedWeights"/>. Any
    /// other program refuses the file. It is written beside the path first, so that it is never half-written.
    /// </summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    /// <exception cref="IOException">The file cannot be written; what stood there before still does.</exception>
    void SavePacked(string path);

    /// <summary>Computes one output, in a workspace from the network's own pool.</summary>
    /// <param name="input"><see cref="InputLength"/> values, channels first.</param>
    /// <param name="output"><see cref="OutputLength"/> values, channels first, all written. Must not overlap the input.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    void Forward(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Computes one output, in a workspace of the caller's.</summary>
    /// <param name="input"><see cref="InputLength"/> values, channels first.</param>
    /// <param name="output"><see cref="OutputLength"/> values, channels first, all written. Must not overlap the input.</param>
    /// <param name="workspace">
    /// At least <see cref="WorkspaceLength"/> values, of any content; overlaps neither input nor output, and is not
    /// used by two calls at once.
    /// </param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace);

    /// <summary>Computes several outputs.</summary>
    /// <param name="inputs"><paramref name="count"/> inputs after each other.</param>
    /// <param name="outputs"><paramref name="count"/> outputs after each other, all written. Must not overlap the inputs.</param>
    /// <param name="count">The number of inputs; 0 does nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int count);

    /// <summary>Measures how long each layer takes: some forward passes, of which medians are reported.</summary>
    /// <param name="input"><see cref="InputLength"/> values, channels first.</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    NetworkProfile Profile(ReadOnlySpan<float> input);
}
