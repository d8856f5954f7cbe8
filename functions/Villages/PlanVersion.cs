using System.Text.Json;
using Azure;

namespace Shouwang.Functions.Villages;

/// <summary>One published version of a village's plan (方案版本). It is never edited: a change is a version of its own.</summary>
/// <param name="Number">1 for the village's first.</param>
/// <param name="Used">A claim was worked out by it, or is just about to be: nothing may take its name any more.</param>
/// <param name="Replaced">Another version took its name before any claim had used it.</param>
/// <param name="Published">Day from which people were told of it.</param>
/// <param name="By">Name of whoever published it.</param>
internal sealed record PlanVersion(int Number, PlanInput Plan, bool Used, bool Replaced, DateOnly Published, string By, ETag ETag)
{
    public bool Covers(DateOnly day) => !Replaced && Plan.From <= day && day <= Plan.To;

    public void WriteSummary(Utf8JsonWriter writer, bool inForce)
    {
        writer.WriteStartObject();
        writer.WriteString("version", Plan.Version);
        writer.WriteNumber("number", Number);
        writer.WriteString("from", Plan.From.ToString("yyyy-MM-dd"));
        writer.WriteString("to", Plan.To.ToString("yyyy-MM-dd"));
        writer.WriteString("published", Published.ToString("yyyy-MM-dd"));
        writer.WriteBoolean("inForce", inForce);
        writer.WriteBoolean("used", Used);
        writer.WriteBoolean("replaced", Replaced);
        writer.WriteString("resolution", Plan.Resolution);
        writer.WriteEndObject();
    }
}
