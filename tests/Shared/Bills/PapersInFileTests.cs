using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>One paper stays one; two on a picture become two.</summary>
public class PapersInFileTests
{
    private static readonly List<RecognisedPage> Papers = [.. GoldenTests.Layouts.Select(row => GoldenTests.Read(row.Data))];

    [Fact]
    public void A_paper_alone_is_never_taken_for_two() =>
        Papers.Count(page => PapersInFile.Read([page]).Others.Count > 0).ShouldBe(0);

    [Fact]
    public void Two_papers_of_different_kinds_on_one_picture_are_read_as_each_is_alone()
    {
        var (told, whole, all) = (0, 0, 0);
        var alone = Papers.ConvertAll(page => (Page: page, Reading: BillReader.Read([page])));
        // Every paper left and right of several others; all pairs would take minutes.
        foreach (var (i, j) in Enumerable.Range(0, alone.Count).SelectMany(i => ((int[])[1, 7, 12, 18]).Select(step => (i, (i + step) % alone.Count))))
        {
            var ((left, a), (right, b)) = (alone[i], alone[j]);
            if (a.Kind == b.Kind)
                continue;
            foreach (var both in new[] { Beside(left, right), Below(left, right) })
            {
                all++;
                var read = PapersInFile.Read([both]);
                if (read.Others.Count == 0)
                    continue;
                told++;
                (read.Kind, read.Others.ShouldHaveSingleItem().Kind).ShouldBe((a.Kind, b.Kind));
                whole += read.Fields.Count + read.Others[0].Fields.Count >= a.Fields.Count + b.Fields.Count ? 1 : 0;
                read.Others[0].Fields["name"].Value.ShouldBe(b.Fields["name"].Value);
            }
        }
        (whole * 100).ShouldBeGreaterThanOrEqualTo(told * 90);
        (told * 100).ShouldBeGreaterThanOrEqualTo(all * 80);
        all.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Two_papers_of_one_kind_are_told_by_what_each_says_twice()
    {
        var (told, all) = (0, 0);
        foreach (var kind in Papers.Select(page => (Page: page, Reading: BillReader.Read([page]))).Where(p => p.Reading.Kind is not (PaperKind.Other or PaperKind.VolunteerCard or PaperKind.IdentityCard)).GroupBy(p => p.Reading.Kind))
        {
            foreach (var (a, b) in kind.Zip(kind.Skip(1)))
            {
                if (a.Reading.Fields.GetValueOrDefault("name")?.Value == b.Reading.Fields.GetValueOrDefault("name")?.Value)
                    continue;
                all++;
                var read = PapersInFile.Read([all % 2 == 0 ? Beside(a.Page, b.Page) : Below(a.Page, b.Page)]);
                if (read.Others.Count == 0)
                    continue;
                told++;
                (read.Kind, read.Others.ShouldHaveSingleItem().Kind).ShouldBe((kind.Key, kind.Key));
                read.Others[0].Fields["name"].Value.ShouldBe(b.Reading.Fields["name"].Value);
            }
        }
        (told * 100).ShouldBeGreaterThanOrEqualTo(all * 80);
        all.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Two_pages_of_one_list_on_one_picture_are_one_list()
    {
        var list = Papers.Find(page => BillReader.Read([page]) is { Kind: PaperKind.FeeList, Fields.Count: > 5, Rows.Count: > 5 })!;
        var alone = BillReader.Read([list]);
        var read = PapersInFile.Read([Below(list, list)]);
        (read.Kind, read.Others.Count, read.Rows.Count).ShouldBe((PaperKind.FeeList, 0, 2 * alone.Rows.Count));
        read.Fields["name"].Value.ShouldBe(alone.Fields["name"].Value);
    }

    [Fact]
    public void Pages_of_different_kinds_are_papers_of_their_own_and_a_page_with_nothing_to_tell_it_by_goes_with_the_one_before()
    {
        var discharge = Papers.First(page => BillReader.Read([page]).Kind == PaperKind.DischargeRecord);
        var list = Papers.First(page => BillReader.Read([page]).Kind == PaperKind.FeeList);
        var stray = new RecognisedPage(list.Width, list.Height, 0, [.. list.Lines.TakeLast(3)], []);
        var read = PapersInFile.Read([discharge, list, stray]);
        read.Kind.ShouldBe(PaperKind.DischargeRecord);
        read.Others.ShouldHaveSingleItem().Kind.ShouldBe(PaperKind.FeeList);
        read.Fields.Values.ShouldAllBe(field => field.Page == 1);
        read.Others[0].Fields.Values.Where(field => field.Where is not null).ShouldAllBe(field => field.Page >= 2);
    }

    private static RecognisedPage Beside(RecognisedPage left, RecognisedPage right) => new(
        left.Width + right.Width, Math.Max(left.Height, right.Height), 0,
        [.. left.Lines.Concat(right.Lines.Select(line => Moved(line, left.Width, 0))).OrderBy(line => line.Where.Top)], []);

    private static RecognisedPage Below(RecognisedPage upper, RecognisedPage lower) => new(
        Math.Max(upper.Width, lower.Width), upper.Height + lower.Height, 0,
        [.. upper.Lines, .. lower.Lines.Select(line => Moved(line, 0, upper.Height))], []);

    private static RecognisedLine Moved(RecognisedLine line, int x, int y) => line with
    {
        Where = line.Where is var q ? new Quad(q.X0 + x, q.Y0 + y, q.X1 + x, q.Y1 + y, q.X2 + x, q.Y2 + y, q.X3 + x, q.Y3 + y) : default,
    };
}
