using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Shouwang.Bot;
using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Conversations;

/// <summary>How conversations are written down.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(IReadOnlyList<Picture>))]
[JsonSerializable(typeof(TurnMessage))]
sealed partial class ConversationJson : JsonSerializerContext
{
    /// <summary>Chinese stays Chinese: an escaped character would take six times the room of a table property.</summary>
    static readonly JsonSerializerOptions Plain = new(ActivityJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonTypeInfo<Activity> Activity { get; } = new ActivityJson(Plain).Activity;
}
