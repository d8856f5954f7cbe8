using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Shouwang.Bot;

/// <summary>What the bot remembers of one conversation (对话状态). Durable; keep it small and free of medical facts.</summary>
public sealed record ConversationState
{
    /// <summary>Twelve-digit village code, once known.</summary>
    public string? Village { get; init; }

    /// <summary>When the person agreed to the papers being read; null until then and after withdrawal.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>Whether a parent or guardian agreed for a child under fourteen.</summary>
    public bool ConsentedAsGuardian { get; init; }

    /// <summary>Whether the question for consent has been put in full.</summary>
    public bool ConsentAsked { get; init; }

    /// <summary>How many folders (资料袋) this conversation has opened: papers go into the latest.</summary>
    public int Folder { get; init; }

    /// <summary>Whether the latest folder has its answer, so that the next paper opens a new one.</summary>
    public bool FolderClosed { get; init; }

    /// <summary>Whom the person acts for, as they said it: "母亲", "张三"; null for themselves.</summary>
    public string? ActingFor { get; init; }

    /// <summary>The dialog that waits for an answer: the catalogue key of its question.</summary>
    public string? Waiting { get; init; }

    /// <summary>Answers collected by the waiting dialog.</summary>
    public ImmutableSortedDictionary<string, string> Slots { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The numbered choices offered last: "2" means the second.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>How often in a row nothing was understood.</summary>
    public int NotUnderstood { get; init; }
}

/// <summary>Stored form of <see cref="ConversationState"/>: camel case, nothing that is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
public sealed partial class ConversationStateJson : JsonSerializerContext;
