using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Papers full of a bill's words that prove nothing was spent (不是凭证的纸): what is paid on account before a stay, and what explains the rules with an example.</summary>
static partial class NoProof
{
    private static readonly string[] OnAccount = ["预交金收据", "预交款收据", "预缴金收据", "预缴款收据", "预收款收据", "押金收据", "押金条", "预交金凭证"];

    private static readonly string[] OfTheStay = ["报告单", "检验", "处方", "申请单", "知情", "同意书", "通知书", "告知书", "入院记录", "入院证", "病程记录", "手术记录", "预交", "预缴金收", "挂号", "缴费成功"];

    private static readonly string[] Settled = ["收费票据", "结算单", "结算清单", "结算发票", "费用清单"];

    private static readonly string[] Explaining = ["政策问答", "政策解读", "政策宣传", "宣传单", "宣传册", "办事指南", "举个例子", "举例", "温馨问答"];

    public static bool Is(string text, IReadOnlyList<LabelHit> hits) =>
        (Any(text, OnAccount) && !Any(text, Settled) && !Names(hits, FieldName.BasicPaid))
        || (Any(text, Explaining) && !Names(hits, FieldName.Name, FieldName.AdmissionNumber) && !Number().IsMatch(text));

    /// <summary>By its words another paper of a hospital, which must not be taken for a page of one that counts. They count wherever they stand: a piece need not show its title, which <see cref="OtherTitles"/> looks for.</summary>
    public static bool IsAnother(string text) => Any(text, OfTheStay) || Any(text, OnAccount) || Any(text, Explaining);

    /// <summary>Somebody's identity number, also with stars. The word alone says only what to bring along (身份证、医保卡).</summary>
    [GeneratedRegex(@"\d{3}[\d*]{11,14}[\dXx*]")]
    private static partial Regex Number();

    private static bool Any(string text, string[] signs) => Array.Exists(signs, sign => text.Contains(sign, StringComparison.Ordinal));

    private static bool Names(IReadOnlyList<LabelHit> hits, params ReadOnlySpan<string> fields)
    {
        foreach (var hit in hits)
        {
            if (fields.Contains(hit.Field))
                return true;
        }
        return false;
    }
}
