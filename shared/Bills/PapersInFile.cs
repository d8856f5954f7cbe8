using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Papers;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills;

/// <summary>Reads all papers of one file (一份文件里的单据): one paper on one or several pages, several kinds one after the other, or two side by side on one picture, of different kinds or of one.</summary>
public static class PapersInFile
{
    private static readonly BasisPoints Sure = new(7_000);

    /// <summary>So many of the particulars stand on each of two papers of one kind.</summary>
    private const int LabelsTwice = 3;

    /// <summary>What a paper says once.</summary>
    private static readonly string[] Particulars =
    [
        FieldName.Name, FieldName.Sex, FieldName.IdNumber, FieldName.Hospital, FieldName.Department, FieldName.AdmissionNumber, FieldName.Admitted, FieldName.Discharged,
        FieldName.Total, FieldName.BillNumber, FieldName.SettlementNumber,
    ];

    /// <summary>The first paper, with the others of the file beside it.</summary>
    /// <param name="pages">All pages of the file in order.</param>
    /// <param name="hint">What the sender says it is; counts a little.</param>
    public static PaperReading Read(IReadOnlyList<RecognisedPage> pages, PaperKind? hint = null)
    {
        List<Part> parts = [.. pages.Select((page, i) => page with { Number = i + 1 }).SelectMany(Parts)];
        var papers = Together(parts).ConvertAll(paper => paper is [{ Reading: var alone }] && hint is null ? alone : BillReader.Read([.. paper.Select(part => part.Page)], hint));
        return papers.Count == 0 ? BillReader.Read(pages, hint) : papers[0] with { Others = [.. papers.Skip(1)] };
    }

    /// <summary>A page, or what was cut from one, and what it says alone.</summary>
    private sealed record Part(RecognisedPage Page, PaperReading Reading);

    private static IEnumerable<Part> Parts(RecognisedPage page) =>
        Cut(page) is { } cut ? [new(cut.First, cut.Readings.First), new(cut.Second, cut.Readings.Second)] : [new(page, BillReader.Read([page]))];

    /// <summary>Which parts are one paper.</summary>
    private static List<List<Part>> Together(List<Part> parts)
    {
        List<List<Part>> papers = [];
        foreach (var part in parts.SkipWhile(part => part.Reading.Kind == PaperKind.Other))
        {
            if ((papers.FindLast(paper => IsPage(part, paper)) ?? (GoesOn(part, papers.LastOrDefault()) ? papers[^1] : null)) is { } paper)
                paper.Add(part);
            else
                papers.Add([part]);
        }
        // What comes before and is told by nothing is the beginning of the first.
        papers.FirstOrDefault()?.InsertRange(0, parts.TakeWhile(part => part.Reading.Kind == PaperKind.Other));
        return papers;
    }

    /// <summary>Another page of a paper of its kind, and not another person's or another stay's.</summary>
    private static bool IsPage(Part part, List<Part> paper) =>
        paper.Exists(p => p.Reading.Kind == part.Reading.Kind) && !paper.Exists(p => p.Reading.Kind == part.Reading.Kind && PaperAgreement.AreTwo(p.Reading, part.Reading));

    /// <summary>Told apart by nothing, or amounts of nobody's that are taken for another kind only when they stand alone.</summary>
    private static bool GoesOn(Part part, List<Part>? before) => before is not null
        && (part.Reading.Kind == PaperKind.Other
            || (Accounts.Contains(part.Reading.Kind) && !Stands(part.Reading) && before.Exists(p => Accounts.Contains(p.Reading.Kind)) && before.Exists(p => p.Reading.Kind == BillReader.Read([.. before.Select(b => b.Page), part.Page]).Kind)));

    /// <summary>What says who paid, in much the same words.</summary>
    private static readonly PaperKind[] Accounts = [PaperKind.InpatientBill, PaperKind.SettlementSheet, PaperKind.OutpatientBill];

    /// <summary>A picture in two, and what each part says.</summary>
    private sealed record Halves(RecognisedPage First, RecognisedPage Second, (PaperReading First, PaperReading Second) Readings)
    {
        public PaperKind Kind => Readings.First.Kind;

        public bool IsOneKind => Readings.First.Kind == Readings.Second.Kind;

        public int Fields => Readings.First.Fields.Count + Readings.Second.Fields.Count;
    }

    /// <summary>
    /// A cut holds when both parts are papers, each surely and each with somebody's name: the halves of one paper hardly ever are.
    /// Of one kind they must be told by the same labels as well, each printed twice: whose it is, where, when, how much.
    /// </summary>
    private static Halves? Cut(RecognisedPage page)
    {
        Halves? best = null;
        foreach (var (first, second) in PageSplit.Of(page))
        {
            var halves = new Halves(first, second, (BillReader.Read([first]), BillReader.Read([second])));
            // Of several, the one through which no field is lost.
            if (Stands(halves.Readings.First) && Stands(halves.Readings.Second) && (!halves.IsOneKind || SaysTwice(halves)) && halves.Fields > (best?.Fields ?? 0))
                best = halves;
        }
        return best;
    }

    private static bool Stands(PaperReading part) =>
        part.Kind != PaperKind.Other && part.Confidence >= Sure && part.Fields.ContainsKey(FieldName.Name);

    private static bool SaysTwice(Halves halves) =>
        Particulars.Count(field => IsRead(halves.Readings.First, field) && IsRead(halves.Readings.Second, field)) >= LabelsTwice
        && (halves.Kind != PaperKind.FeeList || (halves.Readings.First.Rows.Count > 0 && halves.Readings.Second.Rows.Count > 0));

    private static bool IsRead(PaperReading reading, string field) => reading.Fields.TryGetValue(field, out var found) && found.Where is not null;
}
