using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Bot;
using Shouwang.Functions.Channels.BotFramework;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels.BotFramework;

public sealed class BotFrameworkTests(Azurite azurite) : IAsyncLifetime
{
    readonly ScriptedBot _bot = new();
    readonly MovedClock _clock = new();
    readonly HttpClient _http = new();
    readonly string _user = $"29:{Guid.NewGuid():N}";
    BotService _service = null!;
    ChatApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await BotService.StartAsync();
        _app = await ChatApp.StartAsync(azurite, _bot, settings: _service.Settings, clock: _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _service.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task The_real_connector_says_the_same_of_every_token()
    {
        string[] keys = [.. _service.Keys.Select(key => Convert.ToBase64String(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem())))];
        var said = await Node.RunAsync("Functions/Channels/BotFramework/token-differential.cjs", [_app.Address.ToString(), _service.ServiceUrl, .. keys]);
        said.ShouldContain(" 0 wrong");
        int.Parse(said.Split(' ')[0]).ShouldBeGreaterThanOrEqualTo(40);
    }

    [Fact]
    public async Task A_person_is_greeted_answered_and_told_later_each_thing_once_in_order()
    {
        (await SendAsync("报销进度", "m1")).ShouldBe(202);
        await _app.SettledAsync();
        (await SendAsync("报销进度", "m1")).ShouldBe(202);
        await _app.SettledAsync();
        await _app.Services.GetRequiredService<TurnEngine>().TakeAsync(Id, "read-1", new PaperRead(new PaperView("77", "read", null, null, null, null, null, [])), default);
        await _app.SettledAsync();

        _service.Messages.Select(message => (string?)message["text"]).ShouldBe([ScriptedBot.Welcome, "您说的是：报销进度", "读好了：77"]);
        var (path, authorization, reply) = _service.Received.ToArray()[1];
        Uri.UnescapeDataString(path).ShouldBe($"/v3/conversations/a:{_user}|1/activities/m1");
        authorization.ShouldBe("Bearer token-1");
        reply["replyToId"]!.GetValue<string>().ShouldBe("m1");
        reply["recipient"]!["id"]!.GetValue<string>().ShouldBe(_user);
        reply["from"]!["id"]!.GetValue<string>().ShouldBe("28:bot");
        reply["channelId"]!.GetValue<string>().ShouldBe("msteams");
        reply["id"].ShouldBeNull();
        _service.Messages.First()["suggestedActions"]!["to"]![0]!.GetValue<string>().ShouldBe(_user);
        _service.TokensGiven.ShouldBe(1);
    }

    [Theory]
    [InlineData(429, 30)]
    [InlineData(503, null)]
    [InlineData(500, null)]
    public async Task What_the_service_does_not_take_now_is_tried_again_not_too_soon_and_keeps_its_place(int status, int? wait)
    {
        _service.Faults.Enqueue((status, wait));
        await SendAsync("第一句", "m1");
        await SendAsync("第二句", "m2");
        await _app.SettledAsync();
        _service.Messages.ShouldBeEmpty();
        (await DeliverAsync(_app)).ShouldBeFalse();
        _clock.Ahead = TimeSpan.FromSeconds(wait ?? 8);
        (await DeliverAsync(_app)).ShouldBeTrue();
        _service.Messages.Select(message => (string?)message["text"]).ShouldBe([ScriptedBot.Welcome, "您说的是：第一句", "您说的是：第二句"]);
    }

    [Fact]
    public async Task A_token_the_service_no_longer_takes_is_renewed_once()
    {
        _service.Faults.Enqueue((401, null));
        await SendAsync("在吗", "m1");
        await _app.SettledAsync();
        _service.Messages.Count().ShouldBe(2);
        _service.Received.Last().Authorization.ShouldBe("Bearer token-2");
    }

    [Fact]
    public async Task A_conversation_that_is_gone_holds_nothing_up()
    {
        _service.Faults.Enqueue((403, null));
        await SendAsync("在吗", "m1");
        await _app.SettledAsync();
        _service.Messages.Select(message => (string?)message["text"]).ShouldBe(["您说的是：在吗"]);
    }

    [Fact]
    public async Task What_a_process_died_over_another_delivers()
    {
        _service.Faults.Enqueue((503, null));
        await SendAsync("在吗", "m1");
        await _app.SettledAsync();
        _clock.Ahead = TimeSpan.FromMinutes(1);
        await using var other = await ChatApp.StartAsync(azurite, _bot, settings: _service.Settings, clock: _clock);
        await Task.WhenAll(DeliverAsync(_app), DeliverAsync(other), DeliverAsync(other));
        _service.Messages.Select(message => (string?)message["text"]).ShouldBe([ScriptedBot.Welcome, "您说的是：在吗"]);
    }

    [Fact]
    public async Task Pictures_are_fetched_with_our_token_from_listed_hosts_alone()
    {
        await SendAsync("同意", "m0");
        await _app.SettledAsync();
        var activity = _service.Activity("", "m1", _user);
        activity["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = $"{_service.ServiceUrl}files/a.jpg", ["name"] = "a.jpg" },
            new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = "https://169.254.169.254/latest", ["name"] = "b.jpg" },
            new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = $"{_service.ServiceUrl}gone/c.jpg" },
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>看</p>" });
        (await SendAsync(activity)).ShouldBe(202);
        await _app.SettledAsync();
        ((string?)_service.Messages.Last()["text"]).ShouldBe("收到3张照片。");
        _bot.Kept.ShouldHaveSingleItem().Value.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Who_expects_replies_gets_them_in_the_answer_and_nowhere_else()
    {
        await SendAsync("你好", "m0");
        await _app.SettledAsync();
        var before = _service.Messages.Count();
        var activity = _service.Activity("在吗", "m1", _user);
        activity["deliveryMode"] = "expectReplies";
        using var answer = await PostAsync(activity.ToJsonString(), _service.Token());
        var replies = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["activities"]!.AsArray();
        ((string?)replies.ShouldHaveSingleItem()!["text"]).ShouldBe("您说的是：在吗");
        await _app.SettledAsync();
        await DeliverAsync(_app);
        _service.Messages.Count().ShouldBe(before);
    }

    [Fact]
    public async Task Coming_in_is_greeted_and_groups_are_not_answered()
    {
        var arrival = _service.Activity("", "u1", _user);
        arrival["type"] = "conversationUpdate";
        arrival["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" }, new JsonObject { ["id"] = _user });
        (await SendAsync(arrival)).ShouldBe(202);
        (await SendAsync(arrival)).ShouldBe(202);
        var group = _service.Activity("我的病", "g1", _user);
        group["conversation"]!["isGroup"] = true;
        (await SendAsync(group)).ShouldBe(202);
        await _app.SettledAsync();
        _service.Messages.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("""{"type":"message"}""", 400)]
    [InlineData("""{"type":"invoke","channelId":"msteams","serviceUrl":"S","conversation":{"id":"c"},"from":{"id":"u"},"recipient":{"id":"b"}}""", 400)]
    [InlineData("""{"type":"invoke","name":"x/y","channelId":"msteams","serviceUrl":"S","conversation":{"id":"c"},"from":{"id":"u"},"recipient":{"id":"b"}}""", 501)]
    [InlineData("""{"type":"typing","channelId":"msteams","serviceUrl":"S","conversation":{"id":"c"},"from":{"id":"u"},"recipient":{"id":"b"}}""", 202)]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"S","conversation":{"id":"c"},"from":{"id":"u"},"recipient":{"id":"b"},"attachments":"x"}""", 400)]
    public async Task What_is_no_activity_is_refused(string body, int status)
    {
        using var answer = await PostAsync(body.Replace("\"S\"", $"\"{_service.ServiceUrl}\"", StringComparison.Ordinal), _service.Token());
        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Without_settings_there_is_no_such_address()
    {
        await using var bare = await ChatApp.StartAsync(azurite, _bot);
        using var answer = await _http.PostAsync(new Uri(bare.Address, "api/messages"), new StringContent("{}"));
        ((int)answer.StatusCode).ShouldBe(404);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("https://europe.directline.botframework.com/", true)]
    [InlineData("http://webchat.botframework.com/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://webchat.botframework.com:8443/", false)]
    [InlineData("https://a@webchat.botframework.com/", false)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("https://webchat.botframework.azure.cn/", false)]
    public void A_service_address_is_on_the_list_or_not_called(string address, bool listed) =>
        new ServiceHosts(new(BotCloud.Public, BotService.AppId, null, Emulator: false)).TakesToken(new Uri(address)).ShouldBe(listed);

    [Fact]
    public void Each_cloud_has_its_own_issuer_keys_and_hosts()
    {
        foreach (var (name, host) in (ReadOnlySpan<(string, string)>)[("public", "https://webchat.botframework.com"), ("usgov", "https://webchat.botframework.azure.us"), ("china", "https://webchat.botframework.azure.cn")])
        {
            var options = BotFrameworkOptions.From(key => key switch { "SHOUWANG_BOT_CLOUD" => name, "SHOUWANG_BOT_APP_ID" => "x", "SHOUWANG_BOT_TENANT" => "t1", _ => null });
            new ServiceHosts(options).TakesToken(new Uri(host)).ShouldBeTrue(name);
            options.TokenAddress.AbsolutePath.ShouldBe("/t1/oauth2/v2.0/token");
            options.Cloud.Metadata.Host.ShouldStartWith("login.botframework.");
        }
        Should.Throw<InvalidOperationException>(() => BotFrameworkOptions.From(key => key == "SHOUWANG_BOT_CLOUD" ? "moon" : null));
        Should.Throw<InvalidOperationException>(() => BotFrameworkOptions.From(key => key is "SHOUWANG_BOT_EMULATOR" ? "on" : key is "SHOUWANG_PUBLIC_URL" ? "https://county.example" : null));
    }

    string Id => InboundActivity.Read(Encoding.UTF8.GetBytes(_service.Activity("", "x", _user).ToJsonString()))!.ConversationId(new(_user));

    Task<bool> DeliverAsync(ChatApp app) => app.Services.GetRequiredService<IOutbox>().DeliverAsync(Id, default);

    [Fact]
    public async Task A_contact_or_a_card_is_answered_and_a_voice_message_before_consent_is_no_photo()
    {
        var card = _service.Activity("", "m1", _user);
        card["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.hero", ["content"] = new JsonObject { ["title"] = "某人" } });
        (await SendAsync(card)).ShouldBe(202);
        await _app.SettledAsync();
        var voice = _service.Activity("", "m2", _user);
        voice["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "audio/ogg", ["contentUrl"] = _service.ServiceUrl + "v3/attachments/voice" });
        (await SendAsync(voice)).ShouldBe(202);
        await _app.SettledAsync();
        _service.Messages.Select(message => (string?)message["text"]).ShouldBe([ScriptedBot.Welcome, "看不了：NoPaper", "看不了：Recording"]);
    }

    Task<int> SendAsync(string text, string id) => SendAsync(_service.Activity(text, id, _user));

    async Task<int> SendAsync(JsonObject activity)
    {
        using var answer = await PostAsync(activity.ToJsonString(), _service.Token());
        return (int)answer.StatusCode;
    }

    async Task<HttpResponseMessage> PostAsync(string body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_app.Address, "api/messages")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _http.SendAsync(request);
    }
}
