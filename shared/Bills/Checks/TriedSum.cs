using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>A sum tried on a paper's amounts (试算).</summary>
/// <param name="Exact">It holds to the fen and so proves its amounts.</param>
/// <param name="Terms">The amounts it counts that are on the paper.</param>
/// <param name="IsLegible">All of it was read. Where not, a sum that does not hold doubts its amounts and says nothing against the paper.</param>
sealed record TriedSum(string Code, bool Passed, bool Exact, IReadOnlySet<string> Terms, string Sentence, bool IsLegible)
{
    /// <summary>Sums may differ by this much through rounding (容差), but then they prove nothing.</summary>
    private const long Tolerance = 5;

    /// <param name="shared">Amounts whose figures another label claims too.</param>
    /// <param name="unread">Amounts whose labels were seen and whose figures were not read.</param>
    /// <param name="illegible">Amounts that were hardly legible, and the items where some were not read.</param>
    public static List<TriedSum> All(PaperKind kind, IReadOnlyDictionary<string, Fen> amounts, IReadOnlySet<string> shared, IReadOnlySet<string> unread, IReadOnlySet<string> illegible)
    {
        var tries = new List<TriedSum>();
        foreach (var variants in Identity.All.GroupBy(i => i.Code))
        {
            // A page of several lists only its own items.
            if (variants.Key == "items-equal-total" && amounts.TryGetValue(Identity.PageTotal, out var page) && amounts.TryGetValue(FieldName.Total, out var total) && page != total)
                continue;
            var tried = variants.Select(v => (v, difference: v.Difference(amounts))).Where(t => t.difference is not null).ToList();
            if (tried.Count == 0)
                continue;
            var (best, off) = tried.MinBy(t => Math.Abs(t.difference!.Value.Value));
            // An amount that was not read may be what is missing: such a sum says nothing.
            if (Math.Abs(off!.Value.Value) > Tolerance && variants.Any(v => Missing(v, off.Value.Value > 0).Any(unread.Contains)))
                continue;
            // One figure that two labels lay hold of agrees with itself.
            var nothing = best.Terms.All(t => amounts.GetValueOrDefault(t) == Fen.Zero || shared.Contains(t));
            tries.Add(new TriedSum(variants.Key, Math.Abs(off!.Value.Value) <= Tolerance, off.Value.Value == 0 && !nothing, best.Terms.Where(amounts.ContainsKey).ToHashSet(StringComparer.Ordinal), best.Sentence, !best.Terms.Any(illegible.Contains) && !Omits(kind, best, off.Value.Value > 0, amounts)));
        }
        return tries;
    }

    /// <summary>Whether what is missing is what such a paper may well leave out: a list names the payers it likes, and a refund of nothing is not printed everywhere.</summary>
    private static bool Omits(PaperKind kind, Identity identity, bool tooMuch, IReadOnlyDictionary<string, Fen> amounts) =>
        (kind == PaperKind.FeeList && tooMuch && identity.Whole == FieldName.Total && !identity.Parts.Contains(Identity.Items)) || Missing(identity, tooMuch).Any(t => identity.Omissible.Contains(t) && !amounts.ContainsKey(t));

    /// <summary>Where the whole is too much a part may be missing, where it is too little the whole or what stands beside it.</summary>
    private static IEnumerable<string> Missing(Identity identity, bool tooMuch) =>
        identity.Terms.Where(t => tooMuch == (identity.Parts.Contains(t) || identity.Optional.Contains(t)));
}
