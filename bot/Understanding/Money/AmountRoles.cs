using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding;

/// <summary>Finds what an amount is for from the words by it (金额用处的识别).</summary>
internal static partial class AmountRoles
{
    [GeneratedRegex("自己|自付|自费|自掏|自家|掏|个人|现金|贴", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SelfPaid();

    [GeneratedRegex("报|医保|统筹|农合|新农合|保险", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reimbursed();

    [GeneratedRegex("押金|预交|预缴|退|借|红包|车费|路费|护工|营养", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();

    [GeneratedRegex("总|共|合计|加起来|花|用|费|结账|下来", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();

    /// <param name="lead">What stands before it in its clause.</param>
    /// <param name="trail">What stands behind it in its clause; counts only where the lead says nothing.</param>
    public static AmountRole Of(string lead, string trail) => In(lead) is var before && before != AmountRole.Unsaid ? before : In(trail);

    private static AmountRole In(string text) =>
        SelfPaid().IsMatch(text) ? AmountRole.SelfPaid
        : Other().IsMatch(text) ? AmountRole.Other
        : Reimbursed().IsMatch(text) ? AmountRole.Reimbursed
        : Total().IsMatch(text) ? AmountRole.Total
        : AmountRole.Unsaid;
}
