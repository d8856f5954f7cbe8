using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>One value found for a field; a field may be found more than once.</summary>
/// <param name="Confidence">In basis points, before any check.</param>
/// <param name="LabelWrong">Characters of its label that were read wrongly.</param>
/// <param name="Rank">How far down its field's list of labels the label stands.</param>
/// <param name="Amounts">For money: what the characters can mean, likeliest first.</param>
sealed record Finding(string Field, string Value, int Confidence, Quad? Where, int LabelWrong, int Rank, IReadOnlyList<(Fen Amount, int Cost)>? Amounts = null)
{
    /// <summary>The list of items' words put a character of it right.</summary>
    public bool Mended { get; init; }

    /// <summary>It stands in the first row below a column's head.</summary>
    public bool FromHead { get; init; }

    /// <summary>Most that it can be given, whatever its characters say.</summary>
    public int MostSure { get; init; } = WordSureness.Most;
}
