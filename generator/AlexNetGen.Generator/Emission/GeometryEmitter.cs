using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the constants of the kernel calls, each as a struct that no other file sees.</summary>
internal static class GeometryEmitter
{
    public static void Emit(SourceWriter writer, Geometry geometry)
    {
        writer.Line();
        writer.Open($"file readonly struct {Names.Escape(geometry.Name)} : {Names.Kernels}{geometry.Interface}");
        foreach (GeometryMember member in geometry.Members)
        {
            writer.Line($"public static {member.Type} {member.Name} => {member.Value};");
        }

        writer.Close();
    }
}
