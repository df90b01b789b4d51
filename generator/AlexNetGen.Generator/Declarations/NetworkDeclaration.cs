using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Declarations;

/// <summary>A network as its class declares it: no positions, so that an edit elsewhere leaves it equal.</summary>
/// <param name="Type">The class.</param>
/// <param name="Input">The shape of one input; empty where it is not given.</param>
/// <param name="InputIsBroken">Whether C# itself reports an error in <c>[Network]</c>.</param>
/// <param name="Rounding">The rounding written on <c>[Network]</c>; null where left out.</param>
/// <param name="Dialect">The framework whose rules hold.</param>
/// <param name="Convolutions">Which algorithms its convolutions may be computed by.</param>
/// <param name="Parameters">What <c>[Parameters]</c> on the class asserts; null where there is none.</param>
/// <param name="ParametersIncomplete">Whether <c>[Parameters]</c> on the class stands without its count.</param>
/// <param name="Layers">The layers, in source order.</param>
/// <param name="Problems">What is wrong with the class itself.</param>
internal sealed record NetworkDeclaration(
    TypeName Type,
    EquatableArray<int> Input,
    bool InputIsBroken,
    Rounding? Rounding,
    Dialect Dialect,
    ConvolutionAlgorithms Convolutions,
    long? Parameters,
    bool ParametersIncomplete,
    EquatableArray<LayerDeclaration> Layers,
    EquatableArray<Problem> Problems)
{
    public NetworkDeclaration With(Edit edit)
    {
        if (edit.Place.Layer < 0)
        {
            return edit.Place.Operation < 0
                ? this with { Parameters = Count(edit), ParametersIncomplete = false }
                : this with { Input = Input.SetItem(Place.NetworkAxis(edit.Argument), (int)edit.Value!) };
        }

        LayerDeclaration layer = Layers[edit.Place.Layer];
        if (edit.Place.Operation < 0)
        {
            return this with
            {
                Layers = Layers.SetItem(edit.Place.Layer, edit.Place.Argument == "Parameters"
                    ? layer with { Parameters = Count(edit), ParametersIncomplete = false }
                    : layer with { Shape = (EquatableArray<int>)edit.Value! }),
            };
        }

        List<OperationDeclaration> operations = [.. layer.Operations];
        int at = edit.Place.Operation;
        switch (edit.Kind)
        {
            case EditKind.Insert:
                operations.Insert(at, new OperationDeclaration(edit.Argument, [], IsBroken: false));
                break;
            case EditKind.Remove:
                operations.RemoveAt(at);
                break;
            case EditKind.Swap:
                (operations[at], operations[at + 1]) = (operations[at + 1], operations[at]);
                break;
            default:
                operations[at] = operations[at].With(edit.Argument, edit.Value);
                break;
        }

        return this with { Layers = Layers.SetItem(edit.Place.Layer, layer with { Operations = operations.ToEquatableArray() }) };
    }

    private static long Count(Edit edit) => (long)edit.Value!;
}
