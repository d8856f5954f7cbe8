using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Bot;
using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.Channels.WeCom;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels.Tencent;

public sealed class WeComTests(Azurite azurite) : IAsyncLifetime
{
    const string Send = "/cgi-bin/kf/send_msg";

    readonly ScriptedBot _bot = new();
    readonly MovedClock _clock = new();
    readonly string _user = $"wm{Guid.NewGuid():N}";
    readonly string _account = $"wk{Guid.NewGuid():N}";
    TencentServer _server = null!;
    ChatApp _app = null!;
    Callback _platform = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TencentServer.StartAsync();
        _app = await ChatApp.StartAsync(azurite, _bot, settings: _server.WeCom, clock: _clock);
        _platform = new(_app.Address, TencentServer.CorpId);
    }

    public async ValueTask DisposeAsync()
    {
        _platform.Dispose();
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_real_library_understands_us_and_we_it()
    {
        var cipher = new MessageCipher(TencentServer.Token, TencentServer.AesKey, TencentServer.CorpId);
        var ours = Enumerable.Range(0, 70).Select(i => new string('王', i) + new string('a', i % 5)).Select(text => $"{cipher.Encrypt(text)}|{text}");
        (await Node.RunAsync("Functions/Channels/Tencent/wecom.cjs", [_app.Address.ToString(), .. ours])).ShouldContain(" 0 wrong");
    }

    [Fact]
    public async Task What_people_sent_is_fetched_page_by_page_and_each_message_answered_once()
    {
        Page("", "c1", more: true, Text("m1", "第一句"), Text("m2", "第二句"));
        Page("c1", "c2", more: false, Text("m3", "第三句"), new JsonObject { ["msgid"] = "x", ["origin"] = 5, ["open_kfid"] = _account, ["external_userid"] = _user, ["send_time"] = Now, ["msgtype"] = "text" }, new JsonObject { ["junk"] = true });
        await NewsAsync();
        _server.Texts.ShouldBe([ScriptedBot.Welcome, "您说的是：第一句", "您说的是：第二句", "您说的是：第三句"]);
        _server.Calls.Select(call => (string?)call.Body["msgid"]).Distinct().Count().ShouldBe(4);
        _server.Calls.ShouldAllBe(call => (string?)call.Body["open_kfid"] == _account && (string?)call.Body["touser"] == _user);

        Page("c2", "c3", more: false, Text("m3", "第三句"), Text("m4", "第四句"));
        await NewsAsync();
        _server.Texts.Skip(4).ShouldBe(["您说的是：第四句"]);
    }

    [Fact]
    public async Task Who_opens_the_chat_from_a_villages_link_is_greeted_with_a_menu_by_the_code_of_the_opening()
    {
        Page("", "c1", more: false, new JsonObject
        {
            ["msgid"] = "e1",
            ["send_time"] = Now,
            ["origin"] = 4,
            ["msgtype"] = "event",
            ["event"] = new JsonObject { ["event_type"] = "enter_session", ["open_kfid"] = _account, ["external_userid"] = _user, ["scene_param"] = ScriptedBot.Village, ["welcome_code"] = "W1" },
        });
        await NewsAsync();
        var (path, _, body) = _server.Calls.ShouldHaveSingleItem();
        path.ShouldEndWith("/send_msg_on_event");
        ((string?)body["code"]).ShouldBe("W1");
        ((string?)body["msgmenu"]!["list"]![0]!["click"]!["content"]).ShouldBe("同意");
    }

    [Fact]
    public async Task What_the_session_does_not_take_waits_for_the_next_message()
    {
        Page("", "c1", more: false, Text("m1", "在吗"));
        await NewsAsync();
        _server.Fail(Send, 95018);
        await _app.Services.GetRequiredService<TurnEngine>().TakeAsync(Id, "news", new PaperRead(new PaperView("n1", "read", null, null, null, null, null, [])), default);
        await _app.SettledAsync();
        _server.Texts.Count().ShouldBe(2);
        Page("c1", "c2", more: false, Text("m2", "怎么样了"));
        await NewsAsync();
        _server.Texts.Skip(2).ShouldBe(["读好了：n1", "您说的是：怎么样了"]);
    }

    [Fact]
    public async Task A_fetch_that_fails_is_asked_for_again_and_a_lost_call_is_made_good_by_the_timer()
    {
        Page("", "c1", more: false, Text("m1", "在吗"));
        _server.Fail("/cgi-bin/kf/sync_msg", -1);
        (await TellAsync()).Status.ShouldBe(500);
        await _app.Services.GetRequiredService<WeComSync>().SyncAllAsync(default);
        await _app.SettledAsync();
        _server.Texts.ShouldBe([ScriptedBot.Welcome, "您说的是：在吗"]);
    }

    [Fact]
    public async Task What_was_said_before_the_account_was_connected_is_not_answered()
    {
        var old = Text("m0", "上周的话");
        old["send_time"] = Now - 86_400;
        Page("", "c1", more: false, old, Text("m1", "在吗"));
        await NewsAsync();
        _server.Texts.ShouldBe([ScriptedBot.Welcome, "您说的是：在吗"]);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("file")]
    public async Task Pictures_and_files_are_fetched_by_their_id(string type)
    {
        Page("", "c1", more: false, Text("m1", "同意"));
        await NewsAsync();
        Page("c1", "c2", more: false, new JsonObject { ["msgid"] = "m2", ["origin"] = 3, ["open_kfid"] = _account, ["external_userid"] = _user, ["send_time"] = Now, ["msgtype"] = type, [type] = new JsonObject { ["media_id"] = "M1" } });
        await NewsAsync();
        _server.Texts.Last().ShouldBe("收到1张照片。");
        _bot.Kept.ShouldHaveSingleItem().Value.ToArray().ShouldBe([9, 8, 7]);
    }

    [Theory]
    [InlineData("voice", "Recording")]
    [InlineData("video", "Recording")]
    [InlineData("location", "NoPaper")]
    [InlineData("business_card", "NoPaper")]
    [InlineData("merged_msg", "NoPaper")]
    public async Task What_holds_no_paper_is_told_by_its_kind_and_not_fetched(string type, string kind)
    {
        Page("", "c1", more: false, new JsonObject { ["msgid"] = "m1", ["origin"] = 3, ["open_kfid"] = _account, ["external_userid"] = _user, ["send_time"] = Now, ["msgtype"] = type, [type] = new JsonObject { ["media_id"] = "M1" } });
        await NewsAsync();
        _server.Texts.Last().ShouldBe($"看不了：{kind}");
        _server.Downloads.ShouldBe(0);
    }

    long Now => _clock.GetUtcNow().ToUnixTimeSeconds();

    string Id => WeComMessage.Read(System.Text.Json.JsonElement.Parse(Text("m", "x").ToJsonString()))!.ConversationId(TencentServer.CorpId);

    JsonObject Text(string id, string text) => new()
    {
        ["msgid"] = id,
        ["origin"] = 3,
        ["open_kfid"] = _account,
        ["external_userid"] = _user,
        ["send_time"] = Now,
        ["msgtype"] = "text",
        ["text"] = new JsonObject { ["content"] = text },
    };

    void Page(string cursor, string next, bool more, params JsonNode[] messages) =>
        _server.Pages[cursor] = new JsonObject { ["errcode"] = 0, ["next_cursor"] = next, ["has_more"] = more ? 1 : 0, ["msg_list"] = new JsonArray(messages) };

    Task<(int Status, string Text)> TellAsync() =>
        _platform.TellAsync("/api/wecom", $"<xml><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>K</Token><OpenKfId>{_account}</OpenKfId></xml>", query: "");

    async Task NewsAsync()
    {
        (await TellAsync()).Status.ShouldBe(200);
        await _app.SettledAsync();
    }
}
