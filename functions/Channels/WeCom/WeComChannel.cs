using System.Globalization;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.WeCom;

/// <summary>Replies through customer service (客服回复): five within two days of a message, each under an id of its own so that none comes twice; what is beyond waits for the next message.</summary>
internal sealed class WeComChannel(WeComOptions options, WeComApi api, DeliveryRows rows, TimeProvider clock) : IChannel
{
    public const string ChannelName = "wecom";

    /// <summary>The customer-service account the person writes to.</summary>
    public const string Account = "account";

    /// <summary>When the chat was opened, and the code that lets it be answered.</summary>
    public const string Welcome = "welcome";

    const int MostRows = 10;
    static readonly TimeSpan WelcomeTime = TimeSpan.FromSeconds(18);

    public string Name => ChannelName;

    public Joining? Joining { get; } = options.JoinWindow > TimeSpan.Zero ? new(options.JoinWindow, WeComOptions.LongestText, activity => PlainForm.Of(activity).Text) : null;

    public async Task<Delivery> SendAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (await rows.RecallAsync(reply.Conversation.Id, Account, cancellationToken) is not { } account) return Delivery.Never("no account");
        var form = PlainForm.Of(reply.Activity);
        var pieces = TextPieces.Of(form.Text, WeComOptions.LongestText);
        for (var i = 0; i < pieces.Count; i++)
        {
            var text = pieces.Count == 1 && form is { Head.Length: > 0, Choices.Count: > 1 and <= MostRows } ? null : pieces[i];
            var id = string.Create(CultureInfo.InvariantCulture, $"{reply.Key}-{i}");
            var code = await WelcomeAsync(reply.Conversation.Id, cancellationToken) is { } welcome
                ? await api.WelcomeAsync(welcome, id, form, text, cancellationToken)
                : await api.SendAsync(account, reply.Conversation.UserId, id, form, text, cancellationToken);
            if (Outcome(code) is var outcome and not Delivery.Accepted) return outcome;
        }
        return Delivery.Done;
    }

    /// <summary>Customer service has no such sign.</summary>
    public Task ShowTypingAsync(StoredConversation conversation, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<BinaryData?> DownloadAsync(StoredConversation conversation, Attachment attachment, CancellationToken cancellationToken) =>
        attachment.ContentUrl?.StartsWith(WeComMessage.Media, StringComparison.Ordinal) == true
            ? api.MediaAsync(attachment.ContentUrl[WeComMessage.Media.Length..], cancellationToken)
            : Task.FromResult<BinaryData?>(null);

    static Delivery Outcome(int code) => code switch
    {
        0 => Delivery.Done,
        // The five are used up; the state of the session does not allow it: a person has it, or two days are over.
        95001 or 95018 => Delivery.Hold,
        -1 => Delivery.Later(),
        45009 => Delivery.Later(TimeSpan.FromHours(1)),
        45011 or 40001 or 40014 or 42001 => Delivery.Later(TimeSpan.FromMinutes(1)),
        60020 => Delivery.Later(TimeSpan.FromHours(1)),
        _ => Delivery.Never($"error {code}"),
    };

    /// <summary>The code of an opening just now; it is good for one message.</summary>
    async Task<string?> WelcomeAsync(string conversation, CancellationToken stop)
    {
        string? code = null;
        await rows.RememberAsync(conversation, Welcome, text =>
        {
            code = text?.Split('|') is [var at, var given] && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(at)) < WelcomeTime ? given : null;
            return text is { Length: > 0 } ? "" : null;
        }, stop);
        return code;
    }
}
