using Shouwang.Shared.Money;

namespace Shouwang.Bot.Replies;

/// <summary>Amounts written out (大写), for reading back.</summary>
internal static class Capitals
{
    /// <summary>"12,345.67" in capitals; the figures once more where they are no amount.</summary>
    public static string Of(string amount) =>
        Fen.TryParse(amount.Replace(",", "", StringComparison.Ordinal), out var fen) ? CapitalNumeral.Write(fen) : amount;
}
