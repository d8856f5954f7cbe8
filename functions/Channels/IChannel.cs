using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels;

/// <summary>A channel that has to be called (需主动调用的渠道): maps activities to its wire, holds no dialog logic.</summary>
internal interface IChannel
{
    /// <summary>The name its conversations are kept under.</summary>
    string Name { get; }

    /// <summary>Where each message is counted: how long to wait for more that is due to the same person, and how much one message holds. Null where each reply goes by itself.</summary>
    Joining? Joining => null;

    /// <summary>Sends one reply. Exceptions count as a wire that did not work this time.</summary>
    Task<Delivery> SendAsync(Reply reply, CancellationToken cancellationToken);

    /// <summary>Shows that an answer is being worked on; nothing depends on it.</summary>
    Task ShowTypingAsync(StoredConversation conversation, CancellationToken cancellationToken);

    /// <summary>Downloads one attachment of a recorded message.</summary>
    /// <returns>null where it is gone or will never come; an exception where it may come later.</returns>
    Task<BinaryData?> DownloadAsync(StoredConversation conversation, Attachment attachment, CancellationToken cancellationToken);
}

/// <summary>How replies are joined into one message (合并发送).</summary>
/// <param name="Window">So long after a reply was written, more may still come.</param>
/// <param name="Longest">Characters of one message.</param>
/// <param name="Words">A reply in words alone.</param>
internal sealed record Joining(TimeSpan Window, int Longest, Func<Activity, string> Words)
{
    /// <summary>The window that is set, or a second and a half; 0 turns joining off.</summary>
    public static TimeSpan WindowFrom(string? milliseconds) => TimeSpan.FromMilliseconds(int.TryParse(milliseconds, out var set) && set is >= 0 and <= 10_000 ? set : 1_500);
}

/// <summary>One reply on its way out (待送回复).</summary>
/// <param name="Key">The same at every try: what a wire that knows repeats goes by. 24 letters and digits.</param>
internal sealed record Reply(StoredConversation Conversation, long Sequence, Activity Activity, string Key);

/// <summary>What became of a try to deliver (送达结果).</summary>
internal abstract record Delivery
{
    /// <summary>The wire took it.</summary>
    public static readonly Delivery Done = new Accepted();

    /// <summary>It can never be delivered: no such person, or nothing the wire takes.</summary>
    public static Delivery Never(string why) => new Refused(why);

    /// <summary>Not before the person writes again.</summary>
    public static readonly Delivery Hold = new Held();

    /// <summary>Not now; when the wire says how long to wait, not before.</summary>
    public static Delivery Later(TimeSpan? wait = null) => new Postponed(wait);

    public sealed record Accepted : Delivery;

    /// <param name="Why">A kind, for the log: never what was said.</param>
    public sealed record Refused(string Why) : Delivery;

    public sealed record Held : Delivery;

    public sealed record Postponed(TimeSpan? Wait) : Delivery;
}
