using static AlexNetGen.Generator.Tests.Declarations.OddDeclarations;

namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>Odd names of networks, layers, namespaces and members.</summary>
internal static class OddNames
{
    private const string Layer = "[ReLU] public static partial Layer A { get; }";

    public static IEnumerable<(string, OddDeclaration)> Cases =>
    [
        ("name: layers of keywords", Members("", "[Linear(4)] public static partial Layer @class { get; } [Linear(4), ReLU] public static partial Layer @event { get; } [Linear(4)] public static partial Layer @int { get; }")),
        ("name: layers of contextual keywords", Members("", "[Linear(4)] public static partial Layer var { get; } [Linear(4)] public static partial Layer value { get; } [Linear(4)] public static partial Layer get { get; } [Linear(4)] public static partial Layer partial { get; } [Linear(4)] public static partial Layer @field { get; } [Linear(4)] public static partial Layer record { get; } [Linear(4)] public static partial Layer @await { get; } [Linear(4)] public static partial Layer nameof { get; } [Linear(4)] public static partial Layer scoped { get; } [Linear(4)] public static partial Layer file { get; } [Linear(4)] public static partial Layer required { get; } [Linear(4)] public static partial Layer _ { get; } [Linear(4)] public static partial Layer global { get; } [Linear(4)] public static partial Layer extension { get; }")),
        ("name: layers of local names", Members("", string.Join(" ", "input output workspace weights activations tensors path stream bytes options seed count inputs outputs name i System AlexNetGen Kernels Convolution Layer2 Linear ReLU Network Shape".Split(' ').Select(name => $"[Linear(4), ReLU] public static partial Layer {name} {{ get; }}")))),
        ("name: layer named Layer", Members("", "[Linear(4)] public static partial Layer Layer { get; }")),
        ("name: layer named Shape with two kernels", new("", File("[Network(3, 8, 8)] public partial class Net { [Conv2d(4, Kernel = 3), MaxPool2d(Kernel = 2)] public static partial Layer Shape1 { get; } }"))),
        ("name: layer named as another's second weights", Members("", "[Linear(4), Linear(4, Weights = \"b\")] public static partial Layer A { get; } [Linear(4)] public static partial Layer A2 { get; } [Linear(4)] public static partial Layer AGeometry { get; } [Linear(4)] public static partial Layer AGeometry2 { get; }")),
        ("name: network of a keyword", new("", File($"[Network(4)] public partial class @class {{ {Layer} }}"))),
        ("name: network of a contextual keyword", new("", File($"[Network(4)] public partial class @record {{ {Layer} }} [Network(4)] public partial class @field {{ {Layer} }} [Network(4)] public partial class @partial {{ {Layer} }} [Network(4)] public partial class @file {{ {Layer} }} [Network(4)] public partial class @var {{ {Layer} }} [Network(4)] public partial class @required {{ {Layer} }} [Network(4)] public partial class @scoped {{ {Layer} }}"))),
        ("name: namespace of keywords", new("", File($"namespace @class.@event.@namespace; [Network(4)] public partial class Net {{ {Layer} }}"))),
        ("name: containing types of keywords", new("", File($"public partial class @class {{ public partial struct @event {{ [Network(4)] public partial class @void {{ {Layer} }} }} }}"))),
        ("name: namespace AlexNetGen", new("", $"namespace AlexNetGen; [Network(4)] public partial class Net {{ {Layer} }}")),
        ("name: namespace that ends in AlexNetGen", new("", File($"namespace Mine.AlexNetGen; [Network(4)] public partial class Net {{ {Layer} }}"))),
        ("name: namespace that ends in System", new("", File($"namespace Mine.System; [Network(4)] public partial class Net {{ {Layer} }}"))),
        ("name: class named AlexNetGen", new("", File($"namespace N; [Network(4)] public partial class AlexNetGen {{ {Layer} }}"))),
        ("name: class named System", new("", File($"namespace N; [Network(4)] public partial class System {{ {Layer} }}"))),
        ("name: class named Layer", new("", File($"namespace N; [Network(4)] public partial class Layer {{ [ReLU] public static partial global::AlexNetGen.Layer A {{ get; }} }}"))),
        ("name: class named as the shapes' file", new("", $"namespace AlexNetGen; [Network(4)] public partial class SHAPES {{ {Layer} }}")),
        ("name: class named as a geometry", new("", File("namespace N; [Network(4)] public partial class AGeometry { [Linear(4)] public static partial Layer A { get; } }"))),
        ("name: another type named as a geometry", new("", File("namespace N; public class AGeometry { } [Network(4)] public partial class Net { [Linear(4)] public static partial Layer A { get; } }"))),
        ("name: own nested type named as a geometry", new("", File("namespace N; [Network(4)] public partial class Net { public class AGeometry { } [Linear(4)] public static partial Layer A { get; } }"))),
        ("name: unicode", new("", File("namespace Ünïcode.网络; [Network(4)] public partial class Nétwörk网 { [Linear(4)] public static partial Layer Слой { get; } [Linear(4)] public static partial Layer 層 { get; } [Linear(4)] public static partial Layer _ı { get; } }"))),
        ("name: unicode escapes", new("", File("namespace N; [Network(4)] public partial class N\\u0065t { [Linear(4)] public static partial Layer \\u0041 { get; } }"))),
        ("name: formatting and combining characters", new("", File("namespace N; [Network(4)] public partial class Ne\\u0301t\\u200d { [Linear(4)] public static partial Layer A\\u0301 { get; } } [Network(4)] public partial class N\\u0435t { [Linear(4)] public static partial Layer A { get; } }"))),
        ("name: layers differing in case", Members("", "[Linear(4)] public static partial Layer conv { get; } [Linear(4)] public static partial Layer Conv { get; } [Linear(4)] public static partial Layer CONV { get; }")),
        ("name: layer of the class's name", Members("CS0542", "[ReLU] public static partial Layer Net { get; }")),
        ("name: layer get_A", Members("CS0082", "[ReLU] public static partial Layer A { get; } public static Layer get_A() => null!;")),
        ("name: a method overloading Load", Members("", $"{Layer} public static Net Load(int number) => WithRandomWeights(number);")),
        ("name: a method overloading every other", Members("", $"{Layer} public void Forward() {{ }} public void ForwardBatch() {{ }} public void Dispose(bool all) {{ }} public void Save() {{ }} public static void WithRandomWeights() {{ }}")),
        ("name: a method taking Load's place", Members("ANG2010", $"{Layer} public static Net Load(string path) => null!;")),
        ("name: a method taking Load's place, qualified", Members("ANG2010", $"{Layer} public static void Load(global::System.IO.Stream s) {{ }}")),
        ("name: a method taking Load's place, by ref", Members("", $"{Layer} public static void Load(ref string path) {{ }}")),
        ("name: a method taking Load's place, nullable", Members("ANG2010", $"{Layer} public static void Load(string? path) {{ }}")),
        ("name: a generic method named Load", Members("", $"{Layer} public static void Load<T>(string path) {{ }}")),
        ("name: a method taking the typed Forward's place", Members("ANG2010", $"{Layer} public void Forward(System.ReadOnlySpan<float> a, System.Span<float> b, Activations c) {{ }}")),
        ("name: a method taking Dispose's place", Members("ANG2010", $"{Layer} public void Dispose() {{ }}")),
        ("name: a private field _weights", Members("ANG2010", $"{Layer} private int _weights = 1; public int W => _weights;")),
        ("name: a const InputLength", Members("ANG2010", $"{Layer} public const int InputLength = 4;")),
        ("name: a nested type Activations", Members("ANG2010", $"{Layer} public class Activations {{ }}")),
        ("name: a nested type LayerWeights", Members("ANG2010", $"{Layer} private class LayerWeights {{ }}")),
        ("name: an event Save", Members("ANG2010", $"{Layer} public event System.Action? Save {{ add {{ }} remove {{ }} }}")),
        ("name: two members of generated names", Members("ANG2010", $"{Layer} private int _weights = 1; private int Describe = 2; public int W => _weights + Describe;")),
        ("name: an override of ToString", Members("", $"{Layer} public override string ToString() => \"x\"; public override bool Equals(object? o) => false; public override int GetHashCode() => 1;")),
        ("name: explicit implementation of Dispose", new("", File($"[Network(4)] public partial class Net : System.IDisposable {{ {Layer} void System.IDisposable.Dispose() {{ }} }}"))),
        ("name: many layers of reserved names", Members("ANG2010", "[ReLU] public static partial Layer Load { get; } [ReLU] public static partial Layer Forward { get; } [ReLU] public static partial Layer ToString { get; }")),
    ];

    private static OddDeclaration Members(string expected, string members) => new(expected, File($"[Network(4)] public partial class Net {{ {members} }}"));
}
