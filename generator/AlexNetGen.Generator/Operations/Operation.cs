using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>
/// One kind of operation: its arguments, its shape rule with the formula, its parameters and cost, and its kernel.
/// </summary>
internal abstract class Operation
{
    private static readonly Dictionary<string, Operation> ByName = new Operation[]
    {
        new AdaptiveAvgPool2d(),
        new AdaptiveMaxPool2d(),
        new Add(),
        new AvgPool1d(),
        new AvgPool2d(),
        new BatchNorm1d(),
        new BatchNorm2d(),
        new ChannelScale(),
        new ChannelShuffle(),
        new Concat(),
        new ConstantPad2d(),
        new Conv1d(),
        new Conv2d(),
        new ConvTranspose2d(),
        new Dropout(),
        new ELU(),
        new Flatten(),
        new GELU(),
        new GlobalAvgPool(),
        new GroupNorm(),
        new HardSigmoid(),
        new HardSwish(),
        new Identity(),
        new InstanceNorm2d(),
        new LayerNorm(),
        new LeakyReLU(),
        new Linear(),
        new LocalResponseNorm(),
        new LogSoftmax(),
        new MaxPool1d(),
        new MaxPool2d(),
        new Multiply(),
        new PixelShuffle(),
        new PointwiseLinear(),
        new PReLU(),
        new ReLU(),
        new ReLU6(),
        new SELU(),
        new Sigmoid(),
        new SiLU(),
        new Slice(),
        new Softmax(),
        new Softplus(),
        new Split(),
        new Tanh(),
        new Upsample(),
        new ZeroPad2d(),
    }.ToDictionary(operation => operation.Name);

    /// <summary>The attribute without its ending, which is the class's own name too.</summary>
    public string Name => GetType().Name;

    /// <summary>Whether it reads tensors from the weights file.</summary>
    public virtual bool HasWeights => false;

    /// <summary>Whether it names the layers it reads.</summary>
    public virtual bool Merges => false;

    public static Operation? Find(string name) => ByName.TryGetValue(name, out Operation? operation) ? operation : null;

    /// <summary>
    /// Checks the arguments, then what depends on the input's shape; reports what is wrong. Null where the output
    /// shape cannot be known.
    /// </summary>
    public abstract CheckedOperation? Check(OperationContext context);

    /// <summary>Adds the kernel calls.</summary>
    public abstract void Plan(CheckedOperation operation, PlanBuilder plan);

    /// <summary>What one value of the output sees.</summary>
    public virtual ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => field;
}
