using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>What a build writes into its error log for tools to read: the compiler of the SDK, with /errorlog.</summary>
public sealed class SarifTests
{
    [Fact]
    public async Task Custom_properties_carry_layer_formula_and_remedies()
    {
        // (54 - 3) / 2 + 1 = 26.5, told to round down; 8 * 27 * 27 = 5832.
        JsonElement result = Assert.Single(
            await Results(Declared.Network("8, 54, 54, Rounding = Rounding.Floor", "Pool1: MaxPool2d(Kernel = 3, Stride = 2)", "Flat: Flatten, Shape(5832)")),
            result => result.GetProperty("ruleId").GetString() == "ANG1007");

        JsonElement properties = result.GetProperty("properties").GetProperty("customProperties");
        Assert.Equal("Flat", properties.GetProperty("layer").GetString());
        Assert.Equal("8 * 26 * 26 = 5408", properties.GetProperty("formula").GetString());
        Assert.Equal("Round up with Rounding = Ceil on Pool1\nAssert the computed shape: [Shape(5408)]", properties.GetProperty("remedies").GetString());
        Assert.Equal("operation:Pool1:0 set Rounding = Rounding.Ceil", properties.GetProperty("Edits0").GetString());
        Assert.DoesNotContain('\n', result.GetProperty("message").GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task A_window_that_does_not_fit_has_its_own_formula()
    {
        JsonElement result = Assert.Single(
            await Results(Declared.Network("3, 224, 224", "Conv1: Conv2d(96, Kernel = 11, Stride = 4)")), result => result.GetProperty("ruleId").GetString() == "ANG1001");

        JsonElement properties = result.GetProperty("properties").GetProperty("customProperties");
        Assert.Equal("(224 + 2*0 - 11) / 4 + 1 = 54.25", properties.GetProperty("formula").GetString());
        Assert.Contains("Round up with Rounding = Ceil: 55", properties.GetProperty("remedies").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement[]> Results(string source)
    {
        string folder = Directory.CreateTempSubdirectory("alexnetgen").FullName;
        try
        {
            string file = Path.Combine(folder, "Net.cs");
            string log = Path.Combine(folder, "log.sarif");
            await File.WriteAllTextAsync(file, source);
            string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
            string compiler = Directory.GetFiles(Path.Combine(root, "sdk"), "csc.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
            using Process process = Process.Start(new ProcessStartInfo(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
            {
                RedirectStandardOutput = true,
                ArgumentList =
                {
                    compiler, "/nologo", "/noconfig", "/nostdlib", "/target:library", $"/out:{Path.Combine(folder, "Net.dll")}", $"/errorlog:{log},version=2.1",
                    $"/analyzer:{typeof(NetworkAnalyzer).Assembly.Location}", $"/r:{typeof(Layer).Assembly.Location}",
                    $"/r:{Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "System.Private.CoreLib.dll")}", $"/r:{Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "System.Runtime.dll")}", file,
                },
            })!;
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(File.Exists(log), output);
            using JsonDocument document = JsonDocument.Parse(await File.ReadAllTextAsync(log));
            return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => result.Clone())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
