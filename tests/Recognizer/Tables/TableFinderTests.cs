using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Recognition;
using Shouwang.Recognizer.Tables;

namespace Shouwang.Recognizer.Tests.Tables;

public sealed class TableFinderTests
{
    static readonly string[][] Fees =
    [
        ["项目名称", "类别", "单价", "数量", "金额"],
        ["住院诊察费", "甲", "16.00", "9", "144.00"],
        ["胸部平扫", "乙", "223.50", "2", "447.00"],
        ["氧气吸入", "甲", "3.50", "10", "35.00"],
        ["陪护床位费", "丙", "12.50", "9", "112.50"],
        ["氯化钠注射液", "甲", "3.67", "2", "7.34"],
    ];

    static readonly float[] Lefts = [100, 420, 560, 720, 830];

    /// <summary>The table as boxes on a page, each corner moved as the camera would.</summary>
    static List<ReadLine> Photograph(string[][] rows, Func<Vector2, Vector2> camera)
    {
        List<ReadLine> lines = [];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c].Length > 0)
                    lines.Add(Line(rows[r][c], new(Lefts[c], 300 + (r * 48)), camera));
            }
        }
        return lines;
    }

    static ReadLine Line(string text, Vector2 at, Func<Vector2, Vector2> camera)
    {
        var width = text.Sum(c => c < 0x80 ? 13 : 25) + 8;
        var box = new TextBox(at, at + new Vector2(width, 0), at + new Vector2(width, 36), at + new Vector2(0, 36), 1);
        return new(box.Map(camera), [.. text.EnumerateRunes().Select((rune, i) => new ReadCharacter(rune, (i + 0.5f) / text.Length, 0.99f, []))]);
    }

    static string[][] Texts(PageTable table) =>
        [.. table.Cells.GroupBy(cell => cell.Row).Select(row => row.OrderBy(cell => cell.Column).Select(cell => string.Join(' ', cell.Lines.Select(line => line.Text))).ToArray())];

    static List<PageTable> Find(List<ReadLine> lines) => TableFinder.Find(lines, SlopeField.Of(lines.Select(line => line.Box)));

    [Fact]
    public void An_unruled_list_becomes_its_rows_and_columns() => Texts(Find(Photograph(Fees, p => p)).ShouldHaveSingleItem()).ShouldBe(Fees);

    [Fact]
    public void A_list_photographed_aslant_becomes_the_same_rows_and_columns()
    {
        var poses = Gen.Choose(-40, 40).Two().Select(p => (Turn: p.Item1 / 1000f, Tilt: p.Item2 / 200_000f)).ToArbitrary();
        Prop.ForAll(poses, pose =>
        {
            var middle = new Vector2(500, 400);
            Vector2 Camera(Vector2 p)
            {
                var q = Vector2.Transform(p - middle, Matrix3x2.CreateRotation(pose.Turn));
                return middle + (q / (1 + (q.Y * pose.Tilt)));
            }
            Texts(Find(Photograph(Fees, Camera)).ShouldHaveSingleItem()).ShouldBe(Fees);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_missing_cell_is_empty_and_lies_where_its_text_would_stand()
    {
        var rows = Fees.Select(row => row.ToArray()).ToArray();
        rows[2][3] = "";

        var table = Find(Photograph(rows, p => p)).ShouldHaveSingleItem();

        var cell = table.Cells.Single(cell => cell is { Row: 2, Column: 3 });
        cell.Lines.ShouldBeEmpty();
        cell.Box.Centre.X.ShouldBeInRange(715, 775);
        cell.Box.Centre.Y.ShouldBeInRange(300 + 96, 300 + 96 + 40);
    }

    [Fact]
    public void Group_heads_and_subtotals_between_the_rows_do_not_end_a_table()
    {
        string[][] rows = [Fees[0], .. Fees[1..].SelectMany(row => new string[][] { ["【床位费】", "", "", "", ""], row, ["", "", "", "小计", row[4]] })];

        Find(Photograph(rows, p => p)).ShouldHaveSingleItem().RowCount.ShouldBe(rows.Length - 1); // the last subtotal is thin and ends it
    }

    [Fact]
    public void A_page_of_running_text_has_no_table() =>
        Find([.. Enumerable.Range(0, 12).Select(i => Line("患者因转移性右下腹痛六小时入院查体右下腹压痛反跳痛阳性", new(100, 200 + (i * 50)), p => p))]).ShouldBeEmpty();

    [Fact]
    public void An_empty_page_has_no_table() => Find([]).ShouldBeEmpty();

    [Fact]
    public void Straightening_and_going_back_meet_the_same_place()
    {
        var places = Gen.Choose(0, 2000).Two().Select(p => new Vector2(p.Item1, p.Item2)).ToArbitrary();
        var shape = new PageShape(new SlopeField(new(1000, 1000), 0.03f, 1e-5f, -2e-5f), 0.05f, 3e-5f);
        Prop.ForAll(places, place => Vector2.Distance(shape.OnPage(shape.Straight(place)), place).ShouldBeLessThan(3)).QuickCheckThrowOnFailure();
    }
}
