// A class that is not partial
// The forward pass would be the other part.
using AlexNetGen;

[Network(784)]
public sealed class NotPartial
{
}
