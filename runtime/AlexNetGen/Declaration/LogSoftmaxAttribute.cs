namespace AlexNetGen;

/// <summary>
/// The logarithm of softmax, <c>x_i - log(sum of exp(x_j))</c>, over the features of a vector, or over the channels at each
/// point of a feature map.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class LogSoftmaxAttribute : Attribute;
