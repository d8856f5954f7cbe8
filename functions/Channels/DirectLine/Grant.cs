namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>What a token is good for; one use cannot stand in for another.</summary>
internal enum TokenUse
{
    /// <summary>Calls of the protocol.</summary>
    Api,

    /// <summary>Opening one WebSocket.</summary>
    Stream,

    /// <summary>Fetching one attachment.</summary>
    Blob,

    /// <summary>Coming back to a conversation later; lives in a cookie.</summary>
    Resume,
}

/// <summary>What a token grants (授权).</summary>
/// <param name="Conversation">null only for the secret, which opens new conversations.</param>
/// <param name="User">Fixed by whoever made the token; null where the client may name itself.</param>
/// <param name="Village">Village the person came from, by QR code.</param>
/// <param name="Origins">Pages the token may be used from; empty for any.</param>
/// <param name="Blob">For <see cref="TokenUse.Blob"/>: which attachment.</param>
internal sealed record Grant(string? Conversation, string? User = null, string? Village = null, IReadOnlyList<string>? Origins = null, string? Blob = null);
