using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Activity = Shouwang.Bot.Schema.Activity;
using ActivityJson = Shouwang.Bot.Schema.ActivityJson;

namespace Shouwang.Bot.Tests;

/// <summary>Everything the bot says, in the form it goes over the wire.</summary>
public sealed class WireTests
{
    private static readonly Lazy<IReadOnlyList<Activity>> Said = new(() =>
    {
        var said = new List<Activity>();
        foreach (var transcript in Transcript.All)
        {
            var rehearsal = new Rehearsal(transcript);
            rehearsal.Play();
            said.AddRange(rehearsal.Turns.SelectMany(t => t.Replies));
        }
        return said;
    });

    [Fact]
    public void Every_reply_of_every_conversation_keeps_the_rules()
    {
        foreach (var reply in Said.Value)
            AnythingTests.Keeps_the_rules(reply);
    }

    [Fact]
    public void Every_reply_fits_the_schema_of_the_agents_SDK()
    {
        var json = JsonSerializer.Serialize(Said.Value, ActivityJson.Default.IReadOnlyListActivity);
        var start = new ProcessStartInfo("node", [Path.Combine(Here(), "conformance", "activities.js")]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        node.StandardInput.Write(json);
        node.StandardInput.Close();
        var answer = node.StandardOutput.ReadToEnd() + node.StandardError.ReadToEnd();
        node.WaitForExit();
        node.ExitCode.ShouldBe(0, answer);
        answer.ShouldContain($"{Said.Value.Count} checked, 0 wrong");
    }

    [Fact]
    public void A_reply_to_a_person_names_them_in_its_buttons() =>
        Conversation.Take(new(), Sample.Says("菜单"), Sample.Known).Replies[^1].SuggestedActions!.To.ShouldBe(["dl_1"]);

    [Fact]
    public void A_push_leaves_the_name_in_its_buttons_to_the_channel() =>
        Conversation.Take(Sample.Consented, new ClaimDecided(Sample.Claim, false), Sample.Known).Replies[^1].SuggestedActions!.To.ShouldBeEmpty();

    [Fact]
    public void Card_and_text_form_say_the_same()
    {
        var reply = Conversation.Take(Sample.Consented, new ClaimDecided(Sample.Claim, false), Sample.Known).Replies[0];
        var attachment = reply.Attachments!.Single();
        attachment.ContentType.ShouldBe("application/vnd.microsoft.card.adaptive");
        var card = attachment.Content!.Value;
        card.GetProperty("version").GetString().ShouldBe("1.3");
        var shown = string.Concat(Texts(card.GetProperty("body")));
        foreach (var words in (string[])["1,200.00", "壹仟贰佰元整", "12,345.67", "8,245.17", "4,100.50", "急性阑尾炎", "周桂兰", "定额全给", "批准以后公示"])
        {
            shown.ShouldContain(words);
            reply.Summary!.ShouldContain(words);
        }
        card.GetProperty("fallbackText").GetString().ShouldBe(reply.Summary);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "text" ? [p.Value.GetString()!] : Texts(p.Value)),
        _ => [],
    };

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
