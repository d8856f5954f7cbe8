using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shouwang.Bot.Schema;

/// <summary>One Bot Framework Activity, the parts this system uses. Unknown fields are ignored; channelData is kept as it came.</summary>
public sealed record Activity
{
    public required string Type { get; init; }
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Speak { get; init; }

    /// <summary>The text form of the attachments, for a channel that cannot show cards.</summary>
    public string? Summary { get; init; }
    public string? InputHint { get; init; }
    public string? Locale { get; init; }
    public string? ReplyToId { get; init; }
    public string? Name { get; init; }
    public JsonElement? Value { get; init; }
    public JsonElement? ChannelData { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
}

/// <summary>A user or bot on a channel.</summary>
public sealed record ChannelAccount(string Id, string? Name = null, string? Role = null);

/// <summary>A conversation on a channel.</summary>
public sealed record ConversationAccount(string Id);

/// <summary>A file or a card: contentUrl or content, never both.</summary>
public sealed record Attachment(string ContentType, string? ContentUrl = null, JsonElement? Content = null, string? Name = null);

/// <summary>Buttons under the last message.</summary>
public sealed record SuggestedActions(IReadOnlyList<string> To, IReadOnlyList<CardAction> Actions);

/// <summary>One button: imBack sends and shows its value.</summary>
public sealed record CardAction(string Type, string Title, string Value);

/// <summary>Wire form: camel case, nothing that is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IReadOnlyList<Activity>))]
public sealed partial class ActivityJson : JsonSerializerContext;
