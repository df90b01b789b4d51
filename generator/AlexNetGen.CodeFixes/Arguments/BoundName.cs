using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.CodeFixes.Arguments;

/// <summary>Names of the runtime, written as short as they bind at a position.</summary>
internal static class BoundName
{
    private const string Namespace = "AlexNetGen.";

    private static readonly string[] Prefixes = [string.Empty, Namespace];

    /// <summary>An enum's member: <c>Rounding.Ceil</c>, or <c>AlexNetGen.Rounding.Ceil</c> where that means something else.</summary>
    public static string OfMember(SemanticModel model, int position, string member) => Shortest(member, name =>
        model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(name), SpeculativeBindingOption.BindAsExpression).Symbol?.ToDisplayString() == Namespace + member);

    /// <summary>An attribute, without its ending.</summary>
    public static string OfAttribute(SemanticModel model, int position, string attribute) => Shortest(attribute, name =>
        model.GetSpeculativeSymbolInfo(position, SyntaxFactory.Attribute(SyntaxFactory.ParseName(name))).Symbol?.ContainingType.ToDisplayString() == $"{Namespace}{attribute}Attribute");

    private static string Shortest(string name, Func<string, bool> binds) =>
        Prefixes.Select(prefix => prefix + name).FirstOrDefault(binds) ?? $"global::{Namespace}{name}";
}
