using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Checking;

/// <summary>
/// What a wrong network would be if every window that does not fit were rounded down. Stubs take their shapes from it,
/// so that code which names them does not break beside the one error.
/// </summary>
internal static class Assumption
{
    public static CheckedNetwork Of(CheckedNetwork network)
    {
        // Each round mends the first failing layer of every branch, so there are at most as many rounds as layers.
        for (int round = 0; round < network.Layers.Count && network.Failures.OfType<WindowFailure>().Any(); round++)
        {
            NetworkDeclaration mended = network.Failures.OfType<WindowFailure>().Aggregate(network.Declaration, (declaration, failure) =>
                declaration.With(new Edit(Place.OperationArgument(failure.Layer, failure.Operation), "Rounding", (int)Rounding.Floor)));
            network = NetworkChecker.Try(mended);
        }

        return network with { Layers = network.Layers.Select((layer, i) => layer with { Output = layer.Output ?? Written(network.Declaration.Layers[i]) }).ToEquatableArray() };
    }

    /// <summary>The shape that a layer states itself, whatever it reads: by an assertion, or as a fully connected layer.</summary>
    private static Shape? Written(LayerDeclaration layer) =>
        layer.Shape is { Count: 1 or 2 or 3 } asserted && asserted.All(dimension => dimension > 0) && new Shape(asserted).Length <= NetworkChecker.LargestArray ? new Shape(asserted)
        : layer.Operations.LastOrDefault(operation => operation.Has("OutputFeatures"))?["OutputFeatures"] is int features and > 0 ? new Shape(features)
        : null;
}
