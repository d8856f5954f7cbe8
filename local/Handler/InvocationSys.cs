using System.Text.Json;

namespace Shouwang.Local.Handler;

/// <summary>The member <c>sys</c> that the host adds to every payload's Metadata.</summary>
static class InvocationSys
{
    public static void Write(Utf8JsonWriter json, string function, DateTimeOffset now)
    {
        json.WriteStartObject("sys");
        json.WriteString("MethodName", function);
        json.WriteString("UtcNow", now.UtcDateTime);
        json.WriteString("RandGuid", Guid.NewGuid());
        json.WriteEndObject();
    }
}
