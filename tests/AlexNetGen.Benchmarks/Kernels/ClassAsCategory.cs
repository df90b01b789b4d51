using System.Reflection;
using BenchmarkDotNet.Running;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>Makes each class a group of its own in the table, in which ratios are to its own baseline.</summary>
internal sealed class ClassAsCategory : ICategoryDiscoverer
{
    public string[] GetCategories(MethodInfo method) => [method.ReflectedType!.Name];
}
