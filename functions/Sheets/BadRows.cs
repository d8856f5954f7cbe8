using System.Text.Json;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Sheets;

/// <summary>The rows of a sheet that were not taken, each with its remedy (有问题的行), as every import answers them.</summary>
internal static class BadRows
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<SheetFault> faults)
    {
        writer.WriteStartArray("bad");
        foreach (var fault in faults)
        {
            writer.WriteStartObject();
            writer.WriteNumber("row", fault.Line);
            writer.WriteString("code", fault.Code);
            writer.WriteString("detail", fault.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
