using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Amounts in the words people speak (大白话标签), as phones show them: 本次花费, 医保报销了, 自己付了.</summary>
static partial class EverydayWords
{
    private const string This = "(?:其中|本次|这次|此次|一共|总共|合计|共计|共|总|实际)";

    private const string Past = "(?:了|掉|的钱|的金额|的费用|的部分|的|金额|费用|合计|总额|多少钱)*$";

    [GeneratedRegex("^(?:" + This + "|住院|看病|就医|就诊|医疗|治疗|全部)*(?:花费|花销|开销|开支|花了|花掉|消费)" + Past)]
    private static partial Regex TotalWords();

    [GeneratedRegex("^(?:" + This + "|已|已经)*(?:(?:国家|医保|医疗保险|基金)(?:" + This + "|已|已经)*(?:帮您?|为您?|给您?|替您?)?(?:" + This + "|已|已经)*(?:报销|报|付|出|承担|负担|支付)|(?:帮您?|为您?|给您?|替您?)?报销)" + Past)]
    private static partial Regex FundWords();

    [GeneratedRegex("^(?:" + This + "|还|仅|只|您|由)*(?:自己|自个儿?|我|本人|个人|您)(?:" + This + "|自己|还|仅|只|需要?|要|应|应该|得)*(?:花费|花|付|支付|出|掏|掏腰包|承担|负担)" + Past + "|^自掏(?:腰包)?" + Past)]
    private static partial Regex BorneWords();

    [GeneratedRegex("^(?:" + This + "|医保)*统筹(?:基金)?(?:付|报|出|承担)" + Past)]
    private static partial Regex BasicWords();

    [GeneratedRegex("^(?:" + This + "|城乡|居民)*大病(?:保险|医保)?(?:付|报|出|承担|再报销?)" + Past)]
    private static partial Regex CriticalWords();

    [GeneratedRegex("^(?:" + This + "|民政|医疗)*(?:救助|民政)(?:付|报|出|承担)" + Past)]
    private static partial Regex AssistanceWords();

    [GeneratedRegex("^(?:" + This + "|用|从)*(?:医保|个人|我的)*(?:账户|帐户|个账|医保卡)(?:里|余额|内)?(?:的钱)?(?:付|出|扣|用|扣款|扣除)" + Past)]
    private static partial Regex AccountWords();

    [GeneratedRegex("^(?:" + This + "|用|自己|个人)*(?:现金|微信|支付宝|手机|扫码)(?:付|出|支付|付款)" + Past)]
    private static partial Regex CashWords();

    private static readonly (string Field, Regex Words)[] Rules =
    [
        (BasicPaid, BasicWords()), (CriticalPaid, CriticalWords()), (AssistancePaid, AssistanceWords()), (AccountPaid, AccountWords()),
        (CashPaid, CashWords()), (Borne, BorneWords()), (FundPaid, FundWords()), (Total, TotalWords()),
    ];

    /// <summary>A verb or a heading as often as a label.</summary>
    [GeneratedRegex("^报销(?:金额|费用)?$|的$|的钱|的部分|多少")]
    private static partial Regex Loose();

    [GeneratedRegex(@"^[\s|:¥_]*\d[\d,]*(?:\.\d\d(?![\d%])|元)")]
    private static partial Regex AmountFirst();

    /// <summary>The field that a whole word names; null where it says nothing we know.</summary>
    public static string? Field(string label)
    {
        foreach (var (field, words) in Rules)
        {
            if (words.IsMatch(label))
                return field;
        }
        return null;
    }

    /// <summary>What all funds paid or the patient bears, of which a part may be meant.</summary>
    public static bool IsShare(string label) => Field(label) is FundPaid or Borne;

    /// <summary>Whether it is a label where it stands: 报销 and 自己付的钱 are headings too where no amount follows.</summary>
    public static bool Stands(TextRow row, LabelHit hit) => !Loose().IsMatch(hit.Text) || AmountFirst().IsMatch(row.Plain[hit.End..]);
}
