using AlexNetGen.Samples;

return AlexNetSample.Run(args, Console.Out, Console.Error);
