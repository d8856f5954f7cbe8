using System.CommandLine;
using Shouwang.Tools.Hospitals;

namespace Shouwang.Tools.Tests.Hospitals;

/// <summary><c>./shouwang hospitals check</c> over a county's list beside the ones that ship.</summary>
public sealed class HospitalsCommandTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shouwang-hospitals-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_list_whose_names_each_find_their_hospital_passes()
    {
        var (code, said) = Check("# ours\n清溪县河东医院\tsecondary\t329900\t清溪河东医院\t清溪县卫健委名录，2026年\n\n");
        (code, said).ShouldBe((0, "1 hospitals, each found by all of its names.\n"));
    }

    [Fact]
    public void Every_line_that_is_wrong_is_named_with_what_to_do()
    {
        var (code, said) = Check(
            "清溪县河东医院\t二级\t329900\t\t名录\n清溪县河西医院\tsecondary\t329900\t第一人民医院|河西\t名录\n"
            + "望山市妇幼保健院\tsecondary\t329900\t\t名录\n清溪县河北医院\tprimary\t329900\t清溪河医院\t名录\n清溪县河南医院\tprimary\t329900\t清溪河医院\t名录\n清溪县河中医院\tprimary\t329900\t\n");
        var lines = said.Split('\n');
        code.ShouldBe(1);
        lines[0].ShouldStartWith("320000.tsv:1: Line 1 says “二级”; write township");
        lines[1].ShouldStartWith("320000.tsv:2: “第一人民医院” is a name any town has");
        lines[2].ShouldStartWith("320000.tsv:2: “河西” is too short");
        // Tertiary in the list of samples that ships.
        lines[3].ShouldStartWith("320000.tsv:3: 望山市妇幼保健院 stands here more than once for 329900, as tertiary and secondary");
        lines.ShouldContain(line => line.StartsWith("320000.tsv:4: “清溪河医院” means more than one hospital"));
        lines.ShouldContain(line => line.StartsWith("320000.tsv:6: Line 6 has 4 columns"));
        lines[^2].ShouldBe("4 hospitals, 8 to put right.");
    }

    [Fact]
    public void A_list_saved_in_another_encoding_is_refused_for_its_names_would_find_no_hospital()
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, "320000.tsv"));
        // 样例 as GBK has it.
        File.WriteAllBytes(file.FullName, [0xD1, 0xF9, 0xC0, 0xFD, .. "医院\tsecondary\t329900\t\t名录\n"u8]);
        var (code, said) = Run(file);
        code.ShouldBe(1);
        said.ShouldStartWith("320000.tsv:1: The file is not UTF-8; save it as UTF-8");
    }

    [Fact]
    public void A_file_that_is_not_there_is_said() => Run(new FileInfo(Path.Combine(_folder.FullName, "none.tsv"))).Code.ShouldBe(2);

    (int Code, string Said) Check(string text)
    {
        // Named as one that ships, which it would replace.
        var file = new FileInfo(Path.Combine(_folder.FullName, "320000.tsv"));
        File.WriteAllText(file.FullName, text);
        return Run(file);
    }

    static (int Code, string Said) Run(FileInfo file)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = HospitalsCommand.Create().Parse(["check", file.FullName]).Invoke(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}
