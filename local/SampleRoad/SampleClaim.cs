using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Shouwang.Local.SampleRoad;

/// <summary>One member's claim sent as a villager would send it (样例申请), and the amount that must come back.</summary>
static class SampleClaim
{
    const string Consent = "consent";
    const string Decided = "claim-decided";
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
            await SetUpVillageAsync(app, village, Path.Combine(root, "samples", "village.json"), adminKey, patience.Token);
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
                foreach (var picture in pictures) await phone.SendPictureAsync(picture, stop);
            }
            if (activity.Kind != Decided) continue;
            var right = activity.Lines.Any(line => SampleAmount.Names(line, amount));
            console.MarkupLineInterpolated($"\n{(right ? "[green]√[/]" : "[red]×[/]")} {sent.Elapsed.TotalSeconds:0.0} s · 应为 expected {amount}");
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

    static async Task SetUpVillageAsync(Uri app, string village, string file, string adminKey, CancellationToken stop)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(app, $"api/villages/{village}")) { Content = new ByteArrayContent(await File.ReadAllBytesAsync(file, stop)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", adminKey);
        using var answer = await http.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
            throw new LocalProblemException($"The sample village was refused with {(int)answer.StatusCode}. .local/logs/handler.log says why.", $"样例村没有设置成功（{(int)answer.StatusCode}），原因见 .local/logs/handler.log。");
    }
}
