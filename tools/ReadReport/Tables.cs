namespace Shouwang.Tools.ReadReport;

/// <summary>Scores → the tables of the report.</summary>
static class Tables
{
    public static void Print(TextWriter to, IReadOnlyList<Score> scores, bool details)
    {
        Section(to, "By severity", scores, s => s.Truth.Severity ?? "-");
        if (scores.Any(s => s.Truth.Family is not null))
            Section(to, "By family", scores, s => $"{s.Truth.Family} · {s.Truth.Severity}");
        if (scores.Any(s => s.Truth.Wear is not null))
            Section(to, "By wear", scores, s => $"{s.Truth.Wear ?? "none"} · {s.Truth.Severity}");
        Section(to, "By quality said", scores, s => !s.Reading.Quality.Readable ? "asked for another picture" : s.Reading.Quality.Advice is not null ? "read, with advice" : "read");
        Section(to, "By kind", scores, s => $"{s.Truth.Kind} · {s.Truth.Severity}");
        Section(to, "By layout", scores, s => $"{s.Truth.Layout} · {s.Truth.Severity}");
        foreach (var note in scores.SelectMany(s => s.Truth.Notes?.Keys ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Section(to, $"By {note}", [.. scores.Where(s => s.Truth.Notes?.ContainsKey(note) is true)], s => s.Truth.Notes![note]);
        Fields(to, scores);
        Calibration.Print(to, scores);
        Safety(to, scores);
        if (details)
            Details.Print(to, scores);
    }

    private static void Section(TextWriter to, string title, IReadOnlyList<Score> scores, Func<Score, string> key)
    {
        to.WriteLine($"\n{title,-40} papers    kind  fields  Wilson 95 %        rows  Wilson 95 %      sure");
        foreach (var group in scores.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var fields = group.SelectMany(s => s.Fields).ToList();
            var (right, rows, all) = (fields.Count(f => f.Right), group.Sum(s => s.RowsRight), group.Sum(s => s.RowsAll));
            to.WriteLine($"{group.Key,-40} {group.Count(),6} {Share.Percent(group.Count(s => s.KindRight), group.Count()),7} {Share.Percent(right, fields.Count),7}  {Share.Interval(right, fields.Count),-15} {Share.Percent(rows, all),7}  {Share.Interval(rows, all),-14} {Share.Percent(fields.Count(f => f.Confidence.Value >= Score.Sure), fields.Count),6}");
        }
    }

    private static void Fields(TextWriter to, IReadOnlyList<Score> scores)
    {
        to.WriteLine($"\n{"By field",-40}  asked   right  Wilson 95 %       found");
        foreach (var field in scores.SelectMany(s => s.Fields).GroupBy(f => f.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            to.WriteLine($"{field.Key,-40} {field.Count(),6} {Share.Percent(field.Count(f => f.Right), field.Count()),7}  {Share.Interval(field.Count(f => f.Right), field.Count()),-15} {Share.Percent(field.Count(f => f.Found is not null), field.Count()),7}");
    }

    /// <summary>What must not happen: a wrong amount that nothing speaks against, an alteration that nobody is told of.</summary>
    private static void Safety(TextWriter to, IReadOnlyList<Score> scores)
    {
        var sure = scores.SelectMany(s => s.Fields).Where(f => f.Found is not null && f.Confidence.Value >= Score.Sure).ToList();
        to.WriteLine($"\nOf {sure.Count} fields given as sure (≥ 0.95), {Share.Percent(sure.Count(f => f.Right), sure.Count)} are right ({Share.Interval(sure.Count(f => f.Right), sure.Count)}).");
        var silent = scores.Where(s => s.SilentlyWrong.Count > 0).ToList();
        to.WriteLine($"Silent wrong amounts: {silent.Sum(s => s.SilentlyWrong.Count)} on {silent.Count} of {scores.Count} papers.");
        foreach (var score in silent)
            to.WriteLine($"  {score.Picture}: {string.Join(", ", score.SilentlyWrong.Select(Details.Written))}");
        var altered = scores.Where(s => s.Truth.Flagged is { Count: > 0 }).ToList();
        if (altered.Count == 0)
            return;
        var missed = altered.Where(s => !s.IsFlagged).ToList();
        to.WriteLine($"Altered papers flagged: {altered.Count - missed.Count} of {altered.Count}.");
        foreach (var score in missed)
            to.WriteLine($"  {score.Picture}: not flagged");
    }
}
