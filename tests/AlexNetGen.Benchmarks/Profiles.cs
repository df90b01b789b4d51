namespace AlexNetGen.Benchmarks;

/// <summary>What <c>Profile</c> says of each network.</summary>
internal static class Profiles
{
    public static int Run(Options options)
    {
        Report report = new(options);
        foreach (Subject subject in options.Subjects())
        {
            NetworkProfile profile = subject.Profile(options);
            Console.WriteLine();
            Console.Write(profile.ToTable());
            foreach (LayerProfile layer in profile.Layers)
            {
                report.Add(new()
                {
                    ["network"] = profile.Network,
                    ["layer"] = layer.Name,
                    ["milliseconds"] = layer.Milliseconds,
                    ["gigaflops"] = layer.GigaflopsPerSecond,
                    ["share"] = layer.Share,
                });
            }
        }

        report.Save();
        return report.IsEmpty ? 1 : 0;
    }
}
