using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Who the patient is in a narrow panel beside the text (侧栏): 姓名 above 陈宏伟, or 姓名：陈宏伟, line by line. What stands beside a panel's line is no value of it, so its lines make rows of their own.</summary>
static class SidePanel
{
    /// <summary>So many of the patient's particulars one below the other make a panel.</summary>
    private const int Fewest = 5;

    /// <summary>In heights of a line, how far below its label a value stands.</summary>
    private const int Near = 3;

    private static readonly HashSet<string> Particulars = [Name, Sex, Age, Born, IdNumber, Department, AdmissionNumber, Admitted, Discharged, LabelTable.Period, Days];

    /// <summary>The runs with those of a panel below all others, each label with its value; as they are where there is no panel.</summary>
    public static IReadOnlyList<Run> Apart(IReadOnlyList<Run> runs)
    {
        List<Run> labels = [.. runs.Where(r => Label(r) is { } field && Particulars.Contains(field))];
        foreach (var first in labels)
        {
            List<Run> own = [.. labels.Where(l => Math.Abs(l.X0 - first.X0) <= first.Height)];
            if (own.Count >= Fewest && Panel(runs, own) is { } panel)
                return Below(runs, panel);
        }
        return runs;
    }

    /// <summary>All that stands in the panel of these labels, from top to bottom; null where something reaches into it, or the patient's particulars go on beside it.</summary>
    private static List<Run>? Panel(IReadOnlyList<Run> runs, List<Run> labels)
    {
        var height = labels.Max(l => l.Height);
        var (left, top, bottom) = (labels.Min(l => l.X0), labels.Min(l => l.Y) - (height / 2), labels.Max(l => l.Y) + (Near * height));
        List<Run> within = [.. runs.Where(r => r.Y >= top && r.Y <= bottom)];
        List<Run> own = [.. within.Where(r => Math.Abs(r.X0 - left) <= 2 * height).OrderBy(r => r.Y)];
        List<Run> beside = [.. within.Except(own)];
        var right = own.Max(r => r.X1);
        if (beside.Count < Fewest || (!beside.TrueForAll(b => b.X0 >= right) && !beside.TrueForAll(b => b.X1 <= left)) || beside.Exists(b => Label(b) is { } field && Particulars.Contains(field)))
            return null;
        return beside.Max(b => b.X1) - beside.Min(b => b.X0) >= 2 * (right - left) && labels.TrueForAll(l => HasValue(l) || Value(own, l) is not null) ? own : null;
    }

    private static List<Run> Below(IReadOnlyList<Run> runs, List<Run> panel)
    {
        var down = runs.Max(r => r.Y) - panel[0].Y + (Near * panel[0].Height);
        List<Run> all = [.. runs.Except(panel)];
        foreach (var run in panel)
        {
            if (panel.Exists(label => label != run && Value(panel, label) == run))
                continue;
            all.Add(Value(panel, run) is { } value
                ? run with { Glyphs = [.. run.Glyphs.Where(g => g.Char is not ':'), Colon, .. value.Glyphs], X1 = Math.Max(run.X1, value.X1), Y = run.Y + down }
                : run with { Y = run.Y + down });
        }
        return all;
    }

    private static Glyph Colon => Glyph.Between(':');

    /// <summary>The line right below a label that has nothing behind it, where that is no label itself.</summary>
    private static Run? Value(List<Run> panel, Run label) =>
        Label(label) is not null && !HasValue(label) && panel.Find(r => r.Y > label.Y) is { } below && Label(below) is null && below.Y - label.Y <= Near * label.Height ? below : null;

    private static bool HasValue(Run run) => run.Text.TrimEnd(' ', ':').Contains(':', StringComparison.Ordinal);

    /// <summary>What field a line names, alone or before a colon.</summary>
    private static string? Label(Run run) => LabelTable.ByText.GetValueOrDefault(TextFold.Squeeze(run.Text.Split(':')[0]));
}
