using System.Text.Json.Serialization;
using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Who and from where: body of tokens/generate and of conversations.</summary>
internal sealed record StartRequest(ChannelAccount? User = null, string? Locale = null, IReadOnlyList<string>? TrustedOrigins = null);

/// <summary>A conversation with the means to take part in it.</summary>
internal sealed record ConversationAnswer(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

/// <summary>Activities, and the watermark after them.</summary>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

/// <summary>Id of what was recorded.</summary>
internal sealed record ResourceAnswer(string Id);

internal sealed record ErrorAnswer(ErrorBody Error);

internal sealed record ErrorBody(string Code, string Message);

/// <summary>Wire form of the channel's own messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ResourceAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(Activity))]
sealed partial class DirectLineJson : JsonSerializerContext;
