using Shouwang.Local.SampleRoad;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>A person with a phone, in a conversation about one village.</summary>
sealed class Villager : IDisposable
{
    readonly DirectLinePhone _phone;
    readonly List<ReceivedActivity> _heard = [];
    string _watermark = "0";

    Villager(DirectLinePhone phone, string village)
    {
        _phone = phone;
        Village = village;
    }

    public string Village { get; }

    /// <summary>In a village of their own.</summary>
    public static async Task<Villager> ArriveAsync(WholeSystem system) => await ArriveAsync(system, await system.NewVillageAsync());

    public static async Task<Villager> ArriveAsync(WholeSystem system, string village) =>
        new(await DirectLinePhone.OpenAsync(system.Local.Address, village, TestContext.Current.CancellationToken), village);

    /// <summary>One who has agreed to their papers being read.</summary>
    public static async Task<Villager> ReadyAsync(WholeSystem system)
    {
        var villager = await ArriveAsync(system);
        await villager.SayAsync("同意");
        return villager;
    }

    public Task SayAsync(string text) => _phone.SayAsync(text, TestContext.Current.CancellationToken);

    /// <summary>Sends the photos as one message.</summary>
    public Task SendAsync(params IReadOnlyList<Photo> photos) =>
        _phone.SendFilesAsync([.. photos.Select(photo => (photo.Name, photo.Bytes))], TestContext.Current.CancellationToken);

    /// <summary>Waits until so many messages of that kind have come.</summary>
    /// <returns>The first of them.</returns>
    public Task<ReceivedActivity> HearsAsync(string kind, int times = 1) => Eventually.Is(
        async () => (await HeardAsync()).Where(message => message.Kind == kind).Take(times).ToList() is var found && found.Count == times ? found[0] : null,
        () => $"{times} × {kind} (came: {string.Join(", ", _heard.Select(message => message.Kind))})");

    /// <summary>What the bot has said so far.</summary>
    public async Task<IReadOnlyList<ReceivedActivity>> HeardAsync()
    {
        var (said, watermark) = await _phone.ReadAsync(_watermark, TestContext.Current.CancellationToken);
        _heard.AddRange(said.Where(activity => activity is { IsMessage: true, IsOwn: false }));
        _watermark = watermark;
        return _heard;
    }

    /// <summary>How often each kind of message has come: "claim-decided × 2".</summary>
    public async Task<IReadOnlyList<string>> CountsAsync() =>
        [.. (await HeardAsync()).CountBy(message => message.Kind).Select(kind => $"{kind.Key} × {kind.Value}").Order(StringComparer.Ordinal)];

    /// <summary>Waits for the amount and finds the claim behind it.</summary>
    public async Task ShouldGetTheAmountAsync(WholeSystem system)
    {
        SampleClaim.ShouldNameTheAmount(await HearsAsync("claim-decided"));
        await SampleClaim.ShouldBeTheOnlyClaimAsync(system, Village);
    }

    public void Dispose() => _phone.Dispose();
}
