using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>主要诊断 and 其他诊断 beside each other, as on the front page of a record (两栏诊断): further ones stand below each, with their codes, and the left column is read before the right one.</summary>
static class AbreastDiagnoses
{
    private const int MostRows = 8;

    private static readonly string[] Others = ["其他诊断", "次要诊断", "其它诊断"];

    public static bool IsOther(string label) => Others.Contains(label);

    /// <summary>Empty where no such label stands beside this one.</summary>
    public static List<Glyph> Read(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, ValueFinder values)
    {
        var beside = hits.FirstOrDefault(h => h.Row == hit.Row && h.Start >= hit.End);
        if (beside is null || !IsOther(beside.Text) || First(values.Inline(hit)) is not { } left || First(values.Inline(beside)) is not { } right)
            return [];
        var height = rows[hit.Row].Height;
        var end = hits.Where(h => h.Row == hit.Row && h.Start >= beside.End).Select(h => h.X0).DefaultIfEmpty(int.MaxValue).Min();
        (int From, int To, int Start, List<Glyph> Glyphs)[] columns = [(hit.X0 - height, beside.X0 - height, left.X0, [.. left.Glyphs]), (beside.X0 - height, end, right.X0, [.. right.Glyphs])];
        for (var r = hit.Row + 1; r < rows.Count && r <= hit.Row + MostRows && rows[r].Y - rows[r - 1].Y <= 3 * height && !hits.Any(h => h.Row == r && !IsOther(h.Text)); r++)
        {
            var cells = Snippet.Split(rows[r].Glyphs.Where((_, i) => !hits.Any(h => h.Row == r && i >= h.Start && i < h.End)).SkipWhile(g => g.Char is ':').ToArray());
            var coded = cells.Any(c => DiagnosisReader.IsCode(c.Text));
            var taken = false;
            foreach (var (from, to, start, glyphs) in columns)
            {
                if (First([.. cells.Where(c => c.X0 >= from && c.X0 < to)]) is not { } own || !(coded || (Math.Abs(own.X0 - start) <= height && !DiagnosisReader.IsHeading(own.Text))))
                    continue;
                glyphs.AddRange([Glyph.Between(coded ? '；' : '\n'), .. own.Glyphs.SkipWhile(g => g.Char is ':')]);
                taken = true;
            }
            if (!taken)
                break;
        }
        return [.. columns[0].Glyphs, Glyph.Between('；'), .. columns[1].Glyphs];
    }

    private static Snippet? First(IReadOnlyList<Snippet> cells) => cells.Where(c => c.Glyphs.Any(g => TextFold.IsHan(g.Char))).Select(c => (Snippet?)c).FirstOrDefault();
}
