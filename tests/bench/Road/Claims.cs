using System.Diagnostics;
using System.Threading.Channels;
using Shouwang.Local;
using Shouwang.Local.SampleRoad;

namespace Shouwang.Bench.Road;

/// <summary>Claims sent through Direct Line as the chat page sends them (报销全程): how soon each photo is acknowledged, how soon the amount is there.</summary>
sealed class Claims(LocalSystem system, string samples)
{
    const long FirstVillage = 320281_998_001;
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    readonly List<double> _acknowledged = [];
    readonly List<double> _decided = [];

    public Figures Acknowledged => new(_acknowledged);
    public Figures Decided => new(_decided);

    /// <summary>One claim after the other, each in a village of its own: the same stay is paid for once in a village.</summary>
    public async Task RunAsync(int claims)
    {
        for (var run = 0; run < claims; run++)
        {
            using var patience = new CancellationTokenSource(s_patience);
            await ClaimAsync($"{FirstVillage + run}", Photos.Of(Path.Combine(samples, "claim"), run), patience.Token);
        }
    }

    async Task ClaimAsync(string village, IReadOnlyList<(string Name, byte[] Bytes)> photos, CancellationToken stop)
    {
        await SampleVillage.SetUpAsync(system.Address, village, Path.Combine(samples, "village.json"), system.AdminKey, stop);
        using var phone = await DirectLinePhone.OpenAsync(system.Address, village, stop);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var heard = Channel.CreateUnbounded<Heard>();
        var listening = ListenAsync(phone, heard.Writer, over.Token);

        var asked = await NextAsync(heard.Reader, said => said is { Kind: "consent", Choices.Count: > 0 }, stop);
        await phone.SayAsync(asked.Said.Choices[0], stop);
        await NextAsync(heard.Reader, said => said.Kind == "send-papers", stop);
        var began = Stopwatch.GetTimestamp();
        foreach (var (name, bytes) in photos)
        {
            var sent = Stopwatch.GetTimestamp();
            await phone.SendPictureAsync(name, bytes, stop);
            _acknowledged.Add(Between(sent, (await NextAsync(heard.Reader, said => said.Kind == "paper-received", stop)).At));
        }
        _decided.Add(Between(began, (await NextAsync(heard.Reader, said => said.Kind == "claim-decided", stop)).At));
        await over.CancelAsync();
        await listening;
    }

    static double Between(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    static async Task ListenAsync(DirectLinePhone phone, ChannelWriter<Heard> heard, CancellationToken stop)
    {
        try
        {
            await foreach (var activity in phone.ListenAsync(stop))
                if (activity is { IsMessage: true, IsOwn: false }) heard.TryWrite(new(activity, Stopwatch.GetTimestamp()));
        }
        catch (OperationCanceledException)
        {
            // The claim is through.
        }
    }

    static async Task<Heard> NextAsync(ChannelReader<Heard> heard, Func<ReceivedActivity, bool> awaited, CancellationToken stop)
    {
        while (true)
            if (await heard.ReadAsync(stop) is var next && awaited(next.Said)) return next;
    }

    sealed record Heard(ReceivedActivity Said, long At);
}
