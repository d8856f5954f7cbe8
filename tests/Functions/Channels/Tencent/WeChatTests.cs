using Microsoft.Extensions.DependencyInjection;
using Shouwang.Bot;
using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.Channels.WeChat;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels.Tencent;

public sealed class WeChatTests(Azurite azurite) : IAsyncLifetime
{
    const string Send = "/cgi-bin/message/custom/send";

    readonly ScriptedBot _bot = new();
    readonly MovedClock _clock = new();
    readonly string _user = $"o{Guid.NewGuid():N}";
    TencentServer _server = null!;
    ChatApp _app = null!;
    Callback _platform = null!;
    int _id;

    public async ValueTask InitializeAsync()
    {
        _server = await TencentServer.StartAsync();
        _app = await ChatApp.StartAsync(azurite, _bot, settings: _server.WeChat, clock: _clock);
        _platform = new(_app.Address, TencentServer.AppId);
    }

    public async ValueTask DisposeAsync()
    {
        _platform.Dispose();
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_real_library_understands_us_and_we_it() =>
        (await Node.RunAsync("Functions/Channels/Tencent/wechat.cjs", _app.Address.ToString())).ShouldContain(" 0 wrong");

    [Fact]
    public async Task Who_subscribes_by_a_villages_code_is_greeted_in_the_answer_once_and_again_at_the_next_scan()
    {
        var first = await EventAsync("subscribe", $"qrscene_{ScriptedBot.Village}", 100);
        XmlFields.Read(first)!["Content"].ShouldBe($"{ScriptedBot.Welcome}\n1 同意\n2 报销进度\n3 人工");
        // All but the second in which it is answered.
        XmlFields.Read(await EventAsync("subscribe", $"qrscene_{ScriptedBot.Village}", 100))!["Content"].ShouldBe(XmlFields.Read(first)!["Content"], "a repeat is answered as the first time");
        XmlFields.Read(await EventAsync("SCAN", ScriptedBot.Village, 200))!["Content"].ShouldContain(ScriptedBot.Welcome);
        await _app.SettledAsync();
        _server.Calls.ShouldBeEmpty();
        (await _app.Services.GetRequiredService<ConversationStore>().FindAsync(Id, default))!.Next.ShouldBe(2);
    }

    [Fact]
    public async Task A_slow_answer_goes_as_a_message_of_its_own_after_a_sign_that_it_comes()
    {
        await SayAsync("你好");
        _bot.Hold = new TaskCompletionSource();
        (await SayAsync("慢慢来")).ShouldBe("success");
        _bot.Hold.SetResult();
        _bot.Hold = null;
        await _app.SettledAsync();
        _server.Texts.ShouldBe(["您说的是：慢慢来"]);
        _server.Calls.ShouldContain(call => call.Path.EndsWith("/typing"));
        _server.Calls.Last().Raw.ShouldContain("慢慢来", Case.Sensitive, "Chinese goes unescaped");
    }

    [Fact]
    public async Task News_goes_while_the_window_is_open_and_beyond_it_waits_announced_once_without_saying_what_it_is()
    {
        await SayAsync("你好");
        for (var i = 1; i <= 7; i++) await NewsAsync($"n{i}");
        _server.Texts.ShouldBe(Enumerable.Range(1, 5).Select(i => $"读好了：n{i}"));
        var template = _server.Calls.Single(call => call.Path.EndsWith("/template/send"));
        template.Body["client_msg_id"]!.GetValue<string>().Length.ShouldBe(24);
        template.Body["data"]!["thing1"]!["value"]!.GetValue<string>().ShouldBe("村里互助的办理进展");
        template.Raw.ShouldNotContain("n6");

        _clock.Ahead = TimeSpan.FromHours(1);
        var answer = XmlFields.Read(await SayAsync("怎么样了"))!["Content"];
        answer.ShouldBe("读好了：n6\n\n读好了：n7\n\n您说的是：怎么样了");
        _clock.Ahead = TimeSpan.FromHours(50);
        await NewsAsync("n8");
        _server.Calls.Count(call => call.Path.EndsWith("/template/send")).ShouldBe(2);
    }

    [Fact]
    public async Task Late_news_that_is_due_together_goes_as_one_message_in_order_and_whole_again_after_a_failure()
    {
        var settings = _server.WeChat;
        settings["SHOUWANG_JOIN_MS"] = "800";
        await using var app = await ChatApp.StartAsync(azurite, _bot, settings: settings, clock: _clock);
        using var platform = new Callback(app.Address, TencentServer.AppId);
        await platform.TellAsync("/api/wechat", Xml($"<MsgType>text</MsgType><Content>你好</Content><MsgId>{++_id}</MsgId>"), at: _clock.GetUtcNow());
        _server.Fail(Send, -1);
        foreach (var name in (string[])["n1", "n2", "n3"])
            await app.Services.GetRequiredService<TurnEngine>().TakeAsync(Id, name, new PaperRead(new PaperView(name, "read", null, null, null, null, null, [])), default);
        await app.SettledAsync();
        _server.Texts.ShouldBeEmpty();
        _clock.Ahead = TimeSpan.FromMinutes(1);
        await app.Services.GetRequiredService<IOutbox>().DeliverAsync(Id, default);
        _server.Texts.ShouldBe(["读好了：n1\n\n读好了：n2\n\n读好了：n3"]);
        foreach (var name in (string[])[new('长', 590), new('短', 5)])
            await app.Services.GetRequiredService<TurnEngine>().TakeAsync(Id, name, new PaperRead(new PaperView(name, "read", null, null, null, null, null, [])), default);
        await app.SettledAsync();
        _server.Texts.Skip(1).ShouldBe([$"读好了：{new string('长', 590)}", $"读好了：{new string('短', 5)}"]);
    }

    [Theory]
    [InlineData(45015)]
    [InlineData(45047)]
    public async Task What_the_platform_says_of_the_window_counts_more_than_our_own_reckoning(int code)
    {
        await SayAsync("你好");
        _server.Fail(Send, code);
        await NewsAsync("n1");
        _server.Texts.ShouldBeEmpty();
        _server.Calls.Count(call => call.Path.EndsWith("/template/send")).ShouldBe(1);
        XmlFields.Read(await SayAsync("在吗"))!["Content"].ShouldBe("读好了：n1\n\n您说的是：在吗");
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(42001)]
    public async Task An_old_token_is_renewed_at_once(int code)
    {
        await SayAsync("你好");
        _server.Fail(Send, code);
        await NewsAsync("n1");
        _server.Texts.ShouldBe(["读好了：n1"]);
    }

    [Fact]
    public async Task A_busy_platform_is_asked_again_and_a_person_who_left_is_not()
    {
        await SayAsync("你好");
        _server.Fail(Send, -1);
        await NewsAsync("n1");
        _server.Texts.ShouldBeEmpty();
        _clock.Ahead = TimeSpan.FromMinutes(1);
        await _app.Services.GetRequiredService<IOutbox>().DeliverAsync(Id, default);
        _server.Texts.ShouldBe(["读好了：n1"]);
        await EventAsync("unsubscribe", "", 300);
        await NewsAsync("n2");
        _server.Calls.Count.ShouldBe(1);
        await EventAsync("subscribe", "", 400);
        await NewsAsync("n3");
        _server.Texts.Last().ShouldBe("读好了：n3");
    }

    [Fact]
    public async Task Pictures_are_fetched_by_their_id_and_one_that_is_gone_is_asked_for_again()
    {
        await SayAsync("同意");
        XmlFields.Read(await ImageAsync())!["Content"].ShouldBe("收到1张照片。");
        _bot.Kept.ShouldHaveSingleItem().Value.ToArray().ShouldBe([9, 8, 7]);
        _server.File = null;
        XmlFields.Read(await ImageAsync())!["Content"].ShouldBe("收到1张照片。");
        _bot.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pictures_from_before_the_person_agreed_are_fetched_once_they_have_and_each_only_once()
    {
        await SayAsync("你好");
        XmlFields.Read(await ImageAsync())!["Content"].ShouldBe("先不收1张照片。");
        await ImageAsync();
        await _app.SettledAsync();
        (_bot.Kept.Count, _server.Downloads).ShouldBe((0, 0));
        XmlFields.Read(await SayAsync("同意"))!["Content"].ShouldStartWith("好的，请发照片。");
        await _app.SettledAsync();
        _bot.Kept.ShouldHaveSingleItem().Value.ToArray().ShouldBe([9, 8, 7]);
        _server.Downloads.ShouldBe(2);
        await SayAsync("同意");
        await _app.Services.GetRequiredService<TurnEngine>().TakePendingAsync(Id, default);
        await _app.SettledAsync();
        _bot.Applied.Count(it => it.Effect is SubmitPaper).ShouldBe(2);
    }

    [Theory]
    [InlineData("<MsgType>voice</MsgType><MediaId>v</MediaId><Format>amr</Format><Recognition>住院花了五万三</Recognition>", "您说的是：住院花了五万三")]
    [InlineData("<MsgType>voice</MsgType><MediaId>v</MediaId><Format>amr</Format><Recognition></Recognition>", "看不了：Recording")]
    [InlineData("<MsgType>video</MsgType><MediaId>v</MediaId>", "看不了：Recording")]
    [InlineData("<MsgType>location</MsgType><Location_X>1</Location_X>", "看不了：NoPaper")]
    [InlineData("<MsgType>link</MsgType><Title>一篇文章</Title><Url>https://mp.example/1</Url>", "看不了：NoPaper")]
    [InlineData("<MsgType>text</MsgType><Content>【收到不支持的消息类型，暂无法显示】</Content>", "看不了：NoPaper")]
    [InlineData("<MsgType>file</MsgType><Title>电子票据.pdf</Title><FileTotalLen>52000</FileTotalLen>", "看不了：NotDelivered")]
    [InlineData("<MsgType>event</MsgType><Event>CLICK</Event><EventKey>查进度</EventKey>", "您说的是：查进度")]
    [InlineData("<MsgType>text</MsgType><Content>同意书</Content><bizmsgmenuid>1</bizmsgmenuid>", "您说的是：同意书")]
    public async Task Every_kind_of_message_means_something(string parts, string answer)
    {
        await SayAsync("你好");
        XmlFields.Read(await TellAsync(parts + $"<MsgId>{++_id}</MsgId>"))!["Content"].ShouldBe(answer);
    }

    [Fact]
    public async Task A_menu_that_goes_as_a_message_can_be_tapped_and_is_words_where_it_may_not()
    {
        await EventAsync("subscribe", "", 500);
        _clock.Ahead = TimeSpan.FromSeconds(10);
        foreach (var code in (int[])[0, 40200])
        {
            _server.Fail(Send, code);
            await _app.Services.GetRequiredService<TurnEngine>().TakeAsync(Id, $"again {code}", new PersonArrived(), default);
            await _app.SettledAsync();
        }
        var calls = _server.Calls.ToArray();
        calls[0].Body["msgmenu"]!["list"]![1]!["content"]!.GetValue<string>().ShouldBe("报销进度");
        calls[1].Body["text"]!["content"]!.GetValue<string>().ShouldBe($"{ScriptedBot.Welcome}\n1 同意\n2 报销进度\n3 人工");
    }

    [Fact]
    public async Task Old_and_replayed_calls_are_refused_and_odd_ones_do_no_harm()
    {
        var hello = Xml("<MsgType>text</MsgType><Content>x</Content><MsgId>1</MsgId>");
        (await _platform.TellAsync("/api/wechat", hello, at: DateTimeOffset.UtcNow.AddMinutes(-11))).Status.ShouldBe(403);
        (await _platform.TellAsync("/api/wechat", hello, at: DateTimeOffset.UtcNow.AddMinutes(11))).Status.ShouldBe(403);
        var at = DateTimeOffset.UtcNow;
        (await _platform.TellAsync("/api/wechat", hello, at, nonce: "n1")).Status.ShouldBe(200);
        (await _platform.TellAsync("/api/wechat", hello, at, nonce: "n1")).Status.ShouldBe(403, "another call under the same nonce");
        (await _platform.TellAsync("/api/wechat", hello, query: "")).Status.ShouldBe(403);
        foreach (var odd in (string[])["<xml/>", "<xml><FromUserName>o</FromUserName></xml>", Xml("<MsgType>event</MsgType><Event>VIEW</Event>"), Xml("<MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event><Status>failed:user block</Status>"), Xml("<MsgType>hologram</MsgType>"), "nonsense"])
            (await _platform.TellAsync("/api/wechat", odd)).ShouldBeOneOf((200, "success"), (403, ""));
        using var http = new HttpClient();
        foreach (var body in (string[])["", "x", "<xml><Encrypt>x</Encrypt></xml>", new string('a', 70_000)])
            ((int)(await http.PostAsync(new Uri(_app.Address, "/api/wechat?encrypt_type=aes&timestamp=1&nonce=1&msg_signature=1"), new StringContent(body))).StatusCode).ShouldBeOneOf(403, 413);
    }

    [Fact]
    public async Task Without_settings_or_with_half_of_them_there_is_no_such_address()
    {
        var half = _server.WeChat;
        half["SHOUWANG_WECHAT_AES_KEY"] = "short";
        await using var bare = await ChatApp.StartAsync(azurite, _bot, settings: half);
        using var http = new HttpClient { BaseAddress = bare.Address };
        foreach (var path in (string[])["/api/wechat", "/api/wecom"])
        {
            ((int)(await http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode).ShouldBe(404);
            ((int)(await http.PostAsync(new Uri(path, UriKind.Relative), new StringContent(""))).StatusCode).ShouldBe(404);
        }
    }

    [Fact]
    public void A_window_once_open_is_never_made_smaller()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        var five = WeChatBudget.Message(now);
        five.With(WeChatBudget.Touch(now), now).ShouldBe(five);
        five.Spend(now)!.With(WeChatBudget.Message(now), now).ShouldBe(five);
        WeChatBudget.None.With(WeChatBudget.Touch(now), now).ShouldBe(WeChatBudget.Touch(now));
        WeChatBudget.Touch(now).Spend(now.AddMinutes(2)).ShouldBeNull();
        WeChatBudget.Read(five.Write()).ShouldBe(five);
        WeChatBudget.Read(null).Spend(now).ShouldBeNull();
    }

    string Id => new WeChatMessage(XmlFields.Read(Xml(""))!).ConversationId(TencentServer.AppId);

    string Xml(string parts, long created = 1) => $"<xml><ToUserName>gh_1</ToUserName><FromUserName>{_user}</FromUserName><CreateTime>{created}</CreateTime>{parts}</xml>";

    async Task<string> TellAsync(string parts, long created = 1)
    {
        var (status, text) = await _platform.TellAsync("/api/wechat", Xml(parts, created), at: _clock.GetUtcNow());
        status.ShouldBe(200);
        return text;
    }

    Task<string> SayAsync(string text) => TellAsync($"<MsgType>text</MsgType><Content>{text}</Content><MsgId>{++_id}</MsgId>");

    Task<string> ImageAsync() => TellAsync($"<MsgType>image</MsgType><PicUrl>http://x</PicUrl><MediaId>M{_id}</MediaId><MsgId>{++_id}</MsgId>");

    Task<string> EventAsync(string name, string key, long created) => TellAsync($"<MsgType>event</MsgType><Event>{name}</Event><EventKey>{key}</EventKey>", created);

    async Task NewsAsync(string name)
    {
        await _app.Services.GetRequiredService<TurnEngine>().TakeAsync(Id, name, new PaperRead(new PaperView(name, "read", null, null, null, null, null, [])), default);
        await _app.SettledAsync();
    }
}
