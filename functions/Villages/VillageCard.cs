using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Functions.Villages;

/// <summary>Who a village association is (村名片): what everybody may know of it, and its charter in force.</summary>
/// <param name="Code">Twelve-digit village code.</param>
/// <param name="Place">Six-digit place code whose rules apply.</param>
/// <param name="CharterResolution">The resolution that adopted the charter, in words; null while it may still be edited.</param>
internal sealed record VillageCard(string Code, string Name, string Place, Officer Officer, Charter Charter, string? CharterResolution)
{
    /// <summary>Whether this can be a village's code; what cannot is looked up nowhere.</summary>
    public static bool IsCode(string code) => code.Length == 12 && code.All(char.IsAsciiDigit);

    /// <param name="charter">What holds where the body says nothing of the charter.</param>
    public static VillageCard Read(string code, JsonInput body, Charter charter, string? charterResolution)
    {
        if (!IsCode(code))
            throw new ProblemException(Problem.BadRequest("village-code", "村代码要填 12 位数字。", "village"));
        var place = body.OptionalText("place", 6) ?? code[..6];
        return place.Length == 6 && place.All(char.IsAsciiDigit)
            ? new VillageCard(code, body.Text("name", 60), place, Officer.Read(body.Object("officer")), body.Has("charter") ? CharterJson.Read(body.Object("charter"), charter) : charter, charterResolution)
            : throw body.Fault("place", "place-code", "要填 6 位行政区划代码");
    }

    /// <summary>As it is stored.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>The members of the object, for a larger one that holds them.</summary>
    public void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("village", Code);
        writer.WriteString("name", Name);
        writer.WriteString("place", Place);
        writer.WriteStartObject("officer");
        writer.WriteString("name", Officer.Name);
        writer.WriteString("phone", Officer.Phone);
        writer.WriteEndObject();
        writer.WritePropertyName("charter");
        CharterJson.Write(writer, Charter);
        if (CharterResolution is not null)
            writer.WriteString("charterResolution", CharterResolution);
    }
}

/// <summary>The village officer people turn to (村管理员).</summary>
internal sealed record Officer(string Name, string Phone)
{
    public static Officer Read(JsonInput body) => new(body.Text("name", 20), body.Text("phone", 20));
}
