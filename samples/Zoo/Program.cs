using AlexNetGen.Samples;

return ZooSample.Run(args, Console.Out, Console.Error);
