using System.Text.RegularExpressions;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>What a label means that stands in no list (标签语法): who pays, of what, how much. Every place words it its own way, out of the same few words.</summary>
static partial class LabelGrammar
{
    /// <summary>What is done with money: 支付, 报销, 补偿.</summary>
    private const string Done = "(?:支付|支出|报销|补偿|补助|赔付|理赔|结付|记账|记帐|付款|给付)";

    /// <summary>How much: 金额, 合计.</summary>
    private const string Sum = "(?:金额|费用|合计|小计|额|总额|总计|总金额)";

    /// <summary>Whose money where insurance does not pay.</summary>
    private const string Patient = "(?:个人|本人|患者|病人|自己|参保人员?|参合人员?|参合农民|农民)";

    /// <summary>When and how far: says nothing of what.</summary>
    private const string Lead = "(?:其中|本次|本期|实际|一站式|结算)*";

    /// <summary>Amounts that are not of this stay, or no amounts at all.</summary>
    [GeneratedRegex("累计|年度|(?:大病|救助|二次|大额|公务员|门诊).{0,4}起付|进入.{0,4}(?:统筹|大病|救助|大额)|本年|(?<!应退)余额|(?<!按)比例|按比例(?!先)|次数|封顶|分段|段内|段自付|编码|代码|进入统筹|进入大病|进入救助|上次|日均|支付限|最高支付|最高限额|结转"
        // Parts of an amount, what one layer counts, what is left before or after it.
        + "|[筹负加付额病]段(?:个人)?(?:自付|自负|现金|账户|帐户|支付)|(?:当年|历年|往年|上年).{0,2}[账帐]户|(?:大病|救助|大额|公务员|补充).{0,6}(?:合规|范围|可报|可补|符合)|(?:符合|纳入|列入).{0,4}(?:大病|救助|大额|公务员|互助)|(?:救助|大病|补偿|报销|支付)前(?!补)|(?:大病|支付|医保补偿)后|(?<!超)限额$|限额以上"
        + "|(?:床位|材料|药品|耗材|检查|诊疗)费?超|超.{0,3}(?:床位|材料|药品|耗材)|^[甲乙]类(?:药品|项目|医疗|费用|费|合计|金额|总额|小计)*$|(?:自费|目录外|丙类)(?:药品?|材料|耗材|诊疗|检查)费?(?:用|金额)?$|自付[一二](?:及|和|与|、)"
        // What does not count, what was, whom else it speaks of.
        + "|^非(?:医保|基本|政策|报销|补偿|目录|合规|统筹|范围)|^不合|^未[纳报]|^不[可予属符纳能](?!.*自费).*(?:支付|报销|补偿|费|金额|范围|列支)|^原(?:票据|结算|发票|收据|单据)|(?:母亲|父亲|家长|配偶|监护人|投保人|受益人|申请人|报案人|开户人|联系人|代办人|代理人|经办人|领款人|委托人|受托人|户主|新生儿|婴儿|家属|陪护人?).{0,2}(?:姓名|身份证|证件|电话)|(?:开单|执行|转科|转入|转出|申请|送检|会诊)(?:科室|科别|病区)|(?:转(?:诊|院|往|入|出)|首诊|复诊|上级|下级|备案|对口|协作|拟转|建议.{0,4}).{0,2}(?:医院|医疗机构|医药机构|机构)(?:名称)?$|医院(?:垫|负担|承担|减免)|补偿比$|病组支付标准|结算差额|救助对象|大病自付|^治疗费(?:合计|总计|共计)$|^(?:补偿|就诊|就医|待遇|身份|参保|保险|结算|住院|报销|救助|病人|患者|费用|医疗)(?:类别|类型|性质|属性)$")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^(?:其中|本次|本期|城乡|居民|职工|农合|新农合|基本|医疗|保险|医保|统筹|报销|补充|商保)*大病(?:医疗)?(?:商业)?(?:保险|险|医保|统筹|救助)?(?:统筹|公司)?(?:基金|资金|金)?(?:二次|实际|应)?(?:" + Done + "|应付)?" + Sum + "*$")]
    private static partial Regex CriticalWords();

    [GeneratedRegex("^(?:其中|本次|城乡|困难群众|医疗|民政|政府|一站式|实际|优抚|扶贫|住院|门诊|重特?大疾病)*(?:救助(?:基金|资金|金)?(?:" + Done + "|救助)?|民政(?:基金|资金)?(?:" + Done + "|救助)+)" + Sum + "?$")]
    private static partial Regex AssistanceWords();

    [GeneratedRegex("^(?:其中|本次|门诊|城乡|居民|困难群众(?:大病)?|大病(?=补充)|地方|精准|一至六级|超限额|普惠型)*(?:职工大额|职工医疗互助|特惠保|政府|财政|公务员|企业|单位(?=补|互)|商业|商保|离休|退休|残军|残疾军人|伤残|优抚|军人|长期护理|大额|高额|重大疾病|补充|惠民|倾斜|二次|机关|健康扶贫|精准扶贫|扶贫|残联|兜底保障|医疗叠加|叠加|生育|工伤|二乙).*(?:" + Done + "|基金|资金|保险|互助|救助|医疗|兜底|保障)" + Sum + "?$|^其[他它]补充(?:医疗|保险|基金)*" + Done + Sum + "?$|^公补" + Done + "?" + Sum + "?$|^地方补充|^慢(?:性)?病补充$")]
    private static partial Regex SupplementWords();

    [GeneratedRegex("^(?:其中|本次|城乡|城镇|居民|职工|基本|医疗|保险|医保|住院|社会)*统筹(?:基金|资金|金)?(?:应|已|实际)?(?:(?:" + Done + "|应付)" + Sum + "?|金额|合计|额|总额)?$|^(?:其中|本次|城乡|居民)*基本(?:医疗|医保)?(?:保险)?(?:基金)?(?:已|实际)?(?:支付|支出|报销|补偿|补助|赔付|记[账帐])(?:金额|费用|额)?$|^(?:其中|本次)*(?:城乡)?居民(?:基本)?(?:医疗保险|医保)(?:基金)?(?:支付|支出|报销|补偿)(?:金额|费用|额)?$|^(?:城乡|城镇|居民|职工)*基本(?:医疗保险|医保)(?:统筹)?(?:基金|资金)?$|^(?:本次)?(?:新型农村合作医疗|新农合|农合|合疗|合作医疗)(?:住院)?(?:基金)?(?:统筹)?(?:支付|补偿|报销)(?:金额|费用|额)?$")]
    private static partial Regex BasicWords();

    [GeneratedRegex("^(?:其中|本次|医保|医疗|个人|本人|实际|他人|亲属|家庭成员|家庭|授权)*(?:账户|帐户|个账)(?:基金)?(?:实际)?(?:" + Done + "|使用|抵扣|扣款|扣减|冲抵|冲减|划扣|消费)?" + Sum + "*$")]
    private static partial Regex AccountWords();

    [GeneratedRegex("^(?:其中|本次|门诊|自付|自费|自负|实际|应付|实付|应缴|应交|实缴|实交|实收|应收|支付|" + Patient + ")*现金(?:类)?(?:" + Done + "|自付|缴纳|交纳|交款|缴款|缴费|交费|实收)?(?:部分)?" + Sum + "?$")]
    private static partial Regex CashWords();

    [GeneratedRegex("^(?:其中|本次|医保)*(?:其他|其它)(?:(?:医疗|医保|基金|资金|保险|补助|保障)*" + Done + "|(?:医保|医疗)?(?:基金|资金|补助))" + Sum + "?$")]
    private static partial Regex OtherWords();

    [GeneratedRegex("^(?:本次|综合|医疗|保险|保障|医保|各项|各类|住院|实际|一站式|应|实|核定|审核|审批|准予)*(?:基金|医保|报销|补偿|记账|记帐|社保|结算(?=支付合)|[三四]重(?:保障|报销)|统筹及大病)(?:基金)?(?:实际)?" + Done + "?(?:金额|费用)?(?:合计|总额|总计|共计|小计|总金额|总数)(?:金额|支付|报销)?$|^(?:医疗)?保险支付(?:金额)?(?:合计|共计|总额)$|^(?:本次)?(?:医保|医疗保险)?(?:基金|医保|社保)(?:支付|支出|报销)(?:金额|额)?$|^(?:[二三四五]项)?(?:合计|总|共计|实际|应|实|核定|审核)(?:报销|补偿)(?:金额|额)?$|^医保总支付(?:金额)?$|^(?:合医|农合|新农合|合作医疗|合疗)(?:实际|应)?(?:补偿|报销|补助)(?:金额|款)?$|^(?:医保|社保)?记[账帐](?:金额|费用)?$")]
    private static partial Regex FundWords();

    [GeneratedRegex("^" + Lead + "(?:(?:补偿|报销|救助)后)?" + Patient + "(?:实际|最终|应|总)?(?:负担|承担|支付|应付|实付|自负|应缴|缴费|支出)(?:医疗)?(?:费用|费|总)?" + Sum + "*(?:部分)?$|^(?:补偿|报销|赔付|理赔|救助|补助)后(?:由)?" + Patient + "?(?:实际)?(?:负担|承担|支付|应付|实付|自付|自负)" + Sum + "*$|^" + Patient + "(?:(?:支付|负担|承担)共计|费用合计|合计)$|^" + Patient + "自付(?:及|和|与|、)?自费合计$")]
    private static partial Regex BorneWords();

    [GeneratedRegex("^(?!.*补充).*(?:超限|超标|超支付标准|超出限|超医保支付标准|超医保限价|超最高限价|限价自|^超过?限价|^限价外)")]
    private static partial Regex OverWords();

    [GeneratedRegex("乙类(?:.{0,4})(?:自付|自理|先付|首付|增付|增负|自负|负担)|乙类先行支付|先行(?:个人)?自[付负]|先自付|^(?:个人)?先行(?:负担|支付)$|^先由个人(?:支付|自付|负担)|^增[付负]" + Sum + "?$|自付二(?:金额|费用)?$|^(?:首先?|分类)(?:自付|自负|负)" + Sum + "?$|^(?:其中|个人)*自理(?:金额|费用|合计|部分)?$|^(?:其中|个人)*部分(?:项目)?(?:先)?自付|乙类自费|^(?:个人)?先付" + Sum + "?$|转自费|挂钩自[付费]|^部分自费")]
    private static partial Regex FirstWords();

    [GeneratedRegex("^(?!.*自付.*自费).*(?:丙类|目录外|范围外|(?:全|完全|纯|个人|其中|合计|部分)?自费(?:药品|药|诊疗|材料|及|和|与|、|总费用|总金额|金额|费用|合计|部分|项目|额|扣除|剔除)*$)|^(?:全|完全|纯)?自费(?:医疗)?(?:总额|小计|用|费用?)$|^全自理(?:金额|费用)?$|^(?:医保)?政策外(?:医疗)?(?:费用|金额)$|^医保外(?:费用|金额)$|^(?:个人)?(?:全额|完全|全)自付" + Sum + "?$")]
    private static partial Regex FundedWords();

    [GeneratedRegex("^(?:其中|本次|住院|统筹|基金|新农合|农合|基本|医疗|保险|医保|补偿|实际|支付|个人|自付|应付|扣除?|减|年)*起付(?:标准|线|额|金额|段)?(?:以下|以内|内|下)?(?:个人)?(?:费用|金额|额|自付|自负|支付|标准|扣除|扣减|部分)*$|^起付金$|^门[槛坎]费$")]
    private static partial Regex DeductibleWords();

    [GeneratedRegex("(?:政策|医保|报销|基本医疗|保险)?(?:范围内|目录内)(?:医疗|医药)?(?:总)?(?:费用|金额|合计|部分)?(?:总额|合计)?$|^(?:本次)?(?:符合|纳入|列入|属于)(?:.{0,8})(?:费用|金额|范围|总额)+$|^(?:本次)?可(?:报销|补偿|报)(?:医疗|医药)?(?:总)?(?:费用?|金额|额|总额|部分|范围)*$|^(?:医保|政策)(?:结算)?(?:范围|内)(?:内)?(?:总)?(?:费用|金额)(?:合计|总额)?$|^符合.{0,14}的费用$|^(?:医保|政策)范围内费用合计$|合规(?:医疗)?(?:费用?|金额)(?:总额|合计)?$|^政策(?:范围)?内(?:医疗)?(?:费用?|金额|合计)$|^(?:进入|纳入)(?:报销|政策|医保|保险)范围(?:费用|金额)?$|^可纳入报销(?:费用|金额|范围)*$|^允许报销(?:部分|费用)$|^(?:医保|基本医疗)(?:保险)?(?:报销|支付|结算)?范围费用$|^医保认可(?:费用|金额)$|^符合范围$|^基本医疗费用?$|^符合基本医疗(?:保险)?$")]
    private static partial Regex ScopeWords();

    [GeneratedRegex("^(?:个人|其中|本次)*自付一(?:金额|费用)?$|^(?:个人)?(?:政策|医保)?范围内(?:个人)?自付(?:金额|费用)?$")]
    private static partial Regex SelfInScopeWords();

    /// <summary>All that the patient bears, or a part of it.</summary>
    [GeneratedRegex("^(?:本次|住院)*(?:患者|病人|参保人|参合人)?自付(?:金额|总额)$|^(?:本次|住院)*(?:患者|病人|参保人|参合人)自付(?:费用|合计|部分)?$|^个人总自付(?:金额|额)?$|^(?:个人)?自付总(?:金额|额)$")]
    private static partial Regex OwnShareWords();

    [GeneratedRegex("^(?:其中|本次|医保)*个人自付(?:医疗)?(?:金额|费用?|合计|部分)*$|(?:目录|目录范围|医保范围|报销范围|政策|医保)内(?:个人)?(?:自付|自负|负担)" + Sum + "?$|^个人自付额$|^(?:个人)?自负(?:金额|费用)?$")]
    private static partial Regex SelfPayWords();

    [GeneratedRegex("^(?:本次|住院|医疗|诊疗|治疗|费用|发生|就诊|全部|医药|实际|结算|票据|发票|收据|价税)*(?:总费用|总费|总住院费用?|总医药费用|费用总合计|费用总额|费总额|总医疗费|总医药费|费用总计|费总计|费用合计|费合计|医疗总额|总金额|费用总金额|费用总数|费用共计|费共计|总额|总计|总医疗费用|费总金额)(?:金额|合计)?$|^(?:本次|住院)?发生(?:医疗)?(?:总)?费用(?:总额|合计|金额)?$|^住院医疗费$|^合计费用$|^应收医疗费合计$|^(?:住院|医疗)*费用总和$|^价税合计$|^(?:医疗|住院|费用)*金额总计$")]
    private static partial Regex TotalWords();

    [GeneratedRegex("^(?:住院|入院|患者|病人|本次|已交|已缴|已付|已|总|交纳|缴纳)*(?:预缴|预交|押金|预付|预收|预存)(?:款|金|押金|费用|医疗款|医疗费|住院费|金额|费)*(?:合计|总额)?$")]
    private static partial Regex PrepaidWords();

    [GeneratedRegex("^(?:应|需|实|出院|结算|本次|患者|病人|个人|时)*(?:补缴|补交|补收|应补|补费|补款|补现金|还应[交缴]|还需[交缴]纳?|应交差额)(?:差额|款|现金|费用|医疗费|金额)*$")]
    private static partial Regex ToppedWords();

    [GeneratedRegex("^(?:应|实|需|找|出院|结算|本次|患者|病人|个人|时|押金|预交金|预交款|余款)*(?:退费|退款|退还|退回|退现金|退现|应退|退)(?:差额|患者|病人|押金|预交款|预交金|余款|余额|现金|金额|款|额)*(?:合计|总额)?$")]
    private static partial Regex RefundedWords();

    [GeneratedRegex("^(?:合计|总额|金额|人民币|总计|总费用|费用|总金额|医疗费|住院费|小写|共计)*(?:金额)?大写(?:金额|合计|总额)?$")]
    private static partial Regex WordsWords();

    [GeneratedRegex("^(?:住院|出院|就诊|参保|被保险|投保)?(?:患者|患儿|病人|病员|患方|农民|人员|参保人|参保人员|参保者|参保患者|就诊人|就诊人员|就医人员|住院人|就医人|参合人|被保险人|被救助人|救助对象|补偿对象|患者本人|交款人|缴款人|付款人|交费人|缴费人)?姓名$|^(?:交款人|缴款人)名称$|^住院病人$|^(?:患者|病人|病员)名称?$|^(?:就诊|就医|参合|被救助)人$|^参保人$|^缴款人$")]
    private static partial Regex NameWords();

    [GeneratedRegex("^(?:患者|患儿|病人|病员|参保人员?|参合人员?|参保患者|参合患者|就诊人|就医人|住院人|交款人|缴款人|付款人|被保险人|出险人|被救助人|农民|居民|公民|有效|本人)*(?:身份证|身份证件|证件|有效证件)(?:号|号码|编号)$|^(?:患者|病人|病员|参保人员?|就诊人|被保险人)身份证件?$|^公民身份号$")]
    private static partial Regex IdWords();

    [GeneratedRegex("^(?:定点|就诊|就医|住院|收治|治疗|服务|医疗|医药|开票|收费|收款|开具|诊治)*(?:医院|机构|单位)(?:全称|名称)?$")]
    private static partial Regex HospitalWords();

    [GeneratedRegex("^(?:定点|就诊|就医|医疗|医药)*(?:医院|机构)(?:等级|级别|等次|类级)$")]
    private static partial Regex LevelWords();

    [GeneratedRegex("^(?:住院|入院|入住|出院|就诊|就医|治疗|所在|所属|所住|当前|患者|病人|病员)*(?:科室|科别|病区|病室|病房)(?:病区)?(?:名称?)?$")]
    private static partial Regex DepartmentWords();

    [GeneratedRegex("^(?:其他)?(?:住院|入院|病案|病历|病人|病志|患者)(?:登记|流水|病案|病历|患者)?(?:号|号码|编号|ID|序号)$|^住院ID号?$")]
    private static partial Regex AdmissionWords();

    [GeneratedRegex("^(?:医保|住院|费用)?(?:结算|补偿|报销|结账)(?:单|单据|业务|交易|流水|记录|凭证|清单|登记)?(?:流水)?(?:号|号码|编号|序号|ID号?)$|^(?:医保)?结算流水$|^单据流水号$|^流水号$")]
    private static partial Regex SettlementWords();

    [GeneratedRegex("^(?:住院)?(?:入院登记|住院登记|办理入院|入院办理|入院|住院开始|住院起始|开始|入住)(?:日期时间|日期|时间|年月日|日)$|^何时入院$")]
    private static partial Regex AdmittedWords();

    [GeneratedRegex("^(?:住院)?(?:出院登记|办理出院|出院办理|出院|离院|住院结束|住院截止|住院终止|结束|截止)(?:日期时间|日期|时间|年月日|日)$|^何时出院$")]
    private static partial Regex DischargedWords();

    [GeneratedRegex("^(?:本次|实际|累计|共计|合计)?(?:总|实际|实)?住院(?:实际|总)?(?:天数|日数|天|日)(?:合计)?$|^(?:实住|实际住院|在院)(?:天数|日数)$|^(?:住院)?床日(?:数)?$")]
    private static partial Regex DaysWords();

    [GeneratedRegex("^(?:出院|住院|就医|就诊|主要|疾病|确诊|最后|最终|临床|出院时|第一|西医|明确)+(?:西医|主要|疾病|主)?(?:诊断|疾病)(?:疾病)?(?:名称|病名)?$|^(?:主?诊断|疾病|病种)名称$|^诊断疾病(?:名称)?$|^诊断结果$|^(?:门诊|门|特|慢|性|殊|病|大)*(?:慢病?|慢性病|特病?|特殊病|慢特病?|大病|特慢病?)病种(?:名称)?$")]
    private static partial Regex DiagnosisWords();

    /// <summary>What was thought before, or by another medicine: no discharge diagnosis.</summary>
    [GeneratedRegex("^(?:入院|门诊|急诊|门急诊|初步|术前|术后|死亡|超声|鉴别|收治|收住|转入|病理|影像|中医)[\u4e00-\u9fff]{0,5}诊断(?:名称)?$")]
    private static partial Regex EarlierDiagnosis();

    [GeneratedRegex("^(?:主要|其他|其它|次要|本次|住院|所施|施行|实施|已行)*手术(?:(?:及|和|与|、)?(?:其他)?(?:操作|治疗操作))?(?:名称|方式)$|^(?:主要|其他|其它|次要|本次)*手术(?:及|和|与|、)操作$|^手术(?:时间|日期)(?:及|和|与|、)名称$|^(?:主要|其他|其它|次要|诊疗|治疗)*操作名称$")]
    private static partial Regex OperationWords();

    [GeneratedRegex("^(?:本次)?(?:住院|费用|入出院|计费|清单|起止)(?:起止)?(?:日期|时间|期间)$|^(?:本次)?(?:住院|入出院)?起止(?:日期|时间)?$|^入院(?:和|及)?出院(?:日期|时间)$")]
    private static partial Regex PeriodWords();

    [GeneratedRegex("^(?:电子)?(?:票据|发票|收据|单据)(?:号|号码|编号)$")]
    private static partial Regex BillNumberWords();

    [GeneratedRegex("^(?:电子|医疗|收费|财政|[\u4e00-\u9fff]{1,4}准印)*(?:票据|发票|收据)代码$")]
    private static partial Regex BillCodeWords();

    /// <summary>In this order: what is said more precisely comes first.</summary>
    private static readonly (string Field, Regex Words)[] Rules =
    [
        (SelfPayInScope, SelfInScopeWords()), (OverLimit, OverWords()), (SelfPayFirst, FirstWords()), (LabelTable.InWords, WordsWords()),
        (CriticalPaid, CriticalWords()), (AssistancePaid, AssistanceWords()), (OtherPaid, OtherWords()), (BasicPaid, BasicWords()), (SupplementPaid, SupplementWords()),
        (AccountPaid, AccountWords()), (CashPaid, CashWords()), (InScope, ScopeWords()), (SelfFunded, FundedWords()), (FundPaid, FundWords()), (Borne, BorneWords()),
        (Deductible, DeductibleWords()), (LabelTable.OwnShare, OwnShareWords()), (SelfPay, SelfPayWords()), (Total, TotalWords()), (Prepaid, PrepaidWords()), (ToppedUp, ToppedWords()), (Refunded, RefundedWords()),
        (Days, DaysWords()), (Name, NameWords()), (IdNumber, IdWords()), (HospitalLevel, LevelWords()), (Hospital, HospitalWords()), (Department, DepartmentWords()),
        (AdmissionNumber, AdmissionWords()), (SettlementNumber, SettlementWords()), (Admitted, AdmittedWords()), (Discharged, DischargedWords()), (LabelTable.Period, PeriodWords()),
        (Diagnosis, DiagnosisWords()), (Operation, OperationWords()), (BillNumber, BillNumberWords()),
    ];

    /// <summary>What a letter to the patient adds to a label.</summary>
    [GeneratedRegex("一?共?为您|您的?")]
    private static partial Regex Polite();

    /// <summary>Says of whom or where, and changes nothing: 社保|统筹支付, 家庭|账户支付, 由|统筹基金支付.</summary>
    [GeneratedRegex("^(?:其中|由|以上|本次|城乡|城镇|居民|职工|医保|社保|保险|医保卡|社保卡|住院|患者|病人|家庭|医院|收费|扣除|个人医疗)")]
    private static partial Regex Plain();

    /// <summary>The field of a whole word, by list or else by grammar; <see cref="LabelTable.Other"/> where it is known to be none we read, null where nobody knows it.</summary>
    public static string? FieldOf(string word) => LabelTable.ByText.GetValueOrDefault(word) ?? Field(word);

    /// <summary>The field of a whole word that we read, by list or else by grammar.</summary>
    public static string? OwnFieldOf(string word) => FieldOf(word) is { } field && field != LabelTable.Other ? field : null;

    /// <summary>The field that a whole label names; <see cref="LabelTable.Other"/> for one that speaks of something else; null where it says nothing we know.</summary>
    public static string? Field(string label)
    {
        if (label.Length is < 2 or > 18)
            return null;
        if (EarlierDiagnosis().IsMatch(label))
            return LabelTable.Other;
        if (Elsewhere().IsMatch(label))
            return BillCodeWords().IsMatch(label) ? BillCode : LabelTable.Other;
        foreach (var (field, words) in Rules)
        {
            if (words.IsMatch(label))
                return field;
        }
        // 医保基金共为您支付, 您个人应负担: a letter to the patient.
        if (label.Contains('您', StringComparison.Ordinal))
            return Polite().Replace(label, "") is { Length: >= 4 } plain && plain.Length < label.Length ? FieldOf(plain) : null;
        var rest = Plain().Match(label) is { Success: true, Length: var lead } && label.Length - lead >= 3 ? FieldOf(label[lead..]) : null;
        return rest ?? (OtherPersons.Names(label) ? LabelTable.Other : EverydayWords.Field(label));
    }
}
