using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Days behind their labels (日期、起止日期).</summary>
sealed partial class FieldFinder
{
    /// <summary>Behind a period: （28天）.</summary>
    [GeneratedRegex(@"^\s*[(,，]?\s*(?:共|计|住院)*\s*([1-9]\d{0,2})\s*(?:天|日)")]
    private static partial Regex DaysBehind();

    /// <summary>日期：2026-03-30 至 2026-04-05.</summary>
    [GeneratedRegex(@"\d日?\s*(?:至|到|-|~)+\s*20\d\d")]
    private static partial Regex FromTo();

    [GeneratedRegex(@"^\s*[:：]?\s*[自从由]\s*20\d\d[-/.年].{3,12}?\s*起?\s*[至到]\s*20\d\d[-/.年]")]
    private static partial Regex FilledIn();

    private void ReadDay(LabelHit hit)
    {
        if (Joined(_values.After(hit)) is not { } own)
            return;
        var value = WithRest(hit, own);
        // The hour behind a day says nothing of how surely the day was read.
        var (alone, glued) = DateText.All(value.Text) is [var day, ..] ? (value.Slice(day.Start, day.End), DateText.RunsIntoHour(value.Text, day.End)) : (value, false);
        if (Add(hit, alone, Day))
        {
            if (glued)
                _found[^1] = _found[^1] with { MostSure = Math.Min(_found[^1].MostSure, WordSureness.Doubtful) };
        }
        else if (Day(_zeros.Mend(value.Text)) is { } mended)
            _found.Add(new Finding(hit.Field, mended, value.Confidence, page.Where(value.Glyphs), hit.Wrong, hit.Rank) { MostSure = MistakenZeros.Mended });
    }

    /// <summary>入院日期 2026-05-20 | 出院日率 2026-05-30 | 住院天数 10: the other day of the stay in the same row, its label misread or lost. Without a piece of its label only the days say that it is that day.</summary>
    private void ReadUnlabelledDay()
    {
        foreach (var (known, lost, sign) in new[] { (FieldName.Admitted, FieldName.Discharged, '出'), (FieldName.Discharged, FieldName.Admitted, '入') })
        {
            if (hits.Any(h => h.Field == lost || h.Field == LabelTable.Period) || _found.Exists(f => f.Field == lost) || hits.Where(h => h.Field == known).ToList() is not [var hit])
                continue;
            var row = rows[hit.Row];
            List<(DateOnly Date, int Start, int End)> days = [.. DateText.All(row.Text)];
            var at = days.FindIndex(d => d.Start >= hit.End);
            var other = known == FieldName.Admitted ? at + 1 : at - 1;
            if (at < 0 || other < 0 || other >= days.Count || _found.Find(f => f.Field == known) is not { } first || first.Value != DateText.Iso(days[at].Date))
                continue;
            var (admitted, discharged) = known == FieldName.Admitted ? (days[at], days[other]) : (days[other], days[at]);
            var stay = discharged.Date.DayNumber - admitted.Date.DayNumber;
            // Between the two, or before the first, what is left of the label.
            var from = known == FieldName.Admitted ? admitted.End : other > 0 ? days[other - 1].End : hits.Where(h => h.Row == hit.Row && h.End <= admitted.Start).Select(h => h.End).DefaultIfEmpty(0).Max();
            var to = known == FieldName.Admitted ? discharged.Start : admitted.Start;
            var label = string.Concat(row.Text[from..to].Where(TextFold.IsHan));
            var counted = _found.Find(f => f.Field == FieldName.Days) is { } said && int.TryParse(said.Value, out var count) ? count : (int?)null;
            var labelled = label.StartsWith(sign) && label.Length is 3 or 4;
            if (stay is < 0 or > MostDays || hits.Any(h => h.Row == hit.Row && h.Start >= Math.Min(from, admitted.End) && h.End <= discharged.Start && h != hit && !(h.Field == LabelTable.Other && (h.Wrong > 0 || h.Text is "日期" or "时间"))) || !(labelled || (label.Length == 0 && counted is not null)) || (counted is { } days2 && Math.Abs(days2 - stay) > 1))
                continue;
            var own = known == FieldName.Admitted ? discharged : admitted;
            Glyph[] glyphs = row.Glyphs[own.Start..own.End];
            _found.Add(new Finding(lost, DateText.Iso(own.Date), new Snippet(glyphs).Confidence, page.Where(glyphs), 1, 0) { MostSure = WordSureness.Incomplete });
        }
    }

    /// <summary>Nobody stays longer without being asked.</summary>
    private const int MostDays = 366;

    private static string? Day(string text) => DateText.All(text) is [var first, ..] ? DateText.Iso(first.Date) : null;

    /// <summary>2025-10-27至2025-11-|09: the second day goes on in the next line, of the page or of its own cell.</summary>
    private Snippet WithNextLine(LabelHit hit, Snippet own)
    {
        var (begun, height) = (DateText.All(own.Text), rows[hit.Row].Height);
        if (begun.Count == 1 && BrokenDay().IsMatch(own.Text))
        {
            foreach (var below in rows.Skip(hit.Row + 1).TakeWhile(r => r.Y - rows[hit.Row].Y <= 2 * height))
            {
                foreach (var rest in Snippet.Split(below.Glyphs).Where(s => s.X0 >= hit.X0 - height && s.X0 <= own.Glyphs[^1].X1 && char.IsAsciiDigit(s.Glyphs[0].Char)))
                {
                    var whole = new Snippet([.. own.Glyphs, .. rest.Glyphs]);
                    if (DateText.All(whole.Text) is [_, var second, ..] && second.End > own.Glyphs.Length && second.Date >= begun[0].Date)
                        return whole;
                }
            }
        }
        if (hit.Row + 1 >= rows.Count || own.Glyphs[^1].X1 < rows[hit.Row].Glyphs[^1].X1 || !(DateText.All(own.Text).Count == 1 ? BrokenDay() : FirstBroken()).IsMatch(own.Text))
            return own;
        return new Snippet([.. own.Glyphs, .. rows[hit.Row + 1].Glyphs.Skip(ValueFinder.BlocksName(rows[hit.Row + 1])).TakeWhile(g => char.IsAsciiDigit(g.Char) || g.Char is '-' or '/' or '.' or '年' or '月' or '日' or '至' or '到' or '~')]);
    }

    /// <summary>2026-07- | 21 in two lines of a cell: the rest stands below the value or below its label, whatever stands beside it.</summary>
    private Snippet WithRest(LabelHit hit, Snippet own)
    {
        var row = rows[hit.Row];
        if (!FirstBroken().IsMatch(own.Text))
            return own;
        var below = rows.Skip(hit.Row + 1).Take(2).Where(r => r.Y - row.Y <= 2 * row.Height).SelectMany(r => Snippet.Split(r.Glyphs))
            .Where(s => RestOfDays().IsMatch(s.Text) && (Math.Abs(s.X0 - own.X0) <= row.Height || Math.Abs(s.X0 - hit.X0) <= row.Height)).ToList();
        return below is [var rest] ? new Snippet([.. own.Glyphs, .. rest.Glyphs]) : own;
    }

    [GeneratedRegex(@"^\d[\d年月日./-]*$")]
    private static partial Regex RestOfDays();

    /// <summary>2026-|07-14至2026-07-27: the line ends within the first day.</summary>
    [GeneratedRegex(@"^20\d\d[-/.年](?:\d{1,2}[-/.月])?$")]
    private static partial Regex FirstBroken();

    [GeneratedRegex(@"(?:至|到|-|~|—)+\s*(?:20\d?\d?[-/.年]?\d{0,2}[-/.月]?\d?)?$")]
    private static partial Regex BrokenDay();

    /// <summary>住院时间：2026.05.08 / 2026.05.15: the second day below the first in its cell, whatever was left of the word between them and whatever stands beside it.</summary>
    private Snippet? SecondLine(LabelHit hit)
    {
        var (row, height) = (rows[hit.Row], rows[hit.Row].Height);
        if (_values.After(hit).Where(s => DateText.All(s.Text).Count == 1).Take(1).ToList() is not [var begun] || DateText.All(begun.Text) is not [var first])
            return null;
        List<Snippet> below = [.. rows.Skip(hit.Row + 1).TakeWhile(r => r.Y - row.Y <= 2 * height).SelectMany(r => Snippet.Split(r.Glyphs)).Where(s => OneDay().IsMatch(TextFold.Squeeze(s.Text)) && (Math.Abs(s.X0 - begun.X0) <= height || Math.Abs(s.X0 - hit.X0) <= height))];
        return below is [var rest] && DateText.All(rest.Text) is [var second] && second.Date >= first.Date ? new Snippet([.. begun.Glyphs[..first.End], Glyph.Between('至'), .. rest.Glyphs[second.Start..]]) : null;
    }

    [GeneratedRegex(@"^\D?20\d{2}\D?\d{1,2}\D?\d{1,2}日?$")]
    private static partial Regex OneDay();

    private void ReadPeriod(LabelHit hit)
    {
        if (Joined(_values.After(hit)) is not { } own)
            return;
        // 自 2026年5月20日 起至 2026年5月31日 止: blanks that were filled in.
        var rest = rows[hit.Row].Glyphs[hit.End..hits.Where(h => h.Row == hit.Row && h.Start > hit.Start).Select(h => h.Start).DefaultIfEmpty(rows[hit.Row].Glyphs.Length).Min()];
        if (DateText.All(own.Text).Count < 2 && FilledIn().IsMatch(Glyph.Text(rest)))
            own = new Snippet(rest);
        // One day above the label's line and one below it, and beside it what stands in the next cell.
        var snippet = DateText.All(own.Text).Count < 2 && _values.Wrapped(hit) is { } lines && (DateText.All(lines.Text).Count == 2 || !own.Text.Contains("20", StringComparison.Ordinal)) ? lines : WithRest(hit, WithNextLine(hit, own));
        var limit = WordSureness.Most;
        if (DateText.All(_zeros.Mend(snippet.Text)).Count == 1 && SecondLine(hit) is { } whole)
            (snippet, limit) = (whole, WordSureness.Doubtful);
        if (DateText.All(_zeros.Mend(snippet.Text)) is not [var first, var second, ..])
            return;
        if (DateText.RunsIntoHour(snippet.Text, first.End) || DateText.RunsIntoHour(snippet.Text, second.End))
            limit = WordSureness.Doubtful;
        var sure = Math.Min(limit, _zeros.Mend(snippet.Text) == snippet.Text ? 9_900 : MistakenZeros.Mended);
        // A wave between two days hardly ever reads surely, and says nothing of their figures.
        var (from, to) = (snippet.Slice(first.Start, first.End), snippet.Slice(second.Start, second.End));
        _found.Add(new Finding(FieldName.Admitted, DateText.Iso(first.Date), from.Confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank) { MostSure = sure });
        _found.Add(new Finding(FieldName.Discharged, DateText.Iso(second.Date), to.Confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank) { MostSure = sure });
        if (DaysBehind().Match(snippet.Glyphs == own.Glyphs || DateText.All(own.Text).Count > 0 ? snippet.Text[second.End..] : own.Text) is { Success: true } days)
            _found.Add(new Finding(FieldName.Days, days.Groups[1].Value, snippet.Confidence, page.Where(snippet.Glyphs), 1, hit.Rank));
    }
}
