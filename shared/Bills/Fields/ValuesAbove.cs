using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Tiles of a screen (数字在上、文字在下): rows of amounts in turn with rows of words, each amount right above the word that names it. Words above their amounts begin with the words; where neither end tells, what stands nearer belongs together.</summary>
static class ValuesAbove
{
    private const int Fewest = 2;

    /// <summary>In heights of a line, how far apart the rows of a tile may stand.</summary>
    private const int MostApart = 4;

    /// <summary>The amount above each label that stands so.</summary>
    public static Dictionary<LabelHit, Snippet> Find(IReadOnlyList<TextRow> rows, ILookup<int, LabelHit> byRow)
    {
        var found = new Dictionary<LabelHit, Snippet>();
        for (var r = 0; r < rows.Count; r++)
        {
            var end = r;
            while (end + 1 < rows.Count && rows[end + 1].Y - rows[end].Y <= MostApart * rows[end].Height && (IsAmounts(rows[end]) ? IsWords(rows, byRow, end + 1) : IsWords(rows, byRow, end) && IsAmounts(rows[end + 1])))
                end++;
            if (end > r && Begins(rows, r, end) && !IsHeaded(rows, byRow, r) && !IsFollowed(rows, end))
            {
                for (var words = r + 1; words <= end; words += 2)
                    Pair(rows[words - 1], byRow[words], rows[words], found);
            }
            r = end;
        }
        return found;
    }

    /// <summary>Whether the rows begin with amounts and end with words, and each pair stands closer than two pairs do.</summary>
    private static bool Begins(IReadOnlyList<TextRow> rows, int first, int last)
    {
        if (!IsAmounts(rows[first]) || IsAmounts(rows[last]))
            return false;
        for (var between = first + 1; between + 1 < last; between += 2)
        {
            if (rows[between].Y - rows[between - 1].Y >= rows[between + 1].Y - rows[between].Y)
                return false;
        }
        return true;
    }

    /// <summary>Words over these amounts, also with the name of the table's line between them: those are theirs.</summary>
    private static bool IsHeaded(IReadOnlyList<TextRow> rows, ILookup<int, LabelHit> byRow, int first) =>
        Enumerable.Range(1, 2).Any(up => first >= up && IsWords(rows, byRow, first - up) && (up == 1 || Snippet.Split(rows[first - 1].Glyphs).Count == 1));

    /// <summary>Figures below these words, as near as those above them: also one by itself, where the other's label takes two lines.</summary>
    private static bool IsFollowed(IReadOnlyList<TextRow> rows, int last) =>
        (last + 1 < rows.Count && rows[last + 1].Y - rows[last].Y <= rows[last].Y - rows[last - 1].Y && Snippet.Split(rows[last + 1].Glyphs).All(IsAmount))
        || Enumerable.Range(1, 2).Any(down => last + down < rows.Count && IsAmounts(rows[last + down]) && (down == 1 || Snippet.Split(rows[last + 1].Glyphs).Count == 1));

    private static void Pair(TextRow amounts, IEnumerable<LabelHit> labels, TextRow words, Dictionary<LabelHit, Snippet> found)
    {
        var cells = Snippet.Split(amounts.Glyphs);
        var names = Snippet.Split(words.Glyphs);
        foreach (var label in labels)
        {
            for (var i = 0; i < names.Count && cells.Count == names.Count; i++)
            {
                if (label.X0 < names[i].X1 && label.X1 > names[i].X0 && cells[i].X0 < names[i].X1 + words.Height && cells[i].X1 > names[i].X0 - words.Height)
                    found[label] = cells[i];
            }
        }
    }

    private static bool IsAmounts(TextRow row) =>
        Snippet.Split(row.Glyphs) is { Count: >= Fewest } cells && cells.All(IsAmount);

    private static bool IsAmount(Snippet cell) =>
        cell.Text.Contains('.', StringComparison.Ordinal) && cell.Text.All(ch => char.IsAsciiDigit(ch) || ch is '.' or ',' or '¥' or '元' or '-') && MoneyText.Readings(cell.Text).Count > 0;

    private static bool IsWords(IReadOnlyList<TextRow> rows, ILookup<int, LabelHit> byRow, int row) =>
        Snippet.Split(rows[row].Glyphs).Count >= Fewest && byRow[row].Any(h => LabelTable.IsMoney(h.Field)) && !rows[row].Text.Replace("其中:", "", StringComparison.Ordinal).Any(c => char.IsAsciiDigit(c) || c is ':');
}
