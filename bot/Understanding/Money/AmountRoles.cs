using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding;

/// <summary>Finds what an amount is for from the words by it (金额用处的识别).</summary>
internal static partial class AmountRoles
{
    [GeneratedRegex("自己|自付|自费|自掏|自家|自个|自负|掏|个人|现金|贴|剩下|余下|腰包|我[出拿]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex SelfPaid();

    [GeneratedRegex("报|医保|统筹|农合|新农合|保险", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Reimbursed();

    [GeneratedRegex("押金|预交|预缴|补交|补缴|垫|退|借|红包|车费|路费|护工|营养|民政|救助|捐|商业保险|商保|意外险", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Other();

    [GeneratedRegex("总|共|合计|加起来|花|用|费|结账|下来", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Total();

    /// <param name="lead">What stands before it in its clause.</param>
    /// <param name="trail">What stands behind it in its clause; counts only where the lead says nothing.</param>
    /// <param name="earlier">Everything since the amount before; counts where its own clause says nothing: 报了一半，一万零五百.</param>
    public static AmountRole Of(string lead, string trail, string earlier) =>
        In(lead) is var before && before != AmountRole.Unsaid ? before
        : In(trail) is var behind && behind != AmountRole.Unsaid ? behind
        : lead.Length == 0 ? In(earlier) : AmountRole.Unsaid;

    private static AmountRole In(string text) =>
        SelfPaid().IsMatch(text) ? AmountRole.SelfPaid
        : Other().IsMatch(text) ? AmountRole.Other
        : Reimbursed().IsMatch(text) ? AmountRole.Reimbursed
        : Total().IsMatch(text) ? AmountRole.Total
        : AmountRole.Unsaid;
}
