using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Shared.Tests.MutualAid.Sheets;

public class DiseaseSumSheetTests
{
    static (List<DiseaseSumRow> Rows, List<SheetFault> Faults) Read(string csv)
    {
        var all = DiseaseSumSheet.Read(Csv.Rows(csv), DiseaseCatalogue.Default, DiagnosisMatcher.Default).ToList();
        return ([.. all.Select(one => one.Row).OfType<DiseaseSumRow>()], [.. all.Select(one => one.Fault).OfType<SheetFault>()]);
    }

    [Fact]
    public void Diseases_are_known_by_name_by_another_name_and_by_code_and_sums_are_read_as_offices_write_them()
    {
        var (rows, faults) = Read("某某村医疗互助补助标准,,,\n序号,病种名称,ICD-10编码,补助标准（元）\n1,肺癌,,\"15,000\"\n2,尿毒症,,1.5万元\n3,,K35.900,２０００\n4,阑尾炎,K35,2000.00\n5,霍乱,,0\n合计,,,\n");

        faults.ShouldBeEmpty();
        // Appendicitis stands there twice with one sum, and is given once.
        rows.Select(row => $"{row.Line} {row.Disease.Code} {row.Sum} {row.Sure}").ShouldBe(["3 C34 15000.00 True", "4 N18 15000.00 True", "5 K35 2000.00 True", "7 A00 0.00 True"]);
    }

    [Fact]
    public void What_is_not_surely_meant_is_for_a_person_to_look_at()
    {
        var (rows, _) = Read("病种,代码,补助\n肺癌,K35,2000\n右侧腰部不舒服好几年,,300\n");

        rows.Select(row => (row.Line, row.Sure)).ShouldBe([(2, false), (3, false)]);
        // The code is what a list is made by.
        rows[0].Disease.Code.ShouldBe("K35");
    }

    [Theory]
    [InlineData("病种,补助\n肺癌,\n", "amount-missing")]
    [InlineData("病种,补助\n肺癌,很多\n", "amount-malformed")]
    [InlineData("病种,补助\n肺癌,-5\n", "amount-malformed")]
    [InlineData("病种,补助\n肺癌,99999999999999万\n", "amount-malformed")]
    [InlineData("病种,补助\n,500\n", "disease-missing")]
    [InlineData("编码,补助\nY99,500\n", "code-unknown")]
    [InlineData("病种,补助\n阑尾炎,500\n急性阑尾炎,600\n", "disease-twice")]
    [InlineData("姓名,补助\n周桂兰,500\n", "heads-missing")]
    [InlineData("", "heads-missing")]
    public void Every_row_that_cannot_be_taken_is_named_with_what_to_do(string csv, string code)
    {
        var fault = Read(csv).Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        fault.Detail.ShouldEndWith("。");
    }

    [Fact]
    public void A_list_without_end_is_not_read_to_its_end()
    {
        var (rows, faults) = Read("编码,补助\n" + string.Concat(Enumerable.Repeat("K35,500\n", 20_000)));
        (rows.Count, faults.ShouldHaveSingleItem().Code).ShouldBe((1, "file-too-long"));
    }
}
