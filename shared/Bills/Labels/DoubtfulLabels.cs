using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Labels that one hospital prints for one amount and another for a second (两解标签): 医保支付 is what the basic fund paid, or all funds together. Only a sum makes such an amount sure.</summary>
static partial class DoubtfulLabels
{
    /// <summary>Most that such an amount gets which no sum proves.</summary>
    public const int MostSure = 9_000;

    /// <summary>The basic fund, or all of them.</summary>
    [GeneratedRegex("^(?:本次|实际|核定|审核|核准|住院)*(?:医保|社保|医疗保险|医疗保障)*(?:基金)?(?:应付|支付|支出|报销|补偿|结付|记账|记帐)?(?:金额|费用|额)?$|^(?:医保|社保)?记[账帐](?:金额|费用)?$|^(?:基本|医疗|保险|医保|本次)*统筹(?:基金|资金)?(?:支付|支出|报销|补偿)?(?:合计|总额)$|医院垫")]
    private static partial Regex Fund();

    /// <summary>What the patient bears, or what of it is paid in cash.</summary>
    [GeneratedRegex("您|[偿销助]后(?:个人|患者)|^(?:个人|本人|患者|病人|参保人员?|参合人员?)(?:费用)?合计$|^(?:实收|应收)现金|现金实收|^(?:其中|本次)*(?:个人|本人|患者|病人|参保人|参合人)(?:应|实|实际)?(?:支付|应付|支出|缴费|交费|付费|实付|应缴|缴纳)(?:金额|费用|额)?$")]
    private static partial Regex Patient();

    /// <summary>In scope, all the patient's own share, or its first part.</summary>
    [GeneratedRegex("^(?:本次|实际|住院|患者|病人|参保人|参合人|参合农民)*(?:自付|自负)(?:部分|费用|金额|合计|总额|总金额|额)?$|^个人自付(?:合计|总额|总金额|医疗费用?)$|^个人自负|^个人总自付|^部分自费|(?:政策|医保)内自付|范围内(?:个人)?(?:自付|自负|负担)|^医保内?(?:个人)?自付|^(?:个人)?自理(?:金额|费用|部分|合计|额)?$|(?:部分|乙类)(?:项目)?自[付费]|(?:异地|转外|转院|转诊).{0,4}(?:自付|自理)|乙类个人|现金自[付负]|自费现金")]
    private static partial Regex Own();

    /// <summary>Which layer of insurance, or which of its parts.</summary>
    [GeneratedRegex("大病(?:医疗)?(?:救助|补充|互助|统筹|补助|商业|二次|金额|费用)|大病.{1,4}补充|大[病额][/(]?大[病额]|重特?大疾病|二次|兜底|叠加|商业|商保|惠民|离休|二乙|生育|工伤|财政|政府|扶贫|慈善|优抚|精准|军队|其他补充|再救助|临时救助")]
    private static partial Regex Layer();

    /// <summary>What is charged, what counts, what is allowed, what was paid before: nearly the same words.</summary>
    [GeneratedRegex("^超(?:限|标)(?:额|准)?(?:自付|自费|金额|费用)?$|^丙类(?:费用|金额|合计)?$|^(?:允许|可)(?:报|报销|补偿)(?:金额|总额|额)$|^(?:纳入|列入|符合).{0,2}统筹|统筹范围|^合规|^基本医疗费|^(?:应收|费用|发生)(?:总)?金额$|^(?:本次)?医疗费用?$|^住院费用?$|^(?:预付|预存)|^已[交缴]金额|卡支付$|(?:他人|亲属|成员|授权|家庭|共济)[账帐]户|^(?:个人)?[账帐]户(?:金额)?$|^个人[账帐]户金额$|^个[账帐]$|^医保费用$")]
    private static partial Regex Amount();

    /// <summary>Whether the word says neither which fund nor that it is several: 医保支付, 实际补偿金额.</summary>
    public static bool IsOneFund(string label) => Fund().IsMatch(label);

    public static bool Is(string label) => Fund().IsMatch(label) || Patient().IsMatch(label) || Own().IsMatch(label) || Layer().IsMatch(label) || Amount().IsMatch(label) || EverydayWords.IsShare(label);
}
