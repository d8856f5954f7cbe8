using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Shouwang.Bot;

/// <summary>What the bot remembers of one conversation (对话状态). Durable; keep it small and free of medical facts.</summary>
public sealed record ConversationState
{
    /// <summary>What is remembered once the person had everything deleted: that no number of a folder is given twice.</summary>
    public ConversationState Forgotten() => new() { Folders = Math.Max(Folders, Folder) };

    /// <summary>Twelve-digit village code, once known.</summary>
    public string? Village { get; init; }

    /// <summary>When the person agreed to the papers being read; null until then and after withdrawal.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>Whether a parent or guardian agreed for a child under fourteen.</summary>
    public bool ConsentedAsGuardian { get; init; }

    /// <summary>Whether the question for consent has been put in full.</summary>
    public bool ConsentAsked { get; init; }

    /// <summary>Messages with photos that came before the person agreed: nothing of them was taken, and they are heard again afterwards.</summary>
    public IReadOnlyList<EarlyPhotos> Early { get; init => field = value ?? []; } = []; // states written before there were any have none

    /// <summary>The folder (资料袋) that papers go into; 0 before the first.</summary>
    public int Folder { get; init; }

    /// <summary>Whether that folder has its answer, so that the next paper opens a new one.</summary>
    public bool FolderClosed { get; init; }

    /// <summary>The highest number a folder of this conversation has had.</summary>
    public int Folders { get; init; }

    /// <summary>Papers of open folders that the person has been told about, by the first characters of their hash.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Everybody whose papers came by this conversation, each with a folder of their own; the person themselves has an empty name.</summary>
    public IReadOnlyList<Patient> Patients { get; init; } = [];

    /// <summary>Those whom the phone acted for by a card that was taken back: it hears nothing more of them.</summary>
    public IReadOnlyList<Patient> Ended { get; init => field = value ?? []; } = []; // states written before there were any have none

    /// <summary>Pictures that wait for the answer to whose they are.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>Papers whose place is not settled: they bear another name than their folder's person, or none where papers are told apart by it.</summary>
    public IReadOnlyList<StrayPaper> Strays { get; init => field = value ?? []; } = []; // states written before there were any have none

    /// <summary>Several people were named at once: what comes now goes to whoever it names.</summary>
    public bool ByName { get; init; }

    /// <summary>Claims told while another question waited: whether what was read is right is still to be asked.</summary>
    public IReadOnlyList<string> Unasked { get; init => field = value ?? []; } = []; // states written before there were any have none

    /// <summary>The claims an officer's list showed last, by their number there.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>What officers wrote that the person has not seen yet; gone once it is told.</summary>
    public IReadOnlyList<OfficerNote> Unread { get; init => field = value ?? []; } = []; // states written before there were any have none

    /// <summary>When somebody of the village was last called for the person.</summary>
    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>When the person last sent something.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Whom the person acts for, as they said it: "母亲", "张三"; null for themselves.</summary>
    public string? ActingFor { get; init; }

    /// <summary>The dialog that waits for an answer: the catalogue key of its question.</summary>
    public string? Waiting { get; init; }

    /// <summary>Answers collected by the waiting dialog.</summary>
    public ImmutableSortedDictionary<string, string> Slots { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The numbered choices offered last: "2" means the second.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What the last message with several questions asked, in their order: "the second once more".</summary>
    public IReadOnlyList<string> Several { get; init => field = value ?? []; } = []; // states written before there was one have none

    /// <summary>How often in a row nothing was understood.</summary>
    public int NotUnderstood { get; init; }
}

/// <summary>A message with photos that came before the person agreed (先发来的照片).</summary>
/// <param name="Message">Id of the activity.</param>
/// <param name="CanBeFetched">The platform that carries the chat still has them; else whoever sent them sends them again.</param>
public sealed record EarlyPhotos(string Message, bool CanBeFetched);

/// <summary>Somebody whose papers come by this conversation (病人).</summary>
/// <param name="Name">As it was said: "母亲", "陆根生"; empty for the person of the conversation.</param>
/// <param name="AgreedAt">When their own agreement was affirmed.</param>
/// <param name="Guardian">Whether a parent or guardian agreed for them.</param>
/// <param name="Folder">Their latest folder; 0 before the first.</param>
public sealed record Patient(string Name, DateTimeOffset AgreedAt, bool Guardian, int Folder, bool FolderClosed)
{
    /// <summary>Only a volunteer's card lets this phone act for them.</summary>
    public bool ByCard { get; init; }
}

/// <summary>A paper of an open folder of which it has to be said whose it is (名字对不上的纸).</summary>
/// <param name="Name">The name on it; empty where it bears none.</param>
public sealed record StrayPaper(string Hash, int Folder, string Name);

/// <summary>Words of an officer for the person (回话).</summary>
public sealed record OfficerNote(string Name, string Words);

/// <summary>Stored form of <see cref="ConversationState"/>: camel case, nothing that is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
public sealed partial class ConversationStateJson : JsonSerializerContext;
