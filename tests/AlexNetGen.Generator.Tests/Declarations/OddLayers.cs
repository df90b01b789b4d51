using static AlexNetGen.Generator.Tests.Declarations.OddDeclarations;

namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>Members that are no layer, and odd ones that are.</summary>
internal static class OddLayers
{
    public static IEnumerable<(string, OddDeclaration)> Cases =>
    [
        ("layer: field", Of("ANG2002", "[ReLU] public static Layer A = null!;")),
        ("layer: const field", Of("ANG2002", "[ReLU] public const Layer A = null!;")),
        ("layer: method", Of("ANG2002", "[ReLU] public static partial Layer A();")),
        ("layer: method with parameters", Of("ANG2002", "[ReLU] public static partial Layer A(ref int x, in int y, out int z, params int[] rest);")),
        ("layer: method with default", Of("ANG2002", "[ReLU] public static partial Layer A(int x = 3, string? s = null);")),
        ("layer: generic method", Of("ANG2002", "[ReLU] public static partial T A<T, U>(U? x) where T : class, new() where U : struct;")),
        ("layer: generic method without constraints", Of("ANG2002", "[ReLU] public static partial T A<T>(T? x);")),
        ("layer: void method", Of("ANG2002", "[ReLU] static partial void A();")),
        ("layer: ordinary method", Of("ANG2002", "[ReLU] public static Layer A() => null!;")),
        ("layer: async method", Of("ANG2002", "[ReLU] public static partial System.Threading.Tasks.Task A();")),
        ("layer: instance", Of("ANG2002", "[ReLU] public partial Layer A { get; }")),
        ("layer: not partial", Of("ANG2002", "[ReLU] public static Layer A { get; } = null!;")),
        ("layer: expression body", Of("ANG2002", "[ReLU] public static Layer A => null!;")),
        ("layer: with a body", Of("ANG2002 CS9249", "[ReLU] public static partial Layer A => null!;")),
        ("layer: both parts written", Of("ANG2002", "[ReLU] public static partial Layer A { get; } public static partial Layer A => null!;")),
        ("layer: setter", Of("ANG2002", "[ReLU] public static partial Layer A { get; set; }")),
        ("layer: setter only", Of("ANG2002", "[ReLU] public static partial Layer A { set; }")),
        ("layer: init", Of("ANG2002", "[ReLU] public partial Layer A { get; init; }")),
        ("layer: private set", Of("ANG2002", "[ReLU] public static partial Layer A { get; private set; }")),
        ("layer: private protected accessor", Of("ANG2002", "[ReLU] public static partial Layer A { private protected get; set; }")),
        ("layer: nullable", Of("ANG2002", "[ReLU] public static partial Layer? A { get; }")),
        ("layer: of int", Of("ANG2002", "[ReLU] public static partial int A { get; }")),
        ("layer: of a tuple", Of("ANG2002", "[ReLU] public static partial (int First, object? Second) A { get; }")),
        ("layer: of a pointer", Of("ANG2002", "[ReLU] public static unsafe partial int* A { get; }")),
        ("layer: of a function pointer", Of("ANG2002", "[ReLU] public static unsafe partial delegate*<int, void> A { get; }")),
        ("layer: ref", Of("ANG2002", "[ReLU] public static partial ref Layer A { get; }")),
        ("layer: ref readonly", Of("ANG2002", "[ReLU] public static partial ref readonly Layer A { get; }")),
        ("layer: indexer", Of("ANG2002", "[ReLU] public partial Layer this[int i] { get; }")),
        ("layer: required", Of("ANG2002", "[ReLU] public required partial Layer A { get; init; }")),
        ("layer: virtual", Of("ANG2002", "[ReLU] public virtual partial Layer A { get; }")),
        ("layer: private", Of("", "[ReLU] private static partial Layer A { get; }")),
        ("layer: no access modifier", Of("", "[ReLU] static partial Layer A { get; }")),
        ("layer: protected internal", Of("", "[ReLU] protected internal static partial Layer A { get; }")),
        ("layer: private protected", Of("", "[ReLU] private protected static partial Layer A { get; }")),
        ("layer: modifiers in another order", Of("", "[ReLU] static public partial Layer A { get; }")),
        ("layer: unsafe", Of("", "[ReLU] public static unsafe partial Layer A { get; }")),
        ("layer: new", new("", File("public class Base { public static int A; } [Network(4)] public partial class Net : Base { [ReLU] public new static partial Layer A { get; } }"))),
        ("layer: abstract", Of("ANG2002 CS0513 CS0750 CS9248", "[ReLU] public abstract partial Layer A { get; }")),
        ("layer: an event", Of("CS0592", "[ReLU] public static event System.Action? A; [ReLU] public static partial Layer B { get; }")),
        ("layer: a constructor", Of("CS0592", "[ReLU] public Net() { } [ReLU] public static partial Layer B { get; }")),
        ("layer: twice of one name", Of("CS0102 CS9250", "[ReLU] public static partial Layer A { get; } [ReLU] public static partial Layer A { get; }")),
        ("layer: of a name that a method has", Of("CS0102", "[ReLU] public static partial Layer A { get; } public static void A() { }")),
        ("layer: without operations", Of("ANG2003", "public static partial Layer A { get; }")),
        ("layer: of assertions alone", Of("ANG2003", "[Shape(4), Parameters(0)] public static partial Layer A { get; }")),
        ("layer: attribute on a field", Of("ANG2003", "[field: Network(4)] public static partial Layer A { get; }")),
        ("layer: property target", Of("", "[property: ReLU] public static partial Layer A { get; }")),
        ("layer: obsolete", Of("", "[ReLU, System.Obsolete] public static partial Layer A { get; }")),
        ("layer: explicit interface", Of("", "[ReLU] public static partial Layer A { get; } public override string ToString() => \"a\";")),
        ("layer: #if around", Of("", "\n#if false\n[Nonsense] syntax error\n#endif\n#region Layers\n[ReLU] public static partial Layer A { get; }\n#endregion\n")),
        ("layer: attributes on lines with comments", Of("", "[ReLU /* then */]\n// dropout\n[Dropout(0.5)]\n[\n  Linear(2)\n]\npublic static partial Layer A { get; }")),
        ("layer: static local use", Of("", "[ReLU] public static partial Layer A { get; } public static Layer Use => A;")),
    ];

    private static OddDeclaration Of(string expected, string members) => new(expected, File($"[Network(4)] public partial class Net {{ {members} }}"));
}
