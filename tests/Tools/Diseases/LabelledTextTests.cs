using Shouwang.Tools.Diseases;

namespace Shouwang.Tools.Tests.Diseases;

public class LabelledTextTests
{
    [Fact]
    public void Tumour_tissue_code_is_no_bone_disease() =>
        Read("胃腺癌\tC16|M81\t胃恶性肿瘤|腺癌").Right.ShouldHaveSingleItem().Code.ShouldBe("C16");

    [Fact]
    public void Bone_disease_keeps_the_code_that_looks_like_tumour_tissue() =>
        Read("骨质疏松\tM81\t骨质疏松").Right.ShouldHaveSingleItem().Code.ShouldBe("M81");

    [Fact]
    public void External_cause_leaves_a_text_without_entry() =>
        Read("被狗咬\tW54\t狗咬").Right.ShouldBeEmpty();

    static LabelledText Read(string line)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "# text, categories, terms\n" + line + "\n");
            return LabelledText.Read(file).ShouldHaveSingleItem();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
