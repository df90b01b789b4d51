using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using AlexNetGen.Kernels;
using AlexNetGen.Tests.InProcess;
using Xunit.Sdk;

// Where there is no SDK, as in an emulator, this program runs its own tests; `dotnet test` does not come here.
Assembly assembly = typeof(Results).Assembly;
string part = args is [string only] ? only : string.Empty;
string vectors = AdvSimd.IsSupported ? nameof(AdvSimd) : VectorWidths.Widest.ToString();
Console.WriteLine($"{RuntimeInformation.ProcessArchitecture}, {vectors}");

using Results results = new();
using XunitTestFramework framework = new(results);
using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
discoverer.Find(includeSourceInformation: false, results, new Defaults());
results.Discovered.Wait();

using var executor = framework.GetExecutor(assembly.GetName());
executor.RunTests(results.Tests.Where(test => test.DisplayName.Contains(part, StringComparison.Ordinal)), results, new Defaults());
results.Finished.Wait();
Console.WriteLine($"{results.Passed} passed, {results.Failed} failed, {results.Skipped} skipped");
return results.Passed > 0 && results.Failed == 0 ? 0 : 1;
