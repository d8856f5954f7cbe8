using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Tables;

namespace Shouwang.Shared.Tests.Bills;

public class LabelGrammarTests
{
    [Theory]
    [InlineData("基本医疗保险统筹基金支出", "basicPaid")]
    [InlineData("基本医疗补偿", "basicPaid")]
    [InlineData("居民大病保险资金支出", "criticalPaid")]
    [InlineData("本次民政补助支付", "assistancePaid")]
    [InlineData("公务员医疗补助资金支出", "supplementPaid")]
    [InlineData("补偿合计", "fundPaid")]
    [InlineData("个人自负合计", "borne")]
    [InlineData("个人现金支出", "cashPaid")]
    [InlineData("乙类自理费用", "selfPayFirst")]
    [InlineData("丙类自理费用", "selfFunded")]
    [InlineData("超限价自付费用", "overLimit")]
    [InlineData("符合基本医疗费用", "inScope")]
    [InlineData("实际支付起付线", "deductible")]
    [InlineData("自付一", "selfPayInScope")]
    [InlineData("本次住院医疗总费用", "total")]
    [InlineData("定点医药机构名称", "hospital")]
    [InlineData("医疗机构级别", "hospitalLevel")]
    [InlineData("附加支付", "supplementPaid")]
    [InlineData("分类自负", "selfPayFirst")]
    [InlineData("患者编号", "admissionNumber")]
    public void Labels_of_no_list_are_known_by_their_words(string label, string field) =>
        (LabelTable.ByText.GetValueOrDefault(label) ?? LabelGrammar.Field(label)).ShouldBe(field);

    [Theory]
    [InlineData("本年统筹支付累计")]
    [InlineData("个人账户余额")]
    [InlineData("进入统筹费用")]
    [InlineData("统筹支付比例")]
    public void What_is_not_of_this_stay_is_no_amount_of_it(string label) =>
        (LabelTable.ByText.GetValueOrDefault(label) ?? LabelGrammar.Field(label)).ShouldBe(LabelTable.Other);

    [Theory]
    [InlineData("患者签字")]
    [InlineData("急性阑尾炎")]
    [InlineData("江阴市示例人民医院")]
    public void What_is_no_label_is_none(string text) => LabelGrammar.Field(text).ShouldBeNull();

    [Theory]
    [InlineData("收费项目编码", ColumnKind.Code)]
    [InlineData("医保国家码", ColumnKind.Code)]
    [InlineData("诊疗项目名称", ColumnKind.Name)]
    [InlineData("先自付比例", ColumnKind.SelfShare)]
    [InlineData("个人先自付金额", ColumnKind.SelfPaid)]
    [InlineData("收费单价", ColumnKind.Price)]
    [InlineData("甲乙丙类", ColumnKind.Class)]
    [InlineData("报销金额", ColumnKind.Remark)]
    internal void Columns_of_no_list_are_known_by_their_words(string head, ColumnKind kind) => ColumnGrammar.Kind(head).ShouldBe(kind);
}
