using Shouwang.Papers;
using Shouwang.Papers.Layouts;
using Shouwang.Papers.Photo;
using Shouwang.Shared.Bills;
using Shouwang.Tools.ReadReport;

namespace Shouwang.Tools.Tests.ReadReport;

/// <summary>Papers of all kinds, drawn by lot from one seed, their lines given to reading as a recogniser without faults would: reading must not become worse unseen.</summary>
/// <remarks>
/// A rule made for one hospital's paper may take something from another's. Where a floor falls, the message says which papers lost what; pictures of them are drawn by
/// `dotnet run --project tests/Papers -- set FOLDER --families lot --each 12 --severities Clean`.
/// A machine with other fonts lays some papers out a little differently: the floors of values and rows leave room for that, kinds and what is sure leave none.
/// </remarks>
public sealed class DrawnPapersTests(DrawnPapers papers) : IClassFixture<DrawnPapers>
{
    [Fact]
    public void Every_paper_is_taken_for_what_it_is() =>
        papers.Scores.Where(s => !s.KindRight).Select(s => $"{s.Picture}: {Score.KindName(s.Reading.Kind)} instead of {s.Truth.Kind}").ShouldBeEmpty();

    [Fact]
    public void No_amount_is_wrong_and_sure() =>
        papers.Scores.SelectMany(s => s.Fields.Where(f => f.IsMoney && IsSurelyWrong(f)).Select(f => $"{s.Picture}: {Details.Written(f)}")).ShouldBeEmpty();

    [Fact]
    public void No_diagnosis_is_wrong_and_sure() =>
        papers.Scores.SelectMany(s => s.Fields.Where(f => f.Name is "diagnosis" or "operation" && IsSurelyWrong(f)).Select(f => $"{s.Picture}: {Details.Written(f)}")).ShouldBeEmpty();

    /// <summary>How many values and rows may be lost: what was lost when this was written, two values more, of rows those of a short list. Lower it where reading became better.</summary>
    [Theory]
    [InlineData("lot-sheet", 2, 0)]
    [InlineData("lot-bill", 2, 0)]
    [InlineData("lot-record", 2, 0)]
    [InlineData("lot-outpatient", 3, 0)]
    [InlineData("lot-phone-sheet", 2, 0)]
    [InlineData("lot-phone-bill", 2, 0)]
    [InlineData("lot-list", 2, 11)]
    [InlineData("rare", 3, 4)]
    [InlineData("identity-card", 0, 0)]
    [InlineData("volunteer-card", 0, 0)]
    public void No_more_is_lost_than_was(string layouts, int values, int rows)
    {
        var scores = papers.Scores.Where(s => s.Truth.Layout!.StartsWith(layouts, StringComparison.Ordinal)).ToList();
        scores.ShouldNotBeEmpty();
        var (valuesLost, rowsLost) = (scores.Sum(s => s.Fields.Count(f => !f.Right)), scores.Sum(s => s.RowsMissed.Count));
        (valuesLost <= values && rowsLost <= rows).ShouldBeTrue(
            $"{layouts}: of {scores.Sum(s => s.Fields.Count)} values {valuesLost} are lost ({values} may), of {scores.Sum(s => s.RowsAll)} rows {rowsLost} ({rows} may).\n{What(scores)}");
    }

    private static bool IsSurelyWrong(FieldScore field) => !field.Right && field.Found is not null && field.Confidence.Value >= Score.Sure;

    private static string What(IReadOnlyList<Score> scores)
    {
        var lost = new StringWriter();
        Details.Print(lost, scores);
        return lost.ToString();
    }
}

/// <summary>The papers, drawn and read once: many of those by lot, cards and what is none of ours once each.</summary>
public sealed class DrawnPapers : IAsyncLifetime
{
    private const int Seed = 1;

    internal IReadOnlyList<Score> Scores { get; private set; } = [];

    public async ValueTask InitializeAsync() => Scores =
    [
        .. await Read(12, layout => layout.Family == "lot"),
        .. await Read(4, layout => layout.Family == "rare"),
        .. await Read(1, layout => layout.Kind is PaperKind.IdentityCard or PaperKind.VolunteerCard or PaperKind.Other),
    ];

    private static async Task<IReadOnlyList<Score>> Read(int each, Func<Layout, bool> layouts)
    {
        var folder = Directory.CreateTempSubdirectory("shouwang-drawn-");
        try
        {
            await new Collection(folder.FullName, Seed, each, [.. Layout.All.Where(layouts)], [Severity.Clean]) { Answers = folder }.Write();
            return await ReadReportCommand.Scores(folder, client: null, folder, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
