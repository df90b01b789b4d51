using static AlexNetGen.Generator.Tests.Declarations.OddDeclarations;

namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>Types that cannot be a network, and odd ones that can.</summary>
internal static class OddTypes
{
    private const string Layer = "[ReLU] public static partial Layer A { get; }";

    // What user code does with a network; a stub must bear all of it.
    private const string Uses = """
        static class Uses
        {
            static void All()
            {
                using Net net = Net.Load("a");
                net.Forward(new float[Net.InputLength], new float[Net.OutputLength]);
                net.ForwardBatch(new float[8], new float[8], 2);
                System.Console.WriteLine(Net.Description.ToTable() + Net.A + Net.ParameterCount + Net.WorkspaceLength);
                net.Save("b");
                Net.Activations kept = new();
                net.Forward(default(System.ReadOnlySpan<float>), default, kept);
                net.Forward(default(System.ReadOnlySpan<float>), default, default(System.Span<float>));
                _ = kept.A.Values;
            }
        }
        """;

    private const string GenericUse = """
        static class Generic
        {
            static int Of<T>(string path) where T : class, INetwork<T>
            {
                using T net = T.Load(path);
                net.Forward(new float[T.InputLength], new float[T.OutputLength]);
                return T.Description.Layers.Count;
            }
            static int All() => Of<Net>("a");
        }
        """;

    public static IEnumerable<(string, OddDeclaration)> Cases =>
    [
        ("type: partial class", Of("", $"[Network(4)] public partial class Net {{ {Layer} }}")),
        ("type: sealed partial class", Of("", $"[Network(4)] public sealed partial class Net {{ {Layer} }}")),
        ("type: internal by default", Of("", $"[Network(4)] partial class Net {{ {Layer} }}")),
        ("type: unsafe modifier", Of("", $"[Network(4)] public unsafe partial class Net {{ {Layer} }}")),
        ("type: struct", Of("ANG2001", $"[Network(4)] public partial struct Net {{ {Layer} }}")),
        ("type: readonly ref struct", Of("ANG2001", $"[Network(4)] public readonly ref partial struct Net {{ {Layer} }}")),
        ("type: interface", Of("ANG2001", $"[Network(4)] public partial interface Net {{ {Layer} }}")),
        ("type: record", Of("ANG2001", $"[Network(4)] public partial record Net {{ {Layer} }}")),
        ("type: record class with parameters", Of("ANG2001", $"[Network(4)] public partial record class Net(int X) {{ {Layer} }}")),
        ("type: record struct", Of("ANG2001", $"[Network(4)] public partial record struct Net {{ {Layer} }}")),
        ("type: static", Of("ANG2001", $"[Network(4)] public static partial class Net {{ {Layer} }}")),
        ("type: abstract", Of("ANG2001", $"[Network(4)] public abstract partial class Net {{ {Layer} }}")),
        ("type: generic", Of("ANG2001", $"[Network(4)] public partial class Net<T> where T : class, new() {{ {Layer} }}")),
        ("type: file-local", Of("ANG2001 CS9248", $"[Network(4)] file partial class Net {{ {Layer} }}")),
        ("type: not partial", Of("ANG2001 CS0751 CS9248", $"[Network(4)] public class Net {{ {Layer} }}")),
        ("type: one part not partial", Of("ANG2001 CS0260 CS9248", $"[Network(4)] public class Net {{ {Layer} }} partial class Net {{ }}")),
        ("type: enum", Of("CS0592", "[Network(4)] public enum Net { A }")),
        ("type: delegate", Of("CS0592", "[Network(4)] public delegate void Net();")),
        ("type: empty class", Of("ANG2003", "[Network(4)] public partial class Net { }")),
        ("type: empty class without body", Of("ANG2003", "[Network(4)] public partial class Net;")),
        ("type: empty and not partial", Of("ANG2001", "[Network(4)] public class Net { }")),
        ("type: nested in partial", Of("", $"public partial class Outer {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: nested in partial struct", Of("", $"public partial struct Outer {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: nested in partial interface", Of("", $"public partial interface IOuter {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: nested in partial record", Of("", $"public partial record Outer(int X) {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: nested in partial static class", Of("", $"public static partial class Outer {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: nested and private", Of("", $"public partial class Outer {{ [Network(4)] private partial class Net {{ {Layer} }} }}")),
        ("type: nested and protected", Of("", $"public partial class Outer {{ [Network(4)] protected partial class Net {{ {Layer} }} }}")),
        ("type: nested and protected internal", Of("", $"public partial class Outer {{ [Network(4)] protected internal partial class Net {{ {Layer} }} }}")),
        ("type: nested and private protected", Of("", $"public partial class Outer {{ [Network(4)] private protected partial class Net {{ {Layer} }} }}")),
        ("type: nested in generic", Of("ANG2001", $"public partial class Outer<T> {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: nested in generic interface", Of("ANG2001", $"public partial interface IOuter<T> {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: nested in non-partial", Of("ANG2001 CS9248", $"public class Outer {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: nested in file-local", Of("ANG2001 CS9248", $"file partial class Outer {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: new modifier", Of("", $"public class Base {{ public class Net {{ }} }} public partial class Outer : Base {{ [Network(4)] public new partial class Net {{ {Layer} }} }}")),
        ("type: nested network in a network", Of("", $"[Network(4)] public partial class Outer {{ {Layer} [Network(3, 4, 4)] public partial class Net {{ [Flatten] public static partial Layer A {{ get; }} }} }}")),
        ("type: nested wrong network in a network", Of("ANG2003", $"[Network(4)] public partial class Outer {{ {Layer} [Network(3, 4, 4)] public partial class Net {{ }} }}")),
        ("type: two networks", Of("", $"namespace N; [Network(4)] public partial class A1 {{ {Layer} }} [Network(4)] public partial class A2 {{ {Layer} }}")),
        ("type: one name in two namespaces", Of("", $"namespace M {{ [Network(4)] public partial class Net {{ {Layer} }} }} namespace N {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: names differing in case", Of("", $"[Network(4)] public partial class Net {{ {Layer} }} [Network(4)] public partial class NET {{ {Layer} }}")),
        ("type: namespaces differing in case", Of("", $"namespace m {{ [Network(4)] public partial class Net {{ {Layer} }} }} namespace M {{ [Network(4)] public partial class Net {{ {Layer} }} }}")),
        ("type: own interfaces", Of("", $"public interface IMine {{ int P {{ get; }} }} [Network(4)] public partial class Net : IMine, System.IDisposable {{ {Layer} public int P => 1; }}")),
        ("type: base class", Of("", $"public class Base {{ public int P => 1; }} [Network(4)] public partial class Net : Base {{ {Layer} }}")),
        ("type: base class with members of generated names", Of("", $"public class Base {{ public void Dispose() {{ }} public int InputLength; public static void Load(string path) {{ }} protected static int Describe; }} [Network(4)] public partial class Net : Base {{ {Layer} }}")),
        ("type: base class with virtual members", Of("", $"public class Base : System.IDisposable {{ public virtual void Dispose() {{ }} public virtual void Save(string path) {{ }} }} [Network(4)] public partial class Net : Base {{ {Layer} }}")),
        ("type: base class without a default constructor", Of("ANG2001 CS7036", $"public class Base {{ public Base(int x) {{ }} }} [Network(4)] public partial class Net : Base {{ {Layer} }}")),
        ("type: own constructor", Of("", $"[Network(4)] public partial class Net {{ {Layer} public Net() {{ }} private Net(int x) {{ }} }}")),
        ("type: own constructor of the generated signature", Of("ANG2010", $"[Network(4)] public partial class Net {{ {Layer} public Net(AlexNetGen.Weights.ITensorSource tensors, AlexNetGen.InferenceOptions options) {{ }} }}")),
        ("type: static constructor", Of("", $"[Network(4)] public partial class Net {{ {Layer} static Net() {{ }} }}")),
        ("type: finalizer", Of("", $"[Network(4)] public partial class Net {{ {Layer} ~Net() {{ }} }}")),
        ("type: primary constructor", Of("ANG2001", $"[Network(4)] public partial class Net(int x) {{ {Layer} public int X => x; }}")),
        ("type: own static field from a layer", Of("", $"[Network(4)] public partial class Net {{ {Layer} public static readonly Layer First = A; }}")),
        ("type: own const from a generated one", Of("", $"[Network(4)] public partial class Net {{ {Layer} public const int Twice = 2 * InputLength; }}")),
        ("type: two [Network]", Of("CS0579", $"[Network(4), Network(4)] public partial class Net {{ {Layer} }}")),
        ("type: two [Network] on two parts", Of("CS0579", $"[Network(4)] public partial class Net {{ {Layer} }} [Network(4)] public partial class Net {{ }}")),
        ("type: [Network] on another part", new("", File($"[Network(4)] public partial class Net;"), File($"partial class Net {{ {Layer} }}"))),
        ("type: [Network] on another part, file before", new("", File($"partial class Net {{ {Layer} }}"), File($"[Network(4)] public partial class Net;"))),
        ("type: layers in two parts", Of("ANG2009", $"[Network(4)] public partial class Net {{ {Layer} }} partial class Net {{ [ReLU] public static partial Layer B {{ get; }} }}")),
        ("type: layers in three parts and two files", new("ANG2009", File($"[Network(4)] public partial class Net {{ {Layer} }} partial class Net {{ [ReLU] public static partial Layer B {{ get; }} }}"), File("partial class Net { [ReLU] public static partial Layer C { get; } }"))),
        ("type: alias of the attribute", new("", $"using AlexNetGen; using N = AlexNetGen.NetworkAttribute; [N(4)] public partial class Net {{ {Layer} }}")),
        ("type: qualified attribute", new("", "[global::AlexNetGen.NetworkAttribute(4)] public partial class Net { [AlexNetGen.ReLUAttribute()] public static partial AlexNetGen.Layer A { get; } }")),
        ("type: an attribute of the same name elsewhere", new("", "namespace Other { class NetworkAttribute(int x) : System.Attribute { public int X => x; } } namespace N { using Other; [Network(4)] public partial class Net { } }")),
        ("type: obsolete", Of("", $"[System.Obsolete, Network(4)] public partial class Net {{ {Layer} }}")),
        ("use: valid", Of("", $"[Network(4)] public partial class Net {{ {Layer} }}\n{Uses}")),
        ("use: without layers' operation", Of("ANG2003", $"[Network(4)] public partial class Net {{ public static partial Layer A {{ get; }} }}\n{Uses}")),
        ("use: without input", Of("ANG2003", $"[Network] public partial class Net {{ {Layer} }}\n{Uses}")),
        ("use: generic over networks", Of("", $"[Network(4)] public partial class Net {{ {Layer} }}\n{GenericUse}")),
        ("use: generic over networks, wrong", Of("ANG1009", $"[Network(0)] public partial class Net {{ {Layer} }}\n{GenericUse}")),
        ("use: generic over networks, abstract", Of("ANG2001", $"[Network(4)] public abstract partial class Net {{ {Layer} }}\n{GenericUse}")),
        ("use: window that does not fit", Of("ANG1003", $"[Network(3, 4, 4)] public partial class Net {{ [Conv2d(4, Kernel = 9)] public static partial Layer A {{ get; }} }}\n{Uses}")),
        ("use: layer of another form", Of("ANG2002", $"[Network(4)] public partial class Net {{ {Layer} [ReLU] public partial Layer B {{ get; }} }}\n{Uses}")),
        ("use: scattered", Of("ANG2009", $"[Network(4)] public partial class Net {{ {Layer} }} partial class Net {{ [ReLU] public static partial Layer B {{ get; }} }}\n{Uses}")),
        ("use: abstract", Of("ANG2001", $"[Network(4)] public abstract partial class Net {{ {Layer} }}\n{Uses}")),
        ("use: record", Of("ANG2001", $"[Network(4)] public partial record Net {{ {Layer} }}\n{Uses}")),
        ("use: struct", Of("ANG2001", $"[Network(4)] public partial struct Net {{ {Layer} }}\n{Uses}")),
        ("use: primary constructor", Of("ANG2001", $"[Network(4)] public partial class Net(int x) {{ public int X => x; {Layer} }}\n{Uses}")),
        ("use: layer reserved", Of("ANG2010", $"[Network(4)] public partial class Net {{ {Layer} [ReLU] public static partial Layer _weights {{ get; }} }}\n{Uses}")),
    ];

    private static OddDeclaration Of(string expected, string source) => new(expected, File(source));
}
