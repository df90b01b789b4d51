namespace AlexNetGen;

/// <summary>How an operation is computed, as decided when the network was compiled.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Operation">The operation: <c>Conv2d</c>.</param>
/// <param name="Algorithm">How it is computed: <c>Winograd F(4,3)</c>, <c>Strassen of two levels</c>. Names the instruction sets where it differs between them.</param>
/// <param name="Reason">Why so.</param>
public sealed record PlanRow(string Layer, string Operation, string Algorithm, string Reason);
