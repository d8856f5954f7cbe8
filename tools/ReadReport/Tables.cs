namespace Shouwang.Tools.ReadReport;

/// <summary>Scores → the tables of the report.</summary>
static class Tables
{
    public static void Print(TextWriter to, IReadOnlyList<Score> scores, bool details)
    {
        Section(to, "By severity", scores, s => s.Truth.Severity ?? "-");
        Section(to, "By kind", scores, s => $"{s.Truth.Kind} · {s.Truth.Severity}");
        Section(to, "By layout", scores, s => $"{s.Truth.Layout} · {s.Truth.Severity}");
        Fields(to, scores);
        var sure = scores.SelectMany(s => s.Fields).Where(f => f.Found is not null && f.Confidence.Value >= Score.Sure).ToList();
        to.WriteLine($"\nOf {sure.Count} fields given as sure (≥ 0.95), {Percent(sure.Count(f => f.Right), sure.Count)} are right.");
        var silent = scores.Where(s => s.SilentlyWrong.Count > 0).ToList();
        to.WriteLine($"Silent wrong amounts: {silent.Sum(s => s.SilentlyWrong.Count)} on {silent.Count} of {scores.Count} papers.");
        foreach (var score in silent)
            to.WriteLine($"  {score.Picture}: {string.Join(", ", score.SilentlyWrong.Select(Written))}");
        if (details)
            Details(to, scores);
    }

    private static void Section(TextWriter to, string title, IReadOnlyList<Score> scores, Func<Score, string> key)
    {
        to.WriteLine($"\n{title,-40} papers    kind  fields    rows  sure");
        foreach (var group in scores.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var fields = group.SelectMany(s => s.Fields).ToList();
            to.WriteLine($"{group.Key,-40} {group.Count(),6} {Percent(group.Count(s => s.KindRight), group.Count()),7} {Percent(fields.Count(f => f.Right), fields.Count),7} {Percent(group.Sum(s => s.RowsRight), group.Sum(s => s.RowsAll)),7} {Percent(fields.Count(f => f.Confidence.Value >= Score.Sure), fields.Count),7}");
        }
    }

    private static void Fields(TextWriter to, IReadOnlyList<Score> scores)
    {
        to.WriteLine($"\n{"By field",-40}  asked   right   found");
        foreach (var field in scores.SelectMany(s => s.Fields).GroupBy(f => f.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            to.WriteLine($"{field.Key,-40} {field.Count(),6} {Percent(field.Count(f => f.Right), field.Count()),7} {Percent(field.Count(f => f.Found is not null), field.Count()),7}");
    }

    private static void Details(TextWriter to, IReadOnlyList<Score> scores)
    {
        to.WriteLine("\nWhat was wrong");
        foreach (var score in scores)
        {
            if (!score.KindRight)
                to.WriteLine($"  {score.Picture}: kind {Score.KindName(score.Reading.Kind)} instead of {score.Truth.Kind}");
            foreach (var field in score.Fields.Where(f => !f.Right))
                to.WriteLine($"  {score.Picture}: {Written(field)}");
            if (score.RowsRight < score.RowsAll)
            {
                to.WriteLine($"  {score.Picture}: {score.RowsRight} of {score.RowsAll} rows right");
                foreach (var row in score.RowsMissed)
                    to.WriteLine($"    missed {row.Code} | {row.Name} | {row.Class} | {row.UnitPrice} × {row.Quantity} = {row.Amount}");
                foreach (var row in score.RowsExtra)
                    to.WriteLine($"    read   {row.Code} | {row.Name} | {row.Class} | {row.UnitPrice} × {row.Quantity} = {row.Amount} ({row.Confidence})");
            }
            foreach (var check in score.Reading.Checks.Where(c => !c.Passed))
                to.WriteLine($"  {score.Picture}: check {check.Code} failed");
        }
    }

    private static string Written(FieldScore f) => $"{f.Name} is {f.Truth}, read {f.Found ?? "nothing"} ({f.Confidence}, {f.Source})";

    private static string Percent(int part, int whole) => whole == 0 ? "-" : $"{100.0 * part / whole:F1}%";
}
