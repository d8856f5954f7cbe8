using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>What a column's head means that stands in no list (列名语法).</summary>
static partial class ColumnGrammar
{
    [GeneratedRegex("^(?:序号|行号|N[oO]\\.?)$")]
    private static partial Regex Serial();

    [GeneratedRegex("^(?:费用|收费|计费|发生|记账|执行|医嘱|开单|明细|项目)*(?:日期|时间)$")]
    private static partial Regex Date();

    [GeneratedRegex("^(?:国家|医保|收费|费用|诊疗|医疗|项目|药品|目录|物价|标准|统一|贯标|服务)*(?:编码|代码|编号|国家码|贯标码|国码|码)$|^(?:医院|院内|本院|内部|自定义)?(?:编码|内码|自编码)$")]
    private static partial Regex Code();

    [GeneratedRegex("报销|支付|补偿|可报|优惠|折扣|减免|(?:医保|统筹).{0,3}金额")]
    private static partial Regex Paid();

    /// <summary>Says neither what a thing costs nor how many were given.</summary>
    [GeneratedRegex("标志|标识|标记|^是否|厂家|厂商|产地|生产企业|批号|批准文号|^自付[一1①]$|^(?:单次|每次|一次|每日|服用)(?:用量|剂量|数量|量)")]
    private static partial Regex Aside();

    [GeneratedRegex("(?:自付|自负).?%|(?:自付|自理|先付|自费|自负|首负|增负|负担).{0,2}比.{0,5}$|^比例\\((?:自付|自理|自负)\\)$|^自[付负]率$|^自负%?$")]
    private static partial Regex SelfShare();

    [GeneratedRegex("^.{0,5}(?:自付|自费|自理|先付|自负|首负).{0,8}$")]
    private static partial Regex SelfPaid();

    [GeneratedRegex("^(?:收费|医疗|零售|执行|项目|标准|参考)*(?:单价|价格)(?:[(/].{0,4})?$|^(?:计|零?售|销售|执行)价(?:[(/].{0,4})?$|^(?:收费|价格|计费)?标准(?:[(/].{0,4})?$")]
    private static partial Regex Price();

    [GeneratedRegex("^(?:总|收费|使用|计费|发药|合计)*(?:数量|次数|用量|总量)(?:[(/].{0,4})?$")]
    private static partial Regex Quantity();

    [GeneratedRegex("^(?:费用|收费|项目|票据|发票|核算|财务)(?:类别|分类|类型|大类|归类)$|^(?:票据|发票|核算|财务|会计)(?:项目|科目)$")]
    private static partial Regex Category();

    [GeneratedRegex("^(?:医保|收费|费用|目录|项目|报销|药品|保险|支付|自付)*(?:等级|级别|甲乙丙?类?|甲/乙|类别|属性)$")]
    private static partial Regex Class();

    /// <summary>甲/乙/自费: the classes themselves.</summary>
    [GeneratedRegex("^甲类?[/、]?乙类?[/、]?(?:丙|自费|全自费)类?$")]
    private static partial Regex Classes();

    [GeneratedRegex("^(?:药品|产品|剂型|包装|/)*规格(?:型号|[(/].{0,4})?$")]
    private static partial Regex Spec();

    [GeneratedRegex("^(?:计价|计量|计费|收费|包装|最小|使用)?单位$")]
    private static partial Regex Unit();

    [GeneratedRegex("^(?:收费|费用|诊疗|医疗|服务|医保|医嘱|药品|国家|明细|材料|物价|耗材|项目|/|、|及|或|\\((?:药品|项目|材料)\\))*(?:名称|内容|品名|通用名|商品名|项目|明细|摘要)(?:(?:及|和|/)?规格|[(\\[]规格(?:型号)?[)\\]])?$")]
    private static partial Regex Name();

    [GeneratedRegex("^(?:收费|费用|医疗|应收|实收|应付|合计|项目|借方|记账|发生|计费|总|小计)*(?:金额|总价|总额|费用|价款|合计|收费|小计)(?:\\(元\\)|/元|元)?$")]
    private static partial Regex Amount();

    private static readonly (ColumnKind Kind, Regex Words)[] Rules =
    [
        (ColumnKind.Serial, Serial()), (ColumnKind.Class, Classes()), (ColumnKind.Class, Class()), (ColumnKind.SelfShare, SelfShare()), (ColumnKind.Remark, Aside()), (ColumnKind.SelfPaid, SelfPaid()), (ColumnKind.Remark, Paid()), (ColumnKind.Date, Date()), (ColumnKind.Code, Code()),
        (ColumnKind.Price, Price()), (ColumnKind.Quantity, Quantity()), (ColumnKind.Category, Category()), (ColumnKind.Spec, Spec()), (ColumnKind.Unit, Unit()),
        (ColumnKind.Name, Name()), (ColumnKind.Amount, Amount()),
    ];

    /// <summary>The kind of column that a whole head names, null where it says nothing we know.</summary>
    public static ColumnKind? Kind(string head)
    {
        // 单价¥
        head = head.TrimEnd('¥');
        if (head.Length is < 2 or > 14)
            return null;
        // 项目/规格, 单价/单位, 项目名称及规格: what stands first decides.
        if (head.IndexOfAny(['/', '及', '、', '与', '和']) is >= 2 and var slash && !head.Contains('(', StringComparison.Ordinal) && Kind(head[..slash]) is { } first)
            return first;
        foreach (var (kind, words) in Rules)
        {
            if (words.IsMatch(head))
                return kind;
        }
        return null;
    }
}
