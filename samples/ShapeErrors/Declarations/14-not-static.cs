// A layer that is not static
// Layers describe the network, which is the class; an instance of it holds weights.
using AlexNetGen;

[Network(784)]
public sealed partial class NotStatic
{
    [Linear(10)] public partial Layer Scores { get; }
}
