using System.Text.Json;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Sheets;

/// <summary>The rows of a table that were not taken or are worth a look, each with its remedy (有问题的行), as every import answers them.</summary>
internal static class SheetFaults
{
    public static void Write(Utf8JsonWriter writer, string name, IEnumerable<SheetFault> faults)
    {
        writer.WriteStartArray(name);
        foreach (var fault in faults)
        {
            writer.WriteStartObject();
            writer.WriteNumber("row", fault.Row);
            writer.WriteString("code", fault.Code);
            writer.WriteString("detail", fault.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
