using System.CommandLine;

namespace Shouwang.Tools.Diseases;

/// <summary><c>shouwang diseases learn</c>: learns the matcher's weights from code names, our own names and texts, and labelled texts.</summary>
static class LearnCommand
{
    internal static Command Create()
    {
        var texts = new Option<FileInfo>("--texts") { Description = "Lines of text, categories (|), standard terms (|), separated by tabs", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where to write the weights", Required = true };
        var keepOut = new Option<int[]>("--keep-out") { Description = "Leave this quarter of the texts (0–3) unread, so that the report on it is honest; may be given twice" };
        var (names, own, written) = (Names(required: true), Own(), Written());
        var command = new Command("learn", "Learn the weights of text fragments") { names, own, written, texts, output, keepOut };
        command.SetAction(parse =>
        {
            var all = LabelledText.Read(parse.GetRequiredValue(texts).FullName);
            var quarters = Quarters.Of(all);
            var read = all.Where((_, i) => parse.GetValue(keepOut)?.Contains(quarters[i]) != true).ToList();
            var learning = new Learning(NameFiles.Standard(parse.GetRequiredValue(names)), NameFiles.Own(parse.GetRequiredValue(own)), NameFiles.Written(parse.GetRequiredValue(written)));
            var bytes = learning.From(read, Console.WriteLine);
            File.WriteAllBytes(parse.GetRequiredValue(output).FullName, bytes);
            Console.WriteLine($"{bytes.Length:N0} bytes from {read.Count:N0} texts");
        });
        return command;
    }

    internal static Option<FileInfo[]> Names(bool required) => new("--names")
    {
        Description = "CSV of code, name, category: the names of all ICD-10 codes; may be given for several editions",
        Required = required,
    };

    internal static Option<FileInfo[]> Written() => new("--written")
    {
        Description = "Lines of text, categories (|), separated by a tab: texts of our own",
        DefaultValueFactory = _ => [.. new DirectoryInfo("policies/diseases/learning").GetFiles("written*.tsv").OrderBy(f => f.Name, StringComparer.Ordinal)],
    };

    internal static Option<FileInfo> Own() => new("--own")
    {
        Description = "Lines of category, a tab, what people call it (|)",
        DefaultValueFactory = _ => new FileInfo("policies/diseases/learning/names.tsv"),
    };
}
