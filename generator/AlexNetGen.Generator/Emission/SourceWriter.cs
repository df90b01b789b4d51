using System.Text;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes indented source with <c>\n</c> line ends.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _indent).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes several lines, each indented.</summary>
    public void Lines(params string[] lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    public void Indent() => _indent++;

    public void Outdent() => _indent--;

    /// <summary>Opens a block with braces.</summary>
    public void Open(string head)
    {
        Line(head);
        Line("{");
        Indent();
    }

    public void Close(string end = "}")
    {
        Outdent();
        Line(end);
    }

    public override string ToString() => _text.ToString();
}
