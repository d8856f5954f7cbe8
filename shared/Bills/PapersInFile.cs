using Shouwang.Shared.Bills.Page;
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
        pages = [.. pages.Select((page, i) => page with { Number = i + 1 })];
        if (pages.Count == 1)
            return TwoOn(pages[0], hint);
        List<(RecognisedPage Page, PaperKind Kind)> parts = [];
        foreach (var page in pages)
        {
            IEnumerable<RecognisedPage> own = Cut(page) is { } cut && (!cut.IsOneKind || cut.Kind == PaperKind.FeeList) ? [cut.First, cut.Second] : [page];
            parts.AddRange(own.Select(part => (part, BillReader.Read([part]).Kind)));
        }
        // What is told apart by nothing goes with the page before it: the last page of a list may hold a few rows alone.
        for (var i = 1; i < parts.Count; i++)
            parts[i] = parts[i].Kind == PaperKind.Other ? (parts[i].Page, parts[i - 1].Kind) : parts[i];
        var papers = parts.Where(part => part.Kind != PaperKind.Other).GroupBy(part => part.Kind).Select(kind => BillReader.Read([.. kind.Select(part => part.Page)])).ToList();
        return papers.Count < 2 ? BillReader.Read(pages, hint) : papers[0] with { Others = [.. papers.Skip(1)] };
    }

    private static PaperReading TwoOn(RecognisedPage page, PaperKind? hint)
    {
        if (Cut(page) is not { } cut)
            return BillReader.Read([page], hint);
        // Two pages of one list are one paper.
        return cut is { IsOneKind: true, Kind: PaperKind.FeeList } && cut.Readings.First.Fields[FieldName.Name].Value == cut.Readings.Second.Fields[FieldName.Name].Value
            ? BillReader.Read([cut.First, cut.Second])
            : cut.Readings.First with { Others = [cut.Readings.Second] };
    }

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
