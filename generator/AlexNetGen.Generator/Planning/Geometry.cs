using System.Globalization;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>The constants of one kernel call, emitted as a struct.</summary>
/// <param name="Name">The struct's name: <c>Conv1Geometry</c>.</param>
/// <param name="Interface">The interface of the runtime that it implements: <c>IConvolution</c>.</param>
/// <param name="Members">Its constants.</param>
internal sealed record Geometry(string Name, string Interface, EquatableArray<GeometryMember> Members)
{
    /// <summary>The same with other values of some constants, where it has them, and with them where it has not.</summary>
    public Geometry With(params GeometryMember[] constants)
    {
        IEnumerable<GeometryMember> added = constants.Where(constant => !Members.Any(member => member.Name == constant.Name));
        return this with
        {
            Members = Members.Select(member => constants.FirstOrDefault(constant => constant.Name == member.Name) ?? member).Concat(added).ToEquatableArray(),
        };
    }
}

/// <summary>One constant, as C# source.</summary>
internal sealed record GeometryMember(string Type, string Name, string Value)
{
    public static GeometryMember Int(string name, long value) => new("int", name, Literal.Of(value));

    public static GeometryMember Bool(string name, bool value) => new("bool", name, value ? "true" : "false");

    /// <summary>The function that follows a convolution, by its name in the runtime's enumeration.</summary>
    public static GeometryMember Activation(string value) => Enum("Activation", "Activation", value);

    public static GeometryMember Enum(string type, string name, string value) => new($"global::AlexNetGen.Kernels.{type}", name, $"global::AlexNetGen.Kernels.{type}.{value}");

    /// <summary>How a convolution is computed in vectors of one width.</summary>
    /// <param name="name">The member.</param>
    /// <param name="plan">How.</param>
    /// <param name="wider">The member of the next wider vectors.</param>
    /// <param name="same">How those compute: where it is the same, the member only says so.</param>
    public static GeometryMember Choice(string name, ConvolutionPlan plan, string wider = "", ConvolutionPlan? same = null)
    {
        string tile = plan.Tile == 0 ? string.Empty : $", WinogradTile: {Literal.Of(plan.Tile)}";
        string tiles = plan.TilesAtOnce == 0 ? string.Empty : $", TilesAtOnce: {Literal.Of(plan.TilesAtOnce)}";
        string levels = plan.Levels == 0 ? string.Empty : $", StrassenLevels: {Literal.Of(plan.Levels)}";
        string rows = plan.RowsAtOnce == 0 ? string.Empty : $", RowsAtOnce: {Literal.Of(plan.RowsAtOnce)}";
        bool isSame = (plan.Algorithm, plan.Tile, plan.TilesAtOnce, plan.Levels, plan.RowsAtOnce) == (same?.Algorithm, same?.Tile, same?.TilesAtOnce, same?.Levels, same?.RowsAtOnce);
        return new("global::AlexNetGen.Kernels.ConvolutionChoice", name, isSame ? wider : $"new(global::AlexNetGen.Kernels.ConvolutionAlgorithm.{plan.Algorithm}{tile}{tiles}{levels}{rows})");
    }

    public static GeometryMember Double(string name, double value) => new("double", name, value.ToString("R", CultureInfo.InvariantCulture) + "d");

    public static GeometryMember Float(string name, float value) => new("float", name, value.ToString("R", CultureInfo.InvariantCulture) + "f");
}
