using System.Text.Json;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.WeCom;

/// <summary>Fetches what people sent (拉取消息). A page is recorded, then the cursor behind it is kept; a page that is fetched twice is known by its messages' ids.</summary>
internal sealed class WeComSync(WeComOptions options, WeComApi api, Reception reception, DeliveryRows rows, TimeProvider clock)
{
    const string Cursor = "cursor";
    const string Accounts = "accounts";
    static readonly TimeSpan WelcomeTime = TimeSpan.FromSeconds(18);

    /// <summary>Not a conversation: where the channel keeps what it remembers of itself.</summary>
    static string Place(string account) => "wecom-" + string.Concat(account.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));

    public async Task SyncAsync(string account, string? token, CancellationToken stop)
    {
        await rows.RememberAsync(Place(Accounts), Accounts, known => Words(known).Contains(account) ? null : $"{known} {account}".Trim(), stop);
        while (true)
        {
            var cursor = await rows.RecallAsync(Place(account), Cursor, stop) ?? "";
            var page = await api.SyncAsync(account, cursor, token, stop);
            if (page.TryGetProperty("msg_list", out var list) && list.ValueKind == JsonValueKind.Array)
                foreach (var message in list.EnumerateArray().Select(WeComMessage.Read).OfType<WeComMessage>())
                    if (cursor.Length > 0 || clock.GetUtcNow() - message.Sent < WeComOptions.OldAtFirst)
                        await TakeAsync(message, stop);
            var next = page.TryGetProperty("next_cursor", out var after) && after.ValueKind == JsonValueKind.String ? after.GetString()! : "";
            if (next.Length > 0) await rows.RememberAsync(Place(account), Cursor, now => now is null || now == cursor ? next : null, stop);
            if (!(page.TryGetProperty("has_more", out var more) && more.ValueKind == JsonValueKind.Number && more.GetInt32() == 1) || next.Length == 0 || next == cursor) return;
        }
    }

    /// <summary>Fetches for every account that has ever called: what a lost call would have brought.</summary>
    public async Task SyncAllAsync(CancellationToken stop)
    {
        foreach (var account in Words(await rows.RecallAsync(Place(Accounts), Accounts, stop)))
            await SyncAsync(account, token: null, stop);
    }

    async Task TakeAsync(WeComMessage message, CancellationToken stop)
    {
        var caller = new Caller(message.ConversationId(options.CorpId), WeComChannel.ChannelName, message.Person, "zh-CN", message.Village);
        var (conversation, created) = await reception.OpenAsync(caller, stop);
        if (created) await rows.RememberAsync(conversation.Id, WeComChannel.Account, _ => message.Account, stop);
        if (message.IsArrival)
        {
            if (message.WelcomeCode is { Length: > 0 } code && clock.GetUtcNow() - message.Sent < WelcomeTime)
                await rows.RememberAsync(conversation.Id, WeComChannel.Welcome, _ => $"{message.Sent.ToUnixTimeSeconds()}|{code}", stop);
            await reception.GreetAsync(caller, message.Id);
            return;
        }
        if (created) await reception.GreetAsync(caller, arrival: null);
        await reception.TakeInAsync(conversation, message.Said, message.Id);
    }

    static string[] Words(string? list) => (list ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
