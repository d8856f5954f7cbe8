using Shouwang.Shared.Bills.Checks;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Papers;
using Shouwang.Shared.Bills.Tables;

namespace Shouwang.Shared.Bills;

/// <summary>Reads a recognised hospital paper (单据) by what its labels mean and where values stand, without a template.</summary>
public static class BillReader
{
    /// <summary>Reads one paper.</summary>
    /// <param name="pages">Its pages in order.</param>
    /// <param name="hint">What the sender says it is; counts a little.</param>
    public static PaperReading Read(IReadOnlyList<RecognisedPage> pages, PaperKind? hint = null)
    {
        if (pages.Count == 0)
            return PageReader.Read(new RecognisedPage(1, 1, 0, [], []), hint);
        var readings = pages.Select(p => PageReader.Read(p, hint)).ToList();
        return readings.Count == 1 ? readings[0] : PageMerge.Merge(readings);
    }
}
