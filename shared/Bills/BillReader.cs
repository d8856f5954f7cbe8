using Shouwang.Shared.Bills.Papers;

namespace Shouwang.Shared.Bills;

/// <summary>Reads a recognised hospital paper (单据) by what its labels mean and where values stand, without a template.</summary>
public static class BillReader
{
    /// <summary>Reads one paper.</summary>
    /// <param name="pages">Its pages in order.</param>
    /// <param name="hint">What the sender says it is; counts a little.</param>
    public static PaperReading Read(IReadOnlyList<RecognisedPage> pages, PaperKind? hint = null)
    {
        List<SeenPage> seen = [.. pages.DefaultIfEmpty(new RecognisedPage(1, 1, 0, [], [])).Select(SeenPage.Of)];
        var (kind, confidence) = SeenPage.Kind(seen, hint);
        var readings = seen.ToLookup(page => seen.Count == 1 || SeenPage.Kind([page], hint).Kind == kind, page => PageReader.Read(page, kind, confidence));
        return readings[true].Any() ? PageMerge.Merge([.. readings[true]], [.. readings[false]]) : PageMerge.Merge([.. readings[false]], []);
    }

    /// <summary>Whether pages that are told by nothing may be a piece of a hospital's paper (半张纸): its head, its foot, its second page.</summary>
    public static bool MayBePiece(IReadOnlyList<RecognisedPage> pages)
    {
        List<SeenPage> seen = [.. pages.Select(SeenPage.Of)];
        return !seen.Exists(page => NoProof.IsAnother(SeenPage.Words(page.Rows)))
            && (seen.Exists(page => KindJudge.SpeaksOfAStay(page.Rows)) || seen.SelectMany(page => page.Hits).Select(hit => hit.Field).Where(OfAStay.Contains).Distinct().Count() >= 2);
    }

    private static readonly string[] OfAStay = [FieldName.Hospital, FieldName.AdmissionNumber, FieldName.Department, FieldName.Admitted, FieldName.Discharged, FieldName.Days, FieldName.Diagnosis, FieldName.BasicPaid];

    /// <summary>What pages of another photo say that are told by nothing alone, where they are the rest of an unfinished paper (下半张): its second page, or its head.</summary>
    /// <param name="paper">What was read of the paper.</param>
    /// <returns>A reading of the paper's kind, never sure; null where they do not go on or bring nothing that it lacks.</returns>
    public static PaperReading? Rest(PaperReading paper, IReadOnlyList<RecognisedPage> pages, IReadOnlyList<RecognisedPage> rest)
    {
        List<SeenPage> further = [.. rest.Select(SeenPage.Of)];
        var lacking = PaperSet.Lacking(paper);
        if (further.Count == 0 || lacking.Count == 0 || further.Exists(page => NoProof.IsAnother(SeenPage.Words(page.Rows))))
            return null;
        var (kind, confidence) = SeenPage.Kind([.. pages.Select(SeenPage.Of), .. further]);
        if (kind != paper.Kind)
            return null;
        var said = PageMerge.Merge([], [.. further.Select(p => PageReader.Read(p, kind, confidence))]);
        return lacking.Any(said.Fields.ContainsKey) && !PaperAgreement.Disagree(paper, said) ? said : null;
    }
}
