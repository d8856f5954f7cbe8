using System.Text.Json;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Bot.Tests;
using Shouwang.Functions.Channels.BotFramework;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels.BotFramework;

/// <summary>Every reply of every written conversation, as the channel sends it.</summary>
public sealed class DressedTests
{
    static readonly StoredConversation s_conversation = new("bf_c", BotFrameworkChannel.ChannelName, "29:user", "zh-CN", 0, [], null, new ConversationState(), default);

    static readonly ConversationReference s_reference = new(
        "https://smba.example/amer/", "msteams", "a:1", new ChannelAccount("29:user", "王桂英"), new ChannelAccount("28:bot", "守望"), "bf_c|0000007", "f:1698");

    [Fact]
    public async Task Whatever_the_bot_says_fits_the_schema_of_the_agents_SDK_as_it_is_sent()
    {
        // A long text is cut at both lengths: the protocol's, and one so short that most replies go in pieces.
        var sent = Said().SelectMany(Forms).ToList();
        sent.Count(activity => activity.Attachments is { Count: > 0 }).ShouldBeGreaterThan(10);
        sent.Count(activity => activity.ReplyToId == s_reference.LastOnWire).ShouldBeGreaterThan(100);
        sent.ShouldAllBe(activity => activity.Recipient!.Id == "29:user" && activity.From!.Id == "28:bot" && activity.Conversation!.Id == "a:1" && activity.Id == null);
        sent.Where(activity => activity.SuggestedActions is not null).ShouldAllBe(activity => activity.SuggestedActions!.To!.Single() == "29:user");

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(sent, ActivityJson.Default.IReadOnlyListActivity), TestContext.Current.CancellationToken);
            (await Node.RunAsync("Bot/conformance/activities.js", file)).ShouldContain($"{sent.Count} checked, 0 wrong");
        }
        finally
        {
            File.Delete(file);
        }
    }

    static IEnumerable<Activity> Forms(Activity said)
    {
        // Half answer the last message taken in, half are pushes or answers to an older one.
        foreach (var asked in (string?[])["bf_c|0000007", null])
        {
            var dressed = BotFrameworkChannel.Dressed(TurnEngine.Dressed(s_conversation, asked, said, DateTimeOffset.UnixEpoch), s_reference);
            foreach (var longest in (int[])[3_000, 40])
                foreach (var part in BotFrameworkChannel.Parts(dressed, longest))
                    yield return part;
            yield return BotFrameworkChannel.InWords(dressed);
        }

        yield return BotFrameworkChannel.Dressed(new Activity { Type = "typing" }, s_reference);
    }

    static IEnumerable<Activity> Said()
    {
        foreach (var transcript in Transcript.All)
        {
            var rehearsal = new Rehearsal(transcript);
            rehearsal.Play();
            foreach (var reply in rehearsal.Turns.SelectMany(turn => turn.Replies))
                yield return reply;
        }
    }
}
