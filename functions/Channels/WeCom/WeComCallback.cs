using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.WeCom;

/// <summary>GET and POST /api/wecom (企业微信回调): the platform says that there is something to fetch.</summary>
internal sealed class WeComCallback(CallbackDoor door, WeComSync sync, ConversationWork work)
{
    /// <summary>The platform hangs up after five seconds; what it would repeat is fetched then, or by the timer.</summary>
    static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(4);

    public IResult Check(HttpContext http) => door.EchoEncrypted(http.Request.Query) is { } echo ? Results.Text(echo) : Results.StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IResult> TakeAsync(HttpContext http)
    {
        if (await door.ReadAsync(http.Request) is not { } fields) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (fields["Event"] != "kf_msg_or_event" || fields["OpenKfId"] is not { Length: > 0 and <= 100 } account) return Results.Text("");
        var failed = true;
        var fetching = work.Run("wecom|" + account, async () =>
        {
            await sync.SyncAsync(account, fields["Token"], CancellationToken.None);
            failed = false;
        });
        return await Task.WhenAny(fetching, Task.Delay(AnswerTime)) == fetching && failed ? Results.StatusCode(StatusCodes.Status500InternalServerError) : Results.Text("");
    }
}
