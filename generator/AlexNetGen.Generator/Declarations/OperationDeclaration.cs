namespace AlexNetGen.Generator.Declarations;

/// <summary>One operation of a layer, as written.</summary>
/// <param name="Name">The attribute without its ending: <c>Conv2d</c>.</param>
/// <param name="Arguments">Its arguments, in source order.</param>
/// <param name="IsBroken">Whether C# itself reports an error in it, so that nothing can be said about it.</param>
internal sealed record OperationDeclaration(string Name, EquatableArray<Argument> Arguments, bool IsBroken)
{
    /// <summary>The layers it names, for an operation that merges several.</summary>
    public EquatableArray<string> Layers { get; init; }

    public object? this[string argument]
    {
        get
        {
            foreach (Argument candidate in Arguments)
            {
                if (candidate.Name == argument)
                {
                    return candidate.Value;
                }
            }

            return null;
        }
    }

    public bool Has(string argument) => Arguments.Any(candidate => candidate.Name == argument && candidate.IsWritten);

    /// <summary>The same operation with an argument set, or taken away where the value is null.</summary>
    public OperationDeclaration With(string argument, object? value)
    {
        List<Argument> arguments = [.. Arguments];
        int index = arguments.FindIndex(candidate => candidate.Name == argument);
        if (index >= 0)
        {
            if (value is null)
            {
                arguments.RemoveAt(index);
            }
            else
            {
                arguments[index] = arguments[index] with { Value = value };
            }
        }
        else if (value is not null)
        {
            arguments.Add(new Argument(argument, value, IsPositional: false));
        }

        return this with { Arguments = arguments.ToEquatableArray() };
    }
}
