namespace Shouwang.Shared.Bills.Labels;

/// <summary>A label found on a page.</summary>
/// <param name="Row">Index of the row.</param>
/// <param name="Start">First glyph of the label in its row.</param>
/// <param name="End">First glyph after it.</param>
/// <param name="Wrong">How many of its characters were read wrongly.</param>
sealed record LabelHit(string Field, string Text, int Row, int Start, int End, int Wrong, int X0, int X1)
{
    /// <summary>How far down its field's list the label stands: the plainer name of the field comes first.</summary>
    public int Rank => LabelTable.RankOf(Text);
}
