using System.Diagnostics;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Shouwang.Local.SampleRoad;

/// <summary>One member's claim sent as a villager would send it (样例申请), and the amount that must come back.</summary>
static class SampleClaim
{
    const string Consent = "consent";
    const string Decided = "claim-decided";

    /// <summary>What the bot says when ./run has sent the same stay on an earlier day, and the answer to why.</summary>
    const string DecidedBefore = "claim-before";
    const string Why = "why";
    const string AskWhy = "为什么";
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    /// <returns>Whether the amount is the one the sample plan gives.</returns>
    public static async Task<bool> RunAsync(string root, Uri app, string adminKey, IAnsiConsole console, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_patience);
        var folder = Path.Combine(root, "samples", "claim");
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected.json"), stop))!;
        string village = expected["village"]!.GetValue<string>(), amount = expected["amount"]!.GetValue<string>();
        try
        {
            await SampleVillage.SetUpAsync(app, village, Path.Combine(root, "samples", "village.json"), adminKey, patience.Token);
            using var phone = await DirectLinePhone.OpenAsync(app, village, patience.Token);
            return await TalkAsync(phone, [.. Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal)], amount, console, patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            console.MarkupLineInterpolated($"[red]没有等到赔付金额（{s_patience.TotalSeconds:0} 秒）。The amount did not arrive in time; .local/logs says why.[/]");
            return false;
        }
    }

    static async Task<bool> TalkAsync(DirectLinePhone phone, IReadOnlyList<string> pictures, string amount, IAnsiConsole console, CancellationToken stop)
    {
        var sent = Stopwatch.StartNew();
        await foreach (var activity in phone.ListenAsync(stop))
        {
            if (!activity.IsMessage) continue;
            Show(console, activity);
            if (activity.IsOwn) continue;
            if (activity.Kind == Consent && activity.Choices is [var agree, ..])
            {
                await phone.SayAsync(agree, stop);
                sent.Restart();
                foreach (var picture in pictures) await phone.SendPictureAsync(Path.GetFileName(picture), await File.ReadAllBytesAsync(picture, stop), stop);
            }
            if (activity.Kind == DecidedBefore && activity.Choices.Contains(AskWhy)) await phone.SayAsync(AskWhy, stop);
            if (activity.Kind is not (Decided or Why)) continue;
            var right = activity.Lines.Any(line => SampleAmount.Names(line, amount));
            console.MarkupLine($"\n{(right ? "[green]√[/]" : "[red]×[/]")} {sent.Elapsed.TotalSeconds:0.0} s · 应为 expected {amount}");
            return right;
        }
        return false;
    }

    static void Show(IAnsiConsole console, ReceivedActivity activity)
    {
        var who = activity.IsOwn ? "[yellow]村民[/]" : "[green]守望[/]";
        var lead = who;
        foreach (var line in activity.Lines)
        {
            console.MarkupLine($"{lead} {Markup.Escape(line)}");
            lead = "    ";
        }
        if (activity.Choices is { Count: > 0 } choices) console.MarkupLineInterpolated($"     [grey]〔{string.Join("〕〔", choices)}〕[/]");
    }
}
