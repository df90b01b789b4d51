namespace AlexNetGen;

/// <summary>
/// Makes the layer's result an output of the network, beside that of the last layer, which always is one. A network with
/// several outputs writes them after each other, in source order; its typed <c>Forward</c> takes a tensor for each, named
/// after its layer.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method)]
public sealed class OutputAttribute : Attribute
{
}
