using AlexNetGen.Benchmarks;

if (args is ["compare"] or ["compare", "--network", _])
{
    return Comparison.Run(args.Length > 1 ? args[2] : null) ? 0 : 1;
}

if (args is ["generator"])
{
    GeneratorCost.Run();
    return 0;
}

Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/AlexNetGen.Benchmarks -- compare [--network TorchvisionAlexNet] | generator");
return 2;
