using AlexNetGen.Benchmarks;

if (args is ["compare"])
{
    return Comparison.Run() ? 0 : 1;
}

Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/AlexNetGen.Benchmarks -- compare");
return 2;
