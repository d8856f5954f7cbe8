using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Page;

/// <summary>
/// A piece of another paper at the side of a photo or below the paper that is meant (旁边露出的别的单子): the photo's edge runs through its lines, a stripe without text parts it from the rest,
/// and its lines do not go on from the others'. What it says is somebody else's.
/// </summary>
static partial class PaperBeside
{
    private const int FewestLines = 12; // on the page
    private const int FewestCut = 2; // lines that the edge runs through
    private const int MostCutAway = 6; // in one of so many at least
    private const int LargestBeside = 50; // of 100 characters
    private const int LargestBelow = 20;
    private const int MostLevel = 85; // of 100 lines, level with one of the others: in a table's own column nearly all are

    [GeneratedRegex("(?:清单|明细|汇总表|结算单|结算表|补偿单|票据|发票|收据|小结|记录|证明书?)(?:\\(.{1,6}\\))?$")]
    private static partial Regex Title();

    [GeneratedRegex("(?:医院|卫生院)$")]
    private static partial Regex Hospital();

    [GeneratedRegex("^(?:患者|病人)?姓名")]
    private static partial Regex Name();

    /// <summary>The page without such a piece; the page itself where there is none.</summary>
    public static RecognisedPage Without(RecognisedPage page)
    {
        if (page.Lines.Count < FewestLines)
            return page;
        var height = page.Lines.Select(Height).Order().ElementAt(page.Lines.Count / 2);
        page = Off(page, AtEdge(page, height * 3 / 2, line => (page.Width - line.Where.Right, page.Width - line.Where.Left)), height, IsBeside);
        page = Off(page, AtEdge(page, height * 3 / 2, line => (line.Where.Left, line.Where.Right)), height, IsBeside);
        return Off(page, AtEdge(page, height * 2, line => (page.Height - line.Where.Bottom, page.Height - line.Where.Top)), height, IsBelow);
    }

    private static RecognisedPage Off(RecognisedPage page, (List<RecognisedLine> Piece, int Cut) edge, int height, Func<List<RecognisedLine>, int, List<RecognisedLine>, int, bool> isOther)
    {
        List<RecognisedLine> rest = [.. page.Lines.Except(edge.Piece)];
        if (edge.Cut == 0 || rest.Count == 0 || !isOther(edge.Piece, edge.Cut, rest, height))
            return page;
        return page with { Lines = rest, Tables = [.. page.Tables.Where(table => table.Cells.All(cell => edge.Piece.TrueForAll(line => !Overlap(line.Where, cell.Where))))] };
    }

    /// <summary>The lines between an edge and the first stripe without text, and how many of them the edge runs through.</summary>
    private static (List<RecognisedLine> Piece, int Cut) AtEdge(RecognisedPage page, int stripe, Func<RecognisedLine, (int From, int To)> fromEdge)
    {
        var (end, cut) = (0, 0);
        List<RecognisedLine> piece = [];
        foreach (var (line, (from, to)) in page.Lines.Select(line => (line, fromEdge(line))).OrderBy(l => l.Item2.From))
        {
            if (piece.Count > 0 && from > end + stripe)
                return (piece, cut);
            if (piece.Count == 0 && from > stripe / 3)
                break;
            piece.Add(line);
            cut += from <= stripe / 4 ? 1 : 0;
            end = Math.Max(end, to);
        }
        return ([], 0);
    }

    private static bool IsBeside(List<RecognisedLine> piece, int cut, List<RecognisedLine> rest, int height) =>
        cut >= FewestCut && cut * MostCutAway >= piece.Count && Characters(piece) * 100 <= (Characters(piece) + Characters(rest)) * LargestBeside
        && piece.Count(line => rest.Exists(other => IsLevel(line, other, height))) * 100 < piece.Count * MostLevel;

    /// <summary>What a paper says at its head, said again below all of it.</summary>
    private static bool IsBelow(List<RecognisedLine> piece, int cut, List<RecognisedLine> rest, int height) =>
        Characters(piece) * 100 <= (Characters(piece) + Characters(rest)) * LargestBelow && new[] { Title(), Hospital(), Name() }.Any(words => Says(piece, words) && Says(rest, words));

    private static bool Says(List<RecognisedLine> lines, Regex words) => lines.Exists(line => words.IsMatch(TextFold.Squeeze(TextFold.Fold(line.Text))));

    /// <summary>Whether a line would meet another's middle if it went on.</summary>
    private static bool IsLevel(RecognisedLine line, RecognisedLine other, int height)
    {
        var (from, to) = (other.Where, line.Where);
        var across = from.X1 - from.X0;
        var (y, at) = ((from.Y0 + from.Y3) / 2, (to.Y0 + to.Y3) / 2);
        var rises = across > 3 * height ? (int)((long)(from.Y1 - from.Y0) * (to.X0 - from.X0) / across) : 0;
        return Math.Abs(y + rises - at) * 10 <= height * 3;
    }

    private static int Characters(List<RecognisedLine> lines) => lines.Sum(line => line.Text.Length);

    private static int Height(RecognisedLine line) => Math.Max(1, (Math.Abs(line.Where.Y3 - line.Where.Y0) + Math.Abs(line.Where.Y2 - line.Where.Y1)) / 2);

    private static bool Overlap(Quad a, Quad b) => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
