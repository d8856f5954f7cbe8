using System.Collections.Immutable;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid;

/// <summary>Which sum leads where a plan has one for the disease and one for an operation of the same stay (病种和手术以哪个为准).</summary>
public enum OperationLead
{
    /// <summary>The higher of the two (取高的).</summary>
    Higher,

    /// <summary>The operation's, also where it is lower (以手术为准).</summary>
    Operation,
}

/// <summary>A plan's fixed sums by operation (按手术补助), beside those by disease: by ICD-9-CM-3 category, "51.23", or a family of them, "51".</summary>
public sealed record OperationSums(ImmutableSortedDictionary<string, Fen> Sums, OperationLead Lead)
{
    /// <summary>A plan that pays by disease alone.</summary>
    public static OperationSums None { get; } = new(ImmutableSortedDictionary<string, Fen>.Empty.WithComparers(StringComparer.Ordinal), OperationLead.Higher);

    public bool IsEmpty => Sums.IsEmpty;

    /// <summary>Whether this is an ICD-9-CM-3 category or a family of them that covers an operation of our list.</summary>
    public static bool IsCategory(string category) =>
        category is [>= '0' and <= '9', >= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9', '.', >= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9', '.', >= '0' and <= '9', >= '0' and <= '9']
        && OperationList.Default.All.Any(operation => Covers(category, operation.Code));

    /// <summary>The sum for one operation: of the categories that cover it the longest leads; null where none does.</summary>
    public Fen? Of(string operation) =>
        Sums.Where(sum => Covers(sum.Key, operation)).OrderByDescending(sum => sum.Key.Length).Select(sum => (Fen?)sum.Value).FirstOrDefault();

    /// <summary>Of several operations in one stay the one with the highest sum, as one stay is paid once; null where none has a sum.</summary>
    public (string Operation, Fen Sum)? Highest(IEnumerable<string> operations) =>
        operations.Select(operation => (operation, Sum: Of(operation)))
            .Where(found => found.Sum is not null)
            .OrderByDescending(found => found.Sum)
            .ThenBy(found => found.operation, StringComparer.Ordinal)
            .Select(found => ((string, Fen)?)(found.operation, found.Sum!.Value))
            .FirstOrDefault();

    private static bool Covers(string category, string operation) => operation.StartsWith(category, StringComparison.Ordinal);
}

/// <summary>Names of <see cref="OperationLead"/> in the interface.</summary>
public static class OperationLeads
{
    public static ImmutableSortedDictionary<string, OperationLead> Words { get; } =
        ImmutableSortedDictionary<string, OperationLead>.Empty.Add("higher", OperationLead.Higher).Add("operation", OperationLead.Operation);

    public static string Name(this OperationLead lead) => lead switch
    {
        OperationLead.Higher => "higher",
        OperationLead.Operation => "operation",
    };

    /// <summary>For people who decide on the plan.</summary>
    public static string Chinese(this OperationLead lead) => lead switch
    {
        OperationLead.Higher => "一次住院既有病种的数、又有手术的数，按高的补；做了几个手术，按最高的一个补。",
        OperationLead.Operation => "一次住院做了列出的手术，就按手术补，不按病种补；做了几个手术，按最高的一个补。",
    };
}
