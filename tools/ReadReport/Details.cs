namespace Shouwang.Tools.ReadReport;

/// <summary>Everything that was wrong, value by value (错误明细). It repeats what stands on the papers.</summary>
static class Details
{
    public static void Print(TextWriter to, IReadOnlyList<Score> scores)
    {
        to.WriteLine("\nWhat was wrong");
        foreach (var score in scores)
        {
            if (!score.KindRight)
                to.WriteLine($"  {score.Picture}: kind {Score.KindName(score.Reading.Kind)} instead of {score.Truth.Kind}");
            foreach (var field in score.Fields.Where(f => !f.Right))
                to.WriteLine($"  {score.Picture}: {Written(field)}");
            Rows(to, score);
            foreach (var check in score.Reading.Checks.Where(c => !c.Passed))
                to.WriteLine($"  {score.Picture}: check {check.Code} failed");
        }
    }

    public static string Written(FieldScore f) => $"{f.Name} is {f.Truth}, read {f.Found ?? "nothing"} ({f.Confidence}, {f.Source})";

    private static void Rows(TextWriter to, Score score)
    {
        if (score.RowsRight == score.RowsAll)
            return;
        to.WriteLine($"  {score.Picture}: {score.RowsRight} of {score.RowsAll} rows right");
        foreach (var row in score.RowsMissed)
            to.WriteLine($"    missed {row.Code} | {row.Name} | {row.Class} | {row.UnitPrice} × {row.Quantity} = {row.Amount} {row.Date} {row.SelfShare}");
        foreach (var row in score.RowsExtra)
            to.WriteLine($"    read   {row.Code} | {row.Name} | {row.Class} | {row.UnitPrice} × {row.Quantity} = {row.Amount} {row.Date:yyyy-MM-dd} {row.SelfShare?.Value / 100} ({row.Confidence})");
    }
}
