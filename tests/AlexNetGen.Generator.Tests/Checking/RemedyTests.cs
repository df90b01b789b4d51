using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Tests.Checking;

/// <summary>ANG1001's ways out, over all small windows: each that is offered mends, and each that exists is offered.</summary>
public sealed class RemedyTests
{
    [Theory]
    [InlineData("Conv2d(1, Kernel = 1, Stride = 1)", false)]
    [InlineData("MaxPool2d(Kernel = 1, Stride = 1)", true)]
    public void Are_right_and_complete(string operation, bool isPool)
    {
        NetworkDeclaration declaration = Read(Declared.Network("1, 1, 1", $"A: {operation}"));
        int failures = 0;
        foreach ((int input, int kernel, int stride) in from input in Enumerable.Range(1, 30) from kernel in Enumerable.Range(1, 7) from stride in Enumerable.Range(2, 5) select (input, kernel, stride))
        {
            Place place = Place.OperationArgument(0, 0);
            NetworkDeclaration tried = declaration
                .With(new Edit(Place.Network, "Height", input)).With(new Edit(Place.Network, "Width", input))
                .With(new Edit(place, "Kernel", kernel)).With(new Edit(place, "Stride", stride));
            Problem? problem = NetworkChecker.Check(tried).Problems.FirstOrDefault(found => found.Rule == Rules.OutputLength);
            if (problem is null)
            {
                continue;
            }

            failures++;
            string label = $"in {input}, k {kernel}, s {stride}: {problem.Message}";
            Window[] mended = [.. problem.Remedies.Select(remedy => Mended(tried, remedy, label))];

            // An input below, input - remainder >= kernel, and one above always exist.
            Assert.True(mended.Count(window => window.Input != input && window.Fit == WindowFit.Exact) == 2, label);
            int largest = isPool ? kernel / 2 : kernel - 1;
            bool symmetric = Enumerable.Range(1, Math.Max(0, largest)).Any(padding => (input + (2 * padding) - kernel) % stride == 0);
            Assert.True(symmetric == mended.Any(window => window.Input == input && window.PaddingBefore > 0 && window.PaddingBefore == window.PaddingAfter && window.Fit == WindowFit.Exact), label);
            int missing = stride - ((input - kernel) % stride);
            Assert.True((missing <= largest) == mended.Any(window => window.Input == input && window.PaddingBefore == 0 && window.PaddingAfter == missing), label);
            Assert.All(mended, window => Assert.True(window.PaddingBefore <= largest && window.PaddingAfter <= largest, label));
        }

        Assert.True(failures > 100);
    }

    private static Window Mended(NetworkDeclaration declaration, Remedy remedy, string label)
    {
        CheckedNetwork network = NetworkChecker.Check(remedy.Edits.Aggregate(declaration, (edited, edit) => edited.With(edit)));
        Assert.True(network.IsValid, $"{remedy.Title} of {label}: {string.Join("; ", network.Problems.Select(problem => problem.Message))}");
        return ((WindowSettings)network.Layers[0].Operations[0].Settings).Height;
    }

    private static NetworkDeclaration Read(string source)
    {
        CSharpCompilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, source);
        return DeclarationReader.Read(compilation.GetTypeByMetadataName("Tests.Net")!, compilation, CancellationToken.None).Declaration;
    }
}
