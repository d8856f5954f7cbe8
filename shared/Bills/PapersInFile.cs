using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills;

/// <summary>Reads all papers of one file (一份文件里的单据): one paper on one or several pages, several kinds one after the other, or two side by side on one picture.</summary>
public static class PapersInFile
{
    private static readonly BasisPoints Sure = new(7_000);

    /// <summary>The first paper, with the others of the file beside it.</summary>
    /// <param name="pages">All pages of the file in order.</param>
    /// <param name="hint">What the sender says it is; counts a little.</param>
    public static PaperReading Read(IReadOnlyList<RecognisedPage> pages, PaperKind? hint = null)
    {
        pages = [.. pages.Select((page, i) => page with { Number = i + 1 })];
        if (pages.Count == 1)
            return TwoOn(pages[0]) is var (first, second) ? first with { Others = [second] } : BillReader.Read(pages, hint);
        List<(RecognisedPage Page, PaperKind Kind)> parts = [];
        foreach (var page in pages)
        {
            IEnumerable<RecognisedPage> own = Cut(page) is var (left, right) ? [left, right] : [page];
            parts.AddRange(own.Select(part => (part, BillReader.Read([part]).Kind)));
        }
        // What is told apart by nothing goes with the page before it: the last page of a list may hold a few rows alone.
        for (var i = 1; i < parts.Count; i++)
            parts[i] = parts[i].Kind == PaperKind.Other ? (parts[i].Page, parts[i - 1].Kind) : parts[i];
        var papers = parts.Where(part => part.Kind != PaperKind.Other).GroupBy(part => part.Kind).Select(kind => BillReader.Read([.. kind.Select(part => part.Page)])).ToList();
        return papers.Count < 2 ? BillReader.Read(pages, hint) : papers[0] with { Others = [.. papers.Skip(1)] };
    }

    private static (PaperReading, PaperReading)? TwoOn(RecognisedPage page) =>
        Cut(page) is var (first, second) ? (BillReader.Read([first]), BillReader.Read([second])) : null;

    /// <summary>A cut holds when both parts are papers of different kinds, each surely and each with somebody's name: the halves of one paper hardly ever are.</summary>
    private static (RecognisedPage, RecognisedPage)? Cut(RecognisedPage page)
    {
        ((RecognisedPage, RecognisedPage)? Parts, int Fields) best = (null, 0);
        foreach (var (first, second) in PageSplit.Of(page))
        {
            var (a, b) = (BillReader.Read([first]), BillReader.Read([second]));
            // Of several, the one through which no field is lost.
            if (Stands(a) && Stands(b) && a.Kind != b.Kind && a.Fields.Count + b.Fields.Count > best.Fields)
                best = ((first, second), a.Fields.Count + b.Fields.Count);
        }
        return best.Parts;
    }

    private static bool Stands(PaperReading part) =>
        part.Kind != PaperKind.Other && part.Confidence >= Sure && part.Fields.ContainsKey(FieldName.Name);
}
