using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels;

public sealed class DirectLineRulesTests(Azurite azurite) : IAsyncLifetime
{
    ChatApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ChatApp.StartAsync(azurite, new ScriptedBot());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(null, 401)]
    [InlineData("junk", 403)]
    [InlineData("eyJhbGciOiJub25lIn0.eyJ1c2UiOiJhcGkiLCJjb252IjoieCJ9.", 403)]
    public async Task Nothing_opens_without_a_token_of_ours(string? bearer, int status)
    {
        using var phone = new Phone(_app.Address, bearer);
        foreach (var path in (string[])["/v3/directline/tokens/generate", "/v3/directline/tokens/refresh", "/v3/directline/conversations", "/v3/directline/conversations/x/activities", "/v3/directline/conversations/x/upload"])
        {
            var (seen, answer) = await phone.PostAsync(path, "{}");
            seen.ShouldBe(status, path);
            ((string?)answer!["error"]!["code"]).ShouldNotBeNullOrEmpty();
            ((string?)answer["error"]!["message"]).ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task An_expired_token_is_refused_by_its_own_code()
    {
        using var phone = await Phone.StartAsync(_app);
        var yesterday = new DirectLineTokens(ChatApp.Options, new Past());
        using var late = new Phone(_app.Address, yesterday.Issue(TokenUse.Api, new(phone.Conversation, "dl_li"), DirectLineTokens.ApiLifetime));

        var (status, answer) = await late.GetAsync(phone.Activities);
        status.ShouldBe(403);
        ((string?)answer!["error"]!["code"]).ShouldBe("TokenExpired");
        (await late.PostAsync("/v3/directline/tokens/refresh", "")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_token_renewed_in_time_goes_on_with_the_same_conversation_on_either_instance_and_the_old_one_runs_out()
    {
        var clock = new MovedClock();
        var bot = new ScriptedBot();
        await using var one = await ChatApp.StartAsync(azurite, bot, clock: clock);
        await using var two = await ChatApp.StartAsync(azurite, bot, clock: clock);
        using var secret = new Phone(one.Address, ChatApp.Secret);
        var first = (await secret.PostAsync("/v3/directline/tokens/generate", """{"user":{"id":"dl_li"}}""")).Answer!;
        using var young = new Phone(one.Address, (string)first["token"]!);
        (await young.PostAsync("/v3/directline/conversations", "")).Status.ShouldBe(201);
        var activities = $"/v3/directline/conversations/{first["conversationId"]}/activities";

        clock.Ahead = DirectLineTokens.ApiLifetime - TimeSpan.FromMinutes(1);
        using var young2 = new Phone(two.Address, (string)first["token"]!);
        var (status, renewed) = await young2.PostAsync("/v3/directline/tokens/refresh", "");
        status.ShouldBe(200);
        ((string?)renewed!["conversationId"]).ShouldBe((string?)first["conversationId"]);
        ((int)renewed["expires_in"]!).ShouldBe(1800);

        clock.Ahead += TimeSpan.FromMinutes(2);
        (await young.GetAsync(activities)).Answer!["error"]!["code"]!.GetValue<string>().ShouldBe("TokenExpired");
        (await young.PostAsync("/v3/directline/tokens/refresh", "")).Status.ShouldBe(403);
        using var renewedHere = new Phone(one.Address, (string)renewed["token"]!);
        (await renewedHere.PostAsync(activities, """{"type":"message","text":"还在吗"}""")).Status.ShouldBe(200);
        await one.SettledAsync();
        var said = (await renewedHere.GetAsync(activities)).Answer!["activities"]!.AsArray();
        ((string?)said[^1]!["text"]).ShouldBe("您说的是：还在吗");
        ((string?)said[^2]!["from"]!["id"]).ShouldBe("dl_li");
    }

    [Fact]
    public async Task A_flood_over_two_instances_is_held_at_what_one_conversation_may_have_waiting_and_the_rest_is_answered_once()
    {
        var bot = new ScriptedBot();
        var options = ChatApp.Options with { Burst = 1000 };
        await using var one = await ChatApp.StartAsync(azurite, bot, options);
        await using var two = await ChatApp.StartAsync(azurite, bot, options);
        using var secret = new Phone(one.Address, ChatApp.Secret);
        var token = (await secret.PostAsync("/v3/directline/tokens/generate", "{}")).Answer!;
        using var here = new Phone(one.Address, (string)token["token"]!);
        using var there = new Phone(two.Address, (string)token["token"]!);
        await here.PostAsync("/v3/directline/conversations", "");
        var activities = $"/v3/directline/conversations/{token["conversationId"]}/activities";

        bot.Hold = new TaskCompletionSource();
        var taken = new List<string>();
        var refused = 0;
        for (var batch = 0; batch < 8; batch++)
        {
            foreach (var (status, answer) in await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? here : there).PostAsync(activities, $$"""{"type":"message","text":"第{{batch * 8 + n}}句"}"""))))
            {
                if (status == 200) taken.Add((string)answer!["id"]!);
                else (refused, _) = (refused + 1, status == 429 ? true : throw new InvalidOperationException($"{status}"));
            }
        }

        (taken.Count, refused).ShouldBe((50, 14));
        bot.Hold.SetResult();
        await Task.WhenAll(one.SettledAsync(), two.SettledAsync());
        var said = (await here.GetAsync(activities)).Answer!["activities"]!.AsArray();
        said.Where(it => (string?)it!["from"]!["role"] == "user").Select(it => (string)it!["id"]!).ShouldBe(taken, ignoreOrder: true);
        said.Where(it => it!["replyToId"] is not null).Select(it => (string)it!["replyToId"]!).ShouldBe(taken, ignoreOrder: true);
        (await there.PostAsync(activities, """{"type":"message","text":"又能说了"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_for_one_use_does_not_open_another()
    {
        using var phone = await Phone.StartAsync(_app);
        var tokens = new DirectLineTokens(ChatApp.Options, TimeProvider.System);
        foreach (var use in (TokenUse[])[TokenUse.Stream, TokenUse.Blob, TokenUse.Resume])
        {
            using var wrong = new Phone(_app.Address, tokens.Issue(use, new(phone.Conversation, "dl_li", Blob: "77"), DirectLineTokens.ApiLifetime));
            (await wrong.GetAsync(phone.Activities)).Status.ShouldBe(403);
        }
        var api = tokens.Issue(TokenUse.Api, new(phone.Conversation, "dl_li", Blob: "77"), DirectLineTokens.ApiLifetime);
        (await phone.GetAsync($"/v3/directline/attachments/{phone.Conversation}/77?t={api}")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_conversation_is_open_to_its_own_token_alone()
    {
        using var mine = await Phone.StartAsync(_app, "dl_li");
        using var theirs = await Phone.StartAsync(_app, "dl_wang");
        (await mine.GetAsync(theirs.Activities)).Status.ShouldBe(403);
        (await mine.PostAsync(theirs.Activities, """{"type":"message","text":"我是你"}""")).Status.ShouldBe(403);
        (await mine.GetAsync($"/v3/directline/conversations/{theirs.Conversation}")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_conversation_that_was_never_started_is_not_found()
    {
        var tokens = new DirectLineTokens(ChatApp.Options, TimeProvider.System);
        using var phone = new Phone(_app.Address, tokens.Issue(TokenUse.Api, new("nowhere", "dl_li"), DirectLineTokens.ApiLifetime));
        (await phone.GetAsync("/v3/directline/conversations/nowhere")).Status.ShouldBe(404);
        (await phone.GetAsync("/v3/directline/conversations/nowhere/activities")).Status.ShouldBe(404);
        (await phone.PostAsync("/v3/directline/conversations/nowhere/activities", """{"type":"message","text":"在吗"}""")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":""}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("""{"type":"message","text":"看","attachments":[{"contentType":"image/png","contentUrl":"http://169.254.169.254/"}]}""")]
    public async Task A_malformed_message_is_refused_and_not_recorded(string json)
    {
        using var phone = await Phone.StartAsync(_app);
        var (status, answer) = await phone.PostAsync(phone.Activities, json);
        status.ShouldBe(400);
        ((string?)answer!["error"]!["code"]).ShouldBe("BadArgument");
        (await phone.RecordAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused()
    {
        using var phone = await Phone.StartAsync(_app);
        (await phone.SayAsync(new string('a', 70_000))).Status.ShouldBe(413);
    }

    [Fact]
    public async Task Unknown_fields_are_ignored_and_channel_data_is_kept()
    {
        using var phone = await Phone.StartAsync(_app);
        await phone.PostAsync(phone.Activities, """{"type":"message","text":"好","id":"forged|1","conversation":{"id":"other"},"from":{"id":"dl_boss","role":"bot"},"entities":[{"type":"x"}],"channelData":{"clientActivityID":"c9","clientTimestamp":"2026-03-01T00:00:00Z"}}""");
        var echo = (await phone.RecordAsync())[1];
        ((string?)echo["id"]).ShouldBe($"{phone.Conversation}|0000001");
        ((string?)echo["from"]!["id"]).ShouldBe("dl_li");
        ((string?)echo["from"]!["role"]).ShouldBe("user");
        ((string?)echo["conversation"]!["id"]).ShouldBe(phone.Conversation);
        ((string?)echo["channelData"]!["clientTimestamp"]).ShouldBe("2026-03-01T00:00:00Z");
        await phone.PostAsync(phone.Activities, """{"type":"message","value":{"say":"6222 0202 0000 1234 567"}}""");
        (await phone.RecordAsync()).Select(said => said.ToJsonString()).ShouldAllBe(said => !said.Contains("0202"));
    }

    [Fact]
    public async Task A_flood_is_slowed_down()
    {
        using var phone = await Phone.StartAsync(_app);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => phone.RawAsync(new(HttpMethod.Post, phone.Activities) { Content = new StringContent("""{"type":"typing"}""") })));
        var refused = answers.Where(answer => (int)answer.StatusCode == 429).ToList();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(answer => answer.Headers.RetryAfter != null);
    }

    [Theory]
    [InlineData("https://county.example", true)]
    [InlineData("https://evil.example", false)]
    public async Task Only_named_origins_may_call(string origin, bool allowed)
    {
        using var phone = new Phone(_app.Address, null);
        var preflight = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent");
        using var answer = await phone.RawAsync(preflight);
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins);
        (origins?.Single() == origin).ShouldBe(allowed);
        if (allowed) answer.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldContain("x-ms-bot-agent");
    }

    [Fact]
    public async Task A_token_for_trusted_origins_is_refused_from_any_other()
    {
        using var secret = new Phone(_app.Address, ChatApp.Secret);
        var (_, token) = await secret.PostAsync("/v3/directline/tokens/generate", """{"user":{"id":"dl_li"},"trustedOrigins":["https://county.example"]}""");
        foreach (var (origin, status) in ((string, int)[])[("https://county.example", 201), ("https://evil.example", 403)])
        {
            using var phone = new Phone(_app.Address, (string)token!["token"]!);
            var start = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations");
            start.Headers.Add("Origin", origin);
            (await phone.SendAsync(start)).Status.ShouldBe(status, origin);
        }
    }

    [Fact]
    public async Task A_conversation_started_twice_is_welcomed_once()
    {
        using var phone = await Phone.StartAsync(_app);
        var (status, answer) = await phone.PostAsync("/v3/directline/conversations", "");
        status.ShouldBe(200);
        ((string?)answer!["conversationId"]).ShouldBe(phone.Conversation);
        (await phone.RecordAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reserved_user_id_is_accepted_only_inside_a_token()
    {
        using var secret = new Phone(_app.Address, ChatApp.Secret);
        (await secret.PostAsync("/v3/directline/tokens/generate", """{"user":{"id":"wang"}}""")).Status.ShouldBe(400);
        (await secret.PostAsync("/v3/directline/conversations", """{"user":{"id":"dl_wang"}}""")).Status.ShouldBe(400);
        (await secret.PostAsync("/v3/directline/conversations", """{"user":{"id":"wang"}}""")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Without_streaming_no_stream_is_offered()
    {
        await using var quiet = await ChatApp.StartAsync(azurite, new ScriptedBot(), ChatApp.Options with { Streaming = false });
        using var phone = await Phone.StartAsync(quiet);
        var (_, answer) = await phone.GetAsync($"/v3/directline/conversations/{phone.Conversation}?watermark=0");
        answer!["streamUrl"].ShouldBeNull();
    }

    sealed class Past : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(-1);
    }
}
