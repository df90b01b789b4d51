using AlexNetGen.Benchmarks;

if (args is ["compare"])
{
    return Comparison.Run() ? 0 : 1;
}

if (args is ["generator"])
{
    GeneratorCost.Run();
    return 0;
}

Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/AlexNetGen.Benchmarks -- compare | generator");
return 2;
