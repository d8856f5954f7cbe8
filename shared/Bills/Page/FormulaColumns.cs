namespace Shouwang.Shared.Bills.Page;

/// <summary>A column that says how each amount is counted (计算关系): between the items' names and their amounts stands 目录外及超限价 or (④-③)×60 %, and that is neither a label nor a value.</summary>
static class FormulaColumns
{
    private static readonly string[] Heads = ["计算关系", "计算公式", "计算方式", "计算方法", "计算说明", "计算依据", "计算过程", "勾稽关系", "公式"];
    private static readonly string[] Items = ["项目", "费用项目", "结算项目", "项目名称", "名称", "内容"];
    private const int Farthest = 40;

    /// <summary>The runs without those of such a column; all of them where the page has none.</summary>
    public static IReadOnlyList<Run> Without(IReadOnlyList<Run> runs)
    {
        if (runs.FirstOrDefault(r => Heads.Contains(Word(r))) is not { } head)
            return runs;
        List<Run> heads = [.. runs.Where(r => Math.Abs(r.Y - head.Y) <= head.Height / 2)];
        if (!heads.Exists(h => Items.Contains(Word(h)) && h.X1 < head.X0) || !heads.Exists(h => Word(h).StartsWith("金额", StringComparison.Ordinal) && h.X0 > head.X1))
            return runs;
        return [.. runs.Where(r => r.Y <= head.Y || r.Y - head.Y > Farthest * head.Height || IsAmount(r) || heads.MinBy(h => Math.Abs(Middle(h) - Middle(r))) != head || Math.Abs(Middle(head) - Middle(r)) > 3 * head.Height)];
    }

    private static bool IsAmount(Run run) => run.Text.Contains('.', StringComparison.Ordinal) && run.Text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '¥' or ' ');

    private static int Middle(Run run) => (run.X0 + run.X1) / 2;

    private static string Word(Run run) => TextFold.Squeeze(run.Text);
}
