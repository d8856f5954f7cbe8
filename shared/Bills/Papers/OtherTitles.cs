using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Titles of a hospital's, an office's or a bank's other papers (别的纸的标题): they carry the words of ours and prove neither a stay nor what it cost.</summary>
static partial class OtherTitles
{
    private const int MostRows = 4;
    private const int Longest = 30;

    /// <summary>What a paper of ours is called.</summary>
    [GeneratedRegex("电子票据告知|收费票据|收费收据|医疗票据|结算单|结算清单|结算表|结算(?:小票|凭条|回执)|费用.{0,3}清单|一日清单|明细清单|汇总清单|收费清单|出院(?!预约)|诊断证明|代办[员证志]|居民身份证|住院收费|门诊收费|医疗收费|补偿")]
    private static partial Regex Ours();

    /// <summary>Of the patient's treatment.</summary>
    [GeneratedRegex("(?:处方笺?|(?:检验|检查|化验|诊断|病理|体检|检测|健康)报告[单书]?|报告单|(?:检查|化验|检验|会诊|医嘱|体温|取药|治疗|注射|输液|食谱|导诊|导引)单|输液卡|(?:病程|手术|麻醉|入院|护理|会诊|查房|抢救|讨论|转科|接班|分娩|待产|新生儿|血透|评定)记录单?|(?:术前|阶段)小结|诊\\)?病历(?:手册)?|同意书|腕带|床头卡|(?:评估|指导)[单表])$")]
    private static partial Regex Treatment();

    /// <summary>Told, asked for, promised or certified.</summary>
    [GeneratedRegex("(?:告知书|须知|(?:病危|病重|入院|住院|缴费|欠费|催款|催缴|补缴|费用|结算|开具|受理)(?:\\([\u4e00-\u9fff]\\))?通知[单书]|入院证|住院证|申请[书表单]|承诺书|备案表|登记表|(?:转诊|转院|异地|住院).{0,8}审批表|说明|(?:认定|决定|鉴定.{0,4})书|(?:认定|调查|公示)表|结论|保险单|受理单|(?:参保|死亡|贫困|户籍|居住|火化|完税|病假|休假).{0,8}证明书?|死亡医学证明.{0,6}|(?:医保|保健|健康)手册|医疗证|查验结果|材料清单|告知单|(?:陪护|探视)证|病假条)$")]
    private static partial Regex Form();

    /// <summary>Money that changed hands, not what for.</summary>
    [GeneratedRegex("(?:(?:预交|预缴|预收|押金).{0,6}[单条据证]|(?:挂号|就诊|缴费|交费|转账|微信支付|参保|接种|退款|退费|保险)(?:凭条|凭证|收据|单)|签购单|小票|回单|存折|银行卡|(?:支付宝|微信|银行)账单|税票|缴费记录|权益记录单|收条|借条|(?:捐赠|往来结算|非税收入).{0,4}票据)$")]
    private static partial Regex Money();

    [GeneratedRegex("[\\d:¥]")]
    private static partial Regex Value();

    /// <summary>Whether the head of the page calls itself such a paper.</summary>
    public static bool Stands(IReadOnlyList<TextRow> rows)
    {
        List<string> heads = [.. rows.Take(MostRows).Select(r => r.Squeezed).Where(t => t.Length <= Longest && !Value().IsMatch(t))];
        return heads.Exists(t => Treatment().IsMatch(t) || Form().IsMatch(t) || Money().IsMatch(t)) && !heads.Exists(Ours().IsMatch);
    }
}
