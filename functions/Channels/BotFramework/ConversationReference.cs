using System.Text.Json;
using System.Text.Json.Serialization;
using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>Where a conversation is reached (会话地址): written down only from calls whose token was checked, renewed at each.</summary>
/// <param name="Last">Our id of the last message taken in.</param>
/// <param name="LastOnWire">The channel's id of the same, which a reply names.</param>
internal sealed record ConversationReference(string ServiceUrl, string ChannelId, string Conversation, ChannelAccount User, ChannelAccount Bot, string? Last = null, string? LastOnWire = null)
{
    /// <summary>How it is kept among what the channel remembers.</summary>
    public const string Memo = "reference";

    public string Write() => JsonSerializer.Serialize(this, BotFrameworkJson.Default.ConversationReference);

    public static ConversationReference? Read(string? text) => text is null ? null : JsonSerializer.Deserialize(text, BotFrameworkJson.Default.ConversationReference);
}

/// <summary>What the body of a call holds beyond the activity's own parts.</summary>
internal sealed record InboundExtras(string? DeliveryMode, InboundConversation? Conversation);

internal sealed record InboundConversation(bool? IsGroup);

/// <summary>Replies in the answer itself, where the caller expects them there.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(InboundExtras))]
[JsonSerializable(typeof(ExpectedReplies))]
sealed partial class BotFrameworkJson : JsonSerializerContext;
