using Shouwang.Functions.Security;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>How the Direct Line channel (直连通道) is set up.</summary>
/// <param name="Secret">Lets another site's server open conversations here; null where only our own page may.</param>
/// <param name="Origins">Foreign pages that may call; our own page needs none.</param>
/// <param name="PublicUrl">Where the outside finds us; null to believe the request's Host.</param>
/// <param name="Streaming">Off where WebSockets do not get through: clients then ask every second.</param>
internal sealed record DirectLineOptions(string? Secret, byte[] SigningKey, IReadOnlyList<string> Origins, Uri? PublicUrl, bool Streaming)
{
    /// <summary>A user's message without files, in bytes.</summary>
    public int MostMessageBytes { get; init; } = 64 * 1024;

    /// <summary>Larger than any picture taken in, so that the bot can say in words that one is too large.</summary>
    public int MostFileBytes { get; init; } = 40 * 1024 * 1024;

    public int MostFiles { get; init; } = 10;

    /// <summary>All files of one upload and the activity they belong to.</summary>
    public long MostUploadBytes => ((long)MostFiles * MostFileBytes) + (1 << 20);

    /// <summary>Conversations one address may open within an hour. Many phones share an address.</summary>
    public int OpensPerHour { get; init; } = 120;

    /// <summary>Messages a conversation may send at once, and then one a second.</summary>
    public int Burst { get; init; } = 30;

    /// <summary>How often an open socket looks for what another instance recorded.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    public static DirectLineOptions From(Func<string, string?> variable, Keys keys, bool streaming) => new(
        variable("SHOUWANG_DIRECTLINE_SECRET") is { Length: > 0 } secret ? secret : null,
        keys.For("direct-line"),
        (variable("SHOUWANG_DIRECTLINE_ORIGINS") ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries),
        variable("SHOUWANG_PUBLIC_URL") is { Length: > 0 } url ? new Uri(url) : null,
        streaming);
}
