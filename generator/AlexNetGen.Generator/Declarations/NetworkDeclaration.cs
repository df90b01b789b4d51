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
            int axis = Place.NetworkAxis(edit.Argument);
            return this with { Input = Input.SetItem(axis, (int)edit.Value!) };
        }

        LayerDeclaration layer = Layers[edit.Place.Layer];
        OperationDeclaration operation = layer.Operations[edit.Place.Operation].With(edit.Argument, edit.Value);
        return this with
        {
            Layers = Layers.SetItem(edit.Place.Layer, layer with { Operations = layer.Operations.SetItem(edit.Place.Operation, operation) }),
        };
    }
}
