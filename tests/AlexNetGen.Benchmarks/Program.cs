using AlexNetGen.Benchmarks;
using AlexNetGen.Benchmarks.Kernels;

if (args is ["generator"])
{
    GeneratorCost.Run();
    return 0;
}

if (args is ["kernels", .. var chosen])
{
    return KernelBenchmarks.Run(chosen);
}

if (args is [ColdStart.Onnx, var model, var threads])
{
    return ColdStart.RunOnnx(model, threads);
}

return Options.Parse(args) switch
{
    { Command: "compare" } options => Comparison.Run(options),
    { Command: "layers" } options => LayerComparison.Run(options),
    { Command: "profile" } options => Profiles.Run(options),
    { Command: "load" } options => Loading.Run(options),
    { Command: "callers" } options => Callers.Run(options),
    { Command: "cold" } options => ColdStart.Run(options),
    _ => Options.Usage(),
};
