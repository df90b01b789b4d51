using System.Text;
using AlexNetGen.Samples;

Console.OutputEncoding = Encoding.UTF8; // The digits are drawn in block characters.
return DigitsSample.Run(args, Console.Out, Console.Error);
