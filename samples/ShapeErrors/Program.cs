using AlexNetGen.Samples;

return ShapeErrorsSample.Run(args, Console.Out, Console.Error);
